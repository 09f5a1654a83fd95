"""Brands: names in Latin letters of which the target keeps one, and has lost the other.

`Samsung and Huawei`: where one of two stands in the target in Latin letters, the other one does so, too, or by its
sound.  Left alone: countries and nationalities; words that begin a sentence; parts of longer names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from l10n.checks.copied import COUNTRIES
from l10n.checks.length import AS_LONG, share_of_usual
from l10n.checks.pairs import Pair, Span

LATIN = re.compile("[A-Za-z]{2}")
_NAME = re.compile(r"(?<![\w.’'-])[A-Z][A-Za-z]{2,29}(?![\w’'-])")
_FOREIGN = re.compile(r"(?<![\w.’'-])[A-Za-z]{2,30}(?![\w’'-])")
_ROMAN = re.compile("[IVXLCM]+")
_JOINED = re.compile(r",? (?:and|or) |, ")
_AHEAD = re.compile(r"(?:^|[.!?:…]|[A-Z][\w’-]*|[\"“«(])\s*$")
_BEHIND = re.compile(r"\s+[A-Z]")
_PEOPLE = re.compile("(?:ese|ish|an|ch|ss|ek|yz|kh|day|ber|ary|uly|une|pril|arch|ugust)$")
"""How nationalities and months end."""
NEAR = 20
"""Characters beside a name that are read."""
SOUNDS = 2
"""Consonants by which a name in other letters is known."""
LONGEST = 30
"""Letters of a word that are read."""
_LETTERS = re.compile("[A-Za-z]+")
_DIGRAPH = re.compile("c(?=[eiy])|ch|sh")
_MUTE = re.compile("(?<=[gkdtz])h")
"""Uyghur, Khorgos, Zhanibek: one sound in other letters."""
_WORD = re.compile(r"[^\W\d_]+")
_SOUNDS = str.maketrans(
    {
        **dict(zip("cqwzx", "kkvss", strict=True)),
        **dict(zip("бвгғджзкқлмнңпрстфцчшщхһ", "bvggdjskklmnnprstfsssshh", strict=True)),
        **dict(zip("بپتجچدرزژسشغفقكگڭلمنۋھخ", "bptjsdrsjssgfkkgnlmnvhh", strict=True)),
        **dict.fromkeys("aeiouyаеёиоуыэюяәіөұүйьъئاەېىوۇۆۈي", ""),
    }
)


def lost(pair: Pair) -> Iterator[tuple[str, Span]]:
    """The first name that is lost, and its place in the source."""
    target = pair.target.bare
    if pair.target.language.script == "Latn" or LATIN.search(target) is None or LATIN.search(pair.source.bare) is None:
        return
    if share_of_usual(pair) >= AS_LONG:
        return
    there = frozenset(_LETTERS.findall(target))
    is_english = pair.source.language.script == "Latn"
    missing = list((_joined if is_english else _among)(pair.source.bare, there))
    if not missing:
        return
    sounds = frozenset(_sound(word) for word in _WORD.findall(target) if len(word) > 1)
    for match in missing:
        if (sound := _sound(match[0])) and sound not in sounds:
            yield match[0], match.span()
            return


def _joined(source: str, there: frozenset[str]) -> Iterator[re.Match[str]]:
    """English: one of two names that a comma or a joining word parts."""
    for first, second in pairwise(_NAME.finditer(source)):
        if _JOINED.fullmatch(source, first.end(), second.start()) is None:
            continue
        kept = [one[0] in there for one in (first, second)]
        if kept == [True, False] and _BEHIND.match(source, second.end()) is None:
            one = second
        elif kept == [False, True] and _AHEAD.search(source[max(0, first.start() - NEAR) : first.start()]) is None:
            one = first
        else:
            continue
        if one[0].lower() not in COUNTRIES and _PEOPLE.search(one[0]) is None:
            yield one


def _among(source: str, there: frozenset[str]) -> Iterator[re.Match[str]]:
    """Other letters: any name in Latin ones, where the target keeps another."""
    names = [one for one in _FOREIGN.finditer(source) if not one[0].islower() and not _ROMAN.fullmatch(one[0])]
    if len(names) > 1 and any(one[0] in there for one in names):
        lower = frozenset(map(str.lower, there))
        yield from (one for one in names if one[0].lower() not in lower)


def _sound(word: str) -> str:
    """The first consonants of a word; "" where it has fewer."""
    sound = _MUTE.sub("", _DIGRAPH.sub("s", word[:LONGEST].lower()).replace("ph", "f")).translate(_SOUNDS)
    return sound[:SOUNDS] if len(sound) >= SOUNDS else ""
