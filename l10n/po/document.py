"""A PO file in memory: its bytes, and where each message stands. Messages are decoded when somebody asks.

Held as bytes, because 100,000 messages then weigh little more than the file; what is asked often (source,
targets, flags) stays in the entry once decoded, the comments are decoded each time.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from typing import Any

from l10n.model import Entry, Previous
from l10n.po.grammar import FSI, PDI, SIMPLE_ESCAPES, Patterns, patterns, unescape_any, without_marks

Notes = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], Previous | None]
"""comments, extracted, references, previous."""

_TEXT = ("context", "source", "targets", "plural", "flags", "obsolete")
_NOTHING: frozenset[str] = frozenset()
_NOTES = ("comments", "extracted", "references", "previous")
_FLAG_LINE = re.compile(r"^#[,=](.*)$", re.MULTILINE)
_FLAG = re.compile(r"range:\s*[^\s,]+|[^\s,]+", re.ASCII)
_PREVIOUS = re.compile(r'(msgctxt|msgid_plural|msgid)\s*((?:"(?:[^"\\\n]|\\.)*"\s*)+)', re.ASCII)
_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_ESCAPE = re.compile(r'\\[\\"ntrabfv]')
_PLAIN = {key.decode("ascii"): value.decode("ascii") for key, value in SIMPLE_ESCAPES.items()}
_REFERENCE = re.compile(f"[^\\s{FSI}]*{FSI}[^{PDI}]*{PDI}\\S*|\\S+", re.ASCII)


class PoDocument:
    """Implements model.Document. Made by reading.py, never changed afterwards."""

    __slots__ = (
        "_contexts",
        "_flag_sets",
        "_last",
        "_lines",
        "charset",
        "data",
        "ends",
        "newline",
        "odd",
        "starts",
        "written",
    )

    def __init__(self, data: bytes, charset: str, written: str, newline: bytes) -> None:
        self.data = data
        self.charset = charset
        """Codec of data."""
        self.written = written
        """Codec of the file; another one only where a letter could hold a backslash (grammar.NOT_ASCII_SAFE)."""
        self.newline = newline
        self.starts = array("q")
        """Offset of the first line of each message, its comments included."""
        self.ends = array("q")
        """Offset behind the last line of each message."""
        self.odd: dict[int, dict[str, Any]] = {}
        """Number of a message outside the common layout ▸ its fields: reading decodes them at once."""
        self._contexts: dict[str, str] = {}
        self._flag_sets: dict[str, tuple[str, ...]] = {}
        self._lines: array[int] | None = None
        self._last: tuple[int, Notes] | None = None

    @property
    def patterns(self) -> Patterns:
        """The common layout of this file."""
        return patterns(self.newline)

    def entry(self, number: int) -> Entry:
        """A message as it was read; it is decoded when somebody asks."""
        entry = Entry.__new__(Entry)
        for name, value in (("document", self), ("number", number), ("changed", _NOTHING)):
            object.__setattr__(entry, name, value)
        return entry

    def raw(self, number: int) -> bytes:
        """The bytes of one message, comments included, blank lines around it not."""
        return self.data[self.starts[number] : self.ends[number]]

    def line(self, number: int) -> int:
        """1-based line where a message starts."""
        if self._lines is None:
            self._lines = array("q")
            place, line = 0, 1
            for start in self.starts:
                line += self.data.count(b"\n", place, start)
                place = start
                self._lines.append(line)
        return self._lines[number]

    def same(self, entry: Entry, other: Entry) -> bool:
        """Whether both stand unchanged in their files with the very same bytes."""
        there = other.document
        if not isinstance(there, PoDocument) or entry.changed or other.changed:
            return False
        if there is self:
            return other.number == entry.number
        return there.charset == self.charset and there.raw(other.number) == self.raw(entry.number)

    def field(self, entry: Entry, name: str) -> Any:
        """The value of one field; source, context, targets, plural, flags and obsolete are kept in the entry."""
        if entry.number in self.odd:
            return self.odd[entry.number][name]
        if name in _NOTES:
            return self._notes(entry.number)[_NOTES.index(name)]
        if name == "line":
            return self.line(entry.number)
        self._put_text(entry)
        return object.__getattribute__(entry, name)

    def _text(self, number: int) -> tuple[str, str, bool]:
        """Comment lines, keyword lines, and whether the message is obsolete (its marks are taken off).

        Only a keyword line of the common layout begins with `msg`, so this needs no pattern; so below.
        """
        raw = self.data[self.starts[number] : self.ends[number]]
        obsolete = b"\nmsg" not in raw and not raw.startswith(b"msg")
        if obsolete:
            raw = without_marks(raw)
        text = raw.decode(self.charset)
        if self.newline != b"\n":
            text = text.replace("\r\n", "\n")
        cut = 0 if text.startswith("msg") else text.index("\nmsg") + 1
        return text[:cut], text[cut:], obsolete

    def _put_text(self, entry: Entry) -> None:
        """Put the fields of the keyword lines, and the flags, in the entry, but those that were changed."""
        comments, lines, obsolete = self._text(entry.number)
        context, plural = None, None
        if lines.startswith("msgctxt "):
            quoted, _, lines = lines[8:].partition("\nmsgid ")
            context = self._context(quoted)
        else:
            lines = lines[6:]
        source, _, target = lines.partition("\nmsgstr")
        targets: tuple[str, ...]
        if target.startswith(" "):
            targets = (_unquote(target[1:-1]),)
        else:
            source, _, quoted = source.partition("\nmsgid_plural ")
            plural = _unquote(quoted)
            targets = tuple(_unquote(form.partition(" ")[2]) for form in target[:-1].split("\nmsgstr"))
        flags = self._flags(comments) if "#," in comments or "#=" in comments else ()
        values = (context, _unquote(source), targets, plural, flags, obsolete)
        for name, value in zip(_TEXT, values, strict=True):
            if name not in entry.changed:
                object.__setattr__(entry, name, value)

    def _context(self, quoted: str) -> str:
        """A catalog has few contexts: each is kept once."""
        known = self._contexts.get(quoted)
        if known is None:
            known = self._contexts[quoted] = _unquote(quoted)
        return known

    def _flags(self, comments: str) -> tuple[str, ...]:
        """So with its sets of flags."""
        lines = ",".join(_FLAG_LINE.findall(comments))
        known = self._flag_sets.get(lines)
        if known is None:
            known = self._flag_sets[lines] = flags_of(lines)
        return known

    def _notes(self, number: int) -> Notes:
        """Comments are asked for one after the other: those of the last message are remembered."""
        if self._last is not None and self._last[0] == number:
            return self._last[1]
        notes = notes_of(self._text(number)[0].split("\n")[:-1], self.charset)
        self._last = (number, notes)
        return notes

    def __getstate__(self) -> tuple[Any, ...]:
        return (self.data, self.charset, self.written, self.newline, self.starts, self.ends, self.odd)

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        data, charset, written, layout, starts, ends, odd = state
        self.__init__(data, charset, written, layout)  # type: ignore[misc]  # the one way to fill the slots
        self.starts, self.ends, self.odd = starts, ends, odd


def _unquote(quoted: str) -> str:
    """The text of the string lines of one keyword, given without the last line end."""
    text = quoted[1:-1].replace('"\n"', "")
    return _ESCAPE.sub(_unescaped, text) if "\\" in text else text


def _unescaped(match: re.Match[str]) -> str:
    return _PLAIN[match[0]]


def flags_of(lines: str) -> tuple[str, ...]:
    """The flags in what follows `#,` or `#=`: between commas or blanks, as gettext reads them; "range: 0..9" is one."""
    return tuple(_FLAG.findall(lines))


def notes_of(lines: Iterable[str], charset: str) -> Notes:
    """What comment lines say, given without line ends; `#~|` as `#|`."""
    comments: list[str] = []
    extracted: list[str] = []
    references: list[str] = []
    previous: list[str] = []
    for line in lines:
        kind = line[1:2]
        if kind == ".":
            extracted.append(comment_text(line, 2))
        elif kind == ":":
            references += references_of(line[2:])
        elif kind == "|":
            previous.append(line[2:])
        elif kind != "," and kind != "=":
            comments.append(comment_text(line, 1))
    found = previous_of("\n".join(previous), charset) if previous else None
    return tuple(comments), tuple(extracted), tuple(references), found


def comment_text(line: str, mark: int) -> str:
    """A comment line without its mark, so many characters long, and the one blank behind it."""
    return line[mark + 1 :].rstrip("\r") if line[mark : mark + 1] == " " else line[mark:].rstrip("\r")


def references_of(text: str) -> list[str]:
    """The places in a `#:` line, without the marks around a file name that holds blanks."""
    if text.isascii():
        return text.split()
    return [place.replace(FSI, "").replace(PDI, "") for place in _REFERENCE.findall(text)]


def previous_of(text: str, charset: str) -> Previous:
    """The message in `#|` lines, given without that mark."""
    fields: dict[str, str] = {}
    for keyword, strings in _PREVIOUS.findall(text):
        value = "".join(_STRING.findall(strings)).encode(charset)
        fields.setdefault(keyword, unescape_any(value).decode(charset))
    return Previous(fields.get("msgctxt"), fields.get("msgid"), fields.get("msgid_plural"))
