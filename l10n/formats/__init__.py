"""Formats: an article is read and written by one walk that splices translated text into the original.

A format is one function `rewrite(text, translate, **settings) -> str` in a module of its own. It calls
`translate(unit)` at every translatable place, in document order, and puts the answer there; everything else stays
as it was, character for character. With a recorder it extracts, with a catalog it rebuilds, so the two cannot drift.

Laws: 1. `rewrite(d, f, lambda unit: unit.source) == d`, byte for byte.
      2. `units(rewrite(d, f, t), f)` is `units(d, f)` with each source replaced by t's answer, as long as t keeps the
         codes in place and returns trimmed, folded text with a letter or digit in it.

A new format is a module and a line in model.FORMATS.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import Any, Protocol, cast

from l10n import model
from l10n.errors import FormatError
from l10n.formats import encoding
from l10n.model import Unit
from l10n.phrases import phrase

Translate = Callable[[Unit], str]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of article."""

    name: str
    suffixes: tuple[str, ...]
    module: str
    """Loaded when the first article of this format is read."""


FORMATS = tuple(Format(name, suffixes, f"l10n.formats.{name}") for name, suffixes in model.FORMATS.items())


class Module(Protocol):
    """What the module of a format offers."""

    def rewrite(self, text: str, translate: Translate, **settings: Any) -> str: ...

    def language(self, text: str) -> str:
        """The language tag that the document states for itself, or ""."""

    def stated(self, text: str, units: Sequence[Unit], **settings: Any) -> list[tuple[str, str]]:
        """For each unit the name of the element around it that states a language, and that language; or "", ""."""


def of(path: PurePath | str) -> str | None:
    """Name of the format that a file has by its suffix; None when it is no article."""
    suffix = PurePath(path).suffix.lower()
    return next((format.name for format in FORMATS if suffix in format.suffixes), None)


def units(document: bytes, format: str, **settings: Any) -> list[Unit]:
    """The translatable units of a document, in document order; FormatError for one that no catalog can hold."""
    found: list[Unit] = []

    def record(unit: Unit) -> str:
        if not _can_be_held(unit.source):
            what = phrase("a text holds a NUL, an EOT or half a character, which no catalog can hold")
            raise FormatError(what, line=unit.line, hint=phrase("take it out, or write what was meant"))
        found.append(unit)
        return unit.source

    text, how = _decoded(document, format)
    _module(format).rewrite(text, record, encoding=how.codec, **settings)
    return found


def _can_be_held(text: str) -> bool:
    """gettext ends a text with NUL and joins context and source with EOT; a surrogate alone has no bytes."""
    try:
        written = text.encode()
    except UnicodeEncodeError:
        return False
    return b"\0" not in written and b"\4" not in written


def rewrite(document: bytes, format: str, translate: Translate, **settings: Any) -> bytes:
    """The document with translate's answer in the place of each unit, in the encoding and with the BOM it had.

    FormatError: it cannot be read, or an answer cannot be written in its encoding.
    NotReady: an answer whose inline codes are not those of the unit.
    """
    text, how = _decoded(document, format)
    return encoding.encode(_module(format).rewrite(text, translate, encoding=how.codec, **settings), how)


def language(document: bytes, format: str) -> str:
    """The language tag that the document states for itself (`<html lang>`, front matter), or ""."""
    return _module(format).language(_decoded(document, format)[0])


def stated(document: bytes, format: str, units: Sequence[Unit], **settings: Any) -> list[tuple[str, str]]:
    """For each unit of a document the innermost element around it that states a language of its own: its name and the
    tag that it states, two empty texts where there is none.

    units: those of the document, as `units` finds them under the same settings.
    """
    return _module(format).stated(_decoded(document, format)[0], units, **settings)


_latest: tuple[bytes, str, tuple[str, encoding.Encoding]] | None = None
"""The last document that was decoded: an article is usually rebuilt, in each locale, right after it was read."""


def _decoded(document: bytes, format: str) -> tuple[str, encoding.Encoding]:
    global _latest
    known = _latest
    if known is None or known[1] != format or known[0] != document:
        known = _latest = (document, format, encoding.decode(document, format))
    return known[2]


def _module(name: str) -> Module:
    for format in FORMATS:
        if format.name == name:
            return cast(Module, import_module(format.module))
    names = ", ".join(format.name for format in FORMATS)
    raise FormatError(
        phrase("no format is called `{name}`", name=name), hint=phrase("the formats are {names}", names=names)
    )
