"""What a published page shows while its source moves on, and what an editor may approve for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from l10n import ledger, workflow
from l10n.errors import ProjectError
from l10n.project import Project
from l10n.workflow import reviewing
from l10n.workflow.reviewing import Filter
from tests.workflow.newsroom import RUSSIAN, SETTINGS, WHEN, edit_source, l10n, make, segment_id, type_in

TRANSLATED = SETTINGS.replace('state = "reviewed"', 'state = "translated"')
PARAGRAPHS = 'segment = "paragraph"\n' + SETTINGS


def sync(project: Project, by: str = "") -> None:
    workflow.sync_articles(project, project.articles(), workflow.Options(when=WHEN, by=by))


def page(project: Project) -> str:
    """The Russian page of a new build."""
    workflow.build(project, project.articles())
    return (project.build / "ru" / "ferry.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("synced", [False, True])
def test_a_translation_stays_while_its_source_moves_on(tmp_path: Path, synced: bool) -> None:
    """Where the gate asks for a translation, the one of the sentence as it was stays in the page."""
    project = make(tmp_path, settings=TRANSLATED)
    sync(project)
    type_in(project.catalog("ferry", "ru"), RUSSIAN)
    sync(project, by="aigul")
    page(project)
    edit_source(project, "It takes 12 cars.", "It takes 20 cars.")
    if synced:
        sync(project)

    assert "Он берёт 12 машин." in page(project)


def test_a_draft_that_nobody_stood_for_is_not_shown(tmp_path: Path) -> None:
    """A draft of a machine never met the gate, and does not become a text of before when its source changes."""
    project = make(tmp_path, settings=TRANSLATED)
    sync(project)
    type_in(project.catalog("ferry", "ru"), RUSSIAN | {"It takes 12 cars.": ""})
    sync(project, by="aigul")
    machine = project.catalog("ferry", "ru")
    said = machine.read_text(encoding="utf-8")
    drafted = said.replace(
        'msgid "It takes 12 cars."\nmsgstr ""', 'msgid "It takes 12 cars."\nmsgstr "Двенадцать машин."'
    ).replace('msgctxt "p"\nmsgid "It takes 12', '#, fuzzy\nmsgctxt "p"\nmsgid "It takes 12')
    assert drafted != said
    machine.write_text(drafted, encoding="utf-8")
    sync(project)
    edit_source(project, "It takes 12 cars.", "It takes 20 cars.")
    lenient = replace(project.settings.gate, share=0.0, fallback={"default": "approved"})
    shown = replace(project, settings=replace(project.settings, gate=lenient))

    built = workflow.build(shown, shown.articles())

    (russian,) = [one for one in built.variants if one.locale == "ru"]
    assert not russian.publish


@pytest.mark.parametrize("settings", [PARAGRAPHS, PARAGRAPHS.replace('"reviewed"', '"translated"')])
def test_a_paragraph_cut_in_two_says_nothing_twice(tmp_path: Path, settings: str) -> None:
    """The text of a whole paragraph stands in neither of the two that it was cut into."""
    project = make(tmp_path, settings=settings)
    sync(project)
    type_in(project.catalog("ferry", "ru"), lambda source: source.upper().replace("<A1>", "<a1>").replace("/A1", "/a1"))
    sync(project, by="aigul")
    articles, wanted = project.articles(), Filter(locales=("ru",))
    listed = {f"{i.article}\t{i.locale}\t{i.id}": i.status.digest for i in reviewing.items(project, articles, wanted)}
    reviewing.act(project, articles, wanted, ledger.approve, who="timur", when=WHEN, listed=listed)
    assert page(project).count("TICKETS COST 500 TENGE.") == 1
    edit_source(project, "cars. Tickets", "cars.</p>\n<p>Tickets")

    assert page(project).count("TICKETS COST 500 TENGE.") <= 1


@pytest.fixture
def broken(tmp_path: Path) -> Project:
    """A project where a link is missing in one Russian sentence, and all Russian texts are nobody's we know."""
    project = make(tmp_path)
    sync(project)
    type_in(project.catalog("ferry", "ru"), RUSSIAN | {"Drivers waited <a1>on the bank</a1> since dawn.": "Ждали."})
    sync(project)
    return project


def test_broken_codes_are_not_approved(broken: Project) -> None:
    """A target that no page can show is named as such, and stays unapproved."""
    listing = l10n(broken.folder, "review", "-l", "ru").stdout
    assert "its codes are broken: `<a1>` is missing" in listing

    done = l10n(broken.folder, "review", "-l", "ru", "--approve", "--by", "timur")

    assert done.returncode == 1
    assert "7 segments approved" in done.stdout
    assert "its codes are broken" in done.stdout


def test_an_unknown_translator_can_be_named(broken: Project) -> None:
    """Whoever stands for texts that somebody unknown typed is their translator from then on."""
    assert l10n(broken.folder, "review", "-l", "ru", "--claims").stdout.count("somebody unknown") == 8
    assert l10n(broken.folder, "review", "-l", "ru", "--accept-claims", "--by", "aigul").returncode == 0
    assert "somebody unknown" not in l10n(broken.folder, "review", "-l", "ru").stdout

    l10n(broken.folder, "review", "-l", "ru", "--approve", "--by", "timur")

    items = reviewing.items(broken, broken.articles(), Filter(locales=("ru",)))
    assert sum(item.status.four_eyes for item in items) == 7


