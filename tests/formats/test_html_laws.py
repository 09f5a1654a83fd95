"""HTML keeps the laws of every format, on pages that nobody would write and on pages of news sites."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import codes, formats
from l10n.model import Unit

PAGES = sorted((Path(__file__).parent / "html").glob("*.html"))

PIECES = """
< > " ' = & &amp; &lt;b1&gt; &amp;lt; &nbsp; &copy &#x1 &#160; &notit; <b1> <b> </b> <i> </i> <B CLASS=x> </B > <p>
</p> <P ID=p> <div> </div> <h1> </h1> <h2> <br> <br/> <ul> <li> </li> </ul> <table> <tr> <td> </td> </table> <caption>
<select> <option> <button> <blockquote> </blockquote> <figure> <figcaption> </figcaption> </figure> <!-- --> <!--x-->
<![endif]--> <!--[if_IE]> <script> </script> <style> </style> <svg> </svg> <svg/> <math> <template> </template> <pre>
</pre> <textarea> </textarea> <title> </title> <noscript> </noscript> <?x?> <![CDATA[ ]]> <!doctype> <x-y> </x-y>
<joined/>
<foreign> translate=no <time> </time> </a> </span> one Two 3 … . , Ә ق \u200c
"""
TAGS = [
    "<a href='x'>",
    "<a title='Four &amp; five'>",
    '<img alt="Six">',
    "<img alt=seven>",
    "<span translate=no>Eight</span>",
    "<span translate=no>",
    "<p translate=no>",
    "<p translate=yes>",
    "<div data-l10n-skip>",
    "<span class=credit>",
    "<div class=byline>",
    "<meta name=description content='Nine'>",
    '<script type="application/ld+json">{"@type":"Article","headline":"Ten \\u003c eleven"}</script>',
    " ",
    "\n",
    "\r\n",
    "\t",
    "\u00a0",
    "\u2028",
]
SOUP = st.lists(st.sampled_from([*PIECES.split(), *TAGS]), max_size=60).map("".join)
PHRASE = "one Two 3 … Ә &amp; &nbsp; <br> <b> </b> <i> </i>"
WORDS = st.lists(st.sampled_from([*PHRASE.split(), " "]))
BLOCKS = st.lists(st.tuples(st.sampled_from(["p", "div", "li", "td", "h2"]), WORDS), max_size=8).map(
    lambda blocks: "".join(f"<{name}>{''.join(words)}</{name}>\n" for name, words in blocks)
)


def words_only(change: Callable[[str], str]) -> Callable[[Unit], str]:
    """A translation that changes the text between the codes."""
    return lambda unit: "".join(t if codes.CODE.fullmatch(t) else change(t) for t in codes.tokens(unit.source))


def upper(text: str) -> str:
    return codes.escape(codes.unescape(text).upper())


def longer(text: str) -> str:
    return codes.escape(re.sub(r"\w+", r"\g<0>Җ", codes.unescape(text)))


def backwards(text: str) -> str:
    """The words in the other order; white space at the edges stays."""
    words = text.strip(" ")
    turned = codes.escape(" ".join(reversed(codes.unescape(words).split(" "))))
    return text.replace(words, turned) if words else text


TRANSLATIONS = [words_only(change) for change in (upper, longer, backwards)]


def check(page: bytes, **settings: Any) -> None:
    """Both laws hold for a page, for the translations that return trimmed text."""
    units = formats.units(page, "html", **settings)
    assert formats.rewrite(page, "html", lambda unit: unit.source, **settings) == page
    for translate in TRANSLATIONS:
        wanted = [(unit.kind, translate(unit)) for unit in units]
        if any(target != target.strip() for _, target in wanted):
            continue
        built = formats.rewrite(page, "html", translate, **settings)
        assert [(unit.kind, unit.source) for unit in formats.units(built, "html", **settings)] == wanted


@given(SOUP)
def test_soup(page: str) -> None:
    """Nothing that tags and text can be mixed to breaks the laws."""
    check(page.encode(), whole_page=True)
    check(page.encode(), whole_page=True, exclude=["i", ".credit", "li b"])


@given(BLOCKS)
def test_blocks(page: str) -> None:
    """Nor do blocks with badly nested inline tags."""
    check(page.encode(), whole_page=True)


@given(SOUP)
def test_identity_of_the_default(page: str) -> None:
    """Where the article is looked for, a page with its own sources stays as it is."""
    assert formats.rewrite(page.encode(), "html", lambda unit: unit.source) == page.encode()


@given(SOUP)
def test_units_are_well_formed(page: str) -> None:
    """A source is trimmed and folded, has a word, codes without a fault, and a legend for each of them."""
    for unit in formats.units(page.encode(), "html", whole_page=True):
        assert unit.source == unit.source.strip()
        assert not re.search(r"[\t\n\f\r]|  ", unit.source)
        assert re.search(r"[^\W_]", codes.strip(unit.source))
        assert codes.fault(unit.source, unit.source) == ""
        assert codes.numbers(unit.source) == tuple(range(1, len(unit.codes) + 1))
        assert [f"{name}" for name, _ in unit.codes] == re.findall(r"<([a-z]+\d+)/?>", unit.source)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
@pytest.mark.parametrize("settings", [{}, {"whole_page": True}], ids=["article", "whole"])
def test_pages(path: Path, settings: dict[str, Any]) -> None:
    """The laws hold on whole pages, with either line ending and with tags in upper case."""
    page = path.read_bytes()

    check(page, **settings)
    check(page.replace(b"\n", b"\r\n"), **settings)
    check(re.sub(rb"</?[a-zA-Z][a-zA-Z0-9]*", lambda match: match[0].upper(), page), **settings)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_cut_anywhere(path: Path) -> None:
    """A page that ends in the middle of anything keeps the laws."""
    page = path.read_text(encoding="utf-8")
    for end in range(0, len(page), 97):
        check(page[:end].encode(), whole_page=True)
