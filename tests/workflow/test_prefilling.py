"""What nobody has rendered yet is drafted when it is synced, and stays a draft until somebody stands for it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from l10n import po
from l10n.model import Entry, State
from l10n.names import Candidate
from l10n.project import Project
from l10n.workflow import Options, naming, sync_articles, view
from tests.workflow.newsroom import edit_source, l10n, make, segment_id, tree, type_in

GLOSSARY = """\
[[name]]
form = "Gulnar Asetova"
kind = "person"
origin = "kaz"
original = "Гүлнар Әсетова"

[[name]]
form = "Kazakhstan"
kind = "place"

[[name]]
form = "press freedom"

[[name]]
form = "Steppe News"
kind = "organisation"
translate = false
"""


def entry(project: Project, locale: str, source: str) -> Entry:
    """The active entry of a name."""
    return next(one for one in po.read(project.catalog("glossary", locale)).entries if one.source == source)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A newsroom with a glossary that nobody synced."""
    project = make(tmp_path)
    (project.source / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")
    return project


def test_drafts(project: Project) -> None:
    """A draft is fuzzy and names its standard and its reason; words of the language are left to the translator."""
    done = l10n(project.folder, "sync")
    own, place = entry(project, "kk", "Gulnar Asetova"), entry(project, "ru", "Kazakhstan")

    assert (own.target, own.fuzzy) == ("Гүлнар Әсетова", True)
    assert own.comments == ("l10n-origin: own script; the form of its own language, from the glossary",)
    assert "drafted from: en Gulnar Asetova; kk Гүлнар Әсетова" in own.extracted
    assert (place.target, place.fuzzy, place.comments[0][:17]) == ("Казахстан", True, "l10n-origin: CLDR")
    assert entry(project, "ru", "press freedom").target == ""
    assert "typed" not in done.stdout
    assert naming.load(project).terms("kk", State.TRANSLATED)[0].form == "Steppe News"


def test_a_sync_reads_each_catalog_once_and_counts_the_drafts(project: Project, monkeypatch) -> None:
    """What the drafts of other locales follow from is what is written; a terminal is told how far they are."""
    read: list[str] = []
    told: list[tuple[int, int]] = []
    align = view.aligned

    def counted(source: view.Source, locale: str, **how: object) -> view.Aligned:
        read.append(f"{source.article.name} {locale}")
        return align(source, locale, **how)

    monkeypatch.setattr(view, "aligned", counted)
    options = Options(when="2026-03-14T09:30:00Z")
    sync_articles(project, project.articles(), options, drafting=lambda *step: told.append(step))

    assert sorted(read) == sorted({*read})
    assert "glossary kk" in read
    locales = len(project.settings.locales) - 1
    assert told == [(place * 4, locales * 4) for place in range(locales)]


def test_what_is_not_translated(project: Project) -> None:
    """It is its own rendering, no draft, and waits for an editor; what a person typed instead stays."""
    l10n(project.folder, "sync", "--by", "aigul")
    same = entry(project, "ru", "Steppe News")
    shown = l10n(project.folder, "review", "glossary", "-l", "ru")
    type_in(project.catalog("glossary", "ru"), {"Steppe News": "Степные новости"})
    l10n(project.folder, "sync")

    assert (same.target, same.fuzzy, same.comments) == ("Steppe News", False, ())
    assert "typed by aigul" in shown.stdout
    assert entry(project, "ru", "Steppe News").target == "Степные новости"
    assert [term.form for term in naming.load(project).terms("ru") if not term.translate] == ["Steppe News"]


def test_idempotent(project: Project) -> None:
    """A second sync changes nothing, whatever candidates there are by then."""
    l10n(project.folder, "sync")
    before = tree(project.folder)
    l10n(project.folder, "sync")

    assert tree(project.folder) == before


def fake(name: str, source: str, target: str, origin: str | None, known: Mapping[str, str]) -> list[Candidate]:
    """Candidates that show what they were made from."""
    said = known.get("ru", name)
    return [
        Candidate(f"{said} {target}", "letter table", "for this test"),
        Candidate(f"{said} {target} 2", "other", ""),
    ]


def test_a_typed_form_makes_the_other_drafts_anew(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Russian form is typed: the Kazakh draft follows it; the one that stood there is among the other forms."""
    monkeypatch.setattr("l10n.workflow.prefilling.names.candidates", fake)
    l10n(project.folder, "sync")
    before = entry(project, "kk", "Kazakhstan")
    type_in(project.catalog("glossary", "ru"), {"Kazakhstan": "Казахстан"})
    l10n(project.folder, "sync", "--by", "aigul")
    after = entry(project, "kk", "Kazakhstan")
    still = tree(project.folder)
    l10n(project.folder, "sync")

    assert before.target == "Kazakhstan kk" and "other forms: Kazakhstan kk 2 (other)" in before.extracted
    assert (after.target, after.fuzzy) == ("Казахстан kk", True)
    assert after.extracted[-2:] == (
        "drafted from: en Kazakhstan; ru Казахстан",
        "other forms: Казахстан kk 2 (other); Kazakhstan kk (the draft before)",
    )
    assert all(len(line) <= 74 for line in (*after.extracted, *after.comments)), "Babel would wrap it"
    assert tree(project.folder) == still


@pytest.mark.parametrize("how", ["typed", "flag cleared", "approved", "sent back"])
def test_what_a_person_looked_at_stays(project: Project, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    """A rendering that a person typed, let stand, approved or sent back is never made anew."""
    monkeypatch.setattr("l10n.workflow.prefilling.names.candidates", fake)
    l10n(project.folder, "sync")
    catalog = project.catalog("glossary", "kk")
    said = "Қазақстан" if how == "typed" else "Kazakhstan kk"
    type_in(catalog, {"Kazakhstan": said})
    l10n(project.folder, "sync", "--by", "aigul")
    if how in ("approved", "sent back"):
        l10n(project.folder, "review", "glossary", "-l", "kk", "--all")
        verb = ["--approve"] if how == "approved" else ["--send-back", "This is no name."]
        done = l10n(project.folder, "review", "-s", segment_id(catalog, "Kazakhstan"), *verb, "--by", "timur")
        assert done.returncode == 0, done
    type_in(project.catalog("glossary", "ru"), {"Kazakhstan": "Казахстан"})
    l10n(project.folder, "sync", "--by", "aigul")
    edit_source(project, "Gulnar Asetova", "Gulnara Asetova", "glossary.toml")
    l10n(project.folder, "sync", "--by", "aigul")

    assert entry(project, "kk", "Kazakhstan").target == said


def test_a_name_that_changed_after_its_draft_was_accepted_keeps_it(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The accepted rendering of another spelling is a draft for a person, and not ours any more."""
    monkeypatch.setattr("l10n.workflow.prefilling.names.candidates", fake)
    l10n(project.folder, "sync")
    type_in(project.catalog("glossary", "kk"), {"Gulnar Asetova": "Gulnar Asetova kk"})
    l10n(project.folder, "sync", "--by", "aigul")
    edit_source(project, "Gulnar Asetova", "Gulnara Asetova", "glossary.toml")
    l10n(project.folder, "sync")
    kept = entry(project, "kk", "Gulnara Asetova")

    assert (kept.target, kept.fuzzy) == ("Gulnar Asetova kk", True)


def test_a_chinese_name_reaches_kazakh_by_way_of_russian(project: Project) -> None:
    """Kazakhstan takes the Russian form; it is told, and a second sync does not make the draft anew."""
    more = '\n[[name]]\nform = "Wang Ming"\nkind = "person"\norigin = "zho"\n'
    (project.source / "glossary.toml").write_text(GLOSSARY + more, encoding="utf-8")
    l10n(project.folder, "sync")
    before = tree(project.folder)
    l10n(project.folder, "sync")
    kazakh = entry(project, "kk", "Wang Ming")

    assert (entry(project, "ru", "Wang Ming").target, kazakh.target) == ("Ван Мин", "Ван Мин")
    assert kazakh.extracted[2:4] == ("drafted from: en Wang Ming", "by way of: ru Ван Мин")
    assert tree(project.folder) == before
