"""A file is the old one or the new one, whatever happens while it is written."""

from __future__ import annotations

import errno
import fcntl
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n import files

DIES = """
import os, sys
from pathlib import Path
from l10n import files

path, call, moment = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
owner = {"fsync": os, "fchmod": os, "replace": Path}[call]
real = getattr(owner, call)

def deadly(*args):
    if moment == "after":
        real(*args)
    os._exit(9)

setattr(owner, call, deadly)
files.replace(path, b"new" * 100_000)
"""


def test_replace_keeps_permissions_and_says_whether_it_wrote(tmp_path: Path) -> None:
    """The same content is not written again; the mode of the old file stays."""
    path = tmp_path / "new" / "a.po"
    assert files.replace(path, b"one")
    path.chmod(0o600)

    assert not files.replace(path, b"one")
    assert files.replace(path, b"two")

    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in path.parent.iterdir()] == ["a.po"]


def test_a_file_that_somebody_else_wrote_is_left_alone(tmp_path: Path) -> None:
    """Replace refuses when the file is not the one that was read."""
    path = tmp_path / "a.po"
    path.write_bytes(b"one")
    _, was = files.read(path)
    path.write_bytes(b"typed by a translator")

    with pytest.raises(files.Changed):
        files.replace(path, b"two", was)

    assert path.read_bytes() == b"typed by a translator"
    with pytest.raises(files.Changed):
        files.replace(path, b"two", files.NOTHING)


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("call", ["fsync", "fchmod", "replace"])
def test_killed_while_replacing(tmp_path: Path, call: str, moment: str) -> None:
    """Killed before or after the flush or the rename, the file is whole."""
    path = tmp_path / "a.po"
    path.write_bytes(b"old")

    died = subprocess.run([sys.executable, "-c", DIES, str(path), call, moment], check=False)

    assert died.returncode == 9
    assert path.read_bytes() in (b"old", b"new" * 100_000)
    assert (path.read_bytes() != b"old") == ((call, moment) == ("replace", "after"))


def test_append_starts_a_fresh_line(tmp_path: Path) -> None:
    """What a crash left unfinished never runs into the next record."""
    path = tmp_path / "a.jsonl"
    files.append(path, b'{"a":1}\n')
    with path.open("ab") as file:
        file.write(b'{"b":')

    files.append(path, b'{"c":3}\n')

    lines = path.read_bytes().splitlines()
    assert lines[0] == b'{"a":1}'
    assert lines[-1] == b'{"c":3}'


def test_two_writers_keep_whole_lines(tmp_path: Path) -> None:
    """Processes that append at once never mix their lines."""
    path = tmp_path / "a.jsonl"
    code = (
        "import sys\nfrom pathlib import Path\nfrom l10n import files\n"
        "for n in range(40): files.append(Path(sys.argv[1]), (sys.argv[2] * 500 + '\\n').encode())"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, str(path), letter]) for letter in "ab"]
    assert [process.wait() for process in running] == [0, 0]

    lines = path.read_text(encoding="utf-8").splitlines()
    assert sorted(lines) == ["a" * 500] * 40 + ["b" * 500] * 40


def saved_at_the_last_moment(monkeypatch: pytest.MonkeyPatch, path: Path, save: Callable[[], object]) -> None:
    """Let another program save between the last look at the file and the rename."""
    real = files.rename

    def rename(old: Path, new: Path, how: int) -> bool:
        monkeypatch.setattr(files, "rename", real)
        save()
        return real(old, new, how)

    monkeypatch.setattr(files, "rename", rename)


def test_what_is_saved_at_the_last_moment_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that saves in the very moment of the rename loses nothing, in place or by a rename of its own."""
    path, other = tmp_path / "a.po", tmp_path / "other"
    for save in (lambda: path.write_bytes(b"typed"), lambda: (other.write_bytes(b"typed"), other.replace(path))):
        path.write_bytes(b"one")
        _, was = files.read(path)
        saved_at_the_last_moment(monkeypatch, path, save)
        with pytest.raises(files.Changed):
            files.replace(path, b"two", was)
        assert path.read_bytes() == b"typed"
    path.unlink()
    saved_at_the_last_moment(monkeypatch, path, lambda: path.write_bytes(b"typed"))
    with pytest.raises(files.Changed):
        files.replace(path, b"two", files.NOTHING)
    assert path.read_bytes() == b"typed"
    _, was = files.read(path)
    saved_at_the_last_moment(monkeypatch, path, path.unlink)
    with pytest.raises(files.Changed):
        files.replace(path, b"two", was)
    assert list(tmp_path.iterdir()) == []


def test_without_exchange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system cannot exchange two names, the file is replaced all the same."""
    monkeypatch.setattr(files, "rename", lambda old, new, how: False)
    path = tmp_path / "a.po"
    assert files.replace(path, b"one", files.NOTHING)
    assert files.replace(path, b"two", files.stamp(path))

    assert path.read_bytes() == b"two"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.po"]


