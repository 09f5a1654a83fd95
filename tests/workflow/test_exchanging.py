"""The glossary goes out as a table and comes back: what is imported is a draft, what is there stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n import po
from l10n.errors import CatalogError
from l10n.model import Entry
from l10n.project import Project
from l10n.workflow import naming
from tests.workflow.newsroom import l10n, make, tree, type_in

GLOSSARY = """\
# the names of the Ile delta
[[name]]
form = "Gulnar Asetova"
kind = "person"
also = ["Gulnara Asetova"]

[[name]]
form = "Karasu"   # a river

[[name]]
form = "Steppe News"
kind = "organisation"
translate = false
never = {ru = ["Степные вести"]}
"""

TABLE = """\
en,kind,ru,kk,sex,note,also,ru also,ru never,state
Gulnar Asetova,person,Гульнара Асетова,Гүлнар Әсетова,female,,G. Asetova,Г. Асетова,Гуля Асетова,x
Karasu,place,Карасу,Қарасу,,a river,,,,
Steppe News,organisation,Степь,,,,,,,
Tasbulak,place,Тасбулак,Тасбұлақ,,,,,,
"""


def entry(project: Project, locale: str, source: str) -> Entry:
    """The active entry of a name."""
    return next(one for one in po.read(project.catalog("glossary", locale)).entries if one.source == source)


@pytest.fixture(autouse=True)
def _no_candidates(monkeypatch: pytest.MonkeyPatch) -> None:
    """What rules would draft is of no concern here."""
    monkeypatch.setattr("l10n.workflow.prefilling.names.candidates", lambda *given: [])


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A newsroom with a synced glossary, in which one rendering was typed; and a table from elsewhere."""
    project = make(tmp_path)
    (project.source / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")
    (tmp_path / "names.csv").write_text(TABLE, encoding="utf-8")
    l10n(tmp_path, "sync")
    type_in(project.catalog("glossary", "ru"), {"Gulnar Asetova": "Гульнар Асетова"})
    l10n(tmp_path, "sync", "--by", "aigul")
    return project


def test_import(project: Project) -> None:
    """New names, keys and renderings come in; what says otherwise is told, and the exit status says so."""
    done = l10n(project.folder, "names", "--import", "names.csv")
    text = (project.source / "glossary.toml").read_text(encoding="utf-8")
    typed, river = entry(project, "ru", "Gulnar Asetova"), entry(project, "ru", "Karasu")

    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "new: Tasbulak",
        "says more: Gulnar Asetova",
        "says more: Karasu",
        "kk: 3 drafts",
        "ru: 2 drafts",
        "line 2: Gulnar Asetova, ru: the table says `Гульнара Асетова`, the project `Гульнар Асетова`, which stays",
        "line 4: Steppe News, ru: the table says `Степь`, the project `Steppe News`, which stays",
    ]
    assert "columns that say nothing here: `state`" in done.stderr
    assert text == (
        GLOSSARY.replace('["Gulnara Asetova"]\n', '["Gulnara Asetova", "G. Asetova"]\nsex = "female"\n').replace(
            "# a river\n", '# a river\nkind = "place"\nnote = "a river"\n'
        )
        + '\n[[name]]\nform = "Tasbulak"\nkind = "place"\n'
    )
    assert (typed.target, typed.fuzzy) == ("Гульнар Асетова", False)
    assert typed.comments == ("l10n-also: Г. Асетова", "l10n-never: Гуля Асетова")
    assert (river.target, river.fuzzy, river.comments) == ("Карасу", True, ("l10n-origin: import names.csv",))
    assert entry(project, "kk", "Tasbulak").target == "Тасбұлақ"


def test_a_second_time_nothing_is_left_to_do(project: Project) -> None:
    """What came in once is there."""
    l10n(project.folder, "names", "--import", "names.csv")
    before = tree(project.folder)
    done = l10n(project.folder, "names", "--import", "names.csv")
    l10n(project.folder, "sync")

    assert [line for line in done.stdout.splitlines() if not line.startswith("line ")] == []
    assert tree(project.folder) == before


