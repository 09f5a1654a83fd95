"""Russian names put into a case, for a translator: the right form, or none where a reader would have to decide.

A name that OpenCorpora (pymorphy3) knows as what it is declines as it says there; any other by the tables, where its
end and its owner leave one answer.  None where they leave two: the sex of `Тохтахун` is not known, `Кравец` is Кравца
or Кравеца, `Цой` and `Толстой` end alike.  Source: Rosental, Handbook of Spelling and Style, §§ 149-150, 166.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from l10n.names.forms.grammar import FIXED, Name
from l10n.names.forms.russian_endings import (
    ADJECTIVE,
    ADJECTIVE_AYA,
    ADJECTIVE_IJ,
    ADJECTIVE_OE,
    ADJECTIVE_OE_VELAR,
    CASES,
    HARD,
    IJ,
    SOFT_MAN,
    SOFT_WOMAN,
    STRESSED,
    SURNAME,
    SURNAME_WOMAN,
    VOWELS,
    A,
    J,
    Type,
    types,
)
from l10n.names.forms.russian_plans import (
    ACRONYM,
    ADJECTIVES,
    CYRILLIC,
    LOOSE,
    PARTICLES,
    PREPOSITIONS,
    is_east_asian,
    plan,
    sex_of,
)
from l10n.names.forms.russian_words import PERSONAL, is_ordinary, is_person, known

_CODE = dict(zip(CASES, ("nomn", "gent", "datv", "accs", "ablt", "loct"), strict=True))
"""Cases in OpenCorpora's words."""
PATRONYMICS = ("ович", "евич", "овна", "евна", "инична", "ична")
_SEX = {"male": "masc", "female": "femn"}

_UNCHANGED = "unchanged"
_SURNAMES = ("ов", "ев", "ин", "ын")
_FOREIGN = frozenset(["дарвин", "чаплин", "грин", "бюлов", "кронин", "франклин", "берлин"])
"""Foreign surnames in -ов and -ин whose instrumental is -ом."""


def inflect(words: Sequence[str], case: str, name: Name) -> Sequence[str] | None:
    """The words of a name in a case, each as it is then written; None where unsure, and for the ablative."""
    if case == "nominative":
        return words
    if case not in CASES:
        return None
    if name.kind == "person" or (not name.kind and (name.sex or (len(words) > 1 and is_person(words)))):
        made = _person(words, case, name)
    else:
        made = _phrase(words, case, name)
    return None if made is None or None in made else [word for word in made if word]


# --- people


def _person(words: Sequence[str], case: str, name: Name) -> list[str | None] | None:
    known_sex = sex(words, name)
    changing = range(len(words))[-1:] if is_east_asian(words, name.origin) else range(len(words))
    made: list[str | None] = list(words)
    family = 0 if words[-1].lower().endswith(PATRONYMICS) else len(words) - 1
    for index in changing:
        word = words[index]
        if CYRILLIC.fullmatch(word) and word.lower() not in PARTICLES:
            surname = index == family and len(changing) == len(words)
            made[index] = _compound(word, partial(_of_person, case=case, sex=known_sex, surname=surname, name=name))
    return made


def sex(words: Sequence[str], name: Name) -> str:
    """Of a person, as far as somebody said it or its words show it; else ""."""
    return name.sex or sex_of(words) or _sex_of_given(words)


def _sex_of_given(words: Sequence[str]) -> str:
    """The sex of the given name where the dictionary knows it of one sex only, or ""."""
    for word in words:
        genders = {str(one.tag.gender) for one in known(_small(word)) if "Name" in one.tag and one.tag.case == "nomn"}
        if len(genders) == 1:
            return {"masc": "male", "femn": "female"}.get(genders.pop(), "")
    return ""


def _of_person(word: str, case: str, sex: str, surname: bool, name: Name) -> str | None:
    small = _small(word)
    found = _from_dictionary(small, case, "Surn" if surname else "Name", _SEX.get(sex, ""))
    if found:
        return _written(_without_yo(word, found), found)
    kind = _type_of_person(small, sex, surname, name)
    if kind is None:
        return None
    return word if isinstance(kind, str) else _with_ending(word, kind, case, animate=True)


def _type_of_person(small: str, sex: str, surname: bool, name: Name) -> Type | str | None:
    """How a word of a person's name declines; _UNCHANGED, or None where that is not certain."""
    if len(small) < 2:
        return None
    last = small[-1]
    if small.endswith(("ых", "их")) and surname:
        return _UNCHANGED
    if last in "еиоуыэю":
        return _UNCHANGED
    if last in "ая":
        return _type_in_a(small, sex, surname, name)
    if sex == "female":
        return SOFT_WOMAN if last == "ь" and not surname else _UNCHANGED
    if sex != "male":
        return None
    if last == "ь":
        return SOFT_MAN
    if last == "й":
        return _type_in_j(small, surname)
    if surname and small.endswith(_SURNAMES) and len(small) > 4:
        return HARD if small in _FOREIGN or name.origin in ("eng", "deu", "zho", "kor") else SURNAME
    return _type_in_consonant(small)


