"""What the check of the process is told of a text, by the commands that people give."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.checks import process
from l10n.checks.articles import History, Row
from l10n.checks.pairs import Pair, Text
from l10n.project import Project
from l10n.workflow import view
from l10n.workflow.histories import history
from tests.workflow.newsroom import RUSSIAN, l10n, make, type_in

SOURCE = "It takes 12 cars."


@pytest.fixture
def typed(tmp_path: Path) -> Project:
    """Aigul typed everything in Russian."""
    project = make(tmp_path)
    l10n(project.folder, "sync")
    type_in(project.catalog("ferry", "ru"), RUSSIAN)
    l10n(project.folder, "sync", "--by", "aigul")
    return Project.load(project.folder)


def approve(project: Project, by: str) -> None:
    l10n(project.folder, "review", "-l", "ru")
    assert l10n(project.folder, "review", "-l", "ru", "--approve", "--by", by).returncode == 0


def seen(project: Project) -> History:
    article = project.chosen(["ferry"])[0]
    source = view.source(project, article)
    key = next(one.key for one in source.assembly.segments if one.source == SOURCE)
    return history(view.side(source, "ru"), key, view.side(source, "en"))


def rules(project: Project) -> list[str]:
    pair = Pair(Text(SOURCE, "en"), Text(RUSSIAN[SOURCE], "ru"))
    return [one.rule for _, one in process.check_article([Row("ferry", pair, seen(project))])]


def test_typed_and_approved_by_two(typed: Project) -> None:
    """Nothing is odd about it, and all times are known."""
    assert seen(typed).translators == ("aigul",)
    assert seen(typed).typed > ""
    assert rules(typed) == []
    approve(typed, "timur")
    assert seen(typed).reviewers == ("timur",)
    assert seen(typed).approved >= seen(typed).typed
    assert rules(typed) == []


def test_approved_by_its_translator(typed: Project) -> None:
    """Timur typed it over, and approved it."""
    type_in(typed.catalog("ferry", "ru"), {SOURCE: "На борт входят 12 машин."})
    l10n(typed.folder, "sync", "--by", "timur")
    approve(typed, "timur")

    assert rules(typed) == ["own"]


def test_edited_after_approval(typed: Project) -> None:
    """A text that somebody changed in their editor, after it was read."""
    approve(typed, "timur")
    type_in(typed.catalog("ferry", "ru"), {SOURCE: "На борт входят 12 машин."})

    assert rules(typed) == ["edited"]


def test_an_edited_original(typed: Project) -> None:
    """The copy edit of the original counts where it is newer than the approval."""
    approve(typed, "timur")
    assert seen(typed).source_edited == ""
    type_in(typed.catalog("ferry", "en"), {SOURCE: "It takes 13 cars."})
    l10n(typed.folder, "sync", "--by", "aigul")

    assert seen(typed).source_edited >= seen(typed).approved
