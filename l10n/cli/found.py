"""Findings on a terminal: by article and locale, each with its place, its message, and its text with a mark."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from l10n.cli.marking import cell, marked, shown
from l10n.cli.talk import count, has_colour, say, width
from l10n.model.findings import SEVERITIES
from l10n.text import SHORT_DIGEST

if TYPE_CHECKING:
    from l10n.workflow.inspecting import Checked, Found

COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
COLUMNS = 120
"""In a pipe, where nobody says how wide it is, a text is cut around its finding all the same."""
_INDENT = 6

_VALUE = re.compile("`([^`]+)`")
_UNSEEN = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]")
"""What JSON lets stand as it is, and a terminal may obey."""


def as_json(data: Any, indent: int | None = 1) -> str:
    """Data for other programs; what a terminal might obey is escaped, so that it is harmless there, too."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def counts(found: Iterable[Found]) -> dict[str, int]:
    """How many open findings there are of each severity, and how many waived ones."""
    found = list(found)
    of = Counter(one.finding.severity for one in found if one.waiver is None)
    return {
        **{severity: of[severity] for severity in SEVERITIES},
        "waived": sum(one.waiver is not None for one in found),
    }


def row(one: Found) -> dict[str, Any]:
    """A finding for other programs."""
    spot, finding, waiver = one.spot, one.finding, one.waiver
    return {
        "check": finding.check,
        "rule": finding.rule,
        "severity": finding.severity,
        "type": one.its,
        "article": spot.article,
        "locale": spot.locale,
        "segment": spot.id,
        "digest": spot.digest,
        "kind": spot.kind,
        "place": spot.place,
        "file": spot.file,
        "line": spot.line,
        "message": finding.message,
        "span": list(finding.span) if finding.span else None,
        "source span": list(finding.source_span) if finding.source_span else None,
        "replacement": finding.replacement,
        "source locale": spot.source_locale,
        "source": spot.source,
        "target": spot.target,
        "draft": spot.fuzzy,
        "waived": {"by": waiver.who, "when": waiver.when, "note": waiver.note} if waiver else None,
    }


def print_found(checked: Checked, *, waived: bool) -> None:
    """The findings, and how many they are. waived: those that a person waived, too."""
    group = None
    for one in checked.found:
        if one.waiver is not None and not waived:
            continue
        if group != (one.spot.article, one.spot.locale):
            group = (one.spot.article, one.spot.locale)
            click.echo(f"{shown(one.spot.article)} · {one.spot.locale}")
        print_finding(one)
    say(summary(checked))


def summary(checked: Checked) -> str:
    """How many findings there are of each severity, in how many texts."""
    number = counts(checked.found)
    said = [count(number[severity], severity) for severity in SEVERITIES if number[severity]]
    if number["waived"]:
        said.append(f"{number['waived']} waived")
    return f"{', '.join(said) or 'no finding'} in {count(checked.texts, 'text')}"


def print_finding(one: Found) -> None:
    """One finding: what, where, why, and the text with a mark."""
    spot, finding = one.spot, one.finding
    severity = f"waived {finding.severity}" if one.waiver else finding.severity
    if has_colour(sys.stdout):
        severity = click.style(severity, fg=COLOURS[finding.severity])
    name = f"{spot.id}@{spot.digest[:SHORT_DIGEST]}"
    draft = " · draft" if spot.fuzzy else ""
    click.echo(f"  {severity} {one.code}  {spot.place} · {shown(spot.file)}:{spot.line} · {name}{draft}")
    click.echo(f"    {told(finding.message)}")
    if finding.source_span is not None and not spot.is_source:
        _print_text(spot.source_locale, spot.source, finding.source_span)
    _print_text(spot.locale, spot.target, finding.span)
    if finding.replacement is not None:
        better = f"better `{shown(finding.replacement)}`" if finding.replacement else "better without it"
        click.echo(f"    {better}")
    if one.waiver is not None:
        waiver = one.waiver
        click.echo(f"    waived by {shown(waiver.who)} on {waiver.when[:10]}: {shown(waiver.note)}")


def told(message: str) -> str:
    """A message in one line, each value in it by itself, so that none turns another round."""
    return _VALUE.sub(lambda match: f"`{shown(match[1])}`", "".join(cell(letter).shown for letter in message))


def _print_text(locale: str, text: str, span: tuple[int, int] | None) -> None:
    room = (width() or COLUMNS) - _INDENT - len(locale) - 2
    head = f"    {locale}  "
    for line in marked(text, span, room):
        click.echo(head + line)
        head = " " * len(head)
