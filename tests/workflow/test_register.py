"""The glossary as a table; where a name is used; entries and forms written by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n import po
from l10n.errors import GlossaryError, ProjectError
from l10n.glossary import Name
from l10n.project import Project
from l10n.workflow import Options, admitting, entries, naming, register, usage, view
from l10n.workflow.admitting import Forms
from l10n.workflow.register import Asked, Row
from tests.workflow.newsroom import ARTICLE, SETTINGS, WHEN, l10n, make, type_in

GLOSSARY = """\
# People first.
[[name]]
form = "Gulnar Asetova"   # of the ferry
kind = "person"
sex = "female"

[[name]]
form = "Daulet Serikov"
kind = "person"
sex = "male"
also = ["D. S."]

[[name]]
form = "Ile"
kind = "place"
"""
STORY = ARTICLE.replace("It takes 12 cars.", "<b>G</b>ulnar Asetova crossed the Ile. It takes 12 cars.")
RENDERINGS = {
    "ru": {"Gulnar Asetova": "Гульнар Асетова", "Ile": "Или"},
    "kk": {"Daulet Serikov": "Дәулет Серіков"},
    "ug": {"Gulnar Asetova": "گۈلنار ئاسېتوۋا"},
}
CROSSED = "<b1>G</b1>ulnar Asetova crossed the Ile."


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A newsroom with three names, two of them rendered in Russian, one in Kazakh and one in Uyghur."""
    project = make(tmp_path, STORY, SETTINGS.replace('["en", "ru", "kk"]', '["en", "ru", "kk", "ug"]'))
    (project.source / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")
    l10n(tmp_path, "sync")
    for locale, some in RENDERINGS.items():
        type_in(project.catalog("glossary", locale), some)
    type_in(project.catalog("ferry", "ru"), {CROSSED: "<b1>Г</b1>ульнар Осетова переплыла Или."})
    l10n(tmp_path, "sync", "--by", "aigul")
    return project


def book(project: Project) -> view.Source:
    assert project.glossary is not None
    return view.source(project, project.glossary)


def rows(project: Project) -> list[Row]:
    source = book(project)
    return register.rows(source, [view.side(source, locale) for locale in source.targets])


@pytest.mark.parametrize(
    ("asked", "forms"),
    [
        (Asked(), ["Gulnar Asetova", "Daulet Serikov", "Ile"]),
        (Asked(kind="place"), ["Ile"]),
        (Asked(sort="form"), ["Daulet Serikov", "Gulnar Asetova", "Ile"]),
        (Asked(sort="-form"), ["Ile", "Gulnar Asetova", "Daulet Serikov"]),
        (Asked(open="editor", locale="ru"), ["Gulnar Asetova", "Ile"]),
        (Asked(open="translator", locale="ru"), ["Daulet Serikov"]),
        (Asked(open="empty"), []),
        (Asked(words="асетов"), ["Gulnar Asetova"]),
        (Asked(words="Гульнарой"), []),
        (Asked(words="Асетовой"), ["Gulnar Asetova"]),
        (Asked(words="Дәулет Серіковке"), ["Daulet Serikov"]),
        (Asked(words="گۈلنار ئاسېتوۋانىڭ"), ["Gulnar Asetova"]),
        (Asked(words="d. s."), ["Daulet Serikov"]),
        (Asked(words="Іледен"), ["Ile"]),
        (Asked(words="gulnar-asetova"), ["Gulnar Asetova"]),
        (Asked(words="nobody"), []),
        (Asked(words="(["), []),
    ],
)
def test_asked(project: Project, asked: Asked, forms: list[str]) -> None:
    """A name is found by any form in any script and case, drafts included; filters and orders are as they say."""
    found = register.asked(rows(project), asked, naming.load(project))

    assert [row.name.form for row in found] == forms


@pytest.mark.parametrize(
    ("words", "forms"),
    [
        ("Осетова", ["Gulnar Asetova"]),
        ("gulnaz", ["Gulnar Asetova"]),
        ("Даулет Сериков", ["Daulet Serikov"]),
        ("Гулнар", ["Gulnar Asetova"]),
        ("nobody", []),
        ("", []),
    ],
)
def test_near(project: Project, words: str, forms: list[str]) -> None:
    """A name is found by what is spelt nearly so, with the letters of another keyboard or of another newsroom."""
    assert [row.name.form for row in register.near(rows(project), words)] == forms


def test_a_forbidden_form_is_no_candidate(project: Project) -> None:
    """What the glossary or the locale forbids is not offered."""
    row = rows(project)[0]
    second = register.candidates(row, "kk")[1].text
    admitting.admit(book(project), "kk", row.cells["kk"].key, Forms(), Forms(never=(second,)), who="aigul", when=WHEN)

    assert second not in [one.text for one in register.candidates(rows(project)[0], "kk")]


def test_candidates_and_cases(project: Project) -> None:
    """What is offered follows from what somebody stands for; a rendering is shown in its cases."""
    row = rows(project)[0]
    cases = dict(register.inflected(row.name, "Гульнар Асетова", "ru"))

    assert register.candidates(row, "kk")[0].text == "Гүлнар Әсетова"
    assert cases["accusative"] == "Гульнар Асетову"


def test_uses(project: Project) -> None:
    """Each segment that names it, in each locale, with what disagrees; an article is looked into by its bytes."""
    glossary = naming.load(project)
    articles = usage.likely(project.articles(), glossary, "Gulnar Asetova")
    source = view.source(project, articles[0])
    own = usage.named(source, "Gulnar Asetova", glossary)
    russian, kazakh = usage.uses(source, own, [view.side(source, tag) for tag in ("ru", "kk")], glossary)

    assert [one.name for one in articles] == ["ferry"]
    assert not usage.likely(project.articles(), glossary, "Daulet Serikov")
    assert (russian.source, russian.named) == (CROSSED, ((4, 23),))
    assert [one.rule for one in russian.findings] == ["spelling"]
    assert (kazakh.target, kazakh.findings) == ("", ())


def test_an_entry_keeps_the_rest_of_the_file(project: Project) -> None:
    """What is changed is changed, comments and everything else stay, and the catalogs follow."""
    name = naming.load(project).by_ref["Ile"]
    values = {"note": "A river.", "never": {"ru": ("Иле",)}}
    entries.change(project, "Ile", values, entries.digest(name), Options(when=WHEN))
    said = (project.source / "glossary.toml").read_text(encoding="utf-8")
    (entry,) = [one for one in po.read(project.catalog("glossary", "ru")).entries if one.source == "Ile"]

    assert said == GLOSSARY + 'note = "A river."\nnever = {ru = ["Иле"]}\n'
    assert "never Иле" in " ".join(entry.extracted)


def test_an_entry_that_somebody_else_changed(project: Project) -> None:
    """It is not overwritten: what stands there is told."""
    seen = entries.digest(naming.load(project).by_ref["Ile"])
    path = project.source / "glossary.toml"
    path.write_text(GLOSSARY + 'note = "Theirs."\n', encoding="utf-8")

    with pytest.raises(entries.Stale) as stale:
        entries.change(project, "Ile", {"note": "Mine."}, seen, Options(when=WHEN))
    assert stale.value.now is not None and stale.value.now.note == "Theirs."
    assert "Mine." not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "values",
    [
        {"form": ""},
        {"form": "Ilе"},
        {"form": "Gulnar Asetova"},
        {"kind": "river"},
        {"origin": "xx"},
        {"also": ("a\u202eb",)},
        {"never": {"de": ("Ili",)}},
        {"never": {"": ("Ili",), "ru": ("Иле",)}},
        {"note": "x" * 2_001},
    ],
)
def test_an_entry_that_cannot_be_meant(project: Project, values: dict[str, object]) -> None:
    """It is refused with a reason, and no byte is another."""
    name = naming.load(project).by_ref["Ile"]
    with pytest.raises(GlossaryError):
        entries.change(project, "Ile", values, entries.digest(name), Options(when=WHEN))

    assert (project.source / "glossary.toml").read_text(encoding="utf-8") == GLOSSARY


