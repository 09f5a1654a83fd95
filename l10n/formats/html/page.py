"""A page in one pass: its blocks as a light tree, and the runs of text and inline markup between their tags.

End tags may be missing (`</p>`, `</li>`, `</td>` …) or wrong; the tree is then what a browser would make of it, as far
as blocks go. Inline markup is left to the units. The content of raw elements and of `<svg>` is passed over.
Source: HTML Standard §13.1.2.4 (optional tags), §13.2.4.2 (scope), §13.2.6.4.7 ("in body").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple, TypeVar

from l10n import markup


def _names(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


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

_CLOSES_P = _names(
    "address article aside blockquote center details dialog dir div dl dt dd fieldset figcaption figure footer form",
    "h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p pre search section summary table ul",
)

_SENTENCES = _names("p h1 h2 h3 h4 h5 h6 figcaption caption summary legend label button")
"""Blocks in which an element with a hyphen in its name is taken for inline markup; elsewhere it is a block."""

_ENDS = {
    "li": (_names("li"), _names("ul ol menu dir")),
    "dt": (_names("dt dd"), _names("dl")),
    "dd": (_names("dt dd"), _names("dl")),
    "td": (_names("td th caption"), _names("tr table")),
    "th": (_names("td th caption"), _names("tr table")),
    "tr": (_names("tr caption colgroup"), _names("table")),
    "tbody": (_names("thead tbody tfoot caption colgroup"), _names("table")),
    "tfoot": (_names("thead tbody tfoot caption colgroup"), _names("table")),
    "thead": (_names("caption colgroup"), _names("table")),
    "option": (_names("option"), _names("select datalist")),
    "optgroup": (_names("option optgroup"), _names("select")),
    "body": (_names("head"), _names("html")),
}
"""Start tag: the open elements that it ends, and those beyond which it ends none."""

_FENCES = _names("table td th caption button object template marquee html")
"""An end tag inside one of these ends nothing outside: the "scope" of the standard."""

SEARCH_DEPTH = 100
"""Against how many open elements a misplaced tag is held; more are open only on hostile pages."""


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
    """Characters of tags, comments, scripts and the like in it; of drawings without spaces, for weight.py's sake."""
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

_INLINE, _BLOCK, _END, _RULE, _RAW, _FOREIGN, _META, _LINK, _UNLINK = range(9)

_ROLES = {
    **dict.fromkeys(BLOCKS, _BLOCK),
    **{f"/{name}": _END for name in BLOCKS},
    **dict.fromkeys(_names("hr col frame"), _RULE),
    **dict.fromkeys(markup.RAW, _RAW),
    **dict.fromkeys(markup.FOREIGN, _FOREIGN),
    **dict.fromkeys(_names("span /span b /b i /i em /em strong /strong br img time /time picture /picture"), _INLINE),
    "meta": _META,
    "a": _LINK,
    "/a": _UNLINK,
}


def read(text: str) -> Page:
    """The blocks and runs of a page, in order; time and memory are linear in its size."""
    return _Reader(text).read()


