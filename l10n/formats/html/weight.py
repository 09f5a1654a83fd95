"""Weight: how much is read in each block of a page, and how much of it are links."""

from __future__ import annotations

import re

from l10n.formats.html.page import Page, Run

PROSE = 60
"""Characters from which a block counts as running text; shorter ones are labels, and headlines of teasers."""

_NOISE = re.compile(
    r"<(?:script\b(?:[^<]|<(?!/script))*+|style\b(?:[^<]|<(?!/style))*+|noscript\b(?:[^<]|<(?!/noscript))*+"
    r"|svg\b(?:[^<]|<(?!/svg))*+|[^>]*+>)"
)
"""Roughly what of a run is not read."""


def weigh_prose(page: Page) -> None:
    """Count the running text inside each element: long blocks whose words are not mostly links."""
    for run in page.runs:
        if run.end - run.start >= PROSE:
            read, linked = measured(page.text, run)
            if read >= PROSE and linked * 2 < read:
                run.element.prose += read - linked
    for element in reversed(page.elements):
        if element.prose and element.parent is not None:
            element.parent.prose += element.prose


def weigh_links(page: Page, start: int, stop: int) -> None:
    """Count what is read inside each element of text[start:stop], and what of it is linked."""
    for run in page.runs_between(start, stop):
        read, linked = measured(page.text, run)
        run.element.read += read
        run.element.linked += linked
    for element in reversed(page.elements_between(start, stop)):
        if element.read and element.parent is not None:
            element.parent.read += element.read
            element.parent.linked += element.linked


def measured(text: str, run: Run) -> tuple[int, int]:
    """Characters of a run that are read, and those of them inside links."""
    read = _length(text, run.start, run.end, run.inline)
    return read, sum(_length(text, start, end, True) for start, end in run.links)


def _length(text: str, start: int, end: int, inline: bool) -> int:
    words = text[start:end]
    return len(" ".join((_NOISE.sub("", words) if inline else words).split()))
