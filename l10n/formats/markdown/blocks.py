"""The blocks of a Markdown document that hold inline text, each with the way back to its place.

markdown-it-py finds the blocks; where their text stands in the document it does not say, so the places are taken from
its state while it works: from each line of a block what is left of it after `>`, list markers and indentation.
Source: CommonMark 0.31.2 §4 and §5, GitHub Flavored Markdown §4.10 (tables), Pandoc (footnotes, definition lists).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, reference
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from l10n.errors import FormatError
from l10n.phrases import phrase

Env = MutableMapping[str, Any]
"""What the blocks tell the inline text: link and footnote definitions."""

DEEPEST = 100
"""How many lists, items and quotations may stand inside one another; markdown-it-py drops what lies deeper."""

LOOKS = 1_000_000
"""How often the parser may look at a line, which takes it some microseconds. In articles it does so about ten times a
line; a quotation of 30 levels that goes on without its markers makes it look 200 times."""

_DEFINED = "lines after a definition"


Form = Literal["lines", "task", "heading", "underlined", "cell", "first cell"]
"""A paragraph or the like; one after the box of a task; a heading after `#`; one above `===`; a table cell; one that
opens its line."""


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a block without its markers, lines joined by line feeds, and the way back to the document."""

    text: str
    starts: tuple[int, ...]
    """Offsets in `text` at which a stretch starts that the document has in one piece."""
    origins: tuple[int, ...]
    """Where each of them starts in the document."""
    joins: tuple[str, ...] = ()
    """For each line feed in `text` what the document has there: the line break and the markers of the next line."""

    @classmethod
    def of(cls, text: str) -> Content:
        """A text that is a document of its own."""
        starts = [0, *(match.end() for match in _LINE_BREAK.finditer(text))]
        return cls(text, tuple(starts), tuple(starts), ("\n",) * (len(starts) - 1))

    def after(self, pattern: re.Pattern[str]) -> Content | None:
        """What follows the match of a pattern at the start, in the first line; None where nothing does."""
        match = pattern.match(self.text)
        skipped = match.end() if match else 0
        if skipped == len(self.text):
            return None
        starts = (0, *(start - skipped for start in self.starts[1:]))
        origins = (self.origins[0] + skipped, *self.origins[1:])
        return Content(self.text[skipped:], starts, origins, self.joins)

    def place(self, offset: int) -> int:
        """Offset in the document of the character at this offset."""
        stretch = bisect_right(self.starts, offset) - 1
        return self.origins[stretch] + offset - self.starts[stretch]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The part of the document where text[start:end] stands; it must not be empty."""
        return self.place(start), self.place(end - 1) + 1


_TASK = re.compile(r"\[[ xX]\][ \t]+")
"""The box of a task, which is no text (GitHub Flavored Markdown §5.3)."""


@dataclass(frozen=True, slots=True)
class Block:
    """Text with inline markup, and what it is."""

    kind: str
    content: Content
    line: int
    """1-based line of the document."""
    form: Form
    after_definition: bool
    """A link definition stands in the line above: a text in quotes would become its title."""
    before_rule: bool
    """The line below has bars and hyphens alone: a text with a bar would become the head of a table."""


@dataclass(frozen=True, slots=True)
class Markup:
    """A block of HTML outside lists and quotations: document[start:end]."""

    start: int
    end: int
    line: int
    """1-based."""


@cache
def parser(definition_lists: bool = False) -> MarkdownIt:
    """The parser for blocks: CommonMark, tables, footnotes, and definition lists where the project uses them."""
    md = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table")
    md.use(footnote_plugin, inline=False, move_to_end=False)
    if definition_lists:
        md.use(deflist_plugin)
    md.block.ruler.at("reference", _reference)
    return md


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule for link definitions, which leaves a note where one ends."""
    found = reference(state, start, end, silent)
    if found and not silent:
        state.env.setdefault(_DEFINED, set()).add(state.line)
    return found


