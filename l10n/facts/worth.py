"""Worth: the number that one word says, alone or as the first of two.

Words of numbers are those of `l10n.languages`; here are those that are no numbers there: spans of time, Russian halves
and compounds.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache

from l10n.facts.figures import Value, exact
from l10n.facts.spans import meaning

FIRST_OF_TWO = {
    "перво": 1, "второ": 2, "третье": 3, "четверо": 4,
    "двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "девяти": 9, "десяти": 10,
    "двенадцати": 12, "пятнадцати": 15, "двадцати": 20, "тридцати": 30, "сорока": 40, "пятидесяти": 50,
    "шестидесяти": 60, "семидесяти": 70, "восьмидесяти": 80, "девяносто": 90, "сто": 100, "двухсот": 200,
    "трехсот": 300, "четырехсот": 400, "пятисот": 500,
}  # fmt: skip
"""Beginnings of Russian compounds, with е for ё."""
_BEGINNING = "|".join(sorted((one.replace("е", "[её]") for one in FIRST_OF_TWO), key=len, reverse=True))
_COMPOUND = re.compile(
    rf"({_BEGINNING})"
    r"(?:дневн|летн|лети|месячн|часов|этажн|недельн|минутн|кратн|сторонн|километров|метров|процентн|комнатн|местн"
    r"|(тысяч|миллионн|миллиардн)|классн|томн|голов|балльн)"
)
_TIMES = {"тысяч": 10**3, "миллионн": 10**6, "миллиардн": 10**9}
_SPANS = {"decade": 10, "decades": 10, "fortnight": 2, "десятилети": 10, "онжылдық": 10}
"""Spans of time that other languages say with a number; the first ten letters."""
TOGETHER = frozenset({"бірге", "بىرگە"})
"""Together, and to one: `төрттен бірге`, by a quarter."""


@lru_cache(maxsize=1 << 14)
def worth(word: str, language: str) -> Value | None:
    """The value of a word that says a number."""
    if counted := _SPANS.get(word.lower()[:10]):
        return counted
    kind, value = meaning(word, language)
    if kind != "number":
        half = word[3:] if language == "ru" and word[:3].lower() == "пол" else ""
        whole = worth(half, language) if len(half) > 3 else None
        return exact(Fraction(whole) / 2) if whole else None
    try:
        return exact(Fraction(Decimal(value)))
    except (InvalidOperation, ValueError):
        return None


def compound(word: str, language: str) -> Value | None:
    """What a word of two says of which a number is the first: `двухдневный`, `пятилетний`."""
    if language != "ru" or not (match := _COMPOUND.match(word)):
        return None
    return FIRST_OF_TWO[match[1].replace("ё", "е")] * _TIMES.get(match[2], 1)
