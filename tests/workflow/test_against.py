"""An open finding keeps a text from being ready, as the gate says; the fallback stands for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from l10n.project import Project
from tests.workflow.newsroom import RUSSIAN, l10n, make, type_in

TWELVE = "It takes 12 cars."
SETTINGS = """
locales = ["en", "ru"]
[checks]
severity = {whitespace = "error"}
[gate]
"""


@pytest.fixture
def news(tmp_path: Path) -> Project:
    """A project that publishes what is translated, and takes doubled spaces for errors."""
    project = make(tmp_path, settings=SETTINGS + 'state = "translated"\n')
    l10n(tmp_path, "sync")
    type_in(project.catalog("ferry", "ru"), RUSSIAN)
    return project


def typed(project: Project, text: str, locale: str = "ru") -> dict:
    """What a build says of a locale where the sentence about 12 cars says this."""
    type_in(project.catalog("ferry", locale), {TWELVE: text})
    rows = json.loads(l10n(project.folder, "build", "--json").stdout)
    return next(one for one in rows if one["locale"] == locale)


def page(project: Project, locale: str = "ru") -> str:
    return (project.build / locale / "ferry.html").read_text(encoding="utf-8")


def test_withheld_with_the_reason(news: Project) -> None:
    """The segment is named, with the check and the rule; once it is mended the variant is published."""
    one = typed(news, "Он берёт  12 машин.")
    assert not one["published"]
    assert [blocked["why"] for blocked in one["blocked"]] == ["open error: whitespace.double"]

    assert typed(news, "Он берёт 12 машин.")["published"]


@pytest.mark.parametrize(("findings", "published"), [("none", True), ("error", False), ("warning", False)])
def test_the_gate_says_how_bad(news: Project, findings: str, published: bool) -> None:
    """`[gate] findings`: the least severity that counts."""
    (news.folder / "l10n.toml").write_text(f'{SETTINGS}state = "translated"\nfindings = "{findings}"\n')

    assert typed(news, "Он берёт  12 машин.")["published"] == published


def test_the_text_approved_last_stands_for_it(tmp_path: Path) -> None:
    """Of a published variant; that an editor approved the wrong text as well makes it no older one."""
    people = '[people.timur]\nroles = ["editor"]\n'
    project = make(tmp_path, settings=f"{SETTINGS}{people}")
    l10n(tmp_path, "sync")
    type_in(project.catalog("ferry", "ru"), RUSSIAN)

    def approve() -> None:
        l10n(tmp_path, "review", "-l", "ru")
        assert l10n(tmp_path, "review", "-l", "ru", "--approve", "--by", "timur").returncode == 0

    approve()
    assert typed(project, RUSSIAN[TWELVE])["published"]
    type_in(project.catalog("ferry", "ru"), {TWELVE: "Он берёт  двенадцать машин."})
    approve()
    one = typed(project, "Он берёт  двенадцать машин.")

    assert (one["published"], one["stale"], one["fallbacks"]) == (True, True, {"approved": 1})
    assert RUSSIAN[TWELVE] in page(project)


def test_a_copy_edit_with_a_finding_is_not_shown(news: Project) -> None:
    """The original stands as its author wrote it."""
    assert typed(news, "It takes  twelve cars.", "en")["published"]
    assert TWELVE in page(news, "en")

    assert typed(news, "It takes twelve cars.", "en")["published"]
    assert "It takes twelve cars." in page(news, "en")


def test_an_original_is_published_as_it_is(tmp_path: Path) -> None:
    """What is wrong with it, `l10n check` says; no build withholds it."""
    project = make(tmp_path, settings=SETTINGS + 'state = "translated"\n')
    text = (project.source / "ferry.html").read_text(encoding="utf-8")
    (project.source / "ferry.html").write_text(text.replace("It takes", "It&nbsp; takes"), encoding="utf-8")

    rows = json.loads(l10n(tmp_path, "build", "--json").stdout)
    assert next(one for one in rows if one["locale"] == "en")["published"]
    assert l10n(tmp_path, "check").returncode == 1
