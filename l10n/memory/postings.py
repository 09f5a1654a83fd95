"""Postings: which texts have a feature. Rows of numbers, appended to, in one table of SQLite.

A number is the class of length of a text, and its id in the lower bits.  A row that grows too long is dealt out among
the classes: so a frequent word is still worth something, for it yields the texts of nearly the same length.  Inside a
class the rows follow one another, and nothing is ever left out.
"""

from __future__ import annotations

import json
from array import array
from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
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
    keys = json.dumps([bucket * SPAN for bucket in buckets])
    rows = db.execute(
        "SELECT postings.key FROM json_each(?) AS asked JOIN postings ON postings.key = asked.value", (keys,)
    )
    return sorted(key // SPAN for (key,) in rows)


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


class Gathered:
    """Postings that wait to be written, eight bytes each.

    They lie apart by their features: what is grouped at once fits the cache of a processor, which halves the time.
    """

    def __init__(self, *, many: bool = True) -> None:
        self.count = 0
        self._parts = _Parts()
        self._bits = _PART_BITS if many else _ALL_BITS

    def add(self, buckets: Collection[int], number: int) -> None:
        """A text has these features."""
        parts, bits = self._parts, self._bits
        for bucket in buckets:
            of_features, of_numbers = parts[bucket >> bits]
            of_features(bucket)
            of_numbers(number)
        self.count += len(buckets)

    def take(self) -> Iterator[dict[int, array[int]]]:
        """Features in ascending order with their numbers as they came, some at once; they wait no more."""
        grouped: defaultdict[int, array[int]] = defaultdict(_empty)
        self.count = 0
        for part in sorted(self._parts):
            buckets, held = self._parts.taken(part)
            deque(map(array.append, map(grouped.__getitem__, buckets), held), 0)
            if len(grouped) >= _AT_ONCE:
                yield grouped
                grouped.clear()
        yield grouped


class _Parts(dict[int, tuple[Callable[[int], None], Callable[[int], None]]]):
    """What appends to the features of a part, and to their numbers."""

    def __init__(self) -> None:
        super().__init__()
        self._held: dict[int, tuple[array[int], array[int]]] = {}

    def __missing__(self, part: int) -> tuple[Callable[[int], None], Callable[[int], None]]:
        buckets, held = self._held[part] = _empty(), _empty()
        pushes = self[part] = buckets.append, held.append
        return pushes

    def taken(self, part: int) -> tuple[array[int], array[int]]:
        del self[part]
        return self._held.pop(part)


_empty = partial(array, TYPE)
_PART_BITS, _ALL_BITS = 13, 32
"""Bits of a feature that do not tell its part: so there are up to 192, or one."""
_AT_ONCE = 1 << 12
"""Features that are grouped at once, at least, where there are so many."""


def append(db: sqlite3.Connection, new: Gathered) -> None:
    """Write what was gathered."""
    execute = db.cursor().execute
    for grouped in new.take():
        for bucket, more in sorted(grouped.items()):
            room = (WHOLE - len(more)) * SIZE
            if room < 0 or not execute(_APPEND, (bucket * SPAN, more.tobytes(), room)).rowcount:
                _deal(db, bucket, [*_taken(db, bucket), *more])


_APPEND = (
    "INSERT INTO postings VALUES (?, ?) ON CONFLICT (key)"
    " DO UPDATE SET ids = CAST(ids || excluded.ids AS BLOB) WHERE length(ids) BETWEEN 1 AND ?"
)
"""Nothing is changed where the row has been dealt out, or has no room for more."""


def _taken(db: sqlite3.Connection, bucket: int) -> array[int]:
    """The numbers of a whole row, which is dealt out from now on."""
    row = db.execute("SELECT ids FROM postings WHERE key = ?", (bucket * SPAN,)).fetchone()
    if row is None or row[0] != _MARK:
        db.execute("INSERT OR REPLACE INTO postings VALUES (?, ?)", (bucket * SPAN, _MARK))
    return numbers(row[0]) if row else _empty()


def _deal(db: sqlite3.Connection, bucket: int, more: Iterable[int]) -> None:
    """Append to the last row of each class, and begin new ones where that is full."""
    by_class: defaultdict[int, array[int]] = defaultdict(_empty)
    for number in more:
        by_class[number >> ID_BITS].append(number)
    for length_class, added in by_class.items():
        first = bucket * SPAN + (length_class + 1) * PARTS
        row = db.execute(_LAST, (first, first + PARTS)).fetchone()
        key, held = (row[0], numbers(row[1])) if row else (first, _empty())
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
