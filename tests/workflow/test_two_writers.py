"""Two who write at once: nothing that anybody typed is lost, and no record is mixed with another."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from l10n import files, ledger, po, workflow
from l10n.errors import CatalogError, ProjectError
from l10n.model import State
from l10n.project import Project
from l10n.text import segment_id
from l10n.workflow import view, writing
from tests.workflow import killed
from tests.workflow.killed import review, sync
from tests.workflow.newsroom import RUSSIAN, edit_source, make, tree, type_in

HOUSE = Path(__file__).parents[2]
TYPED = {"A ferry": "Паромище", "It takes 12 cars.": "Он вмещает 12 машин."}


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose Russian is translated and listed, the source edited since."""
    folder = tmp_path_factory.mktemp("newsroom") / "project"
    project = make(folder)
    for verb in (*killed.TRANSLATED, killed.listed):
        verb(folder)
    edit_source(project, "Tickets cost 500 tenge.", "Tickets cost 600 tenge.")
    return folder


@pytest.fixture
def project(tmp_path: Path, newsroom: Path) -> Project:
    shutil.copytree(newsroom, tmp_path / "project")
    return Project.load(tmp_path / "project")


def target(project: Project, source: str) -> str:
    """The Russian text of a segment."""
    (entry,) = [one for one in po.read(project.catalog("ferry", "ru")).entries if one.source == source]
    return entry.target


def states(project: Project) -> dict[str, State]:
    """Effective state by source, in Russian."""
    side = view.side(view.source(project, project.article("ferry")), "ru")
    return {source: side.status((context, source)).state for context, source in side.entries}


def once(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, path: Path, save: Callable[[], object]) -> None:
    """Let another program save just before this call, the first time that it is about this file."""
    real = getattr(owner, name)

    def call(*args: Any, **more: Any) -> Any:
        if path in (getattr(arg, "path", arg) for arg in args):
            monkeypatch.setattr(owner, name, real)
            save()
        return real(*args, **more)

    monkeypatch.setattr(owner, name, call)


MOMENTS = {
    "after it was read": (writing, "plan"),
    "before its draft": (files, "draft"),
    "before its records": (ledger, "append"),
    "before the rename": (files, "rename"),
}


def poedit(project: Project) -> Callable[[], object]:
    """Somebody types two texts and saves, in the Russian catalog."""
    return lambda: type_in(project.catalog("ferry", "ru"), TYPED)


def by_rename(project: Project) -> Callable[[], object]:
    """The same by a program that writes a new file and renames it."""

    def save() -> None:
        path = project.catalog("ferry", "ru")
        other = path.with_name("poedit.po")
        shutil.copy(path, other)
        type_in(other, TYPED)
        other.replace(path)

    return save


@pytest.mark.parametrize("saving", [poedit, by_rename])
@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("verb", [sync, review(ledger.approve)], ids=["sync", "approve"])
def test_somebody_saves_meanwhile(
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    verb: killed.Verb,
    moment: str,
    saving: Callable[[Project], Callable[[], object]],
) -> None:
    """Whenever Poedit saves while a command works, what was typed is there afterwards, and not approved unread."""
    owner, name = MOMENTS[moment]
    about = project.ledger("ferry", "ru") if owner is ledger else project.catalog("ferry", "ru")
    save, saved = saving(project), []
    once(monkeypatch, owner, name, about, lambda: saved.append(save()))

    verb(project.folder)

    assert saved
    for source, said in TYPED.items():
        assert target(project, source) == said
        assert states(project)[source] <= State.TRANSLATED
    sync(project.folder)
    assert {source: target(project, source) for source in TYPED} == TYPED
    assert not ledger.read(project.ledger("ferry", "ru")).warnings
    assert not list(project.locales.rglob(files.IGNORED))


