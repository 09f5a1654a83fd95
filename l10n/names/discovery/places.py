"""What everybody knows: countries, cities, peoples and languages, by CLDR; and the scripts that letters belong to."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache

from l10n import codes
from l10n.names.discovery import lexicon
from l10n.names.discovery.listing import Passage

_ADJECTIVES = ("n", "an", "ian", "ese", "i", "ish", "er")
"""Endings by which English makes the adjective of a country: Malaysia, Malaysian."""


@cache
def names(language: str) -> frozenset[str]:
    """Names of countries and cities in a language, in small letters."""
    from l10n.names.candidates import cldr

    return cldr.place_names(language)


@cache
def is_place(language: str) -> Callable[[str], bool]:
    """Whether a name is that of a country or a city which CLDR knows, in any case of a language that declines it."""
    known = names(language)
    if not lexicon.of(language).declined:
        return lambda name: name.casefold() in known
    from l10n.names.forms import Finder

    finder = Finder(language, sorted(map(str.title, known)))

    @cache
    def is_one(name: str) -> bool:
        return name.casefold() in known or any(hit.span == (0, len(name)) for hit in finder.find(name))

    return is_one


@cache
def is_people(language: str) -> Callable[[str], bool]:
    """Whether a word is the name of a people, a language or a faith, or an adjective of a country."""
    from l10n.names.candidates import cldr

    base = language.partition("-")[0]
    known = {name.casefold() for name in cldr.language_names(language)} | lexicon.of(language).peoples
    countries = names(language)

    def is_one(word: str) -> bool:
        small = word.casefold()
        singular = small.removesuffix("s") if base == "en" else small
        return bool({small, singular} & known) or (base == "en" and _is_adjective(singular, countries))

    return is_one


def _is_adjective(word: str, countries: frozenset[str]) -> bool:
    return any(
        len(stem) >= 4 and (stem in countries or f"{stem}a" in countries or f"{stem}y" in countries)
        for ending in _ADJECTIVES
        if word.endswith(ending)
        for stem in [word.removesuffix(ending)]
    )


@cache
def script(letter: str) -> str:
    """ "LATIN", "CYRILLIC", "ARABIC" …: the first word of a letter's Unicode name; "" for what is no letter."""
    return unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""


def scripts(word: str) -> frozenset[str]:
    """The scripts of a word's letters."""
    return frozenset(filter(None, map(script, word)))


def usual_script(passages: Iterable[Passage]) -> str:
    """The script of most letters of an article; "" where there is none."""
    letters: Counter[str] = Counter()
    for passage in passages:
        letters.update(codes.ANY.sub("", passage.text))
    found: Counter[str] = Counter()
    for letter, number in letters.items():
        found[script(letter)] += number
    del found[""]
    return found.most_common(1)[0][0] if found else ""


def is_foreign(form: str, usual: str) -> bool:
    """Whether a name is in a script that an article of this script explains; Latin is at home in every one."""
    own = scripts(form)
    return bool(own) and usual not in own and "LATIN" not in own
