"""Script variants: built from what their locale says, in other letters; nothing of the locale changes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from l10n import po
from l10n.project import Project
from tests.workflow.newsroom import l10n, tree, type_in
from tests.workflow.test_publishing import built

SETTINGS = """
name = "Steppe News"
locales = ["en", "kk", "ug"]
variants = ["ug-Cyrl", "ug-Latn", "kk-Latn", "kk-Arab"]
[gate]
state = "translated"
findings = "none"
[build]
base-url = "https://news.example/"
"""

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Ferry returns</title>
<meta name="description" content="It runs again.">
<meta property="og:title" content="Ferry returns">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry returns"}</script>
</head>
<body>
<nav><a href="/">Home</a></nav>
<article>
<h1>Ferry returns</h1>
<p>It runs again. See <code>ferry 12</code>, <span lang="ru">«Паром»</span> and <a href="well.html">Acme Ltd</a>.</p>
<blockquote lang="ru"><p>Паром снова ходит.</p></blockquote>
<figure><img src="ferry.jpg" alt="A ferry"><figcaption>On its first day</figcaption></figure>
</article>
</body>
</html>
"""

KAZAKH = {
    "Ferry returns": "Паром қайта оралды",
    "It runs again.": "Ол қайта жүре бастады.",
    "See <code1>ferry 12</code1>, <span2>«Паром»</span2> and <a3>Acme Ltd</a3>.": (
        "<code1>ferry 12</code1>, <span2>«Паром»</span2> және <a3>Acme Ltd</a3> қараңыз."
    ),
    "Паром снова ходит.": "Паром снова ходит.",
    "A ferry": "Өзендегі паром",
    "On its first day": "Алғашқы күні",
    "It runs again.<fn1/>": "Ол қайта жүре бастады.<fn1/>",
}
UYGHUR = {
    "Ferry returns": "پاروم قايتىپ كەلدى",
    "It runs again.": "ئۇ يەنە قاتناشقا باشلىدى.",
    "See <code1>ferry 12</code1>, <span2>«Паром»</span2> and <a3>Acme Ltd</a3>.": (
        "<code1>ferry 12</code1>، <span2>«Паром»</span2> ۋە <a3>Acme Ltd</a3> غا قاراڭ."
    ),
    "Паром снова ходит.": "Паром снова ходит.",
    "A ferry": "دەريادىكى پاروم",
    "On its first day": "بىرىنچى كۈنى",
    "It runs again.<fn1/>": "ئۇ يەنە قاتناشقا باشلىدى.<fn1/>",
}
TYPED = {"kk": KAZAKH, "ug": UYGHUR}


def project(folder: Path, settings: str = SETTINGS, **articles: str) -> Project:
    """A project whose articles are translated as far as the tables above reach."""
    (folder / "source").mkdir(parents=True)
    for name, text in (articles or {"ferry_html": PAGE}).items():
        (folder / "source" / name.replace("_", ".")).write_text(text, encoding="utf-8")
    (folder / "l10n.toml").write_text(settings, encoding="utf-8")
    l10n(folder, "sync")
    found = Project.load(folder)
    for article in found.articles():
        for locale, targets in TYPED.items():
            if found.catalog(article.name, locale).exists():
                type_in(found.catalog(article.name, locale), targets)
    return found


def manifest(project: Project) -> dict[str, dict[str, object]]:
    """What the manifest of a build says."""
    found: dict[str, dict[str, object]] = json.loads((project.build / "manifest.json").read_bytes())
    return found


def test_a_page_in_other_letters(tmp_path: Path) -> None:
    """Every text of the page is converted; its language and direction are those of the variant."""
    news = project(tmp_path)

    arab, cyrl = built(news, "kk-Arab/ferry.html"), built(news, "ug-Cyrl/ferry.html")
    assert '<html lang="kk-Arab" dir="rtl">' in arab
    assert '<html lang="ug-Cyrl" dir="ltr">' in cyrl
    assert arab.count("پاروم قايتا ورالدى") == 4, "headline, title, og:title, JSON-LD"
    assert 'alt="وزەندەگى پاروم"' in arab
    assert "<figcaption>العاشقى كۇنى</figcaption>" in arab and "‹" not in arab
    assert "<figcaption>Биринчи күни</figcaption>" in cyrl and "<title>Паром қайтип кәлди</title>" in cyrl
    assert json.loads(re.findall(r"ld\+json\">(.*?)</script>", cyrl)[0])["inLanguage"] == "ug-Cyrl"


