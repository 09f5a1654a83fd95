"""Uyghur given names and surnames found by their bare sounds, however English, Russian or Kazakh spells them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from l10n.names.candidates import uyghur_names as names
from l10n.names.candidates.uyghur_places import folded
from l10n.names.standards import transliterate

CYRILLIC = {
    "дж": "j", "нг": "n", "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "a", "ё": "iu",
    "ж": "j", "з": "z", "и": "i", "й": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "u",
    "ө": "u", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "p", "х": "h", "һ": "h",
    "ц": "s", "ч": "c", "ш": "$", "щ": "$", "ы": "i", "і": "i", "э": "a", "ю": "iu", "я": "ia", "ь": "", "ъ": "",
}  # fmt: skip
"""Bare sounds of Russian and Kazakh letters: vowels of one height are one, so are k and q, f and p."""

LATIN = {
    "dzh": "j", "zh": "j", "dj": "j", "kh": "h", "gh": "g", "sh": "$", "ch": "c", "ts": "s", "ng": "n", "ph": "p",
    "th": "t", "ee": "i", "oo": "u", "ou": "u", "q": "k", "x": "h", "w": "v", "y": "i", "f": "p", "c": "k", "e": "a",
    "o": "u",
}  # fmt: skip
"""The same for English spellings and for ULY; other letters are their own sounds."""

FINAL = {"d": "t", "b": "p"}
"""Sounds that fall together at the end of a word."""

OPEN = "aiu"

LOOSE = str.maketrans({"g": "k", "d": "t", "b": "p", "z": "s"} | dict.fromkeys(OPEN, ""))
"""What remains when vowels and voice are left aside."""

DOUBLED = re.compile(r"(.)\1+")

LOOSE_SOUNDS = 4
"""Consonants that a name needs to be found without its vowels: with fewer, everything is like everything."""

STRICT, COMPOSED, LIKE = 0.8, 0.6, 0.4
"""How likely a name found is the one meant: by all its sounds, by its parts, by its consonants."""

SURNAMES = (
    (("баева", "baeva", "bayeva"), (("بايېۋا", 0.85), ("باي", 0.15))),
    (("баев", "baev", "bayev"), (("بايېۋ", 0.65), ("بايېف", 0.2), ("باي", 0.15))),
    (("ова", "ova"), (("وۋا", 0.85), ("", 0.15))),
    (("ева", "yeva", "ieva", "eva"), (("ېۋا", 0.85), ("", 0.15))),
    (("ов", "ow", "ov", "of", "off"), (("وۋ", 0.6), ("وف", 0.25), ("", 0.15))),
    (("ев", "yev", "iev", "ev"), (("ېۋ", 0.65), ("ېف", 0.2), ("", 0.15))),
)
"""Russian endings of surnames, how Uyghur writes them, and without: Uyghurs abroad leave them away."""


VOWELS = frozenset("اەوۇۆۈېى")
YE = re.compile("(?<=[аәеиоөуұүыіэюя])е|^е")


def sounds(word: str) -> str:
    """The bare sounds of a word in small letters."""
    table = CYRILLIC if any("CYRILLIC" in unicodedata.name(letter, "") for letter in word) else LATIN
    yotated = YE.sub("ие", word.replace("й", "и").replace("ё", "ио"))
    plain = unicodedata.normalize("NFD", yotated)
    letters = "".join(letter for letter in plain if letter.isalpha())
    found, place = "", 0
    while place < len(letters):
        size = next((size for size in (3, 2, 1) if letters[place : place + size] in table), 1)
        found += table.get(letters[place : place + size], letters[place : place + size])
        place += size
    found = DOUBLED.sub(r"\1", found)
    return found[:-1] + FINAL.get(found[-1:], found[-1:])


def worldly(word: str) -> dict[str, float]:
    """The Uyghur spelling of a name that the world's news is full of."""
    return _world().get(folded(word), {})


def named(word: str, like: bool) -> dict[str, float]:
    """Uyghur spellings of a name in small letters, and how likely each is; none where nothing is found.

    like: its consonants are enough, because it is known to be a name of these languages; `Calabria` is not Gülperi.
    """
    whole = _found(word, like)
    if whole:
        return whole
    for endings, ways in SURNAMES:
        ending = next((ending for ending in endings if word.endswith(ending)), "")
        stems = _found(word[: -len(ending)], like) if ending else {}
        if stems:
            return {_with(stem, way): weight * share for stem, weight in stems.items() for way, share in ways}
    return {}


def _with(stem: str, ending: str) -> str:
    """A stem and an ending: between two vowels stands ي."""
    between = "ي" if ending[:1] in VOWELS and stem[-1:] in VOWELS else ""
    return stem + between + ending


def _found(word: str, like: bool) -> dict[str, float]:
    """Names with these sounds; else those made of a name and an ending; else those with these consonants."""
    heard = sounds(word)
    strict, loose = _lexicon()
    if heard in strict:
        return _shared(strict[heard], STRICT)
    for ending, written in _endings().items():
        stem = heard.removesuffix(ending)
        if stem != heard and stem in strict:
            return {name + written: weight for name, weight in _shared(strict[stem], COMPOSED).items()}
    alike = _consonants(heard)
    return _shared(loose.get(alike, ()), LIKE) if like and len(alike) > LOOSE_SOUNDS else {}


def _consonants(heard: str) -> str:
    """What is compared where the vowels differ: the consonants, and whether a vowel ends the name."""
    return heard.translate(LOOSE) + ("-" if heard[-1:] in OPEN else "+")


def _shared(found: tuple[str, ...], weight: float) -> dict[str, float]:
    """Each name half as likely as the one before."""
    return {name: weight / 2**place for place, name in enumerate(found)}


@cache
def _world() -> Mapping[str, dict[str, float]]:
    """The names of the world's news as English and Russian spell them."""
    return {folded(form): {written: STRICT} for *forms, written in names.WORLD for form in forms}


@cache
def _lexicon() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    """The names by their sounds and by their consonants, in Arabic letters, in the order of the tables."""
    strict: dict[str, tuple[str, ...]] = {}
    loose: dict[str, tuple[str, ...]] = {}
    for name in names.MALE + names.FEMALE + names.NEIGHBOURS:
        heard, written = sounds(name.lower()), transliterate(name, "ug-Latn", "ug-Arab")
        for index, key in ((strict, heard), (loose, _consonants(heard))):
            if written not in index.get(key, ()):
                index[key] = (*index.get(key, ()), written)
    return strict, loose


@cache
def _endings() -> Mapping[str, str]:
    """Parts at the end of names by their sounds, long ones first."""
    parts = {sounds(part): transliterate(part, "ug-Latn", "ug-Arab").lstrip("ئ") for part in names.ENDINGS}
    return dict(sorted(parts.items(), key=lambda one: -len(one[0])))
