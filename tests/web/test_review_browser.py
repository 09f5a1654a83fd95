"""The editor's desk in a real browser: by keyboard, on a phone, with others at work on the same text."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from l10n import po
from l10n.project import Project
from l10n.text import segment_id
from tests.web.conftest import entered
from tests.web.running import Client
from tests.web.test_review import CARS, TICKETS, UYGHUR, digest, post, status
from tests.workflow.newsroom import l10n, type_in

HEADLINE = ("headline", "Ferry returns to the Ile river")
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@contextmanager
def window(browser: Browser, bench: str, who: str = "timur", **manner: object) -> Iterator[Page]:
    """A window of somebody; an error in a script fails the test."""
    errors: list[str] = []
    settings = {"base_url": bench, "locale": "en-US", "viewport": {"width": 1280, "height": 900}, **manner}
    with browser.new_context(**settings) as context:  # type: ignore[arg-type]
        opened = entered(context.new_page(), who)
        opened.on("pageerror", lambda error: errors.append(str(error)))
        yield opened
    assert not errors


@pytest.fixture
def editor(browser: Browser, bench: str) -> Iterator[Page]:
    """Timur's window."""
    with window(browser, bench) as opened:
        yield opened


def opened(page: Page, path: str) -> Page:
    page.goto(path)
    page.locator("html[data-ready]").wait_for()
    page.locator("#review[data-checked='1']").wait_for()
    return page


def piece(page: Page, key: tuple[str, str]) -> str:
    return f"#s-{segment_id(*key)}"


def said(page: Page, words: str) -> None:
    """The live region has said it."""
    expect(page.locator("#said")).to_have_text(words)


def press(page: Page, code: str, key: str) -> None:
    """A key of another layout: its place is what counts."""
    page.locator(":focus").dispatch_event("keydown", {"code": code, "key": key, "bubbles": True})


def test_by_keyboard(project: Project, editor: Page) -> None:
    """Approve, send back with a reason, take back, approve the paragraph: no mouse, on a Russian layout, too."""
    page = opened(editor, "/review/ru/ferry")
    expect(page.locator(piece(page, HEADLINE))).to_be_focused()
    press(page, "KeyA", "ф")
    said(page, "Approved")
    assert str(status(project, HEADLINE).state) == "reviewed"
    expect(page.locator(piece(page, HEADLINE))).to_have_class("verdict shut state-reviewed")

    while CARS[1] not in page.locator(":focus .source").inner_text():
        page.keyboard.press("j")
    page.keyboard.press("s")
    page.keyboard.type("Which cars?")
    page.keyboard.press("Control+Enter")
    said(page, "Sent back")
    assert "l10n-note: Which cars?" in po.read(project.catalog("ferry", "ru")).by_key()[CARS].comments
    expect(page.locator(piece(page, TICKETS))).to_be_focused()

    page.keyboard.press("ArrowUp")
    page.keyboard.press("u")
    said(page, "Taken back")
    expect(page.locator(piece(page, CARS))).to_be_focused()
    assert str(status(project, CARS).state) == "translated"

    page.keyboard.press("p")
    said(page, "2 segments approved")
    assert {str(status(project, key).state) for key in (CARS, TICKETS)} == {"reviewed"}
    page.keyboard.press("Shift+/")
    expect(page.locator("#keys")).to_contain_text("Approve its paragraph")


def test_the_rest_and_back(project: Project, editor: Page) -> None:
    """What waits is approved at once, and taken back at once."""
    page = opened(editor, "/review/ru/ferry")
    count = page.locator(".waits").count()
    page.get_by_role("button", name="Approve the rest").click()
    said(page, f"{count} segments approved")
    expect(page.locator(".waits")).to_have_count(0)
    expect(page.locator("#review-bar")).to_contain_text("Nothing waits here.")

    page.locator("#latest").get_by_role("button", name="Take back").click()
    said(page, f"{count} segments taken back")
    expect(page.locator(".waits")).to_have_count(count)
    assert str(status(project, CARS).state) == "translated"


