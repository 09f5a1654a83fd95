"""Killed at any instant, every file is the old one or the new one, and the same command again ends the work."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from l10n import files, workflow
from tests.programs import need
from tests.workflow import killed
from tests.workflow.newsroom import make

LEAST = {"steps": 350, "events": 200}
"""How often the verbs die together; fewer would mean that they do less than they did, or are not seen to."""


@pytest.mark.parametrize("how", LEAST)
def test_killed(tmp_path: Path, how: str) -> None:
    """Killed before, in and after every write, flush, rename and the like, or at random, no verb leaves half a file.

    A ledger may end in an unfinished line; a build is the old one or the new one; no state is higher than it was or
    would have been; what lies beside is ignored by git and gone afterwards; and where people go from there, they
    arrive at the same bytes as if nothing had happened.
    """
    command = [sys.executable, "-m", "tests.workflow.killed", str(tmp_path), how]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])

    assert run.returncode == 0, run.stdout + run.stderr
    deaths = json.loads(run.stdout)
    assert sum(deaths.values()) >= LEAST[how], deaths
    assert min(deaths.values()) > 10, deaths


def test_what_is_left_is_ignored_and_goes(tmp_path: Path) -> None:
    """What a killed command leaves beside its place is no news for git, and gone after the next one."""
    git = need("git")
    project = make(tmp_path / "project")
    subprocess.run([git, "init", "-q", str(project.folder)], check=True)
    workflow.init(project.folder)
    killed.sync(project.folder)
    left = [files.draft(path, b"half") for path in (project.catalog("ferry", "ru"), project.settings_file)]
    (project.folder / ".l10n-build-new").mkdir()
    (project.folder / ".l10n-build-new" / "page.html").write_bytes(b"half")
    command = [git, "-C", str(project.folder), "status", "--porcelain", "--untracked-files=all"]

    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "locales/ru/ferry.po" in shown and ".l10n-" not in shown

    killed.sync(project.folder)
    killed.build(project.folder)
    assert not any(one is not None and one.beside.exists() for one in left)
    assert not list(project.folder.rglob(files.IGNORED))
