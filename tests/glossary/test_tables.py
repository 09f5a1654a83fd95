"""Names as tables: what is written is read, and what spreadsheets make of it is understood."""

from __future__ import annotations

import csv
import io
import os
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import GlossaryError
from l10n.glossary import Glossary, Name, Rendering, tables
from l10n.glossary.forms import fault
from l10n.model import KINDS, State
from tests.programs import need

LOCALES = ("en", "ru", "kk", "ug")
NAMES = (
    Name(
        "Gulnar Asetova",
        "person",
        also=("Gulnara Asetova", "G. A.; judge"),
        former=("G. Assetova",),
        sex="female",
        origin="kaz",
        original="Гүлнар Әсетова",
        note='The "judge",\nnot the poet.',
        never={"": ("Gulya",), "ru": ("Гульнара Асетова",)},
    ),
    Name("Gulnar Asetova", "person", id="poet"),
    Name("Steppe News", "organisation", translate=False),
)
RUSSIAN = {"Gulnar Asetova": Rendering("Гульнар Асетова", State.REVIEWED, ("Г. Асетова",), ("Асетова Г.",))}
UYGHUR = {"Gulnar Asetova": Rendering("گۈلنار ئاسېتوۋا")}
GLOSSARY = Glossary(NAMES, {"ru": RUSSIAN, "ug": UYGHUR})

HEADER = "en,kind,ru\n"
forms = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=9).filter(
    lambda form: not fault(form)
)


def test_csv_holds_everything() -> None:
    """A name is a row; lists are parted by semicolons, and one in a form is escaped; states can be read, too."""
    rows = list(csv.DictReader(io.StringIO(tables.as_csv(GLOSSARY, LOCALES).removeprefix("\ufeff"))))

    assert list(rows[0])[:6] == ["en", "kind", "ru", "kk", "ug", "id"]
    assert (rows[0]["ru"], rows[0]["kk"], rows[0]["ug"]) == ("Гульнар Асетова", "", "گۈلنار ئاسېتوۋا")
    assert rows[0]["also"] == r"Gulnara Asetova; G. A.\; judge"
    assert (rows[0]["ru also"], rows[0]["ru never"]) == ("Г. Асетова", "Гульнара Асетова; Асетова Г.")
    assert (rows[0]["ru state"], rows[0]["ug state"], rows[0]["kk state"]) == ("reviewed", "draft", "")
    assert [row["translate"] for row in rows] == ["yes", "yes", "no"]


def test_what_is_written_is_read() -> None:
    """A table that comes back unchanged says the same of every name."""
    rows, ignored = tables.read_table(tables.as_csv(GLOSSARY, LOCALES).encode(), LOCALES)

    assert [replace(row.name, line=0) for row in rows] == [replace(NAMES[0], never={"": ("Gulya",)}), *NAMES[1:]]
    assert [row.line for row in rows] == [2, 4, 5]
    assert rows[0].renderings == {"ru": "Гульнар Асетова", "ug": "گۈلنار ئاسېتوۋا"}
    assert (rows[0].also, rows[0].never["ru"]) == ({"ru": ("Г. Асетова",)}, ("Гульнара Асетова", "Асетова Г."))
    assert ignored == []


@given(forms, st.sampled_from(KINDS), st.lists(forms, max_size=3, unique=True), forms, st.data())
def test_any_name_survives(form: str, kind: str, also: list[str], russian: str, data: st.DataObject) -> None:
    """Whatever a name is made of, signs of formulas and separators included, it comes back."""
    note = " ".join(data.draw(st.text(st.characters(exclude_categories=("C",)), max_size=20)).split())
    name = Name(form, kind, also=tuple(one for one in also if one != form), note=note)
    table = tables.as_csv(Glossary((name,), {"ru": {name.ref: Rendering(russian)}}), ("ru",))
    (row,), _ = tables.read_table(table.encode(), ("ru",))

    assert replace(row.name, line=0) == name
    assert row.renderings == {"ru": russian}


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.encode("utf-16"),
        lambda text: text.replace(",", ";").encode(),
        lambda text: text.replace(",", "\t").replace("\n", "\r\n").encode("utf-16"),
    ],
    ids=["plain", "byte order mark", "UTF-16", "semicolons", "Unicode text of Excel"],
)
def test_what_excel_writes(encode: Callable[[str], bytes]) -> None:
    """Separators and encodings are those of the country; columns that we do not know are told."""
    text = 'EN,Kind,Ru,Page\nKarasu,Place,Карасу,7\n"Asanov ""Das""",person,"Асанов ""Дас""",\n'
    rows, ignored = tables.read_table(encode(text), LOCALES)

    assert [(row.name.form, row.name.kind, row.renderings) for row in rows] == [
        ("Karasu", "place", {"ru": "Карасу"}),
        ('Asanov "Das"', "person", {"ru": 'Асанов "Дас"'}),
    ]
    assert ignored == ["Page"]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 1, "no column `en`"),
        ("name,ru\nKarasu,Карасу\n", 1, "no column `en`"),
        ("en,ru,RU\nKarasu,Карасу,\n", 1, "two columns for `ru`"),
        (HEADER + "Karasu,river,Карасу\n", 2, "`kind` is `river`"),
        (HEADER + ",place,Карасу\n", 2, "no form"),
        (HEADER + "Karasu,place,Карасу,7\n", 2, "more cells than the header"),
        (HEADER + "\n\nKarasu,place,Кaрасу\n", 4, "mixes alphabets"),
        (HEADER + "Karasu,place,\u200fКарасу\n", 2, "mark of direction"),
        (HEADER + 'Karasu,"place,Карасу\n', 2, "the table is broken"),
        (HEADER + "A,place,Б\nB,hill,Б\nC,hill,Б\n", 3, "`hill`; line 4: `kind` is `hill`"),
        ("en,kind,translate\nKarasu,place,perhaps\n", 2, "`translate` is 'perhaps'"),
    ],
)
def test_bad_tables(text: str, line: int, what: str) -> None:
    """Every bad row is named by its line."""
    with pytest.raises(GlossaryError) as refused:
        tables.read_table(text.encode(), LOCALES)

    assert what in refused.value.what
    assert refused.value.line == line


