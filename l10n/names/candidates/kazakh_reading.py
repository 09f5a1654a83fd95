"""What a name may be, of all that could have been spelt this way: a search over known parts and single letters.

A word is read from left to right as whole names, first and last elements, endings, and letters where nothing known
fits. A reading costs what its parts cost (a natural logarithm, so that costs add up): how rare the part is, how
unusual the spelling, and for single letters how rare the letter is after the two before it, and whether it breaks
the harmony of the vowels.  The letters' statistics are those of the lexicon itself.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from operator import add
from typing import NamedTuple

from l10n.names.candidates.kazakh_spellings import Spelling, Spellings

BACK, FRONT = "аоұы", "әеөүі"
"""Vowels of the two harmonies; the others (и у э ю я ё) go with both."""

VOWELS = BACK + FRONT + "иуэюяё"

DOUBLED = 1.0
"""Cost of a consonant that is doubled on one side only: Assylbek, Ғаппар from Гапар."""

WORST = 7.0
"""Cost of the spelling above which a known part is not recognised."""

WIDTH = 24
"""Readings that are followed at one place of the word."""

LONG, NARROW = 30, 6
"""Letters of a word that is no name, and readings that are followed of it: it may not cost much."""

RARITY = {"common": 6.5, "whole": 8.0, "first": 6.2, "last": 5.2, "ending": 0.7, "clipped": 8.0, "clipped last": 5.4}
"""Cost of a part by its kind: the logarithm of how many there are, roughly."""

KINDS = {"common": "whole"}
"""Kinds that differ in cost alone."""

JOINS = {
    "": {"whole": 0.0, "clipped": 0.0, "first": 0.0, "letters": 1.0},
    "first": {"first": 3.0, "last": 0.0, "clipped last": 0.0, "letters": 2.5, "ending": 1.5},
    "whole": {"last": 1.5, "clipped last": 1.5, "ending": 0.3, "letters": 3.0},
    "last": {"ending": 0.3, "last": 3.5, "clipped last": 3.5, "letters": 4.0},
    "clipped": {"ending": 0.3},
    "clipped last": {"ending": 0.3},
    "letters": {"letters": 0.0, "last": 2.0, "clipped last": 2.0, "ending": 0.5},
    "ending": {},
}
"""Cost of one kind of part after another; what is not here does not occur."""

LAST_PART = {"whole": 0.0, "last": 0.0, "ending": 0.0, "first": 1.5, "letters": 0.5}
"""Cost of a word that ends with this kind of part."""


class Reading(NamedTuple):
    """One reading of a word, or of its beginning; `text` is in small letters. Tuples, since thousands are made."""

    cost: float
    text: str
    kind: str = ""
    parts: tuple[str, ...] = ()
    """The known parts in it, in order."""
    harmony: str = ""
    """BACK or FRONT, by the last vowel that has one."""


class Unit(NamedTuple):
    """Letters that may be spelt at a place of the word."""

    end: int
    letters: str
    cost: float
    consonant: bool
    """A single consonant spells them, which may be doubled."""


class Match(NamedTuple):
    """A known part that may be spelt from a place of the word on."""

    end: int
    text: str
    kind: str
    cost: float


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    parts: list[tuple[str, str]] = field(default_factory=list)
    """(text that is written, kind)"""


class Lexicon:
    """Parts of names by kind, and how their letters follow one another."""

    def __init__(self, parts: Iterable[tuple[str, str, str]], harmony: float = 0.0) -> None:
        """parts: (letters by which it is found, text that it becomes, kind).  harmony: cost of breaking it."""
        self.root = _Node()
        self.harmony = harmony
        words = []
        for letters, text, kind in dict.fromkeys(parts):
            node = self.root
            for letter in letters:
                node = node.children.setdefault(letter, _Node())
            node.parts.append((text, kind))
            if kind in ("whole", "first", "last"):
                words.append(f"{'^^' if kind != 'last' else ''}{text}{'$' if kind != 'first' else ''}")
        one = "\n".join(words)
        two = [*map(add, one, one[1:])]
        self.letters = Counter(chunk for chunk in chain(one, two, map(add, two, one[2:])) if "\n" not in chunk)
        """How often one, two, three letters stand side by side in the words."""
        self._rarities: dict[str, float] = {}
        self._added: defaultdict[tuple[str, str], dict[str, tuple[float, str]]] = defaultdict(dict)
        self.total = sum(n for chunk, n in self.letters.items() if len(chunk) == 1)

    def rarity(self, before: str, letter: str) -> float:
        """Cost of a letter (or `$`, the end) after the text before it: three lengths of context, interpolated."""
        chunk = ("^^" + before)[-2:] + letter
        if chunk not in self._rarities:
            seen = self.letters
            chance = (seen[letter] + 0.5) / (self.total + 25)
            for tail in (chunk[1:-1], chunk[:-1]):
                chance = (seen[tail + letter] + 3 * chance) / (seen[tail] + 3)
            self._rarities[chunk] = -math.log(chance)
        return self._rarities[chunk]

    def read(self, word: str, spellings: Spellings, most: int) -> list[Reading]:
        """The likeliest readings of a word in small letters, best first, at most `most`, no text twice."""
        units = [[*_units(word, place, spellings)] for place in range(len(word) + 1)]
        width = WIDTH if len(word) <= LONG else NARROW
        at: list[dict[tuple[str, str], Reading]] = [{} for _ in range(len(word) + 1)]
        at[0]["", ""] = Reading(0.0, "")
        for start in range(len(word)):
            if not at[start]:
                continue
            matches = self._matches(word, start, units, spellings.silent)
            for reading in sorted(at[start].values())[:width]:
                self._continue(reading, matches, units[start], at)
        texts: dict[str, Reading] = {}
        for reading in sorted(self._ended(one) for one in at[-1].values() if one.kind in LAST_PART):
            texts.setdefault(reading.text, reading)
            if len(texts) == most:
                break
        return [*texts.values()]

    def _continue(
        self, before: Reading, matches: list[Match], units: list[Unit], at: list[dict[tuple[str, str], Reading]]
    ) -> None:
        """Keep the readings that go on from one, each where it ends, unless it was reached for less."""
        joins = JOINS[before.kind]
        for end, text, kind, price in matches:
            if kind in joins and (joined := _join(before, text, kind)):
                cost, kept = before.cost + joins[kind] + price, at[end].get((joined, kind))
                if kept is None or cost < kept.cost:
                    harmony = harmony_of(text) or before.harmony
                    at[end][joined, kind] = Reading(cost, joined, kind, (*before.parts, text), harmony)
        if "letters" not in joins:
            return
        added = self._added[before.text[-2:], before.harmony]
        for end, letters, price, _ in units:
            if letters not in added:
                added[letters] = self._add(before, letters)
            more, harmony = added[letters]
            text, cost = before.text + letters, before.cost + joins["letters"] + price + more
            kept = at[end].get((text, "letters"))
            if kept is None or cost < kept.cost:
                at[end][text, "letters"] = Reading(cost, text, "letters", before.parts, harmony)

    def _add(self, before: Reading, letters: str) -> tuple[float, str]:
        """What letters cost after a reading, whatever spells them, and the harmony that they leave."""
        cost, text, harmony = 0.0, before.text, before.harmony
        for letter in letters:
            own = harmony_of(letter)
            cost += self.rarity(text, letter) + self.harmony * (own != harmony if own and harmony else False)
            text, harmony = text + letter, own or harmony
        return cost, harmony

    def _ended(self, reading: Reading) -> Reading:
        end = self.rarity(reading.text, "$") if reading.kind == "letters" else 0.0
        return Reading(reading.cost + LAST_PART[reading.kind] + end, *reading[1:])

    def _matches(self, word: str, start: int, units: list[list[Unit]], silent: tuple[Spelling, ...]) -> list[Match]:
        """The known parts that may be spelt from this place on, each at its least cost."""
        found: dict[tuple[int, str, str], float] = {}
        open_ends = [(self.root, start, 0.0, "")]
        while open_ends:
            node, end, cost, last = open_ends.pop()
            for text, kind in node.parts if end > start else ():
                key, total = (end, text, KINDS.get(kind, kind)), cost + RARITY[kind]
                found[key] = min(total, found.get(key, total))
            if last in node.children and last not in VOWELS:
                open_ends.append((node.children[last], end, cost + DOUBLED, ""))
            for _, letters, price in silent:
                if cost + price <= WORST and (child := _below(node, letters)):
                    open_ends.append((child, end, cost + price, letters[-1]))
            for after, letters, price, consonant in units[end]:
                if cost + price <= WORST and (child := _below(node, letters)):
                    open_ends.append((child, after, cost + price, letters[-1]))
                    if consonant and word[after - 1] == word[after : after + 1]:
                        open_ends.append((child, after + 1, cost + price + DOUBLED, letters[-1]))
        return [Match(*key, cost) for key, cost in found.items()]


def _below(node: _Node, letters: str) -> _Node | None:
    """The node that these letters, one or two, lead to."""
    child = node.children.get(letters[0])
    return child.children.get(letters[1]) if child and len(letters) > 1 else child


@lru_cache(maxsize=4096)
def harmony_of(text: str) -> str:
    """BACK or FRONT, by the last vowel of the text that has a harmony; "" where none has."""
    for letter in reversed(text):
        if letter in BACK + FRONT:
            return BACK if letter in BACK else FRONT
    return ""


def _join(reading: Reading, text: str, kind: str) -> str:
    """The text with a part added; "" where the ending does not go with what was clipped before it.

    Абай loses its й before -ев and has it before -ұлы; Мұстафа loses its а before -ин.
    """
    before = reading.text
    if kind != "ending":
        return before + text
    son = text in ("ұлы", "қызы")
    if reading.kind.startswith("clipped"):
        return "" if text[0] not in "еұқ" else before + ("й" if son else "") + text
    clash = before[-1] in {"о": VOWELS + "ьй", "е": "й"}.get(text[0], "")
    return "" if clash else before + text


def _units(word: str, start: int, spellings: Spellings) -> Iterator[Unit]:
    """The letters that may be spelt at this place."""
    for spelt, letters, cost in spellings.by_first.get(word[start : start + 1], ()):
        if word.startswith(spelt, start):
            yield Unit(start + len(spelt), letters, cost, len(spelt) == 1 and spelt not in VOWELS + "aeiouy")
