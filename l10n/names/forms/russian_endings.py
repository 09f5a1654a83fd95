"""Russian declension of names as tables of endings, by what a name ends in and whose it is.

Source: Zaliznyak, Grammatical Dictionary of Russian (types of declension and fleeting vowels); Rosental, Handbook of
Spelling and Style, §§ 149-150 (surnames; names of places), 166 (two names of one person).  Foreign surnames in -ов and
-ин (Дарвин) and names of places take -ом, Russian surnames -ым: both are known to a reader, `inflect` chooses.
Words are in small letters with е for ё, as they are compared.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "locative")
"""In the order of the tables."""

ANY = ("any",)
"""The reading of a word that stands in every case as it is."""

HUSHERS = "жшчщ"
VELARS = "гкх"
VOWELS = "аеиоуыэюя"


class Type(NamedTuple):
    """A type of declension: endings that take the place of the nominative's, alternatives divided by `/`."""

    name: str
    nominative: str
    """The ending that is taken off."""
    singular: tuple[str, ...]
    """Genitive to locative; `=` is the nominative."""
    plural: tuple[str, ...] = ()
    """Nominative to locative; nothing where a name has no plural, `-` where it is another name (`Нилов` of `Нил`)."""


def _type(name: str, nominative: str, singular: str, plural: str = "") -> Type:
    return Type(name, nominative, tuple(singular.split()), tuple(plural.split()))


SURNAME = _type("surname", "", "а у а ым е", "ы ых ым ых ыми ых")
SURNAME_WOMAN = _type("surname of a woman", "а", "ой ой у ой/ою ой", "ы ых ым ых ыми ых")
HARD = _type("hard consonant", "", "а у а/= ом е", "ы - ам ы ами ах")
VELAR = _type("velar consonant", "", "а у а/= ом е", "и - ам и ами ах")
HUSHER = _type("hushing consonant", "", "а у а/= ем/ом е", "и ей ам ей/и ами ах")
C = _type("-ц", "", "а у а/= ем/ом е", "ы - ам ы ами ах")
SOFT_MAN = _type("-ь, masculine", "ь", "я ю я/= ем е", "и ей ям ей/и ями ях")
SOFT_WOMAN = _type("-ь, feminine", "ь", "и и = ью и")
J = _type("-й", "й", "я ю я/= ем е", "и - ям и ями ях")
IJ = _type("-ий", "й", "я ю я/= ем и", "и - ям и ями ях")
A = _type("-а", "а", "ы е у ой/ою е", "ы = ам ы ами ах")
A_VELAR = _type("-а after a velar", "а", "и е у ой/ою е", "и = ам и ами ах")
A_HUSHER = _type("-а after a husher", "а", "и е у ей/ой е", "и = ам и ами ах")
A_C = _type("-ца", "а", "ы е у ей/ой е", "ы = ам ы ами ах")
YA = _type("-я", "я", "и е ю ей/ею е", "и = ям и ями ях")
IYA = _type("-ия", "я", "и и ю ей/ею и", "и = ям и ями ях")
NEUTER_O = _type("places in -ово, -ино", "о", "а у = ом е")
E_SOFT = _type("-ье", "е", "я ю = ем е")
IE = _type("-ие", "е", "я ю = ем и")
ENKO = _type("-енко, colloquially", "о", "и е у ой е")
ADJECTIVE = _type("adjective -ый", "ый", "ого ому ого/= ым ом", "ые ых ым ых/ые ыми ых")
ADJECTIVE_OJ = _type("adjective -ой", "ой", "ого ому ого/= ым ом", "ые ых ым ых/ые ыми ых")
ADJECTIVE_OJ_VELAR = _type("adjective -кой", "ой", "ого ому ого/= им ом", "ие их им их/ие ими их")
ADJECTIVE_IJ = _type("adjective -кий", "ий", "ого ому ого/= им ом", "ие их им их/ие ими их")
ADJECTIVE_SOFT = _type("adjective -ний", "ий", "его ему его/= им ем", "ие их им их/ие ими их")
ADJECTIVE_AYA = _type("adjective -ая", "ая", "ой ой ую ой/ою ой", "ые ых ым ых/ые ыми ых")
ADJECTIVE_AYA_HUSHER = _type("adjective -щая", "ая", "ей ей ую ей/ею ей", "ие их им их/ие ими их")
ADJECTIVE_YAYA = _type("adjective -яя", "яя", "ей ей юю ей/ею ей", "ие их им их/ие ими их")
ADJECTIVE_OE = _type("adjective -ое", "ое", "ого ому = ым/им ом")
ADJECTIVE_OE_VELAR = _type("adjective -кое", "ое", "ого ому = им ом")
ADJECTIVE_EE = _type("adjective -ее", "ее", "его ему = им ем")

