"""How words of a language are read in Russian letters: tables of letters with costs, and the best ways through a word.

A table is text, rules between semicolons: `sch=ш;V<s>V=з с1;<e>$=-`.  What stands before `=` are the letters read,
between `<` and `>` where neighbours count; before and after them stands a pattern of one letter or more, `^` and `$`
for the ends of the word, V for a vowel, C for a consonant.  Behind it stand the readings, each with its cost where it
has one: nothing is free of doubt, but the first is usual.  `-` reads nothing; `~` is a soft sign that stands between.
Of the rules that fit at a place the one with the most letters counts, then the one with the most context.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from l10n.names.candidates.fixed import plain
from l10n.names.candidates.letters import Letters

WIDTH = 12
"""Half-read words that are kept at each letter of a word."""

GIVEN = 8
"""Readings of a word that are given."""

LOST = 2.5
"""What a letter costs that is read without its mark, because the language has no such letter."""

VOWELS = "aeiouyàáâãäåæāăąèéêëēėęěìíîïīįòóôõöøōőœùúûüũūůűųýÿıəɛɔ"


@dataclass(frozen=True, slots=True)
class Rule:
    """Letters in a context, and what may be written for them."""

    pattern: re.Pattern[str]
    length: int
    written: tuple[tuple[str, float], ...]


POINTS = ".'’"
POINT = Rule(re.compile("."), 1, (("", 0.0),))
"""What stands in a word beside its letters and has no rule of its own is not read."""


@dataclass(frozen=True)
class Table:
    """The readings of one language."""

    text: str
    """The rules."""
    vowels: str = VOWELS
    """The letters that V stands for."""

    @cached_property
    def rules(self) -> dict[str, list[Rule]]:
        """Rules by their first letter, those with the most letters and context first."""
        found: dict[str, list[tuple[int, int, Rule]]] = {}
        for entry in re.split("[;\n]", self.text):
            if "=" in entry:
                head, _, tail = entry.strip().partition("=")
                letters, context, pattern = _pattern(head, self.vowels)
                rule = Rule(re.compile(pattern), len(letters), tuple(_written(tail)))
                found.setdefault(letters[0], []).append((-len(letters), -context, rule))
        return {
            letter: [rule for _, _, rule in sorted(rules, key=lambda one: one[:2])] for letter, rules in found.items()
        }

    def read(self, word: str, model: Letters, given: int = GIVEN) -> list[tuple[str, float]]:
        """The best readings of a word in small letters with what each costs, least first; none where a letter has none.

        The cost is that of the rules and that of the letters in the model.  Time grows with the length of the word.
        """
        lost = LOST * sum(1 for letter in word if letter not in self.rules and plain(letter) != letter)
        word = "".join(letter if letter in self.rules else plain(letter) for letter in word)
        ways: list[dict[str, float]] = [{} for _ in range(len(word) + 1)]
        ways[0][""] = lost
        for place in range(len(word)):
            if not ways[place]:
                continue
            found = (one for one in self.rules.get(word[place], ()) if one.pattern.match(word, place))
            rule = next(found, POINT if word[place] in POINTS else None)
            if rule is None:
                return []
            onto = ways[place + rule.length]
            kept = sorted(ways[place].items(), key=lambda one: (one[1], one[0]))[:WIDTH]
            for read, cost in kept:
                for written, price in rule.written:
                    longer = read + written
                    total = cost + price + model.cost(read, written)
                    if total < onto.get(longer, float("inf")):
                        onto[longer] = total
        whole = ((read, cost + model.end(read)) for read, cost in ways[-1].items() if read)
        return sorted(whole, key=lambda one: (one[1], one[0]))[:given]


def _pattern(head: str, vowels: str) -> tuple[str, int, str]:
    """The letters read, how many signs of context there are, and the regular expression."""
    before, _, rest = head.rpartition("<")
    letters, _, after = rest.partition(">")
    left = "^" if before == "^" else f"(?<={_context(before, vowels)})" if before else ""
    right = f"(?={_context(after, vowels)})" if after else ""
    return letters, len(before) + len(after), left + re.escape(letters) + right


def _context(signs: str, vowels: str) -> str:
    return "".join({"V": f"[{vowels}]", "C": f"[^{vowels}]"}.get(sign, sign) for sign in signs)


def _written(tail: str) -> Iterable[tuple[str, float]]:
    """Readings with their costs."""
    for one in tail.split():
        letters = one.rstrip("0123456789.")
        yield letters.replace("-", "").replace("~", "ь"), float(one[len(letters) :] or 0)
