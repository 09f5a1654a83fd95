"""Russian names: declined by what they end in and by whose they are; pymorphy3 is asked about ordinary words.

Both names of a person decline (`Ильхама Тохти`: the surname in -и does not), only the last word of a Chinese one;
a woman's name in a consonant stays (`Гульбахар Джалиловой`); of a compound the last part declines (`Нур-Султана`),
or the first before a preposition (`Ростова-на-Дону`).  In a name of several words the adjectives and their noun
decline, what depends on them stays (`Всемирного уйгурского конгресса`, `Организации Объединённых Наций`).
Abbreviations that read as words may take endings (`МИДа`).

pymorphy3 (OpenCorpora) is a witness: it says whether a word could be a form of a dictionary word, whether it is
ordinary in small letters, what stands in a name of several words.  It never says that a form is not the name's.
Not taken for the name: adjectives made of it (`казахстанский`), the bare stem as a genitive plural (`Рон` of `Рона`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from l10n import dictionaries
from l10n.languages import lexicon
from l10n.names.forms.grammar import FIXED, Features, Name, Readings
from l10n.names.forms.russian_endings import ANY, CASES, VOWELS, forms, plural_forms

CASED = True
LOOKALIKES: Mapping[int, str] = {}
EQUALS: Mapping[int, str] = {ord("ё"): "е"}

ACRONYM = "acronym"
LOOSE = "loose"
"""A word after the first noun: it declines or stays (`Республики Казахстан`, `города Алматы`)."""
WORD = "word"
PLACE = "place"
MAN, WOMAN, PERSON = "man", "woman", "person"

_NAMES = dictionaries.Russian.NAMES
_SELDOM = 0.05
"""The least probability of a reading in OpenCorpora that makes a word ordinary: `путин` is seldom of `путина`."""

_CASE = {
    "nomn": "nominative", "gent": "genitive", "datv": "dative", "accs": "accusative", "ablt": "instrumental",
    "loct": "locative", "gen2": "genitive", "loc2": "locative", "acc2": "accusative",
}  # fmt: skip
"""Cases of OpenCorpora."""

_PARTICLES = lexicon(
    "ибн бен бин аль эль ас аз ад ар ат аш ан ат-та фон ван де ди да дю дер ден ла ле оглы кызы улы угли бинт абд"
)
"""Small words of names, which do not decline."""

_PREPOSITIONS = lexicon("на над под при у в за до де ла ле сюр эн")
"""Inside a compound the part before them declines."""

_CYRILLIC = re.compile("[а-яё-]+", re.IGNORECASE)
_ACRONYM_ENDING = re.compile("а|у|ом|ем|е|ы|и|ов|ам|ами|ах")
_ACRONYM_CASES: dict[str, Readings] = {
    "а": (("genitive",), ("accusative",)), "у": (("dative",),), "ом": (("instrumental",),), "ем": (("instrumental",),),
    "е": (("locative",),), "ы": (("plural", "nominative"),), "и": (("plural", "nominative"),),
    "ов": (("plural", "genitive"),), "ам": (("plural", "dative"),), "ами": (("plural", "instrumental"),),
    "ах": (("plural", "locative"),),
}  # fmt: skip


def plan(words: Sequence[str], name: Name) -> tuple[str, ...]:
    """How each word is declined."""
    if len(words) == 1:
        return (_how_alone(words[0], name),)
    if name.kind == "person" or (not name.kind and is_person(words)):
        return _person_plan(words, name)
    return _plan_of_phrase(words)


def _how_alone(word: str, name: Name) -> str:
    if not _CYRILLIC.fullmatch(word):
        return FIXED
    if len(word) > 1 and word.isupper():
        return ACRONYM
    if name.kind == "person":
        return {"male": MAN, "female": WOMAN}.get(name.sex, PERSON)
    return PLACE if name.kind == "place" else WORD


def _person_plan(words: Sequence[str], name: Name) -> tuple[str, ...]:
    sex = name.sex or _sex(words)
    how = {"male": MAN, "female": WOMAN}.get(sex, PERSON)
    hows = [how if _CYRILLIC.fullmatch(word) and word.lower() not in _PARTICLES else FIXED for word in words]
    if is_east_asian(words, name.origin):
        hows[:-1] = [FIXED] * (len(words) - 1)
    return tuple(hows)


def is_east_asian(words: Sequence[str], origin: str) -> bool:
    """Of such a name only the last word declines: `Си Цзиньпина`, `Ким Чен Ына`, `Нгуен Ван Чонга`."""
    from l10n.names.forms.patterns import CHINESE

    if origin:
        return origin in ("zho", "kor", "vie")
    return words[0].lower() in CHINESE or words[0] in ("Ким", "Пак", "Нгуен", "Чон", "Мун")


def _sex(words: Sequence[str]) -> str:
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
        if not _CYRILLIC.fullmatch(word) or word.lower() in _PARTICLES:
            hows.append(FIXED)
        elif len(word) > 1 and word.isupper():
            hows.append(ACRONYM)
            head = True
        elif not head:
            readings = _known(word.lower().rpartition("-")[2])
            noun = [one for one in readings if one.tag.POS == "NOUN"]
            hows.append(FIXED if readings and not any(one.tag.POS in _DECLINED for one in readings) else WORD)
            head = not readings or (any(one.tag.case == "nomn" for one in noun) and not _is_adjective(word))
        else:
            hows.append(LOOSE if _may_be_nominative(word) else FIXED)
    return tuple(hows)


_DECLINED = ("NOUN", "ADJF", "PRTF", "NUMR")


def _is_adjective(word: str) -> bool:
    readings = _known(word.lower().rpartition("-")[2])
    return bool(readings) and readings[0].tag.POS in ("ADJF", "PRTF")


def _may_be_nominative(word: str) -> bool:
    readings = _known(word.lower())
    return word[0].isupper() and (not readings or any(one.tag.case == "nomn" for one in readings))


def keys(base: str, how: str) -> Iterable[str]:
    """The beginning that no declension changes; less of a short word and of one with a fleeting vowel."""
    if how == FIXED:
        return (base,)
    if how == ACRONYM:
        return (base,)
    if "-" in base:
        return (base[: max(1, base.index("-") - 2)],)
    return (base[: max(1, len(base) - (3 if len(base) > 5 else 2))],)


def readings(word: str, base: str, how: str) -> Readings:
    """By the tables and the dictionary; of a compound by its parts."""
    if how == FIXED:
        return (ANY,) if word == base else ()
    if "-" in base and how != ACRONYM:
        return _of_compound(word, base, how)
    if how == LOOSE:
        return (ANY,) if word == base else _forms(base, WORD).get(word, ())
    if word == base:
        return _nominative(base, how)
    if how == ACRONYM:
        return _of_acronym(word, base)
    return _forms(base, how).get(word, ())


def _nominative(base: str, how: str) -> Readings:
    """What the dictionary form may be: any case where it never changes or may not, else nominative or accusative."""
    if how in (ACRONYM, WOMAN, PERSON) or not _forms(base, how):
        return (ANY,)
    if how in (WORD, PLACE) and (base[-1] in "оеиыуюэ" or base.endswith(("ых", "их"))):
        return (ANY,)
    return ((), *(said for said in _forms(base, how).get("", ())))


def _of_acronym(word: str, base: str) -> Readings:
    """`МИДа`, `ТАССом`: an abbreviation that ends in a consonant and can be read."""
    suffix = word.removeprefix(base)
    if base[-1] in VOWELS or not set(base) & set(VOWELS) or not _ACRONYM_ENDING.fullmatch(suffix):
        return ()
    return _ACRONYM_CASES[suffix]


def _of_compound(word: str, base: str, how: str) -> Readings:
    """Each part by itself; they agree. A part before the last stays unless it is a surname or an adjective."""
    parts, bases = word.split("-"), base.split("-")
    if len(parts) != len(bases):
        return ()
    first = any(part in _PREPOSITIONS for part in bases[1:-1])
    said = []
    for index, (part, own) in enumerate(zip(parts, bases, strict=True)):
        if first:
            own_how = how if index == 0 else FIXED
        elif index == len(bases) - 1:
            own_how = how
        else:
            own_how = LOOSE if own.endswith(_DECLINING_PARTS) else FIXED
        one = readings(part, own, own_how)
        if not one:
            return ()
        said.append(one)
    return _common(said)


_DECLINING_PARTS = ("ов", "ев", "ин", "ский", "цкий", "ова", "ева", "ина", "ская", "цкая", "ый", "ой", "ая")
"""Ends of first parts that decline with the last: `Мамина-Сибиряка`, `Салтыкова-Щедрина`."""


@lru_cache(maxsize=65_536)
def _forms(base: str, how: str) -> dict[str, Readings]:
    """All forms: those of the tables, and those of the dictionary where it knows the word."""
    found: dict[str, Readings] = dict(forms(base, how))
    if how in (MAN, WOMAN, PERSON):
        return found
    for form, said in _of_dictionary(base).items():
        found[form] = tuple(dict.fromkeys((*found.get(form, ()), *said)))
    if base.endswith(("ы", "ые", "ие")):
        for form, said in plural_forms(base).items():
            found.setdefault(form, said)
    found.pop(base, None)
    return found


def _of_dictionary(base: str) -> dict[str, Readings]:
    """Forms that OpenCorpora gives for the word as a noun or adjective in the nominative."""
    found: dict[str, dict[Features, None]] = {}
    for reading in _known(base):
        tag = reading.tag
        if tag.case != "nomn" or tag.POS not in _DECLINED:
            continue
        for form in reading.lexeme:
            if not _same_paradigm(tag, form.tag):
                continue
            case = _CASE.get(form.tag.case or "")
            if case:
                plural = ("plural",) if form.tag.number == "plur" else ()
                said = () if case == "nominative" and not plural else (*plural, case)
                found.setdefault(form.word.replace("ё", "е"), {})[said] = None
    return {form: tuple(said) for form, said in found.items()}


def _same_paradigm(tag: Any, other: Any) -> bool:
    """The form belongs to the gender and number of the nominative; nouns that are no names have a plural too."""
    if other.POS != tag.POS:
        return False
    if other.number == tag.number:
        return bool(tag.number == "plur" or other.gender == tag.gender)
    ordinary_noun = tag.POS == "NOUN" and tag.number == "sing" and not _NAMES & tag.grammemes
    return bool(ordinary_noun and other.case != "gent")


@lru_cache(maxsize=16_384)
def _known(word: str) -> tuple[Any, ...]:
    """What pymorphy3 knows of a word without guessing."""
    russian = dictionaries.of("ru")
    assert isinstance(russian, dictionaries.Russian)
    return tuple(reading for reading in russian.words.parse(word) if reading.is_known)


def ending(suffix: str, base: str) -> Readings:
    """Russian endings are never apart."""
    return ()


def apart(base: str) -> bool:
    """Never."""
    return False


def loses_capital(how: str, features: Features) -> bool:
    """Never."""
    return False


def _common(said: Sequence[Readings]) -> Readings:
    """What all may say, in the order of the first that says something; ANY says nothing."""
    sure = [one for one in said if ANY not in one]
    if not sure:
        return (ANY,)
    return tuple(features for features in sure[0] if all(features in one for one in sure[1:]))


def agree(readings: Sequence[Readings]) -> Features | None:
    """Number and case in which all words may stand; of several cases all are named, the singular before the plural."""
    common = _common(readings)
    if not common:
        return None
    if () in common or ANY in common:
        return ()
    number = ("plural",) if all(one[0] == "plural" for one in common) else ()
    cases = {one[-1] for one in common if one[:-1] == number}
    return (*number, *(case for case in CASES if case in cases))


def is_ordinary(word: str) -> bool:
    """A word of the dictionary that is more than seldom no name."""
    folded = word.replace("ё", "е")
    return bool(sum(one.score for one in _known(folded) if not _NAMES & one.tag.grammemes) > _SELDOM)


def is_person(words: Sequence[str]) -> bool:
    """All words have capitals, and the dictionary knows one as a given name, a surname or a patronymic."""
    if not all(word[0].isupper() and not word.isupper() for word in words):
        return False
    return any(_PERSONAL & one.tag.grammemes for word in words for one in _known(word.lower())[:1])


_PERSONAL = frozenset(["Name", "Surn", "Patr"])


def inflect(words: Sequence[str], case: str, name: Name) -> Sequence[str] | None:
    """The nominative."""
    return words if case == "nominative" else None
