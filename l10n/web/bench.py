"""What a running workbench knows: articles as they are on disk, who is where, and what can be undone.

Articles are read again whenever one of their files is another one, by size, time or inode, so that what Poedit or git
wrote a moment ago is on the next page.  Presence and undo live in the memory of the server, and die with it.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from l10n import files, text
from l10n.model import Entry, Key
from l10n.project import FORMAT_OF_SUFFIX, RESERVED, Article, Project
from l10n.web.accounts import Accounts, shelter
from l10n.web.limits import Limit
from l10n.web.recollection import Recollection
from l10n.web.undoing import Step, Steps, last
from l10n.workflow import mentions, naming, saving, seen, view
from l10n.workflow.recounting import Recounting
from l10n.workflow.saving import Edit, Saved

KEPT = 64
"""Articles, sides of them, and what follows from these, that are kept as they were read: so many of each."""
AWAY_S = 20.0
"""Seconds after which somebody who says nothing is no longer in a segment."""
SESSIONS, PLACES, SEATS = 500, 2_000, 100
"""Sessions whose steps are kept; locales of articles in which somebody is, and the people in each.  Of more, those are
forgotten that were heard of longest ago."""
KEY = "workbench.key"
"""Below `.l10n/`: what cookies are signed with, so that a restart asks nobody who they are."""

Made = TypeVar("Made")


class Missing(Exception):
    """What an address names is not there; str() says it."""


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
    accounts: Accounts | None = None
    """Who may come in; None where whoever reaches this machine is trusted to say who they are."""
    is_proxied: bool = False
    """All requests come through a proxy, which says from whom."""
    attempts: Limit = field(default_factory=Limit)
    """To sign in."""
    _sources: OrderedDict[str, tuple[seen.Seen, object, view.Source]] = field(default_factory=OrderedDict)
    _sides: OrderedDict[tuple[str, str], tuple[seen.Seen, view.Side]] = field(default_factory=OrderedDict)
    _made: OrderedDict[tuple[str, ...], tuple[object, Any]] = field(default_factory=OrderedDict)
    _queues: dict[tuple[str, str], Queue] = field(default_factory=dict)
    _seats: OrderedDict[tuple[str, str], OrderedDict[str, Seat]] = field(default_factory=OrderedDict)
    _steps: OrderedDict[str, Steps] = field(default_factory=OrderedDict)
    _latest: Project | None = None
    _lock: threading.RLock = field(default_factory=threading.RLock)
    recollection: Recollection = field(default_factory=Recollection)
    """The memory of the project."""
    recounting: Recounting = field(default_factory=Recounting)
    """Its reports."""

    def project(self) -> Project:
        """The project as its settings are now."""
        self._latest = Project.load(self.folder)
        return self._latest

    def last_project(self) -> Project:
        """The project as its settings were when they could be read last."""
        return self._latest or self.project()

    @cached_property
    def key(self) -> str:
        """What cookies are signed with; made the first time, for the eyes of its owner alone."""
        path = self.last_project().cache / KEY
        shelter(path.parent)
        if not path.exists():
            files.replace(path, secrets.token_urlsafe(32).encode("ascii"), private=True)
        return path.read_text(encoding="ascii")

    # --- what is on disk

    def article(self, project: Project, name: str) -> Article:
        """An article by its name, and by nothing else that leads to its file; Missing where there is none."""
        if not is_name(name):
            raise Missing(name)
        if name == RESERVED:
            found = project.glossary
        else:
            there = [suffix for suffix in FORMAT_OF_SUFFIX if _is_file(project, f"{name}{suffix}")]
            if len(there) == 1:
                file = f"{project.source.name}/{name}{there[0]}"
                return Article(name, project.folder, FORMAT_OF_SUFFIX[there[0]], file)
            found = next((one for one in project.articles() if one.name == name), None)
        if found is None:
            raise Missing(name)
        return found

    def source(self, project: Project, article: Article) -> view.Source:
        """An article as it is on disk now, with the names of the glossary as it is now, where it is a page."""
        if article.is_glossary:
            return naming.source(project)
        glossary = naming.load(project) if article.is_page else None
        paths = [str(article.path), str(project.template(article.name))]
        with self._lock:
            known = self._sources.get(article.name)
        now = seen.look(paths, known[0] if known else None)
        if known and known[0].digest == now.digest and known[1] is glossary and known[2].project == project:
            made = known[2]
        else:
            made = mentions.source(project, article, glossary)
        self._keep(self._sources, article.name, (now, glossary, made))
        return made

    def side(self, source: view.Source, locale: str) -> view.Side:
        """One locale of an article as it is on disk now, brought up to date in memory."""
        if source.article.is_glossary:
            return naming.side(source, locale)
        name = source.article.name, locale
        with self._lock:
            known = self._sides.get(name)
        now = seen.look(_files(source, locale), known[0] if known else None)
        same = known and known[0].digest == now.digest and known[1].source is source
        side = known[1] if known and same else view.side(source, locale)
        self._keep(self._sides, name, (now, side))
        return side

    def once(self, name: tuple[str, ...], under: object, make: Callable[[], Made]) -> Made:
        """What takes its time, made once as long as that from which it follows, sides above all, is the same."""
        with self._lock:
            known = self._made.get(name)
        if known is None or known[0] != under:  # what is one and the same object is not compared
            known = (under, make())
        self._keep(self._made, name, known)
        made: Made = known[1]
        return made

    def _keep(self, table: OrderedDict[Any, Any], name: object, made: object) -> None:
        """Remember what was read, or made, last."""
        with self._lock:
            table[name] = made
            table.move_to_end(name)
            _forget(table, KEPT)

    # --- saving

    def save(self, source: view.Source, locale: str, edit: Edit) -> tuple[view.Side, str, tuple[Entry, ...]]:
        """Put what somebody typed into a catalog; what others typed in it at the same moment goes with it.

        The side as it is now; `done`, `stale` or `gone` (see saving); the entries as they were, where it was done.
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
            if not queue.busy:
                self._queues.pop((source.article.name, locale), None)
            for one in (*tickets, *queue.waiting[:1]):
                one.turn.set()

    # --- who is where

    def sit(self, article: str, locale: str, session: str, who: str, segment: str) -> None:
        """Somebody is in a segment, or ("") in none."""
        with self._lock:
            seats = self._seats.setdefault((article, locale), OrderedDict())
            self._seats.move_to_end((article, locale))
            seats.pop(session, None)
            if segment:
                seats[session] = Seat(who, segment, time.monotonic())
            _forget(seats, SEATS)
            _forget(self._seats, PLACES)

    def others(self, article: str, locale: str, session: str) -> list[Seat]:
        """Who else is in a segment of an article."""
        with self._lock:
            seats = self._seats.get((article, locale)) or OrderedDict()
            late = time.monotonic() - AWAY_S
            for name in [name for name, seat in seats.items() if seat.since < late]:
                del seats[name]
            if not seats:
                self._seats.pop((article, locale), None)
            return [seat for name, seat in seats.items() if name != session]

    # --- what can be undone

    def did(self, session: str, step: Step, *, is_again: bool = False) -> None:
        """Remember a step of a person; what was taken back before it can be done again no more, unless it was that."""
        with self._lock:
            steps = self._steps.setdefault(session, Steps())
            self._steps.move_to_end(session)
            steps.add(step)
            if not is_again:
                steps.undone.clear()
            _forget(self._steps, SESSIONS)

    def undid(self, session: str, step: Step) -> None:
        """Remember the step by which a person took another back."""
        with self._lock:
            if session in self._steps:
                self._steps[session].undone.append(step)

    def take_undone(self, session: str, article: str, locale: str) -> Step | None:
        """The last step by which a person took something back there, taken from those that can be done again."""
        with self._lock:
            steps = self._steps.get(session)
            step = last(steps.undone, article, locale) if steps else None
            if steps and step:
                steps.undone.remove(step)
            return step

    def take(self, session: str, article: str, locale: str | None) -> Step | None:
        """The last step of a person in a locale of an article (None: in any), taken from those that can be undone."""
        with self._lock:
            steps = self._steps.get(session)
            return steps.take(article, locale) if steps else None


def _files(source: view.Source, locale: str) -> list[str]:
    """What a side is read from, besides its source."""
    project, name = source.project, source.article.name
    return [str(project.catalog(name, locale)), str(project.ledger(name, locale))]


def _forget(table: OrderedDict[Any, Any], most: int) -> None:
    """Let go of what was put in, or moved to the end, longest ago."""
    while len(table) > most:
        table.popitem(last=False)


def is_name(name: str) -> bool:
    """Whether an article may be called so: a path that stays below `source/`, of parts that are not hidden."""
    parts = name.split("/")
    return len(name) <= 1024 and "\0" not in name and "\\" not in name and all(p and p[0] != "." for p in parts)


def _is_file(project: Project, relative: str) -> bool:
    """Whether there is such a file below `source/`; ProjectError where a link leads it out of the project."""
    path = project.source / relative
    try:
        return path.is_file() and project.inside(path) == path
    except (OSError, ValueError):  # a name that no file can have
        return False


def key_of(source: view.Source, segment: str) -> Key:
    """The segment that an id names; Missing where the article has none."""
    for one in source.assembly.segments:
        if text.segment_id(*one.key) == segment:
            return one.key
    raise Missing(segment)
