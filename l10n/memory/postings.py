"""Postings: which texts have a feature. Rows of numbers, appended to, in one table of SQLite.

A number is the class of length of a text, and its id in the lower bits.  A row that grows too long is dealt out among
the classes: so a frequent word is still worth something, for it yields the texts of nearly the same length.  Inside a
class the rows follow one another, and nothing is ever left out.
"""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from l10n.memory.features import CLASSES

if TYPE_CHECKING:
    import sqlite3

ID_BITS = 26
LAST_ID = (1 << ID_BITS) - 1
"""67 million texts, counted from the first day of a memory."""
WHOLE = 512
"""Numbers in a row, at most; two kilobytes, so that a row stays on one page."""
SIZE = 4
"""Bytes of a number."""
TYPE = "I"

PARTS = 1 << 12
"""Rows of one class; 512 × 4096 texts of one length have one word in common, or it is looked up no more."""
SPAN = (CLASSES + 1) * PARTS
"""Keys of one feature: its whole row, then those of the classes."""

_CHUNK = 50_000
"""Features that are written at once."""
_MARK = b""
"""Content of the whole row of a feature that was dealt out."""


def numbers(data: bytes) -> array[int]:
    """What a row holds."""
    found = array(TYPE)
    found.frombytes(data)
    return found


def padded(keys: list[int]) -> list[int]:
    """As many as a statement that SQLite knows already has marks for."""
    return keys + keys[:1] * (-len(keys) % 32)


def whole_rows(db: sqlite3.Connection, buckets: Iterable[int]) -> list[tuple[int, bytes]]:
    """Features and their whole rows; an empty row is that of a feature which was dealt out."""
    keys = padded([bucket * SPAN for bucket in buckets])
    asked = ",".join("?" * len(keys))
    rows = db.execute(f"SELECT key, ids FROM postings WHERE key IN ({asked})", keys)
    return [(key // SPAN, ids) for key, ids in rows]


def present(db: sqlite3.Connection, buckets: Iterable[int]) -> list[int]:
    """Those of these features that any text has."""
    return sorted(_sizes(db, buckets))


_LAST = "SELECT key, ids FROM postings WHERE key >= ? AND key < ? ORDER BY key DESC LIMIT 1"


def by_rarity(db: sqlite3.Connection, buckets: Iterable[int], length_class: int) -> list[int]:
    """Features that were dealt out, first those with the fewest rows in a class of length."""
    keys = json.dumps([bucket * SPAN + (length_class + 1) * PARTS for bucket in buckets])
    rows = db.execute(_LAST_KEYS, (keys,)).fetchall()
    rows.sort(key=lambda row: -1 if row[1] is None else row[1] - row[0])
    return [first // SPAN for first, _ in rows]


_LAST_KEYS = f"""
SELECT value, (SELECT key FROM postings WHERE key >= value AND key < value + {PARTS} ORDER BY key DESC LIMIT 1)
FROM json_each(?)
"""


def between(db: sqlite3.Connection, bucket: int, first: int, last: int) -> array[int]:
    """What a feature that was dealt out holds of these classes of length."""
    start = bucket * SPAN + (first + 1) * PARTS
    rows = db.execute(
        "SELECT ids FROM postings WHERE key >= ? AND key < ?", (start, start + (last - first + 1) * PARTS)
    )
    return numbers(b"".join([ids for (ids,) in rows]))


def every(db: sqlite3.Connection, bucket: int) -> Iterator[int]:
    """The ids of all texts with a feature."""
    for (ids,) in db.execute(
        "SELECT ids FROM postings WHERE key >= ? AND key < ?", (bucket * SPAN, (bucket + 1) * SPAN)
    ):
        for number in numbers(ids):
            yield number & LAST_ID


def append(db: sqlite3.Connection, new: Mapping[int, list[int]]) -> None:
    """Add numbers to features."""
    buckets = sorted(new)
    for start in range(0, len(buckets), _CHUNK):
        chunk = buckets[start : start + _CHUNK]
        sizes = _sizes(db, chunk)
        dealt = [bucket for bucket in chunk if _is_dealt(sizes.get(bucket), len(new[bucket]))]
        others = set(dealt)
        rows = ((bucket * SPAN, array(TYPE, new[bucket]).tobytes()) for bucket in chunk if bucket not in others)
        db.executemany(_APPEND, rows)
        for bucket in dealt:
            _deal(db, bucket, [*_taken(db, bucket, sizes.get(bucket)), *new[bucket]])


def _is_dealt(size: int | None, more: int) -> bool:
    """The whole row has been dealt out, or has no room for more. size: its bytes, None where there is none."""
    return size == 0 or (size or 0) // SIZE + more > WHOLE


def _taken(db: sqlite3.Connection, bucket: int, size: int | None) -> array[int]:
    """The numbers of a whole row, which is dealt out from now on."""
    if size == 0:
        return array(TYPE)
    rows = whole_rows(db, [bucket]) if size else []
    db.execute("INSERT OR REPLACE INTO postings VALUES (?, ?)", (bucket * SPAN, _MARK))
    return numbers(rows[0][1]) if rows else array(TYPE)


_APPEND = "INSERT INTO postings VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET ids = CAST(ids || excluded.ids AS BLOB)"


def _sizes(db: sqlite3.Connection, buckets: Iterable[int]) -> dict[int, int]:
    """Bytes of the whole rows that are there."""
    keys = json.dumps([bucket * SPAN for bucket in buckets])
    asked = "SELECT postings.key, length(ids) FROM json_each(?) AS asked JOIN postings ON postings.key = asked.value"
    rows = db.execute(asked, (keys,))
    return {key // SPAN: size for key, size in rows}


def _deal(db: sqlite3.Connection, bucket: int, more: Iterable[int]) -> None:
    """Append to the last row of each class, and begin new ones where that is full."""
    by_class: defaultdict[int, list[int]] = defaultdict(list)
    for number in more:
        by_class[number >> ID_BITS].append(number)
    for length_class, added in by_class.items():
        first = bucket * SPAN + (length_class + 1) * PARTS
        row = db.execute(_LAST, (first, first + PARTS)).fetchone()
        key, held = (row[0], numbers(row[1])) if row else (first, array(TYPE))
        held.extend(added)
        for start in range(0, len(held), WHOLE):
            if key < first + PARTS:
                piece = held[start : start + WHOLE].tobytes()
                db.execute("INSERT OR REPLACE INTO postings VALUES (?, ?)", (key, piece))
            key += 1


def remove(db: sqlite3.Connection, buckets: Iterable[int], number: int) -> None:
    """Take a number out of features."""
    for bucket, ids in whole_rows(db, buckets):
        key: int = bucket * SPAN
        if not ids:
            key += ((number >> ID_BITS) + 1) * PARTS
        found = db.execute("SELECT key, ids FROM postings WHERE key >= ? AND key < ?", (key, key + PARTS)).fetchall()
        for place, data in found:
            held = numbers(data)
            if number in held:
                _put(db, place, array(TYPE, [one for one in held if one != number]))


def _put(db: sqlite3.Connection, key: int, held: array[int]) -> None:
    if held:
        db.execute("UPDATE postings SET ids = ? WHERE key = ?", (held.tobytes(), key))
    else:
        db.execute("DELETE FROM postings WHERE key = ?", (key,))
