"""What a running workbench knows, and how many people write at once."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from l10n import po
from l10n.web.bench import Bench
from l10n.workflow import mentions, seen, view
from l10n.workflow.saving import Edit
from tests.workflow.newsroom import WHEN, l10n, make


def test_all_at_once(tmp_path: Path) -> None:
    """Many people save at the same moment: every text is there, and they share few writes."""
    project = make(tmp_path)
    l10n(tmp_path, "sync")
    bench = Bench(project.folder, lambda: WHEN)
    source = mentions.source(project, project.chosen(["ferry"])[0])
    keys = list(view.side(source, "kk").entries)
    told: list[str] = []

    def work(number: int) -> None:
        key = keys[number % len(keys)]
        seen = "" if number < len(keys) else "мәтін"
        told.append(f"{number} {bench.save(source, 'kk', Edit(key, f'мәтін {number}', seen, 'aigul'))[1]}")

    threads = [threading.Thread(target=work, args=(number,)) for number in range(len(keys))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    entries = po.read(project.catalog("ferry", "kk")).by_key()
    assert sorted(told) == sorted(f"{number} done" for number in range(len(keys)))
    assert [entries[key].target for key in keys] == [f"мәтін {number}" for number in range(len(keys))]


def test_nobody_waits_for_a_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the files of an article are looked at, others say where they are and hear who else is."""
    project = make(tmp_path)
    l10n(tmp_path, "sync")
    bench = Bench(project.folder, lambda: WHEN)
    look, heard = seen.look, threading.Event()

    def slowly(*about: Any) -> seen.Seen:
        bench.sit("ferry", "kk", "a window", "aigul", "3f2a91bc")
        heard.set()
        return look(*about)

    def watched(*about: Any) -> seen.Seen:
        other = threading.Thread(target=slowly, args=about, daemon=True)
        other.start()
        assert heard.wait(10)
        return look(*about)

    monkeypatch.setattr(seen, "look", watched)
    source = bench.source(project, project.chosen(["ferry"])[0])
    assert bench.side(source, "kk").locale == "kk"
    assert [seat.who for seat in bench.others("ferry", "kk", "another window")] == ["aigul"]