STRESSED = ("дюма", "золя", "петипа", "тома")
"""Surnames with the stress on the last vowel, which do not decline."""

PLURALS = {
    "ые": _type("plural adjective -ые", "ые", "ых ым =/ых ыми ых"),
    "ие": _type("plural adjective -ие", "ие", "их им =/их ими их"),
    "ы": _type("plural -ы", "ы", "0/ов ам =/ов ами ах"),
    "и": _type("plural -и", "и", "ов/ей/ев ам/ям = ами/ями ах/ях"),
    "а": _type("plural -а", "а", "0/ов ам = ами ах"),
}
"""Names that have no singular, by ending: their one number is the plural. `0` is no ending at all."""


def types(word: str, how: str) -> list[Type]:
    """Types by which a word in small letters may be declined, the likeliest first; none for one that does not change.

    how: `man`, `woman`, `person` (of unknown sex), `place` or `word` (anything else).
    """
    if len(word) < 2:
        return []
    last = word[-1]
    if last == "й":
        return _of_j(word, how)
    if last == "ь":
        return _of_soft(word, how)
    if last in "ая":
        return _of_a(word, how)
    if last in "ое":
        return _of_o(word, how)
    if last in VOWELS or word.endswith(("ых", "их")) or how == "woman":
        return []
    return _of_consonant(word, how)


def _of_consonant(word: str, how: str) -> list[Type]:
    if word.endswith(("ов", "ев", "ин", "ын")):
        return [HARD, SURNAME] if how in ("place", "word") else [SURNAME, HARD]
    return [VELAR if word[-1] in VELARS else HUSHER if word[-1] in HUSHERS else C if word[-1] == "ц" else HARD]


def _of_j(word: str, how: str) -> list[Type]:
    if how == "woman":
        return []
    if word.endswith("ый"):
        return [ADJECTIVE]
    if word.endswith("ой"):
        return [J, ADJECTIVE_OJ_VELAR if word[-3:-2] in VELARS + HUSHERS else ADJECTIVE_OJ]
    if word.endswith("ий"):
        if word[-3:-2] in VELARS:
            return [ADJECTIVE_IJ, IJ]
        return [IJ, ADJECTIVE_SOFT, ADJECTIVE_IJ] if word[-3:-2] in HUSHERS + "н" else [IJ]
    return [J]


def _of_soft(word: str, how: str) -> list[Type]:
    if how == "man":
        return [SOFT_MAN]
    return [SOFT_WOMAN] if word[-2] in HUSHERS or how == "woman" else [SOFT_MAN, SOFT_WOMAN]


def _of_a(word: str, how: str) -> list[Type]:
    before = word[-2]
    if before == "и" and word[-1] == "я":
        return [IYA]
    if word.endswith(("ая", "яя")):
        adjective = (
            ADJECTIVE_YAYA if before == "я" else ADJECTIVE_AYA_HUSHER if word[-3:-2] in HUSHERS else ADJECTIVE_AYA
        )
        return [YA] if how == "man" else [adjective, YA]
    if word[-1] == "я":
        return [YA]
    noun = A_VELAR if before in VELARS else A_HUSHER if before in HUSHERS else A_C if before == "ц" else A
    if word.endswith(("ова", "ева", "ина", "ына")) and how != "man":
        return [noun, SURNAME_WOMAN] if how in ("place", "word") else [SURNAME_WOMAN, noun]
    return [noun]


