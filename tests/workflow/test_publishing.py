"""What a publisher gets: variants that say what is true of them."""

from __future__ import annotations

import re
from pathlib import Path

from l10n.project import Project
from tests.workflow.newsroom import l10n, type_in

SETTINGS = """
locales = ["en", "kk", "kk-Arab", "ru", "ug"]
[gate]
state = "translated"
findings = "none"
[build]
base-url = "https://news.example/"
"""


def project(folder: Path, articles: dict[str, str], settings: str = SETTINGS) -> Project:
    """A project in which every segment of every article is translated."""
    for name, text in articles.items():
        path = folder / "source" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "l10n.toml").write_text(settings, encoding="utf-8")
    l10n(folder, "sync")
    found = Project.load(folder)
    for article in found.articles():
        for locale in found.settings.locales:
            if locale != "en":
                type_in(found.catalog(article.name, locale), lambda source, to=locale: f"{to} {source}")
    return found


def built(project: Project, place: str) -> str:
    """A file of the build."""
    done = l10n(project.folder, "build")
    assert done.returncode == 0, done.stderr
    return (project.build / place).read_text(encoding="utf-8")


def test_a_byline_that_nobody_translates(tmp_path: Path) -> None:
    """An author named in a key that holds no unit is in the language of the source, and the page says so."""
    news = project(tmp_path, {"well.md": "---\ntitle: A well\nauthor: D. Digger\n---\n\nWater.\n"})

    assert '<bdi><span lang="en" dir="ltr">D. Digger</span></bdi>' in built(news, "ug/well.html")
    assert "<bdi>D. Digger</bdi>" in built(news, "en/well.html")


def test_each_open_graph_locale_once(tmp_path: Path) -> None:
    """Two locales that Open Graph does not tell apart are named once, and never beside themselves."""
    page = '<html lang="en"><head><meta property="og:title" content="A well"></head><p>Water.'
    news = project(tmp_path, {"well.html": page})

    graph = {
        locale: re.findall(r'og:locale(?::alternate)?" content="(\w+)"', built(news, f"{locale}/well.html"))
        for locale in news.settings.locales
    }
    assert graph["ug"] == ["en_US", "kk_KZ", "ru_RU"]
    assert graph["kk"] == graph["kk-Arab"] == ["kk_KZ", "en_US", "ru_RU"]


def test_a_deck_that_is_half_translated(tmp_path: Path) -> None:
    """What of a headline or deck is left in the source language says so on the page."""
    settings = SETTINGS.replace("[build]", 'share = 0\nfallback = {default = "source"}\n[build]')
    news = project(
        tmp_path, {"well.md": "---\ntitle: A well\ndeck: Who dug it? R & D knows.\n---\n\nWater.\n"}, settings
    )
    type_in(news.catalog("well", "ug"), {"Who dug it?": "", "A well": ""})

    page = built(news, "ug/well.html")
    assert '<p class="deck"><span lang="en" dir="ltr">Who dug it?</span> ug R &amp; D knows.</p>' in page
    assert '<h1><span lang="en" dir="ltr">A well</span></h1>' in page


def test_a_credit_template_that_cannot_be_filled(tmp_path: Path) -> None:
    """A field that no template has is refused with the settings' name, and what is online stays."""
    news = project(tmp_path, {"well.html": '<html lang="en"><p>Water.'})
    before = built(news, "kk/well.html")
    (tmp_path / "l10n.toml").write_text(SETTINGS + "byline = {kk = '{translater}'}", encoding="utf-8")

    done = l10n(tmp_path, "build")
    assert (done.returncode, "`l10n.toml`" in done.stderr, "`{translator}`" in done.stderr) == (2, True, True)
    assert (news.build / "kk" / "well.html").read_text(encoding="utf-8") == before
