"""Where a piece of a target stands in the lines of a PO file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_KEYWORD = re.compile(r'msgstr(?:\[0\])?[ \t]*(?=")')
_STRING = re.compile(r'[ \t]*"((?:[^"\\]|\\.)*)"')
_TOKEN = re.compile(r"\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2}|.)|.", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", '"': '"', "\\": "\\"}
_BEYOND = 0xFFFF
"""A character above it is two units of UTF-16."""


class Region(NamedTuple):
    """A stretch of a file. Lines and columns are 1-based, columns count UTF-16 units, the end stands behind it."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(lines: Sequence[str], line: int, target: str, span: tuple[int, int]) -> Region | None:
    """Where the span of the target of the entry that starts in this line stands; None where the lines say otherwise.

    lines: of the file, without line ends.
    """
    places: list[tuple[int, int, int]] = []
    said = []
    for number, column, width, letter in _letters(lines, line):
        places.append((number, column, width))
        said.append(letter)
    start, end = span
    if "".join(said) != target or not places or not 0 <= start <= end <= len(target):
        return None
    if start == end:
        first = places[start] if start < len(places) else (places[-1][0], sum(places[-1][1:]), 0)
        return Region(first[0], first[1], first[0], first[1])
    first, last = places[start], places[end - 1]
    return Region(first[0], first[1], last[0], last[1] + last[2])


def _letters(lines: Sequence[str], line: int) -> Iterator[tuple[int, int, int, str]]:
    """The characters of the first target from this line on: line, column, how wide it is written, the character."""
    number, match = next(
        ((n, match) for n in range(line, len(lines) + 1) if (match := _KEYWORD.match(lines[n - 1]))), (0, None)
    )
    start = match.end() if match else 0
    while 0 < number <= len(lines) and (string := _STRING.match(lines[number - 1], start)):
        column = _units(lines[number - 1][: string.start(1)]) + 1
        for token in _TOKEN.findall(string[1]):
            width = _units(token)
            yield number, column, width, _letter(token)
            column += width
        number, start = number + 1, 0


def _letter(token: str) -> str:
    if len(token) < 2:
        return token
    rest = token[1:]
    if rest in _ESCAPES:
        return _ESCAPES[rest]
    try:
        return chr(int(rest[1:], 16) if rest[0] == "x" else int(rest, 8))
    except ValueError:
        return rest


def _units(text: str) -> int:
    return len(text) if text.isascii() else sum(1 + (ord(letter) > _BEYOND) for letter in text)
