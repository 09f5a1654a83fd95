"""What enters a memory, and how it is written there: a text once, each of its targets once, and all their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from l10n.memory import adapting, features, postings
from l10n.memory.alphabets import Alphabets, hashed
from l10n.memory.schema import AGAIN, Useless
from l10n.model import JOINED, State
from l10n.phrases import phrase
from l10n.text import nfc

if TYPE_CHECKING:
    import sqlite3

SOURCE, TARGET = 0, 1
"""Sides of a pair."""
FLUSH = 24_000_000
"""Postings that are gathered before they are written: some 500,000 pairs, and 200 megabytes."""
_SAMPLE = 20_000
"""Rows from which the alphabets of many are learned, so that frequent characters have their bytes."""
_PLACES = 10_000
"""Places that are written at once."""


class Row(NamedTuple):
    """A pair as it enters a memory; all but the texts may be left out."""

    source: str
    target: str
    state: State = State.TRANSLATED
    origin: str = "catalog"
    """catalog, tmx, alignment, or another word that penalties know."""
    who: str = ""
    when: str = ""
    article: str = ""
    context: str = ""
    before: str = ""
    """The source before it, "" at the start."""
    after: str = ""
    """The source after it, "" at the end."""

    @property
    def is_pair(self) -> bool:
        """It says something in both languages and is no draft."""
        return (
            self.state >= State.TRANSLATED
            and self.target != JOINED
            and not (self.source.isspace() or self.target.isspace())
            and bool(self.source and self.target)
        )


def seed(locale: int, side: int) -> int:
    """What sets the features of a locale and a side apart from all others."""
    return locale * 2 + side


def text_hash(text: str, locale: int) -> int:
    """63 bits that name a text of a locale."""
    return hashed(f"{locale}\0{text}")


def neighbour_hash(text: str, locale: int) -> int:
    """63 bits that name a neighbour, the hash of its text; 0 is none."""
    return text_hash(nfc(text), locale) if text else 0


_DAY = "%Y-%m-%dT%H:%M:%SZ"


def date_kept(when: str) -> int | str | None:
    """A time as seconds where that gives it back; else as it is."""
    if not when:
        return None
    try:
        seconds = int(datetime.strptime(when, _DAY).replace(tzinfo=UTC).timestamp())
    except ValueError:
        return when
    return seconds if date_read(seconds) == when else when


def date_read(kept: int | str | None) -> str:
    """The way back from date_kept."""
    if isinstance(kept, int):
        return datetime.fromtimestamp(kept, UTC).strftime(_DAY)
    return kept or ""


Pairs = Iterable[Row | tuple[str, str]]
Place = tuple[int, int, int, int, int, int | str | None]
"""A row of `places`."""


class Writer:
    """Writes rows inside a transaction; what it learned on the way is of no use once that is taken back."""

    def __init__(self, db: sqlite3.Connection, alphabets: Alphabets) -> None:
        self._db, self._alphabets = db, alphabets
        self._notes: dict[tuple[object, ...], int] = {}
        self._dates: dict[str, int | str | None] = {}
        self._new = postings.Gathered(many=False)
        self._full = False
        self.left: set[tuple[int, ...]] = set()
        """Places of a file, without their dates, that were there and are not written again so far."""

    @property
    def is_full(self) -> bool:
        """There was more to put."""
        return self._full

    def put_all(self, rows: Iterator[Row], source: tuple[int, str], target: tuple[int, str], file: int) -> int:
        """Write rows, until there are no more or a great many are gathered; how many. Locales: number and tag."""
        head = list(islice(rows, _SAMPLE))
        if len(head) > 1:
            self._new = postings.Gathered()
            self._alphabets.of(source[0]).learn(nfc(row.source) for row in head)
            self._alphabets.of(target[0]).learn(nfc(row.target) for row in head)
        places: list[Place] = []
        count = 0
        self._full = False
        if head:
            self._db.execute("INSERT OR IGNORE INTO directions VALUES (?, ?)", (source[0], target[0]))
        for count, row in enumerate(chain(head, rows), 1):
            places.append(self._put(row, source, target, file))
            if len(places) >= _PLACES:
                self._place(places)
            if self._new.count > FLUSH and count >= len(head):  # the head was taken from the rows already
                self._full = True
                break
        self._place(places)
        postings.append(self._db, self._new)
        self._alphabets.save()
        return count

    def _put(self, row: Row, source_locale: tuple[int, str], target_locale: tuple[int, str], file: int) -> Place:
        source, is_new = self._source(nfc(row.source), source_locale)
        pair = self._pair(source, is_new, nfc(row.target), target_locale[0])
        if row.when not in self._dates:
            self._dates[row.when] = date_kept(row.when)
        before, after = neighbour_hash(row.before, source_locale[0]), neighbour_hash(row.after, source_locale[0])
        return pair, file, self._note(row), before, after, self._dates[row.when]

    def _place(self, places: list[Place]) -> None:
        """Write places."""
        self._db.executemany("INSERT OR REPLACE INTO places VALUES (?, ?, ?, ?, ?, ?)", places)
        if self.left:
            self.left.difference_update(place[:5] for place in places)
        places.clear()
        self._dates.clear()

    def _note(self, row: Row) -> int:
        note = (int(row.state), row.origin, row.who, row.article, row.context)
        if note not in self._notes:
            asked = "SELECT id FROM notes WHERE state = ? AND origin = ? AND who = ? AND article = ? AND context = ?"
            found = self._db.execute(asked, note).fetchone()
            if found is None:
                found = (self._db.execute("INSERT INTO notes VALUES (NULL, ?, ?, ?, ?, ?)", note).lastrowid,)
            self._notes[note] = found[0]
        return self._notes[note]

    def _source(self, text: str, locale: tuple[int, str]) -> tuple[int, bool]:
        """The number of a source, and whether it is new."""
        named = text_hash(text, locale[0])
        found = self._db.execute("SELECT id FROM sources WHERE hash = ?", (named,)).fetchone()
        if found is not None:
            return int(found[0]), False
        data, raw = self._alphabets.of(locale[0]).keep(text)
        kept = (locale[0], named, adapting.skeleton_hash(text, locale[1]), data, raw)
        number = self._inserted("INSERT INTO sources VALUES (NULL, ?, ?, ?, ?, ?)", kept)
        if len(data) <= features.LONGEST:
            stems, pairs = features.features(text, seed(locale[0], SOURCE))
            self._gather(stems, len(data), number)
            self._gather(pairs, len(data), number)
        return number, True

    def _pair(self, source: int, is_new: bool, text: str, locale: int) -> int:
        data, raw = self._alphabets.of(locale).keep(text)
        asked = "SELECT id, locale, text, raw FROM pairs WHERE source = ?"
        for number, *kept in () if is_new else self._db.execute(asked, (source,)):
            if kept == [locale, data, raw]:
                return int(number)
        number = self._inserted("INSERT INTO pairs VALUES (NULL, ?, ?, ?, ?)", (source, locale, data, raw))
        if len(data) <= features.LONGEST:
            self._gather(features.stems(text, seed(locale, TARGET)), len(data), number)
        return number

    def _inserted(self, statement: str, values: tuple[object, ...]) -> int:
        number = self._db.execute(statement, values).lastrowid
        if not number or number > postings.LAST_ID:
            raise Useless(phrase("the translation memory has no numbers left"), hint=AGAIN)
        return number

    def _gather(self, buckets: set[int], length: int, number: int) -> None:
        self._new.add(buckets, number | features.length_class(length) << postings.ID_BITS)


def entering(pairs: Pairs, meta: Mapping[str, Any]) -> Iterator[Row]:
    """The rows among these that may enter; texts alone have the rest in common."""
    for pair in pairs:
        row = pair if isinstance(pair, Row) else Row(*pair[:2], **meta)
        if row.is_pair:
            yield row


def places_of(db: sqlite3.Connection, file: int) -> Iterator[tuple[int, ...]]:
    """The places of a file."""
    yield from db.execute("SELECT pair, file, note, before, after FROM places WHERE file = ? AND file > 0", (file,))


def drop_places(db: sqlite3.Connection, alphabets: Alphabets, places: Iterable[tuple[int, ...]]) -> None:
    """Delete places, and the pairs and sources that stand nowhere else."""
    places = list(places)
    key = "pair = ? AND file = ? AND note = ? AND before = ? AND after = ?"
    db.executemany(f"DELETE FROM places WHERE {key}", places)
    for pair in {place[0] for place in places}:
        if db.execute("SELECT 1 FROM places WHERE pair = ? LIMIT 1", (pair,)).fetchone() is None:
            _drop_pair(db, alphabets, pair)


def _drop_pair(db: sqlite3.Connection, alphabets: Alphabets, pair: int) -> None:
    source, locale, data, raw = db.execute(
        "SELECT source, locale, text, raw FROM pairs WHERE id = ?", (pair,)
    ).fetchone()
    text = alphabets.of(locale).read(data, raw)
    _forget(db, features.stems(text, seed(locale, TARGET)), len(data), pair)
    db.execute("DELETE FROM pairs WHERE id = ?", (pair,))
    if db.execute("SELECT 1 FROM pairs WHERE source = ? LIMIT 1", (source,)).fetchone() is None:
        locale, data, raw = db.execute("SELECT locale, text, raw FROM sources WHERE id = ?", (source,)).fetchone()
        text = alphabets.of(locale).read(data, raw)
        stems, pairs = features.features(text, seed(locale, SOURCE))
        _forget(db, stems | pairs, len(data), source)
        db.execute("DELETE FROM sources WHERE id = ?", (source,))


def _forget(db: sqlite3.Connection, buckets: set[int], length: int, number: int) -> None:
    if length <= features.LONGEST:
        postings.remove(db, buckets, number | features.length_class(length) << postings.ID_BITS)
