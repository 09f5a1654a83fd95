"""Parts: every value that the words of a text may say, those of parts of numerals too.

`двадцать пять` may be 20, 5 and 25, `пятиэтажный` is 5, `a third` 1/3 or 2/3: enough to explain a figure of the other
side, too much to claim one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from l10n.facts.figures import LONGEST, Value, exact, is_power_of_ten
from l10n.facts.spans import total
from l10n.facts.worth import FIRST_OF_TWO, worth

_WORD = re.compile(r"[^\W\d_]+|\d+")
_JOINTS = frozenset({"and", "и", "ۋە", "мен"})
_THOUSAND = 1000
_MANY = 40
"""Number words in a row that may be one number."""
_BEGINNINGS: dict[str, Value] = {**FIRST_OF_TWO, "одно": 1, "дву": 2, "сто": 100, "пол": Fraction(1, 2)}
_COMPOUNDS = tuple(
    (value, re.compile(rf"{stem.replace('е', '[её]')}(?=\w{{3,}})")) for stem, value in _BEGINNINGS.items()
)
_PARTS = {
    3: ("трет", "third", "үштен", "ئۈچتىن"),
    4: ("четверт", "quarter", "fourth", "ширек", "төрттен", "چارەك", "تۆتتىن"),
    5: ("пят", "fifth", "бестен", "بەشتىن"),
    10: ("десят", "tenth", "оннан", "ئوندىن"),
    2: ("полов", "half", "жарт", "тең", "يېرىم", "يېرىمى"),
}


def worded(text: str, locale: str) -> frozenset[Value]:
    """The values of all numbers in words, of their parts too, and of figures with words behind: `2 hundred`."""
    found: set[Value] = set()
    run: list[Value] = []
    language = locale.partition("-")[0]
    for match in _WORD.finditer(text):
        word = match[0]
        value = int(word) if word.isdecimal() and len(word) <= LONGEST else worth(word, language)
        if value is not None:
            found.add(value)
            run.append(value)
            continue
        found |= _compound(word.lower(), language)
        if word.lower() not in _JOINTS:
            found |= _sums(run)
            run = []
    return frozenset(found | _sums(run))


@lru_cache(maxsize=1 << 14)
def _compound(word: str, language: str) -> frozenset[Value]:
    """`пятиэтажный` is five, `двадцатилетний` twenty."""
    found: set[Value] = set()
    if language == "ru":
        for value, stems in _COMPOUNDS:
            if stems.match(word):
                found.add(value)
    for parts, beginnings in _PARTS.items():
        if word.startswith(beginnings):
            found |= {Fraction(1, parts), Fraction(parts - 1, parts)}
    return frozenset(found)


def _sums(run: Sequence[Value]) -> set[Value]:
    """What adjacent number words may say: all of them, and every stretch of them."""
    found: set[Value] = set()
    some = run[:8]
    for start in range(len(some)):
        for end in range(start + 2, len(some) + 1):
            found.add(_sum(some[start:end]))
    if len(some) < len(run) <= _MANY:
        found.add(_sum(run))
    return found


def _sum(values: Sequence[Value]) -> Value:
    return exact(total([(Fraction(value), is_power_of_ten(value)) for value in values]))
