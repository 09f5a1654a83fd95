"""What is offered to whoever translates one segment."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n import po
from l10n.model import JOINED, Entry, Key
from l10n.project import Project
from l10n.workflow import mentions, naming, offering, remembering, saving, view
from l10n.workflow.offering import Named
from tests.workflow.newsroom import ARTICLE, RUSSIAN, SETTINGS, WHEN, l10n, make, type_in

GLOSSARY = """
[[name]]
form = "Gulnar Asetova"
kind = "person"
sex = "female"
note = "head of the ferry's crew"
[[name]]
form = "Ile"
kind = "place"
"""
SECOND = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Ile</title></head>
<body><article>
<h1>The ferry of the Ile</h1>
<p>Gulnar Asetova's ferry takes <b>14 cars</b>. It takes 12 old cars.</p>
<p>Photo: Gulnar Asetova</p>
</article></body></html>
"""
HERS: Key = ("p", "Gulnar Asetova's ferry takes <b1>14 cars</b1>.")
OLD: Key = ("p", "It takes 12 old cars.")
PHOTO: Key = ("p", "Photo: Gulnar Asetova")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = make(tmp_path, ARTICLE, SETTINGS + '[engines.pseudo]\nlocales = ["kk"]\n')
    (project.source / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")
    (project.source / "second.html").write_text(SECOND, encoding="utf-8")
    l10n(tmp_path, "sync")
    type_in(project.catalog("ferry", "ru"), RUSSIAN)
    type_in(project.catalog("glossary", "ru"), {"Gulnar Asetova": "Гульнар Асетова"})
    l10n(tmp_path, "sync", "--by", "aigul")
    return project


def side_of(project: Project, locale: str = "ru") -> view.Side:
    return view.side(mentions.source(project, project.article("second")), locale)


def named(side: view.Side, key: Key) -> list[Named]:
    assert side.source.named is not None
    return offering.named(side.source.named()[key], naming.load(side.source.project), side.locale)


def test_names(project: Project) -> None:
    """With their renderings, drafts of renderings, notes; in the cases that are certain, each form once."""
    one, *_ = named(side_of(project), HERS)
    assert one.term is not None
    assert (one.name.form, one.term.form, one.is_draft, one.note) == (
        "Gulnar Asetova",
        "Гульнар Асетова",
        False,
        "head of the ferry's crew",
    )
    forms = offering.cases(one.term, "ru")
    assert ("genitive", "Гульнар Асетовой") in forms
    assert len({form for _, form in forms}) == len(forms) and one.term.form not in dict(forms).values()

    headline = next(key for key in side_of(project).entries if key[0] == "headline")
    assert [(one.name.form, one.is_draft) for one in named(side_of(project), headline)] == [("Ile", True)]


def test_matches(project: Project) -> None:
    """With the codes of the segment, or none, and the way from one source to the other."""
    with remembering.opened(project) as (memory, _):
        (first, *_) = offering.matching(side_of(project), OLD, memory)
        own = offering.matching(
            view.side(mentions.source(project, project.article("ferry")), "ru"), ("p", "It takes 12 cars."), memory
        )

    assert (first.target, first.match.who, first.match.article, first.is_bare) == (
        "Он берёт 12 машин.",
        "aigul",
        "ferry",
        False,
    )
    assert ("+", "old ") in first.diff or ("+", " old") in first.diff
    assert own == [], "a segment is no match of itself"


def test_words_of_a_program(tmp_path: Path) -> None:
    """What a program says is no match for an article, however close it is; for the program it is one."""
    project = make(tmp_path, ARTICLE, SETTINGS.replace("[gate]", 'catalogs = ["desk", "phone"]\n[gate]', 1))
    for name in project.settings.catalogs:
        project.template(name).parent.mkdir(exist_ok=True)
        entries = (Entry(None, "It takes 12 cars."), Entry(None, f"Save on the {name}"))
        project.template(name).write_bytes(po.dumps(po.new().replace(entries=entries)))
    l10n(tmp_path, "sync")
    type_in(project.catalog("desk", "ru"), {"It takes 12 cars.": "Входит 12 машин."})
    l10n(tmp_path, "sync", "--by", "aigul")

    def offered(name: str, context: str) -> list[str]:
        side = view.side(mentions.source(project, project.article(name)), "ru")
        return [one.target for one in offering.matching(side, (context, "It takes 12 cars."), memory)]

    with remembering.opened(project) as (memory, _):
        assert offered("ferry", "p") == []
        assert offered("phone", "") == ["Входит 12 машин."]


def test_no_worse_than_the_settings_say(project: Project) -> None:
    """`[memory] least` holds at the desk, too."""
    with remembering.opened(project) as (memory, _):
        found = offering.matching(side_of(project), OLD, memory)
    assert found and all(one.match.score >= project.settings.memory.least for one in found)


def test_no_words(project: Project) -> None:
    """A credit of a known name is written at once."""
    side = side_of(project)
    assert side.source.named is not None
    made = offering.wordless(side, PHOTO, side.source.named()[PHOTO], naming.load(project))
    assert made is not None and (made.target, made.origin) == ("Фото: Гульнар Асетова", "names and figures")
    assert offering.wordless(side, OLD, (), naming.load(project)) is None


def test_engines(project: Project) -> None:
    """Those that the settings name for the locale; asked, they say something with the codes in it."""
    assert offering.engines(side_of(project), {}) == []
    assert offering.engines(side_of(project, "kk"), {}) == ["pseudo"]
    answer, why = offering.asking(side_of(project, "kk"), HERS, (), environ={})
    assert answer.engine == "pseudo" and "<b1>" in answer.target and not why
    assert offering.asking(side_of(project), HERS, (), environ={})[0].target == ""


def test_joined(project: Project) -> None:
    """What is said in one target is asked for as one."""
    saving.save(side_of(project).source, "ru", [saving.Edit(OLD, JOINED, "", "aigul")], when=WHEN)
    assert offering.place(side_of(project), HERS).source == f"{HERS[1]} {OLD[1]}"
