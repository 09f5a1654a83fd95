"""report, for a server that is asked again and again: what changed is counted, the rest stays in memory.

The first time the cache of reporting is read; what it lacks of a large archive is counted behind the scenes, and who
asks meanwhile hears how far that is.  From then on every file is looked at, by its stamp, each time.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from l10n import files
from l10n.errors import L10nError
from l10n.project import Article, Project
from l10n.reports import Report, Stale
from l10n.workflow import reporting, seen
from l10n.workflow.reporting import Counts

MANY = 100
"""So many articles are counted while somebody waits: some seconds."""
CHUNK = 500
"""Articles after which what was counted is kept, in case the server dies."""
KEEP_S = 60.0
"""Seconds between two writings of the cache, which holds the whole archive."""


class Counting(Exception):
    """The archive is being counted: so many articles of so many."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__(f"{done} of {total}")
        self.done, self.total = done, total


@dataclass
class _Known:
    """What was counted, and what it was counted from."""

    project: Project
    articles: tuple[Article, ...]
    paths: list[list[str]]
    """Of each article."""
    stamps: list[list[int]]
    when: int
    """Nanoseconds of the clock, before the stamps were taken."""
    counts: dict[str, Counts]
    faults: dict[str, L10nError]
    """What is wrong with the articles that could not be counted."""
    made: tuple[object, tuple[Report, tuple[Stale, ...]]] | None = None
    """The report, and for what day and which build it was made."""


@dataclass
class Recounting:
    """The reports of a project."""

    _known: _Known | None = None
    _unkept: dict[str, Counts] = field(default_factory=dict)
    _kept_at: float = 0.0
    _thread: threading.Thread | None = None
    _progress: tuple[int, int] = (0, 0)
    _failed: Exception | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def report(self, project: Project, articles: tuple[Article, ...], today: str) -> tuple[Report, tuple[Stale, ...]]:
        """As reporting.report says it of the files as they are now. Counting, while a large archive is counted."""
        with self._lock:
            known = self._known
            if known is None or (known.project, known.articles) != (project, articles):
                known = self._known = self._first(project, articles)
            else:
                self._changed(known)
            under = (today, files.stamp(project.build / "manifest.json"))
            if known.made is None or known.made[0] != under:
                counts = {one.name: known.counts[one.name] for one in articles if one.name in known.counts}
                known.made = (under, reporting.of_counts(project, counts, today=today))
            return known.made[1]

    def faults(self) -> dict[str, L10nError]:
        """By article that cannot be read, what is wrong with it; the last report leaves it out."""
        with self._lock:
            return {} if self._known is None else dict(self._known.faults)

    def stamps(self) -> dict[str, list[int]]:
        """Of the files of each article in all locales, as the last report saw them; see seen.paths_of."""
        with self._lock:
            known = self._known
            return {} if known is None else dict(zip((one.name for one in known.articles), known.stamps, strict=True))

    def _first(self, project: Project, articles: tuple[Article, ...]) -> _Known:
        """Everything, from the cache."""
        if self._thread is not None and self._thread.is_alive():
            raise Counting(*self._progress)
        if self._failed is not None:
            failed, self._failed = self._failed, None
            raise failed
        if reporting.uncounted(project, articles) > MANY:
            self._progress = (0, len(articles))
            self._thread = threading.Thread(target=self._count, args=(project, articles), daemon=True)
            self._thread.start()
            raise Counting(*self._progress)
        when = time.time_ns()
        paths = [seen.paths_of(project, article, project.settings.locales) for article in articles]
        stamps = [seen.stamps_of(some) for some in paths]
        faults: dict[str, L10nError] = {}
        counts = reporting.counts(project, articles, faults=faults)
        return _Known(project, articles, paths, stamps, when, counts, faults)

    def _count(self, project: Project, articles: Sequence[Article]) -> None:
        """Fill the cache, piece by piece."""
        try:
            for start in range(0, len(articles), CHUNK):
                reporting.counts(project, articles[start : start + CHUNK], faults={})
                self._progress = (min(start + CHUNK, len(articles)), len(articles))
        except Exception as error:  # told to whoever asks next, as if they had counted themselves
            self._failed = error

    def _changed(self, known: _Known) -> None:
        """Count again what is another one, or was written so shortly before that its stamp may lie."""
        when = time.time_ns()
        others: dict[int, list[int]] = {}
        for number, paths in enumerate(known.paths):
            stamps = seen.stamps_of(paths)
            if stamps != known.stamps[number] or not seen.is_older(stamps, known.when):
                others[number] = stamps
        if others:
            articles = [known.articles[number] for number in others]
            for one, made in zip(articles, reporting.count_all(known.project, articles), strict=True):
                self._put(known, one.name, made)
            for number, stamps in others.items():
                known.stamps[number] = stamps
            self._keep(known.project)
        known.when = when

    def _put(self, known: _Known, name: str, made: Counts | L10nError) -> None:
        """Take up what an article has now, or why nobody knows."""
        before = known.counts.pop(name, None)
        known.faults.pop(name, None)
        if isinstance(made, L10nError):
            known.faults[name] = made
        else:
            known.counts[name] = self._unkept[name] = made
        if before is None or isinstance(made, L10nError) or _said(before) != _said(made):
            known.made = None

    def _keep(self, project: Project) -> None:
        if time.monotonic() - self._kept_at > KEEP_S:
            reporting.keep(project, self._unkept)
            self._unkept, self._kept_at = {}, time.monotonic()


def _said(one: Counts) -> object:
    """What a report takes from it."""
    return one.source_digest, one.rows
