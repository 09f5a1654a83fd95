"""Tags are found where the HTML Standard's tokeniser finds them, in linear time."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import markup

TOKENS = [
    ("<p>a</p>", ["<p>", "</p>"]),
    ("<P CLASS=x>a</P\n>", ["<P CLASS=x>", "</P\n>"]),
    ("a < b <3 </3> <>", ["</3>"]),
    ("<a title='1 > 0' href=\"?a>b\">x", ["<a title='1 > 0' href=\"?a>b\">"]),
    ("<p don't>a<i>'", ["<p don't>", "<i>"]),
    ('<a ="x>y">z', ['<a ="x>']),
    ('<a b=c"d>e', ['<a b=c"d>']),
    ('<a b = "x>" >e', ['<a b = "x>" >']),
    ("<img/src=a.png/>", ["<img/src=a.png/>"]),
    ("<!---->a<!-->b<!--->c<!-- - -- > -->d<!--e--!>f", ["<!---->", "<!-->", "<!--->", "<!-- - -- > -->", "<!--e--!>"]),
    ("<!doctype html><?php 1 > 0 ?>", ["<!doctype html>", "<?php 1 >"]),
    ("<!--[if IE]><p>x</p><![endif]-->", ["<!--[if IE]><p>x</p><![endif]-->"]),
    ("<![if !IE]><p>x<![endif]>", ["<![if !IE]>", "<p>", "<![endif]>"]),
    ("a<![CDATA[b<i>c]]>", ["<![CDATA[b<i>"]),
    ("<svg><![CDATA[b<i>c]]></svg><i>", ["<svg>", "<![CDATA[b<i>c]]>", "</svg>", "<i>"]),
    ("<script>a<b>c</scripty></SCRIPT ><b>", ["<script>", "</SCRIPT >", "<b>"]),
    ("<script><!-- <script> </script> <p> --></script><b>", ["<script>", "</script>", "<b>"]),
    ("<script><!-- <p> </script><b>-->", ["<script>", "</script>", "<b>"]),
    ("<script><!--><script></script><b>", ["<script>", "</script>", "<b>"]),
    ("<title>a<b>c</title><textarea><p></textarea>", ["<title>", "</title>", "<textarea>", "</textarea>"]),
    ("<style>a>b{}</style><noscript><img></noscript>", ["<style>", "</style>", "<noscript>", "</noscript>"]),
    ("<plaintext><b></plaintext>", ["<plaintext>"]),
    ("<svg><style/><path d=x/></svg><b>", ["<svg>", "<style/>", "<path d=x/>", "</svg>", "<b>"]),
    ("<svg><title>a<b></title></svg>", ["<svg>", "<title>", "<b>", "</title>", "</svg>"]),
    ("<svg><path><p>a<title><b></title>", ["<svg>", "<path>", "<p>", "<title>", "</title>"]),
    ("<svg/><title><b></title>", ["<svg/>", "<title>", "</title>"]),
    ("<?xml version='1.0'?><script/><p/>", ["<?xml version='1.0'?>", "<script/>", "<p/>"]),
    ("<?xml version='1.0'?><script><p></script>", ["<?xml version='1.0'?>", "<script>", "</script>"]),
    ("<?xml version='1.0'?><![CDATA[<b>]]>", ["<?xml version='1.0'?>", "<![CDATA[<b>]]>"]),
    ("a<p title=\"b", ['<p title="b']),
    ("a<p title='b", ["<p title='b"]),
    ("a<!-- b -> <p>", ["<!-- b -> <p>"]),
    ("<script>a<b>", ["<script>"]),
    ("<my-card data-x=1>a</my-card>", ["<my-card data-x=1>", "</my-card>"]),
    ("<т>a", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOKENS, ids=[row[0] for row in TOKENS])
def test_tags(text: str, expected: list[str]) -> None:
    """Each tag ends where a browser ends it."""
    assert [text[tag.start : tag.end] for tag in markup.tags(text)] == expected


def test_what_a_tag_says() -> None:
    """Names are lower case, end tags closing, the content of a raw element is a span."""
    text = "<!DOCTYPE html><!-- c --><SCRIPT>x</SCRIPT></P>"

    doctype, comment, script, end, p = markup.tags(text)

    assert (doctype.name, comment.name) == ("#doctype", "#comment")
    assert (script.name, script.closing, text[script.end : script.content_end]) == ("script", False, "x")
    assert (end.name, end.closing, p.name, p.closing) == ("script", True, "p", True)


def test_only_some_names() -> None:
    """Tags of other names are passed over, raw content and foreign content too."""
    text = "<a><script><a></script><svg><a/></svg><p></a>"

    assert [text[t.start : t.end] for t in markup.tags(text, ["a"])] == ["<a>", "<a/>", "</a>"]


ATTRIBUTES = [
    ('<a href="x">', [("href", "x", '"')]),
    ("<a HREF='x'>", [("href", "x", "'")]),
    ("<a href=x/>", [("href", "x/", "")]),
    ("<a/href = x checked b=''>", [("href", "x", ""), ("checked", "", ""), ("b", "", "'")]),
    ('<a a="1"b="2" a=3>', [("a", "1", '"'), ("b", "2", '"'), ("a", "3", "")]),
    ('<a ="x" b>', [('="x"', "", ""), ("b", "", "")]),
    ("<a =b=c>", [("=b", "c", "")]),
    ("<a b=>", [("b", "", "")]),
    ("<a b= >", [("b", "", "")]),
    ('<a t="&amp;&copy2&copy;&lt&notit;&#x41;&bogus;">', [("t", "&&copy2©<&notit;A&bogus;", '"')]),
    ('<a t="?a=1&copy=2">', [("t", "?a=1&copy=2", '"')]),
    ('<a t="x', [("t", "x", '"')]),
    ("<br/>", []),
    ("<a\n\tb\r\n=\f'c'\n>", [("b", "c", "'")]),
]


@pytest.mark.parametrize(("text", "expected"), ATTRIBUTES, ids=[row[0] for row in ATTRIBUTES])
def test_attributes(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Names and decoded values, as a browser reads them; the spans are the places in the text."""
    found = markup.attributes(text, 0, len(text))

    assert [(a.name, a.value, a.quote) for a in found] == expected
    for a in found:
        assert text[a.start : a.end].lower().startswith(a.name)
        assert markup.unescape_attribute(text[a.value_start : a.value_end]) == a.value


