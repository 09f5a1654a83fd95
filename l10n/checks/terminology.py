"""Terminology: every name and term of the source is in the target, in a form that the glossary admits.

ITS 2.0 type: terminology.  Rules:
  missing         a name of the source is not in the target
  spelling        what stands there is near the glossary's form, and is not one of its forms
  forbidden       a form that the glossary forbids
  untranslatable  a name that stands in every language as it is was changed
  person          the surname is there with another sex or other initials
  script          letters of another script that only look right
  two spellings   one article uses two of the admitted forms

Quiet on purpose: names without a rendering, a surname where the source has the whole name, a name said more or less
often than in the source, a pronoun in the place of a surname alone, an adjective in the place of a country.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from l10n.model import Finding, Mention, Term
from l10n.text import WORD

TYPE = "terminology"
RULES = ("missing", "spelling", "forbidden", "untranslatable", "person", "script", "two spellings")

NEAR = 75
"""Similarity (0–100) of two words from which one seems to be the other, misspelt or by another standard."""
MIN_LETTERS = 4
"""Shorter words are near too many others."""
LONGER = 4
"""Letters that an ending may add to the misspelt word."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A name of the glossary in the target's language."""

    term: Term
    """With the `id` by which mentions in the source name it."""
    approved: bool
    """An editor read it; what an editor has not read is not held against a translator so hard."""


class Texts(NamedTuple):
    """A segment with the names in it."""

    source: str
    target: str
    named: tuple[Mention, ...]
    """In the source; their terms have an id."""
    found: tuple[Mention, ...]
    """In the target."""


class Language(NamedTuple):
    """What the target's language knows of names; from the room of names."""

    find: Callable[[str, Term], Sequence[Mention]]
    """The mentions of one more term in a text."""
    reinflect: Callable[[Term, tuple[str, ...]], str | None]
    """The form of a term with the features of a mention."""


def terminology(texts: Texts, expected: Mapping[str, Expected], language: Language) -> Iterator[Finding]:
    """What the target of a segment does with the names of its source."""
    seen: dict[str, Mention] = {}
    for mention in texts.named:
        known = seen.get(_id(mention))
        if known is None or (known.analysis.part in _PARTIAL and mention.analysis.part not in _PARTIAL):
            seen[_id(mention)] = mention
    for name, mention in seen.items():
        due = expected.get(name)
        if due is not None:
            yield from _name(texts, mention, due, language)


_PARTIAL = ("surname", "given name")


def _id(mention: Mention) -> str:
    assert isinstance(mention.term, Term), "names of the glossary are terms"
    return mention.term.id


def _name(texts: Texts, mention: Mention, due: Expected, language: Language) -> Iterator[Finding]:
    term = due.term
    hits = [hit for hit in texts.found if term.id in {_id(hit), *(one.id for one in _terms(hit.analysis.rivals))}]
    for hit in hits:
        yield from _hit(texts, hit, mention, due, language)
    other = _other_person(texts, term, language) if term.kind == "person" and not any(map(_is_one, hits)) else None
    if other is not None:
        yield Finding(TYPE, "person", "error", other[1], other[0], mention.span)
    elif not any(hit.analysis.part != "given name" or mention.analysis.part == "given name" for hit in hits):
        yield from _absent(texts, mention, due)


def _terms(rivals: Iterable[Term | str]) -> Iterator[Term]:
    return (rival for rival in rivals if isinstance(rival, Term))


def _hit(texts: Texts, hit: Mention, mention: Mention, due: Expected, language: Language) -> Iterator[Finding]:
    """What is wrong with a name that is there."""
    written, term = texts.target[slice(*hit.span)], due.term
    if hit.analysis.forbidden:
        better = language.reinflect(term, hit.analysis.features)
        message = f"`{written}` is forbidden: the glossary says `{term.form}`"
        yield Finding(TYPE, "forbidden", "error", message, hit.span, mention.span, better)
    if wrong := (*hit.analysis.mixed, *_swapped(written, hit.analysis.form)):
        letters = ", ".join(f"`{letter}` (U+{ord(letter):04X})" for letter in wrong)
        message = f"`{written}` has letters of another script or code: {letters}"
        yield Finding(TYPE, "script", "error", message, hit.span, mention.span)
    alone = hit.analysis.part == "surname" and _is_one(hit)
    span = _beside(texts, hit) if alone else hit.span if _is_recased(written, hit) else None
    if span is not None and not hit.analysis.forbidden:
        message = f"`{texts.target[slice(*span)]}` is spelt against the glossary: `{hit.analysis.form}`"
        yield Finding(TYPE, "spelling", "error" if due.approved else "warning", message, span, mention.span)


_ONE_FOR_ANOTHER = ("ي", "ى")
"""Uyghur's consonant and vowel, which share a key on other keyboards and their look at the start of a word."""


