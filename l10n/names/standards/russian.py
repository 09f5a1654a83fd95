"""Russian names in Latin letters.

Sources: BGN/PCGN 1947 System; ISO 9:1995 (GOST 7.79 A); ICAO Doc 9303, part 3, table 6; for the press the rules of
Yandex Maps as iuliia prints them, which agree most often with the pages of Kazakhstan's state bodies, but with
щ = shch.  BGN/PCGN is given without the middle dot that may keep т·с and ш·ч apart.
"""

from __future__ import annotations

from l10n.names.standards.table import Rule, Standard, Table, column
from l10n.phrases import phrase

PAIRS = (("ru", "en"), ("ru", "ru-Latn"))

_COMMON = column("абвгдежзиклмнопрстуфхцчшщыэюя", "a b v g d e zh z i k l m n o p r s t u f kh ts ch sh shch y e yu ya")
_SOFT = "[аеёиоуыэюяйъь]"
"""After these and at the start of a word е sounds like `ye`."""

_STRESS = {"\u0301": "", "\u0300": ""}
"""Stress marks of dictionaries are not written."""


def _yotated(letter: str, written: str) -> tuple[Rule, Rule]:
    return Rule(letter, written, after="^"), Rule(letter, written, after=_SOFT)


BGN = Table(
    _COMMON | _STRESS | {"й": "y", "ё": "ë", "ъ": "ʺ", "ь": "ʹ"},
    (*_yotated("е", "ye"), *_yotated("ё", "yë")),
)
ISO9 = Table(_COMMON | _STRESS | column("жхцчшщъьэюяйё", "ž h c č š ŝ ʺ ʹ è û â j ë"))
ICAO = Table(_COMMON | _STRESS | {"й": "i", "ё": "e", "ъ": "ie", "ь": "", "ю": "iu", "я": "ia"})
PRESS = Table(
    _COMMON | _STRESS | {"й": "y", "ё": "yo", "ъ": "", "ь": ""},
    (*_yotated("е", "ye"), Rule("ый", "iy", before="$")),
)

STANDARDS = (
    Standard(
        phrase("Kazakhstan's press usage"),
        PAIRS,
        "Yandex Maps, after iuliia; щ shch; no official text fixes it",
        PRESS.apply,
    ),
    Standard("BGN/PCGN 1947", PAIRS, "BGN/PCGN 1947 System, without its middle dot", BGN.apply),
    Standard("ISO 9:1995", PAIRS, "ISO 9:1995, equal to GOST 7.79-2000 A", ISO9.apply),
    Standard("ICAO Doc 9303", PAIRS, "ICAO Doc 9303, part 3, section 6", ICAO.apply),
)
