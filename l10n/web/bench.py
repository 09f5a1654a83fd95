"""What a running workbench knows: articles as they are on disk, who is where, and what can be undone.

Articles are read again whenever one of their files is another one, by size, time or inode, so that what Poedit or git
wrote a moment ago is on the next page.  Presence and undo live in the memory of the server, and die with it.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from l10n import files, text
from l10n.errors import ProjectError
from l10n.model import Entry, Key
from l10n.project import Article, Project
from l10n.workflow import mentions, naming, saving, seen, view
from l10n.workflow.saving import Edit, Saved

KEPT = 64
"""Sides of articles that are kept as they were read."""
AWAY_S = 20.0
"""Seconds after which somebody who says nothing is no longer in a segment."""
UNDONE = 500
"""Steps of a person that can be undone."""
KEY = "workbench.key"
"""Below `.l10n/`: what cookies are signed with, so that a restart asks nobody who they are."""


class Missing(Exception):
    """What an address names is not there; str() says it."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a person changed in one segment, and how it was before."""

    article: str
    locale: str
    key: Key
    before: str
    after: str
    was_draft: bool


class Seat(NamedTuple):
    """A person in a segment."""

    who: str
    segment: str
    since: float
    """Seconds of the monotonic clock when they were heard of last."""


@dataclass(eq=False)
class Ticket:
    """An edit that waits for its turn."""

    edit: Edit
    turn: threading.Event = field(default_factory=threading.Event)
    """Somebody wrote it, or its own thread has to write."""
    saved: Saved | None = None
    error: BaseException | None = None


@dataclass(eq=False)
class Queue:
    """Edits of one catalog; whoever has the turn writes all that wait."""

    busy: bool = False
    waiting: list[Ticket] = field(default_factory=list)


