"""The grammar of an entry's translator comments: lines of ours, and a translator's own.

`# l10n: reviewed 5fc100462ce4` is the copy of a state that people and other programs see; `# l10n-note: …` the
reason why a text was sent back, or a question of ours; `# l10n-answer: timur: …` what somebody answered to the
questions above it; `# l10n-origin: …` what made a draft; `# l10n-check: [5fc100] …`
what a check says of exactly the text with that digest.  In the glossary
`# l10n-also: …` is another form that is admitted, `# l10n-never: …` one that is forbidden, one form a line; people
write them.  Every other line is a translator's own: a question.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from l10n.model import Entry, State
from l10n.text import SHORT_DIGEST

STATE = "l10n: "
NOTE = "l10n-note: "
ORIGIN = "l10n-origin:"
CHECK = "l10n-check: "
ANSWER = "l10n-answer: "
ALSO = "l10n-also:"
NEVER = "l10n-never:"
KEPT_OUT = f"{NOTE}another version says "
"""How lines of ours start; of `l10n-note: another version says`, which a merge writes, a text in quotes follows."""

_STATE_LINE = re.compile(rf"{STATE}([a-z]+) ([0-9a-f]{{{SHORT_DIGEST},64}})\s*")

_CHECK_LINE = re.compile(rf"{CHECK}\[([0-9a-f]{{6}})\] ")
_CHECK_DIGITS = 6
"""Hex digits in the line of a finding: enough to see that a text is another one than before."""

_WIDTH = 74
"""Longest comment without "# ": Babel wraps translator comments at 76 columns, polib at 78."""

_NOT_A_QUESTION = re.compile(r"l10n(-[a-z]+)?:|#-#-#-#-#|\(pofilter\)|\(review\)|\| (?:msg[a-z_]+ )?\"")
"""Ours; msgcat's marks where it joined two files; Translate Toolkit's own findings; a `#|` line through Babel."""

BROKEN_PREVIOUS = re.compile(r"\| (?:msg(?:ctxt|id|id_plural) )?\".*\"")
"""What Babel makes of a `#|` line."""

BY_PROGRAMS = ("l10n", "| ")
"""How lines start that may have to go."""


class Exchange(NamedTuple):
    """What a translator asked, and what somebody answered."""

    questions: tuple[str, ...]
    """Lines; none where they are gone."""
    who: str
    """Id of a person, or ""."""
    answer: str


def questions(entry: Entry) -> list[str]:
    """What a translator wrote for the others and nobody answered: comment lines that no program wrote."""
    lines = entry.comments
    return [line for line in lines[_answered(lines) :] if is_question(line)]


def exchanges(entry: Entry) -> list[Exchange]:
    """The questions that were answered, the earliest first."""
    found: list[Exchange] = []
    runs = groupby(entry.comments[: _answered(entry.comments)], key=lambda line: line.startswith(ANSWER))
    asked: tuple[str, ...] = ()
    for is_answer, lines in runs:
        if not is_answer:
            asked = tuple(filter(is_question, lines))
            continue
        who, _, said = " ".join(line.removeprefix(ANSWER).strip() for line in lines).partition(": ")
        found.append(Exchange(asked, who, said) if said else Exchange(asked, "", who))
    return found


def answered(lines: Sequence[str], who: str, answer: str) -> tuple[str, ...]:
    """The comment lines with an answer to all that is asked in them."""
    last = max((n for n, line in enumerate(lines, start=1) if is_question(line)), default=len(lines))
    at = max(last, _answered(lines))
    return (*lines[:at], *wrapped(ANSWER, f"{who}: {answer}"), *lines[at:])


def asking(lines: Sequence[str], asked: Iterable[str]) -> tuple[str, ...]:
    """The comment lines with these questions for those that nobody answered; what was answered stays, and is over."""
    at = _answered(lines)
    new = (line for line in asked if line not in lines[:at])
    return (*lines[:at], *new, *(line for line in lines[at:] if not is_question(line)))


def _answered(lines: Sequence[str]) -> int:
    """How many lines there are up to the last answer."""
    return max((n for n, line in enumerate(lines, start=1) if line.startswith(ANSWER)), default=0)


def is_question(line: str) -> bool:
    """Whether a comment line is a translator's own."""
    return bool(line.strip()) and _NOT_A_QUESTION.match(line) is None


def state_line(state: State, digest: str) -> str:
    """The comment for a text in this state."""
    return f"{STATE}{state} {digest[:SHORT_DIGEST]}"


