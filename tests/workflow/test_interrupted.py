"""A real `l10n pretranslate` ends midway: what was finished is whole and stays, what was typed too, and nobody is asked
for it again."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from l10n import files, ledger, po
from l10n.project import Project
from tests.engines.server import Asked, serving
from tests.workflow.killed import timeless
from tests.workflow.newsroom import l10n, tree, type_in
from tests.workflow.test_pretranslating import ENGINE, NOBODY, SECOND, newsroom, says

HOUSE = Path(__file__).parents[2]
TYPED = {"A ferry": "Кеме", "Photo: Gulnar Asetova": "Сурет: Г. Әсетова"}
"""What a translator has typed into `second` in Kazakh, and not synced yet."""
THIRD = SECOND.replace("500", "700").replace("Nobody has seen", "Few have seen").replace("since dawn", "since noon")


@dataclass
class Slow:
    """An engine that takes one text at a time, and one of them for good."""

    stays_at: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Locale and text of what was answered."""
    is_there: threading.Event = field(default_factory=threading.Event)
    """It has come to the text at which it stays."""
    goes_on: threading.Event = field(default_factory=threading.Event)

    def says(self, asked: Asked) -> Any:
        if asked.path == "/translate":
            told = asked.json["target"], asked.json["q"][0]
            if self.stays_at and told == ("kk", self.stays_at):
                self.is_there.set()
                self.goes_on.wait(60)
                return {"translatedText": []}
            self.asked.append(told)
        return says(asked)


def settled(folder: Path, url: str) -> Path:
    """Three articles in two locales, one typed in, all synced but for a few texts of `second`."""
    project = newsroom(folder, ENGINE.format(url=url, more="batch = 1"))
    (project.source / "third.html").write_text(THIRD, encoding="utf-8")
    l10n(folder, "sync", "--by", "aigul")
    type_in(project.catalog("second", "kk"), TYPED)
    return folder


def started(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "l10n", "pretranslate", "--no-memory", "--by", "aigul"]
    return subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


@dataclass
class Ended:
    """A run that was ended midway, and the one after it."""

    folder: Path
    before: dict[str, bytes]
    midway: dict[str, bytes]
    status: int
    told: str
    first: Slow
    second: Slow
    goal: Path
    """Where the same was done undisturbed."""
    undisturbed: Slow


@pytest.fixture(scope="module", params=[signal.SIGKILL, signal.SIGINT], ids=["SIGKILL", "SIGINT"])
def ended(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Ended:
    """Ended while the engine was asked for a sentence of `second` in Kazakh; then begun anew, to the end."""
    stays = re.sub("</?b1>", lambda tag: f'<x id="{int(tag[0][1] == "/")}"/>', NOBODY)
    first, second, undisturbed = asked_of = Slow(stays), Slow(), Slow()
    at_work = iter(asked_of)
    now = [next(at_work)]
    with serving(lambda asked: now[0].says(asked)) as service:
        folder = settled(tmp_path_factory.mktemp("midway") / "project", service.url)
        goal = Path(shutil.copytree(folder, folder.with_name("goal")))
        before = tree(folder)
        with started(folder) as process:
            assert first.is_there.wait(60), "it never came to that sentence"
            process.send_signal(request.param)
            _, told = process.communicate(timeout=60)
        status, midway = process.returncode, tree(folder)
        first.goes_on.set()
        for place in (folder, goal):
            now[0] = next(at_work)
            with started(place) as process:
                _, rest = process.communicate(timeout=60)
            assert process.returncode == 0, rest
    return Ended(folder, before, midway, status, told, first, second, goal, undisturbed)


def test_how_it_ends(ended: Ended) -> None:
    """Killed, as the system says; by Ctrl-C, with the status that shells know and one line that says how to go on."""
    if ended.status != -signal.SIGKILL:
        line = "interrupted: what was finished is written; the same command drafts the rest\n"
        assert (ended.status, ended.told) == (130, line)


def test_what_was_finished_is_whole(ended: Ended) -> None:
    """Every file is as it was, or as it is when all is done; each catalog and each ledger can be read."""
    done = timeless(tree(ended.goal))
    midway, before = timeless(ended.midway), timeless(ended.before)
    finished = {name for name, said in midway.items() if said != before.get(name)}

    assert all(midway[name] == done[name] for name in finished)
    assert before.keys() <= midway.keys()
    for name in ("kk/ferry", "ru/second"):
        assert {f"locales/{name}.po", f"locales/{name}.reviews.jsonl"} <= finished
    assert not any("third" in name or "kk/second" in name for name in finished)
    for name, said in ended.midway.items():
        if name.endswith(".po"):
            po.loads(said, where=name)
            assert said.endswith(b"\n")
        if name.endswith(".jsonl"):
            assert said.startswith(ended.before.get(name, b"")) and said.endswith(b"\n")


def test_what_was_typed_stays(ended: Ended) -> None:
    """Where the run never came to, to the byte; in the end, as what a person typed."""
    place = "locales/kk/second.po"
    project = Project.load(ended.folder)
    entries = {one.source: one for one in po.read(project.catalog("second", "kk")).entries}
    known = ledger.read(project.ledger("second", "kk"))

    assert ended.midway[place] == ended.before[place]
    for source, target in TYPED.items():
        assert (entries[source].target, entries[source].fuzzy) == (target, False)
        assert known.status(entries[source]).translators == ("aigul",)


def test_the_next_run_asks_for_the_rest(ended: Ended) -> None:
    """Both together ask for what one alone would have asked, each text once, and arrive at the same files."""
    both = Counter([*ended.first.asked, *ended.second.asked])

    assert ended.first.asked and ended.second.asked
    assert both == Counter(ended.undisturbed.asked)
    assert set(both.values()) == {1}
    assert timeless(tree(ended.folder)) == timeless(tree(ended.goal))
    assert not list(ended.folder.rglob(files.IGNORED))