def _type_in_a(small: str, sex: str, surname: bool, name: Name) -> Type | str | None:
    if surname and (small in STRESSED or name.origin == "fra" or small.endswith("уа")):
        return _UNCHANGED if small in STRESSED or small.endswith("уа") else None
    if small[-1] == "а" and small[-2:-1] in VOWELS:
        return None
    if surname and small.endswith(("ова", "ева")):
        return SURNAME_WOMAN if sex == "female" else None
    if surname and small.endswith(("ина", "ына")):
        return SURNAME_WOMAN if sex == "female" and not is_ordinary(small) else None
    if surname and small.endswith(("ая", "яя")) and not small.endswith(("ская", "цкая")):
        return None
    return types(small, "woman" if sex == "female" else "man")[0]


def _type_in_j(small: str, surname: bool) -> Type | None:
    if small.endswith(("ский", "цкий")):
        return ADJECTIVE_IJ
    if small.endswith("ый"):
        return ADJECTIVE if surname else None
    if small.endswith(("ий", "ой")) and surname:
        return None
    return IJ if small.endswith("ий") else J


def _type_in_consonant(small: str) -> Type | None:
    """By the last consonant, where no vowel may be a fleeting one."""
    if small.endswith(("ок", "ец")) or (small.endswith("ек") and not small.endswith("бек")):
        return None
    if small[-1] in "чц" and not small.endswith("ич"):
        return None
    return types(small, "place")[0]


# --- everything else


def _phrase(words: Sequence[str], case: str, name: Name) -> list[str | None] | None:
    hows = plan(words, name)
    if len(words) == 1:
        return [_alone(words[0], case, name)] if hows[0] not in (FIXED, ACRONYM) else list(words)
    head = next((index for index, how in enumerate(hows) if how in (LOOSE, FIXED)), len(words)) - 1
    if head < 0:
        return list(words) if FIXED in hows and len(set(hows)) == 1 else None
    noun = _noun(_small(words[head]))
    if noun is None and not all(_may_agree(_small(word), _small(words[head])) for word in words[:head]):
        return None
    made: list[str | None] = []
    for index, (word, how) in enumerate(zip(words, hows, strict=True)):
        if how in (FIXED, ACRONYM):
            made.append(word)
        elif how == LOOSE:
            made.append(_apposition(words, index, case))
        elif index == head:
            made.append(_alone(word, case, name))
        else:
            made.append(_adjective(word, case, noun))
    return made


def _may_agree(adjective: str, noun: str) -> bool:
    """The ends of an adjective and of a noun that no dictionary has are of one gender."""
    if adjective.endswith(("ая", "яя")):
        return noun[-1] in "аяь"
    if adjective.endswith(("ое", "ее")):
        return noun[-1] in "ое"
    return noun[-1] not in VOWELS


def _alone(word: str, case: str, name: Name) -> str | None:
    """A noun that is no person's name."""
    return _compound(word, partial(_of_thing, case=case, name=name))


def _of_thing(word: str, case: str, name: Name) -> str | None:
    small = _small(word)
    found = _from_dictionary(small, case, "Geox" if name.kind in ("place", "") else "", "")
    if found:
        return _written(_without_yo(word, found), found)
    kind = _type_of_thing(small)
    return word if isinstance(kind, str) else None if kind is None else _with_ending(word, kind, case, animate=False)


def _type_of_thing(small: str) -> Type | str | None:
    if len(small) < 2:
        return None
    last = small[-1]
    if last in "ауоиэюе" and small[-2:-1] in VOWELS and not small.endswith(("ое", "ие")):
        return _UNCHANGED
    if last in "оиуэю" or (last == "е" and small[-2:-1] not in "оиье"):
        return _UNCHANGED
    if small.endswith(("ский", "цкий")):
        return ADJECTIVE_IJ
    if small.endswith("ый"):
        return ADJECTIVE
    if small.endswith(("ская", "цкая", "ная")):
        return ADJECTIVE_AYA
    if small.endswith(("ское", "цкое", "ное")):
        return ADJECTIVE_OE if small.endswith("ное") else ADJECTIVE_OE_VELAR
    if small.endswith("поль"):
        return SOFT_MAN
    if last in "ыеь" or small.endswith(("ий", "ой", "ая", "яя")):
        return None
    if last in "ая":
        return A if small.endswith(("ова", "ева", "ина", "ына")) else types(small, "place")[0]
    if last == "й":
        return J
    return HARD if small.endswith(_SURNAMES) else _type_in_consonant(small)


