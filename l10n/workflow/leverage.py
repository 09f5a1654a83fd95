"""Leverage: how many of the words that wait for a translator are there already, and how near: the estimate of the work.

Every empty segment belongs to one band, by the best match that can be its draft.  A repetition is a text that stood in
an earlier segment of the run and is not in the memory as it is: its words are paid for once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

IN_CONTEXT, EXACT, REPEATED, ADAPTED, NOTHING = "in-context", "100", "repetition", "adapted", "no match"
FUZZY = ((95, "95–99"), (85, "85–94"), (75, "75–84"), (0, "below 75"))
"""The least score of each band of similar texts."""
BANDS = (IN_CONTEXT, EXACT, REPEATED, ADAPTED, *(name for _, name in FUZZY), NOTHING)
"""From what costs a look to what costs a translation."""


def band(kind: str, score: int) -> str:
    """The band of a match: of one that lost points for its origin, that of its score."""
    if kind == ADAPTED:
        return ADAPTED
    if score >= 100:
        return IN_CONTEXT if kind == IN_CONTEXT else EXACT
    return next(name for least, name in FUZZY if score >= least)


@dataclass(frozen=True, slots=True)
class Amount:
    """Segments, and the words of their sources."""

    segments: int = 0
    words: int = 0

    def plus(self, words: int) -> Amount:
        """With one segment more."""
        return Amount(self.segments + 1, self.words + words)

    def __add__(self, other: Amount) -> Amount:
        return Amount(self.segments + other.segments, self.words + other.words)

    def as_json(self) -> dict[str, int]:
        return {"segments": self.segments, "words": self.words}


NONE = Amount()


@dataclass
class Leverage:
    """Of one locale; counted up as segments are met."""

    typed: Amount = NONE
    """What is no draft, approved or not."""
    drafts: Amount = NONE
    """Fuzzy targets that are there already."""
    bands: dict[str, Amount] = field(default_factory=lambda: dict.fromkeys(BANDS, NONE))
    """What is empty before, by band."""
    left: dict[str, Amount] = field(default_factory=lambda: dict.fromkeys(BANDS, NONE))
    """What is empty after, by band."""
    origins: dict[str, Amount] = field(default_factory=dict)
    """What was drafted, by the kind of its origin: memory, names and figures, `engine google`."""

    def met(self, in_band: str, words: int, origin: str) -> None:
        """Count an empty segment. origin: of its draft, "" where it has none."""
        self.bands[in_band] = self.bands[in_band].plus(words)
        if origin:
            self.origins[origin] = self.origins.get(origin, NONE).plus(words)
        else:
            self.left[in_band] = self.left[in_band].plus(words)

    @property
    def before(self) -> Amount:
        """What is empty before."""
        return total(self.bands)

    @property
    def after(self) -> Amount:
        """What is empty after."""
        return total(self.left)

    def as_json(self) -> dict[str, Any]:
        """For other programs."""
        return {
            "before": {
                "typed": self.typed.as_json(),
                "drafts": self.drafts.as_json(),
                "empty": self.before.as_json(),
                "bands": {name: one.as_json() for name, one in self.bands.items()},
            },
            "after": {
                "drafted": {name: one.as_json() for name, one in self.origins.items()},
                "empty": self.after.as_json(),
                "bands": {name: one.as_json() for name, one in self.left.items()},
            },
        }


def total(amounts: Mapping[str, Amount]) -> Amount:
    """All of them together."""
    return sum(amounts.values(), NONE)
