"""Scripts: which one a letter belongs to, and what of a name's spelling is no letter of it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from l10n.text import UNSEEN

SCRIPTS = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab"}
"""First word of a letter's Unicode name, and the ISO 15924 code of its script."""

OTHER = "Zyyy"
"""What stands for every other script."""

APOSTROPHES = "'\u2019\u02bc\u2018\u02bb\u00b4`\u02b9"
"""What stands for an apostrophe inside a word in real text."""

WORD = re.compile(rf"[^\W\d_](?:[{APOSTROPHES}]?[^\W\d_]|[\u0300-\u036f])*")
"""A run of letters with single apostrophes between them. Tables know which apostrophes mean something."""

_UNSEEN = re.compile(f"[{UNSEEN}\u0640]")
"""With the tatweel, which stretches a word."""


@cache
def script(letter: str) -> str:
    """ISO 15924 code of a letter's script; "" for what is no letter, OTHER for letters of any other script."""
    if unicodedata.category(letter)[0] != "L":
        return ""
    first = unicodedata.name(letter, "?").split()[0]
    return "" if first == "MODIFIER" else SCRIPTS.get(first, OTHER)


def scripts(text: str) -> set[str]:
    """The scripts of a text's letters."""
    return {code for code in map(script, text) if code}


def clean(text: str) -> str:
    """NFC, presentation forms of Arabic letters unfolded, without marks that nobody sees."""
    return text if text.isascii() else _UNSEEN.sub("", unicodedata.normalize("NFC", unfold(text)))


def unfold(text: str) -> str:
    """Presentation forms of Arabic letters as the letters that they are."""
    return "".join(map(_unfolded, text)) if any("\ufb50" <= letter <= "\ufefc" for letter in text) else text


@cache
def _unfolded(letter: str) -> str:
    """The letters behind a presentation form (UnicodeData, compatibility decomposition)."""
    return unicodedata.normalize("NFKC", letter) if "\ufb50" <= letter <= "\ufefc" else letter


def shouted(text: str, start: int, end: int) -> bool:
    """What stands at start to end is part of a word in capitals: the letter after it, else before it, is one."""
    after, before = text[end : end + 1], text[start - 1 : start] if start else ""
    return after.isupper() if after.isalpha() else before.isupper()


def cased(written: str, upper: bool, shout: bool, capitals: dict[str, str]) -> str:
    """What replaces a capital letter: its first letter in capitals, all of it in a word of capitals."""
    if not upper or not written:
        return written
    if shout:
        return "".join(capitals.get(letter, letter.upper()) for letter in written)
    for place, letter in enumerate(written):
        if letter.isalpha() and letter.lower() != letter.upper():
            return written[:place] + capitals.get(letter, letter.upper()) + written[place + 1 :]
    return written
