"""What editors look at, kept as long as the files are the same: sides with who typed them, findings, what waits.

Beside `bench`, whose sides ask nobody who typed a text: a review wants to know (as `l10n review` does).
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from l10n.errors import L10nError
from l10n.model import Key
from l10n.project import Project
from l10n.web.bench import Bench
from l10n.workflow import against, reporting, seen, view, waiting
from l10n.workflow.inspecting import Found
from l10n.workflow.items import Item, of_side
from l10n.workflow.rules import Rules

KEPT = 16
"""Sides that are kept with their findings: articles that are being reviewed at a time."""


@dataclass
class Look:
    """One locale of an article, with what an editor asks of it; each is worked out once."""

    side: view.Side
    _findings: Mapping[Key, tuple[Found, ...]] | None = None
    _doubted: set[Key] = field(default_factory=set)

    @cached_property
    def items(self) -> dict[Key, Item]:
        """Its segments in document order."""
        return {item.segment.key: item for item in of_side(self.side)}

    @property
    def is_checked(self) -> bool:
        """Whether the checks have read it all."""
        return self._findings is not None

    def findings(self, keys: Collection[Key]) -> Mapping[Key, tuple[Found, ...]]:
        """What the checks say of these texts, waived findings included; of a few, without reading all others."""
        if self._findings is None or not self._doubted.isdisjoint(keys):
            asked = keys if self._findings is None else self._doubted.intersection(keys)
            found = against.findings(self.side, asked, Rules.of(self.side.source.project)) if asked else {}
            if self._findings is None and len(keys) < len(self.items):
                return found
            self._findings = {**(self._findings or {}), **dict.fromkeys(asked, ()), **found}
            self._doubted.difference_update(asked)
        return self._findings

    def after(self, before: Look) -> Look:
        """The same, with what the checks said before, where every text is as it was: verbs change none.

        What is said of a text whose state is another one is asked for again.
        """
        old, new = before.side, self.side
        same = old.source is new.source and old.entries.keys() == new.entries.keys()
        if same and all(entry.targets == old.entries[key].targets for key, entry in new.entries.items()):
            self._findings = before._findings
            self._doubted = before._doubted | {key for key in new.entries if old.status(key) != new.status(key)}
        return self


@dataclass
class Shelf:
    """What a running workbench keeps for its editors."""

    _looks: OrderedDict[tuple[str, str], tuple[list[int], Look]] = field(default_factory=OrderedDict)
    _waiting: dict[tuple[str, str], tuple[object, list[int], tuple[waiting.Waiting, ...]]] = field(default_factory=dict)
    _edited: dict[str, tuple[list[int], bool]] = field(default_factory=dict)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def look(self, source: view.Source, locale: str) -> Look:
        """One locale of an article as it is on disk now."""
        where = (source.article.name, locale)
        stamps = seen.stamps_of(_paths(source.project, *where))
        with self._lock:
            known = self._looks.get(where)
            if known and known[0] == stamps and known[1].side.source is source and seen.is_settled(stamps):
                self._looks.move_to_end(where)
                return known[1]
        look = Look(view.side(source, locale, authors=True))
        look = look.after(known[1]) if known else look
        with self._lock:
            self._looks[where] = (stamps, look)
            while len(self._looks) > KEPT:
                self._looks.popitem(last=False)
        return look

    def queue(
        self,
        bench: Bench,
        project: Project,
        locales: list[str],
        wanted: waiting.Filter,
        faults: dict[str, L10nError],
    ) -> list[waiting.Pile]:
        """What waits in these locales, what waits longest first; faults takes up articles that cannot be read."""
        articles = {article.name: article for article in project.articles()}
        counted = reporting.counts(project, list(articles.values()), faults=faults)
        places = []
        for name, counts in counted.items():
            targets = {row.locale for row in counts.rows}
            for row in counts.rows:
                if row.locale in locales and (row.waits()["editor"] or row.questions or row.claimed_segments):
                    places.append((name, row.locale))
            places += [(name, tag) for tag in locales if tag not in targets and self._is_edited(project, name, tag)]
        some = ((name, tag, self._waits(bench, project, name, tag)) for name, tag in places)
        return waiting.piles(some, wanted)

    def _waits(self, bench: Bench, project: Project, name: str, locale: str) -> tuple[waiting.Waiting, ...]:
        article = bench.article(project, name)
        paths = [str(article.path), str(project.template(name)), *_paths(project, name, locale)]
        stamps = seen.stamps_of(paths)
        known = self._waiting.get((name, locale))
        if known and known[:2] == (project.settings, stamps) and seen.is_settled(stamps):
            return known[2]
        found = waiting.of_side(self.look(bench.source(project, article), locale).side)
        self._waiting[name, locale] = (project.settings, stamps, found)
        return found

    def _is_edited(self, project: Project, name: str, locale: str) -> bool:
        """Whether the original itself has copy edits."""
        path = project.catalog(name, locale)
        stamps = seen.stamps_of([str(path)])
        known = self._edited.get(name)
        if not known or known[0] != stamps or not seen.is_settled(stamps):
            known = self._edited[name] = (stamps, waiting.has_copy_edits(path))
        return known[1]


def _paths(project: Project, name: str, locale: str) -> list[str]:
    return [str(project.catalog(name, locale)), str(project.ledger(name, locale))]


def of(state: Any) -> Shelf:
    """The shelf of a running application, by its state."""
    if not hasattr(state, "shelf"):
        state.shelf = Shelf()
    found: Shelf = state.shelf
    return found
