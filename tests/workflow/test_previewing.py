"""A preview shows what a build writes, each sentence under the name of its segment, and nothing in it acts."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from lxml import html

from l10n import codes
from l10n.project import Project
from l10n.text import segment_id
from l10n.workflow import building, previewing, view
from l10n.workflow.rendering import Plan
from tests.workflow.newsroom import ARTICLE, l10n, make, tree, type_in

SETTINGS = """
locales = ["en", "ru", "kk", "ug"]
variants = ["ug-Cyrl", "ug-Latn", "kk-Arab"]
[gate]
state = "translated"
findings = "none"
fallback = {default = "source"}
share = 0.0
[build]
base-url = "https://news.example/"
"""
UYGHUR = {
    "Ferry returns to the Ile river": "پاروم ئىلى دەرياسىغا قايتتى",
    "The ferry runs again after 15 months.": "پاروم 15 ئايدىن كېيىن يەنە قاتنىماقتا.",
    "Drivers waited <a1>on the bank</a1> since dawn.": "شوپۇرلار تاڭدىن بېرى <a1>قىرغاقتا</a1> كۈتتى.",
    "It takes 12 cars.": "ئۇ 12 ماشىنا ئالىدۇ.",
}
MARKDOWN = """---
title: The well is dry
author: Aigul S.
---

The *well* is **"dry"**. It takes &amp; keeps [12 cars](ferry.html).

- One thing. Another *"thing"*.

1. First!

