"""The text of a Markdown block as pieces: words, and the codes that stand for links, emphasis, images and the rest.

markdown-it-py reads the inline text; a parser of our own on top of it notes where each link, image and code stands.
Source: CommonMark 0.31.2 §6; strikethrough of GitHub Flavored Markdown; footnote references of Pandoc.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from l10n import codes
from l10n.formats.markdown.blocks import Content, Env
from l10n.markup import VOID

NESTED = 20
"""How deep the parser follows brackets inside brackets; the figure of its own CommonMark preset."""

BREAK = "br"


@dataclass(slots=True)
class Piece:
    """A run of words, or one code."""

    role: Literal["text", "open", "close", "alone"]
    text: str = ""
    """Words, decoded."""
    name: str = ""
    """What kind of code: a, em, strong, s, img, code, br, url, fn, or the name of an HTML tag."""
    raw: str = ""
    """A code as it is written, line breaks inside it as spaces."""
    start: int = -1
    """Where a code stands in the content, for links and images."""
    end: int = -1
    label: str = ""
    """A link or image `[like this]`, whose text names its definition: that text."""
    alt: tuple[int, int, str] | None = None
    """The alternative text of an image: where it stands in the content, and its words."""
    title: tuple[int, int, str] | None = None
    """The title of a link or image: where it stands in the content, with its quotes, and its words."""
    mate: int = -1
    """Index of the other half of a pair."""
    join: str = ""
    """A line break: what the document has between its two lines."""


class _State(StateInline):
    """The parser's state; it keeps where the text of the link or image that was read last ends."""

    label_end = 0


