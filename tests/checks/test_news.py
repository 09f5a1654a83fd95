"""The checks on correct news: silent, and awake on what is planted in it; `bench/checks.py` prints it by kinds."""

from __future__ import annotations

import pytest

from tests.checks.news import News, news

LEAST = 0.97
"""The share of planted errors that is caught."""


@pytest.mark.parametrize("pair", news(), ids=lambda pair: f"{pair.source_locale}-{pair.locale}: {pair.target[:60]}")
def test_correct_segments_are_left_alone(pair: News) -> None:
    """A correct segment has no finding that is worse than a note."""
    assert pair.findings() == []


@pytest.mark.parametrize("locale", ["ru", "kk", "ug"])
def test_planted_errors_are_caught(locale: str) -> None:
    """Of the errors planted in a language nearly all have a finding."""
    planted = [(pair, plant) for pair in news() if pair.locale == locale for plant in pair.plants]
    caught = sum(pair.catches(plant) for pair, plant in planted)

    assert len(planted) > 30
    assert caught / len(planted) >= LEAST


def test_plants_are_planted() -> None:
    """What is replaced stands in its target once, and something else takes its place."""
    for pair in news():
        for plant in pair.plants:
            assert pair.target.count(plant.right) == 1, plant
            assert pair.planted(plant) != pair.target
