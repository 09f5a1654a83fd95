"""Segments and words by state: one Row for an article in a locale, one Report for all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from l10n.model import State

STATES = ("empty", "draft", "source changed", "sent back", "claim", "translated", "reviewed", "final")
"""What a segment is counted as: `initial` by its reason, then the three higher states."""

INITIAL = STATES[:5]
_BUCKET = {name: number for number, name in enumerate(STATES)}
_FIRST_AT = (0, 5, 6, 7)
"""Number in STATES of the first that counts as this state or above, by State."""
NEVER = "never"
"""Said of what is no page: the glossary, a catalog without an article."""
_NOTHING = (0,) * len(STATES)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a report wants to know of one segment."""

    words: int
    """Words of its source (text.word_count)."""
    state: State
    """Effective state."""
    reason: str = ""
    """Of an initial segment: one of INITIAL."""
    claim: bool = False
    """Says of itself more than a record bears out, in a comment or by a lost flag."""
    resubmitted: bool = False
    """Sent back, and handed in again: it waits for the editor."""
    question: bool = False
    """Its translator left a note of their own."""
    unchanged: bool = False
    """Somebody stands for it, and it is letter for letter a draft."""
    since: str = ""
    """When the record that gave the state was made, UTC; "" where there is none."""
    who: str = ""
    """Whose record it is."""


class Row(NamedTuple):
    """An article in a locale, or the total of a locale. Every field is plain enough for a JSON cache."""

    article: str
    locale: str
    segments: tuple[int, ...] = _NOTHING
    """By state, in the order of STATES."""
    words: tuple[int, ...] = _NOTHING
    claimed_segments: int = 0
    """Of the segments above, how many claim more than a record bears out."""
    claimed_words: int = 0
    resubmitted: int = 0
    """Of the segments that were sent back, how many were handed in again."""
    questions: int = 0
    unchanged: int = 0
    """Drafts that somebody stands for as they are, approved or not."""
    since: str = ""
    """When its latest record was made, UTC."""
    who: str = ""
    """Whose it was."""
    waiting_since: str = ""
    """When the oldest translated text that waits for an editor was made."""
    deadline: str = ""
    """ISO date, or ""."""
    published: str = ""
    """"published", "stale", "never" for what is no page, or "" where it is not yet."""
    converted_from: str = ""
    """Of a script variant, the locale whose segments these are; it waits for nobody."""
    published_segments: int = 0
    """Of a total: how many reviewed or final segments are published, or never will be."""

    @property
    def segment_count(self) -> int:
        return sum(self.segments)

    @property
    def word_count(self) -> int:
        return sum(self.words)

    @property
    def is_published(self) -> bool:
        """It waits for no publisher."""
        return self.published in ("published", NEVER)

    def share(self, least: State) -> float:
        """Share of words, 0–1, in `least` or above; of segments where there are no words, 1 where there is nothing."""
        counts = self.words
        total = sum(counts)
        if not total:
            counts = self.segments
            total = sum(counts)
        return sum(counts[_FIRST_AT[least] :]) / total if total else 1.0

    def is_done(self, least: State) -> bool:
        """Every segment is in `least` or above."""
        return not any(self.segments[: _FIRST_AT[least]])

    def waits(self) -> dict[str, int]:
        """Segments by the person they wait for: translator, editor, publisher (none once they are published).

        What is converted waits for nobody: its locale does.
        """
        if self.converted_from:
            return {"translator": 0, "editor": 0, "publisher": 0}
        *initial, translated, reviewed, final = self.segments
        return {
            "translator": sum(initial) - self.resubmitted,
            "editor": translated + self.resubmitted,
            "publisher": 0 if self.is_published else reviewed + final - self.published_segments,
        }


