"""A report on the terminal: aligned by display width, readable without colour, as wide as the terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

from l10n.reports.counts import STATES, Report, Row

BAR = "by state"
BAR_WIDTH = 12
SHADES = ("·", "░", "▒", "▓", "█")
"""Empty, other initial text, translated, reviewed, final: darker is further."""
_SHADE = (0, 1, 1, 1, 1, 2, 3, 4)
_FURTHEST_FIRST = tuple(SHADES[n] for n in reversed(_SHADE))
_ANSI = {"·": "90", "░": "33", "▒": "36", "▓": "34", "█": "32"}
_COLOURS = str.maketrans({sign: f"\x1b[{colour}m{sign}\x1b[0m" for sign, colour in _ANSI.items()})
GAP = 2
LEAST_NAME = 12
"""Columns of the terminal below which a name is not shortened further."""


def width_of(text: str) -> int:
    """Columns that a text takes on a terminal: wide East Asian signs two, combining marks and format signs none."""
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


@cache
def _width(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def shortened(text: str, width: int) -> str:
    """The text in at most that many columns: its start and its end around an ellipsis."""
    if width_of(text) <= width:
        return text
    head = _fitting(text, (width - 1) // 2)
    tail = _fitting(text[::-1], width - 1 - width_of(head))[::-1]
    return f"{head}…{tail}"


def _fitting(text: str, width: int) -> str:
    used = 0
    for at, sign in enumerate(text):
        used += _width(sign)
        if used > width:
            return text[:at]
    return text


@dataclass(slots=True)
class Column:
    """A column of a table: its cells as text, one a row."""

    name: str
    cells: list[str]
    right: bool = False
    rank: int = 0
    """Columns of the highest rank go first, together, when the terminal is narrow; those of rank 0 stay."""
    elastic: bool = False
    """Its cells may be shortened in the middle."""
    paint: Callable[[str], str] | None = None
    """Colours a padded cell."""
    width: int = field(init=False)
    narrow: bool = field(init=False)
    """Every sign takes one column of the terminal, as in most tables."""

    def __post_init__(self) -> None:
        texts = {self.name, *self.cells}
        signs = "".join(texts)
        self.narrow = signs.isascii() or all(_width(sign) == 1 for sign in set(signs))
        self.width = max(map(len if self.narrow else width_of, texts))

    def lines(self) -> list[str]:
        """The name and the cells, each in the width of the column."""
        width = self.width
        texts = (
            [shortened(text, width) for text in (self.name, *self.cells)] if self.elastic else [self.name, *self.cells]
        )
        if self.narrow:
            pad = str.rjust if self.right else str.ljust
            padded = [pad(text, width) for text in texts]
        else:
            padded = [self._padded(text) for text in texts]
        return [padded[0], *map(self.paint, padded[1:])] if self.paint else padded

    def _padded(self, text: str) -> str:
        space = " " * (self.width - width_of(text))
        return space + text if self.right else text + space


def aligned(columns: Sequence[Column], width: int | None, rules: Sequence[int] = ()) -> str:
    """The table as lines; columns are left out, then names shortened, until it fits.

    width: of the terminal; None leaves everything as it is.  rules: rows before which a line is drawn.
    """
    kept = [column for column in columns if any(column.cells)]
    if width is not None:
        while _total(kept) > width and (highest := max(column.rank for column in kept)):
            kept = [column for column in kept if column.rank < highest]
        _squeeze(kept, width)
    gap = " " * GAP
    lines = [gap.join(cells).rstrip() for cells in zip(*(column.lines() for column in kept), strict=True)]
    for number in sorted(rules, reverse=True):
        lines.insert(number + 1, "─" * _total(kept))
    return "\n".join(lines) + "\n"


def _total(columns: Sequence[Column]) -> int:
    return sum(column.width for column in columns) + GAP * (len(columns) - 1)


def _squeeze(columns: Sequence[Column], width: int) -> None:
    while _total(columns) > width:
        widest = max((column for column in columns if column.elastic), key=lambda column: column.width, default=None)
        if widest is None or widest.width <= LEAST_NAME:
            return
        widest.width = max(LEAST_NAME, widest.width - (_total(columns) - width))


def as_table(report: Report, width: int | None = None, colour: bool = False) -> str:
    """The rows, a line, the totals of the locales, and what the signs of the bars mean.

    width: columns of the terminal; the least telling ones go first.  None keeps everything.
    """
    if not report.rows:
        return ""
    rows = [*report.rows, *report.totals]
    table = aligned(_columns(report, rows, colour), width, rules=[len(report.rows)])
    done = f"\nDone is {report.least} or above, in words.\n"
    if BAR not in table.split("\n", 1)[0]:
        return table + done
    return f"{table}{done}{_legend(colour)}\n"


def _legend(colour: bool) -> str:
    names = ("empty", "draft or other initial", *STATES[5:])
    shades = map(_painted, SHADES) if colour else SHADES
    return "  ".join(f"{shade} {name}" for shade, name in zip(shades, names, strict=True))


def _columns(report: Report, rows: Sequence[Row], colour: bool) -> list[Column]:
    words = zip(*(row.words for row in rows), strict=True)
    return [
        Column("article", [row.article or "all articles" for row in rows], elastic=True),
        Column("locale", [row.locale for row in rows]),
        Column("segments", [str(row.segment_count) for row in rows], right=True, rank=6),
        Column("words", [str(row.word_count) for row in rows], right=True, rank=1),
        Column("done", [percent(row.share(report.least)) for row in rows], right=True),
        Column(BAR, [bar(row) for row in rows], rank=2, paint=_painted if colour else None),
        *(
            Column(state, [str(count) if count else "" for count in counts] if any(counts) else [], right=True, rank=8)
            for state, counts in zip(STATES, words, strict=True)
        ),
        Column(
            "claims", [str(row.claimed_segments) if row.claimed_segments else "" for row in rows], right=True, rank=5
        ),
        Column("waits for", [waits(row) for row in rows]),
        Column("questions", [str(row.questions) if row.questions else "" for row in rows], right=True, rank=4),
        Column("unchanged", [str(row.unchanged) if row.unchanged else "" for row in rows], right=True, rank=5),
        Column("since", [row.since[:10] for row in rows], rank=5),
        Column("by", [row.who for row in rows], rank=7),
        Column("deadline", [_deadline(report, row) for row in rows], rank=1),
        Column("published", [row.published for row in rows], rank=3),
        Column("converted from", [row.converted_from for row in rows], rank=3),
    ]


def percent(share: float) -> str:
    """0–1 as a whole percentage; 100% only where nothing is missing, 0% only where nothing is there."""
    whole = round(share * 100)
    return f"{min(99, max(1, whole)) if 0 < share < 1 else whole}%"


def bar(row: Row, length: int = BAR_WIDTH) -> str:
    """The words by state (the segments where there are no words), the furthest first, in `length` signs."""
    counts = row.words if any(row.words) else row.segments
    total = sum(counts)
    if total and total in counts:
        return SHADES[_SHADE[counts.index(total)]] * length
    signs, done = "", 0
    for shade, count in zip(_FURTHEST_FIRST, reversed(counts), strict=True):
        if count:
            done += count
            signs += shade * (round(done * length / total) - len(signs))
    return signs


def waits(row: Row) -> str:
    """ "translator 3, editor 12": segments by the person they wait for, without those that have none."""
    return ", ".join([f"{role} {count}" for role, count in row.waits().items() if count])


def _deadline(report: Report, row: Row) -> str:
    return f"{row.deadline} overdue" if report.is_overdue(row) else row.deadline


def _painted(text: str) -> str:
    return text.translate(_COLOURS)