def test_on_a_phone(project: Project, browser: Browser, bench: str) -> None:
    """From the queue to the last approval with a thumb, in Uyghur, in a right-to-left interface."""
    type_in(project.catalog("ferry", "ug"), UYGHUR)
    l10n(project.folder, "sync", "--by", "aigul")
    with window(browser, bench, locale="ug", **PHONE) as page:
        page.goto("/review?locale=ug")
        page.locator(".pile").tap()
        page.wait_for_url("**/review/ug/ferry")
        page.locator("#review[data-checked='1']").wait_for()
        assert page.evaluate("document.documentElement.dir") == "rtl"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        cars = page.locator(piece(page, CARS))
        assert cars.locator(".target").evaluate("one => getComputedStyle(one).direction") == "rtl"
        for button in cars.locator(".verbs button").all():
            box = button.bounding_box()
            assert box and box["height"] >= 44

        cars.locator("[data-verb=send-back]").tap()
        cars.locator("textarea").fill("قايسى ماشىنا؟")
        cars.locator("form.reason .main").tap()
        expect(cars).to_have_class("verdict shut state-sent-back")
        expect(page.locator(piece(page, TICKETS))).to_be_focused()
        expect(page.locator("#review")).not_to_have_attribute("data-moved", "1")
        page.locator(piece(page, TICKETS)).locator("[data-verb=approve]").tap()
        expect(page.locator(".waits")).to_have_count(0)

    assert status(project, CARS, "ug").note == "قايسى ماشىنا؟"
    assert str(status(project, TICKETS, "ug").state) == "reviewed"


def test_changed_under_the_page(project: Project, editor: Page) -> None:
    """Nobody approves what they did not read: the new text is shown, and stays in hand."""
    page = opened(editor, "/review/ru/ferry?segment=" + segment_id(*CARS))
    type_in(project.catalog("ferry", "ru"), {CARS[1]: "Входит 12 машин."})
    page.keyboard.press("a")
    said(page, "Not done: its text changed since it was shown: read it anew")
    cars = page.locator(piece(page, CARS))
    expect(cars.locator(".target").first).to_have_text("Входит 12 машин.")
    expect(cars).to_be_focused()
    assert str(status(project, CARS).state) == "translated"

    page.keyboard.press("a")
    said(page, "Approved")
    assert str(status(project, CARS).state) == "reviewed"


def test_two_windows(project: Project, browser: Browser, bench: str) -> None:
    """What one editor does is on the page of the other a moment later."""
    with window(browser, bench) as mine:
        opened(mine, "/review/ru/ferry")
        assert post(Client(bench).enter("timur"), "approve", CARS, {"digest": digest(project, CARS)}).startswith("200")
        expect(mine.locator(piece(mine, CARS))).to_have_class("verdict shut state-reviewed", timeout=20_000)


def test_waived(project: Project, editor: Page) -> None:
    """A finding comes by itself, and ends with a reason."""
    type_in(project.catalog("ferry", "ru"), {CARS[1]: "Он берёт 13 машин."})
    l10n(project.folder, "sync", "--by", "aigul")
    page = opened(editor, "/review/ru/ferry?segment=" + segment_id(*CARS))
    cars = page.locator(piece(page, CARS))
    expect(cars.locator(".finding.error")).to_contain_text("13")
    page.keyboard.press("w")
    page.keyboard.type("The ferry grew.")
    page.keyboard.press("Control+Enter")
    said(page, "Waived")
    expect(cars.locator(".finding.waived")).to_contain_text("The ferry grew.")
    expect(cars.locator(".finding.error")).to_have_count(0)
    cars.get_by_role("button", name="Let it count again").click()
    said(page, "The finding counts again")
    expect(cars.locator(".finding.error")).to_have_count(1)


def test_four_eyes(project: Project, editor: Page) -> None:
    """What an editor typed has no button for them, and the key says why."""
    settings = project.settings_file.read_text(encoding="utf-8")
    project.settings_file.write_text(settings.replace("[gate]", "[gate]\nfour-eyes = true"), encoding="utf-8")
    type_in(project.catalog("ferry", "ru"), {CARS[1]: "Входит 12 машин."})
    l10n(project.folder, "sync", "--by", "timur")
    page = opened(editor, "/review/ru/ferry?segment=" + segment_id(*CARS))
    cars = page.locator(piece(page, CARS))
    expect(cars.locator("[data-verb=approve]")).to_have_count(0)
    page.keyboard.press("a")
    said(page, "you translated it: four eyes need another editor")


SILENT = "No answer came. Whether it was done is looked up as soon as the workbench can be reached."
DONE = "The workbench can be reached again: it was done."
UNDONE = "The workbench can be reached again: it was not done. Do it again."