def test_a_new_entry_is_drafted(project: Project) -> None:
    """It stands at the end of the file, and its renderings are drafts at once."""
    entries.add(project, Name("Nurlan Ospanov", "person"), Options(when=WHEN))
    new = rows(project)[-1]

    assert new.name.form == "Nurlan Ospanov"
    assert (new.cells["ru"].form, new.cells["ru"].is_draft) == ("Нурлан Оспанов", True)


def test_forms(project: Project) -> None:
    """What is admitted and forbidden stands in the catalog, unless others stand there than were seen."""
    source = book(project)
    key = source.key_of["Ile"]
    wanted = Forms(("река Или",), ("Иле",))

    assert admitting.admit(source, "ru", key, Forms(), wanted, who="aigul", when=WHEN)
    assert naming.load(project).renderings["ru"]["Ile"].never == ("Иле",)
    assert not admitting.admit(source, "ru", key, Forms(), Forms(("другое",)), who="aigul", when=WHEN)
    assert admitting.admit(source, "ru", key, wanted, Forms(), who="aigul", when=WHEN)
    assert naming.load(project).renderings["ru"]["Ile"].also == ()


@pytest.mark.parametrize("wanted", [Forms(("a\nb",)), Forms(("Или",)), Forms((), ("Или",)), Forms(("Или; Иле",))])
def test_forms_that_cannot_be_meant(project: Project, wanted: Forms) -> None:
    """They are refused, and the catalog stays as it is."""
    source, before = book(project), project.catalog("glossary", "ru").read_bytes()
    with pytest.raises(GlossaryError):
        admitting.admit(source, "ru", source.key_of["Ile"], Forms(), wanted, who="aigul", when=WHEN)
    with pytest.raises(ProjectError):
        admitting.admit(source, "ru", source.key_of["Ile"], Forms(), Forms(), who="nobody", when=WHEN)

    assert project.catalog("glossary", "ru").read_bytes() == before


def test_a_locale_is_read_anew_alone(project: Project) -> None:
    """A rendering that changed in one locale leaves the others as they were read."""
    before = naming.load(project)
    type_in(project.catalog("glossary", "ru"), {"Ile": "Илле"})
    after = naming.load(project)

    assert after.renderings["ru"]["Ile"].form == "Илле"
    assert after.renderings["kk"] is before.renderings["kk"]
    (project.source / "glossary.toml").write_text(GLOSSARY.replace('"Ile"', '"Ili"'), encoding="utf-8")

    assert "Ili" in naming.load(project).by_ref
    assert "Ile" not in naming.load(project).renderings["ru"]