@dataclass(frozen=True, slots=True)
class Report:
    """Rows by article and locale, totals by locale."""

    rows: tuple[Row, ...]
    totals: tuple[Row, ...]
    """One for each locale; `article` is ""."""
    least: State
    """What counts as done: the least state of the gate."""
    today: str = ""
    """ISO date that deadlines are compared with; "" compares none."""

    def is_overdue(self, row: Row) -> bool:
        """Its deadline has passed and it is not done."""
        return bool(row.deadline and self.today and row.deadline < self.today and not row.is_done(self.least))


def bucket(state: State, reason: str) -> int:
    """Number in STATES; ValueError for an initial segment without one of these reasons."""
    name = reason if state is State.INITIAL else str(state)
    if name not in _BUCKET or (state is State.INITIAL and name not in INITIAL):
        raise ValueError(f"`{reason}` is no reason to be initial; reasons are {', '.join(INITIAL)}")
    return _BUCKET[name]


def tally(article: str, locale: str, segments: Iterable[Counted]) -> Row:
    """The segments of one article in one locale, counted."""
    counts, words = list(_NOTHING), list(_NOTHING)
    claims = claimed_words = again = questions = unchanged = 0
    latest, waiting = ("", ""), ""
    for segment in segments:
        place = bucket(segment.state, segment.reason)
        counts[place] += 1
        words[place] += segment.words
        questions += segment.question
        unchanged += segment.unchanged
        again += segment.resubmitted and STATES[place] == "sent back"
        if segment.claim:
            claims += 1
            claimed_words += segment.words
        if segment.since:
            latest = max(latest, (segment.since, segment.who))
            if segment.state is State.TRANSLATED or segment.resubmitted:
                waiting = min(waiting or segment.since, segment.since)
    figures = claims, claimed_words, again, questions, unchanged
    return Row(article, locale, tuple(counts), tuple(words), *figures, *latest, waiting)


def report(
    rows: Iterable[Row],
    *,
    least: State = State.REVIEWED,
    deadlines: Mapping[str, str] | None = None,
    published: Mapping[tuple[str, str], str] | None = None,
    today: str = "",
    apart: Collection[str] = (),
) -> Report:
    """The rows in order, with deadlines (by article) and publication (by article and locale), and their totals.

    apart: names of what is no page, as the glossary; they stand behind the articles, and no total counts it.
    published: "published" or "stale".  today: ISO date; it is an argument because a report reads no clock.
    """
    known = sorted(rows)  # by article and locale, of which no two rows have both
    if deadlines or published:
        known = [_dressed(row, deadlines or {}, published or {}) for row in known]
    pages = [row for row in known if row.article not in apart]
    others = [row._replace(published=NEVER) for row in known if row.article in apart]
    return Report((*pages, *others), _totals(pages), least, today)


def _dressed(row: Row, deadlines: Mapping[str, str], published: Mapping[tuple[str, str], str]) -> Row:
    deadline, state = deadlines.get(row.article, ""), published.get((row.article, row.locale), "")
    return row._replace(deadline=deadline, published=state) if deadline or state else row


def _totals(rows: Iterable[Row]) -> tuple[Row, ...]:
    by_locale: dict[str, list[Row]] = {}
    for row in rows:
        by_locale.setdefault(row.locale, []).append(row)
    return tuple(_total(locale, by_locale[locale]) for locale in sorted(by_locale))


def _total(locale: str, rows: list[Row]) -> Row:
    _, _, segments, words, claimed, claimed_words, again, questions, unchanged, since, who, waiting, *_ = zip(
        *rows, strict=True
    )
    latest = max(zip(since, who, strict=True))
    return Row(
        article="",
        locale=locale,
        segments=tuple(map(sum, zip(*segments, strict=True))),
        words=tuple(map(sum, zip(*words, strict=True))),
        claimed_segments=sum(claimed),
        claimed_words=sum(claimed_words),
        resubmitted=sum(again),
        questions=sum(questions),
        unchanged=sum(unchanged),
        since=latest[0],
        who=latest[1],
        waiting_since=min(filter(None, waiting), default=""),
        converted_from=rows[0].converted_from,
        published_segments=sum(sum(row.segments[-2:]) for row in rows if row.is_published),
    )