def test_drafts_that_a_program_let_stand_are_named(tmp_path: Path) -> None:
    """Where all drafts lose their flag at once, sync says so, and what to do if a person read them."""
    project = make(tmp_path)
    sync(project)
    type_in(project.catalog("ferry", "ru"), RUSSIAN)
    sync(project, by="aigul")
    edit_source(project, "It takes 12 cars.", "It takes 20 cars.")
    sync(project)
    type_in(project.catalog("ferry", "ru"), RUSSIAN | {"It takes 20 cars.": RUSSIAN["It takes 12 cars."]})

    done = l10n(project.folder, "sync")

    assert "ferry · ru: 1 lost the fuzzy flag, unchanged\n" in done.stdout
    assert "`l10n review --claims`" in done.stderr
    assert "It takes 20 cars." in l10n(project.folder, "review", "ferry", "-l", "ru", "--claims").stdout
    assert l10n(project.folder, "review", "-l", "ru", "--accept-claims", "--by", "aigul").returncode == 0


def test_a_digest_means_one_locale(broken: Project) -> None:
    """ID@DIGEST is one text: the other locales of the segment are not mentioned."""
    type_in(broken.catalog("ferry", "kk"), {"A ferry": "Паромша"})
    name = segment_id(broken.catalog("ferry", "ru"), "A ferry")
    (kazakh,) = reviewing.items(broken, broken.articles(), Filter(locales=("kk",), segments=(name,)))

    done = l10n(broken.folder, "review", "-s", f"{name}@{kazakh.status.digest[:12]}", "--approve", "--by", "timur")

    assert (done.returncode, done.stdout) == (0, "ferry · kk: 1 segment approved\n")


@pytest.mark.parametrize(
    "words",
    [
        ("review", "-l", "xx"),
        ("report", "-l", "xx"),
        ("review", "-s", "zzzz"),
        ("review", "-s", ""),
        ("review", "--send-back", " "),
        ("report", "--json", "--csv"),
    ],
)
def test_what_is_not_there_is_named(broken: Project, words: tuple[str, ...]) -> None:
    """A locale, a segment or a reason that is not there is wrong usage, not an empty answer."""
    assert l10n(broken.folder, *words).returncode == 2


def test_require_takes_beginnings(broken: Project) -> None:
    """The beginning of an id is enough."""
    reviewing.require(broken, broken.articles(), [segment_id(broken.catalog("ferry", "ru"), "A ferry")[:4]])
    with pytest.raises(ProjectError):
        reviewing.require(broken, broken.articles(), ["zz"])


@pytest.mark.parametrize("name", ["road.md", "road.txt"])
def test_a_headline_left_as_it_was_says_its_language(tmp_path: Path, name: str) -> None:
    """On the page of a Markdown or text article, headline and deck in the source language carry lang and dir."""
    matter = "---\ntitle: The road is closed\ndeck: Snow fell for three days\n---\n\n"
    plain = "The road is closed\n\nSnow fell for three days\n\n"
    body = "Lorries waited at the pass. The first of them left on Sunday, when the plough had come back."
    project = make(tmp_path, settings='locales = ["en", "ug"]\n[gate]\nshare = 0.0\nfallback = {default = "source"}\n')
    (project.source / name).write_text((matter if name.endswith("md") else plain) + body, encoding="utf-8")

    workflow.build(project, project.articles())

    page = (project.build / "ug" / "road.html").read_text(encoding="utf-8")
    assert '<h1><span lang="en" dir="ltr">The road is closed</span></h1>' in page
    assert '<p class="deck"><span lang="en" dir="ltr">Snow fell for three days</span></p>' in page
    assert "<h1>The road is closed</h1>" in (project.build / "en" / "road.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["road.html", "road.md", "road.txt"])
def test_neighbours_left_as_they_were_are_one_passage(tmp_path: Path, name: str) -> None:
    """Sentences left in the source language, side by side, are read in its order; a translated one parts them."""
    gate = 'state = "translated"\nshare = 0.0\nfallback = {default = "source"}\n'
    project = make(tmp_path, settings=f'locales = ["en", "ug"]\n[gate]\n{gate}')
    said = "Lorries waited. The first left on Sunday. The plough was back. Nobody was hurt."
    text = f"<h1>The road</h1><p>{said}</p>" if name.endswith("html") else f"# The road\n\n{said}\n"
    (project.source / name).write_text(text.removeprefix("# " * name.endswith("txt")), encoding="utf-8")
    sync(project)
    type_in(project.catalog("road", "ug"), {"The plough was back.": "قار تازىلىغۇچ قايتىپ كەلدى."})

    workflow.build(project, project.articles())

    page = (project.build / "ug" / "road.html").read_text(encoding="utf-8")
    left = '<span lang="en" dir="ltr">'
    assert f"{left}Lorries waited. The first left on Sunday.</span> قار" in page
    assert f"كەلدى. {left}Nobody was hurt.</span>" in page
