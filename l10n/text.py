"""Plain text: normal form, digests, word difference, word count."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from l10n import codes

ID_LENGTH = 8
"""Hex digits of a segment's id: enough for an article, short enough to type."""

SHORT_DIGEST = 12
"""Hex digits of a digest that people see: enough to tell 10^6 texts apart but for one chance in 500."""

UNSEEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Soft hyphen, zero-width and bidi characters: they change how a text looks, not what it says. For a class."""

MARKS = "\u0300-\u036f\u064b-\u065f\u0670"
"""Marks that stand on a letter and break no word (UAX 29, Extend): stress, accents, Arabic vowels. For a class."""

WORD = re.compile(rf"[^\W_](?:[\w{MARKS}\u2019'.\u00ad\u200c\u200d-]*[^\W_])?")
"""A word by the spirit of UAX 29: letters or digits, joined by apostrophes, hyphens and points inside."""


def nfc(text: str) -> str:
    """Unicode Normalization Form C (UAX 15)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def small(text: str) -> str:
    """The text in small letters, equally long: a capital whose small letter is two (`İ`) stays."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := one.lower()) == 1 else one for one in text)


def unmarked(text: str) -> str:
    """The text without the marks on its letters: `Málaga` is `Malaga`, `й` is `и`."""
    return "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))


def digest(context: str | None, source: str, plural: str | None, targets: Sequence[str]) -> str:
    """64 hex digits that name exactly this text: SHA-256 over NFC, absent parts empty, NUL between."""
    parts = [context or "", source, plural or "", *targets]
    return hashlib.sha256("\0".join(map(nfc, parts)).encode("utf-8", "surrogatepass")).hexdigest()


def segment_id(context: str | None, source: str) -> str:
    """Short name of a segment, 8 hex digits of SHA-256 over its key; people name segments by it."""
    return hashlib.sha256(f"{context or ''}\0{nfc(source)}".encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


def words(text: str) -> Iterator[str]:
    """The words of a text without its inline codes."""
    return iter(WORD.findall(codes.ANY.sub(" ", text)))


def word_count(text: str) -> int:
    """How many words, inline codes not counted."""
    return sum(1 for _ in words(text))


_TOKEN = re.compile(rf"{codes.ANY.pattern}|\w+|\s+|[^\w\s]")


def word_diff(old: str, new: str) -> list[tuple[str, str]]:
    """Pieces of the way from old to new, in order: ("=", kept), ("-", deleted), ("+", inserted)."""
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    pieces: list[tuple[str, str]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(("=", "".join(a[i1:i2])))
            continue
        if i2 > i1:
            pieces.append(("-", "".join(a[i1:i2])))
        if j2 > j1:
            pieces.append(("+", "".join(b[j1:j2])))
    return pieces


def no_formula(cell: str) -> str:
    """A cell of a table that no spreadsheet takes for a formula: an apostrophe stands before one that it would.

    One that has apostrophes there already gets one more, so that the way back is to take one away.
    """
    return "'" + cell if cell.lstrip("'")[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
