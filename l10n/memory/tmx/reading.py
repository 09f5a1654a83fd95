"""TMX read as a stream: units come one by one, whatever the size of the file."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import IO, NamedTuple

from l10n import files
from l10n.errors import MemoryFileError
from l10n.memory.tmx.model import Header, Unit
from l10n.memory.tmx.parsing import Parser

CHUNK = 1 << 18
"""Bytes that are read at once."""
LONGEST = 1 << 24
"""Bytes without the end of a unit: a unit, a header or a comment that is longer is no honest one."""
MOST_TOLD = 100
"""Places that are told of what was left out."""
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]{0,40})["']""")
_KNOWN_TO_EXPAT = frozenset({"utf-8", "utf-16", "utf-16-le", "utf-16-be", "ascii", "iso8859-1"})


class Problem(NamedTuple):
    """Something that was left out."""

    line: int
    what: str


class Reader:
    """The units of a TMX file in their order; iterate once.

    MemoryFileError where the file is no TMX or ends too early: by then every unit before that place has been given.
    """

    def __init__(self, file: Path | str | IO[bytes]) -> None:
        self.header = Header()
        """What the file says of itself, once the first unit is there."""
        self.problems: list[Problem] = []
        """The first MOST_TOLD things that were left out."""
        self.left_out = 0
        """How many there were."""
        self._file = file
        named = file if isinstance(file, (str, os.PathLike)) else getattr(file, "name", "")
        self.where = str(named) if isinstance(named, (str, os.PathLike)) else ""
        self._units = self._read()

    def __iter__(self) -> Iterator[Unit]:
        return self._units

    def __next__(self) -> Unit:
        return next(self._units)

    def _read(self) -> Iterator[Unit]:
        try:
            file = self._file
            with Path(file).open("rb") if isinstance(file, (str, os.PathLike)) else nullcontext(file) as stream:
                yield from self._units_of(stream)
        except OSError as error:
            what = f"it cannot be read: {error.strerror or error}"
            raise MemoryFileError(what, where=self.where, hint=files.remedy(error)) from error

    def _units_of(self, stream: IO[bytes]) -> Iterator[Unit]:
        data = stream.read(CHUNK)
        parser = Parser(self, _encoding(data, self.where))
        idle = 0
        while True:
            error = parser.feed(data)
            units = parser.take()
            yield from units
            if error is not None:
                raise error
            if not data:
                break
            idle = 0 if units else idle + len(data)
            if idle > LONGEST:
                what = f"there is no end of a unit in {LONGEST >> 20} MB"
                raise self.error(what, parser.line, "cut the unit in sentences, or take it out")
            data = stream.read(CHUNK)

    def error(self, what: str, line: int, hint: str = "") -> MemoryFileError:
        """An error in this file."""
        return MemoryFileError(what, where=self.where, line=line, hint=hint)

    def leave_out(self, line: int, what: str) -> None:
        """Count and tell something that is left out."""
        self.left_out += 1
        if len(self.problems) < MOST_TOLD:
            self.problems.append(Problem(line, what))


def read(file: Path | str | IO[bytes]) -> Reader:
    """The units of a TMX file, or of a stream of bytes; nothing is read before the first is asked for."""
    return Reader(file)


def _encoding(data: bytes, where: str) -> str | None:
    """The encoding that has to be decoded before the parser; None where it knows it itself."""
    if data.startswith(b"\x1f\x8b"):
        hint = "unpack it first: `gunzip` makes a `.tmx` of a `.tmx.gz`"
        raise MemoryFileError("it is compressed", where=where, hint=hint)
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    declared = _DECLARED.match(data.removeprefix(codecs.BOM_UTF8)[:256])
    if not declared or data.startswith(codecs.BOM_UTF8):
        return None
    name = declared[1].decode()
    try:
        known = codecs.lookup(name)
        "".encode(known.name)
    except LookupError as error:
        hint = "save the file as UTF-8"
        raise MemoryFileError(f"nobody knows its encoding `{name}`", where=where, line=1, hint=hint) from error
    return None if known.name in _KNOWN_TO_EXPAT else known.name
