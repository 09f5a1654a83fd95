"""What was looked at once is not looked at again, as long as nothing can have changed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from l10n import files, workflow
from l10n.builders import read_manifest
from l10n.project import Project
from l10n.workflow import reporting, seen, view
from tests.workflow import newsroom

LONG_AGO = 1_700_000_000_000_000_000
"""In November 2023, in nanoseconds."""


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    """Two files of long ago, and one that is not there."""
    for name in ("a", "b"):
        (tmp_path / name).write_text(name, encoding="utf-8")
        os.utime(tmp_path / name, ns=(LONG_AGO, LONG_AGO))
    return [str(tmp_path / name) for name in ("a", "b", "c")]


def test_nothing_changed(paths: list[str]) -> None:
    """Files with the stamps that they had are not read."""
    first = seen.look(paths)

    assert first.still(paths) is first


def test_another_stamp(paths: list[str]) -> None:
    """A file that was only touched is still the same; the look at it is a new one."""
    first = seen.look(paths)
    os.utime(paths[0], ns=(LONG_AGO + 1, LONG_AGO + 1))

    now = first.still(paths)

    assert now is not None and now is not first
    assert now.digest == first.digest
    assert now.still(paths) is now


@pytest.mark.parametrize("name", ["a", "c"])
def test_another_content(paths: list[str], name: str) -> None:
    """A file that holds something else, or is there now, is a change."""
    first = seen.look(paths)
    Path(paths[0]).with_name(name).write_text("x", encoding="utf-8")

    assert first.still(paths) is None


def test_in_doubt(paths: list[str]) -> None:
    """A file that was written right before the look is compared by its content: its stamp may lie."""
    first = seen.look(paths)
    fresh = seen.Seen(LONG_AGO + seen.DOUBT_NS // 2, first.stamps, first.digest)
    status = Path(paths[0]).stat()
    Path(paths[0]).write_text("x", encoding="utf-8")
    os.utime(paths[0], ns=(LONG_AGO, LONG_AGO))

    assert seen.stamps_of(paths)[1] == status.st_mtime_ns
    assert fresh.still(paths) is None


def old(project: Project) -> None:
    """Let every file of a project be of long ago."""
    for path in project.folder.rglob("*"):
        if path.is_file():
            os.utime(path, ns=(LONG_AGO, LONG_AGO))


def test_an_unchanged_project_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second report opens no article, no catalog and no manifest, and says the same."""
    project = newsroom.make(tmp_path)
    workflow.sync_articles(project, project.articles(), workflow.Options(when=newsroom.WHEN))
    workflow.build(project, project.articles())
    old(project)
    first = workflow.report(project, project.articles())
    read: list[Path] = []
    real = files.read
    monkeypatch.setattr(files, "read", lambda path: read.append(path) or real(path))
    monkeypatch.setattr(view, "source", None)

    assert workflow.report(project, project.articles()) == first
    assert {path.parent for path in read} == {project.cache}


@pytest.mark.parametrize("odd", ["", "{", "[]", "{}", '{"tool": 1}', '{"when": null, "stamps": [], "digest": ""}'])
def test_what_is_published_is_cached_and_only_cached(tmp_path: Path, odd: str) -> None:
    """An odd cache of the manifest is made anew."""
    project = newsroom.make(tmp_path, settings=newsroom.SETTINGS.replace('"reviewed"', '"translated"'))
    workflow.sync_articles(project, project.articles(), workflow.Options(when=newsroom.WHEN))
    newsroom.type_in(project.catalog("ferry", "ru"), newsroom.RUSSIAN)
    workflow.build(project, project.articles())
    first = workflow.report(project, project.articles())
    (project.cache / reporting.PUBLISHED).write_text(odd, encoding="utf-8")

    assert any(row.published for row in first[0].rows)
    assert workflow.report(project, project.articles()) == first
    kept = json.loads((project.cache / reporting.PUBLISHED).read_text(encoding="utf-8"))
    assert [place for place, *_ in kept["files"]] == [
        place for place, one in read_manifest(project.build).files.items() if "article" in one
    ]


def test_processes_start_with_the_first_task(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is nothing to do for many articles, no process is started."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", None)
    with workflow.workers(1000) as executor:
        assert executor is not None
    with workflow.workers(3) as executor:
        assert executor is None
