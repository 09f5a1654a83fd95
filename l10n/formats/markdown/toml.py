"""Texts in TOML front matter, found where they stand and written in the style they had.

Python's tomllib reads the document and so refuses what is no TOML; where the texts stand it does not tell.
Supported: strings of all four styles as values of keys, dotted ones and those in tables included. Left alone: arrays,
inline tables, arrays of tables.
Source: TOML 1.0.0.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from l10n.errors import FormatError
from l10n.formats.markdown.scalar import PRINTABLE, Scalar, quoted

_STRING = r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*+"|\'[^\'\n]*+\''
_TOKEN = re.compile(rf"({_STRING})|#[^\n]*|[\[{{]|[\]}}]|\n|[^\"'#\[\]{{}}\n]+|.", re.DOTALL)
_PART = r"(?:[A-Za-z0-9_-]+|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*')"
_KEY = re.compile(rf"[ \t]*({_PART}(?:[ \t]*\.[ \t]*{_PART})*)[ \t]*=[ \t]*")
_TABLE = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_PART}(?:[ \t]*\.[ \t]*{_PART})*)[ \t]*\]\]?")
_ONE_PART = re.compile(_PART)


def scalars(text: str, start: int, end: int) -> Iterator[Scalar]:
    """The texts of text[start:end] in order. FormatError: it is no TOML."""
    try:
        tomllib.loads(text[start:end].replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise FormatError(
            f"the front matter is no TOML: {error}", line=1, hint="correct it, or write `---` and YAML"
        ) from None
    table: str | None = ""
    at = start
    while at < end:
        if header := _TABLE.match(text, at, end):
            table = None if header[1] == "[[" else _path(header[2])
            at = header.end()
        elif key := _KEY.match(text, at, end):
            stop = _end_of_value(text, key.end(), end)
            string = _TOKEN.match(text, key.end(), stop)
            if string and string[1] and table is not None:
                name = ".".join(filter(None, (table, _path(key[1]))))
                quote = re.match(r"\"{3}|'{3}|.", string[0])
                yield Scalar(name, _decoded(string[0]), string.start(), string.end(), quote[0] if quote else "")
            at = stop
        at = _next_line(text, at, end)


def _path(key: str) -> str:
    return ".".join(part.strip("\"'") for part in _ONE_PART.findall(key))


def _decoded(raw: str) -> str:
    value: str = tomllib.loads("text = " + raw.replace("\r\n", "\n"))["text"]
    return value


def _end_of_value(text: str, at: int, end: int) -> int:
    """Where a value ends that may go on over lines: at a line break outside brackets."""
    depth = 0
    while at < end:
        token = _TOKEN.match(text, at, end)
        if token is None or (token[0] == "\n" and depth <= 0):
            return at
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        at = token.end()
    return at


def _next_line(text: str, at: int, end: int) -> int:
    found = text.find("\n", at, end)
    return found + 1 if found >= 0 else end


def written(scalar: Scalar, text: str) -> tuple[int, int, str]:
    """The edit that puts another text in the place of a value: (start, end, replacement)."""
    literal = scalar.style in ("'", "'''") and "'" not in text and PRINTABLE.fullmatch(text)
    if literal:
        new = scalar.style + text + scalar.style
    else:
        mark = '""' if scalar.style == '"""' else ""
        new = mark + quoted(text) + mark
    return scalar.start, scalar.end, new
