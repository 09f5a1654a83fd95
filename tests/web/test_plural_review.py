"""Plural forms where an editor reads: every form that is approved is shown, and every one that is another now."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from l10n.project import Project
from l10n.text import segment_id
from l10n.workflow import chronicle, items, timeline, view
from tests.web.running import Client
from tests.workflow.newsroom import l10n, make
from tests.workflow.test_messages import COUNT, FORMS, WORDS, extracted, put

OTHER = (*FORMS[:2], "%(num)s частей")
SEGMENT = segment_id(*COUNT.key)
PLACE = f"{SEGMENT}/desk"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The words of a program, one of which has plural forms, typed by aigul."""
    project = make(tmp_path, settings=WORDS)
    extracted(project, COUNT)
    l10n(tmp_path, "sync")
    put(project, COUNT.source, *FORMS)
    l10n(tmp_path, "sync", "--by", "aigul")
    return project


def side(project: Project) -> view.Side:
    return view.side(view.source(project, project.article("desk")), "ru")


def said(client: Client, path: str) -> str:
    return html.unescape(client.get(path).text)


def approved(project: Project) -> None:
    """By timur; then the last form alone is typed anew."""
    l10n(project.folder, "review", "desk", "-l", "ru")
    l10n(project.folder, "review", "desk", "-l", "ru", "--approve", "--by", "timur")
    put(project, COUNT.source, *OTHER)
    l10n(project.folder, "sync", "--by", "aigul")


def test_every_form_is_read(project: Project, timur: Client) -> None:
    """With the numbers for which it stands, beside both texts of the source."""
    page = said(timur, "/review/ru/desk")
    for words in (COUNT.source, COUNT.plural, *FORMS, "for 1, 21, 31…", "for 2, 3, 4…", "for 0, 5, 6…"):
        assert words and words in page


def test_another_form_since(project: Project, timur: Client) -> None:
    """A change of the last form alone is a change: which it is, and what of it."""
    approved(project)
    page = said(timur, "/review/ru/desk")
    assert page.count('<div class="since">') == 1
    since = page.split('<div class="since">')[1].split("</div>")[0]
    assert "The translation is the same." not in since
    assert re.findall(r"for [^<]+", since) == ["for 0, 5, 6…"]
    assert "<del>сегментов</del><ins>частей</ins>" in since
    (item,) = items.of_side(side(project))
    assert item.before and item.before.targets == FORMS


def test_on_the_command_line(project: Project) -> None:
    """The listing shows every form that is approved by it, and the one that is another since."""
    approved(project)
    listing = l10n(project.folder, "review", "desk", "-l", "ru").stdout
    for words in (COUNT.source, COUNT.plural, *OTHER):
        assert words and words in listing
    assert "[-сегментов-]{+частей+}" in listing
    assert "the target is the same" not in listing
    (told,) = json.loads(l10n(project.folder, "review", "desk", "-l", "ru", "--json").stdout)
    assert (told["plural"], *told["targets"]) == (COUNT.plural, *OTHER)
    assert told["approved before"]["targets"] == list(FORMS)


def test_in_what_was(project: Project, aigul: Client) -> None:
    """The past of a segment, the history of its article, and the segments behind a number."""
    approved(project)
    shown = "<br>".join(FORMS)
    assert shown in said(aigul, f"/past/ru/{PLACE}")
    assert shown in said(aigul, "/history/ru/desk")
    assert "<br>".join(OTHER) in said(aigul, "/newsroom/segments?number=all&article=desk&locale=ru")
    events = chronicle.of_segment(side(project), COUNT.key)
    told = [(one.verb, one.targets) for one in events]
    assert sorted(told) == sorted([("translate", OTHER), ("approve", FORMS), ("translate", FORMS)])
    days, _ = timeline.days(side(project))
    shown_there = {at.targets for _, deeds in days[0].people for deed in deeds for at in deed.touched}
    assert {OTHER, FORMS} <= shown_there
