"""Drafts of what is empty: from the memory and by an engine; what a person typed stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n import comments, po
from l10n.model import Entry
from l10n.project import Project
from tests.workflow.newsroom import RUSSIAN, SETTINGS, l10n, make, type_in

PSEUDO = '[engines.layout]\nengine = "pseudo"\nlocales = ["kk"]\n'
SECOND = "# The second day\n\nIt takes 12 cars. Tickets cost 600 tenge. Nobody knows why.\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An article in Russian, and a second one with two of its sentences."""
    made = make(tmp_path, settings=SETTINGS + PSEUDO)
    assert l10n(tmp_path, "sync").returncode == 0
    type_in(made.catalog("ferry", "ru"), RUSSIAN)
    (tmp_path / "source" / "second.md").write_text(SECOND, encoding="utf-8")
    assert l10n(tmp_path, "sync", "--by", "aigul").returncode == 0
    return Project.load(tmp_path)


def entries(project: Project, locale: str) -> dict[str, Entry]:
    return {entry.source: entry for entry in po.read(project.catalog("second", locale)).entries if entry.source}


def test_the_memory_drafts(project: Project) -> None:
    """The same sentence, and the same but for its figure, are fuzzy and say where they are from; others stay empty."""
    done = l10n(project.folder, "pretranslate", "second", "-l", "ru")
    found = entries(project, "ru")
    same, adapted, other = (found[one] for one in ("It takes 12 cars.", "Tickets cost 600 tenge.", "Nobody knows why."))

    assert done.returncode == 0, done.stderr
    assert same.target == RUSSIAN["It takes 12 cars."]
    assert adapted.target == "Билет стоит 600 тенге."
    assert same.fuzzy and adapted.fuzzy
    assert comments.origin(same).startswith("memory") and comments.origin(adapted).startswith("memory")
    assert other.empty


def test_an_engine_drafts(project: Project) -> None:
    """The pseudo-locale fills what no memory has, and says so."""
    done = l10n(project.folder, "pretranslate", "second", "-l", "kk")
    draft = entries(project, "kk")["Nobody knows why."]

    assert done.returncode == 0, done.stderr
    assert draft.fuzzy and not draft.empty
    assert comments.origin(draft).startswith("engine")


def test_nothing_is_written_on_trial(project: Project) -> None:
    before = project.catalog("second", "ru").read_bytes()

    assert l10n(project.folder, "pretranslate", "second", "--dry-run").returncode == 0
    assert project.catalog("second", "ru").read_bytes() == before


def test_what_a_person_typed_stays(project: Project) -> None:
    type_in(project.catalog("second", "ru"), {"It takes 12 cars.": "Своё"})
    l10n(project.folder, "pretranslate", "second", "-l", "ru", "--by", "aigul")

    assert entries(project, "ru")["It takes 12 cars."].target == "Своё"
    assert not entries(project, "ru")["It takes 12 cars."].fuzzy


def test_twice_is_once(project: Project) -> None:
    """What was drafted is not drafted again."""
    l10n(project.folder, "pretranslate", "second", "-l", "ru")
    before = project.catalog("second", "ru").read_bytes()
    l10n(project.folder, "pretranslate", "second", "-l", "ru")

    assert project.catalog("second", "ru").read_bytes() == before


def test_effort_is_told(project: Project) -> None:
    """How many drafts of an origin stayed as they were."""
    l10n(project.folder, "pretranslate", "second", "-l", "ru")
    kept = {"It takes 12 cars.": RUSSIAN["It takes 12 cars."]}
    type_in(project.catalog("second", "ru"), kept)
    l10n(project.folder, "sync", "--by", "aigul")
    done = l10n(project.folder, "report", "--effort")

    assert done.returncode == 0, done.stderr
    assert "memory" in done.stdout and "ru" in done.stdout
