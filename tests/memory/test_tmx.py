"""TMX: what is read is what was written, and what other programs make of it; no file can do harm."""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import l10n
from l10n import codes
from l10n.errors import MemoryFileError
from l10n.memory import tmx
from l10n.memory.tmx import Code, Said, Unit, Variant
from tests.programs import need

HEADER = (
    '<header creationtool="Other" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en"'
    ' datatype="xml"/>'
)
BRIDGE = (
    '<tu><tuv xml:lang="en"><seg>The bridge is open.</seg></tuv><tuv xml:lang="ru"><seg>Мост открыт.</seg></tuv></tu>'
)


def document(body: str, head: str = '<?xml version="1.0"?>', header: str = HEADER) -> bytes:
    return f'{head}\n<tmx version="1.4">{header}<body>\n{body}\n</body></tmx>'.encode()


def reading(body: str, **parts: str) -> list[Unit]:
    return list(tmx.read(io.BytesIO(document(body, **parts))))


def texts(unit: Unit) -> dict[str, str]:
    return {one.locale: one.text for one in unit.variants}


def written(units: list[Unit], **options: str) -> bytes:
    out = io.BytesIO()
    tmx.write(units, out, **options)
    return out.getvalue()


def again(units: list[Unit], **options: str) -> list[Unit]:
    return list(tmx.read(io.BytesIO(written(units, **options))))


# --- languages, fields, encodings


@pytest.mark.parametrize(
    ("attribute", "locale"),
    [
        ('xml:lang="RU-RU"', "ru-RU"),
        ('xml:lang="kk_KZ"', "kk-KZ"),
        ('xml:lang="ug-arab-cn"', "ug-Arab-CN"),
        ('lang="KK"', "kk"),
        ('xml:lang="sr-Latn-RS-x-OLD" lang="en"', "sr-Latn-RS-x-old"),
    ],
)
def test_languages(attribute: str, locale: str) -> None:
    """Any BCP 47 tag in any case, in the attribute of XML or in the old one."""
    (unit,) = reading(f'<tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv {attribute}><seg>b</seg></tuv></tu>')

    assert [one.locale for one in unit.variants] == ["en", locale]


def test_several_languages() -> None:
    """A unit in four languages; a pair is found by its language and script, whatever the region."""
    tuvs = "".join(
        f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>'
        for tag, text in [("en-GB", "Bread"), ("RU", "Хлеб"), ("kk-KZ", "Нан"), ("ug", "نان"), ("ug-Cyrl", "Нан.")]
    )
    (unit,) = reading(f"<tu>{tuvs}</tu>")

    assert [(a.text, b.text) for a, b in unit.pairs("en", "kk")] == [("Bread", "Нан")]
    assert [(a.text, b.text) for a, b in unit.pairs("ru", "ug")] == [("Хлеб", "نان")]
    assert unit.variant("ug-Cyrl") == Variant("ug-Cyrl", "Нан.")
    assert unit.variant("de") is None and list(unit.pairs("de", "ru")) == []


def test_fields() -> None:
    """Dates, people, counts, notes and properties of a unit and of its variants."""
    (unit,) = reading(
        '<tu tuid="7" usagecount="3" creationdate="20240305T101530Z" creationid="aigul" datatype="html" segtype="odd">'
        "<note>spoken</note><prop type='domain'>water</prop>"
        '<tuv xml:lang="en" changedate="yesterday" changeid="x"><prop type="file">a.html</prop>'
        "<seg>Dam</seg></tuv></tu>"
    )

    assert (unit.id, unit.source) == ("7", "en")
    assert unit.said == Said(
        creation_date="2024-03-05T10:15:30Z",
        creation_id="aigul",
        usage_count=3,
        props=(("domain", "water"),),
        notes=("spoken",),
        others=(("datatype", "html"),),
    )
    assert unit.variants[0].said == Said(change_date="yesterday", change_id="x", props=(("file", "a.html"),))


