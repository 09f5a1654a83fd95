"""What a name may be, of all that could have been spelt this way: a search over known parts and single letters.

A word is read from left to right as whole names, first and last elements, endings, and letters where nothing known
fits. A reading costs what its parts cost (a natural logarithm, so that costs add up): how rare the part is, how
unusual the spelling, and for single letters how rare the letter is after the two before it, and whether it breaks
the harmony of the vowels.  The letters' statistics are those of the lexicon itself.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field

from l10n.names.candidates.kazakh_spellings import Spellings

BACK, FRONT = "аоұы", "әеөүі"
"""Vowels of the two harmonies; the others (и у э ю я ё) go with both."""

VOWELS = BACK + FRONT + "иуэюяё"

DOUBLED = 1.0
"""Cost of a consonant that is doubled on one side only: Assylbek, Ғаппар from Гапар."""

WORST = 7.0
"""Cost of the spelling above which a known part is not recognised."""

WIDTH = 24
"""Readings that are followed at one place of the word."""

RARITY = {"common": 6.5, "whole": 8.0, "first": 6.2, "last": 5.2, "ending": 0.7, "clipped": 8.0, "clipped last": 5.4}
"""Cost of a part by its kind: the logarithm of how many there are, roughly."""

KINDS = {"common": "whole"}
"""Kinds that differ in cost alone."""

JOINS = {
    ("", "whole"): 0.0,
    ("", "clipped"): 0.0,
    ("", "first"): 0.0,
    ("", "letters"): 1.0,
    ("first", "first"): 3.0,
    ("first", "last"): 0.0,
    ("first", "clipped last"): 0.0,
    ("first", "letters"): 2.5,
    ("first", "ending"): 1.5,
    ("whole", "last"): 1.5,
    ("whole", "clipped last"): 1.5,
    ("whole", "ending"): 0.3,
    ("whole", "letters"): 3.0,
    ("last", "ending"): 0.3,
    ("last", "last"): 3.5,
    ("last", "clipped last"): 3.5,
    ("last", "letters"): 4.0,
    ("clipped", "ending"): 0.3,
    ("clipped last", "ending"): 0.3,
    ("letters", "letters"): 0.0,
    ("letters", "last"): 2.0,
    ("letters", "clipped last"): 2.0,
    ("letters", "ending"): 0.5,
}
"""Cost of one kind of part after another; what is not here does not occur."""

LAST_PART = {"whole": 0.0, "last": 0.0, "ending": 0.0, "first": 1.5, "letters": 0.5}
"""Cost of a word that ends with this kind of part."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a word, or of its beginning; `text` is in small letters."""

    cost: float
    text: str
    kind: str = ""
    parts: tuple[str, ...] = ()
    """The known parts in it, in order."""


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
        self.letters: Counter[str] = Counter()
        for letters, text, kind in dict.fromkeys(parts):
            node = self.root
            for letter in letters:
                node = node.children.setdefault(letter, _Node())
            node.parts.append((text, kind))
            if kind in ("whole", "first", "last"):
                word = f"{'^^' if kind != 'last' else ''}{text}{'$' if kind != 'first' else ''}"
                self.letters.update(word[i:j] for j in range(1, len(word) + 1) for i in range(max(0, j - 3), j))
        self._rarities: dict[str, float] = {}
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
        at: list[dict[str, Reading]] = [{} for _ in range(len(word) + 1)]
        at[0][""] = Reading(0.0, "")
        for start in range(len(word)):
            matches = list(self._matches(word, start, spellings))
            units = list(_units(word, start, spellings))
            for reading in _best(at[start].values(), WIDTH):
                for end, after in self._continued(reading, matches, units):
                    _keep(at[end], after)
        texts: dict[str, Reading] = {}
        for reading in at[-1].values():
            if reading.kind in LAST_PART:
                _keep(texts, self._ended(reading), key=reading.text)
        return _best(texts.values(), most)

    def _continued(
        self, reading: Reading, matches: list[tuple[int, str, str, float]], units: list[tuple[int, str, float]]
    ) -> Iterator[tuple[int, Reading]]:
        for end, text, kind, cost in matches:
            join = JOINS.get((reading.kind, kind))
            joined = None if join is None else _join(reading, text, kind)
            if join is not None and joined is not None:
                yield end, Reading(reading.cost + join + cost, joined, kind, (*reading.parts, text))
        join = JOINS.get((reading.kind, "letters"))
        if join is None:
            return
        for end, letters, cost in units:
            text, cost = reading.text, reading.cost + join + cost
            for letter in letters:
                cost += self.rarity(text, letter) + self.harmony * breaks_harmony(text, letter)
                text += letter
            yield end, Reading(cost, text, "letters", reading.parts)

    def _ended(self, reading: Reading) -> Reading:
        cost = reading.cost + LAST_PART[reading.kind]
        if reading.kind == "letters":
            cost += self.rarity(reading.text, "$")
        return Reading(cost, reading.text, reading.kind, reading.parts)

    def _matches(self, word: str, start: int, spellings: Spellings) -> Iterator[tuple[int, str, str, float]]:
        """(end, text, kind, cost) of the known parts that may be spelt at this place."""
        paired = {letters[0] for letters in spellings if len(letters) > 1}
        open_ends = [(self.root, start, 0.0, "")]
        while open_ends:
            node, end, cost, last = open_ends.pop()
            if end > start:
                yield from ((end, text, KINDS.get(kind, kind), cost + RARITY[kind]) for text, kind in node.parts)
            if last in node.children and last not in VOWELS:
                open_ends.append((node.children[last], end, cost + DOUBLED, ""))
            for letters, child in _steps(node, spellings, paired):
                for spelt, price in spellings[letters].items():
                    if cost + price <= WORST and word.startswith(spelt, end):
                        after = end + len(spelt)
                        open_ends.append((child, after, cost + price, letters[-1]))
                        if _repeats(word, after, spelt):
                            open_ends.append((child, after + 1, cost + price + DOUBLED, letters[-1]))


