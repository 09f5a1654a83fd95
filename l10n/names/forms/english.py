"""English names: possessive and plural.

Source: The Chicago Manual of Style, 17th edition, 7.15-7.19 (possessives), 7.9 (plurals of names: no `-ies`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from l10n import dictionaries
from l10n.languages import lexicon
from l10n.names.forms import plain
from l10n.names.forms.grammar import FIXED, Features, Name, Readings, by_cases, last_only, last_says

CASED = True
LOOKALIKES: Mapping[int, str] = {}
EQUALS: Mapping[int, str] = {}

_HISSING = ("s", "x", "z", "ch", "sh")
"""Ends after which the plural is -es."""

_SURNAMES = lexicon(
    "adams andrews daniels davids edwards evans harris hughes jacobs matthews owens peters phillips richards roberts",
    "rogers samuels simons stevens walters williams",
)
"""Surnames that look like the plural of a given name."""

plan = last_only
agree = last_says
ending = plain.ending
apart = plain.apart
loses_capital = plain.loses_capital


def keys(base: str, how: str) -> tuple[str, ...]:
    """Nothing changes at the beginning of a word but the -y of an ordinary plural."""
    return (base[:-1],) if base.endswith("y") and len(base) > 1 else (base,)


def readings(word: str, base: str, how: str) -> Readings:
    """Singular or plural, possessive or not."""
    if word == base:
        return ((),)
    if how == FIXED:
        return ()
    if word == f"{base}'s" or (word == f"{base}'" and base.endswith("s")):
        return (("genitive",),)
    plurals = {f"{base}es" if base.endswith(_HISSING) else f"{base}s"}
    if base.endswith("y"):
        plurals.add(f"{base[:-1]}ies")
    if word.removesuffix("'") in plurals - _SURNAMES:
        return (("plural", "genitive"),) if word.endswith("'") else (("plural",),)
    return ()


def is_ordinary(word: str) -> bool:
    """It is in the dictionary, or was, before names lost their capitals there: nearly every word."""
    english = dictionaries.of("en")
    return english is None or english.knows(word)


def is_person(words: Sequence[str]) -> bool:
    """Patronymics of the region alone say so."""
    return any(word.casefold().endswith(("vich", "vna", "uly", "kyzy", "qyzy", "ughli")) for word in words[1:])


def inflect(words: Sequence[str], case: str, name: Name) -> Sequence[str] | None:
    """Nominative and genitive: `Tokayev’s`, `United Nations’`."""
    if case == "nominative":
        return words
    if case != "genitive":
        return None
    many = words[-1].endswith("s") and name.kind != "person" and len(words) > 1
    return [*words[:-1], words[-1] + ("’" if many else "’s")]


def reinflect(words: Sequence[str], features: Features, name: Name) -> Sequence[str] | None:
    """A form that may be several cases is made where they are one form again."""
    return by_cases(inflect, words, features, name)
