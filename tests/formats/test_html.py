"""HTML: what is a unit, of which kind, and with which codes."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from l10n import formats
from l10n.errors import FormatError, ProjectError
from l10n.model import Unit


def units(page: str, **settings: Any) -> list[Unit]:
    settings.setdefault("whole_page", True)
    return formats.units(page.encode(), "html", **settings)


def told(page: str, **settings: Any) -> list[tuple[str, str]]:
    return [(unit.kind, unit.source) for unit in units(page, **settings)]


TABLE = tomllib.loads((Path(__file__).parent / "html.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", TABLE["units"].values(), ids=TABLE["units"])
def test_units(row: dict[str, Any]) -> None:
    """The units of a page, in document order, with their kinds."""
    assert [f"{unit.kind}: {unit.source}" for unit in units(row["page"])] == row["units"]


@pytest.mark.parametrize("row", TABLE["codes"].values(), ids=TABLE["codes"])
def test_codes(row: dict[str, str]) -> None:
    """The first paragraph of a page, with its inline tags as numbered codes."""
    assert next(unit.source for unit in units(row["page"]) if unit.kind == "p") == row["source"]


def test_legend() -> None:
    """A unit tells what each code stands for; what is not translated is shown with its words."""
    page = f'<p>A <a href="/x">b</a> <i translate="no">c d</i> <b title="{"x" * 500}">e</b> f'

    (unit,) = [unit for unit in units(page) if unit.kind == "p"]

    assert unit.codes[:2] == (("a1", '<a href="/x">'), ("i2", '<i translate="no">c d</i>'))
    assert len(unit.codes[2][1]) == 200


def test_places() -> None:
    """A unit knows its line and the id of its element."""
    page = '<title>A</title>\r\n<p id="one">\n B <img alt=C>\n<P ID=two>D</p>'

    assert [(unit.line, unit.id) for unit in units(page)] == [(1, ""), (3, "one"), (3, ""), (4, "two")]


def test_exclude() -> None:
    """What the settings exclude is left alone, blocks and inline elements alike."""
    page = "<div class='share x'><p>A</div><p>B <a class=more>c</a> d <i>e</i> f<ul id=u><li>G</ul>"

    assert told(page, exclude=[".share, p > .more", "#u li"]) == [("p", "B <a1/> d <i2>e</i2> f")]


def test_selector() -> None:
    """A selector takes what it fits, and the head."""
    page = "<title>T</title><p>A<div class=s><p>B<nav>N</nav><div class=s>C</div></div><section><p>D</section>"

    found = [("headline", "T"), ("p", "B"), ("p", "N"), ("p", "C"), ("p", "D")]
    assert told(page, selector="div.s, section", whole_page=False) == found


def test_selector_that_fits_nothing() -> None:
    """A selector that fits nothing is an error, not an empty article."""
    with pytest.raises(FormatError, match="fits nothing"):
        units("<p>A", selector="main", whole_page=False)


SELECTORS = {
    "p": "ABC",
    "*": "ABCDE",
    ".x": "BD",
    "P.X": "",
    "p.x": "B",
    "#i": "A",
    "[lang]": "C",
    "[lang=ru]": "",
    '[lang="kk-KZ"]': "C",
    "[lang|=kk]": "C",
    "[lang^='kk'], [class~=y]": "BC",
    "[lang$=KZ]": "C",
    "[class*=' y']": "B",
    "section p": "BC",
    "section > p": "B",
    "body > section div > p": "C",
    "body section p[lang]": "C",
    "div>p , h2.x": "CD",
}


@pytest.mark.parametrize(("selector", "expected"), SELECTORS.items(), ids=SELECTORS)
def test_selectors(selector: str, expected: str) -> None:
    """A selector fits what it fits in CSS."""
    page = "<body><p id=i>A<section><p class='x y'>B<div><p lang=kk-KZ>C</div></section><h2 class=x>D</h2><h3>E</h3>"

    left = {unit.source for unit in units(page, exclude=[selector])}

    assert "".join(sorted(set("ABCDE") - left)) == expected


@pytest.mark.parametrize("selector", ["", "p,", ">p", "p:first-child", "p >", "[a", "..x", ".xp#", "p**", "a||b"])
def test_bad_selector(selector: str) -> None:
    """A selector that is not understood is refused with a hint."""
    with pytest.raises(ProjectError, match="is no selector"):
        units("<p>A", exclude=[selector])


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<!doctype html><HTML LANG=kk-KZ>", "kk-KZ"),
        ("<html xml:lang='ru'>", "ru"),
        ("<html><meta http-equiv=Content-Language content=ug>", "ug"),
        ("<!-- <html lang=en> --><body lang=ru>", ""),
    ],
)
def test_language(page: str, expected: str) -> None:
    """The language that a page states for itself."""
    assert formats.language(page.encode(), "html") == expected


def test_xhtml() -> None:
    """A page that begins as XML is read as XML: every element may be empty, CDATA is no tag; scripts are no text."""
    head = '<?xml version="1.0"?><html><head><title>T</title><script src="x"/><style>a {b: c}</style></head>'
    page = f'{head}<body><p/>A<div/><p>B<a id="x"/>c</p><script src="y"/><p>D <script>e</script><svg>f</svg>g</p>'

    assert told(page) == [("headline", "T"), ("p", "A"), ("p", "B<a1/>c"), ("p", "D <script1/><svg2/>g")]


@pytest.mark.parametrize(
    ("name", "format"), [("a/b.html", "html"), ("a.HTM", "html"), ("a.xhtml", "html"), ("a.png", None)]
)
def test_suffixes(name: str, format: str | None) -> None:
    """A format is known by the suffix, in any case."""
    assert formats.of(name) == format


def test_unknown_format() -> None:
    """A format that does not exist is refused, and those that do are named."""
    with pytest.raises(FormatError, match="no format is called `docx`") as caught:
        formats.units(b"", "docx")

    assert "markdown" in caught.value.hint