def _swapped(written: str, form: str) -> Iterator[str]:
    """The first letter of a form that stands for another, as long as the others are those of the name."""
    for letter, meant in zip(written, form, strict=False):
        if letter != meant:
            yield from (letter,) * ({letter, meant} == set(_ONE_FOR_ANOTHER))
            return


def _is_recased(written: str, hit: Mention) -> bool:
    """Whether the capitals inside a name are others: `Whatsapp`. A line of capitals says nothing of them."""
    form = hit.analysis.form
    humped = any(one.islower() and other.isupper() for one, other in pairwise(form))
    same = written[: len(form)].casefold() == form.casefold()
    return humped and same and written[: len(form)] != form and not written[: len(form)].isupper()


def _beside(texts: Texts, hit: Mention) -> tuple[int, int] | None:
    """A surname with a given name beside it that is near to the right one: `Илхам Тохти` for `Ильхам Тохти`."""
    from rapidfuzz.fuzz import ratio

    target, (start, end) = texts.target, hit.span
    words = hit.analysis.form.split()
    surname = max(range(len(words)), key=lambda number: _likeness(target[start:end], words[number], ratio))
    given = [_letters(word) for number, word in enumerate(words) if number != surname]
    names = ["".join(given), *given[: len(given) > 1]]
    taken = [mention.span for mention in texts.found]
    before, after = _run(target, start, -1, len(given), taken), _run(target, end, 1, len(given), taken)
    for those in (run[:count] for run in (before, after) for count in range(1, len(run) + 1)):
        said = _letters("".join(target[slice(*span)] for span in sorted(those)))
        if len(said) >= MIN_LETTERS and any(_likeness(said, name, ratio) >= NEAR for name in names if name):
            return min([start, *(one for one, _ in those)]), max([end, *(one for _, one in those)])
    return None


def _letters(word: str) -> str:
    return "".join(letter for letter in word if letter.isalpha())


