"""Swap a build in a child process that dies before or after its nth step, for every n; look at what is left.

Run as `python -m tests.builders.killed FOLDER yes|no`: whether two names can be exchanged at one stroke.
Prints how many steps there were; fails on the first build that is neither old nor new.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from l10n import files
from l10n.builders import folder
from l10n.builders.folder import swap
from l10n.builders.manifest import Manifest

RECORD = Manifest("l10n 1.0").as_bytes()
OLD = {"manifest.json": RECORD, "kk/a.html": b"old a", "kk/b.html": b"same b", "img/map.png": b"old map"}
NEW = {"manifest.json": RECORD, "kk/a.html": b"new a", "kk/b.html": b"same b", "ru/2026/c.html": b"new c"}
STEPS: list[tuple[Any, str]] = [
    *((Path, name) for name in ("mkdir", "write_bytes", "rename")),
    *((os, name) for name in ("link", "fsync", "unlink", "rmdir")),
    (files, "rename"),
]


def tree(path: Path) -> dict[str, bytes]:
    """Every file of a folder by its place."""
    return {str(file.relative_to(path)): file.read_bytes() for file in path.rglob("*") if file.is_file()}


def deadly(real: Callable[..., Any], taken: list[int], number: int) -> Callable[..., Any]:
    """The same step, but the process dies before or after it when that is the nth moment."""

    def tick() -> None:
        taken[0] += 1
        if taken[0] == number:
            os._exit(9)

    def step(*args: Any, **more: Any) -> Any:
        tick()
        result = real(*args, **more)
        tick()
        return result

    return step


def dies(build: Path, number: int) -> bool:
    """Swap the new build in, in a child process; True when it died at that moment."""
    child = os.fork()
    if child == 0:
        taken = [0]
        for owner, name in STEPS:
            setattr(owner, name, deadly(getattr(owner, name), taken, number))
        swap(NEW, build)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def main(place: Path, exchange: str) -> None:
    """Try every moment until the swap comes to its end; what a flush would add, only a power cut shows."""
    os.fsync = lambda descriptor: None
    if exchange == "no":
        files.rename = lambda old, new, how: False
    number, died = 0, True
    while died:
        number += 1
        build = place / str(number) / "build"
        swap(OLD, build)
        died = dies(build, number)
        assert tree(build) in (OLD, NEW) or (exchange == "no" and not build.exists()), number
        folder.recover(build)
        assert tree(build) in (OLD, NEW), number
        swap(NEW, build)
        assert tree(build) == NEW, number
        assert [path.name for path in build.parent.iterdir()] == ["build"], number
    print(number)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
