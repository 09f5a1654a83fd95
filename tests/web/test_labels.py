"""What states, kinds and origins are called."""

from __future__ import annotations

import pytest

from l10n import origins
from l10n.web import labels

ORIGINS = {
    "machine": "machine translation",
    origins.engine("deepl"): "machine translation by deepl",
    origins.memory("fuzzy", 92): "memory, 92",
    origins.memory("in-context", 100): "memory, 100",
    origins.alignment(93): "aligned, 93",
    origins.NAMES: "names and figures",
    "practical transcription; the index of a book": "practical transcription; the index of a book",
}


@pytest.mark.parametrize("said", ORIGINS)
def test_origins(said: str) -> None:
    """What a program wrote is said in words; a sentence stays as it is."""
    assert labels.origin(said, "en") == ORIGINS[said]


@pytest.mark.parametrize("tongue", ["ru", "kk", "ug"])
def test_origins_in_every_language(tongue: str) -> None:
    """None of them is left in English."""
    for said, english in ORIGINS.items():
        assert (labels.origin(said, tongue) == english) == (said == english and said != origins.NAMES)
