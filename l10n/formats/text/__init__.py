"""Plain text, as a news desk sends it: what its blocks are is read from their place and their shape.

Supported: paragraphs set off by blank lines or one a line, wrapped lines, list items, and the kinds headline, kicker,
deck, byline, date, h2, p, li, blockquote, figcaption, credit, furniture (see kinds.py), in English, Russian, Kazakh
and Uyghur. Patterns in the settings say what is no unit at all.
A block that changes becomes one line; indentation, list markers and blank lines stay. There are no inline codes.
Refused: more than BLOCKS paragraphs or LINES lines.
Unsupported: tables, columns, underlined headings; nothing can be escaped, so a text that takes on another shape (a
full stop after a headline) is read back as another kind.
Laws: the answer `unit.source` changes no character; reading the result gives each answer as the source of its unit,
of the same kind as long as the answer has the shape of the kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from l10n import codes, markup
from l10n.errors import FormatError
from l10n.formats.answer import HAS_WORDS, Translate, ask, plain
from l10n.formats.text import kinds, lines
from l10n.formats.text.lines import Block
from l10n.model import Unit
from l10n.phrases import phrase

BLOCKS, LINES = 100_000, 1_000_000
"""Paragraphs and lines; a text with more is no article, and reading so many takes some five seconds."""


def rewrite(text: str, translate: Translate, *, furniture: Sequence[str] = (), **others: object) -> str:
    """The document with translate's answer in the place of each unit.

    furniture: regular expressions; a block in which one is found is no unit.
    others: settings of other formats, of no concern here.
    FormatError: one of them is no regular expression, or the text is no article. NotReady: an answer with inline codes.
    """
    patterns = [_pattern(pattern) for pattern in furniture]
    if text.count("\n") + text.count("\r") > LINES:
        raise FormatError(
            phrase("the text has more than {most:,} lines", most=LINES), hint=phrase("split it in several articles")
        )
    blocks = list(islice(lines.blocks(text), BLOCKS + 1))
    if len(blocks) > BLOCKS:
        raise FormatError(
            phrase("the text has more than {most:,} paragraphs", most=BLOCKS),
            hint=phrase("split it in several articles"),
        )
    excluded = {index for index, block in enumerate(blocks) if any(found.search(block.text) for found in patterns)}
    edits: list[tuple[int, int, str]] = []
    chunk: list[tuple[Block, str | None]] = []
    for index, (block, kind) in enumerate(zip(blocks, kinds.kinds(blocks, excluded), strict=True)):
        if chunk and chunk[0][0].chunk != block.chunk:
            edits.extend(_edits(text, chunk))
            chunk = []
        block = block if kind == "li" else block.with_marker(text)
        source = codes.escape(block.text)
        answer = None
        if index not in excluded and HAS_WORDS.search(source):
            answer = ask(translate, Unit(kind, source, block.line))
        chunk.append((block, None if answer is None else lines.fold(plain(answer))))
    edits.extend(_edits(text, chunk))
    return markup.splice(text, edits)


def stated(text: str, units: Sequence[Unit], **settings: object) -> list[tuple[str, str]]:
    """No element states a language around a unit."""
    return [("", "")] * len(units)


def language(text: str) -> str:
    """A plain text does not state its language."""
    return ""


def _pattern(pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        raise FormatError(
            phrase("`{pattern}` is no regular expression: {why}", pattern=pattern, why=str(error)),
            hint=phrase("correct the pattern"),
        ) from None


def _edits(text: str, chunk: Sequence[tuple[Block, str | None]]) -> Iterator[tuple[int, int, str]]:
    """The edits for blocks without a blank line between them.

    Where the new lines would be read as other blocks than before, blank lines come between them.
    """
    if all(answer is None for _, answer in chunk):
        return
    rows = [block.rows if answer is None else (block.row(text, answer),) for block, answer in chunk]
    apart = lines.grouped([row for block in rows for row in block], chunk[0][0].chunk == 0) != [
        len(block) for block in rows
    ]
    for (block, answer), (after, _) in zip(chunk, [*chunk[1:], (None, None)], strict=True):
        if answer is not None:
            yield block.start, block.end, answer
        if apart and after is not None:
            gap = re.search(r"\r\n?|\n", text[block.end : after.start])
            if gap:
                yield block.end + gap.end(), block.end + gap.end(), gap[0]
