"""The article inside a page, where the settings name no selector.

Running text weighs. From the top, the way goes into the block that holds most of it, past furniture; the article is
the `<article>` or `<main>` around the place where it ends, or that place itself, and begins with the page's `<h1>`
where that stands before it. Furniture inside is cut out.
Source: the ideas of Readability (Mozilla) and trafilatura.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from l10n.formats.html.furniture import Furniture
from l10n.formats.html.page import Element, Page, attributes
from l10n.formats.html.weight import Weights

Span = tuple[int, int]

MOST = 0.6
"""Share of the running text that draws the search further down."""


def find(page: Page) -> list[Span]:
    """The parts of the page that are the article, in order; none where it holds no running text."""
    weights = Weights(page)
    if not weights.prose[page.root.first]:
        return []
    furniture = Furniture(page, weights)
    start, stop = _around(_densest(page, weights.prose, furniture), page)
    start = _headline(page, start, stop)
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
        if (
            best is None
            or best.name == "p"
            or prose[best.first] < MOST * sum(prose[element.first] for element in blocks)
        ):
            return here
        here = best


def _around(place: Element, page: Page) -> Span:
    """The `<article>` around a place, else `<main>`, else the place itself."""
    main = None
    here: Element | None = place
    while here is not None and here.parent is not None:
        role = attributes(here.tag(page.text)).get("role", "")
        if "article" in (here.name, role):
            return here.start, here.stop
        if "main" in (here.name, role):
            main = here
        here = here.parent
    main = main or place
    return main.start, main.stop


def _headline(page: Page, start: int, stop: int) -> int:
    """Where the article starts: at the last `<h1>` before it, where none inside it is seen."""
    inside = (element for element in page.headlines if start <= element.start < stop)
    if any(not _unseen(element, page) for element in inside):
        return start
    return max((element.start for element in page.headlines if element.start < start), default=start)


def _unseen(element: Element, page: Page) -> bool:
    """An element is there for machines and screen readers only."""
    said = attributes(element.tag(page.text))
    return "hidden" in said or not _UNSEEN.isdisjoint(said.get("class", "").lower().split())


_UNSEEN = frozenset(["hidden", "is-hidden", "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text"])


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
