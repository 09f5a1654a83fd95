"""Answers to questions: beside the text in the catalog, for whatever program the translator works in."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n import comments, ledger, po
from l10n.errors import ProjectError
from l10n.model import Entry, Key
from l10n.project import Project
from l10n.workflow import saving, view
from l10n.workflow.answering import answer
from l10n.workflow.saving import Edit
from tests.workflow.newsroom import WHEN, edit_source, l10n, translated

CARS: Key = ("p", "It takes 12 cars.")
LONG = "Both: the ferry takes cars and lorries, " * 4 + "says the port."


def entry(project: Project) -> Entry:
    return po.read(project.catalog("ferry", "ru")).by_key()[CARS]


def source(project: Project) -> view.Source:
    return view.source(project, project.article("ferry"))


def ask(project: Project, *lines: str) -> None:
    """Aigul writes questions beside the text, and leaves it as it is."""
    said = entry(project).target
    saving.save(source(project), "ru", [Edit(CARS, said, said, "aigul", questions=lines)], when=WHEN)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Aigul asked two things about the cars."""
    made = translated(tmp_path)
    ask(made, "Cars or lorries?", "Per trip?")
    return made


def told(project: Project, said: str) -> bool:
    return answer(source(project), "ru", CARS, said, who="timur", when=WHEN)


def test_answered(project: Project) -> None:
    """What was asked is answered, as long as one likes; text, state and records are as they were."""
    before, records = entry(project), ledger.read(project.ledger("ferry", "ru")).records
    assert told(project, f"  {LONG}\n")

    after = entry(project)
    assert comments.exchanges(after) == [(("Cars or lorries?", "Per trip?"), "timur", LONG)]
    assert comments.questions(after) == []
    assert all(len(line) <= 74 for line in after.comments)
    assert after.replace(comments=before.comments) == before
    assert ledger.read(project.ledger("ferry", "ru")).records == records
    assert not told(project, "Once more.")


def test_asked_again(project: Project) -> None:
    """A further question is open; the page of a translator that knows no answer yet does not ask the old ones anew."""
    told(project, "Cars.")
    ask(project, "Cars or lorries?", "Per trip?", "And buses?")
    assert comments.questions(entry(project)) == ["And buses?"]

    told(project, "No buses.")
    assert [one.answer for one in comments.exchanges(entry(project))] == ["Cars.", "No buses."]


def test_it_stays(project: Project) -> None:
    """An edit of the source, a new text and other programs leave it where it is."""
    told(project, "Cars.")
    edit_source(project, "It takes 12 cars.", "It takes 14 cars.")
    l10n(project.folder, "sync")
    (new,) = [one for one in po.read(project.catalog("ferry", "ru")).entries if one.source == "It takes 14 cars."]
    assert comments.exchanges(new) == [(("Cars or lorries?", "Per trip?"), "timur", "Cars.")]


def test_refused(project: Project) -> None:
    """An answer says something, and somebody gives it who works there."""
    with pytest.raises(ProjectError, match="says something"):
        told(project, " \n")
    with pytest.raises(ProjectError):
        answer(source(project), "ru", CARS, "Cars.", who="mallory", when=WHEN)
