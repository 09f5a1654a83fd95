"""A sentence about one person is offered for another, with the names of the glossary and their endings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from l10n.glossary import Glossary, Name, Rendering
from l10n.memory import Memory
from l10n.model import State
from l10n.project import Project
from l10n.workflow import remembering
from l10n.workflow.namesakes import Namesakes
from tests.workflow.newsroom import l10n, make, type_in

NAMES = {
    "Gulnar Asetova": ("person", "female", "Гульнар Асетова", "Гүлнар Әсетова", "گۈلنار ئاسېتوۋا"),
    "Aigul Karimova": ("person", "female", "Айгуль Каримова", "Айгүл Кәрімова", "ئايگۈل كەرىموۋا"),
    "Bolat Omarov": ("person", "male", "Болат Омаров", "Болат Омаров", "بولات ئوماروۋ"),
    "Shymkent": ("place", "", "Шымкент", "Шымкент", "چىمكەنت"),
    "Taraz": ("place", "", "Тараз", "Тараз", "تاراز"),
    "Press Council": ("organisation", "", "Совет прессы", "Баспасөз кеңесі", "مەتبۇئات كېڭىشى"),
    "Ferry Watch": ("organisation", "", "Ferry Watch", "Ferry Watch", "Ferry Watch"),
}
LOCALES = ("en", "ru", "kk", "ug")


def glossary() -> Glossary:
    named = tuple(Name(form, kind, sex=sex) for form, (kind, sex, *_) in NAMES.items())
    renderings = {
        locale: {form: Rendering(NAMES[form][place], State.REVIEWED) for form in NAMES}
        for place, locale in enumerate(LOCALES[1:], 2)
    }
    return Glossary(named, renderings)


OPENED = "Gulnar Asetova opened the school in Shymkent on 5 May 2024."
KARIMOVA = OPENED.replace("Gulnar Asetova", "Aigul Karimova")
RU = "Гульнар Асетова открыла школу в Шымкенте 5 мая 2024 года."
KK = "Гүлнар Әсетова Шымкентте 2024 жылғы 5 мамырда мектеп ашты."
UG = "گۈلنار ئاسېتوۋا 2024-يىلى 5-ماي چىمكەنتتە مەكتەپ ئاچتى."


@pytest.mark.parametrize(
    ("source", "target", "locale", "asked", "said"),
    [
        (OPENED, RU, "ru", KARIMOVA, RU.replace("Гульнар Асетова", "Айгуль Каримова")),
        (OPENED, RU, "ru", OPENED.replace("Shymkent", "Taraz"), RU.replace("Шымкенте", "Таразе")),
        (
            OPENED,
            RU,
            "ru",
            "Aigul Karimova opened the school in Taraz on 17 June 2025.",
            "Айгуль Каримова открыла школу в Таразе 17 июня 2025 года.",
        ),
        (
            OPENED,
            KK,
            "kk",
            "Bolat Omarov opened the school in Taraz on 5 May 2024.",
            "Болат Омаров Таразда 2024 жылғы 5 мамырда мектеп ашты.",
        ),
        (
            OPENED,
            UG,
            "ug",
            "Bolat Omarov opened the school in Taraz on 5 May 2024.",
            "بولات ئوماروۋ 2024-يىلى 5-ماي تارازدا مەكتەپ ئاچتى.",
        ),
        # he is no she
        (OPENED, RU, "ru", OPENED.replace("Gulnar Asetova", "Bolat Omarov"), None),
        # another word is another one, too
        (OPENED, RU, "ru", OPENED.replace("Shymkent", "Taraz").replace("school", "clinic"), None),
        # a council is no place, and its Russian gender is not known
        ("The Press Council praised it.", "Совет прессы похвалил это.", "ru", "The Ferry Watch praised it.", None),
        # the name does not stand in the target, or twice
        (OPENED, "Она открыла школу в Шымкенте 5 мая 2024 года.", "ru", KARIMOVA, None),
        (OPENED, f"{RU} Гульнар Асетова рада.", "ru", KARIMOVA, None),
        # names that change places
        (
            "Gulnar Asetova wrote to Aigul Karimova.",
            "Гульнар Асетова написала Айгуль Каримовой.",
            "ru",
            "Aigul Karimova wrote to Gulnar Asetova.",
            None,
        ),
        # one that nobody knows
        (OPENED, RU, "ru", OPENED.replace("Gulnar Asetova", "Dana Serikova"), None),
    ],
)  # fmt: skip
def test_names(source: str, target: str, locale: str, asked: str, said: str | None) -> None:
    """With 99 where nothing can go wrong; else nothing."""
    with Memory(":memory:") as memory:
        memory.add(source, target, target_locale=locale, origin="catalog")
        found = Namesakes(glossary(), LOCALES, {"catalog": 4}).matches(memory, asked, [], "en", locale)

    assert [(one.kind, one.score, one.target) for one in found] == ([("adapted", 95, said)] if said else [])


def test_short_texts() -> None:
    """A name and a word more say too little."""
    with Memory(":memory:") as memory:
        memory.add("Photo: Gulnar Asetova", "Фото: Гульнар Асетова")

        assert not Namesakes(glossary(), LOCALES, {}).matches(memory, "Photo: Aigul Karimova", [], "en", "ru")


ASKED = "Aigul Karimova opened the new school near the river."
RUSSIAN = {"Gulnar Asetova": "Гульнар Асетова", "Aigul Karimova": "Айгуль Каримова"}
TOML = """
[[name]]
form = "Gulnar Asetova"
kind = "person"
sex = "female"

