"""References resolve from the new place of a page as they did from the old one, or to the variant of an article."""

from __future__ import annotations

from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.builders import links
from l10n.builders.links import Archive, Links
from l10n.builders.site import Article, Site, address, article, check
from l10n.errors import ProjectError

BASES = ["", "https://news.example/", "https://news.example/world/"]
LAYOUTS = ["{locale}/{path}", "{path}.{locale}"]


def archive(base: str = BASES[1], layout: str = LAYOUTS[0]) -> Archive:
    site = Site(base, layout)
    return Archive.of(
        site,
        [
            article(site, "2026/border", ".html", "en", ["en", "ru", "kk", "ug"], {"ru": "granitsa"}),
            article(site, "steppe", ".md", "ru", ["ru", "kk"], {}),
            article(site, "2026/дала очеркі", ".html", "kk", ["kk"], {}),
            article(site, "2026/index", ".html", "en", ["en"], {}),
            article(site, "drafts/unready", ".html", "en", [], {}),
        ],
    )


def border(locale: str = "kk", base: str = BASES[1], layout: str = LAYOUTS[0], own: bool = False) -> Links:
    """The links of 2026/border.html."""
    every = archive(base, layout)
    return Links(every, "2026/border.html", every.articles["2026/border.html"].pages[locale], locale, own)


FROM_BORDER = [
    # reference, moved from source/2026/border.html to kk/2026/border.html
    ("img/map.jpg", "../../2026/img/map.jpg"),
    ("./img/map.jpg?v=2#top", "../../2026/img/map.jpg?v=2#top"),
    ("../css/site.css", "../../css/site.css"),
    ("../../beyond.css", "../../../beyond.css"),
    (".", "../../en/2026/index.html"),
    ("archive/", "../../2026/archive/"),
    ("a:b.html", "a:b.html"),
    ("./a:b.html", "../../2026/a:b.html"),
    ("", ""),
    ("#note", "#note"),
    ("?page=2", "?page=2"),
    ("mailto:desk@news.example", "mailto:desk@news.example"),
    ("javascript:void(0)", "javascript:void(0)"),
    ("data:image/png;base64,AAAA", "data:image/png;base64,AAAA"),
    ("https://other.example/2026/border.html", "https://other.example/2026/border.html"),
    ("//cdn.example/a.js", "//cdn.example/a.js"),
    ("/css/site.css", "/css/site.css"),
    ("https://news.example/about", "https://news.example/about"),
    ("border.html", "border.html"),
    (" border.html#s2 ", " border.html#s2 "),
    ("/2026/border.html#s2", "/kk/2026/border.html#s2"),
    ("https://news.example/2026/border.html?a=1", "https://news.example/kk/2026/border.html?a=1"),
    ("HTTP://NEWS.example/2026/border.html", "HTTP://NEWS.example/kk/2026/border.html"),
    ("//news.example/2026/border.html", "//news.example/kk/2026/border.html"),
    ("../steppe.html", "../steppe.html"),
    ("../steppe.md#wind", "../steppe.html#wind"),
    ("/steppe.md", "/kk/steppe.html"),
    ("%D0%B4%D0%B0%D0%BB%D0%B0%20%D0%BE%D1%87%D0%B5%D1%80%D0%BA%D1%96.html", None),
    ("дала%20очеркі.html", "%D0%B4%D0%B0%D0%BB%D0%B0%20%D0%BE%D1%87%D0%B5%D1%80%D0%BA%D1%96.html"),
    ("./", "../../en/2026/index.html"),
    ("../drafts/unready.html", "../../drafts/unready.html"),
]


@pytest.mark.parametrize(("reference", "moved"), FROM_BORDER)
def test_moves(reference: str, moved: str | None) -> None:
    """Each reference of an article in its new place; None where it stays as it is."""
    assert border().move(reference) == (reference if moved is None else moved)


def test_other_articles() -> None:
    """A link leads to the page's locale where published, else to the source locale, else to where it led."""
    assert border("ug").move("../steppe.html") == "../../ru/steppe.html"
    assert border("ru").move("../steppe.html") == "../steppe.html"
    assert border("ru").move("border.html#x") == "granitsa.html#x"
    assert border("ug").move("border.html", "ru") == "../../ru/2026/granitsa.html"
    assert border("ug").to("ru/2026/granitsa.html") == "../../ru/2026/granitsa.html"


def test_links_in_markdown_stay_links_to_markdown() -> None:
    """In an article's own format a link keeps the suffix of the format it names."""
    every = archive()
    moving = Links(every, "notes.md", "kk/notes.md", "kk", own=True)

    assert moving.move("steppe.md") == "steppe.md"
    assert moving.move("steppe.html") == "steppe.html"
    assert Links(every, "notes.md", "kk/notes.html", "kk").move("steppe.md") == "steppe.html"


