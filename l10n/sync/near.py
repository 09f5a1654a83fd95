"""An index of texts by their rare words: candidates for a similar text in time that does not grow with all texts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

STEM = 5
"""Letters of a word that count: most inflection of ru, kk and ug comes after them."""

POSTINGS = 64
"""A word in more texts than this says too little to be followed up."""

BUDGET = 256
"""How many entries of the index are looked at for one text."""

CANDIDATES = 5
"""How many of the texts with most words in common are returned."""

_WORD = re.compile(r"[^\W_]+")


class Index:
    """Texts by word stems and by pairs of neighbouring stems."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._postings: dict[str, list[int]] = defaultdict(list)
        for place, text in enumerate(texts):
            for feature in set(_features(text)):
                self._postings[feature].append(place)

    def candidates(self, text: str) -> list[int]:
        """Places of the texts that share most rare words with this one, best first."""
        found = (
            (len(self._postings[feature]), feature) for feature in set(_features(text)) if feature in self._postings
        )
        lists = [self._postings[feature] for _, feature in sorted(found)]
        votes: Counter[int] = Counter()
        seen = 0
        for postings in lists:
            if seen and (seen + len(postings) > BUDGET or len(postings) > POSTINGS):
                break
            seen += len(postings[:BUDGET])
            votes.update(postings[:BUDGET])
        return [place for place, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:CANDIDATES]]


def _features(text: str) -> list[str]:
    stems = [word[:STEM] for word in _WORD.findall(text.lower())]
    return stems + [f"{a} {b}" for a, b in pairwise(stems)]
