"""Findings in the comments of catalogs: there on request, about exactly the text that stands there, gone with it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from l10n import comments, po
from l10n.project import Project
from l10n.workflow import inspecting
from l10n.workflow.remarking import remark
from l10n.workflow.rules import Rules
from tests.programs import need
from tests.workflow.newsroom import RUSSIAN, WHEN, l10n, make, type_in

SOURCE = "It takes 12 cars."
WRONG = "Он берёт <b>12 машин."


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Everything is typed in Russian, and one text has markup in it."""
    made = make(tmp_path)
    l10n(made.folder, "sync")
    type_in(made.catalog("ferry", "ru"), {**RUSSIAN, SOURCE: WRONG})
    l10n(made.folder, "sync", "--by", "aigul")
    return Project.load(made.folder)


def remarked(project: Project) -> list[tuple[str, str, int]]:
    articles = project.chosen([])
    checked = inspecting.check(project, articles, inspecting.Options(Rules.of(project, only=["markup"])))
    return remark(project, articles, checked.found, WHEN)


def lines(project: Project) -> dict[str, list[str]]:
    """The lines of findings in the Russian catalog, by target."""
    entries = po.read(project.catalog("ferry", "ru")).entries
    return {one.target: said for one in entries if (said := [c for c in one.comments if comments.is_check(c)])}


def test_there_and_gone(project: Project) -> None:
    """A finding stands beside its text, once, whoever saves the file, until the text is another one."""
    before = project.catalog("ferry", "ru").read_bytes()
    assert remarked(project) == [("ferry", "ru", 1)]
    assert remarked(project) == []
    (said,) = lines(project).values()
    assert said[0].startswith("l10n-check: [")
    assert " ".join(one.split("] ")[1] for one in said).startswith("markup.tag: `<b>`")
    assert "0 written" in l10n(project.folder, "sync").stderr
    assert list(lines(project)) == [WRONG]

    type_in(project.catalog("ferry", "ru"), {SOURCE: RUSSIAN[SOURCE]})
    l10n(project.folder, "sync")
    assert lines(project) == {}

    type_in(project.catalog("ferry", "ru"), {SOURCE: WRONG})
    assert project.catalog("ferry", "ru").read_bytes() == before


def test_taken_away(project: Project) -> None:
    """Without findings all lines go, and the file is as it was."""
    before = project.catalog("ferry", "ru").read_bytes()
    remarked(project)
    remark(project, project.chosen([]), [], WHEN)

    assert project.catalog("ferry", "ru").read_bytes() == before


def test_the_command(project: Project) -> None:
    """`l10n check --comments` writes what is found, and with fewer checks no more than those find."""
    done = l10n(project.folder, "check", "--comments", "--only", "markup")
    assert (done.returncode, done.stdout) == (0, "ferry · ru: comments of 1 entry\n")
    assert len(lines(project)) == 1
    l10n(project.folder, "check", "--comments", "--skip", "markup.tag")
    assert lines(project) == {}


def test_no_question_and_no_claim(project: Project) -> None:
    """A line of a finding is nobody's question, and gettext keeps it."""
    remarked(project)
    path = project.catalog("ferry", "ru")
    assert all(not comments.questions(one) for one in po.read(path).entries)
    subprocess.run([need("msgfmt"), "-c", "-o", "/dev/null", str(path)], check=True, capture_output=True)
    kept = subprocess.run([need("msgcat"), str(path)], check=True, capture_output=True).stdout
    assert kept.count(b"# l10n-check: [") == path.read_bytes().count(b"# l10n-check: [") > 0
