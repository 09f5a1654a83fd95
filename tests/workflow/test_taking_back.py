"""What was typed is taken back whole: text, draft flag, origin, previous source, and what the ledger says."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n import ledger, po
from l10n.model import Key, State
from l10n.project import Project
from l10n.workflow import saving, view
from l10n.workflow.saving import Back, Edit
from tests.workflow.newsroom import WHEN, edit_source, l10n, translated, type_in

OLD, NEW = ("p", "It takes 12 cars."), ("p", "It takes 14 cars.")
HE_TAKES, TAKES = "Он берёт 12 машин.", "Он берёт 14 машин."


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The source of one text changed, so that it is a draft with its `#|` lines."""
    project = translated(tmp_path)
    edit_source(project, "12 cars", "14 cars")
    l10n(tmp_path, "sync")
    return project


def side_of(project: Project, locale: str = "ru") -> view.Side:
    return view.side(view.source(project, project.article("ferry")), locale)


def status(project: Project, key: Key, locale: str = "ru") -> ledger.Status:
    return side_of(project, locale).status(key)


def save(project: Project, edit: Edit, locale: str = "ru") -> view.Side:
    saved = saving.save(side_of(project, locale).source, locale, [edit], when=WHEN)
    assert saved.done
    return saved.side


def test_a_draft_is_one_again(project: Project) -> None:
    """Byte for byte; what a person said by handing it in no longer stands, and they are remembered all the same."""
    path = project.catalog("ferry", "ru")
    before, bytes_before = side_of(project), path.read_bytes()
    assert before.entries[NEW].previous is not None
    after = save(project, Edit(NEW, HE_TAKES, HE_TAKES, "aigul", questions=("Lorries, too?",)))
    assert status(project, NEW).state is State.TRANSLATED
    ends = tuple(set(after.ledger.standing(after.status(NEW).digest, "translate")) - set(before.ledger.records))
    assert ends

    save(project, Edit(NEW, HE_TAKES, HE_TAKES, "aigul", back=Back(before.entries[NEW], ends)))
    assert path.read_bytes() == bytes_before
    assert not side_of(project).ledger.standing(after.status(NEW).digest, "translate")

    type_in(path, {NEW[1]: HE_TAKES})  # another program takes the flag away
    assert "aigul" in status(project, NEW).translators


def test_what_others_wrote_stays(project: Project) -> None:
    """A reason that an editor gave meanwhile is not taken back."""
    before = side_of(project).entries[NEW]
    save(project, Edit(NEW, TAKES, HE_TAKES, "aigul"))
    catalog = po.read(project.catalog("ferry", "ru"))
    lines = ("l10n-note: 14?",)
    entries = tuple(one.replace(comments=lines) if one.key == NEW else one for one in catalog.entries)
    po.write(catalog.replace(entries=entries), project.catalog("ferry", "ru"))
    save(project, Edit(NEW, HE_TAKES, TAKES, "aigul", back=Back(before)))

    entry = po.read(project.catalog("ferry", "ru")).by_key()[NEW]
    assert (entry.target, entry.fuzzy, entry.previous, entry.comments) == (HE_TAKES, True, before.previous, lines)


@pytest.mark.parametrize(("typed", "unchanged"), [("Ол 14 көлік.", True), ("Ол 14 көлікке арналған.", False)])
def test_a_draft_taken_over(project: Project, typed: str, unchanged: bool) -> None:
    """A text that a machine wrote is known as such, whoever hands it in."""
    save(project, Edit(NEW, typed, "", "aigul", made=("Ол 14 көлік.", "engine pseudo")), "kk")

    assert status(project, NEW, "kk").state is State.TRANSLATED
    assert status(project, NEW, "kk").translators == ("aigul",)
    assert status(project, NEW, "kk").unchanged_draft is unchanged
    assert status(project, NEW, "kk").origin == ("engine pseudo" if unchanged else "")
