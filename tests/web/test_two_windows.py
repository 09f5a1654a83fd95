"""Two people in one article, and a file that another program writes under an open page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from l10n import comments, po
from l10n.project import Project
from tests.web.conftest import entered
from tests.web.test_desk import BANK, CARS, segment_id, target
from tests.web.test_editor import open_segment
from tests.workflow.newsroom import type_in


@pytest.fixture
def other(browser: Browser, bench: str) -> Iterator[Page]:
    """A window of timur's."""
    with browser.new_context(base_url=bench, locale="en-US") as context:
        yield entered(context.new_page(), "timur")


@pytest.mark.parametrize(
    ("choice", "stands"), [("save", "Он берёт 12 машин. Его."), ("theirs", "Он берёт 12 машин. Её.")]
)
def test_one_segment(project: Project, page: Page, other: Page, choice: str, stands: str) -> None:
    """Each sees the other there; who saves second sees both texts, and chooses before going anywhere."""
    open_segment(page, CARS, "ru")
    open_segment(other, CARS, "ru")
    expect(other.locator(".segment.open .others")).to_have_text("aigul is here")
    other.keyboard.type(" Его.")
    page.keyboard.type(" Её.")
    page.keyboard.press("Escape")
    page.locator(".segment.open").wait_for(state="detached")
    other.keyboard.press("Escape")
    expect(other.locator(".segment.stale .theirs")).to_have_text("Он берёт 12 машин. Её.")
    expect(other.locator(".segment.stale .editor")).to_have_text("Он берёт 12 машин. Его.")
    other.keyboard.press("Escape")
    expect(other.locator("#said")).to_have_text("Choose: save yours, or keep theirs.")
    assert target(project, CARS, "ru") == "Он берёт 12 машин. Её."

    other.locator(f"[data-do={choice}]").click()
    other.locator(".segment.open").wait_for(state="detached")
    assert target(project, CARS, "ru") == stands


@pytest.mark.parametrize(("key", "stands"), [("Alt+T", "Её."), ("Control+Enter", "Его.")])
def test_two_texts_by_keyboard(project: Project, page: Page, other: Page, key: str, stands: str) -> None:
    """What differs is told word by word; a key keeps theirs, a key says that one's own stands; no question is lost."""
    open_segment(page, CARS, "ru")
    open_segment(other, CARS, "ru")
    other.keyboard.type(" Его.")
    other.keyboard.press("Alt+M")
    other.keyboard.type("Which?")
    page.keyboard.type(" Её.")
    page.keyboard.press("Escape")
    page.locator(".segment.open").wait_for(state="detached")
    other.keyboard.press("Escape")
    expect(other.locator(".stale .differs del")).to_have_text("Его")
    expect(other.locator(".stale .differs ins")).to_have_text("Её")
    expect(other.locator(".stale [name=questions]")).to_have_value("Which?")
    expect(other.locator(".stale .editor")).to_be_focused()
    other.keyboard.press(key)
    other.locator(".segment.stale").wait_for(state="detached")
    entry = po.read(project.catalog("ferry", "ru")).by_key()[CARS]
    assert entry.target == f"Он берёт 12 машин. {stands}"
    assert comments.questions(entry) == ["Which?"]


def test_two_tabs(project: Project, page: Page) -> None:
    """Who has one segment open in two tabs is told so in both, as long as it is."""
    tab = page.context.new_page()
    open_segment(page, CARS, "ru")
    open_segment(tab, CARS, "ru")
    for window in (page, tab):
        expect(window.locator(".segment.open .another-tab")).to_have_text("You have this open in another tab, too")
    page.keyboard.press("Alt+ArrowDown")
    expect(tab.locator(".another-tab")).to_have_count(0)
    expect(page.locator(".segment.open")).to_have_count(1)
    expect(page.locator(".another-tab")).to_have_count(0)
    page.keyboard.press("Alt+ArrowUp")
    expect(tab.locator(".segment.open .another-tab")).to_be_visible()
    tab.close()
    expect(page.locator(".another-tab")).to_have_count(0)


def test_another_program(project: Project, page: Page) -> None:
    """What Poedit wrote is on the page a moment later; the place on the page is kept."""
    open_segment(page, BANK, "ru")
    page.keyboard.press("Escape")
    page.locator(f"#s-{segment_id(*BANK)}:focus").wait_for()
    type_in(project.catalog("ferry", "ru"), {BANK[1]: "Ждали <a1>у реки</a1>.", CARS[1]: "Входит 12 машин."})
    expect(page.locator(f"#s-{segment_id(*CARS)} .target")).to_have_text("Входит 12 машин.", timeout=20_000)
    expect(page.locator(f"#s-{segment_id(*BANK)} .target")).to_contain_text("Ждали")
    expect(page.locator(f"#s-{segment_id(*BANK)}")).to_be_focused()


def test_the_segment_in_hand(project: Project, page: Page) -> None:
    """What another program wrote in it is shown at once where nothing was typed, else said until it is saved."""
    open_segment(page, CARS, "ru")
    type_in(project.catalog("ferry", "ru"), {CARS[1]: "Входит 12 машин."})
    expect(page.locator(".segment.open .editor")).to_have_text("Входит 12 машин.", timeout=20_000)
    expect(page.locator(".segment.open .editor")).to_be_focused()

    page.keyboard.type(" Да.")
    type_in(project.catalog("ferry", "ru"), {CARS[1]: "Берёт 12 машин."})
    expect(page.locator(".segment.open .unsaved")).to_contain_text("Saving will show you both.", timeout=20_000)
    expect(page.locator(".segment.open .editor")).to_have_text("Входит 12 машин. Да.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".segment.stale .theirs")).to_have_text("Берёт 12 машин.")


def test_on_the_way(project: Project, page: Page) -> None:
    """What is typed while one segment is saved and the next is opened is in the next."""
    open_segment(page, BANK, "ug")
    page.keyboard.type("بىرىنچى")
    page.keyboard.press("Control+Enter")
    page.keyboard.type("CABAR")
    expect(page.locator(".segment.open .editor")).to_have_text("CABAR")
    page.keyboard.press("Escape")
    page.locator(".segment.open").wait_for(state="detached")
    assert target(project, BANK, "ug") == "بىرىنچى"


def test_an_editor_by_keyboard(project: Project, other: Page) -> None:
    """Approved, and sent back with a reason that the translator sees, without leaving the desk."""
    open_segment(other, CARS, "ru")
    other.keyboard.press("Alt+A")
    expect(other.locator("#said")).to_have_text("Approved")
    other.locator(f"#s-{segment_id(*CARS)}.state-reviewed").wait_for()

    other.keyboard.press("Alt+R")
    other.locator("#why").fill("Is it 12?")
    other.locator("#why").press("Tab")
    other.keyboard.press("Enter")
    expect(other.locator("#said")).to_have_text("Sent back")
    other.locator(f"#s-{segment_id(*CARS)}.state-sent-back").wait_for()
    other.keyboard.press("Enter")
    expect(other.locator(".segment.open .note")).to_contain_text("Is it 12?")


def test_no_editor(project: Project, page: Page) -> None:
    """Who is none is told so, and nothing is changed."""
    before = project.ledger("ferry", "ru").read_bytes()
    open_segment(page, CARS, "ru")
    for key in ("Alt+A", "Alt+R"):
        page.keyboard.press(key)
        expect(page.locator("#said")).to_have_text("Only an editor of this locale can do that.")
    assert project.ledger("ferry", "ru").read_bytes() == before
