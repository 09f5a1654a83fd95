"""Uyghur names in Arabic (UEY), Latin (ULY) and Cyrillic letters (USY) and in Yëngi Yëziq (UYY).

Sources: the spelling rules of 1984 to 2008 for the Arabic script; ULY of 2008; DB65/T 3690-2015 for the pairs of
letters; usage of RFA and of Kazakhstan's papers for Cyrillic.  Tags: `ug-Arab`, `ug-Latn`, `ug-Cyrl`, and
`ug-Latn-x-yeziq`, a private subtag, for Yëngi Yëziq, which has no registered one.

ئ stands before every vowel that starts a word or follows a vowel, and after a consonant where the word has one; the
finals üen and uang of Chinese names (سىچۈەن, گۇاڭدۇڭ) have none, and no apostrophe.
Latin letters write it as an apostrophe inside words; the same sign keeps n'g, n'gh, s'h, z'h, g'h apart.
Cyrillic writes it only where a reader, who knows `hemze.WORDS`, would otherwise miss it; so nothing is lost but a
hemze that a misspelt word of that list lacks.  я and ю are йа and йу.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from l10n.names.standards.hemze import WORDS
from l10n.names.standards.scripts import APOSTROPHES, WORD, cased, scripts, shouted
from l10n.names.standards.table import Standard

_ROWS = """
ا a а a
ە e ә ə
ب b б b
پ p п p
ت t т t
ج j җ j
چ ch ч q
خ x х h
د d д d
ر r р r
ز z з z
ژ zh ж ⱬ
س s с s
ش sh ш x
غ gh ғ ƣ
ف f ф f
ق q қ ⱪ
ك k к k
گ g г g
ڭ ng ң ng
ل l л l
م m м m
ن n н n
ھ h һ ⱨ
و o о o
ۇ u у u
ۆ ö ө ɵ
ۈ ü ү ü
ۋ w в w
ې é е e
ى i и i
ي y й y
"""
SCRIPTS = ("ug-Arab", "ug-Latn", "ug-Cyrl", "ug-Latn-x-yeziq")
VOWELS = frozenset("اەوۇۆۈېى")
_HIATUS = re.compile("(?!ۈەن|ۇاڭ)[اەوۇۆۈېى](?=[اەوۇۆۈېى])")
_DOUBTFUL = re.compile("[هیي]|[اەوۇۆۈې]ى")
_FOREIGN = re.compile("[هیکہ]")
_COLUMNS = list(zip(*(row.split() for row in _ROWS.split("\n") if row), strict=True))
_WRITTEN = {tag: dict(zip(_COLUMNS[0], column, strict=True)) for tag, column in zip(SCRIPTS, _COLUMNS, strict=True)}
_READ: dict[str, dict[str, str]] = {
    tag: {written: letter for letter, written in letters.items()} for tag, letters in _WRITTEN.items()
}
_READ["ug-Arab"] |= {"ه": "ە", "ک": "ك", "ی": "ى", "ہ": "ھ", "ۅ": "ۋ"}
_READ["ug-Latn"] |= {"ë": "ې", "v": "ۋ"}
_READ["ug-Latn-x-yeziq"] |= {"ø": "ۆ", "ө": "ۆ", "ә": "ە", "ǝ": "ە", "ƶ": "ژ", "ⱡ": "ل", "v": "ۋ", "ë": "ې", "é": "ې"}
_READ["ug-Cyrl"] |= {"я": "يا", "ю": "يۇ", "ё": "يو", "э": "ې", "ы": "ى", "ц": "تس", "щ": "ش", "ə": "ە", "h": "ھ"}
_PARTED = {"ug-Latn": ("نگ", "نغ", "سھ", "زھ", "گھ", "ڭھ"), "ug-Latn-x-yeziq": ("نگ",)}
"""Two letters whose signs would be read as one."""
_YOTATED = {"يا": "я", "يۇ": "ю"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word as its sounds."""

    letters: str
    """Arabic letters without ئ; letters that the script does not have, as they were."""
    hemze: frozenset[int]
    """Places of the vowels inside the word that have a hemze; a vowel that starts a word always has one."""
    upper: tuple[bool, ...]
    """Which letters were capitals."""


def read(word: str, tag: str) -> Word:
    """A word of one script; its apostrophes are hemze before a vowel, dividers elsewhere."""
    known = _READ[tag]
    if tag == "ug-Arab":
        word = mend(word, thorough=False)
    small = "".join(one.lower() if len(one.lower()) == 1 else one for one in word)
    letters, upper, marks = "", list[bool](), set[int]()
    place = 0
    while place < len(word):
        sign, step = small[place], 1
        if sign in APOSTROPHES or sign == "ئ":
            marks.add(len(letters))
        elif tag == "ug-Cyrl" and sign in "ъь":
            found = "ي" if small[place + 1 : place + 2] == "е" else ""
            letters, upper = letters + found, upper + [False] * len(found)
        else:
            step = 2 if _is_pair(small, place, known) else 1
            found = known.get(small[place : place + step], sign)
            capital = word[place] != sign
            letters += found
            upper += [capital, capital and shouted(word, place, place + step)][: len(found)]
        place += step
    hemze = {place for place in marks if 0 < place < len(letters) and letters[place] in VOWELS}
    hemze |= _between_vowels(letters)
    if tag == "ug-Cyrl" and not hemze & marks:
        hemze |= _remembered(letters)
    return Word(letters, frozenset(hemze), tuple(upper))


