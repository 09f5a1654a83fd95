"""Messages outside the common layout, read token by token; and what is wrong with those that are none.

Supported: everything that gettext 0.21 reads (several strings on a line, indented lines, blank lines and
comments between blank lines, `\\101` and `\\x41`, `#~` without a blank, a last line without its end).
Refused: what msgfmt refuses, `domain`, two messages that share a line, a NUL.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NoReturn

from l10n.errors import CatalogError
from l10n.phrases import phrase
from l10n.po.document import PoDocument, flags_of, notes_of
from l10n.po.grammar import BadEscape, unescape_any

SHOWN = 40
"""Characters of a faulty line that an error message shows."""

_TOKEN = re.compile(rb'[ \t\f\v\r]*+(?:"((?>(?:[^"\\\n]++|\\.)*))"|([A-Za-z_]++(?:\[\d{1,6}\])?))')
_FORM = re.compile(rb"msgstr\[(\d+)\]")
_PREVIOUS = re.compile(rb'\s*(?>(msgctxt|msgid_plural|msgid)?)\s*(?>(?:"(?>(?:[^"\\\n]++|\\.)*)"\s*)*)')
_CONFLICT = re.compile(rb"(<{7}|\|{7}|={7}|>{7})(?: .*)?")
_BLANKS = b" \t\f\v\r"

_BEFORE = {
    b"msgctxt": ("",),
    b"msgid": ("", "msgctxt"),
    b"msgid_plural": ("msgid",),
    b"msgstr": ("msgid",),
}
"""Keyword ▸ after which keywords it may stand."""


@dataclass
class Odd:
    """One message as it was found."""

    start: int
    line: int
    end: int = 0
    obsolete: bool | None = None
    comments: list[bytes] = field(default_factory=list)
    """Comment lines, trimmed; `#~|` as `#|`."""
    parts: dict[str, list[bytes]] = field(default_factory=dict)
    """Keyword, `msgstr[1]` included ▸ the strings behind it, without quotes, still escaped; in file order."""
    lines: dict[str, int] = field(default_factory=dict)
    """Keyword ▸ its 1-based line."""

    @property
    def last(self) -> str:
        """The keyword in force, "" before the first one."""
        return next(reversed(self.parts), "")

    @property
    def whole(self) -> bool:
        """Whether it has its target, so that another message may begin."""
        return self.last.startswith("msgstr")


class OddReader:
    """Reads one message at an offset that is the start of a line."""

    def __init__(self, document: PoDocument, start: int, line: int, where: str) -> None:
        self.data = document.data
        self.document = document
        self.place = start
        self.line = line
        self.where = where
        self.message = Odd(start, line)
        self.previous = False
        """Whether a `#|` line was met."""

    def read(self) -> Odd | None:
        """The message; None where only comments and blank lines follow. CatalogError otherwise."""
        message = self.message
        while self.place < len(self.data):
            end = self.data.find(b"\n", self.place) + 1 or len(self.data)
            line = self.data[self.place : end].rstrip(b"\r\n").lstrip(_BLANKS)
            if line and not self._take(line):
                break
            self.place = end
            if line and message.parts:
                message.end = end
            self.line += 1
        if message.parts and not message.whole:
            self._unfinished()
        for name, strings in message.parts.items():
            if not strings:
                self.fail(
                    phrase("no string follows `{name}`", name=name),
                    message.lines[name],
                    hint=phrase('write "" for an empty text'),
                )
        return message if message.parts else None

    def _take(self, line: bytes) -> bool:
        """Add one line that is not blank to the message; False where the next message begins."""
        message = self.message
        obsolete = line.startswith(b"#~")
        if obsolete:
            line = b"#" + line[2:] if line[2:3] == b"|" else line[2:].lstrip(_BLANKS)
            if not line:
                return True
        if line.startswith(b"#"):
            if message.whole:
                return False
            if message.parts:
                self.fail(phrase("a comment stands inside a message"), hint=phrase("put it above `msgid`"))
            self._comment(line)
            return True
        return self._tokens(line, obsolete)

    def _comment(self, line: bytes) -> None:
        if line.startswith(b"#|"):
            part = _PREVIOUS.fullmatch(line[2:])
            if part is None or not (part[1] or self.previous):
                self.fail(
                    phrase("{line} is not a previous message", line=shown(line)),
                    hint=phrase('its form is `#| msgid "…"`'),
                )
            self.previous = True
            self._escapes(line)
        if not self.message.comments and not self.message.parts:
            self.message.start, self.message.line = self.place, self.line
        self.message.comments.append(line)

    def _tokens(self, line: bytes, obsolete: bool) -> bool:
        """Add the keywords and strings of a line; False where it begins the next message."""
        message = self.message
        line, place = line.rstrip(_BLANKS), 0
        while place < len(line):
            token = _TOKEN.match(line, place)
            if token is None:
                self._no_token(line[place:].strip(_BLANKS))
            place = token.end()
            if token[2] is None:
                if not message.parts:
                    self.fail(
                        phrase("a string stands without its keyword: {line}", line=shown(line)),
                        hint=phrase("put `msgid` or `msgstr` before it"),
                    )
                self._escapes(token[1])
                message.parts[message.last].append(token[1])
            elif message.whole and token[2] in (b"msgid", b"msgctxt"):
                if token.start() > 0:
                    self.fail(
                        phrase("two messages share a line"), hint=phrase("`msgcat -o FILE FILE` puts each on its own")
                    )
                return False
            else:
                self._keyword(token[2])
            if message.obsolete not in (None, obsolete):
                self.fail(
                    phrase("one part of the message is marked obsolete with `#~`, another is not"),
                    hint=phrase("mark all or none"),
                )
            message.obsolete = obsolete
        return True

    def _keyword(self, word: bytes) -> None:
        message, name = self.message, word.decode("ascii")
        form = _FORM.fullmatch(word)
        if form:
            self._form(int(form[1]))
        elif word not in _BEFORE:
            hint = (
                phrase("one file holds one catalog")
                if word == b"domain"
                else phrase("write msgctxt, msgid, msgid_plural or msgstr")
            )
            self.fail(phrase("`{name}` is no keyword of a catalog", name=name[:SHOWN]), hint=hint)
        elif message.last not in _BEFORE[word]:
            self._misplaced(name)
        if not message.parts and not message.comments:
            message.start, message.line = self.place, self.line
        message.parts[name] = []
        message.lines[name] = self.line

    def _misplaced(self, name: str) -> NoReturn:
        last = self.message.last
        if not last or (name == "msgstr" and self.message.whole):
            self.fail(
                phrase("`{name}` stands before its `msgid`", name=name),
                hint=phrase("put the `msgid` of this target above it"),
            )
        if name == "msgstr" and last == "msgid_plural":
            self.fail(
                phrase("a message with `msgid_plural` needs `msgstr[0]`, not `msgstr`"),
                hint=phrase("number its targets"),
            )
        if last in ("msgid", "msgid_plural", "msgctxt") and name in ("msgid", "msgctxt"):
            self._unfinished()
        self.fail(
            phrase("`{name}` cannot follow `{last}`", name=name, last=last),
            hint=phrase("the order is msgctxt, msgid, msgid_plural, msgstr"),
        )

    def _form(self, number: int) -> None:
        """msgstr[number] is in its place."""
        last = self.message.last
        if last == "msgid":
            self.fail(
                phrase("`msgstr[…]` needs a `msgid_plural`"), hint=phrase("write `msgstr`, or add `msgid_plural`")
            )
        if last != "msgid_plural" and not last.startswith("msgstr["):
            self._misplaced(f"msgstr[{number}]")
        expected = 0 if last == "msgid_plural" else int(last[len("msgstr[") : -1]) + 1
        if number != expected:
            self.fail(
                phrase("`msgstr[{number}]` stands where `msgstr[{expected}]` is due", number=number, expected=expected),
                hint=phrase("number the forms from 0, in order"),
            )

    def _unfinished(self) -> NoReturn:
        last = self.message.last
        missing = "msgid" if last == "msgctxt" else "msgstr"
        self.fail(
            phrase("the message has no `{missing}`", missing=missing),
            self.message.lines[last],
            hint=phrase("add its `{missing}`", missing=missing),
        )

    def _escapes(self, text: bytes) -> None:
        if b"\\" not in text:
            return
        try:
            plain = unescape_any(text)
        except BadEscape as error:
            self.fail(
                phrase("`{escape}` is no escape of a catalog", escape=str(error)),
                hint=phrase("a backslash in a text is written as `\\\\`"),
            )
        if b"\0" in plain:
            self.fail(phrase("the text holds a NUL"), hint=phrase("take the `\\0` out"))

    def _no_token(self, rest: bytes) -> NoReturn:
        if _CONFLICT.fullmatch(rest):
            hint = phrase("`git checkout --ours FILE` takes one side; `l10n merge` settles catalogs entry by entry")
            self.fail(phrase("the file holds git's conflict marks"), hint=hint)
        if rest.startswith(b'"'):
            what = phrase("the string is not closed")
            if self.message.last:
                what = phrase("{keyword} is not closed", keyword=self.message.last)
            self.fail(
                what, hint=phrase("close the quote; `msgfmt -c {file}` shows the place", file=self.where or "FILE")
            )
        self.fail(
            phrase("{line} is neither a keyword nor a string", line=shown(rest)),
            hint=phrase("texts stand between quotes"),
        )

    def fail(self, what: str, line: int = 0, hint: str = "") -> NoReturn:
        """CatalogError at this line."""
        raise CatalogError(what, where=self.where, line=line or self.line, hint=hint)


def shown(line: bytes) -> str:
    """The beginning of a faulty line, for a message."""
    text = line[: 4 * SHOWN].decode("utf-8", "replace")
    return f"`{text[:SHOWN]}…`" if len(text) > SHOWN else f"`{text}`"


def decoded(odd: Odd, charset: str) -> dict[str, Any]:
    """The fields of an Entry, as entry_read takes them.

    UnicodeDecodeError where an escape makes no letter in this charset.
    """
    texts = {name: unescape_any(b"".join(strings)).decode(charset) for name, strings in odd.parts.items()}
    lines = [line.decode(charset) for line in odd.comments]
    flags = [line[2:] for line in lines if line[1:2] in (",", "=")]
    return {
        "context": texts.get("msgctxt"),
        "source": texts["msgid"],
        "targets": tuple(text for name, text in texts.items() if name.startswith("msgstr")),
        "plural": texts.get("msgid_plural"),
        "flags": flags_of(",".join(flags)),
        "obsolete": bool(odd.obsolete),
        "notes": notes_of(lines, charset),
    }
