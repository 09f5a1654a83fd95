"""A catalog without an article: its template is an extractor's, everything else is as in any catalog."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n import ledger, po
from l10n.errors import CatalogError, ProjectError
from l10n.model import Catalog, Entry
from l10n.project import Project
from l10n.workflow import receiving, replacing, saving, view
from l10n.workflow.replacing import Wanted
from tests.workflow.newsroom import SETTINGS, WHEN, l10n, make, segment_id, tree, type_in

WORDS = SETTINGS.replace("[gate]", 'catalogs = ["desk"]\n[gate]', 1)
SAVE = Entry(None, "Save", references=("desk.html",))
HELLO = Entry(None, "Hello, {name}.", references=("desk.html",), flags=("python-brace-format",))
COUNT = Entry(
    None, "%(num)s segment", ("", ""), "%(num)s segments", references=("desk.html",), flags=("python-format",)
)
FORMS = ("%(num)s сегмент", "%(num)s сегмента", "%(num)s сегментов")


def extracted(project: Project, *entries: Entry) -> None:
    """What an extractor writes."""
    path = project.template("desk")
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(po.dumps(po.new().replace(entries=entries)))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """One article, and the words of a program."""
    project = make(tmp_path, settings=WORDS)
    extracted(project, SAVE, HELLO, COUNT)
    l10n(tmp_path, "sync")
    return project


def words(project: Project, locale: str = "ru") -> Catalog:
    return po.read(project.catalog("desk", locale))


def put(project: Project, source: str, *targets: str) -> None:
    """Type every form of a target."""
    catalog = words(project)
    entries = [e.replace(targets=targets) if e.source == source and not e.obsolete else e for e in catalog.entries]
    po.write(catalog.replace(entries=tuple(entries)), project.catalog("desk", "ru"))


def test_sync_follows_the_template(project: Project) -> None:
    """Its order, places and flags; as many plural forms as the language has; the template stays as it is."""
    template = project.template("desk").read_bytes()

    assert [e.source for e in words(project).entries] == ["Save", "Hello, {name}.", "%(num)s segment"]
    assert [len(words(project, tag).entries[2].targets) for tag in ("en", "ru", "kk")] == [2, 3, 1]
    assert words(project).entries[1].flags == ("python-brace-format",)
    assert words(project).entries[0].references == ("desk.html",)
    before = tree(project.folder)
    assert "desk" not in l10n(project.folder, "sync").stdout
    assert tree(project.folder) == before
    assert project.template("desk").read_bytes() == template


def test_sync_records_who_typed(project: Project) -> None:
    """Plural forms are one text."""
    put(project, "%(num)s segment", *FORMS)
    type_in(project.catalog("desk", "ru"), {"Save": "Сохранить"})
    l10n(project.folder, "sync", "--by", "aigul")
    records = ledger.read(project.ledger("desk", "ru")).records.values()

    assert [(one.verb, one.who) for one in records] == [("translate", "aigul")] * 2
    assert words(project).entries[2].targets == FORMS


def test_words_come_and_go(project: Project) -> None:
    """What is gone is obsolete, what is back is revived with its state, what was reworded is a draft."""
    put(project, "%(num)s segment", *FORMS)
    type_in(project.catalog("desk", "ru"), {"Save": "Сохранить", "Hello, {name}.": "Привет, {name}."})
    l10n(project.folder, "sync", "--by", "aigul")
    extracted(project, HELLO.replace(source="Hello again, {name}."), SAVE)
    l10n(project.folder, "sync")
    hello, save, gone = words(project).entries

    assert (hello.target, hello.fuzzy, hello.previous.source) == ("Привет, {name}.", True, "Hello, {name}.")
    assert (save.target, save.fuzzy) == ("Сохранить", False)
    assert (gone.targets, gone.obsolete) == (FORMS, True)
    extracted(project, HELLO.replace(source="Hello again, {name}."), SAVE, COUNT)
    l10n(project.folder, "sync")
    assert [(e.targets, e.obsolete) for e in words(project).entries][2] == (FORMS, False)
    assert "typed" not in l10n(project.folder, "sync").stdout


def test_a_text_that_gets_a_plural(project: Project) -> None:
    """Nothing typed is lost: the target is the first form of a draft, and back again."""
    type_in(project.catalog("desk", "ru"), {"Save": "Сохранить"})
    extracted(project, SAVE.replace(plural="Save all", targets=("", "")))
    l10n(project.folder, "sync")

    assert words(project).entries[0].targets == ("Сохранить", "", "")
    assert words(project).entries[0].fuzzy
    extracted(project, SAVE)
    l10n(project.folder, "sync")
    assert words(project).entries[0].targets == ("Сохранить",)


def test_back_with_a_plural(project: Project) -> None:
    """What was retired under a key that is another text now goes to the ledger."""
    type_in(project.catalog("desk", "ru"), {"Save": "Сохранить"})
    extracted(project, HELLO)
    l10n(project.folder, "sync")
    extracted(project, HELLO, SAVE.replace(plural="Save all", targets=("", "")))
    l10n(project.folder, "sync")
    records = ledger.read(project.ledger("desk", "ru")).records.values()

    assert words(project).entries[1].empty
    assert [one.targets for one in records if one.verb == "displace"] == [("Сохранить",)]


def test_report_and_review(project: Project) -> None:
    """Rows of their own that are never published, and approvals bound to the text."""
    put(project, "%(num)s segment", *FORMS)
    l10n(project.folder, "sync", "--by", "aigul")
    path = project.catalog("desk", "ru")
    name = segment_id(path, "%(num)s segment")

    assert name in l10n(project.folder, "review", "desk", "-l", "ru").stdout
    assert (
        l10n(project.folder, "review", "desk", "-l", "ru", "--segment", name, "--approve", "--by", "timur").returncode
        == 0
    )
    source = view.source(project, project.article("desk"))
    assert str(view.side(source, "ru").status(("", "%(num)s segment")).state) == "reviewed"
    (line,) = [
        one for one in l10n(project.folder, "report").stdout.splitlines() if one.startswith("desk ") and " ru " in one
    ]
    assert "never" in line
    done = l10n(
        project.folder, "review", "desk", "-l", "ru", "--segment", name, "--send-back", "Forms", "--by", "timur"
    )
    assert done.returncode == 0
    assert words(project).entries[2].fuzzy


def test_check(project: Project) -> None:
    """Placeholders, forms, white space, letters of another alphabet, in every form."""
    put(project, "%(num)s segment", "%(num)s сегмент", "%(num) сегмента", "")
    type_in(project.catalog("desk", "ru"), {"Save": "Coхранить  это", "Hello, {name}.": "Привет, {nаme}."})
    l10n(project.folder, "sync", "--by", "aigul")
    said = l10n(project.folder, "check", "desk", "-l", "ru").stdout

    for code in ("format.directive", "format.blank", "characters.", "whitespace."):
        assert code in said


def test_memory(project: Project) -> None:
    """What a program says is remembered; plural forms, which are no one text, are not."""
    put(project, "%(num)s segment", *FORMS)
    type_in(project.catalog("desk", "ru"), {"Save": "Сохранить"})
    l10n(project.folder, "sync", "--by", "aigul")
    said = l10n(project.folder, "memory", "search", "Save", "-l", "ru").stdout

    assert "Сохранить" in said


def test_build_leaves_it_out(project: Project) -> None:
    """No page is made of it, and `mv` does not move it."""
    l10n(project.folder, "build")

    assert not [path for path in tree(project.folder) if path.startswith("build/") and "desk" in path]
    assert "without an article" in l10n(project.folder, "mv", "desk", "other").stderr
    assert project.orphans() == ()


def test_refused(tmp_path: Path) -> None:
    """A name that an article has, one that is taken, a template that nobody wrote."""
    project = make(tmp_path, settings=WORDS)
    with pytest.raises(CatalogError, match="no such template"):
        view.source(project, project.article("desk"))
    (project.source / "Desk.md").write_text("One.\n", encoding="utf-8")
    with pytest.raises(ProjectError, match="catalog without an article"):
        project.articles()
    (project.source / "Desk.md").unlink()
    with pytest.raises(ProjectError, match="catalog without an article"):
        receiving.place(project, "desk", "markdown")
    for name in ("glossary", "../desk", "Desk", "a b"):
        (tmp_path / "l10n.toml").write_text(f'catalogs = ["{name}"]\n', encoding="utf-8")
        with pytest.raises(ProjectError, match="no name for a catalog"):
            Project.load(tmp_path)


def test_plural_forms_are_typed_together(project: Project) -> None:
    """One text cannot say three forms; three can, and where a language has one form, one can."""
    source = view.source(project, project.article("desk"))
    edit = saving.Edit(COUNT.key, "%(num)s сегмент", "", "aigul")
    with pytest.raises(ProjectError, match="several plural forms"):
        saving.save(source, "ru", [edit], when=WHEN)
    assert saving.save(source, "kk", [edit], when=WHEN).done == (edit,)
    with pytest.raises(ProjectError, match="no plural forms"):
        saving.save(source, "ru", [saving.Edit(SAVE.key, "Сохранить", "", "aigul", ("Сохранить",))], when=WHEN)

    every = saving.Edit(COUNT.key, FORMS[0], "", "aigul", FORMS[1:], ("", ""))
    saved = saving.save(source, "ru", [every], when=WHEN)
    assert saved.done == (every,)
    assert saved.side.entries[COUNT.key].targets == words(project).by_key()[COUNT.key].targets == FORMS
    assert saved.side.status(COUNT.key).translators == ("aigul",)


def test_a_form_that_changed_meanwhile(project: Project) -> None:
    """Whoever saw another form than stands there now is asked, even where the first is the same."""
    put(project, COUNT.source, *FORMS)
    source = view.source(project, project.article("desk"))
    seen = (FORMS[1], "%(num)s сегменты")
    edit = saving.Edit(COUNT.key, "%(num)s отрезок", FORMS[0], "aigul", FORMS[1:], seen)
    assert saving.save(source, "ru", [edit], when=WHEN).stale == (edit,)
    assert words(project).by_key()[COUNT.key].targets == FORMS

    same = saving.Edit(COUNT.key, FORMS[0], FORMS[0], "aigul", FORMS[1:], seen)
    assert saving.save(source, "ru", [same], when=WHEN).done == (same,)


def test_find_and_replace_passes_plural_forms_over(project: Project) -> None:
    """A word has as many places there as forms; other texts of the catalog are changed."""
    put(project, COUNT.source, *FORMS)
    side = view.side(view.source(project, project.article("desk")), "ru")
    assert list(replacing.places(side, Wanted("сегмент", "отрезок"))) == []
