"""A page as a light tree of its blocks, and the runs of text and inline markup between their tags; see reading.py."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple, TypeVar

from l10n import markup
from l10n.markup import element_names as _names

BLOCKS = _names(
    "html head body frameset main article section nav aside header footer search hgroup address div center p",
    "h1 h2 h3 h4 h5 h6 ul ol menu dir li dl dt dd table caption colgroup thead tbody tfoot tr td th blockquote",
    "figure figcaption details summary dialog marquee form fieldset legend label button select optgroup option",
    "datalist pre listing object video audio canvas template",
)
"""Elements at whose tags a run ends."""

OPAQUE = _names("pre listing object video audio canvas template")
"""Blocks whose content is left alone."""

IN_RUNS = _names("script style noscript")
"""Raw elements that may stand inside a sentence; the others end a run."""


class Element:
    """A block, or an inline element that a selector is held against."""

    __slots__ = ("end", "first", "kind", "last", "name", "parent", "start", "stop")

    def __init__(self, name: str, start: int, end: int, parent: Element | None, first: int = 0) -> None:
        self.name = name
        self.start = start
        """Where its start tag begins and ends."""
        self.end = end
        self.parent = parent
        self.first = first
        """Its place among the elements of the page, -1 for the root; those inside it follow it."""
        self.last = -1
        """The place after the last one inside it."""
        self.stop = -1
        """Where it ends."""
        self.kind = ""
        """Kind of the text inside it, once kinds.py was asked."""

    def tag(self, text: str) -> str:
        """Its start tag; "" where that says nothing but its name."""
        return text[self.start : self.end] if self.end - self.start > len(self.name) + 2 else ""


@lru_cache(maxsize=4096)
def attributes(tag: str) -> dict[str, str]:
    """The attributes of a start tag by name; the first counts where one is repeated. Equal tags share them."""
    return {found.name: found.value for found in reversed(markup.attributes(tag, 0, len(tag)))}


class Run(NamedTuple):
    """Text and inline markup between the tags of blocks: text[start:end]."""

    start: int
    end: int
    element: Element
    """The innermost block around it."""
    marked: int
    """Characters of tags, comments, drawings, scripts and the like in it."""
    linked: int
    """Characters that are read inside `<a>`."""


@dataclass(slots=True)
class Page:
    """What one pass over a page finds."""

    text: str
    root: Element
    elements: list[Element] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    metas: list[tuple[int, int]] = field(default_factory=list)
    """The `<meta>` tags."""
    raws: list[tuple[str, int, int, int]] = field(default_factory=list)
    """Raw elements: name, start and end of the start tag, end of the content."""
    headlines: list[Element] = field(default_factory=list)
    """The `<h1>` elements."""

    _line: tuple[int, int] = (0, 1)

    def line(self, offset: int) -> int:
        """The 1-based line of an offset; quick where it is near the one asked for before."""
        at, line = self._line
        if at <= offset:
            line += self.text.count("\n", at, offset)
        else:
            line -= self.text.count("\n", offset, at)
        self._line = (offset, line)
        return line

    def runs_between(self, start: int, stop: int) -> list[Run]:
        """The runs that begin in text[start:stop]."""
        return _between(self.runs, start, stop)

    def count_runs(self, element: Element) -> int:
        """How many runs stand in an element."""
        low = bisect_left(self.runs, element.start, key=_start)
        return bisect_left(self.runs, element.stop, low, key=_start) - low

    def has_headline(self, start: int, stop: int) -> bool:
        """An `<h1>` begins in text[start:stop]."""
        at = bisect_left(self.headlines, start, key=_start)
        return at < len(self.headlines) and self.headlines[at].start < stop

    def elements_between(self, start: int, stop: int) -> list[Element]:
        """The elements that begin in text[start:stop]."""
        return _between(self.elements, start, stop)


_Begins = TypeVar("_Begins", Run, Element)


def _between(things: list[_Begins], start: int, stop: int) -> list[_Begins]:
    low = bisect_left(things, start, key=_start)
    return things[low : bisect_left(things, stop, low, key=_start)]


_start: Callable[[Run | Element], int] = attrgetter("start")
