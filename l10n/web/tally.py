"""How many open findings the locales of articles have: counted once, and kept as long as none of their files changes.

A page shows what is known, and asks for the rest once it is there.  An order by findings needs them of a whole
archive: those are counted behind the scenes, which takes half of the time of a core and leaves the other to those who
work; whoever asks meanwhile hears how far that is.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections import Counter, OrderedDict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from l10n.errors import L10nError
from l10n.glossary import Glossary
from l10n.model.findings import SEVERITIES
from l10n.project import Article, Project
from l10n.workflow import inspecting, mentions, naming, seen, view
from l10n.workflow.rules import Rules

KEPT = 100_000
"""Locales of articles of which it is kept what the checks said: some 400 bytes each."""

Counts = Mapping[str, int]
"""By severity."""
Place = tuple[Article, str]
"""A locale of an article."""
Under = tuple[Project, Glossary]
"""What decides what is found in an article, its own files left aside."""


@dataclass
class Tally:
    """The counts of a project, as long as its settings and its glossary are these."""

    under: Under
    _kept: OrderedDict[tuple[str, str], tuple[list[int], Counts]] = field(default_factory=OrderedDict)
    _wanted: deque[tuple[Article, list[str]]] = field(default_factory=deque)
    _thread: threading.Thread | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def stamps(self, article: Article, locale: str) -> list[int]:
        """Of the files that decide what is found in a locale of an article, as they are now."""
        return seen.stamps_of(seen.paths_of(self.under[0], article, [locale]))

    def get(self, article: Article, locale: str) -> Counts | None:
        """None where the checks have to be asked."""
        kept = self._kept.get((article.name, locale))
        return kept[1] if kept and kept[0] == self.stamps(article, locale) else None

    def count(self, source: view.Source, side: view.Side, before: list[int]) -> Counts:
        """Ask the checks.  before: stamps of its files, before they were read."""
        said = inspecting.of_locale(source, side, Rules.of(self.under[0]))
        counts = Counter(one.finding.severity for one in said.open)
        found = {severity: counts[severity] for severity in SEVERITIES}
        with self._lock:
            self._kept[source.article.name, side.locale] = (before, found)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return found

    def of(self, places: Sequence[Place], looked: Mapping[str, list[int]]) -> dict[tuple[str, str], Counts]:
        """What is known of these, by name and locale; the rest is counted from now on, and nothing else.

        looked: by article, the stamps of its files in all locales (seen.paths_of) as they are now; one that
        it lacks was taken away a moment ago.
        """
        numbers = {locale: number for number, locale in enumerate(self.under[0].settings.locales)}
        found, missing = {}, []
        for article, locale in places:
            kept = self._kept.get((article.name, locale))
            if kept and kept[0] == seen.of_locale(looked.get(article.name, []), numbers[locale]):
                found[article.name, locale] = kept[1]
            else:
                missing.append((article, locale))
        self._want(missing)
        return found

    def stop(self) -> None:
        """Count no more."""
        self._want(())

    def _want(self, missing: Sequence[Place]) -> None:
        by_article = groupby(missing[:KEPT], itemgetter(0))
        with self._lock:
            self._wanted = deque((article, [locale for _, locale in some]) for article, some in by_article)
            if self._wanted and self._thread is None:
                self._thread = threading.Thread(target=self._work, daemon=True)
                self._thread.start()

    def _work(self) -> None:
        """Count what is wanted, until nothing is."""
        try:
            while True:
                with self._lock:
                    if not self._wanted:
                        self._thread = None
                        return
                    article, locales = self._wanted.popleft()
                start = time.perf_counter()
                with contextlib.suppress(L10nError, OSError):  # what cannot be read is said where it is opened
                    self._count_all(article, locales)
                time.sleep(time.perf_counter() - start)
        except BaseException:
            self._thread = None
            raise

    def _count_all(self, article: Article, locales: Iterable[str]) -> None:
        before = {locale: self.stamps(article, locale) for locale in locales}
        project, glossary = self.under
        source = mentions.source(project, article, glossary)
        for locale, stamps in before.items():
            self.count(source, view.side(source, locale), stamps)


_known: dict[Path, Tally] = {}
"""By the folder of the project."""


def of(project: Project) -> Tally:
    """The counts of a project, as far as its settings and its glossary are those of before."""
    under = (project, naming.load(project))
    known = _known.get(project.folder)
    if known is None or known.under != under:
        if known is not None:
            known.stop()
        known = _known[project.folder] = Tally(under)
    return known