def test_source_language() -> None:
    """What a unit says goes before what the header says; `*all*` is no language."""
    one, other = reading(f"{BRIDGE}{BRIDGE.replace('<tu>', '<tu srclang=' + chr(34) + '*all*' + chr(34) + '>')}")

    assert (one.source, other.source) == ("en", "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251", "koi8-r", "gb18030", "utf-32"])
def test_encodings(encoding: str) -> None:
    """UTF-8, UTF-16 with its mark, and what the first line names, cut anywhere."""
    name = encoding.removesuffix("-sig")
    text = document(BRIDGE, f'<?xml version="1.0" encoding="{name}"?>').decode()

    (unit,) = tmx.read(Trickle(text.encode(encoding)))

    assert texts(unit) == {"en": "The bridge is open.", "ru": "Мост открыт."}


class Trickle(io.BytesIO):
    """A stream that never gives more than a few bytes."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(301)


# --- inline elements

INLINE = [
    ('See <bpt i="1" x="1">&lt;a href="u"></bpt>this<ept i="1">&lt;/a></ept>.', "See <a1>this</a1>."),
    ('One<ph x="9" type="lb">&lt;br/></ph>two', "One<br1/>two"),
    ('<it pos="begin">&lt;b></it>half', "<b1/>half"),
    ('half<it pos="end" type="bold"/>', "half<bold1/>"),
    ("an <hi>old</hi> town", "an <hi1>old</hi1> town"),
    ("an <ut>{\\b</ut>old town", "an <x1/>old town"),
    ('<ph>&lt;img alt="<sub>A <ph>x</ph> dam</sub>"></ph> here', "<img1/> here"),
    ("<bpt i='4' type='7!'/>a<bpt i='2'/>b<ept i='2'/>c<ept i='4'/>", "<g1>a<g2>b</g2>c</g1>"),
    ("<bpt i='1'/>left open", "<x1/>left open"),
    ("closed<ept i='1'/>", "closed<x1/>"),
    ('<bpt i="0">&lt;b0></bpt>ours<ept i="0">&lt;/b0></ept><ph>&lt;br3/></ph><ph/>', "<b0>ours</b0><br3/><x1/>"),
    ("&lt;a1>as text&lt;/a1> 3 &lt; 4", "<a1>as text</a1> 3 < 4"),
    ("<b>no</b> TMX", "no TMX"),
]


@pytest.mark.parametrize(("segment", "text"), INLINE)
def test_inline(segment: str, text: str) -> None:
    """Each element is a code of ours, with what it stands for beside it; written and read again it is the same."""
    units = reading(f'<tu><tuv xml:lang="en"><seg>{segment}</seg></tuv></tu>')

    assert units[0].variants[0].text == text
    assert again(units, source="en") == units


def test_native_codes() -> None:
    """What a code stands for, its end and its passages to translate too."""
    (unit,) = reading(f'<tu><tuv xml:lang="en"><seg>{INLINE[0][0]}{INLINE[6][0]}</seg></tuv></tu>')
    link, image = unit.variants[0].codes

    assert link == Code("a1", "pair", '<a href="u">', "</a>")
    assert [image.opening[start:end] for start, end in image.subs] == ["A x dam"]


def test_codes_of_a_unit_agree() -> None:
    """A code has one number in all languages, counted in the source, in whatever order they stand."""
    source = '<bpt i="1" x="5">&lt;b></bpt>a<ept i="1">&lt;/b></ept> <ph x="6">&lt;br/></ph> <ph>[1]</ph><ph>[2]</ph>'
    target = '<ph x="6">&lt;br /></ph><bpt i="3" x="5"/>б<ept i="3"/> <ph>[1]</ph><ph>[2]</ph><ph>[3]</ph>'
    units = reading(
        f'<tu><tuv xml:lang="ru"><seg>{target}</seg></tuv><tuv xml:lang="en"><seg>{source}</seg></tuv></tu>'
    )

    assert texts(units[0]) == {
        "en": "<b1>a</b1> <br2/> <x3/><x4/>",
        "ru": "<br2/><b1>б</b1> <x3/><x4/><x5/>",
    }
    assert again(units) == units


# --- laws


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\r", "&#13;")


XML_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff", include_characters="\t\n\r"),
    max_size=12,
)
LOCALES = st.sampled_from(["en", "ru", "kk-KZ", "ug-Arab", "ug-Cyrl"])
OUR_TEXT = st.lists(
    XML_TEXT
    | st.sampled_from(
        ["<a1>", "</a1>", "<br2/>", "<b03>", "</b03>", "<joined/>", "<foreign>", "&lt;a1>", "<", "&amp;"]
    ),
    max_size=8,
).map("".join)
PIECES = st.recursive(
    XML_TEXT.map(escaped)
    | st.builds(
        "<{0}{1}>{2}</{0}>".format,
        st.sampled_from(["ph", "it", "bpt", "ept", "ut"]),
        st.builds(
            ' i="{}" pos="{}" x="{}" type="{}"'.format,
            st.integers(0, 2),
            st.sampled_from(["begin", "end"]),
            st.integers(0, 3),
            st.sampled_from(["", "b", "h2", "Ж", "link"]),
        ),
        XML_TEXT.map(escaped) | st.sampled_from(["&lt;b>", "&lt;/b>", "&lt;a1>", "a<sub>b</sub>c<sub/>"]),
    ),
    lambda inside: st.lists(inside, max_size=3).map(lambda parts: f"<hi>{''.join(parts)}</hi>"),
    max_leaves=6,
)
SEGMENTS = st.lists(PIECES, max_size=6).map("".join)
SAID = st.builds(
    Said,
    creation_date=st.sampled_from(["", "2024-03-05T10:15:30Z", "long ago"]),
    creation_id=XML_TEXT,
    change_date=st.just(""),
    change_id=XML_TEXT,
    last_usage_date=st.sampled_from(["", "2024-03-05T10:15:30Z"]),
    usage_count=st.none() | st.integers(0, 10**17),
    props=st.lists(st.tuples(XML_TEXT, XML_TEXT), max_size=2).map(tuple),
    notes=st.lists(XML_TEXT, max_size=2).map(tuple),
    others=st.sampled_from([(), (("datatype", "html"), ("segtype", "phrase"))]),
)


@given(
    st.lists(
        st.builds(
            Unit,
            st.lists(st.builds(Variant, LOCALES, OUR_TEXT, st.just(()), SAID), min_size=1, max_size=3).map(tuple),
            st.sampled_from(["", "en", "ru"]),
            XML_TEXT,
            SAID,
        ),
        max_size=3,
    ),
    st.sampled_from(["", "en"]),
)
def test_round_trip_of_ours(units: list[Unit], source: str) -> None:
    """What is written is read again, whatever the texts hold."""
    assert again(units, source=source) == units


@given(st.lists(SEGMENTS, min_size=1, max_size=3))
def test_round_trip_of_others(segments: list[str]) -> None:
    """What was read from another program is the same after one more way."""
    tuvs = "".join(
        f'<tuv xml:lang="{tag}"><seg>{one}</seg></tuv>' for tag, one in zip(["en", "ru", "kk"], segments, strict=False)
    )
    units = reading(f"<tu>{tuvs}</tu>")

    assert again(units) == units
    assert written(again(units)) == written(units)


@given(st.binary(max_size=60), st.integers(0, 500))
@settings(max_examples=150)
def test_any_bytes(noise: bytes, place: int) -> None:
    """Any file is read, or refused in words."""
    data = document(BRIDGE)
    try:
        for unit in tmx.read(io.BytesIO(data[:place] + noise + data[place + len(noise) :])):
            assert unit.variants
    except MemoryFileError as refused:
        assert refused.what


# --- bad files


def refused(data: bytes, units: int = 0) -> MemoryFileError:
    """The error at the end of a file, behind so many units."""
    reader, found = tmx.read(io.BytesIO(data)), 0
    with pytest.raises(MemoryFileError) as caught:
        for _ in reader:
            found += 1
    assert found == units
    return caught.value


BOMB = '<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa">\n<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("head", "line", "what"),
    [
        (BOMB, 1, "declares the entity `a`"),
        ('<!DOCTYPE tmx [\n<!ENTITY x SYSTEM "file:///etc/passwd">]>', 2, "declares the entity `x`"),
        ('<!DOCTYPE tmx [\n\n<!ENTITY % x SYSTEM "http://tmx.example/x.dtd"> %x;]>', 3, "declares the entity `x`"),
        (f'<!DOCTYPE tmx [<!ATTLIST tuv x CDATA "{"a" * 1000}">]>', 1, "default of `x`"),
    ],
)
def test_entities_are_refused(head: str, line: int, what: str) -> None:
    """No entity is declared, expanded or fetched; the error names the line."""
    error = refused(document(BRIDGE, head))

    assert (error.line, what in error.what, bool(error.hint)) == (line, True, True)


def test_doctype_is_fine() -> None:
    """A DOCTYPE is read over; nothing is fetched. An entity that only its DTD could know is an error."""
    head = '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "http://tmx.example/tmx14.dtd" [<!ENTITY lt "&#38;#60;">]>'

    assert len(reading(BRIDGE, head=head)) == 1
    assert "`&nbsp;`" in refused(document(f"{BRIDGE}\n<tu>&nbsp;</tu>", head), 1).what


@pytest.mark.parametrize(
    ("data", "units", "line", "what"),
    [
        (document(BRIDGE * 3)[:-12], 3, 4, "cut off"),
        (document(BRIDGE * 3)[: -len(BRIDGE)], 2, 3, "cut off"),
        (document(f"{BRIDGE}\n{BRIDGE}").replace("Мост".encode(), b"\xcc\xee\xf1\xf2"), 0, 3, "no UTF-8"),
        (document(BRIDGE, '<?xml version="1.0" encoding="cp1251"?>').replace(b"open.", b"\x98"), 0, 1, "no cp1251"),
        (document(BRIDGE, '<?xml version="1.0" encoding="klingon"?>'), 0, 1, "`klingon`"),
        (document(f"{BRIDGE}\n<tu></tuv>"), 1, 4, "mismatched tag"),
        (document(f"{BRIDGE}\n\0"), 1, 4, "well-formed"),
        (b'<?xml version="1.0"?>\n<xliff version="1.2"/>', 0, 2, "its root is `<xliff>`"),
        (b"", 0, 1, "no `<tmx>`"),
        (b"The bridge is open.", 0, 1, "well-formed"),
        (gzip.compress(document(BRIDGE)), 0, 0, "compressed"),
        (document("", header=f"<header><note>{'x' * (18 << 20)}</note></header>"), 0, 2, "no end of a unit"),
    ],
    ids=["end", "unit", "bytes", "byte", "encoding", "tag", "nul", "root", "empty", "text", "gzip", "endless"],
)
def test_broken_files(data: bytes, units: int, line: int, what: str) -> None:
    """Every unit before the fault is given, then one error with its line."""
    error = refused(data, units)

    assert what in error.what and error.line == line


def test_a_path_is_named(tmp_path: Path) -> None:
    """An error names the file, one that is missing too."""
    path = tmp_path / "bridge.tmx"
    with pytest.raises(MemoryFileError, match="cannot be read"):
        list(tmx.read(path))
    path.write_bytes(document(BRIDGE)[:-9])
    with pytest.raises(MemoryFileError, match=f"`{path}` line 4: it ends before"):
        list(tmx.read(path))


def test_what_is_left_out() -> None:
    """A text without a language, without `<seg>`, or with a language that is none, is left out, told and counted."""
    tu = "<tu>{}</tu>\n"
    named = '<tuv xml:lang="ru"><seg>Мост</seg></tuv>'
    reader = tmx.read(
        io.BytesIO(
            document(
                "".join(
                    map(
                        tu.format,
                        [
                            f"<tuv><seg>Bridge</seg></tuv>{named}",
                            f'<tuv xml:lang="en"><seg>Bridge</seg></tuv><tuv><seg>?</seg></tuv>{named}',
                            f'{named}<tuv xml:lang="Kazakh language"><seg>Көпір</seg></tuv>',
                            f'{named}<tuv xml:lang="kk"/>',
                            "",
                            '<tuv xml:lang="kk"><note>Empty</note><seg/></tuv>',
                        ],
                    )
                )
            )
        )
    )

    assert [texts(unit) for unit in reader] == [
        {"en": "Bridge", "ru": "Мост"},
        {"en": "Bridge", "ru": "Мост"},
        {"ru": "Мост"},
        {"ru": "Мост"},
        {"kk": ""},
    ]
    assert [(one.line, one.what) for one in reader.problems] == [
        (4, "a text without a language"),
        (5, "`Kazakh language` is no language tag"),
        (6, "a variant without `<seg>`"),
        (7, "a unit without a text that has a language"),
    ]
    assert reader.left_out == 4


def test_a_million_characters() -> None:
    """A segment of a million letters, of a million codes, of sub-flows in each other: read and written in no time."""
    long = "ә" * 1_000_000
    (unit,) = reading(f'<tu><tuv xml:lang="kk"><seg>{long}</seg></tuv></tu>')
    (coded,) = reading(
        f'<tu><tuv xml:lang="kk"><seg>{"<ph/>ә" * 20_000}<ph>{"<sub>a</sub>" * 20_000}</ph></seg></tuv></tu>'
    )

    assert unit.variants[0].text == long
    assert len(coded.variants[0].codes) == 20_001 and codes.fault(*[coded.variants[0].text] * 2) == ""
    assert again([unit, coded]) == [unit, coded]


def test_memory_is_bounded() -> None:
    """Fifty megabytes of units are read and written in the memory of a few."""
    code = """
