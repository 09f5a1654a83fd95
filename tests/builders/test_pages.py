"""Markdown and text: built in their own format, and as pages that are valid, accessible and safe."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import languages
from l10n.builders import listing, markdown, matter, plain, render, words
from l10n.builders.credits import Link, Note
from l10n.builders.links import Archive, Links
from l10n.builders.listing import Listed, ListedVariant
from l10n.builders.page import Document, Reading
from l10n.builders.site import Site, alternates, article
from l10n.builders.variant import Page
from l10n.errors import ProjectError

LOCALES = ("en", "ru", "kk", "ug")
SITE = Site("https://news.example/")
STEPPE = article(SITE, "notes/steppe", ".md", "ru", LOCALES, {})
BORDER = article(SITE, "border", ".html", "en", ["en", "kk"], {})
ARCHIVE = Archive.of(SITE, [STEPPE, BORDER])
BYLINES = {
    "en": "Translated by {translator}, {original}",
    "kk": "Аударған: {translator}, {original}",
    "ug": "تەرجىمە قىلغۇچى: {translator}، {original}",
    "ru": "",
}


def variant(locale: str, own: bool = False) -> Page:
    """notes/steppe in a locale."""
    place = STEPPE.files[locale] if own else STEPPE.pages[locale]
    links = Links(ARCHIVE, "notes/steppe.md", place, locale, own)
    values = {"translator": "Ә. Қ. *", "original": Link("Русский", links.to(STEPPE.pages["ru"]), "ru")}
    return Page(
        locale,
        languages.get(locale).direction,
        "ru",
        links=links,
        url=SITE.url(STEPPE.pages[locale]),
        alternates=alternates(SITE, STEPPE),
        og_locale=languages.get(locale).og_locale or "",
        og_alternates=tuple(og for other in LOCALES if other != locale and (og := languages.get(other).og_locale)),
        notes=(Note("byline", BYLINES[locale], values),),
    )


STEPPE_TEXT = {
    "en": """---
title: "Wind over the steppe: a walk"
deck: 'Two days on foot, and nobody''s in a hurry'
author: A. Writer
date: 2020-02-14
lang: ru
---

![A well by the road](img/well.svg "The well was dug by hand.")

