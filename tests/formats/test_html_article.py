"""HTML: the article is found in pages of news sites, and furniture is left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from l10n import formats

PAGES = sorted((Path(__file__).parent / "html").glob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_article(path: Path) -> None:
    """The units of a page are those that its list names, "kind TAB source" a line."""
    expected = path.with_suffix(".tsv").read_text(encoding="utf-8").splitlines()

    assert [f"{unit.kind}\t{unit.source}" for unit in formats.units(path.read_bytes(), "html")] == expected


PROSE = "The river rose by half a metre in the night, and the road to the mill was closed until noon."
FURNITURE = {
    "navigation": f"<nav><p>{PROSE}</nav>",
    "an aside": f"<aside><p>{PROSE}</aside>",
    "a role": f"<div role=complementary><p>{PROSE}</div>",
    "a class": f"<div class='c-relatedStories x'><p>{PROSE}</div>",
    "two words of a class": f"<div class=article__read-next><p>{PROSE}</div>",
    "a plugin": f"<div id=jp-relatedposts><h3>Related</h3><p>{PROSE}</div>",
    "an id": f"<section id=newsletter-signup><p>{PROSE}</section>",
    "a component": f"<div data-component=MostPopular><p>{PROSE}</div>",
    "hidden": f"<div hidden><p>{PROSE}</div>",
    "hidden from readers": f"<div aria-hidden=true><p>{PROSE}</div>",
    "not displayed": f"<div style='display: none'><p>{PROSE}</div>",
    "a form": f"<form><p>{PROSE}</form>",
    "a list of links": "<ul><li><a href=a>The mill has been sold</a><li><a href=b>A new bridge</a></ul>",
    "a link as a label": "<div><a href=a>Buy a licence</a></div>",
    "comments": f"<section class=comments><h2>Comments</h2>{f'<p>{PROSE}' * 9}</section>",
}


@pytest.mark.parametrize("furniture", FURNITURE.values(), ids=FURNITURE)
def test_furniture(furniture: str) -> None:
    """Furniture beside the article and inside it is left out, whatever it says."""
    for page in (f"<article><h1>Flood</h1><p>{PROSE}{PROSE}<p>{PROSE}{furniture}</article>",
                 f"<article><h1>Flood</h1><p>{PROSE}{PROSE}<p>{PROSE}</article>{furniture}",
                 f"<div>{furniture}<h1>Flood</h1><div><p>{PROSE}{PROSE}<p>{PROSE}</div></div>"):  # fmt: skip
        found = [unit.source for unit in formats.units(page.encode(), "html")]

        assert found == ["Flood", PROSE + PROSE, PROSE]


KEPT = {
    "a byline that is a link": ("<div><a href=/author/5>Ada Miller</a></div>", "Ada Miller"),
    "a list with a link": ("<ul><li>The <a href=a>mill</a> stands still</ul>", "The <a1>mill</a1> stands still"),
    "a heading that is a link": ("<h2><a href=a>The mill</a></h2>", "The mill"),
    "who is quoted": ("<blockquote><footer>Ada Miller</footer></blockquote>", "Ada Miller"),
    "a pull quote": ("<aside class='box box--pull-quote' aria-hidden=true><p>We waited</aside>", "We waited"),
    "a class that holds much of the text": (f"<div class=has-sidebar><p>{PROSE * 3}</div>", PROSE * 3),
}


@pytest.mark.parametrize(("piece", "source"), KEPT.values(), ids=KEPT)
def test_kept(piece: str, source: str) -> None:
    """What only looks like furniture stays."""
    page = f"<main><h1>Flood</h1><p>{PROSE}{piece}<p>{PROSE}{PROSE}</main>"

    assert source in [unit.source for unit in formats.units(page.encode(), "html")]


def test_headline_outside() -> None:
    """The headline that stands before the article belongs to it, with what is between them."""
    page = f"<div><h1>Flood</h1><p class=deck>Until noon.</p></div><article><h1 hidden>Flood</h1><p>{PROSE}</article>"

    found = [(unit.kind, unit.source) for unit in formats.units(page.encode(), "html")]

    assert found[:2] == [("headline", "Flood"), ("deck", "Until noon.")]


MARKED_UP = {
    "an article": f"<div><p>{PROSE}{PROSE}<p>{PROSE}</div><article><h1>Flood</h1><p>Short.</article>",
    "a main": f"<div><p>{PROSE}</div><main><h1>Flood</h1><p>Short.</main><article><p>{PROSE}</article>",
    "a role": f"<div><p>{PROSE}</div><div role=main><h1>Flood</h1><p>Short.</div>",
    "no running text": "<p>Label<main><h1>Flood</h1><p>Short.</main><p>Label",
    "a body": f"<h1>Flood</h1><div itemprop='x articleBody'><p>Short.<div><p>{PROSE}{PROSE}</div></div><p>{PROSE}",
}


@pytest.mark.parametrize("page", MARKED_UP.values(), ids=MARKED_UP)
def test_marked_up(page: str) -> None:
    """What a page marks up as its article is taken, though it be short."""
    found = [unit.source for unit in formats.units(page.encode(), "html")]

    assert [source for source in found if source not in (PROSE, PROSE + PROSE)] == ["Flood", "Short."]


def test_name_of_the_site() -> None:
    """An `<h1>` that names the site is no headline."""
    page = f"<h1 id=siteTitle>The Valley Paper</h1><p>Since 1921<div class=entry><h2>Flood</h2><p>{PROSE}</div>"

    assert [unit.source for unit in formats.units(page.encode(), "html")] == ["Flood", PROSE]


PARTS = {
    "bare text beside a list": f"{PROSE}<br><br>One<ul><li>{PROSE * 2}<li>{PROSE * 3}</ul>",
    "paragraphs beside a part": f"<p>One<p>{PROSE}<p>{PROSE}<div><p>{PROSE * 3}<p>{PROSE * 4}</div>",
    "paragraphs that are a div": f"One<div class=p>{PROSE}</div><div class=p>{PROSE}</div><div><p>{PROSE * 5}</div>",
    "sections": f"<div class=s><p>One<p>{PROSE}</div><div class=s><p>{PROSE}<p>{PROSE}</div>",
    "an anchor left open": f"<p>One<a name=top><p>{PROSE}<p>{PROSE}",
}


@pytest.mark.parametrize("parts", PARTS.values(), ids=PARTS)
def test_parts(parts: str) -> None:
    """An article is all its parts, not the longest of them; what stands beside it stays outside."""
    page = f"<div><div id=about>{PROSE}</div><div id=story>{parts}</div></div>"

    found = [unit.source for unit in formats.units(page.encode(), "html")]

    assert "".join(found) == re.sub("<br>|<[^>]*>", "", parts)


def test_no_running_text() -> None:
    """A page without running text is taken whole."""
    assert [unit.source for unit in formats.units(b"<nav>One</nav><p>Two", "html")] == ["One", "Two"]


def test_head_is_always_taken() -> None:
    """Texts of the head are units wherever the article is."""
    page = f"<title>T</title><meta name=description content=D><body><main><p>{PROSE}</main>"

    assert [unit.kind for unit in formats.units(page.encode(), "html")] == ["headline", "description", "p"]
