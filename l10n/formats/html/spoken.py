"""What a built page says of its languages below `<html>`, element by element.

What was translated no longer says that it is in the language of the source: `lang`, `xml:lang` and `dir` follow.
What was left in it, as navigation, related stories and code are, says so: the outermost element around it gets `lang`
and `dir`, or a `<span>` where it stands bare beside translated text.
Left as they stand: `<span>` and links with `hreflang`, which state the language of a passage or of another page; what
says `translate="no"`; whatever states a third language, but for its direction; the words inside a translated sentence.
Source: WCAG 2.2, 3.1.2 (language of parts); HTML Standard §3.2.6.1, §3.2.6.3.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from l10n import markup
from l10n.edits import Edit, follow, primary, set_attributes
from l10n.formats.html.page import Element, Page, Run, attributes
from l10n.formats.html.places import Place
from l10n.formats.html.reading import read
from l10n.formats.html.white import edges
from l10n.formats.html.writing import Manner
from l10n.markup import Tag
from l10n.markup import element_names as _names

Span = tuple[int, int]

_LETTER = re.compile(r"[^\W\d_]")
_SAYS = re.compile(r"\s(?:(?:xml:)?lang|dir)[\s=/>]", re.IGNORECASE)

_UNSEEN = _names("html head template")
_NO_TEXT = _names("html head ul ol menu dir dl table thead tbody tfoot tr colgroup select optgroup datalist")
"""Elements in which a `<span>` may not stand."""


@dataclass(frozen=True, slots=True)
class Look:
    """What there is to say on a page, whatever the languages."""

    left: Sequence[Tag]
    """The outermost elements of what was left."""
    bare: Sequence[Span]
    """What was left and stands in no element of its own."""
    followers: Sequence[tuple[Tag, bool]]
    """Elements that may say something of what was translated; whether one is a block that holds translated words."""


_latest: tuple[Sequence[Place], Look] | None = None
"""The last page that was looked at: an article is built in one locale after the other."""


def edits(text: str, places: Sequence[Place], manner: Manner) -> list[Edit]:
    """The edits after which every element states its language; in order, none of them inside a place."""
    global _latest
    known = _latest
    if known is None or known[0] is not places:
        known = _latest = (places, _looked_at(text, places))
    look = known[1]
    found = [edit for tag in look.left for edit in _stated(text, tag, manner)]
    for start, stop in look.bare:
        opening, closing = manner.foreign
        found += [(start, start, opening), (stop, stop, closing)]
    for tag, worded in look.followers:
        found += follow(text, tag, manner.source, manner.target, worded=worded)
    return sorted(found)


def _looked_at(text: str, places: Sequence[Place]) -> Look:
    page, held = read(text), _Held(places)
    elements = list(_left(page, held))
    left = [(element.start, element.stop) for element in elements]
    tags = [_tag(one.name, one.start, one.end) for one in elements]
    alone: list[_Alone] = []
    for run in page.runs:
        if not held.between(run.start, run.end) and not _inside(left, run.start) and _worded(text[run.start : run.end]):
            alone += _left_in_run(text, run)
    for name, start, end, stop in page.raws:
        if name == "noscript" and not _inside(left, start) and _worded(text[end:stop]):
            alone.append(((start, stop), _tag(name, start, end)))
    tags += [tag for _, tag in alone if tag]
    bare = [span for span, tag in alone if not tag]
    followers = _followers(text, page, held, sorted([*left, *(span for span, _ in alone)]))
    return Look(tags, bare, list(followers))


def shifted(places: Sequence[Place], edits: Sequence[Edit]) -> list[Place]:
    """The places as they stand once those edits are made, none of which lies inside the text of one."""
    ends = [end for _, end, _ in edits]
    moved = [0, *accumulate(len(new) - (end - start) for start, end, new in edits)]

    def start(at: int) -> int:
        return at + moved[bisect_right(ends, at)]

    def stop(at: int) -> int:
        return at + moved[bisect_left(ends, at)]

    return [
        place._replace(
            start=start(place.start),
            end=stop(place.end),
            codes={code: (start(low), stop(high)) for code, (low, high) in place.codes.items()},
            notes=tuple((start(low), stop(high)) for low, high in place.notes),
        )
        for place in places
    ]


class _Held:
    """Where the units of a page stand."""

    def __init__(self, places: Sequence[Place]) -> None:
        seen = [place for place in places if place.form != "json"]
        self.starts = [place.start for place in seen]
        self.worded = [place.start for place in seen if _LETTER.search(place.unit.source)]
        """Of those that are more than figures."""

    def between(self, start: int, stop: int) -> bool:
        """A unit begins in this span."""
        return bisect_left(self.starts, stop) > bisect_left(self.starts, start)

    def words_between(self, start: int, stop: int) -> bool:
        """A unit with letters begins in this span."""
        return bisect_left(self.worded, stop) > bisect_left(self.worded, start)


def _inside(spans: Sequence[Span], at: int) -> bool:
    """An offset lies in one of the spans, which are in order."""
    before = bisect_left(spans, (at + 1, 0)) - 1
    return before >= 0 and at < spans[before][1]


def _tag(name: str, start: int, end: int) -> Tag:
    return Tag(start, end, name, False, end)


def _left(page: Page, held: _Held) -> Iterator[Element]:
    """The outermost elements with words in them and no unit."""
    stop = 0
    for element in page.elements:
        if element.start < stop or element.name in _UNSEEN or held.between(element.start, element.stop):
            continue
        if any(_worded(page.text[run.start : run.end]) for run in page.runs_between(element.start, element.stop)):
            stop = element.stop
            yield element


def _texts(text: str) -> Iterator[Span]:
    """The spans between tags, drawings left out."""
    at, drawn = 0, False
    for tag in markup.tags(text):
        if not drawn:
            yield at, tag.start
        if tag.name in markup.FOREIGN:
            drawn = not tag.closing and not markup.is_empty(text, tag.start, tag.end)
        at = tag.content_end
    yield at, len(text)


def _worded(text: str) -> bool:
    """There are letters between the tags."""
    return any(_letters(text[start:end]) for start, end in _texts(text))


def _letters(text: str) -> bool:
    return _LETTER.search(markup.unescape(text)) is not None


_Alone = tuple[Span, Tag | None]
"""A piece of a run, and its tag where it is an element."""


def _left_in_run(text: str, run: Run) -> list[_Alone]:
    """The outermost inline elements of a run that was left, and its bare text; none where a tag has no partner."""
    base, at = run.start, run.start
    found: list[_Alone] = []
    waiting: list[Tag] = []
    for tag in markup.tags(text[run.start : run.end]):
        if tag.name[0] == "#" or tag.name in markup.VOID:
            continue
        if not tag.closing:
            if not waiting:
                found += _bare(text, at, base + tag.start, run)
            waiting.append(tag)
            continue
        if not waiting or waiting[-1].name != tag.name:
            return []
        first = waiting.pop()
        if not waiting:
            start, at = base + first.start, base + tag.end
            if first.name not in markup.FOREIGN and _worded(text[start:at]):
                found.append(((start, at), _tag(first.name, start, base + first.end)))
    return [] if waiting else [*found, *_bare(text, at, run.end, run)]


def _bare(text: str, start: int, end: int, run: Run) -> list[_Alone]:
    """Text between those elements, where a `<span>` may stand around it."""
    start, end = edges(text, start, end)
    allowed = run.element.name not in _NO_TEXT and _worded(text[start:end])
    return [((start, end), None)] if allowed else []


def _stated(text: str, tag: Tag, manner: Manner) -> list[Edit]:
    """The edits after which an element says that it is in the language of the source, unless it says another."""
    said = attributes(text[tag.start : tag.end])
    wanted: dict[str, str] = {}
    stated = said.get("lang", said.get("xml:lang"))
    if stated is None:
        wanted["lang"] = manner.foreign_lang
        if markup.is_xml(text):
            wanted["xml:lang"] = manner.foreign_lang
    if "dir" not in said and (stated is None or primary(stated) == primary(manner.foreign_lang)):
        wanted["dir"] = manner.foreign_dir
    return set_attributes(text, tag, wanted)


def _followers(text: str, page: Page, held: _Held, left: Sequence[Span]) -> Iterator[tuple[Tag, bool]]:
    """The tags outside what was left that have a `lang` or `dir`."""
    root = next((element.end for element in page.elements if element.name == "html"), 0)
    if all(match.start() < root or _inside(left, match.start()) for match in _SAYS.finditer(text)):
        return
    blocks = {element.start: element for element in page.elements}
    for tag in markup.tags(text):
        if tag.closing or tag.name == "html" or tag.name[0] == "#":
            continue
        if _SAYS.search(text, tag.start, tag.end) and not _inside(left, tag.start):
            block = blocks.get(tag.start)
            yield tag, block is not None and held.words_between(block.start, block.stop)
