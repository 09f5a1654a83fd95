"""What was done on the pages of names is taken back, over several steps, and nothing that others did meanwhile."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from l10n import ledger
from l10n.model import State
from l10n.project import Project
from tests.web.running import Answer, Client
from tests.web.test_names import DAULET, GLOSSARY, MET, SPOKE, boxes, entry, named
from tests.workflow.newsroom import l10n, tree, type_in

SAVE = f"/names/-/rendering/ru/{DAULET}"
REMOVE = f"/names/-/remove/{DAULET}"
CHANGED = {"target": "Даулет Серыков", "seen": "Даулет Сериков"}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A newsroom with names."""
    return named(tmp_path)


def back(client: Client) -> Answer:
    return client.post("/names/-/undo", {})


def seen(client: Client, ref: str) -> dict[str, str]:
    """The field that names the entry as it is shown."""
    found = re.search(r'name="seen" value="([0-9a-f]{16})"', client.get("/names/" + quote(ref)).text)
    assert found
    return {"seen": found[1]}


def state(project: Project, article: str, locale: str, source: str) -> State:
    known = ledger.read(project.ledger(article, locale))
    return known.status(entry(project, article, locale, source)).state


def read(project: Project) -> str:
    return (project.source / "glossary.toml").read_text(encoding="utf-8")


def test_nothing_to_take_back(project: Project, aigul: Client, timur: Client) -> None:
    """404, and what somebody else did is theirs."""
    timur.post("/names/-/forms/ru/Ile", {"also": "Иле-река"})
    before = tree(project.folder)

    assert back(aigul).status == 404
    assert tree(project.folder) == before


def test_a_rendering_with_its_segments(project: Project, aigul: Client) -> None:
    """All that was put right is as it was, approvals included."""
    shown = aigul.post(SAVE, CHANGED)
    aigul.post(SAVE, {**CHANGED, "sure": "1", **boxes(shown)})
    done = back(aigul)

    assert done.status == 200
    assert done.data["said"] == "Taken back · Daulet Serikov · ru"
    assert (done.data["to"], done.data["locale"]) == (f"/names/{DAULET}?done=back", "ru")
    assert entry(project, "glossary", "ru", "Daulet Serikov").target == "Даулет Сериков"
    assert state(project, "glossary", "ru", "Daulet Serikov") == State.TRANSLATED
    assert entry(project, "ferry", "ru", MET).target == "Гульнар Асетова встретила Даулета Серикова."
    assert state(project, "ferry", "ru", MET) >= State.REVIEWED
    assert back(aigul).status == 404


def test_what_somebody_changed_since(project: Project, aigul: Client) -> None:
    """It stays, and is counted."""
    shown = aigul.post(SAVE, CHANGED)
    aigul.post(SAVE, {**CHANGED, "sure": "1", **boxes(shown)})
    type_in(project.catalog("ferry", "ru"), {MET: "Она встретила Серыкова."})
    done = back(aigul)

    assert "but for texts that somebody changed since (1)" in done.data["said"]
    assert entry(project, "glossary", "ru", "Daulet Serikov").target == "Даулет Сериков"
    assert entry(project, "ferry", "ru", MET).target == "Она встретила Серыкова."


def test_a_rendering_that_is_another_since(project: Project, aigul: Client) -> None:
    """Nothing is overwritten."""
    aigul.post("/names/-/rendering/ru/Ile", {"target": "Илек", "seen": "Или"})
    type_in(project.catalog("glossary", "ru"), {"Ile": "Илле"})
    done = back(aigul)

    assert done.status == 409 and "it stays as it is" in done.data["said"]
    assert entry(project, "glossary", "ru", "Ile").target == "Илле"


