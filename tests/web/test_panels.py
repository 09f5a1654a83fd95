"""What stands beside an opened segment: names, matches, drafts, its past."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from l10n import ledger, po
from l10n.project import Project
from l10n.text import segment_id
from l10n.web.recollection import Recollection
from l10n.workflow import remembering
from tests.web.conftest import WITH_UYGHUR
from tests.web.running import Client, running
from tests.workflow.newsroom import ARTICLE, RUSSIAN, l10n, make, type_in
from tests.workflow.test_offering import GLOSSARY, HERS, OLD, PHOTO, SECOND


@pytest.fixture
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Two articles, one of them translated into Russian, a glossary, and an engine for Kazakh and Uyghur."""
    folder = tmp_path_factory.mktemp("newsroom")
    project = make(folder, ARTICLE, WITH_UYGHUR + '[engines.pseudo]\nlocales = ["kk", "ug"]\n')
    (project.source / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")
    (project.source / "second.html").write_text(SECOND, encoding="utf-8")
    l10n(folder, "sync")
    type_in(project.catalog("ferry", "ru"), RUSSIAN)
    type_in(project.catalog("glossary", "ru"), {"Gulnar Asetova": "Гульнар Асетова"})
    type_in(project.catalog("glossary", "ug"), {"Gulnar Asetova": "گۈلنار ئاسېتوۋا"})
    l10n(folder, "sync", "--by", "aigul")
    return project


@pytest.fixture
def bench(project: Project) -> Iterator[str]:
    with running(project.folder) as address:
        yield address


def where(key: tuple[str, str], locale: str = "ru") -> str:
    return f"{locale}/{segment_id(*key)}/second"


def open_segment(page: Page, key: tuple[str, str], locale: str) -> None:
    page.goto(f"/desk/{locale}/second?segment={segment_id(*key)}")
    page.locator("html[data-ready]").wait_for()
    page.locator(".segment.open .matches ol").wait_for(state="attached")
    if key == HERS:
        page.locator(".segment.open .names ol").wait_for(state="attached")


def test_what_is_told(aigul: Client) -> None:
    """Names are marked in the source and listed; matches have score, person, article and difference."""
    opened = aigul.get(f"/segment/{where(HERS)}").text
    names = aigul.get(f"/mentions/{where(HERS)}").text
    matches = aigul.get(f"/matches/{where(OLD)}").text
    cases = aigul.get(f"/cases/{where(HERS)}?name=Gulnar%20Asetova").text

    assert '<span class="named" data-name="Gulnar Asetova">Gulnar Asetova\'s</span>'.replace("'", "&#39;") in opened
    assert "Гульнар Асетова" in names and "head of the ferry&#39;s crew" in names
    assert "Гульнар Асетовой" in cases
    for piece in ("Он берёт 12 машин.", "Aigul S.", "ferry", "<ins>"):
        assert piece in matches
    assert "Фото: Гульнар Асетова" in aigul.get(f"/matches/{where(PHOTO)}").text
    assert aigul.get(f"/cases/{where(HERS)}?name=nobody").status == 400


def test_past(project: Project, aigul: Client) -> None:
    """Who did what and when."""
    aigul.post(f"/save/{where(OLD)}", {"target": "Он берёт 12 старых машин.", "seen": ""})
    said = aigul.get(f"/past/{where(OLD)}").text
    assert "Aigul S." in said and "translated" in said and "2026-11-22 07:30" in said


def test_what_a_machine_wrote(project: Project, aigul: Client) -> None:
    """A draft that was taken over is known as one, though a person handed it in."""
    said = aigul.post(f"/draft/{where(OLD, 'kk')}", {}).text
    assert 'data-origin="engine pseudo"' in said
    aigul.post(
        f"/save/{where(OLD, 'kk')}",
        {"target": "⟦Ít⟧", "seen": "", "made": "⟦Ít⟧", "origin": "engine pseudo"},
    )
    entry = po.read(project.catalog("second", "kk")).by_key()[OLD]
    assert ledger.read(project.ledger("second", "kk")).status(entry).unchanged_draft


def test_recollection(project: Project) -> None:
    """The memory is there at once, read beside; deleted under the server, it is made anew; what is saved enters."""
    held = Recollection()
    held.ask(project)
    held.settle(60)
    memory, is_read = held.ask(project)
    assert is_read and memory.stats()
    assert held.ask(project)[0] is memory, "it is opened once"

    remembering.path_of(project).unlink()
    held._next = 0.0
    held.ask(project)
    held.settle(60)
    again, is_read = held.ask(project)
    assert is_read and again is not memory
    assert remembering.search(project, again, "It takes 12 cars.", source="en", target="ru")
    held.close()


def test_a_damaged_memory(project: Project, aigul: Client) -> None:
    """It is said with the remedy, and takes nothing else away."""
    remembering.path_of(project).parent.mkdir(exist_ok=True)
    remembering.path_of(project).write_bytes(b"no memory" * 1000)
    said = aigul.get(f"/matches/{where(PHOTO)}").text
    assert "delete \u2068“.l10n/memory.sqlite”\u2069" in said and "Фото: Гульнар Асетова" in said
    assert "Draft of pseudo" in aigul.get(f"/matches/{where(OLD, 'kk')}").text
    assert aigul.post(f"/draft/{where(OLD, 'kk')}", {}).status == 200


def test_keys(project: Project, page: Page) -> None:
    """With the keyboard alone: a match, a name, one in another case; the codes of the source."""
    open_segment(page, OLD, "ru")
    page.keyboard.press("Alt+1")
    expect(page.locator(".editor")).to_have_text("Он берёт 12 машин.")
    page.keyboard.press("Control+Z")
    expect(page.locator(".editor")).to_have_text("")
    page.keyboard.press("Control+Y")
    page.keyboard.press("Alt+ArrowUp")
    page.locator(".segment.open .names ol").wait_for()
    assert po.read(project.catalog("second", "ru")).by_key()[OLD].target == "Он берёт 12 машин."

    expect(page.locator(".segment.open .source")).to_contain_text("Gulnar Asetova's ferry")
    page.keyboard.type("Паром ")
    page.keyboard.press("Alt+N")
    page.keyboard.press("ArrowRight")
    page.locator(".cases .insert").first.wait_for()
    expect(page.locator(".cases .insert").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".editor")).to_have_text("Паром Гульнар Асетовой")
    page.keyboard.type(" берёт ")
    page.keyboard.press("Alt+I")
    expect(page.locator(".editor .code")).to_have_count(2)
    expect(page.locator(".fault")).to_have_text("")
    page.keyboard.type("14, ")
    page.keyboard.press("Alt+N")
    page.keyboard.press("1")
    page.keyboard.press("Control+Enter")
    page.locator(f"#s-{segment_id(*HERS)}.state-translated").wait_for()
    said = po.read(project.catalog("second", "ru")).by_key()[HERS].target
    assert said == "Паром Гульнар Асетовой берёт <b1>14, Гульнар Асетова</b1>"


