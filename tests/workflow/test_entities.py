"""Names of an original that disagree, by the table of the check."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from l10n import checks
from l10n.checks import entities as rules
from l10n.glossary import Glossary
from l10n.phrases import phrase
from l10n.workflow import entities
from tests.checks.wording import english

TABLE = tomllib.loads((Path(checks.__file__).parent / "tables" / "entities.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", [*TABLE["pass"], *TABLE["fail"]], ids=lambda row: row["texts"][-1])
def test_table(row: dict) -> None:
    """Each original gives the findings that it says, at the names that it says."""
    texts = [(text, "p") for text in row["texts"]]
    found = list(entities.findings(texts, row["language"], Glossary((), {})))
    told = [[number, row["texts"][number][slice(*one.span)]] for number, one in found if one.span]

    assert told == row.get("says", [])
    assert not any(english(one.message) for _, one in found)


def test_places() -> None:
    """A form is marked wherever it stands as a word, whatever spaces part its words."""
    texts = ["Zhomart-Tokayev and Kassym\u00a0Zhomart-Tokayev", "Kassym Zhomart-Tokayevs"]
    found = list(rules.spelling(texts, "Kassym Zhomart-Tokayev", phrase("a hyphen"), "Kassym-Zhomart Tokayev"))

    assert [(number, one.span) for number, one in found] == [(0, (20, 42))]
    assert found[0][1].message == "`Kassym Zhomart-Tokayev`: a hyphen; better `Kassym-Zhomart Tokayev`"
