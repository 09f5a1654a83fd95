"""Inflection, as far as a concordance needs it: patterns of all forms of a word by the endings of its language.

Endings are those of school grammars; the stem is what is left of the word that was asked for.  Kazakh and Uyghur chain
theirs (plural, whose, case), soften the last consonant (мектеп, мектебі), and Uyghur raises the last vowel (مەكتەپ,
مەكتىپى).  A pattern finds too much rather than too little; a native reader has still to confirm those of Uyghur.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Endings(NamedTuple):
    """Of one language in one script."""

    pattern: str
    """What may stand behind a stem."""
    strip: str
    """What is taken off the word that was asked for, at its end."""
    least: int
    """Letters of a stem that are left, at least."""
    changes: tuple[str, ...] = ()
    """Letters that change into one another at the end of a stem."""
    vowels: str = ""
    """Letters that change into one another as the last vowel of a stem, the last of them in every stem."""


_RU_NOUN = (
    "а я о е ё ы и у ю ь ой ей ёй ом ем ём ам ям ами ями ах ях ов ев ёв ью ьи ьё ье ья ию ия ие ий иям иях иями ием"
)
_RU_ADJECTIVE = "ый ая яя ое ее ые ие ого его ому ему ым им ых их ую юю ою ею ыми ими"
_RU_VERB = (
    "л ла ло ли ть т ет ёт ит ут ют ат ят ешь ишь ёшь ете ите йте й сь ся лся лась лось лись ться тся ются утся ится"
)
_KK_PLURAL = "(?:[лдт][ае]р)?"
_KK_WHOSE = "(?:с?[ыі]|[ыі]?[мң](?:[ыі]з)?|[ыі]ң[ыі]з)?"
_KK_CASE = (
    "(?:[ндт][ыі]ң|[ғгқк][ае]|н?[ае]|[ндт][ыі]|н|н?[дт][ае](?:[ғг][ыі])?|[дтн][ае]н|[мбп]ен(?:ен)?|[дт]ай|[дт]ей)?"
)
_UG_PLURAL = "(?:ل[اەى]ر)?"
_UG_WHOSE = "(?:سى|ى|[ىۇۈ]?[مڭ]|ىمىز|مىز|ىڭىز|ڭلار)?"
_UG_CASE = "(?:نىڭ|[غقگك][اە]|نى|[دت][اە]|[دت]ىن|[دت]ىكى|[غقگك]ىچە|چە)?"


def _either(endings: str) -> str:
    return f"(?:{'|'.join(sorted(endings.split(), key=len, reverse=True))})"


ENDINGS = {
    "en": Endings(
        "(?:e|y|es|s|ed|d|ing|ies|ied|e's|y's|'s|s'|es'|ies')?(?<!ss's)", "(?:ies|ied|ing|ed|es|'s|s'|s|e|y)$", 3
    ),
    "ru": Endings(
        f"{_either(f'{_RU_NOUN} {_RU_ADJECTIVE} {_RU_VERB}')}?", f"{_either(f'{_RU_NOUN} {_RU_ADJECTIVE}')}$", 3
    ),
    "kk": Endings(
        _KK_PLURAL + _KK_WHOSE + _KK_CASE,
        "(?:[лдт][ае]р(?:[ыі](?:н?[дт][ае]н?|н[ае]|н[ыі]ң|н)?|[ыі]мыз)?|[ндт][ыі]ң|[дт][ае]н?|[ғгқк][ае]|[ндт][ыі]|[мбп]ен)$",
        4,
        ("пб", "қғ", "кг"),
    ),
    "ug": Endings(
        _UG_PLURAL + _UG_WHOSE + _UG_CASE,
        "(?:ل[اەى]ر(?:ى|نىڭ|نى|غا|گە|دا|دە|دىن)?|نىڭ|[غقگك][اە]|نى|[دت][اە]|[دت]ىن)$",
        4,
        ("پۋ", "قغ", "كگ"),
        "اەى",
    ),
}
"""By language, in its usual script."""

_ANY_ENDING = r"[^\W\d_]{0,4}"
"""Of a language whose endings are not known."""
_FLEETING = re.compile(r"(?<=\w)[еоё](?=[нкцлрт]ь?$)")
"""Russian: отец, отца; день, дня."""


class Form(NamedTuple):
    """All forms of a word."""

    prefixes: tuple[str, ...]
    """One of them begins each form."""
    pattern: str
    """Of the whole word, in small letters."""


def forms(word: str, locale: str) -> Form:
    """The forms of a word in small letters, whichever of them it is itself."""
    known = ENDINGS.get(locale)
    if known is None:
        return Form((word,), re.escape(word) + _ANY_ENDING)
    stem = word
    found = re.search(known.strip, word)
    if found and found.start() >= known.least:
        stem = word[: found.start()]
    stems = dict.fromkeys([stem])
    if locale == "ru" and _FLEETING.search(word) and stem == word.rstrip("ь"):
        stems[_FLEETING.sub("", word).rstrip("ь")] = None
    spelt = [_spelt(one, known) for one in stems]
    patterns = [f"{prefix}{tail}{known.pattern}" for prefix, tail in spelt]
    if stem != word:
        spelt.append((word, ""))
        patterns.append(re.escape(word))
    if locale == "en":
        patterns += [f"{re.escape(one)}{re.escape(one[-1])}(?:ed|ing)" for one in stems]
    return Form(tuple(dict.fromkeys(prefix for prefix, _ in spelt)), f"(?:{'|'.join(patterns)})")


def _spelt(stem: str, known: Endings) -> tuple[str, str]:
    """A stem as what is always there, and the pattern of what may change."""
    last = next((signs for signs in known.changes if stem[-1:] and stem[-1] in signs), "")
    head, tail = (stem[:-1], f"[{last}]") if last else (stem, "")
    vowel = re.search(f"[{known.vowels}](?=[^{known.vowels}]?$)", head) if known.vowels else None
    if vowel and vowel.start() >= 2:
        tail = f"[{known.vowels}]{head[vowel.end() :]}{tail}"
        head = head[: vowel.start()]
    return head, tail
