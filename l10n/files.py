"""The only way to the disk: a file is the old one or the new one, never half of it.

Read gives bytes with the stamp of the file they came from; a draft is a new version, written and flushed beside its
place, that takes the place at one stroke and refuses when somebody else wrote in between; append adds whole lines
under a lock.  What a killed process leaves beside is a hidden file with a name of its own kind, until sweep.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BufferedReader, BufferedWriter, FileIO
from pathlib import Path
from typing import NamedTuple

from l10n.phrases import phrase

BESIDE = (".l10n-", ".new")
"""How the name of a draft begins and ends."""

IGNORED = f"{BESIDE[0]}*"
"""What `.gitignore` says of everything that is made beside its place."""

EXCHANGE, NO_REPLACE = 2, 1  # RENAME_EXCHANGE and RENAME_NOREPLACE, linux/fs.h
_AT_FDCWD = -100  # linux/fcntl.h
_CANNOT = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV)


REMEDIES = {
    errno.ENOSPC: phrase("make room on the disk, then give the command again: every file is whole"),
    errno.EDQUOT: phrase("make room in your quota, then give the command again: every file is whole"),
    errno.EACCES: phrase("see the permissions of the file and of its folder"),
    errno.EPERM: phrase("see the permissions of the file and of its folder"),
    errno.EROFS: phrase("the disk is read-only: work on a copy that can be written"),
    errno.EISDIR: phrase("a folder stands where a file belongs: move it away"),
    errno.ENOTDIR: phrase("a file stands where a folder belongs: move it away"),
    errno.EEXIST: phrase("a file stands where a folder belongs: move it away"),
    errno.ENOENT: phrase("see whether the path is right"),
    errno.ENAMETOOLONG: phrase("give the article a shorter name"),
    errno.ELOOP: phrase("the link leads to itself: put the file there instead"),
    errno.EINVAL: phrase("put a file there"),
    errno.EFBIG: phrase("the system allows no file of this size: see `ulimit -f`"),
    errno.ENXIO: phrase("a pipe stands where a file belongs: move it away"),
}


def remedy(error: OSError) -> str:
    """What a person can do about what the system refuses; "" where its own words must do."""
    return REMEDIES.get(error.errno or 0, "")


class Stamp(NamedTuple):
    """What tells one version of a file from the next without reading it; all zero where there is no file."""

    size: int
    mtime_ns: int
    inode: int


NOTHING = Stamp(0, 0, 0)


class Changed(Exception):
    """Somebody wrote the file after it was read."""

    def __init__(self, path: Path) -> None:
        self.said = phrase("`{path}` was changed by another program while it was being worked on", path=str(path))
        super().__init__(self.said)
        self.path = path


def stamp(path: Path) -> Stamp:
    """The stamp of a file, NOTHING where there is none."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return NOTHING
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ino)


def real(path: Path | str) -> Path:
    """The path without links, from the root; one that leads to itself stays."""
    return Path(os.path.realpath(path))


def _at_once(path: str, flags: int) -> int:
    """Open without waiting for whoever might be at the other end of a pipe."""
    return os.open(path, flags | os.O_NONBLOCK, 0o666)


@contextlib.contextmanager
def opened(path: Path) -> Iterator[BufferedReader]:
    """A file that is read bit by bit; OSError for a pipe or a device, which might never end."""
    with open(path, "rb", opener=_at_once) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is no file, but a pipe or a device", str(path))
        yield file


def read(path: Path) -> tuple[bytes, Stamp]:
    """The content of a file and the stamp it had when it was opened."""
    with opened(path) as file:
        status = os.fstat(file.fileno())
        return file.read(), Stamp(status.st_size, status.st_mtime_ns, status.st_ino)


@dataclass(frozen=True, slots=True)
class Draft:
    """A new version of a file, whole on the disk beside its place."""

    path: Path
    beside: Path
    was: Stamp | None

    def put(self) -> None:
        """Take the place at one stroke; Changed, and nothing touched, where another file stands there than was."""
        try:
            if self.was is None:
                self.beside.replace(self.path)
            else:
                self._put_over(self.was)
        except BaseException:
            self.drop()
            raise

    def _put_over(self, was: Stamp) -> None:
        """As put. Where the system can, the names are exchanged, and what came out is looked at: nothing slips by."""
        if stamp(self.path) != was:
            raise Changed(self.path)
        if was == NOTHING:
            try:
                done = rename(self.beside, self.path, NO_REPLACE)
            except FileExistsError:
                raise Changed(self.path) from None
        else:
            try:
                done = rename(self.beside, self.path, EXCHANGE)
            except FileNotFoundError:
                raise Changed(self.path) from None
            if done and stamp(self.beside) != was:
                rename(self.beside, self.path, EXCHANGE)
                raise Changed(self.path)
        if done:
            self.drop()
        else:
            self.beside.replace(self.path)

    def drop(self) -> None:
        """Remove it."""
        self.beside.unlink(missing_ok=True)


