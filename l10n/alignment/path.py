"""The path: the likeliest way through two texts, bead by bead, in a band around what rare features tell beforehand.

Dynamic programming over the cells of the band: as many as the longer text has sentences, times the width of the band,
in time and in memory.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from l10n.alignment.features import Features, joined
from l10n.alignment.scoring import KINDS, SKIPPED, Scorer

Cell = tuple[int, int]
"""So many source sentences and so many target sentences."""

WHOLE = 10_000
"""Cells up to which all are looked at."""
WIDTH, WIDEST = 16, 160
"""Sentences to both sides of the path that is expected: at least, and at most where a passage is on one side only."""
RARE = 3
"""Sentences of a side that may have a feature which anchors."""
ANCHORS = 3.5
"""What common rare features have to say of two sentences before they anchor the band."""
HOPELESS = -10.0
"""A bead that starts with less is not looked at further."""
_MATCHES = tuple(KINDS.items())
_BACK = [(0, 0), (1, 0), (0, 1), *KINDS]
_LOWEST = float("-inf")


def path(scorer: Scorer) -> list[tuple[Cell, Cell]]:
    """The beads from the start to the end, each as the cells where it starts and ends."""
    rows, columns = len(scorer.source), len(scorer.target)
    bands = _bands(scorer)
    before, after = _Spans(scorer.source, scorer), _Spans(scorer.target, scorer)
    values: list[list[float]] = []
    backs: list[bytearray] = []
    for row in range(rows + 1):
        best, back = _row(scorer, row, bands, values, before, after)
        values = [*values[-2:], best]
        backs.append(back)
    return _walk(backs, bands, (rows, columns))


class _Spans:
    """One, two and three sentences of a side that follow one another, by the place of the first."""

    def __init__(self, side: Sequence[Features], scorer: Scorer) -> None:
        self.side = side
        self.joined = [
            [joined(side[start : start + size]) for start in range(len(side) - size + 1)] for size in (1, 2, 3)
        ]
        self.lengths = [[one.length for one in spans] for spans in self.joined]
        weights = scorer.weights
        self.most = [[sum([weights[key] for key in one.keys]) for one in spans] for spans in self.joined]
        """What their features can say at most."""


def _row(
    scorer: Scorer,
    row: int,
    bands: Sequence[Cell],
    values: Sequence[list[float]],
    before: _Spans,
    after: _Spans,
) -> tuple[list[float], bytearray]:
    """The best ways to the cells of a row, from those of the three before it."""
    low, high = bands[row]
    best, back = [_LOWEST] * (high - low), bytearray(high - low)
    if row == 0:
        best[0] = 0.0
    above, shift = (values[-1], low - bands[row - 1][0]) if row else ([], 0)
    ways = [
        (number, a, b, prior, values[-a], bands[row - a][0], before.joined[a - 1][row - a], before.most[a - 1][row - a])
        for number, ((a, b), prior) in enumerate(_MATCHES, 3)
        if row >= a
    ]
    length, known = scorer.length, scorer.known
    for place in range(high - low):
        column = low + place
        here, way = best[place], 0
        if 0 <= place + shift < len(above) and above[place + shift] + SKIPPED > here:
            here, way = above[place + shift] + SKIPPED, 1
        if place and best[place - 1] + SKIPPED > here:
            here, way = best[place - 1] + SKIPPED, 2
        for number, a, b, prior, earlier, left, one, most in ways:
            start = column - b
            if not 0 <= start - left < len(earlier):
                continue
            value = earlier[start - left] + prior
            most_other = after.most[b - 1][start]
            if value + (most if most < most_other else most_other) <= here:
                continue
            fit = length(one.length, after.lengths[b - 1][start])
            if prior + fit < HOPELESS:
                continue
            other = after.joined[b - 1][start]
            said, against = known(one, other)
            value += fit + said - against
            if value > here and a > 1:
                value += scorer.support(before.side[row - a : row], other)
            if value > here and b > 1:
                value += scorer.support(after.side[start:column], one)
            if value > here:
                here, way = value, number
        best[place], back[place] = here, way
    return best, back


def _walk(backs: Sequence[bytearray], bands: Sequence[Cell], end: Cell) -> list[tuple[Cell, Cell]]:
    found = []
    row, column = end
    while row or column:
        a, b = _BACK[backs[row][column - bands[row][0]]]
        found.append(((row - a, column - b), (row, column)))
        row, column = row - a, column - b
    return found[::-1]


# --- the band


def _bands(scorer: Scorer) -> list[Cell]:
    """For each row the columns that are looked at, half-open; each row reaches from the one before to the next."""
    rows, columns = len(scorer.source), len(scorer.target)
    if (rows + 1) * (columns + 1) <= WHOLE:
        return [(0, columns + 1)] * (rows + 1)
    fixed = anchors(scorer)
    ends = ((0, 0), (rows, columns))
    lows, highs = [columns] * (rows + 1), [0] * (rows + 1)
    for some in (fixed, fixed[::2], fixed[1::2]):
        for (top, left), (bottom, right) in pairwise([ends[0], *some, ends[1]]):
            width = min(WIDTH + abs((bottom - top) - (right - left)), WIDEST)
            for row in range(top, bottom + 1):
                column = left + (right - left) * (row - top) // max(bottom - top, 1)
                reach = (left, right) if bottom == top else (column, column)
                lows[row] = min(lows[row], max(reach[0] - width, 0))
                highs[row] = max(highs[row], min(reach[1] + width + 1, columns + 1))
    lows[0], highs[-1] = 0, columns + 1
    for row in range(rows - 1, -1, -1):
        lows[row] = min(lows[row], lows[row + 1])
    for row in range(1, rows + 1):
        highs[row] = max(highs[row], highs[row - 1])
        lows[row] = min(lows[row], highs[row - 1] - 1)
    return list(zip(lows, highs, strict=True))


def anchors(scorer: Scorer) -> list[Cell]:
    """Pairs of sentences that rare features join beyond doubt, none crossing another."""
    places: list[dict[str, list[int]]] = []
    for side in (scorer.source, scorer.target):
        found: dict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(side):
            for key in one.keys:
                if len(found[key]) <= RARE:
                    found[key].append(place)
        places.append(found)
    votes: dict[Cell, float] = defaultdict(float)
    for key in sorted(places[0]):
        here, there = places[0][key], places[1].get(key, [])
        if len(here) <= RARE >= len(there):
            for row in here:
                for column in there:
                    votes[row, column] += scorer.weights[key]
    best: dict[int, tuple[float, int]] = {}
    for (row, column), vote in sorted(votes.items()):
        if vote >= ANCHORS and vote > best.get(row, (0.0, 0))[0]:
            best[row] = vote, column
    return _chain([(row, column, vote) for row, (vote, column) in sorted(best.items())])


def _chain(pairs: Sequence[tuple[int, int, float]]) -> list[Cell]:
    """The heaviest chain that goes down and to the right: one pass, the best ends kept in order of their columns."""
    ends: list[tuple[int, float, int]] = []
    """(column, weight of the best chain that ends there or before, its last pair), both increasing."""
    previous: list[int] = []
    for number, (_, column, vote) in enumerate(pairs):
        place = bisect_right(ends, (column - 1, float("inf"), 0))
        weight, last = (ends[place - 1][1], ends[place - 1][2]) if place else (0.0, -1)
        previous.append(last)
        total = weight + vote
        stop = place
        while stop < len(ends) and ends[stop][1] <= total:
            stop += 1
        if stop > place or place == len(ends) or ends[place][0] > column:
            ends[place:stop] = [(column, total, number)]
    found = []
    last = ends[-1][2] if ends else -1
    while last >= 0:
        found.append(pairs[last][:2])
        last = previous[last]
    return found[::-1]