def test_what_goes_out_comes_back_without_a_trace(project: Project) -> None:
    """A table that nobody changed changes nothing, in any form."""
    l10n(project.folder, "names", "--import", "names.csv")
    for name, options in {"all.csv": (), "ru.utf8": ("-l", "ru"), "kk.csv": ("-l", "kk")}.items():
        assert l10n(project.folder, "names", "--export", name, *options).returncode == 0
        before = tree(project.folder)
        done = l10n(project.folder, "names", "--import", name, *options)

        assert (done.returncode, done.stdout) == (0, ""), done
        assert tree(project.folder) == before


def test_into_another_newsroom(project: Project, tmp_path: Path) -> None:
    """A project without a glossary gets one, with a draft for every rendering."""
    l10n(project.folder, "names", "--export", "all.csv")
    other = make(tmp_path / "other")
    done = l10n(other.folder, "names", "--import", "../all.csv")

    assert done.returncode == 0, done
    assert [term.form for term in naming.load(other).terms("en")] == ["Gulnar Asetova", "Karasu", "Steppe News"]
    assert entry(other, "ru", "Gulnar Asetova").target == "Гульнар Асетова"
    assert entry(other, "ru", "Gulnar Asetova").fuzzy


def test_only_one_locale(project: Project) -> None:
    """-l takes the renderings of that locale alone."""
    l10n(project.folder, "names", "--import", "names.csv", "-l", "kk")

    assert entry(project, "kk", "Karasu").target == "Қарасу"
    assert entry(project, "ru", "Karasu").comments != ("l10n-origin: import names.csv",)


def test_dry_run(project: Project) -> None:
    """It is said what would be new; no file changes."""
    before = tree(project.folder)
    done = l10n(project.folder, "names", "--import", "names.csv", "-n")

    assert "new: Tasbulak" in done.stdout and "nothing was written" in done.stderr
    assert tree(project.folder) == before


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("en,kind,ru\nKarasu,river,Карасу\n", "`names.csv` line 2: `kind` is `river`"),
        ("en,ru\nKarasu,Карасу\nKarasu,Кара-Су\n", "`names.csv` line 3: `Karasu` stands twice"),
        ("en,also\nTasbulak,Gulnara Asetova\n", "`Gulnara Asetova` is claimed by `Gulnar Asetova` and by `Tasbulak`"),
        ("en,never\nKarasu,Karasu\n", "`Karasu` is forbidden, and its form"),
    ],
)
def test_a_bad_table_changes_nothing(project: Project, table: str, said: str) -> None:
    """All of a table, or nothing: the file and the line are named."""
    (project.folder / "names.csv").write_text(table, encoding="utf-8")
    before = tree(project.folder)
    done = l10n(project.folder, "names", "--import", "names.csv")

    assert (done.returncode, said in done.stderr) == (2, True), done.stderr
    assert "`names.csv`" in done.stderr and "nothing was imported" in done.stderr
    assert tree(project.folder) == before


def test_a_catalog_that_cannot_be_read_stops_it(project: Project) -> None:
    """What is refused late leaves the glossary as it was."""
    project.catalog("glossary", "kk").write_text('msgid "x\n', encoding="utf-8")
    before = tree(project.folder)
    done = l10n(project.folder, "names", "--import", "names.csv")

    assert done.returncode == 2
    assert tree(project.folder) == before
    with pytest.raises(CatalogError):
        naming.load(project)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--export", "names.xlsx"), "`.xlsx` is the suffix of no table"),
        (("--export", "names.utf8"), "one target language"),
        (("--export", "names.utf8", "-l", "ru", "-l", "kk"), "one target language"),
        (("--import", "nowhere.csv"), "cannot be read"),
        (("--export", "names.csv", "-l", "fr"), "`fr` is not among the project's locales"),
        (("--export", "a.csv", "--import", "b.csv"), "one thing at a time: --export, --import"),
    ],
)
def test_wrong_usage(project: Project, arguments: tuple[str, ...], said: str) -> None:
    """What cannot be done is said, with the remedy."""
    done = l10n(project.folder, "names", *arguments)

    assert (done.returncode, said in done.stderr, "hint: " in done.stderr) == (2, True, True), done.stderr


def test_no_glossary_to_export(tmp_path: Path) -> None:
    """There is nothing to write, and the way to names is named."""
    done = l10n(make(tmp_path).folder, "names", "--export", "names.csv")

    assert (done.returncode, "--import" in done.stderr) == (2, True)
