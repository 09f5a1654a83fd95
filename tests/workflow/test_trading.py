"""TMX files into a project and out of it: what goes out comes in again, and other programs' checks find no fault."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest

from l10n.errors import MemoryFileError
from l10n.memory import Memory, Row, tmx
from l10n.model import State
from l10n.project import Project
from l10n.workflow import remembering, trading
from tests.memory.test_tmx_written import omegat
from tests.programs import need
from tests.workflow import killed
from tests.workflow.newsroom import WHEN, make
from tests.workflow.test_remembering import TMX

HOLDS = "The <a1>dam</a1> holds."
ROWS = [
    ("en", "ru", Row(HOLDS, "<a1>Дамба</a1> стоит.", State.REVIEWED, "catalog", "aigul", WHEN,
                    "dam", "p", "Before.", "After.")),
    ("en", "kk", Row(HOLDS, "<a1>Бөгет</a1> берік.", State.FINAL, "catalog", "erlan", WHEN, "dam")),
    ("en", "ug", Row(HOLDS, "<a1>توما</a1> مۇستەھكەم.")),
    ("en", "ru", Row(HOLDS, "<a1>Плотина</a1> держится.")),
    ("ru", "en", Row("Да & нет <b", "Yes & no <b", origin="alignment")),
]  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return make(tmp_path / "project")


def filled(path: str | Path = ":memory:") -> Memory:
    memory = Memory(path)
    for source, target, row in ROWS:
        memory.add_many([row], source, target)
    return memory


def test_what_goes_out_comes_in(project: Project, tmp_path: Path) -> None:
    """Texts, codes, people, dates, places; a state is one of the place that gave it, and none here."""
    with filled() as memory:
        done = trading.export(project, memory, tmp_path / "all.tmx", when=WHEN)
    trading.bring(project, tmp_path / "all.tmx")
    with remembering.opened(project) as (memory, update):
        found = {(source, target, row.target): row for source, target, row in memory.rows()}

    assert (done.units, update.warnings) == (3, ())
    wanted = [(source, target, row) for source, target, row in ROWS if "ug" not in (source, target)]
    assert set(found) == {(source, target, row.target) for source, target, row in wanted}
    for source, target, row in wanted:
        origin = "alignment" if row.origin == "alignment" else "tmx"
        article = row.article or "all.tmx"
        expected = row._replace(state=State.TRANSLATED, origin=origin, article=article)
        got = found[source, target, row.target]
        assert got._replace(before="", after="") == expected._replace(before="", after="")


def test_several_languages_in_a_unit(project: Project, tmp_path: Path) -> None:
    """One source has all its languages; a second target in one of them makes another unit."""
    with filled() as memory:
        trading.export(project, memory, tmp_path / "all.tmx")
        trading.export(project, memory, tmp_path / "some.tmx", locales=["ru", "kk"], origins=["catalog"])

    units = [[(one.locale, one.text) for one in unit.variants] for unit in tmx.read(tmp_path / "all.tmx")]
    assert [[locale for locale, _ in unit] for unit in units] == [["en", "kk", "ru", "ug"], ["en", "ru"], ["ru", "en"]]
    assert units[0][2] == ("ru", "<a1>Дамба</a1> стоит."), "reviewed first"
    some = [[one.locale for one in unit.variants] for unit in tmx.read(tmp_path / "some.tmx")]
    assert some == [["en", "kk", "ru"], ["en", "ru"]]


def test_one_memory_makes_one_file(project: Project, tmp_path: Path) -> None:
    """Whatever the order in which pairs came."""
    with filled() as one, Memory(":memory:") as other:
        for source, target, row in reversed(ROWS):
            other.add_many([row], source, target)
        trading.export(project, one, tmp_path / "one.tmx", when=WHEN)
        trading.export(project, other, tmp_path / "other.tmx", when=WHEN)

    assert (tmp_path / "one.tmx").read_bytes() == (tmp_path / "other.tmx").read_bytes()


def test_valid_by_the_dtd(project: Project, tmp_path: Path) -> None:
    """xmllint finds it valid by the DTD of TMX 1.4 that OmegaT brings along."""
    xmllint = need("xmllint")
    with zipfile.ZipFile(omegat().partition(":")[0]) as jar:
        (tmp_path / "tmx14.dtd").write_bytes(jar.read("schemas/tmx14.dtd"))
    with filled() as memory:
        trading.export(project, memory, tmp_path / "all.tmx", when=WHEN)
    command = [xmllint, "--nonet", "--noout", "--valid", "all.tmx"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_import(project: Project, tmp_path: Path) -> None:
    """The file is copied into the project once; one that lies there stays; another of its name is refused."""
    outside = tmp_path / "agency.tmx"
    outside.write_text(TMX, encoding="utf-8")
    path = trading.bring(project, outside)

    assert path == project.folder / "memory" / "agency.tmx" and path.read_bytes() == outside.read_bytes()
    assert trading.bring(project, outside) == trading.bring(project, path) == path
    outside.write_text(TMX.replace("bridge", "road"), encoding="utf-8")
    with pytest.raises(MemoryFileError, match="another file of that name"):
        trading.bring(project, outside)
    assert "bridge" in path.read_text(encoding="utf-8")
    assert [one.name for one in path.parent.iterdir()] == ["agency.tmx"]


def test_import_of_another_suffix(project: Project, tmp_path: Path) -> None:
    """The file gets the suffix by which it is known."""
    (tmp_path / "export.xml").write_text(TMX, encoding="utf-8")

    assert trading.bring(project, tmp_path / "export.xml").name == "export.xml.tmx"


REFUSED = {
    "gone": (None, "there is no such file"),
    "no TMX": (b"<html><body/></html>", "."),
    "empty": (b"", "."),
    "packed": (b"\x1f\x8b\x08", "compressed"),
    "other languages": (TMX.replace('"kk"', '"fr"').replace('"ru', '"es').encode(), "two locales of the project"),
    "bomb": (TMX.replace("<tmx ", '<!DOCTYPE tmx [<!ENTITY a "b">]>\n<tmx ', 1).encode(), "entit"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_imported(project: Project, tmp_path: Path, name: str) -> None:
    """Nothing of it comes into the project."""
    data, said = REFUSED[name]
    if data is not None:
        (tmp_path / "bad.tmx").write_bytes(data)

    with pytest.raises(MemoryFileError, match=said):
        trading.bring(project, tmp_path / "bad.tmx")
    assert not project.memory.exists()


def test_leftovers_of_a_killed_import_go(project: Project, tmp_path: Path) -> None:
    """They are hidden, ignored, and gone after the next one."""
    (tmp_path / "agency.tmx").write_text(TMX, encoding="utf-8")
    project.memory.mkdir()
    (project.memory / ".l10n-0123.new").write_bytes(b"half")
    killed.sync(project.folder)
    trading.bring(project, tmp_path / "agency.tmx")

    assert [one.name for one in project.memory.iterdir()] == ["agency.tmx"]
