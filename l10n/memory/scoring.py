"""Scores: how similar two texts are, and in what they differ."""

from __future__ import annotations

from collections.abc import Iterable

from l10n.codes import ANY
from l10n.model import Match
from l10n.model.matches import EXACT
from l10n.text import nfc, word_diff

_CODES = 0xF0000
"""Private use, plane 15: a character for each inline code that occurs."""


def similarity(a: str, b: str) -> int:
    """How similar two texts are, 0–100; 100 means equal after NFC.

    Twice the length of the longest common subsequence by the sum of the lengths (RapidFuzz's Indel ratio, rounded
    down), an inline code being one character: the scale of XLIFF 2.1 Matches `similarity`.
    """
    from rapidfuzz.distance import Indel

    seen: dict[str, str] = {}
    a, b = (ANY.sub(lambda match: seen.setdefault(match[0], chr(_CODES + len(seen))), nfc(text)) for text in (a, b))
    return score(Indel.distance(a, b), len(a) + len(b))


def score(distance: int, lengths: int) -> int:
    """The score of texts at an Indel distance, with the sum of their lengths."""
    return EXACT * (lengths - distance) // lengths if lengths else EXACT


def near(data: bytes, others: Iterable[bytes], least: int) -> list[tuple[int, int]]:
    """Place and score of each encoded text that scores at least so much."""
    from rapidfuzz import process
    from rapidfuzz.distance import Indel

    length = len(data)
    others = list(others)
    longest = max(map(len, others), default=0)
    cutoff = (length + longest) * (EXACT - least) // EXACT
    found = []
    for other, distance, place in process.extract(data, others, scorer=Indel.distance, score_cutoff=cutoff, limit=None):
        if (scored := score(int(distance), length + len(other))) >= least:
            found.append((place, scored))
    return found


def difference(match: Match, text: str) -> list[tuple[str, str]]:
    """The way from the source of a match to a text, as word_diff says it."""
    return word_diff(match.source, nfc(text))
