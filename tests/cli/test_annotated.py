"""Findings for other programs: what they read is what was found, whatever stands in it."""

from __future__ import annotations

import json
import re
import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from l10n.cli.annotated import checkstyle, github, sarif
from l10n.cli.found import as_json
from l10n.model import Finding, Record
from l10n.po.placing import Region
from l10n.workflow import telling
from l10n.workflow.inspecting import Found
from l10n.workflow.locating import Place
from l10n.workflow.spots import Spot

LETTERS = st.sampled_from("%:,\r\n\x1b\x9b\x00<>&\"'`]\u202e\u2066\u2069\ufffe\ud800\u2028ئд5") | st.characters()
PIECES = st.sampled_from(["::error::", "%0A", "]]>", "<!--", "<script>", "&amp;", "##[error]"])
HOSTILE = st.lists(LETTERS | PIECES, max_size=30).map("".join)


def found(message: str, text: str, file: str, severity: str = "error", waived: bool = False) -> tuple[Found, Place]:
    spot = Spot("ferry", "ru", "en", ("p", text), "p", "p 1", file, 3, text, text, "0" * 64)
    finding = Finding("markup", "code", severity, message, (0, len(text)), None, text)
    waiver = Record("waive", "timur", "2026-11-22T07:30:00Z", digest="0" * 64, note="So.", finding="markup.code")
    return Found(spot, finding, waiver if waived else None), Place(file, 3, Region(4, 9, 4, 12))


@given(HOSTILE, HOSTILE, HOSTILE.filter(bool))
def test_github(message: str, text: str, file: str) -> None:
    """One line for each finding, which is one command: a text begins none, and ends none."""
    (line,) = github([found(message, text, file)])

    assert not any(unicodedata.category(one) in ("Cc", "Zl", "Zp", "Cs") for one in line)
    match = re.fullmatch(r"::error file=([^:,]*),line=3,col=9,endColumn=11,title=([^:,]*)::(.*)", line)
    assert match, line
    assert match[2] == "markup.code · ferry · ru"


def test_github_as_its_runner_reads_it() -> None:
    """Percent signs, colons and commas come back as they were."""
    (line,) = github([found("100% of it: `a, b`", "x", "a,b:c.po", "note")])
    command, _, message = line[2:].partition("::")
    name, _, properties = command.partition(" ")

    assert name == "notice"
    assert unquote(message) == "100% of it: `a, b`; better `x` (p 1)"
    assert unquote(properties.split(",")[0]) == "file=a,b:c.po"


@given(st.lists(st.tuples(HOSTILE, HOSTILE, HOSTILE), max_size=4))
def test_checkstyle(rows: list[tuple[str, str, str]]) -> None:
    """A parser reads it; every finding is one element, and no text another one."""
    report = "\n".join(checkstyle([found(*one) for one in rows]))
    tree = etree.fromstring(report.encode("utf-8"))

    assert {one.tag for one in tree.iter()} <= {"checkstyle", "file", "error"}
    errors = tree.findall("file/error")
    assert len(errors) == len(rows)
    assert all(set(one.attrib) == {"line", "column", "severity", "message", "source"} for one in errors)
    assert all("\n" not in one.get("message") for one in errors)


RULES = {"markup.code": ("error", "A code is missing.", "inline codes")}


@pytest.mark.parametrize("waived", [True, False])
def test_sarif(waived: bool) -> None:
    """What the standard asks for (SARIF 2.1.0, 3.13 to 3.58), and what code scanning tracks findings by."""
    log = json.loads(
        as_json(sarif([found("it is missing", "x", "a b/ü.po", waived=waived)], RULES, ["0123456789abcdef"]))
    )
    (run,) = log["runs"]
    (result,) = run["results"]
    (location,) = result["locations"]
    driver = run["tool"]["driver"]

    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-2.1.0.json")
    assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "markup.code"
    assert all({"text"} <= set(rule["help"]) and rule["shortDescription"]["text"] for rule in driver["rules"])
    assert result["message"]["text"] == "it is missing; better `x` (p 1)"
    assert result["level"] in ("none", "note", "warning", "error")
    place = location["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b/%C3%BC.po"
    assert place["region"] == {"startLine": 3, "startColumn": 9, "endLine": 4, "endColumn": 12}
    assert run["columnKind"] == "utf16CodeUnits"
    assert result["partialFingerprints"]["primaryLocationLineHash"]
    assert bool(result["suppressions"]) == waived


@given(HOSTILE, HOSTILE, HOSTILE)
def test_json_says_all_and_commands_nothing(message: str, text: str, file: str) -> None:
    """Texts come back as they are; nothing that a terminal obeys stands in the output."""
    one, place = found(message, text, file)
    said = as_json(telling.finding(one, place, "0" * 16))

    assert json.loads(said) == telling.finding(one, place, "0" * 16)
    assert not any(unicodedata.category(letter) in ("Cc", "Cs") for letter in said.replace("\n", ""))
    assert not any("\u202a" <= letter <= "\u202e" or "\u2066" <= letter <= "\u2069" for letter in said)
