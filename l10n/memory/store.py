"""The memory: what may be asked of it and told to it."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from types import TracebackType
from typing import Any

from l10n import languages
from l10n.memory.alphabets import Alphabets
from l10n.memory.concordance import SIDES, Concordance, Passage
from l10n.memory.counts import Stats, counted
from l10n.memory.rows import SOURCE, TARGET, Pairs, Row, Writer, drop_places, entering, places_of
from l10n.memory.schema import opened, told
from l10n.memory.searching import Asked, Searcher
from l10n.model import Match
from l10n.model.matches import EXACT
from l10n.text import nfc

LIMIT, LEAST = 5, 70
"""How many matches are offered, and the score of the last that is worth a look: below 70, typing is faster."""
WAIT_S = 10.0
"""Seconds that are waited for another program that writes."""
_CHUNK = 1_000
"""Pairs that are read at once."""
_EVERY = (
    "SELECT pairs.id, sources.locale, pairs.locale, sources.text, sources.raw, pairs.text, pairs.raw"
    " FROM pairs JOIN sources ON sources.id = source WHERE pairs.id > ? ORDER BY pairs.id LIMIT ?"
)


@cache
def base_of(tag: str) -> str:
    """A locale without its region, which makes no other language: `en-GB` is `en`, `ug-Cyrl` stays."""
    language = languages.get(tag)
    base = language.tag.partition("-")[0]
    return base if language.script == languages.get(base).script else f"{base}-{language.script}"


class Memory:
    """A translation memory in one SQLite file; ":memory:" is one that is not kept.

    Several processes may read while one writes; threads of one process take turns.  MemoryFileError for a file that is
    damaged, locked, from a newer version, or something else; its hint says what to do.
    """

    def __init__(self, path: str | os.PathLike[str], *, wait_s: float = WAIT_S) -> None:
        self.path = os.fspath(path)
        self._lock = threading.RLock()
        self._db = opened(self.path, wait_s)
        self._alphabets = Alphabets(self._db)
        self._tags: dict[int, str] = {}
        self._seen = -1
        self._searcher = Searcher(self._db, self._alphabets, self._tags)
        self._concordance = Concordance(self._db, self._alphabets, self._tags, self._searcher)

    # --- adding

    def add(
        self, source: str, target: str, *, source_locale: str = "en", target_locale: str = "ru", **meta: Any
    ) -> bool:
        """Add a pair; False, and nothing done, for a draft (state `initial`) and where a side is empty.

        meta: what a Row has besides. A pair that stands there already gets one more place.
        """
        return self.add_many([Row(source, target, **meta)], source_locale, target_locale) > 0

    def add_many(self, pairs: Pairs, source: str = "en", target: str = "ru", **meta: Any) -> int:
        """Add rows, or pairs of texts that have this in common; how many entered.

        A great many are written in parts: where that is broken off, what was finished stays.
        """
        rows = entering(pairs, meta)
        added = 0
        while True:
            with self._writing() as writer:
                count = writer.put_all(rows, self._locale(source), self._locale(target), 0)
            added += count
            if not writer.is_full:
                return added

    def replace_origin(
        self, key: str, rows: Pairs, source: str = "en", target: str = "ru", *, digest: str = "", **meta: Any
    ) -> int:
        """Bring what comes from one file (a catalog, a TMX file) up to date, at one stroke; how many rows entered.

        What was there of that key and is not among the rows is dropped. digest: returned by stamps().
        """
        entered = entering(rows, meta)
        with self._writing() as writer:
            number = self._file(key, digest)
            writer.left = set(places_of(self._db, number))
            count = 0
            while True:
                count += writer.put_all(entered, self._locale(source), self._locale(target), number)
                if not writer.is_full:
                    break
            drop_places(self._db, self._alphabets, writer.left)
        return count

    def drop_origin(self, key: str) -> None:
        """Forget what comes from one file."""
        with self._writing():
            row = self._db.execute("SELECT id FROM files WHERE key = ?", (key,)).fetchone()
            if row is not None:
                drop_places(self._db, self._alphabets, places_of(self._db, row[0]))
                self._db.execute("DELETE FROM files WHERE id = ?", row)

    def stamps(self) -> dict[str, str]:
        """The digests of all files from which something came, by key."""
        with self._reading():
            return dict(self._db.execute("SELECT key, digest FROM files"))

    # --- asking

    def search(
        self,
        text: str,
        limit: int = LIMIT,
        least: int = LEAST,
        *,
        source: str | None = None,
        target: str | None = None,
        before: str = "",
        after: str = "",
        penalties: Mapping[str, int] | None = None,
    ) -> list[Match]:
        """The matches of a text that score at least so much, the best first.

        source, target: locales; None for all. before, after: its neighbours, for matches in context.
        penalties: points off by origin, and of pairs that were translated the other way round (`reversed`); those are
        looked for where nothing scores 100.
        """
        if not text or limit <= 0:
            return []
        with self._reading():
            asked = Asked(nfc(text), max(0, least), limit, self._numbers(target), before, after, penalties or {})
            locales = self._among(source)
            found = [match for locale in locales for match in self._searcher.search(asked, locale)]
            if not any(match.score >= EXACT for match in found):
                known = {(match.source, match.target, match.target_locale) for match in found}
                turned = (match for locale in locales for match in self._searcher.reversed(asked, locale))
                found += (one for one in turned if (one.source, one.target, one.target_locale) not in known)
        found.sort(key=lambda match: match.when, reverse=True)
        return sorted(found, key=lambda match: match.rank)[:limit]

    def concordance(
        self,
        words: str,
        limit: int = 50,
        *,
        source: str | None = None,
        target: str | None = None,
        sides: Collection[str] = SIDES,
    ) -> list[Passage]:
        """Pairs in which a word, or several behind one another, stand in any of their forms.

        source, target: locales; None for all. sides: where it is looked for.
        """
        found: dict[tuple[str, str], Passage] = {}
        with self._reading():
            sources, targets = self._numbers(source), self._numbers(target)
            for side, own, others in ((SOURCE, sources, targets), (TARGET, targets, sources)):
                if SIDES[side] not in sides:
                    continue
                for locale in sorted(self._tags if own is None else own):
                    for passage in self._concordance.find(words, locale, side, others):
                        if len(found) >= limit:
                            return list(found.values())
                        found.setdefault((passage.source, passage.target), passage)
        return list(found.values())

    def stats(self) -> Stats:
        """What is in it."""
        with self._reading():
            return counted(self._db, self._tags)

    def rows(self, source: str | None = None, target: str | None = None) -> Iterator[tuple[str, str, Row]]:
        """Every pair with its locales and its best place, a few at a time; what is written meanwhile may be missing."""
        last = 0
        while True:
            with self._reading():
                sources, targets = self._numbers(source), self._numbers(target)
                chunk = self._db.execute(_EVERY, (last, _CHUNK)).fetchall()
                found = [
                    self._row(*row)
                    for row in chunk
                    if (sources is None or row[1] in sources) and (targets is None or row[2] in targets)
                ]
            if not chunk:
                return
            last = chunk[-1][0]
            yield from found

    def _row(self, pair: int, source_locale: int, target_locale: int, *kept: Any) -> tuple[str, str, Row]:
        source = self._alphabets.of(source_locale).read(*kept[:2])
        target = self._alphabets.of(target_locale).read(*kept[2:])
        match = self._searcher.best(pair, source, target, (source_locale, target_locale))
        row = Row(
            source, target, match.state, match.origin, match.who, match.when, match.article, match.context,
            match.before, match.after,
        )  # fmt: skip
        return match.source_locale, match.target_locale, row

    # --- the file

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        """One state of the file, whatever others write meanwhile."""
        with self._lock, told(self.path):
            self._db.execute("BEGIN")
            try:
                self._db.execute("SELECT count(*) FROM locales").fetchone()  # from here on it is one state
                self._refresh()
                yield
            finally:
                self._db.execute("COMMIT")

    @contextlib.contextmanager
    def _writing(self) -> Iterator[Writer]:
        """All or nothing; nobody else writes meanwhile."""
        with self._lock, told(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                self._refresh()
                writer = Writer(self._db, self._alphabets)
                yield writer
                self._db.execute("COMMIT")
            except BaseException:
                self._seen = -1
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def _refresh(self) -> None:
        """Read anew what is held of a file that somebody else wrote."""
        (version,) = self._db.execute("PRAGMA data_version").fetchone()
        if version != self._seen:
            self._seen = version
            self._alphabets.forget()
            self._tags.clear()
            self._tags.update(self._db.execute("SELECT id, tag FROM locales"))

    def _among(self, tag: str | None) -> list[int]:
        """Numbers of the locales that are meant by a tag; None means all."""
        base = None if tag is None else base_of(tag)
        return [number for number, known in self._tags.items() if base is None or known == base]

    def _numbers(self, tag: str | None) -> frozenset[int] | None:
        return None if tag is None else frozenset(self._among(tag))

    def _locale(self, tag: str) -> tuple[int, str]:
        """Number and tag of a locale, which is made known where it is not."""
        base = base_of(tag)
        for number in self._among(base):
            return number, base
        made = self._db.execute("INSERT INTO locales VALUES (NULL, ?)", (base,)).lastrowid
        assert made
        self._tags[made] = base
        return made, base

    def _file(self, key: str, digest: str) -> int:
        self._db.execute(
            "INSERT INTO files VALUES (NULL, ?, ?) ON CONFLICT (key) DO UPDATE SET digest = excluded.digest",
            (key, digest),
        )
        return int(self._db.execute("SELECT id FROM files WHERE key = ?", (key,)).fetchone()[0])

    def close(self) -> None:
        """Close the file; what was added is in it."""
        with self._lock, told(self.path):
            self._db.close()

    def __enter__(self) -> Memory:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
