"""Entries and records that the tests of the ledger share."""

from __future__ import annotations

from typing import Any

from l10n import text
from l10n.ledger import Ledger, identity
from l10n.model import Entry, Previous, Record, State

WHEN = "2026-11-22T07:30:00Z"
LATER = "2026-11-23T09:00:00Z"

ROAD = Entry("p", "The road to the pass is closed.", ("Асуға апаратын жол жабық.",))
BRIDGE = Entry("p", "The bridge opens in <a1>May</a1>.", ("Көпір <a1>мамырда</a1> ашылады.",))
HEADLINE = Entry("headline", "Snow closes the pass", ("Қар асуды жапты",))
UNSAID = Entry("p", "Nobody was hurt.", ("",))


def digest(entry: Entry) -> str:
    """What names exactly this text."""
    return text.digest(entry.context, entry.source, entry.plural, entry.targets)


def record(verb: str, entry: Entry, who: str = "aigul", when: str = WHEN, **fields: Any) -> Record:
    """A record of this entry's text, with the texts where it needs them."""
    if verb in ("approve", "carry", "displace", "send back"):
        fields = {"context": entry.context, "source": entry.source, "targets": entry.targets, **fields}
    if verb in ("approve", "carry"):
        fields.setdefault("state", State.REVIEWED)
    if verb == "send back":
        fields.setdefault("note", "The date is missing.")
    return Record(verb, who, when, digest=digest(entry), **fields)


def draft(entry: Entry, origin: str = "machine") -> Record:
    """The record of a draft that no person typed."""
    return record("translate", entry, "l10n", origin=origin)


def fuzzy(entry: Entry, source_was: str | None = None) -> Entry:
    """The entry under the flag; with the source that it was made for, where one is given."""
    previous = None if source_was is None else Previous(entry.context, source_was)
    return entry.replace(flags=("fuzzy",), previous=previous)


def book(*records: Record) -> Ledger:
    """A ledger of these records."""
    return Ledger.of(records)


def ids(*records: Record) -> tuple[str, ...]:
    """What `ends` calls these records."""
    return tuple(sorted(map(identity, records)))
