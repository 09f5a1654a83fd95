"""Which letters follow which in names, in Russian letters: what a misreading betrays itself by.

Counted over the Russian forms of our own lists of places and people, each word once, ё as е.  The share of a third
letter is mixed with that after one letter as if this had been seen SEEN_AFTER_ONE times, and that with the share of
the letter alone, SEEN_ALONE times.  `^` begins a word, `$` ends it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from math import log

from l10n.languages import lexicon
from l10n.names.candidates import fixed, gazetteer, people

ALPHABET = frozenset("$-абвгдежзийклмнопрстуфхцчшщъыьэюя")

WEIGHT = 0.5
"""How much of the costs counts: the letters of a name depend on one another, and the rules have said most already."""

UNKNOWN = 8.0
"""Cost of a letter that is none of the ALPHABET."""

SEEN_AFTER_ONE, SEEN_ALONE = 6, 8

ELEMENTS = lexicon(
    "улы аюлы кызы кожа кожам ходжа жан жана жума бай берды бердиев кельды гельды мурза тай хан хановна бек куль гуль",
    "али гали гази газы нур ислам мухамед мухамбет султан темир тимур жигит шах уали вали дин ддин",
)
"""Elements of Central Asian names, which the lists hardly have, and which many names in English letters are made of."""
OFTEN = 20
"""As how many names each of them counts."""


class Letters:
    """The costs, in natural units, by WEIGHT."""

    def __init__(self, words: Iterable[str]) -> None:
        self.three: Counter[str] = Counter()
        self.two: Counter[str] = Counter()
        self.one: Counter[str] = Counter()
        for word in words:
            signs = f"^^{word}$"
            for place in range(2, len(signs)):
                self.three[signs[place - 2 : place + 1]] += 1
                self.two[signs[place - 1 : place + 1]] += 1
                self.one[signs[place]] += 1
        self.after_two: Counter[str] = Counter()
        self.after_one: Counter[str] = Counter()
        for stretch, number in self.three.items():
            self.after_two[stretch[:2]] += number
        for stretch, number in self.two.items():
            self.after_one[stretch[0]] += number
        self.all = self.one.total()
        self.costs: dict[str, float] = {}
        self.memory: dict[str, float] = {}

    def cost(self, before: str, after: str) -> float:
        """What it costs that these letters come after those that begin a word."""
        last = f"^^{before}"[-2:]
        found = self.memory.get(last + after)
        if found is None:
            stretch = (last + after).replace("ё", "е")
            found = sum(self._third(stretch[place - 2 : place + 1]) for place in range(2, len(stretch)))
            self.memory[last + after] = found
        return found

    def end(self, word: str) -> float:
        """What it costs that a word ends here."""
        return self.cost(word, "$")

    def _third(self, stretch: str) -> float:
        """What the last of three letters costs after the other two."""
        found = self.costs.get(stretch)
        if found is None:
            alone = (self.one[stretch[2]] + 0.5) / (self.all + 0.5 * len(ALPHABET))
            after_one = (self.two[stretch[1:]] + SEEN_ALONE * alone) / (self.after_one[stretch[1]] + SEEN_ALONE)
            share = (self.three[stretch] + SEEN_AFTER_ONE * after_one) / (self.after_two[stretch[:2]] + SEEN_AFTER_ONE)
            found = self.costs[stretch] = -WEIGHT * log(share) if stretch[2] in ALPHABET else UNKNOWN
        return found


@cache
def russian() -> Letters:
    """The costs of Russian names, counted at their first use."""
    forms = (form for file in (gazetteer.FILE, people.FILE) for entry in fixed.entries(file) for form in entry[1])
    words = (word for form in forms for word in form.lower().replace("ё", "е").split())
    return Letters([*sorted(word for word in set(words) if ALPHABET.issuperset(word)), *sorted(ELEMENTS) * OFTEN])
