"""The glossary is an article: synced, reviewed and reported like the others, and no page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from l10n import glossary, po
from l10n.errors import GlossaryError
from l10n.model import State
from l10n.project import Project
from l10n.workflow import naming
from tests.workflow.newsroom import edit_source, l10n, make, segment_id, tree, type_in

GLOSSARY = """\
# names of the Ile delta
[[name]]
form = "Gulnar Asetova"
kind = "person"
sex = "female"
origin = "kaz"

[[name]]
form = "J. K. Omarov"
kind = "person"
also = ["Zhaksylyk Omarov"]
never = {ru = ["Ж. К. Умаров"]}

[[name]]
form = "Ile"
kind = "place"
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A newsroom with an article and a glossary, synced."""
    project = make(tmp_path)
    (project.source / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")
    assert l10n(tmp_path, "sync").returncode == 0
    return project


def test_sync(project: Project) -> None:
    """Each name is one entry, by its kind, with what a translator has to know; a second sync changes nothing."""
    before = tree(project.folder)
    entries = {entry.source: entry for entry in po.read(project.catalog("glossary", "ru")).entries}

    assert {source: entry.context for source, entry in entries.items()} == {
        "Gulnar Asetova": "person",
        "J. K. Omarov": "person",
        "Ile": "place",
    }
    assert entries["Gulnar Asetova"].extracted[:2] == ("person 1", "about: female, from Kazakh (kaz)")
    assert "about: never Ж. К. Умаров" in entries["J. K. Omarov"].extracted
    assert (
        "about: never Ж. К. Умаров"
        not in po.read(project.template("glossary")).by_key()["person", "J. K. Omarov"].extracted
    )
    assert entries["Ile"].references == ("source/glossary.toml:15",)
    assert l10n(project.folder, "sync").returncode == 0
    assert tree(project.folder) == before


def test_review_and_terms(project: Project) -> None:
    """A rendering that was approved is a reviewed term; a changed one is not; others are drafts or not there."""
    catalog = project.catalog("glossary", "ru")
    type_in(catalog, {"Gulnar Asetova": "Гульнар Асетова", "Ile": "Или"})
    (entry,) = [one for one in po.read(catalog).entries if one.source == "Ile"]
    said = ("l10n-also: река Или", "l10n-never: Иле")
    loaded = po.read(catalog)
    po.write(
        loaded.replace(entries=tuple(e.replace(comments=said) if e == entry else e for e in loaded.entries)), catalog
    )
    l10n(project.folder, "sync", "--by", "aigul")
    l10n(project.folder, "review", "glossary", "-l", "ru")
    done = l10n(project.folder, "review", "-s", segment_id(catalog, "Ile"), "--approve", "--by", "timur")
    found = naming.load(project)
    woman, river = found.terms("ru", State.TRANSLATED)

    assert done.returncode == 0, done.stderr
    assert (woman.form, woman.sex, woman.origin, found.state(woman.id, "ru")) == (
        "Гульнар Асетова",
        "female",
        "kaz",
        State.TRANSLATED,
    )
    assert (river.form, river.also, river.never, found.state(river.id, "ru")) == (
        "Или",
        ("река Или",),
        ("Иле",),
        State.REVIEWED,
    )
    assert naming.load(project) is found

    type_in(catalog, {"Ile": "Иле"})
    assert naming.load(project).state("Ile", "ru") == State.TRANSLATED


def test_also_and_never_are_no_questions_and_survive(project: Project) -> None:
    """Forms that a person admitted or forbade stay with their entry, even where it has no target and its name goes."""
    catalog = project.catalog("glossary", "kk")
    loaded = po.read(catalog)
    said = ("l10n-never: Или",)
    po.write(
        loaded.replace(entries=tuple(e.replace(comments=said) if e.source == "Ile" else e for e in loaded.entries)),
        catalog,
    )
    l10n(project.folder, "sync")
    questions = [row["questions"] for row in json.loads(l10n(project.folder, "report", "--json").stdout)["rows"]]
    edit_source(project, '[[name]]\nform = "Ile"\nkind = "place"\n', "", "glossary.toml")
    l10n(project.folder, "sync")
    (gone,) = [entry for entry in po.read(catalog).entries if entry.source == "Ile"]

    assert set(questions) == {0}
    assert (gone.obsolete, gone.comments) == (True, said)


def test_report_and_build(project: Project) -> None:
    """The glossary has its own line, which no total counts, and never waits for a publisher; no page is made of it."""
    report = json.loads(l10n(project.folder, "report", "--json").stdout)
    rows = {(row["article"], row["locale"]): row for row in report["rows"]}
    (total,) = [row for row in report["totals"] if row["locale"] == "ru"]
    l10n(project.folder, "build")
    alone = l10n(project.folder, "build", "glossary")

    assert list(rows) == [("ferry", "kk"), ("ferry", "ru"), ("glossary", "kk"), ("glossary", "ru")]
    assert total["segments"]["total"] == rows["ferry", "ru"]["segments"]["total"]
    assert (rows["glossary", "ru"]["published"], rows["ferry", "ru"]["published"]) == ("never", "")
    assert not [path for path in project.build.rglob("*") if "glossary" in path.name]
    assert (alone.returncode, "no page" in alone.stderr) == (2, True)


def test_a_name_that_changes_keeps_its_rendering_as_a_draft(project: Project) -> None:
    """Another English spelling: the rendering stays, to be looked at."""
    catalog = project.catalog("glossary", "ru")
    type_in(catalog, {"Gulnar Asetova": "Гульнар Асетова"})
    edit_source(project, "Gulnar Asetova", "Gulnara Asetova", "glossary.toml")
    l10n(project.folder, "sync")
    entry = po.read(catalog).by_key()["person", "Gulnara Asetova"]

    assert (entry.target, entry.fuzzy) == ("Гульнар Асетова", True)


def test_namesakes(project: Project) -> None:
    """Two people of one name have an entry each, told apart by the id; a third without one is refused."""
    path = project.source / "glossary.toml"
    path.write_text(GLOSSARY + '\n[[name]]\nform = "J. K. Omarov"\nkind = "person"\nid = "judge"\n', encoding="utf-8")
    type_in(project.catalog("glossary", "ru"), {"J. K. Omarov": "Ж. К. Омаров"})
    assert l10n(project.folder, "sync").returncode == 0
    contexts = {e.context: e.target for e in po.read(project.catalog("glossary", "ru")).entries if "Omarov" in e.source}
    refs = [term.id for term in naming.load(project).terms("en")]

    assert set(contexts) == {"person", "person #judge"}
    assert contexts["person"] == "Ж. К. Омаров"
    assert refs == ["Gulnar Asetova", "J. K. Omarov", "Ile", "J. K. Omarov #judge"]


def test_english_is_its_language_whatever_the_articles_are_written_in(tmp_path: Path) -> None:
    """A project without English has a glossary all the same."""
    project = make(tmp_path, settings='locales = ["ru", "kk"]\n[article.ferry]\nsource-locale = "ru"\n')
    (project.source / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")

    assert l10n(tmp_path, "sync").returncode == 0
    assert sorted(path.parent.name for path in project.locales.glob("*/glossary.po")) == ["kk", "ru"]
    assert [term.form for term in naming.load(project).terms("en")] == ["Gulnar Asetova", "J. K. Omarov", "Ile"]


def test_a_fault_stops_everything_and_names_its_line(project: Project) -> None:
    """A glossary that cannot be meant changes no file, and the error says where."""
    (project.source / "glossary.toml").write_text(GLOSSARY + '[[name]]\nform = "Ile"\n', encoding="utf-8")
    before = tree(project.folder)
    done = l10n(project.folder, "sync")

    assert done.returncode == 2
    assert "`source/glossary.toml` line 18: `Ile` has two entries" in done.stderr
    assert tree(project.folder) == before


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("Или\u202e", "a mark of direction"),
        ("Илe", "mixes alphabets"),
        ("И" * 10_000, "10,000 characters"),
        ("и  ли", "a space too many"),
    ],
)
def test_an_odd_rendering_is_told(project: Project, form: str, said: str) -> None:
    """What a translator typed stays, and sync says what is odd about it, with the file and the line."""
    catalog = project.catalog("glossary", "ru")
    type_in(catalog, {"Ile": form})
    done = l10n(project.folder, "sync", "--by", "aigul")
    line = next(entry.line for entry in po.read(catalog).entries if entry.source == "Ile")

    assert done.returncode == 0
    assert f"warning: `locales/ru/glossary.po` line {line}: " in done.stderr
    assert said in done.stderr
    assert naming.load(project).state("Ile", "ru") == State.TRANSLATED


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("l10n-never: Или", "`Или` is forbidden and admitted"),
        ("l10n-also: Илья", "`Илья` is forbidden and admitted"),
        ("l10n-also: Или; река Или", "write one form a line"),
        ("l10n-never: \x1b[31mred", "a character that is not seen"),
    ],
)
def test_odd_forms_beside_a_rendering_are_told(project: Project, line: str, said: str) -> None:
    """They stay, sync says what is odd, and what cannot be seen gets into no other file."""
    edit_source(project, 'form = "Ile"\n', 'form = "Ile"\nnever = {ru = ["Илья"]}\n', "glossary.toml")
    edit_source(project, "Tickets cost", "At Ile tickets cost")
    catalog = project.catalog("glossary", "ru")
    l10n(project.folder, "sync")
    entries = po.read(catalog).entries
    edited = tuple(e.replace(targets=("Или",), comments=(line,)) if e.source == "Ile" else e for e in entries)
    po.write(po.read(catalog).replace(entries=edited), catalog)
    done = l10n(project.folder, "sync", "--by", "aigul")

    assert said in done.stderr
    assert "\x1b" not in done.stdout + done.stderr + project.catalog("ferry", "ru").read_text("utf-8")
    assert any(line in entry.comments for entry in po.read(catalog).entries)


def test_no_glossary(tmp_path: Path) -> None:
    """A project without one has no names, and nothing is made."""
    project = make(tmp_path)
    l10n(tmp_path, "sync")

    assert naming.load(project).terms("ru") == ()
    assert not list(project.locales.rglob("glossary*"))


def test_entries_are_written_to_the_file(project: Project) -> None:
    """A change of the file is whole, is made where there is no file yet, and keeps a byte order mark."""
    path = project.source / "glossary.toml"
    new = [glossary.Name("Qapshaghai", "place")]

    assert naming.edit(project, lambda text: glossary.added(text, new))
    assert path.read_text(encoding="utf-8") == GLOSSARY + '\n[[name]]\nform = "Qapshaghai"\nkind = "place"\n'
    assert not naming.edit(project, lambda text: text)

    path.write_bytes(b"\xef\xbb\xbf# ours\r\n")
    naming.edit(project, lambda text: glossary.added(text, new))
    assert path.read_bytes() == b'\xef\xbb\xbf# ours\r\n\r\n[[name]]\r\nform = "Qapshaghai"\r\nkind = "place"\r\n'

    path.unlink()
    naming.edit(project, lambda text: glossary.added(text, new))
    assert [term.form for term in naming.load(project).terms("en")] == ["Qapshaghai"]


def test_a_file_that_was_saved_meanwhile_stays(project: Project) -> None:
    """Somebody saves the glossary while it is being changed: the change is refused, the file named."""
    path = project.source / "glossary.toml"

    def change(text: str) -> str:
        path.write_text(GLOSSARY + "# typed just now, and quite long\n", encoding="utf-8")
        return text + "# ours\n"

    with pytest.raises(GlossaryError, match="another program saved it") as refused:
        naming.edit(project, change)
    assert refused.value.where == "source/glossary.toml"
    assert "typed just now" in path.read_text(encoding="utf-8")


def test_what_has_no_form_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that can only be translated says that no form is known, and the next sync does not ask again."""
    project = make(tmp_path)
    (project.source / "glossary.toml").write_text('[[name]]\nform = "Steppe Ferry Institute"\nkind = "organisation"\n')
    l10n(tmp_path, "sync")
    (entry,) = po.read(project.catalog("glossary", "ru")).entries

    assert entry.empty
    assert "no form is known, from: en Steppe Ferry Institute" in entry.extracted
    monkeypatch.setattr("l10n.names.candidates", lambda *asked: pytest.fail("asked again"))
    before = tree(tmp_path)
    assert l10n(tmp_path, "sync").returncode == 0
    assert tree(tmp_path) == before
