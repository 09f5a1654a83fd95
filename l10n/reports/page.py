"""A report as one self-contained page: for a screen, a phone, a printer; sortable by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from l10n.reports.counts import NEVER, STATES, Report, Row
from l10n.reports.table import percent

TEMPLATE = Path(__file__).with_name("report.html")
STATE_CLASSES = tuple(state.replace(" ", "-") for state in STATES)
FURTHEST_FIRST = tuple(reversed(range(len(STATES))))

SORTABLE = frozenset({"Article", "Locale", "Done", "Waits for", "Words", "Since", "Deadline"})
"""The columns that a phone offers for sorting; a wider screen offers all but the bars."""
BAR = "By state"


class Column(NamedTuple):
    """A column of the table: what stands inside its cells, as HTML, one a row."""

    name: str
    cells: Sequence[str]
    style: str = ""
    """Class of its cells: n for numbers, d for dates, waits."""


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
    columns = _columns(report)
    return environment.get_template(TEMPLATE.name).render(
        title=title,
        today=report.today,
        least=str(report.least),
        states=list(zip(STATES, STATE_CLASSES, strict=True)),
        columns=columns,
        sortable=SORTABLE,
        plain=BAR,
        rows=map(Markup, _rows(columns)),
        totals=[_total(report, row, names or {}) for row in report.totals],
        articles=len({row.article for row in report.rows if row.published != NEVER}),
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


def _columns(report: Report) -> list[Column]:
    """Who and when before how much, so that it is seen without scrolling; what is empty in every row is left out."""
    rows = report.rows
    states = [
        Column(state.capitalize(), [_counted(row.words[n], row.segments[n]) for row in rows], "n")
        for n, state in enumerate(STATES)
    ]
    columns = [
        Column("Article", [f"<bdi>{escape(row.article)}</bdi>" for row in rows]),
        Column("Locale", [escape(row.locale) for row in rows]),
        Column("Done", [percent(row.share(report.least)) for row in rows], "n"),
        Column(BAR, [_bar(row) for row in rows]),
        Column("Waits for", [_waits(row) for row in rows], "waits"),
        Column("Deadline", [_deadline(report, row) for row in rows], "d"),
        Column("Since", [escape(row.since[:10]) for row in rows], "d"),
        Column("By", [f"<bdi>{escape(row.who)}</bdi>" if row.who else "" for row in rows]),
        Column("Words", [f"{row.word_count}<small>{row.segment_count}</small>" for row in rows], "n"),
        *states,
        Column("All claims", [str(row.claimed_segments or "") for row in rows], "n"),
        Column("Questions", [str(row.questions or "") for row in rows], "n"),
        Column("Unchanged drafts", [str(row.unchanged or "") for row in rows], "n"),
        Column("Published", [escape(row.published) for row in rows]),
        Column("Converted from", [escape(row.converted_from) for row in rows]),
    ]
    return [column for column in columns if any(column.cells) or column.name in ("Article", "Locale", "Done")]


def _rows(columns: Sequence[Column]) -> Iterator[str]:
    """The rows of the table. An archive has 40,000: a template would take 15 s, and end tags double the page."""
    starts = [f"<td class={column.style}>" if column.style else "<td>" for column in columns[1:]]
    for name, *cells in zip(*(column.cells for column in columns), strict=True):
        rest = "".join([start + cell for start, cell in zip(starts, cells, strict=True)])
        yield f"<tr><th scope=row>{name}</th>{rest}</td>"


def _counted(words: int, segments: int) -> str:
    return f"{words}<small>{segments}</small>" if segments else ""


def _bar(row: Row) -> str:
    bars = "".join([f'<i class={name} style="width:{width}%"></i>' for name, width in _bars(row)])
    return f"<div class=bar aria-hidden=true>{bars}</div>" if bars else ""


def _waits(row: Row) -> str:
    return " ".join([f"<span>{role} {count}</span>" for role, count in row.waits().items() if count])


def _deadline(report: Report, row: Row) -> str:
    late = " <span class=late>overdue</span>" if report.is_overdue(row) else ""
    return f"{escape(row.deadline)}{late}"
