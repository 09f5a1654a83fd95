"""Plural forms at the desk: an editor for each, saved, shown, refused and taken back as one text."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from l10n import po
from l10n.project import Project
from l10n.text import segment_id
from tests.web.running import Client
from tests.workflow.newsroom import make
from tests.workflow.test_messages import COUNT, FORMS, HELLO, WORDS, extracted, l10n, words

PLACE = f"{segment_id(*COUNT.key)}/desk"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The words of a program, in which some have plural forms."""
    project = make(tmp_path, settings=WORDS)
    extracted(project, HELLO, COUNT)
    l10n(tmp_path, "sync")
    return project


def there(project: Project) -> tuple[str, ...]:
    return words(project).by_key()[COUNT.key].targets


def told(targets: tuple[str, ...], seen: tuple[str, ...]) -> dict[str, str]:
    """As a page sends them."""
    return {
        f"{name}-{n}" if n else name: said
        for name, some in (("target", targets), ("seen", seen))
        for n, said in enumerate(some)
    }


def test_each_has_an_editor(project: Project, aigul: Client) -> None:
    """With numbers for which it stands; a language with one form has one."""
    said = aigul.get(f"/segment/ru/{PLACE}").text
    assert said.count('role="textbox"') == 3
    assert "for 1, 21, 31…" in said and "for 2, 3, 4…" in said and "for 0, 5, 6…" in said
    assert 'data-source="%(num)s segment"' in said and said.count('data-source="%(num)s segments"') == 2
    assert "/matches/" not in said
    assert aigul.get(f"/matches/ru/{PLACE}").status == 200

    said = aigul.get(f"/segment/kk/{PLACE}").text
    assert said.count('role="textbox"') == 1
    assert "for every number" in said


def test_saved_shown_and_taken_back(project: Project, aigul: Client) -> None:
    """All forms at once, each on a line of the closed segment; one step back takes all of them."""
    aigul.get("/desk/ru/desk")
    closed = aigul.post(f"/save/ru/{PLACE}", told(FORMS, ("", "", "")))
    assert closed.status == 200
    assert "<br>".join(FORMS) in closed.text
    assert there(project) == FORMS

    assert aigul.post("/undo/ru/desk", {}).status == 200
    assert there(project) == ("", "", "")


def test_another_form_meanwhile(project: Project, aigul: Client, timur: Client) -> None:
    """Both are shown, form by form, and what was chosen is saved."""
    other = (*FORMS[:2], "%(num)s частей")
    for one in (aigul, timur):
        one.get("/desk/ru/desk")
    assert aigul.post(f"/save/ru/{PLACE}", told(other, ("", "", ""))).status == 200
    stale = aigul.post(f"/save/ru/{PLACE}", told(FORMS, ("", "", "")))
    assert stale.status == 409
    assert stale.text.count('role="textbox"') == 3
    assert "<br>".join(other) in stale.text

    assert aigul.post(f"/save/ru/{PLACE}", told(FORMS, other)).status == 200
    assert there(project) == FORMS


def test_more_forms_than_there_are(project: Project, aigul: Client) -> None:
    """No page can add forms to a catalog, or leave some out."""
    aigul.get("/desk/ru/desk")
    for some in ((*FORMS, "more"), FORMS[:2], FORMS[:1]):
        assert aigul.post(f"/save/ru/{PLACE}", told(some, ("",) * len(some))).status == 400
    assert there(project) == ("", "", "")


def test_what_the_checks_say(project: Project, aigul: Client) -> None:
    """Of every form, and of one that is empty."""
    aigul.get("/desk/ru/desk")
    said = aigul.post(f"/check/ru/{PLACE}", told((FORMS[0], "", "сегментов"), ("", "", ""))).text
    assert "format.blank" in said
    assert "format.directive" in said


def test_by_keyboard(project: Project, page: Page) -> None:
    """Tab goes from form to form, the source is copied into those that are empty, and one key saves them all."""
    page.goto(f"/desk/ru/desk?segment={segment_id(*COUNT.key)}")
    page.locator("html[data-ready]").wait_for()
    editors = page.locator(".segment.open .editor")
    expect(editors).to_have_count(3)
    expect(editors.nth(0)).to_be_focused()
    page.keyboard.type(FORMS[0])
    page.keyboard.press("Tab")
    expect(editors.nth(1)).to_be_focused()
    page.keyboard.press("Alt+C")
    expect(editors.nth(0)).to_have_text(FORMS[0])
    expect(editors.nth(1)).to_have_text("%(num)s segments")
    expect(editors.nth(2)).to_have_text("%(num)s segments")
    for n in (1, 2):
        editors.nth(n).focus()
        page.keyboard.press("Control+A")
        page.keyboard.type(FORMS[n])
    page.keyboard.press("Control+Z")
    page.keyboard.press("Control+Y")
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"#s-{segment_id(*COUNT.key)}:not(.open)")).to_contain_text(FORMS[2])
    assert there(project) == FORMS


def test_kept_by_the_browser(project: Project, page: Page) -> None:
    """Every form that was typed and not saved is there again, and is put back."""
    address = f"/desk/ru/desk?segment={segment_id(*COUNT.key)}"
    page.goto(address)
    page.locator(".segment.open .editor").nth(1).focus()
    page.keyboard.type(FORMS[1])
    page.on("dialog", lambda one: one.accept())
    page.goto(address)
    expect(page.locator(".rescued .lost")).to_contain_text(FORMS[1])
    page.click("[data-do=rescue]")
    expect(page.locator(".segment.open .editor").nth(1)).to_have_text(FORMS[1])
    assert po.read(project.catalog("desk", "ru")).by_key()[COUNT.key].empty
