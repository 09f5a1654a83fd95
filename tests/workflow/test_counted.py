"""What stands behind a number of a report: as many segments as it counts, each of them once, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.project import Project
from l10n.workflow import counted, inspecting, reporting, view
from l10n.workflow.rules import Rules
from tests.workflow.newsroom import RUSSIAN, SETTINGS, edit_source, l10n, make, segment_id, type_in


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Two articles whose segments are empty, typed, asked about, approved, sent back, or changed in the source."""
    project = make(tmp_path, settings=SETTINGS)
    project.source.joinpath("well.txt").write_text("The well\n\nThe well is dry. It takes 12 cars.\n", encoding="utf-8")
    l10n(tmp_path, "sync")
    path = project.catalog("ferry", "ru")
    type_in(path, RUSSIAN | {"The ferry runs again after 15 months.": "Паром снова ходит после 16 месяцев перерыва."})
    l10n(tmp_path, "sync", "--by", "aigul")
    named = [segment_id(path, source) for source in ("A ferry", "Tickets cost 500 tenge.")]
    assert l10n(tmp_path, "review", "-l", "ru").returncode == 0
    assert l10n(tmp_path, "review", "-l", "ru", "-s", named[0], "--approve", "--by", "timur").returncode == 0
    assert l10n(tmp_path, "review", "-l", "ru", "-s", named[1], "--send-back", "цена?", "--by", "timur").returncode == 0
    edit_source(project, "It takes 12 cars.", "It takes 14 cars.")
    data = path.read_text(encoding="utf-8")
    path.write_text(data.replace('msgctxt "figcaption"', '# кто снимал?\nmsgctxt "figcaption"', 1), encoding="utf-8")
    type_in(project.catalog("well", "kk"), {"The well is dry.": "Құдық құрғап қалды."})
    l10n(tmp_path, "sync", "--by", "aigul")
    return project


def test_behind(project: Project) -> None:
    """Every number of every row opens to as many segments as it says."""
    report, _ = reporting.report(project, project.articles())
    seen = set()
    for row in report.rows:
        side = view.side(view.source(project, project.article(row.article)), row.locale)
        for name in counted.NUMBERS:
            items = counted.behind(side, name, is_published=row.is_published)
            assert len(items) == counted.number(row, name), (row.article, row.locale, name)
            seen |= {name} if items else set()

    assert seen >= {"all", "empty", "source changed", "sent back", "translated", "reviewed", "questions", "editor"}


@pytest.mark.parametrize("count", [1, 3, 100])
def test_slices(project: Project, count: int) -> None:
    """Page by page, the rows give every segment once, in their order."""
    report, _ = reporting.report(project, project.articles())
    total = counted.total(report.rows, "all")
    given = [
        (row.article, row.locale, n)
        for start in range(0, total, count)
        for row, part in counted.slices(report.rows, "all", start, count)
        for n in range(part.start, part.stop)
    ]

    assert given == [(row.article, row.locale, n) for row in report.rows for n in range(row.segment_count)]


def test_published_total(project: Project, tmp_path: Path) -> None:
    """In a total as in its rows, what is published waits for no publisher."""
    gate = 'state = "reviewed"\nshare = 0.0\nfallback = {default = "source"}'
    (tmp_path / "l10n.toml").write_text(SETTINGS.replace('state = "reviewed"', gate), encoding="utf-8")
    project = Project.load(tmp_path)
    l10n(tmp_path, "build", "ferry")
    report, _ = reporting.report(project, project.articles())
    rows = [row for row in report.rows if row.locale == "ru"]
    (total,) = [row for row in report.totals if row.locale == "ru"]

    assert [row.waits()["publisher"] for row in rows] == [0, 0]
    assert sum(row.segments[-2] for row in rows) > 0
    assert total.waits() == {role: sum(row.waits()[role] for row in rows) for role in total.waits()}


def test_of_locale(project: Project) -> None:
    """One locale of an article is checked as `l10n check` checks it."""
    article = project.article("ferry")
    rules = Rules.of(project)
    asked = inspecting.check(project, [article], inspecting.Options(rules, locales=("ru",)))
    source = view.source(project, article)
    said = inspecting.of_locale(source, view.side(source, "ru"), rules)

    assert said == asked
    assert said.found
