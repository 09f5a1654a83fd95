"""Kazakh names in Cyrillic script: their inflected forms.

The last word of a name takes the endings: `Қасым-Жомарт Тоқаевтың`.  Acronyms and names in Latin letters take them
after a hyphen (`АҚШ-пен`, `Facebook-тің`), by how they are spoken, so every sound is reckoned with; a hyphen is
admitted after other words, too.  After a closing quotation mark it is left
outside of the mention.  Names with a capital take back and front vowels alike, because loan words keep to no
harmony (`Гонконгте`, `Йорктің`, `Георгтың`); words in small letters follow theirs.  A name whose last word stands in
the possessive already (`Шыңжаң-Ұйғыр автономиялық ауданы`) takes the endings of the third person: `ауданында`.
Spelling variants (Ирақ, Ирак) and patronymics (Мәжитұлы, Мажитович) are the glossary's to list.

Kazakh in Latin and Arabic script is read by way of this one, by `converted`.

Sources: `kazakh_endings`.  A native reader has still to confirm `settled`: which vowels a loan word takes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from l10n.names.forms import kazakh_endings as endings
from l10n.names.forms.chains import ANY, BACK, FRONT
from l10n.names.forms.grammar import FIXED, Features, Name, Readings, last_says

CASED = True
LOOKALIKES: Mapping[int, str] = {}
EQUALS: Mapping[int, str] = {}

NAME, PLACE, WORD, ACRONYM, POSSESSED = "name", "place", "word", "acronym", "possessed"
"""How a word inflects: with a capital, as a place of one word, without a capital, as it is spoken, as a possessive."""
NATIVE = frozenset("әғқңөұүһі")
"""Letters that Russian has not; a word with one of them is no late loan."""
LOAN = frozenset("вёиуфцчщъьэюя")
"""Letters of loan words, and those that stand for more than one vowel."""
SAME_AS_HIS = frozenset(["genitive", "instrumental"])
"""Cases that are the same after a vowel and after a possessive of the third person."""
IN_SHI = ("шы", "ші", "кісі", "қазы")
"""Ends of small-letter words in ы and і that are no possessives: `елші`."""
SONS = ("ұлы", "қызы")
"""Ends of names that are possessives."""
UNVOICED = {voiced: voiceless for voiceless, voiced in endings.VOICED.items()}
LONGEST_ACRONYM = 6
"""Letters, as of ЮНЕСКО; a longer word in capitals is a word of a headline."""
SPOKEN = {"ақш": ("T", BACK)}
"""Last sound and vowels of well-known acronyms in consonants: `АҚШ-тың`."""

agree = last_says


def plan(words: Sequence[str], name: Name) -> tuple[str, ...]:
    """The last word takes the endings."""
    last = words[-1]
    if not _is_cyrillic(last) or _is_acronym(last):
        how = ACRONYM
    elif _is_patronymic(last) or (len(words) > 1 and last.endswith(("ы", "і")) and name.kind != "person"):
        how = POSSESSED
    else:
        place = name.kind == "place" and len(words) == 1
        how = WORD if last[:1].islower() else PLACE if place else NAME
    return (FIXED,) * (len(words) - 1) + (how,)


def _is_patronymic(word: str) -> bool:
    """His son, her daughter: `Жақсыбекұлына`."""
    return len(word) > max(map(len, SONS)) and word.endswith(SONS)


def _is_acronym(word: str) -> bool:
    return word.isupper() and 1 < len(word) <= LONGEST_ACRONYM


def _is_cyrillic(word: str) -> bool:
    return any("\u0400" <= letter <= "\u052f" for letter in word)


def keys(base: str, how: str) -> tuple[str, ...]:
    """The word; without the vowel that it may lose, and with its last consonant voiced."""
    if how in (FIXED, ACRONYM):
        return (base,)
    return (base, *_before_vowel(base, how), *(_unpossessed(base) if how == POSSESSED else ()))


def _unpossessed(base: str) -> tuple[str, ...]:
    """What a possessive of the third person was put to: `лагер` of `лагері`, `министрлік`, `қауымдастық`."""
    if base.endswith(("сы", "сі")) and len(base) > 3 and base[-3] in endings.VOWELS:
        return (base[:-2],)
    last = base[-2:-1]
    return (base[:-2] + UNVOICED.get(last, last),)


def _before_vowel(base: str, how: str) -> tuple[str, ...]:
    """What becomes of the stem before a vowel: `кітаб`-, `халқ`-."""
    if len(base) < 3:
        return ()
    found = [base[:-1] + endings.VOICED[base[-1]]] if base[-1] in endings.VOICED else []
    loses = base[-2] in "ыі" and base[-1] in "қкрлнмңзс" and base[-3] not in endings.VOWELS
    if how not in (NAME, PLACE) and loses and any(letter in endings.VOWELS for letter in base[:-2]):
        found.append(base[:-2] + base[-1])
    return tuple(found)


def readings(word: str, base: str, how: str) -> Readings:
    """The chains of endings that make the word of the base."""
    if word == base:
        return ((),)
    if how == FIXED:
        return ()
    read = endings.read_place if how == PLACE else endings.read_word
    found: Readings = ()
    vowels = _vowels_read(base) if how == WORD else ANY
    if word.startswith(base):
        sounds = endings.EVERY if how == ACRONYM else endings.sounds(base)
        rest = word[len(base) :].lstrip("-'")
        found = read(rest, "stem", sounds, vowels)
        if how == POSSESSED:
            found = read(rest, "his", sounds, vowels) + found
    for stem in _unpossessed(base) if how == POSSESSED else ():
        if word.startswith(stem):
            many = read(word[len(stem) :], "stem", endings.sounds(stem), vowels)
            found += tuple(("plural", *said[2:]) for said in many if said[:2] == ("plural", "possessive 3"))
    for stem in _before_vowel(base, how) if how != ACRONYM else ():
        if word.startswith(stem):
            found += read(word[len(stem) :], "halt", "", vowels)
    return tuple(dict.fromkeys(found))


def _vowels_read(base: str) -> str:
    """Back or front vowels where the word has no others and no letter of a loan word; else both."""
    own = set(base) & endings.VOWELS
    if set(base) & LOAN or (own & endings.BACK_VOWELS and own & endings.FRONT_VOWELS):
        return ANY
    return endings.vowels(base)


def ending(suffix: str, base: str) -> Readings:
    """What an ending after a hyphen says; nobody knows how the word before it is spoken."""
    return endings.read_place(suffix, "stem", endings.EVERY, ANY) if suffix else ()


def apart(base: str) -> bool:
    """Never: `мен` after a space is the word for "and"."""
    return False


def loses_capital(how: str, features: Features) -> bool:
    """What is made of a place's name is no name: `алматылықтар`, `қазақстандық`."""
    return how == PLACE and features[:1] == ("derived",)


