"""Findings on a terminal: by article and locale, each with its place, its message, and its text with a mark."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from l10n.cli.marking import cell, marked, shown, told
from l10n.cli.printing import isolated
from l10n.cli.talk import count, diff, has_colour, width
from l10n.model.findings import SEVERITIES
from l10n.text import SHORT_DIGEST

if TYPE_CHECKING:
    from l10n.workflow.inspecting import Found
    from l10n.workflow.locating import Place
    from l10n.workflow.mending import Mended

COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
COLUMNS = 120
"""In a pipe, where nobody says how wide it is, a text is cut around its finding all the same."""
_INDENT = 6

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


def print_found(placed: Iterable[tuple[Found, Place]]) -> None:
    """Findings, by article and locale."""
    group = None
    for one, place in placed:
        if group != (one.spot.article, one.spot.locale):
            group = (one.spot.article, one.spot.locale)
            click.echo(f"{shown(one.spot.article)} · {one.spot.locale}")
        print_finding(one, place)


def summary(found: Iterable[Found], texts: int, known: int = 0) -> str:
    """How many findings there are of each severity, in how many texts; known: in the baseline."""
    number = counts(found)
    said = [count(number[severity], severity) for severity in SEVERITIES if number[severity]]
    said += [f"{number['waived']} waived"] if number["waived"] else []
    said += [f"{known} in the baseline"] if known else []
    return f"{', '.join(said) or 'no finding'} in {count(texts, 'text')}"


def print_finding(one: Found, place: Place) -> None:
    """One finding: what, where, why, and the text with a mark."""
    spot, finding = one.spot, one.finding
    severity = f"waived {finding.severity}" if one.waiver else finding.severity
    if has_colour(sys.stdout):
        severity = click.style(severity, fg=COLOURS[finding.severity])
    name = f"{spot.id}@{spot.digest[:SHORT_DIGEST]}"
    draft = " · draft" if spot.fuzzy else ""
    where = f"{shown(place.file)}:{place.line}" + (f":{place.words.column}" if place.words else "")
    click.echo(f"  {severity} {one.code}  {spot.place} · {where} · {name}{draft}")
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


def print_mended(some: Iterable[Mended]) -> None:
    """The texts that can be mended, each with the difference, in which nothing unseen stays unseen."""
    group = None
    for one in some:
        spot = one.spot
        if group != (spot.article, spot.locale):
            group = (spot.article, spot.locale)
            click.echo(f"{shown(spot.article)} · {spot.locale}")
        approved = " · approved" if one.approved else ""
        click.echo(f"  {spot.id}  {spot.place} · {', '.join(one.codes)}{approved}")
        before, after = ("".join(cell(letter).shown for letter in text) for text in (spot.target, one.after))
        click.echo(f"    {isolated(diff(before, after))}")


def _print_text(locale: str, text: str, span: tuple[int, int] | None) -> None:
    room = (width() or COLUMNS) - _INDENT - len(locale) - 2
    head = f"    {locale}  "
    for line in marked(text, span, room):
        click.echo(head + line)
        head = " " * len(head)
