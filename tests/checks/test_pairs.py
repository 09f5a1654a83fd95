"""The check that editors leave switched on: nothing about a correct segment, something about a planted error."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.checks import pairs
from tests.checks.pairs import Pair

LEAST = 0.97
"""The share of planted errors that is caught; `bench/terminology.py` prints it by kind and language."""


@pytest.mark.parametrize("pair", pairs.pairs(), ids=lambda pair: f"{pair.source_locale}-{pair.locale}: {pair.target}")
def test_correct_segments_are_left_alone(pair: Pair) -> None:
    """A correct segment has no finding."""
    assert pairs.findings(pair, pair.target) == []


def test_planted_errors_are_caught() -> None:
    """Of the planted errors nearly all have a finding."""
    caught = Counter(
        bool(pairs.findings(pair, pair.planted(plant)[0])) for pair in pairs.pairs() for plant in pair.plants
    )

    assert caught[True] / caught.total() >= LEAST


def test_replacements_are_right() -> None:
    """What is offered in the place of an error gives the correct segment back, but for a ё that the glossary has."""
    for pair in pairs.pairs():
        for plant in pair.plants:
            target, _ = pair.planted(plant)
            for one in pairs.findings(pair, target):
                if one.replacement is not None:
                    assert one.span is not None
                    put = target[: one.span[0]] + one.replacement + target[one.span[1] :]
                    assert put.replace("ё", "е") == pair.target.replace("ё", "е"), (plant, one)


def test_findings_stand_at_the_error() -> None:
    """A finding with a place in the target stands where the error was planted."""
    for pair in pairs.pairs():
        for plant in pair.plants:
            target, (start, end) = pair.planted(plant)
            for one in pairs.findings(pair, target):
                assert one.span is None or (one.span[0] < end and start < one.span[1]), (plant, one)
