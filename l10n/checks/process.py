"""Process: whether the steps of the work on a text were what they seem to be.

ITS 2.0 type: other.  Reads records, not words.  Quiet on purpose: texts whose translator nobody knows, which the gate
counts apart; a text that was edited because its source was; drafts of the memory, which a person wrote once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial, reduce

from l10n import origins
from l10n.checks.articles import History, Row
from l10n.checks.pairs import Rule, finding
from l10n.model import Finding, State
from l10n.phrases import Phrase, phrase

RULES = {
    "own": Rule("warning", "Everybody who approved the text is among those who translated it."),
    "edited": Rule("warning", "The text was approved, and somebody changed it since, though its source is the same."),
    "order": Rule("note", "The text was typed after it was approved: an earlier step is newer than a later one."),
    "source": Rule("warning", "The original was edited after the translation was approved."),
    "unread": Rule("warning", "A draft of a machine was approved as it is, sooner than anybody can read it."),
}
_say = partial(finding, "process", RULES)

READ_S = 5
"""Seconds in which nobody opens, reads and approves even the shortest draft."""
LETTERS_A_SECOND = 50
"""Twice as fast as a practised reader (250 words a minute)."""


def check_article(rows: Sequence[Row]) -> Iterator[tuple[int, Finding]]:
    """The findings of the segments of an article, by the number of the row."""
    for number, row in enumerate(rows):
        for one in _of(row):
            yield number, one


def _of(row: Row) -> Iterator[Finding]:
    seen = row.history
    if seen.state >= State.REVIEWED:
        if seen.reviewers and "" not in seen.translators and set(seen.reviewers) <= set(seen.translators):
            yield _say("own", _own(seen.reviewers))
        if seen.typed > seen.approved > "":
            yield _say("order", _order(seen))
        if seen.source_edited > seen.approved > "":
            yield _say("source", _source(seen))
        if _is_unread(row):
            yield _say("unread", _unread(seen))
    elif seen.approved_before:
        yield _say("edited", _edited(_day(seen.approved_before), row.pair.approved))


def _own(reviewers: Sequence[str]) -> Phrase:
    people: str = reduce(
        lambda before, name: phrase("{before} and {name}", before=before, name=name),
        (f"`{name}`" for name in reviewers),
    )
    return phrase("approved by {people}, who translated it: nobody else has read it", people=people)


def _order(seen: History) -> Phrase:
    typed, approved = _day(seen.typed), _day(seen.approved)
    return phrase("typed on {typed}, after it was approved on {approved}", typed=typed, approved=approved)


def _source(seen: History) -> Phrase:
    return phrase(
        "the original was edited on {edited}, after this was approved on {approved}",
        edited=_day(seen.source_edited),
        approved=_day(seen.approved),
    )


def _unread(seen: History) -> Phrase:
    return phrase(
        "a draft (`{origin}`) was approved unchanged, {n} s after it was made", origin=seen.origin, n=_seconds(seen)
    )


def _edited(day: str, before: str) -> Phrase:
    if before:
        return phrase("the text that was approved on {day} was changed since: `{before}`", day=day, before=before)
    return phrase("the text that was approved on {day} was changed since", day=day)


def _is_unread(row: Row) -> bool:
    seen = row.history
    if not (seen.origin and seen.drafted and seen.approved) or origins.parsed(seen.origin).maker == origins.MEMORY:
        return False
    return 0 <= _seconds(seen) < max(READ_S, len(row.pair.target.text) // LETTERS_A_SECOND)


def _seconds(seen: History) -> int:
    return int((datetime.fromisoformat(seen.approved) - datetime.fromisoformat(seen.drafted)).total_seconds())


def _day(when: str) -> str:
    return when[:10]
