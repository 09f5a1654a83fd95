"""What an alignment says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Evidence(NamedTuple):
    """One reason for a bead, or against it."""

    kind: str
    """length, number, date, literal, name, word, code, kind, mark."""
    what: str
    """The number, the skeleton, the address …; of lengths, that of the target for one of the source."""
    weight: float
    """Logarithm of odds; negative where it speaks against."""


@dataclass(frozen=True, slots=True)
class Bead:
    """Source sentences and target sentences that say the same; one side is empty where the other has no counterpart."""

    source: tuple[int, ...]
    """0-based, at most three, in order."""
    target: tuple[int, ...]
    score: float
    """Trust, 0 to 1: about so many of a hundred such beads are right; 0 where a side is empty."""
    evidence: tuple[Evidence, ...] = ()
    """The strongest first."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a headline, a list item … as its sentences."""

    sentences: Sequence[str]
    kind: str = ""
    """As in Unit: headline, p, li, figcaption; "" where nobody knows."""
    literals: Sequence[str] = ()
    """What its markup holds and a translation keeps: addresses of links and images."""
