"""An entry as lines, as gettext would write it: what is new or changed in a catalog looks like this.

Lines are 79 columns wide at most where a text has blanks or ideographs to break at. Source: msgcat of gettext 0.21,
whose breaks (UAX 14) these are for texts without rarer break opportunities.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from l10n.errors import CatalogError
from l10n.model import Entry, Previous
from l10n.phrases import phrase
from l10n.po.grammar import FSI, PDI

WIDTH = 79
"""Columns of a line, quotes and keyword included. Source: the default of gettext's programs."""

_ESCAPES = str.maketrans(
    {"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t", "\r": r"\r", "\a": r"\a", "\b": r"\b", "\f": r"\f", "\v": r"\v"}
)
_PLAIN = {escape: chr(letter) for letter, escape in _ESCAPES.items()}
_ESCAPED = re.compile("|".join(map(re.escape, _PLAIN)))
_SPECIAL = re.compile(r'[\0-\r"\\]')
_NEVER = re.compile("[\0\4]")
"""NUL ends a text for gettext's programs, EOT divides msgctxt from msgid in what they write."""
_LINE_END = re.compile(r"\r?\n")
_NOT_ONE_COLUMN = re.compile(
    rb"\xc2\xad|[\xcc\xcd]|\xd2[\x83-\x89]|[\xd6\xd7]|\xd8[\x80-\x85\x90-\x9c]|\xd9[\x8b-\x9f\xb0]|\xdb[\x96-\xad]"
    rb"|[\xdc-\xe1\xe3-\xf4]|\xe2(?!\x80[\x90-\xa7\xb0-\xbf]|\x81[\x80-\x9e])"
)
"""Letters, in UTF-8, that may be no column wide or two: outside the scripts of our languages, or a mark on a letter."""

IDEOGRAPHS = "\u2e80"
"""From here on, letters of East Asia stand, between which a line may break."""

_BREAK = r"/.:;,!?\-–"
_CHUNK = re.compile(rf"(?>(?:[^ {_BREAK}]|[{_BREAK}](?![^\W\d_]))*)[{_BREAK}]?+ *+")
"""What stays on one line: a word, or its part up to a hyphen, slash, point or the like before a letter, with the
blanks behind it."""


_SOFT = re.compile(rf"[{_BREAK}](?=[^\W\d_])")
"""Where a line may break inside a word."""


