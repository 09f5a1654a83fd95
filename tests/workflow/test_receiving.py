"""An article that another system pushes is in the project whole, or not at all; what is fetched is what is built."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from l10n import files, po
from l10n.errors import FormatError, ProjectError
from l10n.project import Project
from l10n.workflow import building, receiving
from tests.workflow.newsroom import ARTICLE, LATER, WHEN, l10n, translated, tree, type_in

KAZAKH = {
    "Ferry returns to the Ile river": "Іле өзеніне паром қайта оралды",
    "The ferry runs again after 15 months.": "Паром 15 айдан кейін қайта жүре бастады.",
    "Drivers waited <a1>on the bank</a1> since dawn.": "Жүргізушілер таңнан бері <a1>жағада</a1> күтті.",
    "A ferry": "Паром",
    "The ferry on its first day": "Паром алғашқы күні",
    "It takes 12 cars.": "Оған 12 көлік сыяды.",
    "Tickets cost 500 tenge.": "Билет 500 теңге тұрады.",
}
NEW = ARTICLE.replace("12 cars", "14 cars").encode()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """One article, translated into Russian."""
    return translated(tmp_path)


def test_over_the_version_that_is_known(project: Project) -> None:
    """It takes its place, and the catalogs follow, as after any edit."""
    known = receiving.digest((project.source / "ferry.html").read_bytes())
    done = receiving.receive(project, "ferry", "html", NEW, known=known, when=LATER)

    assert (done.is_new, done.wrote, done.digest) == (False, True, receiving.digest(NEW))
    assert (project.source / "ferry.html").read_bytes() == NEW
    entry = po.read(project.catalog("ferry", "ru")).by_key()["p", "It takes 14 cars."]
    assert entry.fuzzy and entry.target == "Он берёт 12 машин."


def test_the_same_again(project: Project) -> None:
    """Nothing is written where nothing is new."""
    data = (project.source / "ferry.html").read_bytes()
    before = tree(project.folder)
    done = receiving.receive(project, "ferry", "", data, known=receiving.digest(data), when=LATER)
    assert not done.wrote and tree(project.folder) == before


@pytest.mark.parametrize("known", [receiving.NEW, "0" * 64, receiving.digest(NEW)])
def test_over_another_version(project: Project, known: str) -> None:
    """It is refused, and nothing is another file than before."""
    before = tree(project.folder)
    with pytest.raises(files.Changed):
        receiving.receive(project, "ferry", "html", NEW, known=known, when=LATER)
    assert tree(project.folder) == before


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("snow", b"", FormatError),
        ("snow", b"\xff\xfe\xfd", FormatError),
        ("ferry/snow", b"It snows.\n\0", FormatError),
        ("glossary", b"It snows.\n", ProjectError),
        ("ferry", b"It snows.\n", ProjectError),
        ("FERRY", b"It snows.\n", ProjectError),
    ],
)
def test_what_cannot_be_read(project: Project, name: str, data: bytes, error: type[Exception]) -> None:
    """It is refused before anything is written."""
    before = tree(project.folder)
    with pytest.raises(error):
        receiving.receive(project, name, "text", data, known=receiving.NEW, when=LATER)
    assert tree(project.folder) == before


PARTS = st.sampled_from(["..", ".", "", "/", "\\", "ferry", "\0", "\u202e", "~", " ", ".l10n", "қар", "a" * 260, "%2e"])
NAMES = st.one_of(
    st.text(max_size=40), st.lists(PARTS, max_size=6).map("/".join), st.lists(PARTS, max_size=6).map("".join)
)


@given(NAMES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_name_leads_elsewhere(project: Project, name: str) -> None:
    """Whatever an article is called, its file lies below `source/`, and the name is the way there."""
    try:
        article = receiving.place(project, name, "text")
    except ProjectError:
        return
    assert article.name == name
    assert article.path.resolve() == project.source / f"{name}{article.path.suffix}"
    assert not any(part.startswith(".") for part in Path(name).parts)


def test_what_is_fetched_is_what_is_built(project: Project) -> None:
    """Byte for byte, script variants and fallbacks too; below the gate what is missing is named."""
    text = project.settings_file.read_text(encoding="utf-8").replace('"reviewed"', '"translated"')
    project.settings_file.write_text('variants = ["kk-Latn"]\n' + text, encoding="utf-8")
    (project.source / "note.md").write_text("# Ferry\n\nSee [the ferry](ferry.html).\n", encoding="utf-8")
    project = Project.load(project.folder)
    type_in(project.catalog("ferry", "kk"), KAZAKH)
    l10n(project.folder, "sync", "--by", "aigul")
    built = building.build(project, project.articles(), today=WHEN[:10])
    for one in built.variants:
        offered = building.offer(project, project.article(one.article), one.locale)
        assert offered.variant.publish == one.publish and offered.variant.blocked == one.blocked
        if one.publish:
            written = {(project.build / place).read_bytes() for place in one.places}
            assert {offered.own, offered.page} == written
            assert offered.variant.places == one.places
    assert {one.locale for one in built.variants if one.publish} == {"en", "ru", "kk", "kk-Latn"}
    assert any(not one.publish for one in built.variants)
