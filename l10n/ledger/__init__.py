"""The review ledger: who translated, approved or sent back which text, and the state that follows.

`<article>.reviews.jsonl` is a set of records, one JSON object a line, each known by the digest of its content:
line order, repeats and clocks decide nothing, so git may merge it with `merge=union`.  An approval is bound to
exactly one text; editing either side in any program lowers the state by itself, and restoring it restores it.

Only `read` and `append` touch the disk.  Append to the ledger before the catalog is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from l10n import files
from l10n.errors import LedgerError
from l10n.ledger import records as _records
from l10n.ledger.history import displaced, last_approved, last_read, put_back
from l10n.ledger.marks import mark
from l10n.ledger.observe import drafted, observe, traced
from l10n.ledger.people import identify, require, require_writer
from l10n.ledger.records import identity
from l10n.ledger.review import (
    CHANGED,
    GONE,
    Outcome,
    Reviewer,
    accept_claims,
    approve,
    objections,
    send_back,
    take_back,
    withdraw,
)
from l10n.ledger.states import Ledger
from l10n.ledger.status import Status
from l10n.ledger.waiving import unwaive, waive, waivers
from l10n.model import Record
from l10n.phrases import phrase

__all__ = [
    "CHANGED",
    "GONE",
    "Ledger",
    "Outcome",
    "Reviewer",
    "Status",
    "accept_claims",
    "append",
    "approve",
    "displaced",
    "drafted",
    "identify",
    "identity",
    "last_approved",
    "last_read",
    "lines",
    "mark",
    "objections",
    "observe",
    "put_back",
    "read",
    "require",
    "require_writer",
    "send_back",
    "take_back",
    "traced",
    "unwaive",
    "waive",
    "waivers",
    "withdraw",
]


def read(path: Path, *, of_source: bool = False) -> Ledger:
    """The ledger in a file; an empty one where there is no file.

    of_source: it belongs to the catalog of the source locale, where an empty target is a text.
    A last line without newline was never finished: not counted, and said in `warnings`, as conflict lines of git
    are.  LedgerError, with line and remedy, for any other line that is not a record that can be trusted.
    """
    try:
        data, _ = files.read(path)
    except FileNotFoundError:
        return Ledger(of_source=of_source)
    except OSError as error:
        raise LedgerError(
            phrase("cannot be read: {why}", why=str(error.strerror)), where=str(path), hint=files.remedy(error)
        ) from None
    found, warnings = _records.parse_all(data, str(path))
    return Ledger(found, warnings, of_source)


def lines(records: Iterable[Record], path: Path) -> bytes:
    """Records as `append` writes them; LedgerError, with the path, for one that `read` would refuse."""
    return _records.lines(tuple(records), str(path))


def append(path: Path, records: Iterable[Record] | bytes) -> None:
    """Add records, or what `lines` made of them, to the file, under its lock; nothing where there are none.

    LedgerError, and nothing written, for a record that `read` would refuse.
    """
    data = records if isinstance(records, bytes) else lines(records, path)
    if data:
        files.append(path, data, whole=_records.is_whole)
