"""One spelling for marks that mean the same: two texts that fold to one differ in their layout only.

Folded: the kind and amount of white space, and whether there is any beside a mark; quotation marks of one
level; apostrophes; dashes; the ellipsis; Arabic comma, semicolon and question mark; invisible marks;
presentation forms; letters of another alphabet that look the same inside one word.
Kept: words, letter case, digits, commas, the space between two words or two figures, the hyphen inside a word.
"""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Soft hyphen, zero-width and directional marks: what text has of Unicode's Default_Ignorable_Code_Point."""

_PRESENTATION = re.compile("[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]")
_MARKS = str.maketrans(
    {
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
)
"""En dash and minus sign become hyphens: between spaces all three become a dash, elsewhere none does."""

_LOW_QUOTE = re.compile(r"(?<!\S),,(?=\w)|''")
_RANGE = re.compile(r"(?<=\d)\u2014(?=\d)")
_DASH = re.compile(r"\s*--+\s*|\s+-\s+|^-\s+|\s*\u2014\s*")
_BEFORE_MARK = re.compile(r"\s+(?=[.,;:!?/](?:\s|$))")
_BESIDE_MARK = re.compile(r'(?<!\d)\s*([.,;:!?/])\s*|\s*([.,;:!?/])\s*(?!\d)(?!\s)|\s*(["()\[\]{}])\s*')
_PERCENT = re.compile(r"\s+(?=%)|(?<=№)\s+")
_OPENING = re.compile(r"\s*(<[a-z][a-z0-9]*>)\s+")
_CLOSING = re.compile(r"\s+(</[a-z][a-z0-9]*>)\s*")
_ALONE = re.compile(r"\s*(<[a-z][a-z0-9]*/>)\s*")

_LOOK_ALIKES = ("aceopxyiABCEHIKMOPTXəƏhj", "асеорхуіАВСЕНІКМОРТХәӘһј")
_TO_CYRILLIC = str.maketrans(*_LOOK_ALIKES)
_TO_LATIN = str.maketrans(*reversed(_LOOK_ALIKES))
_LATIN = re.compile("[A-Za-zƏə]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_MIXED = re.compile(r"[^\W\d_]*(?:[A-Za-zƏə][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-zƏə])[^\W\d_]*")


def fold(text: str) -> str:
    """The text with one glyph for each mark and no white space but between words."""
    text = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = _PRESENTATION.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = _LOW_QUOTE.sub('"', " ".join(text.translate(_MARKS).split()))
    text = _DASH.sub(" \u2014 ", _RANGE.sub("-", text))
    text = _BESIDE_MARK.sub(lambda match: match[1] or match[2] or match[3], _BEFORE_MARK.sub("", text))
    text = _ALONE.sub(r"\1", _CLOSING.sub(r"\1 ", _OPENING.sub(r" \1", _PERCENT.sub("", text))))
    return _MIXED.sub(lambda match: one_alphabet(match[0]), text).strip()


def one_alphabet(word: str) -> str:
    """A word of Latin and Cyrillic letters in one alphabet, where look-alikes alone stand in the way."""
    cyrillic, latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    if not _LATIN.search(cyrillic):
        return cyrillic
    return word if _CYRILLIC.search(latin) else latin
