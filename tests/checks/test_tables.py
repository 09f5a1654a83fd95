"""Each check by its table: silent on the passes, awake on the fails; no check and no rule is without rows."""

from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from l10n import checks
from l10n.checks import ARTICLES, CHECKS, ORIGINALS, run, run_source
from l10n.checks.pairs import Pair, Text
from l10n.model import Finding
from l10n.model.findings import SEVERITIES
from tests.checks.wording import english

TABLES = Path(checks.__file__).parent / "tables"
LANGUAGES = {"ru", "kk", "ug"}


def rows(check: str, way: str) -> list[dict]:
    path = TABLES / f"{check}.toml"
    assert path.exists(), f"the check `{check}` has no table: write `{path.name}`"
    return tomllib.loads(path.read_text(encoding="utf-8")).get(way, [])


def cases(way: str) -> list:
    found = ((check.name, row) for check in CHECKS for row in rows(check.name, way))
    return [pytest.param(check, row, id=f"{check}: {row.get('target', row.get('text'))[:80]}") for check, row in found]


def told(check: str, row: dict, text: str = "") -> list[Finding]:
    if "text" in row:
        return list(run_source(Text(text or row["text"], row["language"]), row.get("kind", "p"), [check]))
    source, target = Text(row["source"], row["from"]), Text(text or row["target"], row["to"])
    given = {name: row[name] for name in ("kind", "approved", "limit") if name in row}
    return list(run(Pair(source, target, **given), [check]))


def place(row: dict) -> int:
    text = row.get("target", row.get("text"))
    return text.rindex(row["at"]) if row.get("last") else text.index(row["at"])


@pytest.mark.parametrize(("check", "row"), cases("pass"))
def test_pass(check: str, row: dict) -> None:
    """A correct segment gives no finding."""
    assert told(check, row) == []


@pytest.mark.parametrize(("check", "row"), cases("fail"))
def test_fail(check: str, row: dict) -> None:
    """A wrong segment gives one finding of the rule, at the words that are wrong."""
    found = told(check, row)
    assert [one.rule for one in found] == [row["rule"]], found
    span = found[0].span
    if row.get("at"):
        assert span == (place(row), place(row) + len(row["at"]))
    else:
        assert span is None
    assert found[0].replacement == row.get("replacement")
    assert english(found[0].message) == []


@pytest.mark.parametrize(("check", "row"), [case for case in cases("fail") if "replacement" in case.values[1]])
def test_replaced(check: str, row: dict) -> None:
    """What is offered ends the finding."""
    text = row.get("target", row.get("text"))
    start = place(row)
    mended = text[:start] + row["replacement"] + text[start + len(row["at"]) :]

    assert told(check, row, mended) == []


@pytest.mark.parametrize("check", [check.name for check in CHECKS])
def test_every_rule_has_rows(check: str) -> None:
    """Every rule fails somewhere; every target language has passes and fails."""
    rules = import_module(f"l10n.checks.{check}").RULES
    fails, passes = rows(check, "fail"), rows(check, "pass")

    assert {row["rule"] for row in fails} == set(rules)
    assert {row.get("to") for row in fails} >= LANGUAGES
    assert {row.get("to") for row in passes} >= LANGUAGES
    assert {rule.severity for rule in rules.values()} <= set(SEVERITIES)


def test_no_table_is_forgotten() -> None:
    """A table belongs to a check."""
    assert {path.stem for path in TABLES.glob("*.toml")} == {check.name for check in (*CHECKS, *ORIGINALS, *ARTICLES)}
