"""Scope: which blocks and runs of a page are to be translated.

The article (by a selector, by default, or the whole page) without what the page says is not for translation
(`translate="no"`, the class `notranslate`; `translate="yes"` inside is again), without `data-l10n-skip`, without what
the settings exclude, and without the content of `<pre>`, `<template>`, `<video>` and their like.
Source: HTML Standard §3.2.6.4 (translate), ITS 2.0 §8.1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from l10n.errors import FormatError
from l10n.formats.html import article, kinds, selectors
from l10n.formats.html.page import OPAQUE, Element, Page, Run
from l10n.formats.html.tokens import LeftOut
from l10n.phrases import phrase

Span = tuple[int, int]

_YES, _NO, _OUT = range(3)
_SAID = {"yes": _YES, "no": _NO, "skip": _OUT}


def spans(page: Page, selector: str, whole_page: bool) -> list[Span]:
    """The parts of a page that are looked at, in order; none where the article was not found.

    FormatError: the selector fits nothing.
    """
    if whole_page:
        return [(0, len(page.text))]
    if not selector:
        return article.find(page)
    fits = selectors.compile((selector,))
    found: list[Span] = []
    for element in page.elements:
        if (not found or element.start >= found[-1][1]) and fits(element, page.text):
            found.append((element.start, element.stop))
    if not found:
        raise FormatError(
            phrase("the selector `{selector}` fits nothing on this page", selector=selector),
            hint=phrase(
                "correct it in the settings, leave it out so that the article is looked for, or take the whole page"
            ),
        )
    return found


def taken(page: Page, spans: Sequence[Span], left_out: LeftOut | None) -> tuple[list[Element], list[Run]]:
    """The elements and the runs inside these spans that are for translation, each in document order.

    An element is taken when its attributes are, whether or not its content is.
    """
    judge = _Judge(page, left_out)
    elements = [
        element
        for start, stop in spans
        for element in page.elements_between(start, stop)
        if judge.own(element, judge.inside(element.parent)) == _YES
    ]
    runs = [run for start, stop in spans for run in page.runs_between(start, stop) if judge.inside(run.element) == _YES]
    return elements, runs


@dataclass(slots=True)
class _Judge:
    """Says of elements whether they are for translation; remembers those asked."""

    page: Page
    left_out: LeftOut | None
    said: dict[int, int] = field(default_factory=dict)

    def inside(self, element: Element | None) -> int:
        """Whether the content of an element is for translation."""
        waiting: list[Element] = []
        while element is not None and element.first not in self.said:
            waiting.append(element)
            element = element.parent
        state = self.said[element.first] if element is not None else _YES
        for element in reversed(waiting):
            state = _OUT if element.name in OPAQUE else self.own(element, state)
            self.said[element.first] = state
        return state

    def own(self, element: Element, around: int) -> int:
        """Whether an element is for translation, given what it stands in."""
        if around == _OUT or (self.left_out is not None and self.left_out(element)):
            return _OUT
        tag = element.tag(self.page.text)
        return _SAID.get(kinds.said(tag), around) if tag else around
