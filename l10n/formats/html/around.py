"""The language that a page states around each of its units, below `<html>`: a quotation in Russian in a Kazakh page.

The words of such a unit are in that language whatever the page around it is in; a script variant leaves them alone.
Source: HTML Standard §3.2.6.1 (the `lang` and `xml:lang` attributes).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from l10n import markup
from l10n.formats.html.page import Element, Page, attributes
from l10n.formats.html.places import Place
from l10n.formats.html.reading import read

Spoken = tuple[str, str]
"""Name of an element and the language that it states; two empty texts where there is none."""

NOTHING: Spoken = ("", "")

SAYS = re.compile(r"\s(?:xml:)?lang[\s=]", re.IGNORECASE)


def stated(text: str, places: Sequence[Place]) -> list[Spoken]:
    """For each unit the innermost element around it that states a language; none where only the page does."""
    root = next((tag.end for tag in markup.tags(text, ("html",)) if not tag.closing), 0)
    if not SAYS.search(text, root):
        return [NOTHING] * len(places)
    page = read(text)
    starts = [element.start for element in page.elements], [run.start for run in page.runs]
    return [next(_around(page, place.start, *starts), NOTHING) for place in places]


def _around(page: Page, at: int, elements: Sequence[int], runs: Sequence[int]) -> Iterator[Spoken]:
    """What the elements around an offset state, from the inside out."""
    number = bisect_right(runs, at) - 1
    if number >= 0 and at < page.runs[number].end:
        yield from _inline(page.text, page.runs[number].start, at)
    number = bisect_right(elements, at) - 1
    element: Element | None = page.elements[number] if number >= 0 else None
    while element is not None:
        if element.start <= at < element.stop and element.name != "html":
            lang = said(element.tag(page.text))
            if lang:
                yield element.name, lang
        element = element.parent


def _inline(text: str, start: int, at: int) -> Iterator[Spoken]:
    """The same of the inline elements of a run that are open at an offset."""
    waiting: list[Spoken] = []
    for match in markup.TAG.finditer(text, start, at):
        name = (match[1] or "").lower()
        if name[:1] == "/":
            while any(name[1:] == one for one, _ in waiting) and waiting.pop()[0] != name[1:]:
                continue
        elif name and name not in markup.VOID:
            waiting.append((name, said(match[0])))
    yield from (one for one in reversed(waiting) if one[1])


def said(tag: str) -> str:
    """The language that a start tag states, ""."""
    found = attributes(tag) if tag else {}
    return found.get("lang", found.get("xml:lang", "")).strip()
