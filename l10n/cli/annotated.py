"""Findings as other programs take them: annotations of GitHub, SARIF for code scanning, Checkstyle for the rest.

All three name a file from the top of the repository, and the line of the entry, or of the words where that is known.
No text of an article can end a command, a string or an element.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from l10n import __version__
from l10n.cli.marking import cell

if TYPE_CHECKING:
    from l10n.workflow.inspecting import Found
    from l10n.workflow.locating import Place

Placed = Sequence[tuple["Found", "Place"]]

GITHUB = {"error": "error", "warning": "warning", "note": "notice"}
CHECKSTYLE = {"error": "error", "warning": "warning", "note": "info"}
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold, not even escaped."""


def github(placed: Placed) -> Iterator[str]:
    """Workflow commands, one a line: an annotation beside the line of a pull request."""
    for one, place in placed:
        spot = one.spot
        where = {"file": place.file, "line": str(place.line)}
        if place.words and place.words.line == place.words.end_line:
            where |= {
                "col": str(place.words.column),
                "endColumn": str(max(place.words.column, place.words.end_column - 1)),
            }
        where["title"] = f"{one.code} · {spot.article} · {spot.locale}"
        named = ",".join(f"{key}={_property(value)}" for key, value in where.items())
        yield f"::{GITHUB[one.finding.severity]} {named}::{_data(_said(one))}"


def _said(one: Found) -> str:
    """The message, with what may stand there instead."""
    better = one.finding.replacement
    more = "" if better is None else f"; better `{better}`" if better else "; better without it"
    return f"{one.finding.message}{more} ({one.spot.place})"


def _seen(text: str) -> str:
    """A text in which no character but letters, marks and blanks is left as it is."""
    return "".join(cell(letter).shown for letter in text)


def _data(text: str) -> str:
    """The message of a workflow command (actions/toolkit, command.ts: escapeData)."""
    return _seen(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property of a workflow command (actions/toolkit, command.ts: escapeProperty)."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def checkstyle(placed: Placed) -> Iterator[str]:
    """Lines of a Checkstyle report."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<checkstyle version="4.3">'
    file = None
    for one, place in placed:
        if place.file != file:
            if file is not None:
                yield "</file>"
            file = place.file
            yield f"<file name={_attribute(file)}>"
        column = f' column="{place.words.column}"' if place.words else ""
        severity, source = CHECKSTYLE[one.finding.severity], _attribute(f"l10n.{one.code}")
        message = _attribute(_said(one))
        yield f'<error line="{place.line}"{column} severity="{severity}" message={message} source={source}/>'
    if file is not None:
        yield "</file>"
    yield "</checkstyle>"


def _attribute(text: str) -> str:
    return quoteattr(_NO_XML.sub("\ufffd", _seen(text)))


def sarif(placed: Placed, rules: Mapping[str, tuple[str, str, str]], marks: Sequence[str]) -> dict[str, Any]:
    """A log of SARIF 2.1.0 with one run.

    rules: by check.rule the severity in this project, what it says, and what its check is about.
    marks: the fingerprint of each finding.
    """
    names = [name for name in rules if any(one.code == name for one, _ in placed)]
    number = {name: n for n, name in enumerate(names)}
    driver = {
        "name": "l10n",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(name, *rules[name]) for name in names],
    }
    results = [_result(one, place, number[one.code], mark) for (one, place), mark in zip(placed, marks, strict=True)]
    run = {"tool": {"driver": driver}, "columnKind": "utf16CodeUnits", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(name: str, severity: str, says: str, about: str) -> dict[str, Any]:
    return {
        "id": name,
        "shortDescription": {"text": says},
        "fullDescription": {"text": says},
        "help": {"text": f"{about}\n\nl10n check --explain {name.partition('.')[0]}"},
        "defaultConfiguration": {"level": severity},
        "properties": {"tags": [name.partition(".")[0]]},
    }


def _result(one: Found, place: Place, rule: int, mark: str) -> dict[str, Any]:
    spot, region = one.spot, {"startLine": place.line}
    if place.words:
        words = place.words
        region |= {"startColumn": words.column, "endLine": words.end_line, "endColumn": words.end_column}
    location = {"artifactLocation": {"uri": quote(place.file), "uriBaseId": "%SRCROOT%"}, "region": region}
    waiver = one.waiver
    return {
        "ruleId": one.code,
        "ruleIndex": rule,
        "level": one.finding.severity,
        "message": {"text": _seen(_said(one))},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"primaryLocationLineHash": f"{mark}:1", "l10n/v1": mark},
        "suppressions": [{"kind": "external", "status": "accepted", "justification": waiver.note}] if waiver else [],
        "properties": {"article": spot.article, "locale": spot.locale, "segment": spot.id, "digest": spot.digest},
    }


FORMATS: dict[str, Callable[[Placed], Iterator[str]]] = {"github": github, "checkstyle": checkstyle}
"""Those that are lines."""
