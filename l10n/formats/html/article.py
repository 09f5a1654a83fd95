"""The article inside a page."""

from __future__ import annotations

from l10n.formats.html.page import Page


def find(page: Page) -> list[tuple[int, int]]:
    """The parts of the page that are the article."""
    return [(0, len(page.text))]
