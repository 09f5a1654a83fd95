"""What is wrong with the spelling of a name or term, before anybody asks what it names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from l10n.phrases import phrase

FORM_MAX = 200
"""Characters; the longest official names of organisations have some 150."""

FORMS_MAX = 100
"""Of one name in one list; no glossary that we know has a dozen, and each is looked for in every text."""

_JOINERS = "\u200c\u200d"
"""ZWNJ and ZWJ: they part and join letters in Persian and Indic words."""

_TURNING = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
_MARKS = "\u200e\u200f\u061c"
"""LRM, RLM, ALM (UAX 9)."""

_LETTERS = ("A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f", "\u0400-\u052f", "\u0620-\u064a\u066e-\u06d3\u06d5")
_PLAIN = re.compile("|".join(f"[{letters}]+(?:[ -][{letters}]+)*" for letters in _LETTERS))
"""Words of one alphabet with spaces or hyphens between them: most names, and nothing is wrong with them."""

_WORD = re.compile(r"[^\W\d_]+")

LOOK_ALIKES = dict(zip("AaBCcEeHIiJjKkMOoPpSsTXxYyƏəƟɵ", "АаВСсЕеНІіЈјКкМОоРрЅѕТХхУуӘәӨө", strict=True))
"""Latin letters ▸ the Cyrillic ones that look the same in most typefaces, those of Kazakh and Uyghur included
(Unicode confusables, UTS 39; LANGUAGES of the project saw C, ə and i in Kazakh texts)."""

_CYRILLIC_ALIKE = {cyrillic: latin for latin, cyrillic in LOOK_ALIKES.items()}


def fault(form: str) -> tuple[str, str] | None:
    """What is wrong with a form, and the remedy; None where nothing is."""
    if len(form) <= FORM_MAX and _PLAIN.fullmatch(form):
        return None
    if len(form) > FORM_MAX:
        what = phrase("a form has {n:,} characters, {beginning}…", n=len(form), beginning=form[:20])
        return what, phrase("{most} are enough for any name", most=FORM_MAX)
    hidden = next((c for c in form if _is_hidden(c)), "")
    if hidden:
        shown = "".join(f"\\u{ord(c):04X}" if _is_hidden(c) else c for c in form)
        return _holds(shown, hidden), phrase("take it out: a name is letters, and spaces between them")
    if not any(c.isalnum() for c in form):
        return phrase("`{form}` holds no letter and no digit", form=form), phrase("write the name")
    if form != " ".join(form.split(" ")).strip() or "  " in form:
        return phrase("`{form}` has a space too many", form=form), phrase("one space between words, none at the ends")
    return _mixed(form)


def fault_of(forms: Sequence[str]) -> tuple[str, str] | None:
    """The same for a list of forms: the first that something is wrong with, or that they are too many."""
    if len(forms) > FORMS_MAX:
        return phrase("{n:,} forms are said at once", n=len(forms)), phrase(
            "{most} are enough for any name", most=FORMS_MAX
        )
    return next(filter(None, map(fault, forms)), None)


def _is_hidden(letter: str) -> bool:
    """A character that is not seen, breaks a line, or turns others round."""
    if letter == " " or letter in _JOINERS:
        return False
    category = unicodedata.category(letter)
    return category in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs")


def _holds(form: str, letter: str) -> str:
    name = unicodedata.name(letter, f"U+{ord(letter):04X}")
    if unicodedata.bidirectional(letter) in _TURNING or letter in _MARKS:
        return phrase("`{form}` holds a mark of direction, {name}", form=form, name=name)
    if unicodedata.category(letter) == "Zs":
        return phrase("`{form}` holds a space that is none, {name}", form=form, name=name)
    return phrase("`{form}` holds a character that is not seen, {name}", form=form, name=name)


def _mixed(form: str) -> tuple[str, str] | None:
    """A word in two alphabets in which the letters of one only look like those of the other."""
    for word in _WORD.findall(form):
        latin = [c for c in word if "LATIN" in unicodedata.name(c, "")]
        cyrillic = [c for c in word if "CYRILLIC" in unicodedata.name(c, "")]
        if not latin or not cyrillic:
            continue
        for wrong, alike, name in ((latin, LOOK_ALIKES, "Latin"), (cyrillic, _CYRILLIC_ALIKE, "Cyrillic")):
            if all(c in alike for c in wrong) and len(wrong) <= len(word) - len(wrong):
                letters = ", ".join(f"`{c}`" for c in dict.fromkeys(wrong))
                right = "".join(alike.get(c, c) if c in wrong else c for c in word)
                return _alike(word, letters, right, one=len(set(wrong)) == 1, latin=name == "Latin")
    return None


def _alike(word: str, letters: str, right: str, *, one: bool, latin: bool) -> tuple[str, str]:
    """The fault of letters of another alphabet, one or several, and its remedy."""
    if latin:
        what = phrase("`{word}` mixes alphabets: {letters} in it are Latin", word=word, letters=letters)
        if one:
            what = phrase("`{word}` mixes alphabets: {letters} in it is Latin", word=word, letters=letters)
        return what, phrase("write it in Cyrillic letters alone: `{right}`", right=right)
    what = phrase("`{word}` mixes alphabets: {letters} in it are Cyrillic", word=word, letters=letters)
    if one:
        what = phrase("`{word}` mixes alphabets: {letters} in it is Cyrillic", word=word, letters=letters)
    return what, phrase("write it in Latin letters alone: `{right}`", right=right)
