"""A translated text as Markdown that reads as exactly that text.

Characters that Markdown would take for markup are escaped, as few as will do: each way of writing is read back, and
where it says something else the next one is tried. The last one writes emphasis as HTML tags, because `**` beside a
letter and after a closing quote, as a Kazakh or Uyghur suffix makes it, is no emphasis (CommonMark §6.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from l10n import codes
from l10n.edits import Edit
from l10n.errors import NotReady
from l10n.formats.answer import FOREIGN
from l10n.formats.markdown import blocks, inline
from l10n.formats.markdown.blocks import Block, Content, Env
from l10n.formats.markdown.inline import Piece
from l10n.markup import escape_attribute
from l10n.phrases import phrase


@dataclass(frozen=True, slots=True)
class Settings:
    """What the document and the project say about writing."""

    env: Env
    definition_lists: bool = False
    foreign_lang: str = ""
    foreign_dir: str = ""


@dataclass(frozen=True, slots=True)
class _Way:
    """One way of writing the same text."""

    escape_all: bool = False
    """Every character that is ever markup."""
    stars: bool = False
    """`*` for `_`."""
    tags: bool = False
    """HTML tags for emphasis."""
    break_tags: bool = False
    """`<br>` for line breaks."""


_WAYS = (
    _Way(),
    _Way(escape_all=True),
    _Way(stars=True),
    _Way(escape_all=True, stars=True),
    _Way(tags=True),
    _Way(escape_all=True, tags=True),
    _Way(escape_all=True, tags=True, break_tags=True),
)


def core(found: Sequence[Piece]) -> tuple[int, int]:
    """The part of a block's pieces that a translator sees: pairs around all of it and white space stay outside."""
    start, end = 0, len(found)
    while start < end:
        first, last = found[start], found[end - 1]
        if first.role == "text" and not first.text.strip():
            start += 1
        elif last.role == "text" and not last.text.strip():
            end -= 1
        elif first.role == "open" and first.mate == end - 1:
            start, end = start + 1, end - 1
        else:
            break
    return start, end


def write(block: Block, found: Sequence[Piece], answer: str, edits: Sequence[Edit], settings: Settings) -> str:
    """The content of a block with this answer in the place of its words, in the form of the document."""
    start, end = core(found)
    wanted = _paired(
        [*found[:start], *_glued(found, start, end, _answered(found, start, end, answer, settings)), *found[end:]]
    )
    expected = inline.spelled(wanted)
    for way in _WAYS:
        text = _Writer(block, wanted, edits, way).text()
        if _reads_as(text, block, expected, settings):
            return _in_document(text, block, wanted)
    raise NotReady(
        phrase("no way of writing this text in Markdown would read as it: {text}", text=codes.strip(answer)[:60]),
        line=block.line,
        hint=phrase("put words before the first inline code, or set the codes in the order of the source"),
    )


def _answered(found: Sequence[Piece], start: int, end: int, answer: str, settings: Settings) -> Iterator[Piece]:
    """The pieces of an answer: its words, and the codes of the source where it wants them."""
    openings = [piece for piece in found[start:end] if piece.role in ("open", "alone")]
    for part in FOREIGN.split(inline.tidy(answer)):
        if part in codes.FOREIGN:
            if settings.foreign_lang:
                yield _foreign(part, settings)
            continue
        for token in codes.tokens(part):
            code = codes.CODE.fullmatch(token)
            if not code:
                yield Piece("text", codes.unescape(token))
                continue
            piece = openings[int(code[3]) - 1]
            yield found[piece.mate] if code[1] else piece


def _foreign(mark: str, settings: Settings) -> Piece:
    if mark == codes.FOREIGN[1]:
        return Piece("close", name="span", raw="</span>")
    direction = f' dir="{escape_attribute(settings.foreign_dir)}"' if settings.foreign_dir else ""
    return Piece("open", name="span", raw=f'<span lang="{escape_attribute(settings.foreign_lang)}"{direction}>')


def _glued(found: Sequence[Piece], start: int, end: int, middle: Iterator[Piece]) -> Iterator[Piece]:
    """The answer between the white space that the source has at its ends."""
    if start < end and found[start].role == "text":
        text = found[start].text
        yield Piece("text", text[: len(text) - len(text.lstrip())])
    yield from middle
    if start < end and found[end - 1].role == "text":
        text = found[end - 1].text
        yield Piece("text", text[len(text.rstrip()) :])


