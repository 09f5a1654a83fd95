"""What the system refuses, and whoever interrupts, ends a command in order; nothing is half done."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n import files, ledger
from tests.workflow import killed
from tests.workflow.newsroom import RUSSIAN, edit_source, l10n, make, tree, type_in

HOUSE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a build, in which everything is to be written anew."""
    folder = tmp_path_factory.mktemp("newsroom") / "project"
    project = make(folder)
    for verb in (*killed.APPROVED, killed.build):
        verb(folder)
    edit_source(project, "It takes 12 cars.", "It takes 20 cars.")
    edit_source(project, "<nav>", "<nav><p>Menu</p>")
    type_in(project.catalog("ferry", "kk"), dict.fromkeys(RUSSIAN, "Мәтін"))
    l10n(folder, "review", "-l", "ru", "--all")
    return folder


@pytest.fixture
def folder(tmp_path: Path, newsroom: Path) -> Path:
    return Path(shutil.copytree(newsroom, tmp_path / "project"))


COMMANDS = [
    ["sync", "--by", "aigul"],
    ["review", "-l", "ru", "--withdraw", "--by", "timur"],
    ["build"],
    ["mv", "ferry", "2026/ferry"],
]


def failing(number: int, call: Callable[..., object], moment: int) -> Callable[..., object]:
    """The same call, that fails so from the nth time on."""
    taken = 0

    def fails(*args: object, **more: object) -> object:
        nonlocal taken
        taken += 1
        if taken >= moment:
            raise OSError(number, os.strerror(number))
        return call(*args, **more)

    return fails


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
@pytest.mark.parametrize("command", COMMANDS[:3], ids=lambda command: command[0])
def test_the_system_refuses(folder: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], number: int) -> None:
    """Where nothing can be written, a command says why in plain words, and every file is as it was."""
    before = tree(folder)
    monkeypatch.setattr(os, "fsync", failing(number, os.fsync, 1))

    done = l10n(folder, *command)

    assert done.returncode == 2
    assert done.stderr.startswith("error: ") and os.strerror(number) in done.stderr, done.stderr
    assert ("hint: " in done.stderr) == (number != errno.EIO)
    assert tree(folder) == before


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_the_disk_is_full_at_every_moment(folder: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    """Whenever the disk fills up, files are old or new, ledgers whole, and the command ends the work once there is
    room."""
    goal = Path(shutil.copytree(folder, folder.with_name("goal")))
    assert l10n(goal, *command).returncode in (0, 1)
    moment, refused = 0, 0
    while True:
        moment += 1
        trial = Path(shutil.copytree(folder, folder.with_name(f"trial {moment}"), dirs_exist_ok=True))
        with monkeypatch.context() as patch:
            for owner, name in ((os, "fsync"), (os, "replace"), (os, "rename"), (files, "rename"), (os, "mkdir")):
                patch.setattr(owner, name, failing(errno.ENOSPC, getattr(owner, name), moment))
            done = l10n(trial, *command)
        if done.returncode != 2:
            break
        refused += 1
        assert "No space left" in done.stderr and "Traceback" not in done.stderr
        assert not [path for path in trial.rglob(files.IGNORED) if path.name != ".l10n"]
        for name in ("en", "ru", "kk"):
            assert not ledger.read(trial / "locales" / name / "ferry.reviews.jsonl").warnings
        l10n(trial, *command)
        assert tree(trial).keys() == tree(goal).keys(), moment
        shutil.rmtree(trial)
    assert refused


def test_a_move_is_whole_or_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one file may not be renamed, those before it come back, and so do the settings."""
    said = (folder / "l10n.toml").read_text(encoding="utf-8")
    (folder / "l10n.toml").write_text(f'{said}[article.ferry]\nsource-locale = "en"\n', encoding="utf-8")
    before, real = tree(folder), Path.rename

    def rename(path: Path, to: Path) -> Path:
        if path.name == "ferry.pot" and to.name == "boat.pot":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real(path, to)

    monkeypatch.setattr(Path, "rename", rename)
    done = l10n(folder, "mv", "ferry", "boat")

    assert done.returncode == 2 and "ferry.pot`: Permission denied\nhint: " in done.stderr
    assert tree(folder) == before


def test_a_ledger_that_takes_no_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger that may be read alone is named before any other file is written."""
    before, real = tree(folder), os.access
    monkeypatch.setattr(os, "access", lambda path, how: "locales/ru" not in str(path) and real(path, how))

    done = l10n(folder, "sync", "--by", "aigul")

    assert done.returncode == 2 and "locales/ru/ferry.reviews.jsonl`: Permission denied\nhint: " in done.stderr
    assert tree(folder) == before


def test_git_that_does_not_run(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A git that is no program, or that refuses to keep the merge driver, is as good as none, and init says so."""
    (tmp_path / "bin").mkdir()
    git = tmp_path / "bin" / "git"
    git.write_text('#!/bin/sh\ncase "$*" in *rev-parse*) echo true;; *) exit 1;; esac\n', encoding="utf-8")
    git.chmod(0o755)
    monkeypatch.setenv("PATH", str(git.parent))

    refusing = l10n(folder, "init")
    git.chmod(0o644)
    missing = l10n(folder, "review", "--withdraw")

    assert refusing.returncode == 0 and "merge driver" not in refusing.stderr
    assert missing.stderr.startswith("error: nobody is named")


def run(folder: Path, code: str, *, stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    """Python code that runs the command line, in a process group of its own."""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        check=False,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
    )


MANY = """
import os, signal
from l10n.cli import run
from l10n.workflow import pool, syncing, view

{more}
source = view.source

def fails(project, article, **more):
    if article.name == "ferry-5":
        {fault}
    return source(project, article, **more)

view.source = fails
pool.FEW, syncing.BATCH = 2, 2
run(["sync"])
"""


def many(folder: Path) -> None:
    """Ten articles, so that several processes work."""
    for number in range(10):
        shutil.copy(folder / "source" / "ferry.html", folder / "source" / f"ferry-{number}.html")


INTERRUPT = "os.kill(0, signal.SIGINT)"


@pytest.mark.parametrize("more", ["", "os.cpu_count = lambda: 1"], ids=["processes", "alone"])
def test_interrupted(folder: Path, more: str) -> None:
    """Ctrl-C ends a command quietly, with the status that shells know, and every file is as it was."""
    many(folder)
    before = tree(folder)

    done = run(folder, MANY.format(more=more, fault=INTERRUPT))

    assert (done.returncode, done.stderr.strip()) == (130, "")
    assert tree(folder) == before


def test_a_process_that_works_is_killed(folder: Path) -> None:
    """Where the system kills one of the processes that work, for want of memory, it is told, and nothing is changed."""
    many(folder)
    before = tree(folder)

    done = run(folder, MANY.format(more="os.cpu_count = lambda: 2", fault="os.kill(os.getpid(), signal.SIGKILL)"))

    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == "error: a process that was at work was killed"
    assert tree(folder) == before


def test_refused_by_a_process_that_works(folder: Path) -> None:
    """What another process cannot read is refused as here, and nothing that the others prepared is left."""
    many(folder)
    (folder / "source" / "ferry-5.html").write_bytes(b"\xff\xff")
    before = tree(folder)

    done = run(folder, MANY.format(more="os.cpu_count = lambda: 2", fault="pass"))

    assert done.returncode == 2
    assert done.stderr.startswith("error: `source/ferry-5.html` line 1: byte 0 is not UTF-8\nhint: ")
    assert tree(folder) == before


@pytest.mark.parametrize("command", [["report", "--json"], ["review", "--all", "--json"]], ids=str)
def test_nobody_reads_on(folder: Path, command: list[str]) -> None:
    """A pipe whose reader left ends a command quietly."""
    reading, writing = os.pipe()
    os.close(reading)

    done = run(folder, f"from l10n.cli import run; run({command})", stdout=writing)

    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


def test_an_old_terminal(folder: Path) -> None:
    """A terminal that lacks our letters gets their numbers, not an error."""
    code = "import os; os.environ['PYTHONIOENCODING'] = 'latin-1'; import subprocess, sys; " + (
        "sys.exit(subprocess.call([sys.executable, '-m', 'l10n', 'review', '-l', 'ru', '--all']))"
    )

    done = run(folder, code)

    assert done.returncode == 0 and "Traceback" not in done.stderr
    assert "\\u041f\\u0430\\u0440\\u043e\\u043c" in done.stdout


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_without_permission(folder: Path) -> None:
    """A catalog that must not be read is named."""
    (folder / "locales/ru/ferry.po").chmod(0)

    done = l10n(folder, "sync")

    assert done.returncode == 2 and "locales/ru/ferry.po`: cannot be read: Permission denied" in done.stderr


def test_the_first_process_is_killed(folder: Path, tmp_path: Path) -> None:
    """Where the process that a person started is killed, those that work for it end, and the next command can begin."""
    many(folder)
    undisturbed = Path(shutil.copytree(folder, tmp_path / "undisturbed"))
    assert l10n(undisturbed, "sync", "--by", "aigul").returncode == 0

    done = run(folder, MANY.format(more="os.cpu_count = lambda: 2", fault="os.kill(os.getppid(), signal.SIGKILL)"))
    again = l10n(folder, "sync", "--by", "aigul")

    assert done.returncode == -signal.SIGKILL
    assert again.returncode == 0, again.stderr
    assert tree(folder).keys() == tree(undisturbed).keys()


def test_a_name_that_the_system_cannot_spell(folder: Path) -> None:
    """A slug with letters that the encoding of file names lacks: the way out is said, and the old build stays."""
    with (folder / "l10n.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[article.ferry]\nslugs = {ru = "паром"}\n')
    before = tree(folder)
    ascii = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, "-m", "l10n", "build"]

    done = subprocess.run(command, cwd=folder, env=ascii, capture_output=True, text=True)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr and "PYTHONUTF8=1" in done.stderr
    assert tree(folder) == before