def test_many_bad_rows_are_counted() -> None:
    """The message stays short."""
    with pytest.raises(GlossaryError, match=r"line 9: .*; and 42 more") as refused:
        tables.read_table((HEADER + "A,hill,Б\n" * 50).encode(), LOCALES)

    assert "nothing was imported" in refused.value.hint


def test_bytes_of_an_old_code_page_are_refused() -> None:
    """What Excel writes as plain CSV in Russia is no UTF-8; the remedy names the menu entry."""
    with pytest.raises(GlossaryError) as refused:
        tables.read_table((HEADER + "Karasu,place,Карасу\n").encode("cp1251"), LOCALES)

    assert (refused.value.line, "CSV UTF-8" in refused.value.hint) == (2, True)


def test_no_formula_is_written() -> None:
    """A spreadsheet runs no cell; on the way back the name is as it was."""
    name = Name("=1+1 News", "organisation", note="'@all")
    table = tables.as_csv(Glossary((name,)), ())

    assert "'=1+1 News" in table and ",''@all" in table
    assert tables.read_table(table.encode(), ())[0][0].name == replace(name, line=2)
    assert tables.as_omegat(Glossary((name,), {"ru": {name.ref: Rendering("-1")}}), "ru").startswith(
        "'=1+1 News\t'-1\t"
    )


def test_omegat_lines() -> None:
    """A line for each English form and each admitted rendering; a note is one line; drafts say so."""
    assert tables.as_omegat(GLOSSARY, "ru").splitlines() == [
        f'{source}\t{target}\tperson; reviewed; The "judge", not the poet.'
        for source in ("Gulnar Asetova", "Gulnara Asetova", "G. A.; judge", "G. Assetova")
        for target in ("Гульнар Асетова", "Г. Асетова")
    ] + ["Steppe News\tSteppe News\torganisation; translated"]


def test_omegat_lines_are_read() -> None:
    """Source, target, comment; a source that comes again admits another form; what our comment says is understood."""
    text = "# ours\nKarasu\tКарасу\tplace; draft; a river\nKarasu\tКара-Су\t\nflatbread\tлепёшка\tnot toqash\nBare\t\n"
    rows = tables.read_omegat(text.encode(), "ru")

    assert [(row.name.form, row.name.kind, row.name.note, row.renderings, row.also) for row in rows] == [
        ("Karasu", "place", "a river", {"ru": "Карасу"}, {"ru": ("Кара-Су",)}),
        ("flatbread", "term", "not toqash", {"ru": "лепёшка"}, {}),
        ("Bare", "term", "", {}, {}),
    ]
    with pytest.raises(GlossaryError, match="no tab") as refused:
        tables.read_omegat(b"# x\nKarasu, river\n", "ru")
    assert refused.value.line == 2


READER = """
import org.omegat.gui.glossary.GlossaryReaderTSV
for (path in args)
    for (one in GlossaryReaderTSV.read(new File(path), false))
        println([one.srcText, one.locText, one.commentText].join("\\t"))
"""


def test_omegat_reads_it(tmp_path: Path) -> None:
    """OmegaT's own reader finds every line with its source, target and comment.

    OMEGAT_CLASSPATH: its archives and Groovy's, where they do not lie as in Debian.
    """
    java = need("java")
    classes = os.environ.get("OMEGAT_CLASSPATH", "/usr/share/omegat/OmegaT.jar:/usr/share/java/*")
    if not Path(classes.partition(":")[0]).exists():
        need("omegat")
    (tmp_path / "reader.groovy").write_text(READER, encoding="utf-8")
    written = {f"{locale}.utf8": tables.as_omegat(GLOSSARY, locale) for locale in ("ru", "ug")}
    for name, table in written.items():
        (tmp_path / name).write_text(table, encoding="utf-8")
    command = [java, "-Dfile.encoding=UTF-8", "-cp", classes, "groovy.ui.GroovyMain", "reader.groovy", *written]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)

    assert done.stdout == "".join(written.values()), done.stderr
