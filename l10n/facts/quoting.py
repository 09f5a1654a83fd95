"""Quotations: what stands between marks, whatever marks they are, as spans.

“…” ‘…’ «…» „…“ ‹…› "…" '…', »…« where somebody swapped the marks, and the dash that opens speech.  A mark that opens
and does not close quotes to the end, one that closes and did not open quotes from the beginning: a quotation goes on in
the next segment, or came from the one before.  An opening mark that is repeated in each paragraph opens nothing new.
Apostrophes are no marks: people's, the workers' rights, '90s, O’Brien.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_MARKS = re.compile("[“”„«»\"‘’‹›']")
_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’", '"': '"', "'": "'", "»": "«", "”": "”"}
"""What may close after what opens."""
_SINGLE = "‘'"
_DASH = re.compile(r"\s*[-\u2013\u2014]\s")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BEFORE_OPENING = " \t\n\u00a0\u202f([{<>—–-/\u2068\u2066“„«‘\"'‹"
_ELIDED = re.compile(r"['‘’](?:\d|em\b|til\b|tis\b|twas\b|cause\b|n['’]|s\b)", re.IGNORECASE)
"""Apostrophes at the beginning of a word."""
DEEPEST = 8
"""Quotations inside one another; what lies deeper is no news."""
TITLE = 0.5
"""Share of words with a capital, the first one left out, from which a quotation is a title."""


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
    """Most of its words have capitals: a name, or the title of a work in English."""
    is_dash: bool = False
    """A dash opens it, and no mark closes it."""
    inner: tuple[tuple[int, int], ...] = ()
    """Quotations inside it, with their marks."""


class _Open(NamedTuple):
    place: int
    mark: str


def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a text in order of their places; linear in its length."""
    marks = [match.start() for match in _MARKS.finditer(text)]
    if not any(text[place] not in "'’" for place in marks) and not _last_single(text, marks) > 0:
        marks = []
    if not marks:
        dash = _DASH.match(text)
        return (_made(text, (0, len(text)), (dash.end(), len(text)), is_dash=True),) if dash else ()
    found = _read(text, marks, _last_single(text, marks))
    if found is None:
        found = _read(text, [place for place in marks if text[place] not in "'‘’"], -1)
    return tuple(found or ())


def _read(text: str, marks: list[int], last_single: int) -> list[Quotation] | None:
    """The quotations between these marks; None where a single mark opened one that does not close."""
    found: list[Quotation] = []
    stack: list[_Open] = []
    inner: list[tuple[int, int]] = []
    for place in marks:
        depth = _closed(text, place, stack)
        if depth is not None:
            start = stack[depth].place
            del stack[depth:]
            if stack:
                inner.append((start, place + 1))
            else:
                found.append(_made(text, (start, place + 1), (start + 1, place), inner=inner))
                inner = []
        elif _opens(text, place, stack, last_single):
            if len(stack) < DEEPEST:
                stack.append(_Open(place, text[place]))
        elif text[place] in "”»" and not stack and not found:
            found.append(_made(text, (0, place + 1), (0, place), is_whole=False))
    if stack and stack[0].mark in _SINGLE:
        return None
    if stack:
        start = stack[0].place
        found.append(_made(text, (start, len(text)), (start + 1, len(text)), is_whole=False, inner=inner))
    return found


def _last_single(text: str, marks: list[int]) -> int:
    """Where the last mark stands that can close a single quotation: one that opens behind it is an apostrophe."""
    return next((place for place in reversed(marks) if text[place] in "’'" and _ends_word(text, place)), -1)


def _closed(text: str, place: int, stack: list[_Open]) -> int | None:
    """The number of the opening mark that this mark closes; None where it closes none."""
    mark = text[place]
    if not stack or mark in "‹„‘":
        return None
    if mark in "'’":
        opening = stack[-1].mark
        fits = opening in _SINGLE and mark in _PAIRS[opening] and _ends_word(text, place)
        return len(stack) - 1 if fits and not _is_possessive(text, place) else None
    for depth in range(len(stack) - 1, -1, -1):
        if mark in _PAIRS[stack[depth].mark]:
            if mark in "“«" and not _ends_word(text, place):
                return None
            return depth
    return len(stack) - 1 if mark in "”»" and stack[-1].mark not in _SINGLE else None


def _opens(text: str, place: int, stack: list[_Open], last_single: int) -> bool:
    """A mark opens a quotation; one that is repeated at the beginning of a paragraph does not."""
    mark = text[place]
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    if stack and before == "\n" and mark == stack[0].mark:
        return False
    if mark in "“„«‹":
        return True
    if after.isspace() or before not in _BEFORE_OPENING or mark in "’›":
        return False
    if mark in _SINGLE:
        return place < last_single and _ELIDED.match(text, place) is None
    return mark == '"' or not stack


def _ends_word(text: str, place: int) -> bool:
    """Something stands before the mark, and no letter after it."""
    before = text[place - 1] if place else " "
    return not before.isspace() and not text[place + 1 : place + 2].isalnum()


def _is_possessive(text: str, place: int) -> bool:
    """`the workers' rights`: an s before the mark, and a word after it."""
    return text[place - 1 : place] in ("s", "S") and re.match(" [a-z]", text[place + 1 : place + 3]) is not None


def _made(
    text: str,
    span: tuple[int, int],
    within: tuple[int, int],
    *,
    is_whole: bool = True,
    is_dash: bool = False,
    inner: Sequence[tuple[int, int]] = (),
) -> Quotation:
    said = _WORD.findall(text, *within)
    capitals = sum(word[0].isupper() for word in said[1:])
    is_title = bool(said) and said[0][0].isupper() and capitals >= TITLE * (len(said) - 1)
    if is_title and text[within[1] - 1] in "!?؟…":
        is_title = len(said) > 1 and capitals > 0
    return Quotation(*span, tuple(word.lower() for word in said), is_whole, is_title, is_dash, tuple(inner))
