"""Words that another script spells by tradition, not letter by letter: for running text in the scripts of one language.

Uyghur Cyrillic keeps the Russian spelling of some loans and of family names in -аев (Тоқаев), which the Arabic script
spells by ear (توقايېۋ); from Cyrillic the Russian names of months are understood as well.
A native reader must confirm all of it: general knowledge of Kazakhstan's Uyghur papers and of Kazakh ones in China.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from l10n.names.standards.table import pairs

_UYGHUR_CYRILLIC = pairs("""
    فىلىم=фильм كومپيۇتېر=компьютер كونگرېس=конгресс ئالبوم=альбом رېژىسسور=режиссер مىللىيارد=миллиард
    """)
_RUSSIAN_MONTHS = pairs("""
    январь=يانۋار февраль=فېۋرال апрель=ئاپرېل июнь=ئىيۇن июль=ئىيۇل август=ئاۋغۇست сентябрь=سېنتەبىر
    октябрь=ئۆكتەبىر ноябрь=نويابىر декабрь=دېكابىر
    """)
_KAZAKH_ARABIC = pairs("франция=فرانسيا француз=فرانسۋز швеция=شۆەتسيا")


def _back(table: Mapping[str, str]) -> dict[str, str]:
    return {written: word for word, written in table.items()}


WORDS: dict[tuple[str, str], dict[str, str]] = {
    ("ug-Arab", "ug-Cyrl"): _UYGHUR_CYRILLIC,
    ("ug-Cyrl", "ug-Arab"): _back(_UYGHUR_CYRILLIC) | _RUSSIAN_MONTHS,
    ("kk-Cyrl", "kk-Arab"): _KAZAKH_ARABIC,
    ("kk-Arab", "kk-Cyrl"): _back(_KAZAKH_ARABIC),
}
"""By source and target, beginnings of words in small letters; a word goes on after them letter by letter."""

_PATTERNS = {pair: re.compile("|".join(sorted(map(re.escape, known), key=len))) for pair, known in WORDS.items()}

_ENDING = "(?=а?(?:$|[нгқкдтлғ]))"
FAMILY_NAMES = {
    ("ug-Arab", "ug-Cyrl"): (re.compile(f"(?<=[аоуи])йев{_ENDING}"), "ев"),
    ("ug-Cyrl", "ug-Arab"): (re.compile(f"(?<=[аоуиАОУИ])ев{_ENDING}"), "йев"),
}
"""What is spelt anew in Cyrillic: after the letters are exchanged on the way to it, before on the way from it."""


def spell(word: str, pair: tuple[str, str], letters: Callable[[str], str]) -> str:
    """A word of one script in the other. letters: exchanges them one by one."""
    family = FAMILY_NAMES.get(pair)
    if family and pair[0] == "ug-Cyrl":
        word = family[0].sub(family[1], word)
    known = _PATTERNS.get(pair)
    found = known.match(word.lower()) if known else None
    if found:
        said, rest = WORDS[pair][found[0]], word[found.end() :]
        written = (said.capitalize() if word[:1].isupper() else said) + (letters(rest) if rest else "")
    else:
        written = letters(word)
    if family and pair[1] == "ug-Cyrl":
        written = family[0].sub(family[1], written)
    return written
