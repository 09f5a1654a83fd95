"""The likeliest spellings of one word, from the tables of weighed letters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from l10n.names.candidates import uyghur_letters as tables

VOWELS = frozenset("اەوۇۆۈېى")
CONSONANTS = frozenset("بپتجچخدرزژسشغفقكگڭلمنھۋي")
HEMZE = "ئ"
CHINESE = "ۇا"

WIDTH = 48
"""Beginnings of a word that are carried on while the next letter is written."""

Weights = Mapping[str, float]
"""Spellings and how likely each is; they need not add up to one."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Ways to write some letters, where they stand between what `after` and `before` say."""

    after: str
    letters: str
    before: str
    ways: tuple[tuple[str, float], ...]

    def fits(self, word: str, place: int, sounds: tuple[str, str]) -> bool:
        """The letters stand in the word at the place, and what is around them is as asked."""
        if not word.startswith(self.letters, place):
            return False
        end = place + len(self.letters)
        left, right = word[place - 1 : place] if place else "", word[end : end + 1]
        return _agrees(self.after, left, sounds) and _agrees(self.before, right, sounds)


def _agrees(asked: str, letter: str, sounds: tuple[str, str]) -> bool:
    if asked in {"^", "$"}:
        return not letter
    if asked in {"V", "K"}:
        return bool(letter) and letter in sounds[asked == "K"]
    return not asked or (bool(letter) and letter in asked)


def spell(word: str, language: str) -> dict[str, float]:
    """Spellings of a word in small letters, likeliest first; none where a letter has no way to be written."""
    rules, sounds = _rules(language), tables.SOUNDS[language[:2]]
    begun: list[tuple[str, float]] = [("", 1.0)]
    place = 0
    while place < len(word):
        step, ways = _ways(word, place, rules, sounds)
        if not step:
            return {}
        begun = _best((head + way, weight * share) for head, weight in begun for way, share in ways)
        place += step
    return {joined(bare): weight for bare, weight in _best(_broken(begun))}


def _ways(
    word: str, place: int, rules: Mapping[str, tuple[Rule, ...]], sounds: tuple[str, str]
) -> tuple[int, tuple[tuple[str, float], ...]]:
    """How many letters are written next, and the ways to write them."""
    letter = word[place]
    rule = next((rule for rule in rules.get(letter, ()) if rule.fits(word, place, sounds)), None)
    if rule is None:
        return 0, ()
    doubled = letter in sounds[1] and word.startswith(letter * 2, place) and len(rule.letters) == 1
    if not doubled:
        return len(rule.letters), rule.ways
    second = next((rule for rule in rules[letter] if rule.fits(word, place + 1, sounds)), rule)
    ways = [(way, weight * (1 - tables.DOUBLED)) for way, weight in second.ways]
    ways += [(way[:1] + way, weight * tables.DOUBLED) for way, weight in second.ways]
    return 1 + len(second.letters), tuple(ways)


def _broken(spellings: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """Two consonants at the start stand together, or a vowel stands between them."""
    found = []
    for bare, weight in spellings:
        if bare[:2] in tables.BREAKABLE:
            found += [(bare, weight * (1 - tables.BROKEN)), (f"{bare[0]}ى{bare[1:]}", weight * tables.BROKEN)]
        else:
            found.append((bare, weight))
    return found


def _best(spellings: Iterable[tuple[str, float]]) -> list[tuple[str, float]]:
    """The likeliest WIDTH; what was reached on several ways counts together."""
    together: dict[str, float] = {}
    for bare, weight in spellings:
        together[bare] = together.get(bare, 0.0) + weight
    return sorted(together.items(), key=lambda one: (-one[1], one[0]))[:WIDTH]


def joined(bare: str) -> str:
    """With hemze before each vowel that starts a word or follows a vowel."""
    written = []
    before = ""
    for letter in bare:
        if letter in VOWELS and (before not in CONSONANTS and before != HEMZE):
            written.append(HEMZE)
        written.append(letter)
        before = letter
    return "".join(written)


def is_well_formed(word: str) -> bool:
    """Only letters of the Uyghur alphabet, hemze only and always before a vowel that has no consonant before it.

    A hemze after a consonant is right too where a part of a word starts with the vowel: `سەنئەت`.
    In Chinese names ۇا is one sound, without hemze: `گۇاڭدۇڭ`.
    """
    for before, letter in zip(" " + word, word, strict=False):
        if letter not in VOWELS and letter not in CONSONANTS and letter != HEMZE:
            return False
        if before == HEMZE and letter not in VOWELS:
            return False
        if letter in VOWELS and before != HEMZE and before not in CONSONANTS and before + letter != CHINESE:
            return False
    return bool(word) and not word.endswith(HEMZE)


@cache
def _rules(language: str) -> Mapping[str, tuple[Rule, ...]]:
    """The rules of a language by their first letter, those with more letters first, then as the table has them."""
    lines = [line.split("|") for table in tables.TABLES[language] for line in table.strip("\n").splitlines()]
    rules = [Rule(after.strip(), letters, before.strip(), _shares(ways)) for after, letters, before, ways in lines]
    rules.sort(key=lambda rule: -len(rule.letters))
    first: dict[str, list[Rule]] = {}
    for rule in rules:
        first.setdefault(rule.letters[0], []).append(rule)
    return {letter: tuple(found) for letter, found in first.items()}


def _shares(ways: str) -> tuple[tuple[str, float], ...]:
    """`ا 8 ە 2` as ways that together weigh one; `-` writes nothing."""
    parts = ways.split()
    weights = [float(weight) for weight in parts[1::2]]
    return tuple((way.strip("-"), weight / sum(weights)) for way, weight in zip(parts[::2], weights, strict=True))
