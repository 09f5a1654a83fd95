"""Texts in YAML front matter, found without reading the rest of YAML, and written in the style they had.

Supported: block mappings, nested ones too; plain, single- and double-quoted scalars over one or more lines; block
scalars. Left alone: sequences, flow collections, values with an anchor, alias or tag.
Source: YAML 1.2.2 §5.7 (escapes), §6.9–§8.2 (scalars, mappings); what reads as no text is taken from YAML 1.1 too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.formats.markdown.scalar import Scalar
from l10n.toml import PRINTABLE, quoted

_LINE = re.compile(r"[^\n]*\n?")
_KEY = re.compile(
    r'"(?>(?:[^"\\\n]|\\.)*)"|\'(?>(?:[^\'\n]|\'\')*)\'|[^\s#\[\]{},&*!|>%@`"\'-][^\n]*?(?=[ \t]*:(?:[ \t\r\n]|\Z))'
)
_COLON = re.compile(r"[ \t]*:(?:[ \t]+|(?=[\r\n])|\Z)")
_HEADER = re.compile(r"[|>](?:[1-9][+-]?|[+-][1-9]?)?(?=[ \t]*(?:[ \t]#[^\n]*)?\r?(?:\n|\Z))")
_DOUBLE = re.compile(r'"(?>(?:[^"\\]|\\.)*)"', re.DOTALL)
_SINGLE = re.compile(r"'(?>(?:[^']|'')*)'")
_REST = re.compile(r"[ \t]*(?:[ \t]#[^\n]*)?\r?(?:\n|\Z)")
_COMMENT = re.compile(r"[ \t]#")
_ALONE = "[{&*!%@`,]}#"
"""Characters that start something else than a text."""

LONGEST_KEY = 200
"""Characters; a longer one is taken for text."""


def scalars(text: str, start: int, end: int) -> Iterator[Scalar]:
    """The texts of text[start:end] in order."""
    return _Reader(text, start, end).read()


class _Reader:
    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text[:end]
        self.at = start
        self.around: list[tuple[int, str]] = []
        """Indentation and name of each mapping that is open."""

    def read(self) -> Iterator[Scalar]:
        while self.at < len(self.text):
            line = self.line(self.at)
            indent = _indent(line)
            body = self.at + indent
            self.at += len(line)
            if not line.strip() or line[indent] == "#":
                continue
            key = _KEY.match(self.text, body, min(body + LONGEST_KEY, len(self.text)))
            colon = _COLON.match(self.text, key.end()) if key else None
            if not key or not colon:
                self.skip(indent)
                continue
            while self.around and self.around[-1][0] >= indent:
                self.around.pop()
            name = ".".join([*(name for _, name in self.around), key[0].strip("'\"")])
            found = self.value(name, colon.end(), indent)
            if found:
                yield found

    def line(self, at: int) -> str:
        match = _LINE.match(self.text, at)
        return match[0] if match else ""

    def skip(self, indent: int) -> None:
        """Go to the next line that is not deeper than this."""
        for _ in self.deeper(indent):
            pass

    def deeper(self, indent: int) -> Iterator[tuple[int, str]]:
        """The lines from here that are blank or deeper than this, with their offsets."""
        while self.at < len(self.text):
            line = self.line(self.at)
            if line.strip() and _indent(line) <= indent:
                return
            self.at += len(line)
            yield self.at - len(line), line

    def value(self, name: str, at: int, indent: int) -> Scalar | None:
        first = self.text[at : at + 1]
        if first.strip() == "" or first == "#":
            self.around.append((indent, name.rpartition(".")[2]))
            return None
        if first in "'\"":
            return self.quoted(name, at, indent)
        if header := _HEADER.match(self.text, at):
            return self.block(name, header, indent)
        if first in _ALONE or first in "|>" or (first in "-?:" and self.text[at + 1 : at + 2].strip() == ""):
            self.skip(indent)
            return None
        return self.plain(name, at, indent)

    def quoted(self, name: str, at: int, indent: int) -> Scalar | None:
        double = self.text[at] == '"'
        match = (_DOUBLE if double else _SINGLE).match(self.text, at)
        rest = _REST.match(self.text, match.end()) if match else None
        if not match or not rest:
            self.skip(indent)
            return None
        self.at = max(self.at, rest.end())
        raw = match[0][1:-1]
        value = _decoded(raw) if double else _folded(raw).replace("''", "'")
        return Scalar(name, value, at, match.end(), match[0][0])

    def block(self, name: str, header: re.Match[str], indent: int) -> Scalar | None:
        lines = [(at, line) for at, line in self.deeper(indent) if line.strip()]
        if not lines:
            return None
        start = lines[0][0] + _indent(lines[0][1])
        end = lines[-1][0] + len(lines[-1][1].rstrip())
        value = "\n".join(line.strip() for _, line in lines)
        return Scalar(name, value, start, end, header[0], header.start())

    def plain(self, name: str, at: int, indent: int) -> Scalar | None:
        pieces: list[str] = []
        end = at
        for start, line in [(at, self.text[at : self.at]), *self.deeper(indent)]:
            comment = _COMMENT.search(line)
            piece = (line[: comment.start()] if comment else line).strip()
            if line.lstrip().startswith("#") and pieces:
                break
            if piece:
                end = start + line.index(piece[0]) + len(piece)
                pieces.append(piece)
            if comment:
                break
        self.skip(indent)
        return Scalar(name, " ".join(pieces), at, end, "plain")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _folded(raw: str) -> str:
    """Lines of a quoted scalar as one."""
    return re.sub(r"[ \t]*\r?\n\s*", " ", raw) if "\n" in raw else raw


_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|\r?\n[ \t]*|(.))", re.DOTALL)
_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def _decoded(raw: str) -> str:
    """The text of a double-quoted scalar."""
    if "\n" in raw:
        raw = re.sub(r"(\\\r?\n[ \t]*)|[ \t]*\r?\n\s*", lambda match: match[1] or " ", raw)
    return _ESCAPE.sub(_unescaped, raw)


def _unescaped(match: re.Match[str]) -> str:
    digits = match[1] or match[2] or match[3]
    if digits:
        return chr(int(digits, 16)) if int(digits, 16) <= 0x10FFFF else "\ufffd"
    return _ESCAPES.get(match[4], match[4]) if match[4] else ""


_NO_TEXT = re.compile(
    r"(?i:~|null|true|false|yes|no|on|off|y|n|=|<<|[-+]?\.(?:inf|nan)"
    r"|[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[0-9a-f_]+|[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?"
    r"|\.[0-9][0-9_]*(?:e[-+]?[0-9]+)?)"
    r"|\d{4}-\d{1,2}-\d{1,2}(?:[Tt ].*)?)"
)
"""What YAML 1.1 or 1.2 reads as something else than a text."""

_NO_PLAIN_START = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`]|\.\.\.")
_NO_PLAIN = re.compile(r":(?:[ ]|\Z)| #")


def written(scalar: Scalar, text: str) -> tuple[int, int, str]:
    """The edit that puts another text in the place of a value: (start, end, replacement)."""
    if not PRINTABLE.fullmatch(text):
        return (scalar.start if scalar.header < 0 else scalar.header), scalar.end, quoted(text)
    if scalar.header >= 0:
        return scalar.start, scalar.end, text
    return scalar.start, scalar.end, _quoted_as(scalar.style, text)


def _quoted_as(style: str, text: str) -> str:
    plain = not (_NO_TEXT.fullmatch(text) or _NO_PLAIN_START.match(text) or _NO_PLAIN.search(text))
    if style == "plain" and plain:
        return text
    if style == '"' or (style == "plain" and '"' not in text and "\\" not in text):
        return quoted(text)
    return "'" + text.replace("'", "''") + "'"
