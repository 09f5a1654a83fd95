"""Weight: how many characters are read in each block of a page, and how many of them in links; white space is none."""

from __future__ import annotations

from l10n.formats.html.page import Element, Page, Run

PROSE = 50
"""Characters from which a block counts as running text; shorter ones are labels, and headlines of teasers."""


class Weights:
    """Characters by element (its `first`; the root comes last)."""

    def __init__(self, page: Page) -> None:
        size = len(page.elements) + 1
        self.page = page
        self.prose = [0] * size
        """Running text: long blocks whose words are not mostly links."""
        self.read = [0] * size
        """All that is read, where links have been weighed; and what of it are links."""
        self.linked = [0] * size
        self._counts: dict[int, int] = {}
        """Characters of the longer runs that are read, by where a run starts."""
        for run in page.runs:
            if run.end - run.start - run.marked >= PROSE:
                count = self._counts[run.start] = read(page.text, run)
                if count >= PROSE and run.linked * 2 < count:
                    self.prose[run.element.first] += count - run.linked
        self._sum_up(self.prose, page.elements)

    def weigh_links(self, start: int, stop: int) -> None:
        """Count what is read inside each element of text[start:stop], and what of it is linked."""
        for run in self.page.runs_between(start, stop):
            count = self._counts.get(run.start)
            self.read[run.element.first] += read(self.page.text, run) if count is None else count
            self.linked[run.element.first] += run.linked
        elements = self.page.elements_between(start, stop)
        self._sum_up(self.read, elements)
        self._sum_up(self.linked, elements)

    @staticmethod
    def _sum_up(weights: list[int], elements: list[Element]) -> None:
        for element in reversed(elements):
            weight = weights[element.first]
            if weight and element.parent is not None:
                weights[element.parent.first] += weight


def read(text: str, run: Run) -> int:
    """Characters of a run that are read."""
    start, end = run.start, run.end
    return max(0, end - start - text.count(" ", start, end) - text.count("\n", start, end) - run.marked)
