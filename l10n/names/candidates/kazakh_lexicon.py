"""The known parts of names, as the reader of names takes them: Kazakh ones, and those of the press."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from l10n.names.candidates import fixed, gazetteer, kazakh_names, kazakh_places, kazakh_press
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
    yield from ((name, name, "common") for name in _small(kazakh_names.COMMON))
    whole = kazakh_names.MEN + kazakh_names.WOMEN + kazakh_names.PEOPLES + kazakh_places.KAZAKH
    for name in _small(whole):
        yield name, name, "whole"
        yield from ((clipped, clipped, "clipped") for clipped in _clipped(name))
    yield from ((part, part, "first") for part in _small(kazakh_names.FIRST + kazakh_places.FIRST))
    for part in _small(kazakh_names.LAST + kazakh_places.LAST):
        yield part, part, "last"
        yield from ((clipped, clipped, "clipped last") for clipped in _clipped(part))
    yield from ((ending, ending, "ending") for ending in FAMILY_ENDINGS)
    yield from ((spelt, kazakh, "ending") for kazakh, ways in PATRONYMICS.items() for spelt in ways)


def _small(words: Iterable[str]) -> Iterator[str]:
    """In small letters, what begins with a letter."""
    return (word.lower() for word in words if word[0].isalpha())


def _clipped(word: str) -> Iterator[str]:
    """The word without the й that -ев swallows."""
    if word.endswith("й"):
        yield word[:-1]


def _listed() -> Iterator[str]:
    """The words of Russian names of well-known places, where Kazakh has no form of its own."""
    for entry in fixed.entries(gazetteer.FILE):
        if len(entry) == 2:
            yield from " ".join(entry[1]).split()


def _press() -> Iterator[tuple[str, str, str]]:
    for name in _small([*kazakh_press.GIVEN, *kazakh_press.FAMILY, *_listed()]):
        yield name, name, "whole"
    for name in _small(kazakh_press.FAMILY):
        if name.endswith(("ов", "ев", "ёв", "ин")):
            yield name + "а", name + "а", "whole"
        elif name.endswith("ий"):
            yield name[:-2] + "ая", name[:-2] + "ая", "whole"
    yield from ((ending, ending, "ending") for ending in (*FAMILY_ENDINGS, *RUSSIAN_ENDINGS))
