"""What sync gives goes through a PO file unharmed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from l10n import po
from l10n.model import Catalog
from tests.programs import need
from tests.sync.articles import run, segments, translated
from tests.sync.test_laws import case, synced

SEEDS = range(12)
HEADER = po.loads(b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ru\\n"\n').header


@pytest.mark.parametrize("seed", SEEDS)
def test_written_and_read(seed: int, tmp_path: Path) -> None:
    """A synced catalog that was written and read again is in sync: the file keeps its bytes."""
    one = case(seed)
    catalog = Catalog(synced(one, one.old).catalog.entries, HEADER)
    path = tmp_path / "report.po"
    po.write(catalog, path)
    data = path.read_bytes()

    again = synced(one, po.read(path))

    assert po.dumps(again.catalog) == data
    assert again.records == ()


def test_msgfmt(tmp_path: Path) -> None:
    """GNU gettext accepts the catalogs that come out, whatever went in."""
    program = need("msgfmt")
    for seed in SEEDS:
        one = case(seed)
        path = tmp_path / f"{seed}.po"
        po.write(Catalog(synced(one, one.old).catalog.entries, HEADER), path)

        done = subprocess.run([program, "-o", "/dev/null", path], capture_output=True, text=True, check=False)

        assert done.returncode == 0, done.stderr


def test_one_sentence_one_entry(tmp_path: Path) -> None:
    """An edit of one sentence changes one entry of the file."""
    texts = [f"Town {n} has {n * n} schools and no bridge." for n in range(30)]
    path = tmp_path / "report.po"
    po.write(Catalog(translated(segments(*texts)).entries, HEADER), path)
    before = path.read_bytes().split(b"\n\n")

    texts[7] = "Town 7 has 50 schools and no bridge."
    po.write(run(segments(*texts), po.read(path)).catalog, path)

    after = path.read_bytes().split(b"\n\n")
    assert [n for n, (a, b) in enumerate(zip(before, after, strict=True)) if a != b] == [8]
    assert "#. changed: number 49 → 50\n" in after[8].decode()
