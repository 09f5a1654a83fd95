"""The cache: derived, shared, never trusted more than it deserves."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import threading
from pathlib import Path

import pytest

from l10n.engines.cache import Cache


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / ".l10n" / "engines.sqlite"


def test_kept_and_found(place: Path) -> None:
    """Thousands at once, in any letters, over the end of a process; what is forgotten is gone."""
    answers = {f"q{n}": f"جاۋاب {n}" for n in range(2500)}
    with Cache(place) as cache:
        cache.keep(answers)
    with Cache(place) as cache:
        assert cache.find([*answers, "nobody"]) == answers
        cache.forget(["q0", "nobody"])
        assert cache.find(["q0", "q1"]) == {"q1": "جاۋاب 1"}
        assert cache.find([]) == {}


@pytest.mark.parametrize(
    "content", [b"no database at all, but long enough to be looked at" * 20, b"SQLite format 3\x00" + b"\xff" * 4000]
)
def test_a_file_that_is_none(place: Path, content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    """It is put aside, and the work goes on with a new one."""
    place.parent.mkdir()
    place.write_bytes(content)
    with Cache(place) as cache:
        cache.keep({"q": "a"})
        assert cache.find(["q"]) == {"q": "a"}
    assert (place.parent / "engines.sqlite.unreadable").read_bytes() == content
    assert "put aside" in caplog.text


def test_a_newer_version(place: Path) -> None:
    """What a newer program has written is left to it, and neither disturbs the other."""
    place.parent.mkdir()
    with contextlib.closing(sqlite3.connect(place)) as base, base:
        base.execute("CREATE TABLE answers_9 (question BLOB, model TEXT, answer BLOB)")
        base.execute("INSERT INTO answers_9 VALUES (x'00', 'm', x'01')")
    with Cache(place) as cache:
        cache.keep({"q": "a"})
    with Cache(place) as cache:
        assert cache.find(["q"]) == {"q": "a"}
    with contextlib.closing(sqlite3.connect(place)) as base:
        assert base.execute("SELECT count(*) FROM answers_9").fetchone() == (1,)


def test_no_place_for_it(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A file stands where the folder belongs: nothing is remembered, once said, and nothing fails."""
    (tmp_path / ".l10n").write_text("in the way", encoding="utf-8")
    with caplog.at_level(logging.WARNING), Cache(tmp_path / ".l10n" / "engines.sqlite") as cache:
        cache.keep({"q": "a"})
        assert cache.find(["q"]) == {}
    assert caplog.text.count("answers are not remembered") == 1


def test_a_folder_in_its_place(place: Path, caplog: pytest.LogCaptureFixture) -> None:
    """What SQLite cannot open is not taken for a damaged cache: it stays where it is."""
    place.mkdir(parents=True)
    with Cache(place) as cache:
        cache.keep({"q": "a"})
    assert place.is_dir()
    assert "answers are not remembered" in caplog.text


def test_several_at_once(place: Path) -> None:
    """Four that write and read the same file."""

    def work(number: int) -> None:
        with Cache(place) as cache:
            for n in range(25):
                cache.keep({f"{number}-{n}": "a"})
                cache.find([f"{other}-{n}" for other in range(4)])

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Cache(place) as cache:
        assert len(cache.find(f"{number}-{n}" for number in range(4) for n in range(25))) == 100


def test_half_a_character(place: Path) -> None:
    """An answer that cannot be written is not kept; the others of its batch may be lost with it, and nothing fails."""
    with Cache(place) as cache:
        cache.keep({"q": "\ud800"})
        assert cache.find(["q"]) == {}
