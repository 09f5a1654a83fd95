"""The names of the glossary in the day of a newsroom: told to translators, checked, consistent, rewritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n import po
from l10n.project import Project
from tests.workflow.newsroom import ARTICLE, edit_source, l10n, make, tree, type_in

GLOSSARY = """\
[[name]]
form = "Gulnar Asetova"
kind = "person"
sex = "female"
origin = "kaz"

[[name]]
form = "Ile"
kind = "place"
never = {ru = ["Иле"]}

[[name]]
form = "Almaty"
kind = "place"

[[name]]
form = "Steppe Ferries"
kind = "organisation"
translate = false
"""

STORY = ARTICLE.replace(
    "It takes 12 cars.", "Gulnar Asetova of Steppe Ferries waited. Asetova of Almaty said it takes 12 cars."
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A newsroom with an article about a ferry, and the names in it."""
    project = make(tmp_path, STORY)
    (project.source / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")
    l10n(tmp_path, "sync")
    type_in(project.catalog("glossary", "ru"), {"Gulnar Asetova": "Гульнар Асетова"})
    assert l10n(tmp_path, "sync", "--by", "aigul").returncode == 0
    return project


def told(project: Project, source: str, locale: str = "ru") -> list[str]:
    """The lines about names of a segment of the article."""
    (entry,) = [one for one in po.read(project.catalog("ferry", locale)).entries if one.source == source]
    return [line for line in entry.extracted if line.startswith("name: ")]


def test_a_translator_sees_the_names_of_a_segment(project: Project) -> None:
    """Each with its rendering, drafts marked, forbidden forms beside it; a surname alone is the person."""
    assert told(project, "Gulnar Asetova of Steppe Ferries waited.") == [
        "name: Gulnar Asetova = Гульнар Асетова",
        "name: Steppe Ferries stays as it is",
    ]
    assert told(project, "Asetova of Almaty said it takes 12 cars.") == [
        "name: Gulnar Asetova = Гульнар Асетова",
        "name: Almaty = Алматы (draft)",
    ]
    assert not told(project, "Tickets cost 500 tenge.")
    assert not told(project, "Ferry returns to the Ile river", "en")


def test_names_are_told_once_and_follow_the_glossary(project: Project) -> None:
    """A second sync changes nothing; a rendering that somebody typed stands in the lines after the next one."""
    before = tree(project.folder)
    l10n(project.folder, "sync")

    assert tree(project.folder) == before
    type_in(project.catalog("glossary", "ru"), {"Ile": "Или"})
    l10n(project.folder, "sync", "--by", "aigul")
    assert told(project, "Ferry returns to the Ile river") == ["name: Ile = Или; never Иле"]
    after = tree(project.folder)
    l10n(project.folder, "sync")
    assert tree(project.folder) == after
    (project.source / "glossary.toml").unlink()
    l10n(project.folder, "sync")
    assert not told(project, "Ferry returns to the Ile river")


def test_an_edited_name_is_a_fact(project: Project) -> None:
    """A name of the glossary that changed in the source is said to be a fact, whatever a dictionary says."""
    type_in(project.catalog("ferry", "ru"), {"Ferry returns to the Ile river": "Паром вернулся на реку Или"})
    l10n(project.folder, "sync", "--by", "aigul")
    edit_source(project, "Ferry returns to the Ile river", "Ferry returns to the Chu river")
    done = l10n(project.folder, "sync")

    assert "fact changed" in done.stdout + done.stderr
