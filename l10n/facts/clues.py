"""Clues: the words of a text that say a number, a unit or a side, found in one pass for all who read them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from l10n.facts.contraries import Reading, said
from l10n.facts.figures import Value
from l10n.facts.units import named
from l10n.facts.worth import TOGETHER, compound, worth

_WORD = re.compile(r"[^\W\d_]+")
MOST = 1 << 16
"""Words of a language that are remembered; then they are read anew."""


class Clue(NamedTuple):
    """A word in its place."""

    start: int
    end: int
    text: str
    """In small letters."""
    value: Value | None
    """Of a word that says a number."""
    unit: str
    """As in `units`, of a word that names one without a number."""
    says: tuple[Reading, ...]
    """As in `contraries`."""


Known = tuple[str, Value | None, str, tuple[Reading, ...]]


class _Words(dict[str, Known | None]):
    """What is known of each word of a language that was ever read; None of most."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, word: str) -> Known | None:
        if len(self) > MOST:
            self.clear()
        lower = word.lower()
        value = compound(lower, self.language)
        if value is None:
            value = worth(word, self.language)
        says = said(lower, self.language)
        unit = named(lower)
        known = (lower, value, unit, says) if value is not None or unit or says or lower in TOGETHER else None
        self[word] = known
        return known


def clues(text: str, locale: str) -> tuple[Clue, ...]:
    """The clues of a text in order of their places."""
    known = _words(locale.partition("-")[0])
    found = []
    for match in _WORD.finditer(text):
        if one := known[match[0]]:
            found.append(Clue(match.start(), match.end(), *one))
    return tuple(found)


@cache
def _words(language: str) -> _Words:
    return _Words(language)
