"""Find and replace in the texts of an article: plain words in every place, each shown before any of them is changed.

    places = list(replacing.places(side, Wanted("Кульджа", "Или")))
    told = replacing.edits(side, wanted, {place.id: Chosen(place.stamp, {place.number})}, "aigul")

Codes are no text: nothing is found in them or across them, and what is put in never reads as one.  Capitals are those
of Unicode, in no language's own way (`İ` and `ı` are letters by themselves).  What only looks otherwise is the same:
composed letters and their parts, presentation forms of Arabic letters, soft hyphens and zero-width characters, unless
one of those is looked for.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from l10n import codes, po, text
from l10n.errors import L10nError
from l10n.model import JOINED, Entry, Key, State
from l10n.model import Place as Where
from l10n.project import Article, Project
from l10n.workflow import saving, view
from l10n.workflow.saving import Edit

LONGEST = 1_000
"""Characters of what is looked for, and of what is put in its place."""
STAMP = 16
"""Hex digits that tell one text from another."""
_SHAPES = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_UNSEEN = re.compile(f"[{text.UNSEEN}\u0640]")
"""The tatweel, too, which only makes a word longer."""
_ODD = re.compile(f"[{text.UNSEEN}\u0640\ufb50-\ufdff\ufe70-\ufefc&]")
_ESCAPED = re.compile("&(?:lt|amp);")
_MARK = re.compile(f"[{text.MARKS}]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for, and what shall stand in its place."""

    find: str
    replacement: str = ""
    whole: bool = False
    """Whole words alone."""
    case: bool = False
    """Capitals count."""
    in_sources: bool = False
    """It is looked for in the sources, where nothing is changed."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where it stands."""

    article: str
    key: Key
    kind: str
    """Of its unit."""
    there: Where
    """Where its segment stands first."""
    number: int
    """Of the places in this text, from 0."""
    text: str
    """The whole text, as a catalog has it."""
    start: int
    end: int
    replacement: str
    """As it would stand there."""
    state: State

    @property
    def id(self) -> str:
        """Of the segment."""
        return text.segment_id(*self.key)

    @property
    def stamp(self) -> str:
        """Names exactly this text."""
        return stamp(self.text)

    @property
    def is_approved(self) -> bool:
        """An approval would be lost."""
        return self.state >= State.REVIEWED

    @property
    def diff(self) -> tuple[tuple[str, str], ...]:
        """From the text to what it would be, as `text.word_diff`."""
        pieces = (
            ("=", self.text[: self.start]),
            ("-", self.text[self.start : self.end]),
            ("+", self.replacement),
            ("=", self.text[self.end :]),
        )
        return tuple(one for one in pieces if one[1])


class Chosen(NamedTuple):
    """The places of one text that are to be changed."""

    stamp: str
    """Of the text that was shown."""
    numbers: Collection[int]


class Told(NamedTuple):
    """What becomes of what was chosen."""

    edits: tuple[Edit, ...]
    places: int
    """How many are changed by them."""
    stale: tuple[str, ...]
    """Ids of segments where another text stands by now, or none."""


def stamp(said: str) -> str:
    """Names exactly this text."""
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:STAMP]


def fault(wanted: Wanted) -> str:
    """`empty`, `long`, `lines` or "": what is wrong with what was asked."""
    if not text.nfc(wanted.find).strip("\r\n"):
        return "empty"
    if max(len(wanted.find), len(wanted.replacement)) > LONGEST:
        return "long"
    return "lines" if re.search("[\r\n]", wanted.find + wanted.replacement) else ""


def places(side: view.Side, wanted: Wanted) -> Iterator[Place]:
    """Every place in the targets of an article, or in its sources, in document order."""
    put = "" if wanted.in_sources else codes.escape(text.nfc(wanted.replacement))
    for segment in side.source.assembly.segments:
        entry = side.entries[segment.key]
        said = segment.source if wanted.in_sources else spoken(side, entry)
        for number, (start, end) in enumerate(spans(said, wanted)):
            there, state = segment.places[0], side.status(segment.key).state
            name, kind = side.source.article.name, segment.kind
            yield Place(name, segment.key, kind, there, number, said, start, end, put, state)


def spoken(side: view.Side, entry: Entry) -> str:
    """The text that stands in an entry: in the language of the article the original, where nothing was edited.

    "" of several plural forms, in which a word has as many places as forms: they are changed at the desk.
    """
    if entry.target == JOINED or len(entry.targets) > 1:
        return ""
    return entry.target or (entry.source if side.is_source else "")


def edits(side: view.Side, wanted: Wanted, chosen: Mapping[str, Chosen], who: str) -> Told:
    """The edits by which the chosen places are changed; a draft stays one. chosen: by the ids of segments."""
    made: list[Edit] = []
    left, count = dict(chosen), 0
    stale: list[str] = []
    for segment in side.source.assembly.segments:
        name = text.segment_id(*segment.key)
        one = left.pop(name, None)
        if one is None:
            continue
        entry = side.entries[segment.key]
        said = spoken(side, entry)
        if stamp(said) != one.stamp:
            stale.append(name)
            continue
        numbers = {number for number in one.numbers if number < len(spans(said, wanted))}
        new = saving.cleaned(replaced(said, wanted, numbers))
        if new != said:
            made.append(Edit(segment.key, new, entry.target, who, for_later=entry.fuzzy))
            count += len(numbers)
    return Told(tuple(made), count, (*stale, *left))


