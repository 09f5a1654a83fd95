"""The hook for pre-commit and the GitHub action, run as their users run them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from l10n.project import Project
from tests.programs import need
from tests.workflow.newsroom import RUSSIAN, l10n, make, type_in

ROOT = Path(__file__).parents[2]
WRONG = {"It takes 12 cars.": "Он берёт <b>12 машин."}
"""A finding of every project: markup that was typed as text."""


def git(folder: Path, *arguments: str) -> str:
    identity = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org"}
    identity |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org"}
    command = [need("git"), "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **identity}).stdout


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A newsroom whose settings call warnings failing, its Russian typed."""
    made = make(tmp_path / "news")
    settings = made.folder / "l10n.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + '[checks]\nfail = "warning"\n', encoding="utf-8")
    l10n(made.folder, "sync")
    type_in(made.catalog("ferry", "ru"), RUSSIAN)
    l10n(made.folder, "sync")
    git(made.folder, "init", "-q", "-b", "main")
    git(made.folder, "add", "-A")
    git(made.folder, "commit", "-qm", "as it is")
    return made


def hook() -> dict:
    (one,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return one


def step(project: Project, scratch: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The last step of the action, with these inputs; what the first one installs is this very checkout."""
    action = yaml.safe_load((ROOT / ".github/actions/check/action.yml").read_text(encoding="utf-8"))
    given = {name: one["default"] for name, one in action["inputs"].items()} | {"folder": str(project.folder)} | inputs
    last = action["runs"]["steps"][-1]
    env = {name: given[value.removeprefix("${{ inputs.").removesuffix(" }}")] for name, value in last["env"].items()}
    (scratch / "l10n" / "bin").mkdir(parents=True, exist_ok=True)
    program = scratch / "l10n" / "bin" / "l10n"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m l10n "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", last["run"]],
        env={**os.environ, **env, "RUNNER_TEMP": str(scratch)},
        capture_output=True,
        text=True,
        cwd=ROOT,
    )


def test_the_hook_names_a_command_that_is_there(project: Project) -> None:
    """What pre-commit is told to run runs, and leaves with 1 for a finding."""
    name, *arguments = hook()["entry"].split()
    assert name == "l10n"
    assert l10n(project.folder, *arguments).returncode == 0

    type_in(project.catalog("ferry", "ru"), WRONG)
    assert l10n(project.folder, *arguments).returncode == 1


def test_the_action_annotates(project: Project, tmp_path: Path) -> None:
    """A finding is an annotation at the entry of the catalog, and the step fails."""
    assert step(project, tmp_path / "runner").returncode == 0
    type_in(project.catalog("ferry", "ru"), WRONG)

    done = step(project, tmp_path / "runner", base="HEAD", sarif=str(tmp_path / "found.sarif"))

    assert done.returncode == 1, done.stderr
    (line,) = [one for one in done.stdout.splitlines() if "markup" in one]
    assert line.startswith("::warning file=locales/ru/ferry.po,line=")
    assert '"markup.tag"' in (tmp_path / "found.sarif").read_text(encoding="utf-8")


def test_the_action_says_what_is_wrong_with_its_inputs(project: Project, tmp_path: Path) -> None:
    """A commit that is not there is no finding."""
    done = step(project, tmp_path / "runner", base="no-such-commit")

    assert done.returncode == 2
    assert "no-such-commit" in done.stderr
