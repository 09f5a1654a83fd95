"""Russian names: declined by what they end in and by whose they are; pymorphy3 is asked about ordinary words.

Both names of a person decline (`Ильхама Тохти`: the surname in -и does not), only the last word of a Chinese one;
a woman's name in a consonant stays (`Гульбахар Джалиловой`); of a compound the last part declines (`Нур-Султана`),
or the first before a preposition (`Ростова-на-Дону`).  In a name of several words the adjectives and their noun
decline, what depends on them stays (`Всемирного уйгурского конгресса`, `Организации Объединённых Наций`).
Abbreviations that read as words may take endings (`МИДа`).

pymorphy3 (OpenCorpora) is a witness: it says whether a word could be a form of a dictionary word, whether it is
ordinary in small letters, what stands in a name of several words.  It never says that a form is not the name's.
Not taken for the name: adjectives made of it (`казахстанский`), and a bare stem that is another's name (`Валерий`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from l10n.names.forms.grammar import FIXED, Features, Name, Readings, by_cases
from l10n.names.forms.russian_endings import ANY, CASES, STRESSED, VOWELS, forms, plural_forms
from l10n.names.forms.russian_inflection import inflect
from l10n.names.forms.russian_plans import ACRONYM, LOOSE, MAN, PERSON, PLACE, PREPOSITIONS, WOMAN, WORD, plan
from l10n.names.forms.russian_words import forms_of, is_another, is_ordinary, is_person

__all__ = [
    "CASED",
    "EQUALS",
    "LOOKALIKES",
    "agree",
    "apart",
    "ending",
    "inflect",
    "is_ordinary",
    "is_person",
    "keys",
    "plan",
    "readings",
    "reinflect",
]

CASED = True
LOOKALIKES: Mapping[int, str] = {}
EQUALS: Mapping[int, str] = {ord("ё"): "е"}


_ACRONYM_ENDING = re.compile("а|у|ом|ем|е|ы|и|ов|ам|ами|ах")
_ACRONYM_CASES: dict[str, Readings] = {
    "а": (("genitive",), ("accusative",)), "у": (("dative",),), "ом": (("instrumental",),), "ем": (("instrumental",),),
    "е": (("locative",),), "ы": (("plural", "nominative"),), "и": (("plural", "nominative"),),
    "ов": (("plural", "genitive"),), "ам": (("plural", "dative"),), "ами": (("plural", "instrumental"),),
    "ах": (("plural", "locative"),),
}  # fmt: skip


def keys(base: str, how: str) -> Iterable[str]:
    """The beginning that no declension changes; less of a short word and of one with a fleeting vowel (`день`)."""
    if how in (FIXED, ACRONYM):
        return (base,)
    if "-" in base:
        return (base[: max(1, base.index("-") - 2)],)
    off = 3 if len(base) > 5 or base[-2:-1] in "ео" or base[-3:-2] in "ео" else 2
    return (base[: max(1, len(base) - off)],)


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
    stays = base in STRESSED or base.endswith("уа")
    return (ANY,) if stays else ((), *(said for said in _forms(base, how).get("", ())))


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
    first = any(part in PREPOSITIONS for part in bases[1:-1])
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
    if base[-1] in "ая" and not base.endswith(_NEVER_BARE) and not is_another(bare := _bare(base), base):
        found.setdefault(bare, (("plural", "genitive"),))
    if how in (MAN, WOMAN, PERSON):
        return found
    for form, said in forms_of(base).items():
        found[form] = tuple(dict.fromkeys((*found.get(form, ()), *said)))
    if base.endswith(("ы", "и", "ые", "ие")):
        for form, said in plural_forms(base).items():
            found.setdefault(form, said)
    if ("accusative",) in found.pop(base, ()) and found:
        found.setdefault("", (("accusative",),))
    return found


_NEVER_BARE = ("ова", "ева", "ина", "ына", "ая", "яя")
"""Ends of women's surnames; without the -а the name is a man's."""


def _bare(base: str) -> str:
    """The genitive plural without an ending, which is also how one is called: `Тань`, `Саш`, `Скифий`."""
    if base.endswith(("ия", "ея", "оя", "уя")):
        return f"{base[:-1]}й"
    return f"{base[:-1]}ь" if base[-1] == "я" else base[:-1]


def ending(suffix: str, base: str) -> Readings:
    """After an apostrophe or a hyphen, of a name in Latin letters: `Facebook'а`."""
    return _ACRONYM_CASES.get(suffix, ()) if base.isascii() else ()


def apart(base: str) -> bool:
    """Never."""
    return False


def reinflect(words: Sequence[str], features: Features, name: Name) -> Sequence[str] | None:
    """A form that may be several cases is made where they are one form again; a plural is not made.

    What is no person has no accusative that is its genitive: `Ярканта`.
    """
    if name.kind not in ("", "person") and "genitive" in features:
        features = tuple(case for case in features if case != "accusative")
    return by_cases(inflect, words, features, name)


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
