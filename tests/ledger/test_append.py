"""Appending: several processes at once, and a process killed in the middle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from l10n import ledger
from l10n.ledger.records import canonical
from l10n.model import Record
from l10n.text import digest

WHEN = "2026-11-22T07:30:00Z"

WRITER = """
import sys
from pathlib import Path
from l10n import ledger
from l10n.model import Record
from l10n.text import digest

path, who = Path(sys.argv[1]), sys.argv[2]
for number in range(40):
    texts = [digest("p", f"{who} {number} {part}", None, ("x",)) for part in range(3)]
    ledger.append(path, [Record("translate", who, "2026-11-22T07:30:00Z", digest=one) for one in texts])
"""

KILLED = """
import os, signal, sys
from pathlib import Path
from l10n import files, ledger
from l10n.model import Record
from l10n.text import digest

path, point = Path(sys.argv[1]), int(sys.argv[2])

class Dying:
    def __init__(self, file):
        self.file = file
    def __getattr__(self, name):
        return getattr(self.file, name)
    def __enter__(self):
        return self
    def __exit__(self, *error):
        self.file.close()
    def write(self, data):
        self.file.write(data[:point])
        self.file.flush()
        os.kill(os.getpid(), signal.SIGKILL)

whole = Path.open
def opened(self, mode="r", **more):
    return Dying(whole(self, mode, **more)) if mode == "ab+" else whole(self, mode, **more)

Path.open = opened
ledger.append(path, [Record("translate", who, "2026-11-22T07:30:00Z", digest="0" * 64) for who in ("aigul", "dina")])
"""


def record(who: str, text: str = "0" * 64) -> Record:
    return Record("translate", who, WHEN, digest=text)


def test_two_processes_at_once(tmp_path: Path) -> None:
    """Lines of programs that append at the same time stay whole, and none is lost."""
    path = tmp_path / "a.reviews.jsonl"
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), who]) for who in ("aigul", "bolat", "dina")]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    book = ledger.read(path)
    assert not book.warnings
    wanted = {
        (who, digest("p", f"{who} {number} {part}", None, ("x",)))
        for who in ("aigul", "bolat", "dina")
        for number in range(40)
        for part in range(3)
    }
    assert {(one.who, one.digest) for one in book.records.values()} == wanted


FIRST = len(canonical(record("aigul"))) + 1
ALL = FIRST + len(canonical(record("dina"))) + 1


@pytest.mark.parametrize("point", [0, 1, FIRST // 2, FIRST - 1, FIRST, FIRST + 1, ALL - 1, ALL])
def test_killed_while_appending(tmp_path: Path, point: int) -> None:
    """Killed after any byte, a ledger ends in at most one unfinished line, and the next append heals it."""
    path = tmp_path / "a.reviews.jsonl"
    ledger.append(path, [record("bolat")])
    killed = subprocess.run([sys.executable, "-c", KILLED, str(path), str(point)], env={**os.environ}, check=False)
    assert killed.returncode == -signal.SIGKILL

    book = ledger.read(path)
    written = {"bolat"} | ({"aigul"} if point >= FIRST else set()) | ({"dina"} if point >= ALL else set())
    assert {one.who for one in book.records.values()} == written
    assert bool(book.warnings) == (point not in (0, FIRST, ALL))

    ledger.append(path, [record("erlan")])
    book = ledger.read(path)
    assert not book.warnings
    assert {one.who for one in book.records.values()} >= written | {"erlan"}
