"""What the newsroom is asked for: which rows of the report, in which order; every filter and order is an address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from l10n.model.findings import SEVERITIES
from l10n.project.settings import ROLES
from l10n.reports import STATES, Report, Row
from l10n.web.tally import Counts
from l10n.web.templating import address
from l10n.web.visit import Visit, Wrong
from l10n.workflow import counted


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
Places = Mapping[tuple[str, str], Counts]
"""Open findings, by article and locale, as far as they are counted."""


def place(row: Row) -> tuple[str, str]:
    """Article and locale."""
    return row.article, row.locale


def _findings(_: Report, group: Group, found: Places) -> tuple[int, ...] | None:
    known = [found[place(row)] for row in group if place(row) in found]
    return tuple(-sum(one[severity] for one in known) for severity in SEVERITIES) if known else None


Sort = Callable[[Report, Group, Places], Any]

SORTS: Mapping[str, Sort] = {
    "name": lambda report, group, _: group[0].article,
    "deadline": lambda report, group, _: group[0].deadline or None,
    "words": lambda report, group, _: -max(row.word_count for row in group),
    "done": lambda report, group, _: min(row.share(report.least) for row in group),
    "since": lambda report, group, _: min((row.waiting_since for row in group if row.waiting_since), default=None),
    **{role: (lambda name: lambda report, group, _: -counted.total(group, name))(role) for role in ROLES},
    "findings": _findings,
}
"""What is first: the least, the nearest, the longest, the furthest from done, what waits longest, most, or the worst.
None stands last either way: what has no date, and what is not counted yet."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for; "" for everything."""

    locale: str = ""
    waits: str = ""
    state: str = ""
    overdue: str = ""
    published: str = ""
    found: str = ""
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
            "found": ("1",),
            "sort": [sign + name for name in SORTS for sign in ("", "-")],
        }
        for name, words in known.items():
            if getattr(asked, name) and getattr(asked, name) not in words:
                raise Wrong(visit._("The newsroom knows no such filter: {name}").format(name=name))
        page_number(visit, asked.page)
        return asked

    def but(self, **other: str) -> str:
        """The address that asks for something else, from its first page on, where no page is named."""
        changed = replace(self, **{"page": "", **other})
        return address(**{one.name: getattr(changed, one.name) for one in fields(changed)})

    def at(self, number: int) -> str:
        """The address of a page of the same."""
        return self.but(page=str(number))

    @property
    def narrows(self) -> bool:
        """Whether something is asked for by a filter or an order that is seldom used."""
        return any((self.state, self.overdue, self.published, self.found, self.folder, self.q, self.sort))

    @property
    def by_findings(self) -> bool:
        """Whether the answer depends on what the checks say."""
        return bool(self.found) or SORTS.get(self.sort.removeprefix("-")) is _findings

    def fits(self, report: Report, row: Row, found: Places) -> bool:
        """Whether a row is asked for by what waits, is in a state, is late, is published, or is found fault with."""
        published = row.published if row.published in ("published", "stale") else "no"
        return (
            (not self.waits or counted.number(row, self.waits) > 0)
            and (not self.state or counted.number(row, self.state) > 0)
            and (not self.overdue or report.is_overdue(row))
            and (not self.published or published == self.published)
            and (not self.found or any(found.get(place(row), {}).values()))
        )

    def has(self, row: Row) -> bool:
        """Whether a row is asked for by its locale and its article."""
        return (
            self.locale in ("", row.converted_from or row.locale)
            and (not self.folder or row.article.startswith(f"{self.folder}/"))
            and (not self.q or self.q.casefold().strip() in row.article.casefold())
        )


def among(report: Report, asked: Asked) -> list[Row]:
    """The rows among which filters choose: those of the locale, the folder, the search."""
    rows = [row for row in report.rows if not row.converted_from]
    return [row for row in rows if asked.has(row)] if asked.locale or asked.folder or asked.q else rows


def chosen(report: Report, asked: Asked, rows: Sequence[Row], found: Places) -> list[Group]:
    """The articles that are asked for, in order."""
    if asked.waits or asked.state or asked.overdue or asked.published or asked.found:
        rows = [row for row in rows if asked.fits(report, row, found)]
    groups: list[Group] = [tuple(some) for _, some in groupby(rows, attrgetter("article"))]
    if name := asked.sort.removeprefix("-"):
        keys = [(SORTS[name](report, group, found), group) for group in groups]
        known = [one for one in keys if one[0] is not None]
        known.sort(key=itemgetter(0), reverse=asked.sort.startswith("-"))
        groups = [group for _, group in known] + [group for key, group in keys if key is None]
    return groups


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


def page_number(visit: Visit, said: str) -> int:
    """The number of a page, 1 where none is said."""
    if said and not (said.isascii() and said.isdecimal() and len(said) < 9):
        raise Wrong(visit._("That is no page."))
    return max(1, int(said or 1))
