"""A page is dressed for its locale by splicing: what the dress does not name stays, byte for byte."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import markup
from l10n.builders import jsonld
from l10n.builders.credits import Link, Note
from l10n.builders.html import dress
from l10n.builders.links import Archive, Links
from l10n.builders.site import Site, alternates, article
from l10n.builders.variant import Page

PAGES = Path(__file__).with_name("pages")
GOLDEN = sorted(PAGES.glob("*.html"))
OG = {"en": "en_US", "ru": "ru_RU", "kk": "kk_KZ"}
SITE = Site("https://news.example/")
BORDER = article(SITE, "2026/border", ".html", "en", ["en", "ru", "kk", "ug"], {"ru": "granitsa"})
STEPPE = article(SITE, "notes/steppe", ".md", "ru", ["ru"], {})
ARCHIVE = Archive.of(SITE, [BORDER, STEPPE])
BYLINE = Note(
    "byline", "Аударған: {translator}. {original}", {"translator": "Ә. <Қ>", "original": Link("English", "/en", "en")}
)


def variant(locale: str = "kk", **changes: object) -> Page:
    """The page 2026/border in a locale."""
    page = Page(
        locale,
        "rtl" if locale == "ug" else "ltr",
        "en",
        links=Links(ARCHIVE, "2026/border.html", BORDER.pages[locale], locale),
        url=SITE.url(BORDER.pages[locale]),
        alternates=alternates(SITE, BORDER),
        og_locale=OG.get(locale, ""),
        og_alternates=tuple(OG[other] for other in sorted(OG) if other != locale),
    )
    return replace(page, **changes)  # type: ignore[arg-type]


def at_home(page: Page) -> Page:
    """The same page where it already stands in its new place."""
    return replace(page, links=page.links and replace(page.links, old=page.links.new))


@pytest.mark.parametrize("locale", ["en", "ru", "kk", "ug"])
@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_settled(path: Path, locale: str) -> None:
    """A page that is dressed again stays as it is."""
    page = variant(locale, notes=(BYLINE,))
    once = dress(path.read_bytes().decode("utf-8"), page)

    assert dress(once, at_home(page)) == once


def test_golden() -> None:
    """The dressed page is the one that was looked at."""
    text = (PAGES / "report.html").read_text(encoding="utf-8")
    golden = PAGES / "report.ug.golden"

    assert dress(text, variant("ug", notes=(BYLINE,))) == golden.read_text(encoding="utf-8")


def pages() -> dict[str, str]:
    """Whole pages, dressed for two locales, by name."""
    return {
        f"{path.stem}.{locale}": dress(path.read_bytes().decode("utf-8"), variant(locale, notes=(BYLINE,)))
        for path in GOLDEN
        for locale in ("kk", "ug")
        if not path.stem.startswith("fragment")
    }


TABLE = [
    # page, what its kk variant holds
    ("<html><p>a", '<html lang="kk" dir="ltr">'),
    ("<HTML LANG=en><p>a", '<HTML LANG="kk" dir="ltr">'),
    ("<html lang='en' class=x><p>a", "<html lang='kk' class=x dir=\"ltr\">"),
    ("<html lang=kk dir=ltr><p>a", "<html lang=kk dir=ltr>"),
    ("<html lang dir=auto><p>a", '<html lang="kk" dir="ltr">'),
    ("<!doctype html><title>a</title><p>a", '<!doctype html>\n<html lang="kk" dir="ltr"><title>'),
    ("<!-- a --><head></head><p>a", '<!-- a --><html lang="kk" dir="ltr">\n<head>'),
    ('<html lang="en" xml:lang="en"><p>a', '<html lang="kk" xml:lang="kk" dir="ltr">'),
    ('<html><body dir="ltr"><p lang="ru">a', '<p lang="ru">'),
    ('<html><p><span lang="en" dir="ltr">a</span>', '<span lang="en" dir="ltr">'),
    ('<html><p lang="en" translate="no">a', '<p lang="en" translate="no">'),
    ('<html><meta http-equiv="Content-Language" content="en">', 'content="kk"'),
    ('<html><meta itemprop="inLanguage" content="en">', 'content="kk"'),
    ('<html><meta property="og:title" content="a">', '<meta property="og:locale" content="kk_KZ">'),
    (
        '<html><meta property="og:url" content="https://a.example/">',
        'content="https://news.example/kk/2026/border.html"',
    ),
    (
        '<html><link rel="canonical" href="/x">',
        '<link rel="canonical" href="https://news.example/kk/2026/border.html">',
    ),
    ('<html><meta http-equiv=refresh content="5; url=../x.html">', 'content="5; url=../../x.html"'),
    ('<html><img src=a.jpg alt="">', '<img src="../../2026/a.jpg" alt="">'),
    ('<html><video poster="a.jpg?x=1&amp;y=2">', 'poster="../../2026/a.jpg?x=1&amp;y=2"'),
    ("<html><img srcset='a.jpg 1x, b.jpg 2x'>", "srcset='../../2026/a.jpg 1x, ../../2026/b.jpg 2x'"),
    ('<html><noscript><img src="a.jpg"></noscript>', '<noscript><img src="../../2026/a.jpg"></noscript>'),
    ('<html><p style="background: url(a.png)">', 'style="background: url(../../2026/a.png)"'),
    ("<html><style>@import 'a.css';</style>", "<style>@import '../../2026/a.css';</style>"),
    ('<html><base href="img/"><img src="a.jpg">', '<base href="../../2026/img/"><img src="a.jpg">'),
    ('<html><base href="https://x.example/"><img src="a.jpg">', '<base href="https://x.example/"><img src="a.jpg">'),
    (
        '<html><a href="border.html" hreflang="ru" lang="ru">',
        'href="../../ru/2026/granitsa.html" hreflang="ru" lang="ru"',
    ),
    ('<html><svg><use href="#i"/><a xlink:href="x.html"/></svg>', 'xlink:href="../../2026/x.html"'),
    ('<html><script src="a.js"></script>', 'src="../../2026/a.js"'),
    ("<html><script>var a = '<img src=\"a.jpg\">';</script>", "'<img src=\"a.jpg\">'"),
    ('<html><!-- <img src="a.jpg"> -->', '<!-- <img src="a.jpg"> -->'),
    (
        '<p class="a">a <b lang="ru">b</b><p>c</p>',
        '<p class="a" lang="kk" dir="ltr">a <b lang="ru">b</b><p lang="kk" dir="ltr">',
    ),
    (
        "<div><p>a</p></div>\n<ul><li>a<li>b</ul>",
        '<div lang="kk" dir="ltr"><p>a</p></div>\n<ul lang="kk" dir="ltr"><li>a',
    ),
    ('<p lang="ru">a</p><p>b', '<p lang="ru">a</p><p lang="kk" dir="ltr">'),
    ('<p><a href="../notes/steppe.md">', 'href="../../ru/notes/steppe.html"'),
]


@pytest.mark.parametrize(("text", "wanted"), TABLE)
def test_parts(text: str, wanted: str) -> None:
    """What one part of a page becomes, and that it is settled then."""
    page = variant()
    once = dress(text, page)

    assert wanted in once
    assert dress(once, at_home(page)) == once


def test_the_original_knows_its_language() -> None:
    """The original stays in the English of its country; its translations are told nothing of that."""
    text = (
        '<html lang="en-GB" dir="ltr"><head><meta property="og:locale" content="en_GB"></head>'
        '<script type="application/ld+json">{"@type": "Article", "inLanguage": "en-GB"}</script>'
    )
    bare = {"links": None, "url": "", "alternates": (), "og_alternates": ()}

    assert dress(text, variant("en", **bare)) == text
    out = dress(text, variant("kk", **bare))
    assert "GB" not in out and '<html lang="kk"' in out and 'content="kk_KZ"' in out and '"inLanguage": "kk"' in out


def test_an_address_of_its_own() -> None:
    """JSON-LD that names the page by the address it stated as canonical names the variant."""
    text = (
        '<html><head><link rel="canonical" href="https://a.example/7?b"></head><script type="application/ld+json">'
        '{"@type": "Article", "mainEntityOfPage": "https://a.example/7?b", "image": "https://a.example/7"}</script>'
    )
    out = dress(text, variant())

    assert '"mainEntityOfPage": "https://news.example/kk/2026/border.html"' in out
    assert '"image": "https://a.example/7"' in out


def test_data_beside_a_base() -> None:
    """Addresses in JSON-LD start where `<base>` says, as all others of the page do."""
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "image": "a.jpg"}</script>'

    assert '"image": "a.jpg"' in dress('<html><base href="img/">' + data, variant())
    assert '"image": "../../2026/a.jpg"' in dress("<html>" + data, variant())


def test_right_to_left() -> None:
    """A page from right to left says so at its root."""
    assert '<html lang="ug" dir="rtl">' in dress("<html lang=en><p>a", variant("ug"))
    assert '<html lang="kk" dir="ltr">' in dress('<html lang="ug" dir="rtl">', variant("kk", source_lang="ug"))


def test_head_without_a_base_url() -> None:
    """Where no base URL is known, a translation loses the addresses that name its source, and gains none."""
    text = (PAGES / "report.html").read_text(encoding="utf-8")
    bare = replace(variant(), url="", alternates=())

    out = dress(text, bare)
    assert "canonical" not in out and "og:url" not in out
    own = dress(text, replace(bare, lang="en"))
    assert "canonical" in own and "og:url" in own


def test_alternates_are_replaced() -> None:
    """Alternates of the source page make room for those that are published; a feed stays."""
    text = (
        '<!DOCTYPE html><html><head>\n  <link rel="alternate" hreflang="de" href="/de">\n'
        '  <link rel="alternate" hreflang="fr" href="/fr">\n'
        '  <link rel="alternate" type="application/rss+xml" href="/feed">\n</head>'
    )
    out = dress(text, variant())

    assert re.findall(r'hreflang="([^"]*)"', out) == ["en", "kk", "ru", "ug", "x-default"]
    assert '<link rel="alternate" type="application/rss+xml" href="/feed">' in out


@given(st.sets(st.sampled_from(["en", "ru", "kk", "ug"]), min_size=1), st.sampled_from(["", "kk", "ru"]))
def test_alternates_are_reciprocal(published: set[str], default: str) -> None:
    """Every published variant names all published variants, itself and exactly one default; no other is named."""
    site = Site("https://news.example/", x_default=default)
    one = article(site, "a", ".html", "en", published, {"ru": "а б"})
    stated = {}
    for locale, place in one.pages.items():
        page = replace(variant(), lang=locale, url=site.url(place), alternates=alternates(site, one), links=None)
        tags = markup.tags(out := dress("<!DOCTYPE html><html><head></head>", page))
        links = [{a.name: a.value for a in markup.attributes(out, t.start, t.end)} for t in tags if t.name == "link"]
        stated[site.url(place)] = {(link["hreflang"], link["href"]) for link in links if link["rel"] == "alternate"}
        assert {"rel": "canonical", "href": site.url(place)} in links
    for url, found in stated.items():
        assert {href for _, href in found} == set(stated)
        assert url in {href for _, href in found}
        assert len(found) == len(published) + 1
        assert found == stated[next(iter(stated))]


def test_notes() -> None:
    """Credits come at the end of the article, escaped, once; a template whose field has no value says nothing."""
    silent = Note("correction", "Түзету: {text}", {})
    text = "<!DOCTYPE html><html><body><article><article>x</article><p>a</p></article></body></html>"
    page = variant(notes=(BYLINE, silent), links=None)
    out = dress(text, page)

    link = '<a href="/en" hreflang="en" lang="en" dir="auto">English</a>'
    note = f'<p class="l10n-byline">Аударған: Ә. &lt;Қ&gt;. {link}</p>'
    assert f"<p>a</p>{note}\n</article></body>" in out
    indented = dress("<body>\n  <article>\n    <p>a\n  </article>", page)
    assert indented.endswith(f"<p>a\n  {note}\n  </article>")
    assert "l10n-correction" not in out
    assert dress(out, page) == out
    assert out.count("Ә.") == dress(out.replace("Ә.", "Б."), page).count("Ә.") == 1


def test_credits_among_several_articles() -> None:
    """Teasers are no articles; a page that is cut into many is credited at its end."""
    page = variant(links=None, notes=(BYLINE,))
    teaser, own = "<article>Short.</article>", f"<article>{'Long. ' * 20}</article>"

    assert "Long. <p class=" in dress(f"<body><main>{teaser}{own}{teaser}</main>", page)
    assert "Short.</article><p class=" in dress(f"<body>{teaser * 3}</body>", page)
    assert "Short.</article><p class=" in dress(f"<body><main>{teaser * 3}</main><footer>x</footer></body>", page)


def test_credits_are_never_swallowed() -> None:
    """An element that hides markup and is never closed does not hide the credits."""
    for text in ("<p>a</p><noscript>", "<html><p>a<script>x", "<p>a</p><!-- x"):
        out = dress(text, variant(links=None, notes=(BYLINE,)))
        assert any('class="l10n-byline"' in out[tag.start : tag.end] for tag in markup.tags(out) if tag.name == "p")


def test_letters_that_the_encoding_lacks() -> None:
    """A credit in a page of windows-1251 is spelt as character references."""
    out = dress("<html><body></body>", variant(links=None, notes=(BYLINE,), encoding="cp1251"))

    assert "&#1240;. &lt;&#1178;&gt;" in out


HTML_BITS = st.lists(
    st.sampled_from(
        r"""<p>|</p>|<p lang=en>|<a href='x.html'>|</a>|text|<img src=a.jpg>|<br>|<article>|</article>|<html>|</html>
        <html lang='en' dir=ltr>|<head>|</head>|<title>t</title>|<body>|</body>|<!DOCTYPE html>|<!-- c -->|<|&amp;
        <script>1<2</script>|<link rel=canonical href=/a>|<meta property=og:locale content=x>
        <svg><a xlink:href="x.html"/></svg>|<noscript><img src=a.jpg></noscript>|<style>a{}</style>
        <link rel="alternate" hreflang="de" href="/de">|<base href='i/'>
        <script type="application/ld+json">{"@type": "NewsArticle"}</script>""".replace("\n        ", "|").split("|")
    ),
    max_size=14,
).map("".join)


def text_of(page: str) -> str:
    """What stands between the tags of a page, without white space."""
    pieces, at = [], 0
    for tag in markup.tags(page):
        pieces.append(page[at : tag.start])
        at = tag.content_end
    return "".join("".join([*pieces, page[at:]]).split())


def untouchable(page: str) -> list[str]:
    """End tags, comments and doctypes of a page in order."""
    return [page[tag.start : tag.end] for tag in markup.tags(page) if tag.closing or tag.name[0] == "#"]


@given(HTML_BITS, st.sampled_from(["en", "kk", "ug"]))
def test_only_tags_are_edited(text: str, locale: str) -> None:
    """Without credits, what stands between the tags stays as it is, and so does every tag that has no attributes."""
    page = variant(locale)
    once = dress(text, page)

    assert text_of(once) == text_of(text)
    assert untouchable(once) == untouchable(text)


@given(HTML_BITS, st.sampled_from(["ru", "kk", "ug"]))
def test_any_page(text: str, locale: str) -> None:
    """Whatever the page: it is dressed, dressed for good, and its text stays."""
    page = variant(locale, notes=(BYLINE,))
    once = dress(text, page)

    assert dress(once, at_home(page)) == once
    assert once.count("text") >= text.count("text")


def test_nothing_to_do() -> None:
    """A page that is already what it must be stays as it is, byte for byte."""
    text = '<!DOCTYPE html>\r\n<HTML lang=kk DIR="ltr"><p >a &amp b<br/>\r\n<IMG SRC = x.jpg >'

    assert dress(text, Page("kk", "ltr", "en")) == text


@pytest.mark.parametrize(
    "text",
    [
        "<" * 1_000_000,
        "<div>" * 30_000 + "</div>" * 30_000,
        "<b>" * 30_000 + "</i>" * 30_000,
        "<html><head>" + "  <link rel=alternate hreflang=de href=x>\n" * 20_000,
        "<style>url(" + " " * 200_000 + "x</style>",
        "<img srcset='" + "," * 200_000 + "'>",
        '<meta http-equiv=refresh content="' + " " * 200_000 + '">',
        '<script type="application/ld+json">' + '{"a":' * 100_000 + "</script>",
    ],
    ids=["lt", "div", "stray", "alternates", "css", "srcset", "refresh", "json"],
)
def test_hostile(text: str) -> None:
    """A page made to be slow is dressed all the same, in time that grows with its length alone."""
    assert len(dress(text, variant())) > 0


JSON = [
    ('{"@type": "NewsArticle", "headline": "a"}', {"@type": "NewsArticle", "inLanguage": "kk", "headline": "a"}),
    ('{"@type": ["Thing", "Article"], "inLanguage": "en"}', {"@type": ["Thing", "Article"], "inLanguage": "kk"}),
    ('{"@type": "Article", "inLanguage": {"@type": "Language"}}', {"@type": "Article", "inLanguage": "kk"}),
    ('{"@graph": [{"@type": "WebPage", "inLanguage": "en"}]}', {"@graph": [{"@type": "WebPage", "inLanguage": "kk"}]}),
    ('[{"@type":"Article"}]', [{"@type": "Article", "inLanguage": "kk"}]),
    ('{"@type": "Person", "inLanguage": "en"}', {"@type": "Person", "inLanguage": "en"}),
    (
        '{"@type": "WebPage", "about": {"@type": "Article", "inLanguage": "en", "url": "a.html"}}',
        {"@type": "WebPage", "about": {"@type": "Article", "inLanguage": "en", "url": "moved/a.html"}},
    ),
    (
        '{"@type":"Article","image":["a.jpg","a b"],"mainEntityOfPage":{"@id":"x"},"@id":"y","name":"a.jpg"}',
        {
            "@type": "Article",
            "inLanguage": "kk",
            "image": ["moved/a.jpg", "a b"],
            "mainEntityOfPage": {"@id": "moved/x"},
            "@id": "y",
            "name": "a.jpg",
        },
    ),
    ('{"@type": "Article", "url": "</script>"}', {"@type": "Article", "inLanguage": "kk", "url": "moved/</script>"}),
]


@pytest.mark.parametrize(("text", "wanted"), JSON)
def test_json(text: str, wanted: object) -> None:
    """JSON-LD states the locale and the new addresses, and is still JSON that ends no script."""
    out = markup.splice(text, jsonld.edits(text, "kk", lambda url: f"moved/{url}"))

    assert json.loads(out) == wanted
    assert "</" not in out


@pytest.mark.parametrize(
    "text", ["", "{", '{"a" 1}', "[" * 50_000, '{"@type": "Article"} x', "<!-- -->", '{"a": tru}', '{"a":"b']
)
def test_no_json(text: str) -> None:
    """What is no JSON stays as it is."""
    assert jsonld.edits(text, "kk", str) == []


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["@type", "@graph", "url", "image", "inLanguage", "a"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(VALUES, st.sampled_from([None, 0, 2]), st.booleans())
def test_json_law(value: object, indent: int | None, ascii_only: bool) -> None:
    """Any JSON stays JSON, whatever its layout, and without an address or an article it stays the same text."""
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    out = markup.splice(text, jsonld.edits(text, "kk", str))

    json.loads(out)
    if "Article" not in text:
        assert json.loads(out) == value
