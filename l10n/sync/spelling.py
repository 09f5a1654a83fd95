"""Misspelling: a word in no dictionary became the one word of the dictionary that it can only have meant.

Dictionaries: English, the word list of pyspellchecker (MIT; 160,000 forms with their frequencies, American
spelling: British forms are recognised by rule); Russian, OpenCorpora through pymorphy3 (5 million forms).
There is none for Kazakh and Uyghur: no edit of a word is a mere misspelling there.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, Protocol

MIN_LETTERS = 5
"""Shorter words have too many neighbours: there only two letters that changed places are a slip."""

DOMINANT = 4
"""How many times more frequent than any other neighbour the right word must be, where frequencies are known:
`recieve` is `receive` (52,000) and not `relieve` (12,000)."""

KNOWN_WELL = 500
"""How often pyspellchecker's corpus must have the right word: rarer ones (`madras`, 129) prove nothing."""

LETTERS = {"en": "abcdefghijklmnopqrstuvwxyz", "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюяё"}


class Dictionary(Protocol):
    """Words of a language, in small letters."""

    def knows(self, word: str) -> bool:
        """It is a word, or is made of one by a living prefix."""
        ...

    def is_only_choice(self, right: str, others: list[str]) -> bool:
        """Of all words next to a misspelt one, this is the one that was meant."""
        ...


def misspelt(wrong: str, right: str, language: str) -> bool:
    """`wrong` is no word, and `right` is the word that it misspells; both in small letters, without figures."""
    base = language.partition("-")[0]
    if base not in LETTERS or not (wrong.isalpha() and right.isalpha() and wrong.islower() and right.islower()):
        return False
    if not _near(wrong, right):
        return False
    dictionary = _dictionary(base)
    if dictionary.knows(wrong) or not dictionary.knows(right):
        return False
    neighbours = {word for word in neighbourhood(wrong, LETTERS[base]) if word != right and dictionary.knows(word)}
    if _slip(wrong, right):
        neighbours = {word for word in neighbours if _slip(wrong, word)}
    return dictionary.is_only_choice(right, sorted(neighbours))


def is_word(word: str, language: str) -> bool:
    """A word in small letters that is in the dictionary of its language; True where there is no dictionary."""
    base = language.partition("-")[0]
    return base not in LETTERS or _dictionary(base).knows(word)


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


@cache
def _dictionary(language: str) -> Dictionary:
    return English() if language == "en" else Russian()


class English:
    """pyspellchecker's list, British spellings, living prefixes."""

    PREFIXES = re.compile(
        r"(?:un|re|de|dis|non|pre|over|under|out|mis|sub|co|anti|counter|inter|trans|semi|multi)(?=\w{5})"
    )
    BRITISH = tuple(
        (re.compile(pattern), form)
        for pattern, form in (
            ("our", "or"),
            (r"is(e[drs]?|ing|ations?)$", r"iz\1"),
            (r"ys(e[drs]?|ing)$", r"yz\1"),
            (r"([bt])re(s?)$", r"\1er\2"),
            (r"ence(s?)$", r"ense\1"),
            (r"ll(ed|ing|ers?|ors?)$", r"l\1"),
            (r"ogue(s?)$", r"og\1"),
            (r"amme(s?)$", r"am\1"),
            ("[ao]e", "e"),
            ("^tyre", "tire"),
            ("^cheque", "check"),
            ("^grey", "gray"),
            ("geing$", "ging"),
            ("gement", "gment"),
            ("l(?=ful|ment)", "ll"),
        )
    )
    """British spelling and the American one of the list."""

    def __init__(self) -> None:
        path = resources.files("spellchecker") / "resources" / "en.json.gz"
        self.frequency: Mapping[str, int] = json.loads(gzip.decompress(path.read_bytes()))

    def knows(self, word: str) -> bool:
        if word in self.frequency or self._american(word):
            return True
        prefix = self.PREFIXES.match(word)
        return prefix is not None and word[prefix.end() :] in self.frequency

    def _american(self, word: str) -> bool:
        spellings = (pattern.sub(form, word) for pattern, form in self.BRITISH)
        return any(spelling != word and spelling in self.frequency for spelling in spellings)

    def is_only_choice(self, right: str, others: list[str]) -> bool:
        most = max((self.frequency.get(word, 0) for word in others), default=0)
        return self.frequency.get(right, 0) >= max(KNOWN_WELL, DOMINANT * most)


class Russian:
    """OpenCorpora's forms, living prefixes; names of people and places are no misspellings of words."""

    PREFIXES = re.compile(
        r"(?:не|анти|супер|псевдо|пост|экс|вице|микро|макро|авто|теле|радио|само|видео|интернет)(?=\w{5})"
    )
    NAMES = frozenset(["Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Init", "Abbr"])
    """OpenCorpora's grammemes of proper names."""

    def __init__(self) -> None:
        import pymorphy3  # type: ignore[import-untyped] # it has no types

        self.words: Any = pymorphy3.MorphAnalyzer(lang="ru")

    def knows(self, word: str) -> bool:
        if self.words.word_is_known(word):
            return True
        prefix = self.PREFIXES.match(word)
        return prefix is not None and bool(self.words.word_is_known(word[prefix.end() :]))

    def is_only_choice(self, right: str, others: list[str]) -> bool:
        readings = self.words.parse(right)
        if any(self.NAMES & reading.tag.grammemes for reading in readings):
            return False
        lemmas = {reading.normal_form for reading in readings}
        return all(lemmas & {reading.normal_form for reading in self.words.parse(word)} for word in others)
