"""The only way to the disk: a file is the old one or the new one, never half of it.

Read gives bytes with the stamp of the file they came from; replace writes beside, flushes, renames,
and refuses when somebody else wrote in between; append adds whole lines under a lock.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple


class Stamp(NamedTuple):
    """What tells one version of a file from the next without reading it; all zero where there is no file."""

    size: int
    mtime_ns: int
    inode: int


NOTHING = Stamp(0, 0, 0)


class Changed(Exception):
    """Somebody wrote the file after it was read."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"`{path}` was changed by another program while it was being worked on")
        self.path = path


def stamp(path: Path) -> Stamp:
    """The stamp of a file, NOTHING where there is none."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return NOTHING
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ino)


def read(path: Path) -> tuple[bytes, Stamp]:
    """The content of a file and the stamp it had when it was opened."""
    with path.open("rb") as file:
        status = os.fstat(file.fileno())
        return file.read(), Stamp(status.st_size, status.st_mtime_ns, status.st_ino)


def replace(path: Path, data: bytes, was: Stamp | None = None) -> bool:
    """Put data in the place of a file at once; False, and nothing touched, where it holds just that already.

    was: the stamp under which the file was read; Changed is raised when it has another one now.
    The new file keeps the permissions of the old one. Folders on the way are made.
    """
    if was is not None and stamp(path) != was:
        raise Changed(path)
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        if path.read_bytes() == data:
            return False
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), _mode(path))
            os.fsync(file.fileno())
        if was is not None and stamp(path) != was:
            raise Changed(path)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return True


def _mode(path: Path) -> int:
    """Permissions for the file that takes this place."""
    try:
        return path.stat().st_mode & 0o777
    except (FileNotFoundError, NotADirectoryError):
        return 0o644


def append(path: Path, lines: bytes, whole: Callable[[bytes], bool] = lambda tail: False) -> None:
    """Add whole lines to the end of a file under its lock.

    A last line without its newline is closed where whole(line) says that nothing but the newline is missing;
    otherwise it is the rest of a crash, was never written, and is cut off: so no broken line ever stands inside.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab+") as file:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX)
        tail, start = _tail(file)
        if tail and whole(tail):
            lines = b"\n" + lines
        elif tail:
            file.truncate(start)
        file.write(lines)
        file.flush()
        os.fsync(file.fileno())


def _tail(file: BinaryIO) -> tuple[bytes, int]:
    """What stands after the last newline of a file, and the offset in bytes where that starts."""
    start = file.seek(0, os.SEEK_END)
    tail = b""
    while start and b"\n" not in tail:
        step = min(start, _BLOCK)
        start = file.seek(start - step)
        tail = file.read(step) + tail
    tail_start = tail.rfind(b"\n") + 1
    return tail[tail_start:], start + tail_start


_BLOCK = 65536
"""Bytes read at once on the way back; a record of a ledger seldom has more than a few hundred."""


@contextlib.contextmanager
def lock(path: Path) -> Iterator[None]:
    """Hold a lock file while two commands must not write at once; it vanishes with the process."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX)
        yield