def _noun(small: str) -> Any:
    """The tag of the head of a phrase, in the nominative; None where the dictionary does not know it."""
    return next((one.tag for one in known(small) if one.tag.POS == "NOUN" and one.tag.case == "nomn"), None)


def _adjective(word: str, case: str, noun: Any) -> str | None:
    """An adjective before its noun, by the noun's gender, number and life."""
    small = _small(word)
    part = small.rpartition("-")[2]
    for reading in known(part):
        tag = reading.tag
        if tag.POS in ("ADJF", "PRTF") and tag.case == "nomn" and (noun is None or tag.number == noun.number):
            wanted = {_CODE[case], tag.number} | ({tag.gender} if tag.number == "sing" else set())
            if case == "accusative" and (tag.number == "plur" or tag.gender == "masc"):
                wanted.add("inan")
            made = reading.inflect(wanted)
            return _written(word, small[: len(small) - len(part)] + made.word) if made else None
    kind = _type_of_thing(part) if part.endswith(ADJECTIVES) and not known(part) else None
    return _with_ending(word, kind, case, animate=False) if kind and not isinstance(kind, str) else None


def _apposition(words: Sequence[str], index: int, case: str) -> str | None:
    """A name after its noun: it stays after `республика` and inside quotation marks, or if it never changes."""
    word = words[index]
    if _small(words[index - 1]) in ("республика", "радио", "газета", "телеканал", "агентство", "область"):
        return word
    same = _alone(word, case, Name("place"))
    if same == word:
        return word
    return same if _small(words[index - 1]) in ("и", "город") else None


# --- words


def _compound(word: str, decline: Callable[[str], str | None]) -> str | None:
    """The last part declines, or the first before a preposition; a part that would decline too leaves no answer."""
    parts = word.split("-")
    if len(parts) == 1:
        return decline(word)
    if any(part.lower() in PREPOSITIONS for part in parts[1:-1]):
        first = decline(parts[0])
        return None if first is None else "-".join([first, *parts[1:]])
    if any(part.lower().endswith(("ов", "ев", "ёв", "ин", "ский", "ова", "ева", "ина", "ская")) for part in parts[:-1]):
        done = [made for part in parts if (made := decline(part)) is not None]
        return "-".join(done) if len(done) == len(parts) else None
    last = decline(parts[-1])
    return None if last is None else "-".join([*parts[:-1], last])


def _from_dictionary(small: str, case: str, wanted: str, gender: str) -> str:
    """The form that OpenCorpora gives; "" where it does not know the word as that, or knows it in two ways.

    wanted: grammeme of the name, or "" for a noun that is none of a person.
    """
    made = set()
    for reading in known(small):
        tag = reading.tag
        if tag.POS not in ("NOUN", "ADJF") or tag.case != "nomn" or (tag.POS == "ADJF" and not wanted):
            continue
        if wanted in ("Name", "Surn"):
            if (
                tag.number == "plur"
                or not ({wanted, "Patr"} & tag.grammemes)
                or (gender and tag.gender and gender != str(tag.gender))
            ):
                continue
            if not gender and "ms-f" not in tag.grammemes:
                continue
        elif PERSONAL & tag.grammemes or (wanted and wanted not in tag and _is_place(small)):
            continue
        form = reading.inflect({_CODE[case], *(["sing"] if tag.number == "sing" else ["plur"])})
        if form is not None:
            made.add(form.word)
    return made.pop() if len({one.replace("ё", "е") for one in made}) == 1 else ""


def _is_place(small: str) -> bool:
    return any("Geox" in one.tag for one in known(small))


def _with_ending(word: str, kind: Type, case: str, *, animate: bool) -> str | None:
    """The word with the first ending of its type."""
    endings = kind.singular[CASES.index(case) - 1].split("/")
    ending = "=" if case == "accusative" and not animate and "=" in endings else endings[0]
    if ending == "=":
        return word
    return _written(word, _small(word).removesuffix(kind.nominative) + ending)


def _written(word: str, form: str) -> str:
    """A form in small letters with the capitals of the word, and with ё where the word or its own letter has it."""
    same = 0
    while same < min(len(word), len(form)) and _small(word[same]) == form[same].replace("ё", "е"):
        same += 1
    rest = form[same:] if "ё" in word.lower() else form[same:].replace("ё", "е")
    return word[:same] + (rest.upper() if len(word) > 1 and word.isupper() else rest)


def _without_yo(word: str, form: str) -> str:
    """The word with е where a form of the dictionary has it: `Петра` of `Пётр`."""
    return (
        "".join(
            {"ё": "е", "Ё": "Е"}.get(letter, letter) if other == "е" else letter
            for letter, other in zip(word, form, strict=False)
        )
        + word[len(form) :]
    )


def _small(word: str) -> str:
    return word.lower().replace("ё", "е")
