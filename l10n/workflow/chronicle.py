"""What happened to one segment: who did what and when, with the texts that the ledger kept.

    for event in chronicle.of_segment(side, key):
        print(event.when, event.who, event.verb, event.targets)

A segment that continues others, edited, split or joined, has their past, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from l10n import text
from l10n.ledger.states import is_draft
from l10n.model import Key, Record
from l10n.workflow.view import Side

Targets = tuple[str, ...]
"""A text with all its plural forms."""
DRAFTED = "draft"
"""The verb of an event that no person made: a program wrote or carried the text."""


class Event(NamedTuple):
    """One thing that happened."""

    when: str
    """UTC, ISO 8601."""
    who: str
    """"" for somebody unknown."""
    verb: str
    """That of its record: translate, approve, send back, withdraw, carry, waive, displace; or DRAFTED."""
    targets: tuple[str, ...] = ()
    """The text that it is about, with all its plural forms, where the ledger or the catalog has it."""
    is_here: bool = False
    """It is about the text that stands there now."""
    is_over: bool = False
    """Another record ended it."""
    state: str = ""
    """What an approval gave."""
    note: str = ""
    """Why something was sent back or waived."""
    origin: str = ""
    """What made a draft."""
    source: str = ""
    """The source that it is about, where it is another one."""


def of_segment(side: Side, key: Key) -> list[Event]:
    """What happened to a segment, the newest first; what was said again because it stands again is told once."""
    now = side.status(key).digest
    records = _records(side, key, now)
    said = {one.digest: ((one.context, one.source), one.targets) for one in records.values() if one.targets}
    said |= _digests(side, key, _keys(side, key), records)
    ended = side.ledger.ended
    told: dict[Record, str] = {}
    for name, one in records.items():
        words = replace(one, ends=())
        if _is_told(one) and (words not in told or name not in ended):
            told[words] = name
    found = [_event(side, name, records[name], key, now, said) for name in told.values()]
    return sorted(found, key=lambda event: event.when, reverse=True)


def _event(side: Side, name: str, record: Record, key: Key, now: str, said: Mapping[str, tuple[Key, Targets]]) -> Event:
    about, targets = said.get(record.digest, (key, ()))
    return Event(
        record.when,
        record.who,
        DRAFTED if is_draft(record) else record.verb,
        targets,
        bool(now) and record.digest == now,
        name in side.ledger.ended,
        str(record.state) if record.state is not None else "",
        record.note,
        record.origin,
        "" if about == key else about[1],
    )


def _is_told(record: Record) -> bool:
    """A record that says something to a person: not that a segment follows others without a text of its own."""
    return record.verb != "follow" or bool(record.digest)


def _records(side: Side, key: Key, now: str) -> dict[str, Record]:
    """The records of a segment and of those that it continues, by id."""
    ledger = side.ledger
    keys = list(_keys(side, key))
    found = {name: record for one in keys for name, record in ledger.by_key.get(one, ())}
    for digest in {now, *(one.digest for one in found.values()), *_digests(side, key, keys, found)} - {""}:
        found |= ledger.about(digest)
    ours = set(found)
    found |= {name: one for name, one in ledger.records.items() if one.verb == "withdraw" and ours & set(one.ends)}
    return found


def _digests(side: Side, key: Key, keys: Iterable[Key], found: Mapping[str, Record]) -> dict[str, tuple[Key, Targets]]:
    """What the texts that are known would be called under each of these keys: many records hold no more than that."""
    entry = side.entries[key]
    texts = {(entry.plural, entry.targets), *((one.plural, one.targets) for one in found.values() if one.targets)}
    return {text.digest(*one, *some): (one, some[1]) for one in keys for some in texts}


def _keys(side: Side, key: Key) -> Iterator[Key]:
    """A segment and those that it continues."""
    waiting, seen = [key], {key}
    while waiting:
        one = waiting.pop()
        yield one
        for _, record in side.ledger.by_key.get(one, ()):
            if record.verb in ("follow", "carry"):
                waiting += [other for other in record.after if other not in seen]
                seen.update(record.after)
