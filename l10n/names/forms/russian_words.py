"""Russian words as pymorphy3 (OpenCorpora) knows them: a witness, which is asked and never believed alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from l10n import dictionaries
from l10n.names.forms.grammar import Features, Readings

NAMES = dictionaries.Russian.NAMES
PERSONAL = frozenset(["Name", "Surn", "Patr"])
"""Those of people."""
DECLINED = ("NOUN", "ADJF", "PRTF", "NUMR")
"""Parts of speech with cases."""

SELDOM = 0.05
"""The least probability of a reading in OpenCorpora that makes a word ordinary: `путин` is seldom of `путина`."""

CASE_OF = {
    "nomn": "nominative", "gent": "genitive", "datv": "dative", "accs": "accusative", "ablt": "instrumental",
    "loct": "locative", "gen2": "genitive", "loc2": "locative", "acc2": "accusative",
}  # fmt: skip
"""Cases of OpenCorpora."""


def forms_of(base: str) -> dict[str, Readings]:
    """Forms that OpenCorpora gives for the word as a noun or adjective in the nominative."""
    found: dict[str, dict[Features, None]] = {}
    for reading in known(base):
        tag = reading.tag
        if tag.case != "nomn" or tag.POS not in DECLINED:
            continue
        for form in reading.lexeme:
            if not _same_paradigm(tag, form.tag):
                continue
            case = CASE_OF.get(form.tag.case or "")
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
    ordinary_noun = tag.POS == "NOUN" and tag.number == "sing" and not NAMES & tag.grammemes
    return bool(ordinary_noun and other.case != "gent")


@lru_cache(maxsize=16_384)
def known(word: str) -> tuple[Any, ...]:
    """What pymorphy3 knows of a word without guessing."""
    russian = dictionaries.of("ru")
    assert isinstance(russian, dictionaries.Russian)
    if not russian.words.word_is_known(word):
        return ()
    return tuple(reading for reading in russian.words.parse(word) if reading.is_known)


def is_ordinary(word: str) -> bool:
    """A word of the dictionary that is more than seldom no name."""
    return bool(sum(one.score for one in known(word.replace("ё", "е")) if not _names_one(one.tag)) > SELDOM)


def _names_one(tag: Any) -> bool:
    """The reading is a name, or the only being of its kind (`христос`)."""
    return bool(NAMES & tag.grammemes) or (tag.POS == "NOUN" and "Sgtm" in tag and tag.animacy == "anim")


def is_another(form: str, word: str) -> bool:
    """The dictionary knows the form, and as one of another word than this."""
    return any(one.normal_form.replace("ё", "е") != word for one in known(form))


def is_person(words: Sequence[str]) -> bool:
    """All words have capitals, and one is a given name or surname in the dictionary, or ends as a surname does."""
    if not all(word[0].isupper() and not word.isupper() for word in words):
        return False
    readings = [known(word.lower().replace("ё", "е")) for word in words]
    if any(PERSONAL & one.tag.grammemes for said in readings for one in said[:1]):
        return True
    return any(
        word.lower().endswith(_SURNAMES) and not any("Geox" in one.tag for one in said)
        for word, said in zip(words, readings, strict=True)
    )


_SURNAMES = ("ов", "ев", "ёв", "ова", "ева", "ёва", "ович", "евич", "овна", "евна")
