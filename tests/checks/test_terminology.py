"""Names and terms: silent on correct text, awake on a wrong name."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from l10n.checks import terminology
from l10n.glossary import Glossary
from l10n.model import Analysis, Finding, Mention, State, Term
from l10n.workflow import checking, mentions
from tests.checks.pairs import glossary_of
from tests.checks.wording import english

TABLE = tomllib.loads(Path(__file__).with_name("terminology.toml").read_text(encoding="utf-8"))


@cache
def glossary(state: State) -> Glossary:
    """The glossary of the table, its renderings in a state."""
    return glossary_of(TABLE["glossary"], state)


def found(locale: str, source: str, target: str, state: State = State.REVIEWED) -> list[Finding]:
    checker = checking.checker(glossary(state), locale)
    return checker.check(checker.read(source, target, mentions.finder(glossary(state), "en").find(source)))


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda case: f"{case['locale']}: {case['target']}")
def test_table(case: dict) -> None:
    """Each row gives the findings that it says, at the words that it says."""
    findings = found(case["locale"], case["source"], case["target"])
    told = [[one.rule, case["target"][slice(*one.span)] if one.span else ""] for one in findings]

    assert told == case.get("findings", [])
    assert not any(english(one.message) for one in findings)
    if "replacement" in case:
        assert [one.replacement for one in findings] == [case["replacement"]]


def test_every_rule_has_a_row() -> None:
    """The table knows every rule of a segment."""
    rows = {rule for case in TABLE["case"] for rule, _ in case.get("findings", [])}

    assert rows == set(terminology.RULES) - {"two spellings"}


def test_what_nobody_approved_weighs_less() -> None:
    """A rendering that no editor has read gives a warning, not an error."""
    texts = ("ru", "The road to Yarkand is closed.", "Дорога до Ярканда закрыта.")

    assert [one.severity for one in found(*texts)] == ["error"]
    assert [one.severity for one in found(*texts, State.TRANSLATED)] == ["warning"]


def test_two_spellings_in_one_article() -> None:
    """The second admitted form is said once; an acronym after its full name is none."""
    term = Term("Шыңжаң", "place", "Xinjiang", also=("Синьцзян", "ШҰАР"))
    forms = ["Шыңжаң", "ШҰАР", "Синьцзян", "Синьцзян"]
    mentions = [(number, Mention((0, len(form)), term, Analysis(form))) for number, form in enumerate(forms)]

    found = list(terminology.two_spellings(mentions))
    assert [(number, one.rule) for number, one in found] == [(2, "two spellings")]
    assert english(found[0][1].message) == []


@pytest.mark.parametrize(
    "text", ["", " ", "\u202e\u2066", "А" * 10_000, "Каримова " * 2_000], ids=lambda text: text[:9]
)
def test_any_target(text: str) -> None:
    """Whatever the target is, the check says something and ends."""
    assert all(one.message for one in found("ru", "Gulbahar Karimova came from Yarkand.", text))