@pytest.mark.parametrize("tag", ["kk-Arab", "kk-Latn", "ug-Cyrl", "ug-Latn"])
def test_what_is_in_another_language_stays(tmp_path: Path, tag: str) -> None:
    """Code, Latin names, passages and blocks that state another language, and what was never translated, stay."""
    page = built(project(tmp_path), f"{tag}/ferry.html")

    assert "<code>ferry 12</code>" in page
    runs = ' dir="ltr"' if tag == "kk-Arab" else ""
    assert f'<span lang="ru"{runs}>«Паром»</span>' in page
    assert f'<blockquote lang="ru"{runs}><p>Паром снова ходит.</p></blockquote>' in page
    assert '<nav lang="en" dir="ltr"><a href="/">Home</a></nav>' in page
    assert re.search(r">(<bdi>)?Acme Ltd(</bdi>)?</a>", page)


def test_the_locales_know_nothing_of_it(tmp_path: Path) -> None:
    """With variants the pages of the locales keep their bytes, but for the links to the variants."""
    with_variants, without = project(tmp_path / "a"), project(tmp_path / "b", re.sub("variants.*\n", "", SETTINGS))
    built(with_variants, "index.html"), built(without, "index.html")

    for place, data in tree(without.build).items():
        if place.endswith("ferry.html"):
            text = (with_variants.build / place).read_text(encoding="utf-8")
            links = r'<link rel="alternate" hreflang="[a-z]+-[A-Z]\w+" [^>]*>\n'
            assert re.sub(links, "", text) == data.decode("utf-8")


def test_the_same_bytes_twice(tmp_path: Path) -> None:
    """The same inputs give the same build, and a build of one article leaves the variants of others."""
    news = project(tmp_path, ferry_html=PAGE, well_html=PAGE)
    built(news, "index.html")
    once = tree(news.build)

    l10n(tmp_path, "build", "well")
    assert tree(news.build) == once
    assert len([place for place in once if place.endswith(".html")]) == 1 + 2 * 7


def test_all_variants_know_one_another(tmp_path: Path) -> None:
    """Each page names every variant as an alternate, the index names them in their own words and letters."""
    news = project(tmp_path)
    tags = ["en", "kk", "kk-Arab", "kk-Latn", "ug", "ug-Cyrl", "ug-Latn"]

    for tag in tags:
        page = built(news, f"{tag}/ferry.html")
        assert re.findall(r'rel="alternate" hreflang="([^"]*)"', page) == [*tags, "x-default"]
        assert f'<link rel="canonical" href="https://news.example/{tag}/ferry.html">' in page
    index = built(news, "index.html")
    listed = re.findall(r'<li lang="([^"]*)" dir="(\w+)"><span class="name">(.*?)</span>', index)
    assert listed == [
        ("en", "ltr", "English"),
        ("kk", "ltr", "Қазақ тілі"),
        ("kk-Latn", "ltr", "Qazaq tılı"),
        ("kk-Arab", "rtl", "قازاق ءتىلى"),
        ("ug", "rtl", "ئۇيغۇرچە"),
        ("ug-Cyrl", "ltr", "Уйғурчә"),
        ("ug-Latn", "ltr", "Uyghurche"),
    ]
    assert index.count("its letters were converted automatically") == 4


