"""Uyghur names in Arabic script: their inflected forms.

The last word of a name takes the endings.  Its stem changes, and all of these are found:
1. a last open ا or ە rises to ى before an ending (`ئالمۇتىدا`); foreign names often resist (`ئالمۇتادا`);
2. ا or ە in a last closed syllable rises to ى or ې before a vowel (`شەھىرى`, `بېشى`, `سارىيى`);
3. a last ق ك پ stays before a vowel, as in Xinjiang and at RFA, or is voiced, as in Kazakhstan (`مەكتىپى`, `مەكتىبى`);
4. a high vowel drops out before a vowel (`ئوغلى`); 5. a last consonant doubles in short Arabic words (`ھەققى`).

Code points of older texts are folded: ه and ک, presentation forms, Persian ی, and ى for ي, which are confused so often
that they count as one letter here.  After words in Latin letters and after figures endings stand apart, after a
hyphen or joined (`UNESCO نىڭ`).  An ending after a closing quotation mark is left outside of the mention.

Uyghur in Cyrillic and Latin script is read by way of this one, by `converted`.

Sources: `uyghur_endings`.  A native reader has still to confirm: doubling, and the vowels of names in ې and ى only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from l10n.names.forms import uyghur_endings as endings
from l10n.names.forms.chains import ANY, MEMORY
from l10n.names.forms.grammar import FIXED, Features, Name, Readings, last_says

CASED = False
_OTHERS = {"ه": "ە", "ة": "ە", "ہ": "ە", "ک": "ك", "ی": "ى", "ﻩ": "ە", "ﻪ": "ە", "ﻫ": "ھ", "ﻬ": "ھ"}
LOOKALIKES: Mapping[int, str] = {ord(written): meant for written, meant in _OTHERS.items()}
"""Letters of Arabic and Persian keyboards and of old fonts."""
EQUALS: Mapping[int, str] = {ord("ي"): "ى"}
"""One letter for the vowel and the consonant: each place admits only one of them."""

NAME, PLACE, WORD, POSSESSED, OWN = "name", "place", "word", "possessed", "own"
"""How a word inflects: as a name, as a place with its derivations (`قەشقەرلىك`), as a common noun; as the possessive
that ends a common noun or the name of an organisation of several words."""
HOW = {"person": NAME, "organisation": NAME, "work": NAME, "place": PLACE}
READ = {
    NAME: endings.read_name,
    PLACE: endings.read_place,
    WORD: endings.read_word,
    POSSESSED: endings.read_word,
    OWN: endings.read_name,
}
NO_DERIVATION = "قاتارلىق"
"""And such: no word of Qatar's."""
VOICED = {"ق": "غ", "ك": "گ", "پ": "بۋ"}
DOUBLED = frozenset("قدبرلسمن")
"""Last consonants that double; with ت it would be a verb's past (`ئاتتى`)."""
WATER, WATER_BEFORE_VOWEL = "سۇ", "سۈى"
"""`سۈيى`: the one word in ۇ that changes."""
RISING = frozenset(["ئامېرىكا", "ئافرىقا", "ئالمۇتا", "غۇلجا"])
"""Names in ا that are known to rise; `ئاسىيا`, `كانادا` and others do not."""

agree = last_says


def plan(words: Sequence[str], name: Name) -> tuple[str, ...]:
    """The last word takes the endings."""
    how = HOW.get(name.kind, WORD)
    if len(words) > 1 and words[-1].endswith("ى") and name.kind != "person" and how != PLACE:
        how = POSSESSED if how == WORD else OWN
    return (FIXED,) * (len(words) - 1) + (how,)


def keys(base: str, how: str) -> tuple[str, ...]:
    """The word and its changed stems."""
    own = (_unpossessed(base),) if how in (POSSESSED, OWN) else ()
    return (base,) if how == FIXED else (*(stem for stem, _ in _stems(base)), *own)


def _unpossessed(base: str) -> str:
    """What a possessive of the third person was put to: `لاگېر` of `لاگېرى`, `دائىرە` of `دائىرىسى`."""
    return base.removesuffix("سى") if base.endswith(("ىسى", "وسى", "ۇسى")) else base[:-1]


@lru_cache(maxsize=MEMORY)
def _stems(base: str) -> tuple[tuple[str, str], ...]:
    """What may become of a word before endings, each with its slot; the word itself is the first."""
    whole = (base, "stem")
    if base == WATER:
        return (whole, (WATER_BEFORE_VOWEL, "halt"))
    if len(base) < 3 or not _is_arabic(base):
        return (whole,)
    if base[-1] in "اە":
        return (whole, (base[:-1] + "ى", "raised"))
    if endings.is_vowel(base, len(base) - 1):
        return (whole,)
    return (whole, *((stem, "halt") for stem in dict.fromkeys(_before_vowel(base))))


def _is_arabic(word: str) -> bool:
    return "\u0620" <= word[-1] <= "\u06d5"


