"""What people type is in the catalog, under their names, and never over what others typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import ledger, po
from l10n.errors import ProjectError
from l10n.model import Key, State
from l10n.project import Project
from l10n.workflow import mentions, saving, view
from l10n.workflow.saving import Edit
from tests.workflow.newsroom import RUSSIAN, WHEN, edit_source, l10n, translated

CARS, TICKETS = ("p", "It takes 12 cars."), ("p", "Tickets cost 500 tenge.")
HE_TAKES = "Он берёт 12 машин."


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return translated(tmp_path)


def source_of(project: Project) -> view.Source:
    return mentions.source(project, project.chosen(["ferry"])[0])


def save(project: Project, *edits: Edit, locale: str = "ru") -> saving.Saved:
    return saving.save(source_of(project), locale, edits, when=WHEN)


def status(project: Project, key: Key, locale: str = "ru") -> ledger.Status:
    entry = po.read(project.catalog("ferry", locale)).by_key()[key]
    return ledger.read(project.ledger("ferry", locale)).status(entry)


def test_typed(project: Project) -> None:
    """Another text is translated by whoever typed it; every other entry keeps its bytes."""
    before = project.catalog("ferry", "ru").read_text(encoding="utf-8")
    saved = save(project, Edit(CARS, "Входит 12 машин.", HE_TAKES, "timur"))

    assert saved.done and saved.side.entries[CARS].target == "Входит 12 машин."
    assert project.catalog("ferry", "ru").read_text(encoding="utf-8") == before.replace(HE_TAKES, "Входит 12 машин.")
    assert status(project, CARS).translators == ("timur",)


def test_a_draft_is_stood_for(project: Project) -> None:
    """Handed in unchanged, a draft loses its flag and is of whoever handed it in; kept for later, it stays one."""
    save(project, Edit(CARS, "Ол 12 көлік.", "", "aigul", for_later=True), locale="kk")
    assert status(project, CARS, "kk").state is State.INITIAL
    assert po.read(project.catalog("ferry", "kk")).by_key()[CARS].fuzzy

    save(project, Edit(CARS, "Ол 12 көлік.", "Ол 12 көлік.", "timur"), locale="kk")
    assert (status(project, CARS, "kk").state, status(project, CARS, "kk").translators) == (
        State.TRANSLATED,
        ("timur",),
    )


def test_another_source(project: Project) -> None:
    """A draft whose source changed loses its `#|` lines when somebody hands it in."""
    edit_source(project, "12 cars", "14 cars")
    key = ("p", "It takes 14 cars.")
    save(project, Edit(key, "Он берёт 14 машин.", HE_TAKES, "aigul"))

    text = project.catalog("ferry", "ru").read_text(encoding="utf-8")
    assert "#| msgid" not in text and "fuzzy" not in text.partition("\n\n")[2]
    assert status(project, key).state is State.TRANSLATED


def test_reading_is_no_typing(project: Project) -> None:
    """Saving what stands there changes no byte, and makes nobody its translator."""
    before = [path.read_bytes() for path in (project.catalog("ferry", "ru"), project.ledger("ferry", "ru"))]
    saved = save(project, Edit(CARS, HE_TAKES, HE_TAKES, "timur"))

    assert saved.done
    assert [p.read_bytes() for p in (project.catalog("ferry", "ru"), project.ledger("ferry", "ru"))] == before


def test_stale_and_gone(project: Project) -> None:
    """Neither is written; the others of the same moment are."""
    gone = ("p", "There is no such sentence.")
    edits = [
        Edit(CARS, "Первый.", HE_TAKES, "aigul"),
        Edit(CARS, "Второй.", HE_TAKES, "timur"),
        Edit(CARS, "Первый.", HE_TAKES, "timur"),
        Edit(gone, "Нет такого.", "", "aigul"),
        Edit(TICKETS, "Билет: 500 тенге.", RUSSIAN[TICKETS[1]], "timur"),
    ]
    saved = save(project, *edits)

    assert [saved.verdict(edit) for edit in edits] == ["done", "stale", "done", "gone", "done"]
    assert saved.side.entries[CARS].target == "Первый."
    assert status(project, CARS).translators == ("aigul",)


def test_resubmitted(project: Project) -> None:
    """Sent back and handed in again as it was, a text waits for the editor, and the reason stands."""
    l10n(project.folder, "review", "ferry", "-l", "ru")
    l10n(project.folder, "review", "ferry", "-l", "ru", "--send-back", "Is it 12?", "--by", "timur")
    assert status(project, CARS).waits_for == "translator"
    save(project, Edit(CARS, HE_TAKES, HE_TAKES, "aigul"))

    assert (status(project, CARS).waits_for, status(project, CARS).note) == ("editor", "Is it 12?")


def test_questions(project: Project) -> None:
    """A translator's own lines are replaced; ours stay."""
    save(project, Edit(CARS, HE_TAKES, HE_TAKES, "aigul", questions=("Cars, or\nlorries?", " ")))
    save(project, Edit(TICKETS, RUSSIAN[TICKETS[1]], RUSSIAN[TICKETS[1]], "aigul", questions=()))
    entries = po.read(project.catalog("ferry", "ru")).by_key()

    assert entries[CARS].comments == ("Cars, or lorries?",)
    assert entries[TICKETS].comments == ()


@pytest.mark.parametrize("who", ["", "l10n", "stranger"])
def test_who_may_not(project: Project, who: str) -> None:
    """Nobody, a program, somebody whom the settings do not name: refused, and nothing is written."""
    before = project.catalog("ferry", "ru").read_bytes()
    with pytest.raises(ProjectError):
        save(project, Edit(CARS, "Нет.", HE_TAKES, who))
    assert project.catalog("ferry", "ru").read_bytes() == before


@given(st.text(max_size=60))
def test_cleaned(said: str) -> None:
    """What a catalog can hold comes back the same when it is cleaned again; the rest is refused."""
    try:
        once = saving.cleaned(said)
    except ProjectError:
        return
    assert saving.cleaned(once) == once == once.strip()
