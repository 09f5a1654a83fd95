"""The sample of this repository is a newsroom in order: in sync, and every name called as its glossary says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from l10n.model import State
from l10n.names import Finder
from l10n.project import Project
from l10n.workflow import naming, view
from tests.workflow.newsroom import l10n, tree

ROOT = Path(__file__).parents[2]
SAID_OTHERWISE = {("ru", "China")}
"""`китайского Синьцзяна`, an adjective."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the sample."""
    folder = tmp_path_factory.mktemp("sample")
    for name in ("source", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return Project.load(folder)


def test_in_sync(project: Project) -> None:
    """Sync has nothing to do."""
    before = tree(project.folder)
    done = l10n(project.folder, "sync")

    assert (done.returncode, done.stdout) == (0, ""), done
    assert tree(project.folder) == before


def test_names(project: Project) -> None:
    """What the glossary calls a name stands in every segment that names it, and nothing that it forbids.

    In the words of the program names are examples.
    """
    names, missing, forbidden = naming.load(project), set(), []
    for article in project.articles():
        if not article.is_page:
            continue
        source = view.source(project, article)
        in_source = Finder(source.locale, names.terms(source.locale))
        for locale in source.targets:
            in_target = Finder(locale, names.terms(locale))
            entries = view.side(source, locale).entries
            for segment in source.assembly.segments:
                found = in_target.find(entries[segment.key].target)
                named = {one.term.id for one in in_source.find(segment.source) if one.analysis.part == "whole"}
                missing |= {(locale, name) for name in named - {one.term.id for one in found}}
                forbidden += [one for one in found if one.analysis.forbidden]

    assert missing <= SAID_OTHERWISE
    assert forbidden == []


def test_what_is_sure_and_what_is_not(project: Project) -> None:
    """A rendering that was constructed is a draft until a native reader confirms it; all others are translated."""
    names = naming.load(project)
    drafts = {name.form for name in names.names if names.state(name.ref, "ug") == State.INITIAL}

    assert {"Kassym-Jomart Tokayev", "Sarybel"} <= drafts
    assert len(names.terms("ru", State.TRANSLATED)) == len(names.terms("kk", State.TRANSLATED)) == len(names.names)