def _before_vowel(base: str) -> Iterator[str]:
    head, vowel, last = base[:-2], base[-2], base[-1]
    risen = [head + "ى", head + "ې"] if vowel in "اە" else []
    if last not in VOICED and vowel in "ىۇۈ" and endings.is_vowel(base, len(base) - 2) and _ends_syllable(head):
        yield head + last
    for stem in [*risen, base[:-1]]:
        for end in (last, *VOICED.get(last, "")):
            if stem + end != base:
                yield stem + end
    if last in DOUBLED and sum(letter in endings.VOWELS for letter in base) == 1 and vowel in endings.VOWELS:
        yield base + last


def _ends_syllable(head: str) -> bool:
    """A vowel, then one consonant that the next syllable may leave: `كۆڭ`-, not `ئۆل`-."""
    return head[-1] not in endings.VOWELS and head[-1] != "ئ" and any(letter in endings.VOWELS for letter in head)


def readings(word: str, base: str, how: str) -> Readings:
    """The chains of endings that make the word of the base."""
    if word == base:
        return ((),)
    if how == FIXED or word.startswith(NO_DERIVATION) > base.startswith(NO_DERIVATION):
        return ()
    read = READ[how]
    vowels = _vowels(base) if how in (WORD, POSSESSED) else ANY
    found: list[tuple[str, ...]] = []
    for stem, slot in _stems(base):
        if word.startswith(stem):
            sounds = endings.sounds(base) if slot == "stem" else "V"
            rest = word[len(stem) :].lstrip("-") if slot == "stem" else word[len(stem) :]
            found += read(rest, slot, sounds, vowels) if rest else ()
    if how in (POSSESSED, OWN) and word.startswith(own := _unpossessed(base)):
        many = read(word[len(own) :], "stem", endings.sounds(own), vowels)
        found += (("plural", *said[2:]) for said in many if said[:2] == ("plural", "possessive 3"))
    return tuple(sorted(dict.fromkeys(found), key=len))


def _vowels(base: str) -> str:
    """The vowels of a common noun's endings; both where the word has both kinds, or neither, or a contrary end.

    Names take both: writers differ about foreign ones.
    """
    own = set(base)
    both = own & endings.BACK_VOWELS and own & endings.FRONT_VOWELS
    return ANY if both or _is_contrary(base) else endings.vowels(base)


def _is_contrary(base: str) -> bool:
    """A ى or ې and then a sound of the other kind of vowels: ك after back ones (`سىيۇنىك`), ق after front ones."""
    last = max((base.rfind(vowel) for vowel in endings.BACK_VOWELS | endings.FRONT_VOWELS), default=-1)
    tail = base[last + 1 :]
    velars = "كگ" if base[last] in endings.BACK_VOWELS else "قغ"
    return last >= 0 and ("ى" in tail or "ې" in tail) and tail[-1] in velars


def ending(suffix: str, base: str) -> Readings:
    """What an ending says that stands apart; nobody knows how the word before it is spoken."""
    return endings.read_word(suffix, "stem", endings.EVERY, ANY) if suffix else ()


def apart(base: str) -> bool:
    """After words in other letters and after figures."""
    return not _is_arabic(base)


def loses_capital(how: str, features: Features) -> bool:
    """Never asked: the script has no capitals."""
    return False


def is_ordinary(word: str) -> bool:
    """Never asked: the script has no capitals."""
    return True


def is_person(words: Sequence[str]) -> bool:
    """A patronymic or a family name of the Russian kind says so."""
    return words[-1].endswith(("وۋ", "ېۋ", "ېۋا", "وۋا", "ئوغلى", "قىزى"))


def inflect(words: Sequence[str], case: str, name: Name) -> Sequence[str] | None:
    """The last word in its case: `شىنجاڭدا`, `تۈركىيىدە`, `UNESCO نىڭ`; there is no instrumental.

    None where writers differ: a last ا that rises in some words only, any last ا or ە of a person, vowels of a name
    in ې and ى only or with ې at the end, ك after back vowels and ى, a last ۋ or another voiced sound of loan words
    before the endings that ask for it.
    """
    return words if case == "nominative" else reinflect(words, (case,), name)


def reinflect(words: Sequence[str], features: Features, name: Name) -> Sequence[str] | None:
    """The last word with endings as another name had them; None as for `inflect`, and where its stem may change."""
    if not features:
        return words
    last = words[-1]
    base = last.translate(LOOKALIKES).translate(EQUALS)
    slot = "stem"
    if base[-1] in "اە" and len(base) > 2:
        if name.kind == "person" or name.sex or (base[-1] == "ا" and base not in RISING):
            return None
        last, slot = last[:-1] + "ى", "raised"
    elif features[0].startswith("possessive") and len(_stems(base)) > 1:
        return None
    vowels = ANY if base.endswith("ې") or _is_contrary(base) else endings.vowels(base)
    found = endings.write(features, slot, endings.sounds(base), vowels)
    if found is None:
        return None
    return [*words[:-1], last + found if _is_arabic(base) else f"{last} {found}"]
