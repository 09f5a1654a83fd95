"""Everyday words that four languages have in common by their meaning: `lexicon.txt`, a concept a line.

A word is known by its beginning, whatever ending follows; the longest beginning counts.
A native reader has still to confirm the columns of Kazakh and Uyghur.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

LANGUAGES = ("en", "ru", "kk", "ug")
"""The columns; words are in the usual script of each."""
ENDING = {"en": 4, "ru": 6, "kk": 10, "ug": 10}
"""Letters that may follow a beginning."""
WHOLE = "="


@cache
def _beginnings(language: str) -> Mapping[str, tuple[str, ...]]:
    """The concepts of each beginning, or of a whole word with WHOLE behind it."""
    found: dict[str, tuple[str, ...]] = {}
    column = LANGUAGES.index(language)
    text = files(__package__).joinpath("lexicon.txt").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines()):
        if line.startswith("#"):
            continue
        for word in line.split("|")[column].split():
            found[word] = (*found.get(word, ()), str(number))
    return found


@lru_cache(maxsize=1 << 16)
def concepts(word: str, language: str) -> tuple[str, ...]:
    """The concepts of a word in small letters; () for most words, and in other languages."""
    if language not in LANGUAGES:
        return ()
    known = _beginnings(language)
    if whole := known.get(word + WHOLE):
        return whole
    for length in range(len(word), max(len(word) - ENDING[language], 2) - 1, -1):
        if found := known.get(word[:length]):
            return found
    return ()
