"""What a segment said before: the last approved text, however often it was edited, displaced and emptied ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from l10n.ledger.states import Ledger
from l10n.model import JOINED, Catalog, Entry, Key, Record, State


def last_approved(ledger: Ledger, key: Key, *, withdrawn: bool = False) -> tuple[Record, ...]:
    """The approvals (`approve` or `carry`, with their texts) of the last text of this segment that has one.

    One for a segment that was approved itself or continues one; several, in their order in the article, for one
    that joins several; none where nobody approved anything.  A segment that was split off gives the text of the
    whole that it came from.

    withdrawn: take also approvals that were ended or whose text was sent back: what an editor has read, to
    compare with; without it, what may still be published.
    """
    return _search(ledger, key, withdrawn, set())


def last_read(ledger: Ledger, key: Key, who: str) -> Record | None:
    """What this person approved or sent back last of this segment, with its texts; None where they read nothing.

    A segment that was edited, split or joined since leads to what it continues; of several, the latest, and within
    one second what was sent back.  What was taken back was read all the same.
    """
    seen: set[Key] = set()
    waiting = [key]
    while waiting:
        read = [one for at in waiting for one in _read_by(ledger, at, who)]
        if read:
            return max(read, key=lambda record: (record.when, record.verb == "send back"))
        seen.update(waiting)
        before = (record for at in waiting for _, record in ledger.by_key.get(at, ()) if record.verb in _CONTINUES)
        waiting = list(dict.fromkeys(one for record in before for one in record.after if one not in seen))
    return None


_CONTINUES = ("follow", "carry")
"""Verbs whose records lead to what a segment was before."""


def _read_by(ledger: Ledger, key: Key, who: str) -> list[Record]:
    """What somebody approved or sent back under this key, oldest first."""
    known = (record for _, record in ledger.by_key.get(key, ()))
    return [one for one in known if one.who == who and one.verb in ("approve", "send back") and one.targets]


def displaced(ledger: Ledger, key: Key) -> tuple[Record, ...]:
    """Texts of this segment for which the catalog had no entry, oldest first; review offers them again."""
    return tuple(r for name, r in ledger.by_key.get(key, ()) if r.verb == "displace" and name not in ledger.ended)


class Emptied(NamedTuple):
    """A catalog in which another program had emptied drafts: OmegaT writes nothing for what is fuzzy."""

    catalog: Catalog
    """With the drafts that the ledger can tell."""
    back: int = 0
    """How many those are."""
    gone: int = 0
    """How many it cannot tell: nobody approved the text that they were made from."""


def put_back(catalog: Catalog, ledger: Ledger) -> Emptied:
    """Drafts of ours that stand empty, with their `#|` lines still there, as they were: known by their digests."""
    if ledger.of_source or not any(record.verb == "follow" for record in ledger.records.values()):
        return Emptied(catalog)
    entries = list(catalog.entries)
    gone = 0
    for n, entry in enumerate(entries):
        drafts = _drafts(ledger, entry) if entry.empty and not entry.obsolete else ()
        if not drafts or entry.previous is None:
            continue
        again = (entry.replace(targets=targets) for targets in _candidates(ledger, entry.key))
        found = next((one for one in again if ledger.digest(one) in drafts), None)
        gone += found is None
        entries[n] = found.flagged(True) if found else entry
    back = sum(a is not b for a, b in zip(entries, catalog.entries, strict=True))
    return Emptied(catalog.replace(entries=tuple(entries)) if back else catalog, back, gone)


def _drafts(ledger: Ledger, entry: Entry) -> set[str]:
    """Digests of the drafts that sync made for a segment."""
    known = ledger.by_key.get(entry.key, ())
    return {r.digest for name, r in known if r.verb == "follow" and r.digest and name not in ledger.ended}


def _candidates(ledger: Ledger, key: Key) -> Iterator[tuple[str, ...]]:
    """What a draft of this segment may have said."""
    records = [record.targets for record in last_approved(ledger, key, withdrawn=True) if record.targets]
    yield from records
    yield (" ".join(targets[0] for targets in records),)
    yield (JOINED,)


def _search(ledger: Ledger, key: Key, withdrawn: bool, seen: set[Key]) -> tuple[Record, ...]:
    if key in seen:
        return ()
    seen.add(key)
    records = ledger.by_key.get(key, [])
    approvals = [record for name, record in records if _is_approval(record, name, ledger, withdrawn)]
    if approvals:
        return (approvals[-1],)
    for name, record in reversed(records):
        if record.verb not in _CONTINUES or name in ledger.ended:
            continue
        found: dict[Record, None] = {}
        for earlier in record.after:
            found |= dict.fromkeys(_search(ledger, earlier, withdrawn, seen))
        if found:
            return tuple(found)
    return ()


def _is_approval(record: Record, name: str, ledger: Ledger, withdrawn: bool) -> bool:
    """An approval with its texts; unless withdrawn are asked for, one that nothing ended, of a text still approved."""
    if record.targets is None or (record.state or State.INITIAL) < State.REVIEWED:
        return False
    return withdrawn or (name not in ledger.ended and ledger.granted(record.digest) >= State.REVIEWED)
