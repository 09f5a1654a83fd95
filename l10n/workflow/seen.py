"""The files of an article as they were when they were last looked at, and whether they are still the same.

By size, time and inode; by digest where a stamp changed, or where a file was written so shortly before the look that
its stamp may lie. Paths are strings and stamps are flat lists of numbers, because an archive has 100,000 files.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from l10n import files
from l10n.project import Article, Project

DOUBT_NS = 2_000_000_000
"""A file written less than two seconds before the look may have been written again within one tick of its clock
(FAT keeps two-second times, the coarsest clock in use)."""

BLOCK = 1 << 20
"""Bytes of a file that are read at once."""
_NOTHING = (0, 0, 0)
_STAMP = len(_NOTHING)


@dataclass(frozen=True, slots=True)
class Seen:
    """Some files at a moment."""

    when: int
    """Nanoseconds of the clock that files are stamped with, before the first of them was read."""
    stamps: list[int]
    """Size, time in nanoseconds and inode of each; zeros where there is no file."""
    digest: str
    """Over the content of all, in their order."""

    def still(self, paths: Iterable[str]) -> Seen | None:
        """These files as they are now, where they hold what they held then; the same object where no stamp tells.

        None where something changed.
        """
        now = look(paths, self)
        return now if now.digest == self.digest else None


def is_settled(stamps: list[int]) -> bool:
    """Whether files with these stamps were written long enough ago that another stamp would tell another content."""
    return is_older(stamps, time.time_ns())


def is_older(stamps: list[int], when: int) -> bool:
    """Whether files with these stamps were written so long before a moment, in nanoseconds."""
    return max(stamps[1::_STAMP], default=0) < when - DOUBT_NS


def look(paths: Iterable[str], before: Seen | None = None) -> Seen:
    """These files as they are now. before: as they were once, which is given back where no stamp tells otherwise."""
    paths = list(paths)
    when = time.time_ns()
    stamps = stamps_of(paths)
    if before is not None and stamps == before.stamps and is_older(stamps, before.when):
        return before
    return Seen(when, stamps, _digest(paths))


def paths_of(project: Project, article: Article, locales: Iterable[str]) -> list[str]:
    """Every file that the states of an article in these locales come from."""
    name, root = article.name, f"{project.folder}/locales/"
    paths = [f"{project.folder}/{article.file}", f"{root}{name}.pot"]
    for locale in locales:
        paths += (f"{root}{locale}/{name}.po", f"{root}{locale}/{name}.reviews.jsonl")
    return paths


def of_locale(stamps: list[int], number: int) -> list[int]:
    """Of the stamps of `paths_of`, those of one of the locales: what `paths_of` names for it alone."""
    shared, each = 2 * _STAMP, 2 * _STAMP
    start = shared + number * each
    return stamps[:shared] + stamps[start : start + each]


def stamps_of(paths: Iterable[str]) -> list[int]:
    """Size, time and inode of each file, one after the other."""
    found: list[int] = []
    stat = os.stat  # a Path for each of 100,000 files costs more than the call
    for path in paths:
        try:
            status = stat(path)
        except (FileNotFoundError, NotADirectoryError):
            found += _NOTHING
        else:
            found += (status.st_size, status.st_mtime_ns, status.st_ino)
    return found


def _digest(paths: Iterable[str]) -> str:
    total = hashlib.blake2b(digest_size=16)
    for path in paths:
        own = hashlib.sha256()
        with contextlib.suppress(FileNotFoundError, NotADirectoryError), files.opened(Path(path)) as file:
            while block := file.read(BLOCK):
                own.update(block)
        total.update(own.digest())
    return total.hexdigest()
