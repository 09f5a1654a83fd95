"""The newsroom: articles by locales, how far each is, and what waits for whom; the figures of `l10n report`.

start      the page: filters and orders are links (see asking), and so is every number
segments   exactly the segments that a number counts, each with its way to the desk
findings   what the checks say of one locale of an article: asked for once the page is there, so that it waits for none
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from starlette.responses import Response
from starlette.routing import Route

from l10n.model.findings import SEVERITIES
from l10n.project import Article
from l10n.project.settings import ROLES
from l10n.reports import STATES, Report, Row, Stale
from l10n.web import asking, speech, tally
from l10n.web.asking import SORTS, Asked, Line, Places, page_number
from l10n.web.bench import Missing
from l10n.web.visit import Visit, Wrong, page
from l10n.workflow import counted, inspecting, reporting
from l10n.workflow.inspecting import Found
from l10n.workflow.items import Item
from l10n.workflow.recounting import Counting
from l10n.workflow.rules import Rules

ARTICLES, SEGMENTS = 30, 100
"""On one page."""
ANY = "any"
"""Findings of any severity."""


@page()
def start(visit: Visit) -> Response:
    """Every article in every locale."""
    asked = Asked.of(visit)
    articles = {article.name: article for article in visit.project.articles()}
    try:
        report, stale = _report(visit, articles)
    except Counting as counting:
        return visit.page("counting.html", counting=counting)
    rows = asking.among(report, asked)
    known = tally.of(visit.project)
    counts: Places = {}
    if asked.by_findings:
        places = [(articles[row.article], row.locale) for row in rows]
        counts = known.of(places, visit.bench.recounting.stamps())
    found = asking.chosen(report, asked, rows, counts)
    number, pages = _paged(visit, asked.page, len(found), ARTICLES)
    shown = asking.cards(report, found[(number - 1) * ARTICLES : number * ARTICLES])
    return visit.page(
        "newsroom.html",
        asked=asked,
        report=report,
        cards=shown,
        count=len(found),
        number=number,
        pages=pages,
        bar=bar,
        states=STATES,
        roles=ROLES,
        sorts=tuple(SORTS),
        totals=_folded(report.totals),
        sums=_sums(visit, report, asked, rows),
        overdue=sum(map(report.is_overdue, rows)),
        uncounted=len(rows) - len(counts) if asked.by_findings else 0,
        of=len(rows),
        faults=visit.bench.recounting.faults(),
        behind=Counter((one.article, one.locale) for one in stale),
        number_of=counted.number,
        pieces=pieces,
        findings={
            (card.name, line.row.locale): known.get(articles[card.name], line.row.locale)
            for card in shown
            for line in card.lines
        },
    )


def _report(visit: Visit, articles: Mapping[str, Article]) -> tuple[Report, tuple[Stale, ...]]:
    return visit.bench.recounting.report(visit.project, tuple(articles.values()), visit.bench.now()[:10])


def _sums(visit: Visit, report: Report, asked: Asked, among: Sequence[Row]) -> dict[str, int]:
    """How many segments wait for whom, and are in which state; whole locales were summed by the report."""
    rows = among
    if not asked.folder and not asked.q:
        totals = [row for row in report.totals if not row.converted_from and asked.locale in ("", row.locale)]
        rows = [*totals, *(row for row in among if row.article in reporting.apart(visit.project))]
    return {name: counted.total(rows, name) for name in (*ROLES, *STATES)}


def _folded(rows: Iterable[Row]) -> list[Line]:
    """Rows of locales, each with those converted from it."""
    rows = list(rows)
    return [
        Line(row, tuple(one for one in rows if one.converted_from == row.locale))
        for row in rows
        if not row.converted_from
    ]


def bar(row: Row) -> list[tuple[str, int, int, float, float]]:
    """State, words, segments, start and share (0–100) of each part of a bar, the furthest first."""
    counts = row.words if row.word_count else row.segments
    total = sum(counts) or 1
    parts, at = [], 0.0
    for state, words, segments, count in list(zip(STATES, row.words, row.segments, counts, strict=True))[::-1]:
        if segments:
            share = 100 * count / total
            parts.append((state, words, segments, at, share))
            at += share
    return parts


def _paged(visit: Visit, said: str, count: int, each: int) -> tuple[int, int]:
    """The page that is shown, and how many there are."""
    pages = max(1, -(-count // each))
    return min(page_number(visit, said), pages), pages


# --- what a number counts


@page()
def segments(visit: Visit) -> Response:
    """The segments behind a number, in one article or in all that are asked for."""
    asked, name, of = Asked.of(visit), visit.asked("number", counted.ALL), visit.asked("article")
    if visit.asked("findings"):
        return _with_findings(visit, of)
    if name not in counted.NUMBERS:
        raise Wrong(visit._("No report counts that."))
    articles = {article.name: article for article in visit.project.articles()}
    if of and of not in articles:
        raise Missing(of)
    try:
        report, _ = _report(visit, articles)
    except Counting as counting:
        return visit.page("counting.html", counting=counting)
    rows = [row for row in report.rows if not row.converted_from and asked.has(row)]
    rows = [row for row in rows if (row.article == of if of else row.article not in reporting.apart(visit.project))]
    count = counted.total(rows, name)
    number, pages = _paged(visit, asked.page, count, SEGMENTS)
    found: list[tuple[Item, tuple[Found, ...]]] = []
    for row, part in counted.slices(rows, name, (number - 1) * SEGMENTS, SEGMENTS):
        source = visit.bench.source(visit.project, articles[row.article])
        side = visit.bench.side(source, row.locale)
        found += ((item, ()) for item in counted.behind(side, name, is_published=row.is_published)[part])
    asks = {"number": name, "article": of, "locale": asked.locale, "folder": asked.folder, "q": asked.q}
    return _listed(visit, found, count=count, number=number, pages=pages, name=name, of=of, asked=asked, asks=asks)


def _listed(visit: Visit, found: Sequence[tuple[Item, tuple[Found, ...]]], **about: Any) -> Response:
    return visit.page("segments.html", **speech.of(visit), found=found, **about)


def _with_findings(visit: Visit, of: str) -> Response:
    """The segments of a locale of an article of which the checks say something."""
    asked, severity = Asked.of(visit), visit.asked("findings")
    if severity not in (ANY, *SEVERITIES) or not asked.locale:
        raise Wrong(visit._("No check finds that."))
    article = visit.bench.article(visit.project, of)
    source = visit.bench.source(visit.project, article)
    side = visit.bench.side(source, asked.locale)
    told: dict[Any, list[Found]] = {}
    for one in inspecting.of_locale(source, side, Rules.of(visit.project)).open:
        if severity in (ANY, one.finding.severity):
            told.setdefault(one.spot.key, []).append(one)
    items = [item for item in counted.behind(side, counted.ALL) if item.segment.key in told]
    found = [(item, tuple(told[item.segment.key])) for item in items]
    count = sum(len(some) for _, some in found)
    asks = {"findings": severity, "article": of, "locale": asked.locale}
    number, pages = _paged(visit, asked.page, len(found), SEGMENTS)
    shown = found[(number - 1) * SEGMENTS : number * SEGMENTS]
    return _listed(visit, shown, count=count, number=number, pages=pages, name=severity, of=of, asked=asked, asks=asks)


# --- what the checks say


@page()
def findings(visit: Visit) -> Response:
    """How many open findings there are of each severity."""
    article, locale = visit.article, visit.locale
    known = tally.of(visit.project)
    found = known.get(article, locale)
    if found is None:
        before = known.stamps(article, locale)
        found = known.count(visit.source, visit.side, before)
    return visit.page("part/findings.html", of=article.name, locale=locale, found=found)


def pieces(name: str) -> Sequence[tuple[str, str]]:
    """The folders of an article, each with its path, and what it is called in them."""
    parts = name.split("/")
    return [(part, "/".join(parts[: n + 1])) for n, part in enumerate(parts)]


ROUTES = (
    Route("/", start),
    Route("/newsroom/segments", segments),
    Route("/newsroom/findings/{locale}/{article:path}", findings),
)
