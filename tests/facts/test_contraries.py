"""The table of contraries: every word of it is read, and what it names is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from l10n.facts import contraries as module
from l10n.facts.clues import clues
from l10n.facts.contraries import contraries, may_say, said

TABLE = tomllib.loads(Path(module.__file__).with_suffix(".toml").read_text(encoding="utf-8"))
OTHERS = {"turned", "families", "endings", "nothing", "rates", "denials"}
GROUPS = {name: sides for name, sides in TABLE.items() if name not in OTHERS}
LANGUAGES = {"en", "ru", "kk", "ug"}
SIDES = [(f"{group} {side}", columns) for group, sides in GROUPS.items() for side, columns in sides.items()]


def test_groups() -> None:
    """A group has sides; those whose sides stand for each other have sides of the same names."""
    assert all(len(sides) > 1 for sides in GROUPS.values())
    assert set(TABLE["turned"]) <= GROUPS.keys()
    for family in TABLE["families"]:
        assert len({frozenset(GROUPS[group]) for group in family}) == 1


@pytest.mark.parametrize(("side", "columns"), SIDES, ids=[side for side, _ in SIDES])
def test_sides(side: str, columns: dict) -> None:
    """A side has columns of known languages, words that are read as patterns, and is like sides that there are."""
    assert columns.keys() <= LANGUAGES | {"may", "like"}
    assert columns.get("may", {}).keys() <= LANGUAGES
    assert {other.replace(".", " ") for other in columns.get("like", ())} <= dict(SIDES).keys()
    for language in LANGUAGES:
        may_say("", language, side, wide=True)
        for word in columns.get(language, "").split():
            if re.fullmatch(r"\w+", word) and "_" not in word:
                assert any(side in reading.sides for reading in said(word, language))


@pytest.mark.parametrize(
    ("text", "language", "sides"),
    [
        ("The snow of last spring", "en", {"season spring", "turn last", "order last"}),
        ("spring wheat, no more bread, the 45-year-old", "en", set()),
        ("Цены выросли не менее чем на 5%", "ru", {"size up", "bound least"}),
        ("Тем не менее он ушёл", "ru", set()),
        ("Көп ұзамай солдан оңға бұрылды", "kk", {"across right"}),
        ("Өткен жазда өткен жиын", "kk", {"turn last", "season summer"}),
        ("يېرىم كېچىدە", "ug", {"middle midnight"}),
        ("spring", "fr", set()),
    ],
)
def test_texts(text: str, language: str, sides: set[str]) -> None:
    """The longest phrase wins, and its words say nothing else."""
    words = ((one.start, one.end, one.says) for one in clues(text, language))

    assert contraries(text, language, words).keys() == sides
