"""The entries of a glossary where they stand: what TOML says, and the places of the values."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NoReturn

from l10n import toml
from l10n.errors import GlossaryError
from l10n.phrases import phrase

TABLE = "name"
"""Each entry starts with `[[name]]`."""


@dataclass(frozen=True, slots=True)
class Place:
    """One entry, and where its values stand."""

    values: dict[str, Any]
    start: int
    """Offset of its header."""
    spans: dict[str, tuple[int, int]]
    """Of each value that stands in a line of its own: text[start:end] is the value as it is written."""
    line: int
    """1-based, of its header."""
    lines: dict[str, int]
    """1-based line of each key."""
    end: int
    """Offset behind its last value."""

    def at(self, key: str) -> int:
        """The line to blame for the value of a key."""
        return self.lines.get(key, self.line)


def decode(data: bytes) -> str:
    """The text of the file without its byte order mark; GlossaryError where it is no UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError(
            phrase("the glossary is not UTF-8"), line=line, hint=phrase("save the file as UTF-8")
        ) from None


KEPT = 2
"""Glossaries that are kept as they were read: one is checked first, and then walked; and as it was before an edit."""


@lru_cache(maxsize=KEPT)
def scan(text: str) -> list[Place]:
    """The entries in order; GlossaryError for what is no TOML, or holds anything but `[[name]]` tables."""
    tables = _tables(text)
    places = _places(text, tables)
    if len(places) != len(tables):
        line = text.count("\n", 0, max(0, text.find(TABLE))) + 1
        what = phrase("entries stand in a list in brackets")
        raise GlossaryError(what, line=line, hint=phrase("start each with a line `[[name]]`, its keys below"))
    return places


def _tables(text: str) -> list[dict[str, Any]]:
    try:
        document = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        said = re.fullmatch(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", str(error), re.DOTALL)
        line = int(said[2] or text.count("\n") + 1) if said else 0
        what = phrase("the glossary is no TOML: {why}", why=said[1] if said else str(error))
        raise GlossaryError(what, line=line, hint=phrase("correct the TOML there")) from None
    for key in document:
        if key != TABLE:
            _refuse_top(text, key)
    tables = document.get(TABLE, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        _refuse_top(text, TABLE)
    return tables


def _refuse_top(text: str, key: str) -> NoReturn:
    place = re.search(rf"^[ \t]*\[{{0,2}}[ \t\"']*{re.escape(key)}\b", text, re.MULTILINE)
    line = text.count("\n", 0, place.start()) + 1 if place else 0
    hint = phrase("start each entry with a line `[[name]]`, its keys below")
    raise GlossaryError(phrase("`{key}` is no list of entries", key=key), line=line, hint=hint)


def _places(text: str, tables: list[dict[str, Any]]) -> list[Place]:
    """The places of as many entries as have a header."""
    places: list[Place] = []
    line, at = 1, 0
    for item in toml.items(text):
        line, at = line + text.count("\n", at, item.start), item.start
        if item.table[:1] != (TABLE,):
            continue
        if not item.key and len(item.table) == 1 and len(places) < len(tables):
            places.append(Place(tables[len(places)], item.start, {}, line, {}, item.end))
        elif places:
            path = (*item.table[1:], *item.key)
            place = places[-1]
            place.lines.setdefault(path[0], line)
            if len(path) == 1 and item.key:
                place.spans[path[0]] = (item.start, item.end)
            places[-1] = Place(place.values, place.start, place.spans, place.line, place.lines, item.end)
    return places
