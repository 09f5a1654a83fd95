"""A unit and its segments: cut apart for translators, put together for a build.

Where a unit is cut, white space, line breaks and codes that wrap a whole sentence stay outside the segments,
so a translator sees the sentence and little else.  Codes are numbered from 1 inside each segment: an edit of
one sentence never renames the codes of the next.

Laws: pieces, joined, are the unit; assembling the sources gives the unit back.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from l10n import codes
from l10n.model import JOINED, KINDS, Key, Place, Segment, Unit

Split = Callable[[str], list[str]]
"""Sentences of a text; joined, they are the text."""

UNCUT = frozenset(
    {"headline", "kicker", "byline", "date", "credit", "alt", "title", "aria-label", "placeholder", *KINDS}
)
"""Kinds that are read at a glance, or name something, and are translated as one: a full stop inside ends no segment."""

NO_TEXT = UNCUT | {"description"}
"""Kinds that are no running text: what stands before one says nothing of it."""

MESSAGE = "message"
"""The kind of what a program says."""

_HAS_WORDS = re.compile(r"[^\W_]")
_EDGE_BEFORE = re.compile(r"(?:\s|<br\d+/>)+")
_BREAK = re.compile(r"<br\d+/>")
_BREAK_MAX = 16
"""Characters that a break may have; no unit has a million million codes."""
_SPACE = re.compile(r"\s*")
_START = 8
"""Characters by which a known source is looked up."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One segment where it stands in its unit."""

    before: str
    """White space and codes between the segment before and this one; codes numbered as in the unit."""
    source: str
    """The msgid: trimmed, codes numbered from 1."""
    after: str
    """As `before`, up to the end of the piece."""
    numbers: tuple[int, ...]
    """The unit's number of code 1, 2, … of this piece."""

    @property
    def text(self) -> str:
        """The piece as it stands in the unit."""
        return self.before + in_unit(self.source, self.numbers) + self.after


@dataclass(frozen=True)
class Assembly:
    """An article cut in segments."""

    units: tuple[Unit, ...]
    pieces: tuple[tuple[Piece, ...], ...]
    """For each unit its pieces."""
    keys: tuple[tuple[Key, ...], ...]
    """For each unit the segment keys (msgctxt, msgid) of its pieces."""
    segments: tuple[Segment, ...]
    """Each key once, in document order."""

    @cached_property
    def by_key(self) -> dict[Key, Segment]:
        """The segments by key."""
        return {segment.key: segment for segment in self.segments}


def in_unit(text: str, numbers: Sequence[int]) -> str:
    """A segment's text with the unit's numbers on its codes; a number the source lacks stays as it is."""
    return codes.renumber(text, lambda n: numbers[n - 1] if 0 < n <= len(numbers) else n)


def cut(source: str, split: Split) -> tuple[Piece, ...]:
    """The pieces of a unit.  No cut falls inside an open pair of codes; each piece has a letter or digit."""
    return tuple(_piece(text) for text in _balanced(split(source)))


def whole(source: str) -> list[str]:
    """The split of a project that translates by paragraph: the unit itself."""
    return [source]


def _balanced(texts: Iterable[str]) -> list[str]:
    """The texts, joined where a pair of codes is still open, and where one would hold no words."""
    done: list[str] = []
    waiting = ""
    for text in texts:
        waiting += text
        if _is_whole(waiting):
            done.append(waiting)
            waiting = ""
    if waiting and done:
        done[-1] += waiting
    elif waiting:
        done.append(waiting)
    return done


def _is_whole(text: str) -> bool:
    """It has words, and no pair of codes is open at its end."""
    if "<" in text:
        if sum(0 if match[4] else -1 if match[1] else 1 for match in codes.CODE.finditer(text)):
            return False
        text = codes.CODE.sub("", text)
    return _HAS_WORDS.search(text) is not None


def _piece(text: str) -> Piece:
    if "<" not in text:
        core = text.strip()
        before = len(text) - len(text.lstrip())
        return Piece(text[:before], core, text[before + len(core) :], ())
    start, end = _edges(text)
    core = text[start:end]
    numbers = codes.numbers(core)
    place = {number: n for n, number in enumerate(numbers, 1)}
    return Piece(text[:start], codes.renumber(core, place.__getitem__), text[end:], numbers)


def _edge_after(text: str, start: int, end: int) -> int:
    """Where the white space and the line breaks at the end of a slice begin; looks at nothing before them."""
    while start < end:
        if text[end - 1].isspace():
            end -= 1
            continue
        place = text.rfind("<br", max(start, end - _BREAK_MAX), end)
        if place < 0 or not _BREAK.fullmatch(text, place, end):
            break
        end = place
    return end


