"""How many entries and words a catalog holds, by what became of them: from its bytes, without making objects.

The common layout is counted by one regular expression and a few searches; at any sign of another one (a plural, a
keyword that is indented, two strings on a line, another charset) the catalog is read and its entries are counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from l10n import codes
from l10n.model import Catalog
from l10n.po.document import flags_of
from l10n.po.grammar import BOM, KNOWN_CHARSETS
from l10n.po.reading import loads
from l10n.text import MARKS, word_count


class Tally(NamedTuple):
    """So many entries, with so many words in their sources (text.word_count)."""

    entries: int = 0
    words: int = 0


class Counts(NamedTuple):
    """The entries of a catalog but its header, each in one of these."""

    translated: Tally = Tally()
    fuzzy: Tally = Tally()
    """With a target, and the flag."""
    empty: Tally = Tally()
    """Without a target in any form, whatever the flags."""
    obsolete: Tally = Tally()


def counts(data: bytes, where: str = "") -> Counts:
    """Count a catalog that is known to be sound; CatalogError only where a fault is met on the way."""
    try:
        return _Quick(data).counts()
    except _NotCommon:
        return counted(loads(data, where))


def counted(catalog: Catalog) -> Counts:
    """Count a catalog that was read."""
    tallies = {name: Tally() for name in Counts._fields}
    for entry in catalog.entries:
        kind = "obsolete" if entry.obsolete else "empty" if entry.empty else "fuzzy" if entry.fuzzy else "translated"
        entries, words = tallies[kind]
        tallies[kind] = Tally(entries + 1, words + word_count(entry.source))
    return Counts(**tallies)


_PIECE = 1 << 18
"""Bytes counted at once, more or less: what is found in them stays in the processor's cache."""


def _strings(seam: bytes) -> bytes:
    """String lines behind their first quote, the text a group; seam: what stands between two of them.

    A quote behind a backslash belongs to the text, because no other one has a backslash before and no line end behind.
    """
    return rb'([^"]*+(?>(?:(?:' + seam + rb'|(?<=\\)"(?!\n))[^"]*+)*))"\n'


_BLANK = (
    rb'(?>(?:[ \t\x0b\x0c\x1c-\x1f]|\\[ntrvf]|"\n"|\xc2[\x85\xa0]|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xa8\xa9\xaf]'
    rb"|\xe2\x81\x9f|\xe3\x80\x80)*)"
)
"""White space as str.strip knows it, in UTF-8 between quotes, and where a string goes on in the next line."""
_STRINGS = _strings(rb'"\n"')
_TEXT = rb'"(?!"\n"")' + _STRINGS + rb'msgstr "' + _BLANK + rb'("(?>(?:\s*+")?)|\\[0-7x]|)'
_MESSAGE = re.compile(rb"msgid(?: (?<![^\n]msgid )" + _TEXT + rb"|)")
"""Groups: the source between its first and last quote; a quote where the target is blank, more where that is not sure.

Both are empty for any other `msgid`, the one of a header among them.
"""
_FLAGGED = re.compile(
    rb"#[,=](?<!\S#.)(?=.*fuzzy)(?:(?<![^\n]#.)(.*)\n((?>(?:#(?!~).*\n|\n|msgctxt .*\n)*))"
    rb"(?:((?>(?:#~\|.*\n)*)#~ msg)|msgid " + _TEXT + rb"|)|)"
)
"""Groups: flags; the lines behind them; the begin of an obsolete message, or as in _MESSAGE, or nothing.

All are empty where the flags are indented, or stand in a text.
"""
_FLAGS = re.compile(rb"^#[,=](.*)", re.MULTILINE)
_OBSOLETE = re.compile(rb'\n#~ msgid "(?!"\n#~ "")' + _strings(rb'"\n#~ "') + rb'#~ msgstr "')
_PREVIOUS = re.compile(rb"\n#~?\| msgid(?:_plural)? ")
_HEADER = re.compile(rb'(?>(?:#(?!~).*\n|\n)*)msgid ""\nmsgstr "' + _STRINGS + rb'(?!\s*")')
_CHARSET = re.compile(rb"charset=([^\s\\\";]+)")
_ESCAPE = re.compile(rb'\\[\\"ntrabfv]')
_CODE = re.compile(codes.ANY.pattern.encode("ascii"))


class _NotCommon(Exception):
    """The catalog is not of the common layout."""


