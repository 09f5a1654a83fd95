"""White space of a page: what of it is read, and what lies outside a unit."""

from __future__ import annotations

import re

from l10n import markup

_FOLD = re.compile(rf"[{markup.WHITE}]+")
_WORD = re.compile(r"[^\W_]")
_SPACES = "nbsp ensp emsp thinsp #160 #32 #13 #10 #9 #xA0 #xa0 #x20"
_REFERENCES = frozenset(_SPACES.split())
_LONGEST = max(map(len, _REFERENCES))


def fold(text: str) -> str:
    """Decoded text with each run of white space as one space, as a browser shows it. U+00A0 stays."""
    return _FOLD.sub(" ", text)


def has_words(text: str) -> bool:
    """There is a letter or a digit in it: something to translate, or to write as the other locale writes numbers."""
    return _WORD.search(text) is not None


def edges(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its edges, no-break spaces and references to white space included."""
    while start < end:
        if text[start].isspace():
            start += 1
        elif text[start] == "&" and text[start + 1 : (stop := _after(text, start, end)) - 1] in _REFERENCES:
            start = stop
        else:
            break
    while start < end:
        if text[end - 1].isspace():
            end -= 1
        elif text[end - 1] == ";" and text[(mark := _before(text, start, end)) + 1 : end - 1] in _REFERENCES:
            end = mark
        else:
            break
    return start, end


def _after(text: str, start: int, end: int) -> int:
    """Where the reference ends that may start here."""
    return text.find(";", start, min(end, start + _LONGEST + 2)) + 1


def _before(text: str, start: int, end: int) -> int:
    """Where the reference starts that may end here."""
    return max(text.rfind("&", max(start, end - _LONGEST - 2), end), start)
