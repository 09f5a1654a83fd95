"""Letters and words of a text: what a word is, how words are compared, which letters only look right.

A word runs from letter or digit to letter or digit; inside it there may be hyphens (`Нур-Султан`, `АҚШ-пен`),
apostrophes (`Кот-д’Ивуар`), stress marks and characters that nobody sees (soft hyphen, ZWNJ, bidi marks).
Words are compared folded: NFKC, small letters, apostrophes and hyphens of one kind, nothing invisible, and a letter
of another script that only looks right replaced by the one that was meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from l10n.text import UNSEEN

_UNSEEN = f"{UNSEEN}\u0640"
"""With the tatweel, which stretches a word; for a class."""
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"
"""Combining marks of Latin, Cyrillic and Arabic; for a class."""
_HYPHENS = "\\-\u2010\u2011"
_APOSTROPHES = "'\u2019\u2018`\u00b4\u2032"

WORD = re.compile(
    rf"[^\W_]+(?:(?:[{_UNSEEN}{_MARKS}]+[{_HYPHENS}{_APOSTROPHES}]?|[{_HYPHENS}{_APOSTROPHES}])"
    rf"[{_UNSEEN}]?[^\W_]+)*[{_MARKS}]*"
)
"""One word of a text."""

_LINK = re.compile(f"[{_UNSEEN}{_MARKS}{_HYPHENS}{_APOSTROPHES}]")
"""What may stand inside a word and is no letter."""
_FAR = 100
"""Characters before a word that are looked at for its true beginning."""

_DROPPED = re.compile(f"[{_UNSEEN}\u0301\u0300]")
"""What says nothing about a word: unseen characters, stress marks."""
_ONE_SIGN = str.maketrans(
    {**dict.fromkeys("\u2010\u2011", "-"), **dict.fromkeys("\u2019\u2018\u02bc`\u00b4\u2032", "'")}
)
_QUOTES = re.compile("[\"“”„‟«»‹›'‘’‚]+")
_SPACES = re.compile(r"\s+")
_LATIN = re.compile("[A-Za-z\u00c0-\u02af]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_SHAPES = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
"""Arabic letters in one of their shapes, as old fonts have them: no search finds them."""
_PART = re.compile(rf"[^{_HYPHENS}{_APOSTROPHES}]+")
_CONTROL = re.compile(f"[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x9f{_UNSEEN}]")

LATIN_FOR_CYRILLIC = str.maketrans("ABCEHIKMOPTXYËÏacehiopxyëïəƏɵ", "АВСЕНІКМОРТХУЁЇасеһіорхуёїәӘө")
"""Latin letters that pass for Cyrillic ones; `Cерік` and `сəуір` stand on official pages of Kazakhstan."""
CYRILLIC_FOR_LATIN = {
    ord(cyrillic): chr(latin) for latin, cyrillic in ((latin, chr(code)) for latin, code in LATIN_FOR_CYRILLIC.items())
}
"""The way back: Cyrillic letters inside a Latin word."""


class Folded(NamedTuple):
    """A word as it is compared."""

    text: str
    mixed: tuple[str, ...] = ()
    """The letters of the word that were of another script, in their order, each once."""


def fold(word: str, lookalikes: Mapping[int, str] | None = None, equals: Mapping[int, str] | None = None) -> Folded:
    """The word in small letters of one script.

    lookalikes: letters of the script itself that stand for another by mistake (`ه` for `ە`); they are reported.
    equals: letters that one may write for another (`е` for `ё`), in small letters; nothing is said about them.
    """
    if word.isascii():
        return Folded(word.lower())
    seen = _DROPPED.sub("", unicodedata.normalize("NFC", word))
    mixed: list[str] = []
    seen = _in_one_script(seen, mixed)
    mixed += _SHAPES.findall(seen)
    if lookalikes:
        mixed += [letter for letter in seen if ord(letter) in lookalikes]
        seen = seen.translate(lookalikes)
    text = unicodedata.normalize("NFKC", seen).translate(_ONE_SIGN).lower()
    return Folded(text.translate(equals) if equals else text, tuple(dict.fromkeys(mixed)))


def _in_one_script(word: str, mixed: list[str]) -> str:
    """Latin and Cyrillic letters in one part of a word become what its unmistakable letters are; else the majority.

    Parts are what hyphens and apostrophes divide: in `Facebook’а` nothing is mixed.
    """
    if not _LATIN.search(word) or not _CYRILLIC.search(word):
        return word
    return _PART.sub(lambda part: _part_in_one_script(part[0], mixed), word)


def _part_in_one_script(part: str, mixed: list[str]) -> str:
    latin, cyrillic = _LATIN.findall(part), _CYRILLIC.findall(part)
    if not latin or not cyrillic:
        return part
    sure_latin = any(ord(letter) not in LATIN_FOR_CYRILLIC for letter in latin)
    sure_cyrillic = any(ord(letter) not in CYRILLIC_FOR_LATIN for letter in cyrillic)
    if sure_latin and sure_cyrillic:
        return part
    if sure_latin or (not sure_cyrillic and len(latin) > len(cyrillic)):
        mixed += cyrillic
        return part.translate(CYRILLIC_FOR_LATIN)
    mixed += latin
    return part.translate(LATIN_FOR_CYRILLIC)


def places(text: str, word: str) -> Iterator[int]:
    """Where a word that WORD finds in a text starts as a whole word; not where its letters stand in a longer one."""
    start = text.find(word)
    while start >= 0:
        before = text[start - 1 : start]
        if not before.isalnum() and (not _LINK.match(before) or _starts_here(text, start)):
            match = WORD.match(text, start)
            if match and match.end() == start + len(word):
                yield start
        start = text.find(word, start + len(word))


def _starts_here(text: str, start: int) -> bool:
    """A word starts after a hyphen, a quotation mark or what nobody sees; the letters before are another word's."""
    begin = start
    while begin and start - begin < _FAR and (text[begin - 1].isalnum() or _LINK.match(text, begin - 1)):
        begin -= 1
    return any(match.start() == start for match in WORD.finditer(text, begin, start + 1))


def between(text: str) -> str:
    """What stands between two words, as it is compared: one space for white space, one mark for all quotes."""
    if text == " ":
        return text
    return _SPACES.sub(" ", _QUOTES.sub('"', _CONTROL.sub("", text)))


def visible(text: str) -> str:
    """Without control characters and what nobody sees; white space stays."""
    return _CONTROL.sub("", text)
