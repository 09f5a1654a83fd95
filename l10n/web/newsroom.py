"""The newsroom: articles by locales, how far each is, and what waits for whom; the figures of `l10n report`.

start      the page: filters and orders are links, and so is every number
segments   exactly the segments that a number counts, each with its way to the desk
findings   what the checks say of one locale of an article: asked for once the page is there, so that it waits for none
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from starlette.responses import Response
from starlette.routing import Route

from l10n.glossary import Glossary
from l10n.model.findings import SEVERITIES
from l10n.project import Article, Project
from l10n.reports import STATES, Report, Row, Stale
from l10n.web import speech
from l10n.web.bench import Missing
from l10n.web.visit import Visit, Wrong, address, page
from l10n.workflow import counted, inspecting, naming, reporting, seen
from l10n.workflow.counted import ROLES
from l10n.workflow.inspecting import Found
from l10n.workflow.recounting import Counting, Recounting
from l10n.workflow.reviewing import Item
from l10n.workflow.rules import Rules

ARTICLES, SEGMENTS = 30, 100
"""On one page."""
ANY = "any"
"""Findings of any severity."""


@dataclass(frozen=True, slots=True)
class Line:
    """A locale of an article, with what is converted from it."""

    row: Row
    variants: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All of them, the locale first."""
        return (self.row, *self.variants)


@dataclass(frozen=True, slots=True)
class Card:
    """An article, with those of its locales that are asked for."""

    name: str
    lines: tuple[Line, ...]


Group = Sequence[Row]
"""The rows of one article that are asked for."""
LATE = "9999"
"""Stands behind every date."""

SORTS: Mapping[str, Callable[[Report, Group], Any]] = {
    "name": lambda report, group: group[0].article,
    "deadline": lambda report, group: group[0].deadline or LATE,
    "words": lambda report, group: -max(row.word_count for row in group),
    "done": lambda report, group: min(row.share(report.least) for row in group),
    "since": lambda report, group: min((row.waiting_since for row in group if row.waiting_since), default=LATE),
    **{role: (lambda name: lambda report, group: -counted.total(group, name))(role) for role in ROLES},
}
"""What is first: the least, the nearest, the longest, the furthest from done, what waits longest, or most."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for; "" for everything."""

    locale: str = ""
    waits: str = ""
    state: str = ""
    overdue: str = ""
    published: str = ""
    folder: str = ""
    q: str = ""
    sort: str = ""
    page: str = ""

    @classmethod
    def of(cls, visit: Visit) -> Asked:
        """Wrong for a word that stands for nothing."""
        asked = cls(**{one.name: visit.asked(one.name) for one in fields(cls)})
        known = {
            "locale": visit.project.settings.locales,
            "waits": ROLES,
            "state": STATES,
            "overdue": ("1",),
            "published": ("published", "stale", "no"),
            "sort": [sign + name for name in SORTS for sign in ("", "-")],
        }
        for name, words in known.items():
            if getattr(asked, name) and getattr(asked, name) not in words:
                raise Wrong(visit._("The newsroom knows no such filter: {name}").format(name=name))
        _number(visit, asked.page)
        return asked

    def but(self, **other: str) -> str:
        """The address that asks for something else, from its first page on, where no page is named."""
        changed = replace(self, **{"page": "", **other})
        return address(**{one.name: getattr(changed, one.name) for one in fields(changed)})

    def at(self, number: int) -> str:
        """The address of a page of the same."""
        return self.but(page=str(number))

    def fits(self, report: Report, row: Row) -> bool:
        """Whether a row is asked for by what waits, is in a state, is late, or is published."""
        published = row.published if row.published in ("published", "stale") else "no"
        return (
            (not self.waits or counted.number(row, self.waits) > 0)
            and (not self.state or counted.number(row, self.state) > 0)
            and (not self.overdue or report.is_overdue(row))
            and (not self.published or published == self.published)
        )

    def has(self, row: Row) -> bool:
        """Whether a row is asked for by its locale and its article."""
        return (
            self.locale in ("", row.converted_from or row.locale)
            and (not self.folder or row.article.startswith(f"{self.folder}/"))
            and (not self.q or self.q.casefold().strip() in row.article.casefold())
        )


def chosen(report: Report, asked: Asked) -> tuple[list[Group], list[Row]]:
    """The articles in order, and the rows among which filters choose: those of the locale, the folder, the search."""
    among = [row for row in report.rows if not row.converted_from]
    if asked.locale or asked.folder or asked.q:
        among = [row for row in among if asked.has(row)]
    fitting = among
    if asked.waits or asked.state or asked.overdue or asked.published:
        fitting = [row for row in among if asked.fits(report, row)]
    groups: list[Group] = [tuple(some) for _, some in groupby(fitting, attrgetter("article"))]
    if name := asked.sort.removeprefix("-"):
        groups.sort(key=lambda group: SORTS[name](report, group), reverse=asked.sort.startswith("-"))
    return groups, among


