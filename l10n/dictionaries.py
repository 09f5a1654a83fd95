"""Dictionaries of ordinary words: what is in one is no misspelling, and in small letters no name.

English, the word list of pyspellchecker (MIT; 160,000 forms with their frequencies, American spelling: British
forms are recognised by rule); Russian, OpenCorpora through pymorphy3 (5 million forms).  There is none for
Kazakh and Uyghur.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Protocol

LANGUAGES = ("en", "ru")
"""Those with a dictionary."""

KNOWN_WELL = 500
"""How often pyspellchecker's corpus must have the right word: rarer ones (`madras`, 129) prove nothing."""

DOMINANT = 4
"""How many times more frequent than any other neighbour the right word must be, where frequencies are known:
`recieve` is `receive` (52,000) and not `relieve` (12,000)."""


class Dictionary(Protocol):
    """Words of a language, in small letters."""

    def knows(self, word: str) -> bool:
        """It is a word, or is made of one by a living prefix."""
        ...

    def is_only_choice(self, right: str, others: list[str]) -> bool:
        """Of all words next to a misspelt one, this is the one that was meant."""
        ...


def of(language: str) -> Dictionary | None:
    """The dictionary of a BCP 47 tag's language, read at its first use; None where there is none."""
    base = language.partition("-")[0]
    return _read(base) if base in LANGUAGES else None


@cache
def _read(language: str) -> Dictionary:
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
