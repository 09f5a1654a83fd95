"""TMX: what is read is what was written."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.errors import MemoryFileError
from l10n.memory import tmx
from l10n.memory.tmx import Code, Said, Unit, Variant
from tests.memory.documents import BRIDGE, INLINE, again, document, reading, texts, written

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
