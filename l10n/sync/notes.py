"""What an entry says of its place in the article: `#:` references and `#.` comments, and the way back from them.

    #. p 12, sentence 2 of 4; p 15
    #. p 12 after: She had no ticket.
    #. p 15 after: He came with a truck.
    #. a1 = <a href="/archive">
    #. changed: number 15 → 50
    #. about: from Uyghur (uig), in its own script ئىلھام توختى
    #. name: Ilham Tohti = Ильхам Тохти
    #: source/report.html:41 source/report.html:57

Lines of other programs among the `#.` comments stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from l10n import codes
from l10n.model import Entry, Key, Segment

PLACES = 8
"""How many places a comment lists: a caption that repeats under every picture needs no more."""

LEGEND_WIDTH = 100
"""Longest markup that a legend quotes; the end of a longer one is left out."""

NEIGHBOUR_WIDTH = 60
"""Longest end of a neighbour that is quoted; an editor's window shows it in one line."""

CHANGED = "changed: "
ABOUT = "about: "
"""What a translator has to know of an entry of the glossary."""
NAME = "name: "
"""A name in the segment, and what the glossary calls it."""

_PLACE = re.compile(r"([a-z][a-z0-9-]*) (\d+)(?:, sentence (\d+) of (\d+))?")
_PLACES = re.compile(rf"{_PLACE.pattern}(?:; {_PLACE.pattern})*(?:; and \d+ more)?")
_AFTER = re.compile(r"[a-z][a-z0-9-]* \d+ after: .*")
_OURS = re.compile(rf"{_PLACES.pattern}|{_AFTER.pattern}|[a-z][a-z0-9]*\d = .*|(?:{CHANGED}|{ABOUT}|{NAME}).*")


class Lines(NamedTuple):
    """What the entry of a segment says of its place."""

    references: tuple[str, ...]
    extracted: tuple[str, ...]
    """Our lines alone."""


About = Mapping[Key, tuple[str, ...]]
"""What a translator has to know of segments: whole lines, each beginning with ABOUT or NAME."""

_latest: tuple[Sequence[Segment], str, list[Lines]] | None = None
"""The article whose lines were asked for last: each of its catalogs, and its template, ask for the same."""


def lines(segments: Sequence[Segment], file: str, about: About = MappingProxyType({})) -> list[Lines]:
    """The lines of each segment of an article."""
    global _latest
    known = _latest
    if known is None or known[0] is not segments or known[1] != file:
        made = [Lines(references(segment, file), extracted(segment)) for segment in segments]
        known = _latest = (segments, file, made)
    if not about:
        return known[2]
    return [
        Lines(one.references, (*one.extracted, *about.get(segment.key, ())))
        for segment, one in zip(segments, known[2], strict=True)
    ]


def references(segment: Segment, file: str) -> tuple[str, ...]:
    """`source/report.html:41` for every line where the segment stands, each once."""
    places = segment.places
    if len(places) == 1:
        return (f"{file}:{places[0].line}",)
    return tuple(dict.fromkeys(f"{file}:{place.line}" for place in places))


def extracted(segment: Segment) -> tuple[str, ...]:
    """Our `#.` lines of a segment."""
    kind, places = segment.kind, segment.places
    line = "; ".join([place.said(kind) for place in places[:PLACES]])
    if len(places) > PLACES:
        line += f"; and {len(places) - PLACES} more"
    after = _neighbours(segment) if segment.after else ()
    return (line, *after, *(f"{name} = {_shortened(raw)}" for name, raw in segment.codes))


def is_twin(entry: Entry) -> bool:
    """Whether it says what is read before it in one place or another: it is running text that stands in several."""
    return any(map(_AFTER.fullmatch, entry.extracted))


def _neighbours(segment: Segment) -> Iterator[str]:
    """What is read before each place of a twin: with it a translator sees whether one wording fits them all."""
    for place, before in zip(segment.places[:PLACES], segment.after, strict=False):
        if before:
            said = " ".join(codes.strip(before).split())
            end = said if len(said) <= NEIGHBOUR_WIDTH else f"…{said[1 - NEIGHBOUR_WIDTH :]}"
            yield f"{segment.kind} {place.number} after: {end}"


def _shortened(raw: str) -> str:
    raw = " ".join(raw.split())
    return raw if len(raw) <= LEGEND_WIDTH else raw[: LEGEND_WIDTH - 1] + "…"


def with_ours(old: Sequence[str], ours: tuple[str, ...], *, keep_changed: bool = False) -> tuple[str, ...]:
    """The `#.` lines of an entry with ours brought up to date; the same lines in their order where none differs.

    keep_changed: what changed in the source is still to be looked at.
    """
    if tuple(old) == ours:
        return ours
    others = foreign(old)
    changed = tuple(line for line in old if keep_changed and line.startswith(CHANGED))
    wanted = (*ours, *changed)
    if others and tuple(line for line in old if line not in others) == wanted:
        return tuple(old)
    return (*wanted, *others)


def changed(entry: Entry) -> str:
    """What its `#. changed:` lines say, or ""."""
    return "; ".join(line.removeprefix(CHANGED) for line in entry.extracted if line.startswith(CHANGED))


def foreign(lines: Sequence[str]) -> tuple[str, ...]:
    """The `#.` lines that other programs wrote."""
    return tuple(line for line in lines if not _OURS.fullmatch(line))


def spots(entry: Entry) -> list[tuple[str, int, int]]:
    """(kind, number, sentence) of every place that the `#.` lines of an entry list."""
    return [
        (match[1], int(match[2]), int(match[3] or 1))
        for line in entry.extracted
        if _PLACES.fullmatch(line)
        for match in _PLACE.finditer(line)
    ]


def in_document_order(entries: Sequence[Entry]) -> list[Entry]:
    """Active entries in the order of the article: that of the file, unless another program sorted it."""
    lines = [_first_line(entry) for entry in entries]
    known = [line for line in lines if line]
    if known == sorted(known):
        return list(entries)
    keys = []
    for place, (entry, line) in enumerate(zip(entries, lines, strict=True)):
        kind, number, sentence = next(iter(spots(entry)), ("", 0, 0))
        keys.append((line, kind, number, sentence, place))
    return [entries[key[-1]] for key in sorted(keys)]


def _first_line(entry: Entry) -> int:
    """The line of the first reference; 0 where there is none."""
    references = entry.references
    line = references[0].rpartition(":")[2] if references else ""
    return int(line) if line.isdecimal() else 0
