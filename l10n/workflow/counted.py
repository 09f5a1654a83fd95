"""What stands behind a number of a report: exactly the segments that were counted.

Of one article in one locale they are read from its side; of many articles the report says which of them have any, so
that of 100,000 segments only those are read that a reader turns to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from l10n import reports
from l10n.model import State
from l10n.project.settings import ROLES
from l10n.reports import STATES, Counted, Row
from l10n.workflow import reporting, view
from l10n.workflow.items import Item, of_side

ALL, CLAIMS, QUESTIONS = "all", "claims", "questions"
NUMBERS = (ALL, *STATES, *ROLES, CLAIMS, QUESTIONS)
"""The numbers of a row: all segments, those in a state, those that wait for somebody, what claims, what is asked."""


def number(row: Row, name: str) -> int:
    """One of NUMBERS, as a report counts it."""
    if name in STATES:
        return row.segments[STATES.index(name)]
    if name in ROLES:
        return row.waits()[name]
    return {ALL: row.segment_count, CLAIMS: row.claimed_segments, QUESTIONS: row.questions}[name]


def behind(side: view.Side, name: str, *, is_published: bool = False) -> list[Item]:
    """The segments of one locale of an article that one of NUMBERS counts, in document order.

    is_published: as the row says; what is published waits for no publisher.
    """
    counted = reporting.counted(side)
    return [item for item, one in zip(of_side(side), counted, strict=True) if _is_in(one, name, is_published)]


def _is_in(one: Counted, name: str, is_published: bool) -> bool:
    if name in STATES:
        return STATES[reports.bucket(one.state, one.reason)] == name
    if name in ROLES:
        return _waits_for(one, is_published) == name
    return {ALL: True, CLAIMS: one.claim, QUESTIONS: one.question}[name]


def _waits_for(one: Counted, is_published: bool) -> str:
    if one.state >= State.REVIEWED:
        return "" if is_published else ROLES[2]
    sent_again = one.resubmitted and one.reason == "sent back"
    return ROLES[1] if one.state is State.TRANSLATED or sent_again else ROLES[0]


def slices(rows: Sequence[Row], name: str, start: int, count: int) -> Iterator[tuple[Row, slice]]:
    """Of the segments that a number counts in these rows, one row after the other, those from `start` on: the rows
    that have any, each with which of its own they are."""
    for row in rows:
        here = number(row, name)
        if start < here and count > 0:
            taken = min(count, here - start)
            yield row, slice(start, start + taken)
            count -= taken
        start = max(0, start - here)


def total(rows: Iterable[Row], name: str) -> int:
    """One of NUMBERS over these rows."""
    return sum(number(row, name) for row in rows)
