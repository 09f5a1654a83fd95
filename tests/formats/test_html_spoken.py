"""A built page says of its parts which language they are in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import formats, markup
from l10n.model import Unit

UG = {"lang": "ug", "dir": "rtl", "foreign_lang": "en", "foreign_dir": "ltr"}
KK = {"lang": "kk", "dir": "ltr", "foreign_lang": "ug", "foreign_dir": "rtl"}
EN = ' lang="en" dir="ltr"'
PROSE = "Nobody had counted the boats before the river froze, and nobody will count them now. " * 2


def built(page: str, manner: dict[str, str] = UG, **settings: object) -> str:
    """The page with every text but figures said in another way."""

    def said(unit: Unit) -> str:
        return unit.source.replace("boats", "كېمىلەر")

    return formats.rewrite(page.encode(), "html", said, **manner, **settings).decode()


FOLLOWS = [
    # page, manner, what is said of its parts
    ("<body lang=en><p>boats", UG, '<body lang="ug"><p>'),
    ('<p lang="en-GB" xml:lang="en">boats', UG, '<p lang="ug" xml:lang="ug">'),
    ('<p lang="ru">лодки', UG, '<p lang="ru" dir="ltr">'),
    ('<p><em lang="en">boats</em> and more', UG, '<em lang="ug">'),
    ('<p><img lang=en alt=boats title="a"> and more', UG, '<img lang="ug" alt="كېمىلەر" title="a">'),
    ('<p><span lang="en" dir="ltr">boats</span> and more', UG, '<span lang="en" dir="ltr">'),
    ('<p>Read <a href="x" hreflang="en" lang="en">boats</a>', UG, 'hreflang="en" lang="en">'),
    ('<body dir=ltr><article dir="ltr"><p dir="ltr">boats', UG, '<body dir="rtl"><article dir="rtl"><p dir="rtl">'),
    ('<main dir="rtl"><p>boats', {**UG, "lang": "ru", "dir": "ltr"}, '<main dir="ltr"><p>'),
    ('<p dir="auto">boats', UG, '<p dir="auto">'),
    ('<td dir="ltr">+7 727 555 01 01<td dir="ltr">boats', UG, '<td dir="ltr">+7 727 555 01 01<td dir="rtl">'),
    ('<div class="post" dir="rtl"><p>كېمىلەر<ul dir="rtl"><li>سۇ', KK, '"post" dir="ltr"><p>كېمىلەر<ul dir="ltr">'),
]


@pytest.mark.parametrize(("page", "manner", "wanted"), FOLLOWS)
def test_what_was_translated(page: str, manner: dict[str, str], wanted: str) -> None:
    """An element that named the language and direction of the source names those of the translation."""
    assert wanted in built(page, manner, whole_page=True)


LEFT = [
    # page, what is said of what was left in it
    ("<nav><ul><li><a>News</a></ul></nav>", f"<nav{EN}><ul><li><a>News</a></ul></nav>"),
    ("<div><p>Related</p></div><div><b>1</b></div>", f"<div{EN}><p>Related</p></div><div><b>1</b></div>"),
    ('<aside lang="en">More</aside>', '<aside lang="en" dir="ltr">More</aside>'),
    ('<aside lang="fr">Encore</aside>', '<aside lang="fr">Encore</aside>'),
    ('<aside dir="rtl">More</aside>', '<aside dir="rtl" lang="en">More</aside>'),
    ("<a class=skip>Skip</a> Menu: <br><i></i>", f"<a class=skip{EN}>Skip</a> <span{EN}>Menu: <br></span><i></i>"),
    ("<svg><title>Logo</title></svg>&nbsp;<a><svg><title>L</title></svg></a>", "</svg>&nbsp;<a><svg>"),
    ("<a><b>Skip</a></b> Menu", "<a><b>Skip</a></b> Menu"),
    ("<noscript><a>Home</a></noscript>", f"<noscript{EN}><a>Home</a></noscript>"),
    ("<script>if (a < b) c</script><!-- more -->", "<script>if (a < b) c</script><!-- more -->"),
]


@pytest.mark.parametrize(("rest", "wanted"), LEFT)
def test_what_was_left(rest: str, wanted: str) -> None:
    """What stands around the article says that it is in the language of the source, once, as far out as can be."""
    page = f"<html><body>{rest}<article><h1>boats</h1><p>{PROSE}</p></article>"
    out = built(page)

    assert wanted in out
    assert out.endswith("<article><h1>كېمىلەر</h1><p>" + PROSE.replace("boats", "كېمىلەر") + "</p></article>".strip())


def test_what_was_left_inside() -> None:
    """Code, what is not to be translated and what the settings exclude, beside translated text."""
    page = '<p>boats</p><pre>make all</pre><p translate="no">CABAR</p><div class="x">Share <b>it</b></div><p>More'
    out = built(page, exclude=[".x"])

    assert out == (
        f'<p>كېمىلەر</p><pre{EN}>make all</pre><p translate="no"{EN}>CABAR</p>'
        f'<div class="x"{EN}>Share <b>it</b></div><p>More'
    )


def test_only_in_a_translation() -> None:
    """Where the language of the answers is not given, nothing is said of any."""
    page = "<body lang=en dir=ltr><nav>News</nav><p>boats"

    assert built(page, {}) == page.replace("boats", "كېمىلەر")


BITS = st.lists(
    st.sampled_from(
        r"""<p>|</p>|<p lang=en dir=ltr>|<div>|</div>|<a href=x>|</a>|<b>|</b>|boats |10 |<br>|<img alt=boats>
        <nav>|</nav>|<ul><li>|</ul>|<svg><text>t</text></svg>|<pre>|</pre>|<i translate=no>|</i>|<!-- c -->|&amp;
        <table><tr><td>|</table>|<article>|</article>|<script>x</script>|<noscript>n</noscript>|<img alt='a'>
        """.replace("\n        ", "|").split("|")
    ),
    max_size=24,
).map("".join)


@given(BITS, st.booleans())
def test_texts_and_their_order_stay(page: str, whole_page: bool) -> None:
    """Whatever the page: but for `lang`, `dir` and added spans, it is built as if nothing were said of languages."""
    said, silent = built(page, whole_page=whole_page), built(page, {}, whole_page=whole_page)

    def bare(text: str) -> list[str]:
        pieces, at = [], 0
        for tag in markup.tags(text):
            pieces += [text[at : tag.start], tag.name + "/" * tag.closing]
            pieces += [one.value for one in markup.attributes(text, tag.start, tag.end) if one.name == "alt"]
            at = tag.end
        return [piece for piece in [*pieces, text[at:]] if piece and piece not in ("span", "span/")]

    assert "".join(bare(said)) == "".join(bare(silent))