def test_from_right_to_left(project: Project, page: Page) -> None:
    """In Uyghur, too: an engine's draft on request, a name, and everything in its own direction."""
    open_segment(page, HERS, "ug")
    assert page.locator(".names .insert span").first.evaluate("one => getComputedStyle(one).direction") == "rtl"
    page.keyboard.press("Alt+G")
    expect(page.locator(".editor")).to_contain_text("⟦")
    expect(page.locator(".editor .code")).to_have_count(2)
    page.keyboard.press("Alt+Enter")
    page.locator(f"#s-{segment_id(*HERS)}.state-draft").wait_for()
    entry = po.read(project.catalog("second", "ug")).by_key()[HERS]
    assert entry.fuzzy and "l10n-origin: engine pseudo" in entry.comments


def test_where_the_cursor_was(page: Page) -> None:
    """A name of the source is put where the cursor was before the click, and so is what a panel beside the text has."""
    open_segment(page, HERS, "ru")
    page.keyboard.type("Паром  ходит")
    for _ in range(len(" ходит")):
        page.keyboard.press("ArrowLeft")
    page.locator(".segment.open .source .named").first.click()
    expect(page.locator(".editor")).to_have_text("Паром Гульнар Асетова ходит")

    page.keyboard.press("Alt+S")
    page.locator("#side-q").fill("машин")
    page.keyboard.press("Enter")
    page.locator("#side .put").first.click()
    expect(page.locator(".editor")).to_have_text("Паром Гульнар АсетоваОн берёт 12 машин. ходит")