def test_segments_alone(project: Project, aigul: Client) -> None:
    """A rendering that was saved before its segments is another step than they."""
    shown = aigul.post(SAVE, CHANGED)
    aigul.post(SAVE, {**CHANGED, "sure": "1", "without": "1", **boxes(shown)})
    aigul.post(f"/names/-/spell/ru/{DAULET}", boxes(aigul.post(f"/names/-/spell/ru/{DAULET}", {})))
    assert "Серыкова" in entry(project, "ferry", "ru", MET).target

    assert back(aigul).data["name"] == "Daulet Serikov"
    assert "Серикова" in entry(project, "ferry", "ru", MET).target
    assert entry(project, "glossary", "ru", "Daulet Serikov").target == "Даулет Серыков"
    assert back(aigul).status == 200
    assert entry(project, "glossary", "ru", "Daulet Serikov").target == "Даулет Сериков"


def test_several_steps(project: Project, aigul: Client) -> None:
    """A rendering, forms, the entry, a new name: the last first, until all is as it was."""
    aigul.post("/names/-/rendering/ru/Ile", {"target": "Илек", "seen": "Или"})
    aigul.post("/names/-/forms/ru/Ile", {"also": "Иле-река", "never": "Иля"})
    aigul.post("/names/-/entry/Ile", {"note": "A river.", "kind": "term", **seen(aigul, "Ile")})
    aigul.post("/names/-/add", {"form": "Karasu", "kind": "place"})
    said = [back(aigul) for _ in range(5)]

    assert [one.status for one in said] == [200, 200, 200, 200, 404]
    assert [one.data["to"] for one in said[:2]] == ["/names?done=back", "/names/Ile?done=back"]
    assert read(project) == GLOSSARY
    ile = entry(project, "glossary", "ru", "Ile")
    assert (ile.target, ile.fuzzy) == ("Или", False)
    assert not [line for line in ile.comments if "Иле-река" in line or "Иля" in line]


def test_another_form(project: Project, aigul: Client) -> None:
    """A form that was changed makes drafts of the renderings; taken back, they are what they were."""
    aigul.post("/names/-/entry/Ile", {"form": "Ili River", **seen(aigul, "Ile")})
    assert entry(project, "glossary", "ru", "Ili River").fuzzy
    done = back(aigul)

    assert done.data["to"] == "/names/Ile?done=back"
    assert read(project) == GLOSSARY
    assert (entry(project, "glossary", "ru", "Ile").target, state(project, "glossary", "ru", "Ile")) == (
        "Или",
        State.TRANSLATED,
    )


def test_in_languages_of_others(project: Project, aigul: Client) -> None:
    """What follows from a form in a locale of others follows it back; what they changed since stays, and is said."""
    type_in(project.catalog("glossary", "kk"), {"Daulet Serikov": "Дәулет Серікұлы"})
    l10n(project.folder, "sync", "--by", "aigul")
    path = project.folder / "l10n.toml"
    said = path.read_text(encoding="utf-8")
    path.write_text(said.replace('["translator"]', '["translator"]\nlocales = ["ru"]'), encoding="utf-8")

    def renamed() -> None:
        aigul.post(f"/names/-/entry/{DAULET}", {"form": "Daulet Serik", **seen(aigul, "Daulet Serikov")})

    renamed()
    assert back(aigul).data["said"] == "Taken back · Daulet Serikov"
    assert read(project) == GLOSSARY
    assert [entry(project, "glossary", tag, "Daulet Serikov").fuzzy for tag in ("ru", "kk")] == [False, False]

    renamed()
    type_in(project.catalog("glossary", "kk"), {"Daulet Serik": "Дәулет Серік"})
    assert "but for texts that somebody changed since" in back(aigul).data["said"]
    assert read(project) == GLOSSARY
    assert entry(project, "glossary", "kk", "Daulet Serikov").target == "Дәулет Серік"


def test_an_entry_that_somebody_works_with(project: Project, aigul: Client, timur: Client) -> None:
    """An entry stays once it was changed, or once somebody stands for a rendering of it."""
    aigul.post("/names/-/add", {"form": "Karasu", "kind": "place"})
    timur.post(
        "/names/-/rendering/ru/Karasu", {"target": "Карасу", "seen": entry(project, "glossary", "ru", "Karasu").target}
    )

    assert back(aigul).status == 409
    aigul.post("/names/-/entry/Ile", {"note": "Mine.", **seen(aigul, "Ile")})
    timur.post("/names/-/entry/Ile", {"note": "Theirs.", **seen(timur, "Ile")})
    assert back(aigul).status == 409
    assert "Karasu" in read(project) and "Theirs." in read(project)