def check_lines(said: str, digest: str) -> list[str]:
    """What a check says of the text of this digest, as comment lines."""
    return wrapped(f"{CHECK}[{digest[:_CHECK_DIGITS]}] ", said)


def is_check(line: str, digest: str = "") -> bool:
    """Whether a line is that of a finding; with a digest, of one about another text."""
    match = _CHECK_LINE.match(line) if line.startswith(CHECK) else None
    return match is not None and not (digest and digest.startswith(match[1]))


class Stated(NamedTuple):
    """What a state line says."""

    state: State | None
    """None for a word that is no state."""
    digits: str
    """How the digest of its text starts."""


def stated(line: str) -> Stated | None:
    """What a comment line says of a text, where it is a state line."""
    match = _STATE_LINE.fullmatch(line) if line.startswith(STATE) else None
    if match is None:
        return None
    known = match[1].upper() in State.__members__
    return Stated(State.parse(match[1]) if known else None, match[2])


def without_state(lines: Iterable[str]) -> tuple[str, ...]:
    """The comment lines that are no state lines."""
    return tuple(line for line in lines if stated(line) is None)


def origin_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """The comment lines that say what made a target."""
    return tuple(line for line in lines if line.startswith(ORIGIN))


def origin_line(said: str) -> str:
    """The comment that says what made a target, so short that no program wraps it."""
    room = _WIDTH - len(ORIGIN) - 1
    return f"{ORIGIN} {textwrap.shorten(said, room, placeholder=' …')}"


def with_origin(lines: Iterable[str], said: str) -> tuple[str, ...]:
    """The comment lines with this one origin, which stands first."""
    return (origin_line(said), *(line for line in lines if not line.startswith(ORIGIN)))


def claimed(entry: Entry, digest: str) -> State | None:
    """`reviewed` or `final`, where a comment says so of exactly this text."""
    for line in entry.comments:
        said = stated(line)
        if said and said.state is not None and digest.startswith(said.digits):
            return said.state if said.state >= State.REVIEWED else None
    return None


def note_lines(note: str) -> list[str]:
    """A note as comment lines, short enough that no program wraps them."""
    return wrapped(NOTE, note)


def wrapped(mark: str, said: str) -> list[str]:
    """What is said as lines that all start with this mark, short enough that no program wraps them."""
    room = _WIDTH - len(mark)
    if 0 < len(said) <= room and said.isprintable() and said[-1] != " ":  # what wrapping would leave as it is
        return [mark + said]
    return [mark + part for part in textwrap.wrap(said, room, break_on_hyphens=False)]


def unwrapped(mark: str, lines: Iterable[str], begins: Callable[[str], bool]) -> list[str]:
    """What was said, from lines as `wrapped` makes them, other lines left out.

    A line goes on the one before where its first word had no room there. begins: whether it cannot, all the same.
    """
    said: list[str] = []
    room = _WIDTH
    for line in lines:
        part = line.removeprefix(mark)
        if not line.startswith(mark) or not part.strip():
            continue
        if said and len(part.split()[0]) >= room and not begins(part):
            said[-1] += f" {part}"
        else:
            said.append(part)
        room = _WIDTH - len(line)
    return said


def note(entry: Entry) -> str:
    """What the note lines of an entry say together, or ""."""
    return " ".join(c.removeprefix(NOTE).strip() for c in entry.comments if c.startswith(NOTE))


def origin(entry: Entry) -> str:
    """What `# l10n-origin: …` says, or ""."""
    return next((c.removeprefix(ORIGIN).strip() for c in entry.comments if c.startswith(ORIGIN)), "")


def also(entry: Entry) -> tuple[str, ...]:
    """The forms that `# l10n-also: …` lines admit beside the target, each once."""
    return _forms(entry, ALSO)


def never(entry: Entry) -> tuple[str, ...]:
    """The forms that `# l10n-never: …` lines forbid, each once."""
    return _forms(entry, NEVER)


def is_of_people(line: str) -> bool:
    """Whether a line is kept even where nothing else is left of its entry: no program wrote it."""
    return not line.startswith("l10n") or line.startswith((ALSO, NEVER, ANSWER))


def _forms(entry: Entry, mark: str) -> tuple[str, ...]:
    said = (line.removeprefix(mark).strip() for line in entry.comments if line.startswith(mark))
    return tuple(dict.fromkeys(filter(None, said)))