The road is *long*, says [the report](../border.html#more), and `[a](border.html)` is code. Rain fell[^1].

| Well | Depth |
| --- | --- |
| [First](../border.html) | 12 m |

> Nobody hurries here.

1. One
2. Two, ~~not three~~

[reference], <https://news.example/notes/steppe.md>, <img src="img/b.svg" alt="A cloud">

    [code](../border.html)

[reference]: <../border.html> "Title"

[^1]: A little.
""",
    "ug": """---
title: دالادىكى شامال
date: 2020-02-14
lang: ru
---

## قۇدۇق

يول *ئۇزۇن*، [خەۋەر](../border.html) بويىچە. <span lang="ru" dir="ltr">Колодец у дороги.</span>
""",
}


def page(locale: str, text: str) -> str:
    """The HTML page of a Markdown text."""
    one = variant(locale)
    assert one.links
    readings = [
        Reading(loc, words.name(loc), languages.get(loc).direction, one.links.to(STEPPE.pages[loc])) for loc in LOCALES
    ]
    return render(Document.of_matter(matter.read(text), "steppe", markdown.body(text, one)), one, readings)


ITEM = [
    ("headline", "Су екі күн болмайды"),
    ("deck", "Сорғы станциясы жөндеуге жабылады"),
    ("byline", "Өз тілшіміз"),
    ("p", "8400 үйде су &lt;a1> болмайды & <foreign>said the company</foreign>."),
    ("h2", "Су қайдан алынады"),
    ("li", "№ 2 мектеп"),
    ("li", "орталық базар"),
    ("blockquote", "«Суды қайнатыңыз».)"),
    ("figcaption", "Су таситын көлік. Фото: редакция"),
    ("credit", "Фото: редакция"),
]
LISTED = [
    Listed(
        "notes/steppe",
        (
            ListedVariant("en", "ltr", "Wind over the steppe", "en/notes/steppe.html"),
            ListedVariant("ug", "rtl", "دالادىكى شامال", "ug/notes/steppe.html", stale=True),
            ListedVariant("kk", "ltr", "", "", share=0.995),
        ),
    )
]


def pages() -> dict[str, str]:
    """Pages of the default template and of the index, by name."""
    kk = replace(variant("kk"), source_lang="en")
    return {
        **{f"steppe.{locale}": page(locale, text) for locale, text in STEPPE_TEXT.items()},
        "item": render(plain.document(ITEM, kk, "su"), kk),
        "bare": render(Document("Two words", "<p>And a text of its own.</p>\n"), Page("en", "ltr", "en")),
        "index": listing.render(LISTED),
        "index.ug": listing.render(LISTED, lang="ug", dir="rtl"),
    }


def test_page_of_markdown() -> None:
    """A page says language and direction, leads to the other languages, and shows what the article holds."""
    text = page("en", STEPPE_TEXT["en"])

    assert '<html lang="en" dir="ltr">' in text
    assert "<h1>Wind over the steppe: a walk</h1>" in text
    assert '<p class="deck">Two days on foot, and nobody&#39;s in a hurry</p>' in text
    assert '<time datetime="2020-02-14">February 14, 2020</time>' in text
    assert '<a href="../../kk/notes/steppe.html" hreflang="kk" lang="kk" dir="ltr">' in text
    assert 'aria-current="page">English</span>' in text
    assert '<a href="../border.html#more">' in text
    assert "<code>[a](border.html)</code>" in text
    assert '<img src="../../notes/img/well.svg" alt="A well by the road"><figcaption>The well was dug by hand.' in text
    assert '<img src="../../notes/img/b.svg" alt="A cloud">' in text
    link = '<a href="../../ru/notes/steppe.html" hreflang="ru" lang="ru" dir="auto">Русский</a>'
    assert f'<p class="l10n-byline">Translated by Ә. Қ. *, {link}</p>' in text
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', text)
    assert data and json.loads(data[1])["inLanguage"] == "en"


def test_right_to_left() -> None:
    """A Uyghur page runs from right to left, and so does its entry in every language switcher."""
    text = page("ug", STEPPE_TEXT["ug"])

    assert '<html lang="ug" dir="rtl">' in text
    assert "2020-يىلى 14-فېۋرال" in text
    assert '<a class="skip" href="#article">ماقالىگە ئۆتۈش</a>' in text
    assert '<span lang="ru" dir="ltr">Колодец у дороги.</span>' in text
    assert 'lang="ug" dir="rtl">' in page("en", STEPPE_TEXT["en"]).split("<nav", 1)[1]


def test_a_table_is_mirrored() -> None:
    """Columns set to the left or right follow the direction of the page; those of a Uyghur source do as well."""
    table = "| а | б | в |\n|:--|--:|:-:|\n| 1 | 2 | 3 |\n"

    assert re.findall(r"align:(\w+)", markdown.body(table, variant("ug"))) == ["start", "end", "center"] * 2
    mirrored = replace(variant("kk"), source_lang="ug", source_dir="rtl")
    assert re.findall(r"align:(\w+)", markdown.body(table, mirrored)) == ["end", "start", "center"] * 2


def test_a_name_against_the_line() -> None:
    """A Cyrillic name in a Uyghur credit stands apart, so that its full stop stays behind it; in Kazakh it need not."""
    note = Note("byline", "تەرجىمە: {translator}. {source}", {"translator": "Айгүл С.", "source": "دالا"})

    assert note.html() == "تەرجىمە: <bdi>Айгүл С.</bdi>. دالا"
    assert replace(note, template="Аударған: {translator}").html() == "Аударған: Айгүл С."
    assert note.text() == "تەرجىمە: Айгүл С.. دالا"
    assert replace(note, template="{translator} · Steppe · دالا", values={"translator": ""}).html() == ""


def test_data_can_be_read() -> None:
    """JSON-LD holds letters as they are, and nothing that ends the script."""
    text = render(Document("دالا </script> <b>", "<p>a</p>"), variant("ug"))

    assert '"headline": "دالا \\u003c/script\\u003e' in text


def test_toml_is_no_text() -> None:
    """Front matter in TOML is not shown."""
    assert markdown.body("+++\ntitle = 'a'\n+++\nb\n", variant("kk")) == "<p>b</p>\n"


def test_rules_are_no_front_matter() -> None:
    """A text between two lines of hyphens is shown."""
    assert "<p>a</p>" in markdown.body("---\n\na\n\n---\n\nb\n", variant("kk"))


def test_own_headline() -> None:
    """An article that has its headline in the text does not get a second one."""
    text = "# A headline of its own\n\nText.\n"
    one = variant("en")
    out = render(Document("from the settings", markdown.body(text, one)), one)

    assert out.count("<h1") == 1


def test_page_of_text() -> None:
    """Blocks become elements by their kinds; what reads like markup is text; a foreign passage says its language."""
    one = replace(variant("kk"), source_lang="en")
    found = plain.document(ITEM, one, "su")

    assert (found.title, found.deck, found.byline) == (ITEM[0][1], ITEM[1][1], ITEM[2][1])
    assert (
        '<p>8400 үйде су &lt;a1&gt; болмайды &amp; <span lang="en" dir="ltr">said the company</span>.</p>' in found.body
    )
    assert "<ul>\n<li>№ 2 мектеп</li>\n<li>орталық базар</li>\n</ul>" in found.body
    assert "<blockquote>\n<p>«Суды қайнатыңыз».)</p>\n</blockquote>" in found.body
    assert plain.document([("p", "Бір сөйлем.")], one, "su").title == "su"


@given(
    st.lists(st.tuples(st.sampled_from(["headline", "deck", "p", "li", "h2", "credit", "other"]), st.text(max_size=12)))
)
def test_no_text_is_markup(blocks: list[tuple[str, str]]) -> None:
    """Whatever the text says, no element comes from it."""
    names = set(re.findall(r"<(\w+)", plain.document(blocks, variant("kk"), "a").body))

    assert names <= {"p", "ul", "li", "h2", "span"}


OWN = [
    # Markdown from notes/steppe.md, in kk/notes/steppe.md
    ("[a](../border.html)", "[a](../border.html)"),
    ("[a](../border.html#x 'title')", "[a](../border.html#x 'title')"),
    ("[a](steppe.md)", "[a](steppe.md)"),
    ("![a](img/b.svg)", "![a](../../notes/img/b.svg)"),
    ("![a](<img/b c.svg>)", "![a](<../../notes/img/b c.svg>)"),
    (r"[a](img/b\_c.svg)", "[a](../../notes/img/b_c.svg)"),
    ("[a](img/b(1).svg)", "[a](<../../notes/img/b(1).svg>)"),
    ("[![a](img/b.svg)](img/c.svg)", "[![a](../../notes/img/b.svg)](../../notes/img/c.svg)"),
    ("[a]: img/b.svg 'title'\n\n[a]", "[a]: ../../notes/img/b.svg 'title'\n\n[a]"),
    ("[^1]: img/b.svg\n\na[^1]", "[^1]: img/b.svg\n\na[^1]"),
    ("`[a](img/b.svg)` [a](img/b.svg)", "`[a](img/b.svg)` [a](../../notes/img/b.svg)"),
    ("```\n[a](img/b.svg)\n```", "```\n[a](img/b.svg)\n```"),
    ("    [a](img/b.svg)", "    [a](img/b.svg)"),
    ('a <img src="img/b.svg"> b', 'a <img src="../../notes/img/b.svg"> b'),
    ('<div>\n<img src="img/b.svg">\n</div>', '<div>\n<img src="../../notes/img/b.svg">\n</div>'),
    ("| a |\n| - |\n| [b](img/b.svg) |", "| a |\n| - |\n| [b](../../notes/img/b.svg) |"),
    ("> - [b](img/b.svg)", "> - [b](../../notes/img/b.svg)"),
    ("<https://news.example/border.html>", "<https://news.example/border.html>"),
    ("[a](https://news.example/border.html)", "[a](https://news.example/kk/border.html)"),
    ("---\ntitle: a\nlang: ru\n---\nb", "---\ntitle: a\nlang: kk\n---\nb"),
    ("---\nlang: 'ru' # c\n---\nb", "---\nlang: 'kk' # c\n---\nb"),
    ("---\r\ntitle: a\r\n---\r\nb", "---\r\ntitle: a\r\nlang: kk\r\n---\r\nb"),
    ("+++\ntitle = 'a'\n[x]\ny = 1\n+++\nb", "+++\nlang = \"kk\"\ntitle = 'a'\n[x]\ny = 1\n+++\nb"),
    ('+++\nlang = "ru"\n+++\nb', '+++\nlang = "kk"\n+++\nb'),
    ("+++\ntitle = '<img src=\"img/b.svg\">'\n+++\nb", '+++\nlang = "kk"\ntitle = \'<img src="img/b.svg">\'\n+++\nb'),
    ("\ufeff---\ntitle: '[a](img/b.svg)'\nlang: ru\n---\nb", "\ufeff---\ntitle: '[a](img/b.svg)'\nlang: kk\n---\nb"),
    ("---\n\n[a](img/b.svg)\n\n---\n\nb", "---\n\n[a](../../notes/img/b.svg)\n\n---\n\nb"),
    ("no front matter", "no front matter"),
]


@pytest.mark.parametrize(("text", "wanted"), OWN)
def test_markdown_in_its_own_format(text: str, wanted: str) -> None:
    """References move and the language is stated; every other character stays."""
    one = replace(variant("kk", own=True), notes=())

    assert markdown.dress(text, one) == wanted


def test_credits_in_markdown_and_text() -> None:
    """Credits stand at the end; in Markdown a name is never markup."""
    one = variant("kk", own=True)

    note = "Аударған: Ә. Қ. \\*, [Русский](<../../ru/notes/steppe.html>)"
    assert markdown.dress("Мәтін.\n", one) == f"Мәтін.\n\n{note}\n"
    assert plain.dress("Мәтін.\r\n", one) == "Мәтін.\r\n\r\nАударған: Ә. Қ. *, Русский (../../ru/notes/steppe.html)\r\n"
    assert plain.dress("Мәтін.\n", replace(one, notes=())) == "Мәтін.\n"


MATTER = [
    ("---\ntitle: a: b # c\ntags: [x, y]\n---\n", {"title": "a: b", "tags": ""}),
    ('---\ntitle: "a \\"b\\" \\u0499"\n---\n', {"title": 'a "b" ҙ'}),
    ("---\ntitle: >-\n  one\n  two\nnext: |\n  a\n  b\n---\n", {"title": "one two", "next": "a\nb"}),
    ("---\ntitle: one\n  two\nempty:\n---\n", {"title": "one two", "empty": ""}),
    ("+++\ntitle = 'a'\ndate = 2020-02-14\n[x]\ny = 1\n+++\n", {"title": "a", "date": "2020-02-14"}),
    ("+++\nbroken\n+++\n", {}),
    ("text\n---\ntitle: a\n---\n", {}),
]


@pytest.mark.parametrize(("text", "wanted"), MATTER)
def test_front_matter(text: str, wanted: dict[str, str]) -> None:
    """The texts of the front matter by key."""
    assert matter.read(text) == wanted


def test_credits_templates() -> None:
    """A wrong template is refused with the fields there are; braces are written twice; a missing value silences it."""
    with pytest.raises(ProjectError) as refusal:
        Note("byline", "By {translater}", {}).html()
    assert "{translator}" in refusal.value.hint
    with pytest.raises(ProjectError, match="not closed"):
        Note("byline", "By {translator", {}).html()

    assert Note("byline", "{{{translator}}}", {"translator": "<A>"}).html() == "{&lt;A&gt;}"
    assert Note("byline", "By {translator}", {}).html() == ""


def test_a_template_of_the_site(tmp_path: Path) -> None:
    """A site may bring its own template; one that cannot be used is refused with its line."""
    own = tmp_path / "page.html"
    own.write_text("{{ page.lang }}|{{ document.title }}|{{ body }}|{{ date }}", encoding="utf-8")
    document = Document("a & b", "<p>c</p>", date="2020-02-14")

    assert render(document, variant("kk"), template=own) == "kk|a &amp; b|<p>c</p>|2020 жылғы 14 ақпан"
    for text in ("\n{{ nothing }}", "\n{% if %}", "\n{{ page.__class__.__mro__ }}", "\n{% include '../x' %}", None):
        broken = tmp_path / f"{text and len(text)}.html"
        if text:
            broken.write_text(text, encoding="utf-8")
        with pytest.raises(ProjectError) as refusal:
            render(document, variant("kk"), template=broken)
        assert refusal.value.where == str(broken) and refusal.value.hint
        assert refusal.value.line == (2 if text else 0)


@pytest.mark.parametrize(
    ("tag", "iso", "wanted"),
    [
        ("en", "2020-02-02", "February 2, 2020"),
        ("ru", "2020-02-02", "2 февраля 2020\u202fг."),
        ("kk", "2020-02-02", "2020 жылғы 2 ақпан"),
        ("ug", "2020-02-02T10:00", "2020-يىلى 2-فېۋرال"),
        ("ug-Cyrl", "2020-02-02", "2020-02-02"),
        ("de", "2020-02-02", "2020-02-02"),
        ("ru", "2020-13-02", "2020-13-02"),
        ("ru", "вчера", "вчера"),
    ],
)
def test_dates(tag: str, iso: str, wanted: str) -> None:
    """A date as the language writes it; what is no date, or in no language we know, stays as it is."""
    assert words.long_date(iso, tag) == wanted


@pytest.mark.parametrize("said", ["{{ 1 / 0 }}", "{{ variants + 1 }}", "{{ lang }}", "{% for %}", "\xff"])
def test_a_template_that_fails_says_what_it_sees(tmp_path: Path, said: str) -> None:
    """However a template of the site fails, its file is named, and what a template may use."""
    broken = tmp_path / "broken.html"
    broken.write_bytes(said.encode("latin-1"))
    with pytest.raises(ProjectError) as refused:
        render(Document("a", "<p>b</p>"), variant("kk"), template=broken)
    assert refused.value.where == str(broken)
    assert "`document`" in refused.value.hint


def test_index() -> None:
    """The index leads to every published variant and says what is withheld or older than its source."""
    text = listing.render(LISTED)

    assert '<a class="title" href="en/notes/steppe.html" hreflang="en">Wind over the steppe</a>' in text
    assert '<li lang="ug" dir="rtl"><span class="name">ئۇيغۇرچە</span>' in text
    assert text.count("older than its source") == 1
    assert "not published yet (99%)" in text