def _steps(node: _Node, spellings: Spellings, paired: Set[str]) -> Iterator[tuple[str, _Node]]:
    """The letters, one or two at once, that go on from here and have spellings of their own."""
    for letter, child in node.children.items():
        if letter in spellings:
            yield letter, child
        if letter in paired:
            for second, grandchild in child.children.items():
                if letter + second in spellings:
                    yield letter + second, grandchild


def breaks_harmony(before: str, letter: str) -> bool:
    """The letter is a vowel of the other harmony than the last vowel before it that has one."""
    if letter not in BACK + FRONT:
        return False
    vowels = [vowel for vowel in before if vowel in BACK + FRONT]
    return bool(vowels) and (vowels[-1] in BACK) != (letter in BACK)


def _join(reading: Reading, text: str, kind: str) -> str | None:
    """The text with a part added; None where the ending does not go with what was clipped before it.

    Абай loses its й before -ев and has it before -ұлы; Мұстафа loses its а before -ин.
    """
    before = reading.text
    if kind != "ending":
        return before + text
    son = text in ("ұлы", "қызы")
    if reading.kind.startswith("clipped"):
        return None if text[0] not in "еұқ" else before + ("й" if son else "") + text
    clash = before[-1] in {"о": VOWELS + "ьй", "е": "й"}.get(text[0], "")
    return None if clash else before + text


def _repeats(word: str, after: int, spelt: str) -> bool:
    consonant = len(spelt) == 1 and spelt not in VOWELS + "aeiouy"
    return consonant and word[after : after + 1] == spelt


def _units(word: str, start: int, spellings: Spellings) -> Iterator[tuple[int, str, float]]:
    """(end, letters, cost) of the letters that may be spelt at this place; a doubled consonant may be one."""
    for letters, ways in spellings.items():
        for spelt, price in ways.items():
            if spelt and word.startswith(spelt, start):
                yield start + len(spelt), letters, price


def _keep(readings: dict[str, Reading], reading: Reading, key: str = "") -> None:
    key = key or f"{reading.text}|{reading.kind}"
    if key not in readings or reading.cost < readings[key].cost:
        readings[key] = reading


def _best(readings: Iterable[Reading], most: int) -> list[Reading]:
    return heapq.nsmallest(most, readings, key=lambda reading: (reading.cost, reading.text))
