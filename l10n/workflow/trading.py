"""TMX files into a project and out of it: import puts one into `memory/`, from where it enters; export writes one.

What is exported is the memory itself: a unit for each source, in all its languages, sorted, so that one memory makes
one file; what it takes to sort a million of them lies on the disk.
"""

from __future__ import annotations

import filecmp
import json
import shutil
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import files
from l10n.errors import MemoryFileError
from l10n.memory import Memory, Row
from l10n.model import State
from l10n.project import Project
from l10n.workflow.entering import TmxFile, props
from l10n.workflow.feeding import SUFFIX
from l10n.workflow.writing import locked

if TYPE_CHECKING:
    from l10n.memory.tmx import Unit, Variant

_TABLE = "CREATE TABLE rows (locale TEXT, source TEXT, target_locale TEXT, state INTEGER, date TEXT, row TEXT)"
_SORTED = "SELECT locale, source, target_locale, row FROM rows ORDER BY 1, 2, 3, state DESC, date DESC, row"


def bring(project: Project, file: Path) -> Path:
    """Put a TMX file into `memory/`; where it lies there already, it stays. The path that it has there.

    MemoryFileError, and nothing done, for a file that is no TMX, has no pair of locales of the project, or whose name
    another one has there.
    """
    if not file.is_file():
        raise MemoryFileError("there is no such file", where=str(file), hint="see whether the path is right")
    locales = project.settings.locales
    if next(TmxFile(file, locales).parts(), None) is None:
        hint = f"the project has {', '.join(locales)}: see the languages of the file"
        raise MemoryFileError("none of its units is in two locales of the project", where=str(file), hint=hint)
    folder = project.inside(project.memory)
    if files.real(file).is_relative_to(files.real(folder)) and file.suffix.lower() == SUFFIX:
        return files.real(file)
    name = file.name if file.suffix.lower() == SUFFIX else f"{file.name}{SUFFIX}"
    path = project.inside(folder / name)
    if path.exists() and not filecmp.cmp(file, path, shallow=False):
        hint = "rename the new file, or remove the old one first"
        raise MemoryFileError("another file of that name was imported before", where=str(path), hint=hint)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with locked(project):
            files.sweep(folder)
            with files.opened(file) as old, files.streamed(path) as new:
                shutil.copyfileobj(old, new)
    return path


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote."""

    units: int
    dropped: int
    """Characters that XML cannot hold."""


def export(
    project: Project,
    memory: Memory,
    path: Path,
    *,
    locales: Collection[str] = (),
    origins: Collection[str] = (),
    when: str = "",
) -> Exported:
    """Write a memory as TMX, in the place of a file at one stroke.

    locales: target locales; origins: where pairs come from; all, where none is named.
    """
    from l10n.memory import tmx

    rows = (one for one in _rows(memory, locales) if not origins or one[2].origin in origins)
    done = tmx.write(units(rows), path, when=when, segtype=project.settings.segment)
    return Exported(done.units, done.dropped)


def _rows(memory: Memory, locales: Collection[str]) -> Iterator[tuple[str, str, Row]]:
    for locale in dict.fromkeys(locales) or (None,):
        yield from memory.rows(target=locale)


def units(rows: Iterable[tuple[str, str, Row]]) -> Iterator[Unit]:
    """Rows, with their locales, as units: one for each source, in all its languages; a second target makes another."""
    import sqlite3

    from l10n.memory.tmx import Unit, Variant

    db = sqlite3.connect("")  # a file of its own, which is gone when it is closed
    try:
        db.execute(_TABLE)
        db.executemany("INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?)", map(_kept, rows))
        for (locale, source), some in groupby(db.execute(_SORTED), key=lambda one: (one[0], one[1])):
            by_locale = [[_variant(*one) for one in same] for _, same in groupby(some, key=lambda one: one[2])]
            for targets in zip_longest(*by_locale):
                yield Unit((Variant(locale, source), *filter(None, targets)), locale)
    finally:
        db.close()


def _kept(one: tuple[str, str, Row]) -> tuple[str, str, str, int, str, str]:
    source_locale, target_locale, row = one
    return source_locale, row.source, target_locale, int(row.state), row.when, json.dumps(row[:-1])


def _variant(_locale: str, _source: str, target_locale: str, kept: str) -> Variant:
    from l10n.memory.tmx import Said, Variant

    row = Row(*json.loads(kept))
    said = props(
        origin=row.origin,
        state=str(State(row.state)),
        article=row.article,
        context=row.context,
        before=row.before,
        after=row.after,
    )
    return Variant(target_locale, row.target, said=Said(change_date=row.when, change_id=row.who, props=said))