def _edges(text: str) -> tuple[int, int]:
    """Where the words start and end once white space, line breaks and pairs around all of it are left out."""
    start, end = 0, len(text)
    while True:
        if match := _EDGE_BEFORE.match(text, start, end):
            start = match.end()
        end = _edge_after(text, start, end)
        opening = codes.CODE.match(text, start, end)
        if not opening or opening[1] or opening[4]:
            return start, end
        closing = f"</{opening[2]}{opening[3]}>"
        if not text.endswith(closing, start, end):
            return start, end
        start, end = opening.end(), end - len(closing)


def article(
    units: Sequence[Unit],
    split: Split,
    *,
    known: Mapping[str, Collection[str]] | None = None,
    twins: Collection[Key] = (),
) -> Assembly:
    """An article cut in segments.

    known: sources of the catalog by kind; a unit that they still cover keeps the cuts it was reviewed with.
    twins: keys (kind, source) whose occurrences are told apart (`p ~2`, counted among equal texts).
    """
    by_kind = {kind: _Known(sources) for kind, sources in (known or {}).items()}
    pieces = tuple(_cut_as_before(unit, split, by_kind.get(unit.kind)) for unit in units)
    keys = _keys(units, pieces, frozenset(twins))
    return Assembly(tuple(units), pieces, keys, _segments(units, pieces, keys))


def messages(texts: Iterable[tuple[str, str, int]]) -> Assembly:
    """The words of a program, none of which is cut: (msgctxt, msgid, line of the template) of each."""
    rows = list(texts)
    units = tuple(Unit(MESSAGE, source, line) for _, source, line in rows)
    pieces = tuple((Piece("", source, "", codes.numbers(source)),) for _, source, _ in rows)
    keys = tuple(((context, source),) for context, source, _ in rows)
    segments = tuple(
        Segment(context, source, MESSAGE, (Place(number, line, number + 1),))
        for number, (context, source, line) in enumerate(rows)
    )
    return Assembly(units, pieces, keys, segments)


class _Known:
    """The sources of one kind in a catalog, and, once a unit is not cut as they are, an index of how they start."""

    def __init__(self, sources: Collection[str]) -> None:
        self.sources = sources

    def have(self, pieces: Iterable[Piece]) -> bool:
        """Each of the pieces is one of them."""
        return all(piece.source in self.sources for piece in pieces)

    @cached_property
    def by_start(self) -> dict[str, list[str]]:
        """Their texts without codes, by the first characters."""
        found: dict[str, list[str]] = defaultdict(list)
        for source in sorted(self.sources):
            text = codes.CODE.sub("", source).strip()
            if text:
                found[text[:_START]].append(text)
        return dict(found)

    @cached_property
    def lengths(self) -> list[int]:
        """How long the starts are: a short text is its own."""
        return sorted(set(map(len, self.by_start)))

    def at(self, plain: str, start: int) -> Iterator[str]:
        """Those that stand at this offset of a text without codes."""
        for length in self.lengths:
            for text in self.by_start.get(plain[start : start + length], ()):
                if plain.startswith(text, start):
                    yield text


def _cut_as_before(unit: Unit, split: Split, known: _Known | None) -> tuple[Piece, ...]:
    """The pieces of a unit: by today's rules, or by yesterday's where the text did not change."""
    today = cut(unit.source, whole if unit.kind in UNCUT else split)
    if known is None or known.have(today):
        return today
    before = _tiling(unit.source, known)
    if before is not None:
        yesterday = cut(unit.source, lambda _: before)
        if known.have(yesterday):
            return yesterday
    return today


def _tiling(source: str, known: _Known) -> list[str] | None:
    """The text cut so that each piece is a known source, codes left aside; None where they do not cover it."""
    plain, place = _plain(source)
    ends: dict[int, int | None] = {0: None}
    queue = [0]
    while queue:
        at = queue.pop()
        space = _SPACE.match(plain, at)
        start = space.end() if space else at
        if start == len(plain):
            return _cuts(source, place, ends, at)
        for text in known.at(plain, start):
            end = start + len(text)
            if end not in ends:
                ends[end] = at
                queue.append(end)
    return None


def _plain(source: str) -> tuple[str, list[int]]:
    """The text without its codes, and for each offset in it the offset in the source, codes after it skipped."""
    text: list[str] = []
    place: list[int] = []
    at = 0
    for token in codes.tokens(source):
        if not codes.CODE.fullmatch(token):
            text.append(token)
            place.extend(range(at, at + len(token)))
        at += len(token)
    return "".join(text), [*place, len(source)]


def _cuts(source: str, place: Sequence[int], ends: Mapping[int, int | None], last: int) -> list[str]:
    """The pieces that end at the offsets on the way to `last`; closing codes stay with the piece before."""
    chain: list[int] = []
    at: int | None = last
    while at:
        chain.append(at)
        at = ends[at]
    offsets = [0]
    for end in sorted(chain)[:-1]:
        offset = place[end - 1] + 1
        while (code := codes.CODE.match(source, offset)) and (code[1] or code[4]):
            offset = code.end()
        offsets.append(offset)
    return [source[a:b] for a, b in zip(offsets, [*offsets[1:], len(source)], strict=True)]


