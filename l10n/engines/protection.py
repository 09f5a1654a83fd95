"""Protection: what a draft must keep goes through an engine as a mark, and comes back in its place.

Marked are inline codes, placeholders of programs, addresses, names (with the form the target has for them), figures
(with the separators of the target), and whatever holds `<`, `>` or `&`.  Where a service takes markup a mark is
`<x id="0"/>`: measured with Apertium, the only form that came through unharmed with everything around it translated.
Elsewhere it is `XQ0Q`, set off from letters by spaces, since a word glued to one stays untranslated.  So the text that
is sent has no markup but marks, and what comes back can be searched for anything else.

The way back is `restoring`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from l10n import codes
from l10n.engines import figures
from l10n.engines.contract import CODES, FIGURES, NAMES, PLACEHOLDERS, Name, Route, Text
from l10n.facts.literals import literals
from l10n.phrases import phrase

WORD = "word"
"""Kind of what is marked because it holds signs of markup, or looks like a mark."""

MARKUP = re.compile(
    r'<x\s{1,9}id\s{0,9}=\s{0,9}["\']?(\d{1,6})["\']?\s{0,9}(?:/\s{0,9}>|>\s{0,9}</x\s{0,9}>)', re.IGNORECASE
)
"""A mark as services give it back: HTML writers turn `<x id="0"/>` into `<x id="0"></x>`."""
OPAQUE = re.compile(r"XQ(\d{1,6})Q", re.IGNORECASE)

_SIGNS = re.compile(r"(?:&(?:lt|amp);|[<>&])+")
_SENTENCE_END = re.compile(r"(?<=[.!?…؟。])\s+")


@dataclass(frozen=True, slots=True)
class Part:
    """What stands behind a mark."""

    kind: str
    """One of PROTECTED, or WORD."""
    source: str
    rendering: str
    """What the draft has in its place."""
    glued_before: bool
    """No space stands before it in the source."""
    glued_after: bool


@dataclass(frozen=True, slots=True)
class Protected:
    """A text ready to be sent."""

    text: Text
    lead: str
    """White space before it, which no engine sees."""
    tail: str
    pieces: tuple[str, ...]
    """What is sent, one after the other; empty where there is nothing to translate."""
    gaps: tuple[str, ...]
    """White space between the pieces."""
    parts: tuple[Part, ...]
    markup: bool
    whole: str
    """All of it in the protected form."""
    reason: str = ""
    """Why it cannot be sent; "" where it can."""


def protect(
    text: Text, route: Route, *, markup: bool, shows: frozenset[str] = frozenset(), longest: int = 0
) -> Protected:
    """A text as an engine may see it. ValueError for names that do not lie in it.

    shows: kinds that are left as they stand there. longest: characters of a piece; 0: no matter.
    """
    source = text.source
    body = source.strip()
    start = source.find(body) if body else len(source)
    lead, tail = source[:start], source[start + len(body) :]
    spans = _spans(text, route, markup=markup, shows=shows, bounds=(start, start + len(body)))
    if isinstance(spans, str):
        return Protected(text, lead, tail, (), (), (), markup, "", spans)
    wire, parts = _wired(source, spans, (start, start + len(body)), markup=markup)
    if not any(one.isalpha() for one in (MARKUP if markup else OPAQUE).sub("", wire)):
        return Protected(text, lead, tail, (), (), parts, markup, wire)
    pieces, gaps = _cut(wire, longest)
    reason = ""
    if longest and any(len(piece) > longest for piece in pieces):
        reason = phrase("a sentence of more than {longest} characters is too long for this engine", longest=longest)
    return Protected(text, lead, tail, pieces, gaps, parts, markup, wire, reason)


def _spans(
    text: Text, route: Route, *, markup: bool, shows: frozenset[str], bounds: tuple[int, int]
) -> list[tuple[int, int, str, str]] | str:
    """What is marked: start, end, kind, rendering, in order; or the reason why the text cannot be sent."""
    source = text.source
    free = bytearray(b"\x01") * len(source)
    found: list[tuple[int, int, str, str]] = []

    def take(start: int, end: int, kind: str, rendering: str) -> None:
        if 0 not in free[start:end] and bounds[0] <= start < end <= bounds[1]:
            free[start:end] = bytes(end - start)
            found.append((start, end, kind, rendering))

    for match in codes.ANY.finditer(source):
        take(*match.span(), CODES, match[0])
    bare = codes.ANY.sub(lambda match: " " * len(match[0]), source)
    for name in text.names:
        _within(name, source)
        if NAMES not in shows:
            take(name.start, name.end, NAMES, codes.escape(name.rendering))
    for literal in literals(bare):
        if literal.text != source[literal.start : literal.end]:
            return f"it chooses among texts by `{literal.text}`, which is for a person to translate"
        take(literal.start, literal.end, PLACEHOLDERS, literal.text)
    for start, end, rendering in _words(bare, markup=markup):
        take(start, end, WORD, rendering)
    if FIGURES not in shows:
        for start, end, rendering in figures.held(bare, route.source_locale, route.target_locale):
            take(start, end, FIGURES, rendering)
    for match in _SIGNS.finditer(bare):
        take(*match.span(), WORD, match[0])
    return sorted(found)


def _within(name: Name, source: str) -> None:
    if not 0 <= name.start < name.end <= len(source):
        raise ValueError(f"no name stands at {name.start} to {name.end} in a text of {len(source)} characters")


def _words(bare: str, *, markup: bool) -> Iterator[tuple[int, int, str]]:
    """Words that hold signs of markup (`AT&T`), or look like a mark."""
    if "<" in bare or ">" in bare or "&" in bare:
        for match in re.finditer(r"\S+", bare):
            word = match[0].rstrip(".,:!?…")
            if _SIGNS.search(word):
                yield match.start(), match.start() + len(word), word
    if not markup:
        for match in re.finditer(r"\S+", bare) if "xq" in bare.lower() else ():
            if OPAQUE.search(match[0]):
                yield *match.span(), match[0]


def _wired(
    source: str, spans: Sequence[tuple[int, int, str, str]], bounds: tuple[int, int], *, markup: bool
) -> tuple[str, tuple[Part, ...]]:
    """The text with marks, and what stands behind each."""
    pieces, parts = [], []
    place = bounds[0]
    ends = [bounds[0], *(one[1] for one in spans)]
    starts = [*(one[0] for one in spans), bounds[1]]
    for number, (start, end, kind, rendering) in enumerate(spans):
        pieces.append(source[place:start])
        before = source[start - 1] if start > bounds[0] else ""
        after = source[end] if end < bounds[1] else ""
        parts.append(Part(kind, source[start:end], rendering, bool(before.strip()), bool(after.strip())))
        if markup:
            pieces.append(f'<x id="{number}"/>')
        else:
            left = before.isalnum() and ends[number] != start
            right = after.isalnum() or starts[number + 1] == end != bounds[1]
            pieces.append(f"{' ' * left}XQ{number}Q{' ' * right}")
        place = end
    pieces.append(source[place : bounds[1]])
    return "".join(pieces), tuple(parts)


def _cut(wire: str, longest: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Pieces of whole sentences, each as long as it may be, and the white space between them."""
    if not longest or len(wire) <= longest:
        return (wire,), ()
    ends = [match.span() for match in _SENTENCE_END.finditer(wire)]
    pieces, gaps = [], []
    begin = 0
    stops = [*ends, (len(wire), len(wire))]
    for stop, following in pairwise(stops):
        if following[0] - begin > longest:
            pieces.append(wire[begin : stop[0]])
            gaps.append(wire[slice(*stop)])
            begin = stop[1]
    pieces.append(wire[begin:])
    return tuple(pieces), tuple(gaps)