import io, resource
from l10n.memory import tmx
unit = '<tu><tuv xml:lang="en"><seg>%s</seg></tuv><tuv xml:lang="kk"><seg>%s</seg></tuv></tu>' % ("a" * 999, "ә" * 999)
class Source:
    left = 50
    def read(self, size):
        self.left -= 1
        if self.left == 49:
            return b'<tmx version="1.4"><header srclang="en"/><body>'
        return unit.encode() * 330 if self.left > 0 else b"</body></tmx>" if self.left == 0 else b""
class Sink:
    def write(self, data):
        pass
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
done = tmx.write(tmx.read(Source()), Sink())
print(done.units, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    count, grown = map(int, done.stdout.split())

    assert count == 15_840 and grown < 20_000, done.stderr


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


@pytest.mark.parametrize("unit", [Unit(()), Unit((Variant("", "a"),)), Unit((Variant("en", "a"),), source="Klingon!")])
def test_what_is_no_unit(unit: Unit, tmp_path: Path) -> None:
    """A unit that TMX cannot say is refused, and the file that stood there stands."""
    path = tmp_path / "old.tmx"
    path.write_text("old")
    with pytest.raises(ValueError):
        tmx.write([unit], path)

    assert [one.name for one in tmp_path.iterdir()] == ["old.tmx"] and path.read_text() == "old"


def test_a_file_is_replaced_at_one_stroke(tmp_path: Path) -> None:
    """What is read may be written to its own place."""
    path = tmp_path / "bridge.tmx"
    path.write_bytes(document(BRIDGE * 5))
    done = tmx.write(tmx.read(path), path, source="en")

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
