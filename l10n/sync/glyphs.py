"""One spelling for marks that mean the same: two texts that fold to one differ in their layout only.

Folded: the kind and amount of white space, and whether there is any beside a mark; quotation marks of one
level; apostrophes; dashes; the ellipsis; Arabic comma, semicolon and question mark; invisible marks;
presentation forms; letters of another alphabet that look the same inside one word.
Kept: words, letter case, digits, commas, the space between two words or two figures, the hyphen inside a word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from l10n.text import UNSEEN

INVISIBLE = re.compile(f"[{UNSEEN}]")
"""Soft hyphen, zero-width and directional marks: what text has of Unicode's Default_Ignorable_Code_Point."""

_PRESENTATION = re.compile("[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]")
_GLYPHS = {
    **dict.fromkeys("“”„‟«»″〝〞", '"'),
    **dict.fromkeys("‘’‚‛‹›`´ʼʻ′", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"),
    "\u2015": "\u2014",
    "…": "...",
    "،": ",",
    "؛": ";",
    "؟": "?",
    "ک": "ك",
}
"""En dash and minus sign become hyphens: between spaces all three become a dash, elsewhere none does."""

_GLYPH = re.compile(f"[{''.join(_GLYPHS)}]")
_LOW_QUOTE = re.compile(r"(?<!\S),,(?=\w)|''")
_RANGE = re.compile(r"(?<=\d)\u2014(?=\d)")
_DASH = re.compile(" ?(?:--+|\u2014) ?|(?:^| )- ")
_MARK = re.compile(r' ?([.,;:!?/"()\[\]{}]) ?')
_PERCENT = re.compile(r"\s+(?=%)|(?<=№)\s+")
_OPENING = re.compile(r"\s*(<[a-z][a-z0-9]*>)\s+")
_CLOSING = re.compile(r"\s+(</[a-z][a-z0-9]*>)\s*")
_ALONE = re.compile(r"\s*(<[a-z][a-z0-9]*/>)\s*")

_LOOK_ALIKES = ("aceopxyiABCEHIKMOPTXəƏhj", "асеорхуіАВСЕНІКМОРТХәӘһј")
_TO_CYRILLIC = str.maketrans(*_LOOK_ALIKES)
_TO_LATIN = str.maketrans(*reversed(_LOOK_ALIKES))
_LATIN = re.compile("[A-Za-zƏə]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_TWO_ALPHABETS = re.compile("[A-Za-zƏə][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-zƏə]")
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """The text with one glyph for each mark and no white space but between words."""
    if not text.isascii():
        text = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
        text = _PRESENTATION.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = " ".join(_GLYPH.sub(lambda match: _GLYPHS[match[0]], text).split())
    if ",," in text or "''" in text:
        text = _LOW_QUOTE.sub('"', text)
    if "\u2014" in text or "--" in text or "- " in text:
        text = _DASH.sub(" \u2014 ", _RANGE.sub("-", text))
    text = _MARK.sub(_mark_alone, text)
    if "%" in text or "№" in text:
        text = _PERCENT.sub("", text)
    if "<" in text:
        text = _ALONE.sub(r"\1", _CLOSING.sub(r"\1 ", _OPENING.sub(r" \1", text)))
    if not text.isascii() and _TWO_ALPHABETS.search(text):
        text = _WORD.sub(lambda match: one_alphabet(match[0]), text)
    return text.strip()


def _mark_alone(match: re.Match[str]) -> str:
    """A mark without the space beside it; between two figures the space after it stays: `3, 5` is not `3,5`."""
    mark, text = match[1], match.string
    if (
        mark in ".,;:!?/"
        and text[match.start() - 1 : match.start()].isdigit()
        and text[match.end() : match.end() + 1].isdigit()
    ):
        return match[0].lstrip() if match[0].endswith(" ") else match[0]
    return mark


def one_alphabet(word: str) -> str:
    """A word of Latin and Cyrillic letters in one alphabet, where look-alikes alone stand in the way."""
    if not (_LATIN.search(word) and _CYRILLIC.search(word)):
        return word
    cyrillic, latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    if not _LATIN.search(cyrillic):
        return cyrillic
    return word if _CYRILLIC.search(latin) else latin