@dataclass
class Bench:
    """A workbench on the project of a folder."""

    folder: Path
    now: Callable[[], str]
    """UTC, ISO 8601: when records are made."""
    _sources: OrderedDict[str, tuple[seen.Seen, object, view.Source]] = field(default_factory=OrderedDict)
    _sides: OrderedDict[tuple[str, str], tuple[seen.Seen, view.Side]] = field(default_factory=OrderedDict)
    _queues: dict[tuple[str, str], Queue] = field(default_factory=dict)
    _seats: dict[tuple[str, str], dict[str, Seat]] = field(default_factory=dict)
    _steps: dict[str, deque[Step]] = field(default_factory=dict)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def project(self) -> Project:
        """The project as its settings are now."""
        return Project.load(self.folder)

    def key(self) -> str:
        """What cookies are signed with; made the first time, for the eyes of its owner alone."""
        path = self.project().cache / KEY
        path.parent.mkdir(exist_ok=True)
        if not path.exists():
            files.replace(path, secrets.token_urlsafe(32).encode("ascii"))
            path.chmod(0o600)
        return path.read_text(encoding="ascii")

    # --- what is on disk

    def article(self, project: Project, name: str) -> Article:
        """An article by its name; Missing where the project has none that is called so."""
        try:
            (found,) = project.chosen([name])
        except (ProjectError, ValueError):
            raise Missing(name) from None
        return found

    def source(self, project: Project, article: Article) -> view.Source:
        """An article as it is on disk now, with the names of the glossary as it is now."""
        glossary = naming.load(project)
        paths = [str(article.path), str(project.template(article.name))]
        with self._lock:
            known = self._sources.get(article.name)
            now = seen.look(paths, known[0] if known else None)
            if known and known[0].digest == now.digest and known[1] is glossary and known[2].project == project:
                self._sources[article.name] = (now, *known[1:])
                self._sources.move_to_end(article.name)
                return known[2]
        made = mentions.source(project, article, glossary)
        with self._lock:
            self._sources[article.name] = (now, glossary, made)
            while len(self._sources) > KEPT:
                self._sources.popitem(last=False)
        return made

    def side(self, source: view.Source, locale: str) -> view.Side:
        """One locale of an article as it is on disk now, brought up to date in memory."""
        name = source.article.name, locale
        with self._lock:
            known = self._sides.get(name)
        now = seen.look(_files(source, locale), known[0] if known else None)
        if known and known[0].digest == now.digest and known[1].source is source:
            return self._keep(now, known[1])
        return self._keep(now, view.side(source, locale))

    def _keep(self, now: seen.Seen, side: view.Side) -> view.Side:
        """Remember a side, with its files as they were just before it was read."""
        with self._lock:
            name = side.source.article.name, side.locale
            self._sides[name] = (now, side)
            self._sides.move_to_end(name)
            while len(self._sides) > KEPT:
                self._sides.popitem(last=False)
        return side

    # --- saving

    def save(self, source: view.Source, locale: str, edit: Edit) -> tuple[view.Side, str, Entry | None]:
        """Put what somebody typed into a catalog; what others typed in it at the same moment goes with it.

        The side as it is now; `done`, `stale` or `gone` (see saving); the entry as it was, where it was done.
        """
        saving.check(source, locale, edit)
        mine = Ticket(edit)
        with self._lock:
            queue = self._queues.setdefault((source.article.name, locale), Queue())
            queue.waiting.append(mine)
            if not queue.busy:
                queue.busy = True
                mine.turn.set()
        mine.turn.wait()
        if mine.saved is None and mine.error is None:
            self._write(source, locale, queue)
        if mine.error is not None:
            raise mine.error
        assert mine.saved is not None, "it was written in its turn, or in that of another"
        return mine.saved.side, mine.saved.verdict(edit), mine.saved.before(edit)

    def _write(self, source: view.Source, locale: str, queue: Queue) -> None:
        """Write all that wait at once, and tell each; then the first of those who came meanwhile has the turn."""
        with self._lock:
            tickets, queue.waiting = queue.waiting, []
        try:
            saved = saving.save(source, locale, [one.edit for one in tickets], when=self.now())
        except BaseException as error:
            for one in tickets:
                one.error = error
        else:
            for one in tickets:
                one.saved = saved
        with self._lock:
            queue.busy = bool(queue.waiting)
            for one in (*tickets, *queue.waiting[:1]):
                one.turn.set()

    # --- who is where

    def sit(self, article: str, locale: str, session: str, who: str, segment: str) -> None:
        """Somebody is in a segment, or ("") in none."""
        with self._lock:
            seats = self._seats.setdefault((article, locale), {})
            if segment:
                seats[session] = Seat(who, segment, time.monotonic())
            else:
                seats.pop(session, None)

    def others(self, article: str, locale: str, session: str) -> list[Seat]:
        """Who else is in a segment of an article."""
        with self._lock:
            seats = self._seats.get((article, locale), {})
            late = time.monotonic() - AWAY_S
            for name in [name for name, seat in seats.items() if seat.since < late]:
                del seats[name]
            if not seats:
                self._seats.pop((article, locale), None)
            return [seat for name, seat in seats.items() if name != session]

    # --- what can be undone

    def did(self, session: str, step: Step) -> None:
        """Remember a step of a person."""
        with self._lock:
            self._steps.setdefault(session, deque(maxlen=UNDONE)).append(step)

    def last(self, session: str, article: str, locale: str) -> Step | None:
        """The last step of a person in a locale of an article, taken from those that can be undone."""
        with self._lock:
            steps = self._steps.get(session, deque())
            for step in reversed(steps):
                if (step.article, step.locale) == (article, locale):
                    steps.remove(step)
                    return step
        return None


def _files(source: view.Source, locale: str) -> list[str]:
    """What a side is read from, besides its source."""
    project, name = source.project, source.article.name
    return [str(project.catalog(name, locale)), str(project.ledger(name, locale))]


def key_of(source: view.Source, segment: str) -> Key:
    """The segment that an id names; Missing where the article has none."""
    for one in source.assembly.segments:
        if text.segment_id(*one.key) == segment:
            return one.key
    raise Missing(segment)
