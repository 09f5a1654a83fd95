"""Which letters follow which in names, in Russian letters: what a misreading betrays itself by.

`russian_letters.txt` holds, for every two letters, the cost of each third one: -4 ln of its share, as one sign of
`DIGITS`.  Counted over the 88,660 nominatives that OpenCorpora (CC BY-SA; the dictionary of pymorphy3) marks as Geox
(each counts three times), Surn (1.5), Name (1) or Patr (0.1), ё as е.  The share of a third letter is mixed with that
after one letter as if this had been seen six times, and that with the share of the letter alone, eight times.
`^` begins a word, `$` ends it.
"""

from __future__ import annotations

import string
from functools import cache
from importlib import resources

DIGITS = string.digits + string.ascii_lowercase + string.ascii_uppercase
ALPHABET = "$-абвгдежзийклмнопрстуфхцчшщъыьэюя"
"""The order in which the costs of a line stand."""

WEIGHT = 0.5
"""How much of the costs counts: the letters of a name depend on one another, and the rules have said most already."""

UNKNOWN = 8.0
"""Cost of a letter that is none of the ALPHABET."""


class Letters:
    """The costs, in natural units, by WEIGHT."""

    def __init__(self, lines: str) -> None:
        self.memory: dict[str, float] = {}
        self.costs = {
            line[:2] + letter: WEIGHT * DIGITS.index(digit) / 4
            for line in lines.splitlines()
            for letter, digit in zip(ALPHABET, line[3:], strict=True)
        }

    def cost(self, before: str, after: str) -> float:
        """What it costs that these letters come after those that begin a word."""
        return self._cost(f"^^{before}"[-2:], after)

    def _cost(self, last: str, after: str) -> float:
        found = self.memory.get(last + after)
        if found is None:
            stretch = (last + after).replace("ё", "е")
            found = sum(self.costs.get(stretch[place - 2 : place + 1], UNKNOWN) for place in range(2, len(stretch)))
            self.memory[last + after] = found
        return found

    def end(self, word: str) -> float:
        """What it costs that a word ends here."""
        return self.cost(word, "$")


@cache
def russian() -> Letters:
    """The costs of Russian names, read at their first use."""
    return Letters((resources.files(__package__) / "russian_letters.txt").read_text(encoding="utf-8"))
