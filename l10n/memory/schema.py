"""The file of a memory: its tables, how it is opened, and what is said where that fails.

One SQLite file in WAL mode: many processes read while one writes, and a killed one leaves what was last committed.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from l10n.errors import MemoryFileError
from l10n.files import remedy
from l10n.phrases import phrase

if TYPE_CHECKING:
    import sqlite3

VERSION = 3
"""Of the tables, in `PRAGMA user_version`."""
APPLICATION = 0x6C31306E
"""`l10n`, in `PRAGMA application_id`: what tells a memory from any other SQLite file."""

AGAIN = phrase("move the file away: the memory is derived, and the next update builds it anew")
NEWER = phrase("update l10n, or move the file away: the memory is derived, and the next update builds it anew")
LATER = phrase("wait until the other program has finished, then give the command again")

TABLES = """
CREATE TABLE locales (id INTEGER PRIMARY KEY, tag TEXT NOT NULL UNIQUE);
CREATE TABLE alphabets (locale INTEGER, slot INTEGER, token BLOB NOT NULL, PRIMARY KEY (locale, slot)) WITHOUT ROWID;
CREATE TABLE files (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, digest TEXT NOT NULL);
CREATE TABLE notes (
    id INTEGER PRIMARY KEY, state INTEGER, origin TEXT, who TEXT, article TEXT, context TEXT,
    UNIQUE (state, origin, who, article, context)
);
CREATE TABLE sources (
    id INTEGER PRIMARY KEY AUTOINCREMENT, locale INTEGER, hash INTEGER, skeleton INTEGER, text BLOB, raw BLOB
);
CREATE INDEX sources_hash ON sources (hash);
CREATE INDEX sources_skeleton ON sources (skeleton) WHERE skeleton IS NOT NULL;
CREATE TABLE pairs (
    id INTEGER PRIMARY KEY AUTOINCREMENT, source INTEGER, locale INTEGER, text BLOB, raw BLOB
);
CREATE INDEX pairs_source ON pairs (source);
CREATE TABLE directions (source INTEGER, target INTEGER, PRIMARY KEY (source, target)) WITHOUT ROWID;
CREATE TABLE places (
    pair INTEGER, file INTEGER, note INTEGER, before INTEGER, after INTEGER, date,
    PRIMARY KEY (pair, file, note, before, after)
) WITHOUT ROWID;
CREATE INDEX places_file ON places (file) WHERE file > 0;
CREATE TABLE postings (key INTEGER PRIMARY KEY, ids BLOB NOT NULL);
"""
"""locales: of texts, without their regions; an alphabet each (see alphabets).  files: what is brought up to date as a
whole, a catalog or a TMX file, with the digest that it had; 0 is none.  notes: what many places have in common.
directions: the locales of both sides that pairs ever had.
sources: each text once; `raw` where its bytes do not say all.  pairs: each target of it once.  places: where a pair
stands, between which neighbours (hashes of their sources, 0 is none), and since when.  postings: see there.
"""

PRAGMAS = """
PRAGMA synchronous = NORMAL;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -65536;
PRAGMA mmap_size = 4294967296;
PRAGMA journal_size_limit = 16777216;
PRAGMA wal_autocheckpoint = 4096;
"""


class Useless(MemoryFileError):
    """A memory that can only be made anew."""


class TooNew(Useless):
    """One that a later program made, which can still use it."""


@contextlib.contextmanager
def told(path: str) -> Iterator[None]:
    """What SQLite says, as an error of ours with what can be done about it."""
    import sqlite3

    try:
        yield
    except sqlite3.Error as error:
        raise _error(error, path) from error
    except OSError as error:
        raise MemoryFileError(error.strerror or str(error), where=path, hint=remedy(error)) from error


def _error(error: sqlite3.Error, path: str) -> MemoryFileError:
    import sqlite3

    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return MemoryFileError(phrase("another program is writing the translation memory"), where=path, hint=LATER)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        hint = phrase("see the permissions of the file and of its folder")
        return MemoryFileError(phrase("the translation memory cannot be opened or written"), where=path, hint=hint)
    if code == sqlite3.SQLITE_FULL:
        return MemoryFileError(
            phrase("the disk is full"), where=path, hint=phrase("make room on the disk, then do it again")
        )
    if code == sqlite3.SQLITE_NOTADB:
        return Useless(phrase("the file is no translation memory"), where=path, hint=AGAIN)
    if isinstance(error, sqlite3.ProgrammingError):
        return MemoryFileError(phrase("the translation memory is closed"), where=path, hint=phrase("open it anew"))
    return Useless(phrase("the translation memory is damaged ({why})", why=str(error)), where=path, hint=AGAIN)


def opened(path: str, wait_s: float) -> sqlite3.Connection:
    """A connection to a memory, made where there is none; one that cannot be written is opened for reading.

    MemoryFileError for a file that is something else, newer, damaged, or locked for longer than wait_s.
    """
    with told(path):
        if path != ":memory:":
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            if Path(path).is_dir():
                raise MemoryFileError(phrase("it is a folder"), where=path, hint=phrase("give the path of a file"))
        db = _writable(path, wait_s)
        if db is None:
            db = _readable(path, wait_s)
        try:
            db.executescript(PRAGMAS)
        except BaseException:
            db.close()
            raise
        return db


def _connect(path: str, wait_s: float, mode: str = "") -> sqlite3.Connection:
    import sqlite3

    if mode:
        path = f"file:{quote(os.path.abspath(path))}?{mode}"  # noqa: PTH100 - links stay
    return sqlite3.connect(path, timeout=wait_s, isolation_level=None, check_same_thread=False, uri=bool(mode),
                           cached_statements=256)  # fmt: skip


def _writable(path: str, wait_s: float) -> sqlite3.Connection | None:
    """None where the system allows reading alone."""
    import sqlite3

    if path != ":memory:" and Path(path).exists() and not os.access(path, os.W_OK):
        return None
    db = _connect(path, wait_s)
    try:
        if _is_new(db, path):
            _make(db, path, wait_s)
    except sqlite3.OperationalError as error:
        db.close()
        if (error.sqlite_errorcode & 0xFF) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            if not Path(path).exists():
                raise
            return None
        raise
    except BaseException:
        db.close()
        raise
    return db


def _readable(path: str, wait_s: float) -> sqlite3.Connection:
    """A connection that cannot write; where not even the files beside may be made, nobody else can write either."""
    import sqlite3

    for mode in ("mode=ro", "mode=ro&immutable=1"):
        db = _connect(path, wait_s, mode)
        try:
            if _is_new(db, path):
                raise Useless(phrase("the file is empty and cannot be written"), where=path, hint=AGAIN)
        except sqlite3.OperationalError:
            db.close()
            if "immutable" in mode:
                raise
        except BaseException:
            db.close()
            raise
        else:
            return db
    raise AssertionError


def _is_new(db: sqlite3.Connection, path: str) -> bool:
    """Whether nothing is in the file yet; MemoryFileError where something else is."""
    application, version, tables = db.execute(_WHAT).fetchone()  # one statement: another process may be making it
    if not application and not version and not tables:
        return True
    if application != APPLICATION:
        hint = phrase("give the path of another file, or move this one away")
        raise MemoryFileError(phrase("the file is a database, but no translation memory"), where=path, hint=hint)
    if version != VERSION:
        versions = {"version": version, "ours": VERSION}
        if version > VERSION:
            what = phrase("the translation memory was made by a newer l10n (version {version}, not {ours})", **versions)
            raise TooNew(what, where=path, hint=NEWER)
        what = phrase("the translation memory was made by an older l10n (version {version}, not {ours})", **versions)
        raise Useless(what, where=path, hint=AGAIN)
    return False


_WHAT = (
    "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_master)"
    " FROM pragma_application_id, pragma_user_version"
)


def _make(db: sqlite3.Connection, path: str, wait_s: float) -> None:
    """The tables, at one stroke; another process may do the same at the same time."""
    _write_ahead(db, wait_s)
    db.execute("BEGIN IMMEDIATE")
    try:
        if _is_new(db, path):
            for statement in TABLES.split(";"):
                db.execute(statement)
            db.execute(f"PRAGMA application_id = {APPLICATION}")
            db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _write_ahead(db: sqlite3.Connection, wait_s: float) -> None:
    """Switch to WAL; for this SQLite does not wait for others by itself."""
    import sqlite3
    import time

    tries = max(1, round(wait_s / _PAUSE_S))
    for left in reversed(range(tries)):
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if not left or (error.sqlite_errorcode & 0xFF) not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
            time.sleep(_PAUSE_S)
        else:
            return


_PAUSE_S = 0.02
