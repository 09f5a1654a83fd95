"""Catalogs and ledgers are written in two steps: first all that can be refused, then what cannot.

plan   every new catalog lies whole beside its place; what cannot be read, held or stored was refused, and no file
       is another than before
alone  nobody else writes meanwhile
put    ledger first, then catalog, for one after the other; made anew where another program saved meanwhile
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from l10n import files, ledger, po
from l10n.errors import CatalogError
from l10n.files import Draft, Stamp
from l10n.phrases import phrase
from l10n.project import Project
from l10n.workflow.view import Side

ATTEMPTS = 5
"""How often a catalog is read anew that somebody saves while it is being worked on."""


@contextmanager
def alone(project: Project) -> Iterator[None]:
    """Nobody else writes meanwhile; drafts that killed commands left are gone."""
    with locked(project):
        files.sweep(project.folder, deep=False)
        files.sweep(project.inside(project.source), deep=False)
        files.sweep(project.inside(project.locales))
        yield


def locked(project: Project) -> AbstractContextManager[object]:
    """Nobody else writes meanwhile; for many short writes of one run, which has cleared up before them."""
    return files.lock(project.cache / "lock")


@dataclass(frozen=True, slots=True)
class Pending:
    """One catalog and its ledger as they will be."""

    catalog: Path
    was: Stamp
    draft: Draft | None
    """None where the catalog stays as it is."""
    ledger: Path
    lines: bytes
    """To append to it."""

    def put(self) -> None:
        """Ledger first, then catalog; files.Changed where the catalog is no longer the one that was read."""
        if files.stamp(self.catalog) != self.was:
            self.drop()
            raise files.Changed(self.catalog)
        ledger.append(self.ledger, self.lines)
        if self.draft is not None:
            self.draft.put()

    def drop(self) -> None:
        """Leave everything as it is."""
        if self.draft is not None:
            self.draft.drop()


def plan(side: Side) -> Pending:
    """What has to be written so that a side is on disk; nothing that is there is touched.

    CatalogError or LedgerError where it cannot be written; files.Changed where the catalog changed since it was read.
    """
    path = side.source.project.ledger(side.source.article.name, side.locale)
    lines = ledger.lines(side.records, path)
    if lines:
        files.require_writable(path)
    draft = files.draft(side.path, po.dumps(side.catalog, str(side.path)), side.was)
    return Pending(side.path, side.was, draft, path, lines)


Made = TypeVar("Made")


def steadily(make: Callable[[], Made]) -> Made:
    """What make gives, made anew as long as another program saves the catalog meanwhile; CatalogError in the end."""
    for _ in range(ATTEMPTS):
        try:
            return make()
        except files.Changed as changed:
            path = changed.path
    raise CatalogError(
        phrase("another program keeps saving this file"), where=str(path), hint=phrase("close it there, then try again")
    )
