"""Scoring: how likely some source sentences and some target sentences say the same, as a logarithm of odds.

Length by Gale and Church (1993), features by how rare they are in the two texts: the fewer sentences have one, the more
it says when both sides do.  A firm feature without its like counts against.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from copy import copy

from l10n.alignment.features import CODE, KIND, LATIN, LITERAL, MARK, MONTH, NAME, NUMBER, WORD, Features, joined

RATIOS = {
    ("en", "ru"): 0.96,
    ("en", "kk"): 1.01,
    ("en", "ug"): 1.08,
    ("ru", "kk"): 1.06,
    ("ru", "ug"): 1.10,
    ("kk", "ug"): 1.05,
}
"""Characters of a target for one of its source, in 7,800 segments of news; ru-ug and kk-ug by way of English."""
VARIANCE = 3.5
"""Of the difference of lengths, for a character: 2 in segments of news that were translated by themselves, 6.8 in the
parliament of Gale and Church."""
MOST_APART = 14.0
"""The most that a difference of lengths counts against a bead: translators are free."""
KINDS = {
    (1, 1): 0.0,
    (1, 2): -2.6,
    (2, 1): -2.6,
    (2, 2): -4.6,
    (1, 3): -4.6,
    (3, 1): -4.6,
    (2, 3): -6.5,
    (3, 2): -6.5,
    (3, 3): -7.5,
}
"""Logarithms of how often a bead of so many sentences occurs, against one to one (after Gale and Church, table 5)."""
SKIPPED = -1.2
"""A sentence without a counterpart."""
UNSUPPORTED = -1.5
"""A sentence in a bead of several that has nothing in common with the other side."""
_SURE = {NUMBER: 0.97, MONTH: 0.9, LITERAL: 0.99, LATIN: 0.95, WORD: 0.9, CODE: 0.7, KIND: 0.6, MARK: 0.5}
"""How often a feature that one sentence has on each side stands in sentences of one bead, in segments of news."""
_SURE_OF_BONES = {2: 0.0, 3: 0.6, 4: 0.9, 5: 0.97}
"""The same of beginnings of skeletons of so many letters."""
_AGAINST = {NUMBER: 1.3, LITERAL: 1.5, CODE: 0.5, KIND: 0.8, MARK: 1.0}
"""How much a firm feature without its like counts against."""
MOST_AGAINST = 5.0


def ratio(source: str, target: str) -> float | None:
    """Characters of the target for one of the source; None where nobody measured it."""
    one, other = source.partition("-")[0], target.partition("-")[0]
    if one == other:
        return 1.0
    if (one, other) in RATIOS:
        return RATIOS[one, other]
    return 1 / RATIOS[other, one] if (other, one) in RATIOS else None


class Scorer:
    """Odds of beads of two texts."""

    def __init__(self, source: Sequence[Features], target: Sequence[Features], locales: tuple[str, str]) -> None:
        self.ratio = ratio(*locales) or _measured(source, target)
        in_source, in_target = (Counter(key for one in side for key in one.keys) for side in (source, target))
        total = len(source) + len(target)
        self.weights = {
            key: _weight(key, count, in_target[key], total) for key, count in in_source.items() if key in in_target
        }
        self.source, self.target = self.shared(source), self.shared(target)

    def shared(self, side: Sequence[Features]) -> list[Features]:
        """The same without features that the other text has nowhere."""
        known = self.weights.keys()
        return [one._replace(keys=frozenset(one.keys & known)) for one in side]

    def part(self, rows: Sequence[int], columns: Sequence[int]) -> Scorer:
        """The same for some sentences of both sides: what is rare is so in the whole texts."""
        part = copy(self)
        part.source, part.target = [self.source[row] for row in rows], [self.target[column] for column in columns]
        return part

    def length(self, source: int, target: int) -> float:
        """The length of one against that of the other, 0 where they fit."""
        wanted = source * self.ratio
        spread = VARIANCE * max((wanted + target) / 2, 12.0)
        return -min((target - wanted) ** 2 / spread / 2, MOST_APART)

    def known(self, source: Features, target: Features) -> tuple[float, float]:
        """What common features say for a bead, and firm ones without their like against it."""
        weights = self.weights
        said = sum([weights[key] for key in source.keys & target.keys])
        against = 0.0
        if source.firm or target.firm:
            lost = (source.firm - target.keys) | (target.firm - source.keys)
            against = sum([_AGAINST[key[0]] for key in lost])
        return said, min(against, MOST_AGAINST)

    def support(self, parts: Sequence[Features], other: Features) -> float:
        """The odds of a bead of several sentences by those that have nothing in common with its other side."""
        return UNSUPPORTED * sum(one.keys.isdisjoint(other.keys) for one in parts)

    def against(self, key: str) -> float:
        """What a firm feature without its like counts against a bead."""
        return _AGAINST[key[0]]

    def bead(self, rows: Sequence[Features], columns: Sequence[Features]) -> float:
        """The odds of a bead of these sentences."""
        source, target = joined(rows), joined(columns)
        said, against = self.known(source, target)
        said += self.support(rows, target) if len(rows) > 1 else 0.0
        said += self.support(columns, source) if len(columns) > 1 else 0.0
        return KINDS[source.sentences, target.sentences] + self.length(source.length, target.length) + said - against


def _measured(source: Sequence[Features], target: Sequence[Features]) -> float:
    lengths = [sum(one.length for one in side) for side in (source, target)]
    return min(max(lengths[1] / lengths[0], 0.4), 2.5) if all(lengths) else 1.0


def _weight(key: str, in_source: int, in_target: int, total: int) -> float:
    """What a feature says that both sides have: its rarity, less where one side has it more often than the other.

    What the shorter beginning of a skeleton says, the longer one does not say again.
    """
    rarity = max(total / (in_source + in_target) - 1, 0.0)
    even = min(in_source, in_target) / max(in_source, in_target)
    if key[0] == NAME:
        bones = len(key) - 1
        said = math.log1p(_SURE_OF_BONES[bones] * rarity) - math.log1p(_SURE_OF_BONES[bones - 1] * rarity)
    else:
        said = math.log1p(_SURE[key[0]] * rarity)
    return said * (0.4 + 0.6 * even)