def is_ordinary(word: str) -> bool:
    """Without a dictionary every word in small letters is."""
    return True


def is_person(words: Sequence[str]) -> bool:
    """A patronymic or a family name says so."""
    return words[-1].casefold().endswith(("ұлы", "қызы", "ов", "ев", "ова", "ева", "ёв", "ёва"))


def inflect(words: Sequence[str], case: str, name: Name) -> Sequence[str] | None:
    """The last word in its case: `Тоқаевтың`, `АҚШ-пен`, `ауданында`.

    None where its vowels are not settled, and where ы or і at the end of a name with a capital may be a possessive.
    """
    return words if case == "nominative" else reinflect(words, (case,), name)


def reinflect(words: Sequence[str], features: Features, name: Name) -> Sequence[str] | None:
    """The last word with endings as another name had them; None as for `inflect`, and where its stem may change."""
    if not features:
        return words
    last = words[-1]
    slot = "stem"
    if last.endswith(("ы", "і")) and features[0] not in SAME_AS_HIS:
        possessed = _is_possessed(words, name)
        if possessed is None:
            return None
        slot = "his" if possessed else slot
    known = settled(last)
    if known is None or (features[0].startswith("possessive") and _before_vowel(last.lower(), WORD)):
        return None
    found = endings.write(features, slot, *known)
    if found is None:
        return None
    if _is_acronym(last):
        return [*words[:-1], f"{last}-{found}"]
    return [*words[:-1], last + (found.upper() if last.isupper() else found)]


def _is_possessed(words: Sequence[str], name: Name) -> bool | None:
    """Whether the last word, in ы or і, is a possessive; None where nobody can tell."""
    last = words[-1]
    if _is_patronymic(last):
        return True
    if last.endswith(IN_SHI):
        return False
    if last[:1].isupper():
        return False if len(words) == 1 or name.kind == "person" else None
    return True if len(words) > 1 else None


def settled(word: str) -> tuple[str, str] | None:
    """Last sound of a word for its endings, and which vowels they have, ANY where writers differ.

    None where its letters do not tell how it is spoken.
    """
    base = word.lower()
    if base in SPOKEN:
        return SPOKEN[base]
    if len(base) < 2 or not all("а" <= letter <= "ү" or letter in NATIVE or letter in "ё-’'" for letter in base):
        return None
    sound = endings.sounds(base)[:1]
    vowels = _vowels_written(base.rpartition("-")[2])
    if _is_acronym(word) and sound != "V":
        return None
    return (sound, vowels)


def _vowels_written(base: str) -> str:
    """Which vowels the endings of a word have: its last vowel decides, or ANY."""
    written = endings.vowels(base)
    if base.endswith(("ов", "ев")):
        root = endings.vowels(base[:-2])
        if root == BACK and (base.endswith("ов") or base[-3:-2] in endings.VOWELS):
            return BACK
        return FRONT if root == FRONT and (set(base) & NATIVE or base.endswith("ев")) else ANY
    if "и" in base and written == FRONT and set(base) & frozenset("қғ"):
        return ANY
    end = base.rstrip("ьъ")
    before = end[-2:-1]
    if end.endswith("у") and before not in endings.VOWELS:
        return written if end.endswith("су") else ANY
    cluster = len(end) > 1 and not {end[-1], before} & (endings.VOWELS | {"й"})
    if written == BACK and not set(base) & NATIVE and (cluster or end[-1:] in "кг"):
        return ANY
    return written if not base.endswith("ё") else ANY