def test_an_entry_that_was_removed(project: Project, aigul: Client) -> None:
    """It goes with its renderings, once it was shown what goes; taken back, every file is as it was."""
    l10n(project.folder, "sync")
    before = tree(project.folder)
    shown = aigul.get(REMOVE)
    found = re.search(r'name="seen" value="([0-9a-f]{16})"', shown.text)
    assert found and "Даулет Сериков" in shown.text and f"/names/-/uses/{DAULET}" in shown.text
    gone = aigul.post(REMOVE, {"seen": found[1]})

    assert gone.status == 200 and gone.url.endswith("/names?done=removed")
    assert "Daulet Serikov" not in read(project)
    assert entry(project, "glossary", "ru", "Daulet Serikov").obsolete
    assert aigul.get(f"/names/{DAULET}").status == 404
    assert back(aigul).data["to"] == f"/names/{DAULET}?done=back"
    assert tree(project.folder) == before


def test_removed_by_nobody(project: Project, aigul: Client, timur: Client) -> None:
    """Another entry than was shown stays; and one that was added anew meanwhile is not doubled."""
    shown = seen(aigul, "Daulet Serikov")
    timur.post(f"/names/-/entry/{DAULET}", {"note": "Theirs.", **seen(timur, "Daulet Serikov")})
    assert aigul.post(REMOVE, shown).status == 409
    assert "Theirs." in read(project)
    assert aigul.post(REMOVE, seen(aigul, "Daulet Serikov")).status == 200
    timur.post("/names/-/add", {"form": "Daulet Serikov", "kind": "person"})
    done = back(aigul)

    assert done.status == 409 and "two entries" in done.data["said"]
    assert read(project).count("Daulet Serikov") == 1


def test_by_keyboard(project: Project, page: Page) -> None:
    """Alt+Z takes back what was saved last; what is typed and not saved is not lost by it."""
    page.goto("/names/Ile")
    page.locator("html[data-ready]").wait_for()
    card = page.locator("[data-locale=ru]")
    card.locator(".type").fill("Илек")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_have_text("Saved")
    card.locator(".type").fill("Иле")
    page.keyboard.press("Alt+z")
    expect(page.locator("#said")).to_contain_text("Save what you typed")
    expect(card.locator(".type")).to_be_focused()
    card.locator(".type").fill("Илек")
    page.keyboard.press("Alt+z")
    expect(page.locator("#said")).to_have_text("Taken back · Ile · ru")
    expect(card.locator(".type")).to_have_value("Или")
    expect(card.locator(".type")).to_be_focused()

    assert entry(project, "glossary", "ru", "Ile").target == "Или"
    assert entry(project, "ferry", "ru", SPOKE).target


def test_no_answer(page: Page) -> None:
    """A workbench that cannot be reached is said, be something saved or taken back; what is typed stays."""
    page.goto("/names/Ile")
    page.locator("html[data-ready]").wait_for()
    field = page.locator("[data-locale=ru] .type")
    page.context.set_offline(True)
    page.keyboard.press("Alt+z")
    expect(page.locator("#said")).to_contain_text("does not answer")
    expect(page.locator("#said")).to_have_text("", timeout=10_000)
    field.fill("Илек")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_contain_text("does not answer")
    expect(page.locator("[aria-busy]")).to_have_count(0)
    expect(field).to_have_value("Илек")


def test_from_another_page(project: Project, page: Page) -> None:
    """The button leads to what was taken back."""
    page.goto("/names/Ile")
    page.locator("html[data-ready]").wait_for()
    page.locator("[data-locale=ru] .type").fill("Илек")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_have_text("Saved")
    page.goto("/names")
    page.locator("html[data-ready]").wait_for()
    page.click("[data-back]")
    page.wait_for_url("**/names/Ile?done=back")

    expect(page.locator("[data-locale=ru] .type")).to_have_value("Или")
    assert entry(project, "glossary", "ru", "Ile").target == "Или"
