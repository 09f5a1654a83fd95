"""The article inside a page, where the settings name no selector.

Running text weighs. From the top, the way goes into the block that holds most of it, past furniture, as long as no
bare text, no paragraphs and no sections of its kind are left beside it; the article is the `<article>`, the `<main>`
or the `itemprop=articleBody` around the place where it ends; else the only `<article>` or `<main>` of the page that has
an `<h1>`; else that place. It begins with the page's `<h1>` where that stands before it.
Furniture inside is cut out.
Source: the ideas of Readability (Mozilla) and trafilatura.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from l10n.formats.html import kinds
from l10n.formats.html.furniture import Furniture
from l10n.formats.html.page import Element, Page, attributes
from l10n.formats.html.weight import Weights

Span = tuple[int, int]

MOST = 0.6
"""Share of the running text that draws the search further down."""

SOME = 0.05
"""Share of the running text at which what stands bare or in paragraphs beside a block belongs with it."""

MANY = 0.2
"""Share of the running text at which blocks with the start tag of another are sections of the same article."""


def find(page: Page) -> list[Span]:
    """The parts of the page that are the article, in order; none where it holds no running text and marks none up."""
    weights = Weights(page)
    furniture = Furniture(page, weights)
    span = None
    if weights.prose[page.root.first]:
        place = _densest(page, weights.prose, furniture)
        span = _around(place, page) or _marked_up(page) or (place.start, place.stop)
    else:
        span = _marked_up(page)
    if span is None:
        return []
    start, stop = _headline(page, *span), span[1]
    weights.weigh_links(start, stop)
    return list(_without(furniture, page, start, stop))


def _densest(page: Page, prose: list[int], furniture: Furniture) -> Element:
    """The innermost block that holds most of the running text outside furniture."""
    inside: defaultdict[int, list[Element]] = defaultdict(list)
    for element in page.elements:
        if prose[element.first] and element.parent is not None:
            inside[element.parent.first].append(element)
    here = page.root
    while True:
        blocks = [element for element in inside[here.first] if not furniture.is_one(element)]
        best = max(blocks, key=lambda element: prose[element.first], default=None)
        bare = prose[here.first] - _sum(prose, inside[here.first])
        together = bare + _sum(prose, blocks)
        if best is None or best.name == "p" or prose[best.first] < MOST * together:
            return here
        groups: defaultdict[str, list[Element]] = defaultdict(list)
        for each in blocks:
            groups["p" if each.name == "p" else page.text[each.start : each.end]].append(each)
        several = [each for group in groups.values() if len(group) > 1 for each in group]
        paragraphs = [each for each in several if each.name in ("p", "div") and not inside[each.first]]
        sections = [each for each in groups[page.text[best.start : best.end]] if each is not best]
        if bare + _sum(prose, paragraphs) >= SOME * together or _sum(prose, sections) >= MANY * together:
            return here
        here = best


def _sum(prose: list[int], elements: Iterable[Element]) -> int:
    return sum(prose[element.first] for element in elements)


def _around(place: Element, page: Page) -> Span | None:
    """The innermost `<article>` around a place, else `<main>`, else what is marked as its body."""
    found: dict[str, Element] = {}
    here: Element | None = place
    while here is not None and here.parent is not None:
        found.setdefault(_landmark(here, page), here)
        here = here.parent
    for name in ("article", "main", "body"):
        if name in found:
            return found[name].start, found[name].stop
    return None


def _landmark(element: Element, page: Page) -> str:
    """What an element is marked up as: article, main, body (of an article) or ""."""
    if element.name in ("article", "main"):
        return element.name
    tag = element.tag(page.text)
    if "role" not in tag and "articleBody" not in tag:
        return ""
    said = attributes(tag)
    if said.get("role") in ("article", "main"):
        return said["role"]
    return "body" if "articleBody" in said.get("itemprop", "") else ""


def _marked_up(page: Page) -> Span | None:
    """The only `<article>` of a page, or its only `<main>`, that holds an `<h1>`."""
    found: defaultdict[str, list[Element]] = defaultdict(list)
    for element in page.elements if page.headlines else ():
        found[_landmark(element, page)].append(element)
    for name in ("article", "main"):
        if len(found[name]) == 1 and page.has_headline(found[name][0].start, found[name][0].stop):
            return found[name][0].start, found[name][0].stop
    return None


def _headline(page: Page, start: int, stop: int) -> int:
    """Where the article starts: at the last `<h1>` before it, where none inside it is seen."""
    inside = (element for element in page.headlines if start <= element.start < stop)
    if not all(_unseen(element, page) for element in inside):
        return start
    before = (each.start for each in page.headlines if each.start < start and not _names_site(each, page))
    return max(before, default=start)


def _unseen(element: Element, page: Page) -> bool:
    """An element is there for machines and screen readers only."""
    said = attributes(element.tag(page.text))
    return "hidden" in said or not _UNSEEN.isdisjoint(said.get("class", "").lower().split())


def _names_site(element: Element, page: Page) -> bool:
    """An `<h1>` is the name of the site, as older themes have it."""
    said = attributes(element.tag(page.text))
    return not _SITE.isdisjoint(kinds.words(f"{said.get('class', '')} {said.get('id', '')}"))


_UNSEEN = frozenset(["hidden", "is-hidden", "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text"])
_SITE = frozenset(["site", "logo", "brand", "masthead"])


def _without(furniture: Furniture, page: Page, start: int, stop: int) -> Iterator[Span]:
    """A span cut where furniture stands."""
    cuts = [(run.start, run.end) for run in page.runs_between(start, stop) if furniture.is_label(run)]
    at = start
    for element in page.elements_between(start, stop):
        if element.start >= at and (furniture.is_one(element) or furniture.is_list_of_links(element)):
            cuts.append((element.start, element.stop))
            at = element.stop
    at = start
    for low, high in sorted(cuts):
        if low >= at:
            yield at, low
            at = high
    yield at, stop