def test_links_lead_to_the_nearest_variant(tmp_path: Path) -> None:
    """A link to another article leads to it in the same letters, else in the locale's, else in its own language."""
    news = project(tmp_path, ferry_html=PAGE, well_html=PAGE)
    assert '<a href="well.html">' in built(news, "ug-Cyrl/ferry.html")

    type_in(news.catalog("well", "kk"), {"Ferry returns": ""})
    (news.build / "manifest.json").unlink()
    for path in sorted(news.build.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    l10n(tmp_path, "build")
    page = (news.build / "kk-Arab" / "ferry.html").read_text(encoding="utf-8")
    assert '<a href="../en/well.html">' in page


def test_its_state_is_that_of_its_locale(tmp_path: Path) -> None:
    """Manifest, report and build say of a variant what they say of its locale, and what it is converted from."""
    news = project(tmp_path)
    built(news, "index.html")

    files = manifest(news)["files"]
    base, made = files["ug/ferry.html"], files["ug-Latn/ferry.html"]  # type: ignore[index]
    assert {key: made[key] for key in ("states", "share", "stale", "catalog", "catalog_digest", "source_digest")} == {
        key: base[key] for key in ("states", "share", "stale", "catalog", "catalog_digest", "source_digest")
    }
    assert (made["converted_from"], made["standard"]) == ("ug", "ULY")
    assert "converted_from" not in base

    rows = {row["locale"]: row for row in json.loads(l10n(tmp_path, "report", "--json").stdout)["rows"]}
    assert rows["ug-Latn"]["converted from"] == "ug" and rows["ug"]["converted from"] == ""
    assert rows["ug-Latn"]["words"] == rows["ug"]["words"]
    assert rows["ug-Latn"]["published"] == "published"
    assert sum(rows["ug-Latn"]["waits"].values()) == 0 < sum(rows["ug"]["waits"].values())
    assert "converted from" in l10n(tmp_path, "report", "-l", "kk-Arab").stdout


def test_withheld_and_stale_with_its_locale(tmp_path: Path) -> None:
    """A variant is withheld where its locale is; published before, it stays with it, stale and in the old words."""
    news = project(tmp_path)
    path = news.catalog("ferry", "kk")
    type_in(path, {"A ferry": ""})
    done = l10n(tmp_path, "build")
    assert done.returncode == 1
    assert "withheld ferry · kk-Arab: as kk, from which it is converted" in done.stdout
    assert not (news.build / "kk-Arab").exists()
    withheld = manifest(news)["withheld"]
    assert withheld["kk-Arab/ferry"]["converted_from"] == "kk"  # type: ignore[index]
    assert "not published yet" in (news.build / "index.html").read_text(encoding="utf-8")

    type_in(path, KAZAKH)
    l10n(tmp_path, "sync", "--by", "aigul")
    before = built(news, "kk-Arab/ferry.html")
    source = tmp_path / "source" / "ferry.html"
    source.write_text(PAGE.replace("On its first day", "On its 2nd day"), encoding="utf-8")
    done = l10n(tmp_path, "build", "--json")
    said = {one["locale"]: one for one in json.loads(done.stdout)}
    assert said["kk-Arab"]["stale"] and said["kk"]["stale"]
    assert said["kk-Arab"]["converted from"] == "kk"
    assert (news.build / "kk-Arab" / "ferry.html").read_text(encoding="utf-8") == before


def test_an_article_of_the_base_language(tmp_path: Path) -> None:
    """What a Kazakh newsroom wrote itself is converted as it stands, and what stays in Kazakh letters says so."""
    page = PAGE.replace('lang="en"', 'lang="kk"').replace("It runs again. See", "<em lang=kk>Ол жүрді.</em> Оқыңыз:")
    news = project(
        tmp_path,
        SETTINGS.replace('["en", "kk", "ug"]', '["kk"]').replace('"ug-Cyrl", "ug-Latn", ', ""),
        ferry_html=page,
    )

    text = built(news, "kk-Arab/ferry.html")
    assert '<em lang="kk-Arab">' in text and "جۇردى" in text
    assert '<nav lang="kk" dir="ltr">' in text
    assert "<em lang=kk>Ол жүрді.</em>" in built(news, "kk/ferry.html")


def test_an_article_in_the_letters_of_a_variant(tmp_path: Path) -> None:
    """An article that says it is written in a script variant is refused: nothing converts it back."""
    page = PAGE.replace('lang="en"', 'lang="kk-Arab"')
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "ferry.html").write_text(page, encoding="utf-8")
    (tmp_path / "l10n.toml").write_text(SETTINGS, encoding="utf-8")

    done = l10n(tmp_path, "sync")
    assert (done.returncode, "`kk-Arab`, which is converted from `kk`" in done.stderr) == (2, True)
    assert "name `kk-Arab` in `locales`" in done.stderr


