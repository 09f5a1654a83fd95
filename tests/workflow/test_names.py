"""The names of the glossary in the day of a newsroom: told to translators, checked, consistent, rewritten."""

from __future__ import annotations

import html
import json
from pathlib import Path

import pytest

from l10n import codes, po
from l10n.project import Project
from l10n.web.bench import Bench
from l10n.workflow import Options, discovering, naming
from tests.workflow.newsroom import ARTICLE, WHEN, edit_source, l10n, make, tree, type_in

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


def test_one_reader_of_the_glossary(project: Project) -> None:
    """Whoever asks gets the same objects, until a file of them is another one; then those anew that it speaks of."""
    before = naming.load(project)
    source = naming.source(project)
    sides = {locale: naming.side(source, locale) for locale in source.targets}
    type_in(project.catalog("glossary", "kk"), {before.names[0].form: "Басқа"})
    after = naming.load(project)

    assert after is not before and naming.source(project) is source
    assert after.renderings["kk"][before.names[0].ref].form == "Басқа"
    assert after.renderings["ru"] is before.renderings["ru"]
    assert naming.side(source, "ru") is sides["ru"] and naming.side(source, "kk") is not sides["kk"]
    assert Bench(project.folder, lambda: WHEN).source(project, project.article("glossary")) is source
    edit_source(project, before.names[0].form, f"{before.names[0].form} Bek", "glossary.toml")
    assert naming.source(project) is not source
    assert naming.load(project).names[0].form.endswith(" Bek")


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


TYPED = {
    "Gulnar Asetova of Steppe Ferries waited.": "Гульнар Асетова из Steppe Ferries ждала.",
    "Asetova of Almaty said it takes 12 cars.": "По словам Асетовой из Алматы, он берёт 12 машин.",
    "Ferry returns to the Ile river": "Паром вернулся на реку Или",
}


@pytest.fixture
def translated(project: Project) -> Project:
    """The newsroom with what names need translated and approved."""
    type_in(project.catalog("glossary", "ru"), {"Ile": "Или", "Almaty": "Алматы"})
    type_in(project.catalog("ferry", "ru"), TYPED)
    l10n(project.folder, "sync", "--by", "aigul")
    l10n(project.folder, "review", "glossary", "-l", "ru")
    assert l10n(project.folder, "review", "glossary", "-l", "ru", "--approve", "--by", "timur").returncode == 0
    return project


def findings(project: Project, *arguments: str) -> list[dict]:
    return json.loads(l10n(project.folder, "names", "--consistency", "--json", *arguments).stdout)


def test_consistent_articles_are_left_alone(translated: Project) -> None:
    """Names in the right forms give no finding, and the exit status is 0."""
    done = l10n(translated.folder, "names", "--consistency")

    assert (done.returncode, done.stdout) == (0, "")
    assert "as the glossary does" in done.stderr


def test_no_article_spells_a_name_otherwise(translated: Project) -> None:
    """A misspelt name, a forbidden form, one that is missing: each is a finding with its place, and exit status 1."""
    type_in(
        translated.catalog("ferry", "ru"),
        {
            "Gulnar Asetova of Steppe Ferries waited.": "Гульнар Осетова из «Степных паромов» ждала.",
            "Ferry returns to the Ile river": "Паром вернулся на реку Иле",
        },
    )
    found = {one["rule"]: one for one in findings(translated)}

    assert found.keys() == {"spelling", "untranslatable", "forbidden"}
    assert found["forbidden"]["replacement"] == "Или"
    assert found["spelling"]["place"] == "source/ferry.html:14"
    assert found["spelling"]["severity"] == "error"
    assert l10n(translated.folder, "names", "--consistency").returncode == 1
    assert not findings(translated, "-l", "kk")


