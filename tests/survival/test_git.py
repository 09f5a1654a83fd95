"""Two people review on two branches, and git merges them as it merges any text."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from l10n import ledger, po
from l10n.ledger import Outcome, Reviewer, Status
from l10n.model import Entry, State
from tests.programs import need
from tests.survival.newsroom import (
    BRIDGE,
    EMPTY,
    LATER,
    REASON,
    ROAD,
    STATES,
    TWIN,
    WHEN,
    Desk,
    Key,
    set_up,
)

AIGUL, BOLAT = Reviewer(who="aigul", when=LATER), Reviewer(who="bolat", when=LATER)
Work = Callable[["Branches"], None]


class Branches:
    """A repository with the catalog and its ledger, and a branch for each of two people."""

    def __init__(self, folder: Path, union: bool) -> None:
        self.git_program = need("git")
        self.desk: Desk = set_up(folder)
        self.ledger = folder / "kk.reviews.jsonl"
        ledger.append(self.ledger, self.desk.ledger.records.values())
        if union:
            (folder / ".gitattributes").write_text("*.reviews.jsonl merge=union\n", encoding="utf-8")
        self.git("init", "-q", "-b", "main")
        self.commit("the desk as it is")

    def git(self, *words: str, check: bool = True) -> None:
        """A command of git, alone with this repository; it must succeed unless check is off."""
        who = {f"GIT_{role}_{part}": f"desk@{part}" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
        alone = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "PATH": "/usr/bin:/bin"}
        command = [self.git_program, *words]
        done = subprocess.run(command, cwd=self.desk.folder, env=who | alone, capture_output=True, check=False)
        assert done.returncode == 0 or not check, done.stderr.decode()

    def commit(self, what: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", what)

    def review(self, verb: Callable[..., Outcome], by: Reviewer, key: Key) -> None:
        """A verb on one segment, written as the commands write it: ledger first."""
        catalog = po.read(self.desk.po)
        outcome = verb([catalog.by_key()[key]], ledger.read(self.ledger), by)
        assert not outcome.skipped
        ledger.append(self.ledger, outcome.records)
        changed = {entry.key: entry for entry in outcome.entries}
        entries = tuple(changed.get(entry.key, entry) for entry in catalog.entries)
        po.write(catalog.replace(entries=entries), self.desk.po)

    def type(self, key: Key, target: str) -> None:
        """A text typed in some editor."""
        catalog = po.read(self.desk.po)
        entries = tuple(e.replace(targets=(target,)) if e.key == key else e for e in catalog.entries)
        po.write(catalog.replace(entries=entries), self.desk.po)

    def merge(self, ours: Work, theirs: Work) -> None:
        """Each works on a branch of their own; git merges theirs into ours, perhaps with conflicts."""
        for name, work in (("theirs", theirs), ("ours", ours)):
            self.git("checkout", "-q", "-b", name, "main")
            work(self)
            self.commit(name)
        self.git("merge", "-q", "--no-edit", "theirs", check=False)

    def states(self) -> dict[Key, Status]:
        """What sync would find."""
        catalog, known = po.read(self.desk.po), ledger.read(self.ledger)
        known = known.plus(ledger.observe(catalog, known, who=lambda entry: "dina", when=LATER))
        return {entry.key: known.status(ledger.mark(entry, known)) for entry in catalog.entries}


@pytest.fixture(params=[True, False], ids=["union", "no attributes"])
def branches(tmp_path: Path, request: pytest.FixtureRequest) -> Branches:
    """With the line in `.gitattributes` that `l10n init` writes, and without it."""
    return Branches(tmp_path, request.param)


def others(found: dict[Key, Status], *but: Key) -> None:
    """No segment but these has another state than before."""
    now = {key: (status.state, status.reason) for key, status in found.items() if key not in but}
    assert now == {key: state for key, state in STATES.items() if key not in but}


def test_different_segments(branches: Branches) -> None:
    """What each did counts, also where git left the ledger with conflict lines."""

    def ours(desk: Branches) -> None:
        desk.review(ledger.approve, AIGUL, BRIDGE)
        desk.type(EMPTY, "Ешкім зардап шеккен жоқ.")

    branches.merge(ours, lambda desk: desk.review(ledger.withdraw, BOLAT, TWIN))
    found = branches.states()
    assert [found[key].state for key in (BRIDGE, EMPTY, TWIN)] == [State.REVIEWED, State.TRANSLATED, State.TRANSLATED]
    others(found, BRIDGE, EMPTY, TWIN)


def test_both_approve_the_same(branches: Branches) -> None:
    """Two editors who approve one text write one line in the catalog, and both are its reviewers."""
    branches.merge(
        lambda desk: desk.review(ledger.approve, AIGUL, BRIDGE), lambda desk: desk.review(ledger.approve, BOLAT, BRIDGE)
    )
    status = branches.states()[BRIDGE]
    assert (status.state, status.reviewers) == (State.REVIEWED, ("aigul", "bolat"))
    others(branches.states(), BRIDGE)


def test_one_approves_and_one_changes(branches: Branches) -> None:
    """The approval of the old text says nothing of the new one, though its comment stands above it."""
    text = "Көпір <a1>маусымда</a1> ашылады, деді ол."
    branches.merge(lambda desk: desk.review(ledger.approve, AIGUL, BRIDGE), lambda desk: desk.type(BRIDGE, text))
    catalog = po.read(branches.desk.po)
    merged: Entry = catalog.by_key()[BRIDGE]
    assert merged.target == text
    assert merged.comments
    assert branches.states()[BRIDGE].state == State.TRANSLATED
    assert ledger.mark(merged, ledger.read(branches.ledger)).comments == ()
    others(branches.states(), BRIDGE)


@pytest.mark.parametrize("side", ["--ours", "--theirs"])
def test_one_approves_and_one_sends_back(branches: Branches, side: str) -> None:
    """Who objects is heard, whichever side of the catalog is kept."""
    branches.merge(
        lambda desk: desk.review(ledger.approve, AIGUL, BRIDGE),
        lambda desk: desk.review(partial(ledger.send_back, reason=REASON), BOLAT, BRIDGE),
    )
    branches.git("checkout", side, branches.desk.po.name)
    status = branches.states()[BRIDGE]
    assert (status.state, status.reason, status.note) == (State.INITIAL, "sent back", REASON)
    others(branches.states(), BRIDGE)


def test_one_approves_as_final_and_one_withdraws(branches: Branches) -> None:
    """A withdrawal ends the approvals that it saw, and no other."""

    def ours(desk: Branches) -> None:
        catalog, known = po.read(desk.desk.po), ledger.read(desk.ledger)
        ledger.append(desk.ledger, ledger.approve([catalog.by_key()[ROAD]], known, AIGUL, final=True).records)

    branches.merge(ours, lambda desk: desk.review(ledger.withdraw, BOLAT, ROAD))
    status = branches.states()[ROAD]
    assert (status.state, status.reviewers, status.since) == (State.FINAL, ("aigul",), LATER)
    assert WHEN < LATER
    others(branches.states(), ROAD)
