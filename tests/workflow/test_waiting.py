"""The queue of review counts what `l10n review` lists and `l10n report` counts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from l10n import po
from l10n.project import Project
from l10n.workflow import reporting, view, waiting
from l10n.workflow.waiting import Filter, Pile, Waiting
from tests.workflow.newsroom import l10n, translated, type_in

CARS = "It takes 12 cars."


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Russian typed by aigul, one Kazakh sentence by nobody knows whom, a question, a sentence sent back."""
    project = translated(tmp_path)
    type_in(project.catalog("ferry", "kk"), {CARS: "Ол 12 көлік сыйғызады."})
    l10n(tmp_path, "sync")
    path = project.catalog("ferry", "ru")
    catalog = po.read(path)
    asked = [one.replace(comments=("Which ferry?",)) if one.source == "A ferry" else one for one in catalog.entries]
    po.write(catalog.replace(entries=tuple(asked)), path)
    l10n(tmp_path, "review", "-l", "ru", "-k", "figcaption")
    l10n(tmp_path, "review", "-l", "ru", "-k", "figcaption", "--send-back", "Whose day?", "--by", "timur")
    return project


def seen(project: Project, locale: str) -> tuple[Waiting, ...]:
    source = view.source(project, project.article("ferry"))
    return waiting.of_side(view.side(source, locale, authors=True))


EVERYTHING = Filter()


def queue(project: Project, wanted: Filter = EVERYTHING) -> list[Pile]:
    return waiting.piles([("ferry", tag, seen(project, tag)) for tag in ("en", "ru", "kk")], wanted)


@pytest.mark.parametrize(
    ("wanted", "options"),
    [(Filter(), []), (Filter(claims=True), ["--claims"]), (Filter(questions=True), ["--questions"])],
)
def test_as_listed(project: Project, wanted: Filter, options: list[str]) -> None:
    """The same segments."""
    listed = json.loads(l10n(project.folder, "review", "--json", *options).stdout)
    queued = {(pile.locale, one.segment) for pile in queue(project, wanted) for one in pile.segments}

    assert queued == {(one["locale"], one["segment"]) for one in listed} and queued


def test_as_reported(project: Project) -> None:
    """The same counts, words and dates."""
    rows = {row.locale: row for row in reporting.counts(project, [project.article("ferry")])["ferry"].rows}
    for pile in queue(project):
        row = rows[pile.locale]
        assert len(pile.segments) == row.waits()["editor"]
        assert pile.words == row.words[5]
        assert pile.since == row.waiting_since


def test_oldest_first() -> None:
    """What no record knows yet stands last; what is narrowed is in order again."""

    def one(since: str, kind: str = "p") -> Waiting:
        return Waiting("3f2a91bc", kind, 4, since, ("aigul",), True, False, False, False)

    some = [
        ("a", "ru", [one("2026-11-23T00:00:00Z"), one("2026-11-20T00:00:00Z", "h2")]),
        ("b", "ru", [one("2026-11-22T00:00:00Z")]),
        ("c", "ru", [one("")]),
        ("d", "ru", []),
    ]
    found = waiting.piles(some, Filter())
    assert [pile.article for pile in found] == ["a", "b", "c"]
    assert [pile.article for pile in waiting.narrowed(found, kinds=["p"])] == ["b", "a", "c"]
    assert [pile.words for pile in waiting.narrowed(found, kinds=["h2"])] == [4]
    assert [pile.article for pile in waiting.narrowed(found, article="b")] == ["b"]


def test_copy_edits(project: Project) -> None:
    """A catalog of an original is looked at where something stands in it."""
    path = project.catalog("ferry", "en")
    assert not waiting.has_copy_edits(path) and not waiting.has_copy_edits(path.with_name("nothing.po"))
    type_in(path, {CARS: "It takes twelve cars."})
    assert waiting.has_copy_edits(path)
    assert [pile.locale for pile in queue(project) if pile.locale == "en"] == ["en"]