def test_an_editor_sees_what_the_check_says(translated: Project) -> None:
    """Below the target of a segment that is listed, with what to write instead; nothing below a right one."""
    type_in(translated.catalog("ferry", "ru"), {"Ferry returns to the Ile river": "Паром вернулся на реку Иле"})
    l10n(translated.folder, "sync", "--by", "aigul")
    shown = l10n(translated.folder, "review", "ferry", "-l", "ru", "--all").stdout
    listed = json.loads(l10n(translated.folder, "review", "ferry", "-l", "ru", "--all", "--json").stdout)
    told = {one["source"]: one["findings"] for one in listed}

    assert [line.strip() for line in shown.splitlines() if " terminology." in line] == [
        "error terminology.forbidden: `Иле` is forbidden: the glossary says `Или`; better `Или`"
    ]
    assert [one["rule"] for one in told.pop("Ferry returns to the Ile river")] == ["forbidden"]
    assert not any(told.values())


def test_a_source_that_disagrees_with_the_glossary(translated: Project) -> None:
    """A spelling in an article that is near to a name of the glossary is said, though the name itself is not there."""
    (translated.source / "letter.txt").write_text("A letter\n\nGulnar Aseotva wrote from Allmaty.\n", encoding="utf-8")
    l10n(translated.folder, "sync")

    assert sorted((one["article"], one["message"].split(":")[0]) for one in findings(translated, "-l", "en")) == [
        ("letter", "`Allmaty`"),
        ("letter", "`Aseotva`"),
    ]


def test_two_sentences_said_in_one(translated: Project) -> None:
    """The names of a joined sentence are looked for in the target that says it, and nowhere else."""
    both = "Гульнар Асетова из Steppe Ferries ждала; {} он берёт 12 машин."
    first, second = list(TYPED)[:2]
    for asetova, told in (("по словам Асетовой из Алматы,", []), ("по словам Асетовой из Алмыты,", ["spelling"])):
        type_in(translated.catalog("ferry", "ru"), {first: both.format(asetova), second: "<joined/>"})
        assert [one["rule"] for one in findings(translated, "-l", "ru")] == told


def test_a_source_is_read_as_it_will_be_published(translated: Project) -> None:
    """With its copy edits; and a name that an inline code or a wide space parts is told all the same."""
    edit_source(translated, "cost 500 tenge.", "cost 500 tenge in <b>Al</b>amty. Gulnar&nbsp;Aseotva wrote.")
    edited = translated.catalog("ferry", "en")
    l10n(translated.folder, "sync")
    type_in(edited, {"Ferry returns to the Ile river": "Ferry returns to Alamty"})

    assert sorted((one["place"], one["message"].split(":")[0]) for one in findings(translated, "-l", "en")) == [
        ("locales/en/ferry.po (source/ferry.html:5)", "`Alamty`"),
        ("source/ferry.html:14", "`Alamty`"),
        ("source/ferry.html:14", "`Aseotva`"),
    ]


def test_a_changed_rendering_is_put_where_the_old_one_stands(translated: Project) -> None:
    """Inflected as the old one was, as a draft with its origin; where nobody can be asked, only with --yes."""
    type_in(translated.catalog("glossary", "ru"), {"Gulnar Asetova": "Гульнара Осетова"})
    listed = json.loads(l10n(translated.folder, "names", "--rewrite", "-n", "--json").stdout)
    before = tree(translated.folder)
    asked = l10n(translated.folder, "names", "--rewrite")

    assert [one["after"] for one in listed] == [
        "Гульнара Осетова из Steppe Ferries ждала.",
        "По словам Осетовой из Алматы, он берёт 12 машин.",
    ]
    assert asked.returncode == 2
    assert tree(translated.folder) == before
    assert l10n(translated.folder, "names", "--rewrite", "--yes", "--by", "aigul").returncode == 0
    entry = po.read(translated.catalog("ferry", "ru")).by_key()["p", "Asetova of Almaty said it takes 12 cars."]
    assert entry.fuzzy
    assert entry.target == "По словам Осетовой из Алматы, он берёт 12 машин."
    assert "l10n-origin: glossary; Гульнар Асетова → Гульнара Осетова" in entry.comments
    assert not json.loads(l10n(translated.folder, "names", "--rewrite", "-n", "--json").stdout)