![A ferry](img/ferry.jpg)
"""
TEXT = "The well is dry\n\nBy Aigul S.\n\nIt is <dry> & cold. It takes 12 cars.\n"
ODD = """<!doctype html>
<html lang="en"><head><meta charset="windows-1251"><title>Café &amp; well</title></head>
<body><p>It&nbsp;is <b>dry. It takes</b> 12&#8239;cars.</p><svg><text>A well</text></svg>
<table><tr><td>One thing.</td></tr></table><select><option>Two things.</option></select>
<p><img src="img/ferry.jpg" alt="A ferry"> <button>Press it.</button></p></body></html>
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Articles in every format, in part translated into Uyghur."""
    project = make(tmp_path, settings=SETTINGS)
    for name, said in (("well.md", MARKDOWN), ("note.txt", TEXT), ("odd.html", ODD)):
        project.source.joinpath(name).write_bytes(
            said.encode("windows-1251" if name == "odd.html" else "utf-8", "xmlcharrefreplace")
        )
    l10n(tmp_path, "sync")
    type_in(project.catalog("ferry", "ug"), UYGHUR)
    for locale in ("ru", "kk"):
        for name in ("ferry", "well", "note", "odd"):
            type_in(project.catalog(name, locale), lambda source: source.replace("It takes", "Он берёт"))
    l10n(tmp_path, "sync", "--by", "aigul")
    return project


def plans(project: Project, name: str, *, drafts: bool = False) -> list[Plan]:
    source = view.source(project, project.article(name))
    return building.plans(source, partial(view.side, source), drafts=drafts)


def shown(plan: Plan, published: list[Plan]) -> str:
    return previewing.page(plan, [one.locale for one in published], "/asset/KEY/")


def words(page: str | bytes) -> str:
    """What a reader reads."""
    body = html.document_fromstring(page).body
    for script in body.xpath("//script | //style"):
        script.drop_tree()
    return " ".join(body.text_content().split())


@pytest.mark.parametrize("name", ["ferry", "well", "note", "odd"])
def test_as_built(project: Project, name: str) -> None:
    """Its words are those of the build, in every locale and script; nothing is written."""
    before = tree(project.folder)
    found = plans(project, name)
    pages = {plan.locale: shown(plan, found) for plan in found}
    assert tree(project.folder) == before

    assert l10n(project.folder, "build").returncode == 0
    for locale, page in pages.items():
        assert words(page) == words(project.build.joinpath(locale, f"{name}.html").read_bytes())


@pytest.mark.parametrize("name", ["ferry", "well", "note"])
@pytest.mark.parametrize("locale", ["en", "ru", "ug", "ug-Cyrl", "kk-Arab"])
def test_sentences(project: Project, name: str, locale: str) -> None:
    """Each sentence that a reader sees lies in an element with the id of its segment."""
    found = plans(project, name)
    plan = next(one for one in found if one.locale == locale)
    page = html.document_fromstring(shown(plan, found))
    said: dict[str, str] = {one.get("data-segment"): one.text_content() for one in page.xpath("//*[@data-segment]")}
    seen = [one for one in plan.side.source.assembly.segments if one.kind not in ("description", "alt", "byline")]

    assert {segment_id(*one.key) for one in seen} <= set(said)
    if locale in ("en", "ru"):
        for one in seen:
            text = plan.decision.choices[one.key].text.replace("<foreign>", "").replace("</foreign>", "")
            assert "".join(said[segment_id(*one.key)].split()) == "".join(codes.strip(text).split())


def test_odd_places(project: Project) -> None:
    """No mark is left where no element can stand, and a picture bears that of its description."""
    found = plans(project, "odd")
    page = shown(found[1], found)

    assert not any(ord(letter) >= 0xF0000 for letter in page)
    assert "&#98" not in page
    assert "<title>Café" in page or "<title>Caf&#233;" in page
    tree = html.document_fromstring(page)
    assert not tree.xpath("//svg//span | //select//span")
    (picture,) = tree.xpath("//img")
    assert picture.get("data-segment") == segment_id("alt", "A ferry")
    assert picture.get("src") == "/asset/KEY/img/ferry.jpg"


def test_letters_of_its_own(project: Project) -> None:
    """An article that has private letters of the marks is shown as it is, without."""
    path = project.source / "ferry.html"
    path.write_text(path.read_text(encoding="utf-8").replace("12 cars", "12 cars\U000f0003"), encoding="utf-8")
    found = plans(project, "ferry")
    page = shown(found[0], found)

    assert "data-segment" not in page
    assert "It takes 12 cars" in page


def test_drafts(project: Project) -> None:
    """With drafts, a variant is shown that the gate withholds; without, there is nothing to show."""
    (project.folder / "l10n.toml").write_text(SETTINGS.replace("share = 0.0", "share = 1.0"), encoding="utf-8")
    project = Project.load(project.folder)
    without, drafts = plans(project, "ferry"), plans(project, "ferry", drafts=True)
    ug = [one.locale for one in without].index("ug")

    assert not without[ug].decision.publish
    assert "پاروم ئىلى دەرياسىغا قايتتى" in shown(drafts[ug], drafts)


ACTS = """<script>alert(1)</script><script src="https://evil.example/x.js"></script>
<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">
<link rel="stylesheet" href="https://evil.example/x.css"><iframe src="/desk/ru/ferry"></iframe>
<object data="/who"><embed src="/who"></object>"""


def test_what_acts(tmp_path: Path) -> None:
    """Scripts, frames, what loads and what sends away are not in it."""
    project = make(tmp_path, ARTICLE.replace("</nav>", f"</nav>{ACTS}"), SETTINGS)
    l10n(tmp_path, "sync")
    found = plans(project, "ferry")
    page = html.document_fromstring(shown(found[0], found))

    assert not page.xpath("//script | //base | //link | //iframe | //object | //embed | //meta[@http-equiv]")
    assert page.xpath("//h1")


@pytest.mark.parametrize(
    "place",
    [
        *("../l10n.toml", "img/../../l10n.toml", "/etc/passwd", "img//ferry.jpg", "img", "ferry.html", "img/no.jpg"),
        *(".x.png", "img/.hidden.png", "img\\ferry.jpg", "img/ferry.jpg\0.png", "link.png", "linked/ferry.jpg"),
        *("well.toml", "", "a" * 9000 + ".png"),
    ],
)
def test_no_picture(project: Project, place: str) -> None:
    """What is no picture beside the articles is nothing, whatever its path says."""
    (project.source / ".x.png").write_bytes(b"x")
    (project.source / "img" / ".hidden.png").write_bytes(b"x")
    (project.source / "link.png").symlink_to(project.source / "img" / "ferry.jpg")
    (project.source / "linked").symlink_to(project.source / "img")

    assert previewing.picture(project, place) is None


def test_picture(project: Project) -> None:
    """A picture is found with its media type."""
    assert previewing.picture(project, "img/ferry.jpg") == (project.source / "img" / "ferry.jpg", "image/jpeg")
