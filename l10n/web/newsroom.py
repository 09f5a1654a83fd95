"""The newsroom: articles by locales, how far each is, and what waits for whom; the figures of `l10n report`."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import Route

from l10n.reports import STATES, Row
from l10n.web.visit import Visit, page
from l10n.workflow import reporting


@page()
def start(visit: Visit) -> Response:
    """Every article in every locale."""
    project = visit.project
    report, _ = reporting.report(project, project.articles(), today=visit.bench.now()[:10])
    rows: dict[str, list[Row]] = {}
    for row in report.rows:
        rows.setdefault(row.article, []).append(row)
    return visit.page("newsroom.html", report=report, rows=rows, bars=_bars, states=STATES)


def _bars(row: Row) -> list[tuple[str, int, float]]:
    """State, words and share (0–100) of each part of a bar, the furthest first."""
    total = row.word_count or 1
    parts = [(state, count, 100 * count / total) for state, count in zip(STATES, row.words, strict=True) if count]
    return parts[::-1]


ROUTES = (Route("/", start),)
