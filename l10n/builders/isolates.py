"""Latin names in a line from right to left: each stands apart, so that what is beside it keeps its side.

In text they stand between U+2068 and U+2069; on a page, in `<bdi>`.  `Windows 10 Pro` is one name, a number after the
last word is none of it: it counts what follows.
Source: UAX 9, explicit directional isolates; W3C, Inline markup and bidirectional text in HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n import codes, markup

ISOLATE = "\u2068{}\u2069"
"""First strong isolate … pop directional isolate."""

_LETTER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_WORD = rf"[0-9]*[{_LETTER}](?:[{_LETTER}0-9.@:/_'’&+#%~?=-]*[{_LETTER}0-9/])?[+#]*"
_TELEPHONE = r"\+[0-9][0-9 ()\u00a0-]{5,}[0-9]"
_GROUPED = r"[0-9]{1,3}(?:[ \u2009][0-9]{3})+(?:[.,][0-9]+)?(?![0-9])"
_RUN = re.compile(
    rf"(?<![\w.,-])(?:{_WORD}(?:[ \u00a0](?:[0-9]+[ \u00a0])*{_WORD})*(?![{_LETTER}0-9])|{_TELEPHONE}|{_GROUPED})"
)
"""Words in Latin letters that stand together, with the numbers between them; a telephone number with its `+`; a number
in groups, whose spaces would turn them round."""

_ADDRESS = re.compile(r"://|@|\Awww\.")
_GAP = re.compile(r"[^\w\s\ue000]{0,3}\s[^\w\s\ue000]{0,3}")
"""What stands between the parts of a sentence; a private letter holds the place of something else."""

_APART = re.compile("[\u2066-\u2069]")
_ON_A_PAGE = re.compile(r"(?:\u2068|&#8296;)([^\u2066-\u2069<>]*?)(?:\u2069|&#8297;)")

_NO_ELEMENTS = markup.FOREIGN | {"option"}
"""Elements in which a `<bdi>` may not stand."""


def mark(text: str) -> str:
    """The text of a unit with its Latin names in isolates; unchanged where it has isolates already."""
    if _APART.search(text):
        return text
    return "".join(token if codes.CODE.fullmatch(token) else _marked(token) for token in codes.tokens(text))


def _marked(words: str) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in _spans(words):
        pieces += [words[at:start], ISOLATE.format(words[start:end])]
        at = end
    return "".join([*pieces, words[at:]])


def _spans(words: str) -> Iterator[tuple[int, int]]:
    """What stands apart: each name of a list by itself, `BBC, CNN`, a sentence in Latin letters as a whole.

    An address does not: a program that makes links of them would take the mark after one for a part of it.
    """
    groups: list[list[tuple[int, int]]] = []
    for match in _RUN.finditer(words):
        if _ADDRESS.search(match[0]):
            continue
        if groups and _GAP.fullmatch(words, groups[-1][-1][1], match.start()):
            groups[-1].append(match.span())
        else:
            groups.append([match.span()])
    for group in groups:
        if any(words[start].islower() for start, _ in group[1:]):
            yield group[0][0], group[-1][1]
        else:
            yield from group


def as_elements(html: str) -> str:
    """A page whose isolates are elements, where elements may stand; in attributes and titles they stay characters."""
    if not _ON_A_PAGE.search(html):
        return html
    pieces: list[str] = []
    at, within = 0, 0
    for tag in markup.tags(html):
        text = html[at : tag.start]
        pieces += [text if within else _ON_A_PAGE.sub(r"<bdi>\1</bdi>", text), html[tag.start : tag.content_end]]
        at = tag.content_end
        if tag.name in _NO_ELEMENTS and not markup.is_empty(html, tag.start, tag.end):
            within = max(0, within + (-1 if tag.closing else 1))
    return "".join([*pieces, html[at:] if within else _ON_A_PAGE.sub(r"<bdi>\1</bdi>", html[at:])])
