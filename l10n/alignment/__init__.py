"""Alignment."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.alignment.features import features
from l10n.alignment.model import Bead, Block, Evidence
from l10n.alignment.path import path
from l10n.alignment.scoring import Scorer

__all__ = ["Bead", "Block", "Evidence", "align"]


def align(source: Sequence[str], target: Sequence[str], source_locale: str, target_locale: str) -> list[Bead]:
    a = [features(text, source_locale) for text in source]
    b = [features(text, target_locale) for text in target]
    scorer = Scorer(a, b, (source_locale, target_locale))
    return [
        Bead(tuple(range(start[0], end[0])), tuple(range(start[1], end[1])), 1.0) for start, end in path(a, b, scorer)
    ]