def _paired(found: Sequence[Piece]) -> list[Piece]:
    """The pieces, runs of words joined; the halves of each pair now point at one another here."""
    joined: list[Piece] = []
    waiting: list[int] = []
    for piece in found:
        if piece.role == "text" and joined and joined[-1].role == "text":
            joined[-1].text += piece.text
            continue
        if piece.role == "text" and not piece.text:
            continue
        joined.append(piece)
        if piece.role == "open":
            waiting.append(len(joined) - 1)
        elif piece.role == "close":
            joined[-1].mate = waiting.pop()
            joined[joined[-1].mate].mate = len(joined) - 1
    return joined


class _Writer:
    """Writes pieces in one way, in the form of the content: cells without their backslashes before bars."""

    def __init__(self, block: Block, wanted: Sequence[Piece], edits: Sequence[Edit], way: _Way) -> None:
        self.block = block
        self.wanted = wanted
        self.edits = edits
        self.way = way
        self.out: list[str] = []
        self.bar = "|" if "cell" in block.form else "&#124;" if block.before_rule else "\\|"
        """How a bar is written; above a line of hyphens an escaped one would still make a table."""

    def text(self) -> str:
        opened: list[int] = []
        for index, piece in enumerate(self.wanted):
            if piece.role == "text":
                self.out.append(self.words(index))
            elif piece.role == "open":
                opened.append(len(self.out))
                self.out.append(self.mark(piece))
            elif piece.role == "close":
                label = "".join(self.out[opened.pop() + 1 :]) if piece.label else ""
                self.out.append(self.closing(piece, label))
            else:
                self.out.append(self.alone(piece))
        return self.at_edges("".join(self.out).strip(" "))

    def words(self, index: int) -> str:
        text = inline.fold(self.wanted[index].text)
        first = not self.out or self.out[-1].endswith("\n")
        text = text.lstrip(" ") if first else text
        text = every(text, self.bar) if self.way.escape_all else few(text, self.bar)
        if text.endswith("!") and not text.endswith("\\!") and self.next_is_link(index):
            text = text[:-1] + "\\!"
        return _at_line_start(text) if first and self.block.form not in ("cell", "heading") else text

    def next_is_link(self, index: int) -> bool:
        return any(piece.raw[:1] == "[" for piece in self.wanted[index + 1 : index + 2])

    def mark(self, piece: Piece, slash: str = "") -> str:
        if piece.name not in ("em", "strong", "s") or piece.raw.startswith("<"):
            return piece.raw
        if self.way.tags:
            return f"<{slash}{piece.name}>"
        return piece.raw.replace("_", "*") if self.way.stars else piece.raw

    def closing(self, piece: Piece, label: str) -> str:
        if piece.start < 0:
            return self.mark(piece, "/")
        if piece.label and piece.label != label:
            return f"][{piece.label}]"
        return self.original(piece)

    def alone(self, piece: Piece) -> str:
        if piece.name == inline.BREAK and piece.join:
            return "<br>" if self.way.break_tags else piece.raw
        return self.original(piece) if piece.start >= 0 else piece.raw

    def original(self, piece: Piece) -> str:
        """A code as the document has it, with the answers to its alternative text and its title."""
        text, at = "", piece.start
        for start, end, new in self.edits:
            if piece.start <= start < piece.end:
                text += self.block.content.text[at:start] + new
                at = end
        return (text + self.block.content.text[at : piece.end]).replace("\n", " ")

    def at_edges(self, text: str) -> str:
        """The start and the end of a block have markup of their own."""
        if self.block.after_definition and text[:1] in ("'", '"', "("):
            text = "\\" + text
        if self.block.form == "heading":
            text = _CLOSING.sub(r"\1\\\2", text)
        if "cell" in self.block.form and text.endswith("\\\\"):
            text = text[:-2] + "&#92;"
        return text


_CLOSING = re.compile(r"(^|[ \t])(#+)\Z")

_PUNCTUATION = r"!-/:-@\[-`{-~"
_REFERENCE = r"&(?=#[xX][0-9a-fA-F]{1,6};|#\d{1,7};|[A-Za-z][A-Za-z0-9]{1,31};)"
_FEW = re.compile(rf"https?://[^\s<`|\\]+|\\(?=[{_PUNCTUATION}]|\Z)|[*_`|]|<(?=[A-Za-z/!?])|{_REFERENCE}|!(?=\[)|~~+")
_EVERY = re.compile(r"[\\`*_\[\]<>&~|!:#^]")


