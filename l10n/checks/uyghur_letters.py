"""Uyghur letters: words with a code point that Uyghur does not write, and the word that was meant, if that is sure.

Sources: the alphabet of 32 letters and its code points; syllables of Uyghur, which has no two vowels side by side
without ئ and no ي between two consonants; Unicode's compatibility decompositions for presentation forms.
Arabic words (الجزيرة) are left alone.  A native reader has still to confirm: ى beside a vowel.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from l10n.checks.pairs import Span

VOWELS = "اەېىوۇۆۈ"
CONSONANTS = "بپتجچخدرزژسشغفقكگڭلمنھۋي"
HEMZE = "ئ"
LETTERS = HEMZE + VOWELS + CONSONANTS

_FORMS = "\ufb50-\ufdff\ufe70-\ufefc"
_WORD = re.compile(f"[\u0620-\u065f\u0670-\u06d5{_FORMS}]+")
_FORM = re.compile(f"[{_FORMS}]")
_OWN = re.compile("[ېۇۆۈەڭۋگپچژ]")
_UYGHUR = re.compile("[ئىې]|ؤ")
_ARABIC_ALONE = re.compile("[ةحصضطظعذثأإآ\u0640]|[\u064b-\u065f].*[\u064b-\u065f]")
_VOWEL_MARKS = re.compile("[\u064b-\u065f\u0670]")
_ARABIC = re.compile("[^هہکیے" + LETTERS + "\u0640]")
"""Letters that no keyboard puts in the place of those of Uyghur."""
_WRONG = re.compile(
    f"[^{LETTERS}\\s!-~،؛؟«»‹›\u2010-\u2026\u00a0]|[{CONSONANTS}{HEMZE}]ي(?![{VOWELS}])|[{VOWELS}]ى"
    f"|(?:^|[ \n«(])[{VOWELS}]"
)
"""A quick look at a text."""
_OPENS = ' \n\u00a0«‹("[—–\u2066-\u2068'
_UNSURE = "هہیے"
_NEAR = 24
"""Characters before a word in which a code may stand."""


def wrong(text: str) -> Iterator[tuple[str, Span, str | None]]:
    """Wrong words: the rule (letter, form, hemze), their place, and what was meant."""
    if _WRONG.search(text) is None:
        return
    for match in _WORD.finditer(text):
        rule, meant = _word(match[0])
        if (rule != "hemze" or not _goes_on(text, match.start())) and rule:
            yield rule, match.span(), meant


def strange(word: str, meant: str | None) -> tuple[str, ...]:
    """The letters of a word that are not those of what was meant; where nothing is known, those not of Uyghur."""
    if meant is not None and len(meant) == len(word):
        return tuple(dict.fromkeys(one for one, other in zip(word, meant, strict=True) if one != other))
    return tuple(dict.fromkeys(one for one in word if one not in LETTERS))


def _goes_on(text: str, start: int) -> bool:
    """The word is an ending of what stands before it, in other letters, figures, signs or marks."""
    if start and text[start - 1] not in _OPENS:
        return True
    before = text[max(0, start - _NEAR) : start].rstrip(" \u2068\u2069\u200c")
    return bool(before) and (before[-1] in "»›%٪)°" or (before[-1].isascii() and before[-1].isalnum()))


@lru_cache(maxsize=1 << 14)
def _word(word: str) -> tuple[str, str | None]:
    """The rule that a word breaks, "" for none, and what was meant."""
    rule, base = "letter", word.replace("\u0640", "")
    if _FORM.search(word):
        rule, base = "form", unicodedata.normalize("NFKC", base)
    if base.count("و\u064f") == len(_VOWEL_MARKS.findall(base)) == 1 and (base[0] == HEMZE or _OWN.search(base)):
        base = base.replace("و\u064f", "ۇ")
    if _ARABIC.search(base) and (base[0] == HEMZE or _UYGHUR.search(base)) and not _ARABIC_ALONE.search(base):
        return rule, None
    if _ARABIC.search(base):
        return (rule, None) if rule == "form" or _OWN.search(base) else ("", None)
    meant = _read(base)
    if meant is None:
        return rule, None
    if len(meant) > 1 and meant[0] in VOWELS and (_OWN.search(meant) or "ى" in meant):
        return (rule if meant != word else "hemze"), HEMZE + meant
    return (rule, meant) if meant != word.replace("\u0640", "") or rule == "form" else ("", None)


def _read(word: str) -> str | None:
    """The word in letters of Uyghur, None where one of them cannot be told."""
    read = ""
    for number, letter in enumerate(word):
        before, after = read[-1:], word[number + 1 : number + 2]
        one = _letter(letter, before, after)
        if one is None:
            return None
        read += one
    return read


def _letter(letter: str, before: str, after: str) -> str | None:
    """What a letter is between its neighbours, "" for the ends of a word."""
    follows = bool(before) and before in CONSONANTS
    if letter == "ک":
        return "ك"
    if letter in "هہ":
        if not before or before in VOWELS:
            return "ھ"
        if before == HEMZE:
            return "ە"
        if after and after in _UNSURE + "ي":
            return None
        return "ھ" if after and after in VOWELS else "ە"
    if letter in "یے":
        if before and before in VOWELS:
            return "ي"
        if not before or (after and after in _UNSURE):
            return None
        return "ي" if follows and after and after in VOWELS else "ى"
    if letter == "ي" and not (after and after in VOWELS + _UNSURE):
        if follows and before != "ي":
            return "ى"
        return "ى" if before == HEMZE and after else letter
    if letter == "ى" and before and before in VOWELS:
        return "ي" if before != "ى" or (after and after in VOWELS) else None
    return letter
