"""The pseudo-locale: what pages look like in another language, before anyone has translated a word.

Left to right, letters get accents and every word grows, by about a third altogether, as translations from English do;
right to left, each letter becomes an Arabic one, without any override of direction, so that browsers shape, mirror and
wrap as with a real text.  Brackets stand at both ends: where one is missing on the page, something was cut off.
Codes, placeholders and figures stay.  It is no translation, and must not be mistaken for one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from l10n import languages
from l10n.engines.contract import Engine, Limits, Piece, Route
from l10n.engines.protection import MARKUP
from l10n.engines.settings import Kind, Options

_ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áƀçđéƒĝĥîĵķļɱñôþɋŕšţûṽŵẋýžÁƁÇĐÉƑĜĤÎĴĶĻṀÑÔÞɊŔŠŢÛṼŴẊÝŽ",
)
"""As CLDR's pseudo-locale en-XA has them, one letter for one."""
_ARABIC = "ابتجحخدذرزسشصضطظعغفقكلمنهويەۇۆېڭگچپژۋ"
_ENDS = str.maketrans(",;?", "،؛؟")
_WORD = re.compile(r"[^\W\d_]+")
_VOWELS = frozenset("aeiouyAEIOUYаеёиоуыэюяәіөұүАЕЁИОУЫЭЮЯӘІӨҰҮ")
_STRESS = "\u0301"
_THIRD = 3


class Pseudo(Engine):
    """A text that only looks like a translation."""

    limits = Limits(texts=1000, characters=10_000_000)
    translates = False

    def route(self, source: str, target: str) -> Route:
        return Route("", languages.get(target).direction, source, target)

    def send(self, batch: Sequence[Piece], route: Route, seconds: float) -> Sequence[str | None]:
        change = _mirrored if route.target == "rtl" else _grown
        return [pseudo(piece.wire, change) for piece in batch]


def pseudo(wire: str, change: Callable[[str], str]) -> str:
    """A protected text with its words changed; the marks stay."""
    place = 0
    said = ["⟦"]
    for mark in MARKUP.finditer(wire):
        said += change(wire[place : mark.start()]), mark[0]
        place = mark.end()
    return "".join([*said, change(wire[place:]), "⟧"])


def _grown(text: str) -> str:
    """Accents on the letters, a third more of them: the first vowel of a word as often as that takes."""

    def word(match: re.Match[str]) -> str:
        said = match[0]
        place = next((place for place, one in enumerate(said) if one in _VOWELS), len(said) - 1)
        more = said[place].lower() * -(-len(said) // _THIRD)
        grown = said[: place + 1] + more + said[place + 1 :]
        if grown.isascii():
            return grown.translate(_ACCENTED)
        return "".join(one + _STRESS if one in _VOWELS else one for one in grown)

    return _WORD.sub(word, text)


def _mirrored(text: str) -> str:
    """Arabic letters for all others, always the same for the same, and their marks of punctuation."""

    def word(match: re.Match[str]) -> str:
        letters = [_ARABIC[ord(one.lower()[0]) % len(_ARABIC)] for one in match[0]]
        return "".join(letters + letters[: len(letters) // _THIRD])

    return _WORD.sub(word, text).translate(_ENDS)


def build(options: Options) -> Pseudo:
    return Pseudo()


KIND = Kind("pseudo", build)
