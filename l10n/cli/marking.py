"""A piece of a text marked on a terminal, whatever letters it is written in.

    The ferry runs  again.
                  ^^

A caret stands right only where columns run as the letters do.  A terminal may reorder right-to-left text, or leave
that to nobody, so such a text bears its marks inside, in one isolated line: `⟦…⟧`, which mirror as brackets do.  What
cannot be seen is spelt, `<U+202E>`, so that no text turns a line round or commands a terminal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from l10n.cli.talk import visible

ISOLATE = "\u2068{}\u2069"
"""First strong isolate … pop: keeps a right-to-left text from reordering what stands beside it (UAX 9)."""

MARKS = ("⟦", "⟧")
CUT = "…"
LEAST = 20
"""Columns that a text gets on however narrow a terminal."""
_JOINERS = "\u200c\u200d"
"""They join and part letters of the Arabic script, and turn nothing."""
_SEEN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
"""Signs of the Arabic script that Unicode calls format characters, and that have a shape."""
_VALUE = re.compile("`([^`]+)`")
_LINES = {"\t": "␉", "\n": "␊"}


class Cell(NamedTuple):
    """A character as it is shown."""

    shown: str
    width: int
    """Columns: 0 for a mark on a letter, 2 for a wide one (UAX 11)."""


def cell(letter: str) -> Cell:
    """A character as a terminal may show it."""
    if " " <= letter <= "~":
        return Cell(letter, 1)
    kind = unicodedata.category(letter)
    if kind == "Cc":
        return Cell(_LINES.get(letter) or visible(letter), 1)
    if letter in _JOINERS or kind in ("Mn", "Me"):
        return Cell(letter, 0)
    if kind in ("Cf", "Cs", "Zl", "Zp") and letter not in _SEEN:
        spelt = f"<U+{ord(letter):04X}>"
        return Cell(spelt, len(spelt))
    return Cell(letter, 2 if unicodedata.east_asian_width(letter) in "WF" else 1)


def shown(text: str) -> str:
    """A text in one line, in which no character does anything; isolated where it holds right-to-left letters."""
    line = text if text.isascii() and text.isprintable() else "".join(cell(letter).shown for letter in text)
    return ISOLATE.format(line) if is_turned(line) else line


def told(message: str) -> str:
    """A message in one line, each value in it by itself, so that none turns another round."""
    return _VALUE.sub(lambda match: f"`{shown(match[1])}`", "".join(cell(letter).shown for letter in message))


def is_turned(text: str) -> bool:
    """Whether any of it is written from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in text)


def marked(text: str, span: tuple[int, int] | None, columns: int) -> Iterator[str]:
    """The lines that show a text, or so much of it as has room, and below it or in it where the span is.

    A span that is the whole text needs no mark.

    columns: how many there are; two marks more where they stand in the text.
    """
    if span == (0, len(text)):
        span = None
    first, last = span or (0, 0)
    first, last = min(first, len(text)), min(max(first, last), len(text))
    start, end = _window(text, first, last, max(columns, LEAST))
    pieces = [shown_piece(text[a:b]) for a, b in ((start, first), (first, min(last, end)), (min(last, end), end))]
    before, piece, after = ("".join(one.shown for one in cells) for cells in pieces)
    before = (CUT if start else "") + before
    after += CUT if end < len(text) else ""
    if is_turned(before + piece + after):
        yield ISOLATE.format(f"{before}{MARKS[0]}{piece}{MARKS[1]}{after}" if span else before + piece + after)
        return
    yield before + piece + after
    if span:
        indent = sum(one.width for one in pieces[0]) + bool(start)
        yield " " * indent + "^" * max(1, sum(one.width for one in pieces[1]))


def shown_piece(text: str) -> list[Cell]:
    """The characters of a text as they are shown."""
    return [cell(letter) for letter in text]


def _window(text: str, first: int, last: int, columns: int) -> tuple[int, int]:
    """The part of a text that has room in so many columns: its span first, then what is around it, evenly."""
    if len(text) <= columns // 2 or (len(text) <= columns * 8 and _width(text) <= columns):
        return 0, len(text)
    room = columns - 2 * len(CUT)
    end = first
    while end < last and (room := room - cell(text[end]).width) >= 0:
        end += 1
    start, left = first, room // 2 if end < len(text) else room
    while start > 0 and (width := cell(text[start - 1]).width) <= left:
        left -= width
        room -= width
        start -= 1
    while end < len(text) and (width := cell(text[end]).width) <= room:
        room -= width
        end += 1
    while start > 0 and (width := cell(text[start - 1]).width) <= room:
        room -= width
        start -= 1
    while 0 < start < first and unicodedata.combining(text[start]):
        start += 1
    return start, end


def _width(text: str) -> int:
    return sum(cell(letter).width for letter in text)
