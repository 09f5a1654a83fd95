"""A report as one self-contained page: for a screen, a phone, a printer; sortable by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from l10n.reports.counts import STATES, Report, Row
from l10n.reports.table import percent

TEMPLATE = Path(__file__).with_name("report.html")
STATE_CLASSES = tuple(state.replace(" ", "-") for state in STATES)
FURTHEST_FIRST = tuple(reversed(range(len(STATES))))

_STATE_COLUMNS = tuple(state.capitalize() for state in STATES)
COLUMNS = (
    *("Article", "Locale", "Done", "By state", "Waits for", "Words"),
    *_STATE_COLUMNS,
    *("All claims", "Questions", "Since", "By", "Deadline", "Published"),
)
NUMERIC = frozenset({"Done", "Words", *_STATE_COLUMNS, "All claims", "Questions"})
SORTABLE = frozenset({"Article", "Locale", "Done", "Waits for", "Words", "Since", "Deadline"})
"""The columns that a phone offers for sorting; a wider screen offers all."""


def as_html(report: Report, *, title: str = "Translation report", names: Mapping[str, str] | None = None) -> str:
    """The page. names: what each locale is called in English, shown beside its tag."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(TEMPLATE.parent),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    return environment.get_template(TEMPLATE.name).render(
        title=title,
        today=report.today,
        least=str(report.least),
        states=list(zip(STATES, STATE_CLASSES, strict=True)),
        columns=COLUMNS,
        numeric=NUMERIC,
        sortable=SORTABLE,
        rows=(Markup(_row(report, row)) for row in report.rows),
        totals=[_total(report, row, names or {}) for row in report.totals],
        articles=len({row.article for row in report.rows}),
    )


def _total(report: Report, row: Row, names: Mapping[str, str]) -> dict[str, Any]:
    """What the template shows of a locale."""
    return {
        "row": row,
        "name": names.get(row.locale, ""),
        "percent": percent(row.share(report.least)),
        "bars": _bars(row),
        "told": ", ".join(f"{row.words[n]} {STATES[n]}" for n in FURTHEST_FIRST if row.words[n]) or "no words",
        "waits": [(role, count) for role, count in row.waits().items() if count],
    }


def _bars(row: Row) -> list[tuple[str, str]]:
    """(class, width in per cent) of the states that occur, the furthest first."""
    counts = row.words if any(row.words) else row.segments
    total = sum(counts) or 1
    return [(STATE_CLASSES[n], f"{counts[n] * 100 / total:.3g}") for n in FURTHEST_FIRST if counts[n]]


def _row(report: Report, row: Row) -> str:
    """A row of the table. An archive has 40,000 of them: a template would take 15 s, and end tags double the page."""
    bars = "".join(f'<i class={name} style="width:{width}%"></i>' for name, width in _bars(row))
    waits = " ".join(f"<span>{role} {count}</span>" for role, count in row.waits().items() if count)
    states = "".join(
        f"<td class=n>{words}<small>{count}</small>" if count else "<td class=n>"
        for words, count in zip(row.words, row.segments, strict=True)
    )
    late = " <span class=late>overdue</span>" if report.is_overdue(row) else ""
    who = f"<bdi>{escape(row.who)}</bdi>" if row.who else ""
    return (
        f"<tr><th scope=row><bdi>{escape(row.article)}</bdi></th><td>{escape(row.locale)}"
        f"<td class=n>{percent(row.share(report.least))}"
        f"<td>{f'<div class=bar aria-hidden=true>{bars}</div>' if bars else ''}<td class=waits>{waits}"
        f"<td class=n>{row.word_count}<small>{row.segment_count}</small>{states}"
        f"<td class=n>{row.claimed_segments or ''}<td class=n>{row.questions or ''}"
        f"<td>{escape(row.since[:10])}<td>{who}<td>{escape(row.deadline)}{late}<td>{escape(row.published)}"
    )
