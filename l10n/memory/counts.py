"""Counts: what is in a memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.model import State

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class Stats:
    """What is in a memory."""

    sources: int
    pairs: int
    places: int
    files: int
    locales: Mapping[tuple[str, str], int]
    """Pairs by source locale and target locale."""
    origins: Mapping[str, int]
    """Places by origin."""
    states: Mapping[str, int]
    """Places by state."""
    size: int
    """Bytes of the file."""


def counted(db: sqlite3.Connection, tags: Mapping[int, str]) -> Stats:
    """The counts of a memory. tags: its locales by number."""
    counts = (
        db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("sources", "pairs", "places", "files")
    )
    sources, pairs, places, files = counts
    locales = db.execute(
        "SELECT s.locale, p.locale, count(*) FROM pairs p JOIN sources s ON s.id = p.source GROUP BY 1, 2"
    )
    notes = db.execute("SELECT origin, state, count(*) FROM places JOIN notes ON id = note GROUP BY 1, 2")
    origins: dict[str, int] = {}
    states: dict[str, int] = {}
    for origin, state, count in notes:
        origins[origin] = origins.get(origin, 0) + count
        states[str(State(state))] = states.get(str(State(state)), 0) + count
    pages = db.execute("PRAGMA page_count").fetchone()[0] * db.execute("PRAGMA page_size").fetchone()[0]
    return Stats(
        sources,
        pairs,
        places,
        files,
        {(tags[a], tags[b]): count for a, b, count in locales},
        origins,
        states,
        pages,
    )
