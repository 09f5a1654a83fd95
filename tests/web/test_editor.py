"""The editor: codes that can't be broken, words alone from elsewhere, and text that no dying server takes away."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from l10n import comments, po
from l10n.model import JOINED
from l10n.project import Project
from l10n.text import segment_id
from tests.web.conftest import entered
from tests.web.running import Client, process
from tests.web.test_desk import BANK, CARS, TICKETS, target
from tests.workflow.newsroom import RUSSIAN

WAITED = RUSSIAN[BANK[1]]


@pytest.fixture
def opened(page: Page) -> Page:
    """The sentence with codes, in Russian."""
    return open_segment(page, BANK, "ru")


def open_segment(page: Page, key: tuple[str, str], locale: str) -> Page:
    page.goto(f"/desk/{locale}/ferry?segment={segment_id(*key)}")
    page.locator("html[data-ready]").wait_for()
    page.locator(".segment.open").wait_for()
    return page


def test_a_half_is_marked_and_mended(project: Project, opened: Page) -> None:
    """Half of a pair that was deleted is said, its other half is marked, and one key puts it back."""
    opened.keyboard.press("Home")
    for _ in range(len("Водители ждали ")):
        opened.keyboard.press("ArrowRight")
    opened.keyboard.press("Delete")
    expect(opened.locator(".editor .code")).to_have_count(1)
    expect(opened.locator(".fault")).to_have_text("a1 is missing")
    expect(opened.locator(".fault .code")).to_have_attribute("data-code", "<a1>")
    expect(opened.locator(".editor .code.half")).to_have_count(1)

    opened.keyboard.press("Alt+I")
    expect(opened.locator(".fault")).to_have_text("")
    expect(opened.locator(".editor .code.half")).to_have_count(0)
    opened.keyboard.press("Control+Z")
    expect(opened.locator(".fault")).to_have_text("a1 is missing")
    opened.keyboard.press("Control+Z")
    expect(opened.locator(".editor .code")).to_have_count(2)


def test_both_around_what_is_selected(project: Project, opened: Page) -> None:
    """Where a pair is missing, it goes around the selection."""
    opened.keyboard.press("Control+A")
    opened.keyboard.type("на берегу")
    opened.keyboard.press("Control+A")
    opened.keyboard.press("Alt+I")
    opened.keyboard.press("Escape")
    opened.locator(".segment.open").wait_for(state="detached")
    assert target(project, BANK, "ru") == "<a1>на берегу</a1>"


def test_between_both(project: Project, opened: Page) -> None:
    """Where nothing is selected, what is typed next stands between the two; a click on a code of the source puts it."""
    opened.keyboard.press("Control+A")
    opened.keyboard.type("Ждали ")
    opened.keyboard.press("Alt+I")
    opened.keyboard.type("на берегу")
    opened.keyboard.press("Escape")
    opened.locator(".segment.open").wait_for(state="detached")
    assert target(project, BANK, "ru") == "Ждали <a1>на берегу</a1>"

    open_segment(opened, BANK, "ru")
    opened.keyboard.press("Control+A")
    opened.keyboard.press("Delete")
    for n, said in enumerate(("У ", "реки")):
        opened.keyboard.type(said)
        opened.locator(".source-side > .source .code").nth(n).click()
    opened.keyboard.press("Escape")
    opened.locator(".segment.open").wait_for(state="detached")
    assert target(project, BANK, "ru") == "У <a1>реки</a1>"


def test_another_one_by_tab(opened: Page) -> None:
    """Beside an open segment a closed one that has the focus is opened with Enter."""
    opened.locator(f"#s-{segment_id(*CARS)}").focus()
    opened.keyboard.press("Enter")
    expect(opened.locator(f"#s-{segment_id(*CARS)}.open .editor")).to_be_focused()


def test_pasted(opened: Page) -> None:
    """What comes from elsewhere is words in one line, and no code; what was copied here keeps its codes."""
    paste = """(one, [kind, text, more]) => {
        const data = new DataTransfer();
        data.setData('text/plain', text);
        data.setData('text/html', '<b onclick="x">bold</b>');
        if (more) data.setData('text/x-l10n', more);
        one.dispatchEvent(new ClipboardEvent(kind, { clipboardData: data, bubbles: true, cancelable: true }));
    }"""
    opened.keyboard.press("Control+A")
    opened.locator(".editor").evaluate(paste, ["paste", "one\n <a1> & two", ""])
    expect(opened.locator(".editor .code")).to_have_count(0)
    expect(opened.locator(".editor")).to_have_text("one <a1> & two")
    opened.keyboard.press("Control+A")
    opened.locator(".editor").evaluate(paste, ["paste", "a1", "на <a1>берегу</a1>"])
    expect(opened.locator(".editor .code")).to_have_count(2)


def test_one_line(opened: Page) -> None:
    """Enter alone breaks no line in a text that has one."""
    opened.keyboard.press("Enter")
    expect(opened.locator("#said")).to_have_text("This text is one line. Ctrl and Enter save it.")
    assert "\n" not in opened.locator(".editor").inner_text()


@pytest.mark.parametrize(("locale", "said"), [("kk", "Ол он екі көлік сыйғызады"), ("ug", "ئون ئىككى ماشىنا پاتىدۇ")])
def test_input_method(project: Project, page: Page, locale: str, said: str) -> None:
    """What an input method composes is typed as it is, and Enter within it saves nothing."""
    open_segment(page, CARS, locale)
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": said[:4], "selectionStart": 4, "selectionEnd": 4})
    expect(page.locator(".editor")).to_have_text(said[:4].strip())
    session.send("Input.insertText", {"text": said})
    expect(page.locator(".editor")).to_have_text(said)
    page.keyboard.press("Control+Enter")
    page.locator(f"#s-{segment_id(*CARS)}.state-translated").wait_for()
    assert target(project, CARS, locale) == said


def test_other_layouts(project: Project, opened: Page) -> None:
    """Keys are known by their place: with a Russian layout Alt and C copy the source as well."""
    opened.locator(".editor").evaluate(
        """one => one.dispatchEvent(new KeyboardEvent('keydown',
            { key: 'с', code: 'KeyC', altKey: true, bubbles: true, cancelable: true }))"""
    )
    expect(opened.locator(".editor")).to_contain_text("Drivers waited")
    expect(opened.locator(".editor .code")).to_have_count(2)


def test_joined(project: Project, page: Page) -> None:
    """Joined with its text in hand, and parted, by one key."""
    open_segment(page, TICKETS, "ru")
    page.keyboard.type(" Детям дешевле?")
    page.keyboard.press("Alt+J")
    page.locator(f"#s-{segment_id(*CARS)}.open").wait_for()
    expect(page.locator(".editor")).to_have_text("Он берёт 12 машин. Билет стоит 500 тенге. Детям дешевле?")
    expect(page.locator(".segment.open .source")).to_have_text(f"{CARS[1]} {TICKETS[1]}")
    with page.expect_response("**/presence/**"):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("#said")).to_have_text("Joined")  # and not that somebody else was at it
    page.keyboard.press("Escape")
    page.locator(".segment.open").wait_for(state="detached")
    page.keyboard.press("Alt+Z")
    expect(page.locator("#said")).to_have_text("Taken back")
    assert target(project, TICKETS, "ru") == RUSSIAN[TICKETS[1]]


def test_a_paragraph_as_one(project: Project, page: Page) -> None:
    """Its sentences stand together as one source, and are said in one target."""
    open_segment(page, TICKETS, "ug")
    page.keyboard.press("Alt+K")
    page.locator(f"#s-{segment_id(*CARS)}.open").wait_for()
    page.keyboard.type("پاروم ئون ئىككى ماشىنا ئالىدۇ.")
    page.keyboard.press("Control+Enter")
    page.locator(f"#s-{segment_id(*CARS)}.state-translated").wait_for()
    assert target(project, TICKETS, "ug") == "<joined/>"


# --- a server that dies


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


@pytest.fixture
def elsewhere(browser: Browser, port: int) -> Iterator[Page]:
    """A window of a workbench that is a process of its own."""
    with browser.new_context(base_url=f"http://127.0.0.1:{port}", locale="en-US") as context:
        yield context.new_page()


def test_killed_while_typing(project: Project, elsewhere: Page, port: int) -> None:
    """The text stays, it is said that it is not saved, and it is saved once the server is back."""
    with process(project.folder, port) as (_, server):
        open_segment(entered(elsewhere, "aigul"), CARS, "kk")
        server.kill()
        server.wait()
        elsewhere.keyboard.type("Ол 12 көлік сыйғызады.")
        elsewhere.keyboard.press("Control+Enter")
        expect(elsewhere.locator(".unsaved")).to_contain_text("Not saved")
        expect(elsewhere.locator(".editor")).to_have_text("Ол 12 көлік сыйғызады.")
        assert target(project, CARS, "kk") == ""
    with process(project.folder, port):
        elsewhere.locator(f"#s-{segment_id(*CARS)}.state-translated").wait_for()
        assert target(project, CARS, "kk") == "Ол 12 көлік сыйғызады."


def test_offered_again(project: Project, elsewhere: Page, port: int) -> None:
    """Text that was not saved is offered after the page was loaded anew."""
    elsewhere.on("dialog", lambda dialog: dialog.accept())
    with process(project.folder, port) as (_, server):
        open_segment(entered(elsewhere, "aigul"), CARS, "kk")
        elsewhere.keyboard.type("Ол 12 көлік")
        server.kill()
        server.wait()
    with process(project.folder, port):
        elsewhere.goto("/desk/kk/ferry")
        expect(elsewhere.locator(".rescued .lost")).to_have_text("Ол 12 көлік")
        elsewhere.locator("[data-do=rescue]").click()
        expect(elsewhere.locator(".editor")).to_have_text("Ол 12 көлік")
        elsewhere.keyboard.press("Escape")
        elsewhere.locator(".segment.open").wait_for(state="detached")
        assert target(project, CARS, "kk") == "Ол 12 көлік"
        elsewhere.reload()
        elsewhere.locator("html[data-ready]").wait_for()
        expect(elsewhere.locator(".segment.open .rescued:visible")).to_have_count(0)


def test_a_question_is_offered_again(project: Project, page: Page) -> None:
    """What was asked beside a text and not saved comes back as the text does."""
    page.on("dialog", lambda dialog: dialog.accept())
    open_segment(page, CARS, "kk")
    page.keyboard.press("Alt+M")
    page.keyboard.type("Which cars?")
    page.goto("/desk/kk/ferry")
    expect(page.locator(".rescued .lost-question")).to_have_text("Which cars?")
    expect(page.locator(".rescued .lost")).to_be_hidden()
    page.locator("[data-do=rescue]").click()
    expect(page.locator(".segment.open [name=questions]")).to_have_value("Which cars?")
    expect(page.locator(".editor")).to_be_focused()
    page.keyboard.press("Escape")
    page.locator(".segment.open").wait_for(state="detached")
    assert comments.questions(po.read(project.catalog("ferry", "kk")).by_key()[CARS]) == ["Which cars?"]
    page.reload()
    page.locator("html[data-ready]").wait_for()
    expect(page.locator(".rescued:visible")).to_have_count(0)


def test_a_question_is_joined_with_its_text(project: Project, page: Page) -> None:
    """What was asked and not saved is saved where its sentence is joined; asked it stays, and nobody types it there."""
    open_segment(page, TICKETS, "ru")
    page.keyboard.press("Alt+M")
    page.keyboard.type("Which tickets?")
    page.keyboard.press("Alt+J")
    page.locator(f"#s-{segment_id(*CARS)}.open").wait_for()
    entry = po.read(project.catalog("ferry", "ru")).by_key()[TICKETS]
    assert (entry.target, comments.questions(entry)) == (JOINED, ["Which tickets?"])
    open_segment(page, TICKETS, "ru")
    expect(page.locator(".segment.open [name=questions]")).to_have_value("Which tickets?")
    expect(page.locator(".segment.open [name=questions]")).not_to_be_editable()


def test_typed_over_what_is_offered(page: Page) -> None:
    """What is offered is put back as it was, whatever was typed since; undecided, it is offered again."""
    page.on("dialog", lambda dialog: dialog.accept())
    open_segment(page, CARS, "kk")
    page.keyboard.type("Ол 12 көлік")
    page.goto("/desk/kk/ferry")
    expect(page.locator(".rescued .lost")).to_have_text("Ол 12 көлік")
    page.keyboard.type("Паром")
    page.keyboard.press("Alt+Enter")
    page.locator(".segment.open").first.wait_for()
    open_segment(page, CARS, "kk")
    expect(page.locator(".rescued .lost")).to_have_text("Ол 12 көлік")
    page.keyboard.type(" келді")
    page.locator("[data-do=rescue]").click()
    expect(page.locator(".editor")).to_have_text("Ол 12 көлік")


def test_typed_while_it_is_saved(page: Page) -> None:
    """What came into a text after it was sent, and before its answer, is offered when it is opened again."""
    open_segment(page, CARS, "kk")
    page.keyboard.type("Ол 12 көлік")

    def slowly(route: Route) -> None:
        page.evaluate("document.querySelector('.editor').append(' сыйғызады')")
        route.continue_()

    page.route("**/save/**", slowly)
    page.keyboard.press("Escape")
    page.locator(".segment.open").wait_for(state="detached")
    open_segment(page, CARS, "kk")
    expect(page.locator(".editor")).to_have_text("Ол 12 көлік")
    expect(page.locator(".rescued .lost")).to_have_text("Ол 12 көлік сыйғызады")


def test_two_at_once(page: Page) -> None:
    """Who goes to a segment while another is still being opened is in that one alone, whatever answers first."""
    open_segment(page, BANK, "kk")
    first, second = (f"#s-{segment_id(*key)}" for key in (CARS, TICKETS))
    page.evaluate("([a, b]) => { for (const one of [a, b, b]) document.querySelector(one).click(); }", [first, second])
    page.locator(f"{second}.open").wait_for()
    expect(page.locator(".segment.open")).to_have_count(1)
    page.keyboard.type("Билет 500 теңге тұрады.")
    expect(page.locator(f"{second} .editor")).to_have_text("Билет 500 теңге тұрады.")


def test_killed_while_saving(project: Project, port: int) -> None:
    """Whatever the page said was saved is there after the server was killed."""
    said: list[str] = []
    with process(project.folder, port) as (address, server):
        aigul = Client(address.rstrip("/")).enter("aigul")

        def save() -> None:
            seen = ""
            for number in range(10_000):
                text = f"Ол {number} көлік сыйғызады."
                try:
                    answer = aigul.post(f"/save/kk/{segment_id(*CARS)}/ferry", {"target": text, "seen": seen})
                except OSError:
                    return
                if answer.status == 200 and 'data-said="Saved"' in answer.text:
                    said.append(text)
                    seen = text

        thread = threading.Thread(target=save)
        thread.start()
        while len(said) < 5:
            assert thread.is_alive()
            thread.join(0.005)
        server.kill()
        thread.join(30)
    there = target(project, CARS, "kk")
    number = int(re.findall(r"\d+", there)[0])
    assert number in (len(said) - 1, len(said)), "the last that was said, or the one that was being written"

    with process(project.folder, port) as (address, _):
        again = Client(address.rstrip("/")).enter("aigul")
        assert there in again.get("/desk/kk/ferry").text
        answer = again.post(f"/save/kk/{segment_id(*CARS)}/ferry", {"target": "Ол сыйғызады.", "seen": there})
        assert answer.status == 200 and po.read(project.catalog("ferry", "kk")).by_key()[CARS].target == "Ол сыйғызады."