def _is_pair(small: str, place: int, known: dict[str, str]) -> bool:
    """Two signs are one letter; `ngh` is n + gh, because ng + h is hardly ever met."""
    pair = small[place : place + 2]
    if len(pair) < 2 or pair not in known:
        return False
    return not (pair == "ng" and "gh" in known and small[place + 2 : place + 3] == "h")


def write(word: Word, tag: str) -> str:
    """A word in one script."""
    if tag == "ug-Arab":
        opening = word.hemze | ({0} if word.letters[:1] in VOWELS else set())
        return "".join(f"ئ{letter}" if place in opening else letter for place, letter in enumerate(word.letters))
    marks = word.hemze
    if tag == "ug-Cyrl":
        unsaid = _between_vowels(word.letters)
        marks = frozenset() if word.hemze == unsaid | _remembered(word.letters) else word.hemze - unsaid
    pieces: list[str] = []
    place = 0
    while place < len(word.letters):
        letter = word.letters[place]
        yotated = (
            _YOTATED.get(word.letters[place : place + 2], "") if tag == "ug-Cyrl" and place + 1 not in marks else ""
        )
        step = 2 if yotated else 1
        if place and (place in marks or word.letters[place - 1 : place + 1] in _PARTED.get(tag, ())):
            pieces.append("'")
        beside = word.upper[place + step : place + step + 1] or word.upper[max(place - 1, 0) : place]
        sign = yotated or _WRITTEN[tag].get(letter, letter)
        pieces.append(cased(sign, word.upper[place], any(beside), {}))
        place += step
    return "".join(pieces)


def _between_vowels(letters: str) -> set[int]:
    """Places of vowels after vowels; those of the Chinese finals üen and uang are one syllable."""
    return {found.start() + 1 for found in _HIATUS.finditer(letters)}


def mend(word: str, thorough: bool = True) -> str:
    """A word in Arabic letters with the code points of other languages mended, where the neighbours leave no doubt.

    ه beside a vowel is ھ, elsewhere ە; ی is ي or ى; ى after a vowel, without ئ, is ي.  ي with no vowel beside it is ى.
    Not thorough: only in a word that another such code point proves to be typed on a foreign keyboard; by itself it is
    kept, so that a name comes back as it was.
    """
    if not _DOUBTFUL.search(word):
        return word
    foreign = thorough or bool(_FOREIGN.search(word))
    signs = list(word)
    for place, sign in enumerate(signs):
        before = signs[place - 1] if place else ""
        after = signs[place + 1] if place + 1 < len(signs) else ""
        beside = (before in VOWELS or after in VOWELS) and before != "ئ"
        if sign == "ه":
            signs[place] = "ھ" if beside else "ە"
        elif sign == "ی" or (sign == "ي" and foreign):
            signs[place] = "ي" if beside else "ى"
        elif sign == "ى" and before in VOWELS:
            signs[place] = "ي"
    return "".join(signs)


def _remembered(letters: str) -> frozenset[int]:
    """Places of the hemzes after consonants that the list of words knows."""
    found = _KNOWN.match(letters)
    return _STEMS.get(found[0]) or _STEMS[f"{found[0]}."] if found else frozenset()


_STEMS = {word.letters: word.hemze for word in (read(entry, "ug-Latn") for entry in WORDS)}
_KNOWN = re.compile("|".join(re.escape(stem).replace(r"\.", "(?!.)") for stem in sorted(_STEMS, key=len, reverse=True)))


def _between(source: str, target: str) -> Callable[[str], str]:
    script = target[3:7]

    def word(found: re.Match[str]) -> str:
        there = scripts(found[0])
        if there == {script} and script != source[3:7]:
            return found[0]
        return write(read(found[0], source), target)

    return partial(WORD.sub, word)


def _name(source: str, target: str) -> str:
    names = {"ug-Arab": "UEY", "ug-Latn": "ULY", "ug-Cyrl": "USY", "ug-Latn-x-yeziq": "Yëngi Yëziq"}
    return names[source if target == "ug-Arab" else target]


BASIS = "DB65/T 3690-2015; ULY of 2008; hemze in Cyrillic by a list of words"
STANDARDS = tuple(
    Standard(
        _name(source, target),
        ((source, target),),
        BASIS,
        _between(source, target),
    )
    for source in SCRIPTS
    for target in SCRIPTS
    if source != target
)
