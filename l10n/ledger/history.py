"""What a segment said before: the last approved text, however often it was edited since, and displaced ones."""

from __future__ import annotations

from l10n.ledger.states import Ledger
from l10n.model import Key, Record, State


def last_approved(ledger: Ledger, key: Key, *, withdrawn: bool = False) -> tuple[Record, ...]:
    """The approvals (`approve` or `carry`, with their texts) of the last text of this segment that has one.

    One for a segment that was approved itself or continues one; several, in their order in the article, for one
    that joins several; none where nobody approved anything.  A segment that was split off gives the text of the
    whole that it came from.

    withdrawn: take also approvals that were ended or whose text was sent back: what an editor has read, to
    compare with; without it, what may still be published.
    """
    return _search(ledger, key, withdrawn, set())


def displaced(ledger: Ledger, key: Key) -> tuple[Record, ...]:
    """Texts of this segment for which the catalog had no entry, oldest first; review offers them again."""
    return tuple(r for name, r in ledger.by_key.get(key, ()) if r.verb == "displace" and name not in ledger.ended)


def _search(ledger: Ledger, key: Key, withdrawn: bool, seen: set[Key]) -> tuple[Record, ...]:
    if key in seen:
        return ()
    seen.add(key)
    records = ledger.by_key.get(key, [])
    approvals = [record for name, record in records if _is_approval(record, name, ledger, withdrawn)]
    if approvals:
        return (approvals[-1],)
    for name, record in reversed(records):
        if record.verb not in ("follow", "carry") or name in ledger.ended:
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
