"""TMX that we write: its bytes, and what other programs make of it."""

from __future__ import annotations

import io
import os
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

import l10n
from l10n.errors import MemoryFileError
from l10n.memory import tmx
from l10n.memory.tmx import Code, Said, Unit, Variant
from tests.memory.documents import BRIDGE, INLINE, document, reading, texts, written
from tests.programs import need

# --- writing


def test_bytes() -> None:
    """The same units make the same bytes: no clock, no order of chance."""
    unit = Unit((Variant("en", "a < b"), Variant("kk", "<a1>ә</a1>")), "en", "1", Said("2024-03-05T10:15:30Z", "anna"))

    assert (
        written([unit], source="en", when="2024-06-01T00:00:00Z").decode()
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="l10n" creationtoolversion="VERSION" segtype="sentence" o-tmf="l10n" \
adminlang="en" srclang="en" datatype="plaintext" creationdate="20240601T000000Z"/>
<body>
<tu tuid="1" creationdate="20240305T101530Z" creationid="anna">
<tuv xml:lang="en"><seg>a &lt; b</seg></tuv>
<tuv xml:lang="kk"><seg><bpt i="1">&lt;a1&gt;</bpt>ә<ept i="1">&lt;/a1&gt;</ept></seg></tuv>
</tu>
</body>
</tmx>
""".replace("VERSION", l10n.__version__)
    )


def test_what_xml_cannot_hold() -> None:
    """Control characters and lone surrogates are dropped and counted."""
    out = io.BytesIO()
    done = tmx.write([Unit((Variant("en", "a\0b\x1bc\ud800\ufffe"),), id="\x01")], out)

    assert (done.units, done.dropped) == (1, 5)
    assert texts(next(iter(tmx.read(io.BytesIO(out.getvalue()))))) == {"en": "abc"}


def test_marks_that_cross() -> None:
    """Elements must nest: of two passages that do not, the file is well-formed all the same, and the text returns."""
    marks = (Code("hi1", "mark"), Code("hi2", "mark"))
    data = written([Unit((Variant("en", "<hi1>old <hi2>town</hi1> hall</hi2>", marks),))])

    assert texts(next(iter(tmx.read(io.BytesIO(data))))) == {"en": "<hi1>old <hi2>town</hi1> hall</hi2>"}


@pytest.mark.parametrize("unit", [Unit(()), Unit((Variant("", "a"),)), Unit((Variant("en", "a"),), source="Klingon!")])
def test_what_is_no_unit(unit: Unit, tmp_path: Path) -> None:
    """A unit that TMX cannot say is refused, and the file that stood there stands."""
    path = tmp_path / "old.tmx"
    path.write_text("old")
    with pytest.raises(ValueError):
        tmx.write([unit], path)

    assert [one.name for one in tmp_path.iterdir()] == ["old.tmx"] and path.read_text() == "old"


def test_a_file_is_replaced_at_one_stroke(tmp_path: Path) -> None:
    """What is read may be written to its own place, and nobody else may read it afterwards who might not before."""
    path = tmp_path / "bridge.tmx"
    path.write_bytes(document(BRIDGE * 5))
    path.chmod(0o600)
    done = tmx.write(tmx.read(path), path, source="en")

    assert path.stat().st_mode & 0o777 == 0o600
    assert (done.units, len(list(tmx.read(path))), len(list(tmp_path.iterdir()))) == (5, 5, 1)
    with pytest.raises(MemoryFileError, match="cannot be written"):
        tmx.write([], tmp_path / "none" / "x.tmx")


# --- programs

SAMPLE = [
    Unit(
        (
            Variant(
                "en", "The <a1>dam</a1> holds<br2/> & <i3>all</i3> is well.", said=Said(change_id="aigul", notes=("n",))
            ),
            Variant("ru", "<a1>Плотина</a1> держится<br2/> & <i3>всё</i3> хорошо."),
            Variant("kk", "<a1>Бөгет</a1> берік<br2/> & <i3>бәрі</i3> жақсы."),
            Variant("ug", "<a1>توما</a1> مۇستەھكەم<br2/> & <i3>ھەممە</i3> ياخشى."),
        ),
        "en",
        "dam",
        Said("2024-03-05T10:15:30Z", "aigul", "2024-03-06T10:15:30Z", "anna", 3, props=(("article", "dam"),)),
    ),
    Unit((Variant("en", "The bridge is open."), Variant("ru", "Мост открыт.")), "en"),
]
CONTENT = {
    "tmx": ["header", "body"],
    "tu": ["note", "prop", "tuv"],
    "tuv": ["note", "prop", "seg"],
}
NEEDED = {
    "tuv": ["{http://www.w3.org/XML/1998/namespace}lang"],
    "bpt": ["i"],
    "ept": ["i"],
    "it": ["pos"],
    "prop": ["type"],
}


SAMPLES = [
    SAMPLE,
    reading("".join(f'<tu><tuv xml:lang="en"><seg>{segment}</seg></tuv></tu>' for segment, _ in INLINE)),
]


@pytest.mark.parametrize("units", SAMPLES)
def test_structure(units: list[Unit]) -> None:
    """Elements stand in the order of the DTD, with the attributes that it asks for."""
    root = etree.fromstring(written(units, source="en", when="2024-06-01T00:00:00Z"))
    for element in root.iter():
        names = [child.tag for child in element]
        if element.tag in CONTENT:
            allowed = CONTENT[element.tag]
            assert [allowed.index(name) for name in names] == sorted(allowed.index(name) for name in names)
        elif element.tag in ("bpt", "ept", "it", "ph", "ut"):
            assert set(names) <= {"sub"}
        elif element.tag in ("seg", "hi", "sub"):
            assert set(names) <= {"bpt", "ept", "it", "ph", "hi"}
        assert set(NEEDED.get(element.tag, [])) <= set(element.attrib)


def omegat() -> str:
    """The classes of OmegaT."""
    classes = os.environ.get("OMEGAT_CLASSPATH", "/usr/share/omegat/OmegaT.jar:/usr/share/java/*")
    if not Path(classes.partition(":")[0]).exists():
        need("omegat")
    return classes


@pytest.mark.parametrize("units", SAMPLES)
def test_valid_by_the_dtd(units: list[Unit], tmp_path: Path) -> None:
    """xmllint finds it valid by the DTD of TMX 1.4 that OmegaT brings along."""
    xmllint = need("xmllint")
    with zipfile.ZipFile(omegat().partition(":")[0]) as jar:
        (tmp_path / "tmx14.dtd").write_bytes(jar.read("schemas/tmx14.dtd"))
    path = tmp_path / "dam.tmx"
    tmx.write(units, path, source="en", when="2024-06-01T00:00:00Z")
    command = [xmllint, "--nonet", "--noout", "--valid", path.name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_translate_toolkit_reads_it(tmp_path: Path) -> None:
    """Translate Toolkit finds source and target of each unit, and what it writes is read."""
    po2tmx = need("po2tmx")
    path = tmp_path / "dam.tmx"
    tmx.write(SAMPLE, path, source="en")
    code = "import sys; from translate.storage import tmx; s = tmx.tmxfile.parsefile(sys.argv[1])\n"
    code += "s.sourcelanguage, s.targetlanguage = 'en', 'ru'\nfor u in s.units: print(u.source, '|', u.target)"
    python = Path(po2tmx).with_name("python")
    done = subprocess.run([python, "-c", code, path], capture_output=True, encoding="utf-8", check=False)
    assert "The bridge is open. | Мост открыт." in done.stdout, done.stderr

    catalog = tmp_path / "dam.po"
    catalog.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n#: a.html:1\n'
        'msgid "The <a1>dam</a1> holds."\nmsgstr "<a1>Плотина</a1> держится."\n',
        encoding="utf-8",
    )
    made = tmp_path / "made.tmx"
    subprocess.run([po2tmx, "--progress=none", "-l", "ru", "--source-language", "en", catalog, made], check=True)
    (unit,) = tmx.read(made)
    assert texts(unit) == {"en": "The <a1>dam</a1> holds.", "ru": "<a1>Плотина</a1> держится."}


READER = """
import org.omegat.util.*
class Taker implements TMXReader2.LoadCallback {
    boolean onEntry(TMXReader2.ParsedTu tu, TMXReader2.ParsedTuv from, TMXReader2.ParsedTuv to, boolean paragraph) {
        println([from.text, to.text, tu.props.collect { it.type + "=" + it.value }.join(",")].join("\\t"))
        return true
    }
}
def locales = ["en", "ru"].collect { new Language(it) }
new TMXReader2().readTMX(new File(args[0]), locales[0], locales[1], true, false, true, false, new Taker())
"""


def test_omegat_reads_it(tmp_path: Path) -> None:
    """OmegaT's own reader finds both texts with their codes."""
    java, classes = need("java"), omegat()
    (tmp_path / "reader.groovy").write_text(READER, encoding="utf-8")
    tmx.write(SAMPLE, tmp_path / "dam.tmx", source="en")
    command = [java, "-Dfile.encoding=UTF-8", "-cp", classes, "groovy.ui.GroovyMain", "reader.groovy", "dam.tmx"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)

    assert "The bridge is open.\tМост открыт." in done.stdout, done.stderr
    assert "article=dam" in done.stdout