NOTE = """---
title: Ferry returns
description: It runs again.
date: 2020-02-14
lang: en
---

It runs again.[^1]

[^1]: On its first day
"""


def test_markdown_and_text(tmp_path: Path) -> None:
    """Markdown and text are converted in their own format; their pages speak to the reader in the same letters."""
    news = project(tmp_path, ferry_md=NOTE, well_txt="Ferry returns\n\nIt runs again.\n")

    own = built(news, "ug-Cyrl/ferry.md")
    assert "lang: ug-Cyrl" in own and "күни" in own
    page = built(news, "ug-Cyrl/ferry.html")
    assert '<time datetime="2020-02-14">2020-йили 14-феврал</time>' in page
    assert "Мақалигә өтүш" in page
    assert 'aria-current="page">Уйғурчә</span>' in page
    assert '<time datetime="2020-02-14">2020 جىلعى 14 اقپان</time>' in built(news, "kk-Arab/ferry.html")
    assert built(news, "kk-Arab/well.txt").startswith("پاروم قايتا ورالدى\n")
    assert "<h1>پاروم قايتا ورالدى</h1>" in built(news, "kk-Arab/well.html")


def test_the_author_of_an_article_of_the_base_language(tmp_path: Path) -> None:
    """A byline in front matter that is no unit: converted where it is in the locale's letters, else marked as it is."""
    own = SETTINGS.replace('["en", "kk", "ug"]', '["kk", "en"]').replace('"ug-Cyrl", "ug-Latn", ', "")
    note = "---\ntitle: Су\nauthor: Айгүл Сейітова\n---\n\nСу бар.\n"
    news = project(tmp_path, own.replace("[gate]", 'source-locale = "kk"\n[gate]', 1), ferry_md=note)
    type_in(news.catalog("ferry", "en"), {"Су": "Water", "Су бар.": "There is water."})

    assert "<b><bdi>ايگۇل سەيىتوۆا</bdi></b>" in built(news, "kk-Arab/ferry.html")
    assert '<bdi><span lang="kk" dir="ltr">Айгүл Сейітова</span></bdi>' in built(news, "en/ferry.html")


def test_credits(tmp_path: Path) -> None:
    """A byline and a correction are those of the locale in other letters, or what the settings say of the variant."""
    more = """byline = {kk = "Аударған: {translator}, {language}", kk-Latn = "Audarğan {translator}"}
correction = {kk = "Түзету, {date}: {text}"}
[people.aigul]
names = ["Айгүл С."]
[article.ferry]
correction = {date = 2026-12-02, kk = "Күні дұрыс емес еді."}
"""
    news = project(tmp_path, SETTINGS + more)
    l10n(tmp_path, "sync", "--by", "aigul")

    page = built(news, "kk-Arab/ferry.html")
    assert "اۋدارعان: ايگۇل س.، " in page and "اعىلشىن ءتىلى" in page
    assert "2026 جىلعى 2 جەلتوقسان" in page
    assert "Audarğan Aigül S." in built(news, "kk-Latn/ferry.html")


def test_slugs(tmp_path: Path) -> None:
    """A variant has a slug of its own, or that of its locale, which no letter table changes."""
    news = project(tmp_path, SETTINGS + '[article.ferry]\nslugs = {kk = "paroм", ug-Latn = "parom"}\n')
    built(news, "index.html")

    assert (news.build / "kk-Arab" / "paroм.html").exists()
    assert (news.build / "ug-Latn" / "parom.html").exists()
    assert (news.build / "ug-Cyrl" / "ferry.html").exists()


def test_review_names_the_locale(tmp_path: Path) -> None:
    """Nobody reviews a variant: who tries is told what to review."""
    project(tmp_path)

    done = l10n(tmp_path, "review", "-l", "kk-Arab")
    assert (done.returncode, "name `kk`" in done.stderr) == (2, True)
    assert not list((tmp_path / "locales").glob("kk-*"))
    assert po.read(tmp_path / "locales" / "kk" / "ferry.po").entries
