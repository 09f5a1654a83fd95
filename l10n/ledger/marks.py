"""The copy of the ledger that an entry carries in its comments."""

from __future__ import annotations

from l10n import comments
from l10n.ledger.states import Ledger
from l10n.ledger.status import Status
from l10n.model import Entry, State


def mark(entry: Entry, ledger: Ledger) -> Entry:
    """The entry with our comments true of exactly this text; the same object where nothing changes.

    One state line where the state is `reviewed` or `final`, none otherwise, so that typing a target changes
    nothing else in the file; a claim (a line that fits the text and that no record ever backed) stays, so that
    it can be accepted.  The reasons of a standing `send back` until another target is handed in, without a fuzzy
    flag, or the text is approved; other notes stay.
    No origin line on a text that a person typed, no finding about another text, and nothing of what Babel makes of
    `#|` lines.
    """
    if entry.obsolete:
        return entry
    was = entry.comments
    ours = [line for line in was if line.startswith(comments.BY_PROGRAMS)]
    stay = entry.fuzzy and all(line.startswith(comments.ORIGIN) for line in ours)
    if (stay or not ours) and not (ledger.reviewed and ledger.said(ledger.digest(entry)).backed):
        return entry
    status = ledger.status(entry)
    wanted = _wanted(ledger, status)
    kept: list[str] = []
    for line in was:
        if line in wanted:
            if line not in kept:
                kept.append(line)
        elif not _is_over(line, entry, ledger, status):
            kept.append(line)
    new = (*(line for line in wanted if line not in kept), *kept)
    return entry if new == was else entry.replace(comments=new)


def _wanted(ledger: Ledger, status: Status) -> list[str]:
    """The lines that must stand there."""
    state = status.state if status.state >= State.REVIEWED else status.claim
    lines = [comments.state_line(state, status.digest)] if state else []
    for record in ledger.standing(status.digest, "send back").values():
        lines += comments.note_lines(record.note)
    return lines


def _is_over(line: str, entry: Entry, ledger: Ledger, status: Status) -> bool:
    """Whether a line that nobody wants says what is not true, or no longer."""
    if line.startswith(comments.STATE) or comments.BROKEN_PREVIOUS.fullmatch(line):
        return True
    if comments.is_check(line):
        return not status.digest or comments.is_check(line, status.digest)
    if line.startswith(comments.NOTE):
        standing = ledger.reasons.get(line)
        if standing is None:
            return False
        in_work = entry.fuzzy or entry.targets in standing
        return not standing or status.state >= State.REVIEWED or not in_work
    if line.startswith(comments.ORIGIN):
        said = ledger.said(status.digest)
        return bool(said.people) and not said.drafts and not entry.fuzzy
    return False
