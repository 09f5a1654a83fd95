"""Bytes ▸ Catalog. The common layout by one regular expression, the rest token by token (odd.py)."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Any

from l10n import files
from l10n.errors import CatalogError
from l10n.model import Catalog, Entry
from l10n.phrases import phrase
from l10n.po.document import PoDocument
from l10n.po.grammar import (
    BOM,
    ENTRY,
    FORMS,
    GAP,
    KNOWN_CHARSETS,
    NOT_ASCII_SAFE,
    OBSOLETE,
    OBSOLETE_LINES,
    unescape_any,
    without_marks,
)
from l10n.po.odd import Odd, OddReader, decoded

CHUNK = 1 << 20
"""Bytes checked at once for letters that the charset does not know: keeps the peak of memory low."""

_CHARSET = re.compile(r"^content-type:[^\n]*?charset=([^\s;]+)", re.IGNORECASE | re.MULTILINE)
_ANY_CHARSET = re.compile(rb"charset=([!-\[\]-~]+)")
_FORM_NUMBER = re.compile(rb"^msgstr\[(\d)\]", re.MULTILINE)


def read(path: Path | str, *, twins: bool = False) -> Catalog:
    """The catalog in a file. CatalogError names file, line and remedy where it cannot be read.

    twins: take a file in which one key stands several times, as a program leaves it that drops contexts.
    """
    try:
        data, _ = files.read(Path(path))
    except OSError as error:
        raise CatalogError(
            phrase("the catalog cannot be read: {why}", why=str(error.strerror)),
            where=str(path),
            hint=files.remedy(error),
        ) from error
    return loads(data, str(path), twins=twins)


def loads(data: bytes, where: str = "", *, twins: bool = False) -> Catalog:
    """The catalog in these bytes; where names the file in errors. twins: see read."""
    _refuse_binary(data, where)
    named = _ANY_CHARSET.search(data)
    written = KNOWN_CHARSETS.get(named[1].decode("ascii").lower(), "utf-8") if named else "utf-8"
    if written in NOT_ASCII_SAFE:
        scan = _Scan(_transcoded(data, written, where), "utf-8", where)
        scan.run()
        scan.document.written = written
    else:
        scan = _Scan(data, written, where)
        scan.run()
        charset = charset_in(scan.header_text(), where, scan.line_of_header())
        if charset != written:
            scan = _Scan(data, charset, where)
            scan.run()
        _check_letters(data, charset, where)
    catalog = scan.catalog()
    if not twins:
        _refuse_twins(catalog, where)
    return catalog


def charset_in(header: str, where: str = "", line: int = 0) -> str:
    """Python's name for the charset that a header names; UTF-8 where it names none or is a template's placeholder."""
    match = _CHARSET.search(header)
    if match is None:
        return "utf-8"
    name = match[1]
    known = KNOWN_CHARSETS.get(name.lower())
    if known is None:
        raise CatalogError(
            phrase("the charset `{name}` is not known", name=name),
            where=where,
            line=line,
            hint=phrase("convert the file: `msgconv -t UTF-8 -o FILE FILE`"),
        )
    return known


_LATER = Entry(None, "")
"""Stands for a message of another layout until the charset is known."""


class _Scan:
    """One pass over the bytes: where each message stands, what it says, and which is the header."""

    def __init__(self, data: bytes, charset: str, where: str) -> None:
        newline = b"\r\n" if data[: data.find(b"\n") + 1].endswith(b"\r\n") else b"\n"
        self.document = PoDocument(data, charset, charset, newline)
        self.where = where
        self.entries: list[Entry] = []
        self.odd: dict[int, Odd] = {}
        self.header: int | None = None
        self._line, self._counted = 1, 0

    def run(self) -> None:
        """Find every message. CatalogError where something is none."""
        data = self.document.data
        place = len(BOM) if data.startswith(BOM) else 0
        while place < len(data):
            place = GAP.match(data, place).end()  # type: ignore[union-attr]  # it matches nothing, too
            place = self._odd(self._common(place))

    def _common(self, place: int) -> int:
        """Take messages of the common layout from here on; the offset where they end."""
        document, entries, layout = self.document, self.entries, self.document.patterns
        starts, ends = document.starts, document.ends
        for match in layout.scan.finditer(document.data, place):
            kind, message = match.lastindex, match
            if kind == OBSOLETE:
                inner = layout.entry.fullmatch(without_marks(match[OBSOLETE_LINES]))
                if inner is None:
                    return match.start()
                message = inner
            elif kind != ENTRY:
                return match.start()
            forms = message[FORMS]
            if forms is not None and not _in_order(forms):
                return match.start()
            entry = document.common(len(entries), message, obsolete=kind == OBSOLETE)
            if entry.context is None and not entry.source and not entry.obsolete:
                self.header = len(entries)
            entries.append(entry)
            starts.append(match.start())
            ends.append(match.start(kind))
        return len(document.data)

    def _odd(self, place: int) -> int:
        """Take one message of another layout; the offset behind it."""
        document = self.document
        if place >= len(document.data):
            return place
        self._line += document.data.count(b"\n", self._counted, place)
        self._counted = place
        odd = OddReader(document, place, self._line, self.where).read()
        if odd is None:
            return len(document.data)
        number = len(self.entries)
        self.odd[number] = odd
        if "msgctxt" not in odd.parts and not odd.obsolete and not any(odd.parts["msgid"]):
            self.header = number
        self.entries.append(_LATER)
        document.starts.append(odd.start)
        document.ends.append(odd.end)
        return odd.end

    def header_text(self) -> str:
        """The header's target, "" where there is none."""
        if self.header is None:
            return ""
        odd = self.odd.get(self.header)
        if odd is None:
            return self.entries[self.header].target
        return unescape_any(b"".join(odd.parts.get("msgstr", []))).decode("utf-8", "replace")

    def line_of_header(self) -> int:
        return 0 if self.header is None else self.document.line(self.header)

    def catalog(self) -> Catalog:
        """The entries, those of another layout decoded now."""
        document = self.document
        for number, odd in self.odd.items():
            document.odd[number] = self._fields(odd)
            self.entries[number] = document.entry(number)
        entries = self.entries
        header = None if self.header is None else entries.pop(self.header)
        catalog = Catalog(tuple(entries), header)
        object.__setattr__(catalog, "document", document)
        return catalog

    def _fields(self, odd: Odd) -> dict[str, Any]:
        """A message of another layout, decoded. CatalogError where an escape makes no letter."""
        charset = self.document.charset
        try:
            return decoded(odd, charset)
        except UnicodeDecodeError as error:
            raise CatalogError(
                phrase("an escape makes no letter in {charset}", charset=charset),
                where=self.where, line=odd.line, hint=phrase("write the letter itself instead of `\\x…` or `\\…`"),
            ) from error  # fmt: skip