def blocks(text: str, start: int, env: Env, definition_lists: bool = False) -> Iterator[Block | Markup]:
    """The blocks of text[start:] in document order; definitions are put into env before the first one comes."""
    lines = _Lines(text, start)
    md = parser(definition_lists)
    state = _State(lines.text, md, env, [])
    state.places = lines
    md.block.tokenize(state, 0, state.lineMax)
    defined: set[int] = env.get(_DEFINED, set())
    contents = iter(state.contents)
    around: list[str] = []
    for index, token in enumerate(state.tokens):
        if token.nesting > 0:
            _refuse_depths(token, lines)
            around.append(_name(token))
        elif token.nesting < 0:
            around.pop()
        elif token.type == "html_block" and token.level == 0 and token.map:
            yield Markup(*lines.span(*token.map), lines.first + token.map[0])
        elif token.type == "inline":
            content = next(contents)
            form = _form(state.tokens, index, content, lines) if content else "lines"
            if content and form == "task":
                content = content.after(_TASK)
            if content:
                line = lines.line(content.origins[0])
                before_rule = lines.is_rule(lines.line(content.origins[-1]) + 1)
                yield Block(_kind(around), content, lines.first + line, form, line in defined, before_rule)


_LINE_BREAK = re.compile("\r\n?|\n")
_RULE = re.compile(r"[ \t>]*[-:|][-:| \t]*(?:\n|\Z)")


