"""A build is the old one or the new one, whole, and nothing that is not ours is ever replaced."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from l10n import files
from l10n.builders import manifest
from l10n.builders.folder import swap
from l10n.builders.manifest import Made, Manifest
from l10n.errors import ProjectError
from tests.builders.killed import NEW, OLD, RECORD, tree


def test_swaps(tmp_path: Path) -> None:
    """The folder holds exactly the new files; nothing is left beside it; what did not change is not written again."""
    build = tmp_path / "build"
    swap(OLD, build)
    assert tree(build) == OLD
    same = (build / "kk/b.html").stat()

    swap(NEW.items(), build)

    assert tree(build) == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["build"]
    assert (build / "kk/b.html").stat().st_ino == same.st_ino
    assert (build / "kk/b.html").stat().st_mtime_ns == same.st_mtime_ns


def test_nothing_new(tmp_path: Path) -> None:
    """A build that holds just these files already is not touched; one file too many, and it is made again."""
    build = tmp_path / "build"
    assert swap(OLD, build)
    was = build.stat().st_ino

    assert not swap(OLD, build)
    assert build.stat().st_ino == was
    (build / "kk/stray.html").write_bytes(b"x")
    assert swap(OLD, build)
    assert tree(build) == OLD


def test_a_mount_point(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that the system will not rename is refused with a remedy, and left as it is."""
    build = tmp_path / "build"
    swap(OLD, build)

    def busy(*_: object) -> bool:
        raise OSError(errno.EBUSY, "Device or resource busy", str(build))

    monkeypatch.setattr(files, "rename", busy)
    with pytest.raises(ProjectError) as refusal:
        swap(NEW, build)

    assert "mount point" in refusal.value.hint
    assert tree(build) == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


def test_a_place_is_given_once(tmp_path: Path) -> None:
    """Two files for one place are refused."""
    with pytest.raises(ProjectError, match="two files"):
        swap([("a", b"1"), ("a", b"2")], tmp_path / "build")
    assert not list(tmp_path.iterdir())


def test_copies_and_keeps(tmp_path: Path) -> None:
    """A file may be a copy of another one, or what the old build holds in that place."""
    build, picture = tmp_path / "build", tmp_path / "map.png"
    picture.write_bytes(b"picture")
    swap({**OLD, "img/map.png": picture}, build)
    first = (build / "img/map.png").stat().st_ino
    assert first != picture.stat().st_ino
    swap({"manifest.json": RECORD, "kk/a.html": None, "img/map.png": picture}, build)

    assert tree(build) == {"manifest.json": RECORD, "kk/a.html": b"old a", "img/map.png": b"picture"}
    assert (build / "img/map.png").stat().st_ino == first
    with pytest.raises(ProjectError, match="does not hold it"):
        swap({"manifest.json": RECORD, "kk/z.html": None}, build)
    assert (build / "kk/a.html").exists()


def test_without_hard_links_or_exchange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file system knows neither, the result is the same."""
    build = tmp_path / "build"
    swap(OLD, build)
    monkeypatch.setattr(files, "rename", lambda old, new, how: False)

    def refuse(*_: object, **__: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    swap(NEW, build)

    assert tree(build) == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


def test_what_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    """A folder without our manifest, a link and a file are refused; an empty folder is taken."""
    strange, link, file, empty = (tmp_path / name for name in ("strange", "link", "file", "empty"))
    strange.mkdir()
    (strange / "thesis.txt").write_bytes(b"mine")
    link.symlink_to(strange)
    file.write_bytes(b"mine")
    empty.mkdir()
    for path in (strange, link, file):
        with pytest.raises(ProjectError) as refusal:
            swap(NEW, path)
        assert refusal.value.hint
    (strange / "manifest.json").write_bytes(b'{"tool": "webpack"}')
    with pytest.raises(ProjectError, match="no manifest of"):
        swap(NEW, strange)
    swap(NEW, empty)

    assert (strange / "thesis.txt").read_bytes() == b"mine"
    assert file.read_bytes() == b"mine"
    assert tree(empty) == NEW
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "file", "link", "strange"]


@pytest.mark.parametrize("place", ["", "/etc/x", "../x", "a/../../x", "a//b", "./a", "a\\b", "a\0b", "a/"])
def test_no_way_out(tmp_path: Path, place: str) -> None:
    """A place that is not plainly inside the build is refused, and the old build stays."""
    build = tmp_path / "build"
    swap(OLD, build)

    with pytest.raises(ProjectError):
        swap({**NEW, place: b"x"}, build)

    assert tree(build) == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


def test_links_lead_nowhere(tmp_path: Path) -> None:
    """A link inside the old build is not followed, and a link is never copied."""
    build, secret = tmp_path / "build", tmp_path / "secret"
    secret.write_bytes(b"same b")
    swap(OLD, build)
    (build / "kk/b.html").unlink()
    (build / "kk/b.html").symlink_to(secret)
    swap(NEW, build)
    assert not (build / "kk/b.html").is_symlink()

    (tmp_path / "way").symlink_to(secret)
    with pytest.raises(ProjectError, match="is a link"):
        swap({**NEW, "x.png": tmp_path / "way"}, build)
    assert tree(build) == NEW


@pytest.mark.parametrize("exchange", ["yes", "no"])
def test_killed_at_every_step(tmp_path: Path, exchange: str) -> None:
    """Killed before or after any step, the build is the old one or the new one, and the next build is whole.

    Where the system cannot exchange two names, it may also be gone until the next build puts it back.
    """
    command = [sys.executable, "-m", "tests.builders.killed", str(tmp_path), exchange]
    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout + run.stderr
    assert int(run.stdout) > 20


MADE = Made(
    "2026/дала",
    "kk",
    "source/2026/дала.html",
    "1" * 64,
    "locales/kk/2026/дала.po",
    "2" * 64,
    {"reviewed": 3},
    1.0,
    False,
)


def test_manifest() -> None:
    """A manifest is sorted, one file a line, and reads back as it was."""
    found = Manifest(
        "l10n 1.0",
        {"kk/b.html": MADE.entry(b"b"), "img/a.png": {"source": "source/img/a.png"}, "kk/a.html": MADE.entry(b"a")},
        {"ug/2026/дала": {"segments": 2}},
    )
    data = found.as_bytes()

    assert manifest.parse(data) == found
    assert manifest.parse(data).as_bytes() == data
    assert [line[1:10] for line in data.decode().splitlines() if line.startswith('"') and ".html" in line[:14]] == [
        "kk/a.html",
        "kk/b.html",
    ]
    assert found.published() == {("2026/дала", "kk"): "published"}
    stale = Manifest(files={"x": {**MADE.entry(b""), "stale": True}})
    assert stale.published() == {("2026/дала", "kk"): "stale"}


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b'{"tool": 1}', b'{"tool": "l10n 1", "files": []}', b'{"tool":"l10n","files":{"a":1}}', b"\xff"],
)
def test_no_manifest(data: bytes) -> None:
    """What is no manifest of ours is refused with a remedy."""
    with pytest.raises(ProjectError) as refusal:
        manifest.parse(data, "build/manifest.json")
    assert refusal.value.hint and refusal.value.where
