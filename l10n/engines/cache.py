"""What engines have answered, so that nobody is asked twice: SQLite, derived, deletable at any time.

Kept are answers as they came, by the question (engine, settings, languages, protected text, terms), so that a draft is
restored and judged anew each time.  Each batch is written as soon as it is there; several processes may read and write.
A file that is no database is put aside, not trusted and not deleted; a newer program has a table of its own in it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

TABLE = "answers_1"
"""Its number grows when what is kept changes."""
PLACE = Path(".l10n") / "engines.sqlite"
"""Below the folder of a project."""
_BATCH = 500
"""Questions looked up in one statement; SQLite takes 999 parameters and more."""
_PATIENCE_S = 10.0
"""How long to wait for another process that writes."""


def _warn(said: str, *values: object) -> None:
    import logging

    logging.getLogger("l10n").warning(said, *values)


class Cache:
    """Answers by question. Where the file cannot be used, it remembers nothing and says so once."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._base: sqlite3.Connection | None = None
        self._closed = False

    def find(self, questions: Iterable[str]) -> dict[str, str]:
        """The answers that are there, by question."""
        import sqlite3

        wanted = list(dict.fromkeys(questions))
        found: dict[str, str] = {}
        base = self._open()
        if base is None:
            return found
        try:
            for start in range(0, len(wanted), _BATCH):
                some = wanted[start : start + _BATCH]
                marks = ",".join("?" * len(some))
                found.update(base.execute(f"SELECT question, answer FROM {TABLE} WHERE question IN ({marks})", some))
        except sqlite3.Error as error:
            self._give_up(error)
        return found

    def keep(self, answers: Mapping[str, str]) -> None:
        """Keep answers, on the disk when this returns."""
        import sqlite3

        base = self._open()
        if base is None or not answers:
            return
        try:
            with base:
                base.executemany(f"INSERT OR REPLACE INTO {TABLE} VALUES (?, ?)", answers.items())
        except (sqlite3.Error, UnicodeEncodeError) as error:
            self._give_up(error)

    def forget(self, questions: Iterable[str]) -> None:
        """Let go of answers that are of no use."""
        import sqlite3

        gone = [(one,) for one in questions]
        base = self._open()
        if base is None or not gone:
            return
        try:
            with base:
                base.executemany(f"DELETE FROM {TABLE} WHERE question = ?", gone)
        except sqlite3.Error as error:
            self._give_up(error)

    def close(self) -> None:
        """Let go of the file."""
        if self._base is not None:
            self._base.close()
        self._base = None
        self._closed = True

    def __enter__(self) -> Cache:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _open(self) -> sqlite3.Connection | None:
        import sqlite3

        if self._base is not None or self._closed:
            return self._base
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._base = self._connect()
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                self._put_aside()
                self._base = self._connect()
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)
        return self._base

    def _connect(self) -> sqlite3.Connection:
        import sqlite3

        base = sqlite3.connect(self.path, timeout=_PATIENCE_S)
        try:
            base.execute("PRAGMA journal_mode = WAL")
            with base:
                base.execute(f"CREATE TABLE IF NOT EXISTS {TABLE} (question TEXT PRIMARY KEY, answer TEXT NOT NULL)")
        except BaseException:
            base.close()
            raise
        return base

    def _put_aside(self) -> None:
        aside = self.path.with_name(f"{self.path.name}.unreadable")
        self.path.replace(aside)
        for suffix in ("-wal", "-shm"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
        _warn("`%s` is no cache: put aside as `%s`", self.path, aside.name)

    def _give_up(self, error: Exception) -> None:
        _warn("answers are not remembered: `%s` cannot be used (%s)", self.path, error)
        with contextlib.suppress(Exception):
            self.close()
        self._base, self._closed = None, True