[[name]]
form = "Aigul Karimova"
kind = "person"
sex = "female"
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """One article that is translated, a second about somebody else, and a glossary with both."""
    project = make(tmp_path, article="<p>Gulnar Asetova opened the new school near the river.</p>\n")
    (project.source / "glossary.toml").write_text(TOML, encoding="utf-8")
    l10n(tmp_path, "sync")
    type_in(project.catalog("glossary", "ru"), lambda source: RUSSIAN[source])
    type_in(
        project.catalog("ferry", "ru"),
        {"Gulnar Asetova opened the new school near the river.": "Гульнар Асетова открыла новую школу у реки."},
    )
    l10n(tmp_path, "sync", "--by", "aigul")
    l10n(tmp_path, "review", "glossary", "-l", "ru", "--all")
    assert l10n(tmp_path, "review", "glossary", "-l", "ru", "--accept-claims", "--by", "timur").returncode == 0
    (project.source / "second.html").write_text(
        "<p>Aigul Karimova opened the new school near the river.</p>\n", encoding="utf-8"
    )
    return project


def test_draft(project: Project) -> None:
    """Written as a draft that says what it is, and found on the command line."""
    l10n(project.folder, "pretranslate", "second", "-l", "ru")
    text = project.catalog("second", "ru").read_text(encoding="utf-8")
    found = json.loads(l10n(project.folder, "memory", "search", ASKED, "--json").stdout)

    assert "# l10n-origin: memory adapted 99\n" in text
    assert 'msgstr "Айгуль Каримова открыла новую школу у реки."' in text
    assert [(one["kind"], one["target"]) for one in found] == [
        ("adapted", "Айгуль Каримова открыла новую школу у реки.")
    ]


def test_fuzzy_beside_adapted(project: Project) -> None:
    """What is adapted takes the place of what it was made from."""
    with remembering.opened(project) as (memory, _):
        found = remembering.search(project, memory, ASKED, least=50)
        exact = remembering.search(project, memory, ASKED.replace("Aigul Karimova", "Gulnar Asetova"))

    assert [match.kind for match in found] == ["adapted"]
    assert [match.kind for match in exact] == ["exact"]
