"""Inline codes: what stands for markup inside a segment.

`<a1>…</a1>` is a pair, `<br2/>` stands alone.  A letter or a short name says what it is, the number tells
equal ones apart; numbers count from 1 in the order in which codes open.  Text that would read as a code is
escaped: `<` as `&lt;`, and `&` before `lt;` or `amp;` as `&amp;`.  Nothing else is, so most text stays as it is.

Two words are reserved and carry no number: `<joined/>` (said in the segment before) and
`<foreign>…</foreign>` (a passage that a build leaves in the language of the source).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from l10n.model import JOINED
from l10n.phrases import Phrase, phrase

FOREIGN = ("<foreign>", "</foreign>")

CODE = re.compile(r"<(/?)([a-z][a-z0-9]{0,15}?)([0-9]{1,6})(/?)>")
"""An inline code: closing slash, name, number, slash of one that stands alone.

Lengths are bounded, so that a hostile `<a111…` costs no more than its length.
"""

_REST = r"/?[a-z][a-z0-9]{0,15}?[0-9]{1,6}/?>|joined/>|/?foreign>"

ANY = re.compile(f"<(?:{_REST})")
"""An inline code or a reserved word: what is no text. Without groups, ASCII alone: it serves for bytes too."""

_PARTED = re.compile(r"(</?[a-z][a-z0-9]{0,15}?[0-9]{1,6}/?>)")
"""CODE as one group, for what stands between codes as well."""

_EVERY = re.compile(f"({ANY.pattern})")
"""ANY as one group."""

_READS_AS_CODE = re.compile(f"<(?={_REST})|&(?=(?:lt|amp);)")
_ESCAPED = re.compile(r"&lt;|&amp;")


def escape(text: str) -> str:
    """Plain text in the form in which it can stand between inline codes."""
    if "<" not in text and "&" not in text:
        return text
    return _READS_AS_CODE.sub(lambda match: "&lt;" if match[0] == "<" else "&amp;", text)


def unescape(text: str) -> str:
    """The way back from escape; inline codes must have been taken out before."""
    if "&" not in text:
        return text
    return _ESCAPED.sub(lambda match: "<" if match[0] == "&lt;" else "&", text)


def tokens(text: str) -> list[str]:
    """Plain text (still escaped) and codes in turn; joined, they are the text."""
    return [piece for piece in _PARTED.split(text) if piece]


def parted(text: str) -> list[str]:
    """The same with the reserved words apart, too: all that is no text, for who shows it."""
    return [piece for piece in _EVERY.split(text) if piece]


def strip(text: str) -> str:
    """The words alone: codes dropped, escapes undone."""
    return unescape(CODE.sub("", text))


def renumber(text: str, number: Callable[[int], int]) -> str:
    """The same text with other numbers on its codes."""
    return CODE.sub(lambda match: f"<{match[1]}{match[2]}{number(int(match[3]))}{match[4]}>", text)


def numbers(text: str) -> tuple[int, ...]:
    """The numbers of its codes in the order in which they first appear."""
    return tuple(dict.fromkeys(int(match[3]) for match in CODE.finditer(text)))


NOTHING = Phrase("")


def fault(source: str, target: str) -> Phrase:
    """What is wrong with the codes of a target, in words for a translator; "" when nothing is.

    The codes may stand in another order than in the source; each must stand there once, open before it
    closes, and pairs must not cross. In the order of the source they nest as they do there.
    """
    in_source, in_target = _spelt(source), _spelt(target)
    if in_source == in_target:
        return NOTHING
    return _difference(in_source, in_target) or _nesting(target)


def _difference(in_source: list[str], in_target: list[str]) -> Phrase:
    """What is wrong where the codes of a target are not those of the source, in whatever order."""
    wanted, found = Counter(in_source), Counter(in_target)
    for code, count in wanted.items():
        if found[code] < count:
            return phrase("`{code}` is missing", code=code)
    for code, count in found.items():
        if code not in wanted:
            return phrase("`{code}` is not in the source", code=code)
        if count > wanted[code]:
            return phrase(
                "`{code}` stands there {n} times, in the source {wanted}", code=code, n=count, wanted=wanted[code]
            )
    return NOTHING


def _spelt(text: str) -> list[str]:
    if "<" not in text:
        return []
    return [*_PARTED.findall(text), *(word for word in (JOINED, *FOREIGN) if word in text)]


def _nesting(target: str) -> Phrase:
    open_codes: list[str] = []
    for match in CODE.finditer(target):
        name = match[2] + match[3]
        if match[4]:
            continue
        if not match[1]:
            open_codes.append(name)
        elif not open_codes or open_codes[-1] != name:
            if name in open_codes:
                crossed = open_codes[-1]
                return phrase("`<{inner}>` and `<{outer}>` cross: close the inner one first", inner=crossed, outer=name)
            return phrase("`</{name}>` closes before `<{name}>` opens", name=name)
        else:
            open_codes.pop()
    return phrase("`<{name}>` is not closed", name=open_codes[-1]) if open_codes else NOTHING