def _refuse_twins(catalog: Catalog, where: str) -> None:
    """CatalogError where two messages have one key."""
    entries = [*catalog.entries, *filter(None, [catalog.header])]
    if len({hash((entry.context, entry.source)) for entry in entries}) == len(entries):
        return  # hashes weigh less than keys
    first: dict[tuple[str | None, str], Entry] = {}
    for entry in sorted(entries, key=lambda one: one.line):
        twin = first.setdefault((entry.context, entry.source), entry)
        if twin is not entry:
            raise CatalogError(
                phrase(
                    "the message stands here and in line {line}: a catalog holds a source once in a context",
                    line=twin.line,
                ),
                where=where, line=entry.line, hint=phrase("keep one of the two; `msguniq FILE` shows both"),
            )  # fmt: skip


def _in_order(forms: bytes) -> bool:
    """Whether the targets are numbered 0, 1, 2 …"""
    return all(int(number) == place for place, number in enumerate(_FORM_NUMBER.findall(forms)))


def _refuse_binary(data: bytes, where: str) -> None:
    """CatalogError for what is no text file of today."""
    zero = data.find(b"\0")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise CatalogError(phrase("the file is UTF-16"), where=where, line=1, hint=phrase("save it as UTF-8"))
    if zero >= 0:
        raise CatalogError(
            phrase("the file holds a NUL byte"),
            where=where,
            line=data.count(b"\n", 0, zero) + 1,
            hint=phrase("take it out, or restore the file"),
        )
    if b"\r" in data and b"\n" not in data:
        raise CatalogError(
            phrase("the lines end in CR alone"), where=where, line=1, hint=phrase("save it with LF or CRLF line ends")
        )


def _check_letters(data: bytes, charset: str, where: str) -> None:
    """CatalogError at the first byte that is no letter in this charset."""
    if data.isascii():
        return
    decoder = codecs.getincrementaldecoder(charset)()
    for start in range(0, len(data), CHUNK):
        chunk = data[start : start + CHUNK]
        try:
            decoder.decode(chunk, final=start + CHUNK >= len(data))
        except UnicodeDecodeError as error:
            place = max(start + error.start - (len(error.object) - len(chunk)), 0)
            raise _no_letter(charset, where, data.count(b"\n", 0, place) + 1) from error


def _transcoded(data: bytes, charset: str, where: str) -> bytes:
    """The file in UTF-8. CatalogError where it could not be written back byte for byte."""
    try:
        text = data.decode(charset)
    except UnicodeDecodeError as error:
        raise _no_letter(charset, where, data.count(b"\n", 0, error.start) + 1) from error
    if text.encode(charset, "replace") != data:
        raise CatalogError(
            phrase("the file cannot be kept byte for byte in {charset}", charset=charset),
            where=where, line=1, hint=phrase("convert it: `msgconv -t UTF-8 -o FILE FILE`"),
        )  # fmt: skip
    return text.encode("utf-8")


def _no_letter(charset: str, where: str, line: int) -> CatalogError:
    return CatalogError(
        phrase("a letter is not {charset}, which the header names or leaves out", charset=charset),
        where=where, line=line,
        hint=phrase("correct the charset in the header, or save the file in that charset"),
    )  # fmt: skip