@pytest.mark.parametrize("text", ["<br/>", "<br />", "<a b/>", '<a b="c"/>', "<a b=''/>"])
def test_empty(text: str) -> None:
    """A slash at the end says that the element is empty."""
    assert markup.is_empty(text, 0, len(text))


@pytest.mark.parametrize("text", ["<br>", "<a b= />", "<a b=c/>", "<a b=/>", "<a b='/'>"])
def test_not_empty(text: str) -> None:
    """A slash inside a value says nothing."""
    assert not markup.is_empty(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "decoded"),
    [
        ("Tom &amp; Jerry", "Tom & Jerry"),
        ("AT&T &copy 2020 &nbsp;", "AT&T © 2020 \xa0"),
        ("&#8212;&#x2014;&#151;", "———"),
        ("&#" + "9" * 5000 + ";", "\ufffd"),
        ("&#" + "0" * 5000 + "65;", "A"),
        ("&#x" + "0" * 5000 + "41", "A"),
    ],
)
def test_unescape(text: str, decoded: str) -> None:
    """References of any length mean what they mean to a browser."""
    assert markup.unescape(text) == decoded


@given(st.text("<>&\"'a;lt#3 "))
def test_escape(text: str) -> None:
    """What was escaped holds no tag and reads back as it was, in text and between either quotes."""
    assert markup.unescape(markup.escape(text)) == text
    assert not list(markup.tags(markup.escape(text)))
    for quote in "\"'":
        tag = f"<a t={quote}{markup.escape_attribute(text, quote)}{quote}>"
        assert [a.value for a in markup.attributes(tag, 0, len(tag))] == [text]
        assert [t.end for t in markup.tags(tag)] == [len(tag)]


