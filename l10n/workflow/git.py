"""git, where there is one: every question has an answer without it."""

from __future__ import annotations

import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str) -> str:
    """What git prints, "" where there is no git, no repository or no such thing in it."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, encoding="utf-8", errors="replace", check=False
        )
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""


def blob(folder: Path, name: str) -> bytes | None:
    """The content of a file in a commit, `COMMIT:./path`; None where there is none."""
    try:
        done = subprocess.run(["git", "-C", str(folder), "cat-file", "blob", name], capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
