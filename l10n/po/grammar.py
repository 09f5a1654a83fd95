"""What a PO file is made of: lines, strings, escapes, character sets. Everything here works on bytes.

Source: the manual of GNU gettext, and what its programs (0.21) accept and refuse.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

BOM = b"\xef\xbb\xbf"
FSI, PDI = "\u2068", "\u2069"
"""gettext puts a file name that holds white space between these two in a `#:` line."""

GAP = re.compile(rb"(?>(?:[ \t\f\v\r]*+\n)*)")
"""Blank lines."""

KNOWN_CHARSETS = {
    "ascii": "ascii", "ansi_x3.4-1968": "ascii", "us-ascii": "ascii",
    "utf-8": "utf-8", "utf8": "utf-8", "charset": "utf-8",
    **{f"iso-8859-{part}": f"iso8859-{part}" for part in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16)},
    **{f"iso8859-{part}": f"iso8859-{part}" for part in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16)},
    **{f"iso_8859-{part}": f"iso8859-{part}" for part in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16)},
    **{f"{prefix}125{part}": f"cp125{part}" for prefix in ("cp", "windows-") for part in range(9)},
    **{f"cp{part}": f"cp{part}" for part in (850, 866, 874, 932, 949, 950)},
    "koi8-r": "koi8-r", "koi8-u": "koi8-u", "koi8-t": "koi8-t", "ptcp154": "ptcp154", "kz-1048": "kz1048",
    "tis-620": "tis-620", "gb2312": "gb2312", "euc-cn": "gb2312", "gbk": "gbk", "gb18030": "gb18030",
    "big5": "big5", "big5-hkscs": "big5hkscs", "euc-jp": "euc-jp", "euc-kr": "euc-kr", "shift_jis": "shift_jis",
    "shift-jis": "shift_jis", "sjis": "shift_jis", "johab": "johab",
}  # fmt: skip
"""Name in a header, in lower case ▸ Python's codec; CHARSET is what stands in an unfilled template.

Source: the list of portable names in the gettext manual ("Filling in the header entry"), without those Python lacks,
and with the two for Kazakh (PTCP154, KZ-1048) that it lacks.
"""

NOT_ASCII_SAFE = frozenset({"cp932", "cp950", "gbk", "gb18030", "big5", "big5hkscs", "shift_jis", "johab"})
"""Codecs in which the second byte of a letter can be a backslash: read through UTF-8. Source: gettext, po-charset.c."""

SIMPLE_ESCAPES = {
    b"\\\\": b"\\", b'\\"': b'"', b"\\n": b"\n", b"\\t": b"\t", b"\\r": b"\r",
    b"\\a": b"\a", b"\\b": b"\b", b"\\f": b"\f", b"\\v": b"\v",
}  # fmt: skip

_ANY_ESCAPE = re.compile(rb"\\(?:x([0-9A-Fa-f]+)|([0-7]{1,3})|.)", re.DOTALL)


class BadEscape(ValueError):
    """A backslash sequence that PO does not know; its text is the argument."""


def unescape_any(text: bytes) -> bytes:
    """The text behind all escapes, `\\101` and `\\x41` included, which name bytes; BadEscape otherwise.

    As gettext does, `\\x` takes every hexadecimal digit that follows, of which the last two count.
    """

    def plain(match: re.Match[bytes]) -> bytes:
        if match[1]:
            return bytes([int(match[1], 16) & 0xFF])
        if match[2]:
            return bytes([int(match[2], 8) & 0xFF])
        if match[0] not in SIMPLE_ESCAPES:
            raise BadEscape(match[0].decode("ascii", "replace"))
        return SIMPLE_ESCAPES[match[0]]

    return _ANY_ESCAPE.sub(plain, text)


class Patterns(NamedTuple):
    """The common layout of messages, for one kind of line end."""

    newline: bytes
    scan: re.Pattern[bytes]
    """Matches one message with the blank lines behind it (lastindex ENTRY or OBSOLETE), otherwise one byte."""
    entry: re.Pattern[bytes]
    """Matches one message that is not obsolete; groups FLAGS, MORE … as in scan."""


FLAGS, MORE, CONTEXT, SOURCE, TARGET, PLURAL, FORMS, ENTRY, OBSOLETE_LINES, OBSOLETE = range(1, 11)
"""Groups of Patterns.scan: the first flag lines, the comment lines behind them, the strings of each keyword.

ENTRY and OBSOLETE are empty groups at the end of the last line of the message.
"""


@lru_cache(maxsize=2)
def patterns(newline: bytes) -> Patterns:
    """The patterns for files whose lines end so, b"\\n" or b"\\r\\n".

    Every quantifier is possessive, or in an atomic group: the time is linear in the file, whatever the file holds.
    """
    end = re.escape(newline)
    string = rb'"[^"\\\n]*+(?>(?:\\["\\abfnrtv][^"\\\n]*+)*)"' + end
    strings = rb"(?>(?:" + string + rb")+)"
    previous = rb"#\| (?:msgctxt|msgid_plural|msgid) " + string + rb"(?>(?:#\| " + string + rb")*)"
    comments = (
        rb"(?>(?:#(?![~|,=]).*+\n|" + previous + rb")*)((?>(?:#[,=].*+\n)*))"
        rb"((?>(?:#(?![~|]).*+\n|" + previous + rb")*))"
    )
    forms = rb"((?>(?:msgstr\[\d\] " + strings + rb")+))"
    body = (
        rb"(?>(?:msgctxt (" + strings + rb"))?)msgid (" + strings + rb")"
        rb"(?:msgstr (" + strings + rb")|msgid_plural (" + strings + rb")" + forms + rb")"
    )
    obsolete = rb"((?>(?:#(?![~|]).*+\n)*)(?>(?:#~.*+\n)+))"
    whole = GAP.pattern + rb'(?![ \t\f\v\r]*+(?:"|msgstr))'
    scan = rb"(?:" + comments + body + rb"()|" + obsolete + rb"())" + whole + rb"|(?s:.)"
    return Patterns(newline, re.compile(scan), re.compile(comments + body))


_OBSOLETE_MARK = re.compile(rb"^#~(?: |(?=\|))", re.MULTILINE)


def without_marks(lines: bytes) -> bytes:
    """The lines of an obsolete message as they would stand in an active one: `#~ msgid` ▸ `msgid`, `#~|` ▸ `#|`."""
    return _OBSOLETE_MARK.sub(lambda match: b"#" if match[0] == b"#~" else b"", lines)