ODD = {
    "Committee for the Protection of the Shores of the Lower Ile": (
        "Комитет защиты берегов нижнего течения реки Или и её притоков",
        "Комитет охраны берегов нижнего течения реки Или и её притоков",
    ),
    "A = B; never C": ("«А = Б; это В»", "«А = Б; это Г»"),
    "100% <b>sure</b> {0}": ("100% <b>да</b> {0} %s", "100% <b>так</b> {0} %s"),
}
"""Names that are longer than a line of a PO file, or look like syntax: their rendering, and the one after it."""


@pytest.mark.parametrize("name", ODD)
def test_the_old_form_of_any_name_is_known_from_its_line(tmp_path: Path, name: str) -> None:
    """The lines about names in the catalogs tell the whole old rendering, and no half of one."""
    said, then = ODD[name]
    project = make(tmp_path, ARTICLE.replace("It takes 12 cars.", f"{html.escape(name)} met."))
    written = f'[[name]]\nform = {json.dumps(name)}\nkind = "organisation"\nnever = {{ru = ["Икс", "Игрек"]}}\n'
    (project.source / "glossary.toml").write_text(written, encoding="utf-8")
    l10n(tmp_path, "sync")
    type_in(project.catalog("glossary", "ru"), {codes.escape(name): codes.escape(said)})
    l10n(tmp_path, "sync", "--by", "aigul")
    lines = [one for one in po.read(project.catalog("ferry", "ru")).entries if "met." in one.source]
    type_in(project.catalog("ferry", "ru"), {lines[0].source: f"Собрание: {codes.escape(said)}."})
    l10n(tmp_path, "sync", "--by", "aigul")

    assert not json.loads(l10n(tmp_path, "names", "--rewrite", "-n", "--json").stdout)
    type_in(project.catalog("glossary", "ru"), {codes.escape(name): codes.escape(then)})
    (row,) = json.loads(l10n(tmp_path, "names", "--rewrite", "-n", "--json").stdout)
    assert row["names"] == [{"old": said, "new": then}]


def test_the_names_of_an_article_are_listed_and_added(project: Project) -> None:
    """Known ones with their renderings, new ones with candidates; the chosen ones are entries of the glossary."""
    edit_source(project, "Tickets cost 500 tenge.", "Tickets cost 500 tenge, Marat Tulegenov said in Kazakhstan.")
    names = {one["form"]: one for one in json.loads(l10n(project.folder, "names", "--json").stdout)["names"]}

    assert names["Gulnar Asetova"]["renderings"]["ru"] == {"form": "Гульнар Асетова", "said": "translated"}
    assert names["Gulnar Asetova"]["forms"] == ["Asetova"]
    assert names["Marat Tulegenov"]["known"] is None
    assert names["Kazakhstan"]["renderings"]["kk"]["form"] == "Қазақстан"
    assert l10n(project.folder, "names", "--add", "Nobody").returncode == 2
    done = l10n(project.folder, "names", "--add", "Marat Tulegenov", "--add", "Kazakhstan")
    assert sorted(done.stdout.splitlines()) == ["new: Kazakhstan (place)", "new: Marat Tulegenov (person)"]
    l10n(project.folder, "sync")
    entries = po.read(project.catalog("glossary", "ru")).by_key()
    assert entries["place", "Kazakhstan"].target == "Казахстан"
    assert "the glossary has all of it" in l10n(project.folder, "names", "--add", "Kazakhstan").stderr


def test_a_doubtful_spelling_is_not_entered(project: Project) -> None:
    """--add-all enters the right form in its place; --add takes either, since who names a form means it."""
    edit_source(
        project,
        "Tickets cost 500 tenge.",
        "Zharkent is near. In Zharkent, Marat Zhomart-Tulegenov waited. Tulegenov left Zharkent for Zharknet.",
    )
    done = l10n(project.folder, "names", "--add-all", "-n")

    assert {"new: Zharkent (place)", "new: Marat-Zhomart Tulegenov (person)"} <= set(done.stdout.splitlines())
    assert "Zharknet" not in done.stdout
    assert "Marat Zhomart" not in done.stdout
    assert "not entered: `Zharknet`, but `Zharkent`" in done.stderr
    for form in ("Marat-Zhomart Tulegenov", "Zharknet"):
        assert f"new: {form}" in l10n(project.folder, "names", "--add", form).stdout


