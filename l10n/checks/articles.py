"""What a check of whole articles is given: the segments of one locale in document order, and what the ledger knows."""

from __future__ import annotations

from typing import NamedTuple

from l10n.checks.pairs import Pair
from l10n.model import State


class History(NamedTuple):
    """What the records say of exactly this text. Times are UTC, `2026-11-26T08:00:00Z`; "" where there is none."""

    state: State = State.TRANSLATED
    translators: tuple[str, ...] = ()
    """Who typed it or stood for it; "" among them is somebody unknown."""
    reviewers: tuple[str, ...] = ()
    """Whose approvals count."""
    origin: str = ""
    """Of the draft that it is, letter for letter: an engine, a standard of transliteration, `memory 92`."""
    drafted: str = ""
    """When the draft was made."""
    typed: str = ""
    """When a person typed it or stood for it, the last time."""
    approved: str = ""
    """When it was approved, the first time."""
    approved_before: str = ""
    """When the text was approved that stood there before, for the same source."""
    source_edited: str = ""
    """When the original was last edited in the catalog of its own language."""


class Row(NamedTuple):
    """A segment that has a target."""

    article: str
    pair: Pair
    history: History = History()
