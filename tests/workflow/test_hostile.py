"""Bad input gets one clear error, and every file stays as it was."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from l10n import formats, po
from l10n.project import Project
from tests.workflow import hostile, killed
from tests.workflow.hostile import Bad
from tests.workflow.newsroom import edit_source, l10n, make, type_in

SMALL = 1_000_000
"""Bytes."""

PATIENCE_S = 30
"""Of processor time, on a slow core: what takes longer grows faster than its input."""


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose Russian is approved, in places that the tables of errors know."""
    folder = tmp_path_factory.mktemp("newsroom") / "project"
    make(folder)
    for verb in killed.APPROVED:
        verb(folder)
    return folder


def everything(folder: Path) -> dict[str, object]:
    """Every file, link, pipe and folder of a project; caches left out."""
    found: dict[str, object] = {}
    for path in folder.rglob("*"):
        if ".l10n" not in path.parts[len(folder.parts) :]:
            kind = path.readlink() if path.is_symlink() else path.lstat().st_mode
            found[str(path.relative_to(folder))] = path.read_bytes() if path.is_file() else kind
    return found


def refused(bad: Bad, folder: Path) -> None:
    """Each command refuses it in two lines, and nothing is changed."""
    bad.change(folder)
    before, line = everything(folder), bad.number(folder)
    for verb in bad.verbs:
        done = l10n(folder, verb)
        said = done.stderr.splitlines()
        assert done.returncode == 2, (verb, done)
        assert [line.partition(":")[0] for line in said] == ["error", "hint"], (verb, done.stderr)
        assert bad.says in said[0] and bad.where in said[0], (verb, said[0])
        assert f"line {line}:" in said[0] if line else " line " not in said[0], (verb, said[0])
        assert everything(folder) == before, verb


TABLES = {
    "article": hostile.ARTICLES,
    "glossary": hostile.GLOSSARIES,
    "catalog": hostile.CATALOGS,
    "ledger": hostile.LEDGERS,
    "other": hostile.OTHERS,
}


@pytest.mark.parametrize(
    "bad", [pytest.param(bad, id=f"{kind}: {bad.name}") for kind, table in TABLES.items() for bad in table]
)
def test_bad_input(tmp_path: Path, newsroom: Path, bad: Bad) -> None:
    """What is broken or hostile is refused with file, line and remedy, by every command that meets it."""
    folder = tmp_path / "project"
    shutil.copytree(newsroom, folder)

    refused(bad, folder)


@pytest.mark.parametrize("name", hostile.ODD)
def test_odd_input(tmp_path: Path, newsroom: Path, name: str) -> None:
    """What is merely strange is synced, and built if it is small; the original comes out as it went in."""
    folder = tmp_path / "project"
    shutil.copytree(newsroom, folder)
    hostile.swap("l10n.toml", ', "kk"]', "]")(folder)
    hostile.ODD[name](folder)
    started = time.process_time()

    synced = l10n(folder, "sync")

    assert synced.returncode == 0, synced.stderr
    project = Project.load(folder)
    articles = project.articles()
    for article in articles:
        document = article.path.read_bytes()
        assert formats.rewrite(document, article.format, lambda unit: unit.source) == document
    if sum(article.path.stat().st_size for article in articles) < SMALL:
        built = l10n(folder, "build")
        assert built.returncode in (0, 1) and "Traceback" not in built.stderr, built.stderr
        for article in articles:
            assert (project.build / "en" / article.file.removeprefix("source/")).is_file()
    assert time.process_time() - started < PATIENCE_S


def test_conflict_marks_are_merged(tmp_path: Path, newsroom: Path) -> None:
    """A catalog in which git left its marks is merged entry by entry; both texts are kept, and an editor looks."""
    folder = tmp_path / "project"
    shutil.copytree(newsroom, folder)
    both = '<<<<<<< HEAD\nmsgstr "Наш паром"\n=======\nmsgstr "Их паром"\n>>>>>>> other\n'
    hostile.swap(hostile.RU, 'msgstr "Паром"\n', both)(folder)

    done = l10n(folder, "sync")

    assert done.returncode == 0, done.stderr
    entry = po.read(folder / hostile.RU).by_key()[("alt", "A ferry")]
    assert entry.target == "Наш паром" and entry.fuzzy
    assert "Их паром" in po.kept_out(entry)


