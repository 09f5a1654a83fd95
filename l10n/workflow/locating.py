"""Where a finding stands in the files of a project, or of the repository that it is in."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from l10n import files
from l10n.po.placing import Region, region
from l10n.project import Project
from l10n.workflow.git import git
from l10n.workflow.inspecting import Found


class Place(NamedTuple):
    """A line of a file, and the words in it where that is known."""

    file: str
    """From the folder that a reader starts from, "/" between folders."""
    line: int
    words: Region | None = None


def places(project: Project, found: Sequence[Found], root: str = "") -> list[Place]:
    """Where these findings stand. root: what stands before the project's own paths, "" or "news/"."""
    lines = lru_cache(maxsize=4)(_lines)  # findings of one file follow one another
    return [_place(one, root, lines(project.folder / one.spot.file) if _has_words(one) else ()) for one in found]


def root(project: Project) -> str:
    """The way from the top of the git repository to the project, "" where they are one, or where there is no git."""
    top = git(project.folder, "rev-parse", "--show-toplevel").strip()
    if not top:
        return ""
    way = os.path.relpath(project.folder, files.real(top))
    return "" if way == "." or way.startswith("..") else f"{Path(way).as_posix()}/"


def _has_words(one: Found) -> bool:
    return one.finding.span is not None and one.spot.is_typed


def _place(one: Found, root: str, lines: Sequence[str]) -> Place:
    spot, span = one.spot, one.finding.span
    words = region(lines, spot.line, spot.target, span) if lines and span else None
    return Place(root + spot.file, words.line if words else spot.line, words)


def _lines(path: Path) -> tuple[str, ...]:
    try:
        data = files.read(path)[0]
    except OSError:
        return ()
    return tuple(line.removesuffix("\r") for line in data.decode("utf-8", "replace").split("\n"))
