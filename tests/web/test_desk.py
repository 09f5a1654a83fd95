"""The translator's desk: what is typed is in the catalog before the page says so, and never over another's text."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from l10n import ledger, po
from l10n.model import JOINED
from l10n.project import Project
from l10n.text import segment_id
from tests.web.running import Client
from tests.workflow.newsroom import RUSSIAN, edit_source, l10n, type_in

TICKETS = ("p", "Tickets cost 500 tenge.")
CARS = ("p", "It takes 12 cars.")
BANK = ("p", "Drivers waited <a1>on the bank</a1> since dawn.")


def target(project: Project, key: tuple[str, str], locale: str) -> str:
    return po.read(project.catalog("ferry", locale)).by_key()[key].target


def test_saved(project: Project, aigul: Client) -> None:
    """Typed text is in the catalog, and the ledger says whose it is."""
    said = aigul.post(f"/save/kk/{segment_id(*CARS)}/ferry", {"target": " Ол 12 көлік сыйғызады. ", "seen": ""})
    entry = po.read(project.catalog("ferry", "kk")).by_key()[CARS]
    status = ledger.read(project.ledger("ferry", "kk")).status(entry)

    assert said.status == 200 and "Ол 12 көлік сыйғызады." in said.text
    assert entry.target == "Ол 12 көлік сыйғызады."
    assert (str(status.state), status.translators) == ("translated", ("aigul",))


def test_stale(project: Project, aigul: Client) -> None:
    """Where another text stands by now, both are shown and nothing is written."""
    type_in(project.catalog("ferry", "ru"), {CARS[1]: "Входит 12 машин."})
    said = aigul.post(
        f"/save/ru/{segment_id(*CARS)}/ferry", {"target": "Вмещает 12 машин.", "seen": "Он берёт 12 машин."}
    )

    assert said.status == 409
    assert "Вмещает 12 машин." in said.text and "Входит 12 машин." in said.text
    assert target(project, CARS, "ru") == "Входит 12 машин."


@pytest.mark.parametrize(
    ("target_said", "status"),
    [("a\0b", 400), ("x" * 100_001, 400), ("a\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), 400)],
)
def test_what_no_catalog_holds(project: Project, aigul: Client, target_said: str, status: int) -> None:
    """It is refused with a sentence, and nothing is changed."""
    before = project.catalog("ferry", "kk").read_bytes()
    said = aigul.post(f"/save/kk/{segment_id(*CARS)}/ferry", {"target": target_said, "seen": ""})

    assert said.status == status
    assert project.catalog("ferry", "kk").read_bytes() == before


@pytest.mark.parametrize(
    "path", ["/desk/de/ferry", "/desk/ru/nothing", "/desk/ru/../../etc/passwd", "/segment/ru/00000000/ferry"]
)
def test_what_is_not_there(aigul: Client, path: str) -> None:
    """404, in words."""
    assert aigul.get(path).status == 404


@pytest.mark.parametrize("verb", ["save", "join", "part", "draft"])
def test_forged(project: Project, aigul: Client, verb: str) -> None:
    """Nothing is written, and nothing is sent anywhere, without the token of a page."""
    before = project.catalog("ferry", "ru").read_bytes()
    fields = {"target": "x", "seen": RUSSIAN[CARS[1]]}
    assert aigul.post(f"/{verb}/ru/{segment_id(*CARS)}/ferry", fields, **{"X-CSRF-Token": ""}).status == 403
    assert aigul.post(f"/{verb}/ru/00000000/ferry", fields).status == 404
    assert project.catalog("ferry", "ru").read_bytes() == before


@pytest.mark.parametrize(
    "fields",
    [
        {"questions": "l10n: final 0123456789ab"},
        {"questions": "a\0b"},
        {"made": "x", "origin": "aigul"},
        {"made": "x" * 100_001, "origin": "engine pseudo"},
    ],
)
def test_odd_fields(project: Project, aigul: Client, fields: dict[str, str]) -> None:
    """A comment that claims to be ours, a draft of nobody: refused, and nothing is changed."""
    before = project.catalog("ferry", "kk").read_bytes(), project.ledger("ferry", "kk").exists()
    fields = {"target": "Ол 12 көлік сыйғызады.", "seen": "", **fields}
    assert aigul.post(f"/save/kk/{segment_id(*CARS)}/ferry", fields).status == 400
    assert (project.catalog("ferry", "kk").read_bytes(), project.ledger("ferry", "kk").exists()) == before


def test_filters(project: Project, aigul: Client) -> None:
    """Links that show some of the segments; how many are done is told."""
    type_in(project.catalog("ferry", "ru"), {CARS[1]: ""})
    every, some = aigul.get("/desk/ru/ferry"), aigul.get("/desk/ru/ferry?filter=open")

    count = len(po.read(project.catalog("ferry", "ru")).by_key())
    assert f"{count - 1} of {count} done" in every.text and f"{count - 1} of {count} done" in some.text
    assert f"s-{segment_id(*CARS)}" in some.text and f"s-{segment_id(*BANK)}" not in some.text
    assert f"s-{segment_id(*BANK)}" in aigul.get("/desk/ru/ferry?filter=mine").text
    assert "No segment of this article is like that" in aigul.get("/desk/ru/ferry?filter=sent-back").text
    assert f"s-{segment_id(*BANK)}" in aigul.get("/desk/ru/ferry?filter=none-such").text
    type_in(project.catalog("ferry", "ru"), {CARS[1]: "Он берёт 14 машин."})
    found = aigul.get("/desk/ru/ferry?filter=findings").text
    assert f"s-{segment_id(*CARS)}" in found and f"s-{segment_id(*BANK)}" not in found


def test_what_changed(project: Project, aigul: Client) -> None:
    """The source as it was, with the words that changed; a reason for which it was sent back."""
    edit_source(project, "12 cars", "14 cars")
    l10n(project.folder, "sync")
    said = aigul.get(f"/segment/ru/{segment_id('p', 'It takes 14 cars.')}/ferry").text
    assert "<del>12</del><ins>14</ins>" in said

    l10n(project.folder, "review", "ferry", "-l", "ru")
    chosen = ("--segment", segment_id(*BANK), "--send-back", "Which <b>bank</b>?", "--by", "timur")
    l10n(project.folder, "review", "ferry", "-l", "ru", *chosen)
    assert "Which &lt;b&gt;bank&lt;/b&gt;?" in aigul.get(f"/segment/ru/{segment_id(*BANK)}/ferry").text


def test_taken_back_whole(project: Project, aigul: Client) -> None:
    """Undone, a draft is a draft again, with its flag, its origin and the source that it was made for."""
    edit_source(project, "12 cars", "14 cars")
    l10n(project.folder, "sync")
    before = project.catalog("ferry", "ru").read_bytes()
    where = f"ru/{segment_id('p', 'It takes 14 cars.')}/ferry"
    for said, seen in (("Берёт 14 машин.", "Он берёт 12 машин."), ("Он берёт 14 машин.", "Берёт 14 машин.")):
        assert aigul.post(f"/save/{where}", {"target": said, "seen": seen, "questions": "Cars?"}).status == 200
    assert [aigul.post("/undo/ru/ferry", {}).status for _ in range(3)] == [200, 200, 404]

    assert project.catalog("ferry", "ru").read_bytes() == before


def test_done_again(project: Project, aigul: Client) -> None:
    """What was taken back is done again step by step, joins whole, in the name of who did it; until the next step."""
    where, join = f"ru/{segment_id(*CARS)}/ferry", f"ru/{segment_id(*TICKETS)}/ferry"
    before = project.catalog("ferry", "ru").read_bytes()
    aigul.post(f"/save/{where}", {"target": "Берёт 12 машин.", "seen": RUSSIAN[CARS[1]], "questions": "Cars?"})
    aigul.post(f"/join/{join}", {"target": RUSSIAN[TICKETS[1]], "seen": RUSSIAN[TICKETS[1]]})
    after = project.catalog("ferry", "ru").read_bytes()

    def steps(verb: str) -> list[int]:
        return [aigul.post(f"/{verb}/ru/ferry", {}).status for _ in range(3)]

    for _ in range(2):
        assert steps("undo") == [200, 200, 404]
        assert project.catalog("ferry", "ru").read_bytes() == before
        assert steps("redo") == [200, 200, 404]
        assert project.catalog("ferry", "ru").read_bytes() == after
    entry = po.read(project.catalog("ferry", "ru")).by_key()[CARS]
    status = ledger.read(project.ledger("ferry", "ru")).status(entry)
    assert (str(status.state), status.translators) == ("translated", ("aigul",))

    assert aigul.post("/undo/ru/ferry", {}).status == 200
    aigul.post(f"/save/{where}", {"target": "Вмещает 12 машин.", "seen": "Берёт 12 машин."})
    assert aigul.post("/redo/ru/ferry", {}).status == 404


def test_questions(project: Project, aigul: Client) -> None:
    """What a translator asks is beside the text, for everybody."""
    where, text = f"ru/{segment_id(*CARS)}/ferry", RUSSIAN[CARS[1]]
    aigul.post(f"/save/{where}", {"target": text, "seen": text, "questions": "Cars?\nOr <lorries>?"})

    assert po.read(project.catalog("ferry", "ru")).by_key()[CARS].comments == ("Cars?", "Or <lorries>?")
    assert "Or &lt;lorries&gt;?" in aigul.get(f"/segment/{where}").text
    assert segment_id(*CARS) in aigul.get("/desk/ru/ferry?filter=questions").text


def test_joined(project: Project, aigul: Client) -> None:
    """A sentence is said in the one before, with what is typed in it; parted, and taken back."""
    before = project.catalog("ferry", "ru").read_bytes()
    where, seen = f"ru/{segment_id(*TICKETS)}/ferry", RUSSIAN[TICKETS[1]]
    told = json.loads(aigul.post(f"/join/{where}", {"target": "Билеты по 500 тенге.", "seen": seen}).text)
    assert (target(project, CARS, "ru"), target(project, TICKETS, "ru")) == (
        "Он берёт 12 машин. Билеты по 500 тенге.",
        JOINED,
    )
    assert f"{told['done']} of " in aigul.get("/desk/ru/ferry").text
    assert told["open"] == segment_id(*CARS) and set(told["segments"]) == {segment_id(*CARS), segment_id(*TICKETS)}
    assert "Tickets cost 500 tenge." in aigul.get(f"/segment/ru/{segment_id(*CARS)}/ferry").text

    assert aigul.post(f"/part/{where}", {}).status == 200
    assert target(project, TICKETS, "ru") == "Билеты по 500 тенге."
    assert [aigul.post("/undo/ru/ferry", {}).status for _ in range(2)] == [200, 200]
    assert project.catalog("ferry", "ru").read_bytes() == before
    assert aigul.post(f"/part/{where}", {}).status == 400
    assert aigul.post(f"/join/ru/{segment_id(*CARS)}/ferry", {}).status == 400


def test_typing(project: Project, page: Page) -> None:
    """With the keyboard alone: open, type, save, and the next segment is open."""
    page.goto("/desk/ug/ferry")
    page.locator("html[data-ready]").wait_for()
    page.keyboard.press("Enter")
    page.locator(".editor").wait_for()
    page.keyboard.type("پاروم ئىلى دەرياسىغا قايتتى")
    page.keyboard.press("Control+Enter")
    page.locator(".state-translated").wait_for()
    headline = next(key for key in po.read(project.catalog("ferry", "ug")).by_key() if key[1].startswith("Ferry"))

    assert target(project, headline, "ug") == "پاروم ئىلى دەرياسىغا قايتتى"
    expect(page.locator(".segment.open .source")).to_have_text("The ferry runs again after 15 months.")
    assert page.locator(".editor").evaluate("one => getComputedStyle(one).direction") == "rtl"


def test_codes_stay_whole(project: Project, page: Page) -> None:
    """Inline codes are chips: what is typed around them leaves them as they are."""
    page.goto("/desk/ru/ferry?segment=" + segment_id(*BANK))
    page.locator(".editor").wait_for()
    page.keyboard.type(" <b1>&lt;")
    page.keyboard.press("Escape")
    page.locator(".segment.open").wait_for(state="detached")

    assert target(project, BANK, "ru") == "Водители ждали <a1>на берегу</a1> с рассвета. &lt;b1>&amp;lt;"


def test_undo(project: Project, page: Page) -> None:
    """Taken back, the text is as it was."""
    page.goto("/desk/ru/ferry?segment=" + segment_id(*CARS))
    page.locator(".editor").wait_for()
    page.keyboard.type(" Больше нет.")
    page.keyboard.press("Escape")
    page.locator(".segment.open").wait_for(state="detached")
    assert target(project, CARS, "ru") == "Он берёт 12 машин. Больше нет."

    page.keyboard.press("Alt+Z")
    expect(page.locator("#said")).to_have_text("Taken back")
    assert target(project, CARS, "ru") == "Он берёт 12 машин."
    page.keyboard.press("Alt+Shift+Z")
    expect(page.locator("#said")).to_have_text("Done again")
    assert target(project, CARS, "ru") == "Он берёт 12 машин. Больше нет."
    page.keyboard.press("Alt+Shift+Z")
    expect(page.locator("#said")).to_have_text("There is nothing to do again.")
