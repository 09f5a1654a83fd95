"""Reading a page in one pass.

End tags may be missing (`</p>`, `</li>`, `</td>` …) or wrong; the tree is then what a browser would make of it, as far
as blocks go. Inline markup is left to the units. The content of raw elements and of `<svg>` is passed over.
Source: HTML Standard §13.1.2.4 (optional tags), §13.2.4.2 (scope), §13.2.6.4.7 ("in body").
"""

from __future__ import annotations

import re
from functools import cache

from l10n import markup
from l10n.errors import FormatError
from l10n.formats.html.page import BLOCKS, IN_RUNS, Element, Page, Run
from l10n.markup import element_names as _names
from l10n.phrases import phrase

_CLOSES_P = _names(
    "address article aside blockquote center details dialog dir div dl dt dd fieldset figcaption figure footer form",
    "h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p pre search section summary table ul",
)

_SENTENCES = _names("p h1 h2 h3 h4 h5 h6 figcaption caption summary legend label button")
"""Blocks in which an element with a hyphen in its name is taken for inline markup; elsewhere it is a block."""

_SPECIAL = BLOCKS - _names("address div p label legend optgroup option datalist dialog search video audio canvas")
"""Blocks in which an item starts that leaves those around them open."""

_ENDS = {
    "li": (_names("li"), _SPECIAL - {"li"}),
    "dt": (_names("dt dd"), _SPECIAL - {"dt", "dd"}),
    "dd": (_names("dt dd"), _SPECIAL - {"dt", "dd"}),
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

_HEADINGS = _names("h1 h2 h3 h4 h5 h6")
"""The end tag of one ends any other."""

_ENDED = {
    **dict.fromkeys(_HEADINGS, (_HEADINGS, _FENCES)),
    "template": (_names("template"), frozenset()),
    **{
        name: (frozenset([name]), _names("table template html"))
        for name in ("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th")
    },
}
"""End tag: the elements that it ends, and those beyond which it ends none, where that is not _FENCES."""

TOO_MANY = 500_000
"""Blocks from which a page is no article; a newspaper's whole front page has a few thousand."""

SEARCH_DEPTH = 100
"""Against how many open elements a misplaced tag is held; more are open only on hostile pages."""


_INLINE, _BLOCK, _END, _RULE, _LINK, _UNLINK, _RAW, _FOREIGN, _META, _PASSED, _ODD = range(11)

_ROLES: dict[str | None, int] = {
    **dict.fromkeys(BLOCKS, _BLOCK),
    **{f"/{name}": _END for name in BLOCKS},
    **dict.fromkeys(_names("hr col frame"), _RULE),
    **dict.fromkeys(markup.RAW, _RAW),
    **dict.fromkeys(markup.FOREIGN, _FOREIGN),
    **dict.fromkeys(_names("span /span b /b i /i em /em strong /strong br img time /time picture /picture"), _INLINE),
    **dict.fromkeys(_names("link source input small /small sup /sup sub /sub cite /cite"), _INLINE),
    None: _INLINE,
    "meta": _META,
    "a": _LINK,
    "/a": _UNLINK,
}


_PASSING = _names("nav aside footer header")
"""Elements that are passed over when a page is skimmed, up to their end."""


@cache
def _passing(name: str) -> re.Pattern[str]:
    """Such an element behind its start tag, where it holds nothing of an article; compiling all costs a start 20 ms."""
    return markup.whole_element(name, ("h1", "article", "main", "body", "html", "template"))


MANY_LINKS = 8
"""From how many links on a header is that of the site; that of an article names authors and a few topics."""

_SKIMMED: dict[str | None, int] = {**_ROLES, **dict.fromkeys(_PASSING, _PASSED)}

_ARTICLES = _names("article main")

_LABELLED = _names("iframe textarea")
"""Raw elements whose title, label or placeholder is read."""


def _is_anchor(tag: str) -> bool:
    """An `<a>` marks a place and leads nowhere; it is often left open, or empty as in XML."""
    return "href" not in tag and ("name=" in tag or tag.endswith("/>"))


def read(text: str, skim: bool = False) -> Page:
    """The blocks and runs of a page, in order; time and memory are linear in its size.

    skim: pass over navigation, asides, footers and the header of the site, as far as they are plainly written.
    """
    return _Reader(text, skim).read()


class _Reader:
    """The pass: where it is in the tree, in the run and in a link."""

    __slots__ = ("here", "link", "link_marked", "linked", "marked", "page", "roles", "run_start", "text", "xml")

    def __init__(self, text: str, skim: bool) -> None:
        self.text = text
        self.xml = markup.is_xml(text)
        self.roles = _SKIMMED if skim and not self.xml else _ROLES
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
        text, roles = self.text, self.roles.get
        run_start, marked = self.run_start, self.marked
        for match in (markup.XML_TAG if self.xml else markup.TAG_OR_DRAWING).finditer(text, at):
            name: str = match[1]
            role = roles(name, _ODD)
            start, end = match.span()
            if role == _ODD:
                name, role = self._odd(name, run_start, start)
            if role == _INLINE:
                marked += end - start
            elif role <= _RULE:
                if role == _END and name != "/p" and name[1:] != self.here.name and not self._ended(name[1:]):
                    marked += end - start
                    continue
                if start > run_start and (marked or not text[run_start:start].isspace()):
                    self._end_run(run_start, start, marked)
                    marked = 0
                run_start = end
                if role == _BLOCK:
                    self._open(name, start, end)
                elif role == _END:
                    self._close(name[1:], start, end)
                elif name == "hr" and self.here.name == "p":
                    self._end(self.here, start, start)
            elif role == _LINK:
                marked += end - start
                if not _is_anchor(text[start:end].lower()):
                    self.link, self.link_marked = end, marked
            elif role == _UNLINK:
                if self.link >= 0:
                    self._count_link(run_start, start, marked)
                    self.link = -1
                marked += end - start
            else:
                self.run_start, self.marked = run_start, marked
                passed = self._other(role, name, start, end)
                if passed != end:
                    return passed
                run_start, marked = self.run_start, self.marked
        self.run_start, self.marked = run_start, marked
        return len(text)

    def _odd(self, name: str, run_start: int, start: int) -> tuple[str, int]:
        """Name and role of a tag that is not in the table as it is spelt."""
        name = name.lower()
        if "-" not in name:
            return name, self.roles.get(name, _INLINE)
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
        if self.here.name in _HEADINGS and name in _HEADINGS:
            self._end(self.here, start, start)
        if name in _ENDS:
            names, fences = _ENDS[name]
            ended = self._find(names, fences) if self.here.name not in fences else None
            if ended:
                self._end(ended, start, start)
        first = len(elements)
        if first > TOO_MANY:
            line = self.text.count("\n", 0, start) + 1
            what = phrase("a page with more than {most} blocks", most=TOO_MANY)
            raise FormatError(what, line=line, hint=phrase("this is no article; take it out of the source folder"))
        element = Element(name, start, end, self.here, first)
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
        elif found := self._ended(name):
            self._end(found, start, end)

    def _ended(self, name: str) -> Element | None:
        """The open element that an end tag of this name ends."""
        return self._find(*_ENDED.get(name, (frozenset([name]), _FENCES)))

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
        """Metas, and what is passed over; the offset from which to go on."""
        if role == _RAW:
            return self._raw(name, start, end)
        if role == _PASSED:
            return self._pass(name, start, end)
        if role == _META:
            self.page.metas.append((start, end))
        stop = markup.foreign_end(self.text, name, start, end) if role == _FOREIGN else end
        self.marked += stop - start
        return stop

    def _pass(self, name: str, start: int, end: int) -> int:
        """An element that belongs to no article is a gap between runs; where it may after all, it is opened."""
        whole = _passing(name).match(self.text, end)
        stop = whole.end() if whole and self._passable(name, start, whole.end()) else end
        self._rest(start, stop)
        if stop == end:
            self._open(name, start, end)
        return stop

    def _passable(self, name: str, start: int, stop: int) -> bool:
        """It says nothing about the article, is or attributes no quotation and is no header of an article."""
        if any(self.text.find(word, start, stop) >= 0 for word in ("ld+json", "<meta")):
            return False
        if name == "aside" and "quote" in self.text[start : self.text.find(">", start)].lower():
            return False
        if name == "header":
            return self.text.count("<a ", start, stop) >= MANY_LINKS and not self._find(_ARTICLES, frozenset())
        return self.here.name not in ("blockquote", "figure")

    def _raw(self, name: str, start: int, end: int) -> int:
        empty = self.xml and markup.is_empty(self.text, start, end)
        stop = end if empty else markup.raw_end(self.text, name, end)
        self.page.raws.append((name, start, end, stop))
        if name in _LABELLED:
            element = Element(name, start, end, self.here, len(self.page.elements))
            self.page.elements.append(element)
            element.stop, element.last = stop, len(self.page.elements)
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
