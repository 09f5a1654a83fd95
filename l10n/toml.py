"""TOML where it stands: headers and assignments with their places, for edits that leave all other bytes alone.

Python's tomllib says what a document means, and refuses what is no TOML; it does not say where anything stands.
Source: TOML 1.0.0.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

_STRING = r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?>(?:[^"\\\n]|\\.)*)"|\'[^\'\n]*+\''
_TOKEN = re.compile(rf"({_STRING})|#[^\n]*|[\[{{]|[\]}}]|\n|[^\"'#\[\]{{}}\n]+|.", re.DOTALL)
_PART = r"(?:[A-Za-z0-9_-]+|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*')"
_PATH = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_KEY = re.compile(rf"[ \t]*({_PATH})[ \t]*=[ \t]*")
_TABLE = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_PATH})[ \t]*\]\]?")
_ONE_PART = re.compile(_PART)

_PRINTABLE = r" -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"

PRINTABLE = re.compile(f"[{_PRINTABLE}]*")
"""Texts of one line that YAML and TOML let stand outside double quotes; line separators are not in them."""

_TO_ESCAPE = re.compile(rf'["\\]|[^{_PRINTABLE}]')


@dataclass(frozen=True, slots=True)
class Item:
    """A header, or the assignment of a value."""

    table: tuple[str, ...]
    """The path of the header, or of the one that the assignment stands under."""
    array: bool
    """That header is one of an array of tables: `[[…]]`."""
    key: tuple[str, ...]
    """The path that is assigned, from the table; () for a header."""
    start: int
    """text[start:end] is the value as it is written, or the header with its brackets."""
    end: int


def items(text: str, start: int = 0, end: int | None = None) -> Iterator[Item]:
    """The headers and assignments of text[start:end], which is TOML, in order."""
    end = len(text) if end is None else end
    table: tuple[str, ...] = ()
    array = False
    at = start
    while at < end:
        if header := _TABLE.match(text, at, end):
            table, array = _path(header[2]), header[1] == "[["
            yield Item(table, array, (), header.start(1), header.end())
            at = header.end()
        elif key := _KEY.match(text, at, end):
            at = _end_of_value(text, key.end(), end)
            stop = key.end() + len(text[key.end() : at].rstrip())
            yield Item(table, array, _path(key[1]), key.end(), stop)
        at = _next_line(text, at, end)


def string(text: str, start: int, end: int) -> str | None:
    """The string that a value starts with, as it is written; None where it is something else."""
    match = _TOKEN.match(text, start, end)
    return match[1] if match else None


def decoded(raw: str) -> str:
    """What a string says that is written so."""
    value: str = tomllib.loads("text = " + raw.replace("\r\n", "\n"))["text"]
    return value


def quoted(text: str) -> str:
    """A text between double quotes, valid in YAML and in TOML."""
    return '"' + _TO_ESCAPE.sub(_escaped, text) + '"'


def style(raw: str) -> str:
    """The quotes of a string that is written so."""
    return raw[:3] if raw[:3] in ('"""', "'''") else raw[:1]


def restyled(quotes: str, text: str) -> str:
    """A text as a string in these quotes; in double ones where they do not hold it."""
    if quotes in ("'", "'''") and "'" not in text and PRINTABLE.fullmatch(text):
        return quotes + text + quotes
    mark = '""' if quotes == '"""' else ""
    return mark + quoted(text) + mark


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    return f"\\{character}" if character in '"\\' else f"\\u{ord(character):04x}"


def _path(key: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _ONE_PART.findall(key))


def _end_of_value(text: str, at: int, end: int) -> int:
    """Where a value ends that may go on over lines: at a line break outside brackets, or at a comment there."""
    depth = 0
    while at < end:
        token = _TOKEN.match(text, at, end)
        if token is None or (depth <= 0 and (token[0] == "\n" or token[0].startswith("#"))):
            return at
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        at = token.end()
    return at


def _next_line(text: str, at: int, end: int) -> int:
    found = text.find("\n", at, end)
    return found + 1 if found >= 0 else end
