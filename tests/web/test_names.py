"""The page of names: found in any form, rendered with one key, changed only once it is said what that touches."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from l10n import ledger, po
from l10n.model import Entry
from l10n.project import Project
from l10n.text import segment_id
from tests.web.conftest import WITH_UYGHUR, entered
from tests.web.running import Answer, Client
from tests.workflow.newsroom import ARTICLE, l10n, make, tree, type_in

GLOSSARY = """\
# People first.
[[name]]
form = "Gulnar Asetova"   # of the ferry
kind = "person"
sex = "female"
origin = "kaz"

[[name]]
form = "Daulet Serikov"
kind = "person"
sex = "male"

[[name]]
form = "Ile"
kind = "place"
never = {ru = ["Иле"]}
"""
MET, SPOKE = "Gulnar Asetova met Daulet Serikov.", "Nurlan Ospanov spoke to Daulet Serikov."
STORY = ARTICLE.replace("It takes 12 cars.", f"{MET} {SPOKE}")
RUSSIAN = {
    "Gulnar Asetova": "Гульнар Асетова",
    "Daulet Serikov": "Даулет Сериков",
    "Ile": "Или",
}
DAULET = quote("Daulet Serikov")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A newsroom with names."""
    return named(tmp_path)


def named(tmp_path: Path) -> Project:
    """Three names, of which an article in four languages speaks; one segment in Russian is approved."""
    project = make(tmp_path, STORY, settings=WITH_UYGHUR)
    (project.source / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")
    l10n(tmp_path, "sync")
    type_in(project.catalog("glossary", "ru"), RUSSIAN)
    type_in(
        project.catalog("ferry", "ru"),
        {MET: "Гульнар Асетова встретила Даулета Серикова.", SPOKE: "Нурлан Оспанов говорил с Сериковыми."},
    )
    l10n(tmp_path, "sync", "--by", "aigul")
    l10n(tmp_path, "review", "ferry", "-l", "ru")
    assert l10n(tmp_path, "review", "ferry", "-l", "ru", "--approve", "--by", "timur").returncode == 0
    return project


def entry(project: Project, article: str, locale: str, source: str) -> Entry:
    (one,) = [one for one in po.read(project.catalog(article, locale)).entries if one.source == source]
    return one


def digest(project: Project, locale: str, source: str) -> str:
    known = ledger.read(project.ledger("glossary", locale))
    return known.status(entry(project, "glossary", locale, source)).digest


def boxes(answer: Answer) -> dict[str, str]:
    """The fields of a form that was answered with, which name the segments to be put right."""
    found = re.findall(r'name="(put-\d+)" value="([^"]+)"', answer.text)
    return {name: html.unescape(value) for name, value in found}


# --- the table


@pytest.mark.parametrize(
    ("query", "there", "not_there"),
    [
        ("", "Gulnar Asetova", "No name is like that"),
        ("?words=" + quote("Сериковой"), "Spelt nearly so:", '<table class="names">'),
        ("?words=" + quote("Даулету Серикову"), "Daulet Serikov", "Gulnar Asetova"),
        ("?kind=place", ">Ile<", "Daulet Serikov"),
        ("?open=editor&locale=ru", "Daulet Serikov", "Гүлнар"),
        ("?sort=-form&page=1", "Gulnar Asetova", "No name is like that"),
        ("?kind=x&locale=../..&open=%00&sort=y&page=99999999999999999999999", "No name is like that", "500"),
        ("?words=" + quote("<script>alert(1)</script>"), "No name is like that", "<script>alert"),
    ],
)
def test_table(aigul: Client, query: str, there: str, not_there: str) -> None:
    """Names are found, filtered and sorted; what makes no sense asks for nothing."""
    said = aigul.get("/names" + query)

    assert said.status == 200
    assert there in said.text and not_there not in said.text


def test_every_form_has_its_language(aigul: Client) -> None:
    """Uyghur runs from right to left in a table that does not."""
    assert '<bdi class="form" lang="ug" dir="rtl">' in aigul.get("/names").text


@pytest.mark.parametrize("path", ["/names/Nobody", "/names/-/card/de/Ile", "/names/-/card/en/Ile", "/names/-/uses/x"])
def test_what_is_not_there(aigul: Client, path: str) -> None:
    """404, in words."""
    assert aigul.get(path).status == 404


# --- a rendering


def test_a_rendering_that_touches_nothing(project: Project, aigul: Client) -> None:
    """It is saved at once, and the ledger says by whom."""
    seen = entry(project, "glossary", "kk", "Ile").target
    said = aigul.post("/names/-/rendering/kk/Ile", {"target": " Іле ", "seen": seen})
    there = entry(project, "glossary", "kk", "Ile")

    assert said.status == 200 and "translated" in said.text
    assert (there.target, there.fuzzy) == ("Іле", False)


def test_what_a_rendering_touches(project: Project, aigul: Client) -> None:
    """Nothing is written before it is said which segments have the old one, which by hand, which are approved."""
    before = tree(project.folder)
    said = aigul.post(f"/names/-/rendering/ru/{DAULET}", {"target": "Даулет Серыков", "seen": "Даулет Сериков"})

    assert said.status == 200
    assert "2 segments have an old spelling." in said.text
    assert "it has to be approved again" in said.text and "by hand" in said.text
    assert len(boxes(said)) == 1
    assert tree(project.folder) == before


def test_a_rendering_with_what_it_touches(project: Project, aigul: Client) -> None:
    """What is chosen is a draft with the new form; what was left is named."""
    fields = {"target": "Даулет Серыков", "seen": "Даулет Сериков"}
    shown = aigul.post(f"/names/-/rendering/ru/{DAULET}", fields)
    said = aigul.post(f"/names/-/rendering/ru/{DAULET}", {**fields, "sure": "1", **boxes(shown)})
    met = entry(project, "ferry", "ru", MET)

    assert "1 segment was put right: it is a draft now." in said.text
    assert "1 was left as it was." in said.text
    assert (met.target, met.fuzzy) == ("Гульнар Асетова встретила Даулета Серыкова.", True)
    assert entry(project, "ferry", "ru", SPOKE).target == "Нурлан Оспанов говорил с Сериковыми."
    assert entry(project, "glossary", "ru", "Daulet Serikov").target == "Даулет Серыков"


def test_a_rendering_alone(project: Project, aigul: Client) -> None:
    """Without the segments; they are found later, too."""
    fields = {"target": "Даулет Серыков", "seen": "Даулет Сериков"}
    shown = aigul.post(f"/names/-/rendering/ru/{DAULET}", fields)
    aigul.post(f"/names/-/rendering/ru/{DAULET}", {**fields, "sure": "1", "without": "1", **boxes(shown)})
    again = aigul.post(f"/names/-/spell/ru/{DAULET}", {})

    assert entry(project, "glossary", "ru", "Daulet Serikov").target == "Даулет Серыков"
    assert "Серикова" in entry(project, "ferry", "ru", MET).target
    assert len(boxes(again)) == 1
    assert "1 segment was put right" in aigul.post(f"/names/-/spell/ru/{DAULET}", boxes(again)).text


def test_a_segment_that_changed_meanwhile(project: Project, aigul: Client) -> None:
    """It is not put right: another text was shown."""
    fields = {"target": "Даулет Серыков", "seen": "Даулет Сериков"}
    shown = aigul.post(f"/names/-/rendering/ru/{DAULET}", fields)
    type_in(project.catalog("ferry", "ru"), {MET: "Она встретила Даулета Серикова."})
    said = aigul.post(f"/names/-/rendering/ru/{DAULET}", {**fields, "sure": "1", **boxes(shown)})

    assert "1 changed meanwhile, and was not touched." in said.text
    assert entry(project, "ferry", "ru", MET).target == "Она встретила Даулета Серикова."


def test_stale(project: Project, aigul: Client) -> None:
    """Where another rendering stands by now, both are shown and nothing is written."""
    type_in(project.catalog("glossary", "ru"), {"Ile": "Илле"})
    said = aigul.post("/names/-/rendering/ru/Ile", {"target": "Илек", "seen": "Или"})

    assert said.status == 409
    assert "Илле" in said.text and "Илек" in said.text
    assert entry(project, "glossary", "ru", "Ile").target == "Илле"


@pytest.mark.parametrize(
    ("path", "fields", "status"),
    [
        ("/names/-/rendering/ru/Ile", {"target": "a\0b", "seen": "Или"}, 400),
        ("/names/-/rendering/ru/Ile", {"target": "x" * 100_001, "seen": "Или"}, 400),
        ("/names/-/rendering/ru/Ile", {}, 400),
        ("/names/-/rendering/en/Ile", {"target": "x", "seen": ""}, 404),
        ("/names/-/forms/ru/Ile", {"also": "a\u202eb"}, 400),
        ("/names/-/forms/ru/Ile", {"never": "Или"}, 400),
        ("/names/-/forms/ru/Ile", {"also": "\n".join(f"Ил{n}" for n in range(101))}, 400),
        ("/names/-/forms/ru/Ile", {"seen-also": "x", "also": "y"}, 409),
        ("/names/-/entry/Ile", {"form": "Ile", "seen": "x"}, 409),
        ("/names/-/add", {"form": "Ile"}, 400),
        ("/names/-/add", {"form": ""}, 400),
        ("/names/-/entry/Ile", {"also": "\n".join(f"Il{n}" for n in range(101)), "seen": "x"}, 400),
        ("/names/-/entry/Ile", {"never-ru": "\n".join(f"Ил{n}" for n in range(101)), "seen": "x"}, 400),
        ("/names/-/verdict/ru/Ile", {"verb": "approve", "digest": "x"}, 403),
    ],
)
def test_what_is_refused(project: Project, aigul: Client, path: str, fields: dict[str, str], status: int) -> None:
    """With a sentence, and nothing is another than before."""
    before = tree(project.folder)

    assert aigul.post(path, fields).status == status
    assert tree(project.folder) == before


# --- the entry


def test_the_entry(project: Project, aigul: Client) -> None:
    """The file keeps its bytes; the page goes on under the new name."""
    shown = aigul.get("/names/Ile")
    seen = re.search(r'name="seen" value="([0-9a-f]{16})"', shown.text)
    assert seen
    fields = {
        "form": "Ili",
        "kind": "place",
        "note": "A river.\r\n",
        "former": "Ile",
        "never-ru": "Иле",
        "seen": seen[1],
    }
    said = aigul.post("/names/-/entry/Ile", fields)
    text = (project.source / "glossary.toml").read_text(encoding="utf-8")

    assert said.status == 200 and said.url.endswith("/names/Ili?done=changed")
    assert text == GLOSSARY.replace('"Ile"', '"Ili"') + 'former = ["Ile"]\nnote = "A river."\n'


def test_an_entry_of_somebody_else(project: Project, aigul: Client) -> None:
    """Both are shown, and the file stays."""
    path = project.source / "glossary.toml"
    path.write_text(GLOSSARY + 'note = "Theirs."\n', encoding="utf-8")
    said = aigul.post("/names/-/entry/Ile", {"note": "Mine.", "seen": "0" * 16})

    assert said.status == 409
    assert "Theirs." in said.text and "Mine." in said.text
    assert "<dt>Note for translators</dt>" in said.text and "Keep theirs" in said.text
    assert "Mine." not in path.read_text(encoding="utf-8")


def test_uses(aigul: Client) -> None:
    """Every segment that names it, with its way to the desk."""
    said = aigul.get(f"/names/-/uses/{DAULET}")

    assert "<mark>Daulet Serikov</mark>" in said.text and "<mark>Даулета Серикова</mark>" in said.text
    key = ("p", MET)
    assert f"/desk/ru/ferry?segment={segment_id(*key)}" in said.text
    assert aigul.get(f"/names/-/uses/{DAULET}?from={'9' * 5_000}").status == 200


# --- verdicts


def test_verdicts(project: Project, timur: Client, aigul: Client) -> None:
    """An editor approves exactly what was shown, and sends back with a reason that the page tells."""
    shown = digest(project, "ru", "Ile")
    assert timur.post("/names/-/verdict/ru/Ile", {"verb": "approve", "digest": "0" * 64}).status == 409
    said = timur.post("/names/-/verdict/ru/Ile", {"verb": "approve", "digest": shown})
    assert said.status == 200 and "reviewed" in said.text

    for reason in (" ", "x" * 2_001, "a\0b"):
        fields = {"verb": "send-back", "digest": shown, "reason": reason}
        assert timur.post("/names/-/verdict/ru/Ile", fields).status == 400
    assert timur.post("/names/-/verdict/ru/Ile", {"verb": "undo", "digest": shown}).status == 400
    fields = {"verb": "send-back", "digest": shown, "reason": "The river is masculine."}
    assert "sent back" in timur.post("/names/-/verdict/ru/Ile", fields).text
    assert "The river is masculine." in aigul.get("/names/Ile").text


# --- what articles name


def test_new_names(project: Project, page: Page) -> None:
    """Articles are read beside the page; a name is added with one click, and its renderings are drafts."""
    page.goto("/names/-/new")
    row = page.locator("tr", has_text="Nurlan Ospanov")
    row.get_by_role("button").click()
    page.locator("tr.added a").wait_for()
    expect(page.locator("tr.added th")).to_have_attribute("colspan", str(page.locator("table.new thead th").count()))

    assert (project.source / "glossary.toml").read_text(encoding="utf-8").startswith(GLOSSARY)
    assert entry(project, "glossary", "ru", "Nurlan Ospanov").target == "Нурлан Оспанов"
    assert entry(project, "glossary", "ru", "Nurlan Ospanov").fuzzy
    page.locator("tr.added a").click()
    expect(page.locator("[data-locale=kk] .type")).to_have_value("Нұрлан Оспанов")


# --- the keyboard


def test_the_way_of_a_name(project: Project, page: Page) -> None:
    """With the keyboard alone: find, open, type, see what it touches, put it right."""
    page.goto("/names")
    page.locator("html[data-ready]").wait_for()
    page.keyboard.press("/")
    page.keyboard.type("Даулетом Сериковым")
    page.keyboard.press("Enter")
    page.wait_for_url("**/names?words=**")
    page.locator("html[data-ready]").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/names/{DAULET}")
    page.locator("html[data-ready]").wait_for()
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Control+a")
    page.keyboard.type("Даулет Серыков")
    page.keyboard.press("Enter")
    expect(page.locator("[data-locale=ru] [data-do=respell]")).to_be_focused()
    assert "Серикова" in entry(project, "ferry", "ru", MET).target
    page.keyboard.press("Enter")
    expect(page.locator("[data-locale=ru] .outcome")).to_contain_text("1 segment was put right")
    expect(page.locator("#said")).to_have_text("Saved")

    assert "Серыкова" in entry(project, "ferry", "ru", MET).target


def test_a_candidate_in_uyghur(project: Project, page: Page) -> None:
    """One key takes it; the interface runs from right to left, and so does the rendering."""
    page.goto("/names/" + quote("Gulnar Asetova"))
    page.select_option("#tongue", "ug")
    page.locator("html[dir=rtl][data-ready]").wait_for()
    card = page.locator("[data-locale=ug]")
    card.locator(".type").wait_for()
    second = card.locator("[data-take]").nth(1).get_attribute("data-take")
    card.locator(".type").focus()
    page.keyboard.press("Alt+2")
    page.locator("[data-locale=ug] .state-translated").wait_for()

    assert entry(project, "glossary", "ug", "Gulnar Asetova").target == second
    assert card.locator(".type").evaluate("one => getComputedStyle(one).direction") == "rtl"


def test_nothing_is_changed(project: Project, page: Page) -> None:
    """Esc leaves the question, and the rendering is as it was."""
    page.goto(f"/names/{DAULET}")
    page.locator("html[data-ready]").wait_for()
    page.fill("[data-locale=ru] .type", "Даулет Серыков")
    page.keyboard.press("Enter")
    page.locator("[data-locale=ru] .touched").wait_for()
    page.keyboard.press("Escape")
    page.locator("[data-locale=ru] .touched").wait_for(state="detached")

    expect(page.locator("[data-locale=ru] .type")).to_have_value("Даулет Сериков")
    assert entry(project, "glossary", "ru", "Daulet Serikov").target == "Даулет Сериков"


def test_an_editor_by_keyboard(project: Project, page: Page) -> None:
    """Approved with a key; sent back with another, and a reason."""
    entered(page, "timur")
    page.goto("/names/Ile")
    page.locator("html[data-ready]").wait_for()
    page.locator("[data-locale=ru] .type").focus()
    page.keyboard.press("Alt+a")
    page.locator("[data-locale=ru] .state-reviewed").wait_for()
    page.keyboard.press("Alt+r")
    expect(page.locator("[data-locale=ru] .sending [name=reason]")).to_be_focused()
    page.keyboard.type("Not this river.")
    page.keyboard.press("Enter")
    expect(page.locator("[data-locale=ru] .sent")).to_contain_text("Not this river.")
    assert entry(project, "glossary", "ru", "Ile").fuzzy


# --- a newsroom without a glossary


def test_the_first_name(project: Project, aigul: Client) -> None:
    """Where there is no glossary the pages say so, and the first name makes one."""
    (project.source / "glossary.toml").unlink()

    assert "The glossary has no name yet" in aigul.get("/names?locale=ru&open=any&words=x").text
    assert aigul.get("/names/Ile").status == 404
    said = aigul.post("/names/-/add", {"form": " Nurlan  Ospanov ", "kind": "person"})
    assert said.status == 200 and said.url.endswith("/names/Nurlan%20Ospanov?done=added")
    text = (project.source / "glossary.toml").read_text(encoding="utf-8")
    assert text == '[[name]]\nform = "Nurlan Ospanov"\nkind = "person"\n'


def test_a_name_like_a_path(project: Project, aigul: Client) -> None:
    """Slashes, signs and markup in a name are characters of it."""
    path = project.source / "glossary.toml"
    path.write_text(GLOSSARY + '\n[[name]]\nform = "AC/DC & <b>?"\nid = "band"\nkind = "term"\n', encoding="utf-8")
    address = "/names/" + quote("AC/DC & <b>? #band")
    said = aigul.get(address)

    assert said.status == 200
    assert "AC/DC &amp; &lt;b&gt;?" in said.text and "<b>?" not in said.text
    fields = {"target": "Эй-си <b>", "seen": entry_or_nothing(project, "ru", "AC/DC & <b>?")}
    assert "Эй-си &lt;b&gt;" in aigul.post(address.replace("/names/", "/names/-/rendering/ru/"), fields).text


def entry_or_nothing(project: Project, locale: str, source: str) -> str:
    found = [one for one in po.read(project.catalog("glossary", locale)).entries if one.source == source]
    return found[0].target if found else ""
