"""Plain text: a built article in its own format, and as the body of an HTML page by the kinds of its blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from l10n import codes, markup
from l10n.builders.page import Document
from l10n.builders.variant import Page
from l10n.edits import newline

Block = tuple[str, str]
"""Kind of a unit and its text, as `translate` returns it: escaped, passages in the source language marked."""

_ELEMENTS = {
    "deck": ("p", "deck"),
    "byline": ("p", "byline"),
    "figcaption": ("p", "caption"),
    "credit": ("p", "credit"),
}
_LEADING = ("headline", "deck", "byline")
_BESIDE = ("kicker", "date", "furniture")
"""Kinds that may stand among them, and stay in the body."""
_FOREIGN = re.compile(r"<(/?)foreign>")


def dress(text: str, page: Page) -> str:
    """The article in its own format: credits at the end, everything else as it is."""
    notes = [note.text() for note in page.notes]
    if not any(notes):
        return text
    line = newline(text)
    return text.rstrip("\r\n") + "".join(2 * line + note for note in notes if note) + line


def document(blocks: Sequence[Block], page: Page, name: str) -> Document:
    """The article as a page shows it: headline, deck and byline at its start, then the body.

    name: its title where it has no headline.
    """
    leading: dict[str, str] = {}
    rest = list(blocks)
    for kind, text in blocks:
        if kind in _LEADING and kind not in leading:
            leading[kind] = bare(text)
            rest.remove((kind, text))
        elif kind not in _BESIDE:
            break
    title, deck, byline = (leading.get(kind, "") for kind in _LEADING)
    return Document(title or name, body(rest, page), deck=deck, byline=byline)


def body(blocks: Sequence[Block], page: Page) -> str:
    """The blocks as HTML; a headline at the start is left to the page around them."""
    start = 1 if blocks and blocks[0][0] == "headline" else 0
    return "\n".join(_groups(blocks[start:], page)) + "\n"


def _groups(blocks: Iterable[Block], page: Page) -> Iterator[str]:
    """Items of a list stand together, as do paragraphs of a quotation."""
    for kind, group in groupby(blocks, key=lambda block: block[0]):
        texts = [inline(text, page) for _, text in group]
        if kind == "li":
            yield "<ul>\n" + "".join(f"<li>{text}</li>\n" for text in texts) + "</ul>"
        elif kind == "blockquote":
            yield "<blockquote>\n" + "".join(f"<p>{text}</p>\n" for text in texts) + "</blockquote>"
        else:
            yield from (_element(kind, text) for text in texts)


def _element(kind: str, text: str) -> str:
    kind = "h2" if kind == "headline" else kind
    if re.fullmatch(r"h[2-6]", kind):
        return f"<{kind}>{text}</{kind}>"
    name, style = _ELEMENTS.get(kind, ("p", ""))
    return f'<{name} class="{style}">{text}</{name}>' if style else f"<{name}>{text}</{name}>"


def bare(text: str) -> str:
    """The text without marks."""
    return _FOREIGN.sub("", codes.unescape(text))


def inline(text: str, page: Page) -> str:
    """The text as HTML; a passage in the source language says so."""
    spoken = f'<span lang="{page.source_lang}" dir="{page.source_dir}">'
    pieces: list[str] = []
    at = 0
    for match in _FOREIGN.finditer(text):
        pieces += [markup.escape(codes.unescape(text[at : match.start()])), "</span>" if match[1] else spoken]
        at = match.end()
    return "".join([*pieces, markup.escape(codes.unescape(text[at:]))])