@lru_cache(maxsize=1)
def _chunk_with_ideographs() -> re.Pattern[str]:
    """The same where an ideograph, with the mark behind it, may stand alone."""
    one = "\u2e80-\u2fff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    word = _CHUNK.pattern.replace("[^ ", f"[^ {one}")
    return re.compile(rf"[{one}][^\w\s\"\\]?+ *+|{word}")


def lines_of(entry: Entry) -> list[str]:
    """The lines of a whole entry, without line ends."""
    mark = "#~ " if entry.obsolete else ""
    return [
        *comment_lines("#", entry.comments),
        *comment_lines("#.", entry.extracted),
        *reference_lines(entry.references),
        *flag_lines(entry.flags),
        *previous_lines(entry.previous, entry.obsolete),
        *(line for keyword, text in texts_of(entry).items() for line in text_lines(keyword, text, mark)),
    ]


def comment_lines(mark: str, texts: tuple[str, ...]) -> list[str]:
    """Comments behind this mark, `#` or `#.`; one that holds line ends becomes several lines."""
    return [f"{mark} {line}" if line else mark for text in texts for line in _LINE_END.split(text)]


def reference_lines(references: tuple[str, ...]) -> list[str]:
    """`#:` lines, as many places on each as fit."""
    lines: list[str] = []
    for reference in map(_reference, references):
        if lines and width(lines[-1]) + 1 + width(reference) <= WIDTH:
            lines[-1] += " " + reference
        else:
            lines.append("#: " + reference)
    return lines


def _reference(place: str) -> str:
    """A place; a name that holds blanks stands between FSI and PDI, as gettext writes it."""
    if not any(map(str.isspace, place)):
        return place
    name, colon, line = place.rpartition(":")
    if not line.isdecimal() or not colon:
        name, colon, line = place, "", ""
    return f"{FSI}{name}{PDI}{colon}{line}"


def flag_lines(flags: tuple[str, ...]) -> list[str]:
    """The `#,` line, or none."""
    return ["#, " + ", ".join(flags)] if flags else []


def previous_lines(previous: Previous | None, obsolete: bool) -> list[str]:
    """The `#|` lines; gettext asks for a msgid among them."""
    if previous is None:
        return []
    mark = "#~| " if obsolete else "#| "
    parts = (("msgctxt", previous.context), ("msgid", previous.source or ""), ("msgid_plural", previous.plural))
    return [line for keyword, text in parts if text is not None for line in text_lines(keyword, text, mark)]


def texts_of(entry: Entry) -> dict[str, str]:
    """Each keyword of the message and its text: msgctxt, msgid, msgid_plural, msgstr or msgstr[0] …"""
    parts = {"msgctxt": entry.context, "msgid": entry.source, "msgid_plural": entry.plural}
    if entry.plural is not None:
        parts |= {f"msgstr[{form}]": text for form, text in enumerate(entry.targets or ("",))}
    elif len(entry.targets) <= 1:
        parts["msgstr"] = entry.target
    else:
        raise CatalogError(
            phrase(
                "the entry {source} has {n} targets and no plural", source=brief(entry.source), n=len(entry.targets)
            ),
            hint=phrase("give it its `plural`, or one target"),
        )
    return {keyword: text for keyword, text in parts.items() if text is not None}


def text_lines(keyword: str, text: str, mark: str = "") -> list[str]:
    """One keyword and its text in quotes: on one line where it fits and has no line end inside."""
    parts = _portions(text)
    if len(parts) <= 1 and len(text) < 2 * WIDTH:
        line = f'{mark}{keyword} "{"".join(parts)}"'
        if width(line) <= WIDTH:
            return [line]
    room = WIDTH - 2 - len(mark)
    return [f'{mark}{keyword} ""', *(f'{mark}"{line}"' for part in parts for line in wrapped(part, room))]


def escaped(text: str) -> str:
    """The text as it stands between quotes."""
    return text.translate(_ESCAPES)


def unescaped(text: str) -> str:
    """The text behind `escaped`."""
    return _ESCAPED.sub(lambda match: _PLAIN[match[0]], text)


def _portions(text: str) -> list[str]:
    """The text, escaped, cut behind each line end. CatalogError where it holds what no catalog can."""
    special = _SPECIAL.search(text)
    if special is None:
        return [text] if text else []
    if _NEVER.search(text):
        raise CatalogError(
            phrase("the text {text} holds a NUL or EOT", text=brief(text)),
            hint=phrase("take the control character out"),
        )
    *whole, rest = (escaped(part) for part in text.split("\n"))
    parts = [part + "\\n" for part in whole]
    return [*parts, rest] if rest else parts


def wrapped(text: str, room: int) -> list[str]:
    """An escaped text as lines of at most so many columns; a longer word stands alone."""
    if _one_column_each(text) and "  " not in text:
        return wrapped_by_length(text, room)
    return wrapped_by_width(text, room)


def wrapped_by_length(text: str, room: int) -> list[str]:
    """The same for a text whose letters are one column wide, and without double blanks: looks at line ends alone."""
    lines: list[str] = []
    place = 0
    while len(text) - place > room:
        end = place + room
        cut = text.rfind(" ", place, end) + 1
        for soft in _SOFT.finditer(text, max(cut, place), end + 1):
            if soft.end() <= end:
                cut = soft.end()
        if cut <= place:
            return lines + wrapped_by_width(text[place:], room)
        lines.append(text[place:cut])
        place = cut
    return [*lines, text[place:]]


def wrapped_by_width(text: str, room: int) -> list[str]:
    """The same for any text: word by word."""
    lines, line, used = [], "", 0
    chunks = _CHUNK if not text or max(text) < IDEOGRAPHS else _chunk_with_ideographs()
    for chunk in filter(None, chunks.findall(text)):
        columns = width(chunk)
        if line and used + columns > room:
            lines.append(line)
            line, used = "", 0
        line += chunk
        used += columns
    return [*lines, line]


def width(text: str) -> int:
    """Columns on a terminal: 2 for wide letters, 0 for marks that stand on others. Source: UAX 11."""
    return len(text) if _one_column_each(text) else sum(map(_columns, text))


def _one_column_each(text: str) -> bool:
    return text.isascii() or not _NOT_ONE_COLUMN.search(text.encode("utf-8", "replace"))


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def brief(text: str) -> str:
    """The beginning of a text, for a message."""
    return f"`{text[:40]}…`" if len(text) > 40 else f"`{text}`"
