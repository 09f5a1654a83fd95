"""The history of an article: every record is told, once, on its day and by its person."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.project import Project
from l10n.text import segment_id
from l10n.workflow import timeline, view
from tests.workflow.newsroom import RUSSIAN, edit_source, l10n, make, type_in

CARS, TICKETS = "It takes 12 cars.", "Tickets cost 500 tenge."


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Typed, approved, sent back, taken back, waived; the source edited in looks and in facts."""
    project = make(tmp_path)
    l10n(tmp_path, "sync")
    type_in(project.catalog("ferry", "ru"), {**RUSSIAN, CARS: "Он берёт 13 машин."})
    l10n(tmp_path, "sync", "--by", "aigul")
    cars = segment_id("p", CARS)
    l10n(tmp_path, "check", "-l", "ru", "-s", cars, "--waive", "numbers", "--note", "It grew.", "--by", "timur")
    l10n(tmp_path, "review", "-l", "ru")
    l10n(tmp_path, "review", "-l", "ru", "--approve", "--by", "timur")
    l10n(tmp_path, "review", "-l", "ru", "--all")
    l10n(tmp_path, "review", "-l", "ru", "-k", "headline", "--approve", "--final", "--by", "timur")
    l10n(tmp_path, "review", "-l", "ru", "-k", "figcaption", "--send-back", "Whose day?", "--by", "timur")
    l10n(tmp_path, "review", "-l", "ru", "-k", "alt", "--withdraw", "--by", "timur")
    edit_source(project, TICKETS, "Tickets cost 700 tenge.")
    l10n(tmp_path, "sync")
    return project


def side(project: Project) -> view.Side:
    return view.side(view.source(project, project.article("ferry")), "ru")


def told(days: list[timeline.Day]) -> dict[tuple[str, str], timeline.Deed]:
    """By person and way."""
    return {(who, one.what): one for day in days for who, deeds in day.people for one in deeds}


def test_every_record_once(project: Project) -> None:
    """As many segments are touched as there are records, on any pages."""
    looked = side(project)
    days, count = timeline.days(looked)
    assert count == len(looked.ledger.records)
    pages = [timeline.days(looked, start=start, count=3)[0] for start in range(0, count, 3)]
    for some in ([days], pages):
        touched = [
            one for page in some for day in page for _, deeds in day.people for deed in deeds for one in deed.touched
        ]
        assert len(touched) == count


def test_who_did_what(project: Project) -> None:
    """With the reasons, and with the segments that can be told."""
    deeds = told(timeline.days(side(project))[0])

    assert len(deeds["aigul", timeline.TYPED].touched) == len(RUSSIAN) + 1  # the description repeats a sentence
    assert deeds["timur", timeline.FINAL].touched[0].targets == (RUSSIAN["Ferry returns to the Ile river"],)
    assert (deeds["timur", timeline.SENT_BACK].note, deeds["timur", timeline.SENT_BACK].touched[0].is_there) == (
        "Whose day?",
        True,
    )
    assert deeds["timur", timeline.WITHDRAWN].touched[0].targets == ("Паром",)
    waived = deeds["timur", timeline.WAIVED]
    assert (waived.finding.partition(".")[0], waived.note, waived.touched[0].key) == (
        "numbers",
        "It grew.",
        ("p", CARS),
    )
    (followed,) = deeds["l10n", timeline.FOLLOWED].touched
    assert followed.key == ("p", "Tickets cost 700 tenge.")


def test_of_one_person(project: Project) -> None:
    """Nobody else is told of; everybody is known."""
    looked = side(project)
    assert timeline.people(looked) == ["aigul", "l10n", "timur"]
    days, count = timeline.days(looked, who="timur")
    assert {who for day in days for who, _ in day.people} == {"timur"}
    assert count < len(looked.ledger.records)
    assert timeline.days(looked, who="nobody") == ([], 0)


def test_what_is_no_longer_there(project: Project) -> None:
    """A segment that the article lost is told with its text, and leads nowhere."""
    edit_source(project, "<h1>Ferry returns to the Ile river</h1>", "<h1>Nothing</h1>")
    edit_source(project, "<title>Ferry returns to the Ile river</title>", "<title>Nothing</title>")
    l10n(project.folder, "sync")
    (one,) = told(timeline.days(side(project))[0])["timur", timeline.FINAL].touched
    assert (one.is_there, one.targets) == (False, (RUSSIAN["Ferry returns to the Ile river"],))


def test_every_verb_has_a_way(project: Project) -> None:
    """No record of a ledger is without words."""
    looked = side(project)
    verbs = {record.verb for record in looked.ledger.records.values()}
    assert verbs >= {"translate", "approve", "send back", "withdraw", "waive", "follow"}
    ways = {timeline.way_of(looked.ledger, record) for record in looked.ledger.records.values()}
    assert ways <= set(timeline.WAYS)
