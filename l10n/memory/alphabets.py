"""Alphabets: the texts of one language in one script, written with one byte a character and one for an inline code.

RapidFuzz compares one-byte text four times as fast as Cyrillic or Arabic, and a file holds half of it.  A character
gets the next free byte when it first comes; where all are given away, the last byte stands for what is left, and the
text is kept as it is besides.  Two texts in one alphabet are as similar as they are themselves, but for those bytes.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b
from typing import TYPE_CHECKING

from l10n.codes import ANY

if TYPE_CHECKING:
    import sqlite3

SLOTS = 256
REST = SLOTS - 1
"""The byte of every character that has none of its own."""
_REST_CHARACTER = "\uffff"
_FREE = "\ufffe"
"""What charmap_decode takes for no character; both are none in Unicode either."""
_CODES = 0xD800
"""Inline codes are surrogates here, which stand in no text that has been in a file."""
_SEED = "\0" + "".join(map(chr, range(32, 127)))
"""NUL has to be first for the quick kind of table."""
_SEEDED = frozenset(_SEED)


def packed(text: str) -> bytes:
    """UTF-8 of any text, also of one with lone surrogates."""
    return text.encode("utf-8", "surrogatepass")


def unpacked(data: bytes) -> str:
    """The way back from packed."""
    return data.decode("utf-8", "surrogatepass")


def hashed(text: str) -> int:
    """63 bits that name a text: an INTEGER of SQLite."""
    return int.from_bytes(blake2b(packed(text), digest_size=8).digest(), "big") >> 1


class Alphabet:
    """The bytes of one language and script; `grown` has what is not yet in the file."""

    def __init__(self, tokens: Iterable[str] = ()) -> None:
        self.tokens: list[str] = []
        self.grown: list[tuple[int, str]] = []
        self._codes: dict[str, str] = {}
        self._characters: set[str] = set()
        for token in tokens or _SEED:
            self._append(token)
        if not tokens:
            self.grown = list(enumerate(self.tokens))
        self._build()

    def _append(self, token: str) -> None:
        self.tokens.append(token)
        if len(token) > 1:
            self._codes[token] = chr(_CODES + len(self.tokens))
        else:
            self._characters.add(token)

    def _build(self) -> None:
        spelt = [self._codes.get(token, token) for token in self.tokens]
        spelt += [_FREE] * (REST - len(spelt)) + [_REST_CHARACTER]
        self._table = "".join(spelt)
        self._map = codecs.charmap_build(self._table)
        self._spelt = str.maketrans({sign: code for code, sign in self._codes.items()})
        signs = "".join(self._codes.values())
        self._sign = re.compile(f"[{signs}]") if signs else None

    @property
    def is_full(self) -> bool:
        return len(self.tokens) >= REST

    def learn(self, texts: Iterable[str]) -> None:
        """Give free bytes to characters and codes of these texts that have none, the frequent ones first."""
        if self.is_full:
            return
        new: Counter[str] = Counter()
        for text in texts:
            if "<" in text:
                new.update(ANY.findall(text))
                text = ANY.sub("", text)
            new.update(text)
        for token, _ in new.most_common():
            if token not in self._characters and token not in self._codes and _may_have_byte(token):
                if self.is_full:
                    break
                self._append(token)
                self.grown.append((len(self.tokens) - 1, token))
        self._build()

    def encode(self, text: str) -> bytes:
        """One byte a character or code of a text in normal form."""
        if "<" in text:
            text = ANY.sub(lambda match: self._codes.get(match[0], _REST_CHARACTER), text)
        try:
            return codecs.charmap_encode(text, "strict", self._map)[0]
        except UnicodeEncodeError:
            known = self._table
            return codecs.charmap_encode("".join(x if x in known and x != _FREE else _REST_CHARACTER for x in text),
                                         "strict", self._map)[0]  # fmt: skip

    def decode(self, data: bytes) -> str:
        """The way back from encode, for a text all of whose characters have a byte."""
        text = codecs.charmap_decode(data, "strict", self._table)[0]
        if self._sign is not None and self._sign.search(text):
            return text.translate(self._spelt)
        return text

    def keep(self, text: str) -> tuple[bytes, bytes | None]:
        """A text in normal form as it is kept: encoded, and as it is where decode would not give it back."""
        data = self.encode(text)
        if REST not in data and self.decode(data) == text:
            return data, None
        self.learn([text])
        data = self.encode(text)
        return (data, None) if REST not in data and self.decode(data) == text else (data, packed(text))

    def read(self, data: bytes, raw: bytes | None) -> str:
        """The text that was kept."""
        return self.decode(data) if raw is None else unpacked(raw)


def _may_have_byte(token: str) -> bool:
    """Lone surrogates and noncharacters have none: here they mean other things."""
    return len(token) > 1 or not ("\ud800" <= token <= "\udfff" or token in (_FREE, _REST_CHARACTER))


class Alphabets:
    """Those of a memory, by the number of their locale; read from its file when they are asked for."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._read: dict[int, Alphabet] = {}

    def forget(self) -> None:
        """Somebody else wrote, or what was learned was taken back."""
        self._read.clear()

    def of(self, locale: int) -> Alphabet:
        if locale not in self._read:
            rows = self._db.execute("SELECT token FROM alphabets WHERE locale = ? ORDER BY slot", (locale,))
            self._read[locale] = Alphabet([unpacked(token) for (token,) in rows])
        return self._read[locale]

    def save(self) -> None:
        """Write what was learned."""
        for locale, alphabet in self._read.items():
            if alphabet.grown:
                rows = [(locale, slot, packed(token)) for slot, token in alphabet.grown]
                self._db.executemany("INSERT INTO alphabets VALUES (?, ?, ?)", rows)
                alphabet.grown = []
