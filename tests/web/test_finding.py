"""Findings while typing, the concordance, find and replace."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest
from playwright.sync_api import Page, expect

from l10n import ledger, po
from l10n.model import State
from l10n.project import Project
from l10n.text import segment_id
from l10n.web import checking, replacing
from l10n.web.checking import placed
from l10n.web.guard import LONGEST
from l10n.workflow import saving
from tests.web.running import Client, process, running
from tests.workflow.newsroom import ARTICLE, RUSSIAN, l10n, tree, type_in

TICKETS = ("p", "Tickets cost 500 tenge.")
CARS = ("p", "It takes 12 cars.")
BANK = ("p", "Drivers waited <a1>on the bank</a1> since dawn.")
UYGHUR = {
    "A ferry": "پاروم",
    "It takes 12 cars.": "پاروم 12 ماشىنا ئالىدۇ.",
    "Tickets cost 500 tenge.": "بېلەت 500 تەڭگە.",
}


def target(project: Project, key: tuple[str, str], locale: str, article: str = "ferry") -> str:
    return po.read(project.catalog(article, locale)).by_key()[key].target


def check(client: Client, key: tuple[str, str], text: str, locale: str = "ru") -> str:
    said = client.post(f"/check/{locale}/{segment_id(*key)}/ferry", {"target": text})
    assert said.status == 200, said.text
    return said.text


# --- findings


def test_many(aigul: Client) -> None:
    """Of more findings than anybody reads the worst are shown, and all are counted."""
    said = check(aigul, CARS, "1  " * 20_000)
    assert said.count('data-check="') == checking.SHOWN and 'data-check="numbers.' in said
    assert re.search(r"2\d{4} findings", said)


def test_live(project: Project, aigul: Client) -> None:
    """The findings of exactly the text that is sent, with its places; nothing is written."""
    before = tree(project.folder)
    said = check(aigul, CARS, "Он берёт 14 машин.")
    assert 'data-check="numbers.' in said and 'data-start="9" data-end="11"' in said and "1 finding" in said
    assert "No findings" in check(aigul, CARS, "Он берёт 12 машин.")
    assert 'data-check="markup.code"' in check(aigul, BANK, "Водители ждали с рассвета.")
    assert tree(project.folder) == before


def test_mended(aigul: Client) -> None:
    """Where a check knows what belongs there, it is offered."""
    said = check(aigul, CARS, "Он берёт  12 машин.")
    (start, end, put) = re.findall(r'data-start="(\d+)" data-end="(\d+)".*?data-fix="([^"]*)"', said, re.DOTALL)[0]
    text = "Он берёт  12 машин."
    assert text[: int(start)] + unescape(put) + text[int(end) :] == "Он берёт 12 машин."


@pytest.mark.parametrize(("text", "status"), [("a\0b", 400), ("x" * 100_001, 400), ("<script>alert(1)</script>", 200)])
def test_hostile_text(aigul: Client, text: str, status: int) -> None:
    """A sentence; and what was typed is data."""
    said = aigul.post(f"/check/ru/{segment_id(*CARS)}/ferry", {"target": text}, **{"HX-Request": "true"})
    assert said.status == status and "<script>" not in said.text and said.text.strip()


def test_too_much(aigul: Client) -> None:
    """A field without end is refused, in words."""
    for path, name in ((f"/check/ru/{segment_id(*CARS)}/ferry", "target"), ("/places/ru/ferry", "find")):
        said = aigul.post(path, {name: "x" * LONGEST})
        assert said.status == 413 and " " in said.text
    assert aigul.post("/check/ru/00000000/ferry", {"target": "x"}).status == 404
    assert aigul.post(f"/check/ru/{segment_id(*CARS)}/ferry", {}).status == 400
    assert aigul.get(f"/concordance?locale=ru&q={'x' * 300}").status == 400
    assert aigul.get("/concordance?locale=de&q=x").status == 404


@pytest.mark.parametrize(
    ("sent", "word"),
    [
        ("  Он 𝒳 берёт 14", "14"),
        ("и\u0306 и\u0306 ий", "ий"),
        ("a\r\nb\r\nc", "c"),
        (" \u064a\u0654ۇ 1 ", "1"),
        ("𝒳𝒳x", "x"),
    ],
)
def test_places_as_browsers_count(sent: str, word: str) -> None:
    """In UTF-16 units of what was sent, whatever normal form it came in."""
    said = saving.cleaned(sent)
    start, end = placed((said.rindex(word), said.rindex(word) + len(word)), sent, said)
    assert sent.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") == word


def test_of_all(project: Project, aigul: Client) -> None:
    """Every segment in which something is found, also after somebody mended it; waived ones left out."""
    type_in(project.catalog("ferry", "ru"), {CARS[1]: "Он берёт 14 машин.", TICKETS[1]: "Билет  стоит 500 тенге."})
    l10n(project.folder, "sync", "--by", "aigul")
    told = json.loads(aigul.get("/findings/ru/ferry").text)["segments"]
    assert set(told) == {segment_id(*CARS), segment_id(*TICKETS)} and told[segment_id(*CARS)]["messages"]
    aigul.post(
        f"/save/ru/{segment_id(*TICKETS)}/ferry",
        {"target": RUSSIAN[TICKETS[1]], "seen": "Билет  стоит 500 тенге."},
    )
    assert set(json.loads(aigul.get("/findings/ru/ferry").text)["segments"]) == {segment_id(*CARS)}


def test_asked_at_once(project: Project) -> None:
    """The first questions of a server that just began may come together, in threads of their own."""
    ids = [segment_id(*key) for key in po.read(project.catalog("ferry", "ru")).by_key()]
    with process(project.folder) as (address, _):
        aigul = Client(address).enter("aigul")
        paths = ["/findings/ru/ferry", "/desk/ru/ferry?filter=findings", *(f"/matches/ru/{one}/ferry" for one in ids)]
        with ThreadPoolExecutor(len(paths)) as pool:
            assert {one.status for one in pool.map(aigul.get, paths)} == {200}


def test_imported_whole(project: Project) -> None:
    """Before the first request, libraries are there that fail where two threads import them at once."""
    code = "import sys; from pathlib import Path; from l10n.web.app import application, WHOLE;"
    code += f"application(Path({str(project.folder)!r})); assert set(WHOLE) <= set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


# --- the concordance


def looked_up(client: Client, words: str, locale: str = "ru", **more: str) -> str:
    fields = {"locale": locale, "article": "ferry", "q": words, **more}
    return client.get(f"/concordance?{urllib.parse.urlencode(fields)}").text


def test_concordance(project: Project, aigul: Client) -> None:
    """In all forms, on either side, with where it is from and what is beside it."""
    said = looked_up(aigul, "машина")
    assert "<mark>машин</mark>" in said and "It takes 12 cars." in said and "1 passage" in said
    assert f'data-segment="{segment_id(*CARS)}"' in said and "Tickets cost 500 tenge." in said
    assert "<mark>ferry</mark>" in looked_up(aigul, "ferries", side="source")
    assert "0 passages" in looked_up(aigul, "ferries", side="target")
    assert "0 passages" in looked_up(aigul, "(.*)[", side="target")
    assert 'name="q"' in looked_up(aigul, "")


def test_concordance_in_uyghur(project: Project, aigul: Client) -> None:
    """Letters in presentation forms and with zero-width characters are the letters that they show."""
    type_in(project.catalog("ferry", "ug"), UYGHUR)
    l10n(project.folder, "sync", "--by", "aigul")
    for asked in ("پاروم", "پار\u200cوم", "\ufb58\ufe8e\ufead\ufeee\ufee1"):
        assert "<mark>پاروم</mark>" in looked_up(aigul, asked, "ug"), asked


# --- find and replace

SECOND = ARTICLE.replace("Ferry returns to the Ile river", "The ferry of the Ile").replace("12 cars", "14 cars")


def spots(said: str) -> list[str]:
    """The places of a preview, as its boxes name them."""
    return [unescape(one) for one in re.findall(r'data-spot="([^"]*)"', said)]


def preview(client: Client, find: str, put: str, locale: str = "ru", **more: str) -> str:
    said = client.post(f"/places/{locale}/ferry", {"find": find, "with": put, **more})
    assert said.status == 200, said.text
    return said.text


def test_replaced_at_one_stroke(project: Project, aigul: Client) -> None:
    """Every place is shown; the chosen ones are changed, codes are not hit, and one step takes all of it back."""
    before = project.catalog("ferry", "ru").read_bytes()
    said = preview(aigul, "паром", "<a1>Катер</a1>")
    found = spots(said)
    assert len(found) == 5 and "<del>Паром</del><ins>&lt;a1&gt;Катер&lt;/a1&gt;</ins>" in said
    done = aigul.post("/replace/ru/ferry", {"find": "паром", "with": "<a1>Катер</a1>", "chosen": "\n".join(found[:3])})
    assert "3 places changed" in done.text
    texts = [one.target for one in po.read(project.catalog("ferry", "ru")).entries]
    assert sum("&lt;a1>Катер&lt;/a1>" in one for one in texts) == 3 and "Паром в первый день" in texts

    told = json.loads(aigul.post("/undo/ru/ferry", {}).text)
    assert told["said"] == "Taken back" and len(told["segments"]) == 3
    assert project.catalog("ferry", "ru").read_bytes() == before
    assert aigul.post("/undo/ru/ferry", {}).status == 404

    again = json.loads(aigul.post("/redo/ru/ferry", {}).text)
    assert (again["said"], set(again["segments"])) == ("Done again", set(told["segments"]))
    assert project.catalog("ferry", "ru").read_bytes() != before
    assert aigul.post("/undo/ru/ferry", {}).status == 200
    assert project.catalog("ferry", "ru").read_bytes() == before


def test_several_in_one_text(project: Project, aigul: Client) -> None:
    """Each place by itself."""
    found = spots(preview(aigul, "с", "С", case="1"))
    mine = [one for one in found if one.startswith(segment_id(*BANK))]
    assert len(mine) == 3
    aigul.post("/replace/ru/ferry", {"find": "с", "with": "С", "case": "1", "chosen": mine[1]})
    assert target(project, BANK, "ru") == "Водители ждали <a1>на берегу</a1> с раСсвета."


def test_stale_replacement(project: Project, aigul: Client) -> None:
    """What somebody changed since it was shown is reported, and not overwritten; undo leaves it, too."""
    found = spots(preview(aigul, "паром", "Катер"))
    type_in(project.catalog("ferry", "ru"), {"A ferry": "Старый паром"})
    done = aigul.post("/replace/ru/ferry", {"find": "паром", "with": "Катер", "chosen": "\n".join(found)}).text
    assert "4 places changed" in done and "they stay as they are" in done
    texts = [one.target for one in po.read(project.catalog("ferry", "ru")).entries]
    assert "Старый паром" in texts and "Катер в первый день" in texts

    type_in(project.catalog("ferry", "ru"), {"The ferry on its first day": "Катер в день первый"})
    assert "(1)" in json.loads(aigul.post("/undo/ru/ferry", {}).text)["said"]
    texts = [one.target for one in po.read(project.catalog("ferry", "ru")).entries]
    assert {"Старый паром", "Катер в день первый", "Паром вернулся на реку Или"} <= set(texts)


def test_approved_is_not_chosen(project: Project, aigul: Client, timur: Client) -> None:
    """An approved text is shown with what would be lost; chosen all the same, it is changed and approved no more."""
    l10n(project.folder, "review", "ferry", "-l", "ru")
    l10n(project.folder, "review", "ferry", "-l", "ru", "--segment", segment_id(*CARS), "--approve", "--by", "timur")
    said = preview(aigul, "машин", "авто")
    assert "approved: its approval would be lost" in said and "1 place is in an approved text" in said
    box = re.search(r"<input type=\"checkbox\"[^>]*data-spot[^>]*>", said)
    assert box and "checked" not in box[0]
    aigul.post("/replace/ru/ferry", {"find": "машин", "with": "авто", "chosen": spots(said)[0]})
    entry = po.read(project.catalog("ferry", "ru")).by_key()[CARS]
    assert entry.target == "Он берёт 12 авто."
    assert ledger.read(project.ledger("ferry", "ru")).status(entry).state is State.TRANSLATED


def test_all_articles(project: Project, aigul: Client) -> None:
    """Those that have it, this one first; one step takes back what was done in all."""
    (project.source / "second.html").write_text(SECOND, encoding="utf-8")
    l10n(project.folder, "sync")
    type_in(project.catalog("second", "ru"), {"A ferry": "Паром", "It takes 14 cars.": "Берёт 14 машин."})
    l10n(project.folder, "sync", "--by", "aigul")
    before = [project.catalog(name, "ru").read_bytes() for name in ("ferry", "second")]
    said = preview(aigul, "машин", "авто", all="1")
    assert [one.split(" ", 3)[3] for one in spots(said)] == ["ferry", "second"] and "2 articles looked at" in said
    fields = {"find": "машин", "with": "авто", "chosen": "\n".join(spots(said))}
    assert "2 places changed" in aigul.post("/replace/ru/ferry", fields).text
    assert target(project, ("p", "It takes 14 cars."), "ru", "second") == "Берёт 14 авто."
    assert aigul.post("/undo/ru/ferry", {}).status == 200
    assert [project.catalog(name, "ru").read_bytes() for name in ("ferry", "second")] == before


def test_article_by_article(project: Project, aigul: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """A search that takes too long, or finds too much, says where it stopped, and goes on from there."""
    (project.source / "second.html").write_text(SECOND, encoding="utf-8")
    l10n(project.folder, "sync")
    type_in(project.catalog("second", "ru"), {"A ferry": "Паром"})
    monkeypatch.setattr(replacing, "PATIENCE_S", -1.0)
    said = preview(aigul, "паром", "", all="1")
    assert not spots(said) and 'name="after" value="ferry"' in said
    monkeypatch.setattr(replacing, "PATIENCE_S", 60.0)
    monkeypatch.setattr(replacing, "SHOWN", 2)
    said = preview(aigul, "паром", "", all="1")
    assert len(spots(said)) == 2 and "There are more places" in said and 'name="after" value="second"' in said
    (one,) = spots(preview(aigul, "паром", "", all="1", after="second"))
    assert one.endswith(" second")


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"find": ""}, 400),
        ({"find": "x" * 5000}, 400),
        ({"find": "x", "with": "a\0"}, 400),
        ({"find": "x", "chosen": ""}, 400),
        ({"find": "x", "chosen": "a b c d"}, 400),
        ({"find": "x", "chosen": "a b 99999999999 ferry"}, 400),
        ({"find": "x", "chosen": "a b 1 ../../etc/passwd"}, 404),
        ({"find": "x", "where": "sources", "chosen": "a b 1 ferry"}, 400),
    ],
)
def test_what_makes_no_sense(project: Project, aigul: Client, fields: dict[str, str], status: int) -> None:
    """A sentence, and nothing is changed."""
    before = tree(project.folder)
    said = aigul.post("/replace/ru/ferry", fields, **{"HX-Request": "true"})
    assert said.status == status and 'class="sorry"' in said.text
    assert tree(project.folder) == before


def test_all_or_nothing(project: Project, aigul: Client) -> None:
    """Where one of the articles is none, none is changed."""
    before = tree(project.folder)
    chosen = "\n".join((*spots(preview(aigul, "машин", "авто")), "a b 1 nothing"))
    assert aigul.post("/replace/ru/ferry", {"find": "машин", "with": "авто", "chosen": chosen}).status == 404
    assert tree(project.folder) == before


def test_sources(aigul: Client) -> None:
    """In the sources it is found, and no more."""
    said = preview(aigul, "FERRY", "boat", where="sources")
    assert said.count("<mark>") == 5 and not spots(said) and "boat" not in said.replace('value="boat"', "")
    assert "0 places" in preview(aigul, "(.*)", "")


def test_nobody_elses_locale(project: Project) -> None:
    """Who may not change texts of a locale sees the places, and changes none."""
    settings = project.folder / "l10n.toml"
    said = settings.read_text(encoding="utf-8").replace(
        'roles = ["translator"]', 'roles = ["translator"]\nlocales = ["kk"]'
    )
    settings.write_text(said, encoding="utf-8")
    with running(project.folder) as address:
        aigul = Client(address).enter("aigul")
        assert "You may not change texts" in preview(aigul, "паром", "Катер") and not spots(preview(aigul, "паром", ""))
        assert aigul.post("/replace/ru/ferry", {"find": "x", "chosen": "a b 1 ferry"}).status == 403


# --- in a browser


def to_desk(page: Page, locale: str, key: tuple[str, str]) -> None:
    page.goto(f"/desk/{locale}/ferry?segment={segment_id(*key)}")
    page.locator("html[data-ready]").wait_for()
    page.locator(".editor").wait_for()


def marked(page: Page, severity: str) -> list[str]:
    """What is marked in the editor and its source."""
    found: list[str] = page.evaluate(
        "name => [...(CSS.highlights.get(name) ?? [])].map(one => one.toString())", f"l10n-{severity}"
    )
    return found


def test_typing_and_mending(project: Project, page: Page) -> None:
    """A finding comes while typing, is marked where it stands, and goes by a key."""
    to_desk(page, "ru", CARS)
    page.keyboard.press("Control+A")
    page.keyboard.type("Он берёт  12 <b1> машин.")
    found = page.locator(".findings .finding:has(.fix)")
    found.first.wait_for()
    assert page.evaluate("() => [...CSS.highlights.values()].flatMap(one => [...one]).length") > 0
    page.keyboard.press("Alt+X")
    expect(page.locator(".editor")).to_have_text("Он берёт 12 <b1> машин.")
    page.keyboard.press("Control+Z")
    expect(page.locator(".editor")).to_have_text("Он берёт  12 <b1> машин.", use_inner_text=False)


def test_where_it_is_marked(project: Project, page: Page) -> None:
    """Marks are where the words are, behind codes and escapes, too; the next finding is a key away."""
    type_in(project.catalog("ferry", "ru"), {CARS[1]: "Он берёт 14 машин."})
    to_desk(page, "ru", BANK)
    page.keyboard.type(" &lt; 14")
    page.locator('.findings .finding[data-check^="numbers."]').wait_for()
    kinds = [marked(page, one) for one in ("error", "warning", "note")]
    assert ["14"] in kinds or any("14" in one for one in kinds)
    page.keyboard.press("Alt+P")
    assert page.evaluate("() => document.activeElement.matches('.findings .finding')")
    page.keyboard.press("Escape")
    page.locator(".segment.open").wait_for(state="detached")
    sign = page.locator(f"#s-{segment_id(*CARS)} .sign.finding")
    sign.wait_for()
    page.keyboard.press("Alt+P")
    page.locator(f"form#s-{segment_id(*BANK)}, form#s-{segment_id(*CARS)}").wait_for()


def test_looking_words_up(project: Project, page: Page) -> None:
    """With the keyboard alone: the word at the cursor, its passages, one of them inserted."""
    type_in(project.catalog("ferry", "ug"), UYGHUR)
    l10n(project.folder, "sync", "--by", "aigul")
    l10n(project.folder, "memory", "stats")
    to_desk(page, "ug", BANK)
    page.keyboard.type("پاروم")
    page.keyboard.press("Alt+S")
    page.locator("#side .hit mark").first.wait_for()
    assert page.locator("#side-q").input_value() == "پاروم"
    assert page.locator("#side .hit .said").first.evaluate("one => getComputedStyle(one).direction") == "rtl"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".editor")).to_contain_text(
        "پاروم" + page.locator("#side .put").first.get_attribute("data-insert")
    )
    page.keyboard.press("F6")
    page.keyboard.press("Escape")
    expect(page.locator("#side > *")).to_have_count(0)


def test_replacing_by_keys(project: Project, page: Page) -> None:
    """Found, looked at, changed, shown on the page, and taken back."""
    type_in(project.catalog("ferry", "ug"), UYGHUR)
    page.goto("/desk/ug/ferry")
    page.locator("html[data-ready]").wait_for()
    page.keyboard.press("Alt+H")
    page.locator("#side-q").wait_for()
    page.keyboard.type("پاروم")
    page.keyboard.press("Tab")
    page.keyboard.type("كېمە")
    page.keyboard.press("Enter")
    page.locator("#side .spot ins").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#side .done")).to_contain_text("1 place changed")
    expect(page.locator(f"#s-{segment_id(*CARS)} .target")).to_have_text("كېمە 12 ماشىنا ئالىدۇ.")
    assert target(project, CARS, "ug") == "كېمە 12 ماشىنا ئالىدۇ."
    page.keyboard.press("Escape")
    page.keyboard.press("Alt+Z")
    expect(page.locator(f"#s-{segment_id(*CARS)} .target")).to_have_text(UYGHUR[CARS[1]])
    assert target(project, CARS, "ug") == UYGHUR[CARS[1]]


def test_russian_is_kept(project: Project) -> None:
    """The texts that these tests go by are there."""
    assert target(project, CARS, "ru") == RUSSIAN[CARS[1]]
