"""The checks that read many segments together, by their tables."""

from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import checks
from l10n.checks import ARTICLES, inconsistency, process
from l10n.checks.articles import History, Row
from l10n.checks.pairs import Pair, Text
from l10n.model import State
from tests.checks.wording import english

TABLES = Path(checks.__file__).parent / "tables"
LANGUAGES = {"ru", "kk", "ug"}


def rows(check: str, *ways: str) -> list[dict]:
    table = tomllib.loads((TABLES / f"{check}.toml").read_text(encoding="utf-8"))
    return [row for way in ways for row in table[way]]


def together(row: dict) -> list[Row]:
    return [
        Row(article, Pair(Text(source, row["from"]), Text(target, row["to"]), kind))
        for article, kind, source, target in row["segments"]
    ]


def history(row: dict) -> History:
    known = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    known["state"] = State.parse(row["state"])
    return History(**{name: value for name, value in known.items() if name not in ("to", "says")})


@pytest.mark.parametrize("row", rows("inconsistency", "pass", "fail"), ids=lambda row: row["segments"][-1][-1])
def test_inconsistency(row: dict) -> None:
    """Each group of segments gives the findings that it says."""
    found = list(inconsistency.check_article(together(row)))

    assert [[number, one.rule] for number, one in found] == row.get("says", [])
    assert not any(english(one.message) for _, one in found)


@pytest.mark.parametrize("row", rows("process", "pass", "fail"), ids=lambda row: f"{row.get('says', 'quiet')}")
def test_process(row: dict) -> None:
    """Each history gives the findings that it says."""
    pair = Pair(Text("The bridge is closed.", "en"), Text("…", row["to"]))
    found = [one for _, one in process.check_article([Row("border", pair, history(row))])]

    assert [one.rule for one in found] == row.get("says", [])
    assert not any(english(one.message) for one in found)


def test_process_names_them() -> None:
    """Who approved what they translated, and what stood there before."""
    pair = Pair(Text("The bridge is closed.", "en"), Text("Мост закрыт.", "ru"), approved="Мост открыт.")
    own = History(State.REVIEWED, translators=("aigul", "dana"), reviewers=("aigul", "dana"))
    edited = History(approved_before="2026-11-26T08:00:00Z")
    said = [one.message for _, one in process.check_article([Row("border", pair, one) for one in (own, edited)])]

    assert said == [
        "approved by `aigul` and `dana`, who translated it: nobody else has read it",
        "the text that was approved on 2026-11-26 was changed since: `Мост открыт.`",
    ]
    assert not any(map(english, said))


@pytest.mark.parametrize("check", [check.name for check in ARTICLES])
def test_every_rule_has_rows(check: str) -> None:
    """Every rule fails somewhere; every target language has passes and fails."""
    rules = import_module(f"l10n.checks.{check}").RULES
    fails = rows(check, "fail")
    told = {one if isinstance(one, str) else one[1] for row in fails for one in row["says"]}

    assert told == set(rules)
    assert {row["to"] for row in fails} >= LANGUAGES
    assert {row["to"] for row in rows(check, "pass")} >= LANGUAGES


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["one two", "three four"])), max_size=12))
def test_what_agrees_is_quiet(said: list[tuple[str, str]]) -> None:
    """However often a source stands there, one target for each is never a finding."""
    made = [Row(a, Pair(Text(s, "en"), Text(s.upper(), "ru"))) for a, s in said]

    assert list(inconsistency.check_article(made)) == []
