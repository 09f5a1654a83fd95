"""Alignment: a translation that is published already, with its source, sentence by sentence.

A newsroom's archive becomes a memory: what goes together enters as a proposal, with how sure it is and why.
Evidence: lengths (Gale and Church, 1993, with a ratio for each pair of languages), figures and dates by value, names
and loan words by the consonants that they share in any script, addresses, inline codes, kinds of blocks, `?`.
Dynamic programming in a band around what rare features tell beforehand: time and memory grow as the texts do.
Known: sentences left out, put in, joined, split, two of them exchanged; whole paragraphs missing; captions moved.
Unknown: the order of more than three sentences changed inside the text; a side that was retold.

units ▸ trust ▸ path ▸ scoring ▸ features ▸ skeletons, lexicon; model; fitting: codes numbered as those of the source
"""

from __future__ import annotations

from collections.abc import Sequence

from l10n.alignment.features import features
from l10n.alignment.model import Bead, Block, Evidence
from l10n.alignment.path import path
from l10n.alignment.scoring import Scorer
from l10n.alignment.trust import beads
from l10n.alignment.units import align_units

__all__ = ["Bead", "Block", "Evidence", "align", "align_units"]


def align(source: Sequence[str], target: Sequence[str], source_locale: str, target_locale: str) -> list[Bead]:
    """The beads of two texts given as sentences, in order; every sentence is in exactly one.

    Sentences may hold inline codes.  Locales are BCP 47; a pair that was not measured takes the ratio of the texts.
    """
    sides = [features(text, source_locale) for text in source], [features(text, target_locale) for text in target]
    scorer = Scorer(*sides, (source_locale, target_locale))
    return beads(path(scorer), scorer)
