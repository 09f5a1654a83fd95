"""White space of a page: what of it is read, and what lies outside a unit."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]")
_REFERENCES = frozenset(["nbsp", "ensp", "emsp", "thinsp", "#160", "#32", "#13", "#10", "#9", "#xA0", "#xa0", "#x20"])
_LONGEST = max(map(len, _REFERENCES))
_BLANK = re.compile(rf"(?>(?:\s++|&(?:{'|'.join(sorted(_REFERENCES))});)*)")


def fold(text: str) -> str:
    """Decoded text with each run of white space as one space, as a browser shows it. U+00A0 stays."""
    for mark in "\n\t\r\f":
        if mark in text:
            text = text.replace(mark, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def has_words(text: str) -> bool:
    """There is a letter or a digit in it: something to translate, or to write as the other locale writes numbers."""
    return _WORD.search(text) is not None


def edges(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its edges, no-break spaces and references to white space included."""
    blank = _BLANK.match(text, start, end)
    start = blank.end() if blank else start
    while start < end:
        if text[end - 1].isspace():
            chunk = text[max(start, end - _CHUNK) : end]
            end -= len(chunk) - len(chunk.rstrip())
        elif text[end - 1] == ";" and (mark := _reference(text, start, end)) >= 0:
            end = mark
        else:
            break
    return start, end


_CHUNK = 64
"""How many characters are looked at together; indentation is seldom deeper."""


def _reference(text: str, start: int, end: int) -> int:
    """Where the reference to white space starts that ends here; -1 where none does."""
    mark = text.rfind("&", max(start, end - _LONGEST - 2), end)
    return mark if text[mark + 1 : end - 1] in _REFERENCES else -1
