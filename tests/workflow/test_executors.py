"""The same bytes whatever the number of workers, and whatever kind they are of."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from l10n import workflow
from l10n.project import Project
from l10n.workflow import reporting, syncing
from tests.workflow import newsroom

ARTICLES = 4


def many(folder: Path) -> Project:
    """A project with several articles."""
    project = newsroom.make(folder)
    for number in range(1, ARTICLES):
        text = newsroom.ARTICLE.replace("Ferry", f"Ferry {number}")
        (project.source / f"ferry-{number}.html").write_text(text, encoding="utf-8")
    return project


def synced(project: Project, executor: Executor | None = None) -> list[str]:
    """What a sync of everything tells."""
    done = workflow.sync_articles(project, project.articles(), workflow.Options(when=newsroom.WHEN), executor)
    return [f"{one.article} {one.locale} {one.told()}" for one in done]


@pytest.mark.parametrize(
    "make", [lambda: ProcessPoolExecutor(2), lambda: ThreadPoolExecutor(2)], ids=["pool", "threads"]
)
def test_executors(make: Callable[[], Executor], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sync and report do the same in other processes or threads, also when the executor is used again."""
    monkeypatch.setattr(syncing, "BATCH", 1)
    monkeypatch.setattr(reporting, "BATCH", 1)
    alone, together = many(tmp_path / "one" / "news"), many(tmp_path / "two" / "news")
    told, again = synced(alone), synced(alone)

    with make() as executor:
        assert synced(together, executor) == told
        assert synced(together, executor) == again
        assert newsroom.tree(together.folder) == newsroom.tree(alone.folder)
        reported = workflow.report(together, together.articles(), executor=executor)
    assert reported == workflow.report(alone, alone.articles())