def test_in_a_tunnel(project: Project, editor: Page) -> None:
    """What did not arrive was not done, and the page says so once it knows; the reason that was typed stays."""
    page = opened(editor, "/review/ru/ferry")
    headline = page.locator(piece(page, HEADLINE))
    page.keyboard.press("s")
    page.keyboard.type("Which river?")
    page.context.set_offline(True)
    page.keyboard.press("Control+Enter")
    said(page, SILENT)
    expect(headline.locator(".trouble")).to_have_text(SILENT)
    page.context.set_offline(False)
    said(page, UNDONE)
    page.reload()
    page.locator("#review[data-checked='1']").wait_for()
    expect(headline.locator("textarea")).to_have_value("Which river?")
    headline.locator("textarea").focus()
    page.keyboard.press("Control+Enter")
    said(page, "Sent back")
    assert status(project, HEADLINE).note == "Which river?"
    page.reload()
    expect(page.locator("form.reason")).to_have_count(0)


def test_the_answer_is_lost(project: Project, editor: Page) -> None:
    """What arrived was done once, whatever became of the answer, and can be taken back."""

    def lose(route: Route) -> None:
        route.fetch()
        route.abort("connectionreset")

    page = opened(editor, "/review/ru/ferry")
    page.route("**/review/approve/**", lose)
    page.keyboard.press("a")
    said(page, SILENT)
    said(page, DONE)
    assert str(status(project, HEADLINE).state) == "reviewed"
    page.keyboard.press("Control+z")
    said(page, "1 segment taken back")
    assert str(status(project, HEADLINE).state) == "translated"


def test_steps_back(project: Project, editor: Page) -> None:
    """One, a paragraph, a sending back, the rest: each step is taken back whole, also by a page that was put away."""
    page = opened(editor, f"/review/ru/ferry?segment={segment_id(*CARS)}")
    waits = page.locator(".waits")
    counts = [waits.count()]
    for keys in ("a", "kp", "s"):
        for key in keys:
            page.keyboard.press(key)
        if keys == "s":
            page.keyboard.type("Why?")
            page.keyboard.press("Control+Enter")
        expect(waits).not_to_have_count(counts[-1])
        counts.append(waits.count())
    page.get_by_role("button", name="Approve the rest").click()
    expect(waits).to_have_count(0)
    page.reload()
    page.locator("html[data-ready]").wait_for()
    back = page.locator("#latest").get_by_role("button", name="Take back")
    for count in reversed(counts):
        back.click()
        expect(waits).to_have_count(count)
    expect(back).to_be_hidden()
    assert {str(status(project, key).state) for key in (HEADLINE, CARS, TICKETS)} == {"translated"}


def test_double_tap(project: Project, browser: Browser, bench: str) -> None:
    """The second half of a double tap does not approve what moved under the finger."""
    with window(browser, bench, **PHONE) as page:
        opened(page, "/review/ru/ferry")
        count = page.locator(".waits").count()
        box = page.locator(piece(page, HEADLINE)).locator("[data-verb=approve]").bounding_box()
        assert box
        for _ in range(2):
            page.touchscreen.tap(box["x"] + 20, box["y"] + 20)
        expect(page.locator(".waits")).to_have_count(count - 1)
        page.wait_for_timeout(500)
        expect(page.locator(".waits")).to_have_count(count - 1)


def test_answered(project: Project, editor: Page) -> None:
    """A question is answered where it is read, of a text that waits for nobody yet, too."""
    catalog = project.catalog("ferry", "kk")
    asked = [
        one.replace(comments=("Cars or lorries?",)) if one.key == CARS else one for one in po.read(catalog).entries
    ]
    po.write(po.read(catalog).replace(entries=tuple(asked)), catalog)
    page = editor
    page.goto("/review?locale=kk&only=questions")
    page.locator(".pile").click()
    page.wait_for_url(f"**/review/kk/ferry?segment={segment_id(*CARS)}")
    cars = page.locator(piece(page, CARS))
    expect(cars).to_be_focused()
    page.keyboard.press("q")
    page.keyboard.type("Cars.")
    page.keyboard.press("Control+Enter")
    said(page, "Answered")
    expect(cars.locator(".question")).to_have_text("Cars or lorries? — timur: Cars.")
    assert "l10n-answer: timur: Cars." in po.read(catalog).by_key()[CARS].comments


def test_history_leads_to_the_segment(project: Project, editor: Page) -> None:
    """A deed opens the segment it was done to."""
    opened(editor, "/review/ru/ferry")
    editor.keyboard.press("a")
    said(editor, "Approved")
    editor.goto("/history/ru/ferry?who=timur")
    editor.locator(".deed a").first.click()
    editor.wait_for_url(f"**/review/ru/ferry?segment={segment_id(*HEADLINE)}")
    expect(editor.locator(piece(editor, HEADLINE))).to_have_class("verdict open state-reviewed current")