def _run(text: str, place: int, step: int, count: int, taken: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words from a place on, backwards where step is -1, that only spaces and hyphens part; one more than count."""
    words = [word.span() for word in WORD.finditer(text)]
    near = [span for span in words if span[0] >= place] if step > 0 else [s for s in reversed(words) if s[1] <= place]
    found: list[tuple[int, int]] = []
    for span in near[: count + 1]:
        gap = text[place : span[0]] if step > 0 else text[span[1] : place]
        capital = text[span[0]].isupper() or not text[span[0]].islower()
        if gap.strip(" \u00a0-\u2010\u2011") or not capital or _inside(span, taken):
            break
        found.append(span)
        place = span[1] if step > 0 else span[0]
    return found


def _absent(texts: Texts, mention: Mention, due: Expected) -> Iterator[Finding]:
    """A name that is not there, or not so that it is recognised."""
    term, written = due.term, texts.source[slice(*mention.span)]
    severity = "error" if due.approved else "warning"
    if term.kind == "place" and term.translate and _is_adjective(texts.target, term.form):
        return
    near = _nearest(texts.target, term, texts.found)
    if not term.translate:
        message = f"`{written}` stays as it is in every language"
        yield Finding(TYPE, "untranslatable", "error", message, near, mention.span)
    elif near is not None:
        message = f"`{texts.target[slice(*near)]}` is spelt against the glossary: `{term.form}`"
        yield Finding(TYPE, "spelling", severity, message, near, mention.span)
    elif mention.analysis.part not in _PARTIAL:
        message = f"`{written}` is missing: the glossary says `{term.form}`"
        yield Finding(TYPE, "missing", "warning", message, None, mention.span)


def _is_adjective(target: str, form: str) -> bool:
    """Whether a word in small letters, or the first, is made of a place: `китайского`, for China's."""
    if len(form) < MIN_LETTERS or not form[0].isupper():
        return False
    stem = form.casefold()[: max(MIN_LETTERS, len(form) - 2)]
    first, *words = WORD.findall(target) or [""]
    made = (first.casefold() if _ADJECTIVE.search(first) else "", *(word for word in words if word.islower()))
    return any(word.startswith(stem) for word in made)


_ADJECTIVE = re.compile(r"[сц]к\w{1,3}$")
"""How a Russian adjective ends that is made of a place; those of Kazakh and Uyghur are found as forms of the name."""


def _nearest(target: str, term: Term, found: Sequence[Mention]) -> tuple[int, int] | None:
    """The words of a target that look like a form of the term and are no mention of any."""
    from rapidfuzz.fuzz import ratio

    free = [
        word
        for word in WORD.finditer(target)
        if not any(mention.span[0] < word.end() and word.start() < mention.span[1] for mention in found)
    ]
    names = [name for name in WORD.findall(term.form) if len(name) >= MIN_LETTERS]
    capital = term.form[:1].isupper()
    close = [
        max((_likeness(word[0], name, ratio) for name in names if word[0][0].isupper() == capital), default=0)
        for word in free
    ]
    best = max(range(len(free)), key=close.__getitem__, default=None)
    if best is None or close[best] < NEAR:
        return None
    start, end = best, best
    while start and close[start - 1] >= NEAR and _adjacent(target, free[start - 1], free[start]):
        start -= 1
    while end + 1 < len(free) and close[end + 1] >= NEAR and _adjacent(target, free[end], free[end + 1]):
        end += 1
    return free[start].start(), free[end].end()


def _adjacent(text: str, word: re.Match[str], other: re.Match[str]) -> bool:
    return not text[word.end() : other.start()].strip()


def _likeness(word: str, name: str, ratio: Callable[..., float]) -> float:
    """How near a word of the text is to a name (0–100), its ending set aside; 0 for what begins otherwise."""
    word, name = _heard(word), _heard(name)
    if not word or len(word) > len(name) + LONGER:
        return 0
    alike = word[0] == name[0] or word[1:3] == name[1:3] or (word[0] in _VOWELS and name[0] in _VOWELS)
    if not alike:
        return 0
    lengths = range(max(3, len(name) - 1), min(len(word), len(name) + 1) + 1)
    return max((ratio(word[:length], name) for length in lengths), default=0)


_VOWELS = frozenset("аеёиоуыэюяәіөүұaeiouyاەېىوۇۆۈ")
"""Of Cyrillic, Latin and Uyghur words; which one a name starts with is where romanisations differ."""
_SILENT = re.compile("[ьъ]|\\bئ")
"""Letters that make no sound of their own."""


def _heard(word: str) -> str:
    return _SILENT.sub("", word.casefold())


_SEXES = (
    *(("ова", "ов"), ("ева", "ев"), ("ёва", "ёв"), ("ина", "ин"), ("ына", "ын"), ("ская", "ский")),
    *(("وۋا", "وۋ"), ("ېۋا", "ېۋ")),
)
"""Endings of a woman's surname and of a man's, in Russian and Kazakh, in Uyghur."""
_INITIALS = re.compile(r"((?:[^\W\d_]{1,2}\.[ \u00a0]?){1,3})$")


def _other_person(texts: Texts, term: Term, language: Language) -> tuple[tuple[int, int], str] | None:
    """Where a surname stands in the form of the other sex, or behind the initials of another person."""
    words = term.form.split()
    if len(words) < 2:
        return None
    surname, target = words[-1], texts.target
    taken = [mention.span for mention in texts.found if term.id == _id(mention) and _is_one(mention)]
    for hit in language.find(target, Term(surname, "person", sex=term.sex)):
        if _inside(hit.span, taken):
            continue
        initials = _INITIALS.search(target, 0, hit.span[0])
        if initials and not _fits(initials[1], words):
            span = (initials.start(), hit.span[1])
            return span, f"`{target[slice(*span)]}` has other initials than `{term.form}`"
    for other in _other_sex(surname) if term.sex else ():
        sex = "male" if term.sex == "female" else "female"
        for hit in language.find(target, Term(other, "person", sex=sex)):
            written = target[slice(*hit.span)]
            own = language.find(written, Term(surname, "person", sex=term.sex))
            if not _inside(hit.span, taken) and not any(map(_is_one, own)):
                return hit.span, f"`{written}` is of the other sex than `{term.form}`"
    return None


def _is_one(mention: Mention) -> bool:
    """Whether a form is of one person: `Каримовым` is the Karimovs, or a man."""
    return "plural" not in mention.analysis.features


def _inside(span: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in spans)


def _fits(initials: str, words: Sequence[str]) -> bool:
    letters = [letter for letter in initials if letter.isalpha()]
    return bool(letters) and any(word.casefold().startswith(letters[0].casefold()) for word in words[:-1])


def _other_sex(surname: str) -> Iterator[str]:
    for female, male in _SEXES:
        if surname.endswith(female):
            yield surname.removesuffix(female) + male
        elif surname.endswith(male):
            yield surname.removesuffix(male) + female


def two_spellings(mentions: Iterable[tuple[int, Mention]]) -> Iterator[tuple[int, Finding]]:
    """Where an article uses another admitted form of a name than at its first mention.

    mentions: the number of a segment and a mention in its target, in the order of the article; the findings come
    with the number of their segment.
    """
    first: dict[str, str] = {}
    said: dict[str, set[str]] = defaultdict(set)
    for number, mention in mentions:
        name, form = _id(mention), mention.analysis.form
        used = first.setdefault(name, form)
        if form == used or mention.analysis.forbidden or form in said[name] or _is_short(form, used):
            continue
        said[name].add(form)
        message = f"`{form}` here, `{used}` before: one article, one spelling"
        yield number, Finding(TYPE, "two spellings", "warning", message, mention.span)


def _is_short(form: str, used: str) -> bool:
    """One of two forms is an acronym: it may follow what it stands for."""
    return any(len(one) > 1 and one.replace("-", "").isupper() for one in (form, used))
