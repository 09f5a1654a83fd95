"""Law: whatever bytes stand in a file, a verb does its work or refuses, and where it refuses, no file is changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import workflow
from l10n.errors import L10nError
from l10n.ledger import withdraw
from l10n.project import Project
from l10n.workflow import reviewing
from tests.workflow import killed
from tests.workflow.killed import review
from tests.workflow.newsroom import edit_source, make

FILES = (
    "locales/ru/ferry.po",
    "locales/ru/ferry.reviews.jsonl",
    "locales/ferry.pot",
    "l10n.toml",
    "source/ferry.html",
    "build/manifest.json",
    ".l10n/listed.json",
    ".l10n/report.json",
)
BYTES = tuple(b'"|\n|\\|\\x|#|#~ |msgid |msgstr[1] |{|]|\0|\xff|<|[|=|'.split(b"|"))
"""What is put in besides pieces of the file itself."""


def report(folder: Path) -> None:
    project = Project.load(folder)
    workflow.report(project, project.articles())


def listing(folder: Path) -> None:
    project = Project.load(folder)
    reviewing.items(project, project.articles(), reviewing.Filter())


def mv(folder: Path) -> None:
    workflow.move(Project.load(folder), "ferry", "2026/ferry")


EXAMPLES = int(os.environ.get("L10N_EXAMPLES", "10"))
"""For each file; more of them for a longer search."""

VERBS: tuple[killed.Verb, ...] = (listing, report, killed.build, review(withdraw), killed.sync, mv)

Edit = tuple[float, float, float, int]


def mutated(data: bytes, edits: list[Edit]) -> bytes:
    """The bytes with slices taken out, doubled elsewhere, or replaced."""
    for start, end, where, what in edits:
        first, last = sorted((int(start * len(data)), int(end * len(data))))
        last = min(last, first + 200)
        piece, place = data[first:last], int(where * len(data))
        if what < 0:
            data = data[:first] + data[last:]
        elif what < len(BYTES):
            data = data[:first] + BYTES[what] + data[first + (what % 3) :]
        else:
            data = data[:place] + piece + data[place:]
    return data


SHARE = st.floats(0, 1)
EDITS = st.lists(st.tuples(SHARE, SHARE, SHARE, st.integers(-6, len(BYTES) + 6)), min_size=1, max_size=4)


class Desk:
    """A project that is put back in order after each example."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        make(folder)
        for verb in (*killed.APPROVED, killed.build, killed.listed, report):
            verb(folder)
        edit_source(Project.load(folder), "It takes 12 cars.", "It takes 20 cars.")
        self.good = self.tree()

    def tree(self) -> dict[str, bytes]:
        """Every file but the locks."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file() and not path.name.endswith("lock")
        }

    def record(self) -> dict[str, bytes]:
        """Every file but the caches."""
        return {name: data for name, data in self.tree().items() if not name.startswith(".l10n/")}

    def reset(self) -> None:
        """As it was."""
        there = self.tree()
        for name in there.keys() - self.good.keys():
            (self.folder / name).unlink()
        for name, data in self.good.items():
            if there.get(name) != data:
                (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                (self.folder / name).write_bytes(data)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("desk") / "project")


@settings(max_examples=EXAMPLES)
@given(edits=EDITS)
@pytest.mark.parametrize("name", FILES)
def test_whatever_stands_there(desk: Desk, name: str, edits: list[Edit]) -> None:
    """With slices of a file deleted, doubled and replaced, each verb works, or refuses and changes nothing."""
    desk.reset()
    broken = mutated(desk.good[name], edits)
    (desk.folder / name).write_bytes(broken)
    for verb in VERBS:
        before = desk.record()
        try:
            verb(desk.folder)
        except L10nError as error:
            assert error.hint, error
            assert desk.record() == before, verb