@pytest.mark.parametrize("call", ["fsync", "write"])
def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    """Where the disk is full, replace and append fail, and the files are as they were."""
    path, lines = tmp_path / "a.po", tmp_path / "a.jsonl"
    path.write_bytes(b"old")
    files.append(lines, b"old\n")

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    if call == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        limit, was = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (8, limit[1]))
    try:
        with pytest.raises(OSError):
            files.replace(path, b"new" * 100)
        with pytest.raises(OSError):
            files.append(lines, b"new\n" * 100)
    finally:
        if call == "write":
            resource.setrlimit(resource.RLIMIT_FSIZE, limit)
            signal.signal(signal.SIGXFSZ, was)

    assert path.read_bytes() == b"old"
    assert lines.read_bytes() == b"old\n"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a.jsonl", "a.po"]


def test_a_file_that_is_written_bit_by_bit(tmp_path: Path) -> None:
    """It takes its place when all is there, with the permissions of the old one; else nothing is touched."""
    path = tmp_path / "a.tmx"
    path.write_bytes(b"old")
    path.chmod(0o600)

    with pytest.raises(RuntimeError), files.streamed(path) as file:
        file.write(b"half")
        raise RuntimeError
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]

    with files.streamed(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o600)
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays(tmp_path: Path) -> None:
    """A link is followed: what it leads to is replaced."""
    (tmp_path / "there.po").write_bytes(b"one")
    (tmp_path / "a.po").symlink_to("there.po")

    files.replace(tmp_path / "a.po", b"two")

    assert (tmp_path / "a.po").is_symlink()
    assert (tmp_path / "there.po").read_bytes() == b"two"


def test_sweep(tmp_path: Path) -> None:
    """What killed writers left goes; every other file stays, hidden ones too."""
    left = files.draft(tmp_path / "ru" / "a.po", b"new")
    assert left is not None
    (tmp_path / "ru" / ".hidden").write_bytes(b"mine")
    (tmp_path / "ru" / "new.po").write_bytes(b"mine")

    files.sweep(tmp_path)

    assert sorted(path.name for path in (tmp_path / "ru").iterdir()) == [".hidden", "new.po"]


def test_a_lock_ends_with_its_block(tmp_path: Path) -> None:
    """A process forked while the lock was held, a worker of an executor say, does not keep it."""
    path = tmp_path / "lock"
    here, there = os.pipe()
    with files.lock(path):
        child = os.fork()
        if child == 0:
            os.close(there)
            os.read(here, 1)
            os._exit(0)
    try:
        with path.open("ab") as file:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    finally:
        os.close(there)
        os.waitpid(child, 0)
        os.close(here)


@pytest.mark.parametrize("place", ["pipe", "link to itself", "link to a device"])
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, place: str) -> None:
    """Nobody waits at a pipe, follows a circle or reads a device without end: not to read, to write or to lock."""
    path = tmp_path / "a.po"
    if place == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(path.name if place == "link to itself" else "/dev/zero")

    for do in (files.read, lambda path: files.replace(path, b"new"), lambda path: files.lock(path).__enter__()):
        if place == "link to a device" and do is not files.read:
            continue
        with pytest.raises(OSError) as refusal:
            do(path)
        assert files.remedy(refusal.value)

    assert [entry.name for entry in tmp_path.iterdir()] == ["a.po"]
    assert files.real(path) == (Path("/dev/zero") if place == "link to a device" else path)


def test_for_its_owner_alone(tmp_path: Path) -> None:
    """What is private is readable by nobody else, however open the file was that stood there."""
    path = tmp_path / "key"
    path.write_bytes(b"old")
    path.chmod(0o644)
    assert files.replace(path, b"new", private=True)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o600)