def test_one_spelling_in_many_articles_is_listed_once(project: Project) -> None:
    """With all its places."""
    for number in (1, 2):
        (project.source / f"letter{number}.txt").write_text("Letter\n\nPhoto: Гульнар Асетова.\n", encoding="utf-8")
    listed = json.loads(l10n(project.folder, "names", "--json").stdout)["disagreements"]

    assert [one["places"] for one in listed] == [["source/letter1.txt:3", "source/letter2.txt:3"]]


def test_two_add_at_once(project: Project) -> None:
    """What one enters while the other still reads the articles stays, and a name is entered once."""
    edit_source(project, "Tickets cost", "In Kazakhstan and in Osh tickets cost")
    listing = discovering.listing(project, project.articles())
    first = [one for one in listing.names if one.found.form == "Kazakhstan"]
    both = [one for one in listing.names if one.found.form in ("Kazakhstan", "Osh")]
    new = [discovering.add(project, listing, names, Options(when=WHEN)).new for names in (first, both)]

    assert [[name.form for name in names] for names in new] == [["Kazakhstan"], ["Osh"]]
    assert {"Kazakhstan", "Osh"} <= {name.form for name in naming.load(project).names}


@pytest.mark.parametrize("locales", ['["ru", "kk", "en"]', '["ru", "kk"]'])
def test_names_of_a_russian_article(tmp_path: Path, locales: str) -> None:
    """They are entered in English, whether the project has English or not; the article's own form is the draft."""
    project = make(tmp_path, ARTICLE)
    settings = f'source-locale = "ru"\nlocales = {locales}\n'
    (tmp_path / "l10n.toml").write_text(settings, encoding="utf-8")
    (project.source / "ferry.html").unlink()
    (project.source / "parom.txt").write_text("Паром\n\nЕго ждала Гульнара Осетинова.\n", encoding="utf-8")
    done = l10n(tmp_path, "names", "--add-all", "-l", "kk", "--by", "aigul")

    assert (done.returncode, done.stdout) == (0, "new: Gulnara Osetinova (person)\n")
    (entry,) = po.read(project.catalog("glossary", "ru")).entries
    assert (entry.target, entry.fuzzy) == ("Гульнара Осетинова", True)
    assert "l10n-origin: as an article in this language has it" in entry.comments
    before = tree(tmp_path)
    assert "the glossary has all of it" in l10n(tmp_path, "names", "--add-all").stderr
    assert tree(tmp_path) == before
    aliases = '[[name]]\nform = "Gulnara Asetova"\nkind = "person"\nalso = ["Gulnara Osetinova"]\n'
    (project.source / "glossary.toml").write_text(aliases, encoding="utf-8")
    assert "the glossary has all of it" in l10n(tmp_path, "names", "--add-all").stderr


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        ("--to kk Kazakhstan", 0, "Қазақстан"),
        ("--from ru --to ru-Latn --standard ISO\u00a09:1995 Щукин", 0, "Ŝukin"),
        ("--from en --to kk \u202e", 1, "no candidate"),
        ("--to 12 Almaty", 2, "hint"),
        ("--to kk", 2, "NAMEs"),
        ("--from ru ferry", 2, "--to"),
        ("-k river", 2, "is not one of"),
        ("--was Ile=Иле", 2, "--rewrite"),
        ("--rewrite --was Ile", 2, "REF=FORM"),
        ("--rewrite -n --was Nowhere=Нигде", 2, "no name `Nowhere`"),
        ("--consistency --rewrite", 2, "one thing at a time"),
        ("--consistency -k person", 2, "-k does not go with --consistency"),
        ("--add-all --json", 2, "--json does not go with --add"),
        ("--to kk -l ru Almaty", 2, "-l does not go with --to"),
        ("--standard list", 0, "BGN/PCGN"),
    ],
)
def test_command(project: Project, arguments: str, status: int, told: str) -> None:
    """What the command says, and with which exit status."""
    done = l10n(project.folder, "names", *(word.replace("\u00a0", " ") for word in arguments.split(" ")))

    assert done.returncode == status, done
    assert told in done.stdout + done.stderr
