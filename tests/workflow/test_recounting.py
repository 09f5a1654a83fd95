"""What a server reports again and again is, after every change, what a report of the same files says."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.errors import CatalogError
from l10n.project import Project
from l10n.workflow import recounting, reporting
from l10n.workflow.recounting import Counting, Recounting
from tests.workflow.newsroom import RUSSIAN, SETTINGS, edit_source, l10n, make, type_in

TODAY = "2026-11-26"


def typed(project: Project) -> None:
    type_in(project.catalog("ferry", "ru"), RUSSIAN)


def synced(project: Project) -> None:
    l10n(project.folder, "sync", "--by", "aigul")


def edited(project: Project) -> None:
    edit_source(project, "12 cars", "14 cars")


def added(project: Project) -> None:
    project.source.joinpath("well.txt").write_text("The well is dry.\n", encoding="utf-8")


def removed(project: Project) -> None:
    project.source.joinpath("well.txt").unlink()


def built(project: Project) -> None:
    l10n(project.folder, "build")


def due(project: Project) -> None:
    (project.folder / "l10n.toml").write_text(f"{SETTINGS}[article.ferry]\ndeadline = 2026-11-20\n", encoding="utf-8")


CHANGES = (typed, synced, edited, synced, added, removed, due, built, lambda project: None)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """One article, synced."""
    project = make(tmp_path)
    l10n(tmp_path, "sync")
    return project


def test_as_reported(project: Project) -> None:
    """After every change the report is the same."""
    again = Recounting()
    for change in CHANGES:
        step: Callable[[Project], None] = change
        step(project)
        project = Project.load(project.folder)
        asked = again.report(project, project.articles(), TODAY)
        assert asked == reporting.report(project, project.articles(), today=TODAY), step
    assert again.report(project, project.articles(), "2026-12-01") != asked


def test_not_read_again(project: Project) -> None:
    """Where nothing changed, and the files are old enough, it is the same report, not one like it."""
    for path in project.folder.rglob("*.*"):
        os.utime(path, (1_700_000_000, 1_700_000_000), follow_symlinks=False)
    again = Recounting()
    first = again.report(project, project.articles(), TODAY)
    assert again.report(project, project.articles(), TODAY) is first


def test_unreadable(project: Project) -> None:
    """An article with a catalog that cannot be read is left out, and said each time; it is counted once it can be."""
    again = Recounting()
    first = again.report(project, project.articles(), TODAY)
    path = project.catalog("ferry", "ru")
    said = path.read_bytes()
    path.write_bytes(b'msgid "')
    for counting in (again, again, Recounting()):
        report, _ = counting.report(project, project.articles(), TODAY)
        assert {row.article for row in report.rows} == {row.article for row in first[0].rows} - {"ferry"}
        assert list(counting.faults()) == ["ferry"] and isinstance(counting.faults()["ferry"], CatalogError)
    path.write_bytes(said)
    assert again.report(project, project.articles(), TODAY) == first and not again.faults()


def test_large(project: Project) -> None:
    """A large archive is counted behind the scenes, once; who asks meanwhile hears how far that is."""
    total = recounting.MANY + 10
    for n in range(total - 1):
        project.source.joinpath(f"note-{n}.txt").write_text(f"Note {n}\n", encoding="utf-8")
    again, articles = Recounting(), project.articles()
    with pytest.raises(Counting) as told:
        again.report(project, articles, TODAY)
    assert (told.value.done, told.value.total) == (0, total)
    assert again._thread is not None
    again._thread.join(60)

    assert again.report(project, articles, TODAY) == reporting.report(project, articles, today=TODAY)


def test_uncountable(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stops the counting behind the scenes is said to whoever asks next; then it is begun anew."""

    def refused(*_: object, **more: object) -> None:
        raise PermissionError(13, "Permission denied")

    again, articles = Recounting(), project.articles()
    with monkeypatch.context() as patched:
        patched.setattr(recounting, "MANY", 0)
        patched.setattr(reporting, "uncounted", lambda *_: 1)
        patched.setattr(reporting, "counts", refused)
        with pytest.raises(Counting):
            again.report(project, articles, TODAY)
        assert again._thread is not None
        again._thread.join(60)
        with pytest.raises(PermissionError):
            again.report(project, articles, TODAY)
    assert again.report(project, articles, TODAY) == reporting.report(project, articles, today=TODAY)