def cards(report: Report, groups: Sequence[Group]) -> list[Card]:
    """Articles as they are shown, each locale with what is converted from it."""
    names = {group[0].article for group in groups}
    converted: dict[tuple[str, str], list[Row]] = {}
    for row in report.rows:
        if row.converted_from and row.article in names:
            converted.setdefault((row.article, row.converted_from), []).append(row)
    return [
        Card(group[0].article, tuple(Line(row, tuple(converted.get((row.article, row.locale), ()))) for row in group))
        for group in groups
    ]


@page()
def start(visit: Visit) -> Response:
    """Every article in every locale."""
    asked = Asked.of(visit)
    articles = {article.name: article for article in visit.project.articles()}
    try:
        report, stale = _report(visit, articles)
    except Counting as counting:
        return visit.page("counting.html", counting=counting)
    found, among = chosen(report, asked)
    number, pages = _paged(visit, asked.page, len(found), ARTICLES)
    shown = cards(report, found[(number - 1) * ARTICLES : number * ARTICLES])
    known, under = _findings(visit.project), _under(visit.project)
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
        sums=_sums(visit, report, asked, among),
        overdue=sum(map(report.is_overdue, among)),
        published=Counter(row.published for row in among),
        behind=Counter((one.article, one.locale) for one in stale),
        number_of=counted.number,
        pieces=pieces,
        findings={
            (card.name, line.row.locale): known.get(articles[card.name], line.row.locale, under)
            for card in shown
            for line in card.lines
        },
    )


_recounting: dict[Path, Recounting] = {}
"""By the folder of the project."""


def _report(visit: Visit, articles: Mapping[str, Article]) -> tuple[Report, tuple[Stale, ...]]:
    recounting = _recounting.setdefault(visit.project.folder, Recounting())
    return recounting.report(visit.project, tuple(articles.values()), visit.bench.now()[:10])


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


def _number(visit: Visit, said: str) -> int:
    """The number of a page, 1 where none is said."""
    if said and not (said.isascii() and said.isdecimal() and len(said) < 9):
        raise Wrong(visit._("That is no page."))
    return max(1, int(said or 1))


def _paged(visit: Visit, said: str, count: int, each: int) -> tuple[int, int]:
    """The page that is shown, and how many there are."""
    pages = max(1, -(-count // each))
    return min(_number(visit, said), pages), pages


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
    found = _findings(visit.project).count(visit, _under(visit.project))
    return visit.page("part/findings.html", of=visit.article.name, locale=visit.locale, found=found)


KEPT = 50_000
"""Locales of articles of which it is kept what the checks said: some 300 bytes each."""


@dataclass
class _Findings:
    """How many open findings there are, by article and locale, as long as none of their files changes."""

    _kept: OrderedDict[tuple[str, str], tuple[list[int], Under, dict[str, int]]] = field(default_factory=OrderedDict)

    def get(self, article: Article, locale: str, under: Under) -> dict[str, int] | None:
        """By severity; None where the checks have to be asked."""
        kept = self._kept.get((article.name, locale))
        if kept is None or kept[1] != under or kept[0] != _stamps(under, article, locale):
            return None
        return kept[2]

    def count(self, visit: Visit, under: Under) -> dict[str, int]:
        """By severity, for the article and locale of an address; from the checks where something changed."""
        article, locale = visit.article, visit.locale
        kept = self.get(article, locale, under)
        if kept is not None:
            return kept
        stamps = _stamps(under, article, locale)
        said = inspecting.of_locale(visit.source, visit.side, Rules.of(visit.project))
        counts = Counter(one.finding.severity for one in said.open)
        found = {severity: counts[severity] for severity in SEVERITIES}
        self._kept[article.name, locale] = (stamps, under, found)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return found


Under = tuple[Project, Glossary]
"""What decides what is found in an article, its own files left aside."""
_known: dict[Path, _Findings] = {}
"""By the folder of the project."""


def _findings(project: Project) -> _Findings:
    return _known.setdefault(project.folder, _Findings())


def _under(project: Project) -> Under:
    return project, naming.load(project)


def _stamps(under: Under, article: Article, locale: str) -> list[int]:
    return seen.stamps_of(seen.paths_of(under[0], article, [locale]))


def pieces(name: str) -> Sequence[tuple[str, str]]:
    """The folders of an article, each with its path, and what it is called in them."""
    parts = name.split("/")
    return [(part, "/".join(parts[: n + 1])) for n, part in enumerate(parts)]


ROUTES = (
    Route("/", start),
    Route("/newsroom/segments", segments),
    Route("/newsroom/findings/{locale}/{article:path}", findings),
)
