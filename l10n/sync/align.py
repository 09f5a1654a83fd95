"""Which old sources became which new ones, found in document order.

What matched by its key divides both articles into gaps; inside a gap old and new sources are paired in order,
so that an edited sentence finds its own old one and not merely a similar one.  A pair may have several old
sources (joined) or several new ones (split).  What is left is looked for everywhere by its rare words.

Time is linear: small gaps are aligned by dynamic programming over all pairs, large ones are first cut by an
index of rare words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from operator import lt
from typing import NamedTuple

from l10n.sync.near import Index

IN_GAP = 55
"""Least similarity (0–100) of an edited source in its old place: of random pairs of sentences in en, ru, kk, ug
fewer than 1 in 1,000 reach 50."""

FAR = 70
"""Least similarity of one that stands elsewhere now, or was retired before."""

SHORT = 20
"""Characters: shorter texts resemble one another by chance and need FAR in their place too."""

OTHER_KIND = 12
"""What a pair loses when the kind differs (a paragraph that became a heading)."""

WHOLE = 85
"""Least similarity of a source with the ones that it was split into, or joined from."""

PARTS = 6
"""Longest run of sources that a split or a join is looked for in."""

CELLS = 1_600
"""Pairs in a small gap: 40 × 40, under 5 ms."""


class Text(NamedTuple):
    """A source as it is compared."""

    kind: str
    text: str


class Match(NamedTuple):
    """Indexes of old and of new sources; one of the two has length 1."""

    old: tuple[int, ...]
    new: tuple[int, ...]


def align(old: Sequence[Text | None], new: Sequence[Text | None], anchors: Mapping[int, int]) -> list[Match]:
    """Matches of the old and new sources that are still free.

    old, new: in document order; None where a source is spoken for.  anchors: new index → old index of sources
    that are the same, in any order.
    """
    found = [match for gap in _gaps(len(old), len(new), anchors) for match in _gap(*_free(gap, old, new))]
    taken_old = {n for match in found for n in match.old}
    taken_new = {n for match in found for n in match.new}
    left_old = {n: text for n, text in enumerate(old) if text and n not in taken_old}
    left_new = {n: text for n, text in enumerate(new) if text and n not in taken_new}
    return found + [Match((o,), (n,)) for o, n in far(left_old, left_new)]


class _Gap(NamedTuple):
    """Half-open ranges of old and new indexes between two anchors that kept their order."""

    old: range
    new: range


def _gaps(old: int, new: int, anchors: Mapping[int, int]) -> Iterator[_Gap]:
    at_old = at_new = 0
    news = sorted(anchors)
    for n in [news[place] for place in longest_rise([anchors[n] for n in news])]:
        if n > at_new and anchors[n] > at_old:
            yield _Gap(range(at_old, anchors[n]), range(at_new, n))
        at_old, at_new = anchors[n] + 1, n + 1
    yield _Gap(range(at_old, old), range(at_new, new))


def longest_rise(values: Sequence[int]) -> list[int]:
    """Places of the longest run of values that rise; most often all of them."""
    if all(map(lt, values, islice(values, 1, None))):
        return list(range(len(values)))
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        place = bisect_left(ends, value)
        before.append(last[place - 1] if place else -1)
        if place == len(ends):
            ends.append(value)
            last.append(at)
        else:
            ends[place], last[place] = value, at
    chain = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]


Texts = Mapping[int, Text]
"""Sources by their indexes, in document order."""


def _free(gap: _Gap, old: Sequence[Text | None], new: Sequence[Text | None]) -> tuple[Texts, Texts]:
    olds = {n: text for n in gap.old if (text := old[n])}
    return olds, {n: text for n in gap.new if (text := new[n])}


def _gap(old: Texts, new: Texts) -> Iterator[Match]:
    """Matches inside one gap, in order."""
    if not old or not new:
        return
    if len(old) * len(new) <= CELLS:
        yield from _Table(old, new).matches()
        return
    pairs = {n: o for o, n in far(old, new)}
    olds, news = list(old), list(new)
    places = {o: at for at, o in enumerate(olds)}
    paired = [at for at, n in enumerate(news) if n in pairs]
    rise = [paired[place] for place in longest_rise([places[pairs[news[at]]] for at in paired])]
    at_old = at_new = 0
    for cut in (*rise, len(news)):
        to_old = places[pairs[news[cut]]] if cut < len(news) else len(olds)
        part = {o: old[o] for o in olds[at_old:to_old]}, {n: new[n] for n in news[at_new:cut]}
        if len(part[0]) * len(part[1]) <= CELLS:
            yield from _gap(*part)
        if cut < len(news):
            yield Match((olds[to_old],), (news[cut],))
        at_old, at_new = to_old + 1, cut + 1


class _Table:
    """Dynamic programming over a small gap: the matches in order whose similarities add up highest."""

    def __init__(self, old: Texts, new: Texts) -> None:
        self.olds, self.news = list(old), list(new)
        self.old, self.new = list(old.values()), list(new.values())

    def matches(self) -> Iterator[Match]:
        """From the first to the last."""
        steps = self._steps()
        i = j = 0
        while i < len(self.old) and j < len(self.new):
            di, dj, matched = steps[i][j]
            if matched:
                yield Match(tuple(self.olds[i : i + di]), tuple(self.news[j : j + dj]))
            i, j = i + di, j + dj

    def _steps(self) -> list[list[tuple[int, int, bool]]]:
        """For each place the step (old sources, new sources, whether they match) of the best way to the end."""
        rows, columns = len(self.old), len(self.new)
        gain = [[0.0] * (columns + 1) for _ in range(rows + 1)]
        steps = [[(1, 1, False)] * columns for _ in range(rows)]
        for i in range(rows - 1, -1, -1):
            for j in range(columns - 1, -1, -1):
                best, step = max(
                    (gain[i + 1][j], (1, 0, False)),
                    (gain[i][j + 1], (0, 1, False)),
                    *((worth + gain[i + di][j + dj], (di, dj, True)) for worth, di, dj in self._worth(i, j)),
                )
                gain[i][j], steps[i][j] = best, step
        return steps

    def _worth(self, i: int, j: int) -> Iterator[tuple[float, int, int]]:
        """What a match that starts here is worth, with how many old and new sources it takes."""
        a, b = self.old[i], self.new[j]
        likeness = alike(a, b, IN_GAP)
        if likeness:
            yield likeness - IN_GAP + 1, 1, 1
        if len(a.text) > len(b.text) and a.text[:4] == b.text[:4]:
            yield from ((worth, 1, count) for worth, count in _parts(a, self.new[j : j + PARTS]))
        elif len(b.text) > len(a.text) and a.text[:4] == b.text[:4]:
            yield from ((worth, count, 1) for worth, count in _parts(b, self.old[i : i + PARTS]))


def _parts(whole: Text, parts: Sequence[Text]) -> Iterator[tuple[float, int]]:
    """How well a source is the sum of the first two, three … of these."""
    ratio = _ratio()
    text = parts[0].text
    for count, part in enumerate(parts[1:], 2):
        text = f"{text} {part.text}"
        if len(text) * WHOLE > len(whole.text) * (200 - WHOLE):
            return
        likeness = ratio(whole.text, text, score_cutoff=WHOLE)
        if likeness:
            yield likeness - IN_GAP + count, count


@cache
def _ratio() -> Callable[..., float]:
    """rapidfuzz's Indel ratio, 0–100; imported when it is first used."""
    from rapidfuzz.fuzz import ratio

    return ratio


def alike(a: Text, b: Text, least: float) -> float:
    """Similarity of two sources, less where the kinds differ; 0 below what is asked for."""
    if min(len(a.text), len(b.text)) < SHORT:
        least = max(least, FAR)
    loss = 0 if a.kind == b.kind else OTHER_KIND
    likeness = _ratio()(a.text, b.text, score_cutoff=least + loss)
    return likeness - loss if likeness else 0


def far(old: Texts, new: Texts) -> list[tuple[int, int]]:
    """Pairs (old, new) of sources that resemble one another wherever they stand; each is used once, best first."""
    if not old or not new:
        return []
    places = list(old)
    index = Index([text.text for text in old.values()])
    scored = []
    for n, text in new.items():
        for place in index.candidates(text.text):
            likeness = alike(old[places[place]], text, FAR)
            if likeness:
                scored.append((-likeness, n, places[place]))
    used_old: set[int] = set()
    used_new: set[int] = set()
    pairs = []
    for _, n, o in sorted(scored):
        if n not in used_new and o not in used_old:
            used_new.add(n)
            used_old.add(o)
            pairs.append((o, n))
    return pairs