def _keys(
    units: Sequence[Unit], pieces: Sequence[Sequence[Piece]], twins: Collection[Key]
) -> tuple[tuple[Key, ...], ...]:
    ids: dict[Key, set[str]] = defaultdict(set)
    if any(unit.id for unit in units):
        for unit, own in zip(units, pieces, strict=True):
            for piece in own:
                ids[unit.kind, piece.source].add(unit.id)
    seen: dict[Key, int] = defaultdict(int)
    keys = []
    for unit, own in zip(units, pieces, strict=True):
        row = []
        for piece in own:
            told_apart = unit.id and len(ids[unit.kind, piece.source]) > 1
            context = f"{unit.kind} #{unit.id}" if told_apart else unit.kind
            if (context, piece.source) in twins:
                seen[context, piece.source] += 1
                count = seen[context, piece.source]
                context = context if count == 1 else f"{context} ~{count}"
            row.append((context, piece.source))
        keys.append(tuple(row))
    return tuple(keys)


def _segments(
    units: Sequence[Unit], pieces: Sequence[Sequence[Piece]], keys: Sequence[Sequence[Key]]
) -> tuple[Segment, ...]:
    places: dict[Key, list[Place]] = {}
    after: dict[Key, list[str]] = {}
    first: dict[Key, tuple[Unit, Piece]] = {}
    counted: dict[str, int] = defaultdict(int)
    twins: dict[Key, int] = defaultdict(int)
    before = ""
    for index, (unit, own, row) in enumerate(zip(units, pieces, keys, strict=True)):
        counted[unit.kind] += 1
        for n, (piece, key) in enumerate(zip(own, row, strict=True), 1):
            place = Place(index, unit.line, counted[unit.kind], n, len(own))
            places.setdefault(key, []).append(place)
            after.setdefault(key, []).append(before)
            first.setdefault(key, (unit, piece))
            twins[unit.kind, piece.source] += 1
            before = piece.source
    return tuple(
        Segment(
            key[0],
            key[1],
            unit.kind,
            tuple(places[key]),
            _legend(unit, piece),
            tuple(after[key]) if twins[unit.kind, key[1]] > 1 and unit.kind not in NO_TEXT else (),
        )
        for key, (unit, piece) in first.items()
    )


def _legend(unit: Unit, piece: Piece) -> tuple[tuple[str, str], ...]:
    """What the codes of a piece stand for, under its own numbers."""
    if not piece.numbers:
        return ()
    meaning = {int(re.sub(r"\D", "", name) or 0): (name, raw) for name, raw in unit.codes}
    rows = []
    for n, number in enumerate(piece.numbers, 1):
        if number in meaning:
            name, raw = meaning[number]
            rows.append((f"{name.rstrip('0123456789')}{n}", raw))
    return tuple(rows)


def assemble(pieces: Sequence[Piece], targets: Sequence[str]) -> str:
    """The target of a unit from the targets of its pieces; `<joined/>` ones are said in the piece before."""
    text = ""
    for group, target in _groups(pieces, targets):
        numbers = [number for piece in group[1:] for number in codes.numbers(piece.text)]
        text += group[0].before + in_unit(target, (*group[0].numbers, *numbers)) + group[0].after
        text = text.rstrip() + _space_after(group[-1]) if len(group) > 1 else text
    return text.strip()


def _space_after(piece: Piece) -> str:
    return piece.after[len(piece.after.rstrip()) :]


def faults(pieces: Sequence[Piece], targets: Sequence[str]) -> list[tuple[int, str]]:
    """(index of the piece, what is wrong with its codes) for each target that cannot be built."""
    found = []
    at = 0
    for group, target in _groups(pieces, targets):
        if at == 0 and targets and targets[0] == JOINED:
            found.append((0, f"`{JOINED}` has no segment before it"))
        elif fault := codes.fault(joined_source(group), target):
            found.append((at, fault))
        at += len(group)
    return found


def joined_source(group: Sequence[Piece]) -> str:
    """The source that a target must match: its own, and the codes of what was joined to it, numbered on."""
    source = group[0].source
    count = len(group[0].numbers)
    for piece in group[1:]:
        numbers = codes.numbers(piece.text)
        place = {number: count + n for n, number in enumerate(numbers, 1)}
        said = codes.renumber(piece.text, place.__getitem__)
        source += said if source[-1:].isspace() or said[:1].isspace() else f" {said}"
        count += len(numbers)
    return source


def _groups(pieces: Sequence[Piece], targets: Sequence[str]) -> list[tuple[list[Piece], str]]:
    """Pieces with their targets; a piece whose target is `<joined/>` stands with the one before."""
    groups: list[tuple[list[Piece], str]] = []
    for piece, target in zip(pieces, targets, strict=True):
        if target == JOINED and groups:
            groups[-1][0].append(piece)
        else:
            groups.append(([piece], target))
    return groups