def test_suffix_layout_leaves_pictures_alone() -> None:
    """In the layout `{path}.{locale}` a page stays in its folder, and only links to articles change."""
    moving = border("kk", layout="{path}.{locale}")

    assert moving.new == "2026/border.kk.html"
    assert moving.move("img/map.jpg") == "img/map.jpg"
    assert moving.move("../steppe.html") == "../steppe.kk.html"
    assert moving.move("border.html") == "border.kk.html"


def test_base() -> None:
    """With a `<base>` references start there; on another site they are none of ours."""
    inside = border().based("https://news.example/2026/archive/")
    outside = border().based("https://cdn.example/")

    assert inside.move("map.jpg") == "map.jpg"
    assert inside.move("../border.html") == "../../kk/2026/border.html"
    assert outside.move("border.html") == "border.html"
    assert outside.move("https://news.example/2026/border.html") == "https://news.example/kk/2026/border.html"


SEGMENTS = st.sampled_from(
    ["2026", "img", "map.jpg", "border.html", "steppe.md", "..", ".", "index.html", "қала", "a%20b"]
)
REFERENCES = st.tuples(
    st.sampled_from(["", "", "/", "https://news.example/", "https://news.example/world/", "//news.example/world/"]),
    st.lists(SEGMENTS, min_size=1, max_size=5).map("/".join),
    st.sampled_from(["", "/"]),
    st.sampled_from(["", "#top", "?v=1#top"]),
).map("".join)


def located(base: str, place: str, reference: str) -> str:
    """The file of the site that a reference leads to, with what follows it, as a browser resolves it."""
    found = urlsplit(urljoin(urljoin(base or "https://local.example/", address(place)), reference))
    path = unquote(urlsplit(urljoin("https://any.example/", found.path)).path)
    return f"{found.netloc}{path}?{found.query}#{found.fragment}"


@given(REFERENCES, st.sampled_from(BASES), st.sampled_from(LAYOUTS), st.sampled_from(["en", "ru", "kk", "ug"]))
def test_law(reference: str, base: str, layout: str, locale: str) -> None:
    """A moved reference, resolved from the new place, is what the old one was, or the variant of that article."""
    moving = border(locale, base, layout)
    moved = moving.move(reference)
    root = base or "https://local.example/"
    before = located(base, moving.old, reference)
    after = located(base, moving.new, moved)
    site = urlsplit(root).netloc + urlsplit(root).path
    wanted = {before}
    if before.startswith(site):
        path, query = before[len(site) :].split("?", 1)
        for one in moving.archive.articles.values():
            names = {one.name + one.suffix, one.name + ".html"}
            if path in names or path + "index.html" in names:
                wanted = {f"{site}{one.best(locale) or path}?{query}"}
    assert after in wanted


@pytest.mark.parametrize(
    ("value", "moved"),
    [
        ("a.jpg", "../a.jpg"),
        ("a.jpg 1x, b.jpg 2x", "../a.jpg 1x, ../b.jpg 2x"),
        (" a.jpg 480w,b.jpg 800w ", " ../a.jpg 480w,../b.jpg 800w "),
        ("a.jpg, b.jpg 2x", "../a.jpg, ../b.jpg 2x"),
        ("a,b.jpg 1x,\n c.jpg", "../a,b.jpg 1x,\n ../c.jpg"),
        (
            "data:image/gif;base64,AA 1x, b.jpg (x,y) 2x, c.jpg",
            "data:image/gif;base64,AA 1x, ../b.jpg (x,y) 2x, ../c.jpg",
        ),
        ("", ""),
        (",", ","),
    ],
)
def test_srcset(value: str, moved: str) -> None:
    """The URLs of a srcset move, its descriptors stay."""
    assert links.srcset(value, Links(Archive(), "a.html", "kk/a.html", "kk").move) == moved


@pytest.mark.parametrize(
    ("value", "moved"),
    [
        ("background: url(a.png)", "background: url(../a.png)"),
        ("background: URL( 'a b.png' ) no-repeat", "background: URL( '../a b.png' ) no-repeat"),
        (
            '@import "base.css"; x { background: url("i/a.png") }',
            '@import "../base.css"; x { background: url("../i/a.png") }',
        ),
        ("src: url(data:font/woff;base64,AA), url(/f.woff)", "src: url(data:font/woff;base64,AA), url(/f.woff)"),
        ("color: red", "color: red"),
        ("background: url()", "background: url()"),
    ],
)
def test_css(value: str, moved: str) -> None:
    """The URLs of a style sheet move, everything else stays."""
    assert links.css(value, Links(Archive(), "a.html", "kk/a.html", "kk").move) == moved


def test_places_are_taken_once() -> None:
    """Two files of a build never take one place."""
    site = Site()
    one = article(site, "a", ".md", "en", ["en"], {})
    check([one], ["img/a.png"])

    clashes: list[tuple[list[Article], list[str]]] = [
        ([one, article(site, "b", ".txt", "en", ["en"], {"en": "a"})], []),
        ([one], ["en/a.html"]),
        ([one], ["en/a.md/x.png"]),
        ([one], ["manifest.json"]),
        ([], ["index.html"]),
    ]
    for articles, assets in clashes:
        with pytest.raises(ProjectError):
            check(articles, assets)
