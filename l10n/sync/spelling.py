"""Misspelling: a word in no dictionary became the one word of the dictionary that it can only have meant.

There is no dictionary for Kazakh and Uyghur: no edit of a word is a mere misspelling there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from l10n import dictionaries

MIN_LETTERS = 5
"""Shorter words have too many neighbours: there only two letters that changed places are a slip."""

LETTERS = {"en": "abcdefghijklmnopqrstuvwxyz", "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюяё"}


def misspelt(wrong: str, right: str, language: str) -> bool:
    """`wrong` is no word, and `right` is the word that it misspells; both in small letters, without figures."""
    dictionary = dictionaries.of(language)
    if dictionary is None or not (wrong.isalpha() and right.isalpha() and wrong.islower() and right.islower()):
        return False
    if not _near(wrong, right):
        return False
    if dictionary.knows(wrong) or not dictionary.knows(right):
        return False
    neighbours = {
        word
        for word in neighbourhood(wrong, LETTERS[language.partition("-")[0]])
        if word != right and dictionary.knows(word)
    }
    if _slip(wrong, right):
        neighbours = {word for word in neighbours if _slip(wrong, word)}
    return dictionary.is_only_choice(right, sorted(neighbours))


def is_word(word: str, language: str) -> bool:
    """A word in small letters that is in the dictionary of its language; True where there is no dictionary."""
    dictionary = dictionaries.of(language)
    return dictionary is None or dictionary.knows(word)


def _near(wrong: str, right: str) -> bool:
    """One letter missing, added, replaced, or two swapped; or letters doubled and not doubled."""
    if abs(len(wrong) - len(right)) <= 1 and _distance()(wrong, right, score_cutoff=1) <= 1:
        return min(len(wrong), len(right)) >= MIN_LETTERS or sorted(wrong) == sorted(right)
    return len(wrong) >= MIN_LETTERS and _single(wrong) == _single(right)


@cache
def _distance() -> Callable[..., int]:
    """Optimal string alignment: letters replaced, added, removed, and neighbours swapped."""
    from rapidfuzz.distance.OSA import distance

    return distance


def _slip(wrong: str, right: str) -> bool:
    """Two letters that changed places, or a letter doubled or not: the slips in which no other word is meant."""
    return sorted(wrong) == sorted(right) or _single(wrong) == _single(right)


def _single(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)


def neighbourhood(word: str, letters: str) -> Iterator[str]:
    """Every string one slip away from a word."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in letters)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in letters)
