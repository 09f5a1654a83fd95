"""Inline elements of TMX and our inline codes, both ways.

Codes of one unit have the same number in every language: what `x` joins, else `i`, else the order.  A native code
that is one of ours (`<a1>`, as OmegaT writes them too) stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from l10n import codes
from l10n.memory.tmx.model import Code

NATIVE = frozenset({"bpt", "ept", "it", "ph", "ut"})
"""Elements that hold native code; `hi` holds text."""
SINGLE, PAIR, BEGIN, END, MARK = "single", "pair", "begin", "end", "mark"
_TAG = re.compile(r"\s*<\s*/?\s*([a-z][a-z0-9]{0,14})", re.IGNORECASE | re.ASCII)
_NOT_IN_NAME = re.compile(r"[^a-z0-9]+")
_FIRST = re.compile(r"[a-z]", re.ASCII)


class Inline(NamedTuple):
    """An inline element, as it was read or is to be written."""

    element: str
    """One of NATIVE; hi for the start of a highlighted passage, /hi for its end."""
    attributes: Mapping[str, str]
    native: str = ""
    subs: tuple[tuple[int, int], ...] = ()
    """Spans of `native` that are text to translate."""


Piece = str | Inline


def texts(segments: Sequence[Sequence[Piece]], first: int, *, ours: bool) -> list[tuple[str, tuple[Code, ...]]]:
    """The text and the codes of each segment of a unit. first: the one that is translated; its codes count from 1.

    ours: we wrote the file, with the name of each code in `type` and its number in `x`.
    """
    names = _Names(segments, ours)
    order = [first, *(place for place in range(len(segments)) if place != first)]
    found = {place: _text(segments[place], names) for place in order}
    return [found[place] for place in range(len(segments))]


class _Names:
    """The names of the codes of a unit."""

    def __init__(self, segments: Iterable[Sequence[Piece]], ours: bool) -> None:
        self.ours = ours
        self.known: dict[tuple[str, str, int], str] = {}
        self.taken = {number for pieces in segments for piece in pieces for number in _numbers(piece)}
        self.next = 1

    def of(self, one: Inline, kind: str, seen: dict[tuple[str, str], int]) -> str:
        """The name of an element. seen: how often each key was met in this segment."""
        said, number = one.attributes.get("type", ""), one.attributes.get("x", "")
        if self.ours and said and number:
            return said + number
        key = (kind, f"x{number}" if number else f"i{one.attributes.get('i', '')}")
        times = seen[key] = seen.get(key, 0) + 1
        if (*key, times) not in self.known:
            while self.next in self.taken:
                self.next += 1
            self.known[*key, times] = f"{_base(one, kind)}{self.next}"
            self.next += 1
        return self.known[*key, times]


def _numbers(piece: Piece) -> Iterator[int]:
    """The numbers that codes of ours have already."""
    text = _native(piece)
    if "<" in text:
        yield from (int(match[3]) for match in codes.CODE.finditer(text))


def _base(one: Inline, kind: str) -> str:
    """A name for a code without its number: that of its tag, else of its type. It ends with a letter."""
    tag = _TAG.match(one.native)
    for said in (tag[1] if tag else "", one.attributes.get("type", "")):
        name = _NOT_IN_NAME.sub("", said.lower())[:15].rstrip("0123456789")
        if _FIRST.match(name):
            return name
    return {PAIR: "g", MARK: "hi"}.get(kind, "x")


def _text(pieces: Sequence[Piece], names: _Names) -> tuple[str, tuple[Code, ...]]:
    partners = _partners(pieces)
    seen: dict[tuple[str, str], int] = {}
    said: list[str] = []
    found: list[Code] = []
    opened: dict[int, int] = {}
    for place, one in enumerate(pieces):
        if isinstance(one, str):
            said.append(one)
        elif (start := partners.get(place, place)) in opened:
            code = found[opened[start]] = _closed(found[opened[start]], one)
            said.append(f"</{code.name}>")
        elif one.element != "/hi" and codes.ANY.fullmatch(one.native) and not (names.ours and "type" in one.attributes):
            said.append(one.native)
        elif start < place:
            said.append(f"</{_native(pieces[start])[1:]}")
        elif one.element != "/hi":
            kind = _kind(one, place in partners)
            name = names.of(one, kind, seen)
            said.append(f"<{name}>" if kind in (PAIR, MARK) else f"<{name}/>")
            opened[place] = len(found)
            found.append(Code(name, kind, one.native, "", one.subs))
    return "".join(said), tuple(found)


def _native(piece: Piece) -> str:
    return piece if isinstance(piece, str) else piece.native


def _closed(code: Code, end: Inline) -> Code:
    shift = len(code.opening)
    subs = (*code.subs, *((one + shift, other + shift) for one, other in end.subs))
    return code._replace(closing=end.native, subs=subs)


def _partners(pieces: Sequence[Piece]) -> dict[int, int]:
    """The start of each pair by its end, and the end by its start."""
    partners: dict[int, int] = {}
    started: dict[str, list[int]] = {}
    for place, one in enumerate(pieces):
        if isinstance(one, str):
            continue
        key = "hi" if one.element in ("hi", "/hi") else f"i{one.attributes.get('i', '')}"
        if one.element in ("bpt", "hi"):
            started.setdefault(key, []).append(place)
        elif one.element in ("ept", "/hi") and started.get(key):
            start = started[key].pop()
            partners[place], partners[start] = start, place
    return partners


def _kind(one: Inline, paired: bool) -> str:
    if one.element == "hi":
        return MARK
    if one.element in ("bpt", "ept"):
        return PAIR if paired else BEGIN if one.element == "bpt" else END
    if one.element == "it":
        return END if one.attributes.get("pos", "").lower() in ("end", "close") else BEGIN
    return SINGLE


# --- the way back

_SPLIT = re.compile(f"({codes.ANY.pattern})")
_NAME = re.compile(r"</?([a-z][a-z0-9]*?)(\d*)/?>", re.ASCII)


def elements(text: str, known: Sequence[Code]) -> list[Piece]:
    """A text with inline codes as text and elements in turn."""
    pieces = _SPLIT.split(text)
    natives = {code.name: code for code in known}
    partners = _written_partners(pieces, natives)
    return [
        piece if place % 2 == 0 else _element(place, piece, partners, natives)
        for place, piece in enumerate(pieces)
        if piece
    ]


def _written_partners(pieces: Sequence[str], natives: Mapping[str, Code]) -> dict[int, int]:
    """The start of each pair by its end, and the end by its start; of marks, those that nest."""
    partners: dict[int, int] = {}
    started: dict[str, list[int]] = {}
    marks: list[int] = []
    for place in range(1, len(pieces), 2):
        piece = pieces[place]
        name = piece.strip("</>")
        is_mark = name in natives and natives[name].kind == MARK
        if piece.endswith("/>"):
            continue
        if piece[1] != "/":
            started.setdefault(name, []).append(place)
            if is_mark:
                marks.append(place)
        elif started.get(name):
            start = started[name].pop()
            if is_mark:
                if marks[-1:] != [start]:
                    continue
                marks.pop()
            partners[place], partners[start] = start, place
    return partners


def _element(place: int, piece: str, partners: Mapping[int, int], natives: Mapping[str, Code]) -> Inline:
    """The element of a code of a text."""
    match = _NAME.fullmatch(piece)
    base, number = (match[1], match[2]) if match else ("", "")
    code = natives.get(base + number)
    names = {"x": number, "type": base}
    if place in partners:
        start = min(place, partners[place])
        is_start = place == start
        if code and code.kind == MARK:
            return Inline("hi", names) if is_start else Inline("/hi", {})
        pair = {"i": str((start + 1) // 2)}
        if code is None or code.kind != PAIR:
            return Inline("bpt" if is_start else "ept", pair, piece)
        if is_start:
            subs = tuple(span for span in code.subs if span[1] <= len(code.opening))
            return Inline("bpt", {**pair, **names}, code.opening, subs)
        shift = len(code.opening)
        subs = tuple((one - shift, end - shift) for one, end in code.subs if end > shift)
        return Inline("ept", pair, code.closing, subs)
    if piece.endswith("/>"):
        if code and code.kind in (BEGIN, END):
            return Inline("it", {"pos": code.kind, **names}, code.opening, code.subs)
        if code and code.kind == SINGLE:
            return Inline("ph", names, code.opening, code.subs)
        return Inline("ph", {}, piece)
    return Inline("it", {"pos": END if piece[1] == "/" else BEGIN}, piece)
