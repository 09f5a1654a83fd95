"""Death at a chosen moment: before, in the middle of or after the nth step on the disk, or at the nth event.

A step is a system call that changes files: every write (the middle of it leaves half of the bytes), flush, rename,
exchange, link, mkdir, unlink, rmdir, truncation, change of mode, and every open, which may make a file.
An event is a call or a return of any function, in Python or in C.
"""

from __future__ import annotations

import builtins
import io
import os
import random
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any, NoReturn

from l10n import files

STATUS = 9
"""With which a killed process leaves."""

CALLS = (
    *("chmod", "fchmod", "fsync", "ftruncate", "link", "mkdir", "open", "remove", "rename", "replace", "rmdir"),
    *("sendfile", "symlink", "truncate", "unlink", "utime", "write"),
)


class Enough(BaseException):
    """Every moment was tried."""


class Steps:
    """Counts the steps of a verb.

    At the first one, forks go on in its place, one after the other: the first dies at once, the next one moment
    later, and so on until one lives to the end; the process itself looks at what each left.
    """

    def __init__(self, look: Callable[[int], None]) -> None:
        self.look = look
        self.moment = self.taken = 0
        self.asleep = False
        self.is_fork = False

    def tick(self) -> bool:
        """Another moment has come; whether it is the last one."""
        if self.asleep:
            return False
        if not self.is_fork:
            self._try_all()
        self.taken += 1
        return self.taken == self.moment

    def _try_all(self) -> None:
        self.asleep = True
        for moment in count(1):
            child = os.fork()
            if child == 0:
                self.moment, self.is_fork, self.asleep = moment, True, False
                return
            if not died(child):
                self.moment = moment - 1
                raise Enough
            self.look(moment)

    def pass_by(self) -> None:
        """Die if this is the moment."""
        if self.tick():
            os._exit(STATUS)

    def around(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """The same call, with a moment before and one after it."""

        def step(*args: Any, **more: Any) -> Any:
            self.pass_by()
            result = call(*args, **more)
            self.pass_by()
            return result

        return step

    def kill(self, verb: Callable[[], object]) -> int:
        """Kill the verb at every moment of its every step; how often it died."""
        places = [*((os, name) for name in CALLS), (files, "rename"), (builtins, "open"), (io, "open")]
        real = [(owner, name, getattr(owner, name)) for owner, name in places]
        for owner, name, call in real:
            setattr(owner, name, self._open if name == "open" and owner is not os else self.around(call))
        try:
            verb()
        except Enough:
            return self.moment
        except BaseException:
            if self.is_fork:
                fail()
            raise
        finally:
            for owner, name, call in real:
                setattr(owner, name, call)
        if self.is_fork:
            os._exit(0)
        raise AssertionError("it has no step")

    def _open(self, path: Any, mode: str = "r", buffering: int = -1, *text: Any, **more: Any) -> Any:
        if isinstance(path, int) or not set(mode) & set("wax+"):
            return _open(path, mode, buffering, *text, **more)
        assert "b" in mode, "the house writes bytes"
        self.pass_by()
        raw = DeadlyFile(path, mode.replace("b", ""), self)
        self.pass_by()
        if buffering == 0:
            return raw
        return io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)


class DeadlyFile(io.FileIO):
    """A file whose every write is three moments: nothing, half, all of it written."""

    def __init__(self, path: Any, mode: str, steps: Steps) -> None:
        super().__init__(path, mode)
        self.steps = steps

    def write(self, data: Any) -> int:
        self.steps.pass_by()
        if self.steps.tick():
            super().write(memoryview(data)[: len(data) // 2])
            os._exit(STATUS)
        written = super().write(data)
        self.steps.pass_by()
        return written

    def truncate(self, size: int | None = None) -> int:
        self.steps.pass_by()
        done = super().truncate(size)
        self.steps.pass_by()
        return done


_open = open


def random_events(verb: Callable[[], object], number: int, seed: int, look: Callable[[int], None]) -> None:
    """Kill a verb at so many random events, each time in a fork that runs it from its beginning, and look."""
    total = _told(lambda: _hooked(verb, 0))
    look(0)
    for moment in random.Random(seed).sample(range(1, total + 1), number):
        child = os.fork()
        if child == 0:
            try:
                _hooked(verb, moment)
            finally:
                fail()
        assert died(child)
        look(moment)


def _hooked(verb: Callable[[], object], moment: int) -> int:
    """How many events a verb has; the process is gone if the moment is one of them."""
    events = 0

    def hook(frame: object, event: str, arg: object) -> None:
        nonlocal events
        events += 1
        if events == moment:
            os._exit(STATUS)

    sys.setprofile(hook)
    verb()
    sys.setprofile(None)
    return events


def _told(asked: Callable[[], int]) -> int:
    """A number that a fork finds out."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, str(asked()).encode("ascii"))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        number = int(told.read())
    os.waitpid(child, 0)
    return number


def died(child: int) -> bool:
    """Wait for a fork; False where it lived to the end."""
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, STATUS), "the verb failed"
    return status == STATUS


def fail() -> NoReturn:
    """Leave a fork whose verb failed."""
    sys.excepthook(*sys.exc_info())
    os._exit(1)


def tree(folder: Path) -> tuple[dict[str, bytes], set[str]]:
    """Every file of a project with its content, hidden ones too, and every folder; locks and caches left out."""
    found: dict[str, bytes] = {}
    folders: set[str] = set()
    pending = [""]
    while pending:
        place = pending.pop()
        for entry in os.scandir(folder / place):
            name = f"{place}{entry.name}"
            if entry.is_dir() and name != ".l10n":
                folders.add(name)
                pending.append(f"{name}/")
            elif name != ".l10n":
                found[name] = Path(entry.path).read_bytes()
    return found, folders
