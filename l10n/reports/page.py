"""A report as one self-contained page: for a screen, a phone, a printer; sortable by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from l10n.reports.counts import STATES, Report, Row
from l10n.reports.table import percent

TEMPLATE = Path(__file__).with_name("report.html")
STATE_CLASSES = tuple(state.replace(" ", "-") for state in STATES)


def as_html(report: Report, *, title: str = "Translation report", names: Mapping[str, str] | None = None) -> str:
    """The page. names: what each locale is called in English, shown beside its tag."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATE.parent),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    page = environment.get_template(TEMPLATE.name)
    return (
        page.render(
            title=title,
            today=report.today,
            least=str(report.least),
            states=list(zip(STATES, STATE_CLASSES, strict=True)),
            rows=[_seen(report, row, names or {}) for row in report.rows],
            totals=[_seen(report, row, names or {}) for row in report.totals],
            articles=len({row.article for row in report.rows}),
        )
        + "\n"
    )


def _seen(report: Report, row: Row, names: Mapping[str, str]) -> dict[str, Any]:
    """What the template shows of a row."""
    share = row.share(report.least)
    counts = row.words if any(row.words) else row.segments
    total = sum(counts) or 1
    waits = [(role, count) for role, count in row.waits().items() if count]
    bars = [(STATE_CLASSES[n], f"{counts[n] * 100 / total:.3g}") for n in reversed(range(len(STATES))) if counts[n]]
    return {
        "row": row,
        "name": names.get(row.locale, ""),
        "share": f"{share:.4f}",
        "percent": percent(share),
        "bars": bars,
        "told": ", ".join(f"{row.words[n]} {STATES[n]}" for n in reversed(range(len(STATES))) if row.words[n]),
        "cells": [(row.words[n], row.segments[n]) for n in range(len(STATES))],
        "waits": waits,
        "first": waits[0][0] if waits else "",
        "overdue": report.is_overdue(row),
    }