class _Reader:
    """The pass: where it is in the tree, in the run and in a link."""

    __slots__ = ("here", "link", "link_marked", "linked", "marked", "page", "run_start", "text", "xml")

    def __init__(self, text: str) -> None:
        self.text = text
        self.xml = markup.is_xml(text)
        self.here = Element("", 0, 0, None, -1)
        self.page = Page(text, self.here)
        self.run_start = 0
        self.marked = 0
        self.linked = 0
        self.link = -1
        """Where the text of an open link starts."""
        self.link_marked = 0
        """What of the run was marked up there."""

    def read(self) -> Page:
        at, end = 0, len(self.text)
        while at < end:
            at = self._tags(at)
        self._rest(end, end)
        elements = self.page.elements
        here: Element | None = self.here
        while here:
            here.stop, here.last = end, len(elements)
            here = here.parent
        return self.page

    def _tags(self, at: int) -> int:
        """Walk over tags from an offset; the offset from which to go on, after something passed over."""
        text, roles = self.text, _ROLES.get
        run_start, marked = self.run_start, self.marked
        for match in (markup.XML_TAG if self.xml else markup.TAG).finditer(text, at):
            name: str = match[1]
            role = roles(name)
            start, end = match.span()
            if role is None:
                name, role = self._unusual(name, run_start, start)
            if role == _INLINE:
                marked += end - start
            elif role <= _RULE:
                if start > run_start and (marked or not text[run_start:start].isspace()):
                    self._end_run(run_start, start, marked)
                    marked = 0
                run_start = end
                if role == _BLOCK:
                    self._open(name, start, end)
                elif role == _END:
                    self._close(name[1:], start, end)
            else:
                self.run_start, self.marked = run_start, marked
                passed = self._other(role, name, start, end)
                if passed != end:
                    return passed
                run_start, marked = self.run_start, self.marked
        self.run_start, self.marked = run_start, marked
        return len(text)

    def _unusual(self, name: str | None, run_start: int, start: int) -> tuple[str, int]:
        """Name and role of a tag that is not in the table as it is spelt."""
        if name is None:
            return "", _INLINE
        name = name.lower()
        if "-" not in name:
            return name, _ROLES.get(name, _INLINE)
        if name[0] == "/":
            return name, _END if self._find(frozenset([name[1:]]), _FENCES) else _INLINE
        if self.here.name in _SENTENCES or self.text[run_start:start].strip():
            return name, _INLINE
        return name, _BLOCK

    def _end_run(self, start: int, end: int, marked: int) -> None:
        """Text and inline markup end here, where the tag of a block stands or the page ends."""
        if self.link >= 0:
            self._count_link(start, end, marked)
            self.link_marked = 0
        self.page.runs.append(Run(start, end, self.here, marked, self.linked))
        self.linked = 0

    def _count_link(self, start: int, end: int, marked: int) -> None:
        """Count what is read of a link in a run that starts here, up to this end."""
        start = max(self.link, start)
        read = end - start - self.text.count(" ", start, end) - self.text.count("\n", start, end)
        self.linked += max(0, read - marked + self.link_marked)

    def _open(self, name: str, start: int, end: int) -> None:
        elements = self.page.elements
        if self.here.name == "p" and name in _CLOSES_P:
            self._end(self.here, start, start)
        if name in _ENDS:
            ended = self._find(*_ENDS[name])
            if ended:
                self._end(ended, start, start)
        element = Element(name, start, end, self.here, len(elements))
        elements.append(element)
        if name == "h1":
            self.page.headlines.append(element)
        if self.xml and markup.is_empty(self.text, start, end):
            element.stop, element.last = end, len(elements)
        else:
            self.here = element

    def _close(self, name: str, start: int, end: int) -> None:
        here = self.here
        if here.name == name:
            here.stop, here.last = end, len(self.page.elements)
            self.here = here.parent or here
        elif found := self._find(frozenset([name]), _FENCES - {name}):
            self._end(found, start, end)

    def _find(self, names: frozenset[str], fences: frozenset[str]) -> Element | None:
        """The innermost open element of these names, looked for up to the first fence."""
        element: Element | None = self.here
        for _ in range(SEARCH_DEPTH):
            if element is None or element.parent is None:
                return None
            if element.name in names:
                return element
            if element.name in fences:
                return None
            element = element.parent
        return None

    def _end(self, element: Element, start: int, end: int) -> None:
        """End an open element, and with it those inside that are still open."""
        last = len(self.page.elements)
        here = self.here
        while here is not element:
            here.stop, here.last = start, last
            here = here.parent or element
        element.stop, element.last = end, last
        self.here = element.parent or element

    def _other(self, role: int, name: str, start: int, end: int) -> int:
        """Links, metas, and what is passed over; the offset from which to go on."""
        if role == _RAW:
            return self._raw(name, start, end)
        stop = markup.foreign_end(self.text, name, start, end) if role == _FOREIGN else end
        if role == _UNLINK and self.link >= 0:
            self._count_link(self.run_start, start, self.marked)
            self.link = -1
        self.marked += stop - start
        if role == _FOREIGN:
            self.marked -= self.text.count(" ", start, stop)
        if role == _META:
            self.page.metas.append((start, end))
        elif role == _LINK:
            self.link, self.link_marked = end, self.marked
        return stop

    def _raw(self, name: str, start: int, end: int) -> int:
        if self.xml and markup.is_empty(self.text, start, end):
            return end
        stop = markup.raw_end(self.text, name, end)
        self.page.raws.append((name, start, end, stop))
        if name in IN_RUNS:
            self.marked += stop - start
        else:
            self._rest(start, stop)
        return stop

    def _rest(self, start: int, end: int) -> None:
        """End the run, if something stands in it; the next one starts at `end`."""
        if self.marked or self.text[self.run_start : start].strip():
            self._end_run(self.run_start, start, self.marked)
        self.run_start, self.marked = end, 0
