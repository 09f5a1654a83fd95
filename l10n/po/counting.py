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


_BLANK = (
    rb'(?:[ \t\x0b\x0c\x1c-\x1f]|\\[ntrvf]|"\n"|\xc2[\x85\xa0]|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xa8\xa9\xaf]'
    rb"|\xe2\x81\x9f|\xe3\x80\x80)*+"
)
"""White space as str.strip knows it, in UTF-8 between quotes, and where a string goes on in the next line."""

_TEXT = rb'msgid (?!""\n"")((?:".*\n)++)msgstr "' + _BLANK + rb'("|\\[0-7x]|)'
_FIRST = re.compile(_TEXT)
_MESSAGE = re.compile(rb"\n" + _TEXT)
"""Groups: the lines of the source; a quote where the target is blank, a backslash and more where that is not sure."""
_FLAGGED = re.compile(rb"#[,=](?=.*fuzzy)(.*\n(?:#(?!~).*\n|\n|msgctxt .*\n)*+)(?:(#~)|" + _TEXT + rb"|)")
"""Groups: comment lines from the flag on; the mark of an obsolete message, or as in _MESSAGE, or nothing."""
_FUZZY = b"fuzzy"
_OBSOLETE = re.compile(rb'\n#~ msgid (?!""\n#~ "")(".*\n(?:#~ ".*\n)*+)#~ msgstr "')
_PREVIOUS = re.compile(rb"\n#~?\| msgid(?:_plural)? ")
_CHARSET = re.compile(rb"charset=([^\s\\\";]+)")
_ESCAPE = re.compile(rb'\\[\\"ntrabfv]')
_CODE = re.compile(codes.ANY.pattern.encode("ascii"))
_EMPTY = b'""\n'


class _NotCommon(Exception):
    """The catalog is not of the common layout."""


class _Quick:
    """One catalog of the common layout; its methods raise _NotCommon where it turns out to be of another."""

    def __init__(self, data: bytes) -> None:
        if b"\r" in data:
            data = data.replace(b"\r\n", b"\n")
        self.data = data
        self.start = len(BOM) if data.startswith(BOM) else 0
        self.previous = 0
        """How many `msgid` of previous sources were met."""

    def counts(self) -> Counts:
        """What the catalog holds."""
        first = _FIRST.match(self.data, self.start)
        messages: list[tuple[bytes, bytes]] = _MESSAGE.findall(self.data, first.end() if first else self.start)
        if first:
            messages.insert(0, (first[1], first[2]))
        obsolete: list[bytes] = _OBSOLETE.findall(self.data) if b"~" in self.data else []
        fuzzy = self._fuzzy()
        self._check(len(messages) + len(obsolete))
        if messages and messages[0][0] == _EMPTY:
            self._check_header(first or _MESSAGE.search(self.data))
            del messages[0]
        sources = [source for source, _ in messages]
        empty = [source for source, blank in messages if blank]
        if _EMPTY in sources or any(blank != b'"' for _, blank in messages if blank):
            raise _NotCommon
        old = [source.replace(b"\n#~ ", b"\n") for source in obsolete]
        every, *kinds = (Tally(len(group), _words(group)) for group in (sources, fuzzy, empty, old))
        translated = Tally(every.entries - len(fuzzy) - len(empty), every.words - kinds[0].words - kinds[1].words)
        return Counts(translated, *kinds)

    def _fuzzy(self) -> list[bytes]:
        """The sources of the fuzzy messages that have a target."""
        sources: list[bytes] = []
        for message in self._flagged():
            lines, obsolete, source, blank = message.groups()
            if not obsolete and source is None:
                raise _NotCommon
            self.previous += lines.count(b"#| msgid")
            if not obsolete and not blank and source != _EMPTY and _is_fuzzy(lines):
                sources.append(source)
        return sources

    def _flagged(self) -> Iterator[re.Match[bytes]]:
        """The messages with flags that name `fuzzy`."""
        at = self.data.find(_FUZZY)
        while at >= 0:
            message = _FLAGGED.match(self.data, self.data.rfind(b"\n", 0, at) + 1)
            if message:
                yield message
            at = self.data.find(_FUZZY, message.end() if message else at + len(_FUZZY))

    def _check(self, found: int) -> None:
        """Each `msgid` of the file is one that was found, or one of a previous source."""
        more = self.data.count(b"msgid") - found
        if b"\r" in self.data or (more != self.previous and more != len(_PREVIOUS.findall(self.data))):
            raise _NotCommon

    def _check_header(self, header: re.Match[bytes] | None) -> None:
        """The first message is the header indeed, of a catalog in UTF-8 or ASCII."""
        assert header is not None, "it was found before"
        following = _MESSAGE.search(self.data, header.end())
        charset = _CHARSET.search(self.data, header.end(), following.start() if following else len(self.data))
        name = charset[1].decode("ascii", "replace").lower() if charset else "utf-8"
        if KNOWN_CHARSETS.get(name) not in ("utf-8", "ascii") or b"\nmsgctxt" in self.data[: header.start()]:
            raise _NotCommon


def _is_fuzzy(lines: bytes) -> bool:
    """Whether fuzzy is a flag in comment lines of which the first lost its `#,`."""
    first, _, rest = lines.partition(b"\n")
    if rest.startswith((b"#,", b"#=")) or b"\n#," in rest or b"\n#=" in rest:
        first += b"".join(b"," + line[2:] for line in rest.split(b"\n") if line.startswith((b"#,", b"#=")))
    return _has_fuzzy(first)


@lru_cache(maxsize=256)
def _has_fuzzy(flags: bytes) -> bool:
    return "fuzzy" in flags_of(flags.decode("utf-8", "replace"))


def _words(sources: Sequence[bytes]) -> int:
    """Words of sources of the common layout, given as their string lines: one for each run of letters and joiners."""
    text = b" ".join(sources)
    if b"\\" in text:
        text = _ESCAPE.sub(b" ", text)
    if b"\\" in text or text.count(b'"') != 2 * text.count(b"\n"):
        raise _NotCommon
    if b"<" in text:
        text = _CODE.sub(b" ", text.replace(b'"\n"', b""))
    letters, dropped = _LETTERS, _DROPPED
    if not text.isascii():
        text, letters, dropped = _spelt(text)
    return (b" " + text.translate(letters, dropped)).count(b" a")


_JOINERS = "'.-_\u2019\u00ad\u200c\u200d"
"""Between letters they hold a word together (text.WORD); alone they are none."""

_MARK = re.compile(f"[{MARKS}]")
"""So do marks on letters."""

_LETTERS = bytes(ord("a") if byte < 0x80 and chr(byte).isalnum() else ord(" ") for byte in range(256))
"""Letters and figures ▸ a, all else ▸ a blank."""

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
            letters[first] = usual[0]
        else:
            dropped += bytes([first])
        for kind in signs.keys() - {usual}:
            for spelt in signs[kind]:
                text = text.replace(spelt, kind)
    return text, bytes(letters), dropped
