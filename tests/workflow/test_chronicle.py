"""What happened to one segment, by its ledger."""

from __future__ import annotations

from pathlib import Path

from l10n.workflow import chronicle, view
from tests.workflow.newsroom import RUSSIAN, edit_source, l10n, make, translated, type_in

OLD, NEW = ("p", "It takes 12 cars."), ("p", "It takes 14 cars.")


def test_a_life(tmp_path: Path) -> None:
    """Typed, approved, its source edited, drafted, typed again, sent back: the newest first, with texts and reasons."""
    project = make(tmp_path)
    path = project.catalog("ferry", "ru")
    l10n(tmp_path, "sync")
    type_in(path, RUSSIAN)
    l10n(tmp_path, "sync", "--by", "aigul")
    l10n(tmp_path, "review", "ferry", "-l", "ru")
    l10n(tmp_path, "review", "ferry", "-l", "ru", "--approve", "--by", "timur")
    edit_source(project, "12 cars", "14 cars")
    l10n(tmp_path, "sync")
    type_in(path, {NEW[1]: "Берёт 14 машин."})
    l10n(tmp_path, "sync", "--by", "aigul")
    l10n(tmp_path, "review", "ferry", "-l", "ru")
    l10n(tmp_path, "review", "ferry", "-l", "ru", "--send-back", "Who takes?", "--by", "timur")
    events = chronicle.of_segment(view.side(view.source(project, project.article("ferry")), "ru"), NEW)
    told = {(one.verb, one.who, *one.targets, one.is_here, one.source) for one in events}

    assert [one.when for one in events] == sorted((one.when for one in events), reverse=True)
    assert ("translate", "aigul", RUSSIAN[OLD[1]], False, OLD[1]) in told
    assert ("approve", "timur", RUSSIAN[OLD[1]], False, OLD[1]) in told
    assert ("translate", "aigul", "Берёт 14 машин.", True, "") in told
    assert ("send back", "timur", "Берёт 14 машин.", True, "") in told
    assert next(one for one in events if one.verb == "send back").note == "Who takes?"
    assert any(one.verb == chronicle.DRAFTED and not one.is_here for one in events)


def test_silence(tmp_path: Path) -> None:
    """Where nobody did anything, nothing is told."""
    project = make(tmp_path)
    assert chronicle.of_segment(view.side(view.source(project, project.article("ferry")), "ru"), OLD) == []


def test_of_digests_alone(tmp_path: Path) -> None:
    """Who typed a text under its old source is told, though their record holds no text."""
    project = translated(tmp_path)
    edit_source(project, "12 cars", "14 cars")
    l10n(tmp_path, "sync")
    events = chronicle.of_segment(view.side(view.source(project, project.article("ferry")), "ru"), NEW)

    assert ("translate", "aigul", RUSSIAN[OLD[1]], OLD[1]) in {(e.verb, e.who, *e.targets, e.source) for e in events}
