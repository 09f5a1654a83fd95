"""The grammar of an origin: what made a draft, as `# l10n-origin: …` and the ledger say it.

    memory 92               a match of the memory, with its score
    memory in-context 100   with its kind, where that says more than the score; `memory adapted 99` likewise
    names and figures       what needs no translator's words
    engine google           a machine translator, by its name in the settings
    alignment 93            a translation that was published once, with how sure its place is

Any other origin is a sentence for people (`practical transcription; …`).
"""

from __future__ import annotations

from typing import NamedTuple

MEMORY, ENGINE, ALIGNMENT = "memory", "engine", "alignment"
"""The makers, which are the first word."""
NAMES = "names and figures"
MACHINES = (ENGINE, "machine")
"""The makers whose text nobody ever stood for; the second is what other programs say."""
KINDS = ("in-context", "adapted")
"""The kinds of matches that are named."""
EQUAL = 100
"""The score of a text that somebody stood for, of the very same source."""


class Origin(NamedTuple):
    """An origin taken apart."""

    maker: str
    """Its first word."""
    kind: str = ""
    """One of KINDS, or ""."""
    score: int | None = None
    """0–100; None where it has none."""


def memory(kind: str, score: int) -> str:
    """The origin of a draft from the memory. kind: of the match."""
    return f"{MEMORY} {kind} {score}" if kind in KINDS else f"{MEMORY} {score}"


def engine(name: str) -> str:
    """The origin of a draft by an engine."""
    return f"{ENGINE} {name}"


def alignment(score: int) -> str:
    """The origin of a draft from a published translation."""
    return f"{ALIGNMENT} {score}"


def parsed(origin: str) -> Origin:
    """The parts of an origin, whoever wrote it; a score stands behind `memory` and `alignment` alone."""
    maker, _, rest = origin.partition(" ")
    kind, _, last = rest.rpartition(" ")
    if maker not in (MEMORY, ALIGNMENT) or not (last.isascii() and last.isdigit() and len(last) <= len(str(EQUAL))):
        return Origin(maker)
    return Origin(maker, kind if kind in KINDS else "", int(last))


def is_machine_made(origin: str) -> bool:
    """Whether a draft of this origin is a text that nobody ever stood for: of an engine, or of a match below EQUAL."""
    one = parsed(origin)
    return one.maker in MACHINES or (one.maker == MEMORY and one.score != EQUAL)
