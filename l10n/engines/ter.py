"""TER, translation edit rate: how many words of a draft must be inserted, deleted, changed or moved in a block.

As sacrebleu 2 counts it with its usual settings, which follow tercom: small letters, words between white space, edits
over the words of the approved text.  Blocks are moved greedily, the most helpful first; the limits and the order among
equals are tercom's (blocks of 10 words, 50 words far, 1000 candidates, a beam of 25), so that the figures are the same.
Source: Snover and others, A Study of Translation Edit Rate with Targeted Human Annotation (2006); tercom 0.7.25.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from math import ceil
from typing import NamedTuple

BLOCK, FAR, CANDIDATES, BEAM = 10, 50, 1000, 25
LONGEST = 1000
"""Words from which on nothing is moved: no segment of news has so many, and the time would grow with their square."""

_NEVER = 1 << 40
_KEPT, _CHANGED, _DELETED, _INSERTED = range(4)
Words = Sequence[int]


def ter(pairs: Iterable[tuple[str, str]]) -> float:
    """Edits in a hundred words of the approved texts; 0 where nothing was edited. It may be above 100."""
    edits = words = 0
    for draft, approved in pairs:
        number: dict[str, int] = {}
        one, other = (
            [number.setdefault(word, len(number)) for word in text.lower().split()] for text in (draft, approved)
        )
        edits += count(one, other)
        words += len(other)
    if words:
        return 100 * edits / words
    return 100.0 if edits else 0.0


def count(draft: Words, approved: Words) -> int:
    """The edits that lead from a draft to the approved text."""
    if not approved or not draft or draft == approved:
        return max(len(draft), len(approved)) * (draft != approved)
    distance = _Distance(approved)
    moves = tried = 0
    while max(len(draft), len(approved)) <= LONGEST:
        gain, moved, tried = _best_move(draft, approved, distance, tried)
        if tried >= CANDIDATES or gain <= 0:
            break
        moves += 1
        draft = moved
    return moves + distance.of(draft)


class _Distance:
    """Edit distance to one text along a beam around the diagonal."""

    def __init__(self, approved: Words) -> None:
        from rapidfuzz.distance import Levenshtein

        self.approved = approved
        self._exact = Levenshtein.distance

    def of(self, draft: Words) -> int:
        """The distance. One so small that its way cannot leave the beam is counted without it, which is quicker."""
        exact = self._exact(draft, self.approved, score_cutoff=BEAM - 2)
        return exact if exact <= BEAM - 2 else self.table(draft)[0]

    def table(self, draft: Words) -> tuple[int, list[int]]:
        """The distance and its edits from first to last: of those equally short the one that tercom takes."""
        n, m = len(draft), len(self.approved)
        ratio = m / n
        beam = ceil(ratio / 2 + BEAM) if ratio / 2 > BEAM else BEAM
        low, costs = 0, list(range(m + 1))
        rows: list[tuple[int, bytearray]] = [(0, bytearray([_INSERTED]) * (m + 1))]
        for i in range(1, n + 1):
            middle = int(i * ratio)
            begin, end = max(0, middle - beam), min(m + 1, middle + beam)
            low, costs, edits = self._row(draft[i - 1], low, costs, begin, m + 1 if i == n else end)
            rows.append((low, edits))
        return costs[m - low], self._way(rows, n, m)

    def _row(self, word: int, low: int, above: Sequence[int], begin: int, end: int) -> tuple[int, list[int], bytearray]:
        costs: list[int] = []
        edits = bytearray()
        left = _NEVER
        high = low + len(above)
        for j in range(begin, end):
            up = above[j - low] + 1 if low <= j < high else _NEVER
            if j == 0:
                best, edit = up, _DELETED
            else:
                best, edit = _NEVER, _CHANGED
                if low <= j - 1 < high:
                    same = word == self.approved[j - 1]
                    best, edit = above[j - 1 - low] + (not same), _KEPT if same else _CHANGED
                if up < best:
                    best, edit = up, _DELETED
                if left + 1 < best:
                    best, edit = left + 1, _INSERTED
            costs.append(best)
            edits.append(edit)
            left = best
        return begin, costs, edits

    @staticmethod
    def _way(rows: Sequence[tuple[int, bytearray]], i: int, j: int) -> list[int]:
        way = []
        while i > 0 or j > 0:
            low, edits = rows[i]
            edit = edits[j - low]
            way.append(edit)
            i -= edit != _INSERTED
            j -= edit != _DELETED
        return way[::-1]


class _Aligned(NamedTuple):
    """Which words of a draft stand for which of the approved text, and which are wrong, as running sums."""

    place: list[int]
    """By word of the approved text: the word of the draft."""
    wrong_draft: list[int]
    wrong_approved: list[int]


def _aligned(way: Iterable[int]) -> _Aligned:
    place: list[int] = []
    wrong_draft, wrong_approved = [], []
    at = -1
    for edit in way:
        if edit != _INSERTED:
            at += 1
            wrong_draft.append(int(edit != _KEPT))
        if edit != _DELETED:
            place.append(at)
            wrong_approved.append(int(edit != _KEPT))
    return _Aligned(place, *([0, *accumulate(one)] for one in (wrong_draft, wrong_approved)))


def _best_move(draft: Words, approved: Words, distance: _Distance, tried: int) -> tuple[int, Words, int]:
    """By how much the best move shortens the distance, the draft after it, and how many were tried so far."""
    before, way = distance.table(draft)
    aligned = _aligned(way)
    best: tuple[int, int, int, int] | None = None
    moved = draft
    for start, wanted, length in _blocks(draft, approved):
        if not (
            aligned.wrong_draft[start + length] - aligned.wrong_draft[start]
            and aligned.wrong_approved[wanted + length] - aligned.wrong_approved[wanted]
            and not start <= aligned.place[wanted] < start + length
        ):
            continue
        for place in _places(aligned.place, wanted, length):
            after = _moved(draft, start, length, place)
            rank = (before - distance.of(after), length, -start, -place)
            tried += 1
            if best is None or rank > best:
                best, moved = rank, after
        if tried >= CANDIDATES:
            break
    return (best[0] if best else 0), moved, tried


def _blocks(draft: Words, approved: Words) -> Iterator[tuple[int, int, int]]:
    """Runs of words that both have: where they begin in each, how long they are."""
    for start in range(len(draft)):
        for wanted in range(max(0, start - FAR), min(len(approved), start + FAR + 1)):
            most = min(BLOCK, len(draft) - start, len(approved) - wanted)
            length = 0
            while length < most and draft[start + length] == approved[wanted + length]:
                length += 1
                yield start, wanted, length


def _places(place: Sequence[int], wanted: int, length: int) -> Iterator[int]:
    """Where a block may go: before the text, or behind the words that stand for those before and within it."""
    last = -1
    for at in range(wanted - 1, wanted + length):
        if at >= len(place):
            return
        found = 0 if at < 0 else place[at] + 1
        if found != last:
            last = found
            yield found


def _moved(draft: Words, start: int, length: int, place: int) -> Words:
    block, end = draft[start : start + length], start + length
    if place < start:
        return [*draft[:place], *block, *draft[place:start], *draft[end:]]
    if place > end:
        return [*draft[:start], *draft[end:place], *block, *draft[place:]]
    return [*draft[:start], *draft[end : length + place], *block, *draft[length + place :]]
