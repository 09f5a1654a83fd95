"""Adjectives with which the name of a region, an organisation or an event begins: Russian and Kazakh.

`Алматинская область`, `Октябрьская революция`: only the first word has a capital, and the noun belongs to the name.
pymorphy3 says whether two Russian words agree; of Kazakh the endings and the words of direction are known.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from l10n.languages import lexicon

ENDINGS = (
    "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ую", "юю", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ей",
    "ые", "ие", "ых", "их", "ыми", "ими", "лік", "лық", "дік", "дық", "тік", "тық", "аралық",
)  # fmt: skip
"""Endings of adjectives in all cases."""

RELATIONAL = ("ск", "цк")
"""What stands before the ending of an adjective that is made of a name."""

DIRECTIONS = lexicon("солтүстік оңтүстік шығыс батыс орталық орта жаңа таяу қиыр ұлы кіші үлкен")
"""Kazakh words that begin the name of a region and have no ending of their own."""


def is_one(word: str) -> bool:
    """Whether a word may be an adjective, by its ending."""
    small = word.lower()
    return small in DIRECTIONS or (len(small) > 4 and small.endswith(ENDINGS))


@lru_cache(maxsize=16_384)
def is_before(word: str) -> bool:
    """Whether the word is an adjective and belongs to the name behind it: `Северной Америке`, `Солтүстік Иран`."""
    small = word.lower()
    if small in DIRECTIONS:
        return True
    if not is_one(small):
        return False
    return any(one.tag.POS in ("ADJF", "PRTF") and "Surn" not in one.tag for one in _known(small))


@lru_cache(maxsize=16_384)
def agree(word: str, noun: str) -> bool:
    """Whether a Russian adjective and the ordinary noun behind it stand in one case, number and gender."""
    return bool(pair(word, noun))


def pair(word: str, noun: str) -> tuple[Any, Any] | None:
    """The readings of pymorphy3 in which an adjective and a noun agree; None where there are none."""
    adjectives = [one for one in _read(word) if one.tag.POS in ("ADJF", "PRTF") and "Apro" not in one.tag]
    nouns = [one for one in _known(noun.lower()) if one.tag.POS == "NOUN"]
    for one in nouns:
        for other in adjectives:
            same = other.tag.case == one.tag.case and other.tag.number == one.tag.number
            if same and (one.tag.number == "plur" or other.tag.gender == one.tag.gender):
                return other, one
    return None


def _known(word: str) -> tuple[Any, ...]:
    from l10n.names.forms import russian_words

    return russian_words.known(word)


def _read(word: str) -> tuple[Any, ...]:
    """All readings of an adjective, guessed ones of what is made of a name (`Бехистунскую`) too."""
    from l10n import dictionaries

    small = word.lower()
    known = _known(small)
    russian = dictionaries.of("ru")
    if known or not any(small.removesuffix(ending).endswith(RELATIONAL) for ending in ENDINGS):
        return known
    assert isinstance(russian, dictionaries.Russian)
    return tuple(russian.words.parse(small))
