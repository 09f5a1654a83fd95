"""Blocks of a plain text: paragraphs, headlines, captions, as its lines and blank lines set them off.

A blank line always ends a block. Lines without one between them are one block where an editor has wrapped a paragraph
at some width, so that the next word had no room; otherwise each line is a block of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from l10n.formats.text import words

NARROWEST, WIDEST = 40, 120
"""Widths at which text is wrapped by hand or by a mail program, in characters."""

MOST = 2 / 3
"""Share of the lines of a wrapped paragraph that start with a word for which the line above had no room."""

_LINE = re.compile(r"([^\r\n]*)(?:\r\n?|\n|\Z)")
_FOLD = re.compile(r"[ \t\n\r\x0b\x0c]+")


@dataclass(frozen=True, slots=True)
class Block:
    """document[start:end], without the marker of a list item that stands from `first`."""

    first: int
    start: int
    end: int
    text: str
    """White space folded, none at the ends."""
    line: int
    """1-based."""
    marker: str
    """`•`, `1.` and the like, "" where it has none."""
    chunk: int
    """Blocks without a blank line between them have one number."""
    rows: tuple[str, ...]
    """Its lines as they stand, with indentation."""

    def with_marker(self, document: str) -> Block:
        """The block with its marker, which is none, as part of its text."""
        if not self.marker:
            return self
        return replace(self, start=self.first, text=fold(document[self.first : self.end]), marker="")

    def row(self, document: str, text: str) -> str:
        """The one line that the block becomes with another text."""
        indentation = self.rows[0][: len(self.rows[0]) - len(self.rows[0].lstrip())]
        return indentation + document[self.first : self.start] + text


def fold(text: str) -> str:
    """White space as one space, none at the ends; a no-break space inside stays."""
    return _FOLD.sub(" ", text).strip()


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a document in order."""
    for number, chunk in enumerate(_chunks(text)):
        rows = [text[start:end] for _, start, end in chunk]
        at = 0
        for size in grouped(rows, number == 0):
            yield _block(text, chunk[at : at + size], tuple(rows[at : at + size]), number)
            at += size


def _chunks(text: str) -> Iterator[list[tuple[int, int, int]]]:
    """Runs of lines that are not blank: (1-based number, start, end) of each."""
    run: list[tuple[int, int, int]] = []
    for number, match in enumerate(_LINE.finditer(text), 1):
        start, end = match.span(1)
        if match[1].strip():
            run.append((number, start, end))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _block(text: str, lines: Sequence[tuple[int, int, int]], rows: tuple[str, ...], chunk: int) -> Block:
    line, start, _ = lines[0]
    end = lines[-1][2]
    first = start = start + len(rows[0]) - len(rows[0].lstrip())
    end -= len(rows[-1]) - len(rows[-1].rstrip())
    marker = words.MARKER.match(text, start, end)
    if marker:
        start = marker.end()
    return Block(first, start, end, fold(text[start:end]), line, marker[1] if marker else "", chunk, rows)


def grouped(rows: Sequence[str], first: bool) -> list[int]:
    """How many lines each block has, of lines without a blank one between them.

    first: they stand at the top of the document, where headline, deck and byline often follow one another so.
    """
    sizes = [1]
    for goes_on in _going_on([row.rstrip() for row in rows], first):
        if goes_on:
            sizes[-1] += 1
        else:
            sizes.append(1)
    return sizes


def _going_on(rows: Sequence[str], first: bool) -> list[bool]:
    """For each line but the first, whether it goes on with the paragraph of the line above."""
    width = max(map(len, rows))
    none = [False] * (len(rows) - 1)
    if len(rows) == 1 or not NARROWEST <= width <= WIDEST:
        return none
    starts = [_starts_anew(row) for row in rows[1:]]
    small = [row.lstrip()[:1].islower() for row in rows[1:]]
    full = [len(row) + 1 + len(after.split(None, 1)[0]) > width for row, after in pairwise(rows)]
    goes_on = [not start and (a or b) for start, a, b in zip(starts, small, full, strict=True)]
    if sum(goes_on) < MOST * starts.count(False):
        return none
    if not any(small) and (first or len(rows) == 2) and not _is_sentence_cut(rows, first):
        return none
    return goes_on


def _starts_anew(row: str) -> bool:
    """A list item, or a line that says what it is: `Photo: …`, `By …`."""
    row = row.strip()
    return bool(words.MARKER.match(row) or words.LABELLED.match(row) or words.BYLINE.match(row))


def _is_sentence_cut(rows: Sequence[str], first: bool) -> bool:
    """Lines of letters without small ones, or two lines below the top: the first stops within a sentence."""
    if first and any(map(str.isupper, "".join(row.lstrip()[:1] for row in rows[1:]))):
        return False
    return not words.ENDS.search(rows[0]) and words.ENDS.search(rows[-1]) is not None
