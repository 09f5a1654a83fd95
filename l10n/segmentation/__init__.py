"""Sentences: where a text may be cut, by rules over the data of its language (languages/).

Laws: the pieces, joined, are the text; white space stays with the piece before it.

A candidate is a run of terminators with its closing quotes, brackets and reference marks, and white space
after it.  Most candidates end a sentence, so one regular expression finds them, and only a doubtful one is
looked at closely: the word before (abbreviation, initial, list number), the character after (small letter,
dash, quotation mark) and the word after (of saying, or one that starts sentences).  In doubt two sentences
stay together: a translator splits with less harm than joins.  A blank line always ends a sentence, a single
line break never does.

Inline codes are looked through: the text is cut as if they were not there, closing ones stay with the
sentence before, opening ones go with the next, and `<br…/>` counts as a line break.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence

from l10n import codes
from l10n.segmentation.rules import ENDING, HEAD, MARKER, Rules, ends, ends_plainly, rules_of

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_NOTE = r"(?<=[.!?…»”\"؟۔])(?:<[a-z]+\d+>)+\[?\d{1,3}\]?(?:</[a-z]+\d+>)+"
"""A reference mark in codes, `<sup1>4</sup1>`: no word of the text."""
_SKIPPED = re.compile(f"{_NOTE}|{codes.CODE.pattern}")


def sentences(text: str, language: str, exceptions: Sequence[str] = ()) -> list[str]:
    """The sentences of a text; joined, they are the text. [] for "".

    language: BCP 47 tag; ProjectError for what is none.
    exceptions: the project's own abbreviations, with or without the last point: none of them ends a sentence.
    """
    if not text:
        return []
    rules = rules_of(language, tuple(exceptions))
    if "<" in text:
        return _between_codes(rules, text)
    if "\n" in text:
        return _between_blank_lines(rules, text)
    return _in_block(rules, text)


def _between_blank_lines(rules: Rules, text: str) -> list[str]:
    """The sentences of a text in which blank lines may stand."""
    pieces: list[str] = []
    at = 0
    for blank in _BLANK_LINE.finditer(text):
        if blank.start() > at and not text[at : blank.start()].isspace():
            pieces += _in_block(rules, text[at : blank.end()])
            at = blank.end()
    return pieces + _in_block(rules, text[at:]) if at < len(text) else pieces


def _in_block(rules: Rules, text: str) -> list[str]:
    """The sentences between two blank lines. Plain cases are decided here, doubtful ones by `ends`."""
    pieces: list[str] = []
    at, endings, heads = 0, rules.endings, rules.heads
    scan = rules.points
    for mark in rules.other_marks:
        if mark in text:
            scan = rules.candidates
    for match in scan(text):
        i, j = match.span()
        first = text[j]
        if j == i + 2 and (
            first.isupper() or (first.isalpha() and not first.islower() and text[j : j + HEAD] not in heads)
        ):
            ending = text[i - ENDING : i]
            if ending.isalpha() and ending not in endings and i > at + MARKER:
                pieces.append(text[at:j])
                at = j
                continue
        if not first.islower() and (ends_plainly(rules, text, at, i, j) or ends(rules, text, at, i, j)):
            pieces.append(text[at:j])
            at = j
    pieces.append(text[at:])
    return pieces


def _between_codes(rules: Rules, text: str) -> list[str]:
    """The sentences of a text with inline codes: its plain text is cut, and the cuts are carried back."""
    plain: list[str] = []
    places: list[tuple[int, int]] = []
    length = at = 0
    for match in _SKIPPED.finditer(text):
        plain.append(text[at : match.start()])
        length += match.start() - at
        at = match.end()
        if match[0].startswith("<br"):
            plain.append("\n")
            length += 1
        places.append((length, at))
    plain.append(text[at:])
    pieces: list[str] = []
    offset = at = 0
    for sentence in _between_blank_lines(rules, "".join(plain))[:-1]:
        offset += len(sentence)
        start = _before_its_codes(text, _origin(places, offset))
        pieces.append(text[at:start])
        at = start
    return [*pieces, text[at:]]


def _origin(places: list[tuple[int, int]], offset: int) -> int:
    """The place in the text with codes of an offset in its plain text, behind codes that stand there."""
    last = bisect_right(places, (offset, sys.maxsize)) - 1
    if last < 0:
        return offset
    plain, full = places[last]
    return full + offset - plain


def _before_its_codes(text: str, start: int) -> int:
    """Where the sentence starts whose first letter is at `start`: the codes that open before it are its own.

    So is one that stands alone and touches it (an icon), unless it is a line break.
    """
    while start:
        end = start
        while end and text[end - 1].isspace():
            end -= 1
        code = codes.CODE.fullmatch(text, text.rfind("<", 0, end), end) if text[end - 1 : end] == ">" else None
        if code is None or code[1]:
            break
        touches = end == start and text[code.start() - 1 : code.start()].isspace()
        if code[4] and (code[2] == "br" or not touches):
            break
        start = code.start()
    return start
