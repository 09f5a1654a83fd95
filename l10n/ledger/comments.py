"""What stands in the translator comments of an entry: lines of ours, and a translator's own.

`# l10n: reviewed 5fc100462ce4` is the copy of a state that people and other programs see; `# l10n-note: …` the
reason why a text was sent back, or a question of ours; `# l10n-origin: …` what made a draft.  Every other line
is a translator's own: a question.
"""

from __future__ import annotations

import re
import textwrap

from l10n.model import Entry, State

STATE_PREFIX = "l10n: "
NOTE_PREFIX = "l10n-note: "
ORIGIN_PREFIX = "l10n-origin: "

_STATE_LINE = re.compile(r"l10n: (initial|translated|reviewed|final) ([0-9a-f]{12})")
_DIGITS = 12
"""How much of a digest the comment shows: enough to tell 10^6 texts apart but for one chance in 500."""

_WIDTH = 74
"""Longest comment without "# ": Babel wraps translator comments at 76 columns, polib at 78."""

_NOT_A_QUESTION = re.compile(r"l10n(-[a-z]+)?:|#-#-#-#-#|\(pofilter\)|\(review\)|\| (?:msg[a-z_]+ )?\"")
"""Ours; msgcat's marks where it joined two files; Translate Toolkit's own findings; a `#|` line through Babel."""

BROKEN_PREVIOUS = re.compile(r"\| (?:msg(?:ctxt|id|id_plural) )?\".*\"")
"""What Babel makes of a `#|` line."""

BY_PROGRAMS = ("l10n", "| ")
"""How lines start that may have to go."""


def questions(entry: Entry) -> list[str]:
    """What a translator wrote for the others: comment lines that no program wrote."""
    return [line for line in entry.comments if line.strip() and not _NOT_A_QUESTION.match(line)]


def state_line(state: State, digest: str) -> str:
    """The comment for a text in this state."""
    return f"{STATE_PREFIX}{state} {digest[:_DIGITS]}"


def claimed(entry: Entry, digest: str) -> State | None:
    """`reviewed` or `final`, where a comment says so of exactly this text."""
    for comment in entry.comments:
        match = _STATE_LINE.fullmatch(comment.strip()) if comment.startswith(STATE_PREFIX) else None
        if match and digest.startswith(match[2]):
            state = State.parse(match[1])
            return state if state >= State.REVIEWED else None
    return None


def note_lines(note: str) -> list[str]:
    """A note as comment lines, short enough that no program wraps them."""
    parts = textwrap.wrap(note, _WIDTH - len(NOTE_PREFIX), break_on_hyphens=False)
    return [NOTE_PREFIX + part for part in parts]


def note(entry: Entry) -> str:
    """What the note lines of an entry say together, or ""."""
    return " ".join(c.removeprefix(NOTE_PREFIX).strip() for c in entry.comments if c.startswith(NOTE_PREFIX))


def origin(entry: Entry) -> str:
    """What `# l10n-origin: …` says, or ""."""
    return next((c.removeprefix(ORIGIN_PREFIX).strip() for c in entry.comments if c.startswith(ORIGIN_PREFIX)), "")
