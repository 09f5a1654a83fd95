"""Edit triage: what an edit of the source means for the target that was made for the old one.

layout   reads the same: white space, another glyph of the same mark, a misspelling put right
wording  says it in other words, or may do so
fact     changes a number, a date, a name, a negation, a quotation, an attribution, a `?` or a `!`

Only a layout edit keeps an approval, so in doubt an edit goes up: a layout edit taken for wording costs one
look, a fact taken for layout is published.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from l10n import codes, facts, languages
from l10n.sync.glyphs import fold
from l10n.sync.spelling import is_word, misspelt

Kind = Literal["layout", "wording", "fact"]


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit of a source, classed."""

    kind: Kind
    reason: str
    """In words for a translator: `number 15 → 50`, `white space`, `“arrested” → “detained”`."""
    facts: tuple[tuple[str, str, str], ...] = ()
    """(kind of facts.KINDS, as the old source has it, as the new one has it); "" where it has none."""


@dataclass(frozen=True, slots=True)
class _Change:
    """Tokens that were replaced, with their offset in each folded text."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    old_at: int
    new_at: int
    beside: tuple[str, ...]
    """The words before and after it."""


_TOKEN = re.compile(rf"{codes.ANY.pattern}|[^\W_]+(?:'[^\W_]+)*|\s+|[^\w\s]|_")
_REASON_WORDS = 6
"""How many words of a change its reason quotes."""
_NO_FACT = frozenset(["", "saying", "source", "unit"])
"""Meanings (of facts.meaning) that a misspelt word may have: a slip in any other is a change of fact."""


def triage(old: str, new: str, language: str, *, names: Collection[str] = ()) -> Edit:
    """Class the edit of a source text from old to new; the two differ.

    language: BCP 47 tag of both.  names: words known to be names, in any letter case.
    """
    return _triage(old, new, language, frozenset(names))


@lru_cache(maxsize=1 << 14)
def _triage(old: str, new: str, language: str, names: frozenset[str]) -> Edit:
    """An article is edited once, and each of its catalogs asks what that means."""
    before, after = fold(old), fold(new)
    if before == after:
        same_marks = "".join(old.split()) == "".join(new.split())
        return Edit("layout", "white space" if same_marks else "another glyph of the same mark")
    changes = _changes(before, after)
    known = frozenset((*names, *(name.lower() for name in names)))
    if all(_is_slip(change, before, after, language, known) for change in changes):
        return Edit("layout", "spelling " + ", ".join(f"“{c.old[0]}” → “{c.new[0]}”" for c in changes))
    changed = tuple(_changed_facts(before, after, changes, language, known))
    if changed:
        return Edit("fact", "; ".join(_said(*fact) for fact in changed), changed)
    return Edit("wording", _quoted(changes[0]))


def _changes(before: str, after: str) -> list[_Change]:
    """What was replaced, in order; never empty for texts that differ."""
    a, b = _TOKEN.findall(before), _TOKEN.findall(after)
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    middle_a, middle_b = a[head : len(a) - tail], b[head : len(b) - tail]
    if len(middle_a) <= 1 or len(middle_b) <= 1:
        spans = [(0, len(middle_a), 0, len(middle_b))]
    else:
        opcodes = SequenceMatcher(None, middle_a, middle_b, autojunk=False).get_opcodes()
        spans = [(i1, i2, j1, j2) for tag, i1, i2, j1, j2 in opcodes if tag != "equal"]
    return [
        _Change(
            tuple(middle_a[i1:i2]),
            tuple(middle_b[j1:j2]),
            _length(a[: head + i1]),
            _length(b[: head + j1]),
            (*_word(a[: head + i1][::-1]), *_word(a[head + i2 :])),
        )
        for i1, i2, j1, j2 in spans
    ]


def _word(tokens: Sequence[str]) -> list[str]:
    """The first word, if a space is all that stands before it."""
    return [token for token in tokens[:2] if not token.isspace()][:1]


def _length(tokens: Sequence[str]) -> int:
    return sum(map(len, tokens))


def _is_slip(change: _Change, before: str, after: str, language: str, names: frozenset[str]) -> bool:
    """One misspelt word put right: no name, no word that states a fact, and not inside a quotation."""
    if len(change.old) != 1 or len(change.new) != 1:
        return False
    wrong, right = change.old[0], change.new[0]
    if not misspelt(wrong, right, language) or wrong in names or right in names:
        return False
    if facts.meaning(right, language)[0] not in _NO_FACT:
        return False
    return not (_is_quoted(before, change.old_at) or _is_quoted(after, change.new_at))


def _is_quoted(text: str, at: int) -> bool:
    return any(quotation.start <= at < quotation.end for quotation in facts.quotations(text))


def _changed_facts(
    before: str, after: str, changes: Sequence[_Change], language: str, names: Collection[str]
) -> Iterator[tuple[str, str, str]]:
    """Each fact that one of the texts has and the other has not, old and new in pairs."""
    for change in changes:
        yield from _opposites(change, language)
    if _is_plain(before, after, changes, language, names):
        return
    old, new = facts.facts(before, language, names=names), facts.facts(after, language, names=names)
    for kind in facts.KINDS:
        was, now = [fact for fact in old if fact.kind == kind], [fact for fact in new if fact.kind == kind]
        if was or now:
            yield from _differences(kind, before, was, after, now)
    yield from _swapped(before, after, old, new)
    for change in changes:
        yield from _first_names(change, before, language)


def _is_plain(before: str, after: str, changes: Sequence[_Change], language: str, names: Collection[str]) -> bool:
    """Words in small letters that state no fact gave way to others, and no fact is beside them: most edits."""
    if any(mark in text for text in (before, after) for mark in "\"'"):
        return False
    words = [word for change in changes for word in (*change.old, *change.new) if not word.isspace()]
    beside = [word for change in changes for word in change.beside]
    return (
        all(word.isalpha() and word.islower() and word not in names for word in words)
        and not any(word.isdecimal() or facts.meaning(word, language)[0] for word in (*words, *beside))
        and not before.startswith("\u2014")
    )


def _differences(
    kind: str, before: str, old: Sequence[facts.Fact], after: str, new: Sequence[facts.Fact]
) -> Iterator[tuple[str, str, str]]:
    if [fact.value for fact in old] == [fact.value for fact in new]:
        return
    gone = Counter(fact.value for fact in old) - Counter(fact.value for fact in new)
    come = Counter(fact.value for fact in new) - Counter(fact.value for fact in old)
    lost = [before[fact.start : fact.end] for fact in _pick(old, gone)]
    found = [after[fact.start : fact.end] for fact in _pick(new, come)]
    for n in range(max(len(lost), len(found))):
        yield kind, lost[n] if n < len(lost) else "", found[n] if n < len(found) else ""


def _pick(found: Sequence[facts.Fact], wanted: Counter[str]) -> Iterator[facts.Fact]:
    left = Counter(wanted)
    for fact in found:
        if left[fact.value] > 0:
            left[fact.value] -= 1
            yield fact


def _swapped(
    before: str, after: str, old: Sequence[facts.Fact], new: Sequence[facts.Fact]
) -> Iterator[tuple[str, str, str]]:
    """The same words in another order, so that names or numbers changed places."""
    if len(before) != len(after) or sorted(facts.words(before)) != sorted(facts.words(after)):
        return
    numbers = ([fact.value for fact in found if fact.kind == "number"] for found in (old, new))
    capitals = ([word for word in _TOKEN.findall(text) if word[0].isupper()] for text in (before, after))
    for kind, (was, now) in (("number", numbers), ("name", capitals)):
        if was != now and sorted(was) == sorted(now):
            yield kind, " … ".join(was), " … ".join(now)


def _opposites(change: _Change, language: str) -> Iterator[tuple[str, str, str]]:
    """A word that got or lost a prefix of negation: legal, illegal."""
    prefixes = languages.get(language).facts.negating_prefixes
    for was in change.old:
        for now in change.new:
            short, long = sorted((was.lower(), now.lower()), key=len)
            if len(short) > 2 and long.endswith(short) and long.removesuffix(short) in prefixes:
                yield "negation", was, now


def _first_names(change: _Change, before: str, language: str) -> Iterator[tuple[str, str, str]]:
    """A capitalised word that starts the sentence and became one that is in no dictionary: a name."""
    if len(change.old) != 1 or len(change.new) != 1 or before[: change.old_at].strip("\"'( ") or change.new_at > 2:
        return
    was, now = change.old[0], change.new[0]
    if was[0].isupper() and now[0].isupper() and not is_word(now.lower(), language):
        yield "name", was, now


def _said(kind: str, old: str, new: str) -> str:
    if old and new:
        return f"{kind} {old} → {new}"
    return f"{kind} added: {new}" if new else f"{kind} removed: {old}"


def _quoted(change: _Change) -> str:
    old, new = (codes.strip("".join(tokens)).strip() for tokens in (change.old, change.new))
    old, new = (" ".join(text.split()[:_REASON_WORDS]) for text in (old, new))
    if old and new:
        return f"“{old}” → “{new}”"
    if not old and not new:
        return "inline code"
    return f"added “{new}”" if new else f"removed “{old}”"
