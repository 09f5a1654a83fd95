"""The folder of a build: made beside, then swapped in at one stroke.

Killed at any instant, the folder is the old one or the new one, whole.  Where the system can exchange two names
(Linux, renameat2) there is no instant without it; elsewhere the old one is renamed away first, and a run that died
between the two renames is put right by the next.  One build at a time: the caller holds a lock.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from l10n import files
from l10n.builders import manifest
from l10n.errors import ProjectError
from l10n.phrases import phrase

Content = bytes | Path | None
"""What a file holds: these bytes, a copy of that file, or, for None, what the old build holds there."""

FLUSH_EACH = 256
"""Up to so many new files are flushed one by one; more are flushed with one call for the whole system."""

_FIXED = (errno.EBUSY, errno.EXDEV)
"""Why a folder cannot be renamed that is a mount point."""


def swap(contents: Mapping[str, Content] | Iterable[tuple[str, Content]], folder: Path) -> bool:
    """Replace a build by these files, by place; False, and nothing touched, where it holds just these already.

    A file that did not change is linked, not written.  ProjectError, and nothing touched: the folder is no build
    of ours, or is a link, or a place leads out of it.
    """
    recover(folder)
    _check(folder)
    if isinstance(contents, Mapping) and _holds(folder, contents):
        return False
    new = _beside(folder, "new")
    folder.parent.mkdir(parents=True, exist_ok=True)
    new.mkdir()
    try:
        _write(contents.items() if isinstance(contents, Mapping) else contents, folder, new)
        if folder.exists():
            shutil.copymode(folder, new)
        _exchange(new, folder)
    except OSError as error:
        shutil.rmtree(new, ignore_errors=True)
        if error.errno not in _FIXED:
            raise
        hint = phrase("a mount point cannot be replaced: build into a folder inside it")
        raise ProjectError(
            phrase("it cannot be replaced: {why}", why=str(error.strerror)), where=str(folder), hint=hint
        ) from error
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    for left in (new, _beside(folder, "old")):
        shutil.rmtree(left, ignore_errors=True)
    return True


def _holds(folder: Path, contents: Mapping[str, Content]) -> bool:
    """The folder has these files and no other."""
    if not all(_same(f"{folder}/{checked(place)}", content) for place, content in contents.items()):
        return False
    return sum(len(names) for _, _, names in os.walk(folder)) == len(contents)


def recover(folder: Path) -> None:
    """Put right what a killed build left: an old folder that was renamed away, an unfinished new one."""
    new, old = _beside(folder, "new"), _beside(folder, "old")
    if not os.path.lexists(folder) and old.is_dir():
        old.rename(folder)
    for left in (new, old):
        if left.is_dir() and not left.is_symlink():
            with _named(left):
                shutil.rmtree(left)


def _beside(folder: Path, name: str) -> Path:
    return folder.with_name(f".l10n-{folder.name}-{name}")


def _check(folder: Path) -> None:
    """ProjectError where the folder may hold something that is not ours."""
    if folder.is_symlink():
        raise ProjectError(phrase("it is a link"), where=str(folder), hint=phrase("build into a folder of its own"))
    if not folder.exists():
        return
    if not folder.is_dir():
        raise ProjectError(phrase("it is a file"), where=str(folder), hint=phrase("move it away, a build is a folder"))
    if not any(folder.iterdir()):
        return
    record = folder / manifest.NAME
    if record.is_symlink() or not record.is_file():
        hint = phrase("it would be replaced: move it away, or build into another folder")
        raise ProjectError(
            phrase("it holds files, but no `{file}`: no build of ours", file=manifest.NAME),
            where=str(folder),
            hint=hint,
        )
    manifest.parse(record.read_bytes(), str(record))


def _write(contents: Iterable[tuple[str, Content]], old: Path, new: Path) -> None:
    """Fill the new folder. Paths are texts here: a build may have 100,000 files."""
    written: list[str] = []
    folders = {str(new)}
    for place, content in contents:
        path = f"{new}/{checked(place)}"
        parent = path.rpartition("/")[0]
        if parent not in folders:
            Path(parent).mkdir(parents=True, exist_ok=True)
            folders.add(parent)
        if not _linked(f"{old}/{place}", path, content):
            _fill(Path(path), content, place)
            written.append(path)
    _flush(written, folders)


def checked(place: str) -> str:
    """A place that stays inside the build; ProjectError otherwise."""
    if "\0" in place or "\\" in place or any(part in ("", ".", "..") for part in place.split("/")):
        raise ProjectError(
            phrase("`{place}` is no place inside a build", place=place),
            hint=phrase("give the article or the slug another name"),
        )
    return place


def _linked(old: str, new: str, content: Content) -> bool:
    """Take over a file of the old build that holds the same; False where it does not."""
    if not _same(old, content):
        return False
    try:
        os.link(old, new, follow_symlinks=False)
    except FileExistsError:
        return False
    except OSError:
        shutil.copy2(old, new, follow_symlinks=False)
    return True


def _same(old: str, content: Content) -> bool:
    try:
        status = os.stat(old, follow_symlinks=False)  # noqa: PTH116  a Path for each of 100,000 files costs more
    except (FileNotFoundError, NotADirectoryError):
        return False
    if not stat.S_ISREG(status.st_mode):
        return False
    if isinstance(content, Path):
        wanted = content.lstat()
        return (status.st_size, status.st_mtime_ns) == (wanted.st_size, wanted.st_mtime_ns)
    return content is None or (status.st_size == len(content) and Path(old).read_bytes() == content)


def _fill(path: Path, content: Content, place: str) -> None:
    if path.exists():
        raise ProjectError(
            phrase("two files would be `{place}`", place=place), hint=phrase("give one of them another name, or a slug")
        )
    if content is None:
        raise ProjectError(
            phrase("`{place}` is to be kept, but the build does not hold it", place=place), hint=phrase("build again")
        )
    if not isinstance(content, Path):
        with _named(path):
            path.write_bytes(content)
        return
    if content.is_symlink():
        raise ProjectError(phrase("it is a link"), where=str(content), hint=phrase("put the file itself there"))
    shutil.copy2(content, path)


@contextlib.contextmanager
def _named(path: Path) -> Iterator[None]:
    """Errors of the system name this file or folder."""
    try:
        yield
    except OSError as error:
        error.filename = str(path)
        raise


def _flush(written: list[str], folders: Iterable[str]) -> None:
    if len(written) > FLUSH_EACH:
        os.sync()
        return
    for path in (*written, *folders):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _exchange(new: Path, folder: Path) -> None:
    """Put the new folder in the place of the old one, at one stroke where the system can."""
    if not folder.exists():
        new.rename(folder)
    elif not files.rename(new, folder, files.EXCHANGE):
        folder.rename(_beside(folder, "old"))
        new.rename(folder)
    with _opened(folder.parent) as descriptor:
        os.fsync(descriptor)


@contextlib.contextmanager
def _opened(folder: Path) -> Iterator[int]:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