def few(text: str, bar: str) -> str:
    """Words with a backslash or a reference where Markdown would nearly always take them for markup."""

    def escaped(match: re.Match[str]) -> str:
        found = match[0]
        if found in "*_":
            start, end = match.span()
            before, after = text[max(0, start - 1) : start], text[end : end + 1]
            inside = found == "_" and before.isalnum() and after.isalnum()
            return found if inside or (before.isspace() and after.isspace()) else "\\" + found
        if found[0] == "~":
            return "\\~" * len(found)
        return found if len(found) > 1 else _escaped(found, bar)

    return _FEW.sub(escaped, text)


def every(text: str, bar: str) -> str:
    """Words with each character escaped that is ever markup."""
    return _EVERY.sub(lambda match: _escaped(match[0], bar), text)


def _escaped(character: str, bar: str) -> str:
    return {"<": "&lt;", "&": "&amp;", "|": bar}.get(character, "\\" + character)


_LINE_START = re.compile(
    r"(?P<number>\d{1,9})(?=[.)](?:[ \t]|\Z))"
    r"|(?=#{1,6}(?:[ \t]|\Z)|[-+*:~](?:[ \t]|\Z)|>|=+[ \t]*\Z|-[- \t]*\Z|\+\+\+|\[[^\]]*\]:|\[[ xX]\][ \t])"
)


def _at_line_start(text: str) -> str:
    """The text with a backslash where its first characters would start a list, a heading or another block."""
    return (
        _LINE_START.sub(lambda match: (match["number"] or "") + "\\", text, count=1)
        if _LINE_START.match(text)
        else text
    )


def _reads_as(text: str, block: Block, expected: str, settings: Settings) -> bool:
    """Read back, the text is one block of the same form with the same words and codes."""
    words = text.strip()
    if not words:
        return block.form != "underlined"
    if inline.spelled(inline.pieces(Content.of(words), settings.env)) != expected:
        return False
    plain = words[0].isalpha() and "\n" not in words and block.form not in ("heading", "underlined")
    if plain or block.form == "cell":
        return True
    kind, before, after = _AROUND.get(block.form, ("p", "", ""))
    found = list(blocks.blocks(before + text + after, 0, {}, settings.definition_lists))
    return [(each.kind, each.content.text) for each in found if isinstance(each, Block)] == [(kind, words)]


_AROUND = {"heading": ("h1", "# ", ""), "underlined": ("h1", "", "\n==="), "task": ("li", "- [ ] ", "")}
"""For a form other than a paragraph its kind, and what makes a text one."""


def _in_document(text: str, block: Block, wanted: Sequence[Piece]) -> str:
    """Content as the document holds it: bars in cells escaped, line breaks with the markers of their next line."""
    if "cell" in block.form:
        return text.replace("|", "\\|")
    if "\n" not in text:
        return text
    lines = text.split("\n")
    joins = [piece.join for piece in wanted if piece.join]
    return lines[0] + "".join(join + line for join, line in zip(joins, lines[1:], strict=True))


def alt(text: str, env: Env) -> str:
    """Words as the alternative text of an image."""
    text = inline.tidy(text)
    for escape in (few, every):
        written = re.sub(r"(?<!\\)([\[\]])", r"\\\1", escape(text, "&#124;")).replace("\\`", "&#96;")
        found = inline.pieces(Content.of(f"![{written}](x)"), env)
        if len(found) == 1 and found[0].alt and inline.tidy(found[0].alt[2]) == text:
            return written
    return every(text, "&#124;").replace("\\`", "&#96;")


def title(text: str, quote: str) -> str:
    """Words as the title of a link, with its quotes."""
    closing = ")" if quote == "(" else quote
    text = re.sub(rf"\\(?=[{_PUNCTUATION}]|\Z)", r"\\\\", inline.tidy(text))
    text = re.sub(_REFERENCE, "&amp;", text)
    for character in {quote, closing}:
        text = text.replace(character, "\\" + character)
    return quote + text.replace("`", "&#96;").replace("<", "&lt;").replace("|", "&#124;") + closing
