"""Quotations: what stands between marks, whatever marks they are, and what may be speech among it.

“…” ‘…’ «…» „…“ ‹…› "…" and the dash that opens speech.  A mark that opens and does not close quotes to the end, one
that closes and did not open quotes from the beginning: a quotation goes on in the next segment.  Apostrophes are none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

MARKS = re.compile('[“”„«»"]')
_OPENING, _CLOSING = "“„«", "”»"
_DASH = re.compile(r"\s*[-\u2013\u2014]\s")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
SPOKEN_WORDS = 4
"""A shorter quotation is a name, or a word that is held at arm's length."""
TITLE = 0.5
"""Share of words with a capital from which a quotation is a title."""


class Quotation(NamedTuple):
    """An outermost quotation."""

    start: int
    end: int
    """With its marks."""
    words: tuple[str, ...]
    """In small letters, marks left out."""
    is_whole: bool
    """It opens and closes in this text."""
    is_title: bool
    """Most of its words have capitals."""

    @property
    def may_be_spoken(self) -> bool:
        """Long enough for speech, and no title."""
        return len(self.words) >= SPOKEN_WORDS and not self.is_title


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text in order of their places, nested ones as part of the outer one."""
    marks = [*MARKS.finditer(text)]
    if not marks:
        dash = _DASH.match(text)
        return (_made(text, 0, len(text), dash.end(), len(text), is_whole=True),) if dash else ()
    found, depth, start, straight = [], 0, 0, False
    for match in marks:
        mark, place = match[0], match.start()
        opens = mark in _OPENING and not (mark == "“" and depth and "„" in text[start:place])
        if mark == '"':
            opens, straight = not straight, not straight
        if opens:
            if not depth:
                start = place
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                found.append(_made(text, start, match.end(), start + 1, place, is_whole=True))
        elif not found:
            found.append(_made(text, 0, match.end(), 0, place, is_whole=False))
    if depth:
        found.append(_made(text, start, len(text), start + 1, len(text), is_whole=False))
    return tuple(found)


def _made(text: str, start: int, end: int, inner: int, until: int, *, is_whole: bool) -> Quotation:
    said = _WORD.findall(text, inner, until)
    capitals = sum(word[0].isupper() for word in said[1:])
    is_title = len(said) > 1 and capitals > TITLE * (len(said) - 1)
    return Quotation(start, end, tuple(word.lower() for word in said), is_whole, is_title)