PIECES = """
<p> </p> <a href= <b x=" <i y=' > / " ' = <!-- --> -- ! <! <? </ < <svg> <svg/> </svg> <title> </title> <![CDATA[ ]]>
<script> </script> <style> </style> & text &amp; <desc>
"""
SOUP = st.lists(st.sampled_from([*PIECES.split(), " ", "\n", "<a b='c' d=\"e\">"])).map("".join)


@given(SOUP)
def test_soup(text: str) -> None:
    """Whatever the page, tags come in order and do not overlap, and each is a `<` with what follows it."""
    at = 0
    for tag in markup.tags(text):
        assert at <= tag.start < tag.end <= tag.content_end <= len(text)
        assert text[tag.start] == "<"
        assert re.fullmatch(r"#[a-z]+|[a-z][^\t\n\f\r />]*", tag.name)
        if not tag.closing and not tag.name.startswith("#"):
            for a in markup.attributes(text, tag.start, tag.end):
                assert tag.start < a.start <= a.value_start <= a.value_end <= a.end <= tag.end
        at = tag.end


@given(SOUP)
def test_usual_attributes(text: str) -> None:
    """The short cut for usual attributes ends a tag where the full grammar ends it."""
    full = re.compile(markup.TAG.pattern.replace(markup._USUAL_ATTRIBUTES, "(?!)"))

    assert [m.span() for m in markup.TAG.finditer(text)] == [m.span() for m in full.finditer(text)]


PARTS = """
<svg> <svg/> <svg/a='/'> </svg> </SVG> <path/> <path> </path> <title> </title> <p> <b> <desc> <!-- --> < x
"""
DRAWINGS = st.lists(st.sampled_from([*PARTS.split(), '<g a="b>">'])).map("".join)


@given(DRAWINGS)
def test_drawings(text: str) -> None:
    """A drawing that is taken in one match ends where it ends tag by tag."""
    text = f"<svg>{text}"
    match = markup.TAG_OR_DRAWING.match(text)
    assert match
    if match[1] is None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(markup, "_DRAWING", re.compile("(?!)"))
            assert match.end() == markup.foreign_end(text, "svg", 0, 5)


@given(SOUP, DRAWINGS, SOUP)
def test_whole_element(before: str, drawing: str, after: str) -> None:
    """An element that is taken in one match ends where its end tag ends, and holds none of those named."""
    text = f"<nav>{before}{drawing}{after}</nav>"
    match = markup.whole_element("nav", ["p"]).match(text, 5)
    if match:
        inside = [tag for tag in markup.tags(text) if 5 <= tag.start < match.end()]
        assert (inside[-1].name, inside[-1].closing, inside[-1].end) == ("nav", True, match.end())
        assert not {"nav", "p", "textarea"}.intersection(tag.name for tag in inside[:-1])


def test_splice() -> None:
    """Edits replace spans; what overlaps is refused."""
    assert markup.splice("abcdef", [(0, 1, "X"), (2, 2, "Y"), (4, 6, "")]) == "XbYcd"
    with pytest.raises(ValueError, match="overlaps"):
        markup.splice("abc", [(0, 2, ""), (1, 3, "")])


HOSTILE = {
    "less-than": "<",
    "open tags": "<a ",
    "open values": "<a b='",
    "attributes": "<a b=c ",
    "comments": "<!--",
    "dashes": "<!-- --",
    "scripts": "<script>",
    "escaped scripts": "<script><!--<script>",
    "foreign": "<svg><desc>",
    "foreign and out": "<svg><p>",
    "cdata": "<svg><![CDATA[",
    "equals": "<a =",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_linear(piece: str) -> None:
    """Eight times the page takes about eight times as long, not sixty-four."""
    short, long = (piece * (n // len(piece)) for n in (15_000, 120_000))

    assert _seconds(long) < 24 * max(_seconds(short), 0.005)


def _seconds(text: str) -> float:
    best = 9.0
    for _ in range(2):
        start = time.process_time()
        for _tag in markup.tags(text):
            pass
        best = min(best, time.process_time() - start)
    return best
