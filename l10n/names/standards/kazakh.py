"""Kazakh names in Cyrillic and Latin letters.

Sources: BGN/PCGN 1979 (as ICU's kk-kk_Latn/BGN); the Latin alphabet of the project of 2021, which is not in
official use and has no letters for ц ч щ ъ ь ё э ю я: loans are respelled by the sounds of the same alphabet.
A native reader must confirm that respelling: ц ts, ч and щ ş, ю iu, я ia, ё io.
"""

from __future__ import annotations

from l10n.names.standards.table import Rule, Standard, Table, column
from l10n.phrases import phrase

_NATIVE = "аәбвгғдежзийкқлмнңоөпрстуұүфхһыі"

BGN = Table(
    column(_NATIVE, "a ä b v g gh d e zh z ī y k q l m n ng o ö p r s t ū u ü f kh h y i")
    | column("ёцчшщъьэюя", "yo ts ch sh shch ʺ ʹ ė yu ya")
)
BGN_BACK = Table(
    {written: letter for letter, written in reversed(list(BGN.letters.items()))} | {"e": "е", "'": "ь", "y": "ы"},
    (
        Rule("ngh", "нғ"),
        Rule("tsh", "тш"),
        Rule("ts", "ц", before="īy"),
        Rule("ts", "ц", after="^"),
        Rule("ts", "тс"),
        Rule("ya", "я"),
        Rule("yu", "ю"),
        Rule("yo", "ё", after="^"),
        Rule("y", "й", after="[aäeoöuü]"),
        Rule("y", "й", after="^", before="[aäeīoöūuüi]"),
    ),
)

LATIN = Table(
    column(_NATIVE, "a ä b v g ğ d e j z i i k q l m n ñ o ö p r s t u ū ü f h h y ı")
    | column("ёцчшщъьэюя", "io ts ş ş ş - - e iu ia"),
    (Rule("ий", "i", before="$"), Rule("ие", "ie"), Rule("ия", "ia"), Rule("ию", "iu"), Rule("йя", "ia")),
    capitals={"i": "İ", "ı": "I"},
)
LATIN_BACK = Table(
    dict(zip("aäbvgğdejzkqlmnñoöprstuūüfhyış", "аәбвгғдежзкқлмнңоөпрстуұүфхыіш", strict=True))
    | {"i": "и", "ia": "ия", "iu": "ию", "c": "ц"},
    (
        Rule("tsia", "ция"),
        Rule("tsio", "цио"),
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

STANDARDS = (
    Standard(
        phrase("Kazakh Latin, project of 2021"), (("kk-Cyrl", "kk-Latn"),), "alphabet of 2021, 31 letters", LATIN.apply
    ),
    Standard("BGN/PCGN 1979", (("kk-Cyrl", "kk-Latn"), ("kk-Cyrl", "en")), "ICU kk-kk_Latn/BGN", BGN.apply),
    Standard(
        phrase("Kazakh Latin, project of 2021"), (("kk-Latn", "kk-Cyrl"),), "the same, read back", LATIN_BACK.apply
    ),
    Standard("BGN/PCGN 1979", (("kk-Latn", "kk-Cyrl"),), "the same, read back", BGN_BACK.apply),
)
