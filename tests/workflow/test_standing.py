"""What the gate says of the variants of one article, and what is built of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from l10n.errors import ProjectError
from l10n.project import Project
from l10n.workflow import variants, view
from l10n.workflow.variants import Standing
from tests.workflow.newsroom import RUSSIAN, SETTINGS, edit_source, l10n, make, type_in

GATE = SETTINGS.replace('state = "reviewed"', 'state = "translated"\nfindings = "none"\nfallback = {alt = "source"}')


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A ferry in Russian, but for the description of its picture."""
    project = make(tmp_path, settings=GATE)
    l10n(tmp_path, "sync")
    type_in(project.catalog("ferry", "ru"), {key: said for key, said in RUSSIAN.items() if key != "A ferry"})
    l10n(tmp_path, "sync", "--by", "aigul")
    return project


def standings(project: Project) -> dict[str, Standing]:
    source = view.source(project, project.article("ferry"))
    return {one.locale: one for one in variants.of_article(source, partial(view.side, source))}


def test_misses(project: Project) -> None:
    """Why a variant is withheld, and what one that is not shows in another text."""
    (project.folder / "l10n.toml").write_text(GATE.replace("findings", "share = 0.9\nfindings"), encoding="utf-8")
    found = standings(Project.load(project.folder))

    assert found["en"].variant.publish and not found["en"].misses
    assert found["ru"].variant.publish
    assert [(one.key, one.why, one.way) for one in found["ru"].misses] == [(("alt", "A ferry"), "empty", "source")]
    assert not found["kk"].variant.publish
    assert {(one.why, one.way) for one in found["kk"].misses} == {("empty", "")}
    segments = found["kk"].plan.side.source.assembly.segments
    assert [one.key for one in found["kk"].misses] == [one.key for one in segments]


def test_as_built(project: Project) -> None:
    """What is said before a build is what the build does."""
    type_in(project.catalog("ferry", "ru"), RUSSIAN)
    before = {tag: (one.variant.publish, one.variant.stale) for tag, one in standings(project).items()}
    l10n(project.folder, "build")
    now = standings(project)

    assert before == {"en": (True, False), "ru": (True, False), "kk": (False, False)}
    assert {tag: bool(one.places) for tag, one in now.items()} == {"en": True, "ru": True, "kk": False}
    assert not any(one.behind for one in now.values())
    edit_source(project, "12 cars", "14 cars")
    assert {tag: (one.behind, one.variant.stale) for tag, one in standings(project).items()} == {
        "en": (True, False),
        "ru": (True, True),
        "kk": (False, False),
    }


def test_built(project: Project) -> None:
    """The files of a variant, byte for byte; a link in their place is refused."""
    article = project.article("ferry")
    assert variants.built(project, article, "en") == {}
    l10n(project.folder, "build")
    path = project.build / "en" / "ferry.html"
    assert variants.built(project, article, "en") == {"en/ferry.html": path.read_bytes()}

    path.unlink()
    path.symlink_to(project.folder / "l10n.toml")
    with pytest.raises(ProjectError, match="link"):
        variants.built(project, article, "en")
