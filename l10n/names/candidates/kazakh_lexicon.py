"""The known parts of names, as the reader of names takes them: Kazakh ones, and those of the press."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from l10n.names.candidates import fixed, gazetteer, kazakh_men, kazakh_names, kazakh_places, kazakh_press
from l10n.names.candidates.kazakh_reading import Lexicon

FAMILY_ENDINGS = ("ов", "ев", "ова", "ева", "ин", "ина")
"""Endings of family names, which Kazakh keeps."""

RUSSIAN_ENDINGS = ("ский", "ская", "ович", "овна", "евич", "евна")
"""Endings that no Kazakh name has."""

PATRONYMICS = {
    "ұлы": ("ұлы", "ович", "евич", "ич"),
    "қызы": ("қызы", "овна", "евна", "ична"),
}
"""Endings of patronymics, and the Russian ones that they stand for."""

HARMONY = 1.5
"""Cost of a vowel of the other harmony where letters are guessed one by one."""


@cache
def kazakh() -> Lexicon:
    """Kazakh names; built once."""
    return Lexicon(_kazakh(), HARMONY)


@cache
def press() -> Lexicon:
    """Names that keep their Russian spelling; built once."""
    return Lexicon(_press())


def _kazakh() -> Iterator[tuple[str, str, str]]:
    yield from ((name, name, "common") for name in _words(kazakh_names.COMMON))
    for name in _words(kazakh_men.MEN, kazakh_names.WOMEN, kazakh_names.PEOPLES, kazakh_places.KAZAKH):
        yield name, name, "whole"
        yield from ((clipped, clipped, "clipped") for clipped in _clipped(name))
    yield from ((part, part, "first") for part in _words(kazakh_names.FIRST, kazakh_places.FIRST))
    for part in _words(kazakh_names.LAST, kazakh_places.LAST):
        yield part, part, "last"
        yield from ((clipped, clipped, "clipped last") for clipped in _clipped(part))
    yield from ((ending, ending, "ending") for ending in FAMILY_ENDINGS)
    yield from ((spelt, kazakh, "ending") for kazakh, ways in PATRONYMICS.items() for spelt in ways)


def _words(*texts: str) -> Iterator[str]:
    for text in texts:
        yield from (word for word in text.lower().split() if word[0].isalpha())


def _clipped(word: str) -> Iterator[str]:
    """The word without the й that -ев swallows."""
    if word.endswith("й"):
        yield word[:-1]


def _listed() -> Iterator[str]:
    """Russian names of well-known places, where Kazakh has no form of its own."""
    for entry in fixed.entries(gazetteer.FILE):
        if len(entry) == 2:
            yield from entry[1]


def _press() -> Iterator[tuple[str, str, str]]:
    for name in _words(kazakh_press.GIVEN, kazakh_press.FAMILY, *_listed()):
        yield name, name, "whole"
    for name in _words(kazakh_press.FAMILY):
        if name.endswith(("ов", "ев", "ёв", "ин")):
            yield name + "а", name + "а", "whole"
        elif name.endswith("ий"):
            yield name[:-2] + "ая", name[:-2] + "ая", "whole"
    yield from ((ending, ending, "ending") for ending in (*FAMILY_ENDINGS, *RUSSIAN_ENDINGS))
