"""Chains of endings: languages that set one ending after another, each chosen by the sound and the vowels before it.

A table of endings is a list of rows `(slots, feature, forms, next slot)`.  A word's stem stands in the slot `stem`; an
ending is open to a word that stands in one of its slots and leads to the next.  The forms are written as the grammars
print them: `VR лар/лер; NLZ дар/дер; T тар/тер` — after the sounds V and R it is `лар` with back vowels and `лер`
with front ones; `*` is any sound, and a form without a stroke goes with both kinds of vowels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from l10n.names.forms.grammar import Features, Readings

BACK, FRONT = "b", "f"
ANY = BACK + FRONT
"""The vowels of a stem whose harmony its letters do not settle."""

Row = tuple[str, str, str, str]
MEMORY = 200_000
"""How many remainders of words are remembered; a year of a newsroom has fewer."""


@dataclass(frozen=True, slots=True)
class Ending:
    """One form of one ending."""

    text: str
    feature: str
    """In the words of Universal Dependencies, in small letters; "" for one that says nothing."""
    sounds: str
    """The sounds after which it stands, a letter each; "" for any."""
    vowels: str
    """BACK, FRONT or ANY."""
    slot: str
    """Where the word stands after it."""


Read = Callable[[str, str, str, str], Readings]
"""`(rest, slot, sounds, vowels)`: what a remainder of a word may say; () where it is no chain of endings."""


Write = Callable[[Features, str, str, str], str | None]
"""`(features, slot, sounds, vowels)`: the endings that say the features; None where there are none, or several.

Sounds and vowels are all those that are possible.
"""


def endings(rows: Iterable[Row]) -> dict[str, tuple[Ending, ...]]:
    """The endings open to a word in each slot, in the order of the rows."""
    table: dict[str, list[Ending]] = {}
    for slots, feature, forms, following in rows:
        for ending in _forms(feature, forms, following):
            for slot in slots.split():
                table.setdefault(slot, []).append(ending)
    return {slot: tuple(found) for slot, found in table.items()}


def _forms(feature: str, forms: str, following: str) -> Iterable[Ending]:
    for group in forms.split(";"):
        sounds, *written = group.split()
        for form in written:
            back, stroke, front = form.partition("/")
            for text, vowels in ((back, BACK), (front, FRONT)) if stroke else ((back, ANY),):
                yield Ending(text, feature, sounds.strip("*"), vowels, following)


def reader(
    table: Mapping[str, tuple[Ending, ...]], sound: Callable[[str], str], unfinished: frozenset[str] = frozenset()
) -> Read:
    """A function that reads remainders by `table`; `sound` tells the last sound of an ending.

    Readings of few endings come first, and those of as many in the order of the table.
    No word ends in one of the slots `unfinished`.
    """
    by_letter: dict[tuple[str, str], list[Ending]] = {}
    for place, ends in table.items():
        for end in ends:
            by_letter.setdefault((place, end.text[0]), []).append(end)

    @lru_cache(maxsize=MEMORY)
    def read(rest: str, slot: str, sounds: str, vowels: str) -> Readings:
        if not rest:
            return () if slot in unfinished else ((),)
        found: list[Features] = []
        for end in by_letter.get((slot, rest[0]), ()):
            if not rest.startswith(end.text) or (end.sounds and not set(end.sounds) & set(sounds)):
                continue
            if agreed := "".join(each for each in vowels if each in end.vowels):
                tails = read(rest[len(end.text) :], end.slot, sound(end.text), agreed)
                found += [((end.feature,) if end.feature else ()) + tail for tail in tails]
        return tuple(sorted(dict.fromkeys(found), key=len))

    return read


def writer(
    table: Mapping[str, tuple[Ending, ...]], sound: Callable[[str], str], unfinished: frozenset[str] = frozenset()
) -> Write:
    """A function that writes chains of endings by `table`."""

    def chains(features: Features, slot: str, sounds: str, vowels: str) -> set[str]:
        if not features:
            return set() if slot in unfinished else {""}
        return {
            end.text + tail
            for end in table.get(slot, ())
            if end.feature == features[0] and (not end.sounds or set(end.sounds) & set(sounds))
            if (agreed := "".join(each for each in vowels if each in end.vowels))
            for tail in chains(features[1:], end.slot, sound(end.text), agreed)
        }

    def write(features: Features, slot: str, sounds: str, vowels: str) -> str | None:
        found = chains(features, slot, sounds, vowels)
        return found.pop() if len(found) == 1 else None

    return write
