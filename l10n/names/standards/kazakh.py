"""Kazakh names in Cyrillic, Latin and Arabic letters.

Sources: BGN/PCGN 1979 (as ICU's kk-kk_Latn/BGN); the Latin alphabet of the project of 2021, not in official use,
where loan letters (в ф ц ч щ ё э ю я ъ ь) are respelled by the sounds of the same project; Arabic letters in China
(töte jazu) as CLDR's kk_Arab writes them.

Arabic: ء stands once, at the start of a word that has ә, ө, ү or і, unless е, э, г or к mark it as front already.
The way back decides ا و ۇ ى by the same marks; ي between a consonant and a vowel is и, beside a vowel й.
A native reader must confirm: the respelling of loan letters, ц as `ts`, back vowels after the first syllable of loans.
"""

from __future__ import annotations

import re

from l10n.names.standards.scripts import WORD
from l10n.names.standards.table import Rule, Standard, Table, column

_NATIVE = "аәбвгғдежзийкқлмнңоөпрстуұүфхһыі"
_VOWELS = "аәеёиоөуұүыіэюя"

BGN = Table(
    column(_NATIVE, "a ä b v g gh d e zh z ī y k q l m n ng o ö p r s t ū u ü f kh h y i")
    | column("ёцчшщъьэюя", "yo ts ch sh shch ʺ ʹ ė yu ya")
)
BGN_BACK = Table(
    {written: letter for letter, written in reversed(list(BGN.letters.items()))} | {"e": "е", "'": "ь", "y": "ы"},
    (Rule("y", "й", after="[aäeīoöūuü]"), Rule("y", "й", after="^", before="[aäeīoöūuüi]")),
)

LATIN = Table(
    column(_NATIVE, "a ä b v g ğ d e j z i i k q l m n ñ o ö p r s t u ū ü f h h y ı")
    | column("ёцчшщъьэюя", "io ts ş ş ş - - e iu ia"),
    (Rule("ий", "i"), Rule("ый", "i"), Rule("ие", "ie"), Rule("ия", "ia"), Rule("ию", "iu"), Rule("йя", "ia")),
    capitals={"i": "İ", "ı": "I"},
)
LATIN_BACK = Table(
    dict(zip("aäbvgğdejzkqlmnñoöprstuūüfhyış", "аәбвгғдежзкқлмнңоөпрстуұүфхыіш", strict=True))
    | {"i": "и", "ia": "ия", "iu": "ию", "c": "ц"},
    (
        Rule("ia", "я", after="[aäeoöuūüyı]"),
        Rule("iu", "ю", after="[aäeoöuūüyı]"),
        Rule("ia", "я", after="^"),
        Rule("iu", "ю", after="^"),
        Rule("i", "й", after="[aäeoöuūüyı]"),
        Rule("i", "й", after="^", before="[aäeoöuūüyı]"),
    ),
    lower={"I": "ı", "İ": "i"},
    capitals={"i": "İ", "ı": "I"},
)

_ARABIC = Table(
    column(_NATIVE, "ا ا ب ۆ گ ع د ە ج ز ي ي ك ق ل م ن ڭ و و پ ر س ت ۋ ۇ ۇ ف ح ھ ى ى")
    | column("ёцчшщъьэюя", "يو تس چ ش شش - - ە يۋ يا"),
    (Rule("ия", "يا"), Rule("ию", "يۋ"), Rule("ий", "ي", before="$")),
)
_FRONT = re.compile("[әөүі]")
_SHOWN = re.compile("[еэгк]")
HIGH_HAMZA = "ٴ"
"""U+0674, the other code point of the mark."""


def to_arabic(name: str) -> str:
    """Cyrillic to Arabic letters, ء by its rule."""
    return WORD.sub(_arabic_word, name)


def _arabic_word(found: re.Match[str]) -> str:
    word = found[0].lower()
    written = _ARABIC.apply(word)
    if written == word:
        return found[0]
    return f"ء{written}" if _FRONT.search(word) and not _SHOWN.search(word) else written


_MENDED = str.maketrans({"ه": "ە", "ک": "ك", "ی": "ي", "ٵ": "ءا", "ٶ": "ءو", "ٷ": "ءۇ", "ٸ": "ءى", HIGH_HAMZA: "ء"})
_CONSONANTS_BACK = dict(zip("بۆگعدجزكقلمنڭپرستۋفحھچش", "бвгғджзкқлмнңпрстуфхһчш", strict=True))
_VOWEL_BACK = {"ا": "аә", "و": "оө", "ۇ": "ұү", "ى": "ыі", "ە": "ее"}
_ARABIC_WORD = re.compile("ء?[ابۆگعدەجزيكقلمنڭوپرستۋۇفحھىچش]+")
_ARABIC_VOWELS = frozenset("اوۇىە")


def from_arabic(name: str) -> str:
    """Arabic to Cyrillic letters, in small letters: the script has no capitals."""
    return _ARABIC_WORD.sub(_cyrillic_word, name.translate(_MENDED))


def _cyrillic_word(found: re.Match[str]) -> str:
    word = found[0].removeprefix("ء")
    marked = word != found[0]
    shown = not marked and bool(re.search("[ەگك]", word)) and not re.search("[قع]", word)
    written, seen = [], False
    place = 0
    while place < len(word):
        letter = word[place]
        pair = word[place : place + 2]
        vowel_before = place > 0 and (word[place - 1] in _ARABIC_VOWELS or word[place - 1] == "ۋ")
        if pair in ("يا", "يۋ"):
            yotated = "я" if pair == "يا" else "ю"
            written.append(yotated if place == 0 or vowel_before else "и" + yotated)
            place += 2
            seen = True
            continue
        if letter == "ي":
            vowel_after = word[place + 1 : place + 2] in _ARABIC_VOWELS
            written.append("й" if vowel_before or (place == 0 and vowel_after) else "и")
        elif letter in _VOWEL_BACK:
            front = (marked or shown) and (letter in "ۇى" or not seen)
            written.append(_VOWEL_BACK[letter][front])
            seen = True
        else:
            written.append(_CONSONANTS_BACK[letter])
        place += 1
    return "".join(written)


STANDARDS = (
    Standard("Kazakh Latin, project of 2021", (("kk-Cyrl", "kk-Latn"),), "alphabet of 2021, 31 letters", LATIN.apply),
    Standard("BGN/PCGN 1979", (("kk-Cyrl", "kk-Latn"), ("kk-Cyrl", "en")), "ICU kk-kk_Latn/BGN", BGN.apply),
    Standard("Kazakh Latin, project of 2021", (("kk-Latn", "kk-Cyrl"),), "the same, read back", LATIN_BACK.apply),
    Standard("BGN/PCGN 1979", (("kk-Latn", "kk-Cyrl"),), "the same, read back", BGN_BACK.apply),
    Standard("töte jazu", (("kk-Cyrl", "kk-Arab"),), "CLDR kk_Arab; the letters of China's Kazakhs", to_arabic),
    Standard("töte jazu", (("kk-Arab", "kk-Cyrl"),), "the same, read back; а/ә о/ө ұ/ү ы/і by rule", from_arabic),
)
