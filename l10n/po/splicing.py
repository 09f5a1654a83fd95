"""A changed entry, written by changing the lines that must change and no other.

The lines of the entry as it was read are told apart by what they say; a field that has its old value keeps its
lines, odd wrapping, `#=` and all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from l10n.model import Entry, Notes
from l10n.po.document import comment_text
from l10n.po.rendering import (
    comment_lines,
    flag_lines,
    lines_of,
    previous_lines,
    reference_lines,
    text_lines,
    texts_of,
)

HEAD = ("comments", "extracted", "references", "flags", "previous")
"""The kinds of comment lines, in the order in which gettext writes them."""

_UNMARKED = frozenset(HEAD) - {"previous"}
"""Kinds whose lines look the same in an obsolete entry."""

_KINDS = {".": "extracted", ":": "references", ",": "flags", "=": "flags", "|": "previous"}
_BLANKS = " \t\f\v\r"
_STRINGS = r'(?:"[^"\\]*(?:\\.[^"\\]*)*"[ \t\f\v\r]*)+'
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t\f\v\r]*" + _STRINGS)
_CONTINUED = re.compile(_STRINGS)


class Line(NamedTuple):
    """One line of an entry as it was read."""

    kind: str
    """One of HEAD, a keyword, or "" for a line that says nothing."""
    raw: str
    plain: str
    """The same without blanks around it, `#~ msgid` as `msgid`, `#~|` as `#|`."""


def spliced(raw: str, was: Entry, now: Entry, common: bool) -> str:
    """The lines of an entry that is now this, was that and stood in the file as raw.

    common: whether it is of the common layout (grammar.Patterns), so that its lines need no second look.
    """
    changed = {name for name in now.changed if getattr(was, name) != getattr(now, name)}
    if not changed:
        return raw
    lines = _told_apart(raw, was.obsolete, common)
    if lines is None:
        return "\n".join(lines_of(now)) + "\n"
    if "obsolete" in changed:
        lines = _turned(lines, was.obsolete)
    head = _head([line for line in lines if line.kind in ("", *HEAD)], changed, now)
    return "".join([f"{line}\n" for line in (*head, *_body(lines, was, now))])


def annotated(lines: Sequence[str], was: Notes, now: Entry) -> list[str]:
    """The comment lines of an entry of the common layout that had these and said that; its notes alone changed."""
    changed = {name for name, old, new in zip(Notes._fields, was, now.notes, strict=True) if old != new}
    return _head([Line(_KINDS.get(line[1:2], "comments"), line, line) for line in lines], changed, now)


def _head(lines: Sequence[Line], changed: set[str], now: Entry) -> list[str]:
    """These comment lines, those of a kind that changed written anew.

    They are written where their first line stood; those of a new kind before the first line of a later kind.
    """
    runs: list[tuple[str, Sequence[str]]] = []
    due = changed.intersection(HEAD)
    for line in lines:
        if line.kind not in changed:
            runs.append((line.kind, (line.raw,)))
        elif line.kind in due:
            due.remove(line.kind)
            runs.append((line.kind, _fresh(line.kind, lines, now)))
    for kind in sorted(due, key=HEAD.index):
        later = [place for place, (other, _) in enumerate(runs) if other in HEAD[HEAD.index(kind) + 1 :]]
        runs.insert(later[0] if later else len(runs), (kind, _fresh(kind, lines, now)))
    return [text for _, texts in runs for text in texts]


def _body(lines: Sequence[Line], was: Entry, now: Entry) -> list[str]:
    """The keyword lines, those of each keyword kept where its text is as before."""
    old, mark = texts_of(was), "#~ " if now.obsolete else ""
    result: list[str] = []
    for keyword, text in texts_of(now).items():
        kept = [line.raw for line in lines if line.kind == keyword]
        result += kept if kept and old.get(keyword) == text else text_lines(keyword, text, mark)
    return result


def _told_apart(raw: str, obsolete: bool, common: bool) -> list[Line] | None:
    """The lines of an entry; None where keywords share a line, so that it must be written anew."""
    lines: list[Line] = []
    keyword = ""
    for text in raw.removesuffix("\n").split("\n"):
        plain = text.strip(_BLANKS)
        if obsolete and plain.startswith("#~"):
            plain = "#" + plain[2:] if plain[2:3] == "|" else plain[2:].strip(_BLANKS)
        if not plain:
            kind = keyword
        elif plain.startswith("#"):
            kind = _KINDS.get(plain[1:2], "comments")
        elif plain.startswith('"'):
            kind = keyword
        else:
            kind = keyword = plain.partition(" ")[0] if common else _keyword(plain)
        if not common and plain.startswith('"') and not _CONTINUED.fullmatch(plain):
            return None
        if plain and not kind:
            return None
        lines.append(Line(kind, text, plain))
    return lines


def _keyword(plain: str) -> str:
    """The keyword of a line that holds it and strings; "" for another line."""
    match = _KEYWORD.fullmatch(plain)
    return match[1] if match else ""


def _fresh(kind: str, lines: Sequence[Line], now: Entry) -> list[str]:
    """The lines of one kind of comment; a comment that is as before keeps its line."""
    if kind == "references":
        return reference_lines(now.references)
    if kind == "flags":
        return flag_lines(now.flags)
    if kind == "previous":
        return previous_lines(now.previous, now.obsolete)
    mark = "#." if kind == "extracted" else "#"
    old = {comment_text(line.raw.lstrip(_BLANKS), len(mark)): line.raw for line in lines if line.kind == kind}
    return [
        line for text in getattr(now, kind) for line in ([old[text]] if text in old else comment_lines(mark, (text,)))
    ]


def _turned(lines: Sequence[Line], obsolete: bool) -> list[Line]:
    """The lines of an entry that was obsolete without the mark, or those of an active one with it."""
    if obsolete:
        return [line._replace(raw=line.plain) if line.raw.lstrip(_BLANKS).startswith("#~") else line for line in lines]
    return [
        line._replace(raw="#~" + line.plain[1:] if line.kind == "previous" else "#~ " + line.plain)
        if line.kind not in _UNMARKED
        else line
        for line in lines
        if line.plain
    ]
