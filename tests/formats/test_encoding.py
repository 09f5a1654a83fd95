"""Bytes become text and the same bytes again; what cannot is refused with line and remedy."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import formats
from l10n.errors import FormatError
from l10n.formats.encoding import decode, encode


def page(charset: str, text: str, codec: str) -> bytes:
    return f'<meta charset="{charset}">\n<p>{text}'.encode(codec)


READ = [
    (b"<p>\xd2\x9b", "<p>қ"),
    (codecs.BOM_UTF8 + page("windows-1251", "қ", "utf-8"), '<meta charset="windows-1251">\n<p>қ'),
    (codecs.BOM_UTF16_LE + "<p>қ".encode("utf-16-le"), "<p>қ"),
    (codecs.BOM_UTF16_BE + "<p>қ".encode("utf-16-be"), "<p>қ"),
    (page("windows-1251", "щ", "cp1251"), '<meta charset="windows-1251">\n<p>щ'),
    (page("KOI8-R", "щ", "koi8-r"), '<meta charset="KOI8-R">\n<p>щ'),
    (page("x-cp1251", "щ", "cp1251"), '<meta charset="x-cp1251">\n<p>щ'),
    (page("koi8-ru", "щ", "koi8-u"), '<meta charset="koi8-ru">\n<p>щ'),
    (page("iso88595", "щ", "iso8859-5"), '<meta charset="iso88595">\n<p>щ'),
    (page("ISO-10646-UCS-2", "щ", "utf-8"), '<meta charset="ISO-10646-UCS-2">\n<p>щ'),
    (page("big5-hkscs", "哈", "big5"), '<meta charset="big5-hkscs">\n<p>哈'),
    (page("iso-8859-1", "“é”", "cp1252"), '<meta charset="iso-8859-1">\n<p>“é”'),
    (page("utf-16", "қ", "utf-8"), '<meta charset="utf-16">\n<p>қ'),
    (page("gb2312", "哈", "gbk"), '<meta charset="gb2312">\n<p>哈'),
    ("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>щ".encode("cp1251"), None),
    ("<?xml version='1.0' encoding='windows-1251'?>щ".encode("cp1251"), None),
    ("<!-- <meta charset=utf-16> --><meta content=x charset=windows-1251>щ".encode("cp1251"), None),
    ("<meta name=x content='a charset b'>қ".encode(), "<meta name=x content='a charset b'>қ"),
]


@pytest.mark.parametrize(("document", "text"), READ, ids=[str(row[0][:40]) for row in READ])
def test_read(document: bytes, text: str | None) -> None:
    """A byte order mark decides, then the declaration as browsers take it, then UTF-8."""
    found, how = decode(document, "html")

    assert found == (text or found)
    assert found.endswith(text[-1] if text else "щ")
    assert encode(found, how) == document


def test_only_html_declares() -> None:
    """In other formats a declaration is text."""
    assert decode(page("windows-1251", "қ", "utf-8"), "text")[0].endswith("қ")


REFUSED = [
    (b"<p>one\n<p>\xff", 2, "is not UTF-8"),
    (page("windows-1251", "", "ascii") + b"\n\x98", 3, "is not cp1251"),
    (codecs.BOM_UTF16_LE + "a\nb".encode("utf-16-le") + b"x", 2, "is not UTF-16-LE"),
    (b"one\ntwo\nth\0ree", 3, "NUL"),
    ("<p>қ".encode("utf-16-le"), 1, "UTF-8|NUL"),
    (b"\n<meta charset=x-klingon>", 2, "`x-klingon` is no encoding"),
    (b"<meta charset=hex>", 1, "`hex` is no encoding"),
    (page("iso-2022-jp", "\x1b(B\x1b(B", "latin-1"), 0, "cannot be written back"),
    (b"<p>\xed\xa0\x80", 1, "is not UTF-8"),
]


@pytest.mark.parametrize(("document", "line", "what"), REFUSED, ids=[row[2] for row in REFUSED])
def test_refused(document: bytes, line: int, what: str) -> None:
    """What cannot be read, or not be written back as it was, is refused with the line and a remedy."""
    with pytest.raises(FormatError, match=what) as caught:
        formats.units(document, "html")

    assert caught.value.line == line
    assert "UTF-8" in caught.value.hint


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "iso-8859-1", "gb18030", "euc-jp", "big5"])
def test_beyond_the_encoding(charset: str) -> None:
    """In HTML a character that the encoding of the page cannot hold is written as a reference, in JSON as an escape."""
    codec = decode(f"<meta charset={charset}>".encode(), "html")[1].codec
    script = '<script type=application/ld+json>{"@type":"Article","headline":"A"}</script>'
    document = f"<meta charset={charset}><title>A</title>{script}<p title=A>A <b>b</b>".encode(codec)

    built = formats.rewrite(document, "html", lambda unit: unit.source.replace("A", "Әق😀"), whole_page=True)

    again = formats.units(built, "html", whole_page=True)
    assert [unit.source for unit in again] == ["Әق😀", "Әق😀", "Әق😀", "Әق😀 <b1>b</b1>"]
    assert built.decode(codec).startswith(f"<meta charset={charset}>")


def test_beyond_the_encoding_of_a_text() -> None:
    """Where there are no references, such a character is refused with the line and a remedy."""
    text, how = decode(page("koi8-r", "щ", "koi8-r"), "html")

    with pytest.raises(FormatError, match="koi8-r has no `Ә`") as caught:
        encode(text + "\nӘ", how)

    assert (caught.value.line, caught.value.hint.startswith("save the article as UTF-8")) == (3, True)


@given(st.binary(max_size=60))
def test_any_bytes(document: bytes) -> None:
    """Any bytes are either refused or given back as they were."""
    for start in (
        b"",
        b"<meta charset=windows-1251>",
        b"<meta charset=gbk>",
        b"<meta charset=iso-2022-jp>",
        codecs.BOM_UTF16_BE,
    ):
        try:
            built = formats.rewrite(start + document, "html", lambda unit: unit.source)
        except FormatError:
            continue
        assert built == start + document
