"""The history of an article in a locale: who did what to which segments, day by day, from its ledger.

record ─► Deed of a person on a day ─► Day; the newest first.  What one person did in one way to many segments on one
day is one deed; what was said again because it stands again is not told twice.  A record that holds no text names its
segment by its digest, as far as any text of today or of another record has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from l10n import ledger, text
from l10n.ledger.records import PROGRAM
from l10n.ledger.states import UNFLAGGED, UNKNOWN_DRAFT
from l10n.model import Key, Record, State
from l10n.workflow import naming, spots, view

TYPED, DRAFTED, UNFLAGGED_BY_PROGRAM = "typed", "drafted", "unflagged"
APPROVED, FINAL, SENT_BACK, WITHDRAWN = "approved", "final", "sent back", "withdrawn"
CARRIED, FOLLOWED, KEPT = "carried", "followed", "kept"
WAIVED, UNWAIVED = "waived", "unwaived"
WAYS = (
    *(TYPED, DRAFTED, UNFLAGGED_BY_PROGRAM, APPROVED, FINAL, SENT_BACK, WITHDRAWN),
    *(CARRIED, FOLLOWED, KEPT, WAIVED, UNWAIVED),
)
"""Everything that a deed can be."""

_BY_VERB = {"send back": SENT_BACK, "carry": CARRIED, "follow": FOLLOWED, "displace": KEPT, "waive": WAIVED}


class Touched(NamedTuple):
    """A segment that somebody did something to."""

    when: str
    """UTC."""
    key: Key | None
    """None where no text says any more which it was."""
    targets: tuple[str, ...]
    """The text that it was done to, with all its plural forms; () where nothing says it any more."""
    is_there: bool
    """The article still has the segment."""

    @property
    def id(self) -> str:
        """Of the segment, or ""."""
        return text.segment_id(*self.key) if self.key else ""


@dataclass(frozen=True, slots=True)
class Deed:
    """What one person did in one way to some segments on one day."""

    who: str
    """Id of a person; "" for somebody unknown, `l10n` for the program."""
    what: str
    """One of WAYS."""
    note: str
    """The reason of a sending back or a waiver, the note of an approval, or what made a draft."""
    finding: str
    """Of a waiver: check.rule."""
    touched: tuple[Touched, ...]
    """The earliest first."""

    @property
    def first(self) -> str:
        return self.touched[0].when

    @property
    def last(self) -> str:
        return self.touched[-1].when


@dataclass(frozen=True, slots=True)
class Day:
    """A day, with what each person did on it; who was there last stands first."""

    date: str
    """ISO, UTC."""
    people: tuple[tuple[str, tuple[Deed, ...]], ...]


def people(side: view.Side) -> list[str]:
    """Everybody whom the ledger names, the program and somebody unknown included, sorted."""
    return sorted({record.who for record in side.ledger.records.values()})


def days(side: view.Side, *, who: str | None = None, start: int = 0, count: int | None = None) -> tuple[list[Day], int]:
    """The days, the newest first, and how many records there are in all.

    who: one person alone.  start, count: so many records from the newest on.
    """
    told = [one for one in side.ledger.records.values() if who is None or one.who == who]
    told.sort(key=lambda record: (record.when, ledger.identity(record)), reverse=True)
    shown = told[start:] if count is None else told[start : start + count]
    keys = _keys(side, shown)
    by_day: dict[str, dict[str, list[Record]]] = {}
    for record in shown:
        by_day.setdefault(record.when[:10], {}).setdefault(record.who, []).append(record)
    return [
        Day(date, tuple((name, _deeds(side, some, keys)) for name, some in persons.items()))
        for date, persons in by_day.items()
    ], len(told)


def _deeds(side: view.Side, records: Iterable[Record], keys: Mapping[str, Key]) -> tuple[Deed, ...]:
    """What a person did on a day, the latest first."""
    alike: dict[tuple[str, str, str, str], list[Touched]] = {}
    for record in records:
        note = record.note or (record.origin if record.origin not in (UNFLAGGED, UNKNOWN_DRAFT) else "")
        way = record.who, way_of(side.ledger, record), note, record.finding
        alike.setdefault(way, []).append(_touched(side, record, keys))
    return tuple(Deed(*way, tuple(reversed(dict.fromkeys(some)))) for way, some in alike.items())


def way_of(book: ledger.Ledger, record: Record) -> str:
    """What a record says that somebody did: one of WAYS."""
    if record.verb == "translate":
        if record.origin == UNFLAGGED:
            return UNFLAGGED_BY_PROGRAM
        return DRAFTED if record.origin or record.who == PROGRAM else TYPED
    if record.verb == "approve":
        return FINAL if record.state is State.FINAL else APPROVED
    if record.verb == "withdraw":
        ended = (book.records.get(name) for name in record.ends)
        return UNWAIVED if any(one is not None and one.verb == "waive" for one in ended) else WITHDRAWN
    return _BY_VERB[record.verb]


def _touched(side: view.Side, record: Record, keys: Mapping[str, Key]) -> Touched:
    key = (record.context, record.source) if record.source else keys.get(record.digest)
    there = key in side.source.assembly.by_key if key else False
    targets = record.targets or ()
    if not targets and key and there and side.ledger.digest(side.entries[key]) == record.digest:
        targets = side.entries[key].targets
    return Touched(record.when, key, targets if any(targets) else (), there)


def _keys(side: view.Side, records: Iterable[Record]) -> dict[str, Key]:
    """The segments of texts, by digest."""
    found = {one.digest: (one.context, one.source) for one in side.ledger.records.values() if one.source and one.digest}
    found |= {side.ledger.digest(entry): entry.key for entry in side.catalog.entries}
    if any(one.verb in ("waive", "withdraw") and one.digest not in found for one in records):
        original = spots.Original(side.source, naming.load(side.source.project))
        for one in spots.spoken(original, side, drafts=True):  # a joined text has a digest of its own
            found.setdefault(one.spot.digest, one.spot.key)
    return found