class _Parser(ParserInline):
    """The parser for inline text; the last token that a rule makes gets the span that the rule has read."""

    def tokenize(self, state: StateInline) -> None:
        rules = self.ruler.getRules("")
        end = state.posMax
        deepest = state.md.options["maxNesting"]
        while state.pos < end:
            start, count = state.pos, len(state.tokens)
            for rule in rules if state.level < deepest else ():
                if rule(state, False):
                    if len(state.tokens) > count:
                        meta = state.tokens[-1].meta
                        meta["span"] = (start, state.pos)
                        meta["label end"] = cast(_State, state).label_end
                    break
            else:
                state.pending += state.src[state.pos]
                state.pos += 1
        if state.pending:
            state.pushPending()
        cast(_State, state).label_end = end

    def parse(self, src: str, md: MarkdownIt, env: Env, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


@cache
def parser() -> MarkdownIt:
    """The parser for inline text: CommonMark, strikethrough, footnote references."""
    md = MarkdownIt("commonmark", {"maxNesting": NESTED})
    md.inline = _Parser()
    md.enable(["strikethrough"])
    md.disable(["linkify"])
    md.inline.ruler2.disable("fragments_join")
    md.use(footnote_plugin, inline=False, move_to_end=False)
    return md


def pieces(content: Content, env: Env) -> list[Piece]:
    """The pieces of a block's text."""
    text = content.text
    if not _MARKUP.search(text):
        return [Piece("text", text.replace("\n", " "))]
    md = parser()
    return _Reader(content, md).read(md.inline.parse(text, md, env, []))


_MARKUP = re.compile(r"[\\`*_\[\]<&~!]| \n")
"""Without any of these a text is words alone."""

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_PLAIN = {
    "em_open": "em",
    "strong_open": "strong",
    "s_open": "s",
    "em_close": "em",
    "strong_close": "strong",
    "s_close": "s",
}


class _Reader:
    """Makes pieces of tokens, and pairs of pieces."""

    def __init__(self, content: Content, md: MarkdownIt) -> None:
        self.content = content
        self.text = content.text
        self.md = md
        self.found: list[Piece] = []
        self.around: list[tuple[int, _OpenTags]] = [(-1, _OpenTags())]
        """For each open link or emphasis its index, and the HTML tags that opened inside it."""

    def read(self, tokens: Sequence[Token]) -> list[Piece]:
        """The pieces that these tokens are."""
        waiting: list[str] = []
        for token in tokens:
            if token.type in ("text", "text_special"):
                waiting.append(token.content)
            elif token.type == "softbreak":
                waiting.append(" ")
            else:
                self.words(waiting)
                waiting = []
                self.code(token)
        self.words(waiting)
        return self.found

    def words(self, waiting: Sequence[str]) -> None:
        text = "".join(waiting)
        if text:
            self.found.append(Piece("text", text))

    def code(self, token: Token) -> None:
        kind = token.type
        if kind in _PLAIN or kind in ("link_open", "link_close"):
            self.paired(token)
        elif kind == "html_inline":
            self.html(token.content)
        else:
            self.found.append(self.alone(token))

    def paired(self, token: Token) -> None:
        index = len(self.found)
        if token.nesting > 0:
            opening = Piece("open", name=_PLAIN.get(token.type, "a"), raw=token.markup or "[")
            self.found.append(opening)
            self.around.append((index, _OpenTags()))
            return
        mate = self.around.pop()[0]
        if token.markup == "autolink":
            start, end = token.meta["span"]
            self.found[mate:] = [Piece("alone", name="url", raw=self.text[start:end])]
            return
        closing = Piece("close", name=_PLAIN.get(token.type, "a"), raw=token.markup, mate=mate)
        self.found[mate].mate = index
        if token.type == "link_close":
            start, closing.end = token.meta["span"]
            closing.start = token.meta["label end"]
            self.destination(closing, self.text[start + 1 : closing.start])
        self.found.append(closing)

    def destination(self, piece: Piece, label: str) -> None:
        """What follows the text of a link or image: `](url "title")`, `][label]`, `][]` or `]`."""
        raw = self.text[piece.start : piece.end]
        piece.raw = raw.replace("\n", " ")
        if raw in ("]", "][]"):
            piece.label = label.replace("\n", " ")
        elif raw.startswith("]("):
            at = _skip(self.text, piece.start + 2)
            address = self.md.helpers.parseLinkDestination(self.text, at, piece.end)
            at = _skip(self.text, address.pos) if address.ok else at
            title = self.md.helpers.parseLinkTitle(self.text, at, piece.end)
            if title.ok:
                piece.title = (at, title.pos, title.str)

    def alone(self, token: Token) -> Piece:
        start, end = token.meta["span"]
        raw = self.text[start:end].replace("\n", " ")
        if token.type == "hardbreak":
            slash = self.text[start] == "\\"
            return Piece("alone", name=BREAK, raw="\\\n" if slash else "  \n", join=self.join(start))
        if token.type != "image":
            return Piece("alone", name="code" if token.type == "code_inline" else "fn", raw=raw)
        image = Piece("alone", name="img", start=start + 2 + len(token.content), end=end)
        self.destination(image, token.content)
        image.start = start
        image.alt = (start + 2, start + 2 + len(token.content), words(token.children or []))
        image.raw = raw
        return image

    def join(self, at: int) -> str:
        """What the document has between the line of this offset and the next."""
        return self.content.joins[bisect_right(self.content.starts, at) - 1]

    def html(self, raw: str) -> None:
        tag = _TAG.match(raw)
        name = re.sub("[^a-z]", "", tag[2].lower()) if tag else "comment"
        raw = raw.replace("\n", " ")
        index = len(self.found)
        piece = Piece("alone", name=name, raw=raw)
        self.found.append(piece)
        if not tag or name in VOID or raw.endswith("/>"):
            return
        if not tag[1]:
            self.around[-1][1].add(name, index)
            return
        mate = self.around[-1][1].close(name)
        if mate >= 0:
            piece.role, piece.mate = "close", mate
            self.found[mate].role, self.found[mate].mate = "open", index


class _OpenTags:
    """HTML tags that are open, the innermost last."""

    def __init__(self) -> None:
        self.stack: list[tuple[str, int]] = []
        self.counts: Counter[str] = Counter()

    def add(self, name: str, index: int) -> None:
        self.stack.append((name, index))
        self.counts[name] += 1

    def close(self, name: str) -> int:
        """Index of the innermost tag of that name, -1 where none is open; tags inside it stay alone."""
        while self.counts[name]:
            last, index = self.stack.pop()
            self.counts[last] -= 1
            if last == name:
                return index
        return -1


def words(tokens: Sequence[Token]) -> str:
    """The words of an image's alternative text, without its markup."""
    text = ""
    for token in tokens:
        if token.type == "image":
            text += words(token.children or [])
        elif token.type in ("softbreak", "hardbreak"):
            text += " "
        elif token.type != "html_inline":
            text += token.content
    return text


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\n":
        at += 1
    return at


_FOLD = re.compile(r"[ \t\n\r\x0b\x0c]+")
_AROUND_BREAK = re.compile(r" ?(<br\d+/>) ?")


def fold(text: str) -> str:
    """White space of a page as one space; other Unicode spaces stay."""
    return _FOLD.sub(" ", text)


def spelled(found: Sequence[Piece], start: int = 0, end: int | None = None) -> str:
    """found[start:end] as the source of a unit.

    Codes are numbered from 1 in opening order; white space is folded, and none stands at the ends.
    """
    numbers: dict[int, int] = {}
    text = []
    for index in range(start, len(found) if end is None else end):
        piece = found[index]
        if piece.role == "text":
            text.append(codes.escape(piece.text))
            continue
        number = numbers.setdefault(piece.mate if piece.role == "close" else index, len(numbers) + 1)
        slash, alone = ("/" if piece.role == "close" else ""), ("/" if piece.role == "alone" else "")
        text.append(f"<{slash}{piece.name}{number}{alone}>")
    return tidy("".join(text))


def tidy(text: str) -> str:
    """White space folded, none around line breaks and at the ends."""
    return _AROUND_BREAK.sub(r"\1", fold(text)).strip()


def legend(found: Sequence[Piece], start: int, end: int) -> tuple[tuple[str, str], ...]:
    """What each code of `spelled` stands for."""
    rows = []
    for piece in found[start:end]:
        if piece.role == "open":
            rows.append((piece.name, f"{piece.raw}…{found[piece.mate].raw}"))
        elif piece.role == "alone":
            rows.append((piece.name, "line break" if piece.name == BREAK else piece.raw))
    return tuple((f"{name}{number}", raw) for number, (name, raw) in enumerate(rows, 1))