class _Lines:
    """The lines of text[start:] as the parser counts them, and where each stands in the document."""

    def __init__(self, document: str, start: int) -> None:
        self.document = document
        self.first = document.count("\n", 0, start) + 1
        """1-based number of the first line."""
        body = document[start:] if start else document
        self.text = body.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
        self.starts = [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]
        """Where each line starts in `text`."""
        self.origins = [start, *(match.end() + start for match in _LINE_BREAK.finditer(body))]
        """Where it starts in the document."""

    def line(self, offset: int) -> int:
        """0-based line of the body in which an offset of the document lies."""
        return bisect_right(self.origins, offset) - 1

    def span(self, line: int, end: int) -> tuple[int, int]:
        """Where the lines up to `end` stand in the document."""
        return self.origins[line], self.origins[end] if end < len(self.origins) else len(self.document)

    def is_rule(self, line: int) -> bool:
        """A line of bars, hyphens and colons alone."""
        return line < len(self.starts) and _RULE.match(self.text, self.starts[line]) is not None

    def content(self, spans: list[tuple[int, int, int]]) -> Content | None:
        """The content of a block from (line, start, end) of each of its lines; None where there is no text."""
        spans = self._trimmed(spans)
        if not spans:
            return None
        starts, origins, pieces, joins, at = [], [], [], [], 0
        before = None
        for line, start, end in spans:
            origin = start - self.starts[line] + self.origins[line]
            if before is not None:
                joins.append(self.document[before:origin])
            starts.append(at)
            origins.append(origin)
            pieces.append(self.text[start:end])
            at += end - start + 1
            before = end - self.starts[line] + self.origins[line]
        return Content("\n".join(pieces), tuple(starts), tuple(origins), tuple(joins))

    def _trimmed(self, spans: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
        """The spans without white space before the first and after the last word."""
        filled = [at for at, (_, start, end) in enumerate(spans) if self.text[start:end].strip()]
        if not filled:
            return []
        spans = spans[filled[0] : filled[-1] + 1]
        line, start, end = spans[0]
        spans[0] = (line, end - len(self.text[start:end].lstrip()), end)
        line, start, end = spans[-1]
        spans[-1] = (line, start, start + len(self.text[start:end].rstrip()))
        return spans


class _State(StateBlock):
    """The parser's state; it keeps where the content of each inline token stands."""

    places: _Lines

    def __init__(self, src: str, md: MarkdownIt, env: Env, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self.contents: list[Content | None] = []
        self.row: list[Content | None] = []
        """Cells of the table row that is being read, from the last to the first."""
        self.row_line: Token | None = None
        self.looks = 0

    def is_code_block(self, line: int) -> bool:
        self.looks += 1
        if self.looks > LOOKS:
            raise FormatError(
                phrase("paragraphs, lists and quotations are too long or too deep to be read"),
                line=self.places.first + line,
                hint=phrase("split the article, or write lists and quotations with fewer levels"),
            )
        return super().is_code_block(line)

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        opener = self.tokens[-1] if self.tokens else None
        token = super().push(ttype, tag, nesting)
        if ttype == "inline" and opener is not None:
            self.contents.append(self._content(opener))
        elif ttype == "tr_open":
            self.row_line = token
            self.row = []
        return token

    def _content(self, opener: Token) -> Content | None:
        if opener.type in ("th_open", "td_open"):
            return self._cell(first=self.tokens[-3].type == "tr_open")
        assert opener.map is not None
        start, end = opener.map
        if opener.type == "heading_open" and opener.markup.startswith("#"):
            return self.places.content([self._heading(start, len(opener.markup))])
        if opener.type == "heading_open":
            end -= 1
        spans = [(line, self.bMarks[line] + self.tShift[line], self.eMarks[line]) for line in range(start, end)]
        return self.places.content(spans or [(start, self.bMarks[start] + self.tShift[start], self.eMarks[start])])

    def _heading(self, line: int, level: int) -> tuple[int, int, int]:
        """A heading without the `#` before and after it."""
        start = self.bMarks[line] + self.tShift[line] + level
        end = self.skipSpacesBack(self.eMarks[line], start)
        closing = self.skipCharsStrBack(end, "#", start)
        if closing > start and self.src[closing - 1] in " \t":
            end = closing
        return line, start, end

    def _cell(self, first: bool) -> Content | None:
        assert self.row_line is not None and self.row_line.map is not None
        if first:
            line = self.row_line.map[0]
            spans = _cells(self.src, self.bMarks[line] + self.tShift[line], self.eMarks[line])
            self.row = [self._unescaped(self.places.content([(line, *span)])) for span in reversed(spans)]
        return self.row.pop() if self.row else None

    def _unescaped(self, content: Content | None) -> Content | None:
        """The content of a cell: `\\|` there is `|`."""
        if content is None or "\\|" not in content.text:
            return content
        pieces = content.text.split("\\|")
        starts, origins, at, origin = [0], [content.origins[0]], 0, content.origins[0]
        for piece in pieces[:-1]:
            at += len(piece)
            origin += len(piece) + 1
            starts.append(at)
            origins.append(origin)
            at += 1
            origin += 1
        return Content("|".join(pieces), tuple(starts), tuple(origins))


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the cells of a table row stand: between bars without a backslash before them."""
    line = text[start:end]
    start += len(line) - len(line.lstrip(_BLANK))
    end -= len(line) - len(line.rstrip(_BLANK))
    spans, at = [], start
    for offset in range(start, end):
        if text[offset] == "|" and (offset == start or text[offset - 1] != "\\"):
            spans.append((at, offset))
            at = offset + 1
    spans.append((at, end))
    if spans and spans[0][0] == spans[0][1]:
        del spans[0]
    if spans and spans[-1][0] == spans[-1][1]:
        spans.pop()
    return spans


_BLANK = "\t\n\x0b\x0c\r \xa0\u1680\u202f\u205f\u3000\u2028\u2029" + "".join(map(chr, range(0x2000, 0x200B)))
"""What markdown-it-py takes for white space around a table row."""


def _refuse_depths(token: Token, lines: _Lines) -> None:
    if token.level >= DEEPEST - 1:
        raise FormatError(
            phrase("more than {most} lists and quotations stand inside one another", most=DEEPEST),
            line=lines.first + (token.map[0] if token.map else 0),
            hint=phrase("write the passage with fewer levels"),
        )


def _name(token: Token) -> str:
    return token.tag if token.type != "footnote_reference_open" else "footnote"


_KINDS = frozenset({"li", "blockquote", "dd", "footnote"})


def _kind(around: list[str]) -> str:
    """The kind of a block by what it stands in: its own tag, for a paragraph the nearest list, quotation or note."""
    own = around[-1]
    if own != "p":
        return own
    return next((name for name in reversed(around) if name in _KINDS), "p")


def _form(tokens: list[Token], index: int, content: Content, lines: _Lines) -> Form:
    opener = tokens[index - 1]
    if opener.type == "heading_open":
        return "heading" if opener.markup.startswith("#") else "underlined"
    if opener.type in ("th_open", "td_open"):
        return "cell" if _after_bar(lines.document, content.origins[0]) else "first cell"
    first_in_item = index > 1 and tokens[index - 2].type == "list_item_open"
    return "task" if first_in_item and _TASK.match(content.text) else "lines"


def _after_bar(document: str, at: int) -> bool:
    while at and document[at - 1] in " \t":
        at -= 1
    return at > 0 and document[at - 1] == "|"
