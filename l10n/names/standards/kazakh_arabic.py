"""Kazakh names in the Arabic letters of China's Kazakhs, töte jazu.

Source: the letters as CLDR's kk_Arab writes them.  ء stands once, at the start of a word that has ә, ө, ү or і, unless
е, э, г or к mark it as front already; on the words of CLDR whose letters agree this has no exception.
Loans: дж is ج, ц before a vowel س but -ция تسيا, нг before a stop and at the end ڭ, a double consonant at the end
single, -аев ايەۆ; an acronym in capitals is spelt letter by letter, ا ق ش.

The way back is not in the letters: ا is а or ә, و о or ө, ۇ ұ or ү, ى ы or і, ي и or й, ە е or э, and ь is not
written.  A list of words goes first (`kazakh_words`); then ق ع against ك گ, ء, the vowels around, the letters of loans.
A native reader must confirm: ц, нг, double consonants, acronyms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from l10n.names.standards.kazakh_words import PARTS, STEMS
from l10n.names.standards.scripts import APOSTROPHES, WORD, scripts
from l10n.names.standards.table import Rule, Standard, Table, column

_TABLE = Table(
    column("аәбвгғдежзийкқлмнңоөпрстуұүфхһыі", "ا ا ب ۆ گ ع د ە ج ز ي ي ك ق ل م ن ڭ و و پ ر س ت ۋ ۇ ۇ ف ح ھ ى ى")
    | column("ёцчшщъьэюя", "يو تس چ ش شش - - ە يۋ يا")
    | {"дж": "ج", "ия": "يا", "ию": "يۋ", "ии": "ي", "йя": "يا", "йю": "يۋ", "йи": "ي", "ьо": "يو"}
    | {",": "،", ";": "؛", "?": "؟"},
    (
        Rule("ий", "ي", before="$"),
        Rule("ция", "تسيا"),
        Rule("ц", "س", before="[аеиоуыэюя]"),
        Rule("ц", "س", before="$"),
        Rule("нг", "ڭ", before="[бкқптсш]"),
        Rule("нг", "ڭ", before="$"),
        Rule("ье", "يە", after="[бвмп]"),
        Rule("е", "يە", after="[аәоө]", before="в(?!о)"),
        *(Rule(sign, "", r"\w", r"\w") for sign in APOSTROPHES),
        *(Rule(letter * 2, written, before="$") for letter, written in column("лмнсф", "ل م ن س ف").items()),
    ),
)
_FRONT = re.compile("[әөүі]")
_SHOWN = re.compile("[еэгк]")
ACRONYM = re.compile(r"(?<!\w)[А-ЯӘҒҚҢӨҰҮҺІ]{2,4}(?!\w)")
SHORT = 3
"""A stem of so few letters is a word by itself only: others begin with the same letters."""
LETTERS = "ءابۆگعدەجزيكقلمنڭوپرستۋۇفحھىچش"


def to_arabic(name: str) -> str:
    """Cyrillic to Arabic letters, ء by its rule; an acronym beside small letters, or alone, is spelt out."""
    if not name.isupper() or ACRONYM.fullmatch(name):
        name = ACRONYM.sub(lambda found: " ".join(found[0]), name)
    return _TABLE.apply(WORD.sub(_arabic_word, name))


def _arabic_word(found: re.Match[str]) -> str:
    if scripts(found[0]) != {"Cyrl"}:
        return found[0]
    word = found[0].lower()
    marked = len(word) > 1 and _FRONT.search(word) and not _SHOWN.search(word)
    return f"ء{_TABLE.apply(word)}" if marked else _TABLE.apply(word)


_MENDED = str.maketrans(
    {"ه": "ە", "ک": "ك", "ی": "ي", "ٵ": "ءا", "ٶ": "ءو", "ٷ": "ءۇ", "ٸ": "ءى", "ٴ": "ء", "،": ",", "؛": ";", "؟": "?"}
)
_CONSONANTS = column("بۆگعدجزكقلمنڭپرستۋفحھچش", "б в г ғ д ж з к қ л м н ң п р с т у ф х һ ч ш")
_VOWELS = {"ا": "аә", "و": "оө", "ۇ": "ұү", "ى": "ыі", "ە": "ее"}
_WORD = re.compile(f"[{LETTERS}]+")
_SPELT = re.compile(f"(?<![{LETTERS}])[{LETTERS}](?: [{LETTERS}])+(?![{LETTERS}])")
_LOAN = re.compile(r"[ۆفچ](?!ا?$)|^[^اوۇىەيۋ]{2}")
"""Letters and clusters that Kazakh words of its own do not have."""
_ENDING = re.compile("[وە]ۆا?$")
_BACK = frozenset("аоұыя")
_FRONT_VOWELS = frozenset("әөүіеэ")
_CYRILLIC_VOWELS = frozenset("аәеёиоөуұүыіэюя")
_HARMONY = re.compile("[ەگكقع]")
_INSTRUMENTAL = re.compile("(?<=..)[مبپ]ەن(ەن)?$")
"""мен, бен, пен and their longer forms go with back and front vowels alike."""
_NEXT = re.compile("[اوۇىە]")


def from_arabic(name: str) -> str:
    """Arabic to Cyrillic letters, in small letters: the script has no capitals. An acronym spelt out is joined."""
    mended = _SPELT.sub(lambda found: found[0].replace(" ", ""), name.translate(_MENDED))
    return _WORD.sub(lambda found: read(found[0]), mended)


@cache
def _stems() -> tuple[re.Pattern[str], dict[str, str]]:
    softened = [stem[:-1] + "г" for stem in STEMS if stem.endswith("к")]
    known = {to_arabic(stem).removeprefix("ء"): stem for stem in (*softened, *STEMS)}
    whole = [f"{stem}(?!.)" if len(stem) <= SHORT else stem for stem in sorted(known, key=len, reverse=True)]
    return re.compile("|".join(whole)), known


@cache
def _parts() -> tuple[re.Pattern[str], dict[str, str]]:
    known = {to_arabic(part).removeprefix("ء"): part for part in PARTS}
    return re.compile(rf"(?<=..)({'|'.join(known)})(?=$|[دتنلمعقكگپس])"), known


def read(word: str) -> str:
    """One word in Cyrillic: a stem of the list and what goes on after it, parts of a compound each by itself."""
    bare = word.replace("ء", "")
    marked = word.startswith("ء")
    pattern, stems = _stems()
    if stem := pattern.match(bare):
        known, rest = stems[stem[0]], bare[stem.end() :]
        return (known.removesuffix("ь") if rest[:1] in _VOWELS else known) + _by_rule(rest, False, known)
    pattern, parts = _parts()
    if part := pattern.search(bare):
        head = _by_rule(bare[: part.start()], marked, "")
        return head + parts[part[0]] + _by_rule(bare[part.end() :], False, parts[part[0]])
    return _by_rule(bare, marked, "")


class Mood(NamedTuple):
    """What a word as a whole says of its vowels."""

    marked: bool
    """It has ء."""
    front: bool
    """It has ء, or one of ە گ ك before any ق ع."""
    loan: bool
    """It has letters of loans, whose а and о never turn front."""


@dataclass(slots=True)
class Heard:
    """The vowels of a word so far."""

    harmony: str = ""
    """"back" or "front", of the last vowel that is either; -ев of family names has that of its stem."""
    fronted: bool = False
    """One of them was front."""
    vowel: bool = False
    """There was one, у and и among them."""
    _was: str = ""
    _last: str = ""

    def hear(self, letters: str) -> None:
        """Further letters of the word, in Cyrillic."""
        for letter in letters:
            self.vowel = self.vowel or letter in _CYRILLIC_VOWELS
            if letter in _BACK or letter in _FRONT_VOWELS:
                self._was, self.harmony = self.harmony, "back" if letter in _BACK else "front"
                self.fronted = self.fronted or letter in _FRONT_VOWELS
            elif letter == "в" and self._last == "е":
                self.harmony = self._was or self.harmony
            self._last = letter


def _by_rule(word: str, marked: bool, stem: str) -> str:
    """Letters by the marks of harmony; stem is what stands before in Cyrillic, so its syllables are not the first."""
    sign = _HARMONY.search(_INSTRUMENTAL.sub("", word))
    mood = Mood(marked, marked or bool(sign and sign[0] in "ەكگ"), bool(_LOAN.search(_ENDING.sub("", word))))
    heard = Heard()
    heard.hear(stem)
    before, place = stem[-1:], 0
    pieces: list[str] = []
    while place < len(word):
        letter, step = word[place], 1
        if letter == "ي":
            letters, step = _yod(before, word[place : place + 3])
        elif letter in _VOWELS:
            letters = _VOWELS[letter][_is_front(word, place, heard, mood)]
        else:
            letters = _CONSONANTS[letter]
        heard.hear(letters)
        pieces.append(letters)
        before, place = letters[-1:], place + step
    return "".join(pieces).replace("тсия", "ция").replace("тсио", "цио")


def _yod(before: str, letters: str) -> tuple[str, int]:
    """What ي is, and how many letters that takes: й beside a vowel, я and ю, ия after a consonant, else и."""
    open_before = before in _CYRILLIC_VOWELS
    if letters == "يەۆ" and before in {"а", "о"}:
        return "е", 2
    if letters.startswith("يا"):
        return ("я" if open_before or not before else "ия"), 2
    if letters.startswith("يۋ"):
        return "ю", 2
    return ("й" if open_before or (not before and letters[1:2] in {"و", "ى", "ۇ"}) else "и"), 1


def _is_front(word: str, place: int, heard: Heard, mood: Mood) -> bool:
    """Which of two vowels a letter is, from the sounds beside it, the vowel before and the vowel after."""
    letter = word[place]
    beside = word[max(place - 1, 0) : place] + word[place + 1 : place + 2]
    back_beside, front_beside = bool(re.search("[قع]", beside)), bool(re.search("[كگ]", beside))
    if letter in "او":
        if heard.vowel or mood.loan or back_beside or (letter == "ا" and beside.endswith("ي")):
            return False
        return mood.marked or (mood.front and _goes_front(word, place + 1, letter == "و"))
    if mood.marked and letter == "ى" and not heard.fronted:
        return True
    if back_beside != front_beside:
        return front_beside
    if not heard.vowel and letter == "ۇ" and not mood.marked:
        return mood.front and _goes_front(word, place + 1, True)
    return heard.harmony == "front" if heard.harmony else mood.front


def _goes_front(word: str, start: int, alone: bool) -> bool:
    """The next vowel is front; alone: what to say where there is none, or where it can be either."""
    following = _NEXT.search(word, start)
    return following[0] in "ەى" if following and following[0] != "ۇ" else alone


STANDARDS = (
    Standard("töte jazu", (("kk-Cyrl", "kk-Arab"),), "CLDR kk_Arab; the letters of China's Kazakhs", to_arabic),
    Standard("töte jazu", (("kk-Arab", "kk-Cyrl"),), "the same, read back; а/ә о/ө ұ/ү ы/і by rule", from_arabic),
)