def may_have(project: Project, article: Article, locale: str, wanted: Wanted) -> bool:
    """Whether an article may have a place in a locale, by its catalog alone: an archive is not brought up to date."""
    path = project.catalog(article.name, locale)
    if not path.exists():
        return False
    try:
        catalog = po.read(path)
    except (OSError, L10nError):
        return True
    texts = (
        (one.source,) if wanted.in_sources else (one.target or one.source,)
        for one in catalog.entries
        if not one.obsolete
    )
    return any(spans(said, wanted) for some in texts for said in some)


# --- where it stands in a text


def spans(said: str, wanted: Wanted) -> list[tuple[int, int]]:
    """Where it stands in a text as a catalog has it, one place behind the other."""
    return [(at + one, at + other) for at, token in _tokens(said) for one, other in _in_token(token, wanted)]


def replaced(said: str, wanted: Wanted, numbers: Collection[int]) -> str:
    """The text with these of its places changed, by their numbers; its codes are the same."""
    pieces: list[str] = []
    last = count = 0
    put = text.nfc(wanted.replacement)
    for at, token in _tokens(said):
        found = [(count + n, span) for n, span in enumerate(_in_token(token, wanted))]
        count += len(found)
        chosen = [span for n, span in found if n in numbers]
        pieces += [said[last:at], _changed(token, chosen, put)]
        last = at + len(token)
    return "".join([*pieces, said[last:]])


def _changed(token: str, found: list[tuple[int, int]], put: str) -> str:
    """Words with something else in these places; what is beside them stays as it is spelt, where that can be."""
    if not found:
        return token
    spelt, plain, last = "", "", 0
    for start, end in found:
        spelt += token[last:start] + codes.escape(put)
        plain += codes.unescape(token[last:start]) + put
        last = end
    spelt, plain = spelt + token[last:], plain + codes.unescape(token[last:])
    is_same = not codes.ANY.search(spelt) and codes.unescape(spelt) == plain
    return spelt if is_same else codes.escape(plain)


def _tokens(said: str) -> Iterator[tuple[int, str]]:
    """The words between the codes, each with its place."""
    at = 0
    for token in codes.parted(said):
        if not codes.ANY.fullmatch(token):
            yield at, token
        at += len(token)


def _in_token(token: str, wanted: Wanted) -> Iterator[tuple[int, int]]:
    exact = bool(_UNSEEN.search(wanted.find))
    asked = _folded(wanted.find, wanted.case, exact).letters
    words = _folded(token, wanted.case, exact, escaped=True)
    start = words.letters.find(asked) if asked else -1
    while start >= 0:
        end = start + len(asked)
        if words.is_whole(start, end) and (not wanted.whole or _is_word(words.letters, start, end)):
            yield words.starts[start], words.ends[end - 1]
            start = words.letters.find(asked, end)
        else:
            start = words.letters.find(asked, start + 1)


def _is_word(letters: str, start: int, end: int) -> bool:
    """Whether no word goes on over an edge."""
    return not (start and _joins(letters[start - 1]) and _joins(letters[start])) and not (
        end < len(letters) and _joins(letters[end - 1]) and _joins(letters[end])
    )


def _joins(letter: str) -> bool:
    return letter.isalnum() or letter == "_" or bool(_MARK.match(letter)) or letter in "\u00ad\u200c\u200d"


class _Folded(NamedTuple):
    """A text in which what is the same looks the same."""

    letters: str
    starts: Sequence[int]
    """Of the piece of the text that each letter comes from."""
    ends: Sequence[int]

    def is_whole(self, start: int, end: int) -> bool:
        """Whether no piece of the text is cut in two."""
        head = start == 0 or self.starts[start] != self.starts[start - 1]
        return head and (end == len(self.letters) or self.starts[end] != self.starts[end - 1])


def _folded(said: str, case: bool, exact: bool, *, escaped: bool = False) -> _Folded:
    """exact: zero-width characters count. escaped: `&lt;` is one letter."""
    if _is_plain(said):
        return _Folded(said if case else text.small(said), range(len(said)), range(1, len(said) + 1))
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _pieces(said, escaped):
        piece = said[start:end]
        if not exact and _UNSEEN.fullmatch(piece):
            continue
        if escaped and len(piece) > 1:
            piece = codes.unescape(piece)
        if not piece.isascii():
            piece = unicodedata.normalize("NFKC" if _SHAPES.search(piece) else "NFC", piece)
        for letter in piece if case else text.small(piece):
            letters.append(letter)
            starts.append(start)
            ends.append(end)
    return _Folded("".join(letters), starts, ends)


def _is_plain(said: str) -> bool:
    """Every letter is a piece by itself, and looks as it is."""
    if said.isascii():
        return "&" not in said
    return not (_ODD.search(said) or any(map(unicodedata.combining, said))) and unicodedata.is_normalized("NFC", said)


def _pieces(said: str, escaped: bool) -> Iterator[tuple[int, int]]:
    """Letters with the marks that stand on them; an escape is a piece."""
    at, size = 0, len(said)
    while at < size:
        if escaped and said[at] == "&" and (match := _ESCAPED.match(said, at)):
            end = match.end()
        else:
            end = at + 1
            while end < size and said[end] > "\u02ff" and unicodedata.combining(said[end]):
                end += 1
        yield at, end
        at = end