def test_somebody_saves_without_end(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that saves again and again is named as the reason, and its last version stays."""
    path = project.catalog("ferry", "ru")
    real, count = writing.plan, 0

    def plan(side: view.Side) -> writing.Pending:
        nonlocal count
        count += side.path == path
        type_in(path, {"A ferry": f"Паром {count}"})
        return real(side)

    monkeypatch.setattr(writing, "plan", plan)

    with pytest.raises(CatalogError, match="keeps saving") as refusal:
        sync(project.folder)

    assert refusal.value.where == str(path) and refusal.value.hint
    assert target(project, "A ferry") == f"Паром {writing.ATTEMPTS}"


def test_somebody_edits_the_settings_meanwhile(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting is not written over one that somebody saved in between."""
    edit_source(project, "<p>It takes", "<p>I was detained.</p>\n<p>I was detained.</p>\n<p>It takes")
    segments = view.source(project, project.article("ferry")).assembly.segments
    (twin,) = [segment_id(*segment.key) for segment in segments if segment.source == "I was detained."]
    settings = project.settings_file
    save = partial(settings.write_text, 'locales = ["en", "ru"]\n', encoding="utf-8")
    once(monkeypatch, files, "replace", settings, save)

    with pytest.raises(ProjectError):
        workflow.split(project, project.articles(), [twin])

    assert settings.read_text(encoding="utf-8") == 'locales = ["en", "ru"]\n'


AT_ONCE = """
import sys
from pathlib import Path
from l10n import ledger
from tests.workflow import killed

folder, what = Path(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
sys.stdin.readline()
verbs = {
    "sync": killed.sync, "build": killed.build,
    "timur": killed.review(ledger.approve), "dina": killed.review(ledger.approve, who="dina"),
}
for _ in range(3):
    verbs[what](folder)
"""


def at_once(folder: Path, *verbs: str) -> None:
    """Run verbs in processes that begin at the same moment."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", AT_ONCE, str(folder), verb],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=HOUSE,
        )
        for verb in verbs
    ]
    for process in running:
        assert process.stdout is not None and process.stdout.readline() == b"ready\n"
    for process in running:
        assert process.stdin is not None
        process.stdin.write(b"\n")
        process.stdin.flush()
    for process in running:
        process.communicate()
    assert [process.returncode for process in running] == [0] * len(verbs)


def test_two_syncs(project: Project, tmp_path: Path) -> None:
    """Two syncs at once leave what one leaves."""
    alone = Path(shutil.copytree(project.folder, tmp_path / "alone"))
    sync(alone)

    at_once(project.folder, "sync", "sync", "sync")

    assert tree(project.folder) == tree(alone)


def test_two_builds(project: Project, tmp_path: Path) -> None:
    """Two builds at once, and a sync, leave what one build leaves."""
    sync(project.folder)
    alone = Path(shutil.copytree(project.folder, tmp_path / "alone" / "project"))
    killed.build(alone)

    at_once(project.folder, "build", "build", "sync")

    assert tree(project.folder) == tree(alone)
    assert not [path for path in project.folder.glob(files.IGNORED) if path.name != ".l10n"]


def test_two_reviewers(project: Project) -> None:
    """Two editors who approve at once both stand in the ledger, each line whole; a sync beside them loses nothing."""
    settings = project.settings_file.read_text(encoding="utf-8")
    project.settings_file.write_text(f'{settings}[people.dina]\nroles = ["editor"]\n', encoding="utf-8")

    at_once(project.folder, "timur", "dina", "sync")

    book = ledger.read(project.ledger("ferry", "ru"))
    assert not book.warnings
    assert {record.who for record in book.records.values() if record.verb == "approve"} == {"timur", "dina"}
    approved = states(project)
    assert {approved[source] for source in RUSSIAN if "Tickets" not in source} == {State.REVIEWED}
    before = tree(project.folder)
    sync(project.folder)
    assert tree(project.folder) == before


def test_waiting_is_said(project: Project) -> None:
    """A command that has to wait for another says so, and then does its work."""
    command = [sys.executable, "-m", "l10n", "-C", str(project.folder), "sync"]
    with files.lock(project.cache / "lock"):
        waiting = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=HOUSE)
        assert waiting.stderr is not None
        first = waiting.stderr.readline()
    out, _ = waiting.communicate()

    assert first == "another `l10n` is at work here: waiting until it is done\n"
    assert waiting.returncode == 0 and "ferry · ru: 1 source changed" in out
