"""The memory of a project, `.l10n/memory.sqlite`: everything accepted, offered again.

    with remembering.opened(project) as (memory, update):
        matches = remembering.search(project, memory, "Tickets cost 600 tenge.", target="ru")

It is derived: brought up to date by what changed whenever it is opened, and deleting it loses nothing.  One process
brings it up to date at a time, catalog by catalog, each at one stroke; others read it meanwhile, and a killed one
leaves what was finished.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from l10n import files
from l10n.errors import L10nError, MemoryFileError
from l10n.memory import Memory
from l10n.memory.schema import TooNew, Useless
from l10n.memory.searching import ADAPTED
from l10n.model import Match
from l10n.phrases import phrase
from l10n.project import Project
from l10n.workflow.entering import around
from l10n.workflow.feeding import Feed, Feeds, feeds
from l10n.workflow.seen import Seen

__all__ = ["Update", "around", "held", "kinds", "opened", "search", "update"]

FILE, STAMPS, LOCK = "memory.sqlite", "memory.json", "memory.lock"
STEP = 100_000
"""Bytes of files between two steps of a counter."""
PART = "\t"
"""Between the key of a feed and the locales of one of its parts."""


@dataclass(frozen=True, slots=True)
class Update:
    """What was brought up to date."""

    rows: Mapping[str, Mapping[tuple[str, str], int]] = field(default_factory=dict)
    """Of each catalog and file that was read, by its key, the rows by locales."""
    dropped: int = 0
    """Catalogs and files that are gone."""
    warnings: tuple[str, ...] = ()
    faulty: frozenset[str] = frozenset()
    """Keys of what was not read whole."""
    is_elsewhere: bool = False
    """Another process was at it, and nobody waited."""

    @property
    def read(self) -> int:
        """How many catalogs and files were read."""
        return len(self.rows)


def path_of(project: Project) -> Path:
    """Where the memory of a project is."""
    return project.inside(project.cache / FILE)


@contextmanager
def opened(
    project: Project, progress: Callable[[int, int], None] = lambda done, total: None, *, wait: bool = True
) -> Iterator[tuple[Memory, Update]]:
    """The memory of a project, up to date.

    progress: told how much of what changed is read, of how much.
    wait: where another process brings it up to date, wait for it; else take what is there already.
    MemoryFileError where its file is damaged: the remedy is to delete it.
    """
    path = path_of(project)
    with _with_remedy(project, path):
        with files.lock(project.cache / LOCK, wait=wait) as is_ours:
            memory = Memory(path)
            try:
                done = update(project, memory, progress) if is_ours else Update(is_elsewhere=True)
            except BaseException:
                memory.close()
                raise
        with memory:
            yield memory, done


def held(project: Project) -> Memory:
    """The memory of a project as it is, for somebody who keeps it open while others bring it up to date.

    MemoryFileError as for opened.
    """
    path = path_of(project)
    path.parent.mkdir(exist_ok=True)
    with _with_remedy(project, path):
        return Memory(path)


@contextmanager
def _with_remedy(project: Project, path: Path) -> Iterator[None]:
    """Of a damaged file says what can be done about it in a project."""
    try:
        yield
    except Useless as error:
        if error.where == str(path):
            file = project.shown(path)
            error.hint = phrase("delete `{file}`: the next command makes it anew, nothing is lost by that", file=file)
            if isinstance(error, TooNew):
                error.hint = phrase(
                    "update l10n, or delete `{file}`: the next command makes it anew, nothing is lost by that",
                    file=file,
                )
        raise


def search(
    project: Project,
    memory: Memory,
    text: str,
    *,
    limit: int = 5,
    least: int | None = None,
    source: str | None = None,
    target: str | None = None,
    before: str = "",
    after: str = "",
) -> list[Match]:
    """The matches of a text, the best first, as the settings of the project weigh them.

    One that is right but for names of the glossary has those of the text. GlossaryError where it cannot be read.
    """
    settings = project.settings.memory
    worst = settings.least if least is None else least
    found = memory.search(
        text, limit, worst, source=source, target=target, before=before, after=after, penalties=settings.penalties
    )
    if project.glossary is None or worst > ADAPTED or any(match.kind in ("in-context", "exact") for match in found):
        return found
    from l10n.workflow import naming
    from l10n.workflow.namesakes import Namesakes

    namesakes = Namesakes(naming.load(project), project.settings.locales, settings.penalties)
    adapted = [one for one in namesakes.matches(memory, text, found, source, target) if one.score >= worst]
    done = {(match.source, match.target_locale) for match in adapted}
    others = [match for match in found if (match.source, match.target_locale) not in done]
    return sorted(others + adapted, key=lambda match: match.rank)[:limit]


def update(project: Project, memory: Memory, progress: Callable[[int, int], None] = lambda done, total: None) -> Update:
    """Bring a memory up to date by what changed: catalogs, ledgers, files and settings."""
    wanted = feeds(project)
    looked = _Looked(project.cache / STAMPS)
    known = memory.stamps()
    changed = [(feed, stamp) for feed in wanted.feeds if known.get(feed.key) != (stamp := looked.stamp(feed)) and stamp]
    reading = _Reading(memory, progress, sum(looked.size(feed) for feed, _ in changed))
    for feed, stamp in changed:
        reading.bring(feed, stamp, known)
    gone = _gone(wanted, known)
    for key in gone:
        memory.drop_origin(key)
    looked.save(wanted.feeds)
    warnings = (*wanted.warnings, *looked.warnings, *reading.warnings)
    dropped = sum(PART not in key for key in gone)
    return Update(reading.rows, dropped, warnings, frozenset(looked.faulty | reading.faulty))


def kinds(memory: Memory) -> Counter[str]:
    """How many feeds a memory follows from, by what they are: catalog, project, tmx."""
    return Counter(key.partition(" ")[0] for key in memory.stamps() if PART not in key)


def _gone(wanted: Feeds, known: Mapping[str, str]) -> list[str]:
    """The keys of feeds that are no more."""
    present = {feed.key for feed in wanted.feeds}
    return [
        key
        for key in known
        if key.partition(PART)[0] not in present and not key.startswith(wanted.unreachable or ("\0",))
    ]


class _Reading:
    """Feeds are read into a memory."""

    def __init__(self, memory: Memory, progress: Callable[[int, int], None], total: int) -> None:
        self.memory, self.progress, self.total = memory, progress, total
        self.done = 0
        self.rows: dict[str, dict[tuple[str, str], int]] = {}
        self.warnings: list[str] = []
        self.faulty: set[str] = set()

    def bring(self, feed: Feed, stamp: str, known: Mapping[str, str]) -> None:
        """Bring one feed up to date; what cannot be read stays as it was, and is told.

        Its own key comes last: where it has the stamp, all parts are in.
        """
        rows: dict[tuple[str, str], int] = {}
        try:
            read = feed.read(self._step)
            for source, target, some in read.parts:
                key = PART.join((feed.key, source, target))
                rows[source, target] = self.memory.replace_origin(key, some, source, target, digest=stamp)
        except L10nError as error:
            if isinstance(error, MemoryFileError) and error.where == self.memory.path:
                raise
            what = phrase("{what}; what is remembered of it stays", what=error.sentence)
            if error.hint:
                what = phrase("{what}; what is remembered of it stays: {hint}", what=error.sentence, hint=error.hint)
            self.warnings.append(what)
            self.faulty.add(feed.key)
            return
        mine = {PART.join((feed.key, *pair)) for pair in rows}
        for key in known:
            if key.startswith(f"{feed.key}{PART}") and key not in mine:
                self.memory.drop_origin(key)
        self.memory.replace_origin(feed.key, [], digest=stamp)
        if problems := read.problems():
            self.warnings += problems
            self.faulty.add(feed.key)
        self.rows[feed.key] = rows

    def _step(self, size: int) -> None:
        before, self.done = self.done, self.done + size
        if before // STEP != self.done // STEP:
            self.progress(self.done // STEP, max(self.done, self.total) // STEP)


class _Looked:
    """The files of all feeds as they were when they were last looked at; deleting its file costs reading them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.before: dict[str, Any] = _read_json(path)
        self.now: dict[str, Seen] = {}
        self.warnings: list[str] = []
        self.faulty: set[str] = set()

    def stamp(self, feed: Feed) -> str:
        """What the rows of a feed follow from now; "" where that cannot be read."""
        try:
            when, stamps, digest = self.before[feed.key]
            before = Seen(int(when), list(map(int, stamps)), str(digest))
        except (KeyError, ValueError, TypeError):
            before = None
        try:
            found = self.now[feed.key] = feed.look(before)
        except OSError as error:
            self.warnings.append(f"`{error.filename}` cannot be read, what is remembered of it stays: {error.strerror}")
            self.faulty.add(feed.key)
            return ""
        return feed.stamp(found)

    def size(self, feed: Feed) -> int:
        """Bytes of what is read of a feed."""
        return self.now[feed.key].stamps[0]

    def save(self, wanted: tuple[Feed, ...]) -> None:
        """Keep what was seen, where it is new."""
        rows = {feed.key: [seen.when, seen.stamps, seen.digest] for feed in wanted if (seen := self.now.get(feed.key))}
        if rows != self.before:
            files.replace(self.path, json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _read_json(path: Path) -> dict[str, Any]:
    """What a cache holds; nothing where it is missing or odd."""
    try:
        found = json.loads(files.read(path)[0])
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
