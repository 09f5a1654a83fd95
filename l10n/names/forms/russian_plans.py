"""How each word of a Russian name is declined: by whose name it is, and by what stands in a phrase."""

from __future__ import annotations

import re
from collections.abc import Sequence

from l10n.languages import lexicon
from l10n.names.forms.grammar import FIXED, Name
from l10n.names.forms.patterns import CHINESE
from l10n.names.forms.russian_words import DECLINED, is_person, known

ACRONYM = "acronym"
LOOSE = "loose"
"""A word after the first noun: it declines or stays (`Республики Казахстан`, `города Алматы`)."""
WORD = "word"
PLACE = "place"
MAN, WOMAN, PERSON = "man", "woman", "person"
PARTICLES = lexicon(
    "ибн бен бин аль эль ас аз ад ар ат аш ан ат-та фон ван де ди да дю дер ден ла ле оглы кызы улы угли бинт абд"
)
"""Small words of names, which do not decline."""


PREPOSITIONS = lexicon("на над под при у в за до де ла ле сюр эн")
"""Inside a compound the part before them declines."""

ADJECTIVES = ("ский", "ская", "ское", "ские", "цкий", "цкая", "цкое", "цкие")
"""Ends of adjectives that are made of places."""

CYRILLIC = re.compile("[а-яё-]+", re.IGNORECASE)


def plan(words: Sequence[str], name: Name) -> tuple[str, ...]:
    """How each word is declined."""
    if len(words) == 1:
        return (_how_alone(words[0], name),)
    if name.kind == "person" or (not name.kind and is_person(words)):
        return person_plan(words, name)
    return _plan_of_phrase(words)


def _how_alone(word: str, name: Name) -> str:
    if not CYRILLIC.fullmatch(word):
        return FIXED
    if len(word) > 1 and word.isupper():
        return ACRONYM
    if name.kind == "person":
        return {"male": MAN, "female": WOMAN}.get(name.sex, PERSON)
    return PLACE if name.kind == "place" else WORD


def person_plan(words: Sequence[str], name: Name) -> tuple[str, ...]:
    """How each word of a person's name declines: all by the sex of the person; a particle, not at all."""
    sex = name.sex or sex_of(words)
    how = {"male": MAN, "female": WOMAN}.get(sex, PERSON)
    hows = [how if CYRILLIC.fullmatch(word) and word.lower() not in PARTICLES else FIXED for word in words]
    if is_east_asian(words, name.origin):
        hows[:-1] = [FIXED] * (len(words) - 1)
    return tuple(hows)


def is_east_asian(words: Sequence[str], origin: str) -> bool:
    """Of such a name only the last word declines: `Си Цзиньпина`, `Ким Чен Ына`, `Нгуен Ван Чонга`."""
    if origin:
        return origin in ("zho", "kor", "vie")
    return words[0].lower() in CHINESE or words[0] in ("Ким", "Пак", "Нгуен", "Чон", "Мун")


def sex_of(words: Sequence[str]) -> str:
    """The sex that endings of surname or patronymic show, or ""."""
    for word in (words[-1], words[0], *words[1:-1]):
        small = word.lower()
        if small.endswith(("ова", "ева", "ёва", "ина", "ская", "цкая", "овна", "евна", "ична", "кызы")):
            return "female"
        if small.endswith(("ов", "ев", "ёв", "ский", "цкий", "ович", "евич", "улы", "оглы")):
            return "male"
    return ""


def _plan_of_phrase(words: Sequence[str]) -> tuple[str, ...]:
    """Adjectives up to the first noun decline with it; after it what is no nominative stays."""
    hows = []
    head = False
    for word in words:
        if not CYRILLIC.fullmatch(word) or word.lower() in PARTICLES:
            hows.append(FIXED)
        elif len(word) > 1 and word.isupper():
            hows.append(ACRONYM)
            head = True
        elif not head:
            readings = known(word.lower().rpartition("-")[2])
            noun = [one for one in readings if one.tag.POS == "NOUN"]
            hows.append(FIXED if readings and not any(one.tag.POS in DECLINED for one in readings) else WORD)
            nominative = any(one.tag.case == "nomn" for one in noun) if readings else True
            head = nominative and not is_adjective(word)
        else:
            hows.append(LOOSE if _may_be_nominative(word) else FIXED)
    return tuple(hows)


def is_adjective(word: str) -> bool:
    """The dictionary says so first; of a word that it does not have (`Алматинская`), the ending."""
    small = word.lower().rpartition("-")[2]
    readings = known(small)
    return readings[0].tag.POS in ("ADJF", "PRTF") if readings else small.endswith(ADJECTIVES)


def _may_be_nominative(word: str) -> bool:
    readings = known(word.lower())
    return word[0].isupper() and (not readings or any(one.tag.case == "nomn" for one in readings))