class _Quick:
    """One catalog of the common layout; its methods raise _NotCommon where it turns out to be of another."""

    def __init__(self, data: bytes) -> None:
        self.data = data.removeprefix(BOM)
        if b"\r" in data:
            self.data = self.data.replace(b"\r\n", b"\n")
        header = _HEADER.match(self.data)
        if b"\r" in self.data or (header and not _is_utf8(header[1])):
            raise _NotCommon
        self.start = header.end() - 1 if header else 0
        """Where the messages begin, the line end before them included."""

    def counts(self) -> Counts:
        """What the catalog holds."""
        entries = words = others = 0
        empty: list[bytes] = []
        for start, end in self._pieces():
            messages: list[tuple[bytes, bytes]] = _MESSAGE.findall(self.data, start, end)
            sources = [source for source, _ in messages if source]
            entries += len(sources)
            others += len(messages) - len(sources)
            words += _words(sources)
            for source, blank in messages:
                if blank:
                    if blank != b'"':
                        raise _NotCommon
                    empty.append(source)
        obsolete: list[bytes] = _OBSOLETE.findall(self.data, self.start) if b"~" in self.data else []
        fuzzy, previous = self._fuzzy()
        others -= len(obsolete)
        if others != previous and others != len(_PREVIOUS.findall(self.data, self.start)):
            raise _NotCommon
        old = [source.replace(b"\n#~ ", b"\n") for source in obsolete]
        kinds = [Tally(len(group), _words(group)) for group in (fuzzy, empty, old)]
        translated = Tally(entries - len(fuzzy) - len(empty), words - kinds[0].words - kinds[1].words)
        return Counts(translated, *kinds)

    def _pieces(self) -> Iterator[tuple[int, int]]:
        """Start and end of pieces that together are the catalog; each but the first begins at a `msgid`."""
        start = self.start
        while start < len(self.data):
            end = self.data.find(b"\nmsgid ", start + _PIECE) + 1 or len(self.data)
            yield start, end
            start = end

    def _fuzzy(self) -> tuple[list[bytes], int]:
        """The sources of the fuzzy messages that have a target; how many `msgid` of previous sources were met."""
        sources: list[bytes] = []
        previous = 0
        for flags, lines, obsolete, source, blank in _FLAGGED.findall(self.data, self.start):
            if not obsolete and not source:
                raise _NotCommon
            previous += lines.count(b"#| msgid")
            if not obsolete and not blank and (_has_fuzzy(flags) or any(map(_has_fuzzy, _FLAGS.findall(lines)))):
                sources.append(source)
        return sources, previous


def _is_utf8(header: bytes) -> bool:
    """Whether a header names UTF-8 or ASCII, or nothing."""
    charset = _CHARSET.search(header)
    name = charset[1].decode("ascii", "replace").lower() if charset else "utf-8"
    return KNOWN_CHARSETS.get(name) in ("utf-8", "ascii")


@lru_cache(maxsize=256)
def _has_fuzzy(flags: bytes) -> bool:
    return "fuzzy" in flags_of(flags.decode("utf-8", "replace"))


def _words(sources: Sequence[bytes]) -> int:
    """Words of sources of the common layout: one for each run of letters and joiners."""
    text = b" ".join(sources)
    if b"\\" in text:
        text = _ESCAPE.sub(b" ", text)
        if b"\\" in text:
            raise _NotCommon
    if b"<" in text:
        text = _CODE.sub(b" ", text.replace(b'"\n"', b""))
    letters, dropped = _LETTERS, _DROPPED
    if not text.isascii():
        text, letters, dropped = _spelt(text)
    signs = int(b"0" + text.translate(letters, dropped), 2)
    return (signs & ~(signs >> 1)).bit_count()


_JOINERS = "'.-_\u2019\u00ad\u200c\u200d"
"""Between letters they hold a word together (text.WORD); alone they are none."""

_MARK = re.compile(f"[{MARKS}]")
"""So do marks on letters."""

_LETTERS = bytes(ord("1") if byte < 0x80 and chr(byte).isalnum() else ord("0") for byte in range(256))
"""Letters and figures ▸ 1, all else ▸ 0: as a binary number, a text has a word at each 1 behind a 0."""

_DROPPED = b"'.-_\"\n"
"""Left out: the ASCII joiners, and what divides the lines of one source."""

_ASCII = bytes(range(0x80))


_FOLLOWING = bytes(range(0x80, 0xC0))
"""The bytes of a character in UTF-8 behind its first."""


def _spelt(text: bytes) -> tuple[bytes, bytes, bytes]:
    """For a text with more than ASCII: the text, what each byte stands for, and what is left out.

    A character counts by its first byte, as what most of those do that begin so in this text; the others are
    written as what they are.
    """
    kinds: dict[int, dict[bytes, list[bytes]]] = {}
    for sign in set(text.translate(None, _ASCII).decode("utf-8", "replace")):
        kind = b"a" if sign.isalnum() else b"" if sign in _JOINERS or _MARK.fullmatch(sign) else b" "
        spelt = sign.encode()
        kinds.setdefault(spelt[0], {}).setdefault(kind, []).append(spelt)
    letters, dropped = bytearray(_LETTERS), _DROPPED + _FOLLOWING
    for first, signs in kinds.items():
        usual = max(signs, key=lambda kind: len(signs[kind]))
        if usual:
            letters[first] = _LETTERS[usual[0]]
        else:
            dropped += bytes([first])
        for kind in signs.keys() - {usual}:
            for spelt in signs[kind]:
                text = text.replace(spelt, kind)
    return text, bytes(letters), dropped