def _of_o(word: str, how: str) -> list[Type]:
    if how in ("man", "woman", "person"):
        return [ENKO] if word.endswith("енко") else []
    if word.endswith("ое"):
        return [ADJECTIVE_OE]
    if word.endswith("ее"):
        return [ADJECTIVE_EE]
    if word.endswith("ие"):
        return [IE]
    if word[-1] == "е":
        return [E_SOFT] if word.endswith("ье") else []
    if word.endswith("енко"):
        return [ENKO]
    return [NEUTER_O] if word.endswith(("ово", "ево", "ино", "ыно")) else []


def stems(word: str, kind: Type) -> list[str]:
    """The stem before the endings, the likeliest first; a fleeting vowel is left out of a second or first one."""
    stem = word[: len(word) - len(kind.nominative)] if kind.nominative else word
    if kind.nominative in ("", "ь") and kind is not SURNAME and len(stem) > 2:
        short = _without_fleeting(stem)
        if short:
            return short
    return [stem]


def _without_fleeting(stem: str) -> list[str]:
    """-ец and -ок lose their vowel as a rule (Череповец, Игорек), -ек, -ел and others in some words."""
    before = stem[-3] if len(stem) > 2 else ""
    if stem in FLEETING:
        return [FLEETING[stem]]
    if stem.endswith("ец") and len(stem) > 3:
        return [f"{stem[:-2]}{'й' if before in VOWELS else 'ь' if before == 'л' else ''}ц", stem]
    if stem.endswith("ок") and len(stem) > 3 and before not in VOWELS:
        return [stem, f"{stem[:-2]}к"]
    if stem.endswith("ек") and len(stem) > 4:
        return [stem, f"{stem[:-2]}{'й' if before in VOWELS else 'ь' if before not in HUSHERS else ''}к"]
    return []


FLEETING = {
    "павел": "павл",
    "лев": "льв",
    "орел": "орл",
    "осел": "осл",
    "козел": "козл",
    "котел": "котл",
    "псков": "псков",
    "любов": "любов",
    "ржев": "ржев",
    "кремен": "кремн",
    "камен": "камн",
    "ден": "дн",
}
"""Stems whose vowel goes or stays against the rule; е is ё too."""


@lru_cache(maxsize=65_536)
def forms(word: str, how: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """All forms of a word that its types know, each with what it may say; the nominative is not among them."""
    found: dict[str, dict[tuple[str, ...], None]] = {}
    for kind in types(word, how):
        for stem in stems(word, kind):
            _add(found, stem, kind.singular, CASES[1:], ())
            _add(found, stem, kind.plural, CASES, ("plural",))
    found.pop(word, None)
    return {form: tuple(said) for form, said in found.items()}


def plural_forms(word: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The forms of a name that has no singular (`альпы`, `афины`)."""
    found: dict[str, dict[tuple[str, ...], None]] = {}
    for ending, kind in PLURALS.items():
        if word.endswith(ending):
            _add(found, word.removesuffix(ending), kind.singular, CASES[1:], ("plural",))
            break
    found.pop(word, None)
    return {form: tuple(said) for form, said in found.items()}


def _add(
    found: dict[str, dict[tuple[str, ...], None]],
    stem: str,
    endings: tuple[str, ...],
    cases: tuple[str, ...],
    number: tuple[str, ...],
) -> None:
    """Join a stem with the endings of one number; `=` in the plural is the bare stem, which proves nothing."""
    for case, alternatives in zip(cases, endings, strict=False):
        for ending in alternatives.split("/"):
            if ending not in "=-":
                found.setdefault(stem + ending.replace("0", ""), {})[(*number, case)] = None
