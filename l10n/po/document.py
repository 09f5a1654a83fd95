"""A PO file in memory: its bytes, and where each message stands.

Held as bytes, because 100,000 messages then weigh little more than the file. Texts and flags are decoded on reading
and kept in the entries; comments are decoded when somebody asks, and those asked for last are remembered.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from typing import Any

from l10n.model import Entry, Notes, Previous, entry_read
from l10n.po.grammar import (
    CONTEXT,
    FLAGS,
    FORMS,
    FSI,
    MORE,
    PDI,
    PLURAL,
    SIMPLE_ESCAPES,
    SOURCE,
    TARGET,
    Patterns,
    patterns,
    unescape_any,
    without_marks,
)

REMEMBERED = 10_000
"""Messages whose decoded comments are kept at hand, some 7 MB: a catalog is walked several times, entry by entry."""

_FORM = re.compile(rb"^msgstr\[\d\] ", re.MULTILINE)
_FLAG_LINE = re.compile(rb"^#[,=](.*)$", re.MULTILINE)
_FLAG = re.compile(r"range:\s*[^\s,]+|[^\s,]+", re.ASCII)
_QUOTED = r'[^"\\\n]*+(?>(?:\\.[^"\\\n]*+)*)'
_PREVIOUS = re.compile(rf'(msgctxt|msgid_plural|msgid)\s*((?:"{_QUOTED}"\s*)+)', re.ASCII)
_STRING = re.compile(rf'"({_QUOTED})"')
_ESCAPE = re.compile(r'\\[\\"ntrabfv]')
_PLAIN = {key.decode("ascii"): value.decode("ascii") for key, value in SIMPLE_ESCAPES.items()}
_REFERENCE = re.compile(f"[^\\s{FSI}]*{FSI}[^{PDI}]*{PDI}\\S*|\\S+", re.ASCII)


class PoDocument:
    """Implements model.Document. Made by reading.py, never changed afterwards."""

    __slots__ = (
        "_contexts",
        "_flag_sets",
        "_lines",
        "_notes",
        "_seam",
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
        """Number of a message outside the common layout ▸ its fields (arguments of model.entry_read)."""
        self._seam = b'"' + newline + b'"'
        """What stands between two string lines of one text."""
        self._contexts: dict[bytes, str] = {}
        self._flag_sets: dict[bytes, tuple[str, ...]] = {}
        self._lines: array[int] | None = None
        self._notes: dict[int, Notes] = {}

    @property
    def patterns(self) -> Patterns:
        """The common layout of this file."""
        return patterns(self.newline)

    def entry(self, number: int) -> Entry:
        """A message as it was read."""
        if number in self.odd:
            return entry_read(self, number, **self.odd[number])
        raw, layout = self.raw(number), self.patterns.entry
        active = layout.fullmatch(raw)
        match = active or layout.fullmatch(without_marks(raw))
        assert match is not None, "it was read before"
        return self.common(number, match, obsolete=active is None)

    def common(self, number: int, match: re.Match[bytes], *, obsolete: bool) -> Entry:
        """The message of the common layout that Patterns.scan or .entry found, as an entry.

        What is no letter becomes a mark of replacement: reading refuses such a file afterwards.
        """
        lines, more, quoted, source, target, plural, forms = match.group(*_PARTS)
        context = None if quoted is None else self._contexts.get(quoted)
        if context is None and quoted is not None:  # a catalog has few contexts: each is kept once
            context = self._contexts[quoted] = self._text(quoted)
        if forms is None:
            targets: tuple[str, ...] = (self._text(target),)
        else:
            targets = tuple(self._text(form) for form in _FORM.split(forms)[1:])
        return entry_read(
            self,
            number,
            context,
            self._text(source),
            targets,
            None if plural is None else self._text(plural),
            self._flags(lines + more) if lines else (),
            obsolete,
        )

    def _text(self, quoted: bytes) -> str:
        """The text of the string lines of one keyword."""
        seam = self._seam
        text = quoted[1 : 1 - len(seam)].replace(seam, b"").decode(self.charset, "replace")
        return _ESCAPE.sub(_unescaped, text) if "\\" in text else text

    def _flags(self, comments: bytes) -> tuple[str, ...]:
        """The flags in comment lines. A catalog has few sets of flags: each is kept once."""
        lines = b",".join(_FLAG_LINE.findall(comments))
        known = self._flag_sets.get(lines)
        if known is None:
            known = self._flag_sets[lines] = flags_of(lines.decode(self.charset, "replace"))
        return known

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

    def notes(self, number: int) -> Notes:
        """What the comment lines of a message say; that of as many as REMEMBERED is remembered."""
        notes = self._notes.get(number)
        if notes is None:
            odd = self.odd.get(number)
            notes = notes_of(self.head(number)[0], self.charset) if odd is None else odd["notes"]
            if len(self._notes) == REMEMBERED:
                self._notes.clear()
            self._notes[number] = notes
        return notes

    def head(self, number: int) -> tuple[list[str], int]:
        """Of a message of the common layout: its comment lines, `#~|` as `#|`, and the offset behind them.

        Nothing but a keyword line begins with `msg` there. -1 for an obsolete one, whose lines may be mixed.
        """
        data, start, end = self.data, self.starts[number], self.ends[number]
        if data.startswith(b"msg", start):
            return [], start
        cut = place = data.find(b"\nmsg", start, end) + 1
        if not place:
            data, start, place = b"\n" + without_marks(data[start:end]), 1, -1
            cut = data.index(b"\nmsg") + 1
        return data[start:cut].decode(self.charset).replace("\r\n", "\n").split("\n")[:-1], place

    def __getstate__(self) -> tuple[Any, ...]:
        return (self.data, self.charset, self.written, self.newline, self.starts, self.ends, self.odd)

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        data, charset, written, layout, starts, ends, odd = state
        self.__init__(data, charset, written, layout)  # type: ignore[misc]  # the one way to fill the slots
        self.starts, self.ends, self.odd = starts, ends, odd


_PARTS = (FLAGS, MORE, CONTEXT, SOURCE, TARGET, PLURAL, FORMS)


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
    return Notes(tuple(comments), tuple(extracted), tuple(references), found)


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
        value = "".join(_STRING.findall(strings))
        if "\\" in value:
            value = unescape_any(value.encode(charset)).decode(charset)
        fields.setdefault(keyword, value)
    return Previous(fields.get("msgctxt"), fields.get("msgid"), fields.get("msgid_plural"))