def test_an_unfinished_line_is_told(tmp_path: Path, newsroom: Path) -> None:
    """The rest of a crash at the end of a ledger counts for nothing, is told, and gone with the next record."""
    folder = tmp_path / "project"
    shutil.copytree(newsroom, folder)
    whole = (folder / hostile.LEDGER).read_bytes()
    hostile.add(hostile.LEDGER, '{"digest":"4b71')(folder)

    told = l10n(folder, "sync")
    type_in(folder / hostile.RU, {"A ferry": "Паромище"})
    healed = l10n(folder, "sync", "--by", "aigul")

    assert told.returncode == healed.returncode == 0
    assert "has no newline" in told.stderr
    assert (folder / hostile.LEDGER).read_bytes().startswith(whole + b'{"digest":')
    assert l10n(folder, "sync").stderr == "3 catalogs, 0 written\n"


@pytest.mark.parametrize("charset", ["KOI8-R", "windows-1251"])
def test_another_charset_stays(tmp_path: Path, newsroom: Path, charset: str) -> None:
    """A catalog in a charset of its own is read and written in it; a letter it lacks is refused before anything."""
    folder = tmp_path / "project"
    shutil.copytree(newsroom, folder)
    path = folder / hostile.RU
    path.write_bytes(path.read_text(encoding="utf-8").replace("UTF-8", charset).encode(charset))
    before = path.read_bytes()

    assert l10n(folder, "sync").returncode == 0
    assert path.read_bytes() == before

    edit_source(Project.load(folder), "It takes 12 cars.", "It takes 12 cars from Өскемен.")
    for place in (hostile.EN, hostile.KK):
        type_in(folder / place, {"A ferry": "Ferry, typed"})
    before_refusal = everything(folder)
    done = l10n(folder, "sync")

    assert done.returncode == 2 and "has no letter `Ө`" in done.stderr and "hint: " in done.stderr
    assert everything(folder) == before_refusal


def test_a_large_catalog(tmp_path: Path, newsroom: Path) -> None:
    """A catalog of 10,000 entries that belong to no article is read, retired and recorded in linear time."""
    folder = tmp_path / "project"
    shutil.copytree(newsroom, folder)
    entry = '\nmsgctxt "p"\nmsgid "Sentence {0} of a long day."\nmsgstr "Предложение {0} долгого дня."\n'
    hostile.add(hostile.RU, "".join(entry.format(n) for n in range(10_000)))(folder)
    started = time.process_time()

    done = l10n(folder, "sync", "--by", "aigul")

    assert done.returncode == 0, done.stderr
    assert time.process_time() - started < PATIENCE_S
    assert sum(entry.obsolete for entry in po.read(folder / hostile.RU).entries) == 10_000


ARGUMENTS = [
    ("sync ../x", "there is no article `../x`"),
    ("build /etc/passwd", "there is no article `/etc/passwd`"),
    ("report ferry.html/..", "there is no article"),
    ("mv ferry ../x", "no name for an article"),
    ("mv ferry /x", "no name for an article"),
    ("mv ferry a\\b", "backslash"),
    ("mv ferry a\u202eb", "turns the others"),
    (f"mv ferry {'x' * 250}", "too long by 9 bytes"),
    ("mv ferry ferry", "so already"),
    ("mv ferry glossary", "no name for an article"),
    ("mv nothing x", "there is no article `nothing`"),
    ("review -l ../../x --all", "not among the project's locales"),
    ("review -s zzz", "no segment is called"),
    ("review --approve --by nobody", "nobody whom the settings name"),
    ("review --send-back why --by aigul", "is no editor"),
    ("merge a.po b.po c.po", "No such file"),
    ("merge source source source", "Is a directory"),
    ("sync --onto l10n.toml l10n.toml", "no catalog of this project"),
    ("sync --split zzz", "no segment is called"),
    ("report --html source", "Is a directory"),
    ("-C nowhere sync", "no such folder"),
    ("sync --nonsense", "No such option"),
]


@pytest.mark.parametrize(("arguments", "says"), ARGUMENTS)
def test_bad_arguments(tmp_path: Path, newsroom: Path, arguments: str, says: str) -> None:
    """A wrong word on the command line is refused in two lines, and nothing is changed, inside or outside."""
    folder = tmp_path / "place" / "project"
    shutil.copytree(newsroom, folder)
    before = everything(tmp_path)

    done = l10n(folder, *arguments.split(" "))

    assert done.returncode == 2
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == ["error", "hint"], done.stderr
    assert says in done.stderr.splitlines()[0]
    assert everything(tmp_path) == before