def draft(path: Path, data: bytes, was: Stamp | None = None, *, private: bool = False) -> Draft | None:
    """A new version of a file; None where the file holds just that already.

    was: the stamp under which the file was read; Changed is raised when it has another one now.
    private: nobody but its owner can read it, not for an instant.
    The new file gets the permissions of the old one. Folders on the way are made. A link stays: what it leads to
    is replaced.
    """
    if path.is_symlink():
        path = real(path)
    if was is not None and stamp(path) != was:
        raise Changed(path)
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        if read(path)[0] == data:
            return None
    path.parent.mkdir(parents=True, exist_ok=True)
    made = _beside(path, was)
    with _filling(made, private) as file:
        file.write(data)
    return made


@contextlib.contextmanager
def streamed(path: Path) -> Iterator[BufferedWriter]:
    """A file of any size that is written bit by bit, and takes its place at one stroke when all is there.

    The new file gets the permissions of the old one; a link stays, as for draft.
    """
    made = _beside(real(path), None)
    with _filling(made) as file:
        yield file
    made.put()


def _beside(path: Path, was: Stamp | None) -> Draft:
    return Draft(path, path.with_name(f"{BESIDE[0]}{os.urandom(8).hex()}{BESIDE[1]}"), was)


@contextlib.contextmanager
def _filling(made: Draft, private: bool = False) -> Iterator[BufferedWriter]:
    """What is written in the block is on the disk after it; nothing is left of it where that fails."""
    try:
        with open(made.beside, "xb", opener=_for_its_owner if private else None) as file:
            yield file
            file.flush()
            if not private:
                with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                    os.fchmod(file.fileno(), made.path.stat().st_mode & 0o777)
            os.fsync(file.fileno())
    except BaseException as error:
        made.drop()
        _name(error, made.path)
        raise


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _name(error: BaseException, path: Path) -> None:
    """Let an error of the system name the file that people know."""
    if isinstance(error, OSError):
        error.filename = str(path)


def replace(path: Path, data: bytes, was: Stamp | None = None, *, private: bool = False) -> bool:
    """Put data in the place of a file at once; False, and nothing touched, where it holds just that already.

    was, private: as for draft.
    """
    made = draft(path, data, was, private=private)
    if made is not None:
        made.put()
    return made is not None


def rename(old: Path, new: Path, how: int) -> bool:
    """Rename with EXCHANGE or NO_REPLACE; False, and nothing done, where the system cannot (Linux alone can)."""
    import ctypes

    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    if call(_AT_FDCWD, os.fsencode(old), _AT_FDCWD, os.fsencode(new), how) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(new))


def sweep(folder: Path, *, deep: bool = True) -> None:
    """Remove the drafts that killed processes left in a folder, and below it. Nobody may be writing: hold a lock."""
    for root, folders, names in os.walk(folder):
        if not deep:
            folders.clear()
        for name in names:
            if name.startswith(BESIDE[0]) and name.endswith(BESIDE[1]):
                Path(root, name).unlink(missing_ok=True)


def require_writable(path: Path) -> None:
    """PermissionError where lines could not be appended to a file that is there."""
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def append(path: Path, lines: bytes, whole: Callable[[bytes], bool] = lambda tail: False) -> None:
    """Add whole lines to the end of a file under its lock; where that fails, the file ends as before.

    A last line without its newline is closed where whole(line) says that nothing but the newline is missing;
    otherwise it is the rest of a crash, was never written, and is cut off: so no broken line ever stands inside.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab+", buffering=0) as file:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX)
        tail, start = _tail(file)
        if tail and whole(tail):
            lines = b"\n" + lines
        elif tail:
            file.truncate(start)
        end = file.seek(0, os.SEEK_END)
        try:
            rest = memoryview(lines)
            while rest:
                rest = rest[file.write(rest) :]
            os.fsync(file.fileno())
        except BaseException as error:
            file.truncate(end)
            _name(error, path)
            raise


def _tail(file: FileIO) -> tuple[bytes, int]:
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


_held: list[BufferedWriter] = []
"""The lock files of this process."""


def _let_go() -> None:
    """In a fork: the lock is its parent's, and ends with that one."""
    while _held:
        _held.pop().close()


os.register_at_fork(after_in_child=_let_go)


@contextlib.contextmanager
def lock(path: Path, *, wait: bool = True) -> Iterator[bool]:
    """Hold a lock file while two commands must not write at once; who has to wait for it, says so.

    wait: where it is False and another one holds the lock, nobody waits, and what is given is False.
    It vanishes with the process, and does not live on in one that was forked meanwhile.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "ab", opener=_at_once) as file:
        _held.append(file)
        try:
            is_ours = _locked(file, wait)
            yield is_ours
        finally:
            _held.remove(file)
            fcntl.flock(file.fileno(), fcntl.LOCK_UN)


def _locked(file: BufferedWriter, wait: bool) -> bool:
    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        if not wait:
            return False
        import logging

        logging.getLogger("l10n").warning("another `l10n` is at work here: waiting until it is done")
        fcntl.flock(file.fileno(), fcntl.LOCK_EX)
    return True
