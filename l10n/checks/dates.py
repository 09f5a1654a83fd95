"""Dates: days, months and weekdays of the source are those of the target, and are days of the calendar.

ITS 2.0 type: numbers.  Quiet on purpose: years alone, which are figures; "last year", "yesterday"; a year or a weekday
that a translator adds; "on Monday" for which the target has the day of the month; words that may be another thing
(Theresa May, среда, қазан, ماي): they explain a date of the other side, and need no explanation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from l10n import languages
from l10n.checks.pairs import Pair, Rule, Text, finding
from l10n.checks.wording import differs, not_in_target
from l10n.facts.dates import Date
from l10n.model import Finding
from l10n.phrases import phrase, word

RULES = {
    "other": Rule("error", "The target has another day, month or year than the source."),
    "missing": Rule("warning", "A date of the source is not in the target, or lacks its day, weekday or year."),
    "added": Rule("note", "The target has a date that is not in the source."),
    "weekday": Rule("error", "The target has another day of the week than the source."),
    "calendar": Rule("error", "The day of the week is not that of the date."),
    "impossible": Rule("error", "The calendar has no such day."),
}
_say = partial(finding, "dates", RULES)

MANY = 200
"""Dates of a text that are compared; no segment has so many, and a hostile one costs no more than its length."""
_MONTHLY = languages.words(
    "январск февральск мартовск апрельск майск июньск июльск августовск сентябрьск октябрьск ноябрьск декабрьск"
)
"""Beginnings of the Russian adjectives of months: `the January vote`, январские выборы."""
_SHORT = 3
"""Letters of an abbreviation."""
_SHORT_DAY = re.compile(r"(?i)(?:mon|tue|wed|thu|fri|sat|sun|пн|вт|ср|чт|пт|сб|вс|дс|сс|бс|жм|сн|жс)\b")
_WEEKDAYS = (
    word("weekday", "Monday"),
    word("weekday", "Tuesday"),
    word("weekday", "Wednesday"),
    word("weekday", "Thursday"),
    word("weekday", "Friday"),
    word("weekday", "Saturday"),
    word("weekday", "Sunday"),
)
_FOUR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target."""
    source, target = pair.source.dates, pair.target.dates
    if not source and not any(one.sure for one in target):
        return
    odd = list(_odd(pair.target))
    if odd and not list(_odd(pair.source)):
        yield from odd
    if max(len(source), len(target)) <= MANY:
        yield from _compared(pair, source, target)


def check_source(text: Text, kind: str) -> Iterator[Finding]:
    """The findings of an original."""
    if text.dates:
        yield from _odd(text)


def _odd(text: Text) -> Iterator[Finding]:
    """Days that no calendar has, and weekdays that are not those of their dates."""
    for one in text.dates:
        said = text.text[one.start : one.end]
        if one.is_impossible:
            yield _say("impossible", phrase("`{said}`: there is no such day", said=said), (one.start, one.end))
        elif one.weekday and one.real_weekday not in (None, one.weekday):
            real = _WEEKDAYS[(one.real_weekday or 1) - 1]
            message = phrase("`{said}`: that day is a {weekday}", said=said, weekday=real)
            yield _say("calendar", message, (one.start, one.end))


def _compared(pair: Pair, source: Sequence[Date], target: Sequence[Date]) -> Iterator[Finding]:
    """What of the dates of the source is not in the target, and what is only there."""
    left = list(target)
    lost: list[Date] = []
    partly: list[Date] = []
    for one in source:
        match = _best(one, left)
        if match is not None:
            left.remove(match)
            yield from _lacking(pair, one, match)
            if len(one.days) > len(match.days) > 0:
                partly.append(one)
        elif one.sure:
            (partly if any(_fits(one, other) for other in target) else lost).append(one)
    added = [one for one in left if one.sure and not any(_fits(other, one) for other in source)]
    lost = [one for one in lost if not _is_half_said(pair.source, one, pair.target)]
    added = [one for one in added if not _is_half_said(pair.target, one, pair.source)]
    lost += [one for one in partly if _lacks_days(one, target) and any(two.days for two in added)]
    for one in lost:
        other = next((two for two in added if (two.month is None) == (one.month is None)), None)
        other = other or next((two for two in added if one.month is None), None)
        if other is not None:
            added.remove(other)
        yield from _lost(pair, one, other)
    for one in added:
        if one.month is not None:
            said = pair.target.text[one.start : one.end]
            message = phrase("the target has the date `{said}`, which is not in the source", said=said)
            yield _say("added", message, (one.start, one.end))


def _lacks_days(one: Date, others: Sequence[Date]) -> bool:
    """Some of its days are not in the dates of its month: 11–13 September, 11 September and 30 September."""
    return not set(one.days) <= {day for other in others if other.month == one.month for day in other.days}


_NIGHT = re.compile(r"(?i)\bnight|\bноч|\bтүн|كېچ")


def _is_next_night(pair: Pair, one: Date, other: Date) -> bool:
    """The night of Sunday is one to Monday."""
    if not (_NIGHT.search(pair.source.bare) and _NIGHT.search(pair.target.bare)):
        return False
    if one.month is None and one.weekday and other.weekday:
        return other.weekday == one.weekday % 7 + 1
    return one.month == other.month and [day + 1 for day in one.days] == [*other.days]


def _is_half_said(text: Text, one: Date, other: Text) -> bool:
    """`Not on the 1st but on 15 September` says its month once; `Mon–Fri` may be any days of work."""
    if one.month is None:
        short = len(text.text[one.start : one.end]) <= _SHORT
        return short and all(two.weekday is None for two in other.dates)
    if not one.days and _MONTHLY[one.month - 1] in other.bare.lower():
        return True
    said = {two.value for two in other.figures} | {two.value for two in other.numerals}
    return bool(one.days) and said.issuperset(one.days) and any(two.month == one.month for two in other.dates)


def _lost(pair: Pair, one: Date, other: Date | None) -> Iterator[Finding]:
    """A date for which the target has another one, or none."""
    said = pair.source.text[one.start : one.end]
    place = (one.start, one.end)
    if other is None:
        yield _say("missing", not_in_target(said), None, place)
        return
    if one.month is None and other.month is not None:  # "on Monday" became the day of the month
        return
    if _is_next_night(pair, one, other):
        return
    here = pair.target.text[other.start : other.end]
    rule = "weekday" if one.month is None else "other"
    yield _say(rule, differs(said, here), (other.start, other.end), place)


def _lacking(pair: Pair, one: Date, other: Date) -> Iterator[Finding]:
    """What the date of the target does not say though that of the source does."""
    place, there = (one.start, one.end), (other.start, other.end)
    said, here = pair.source.text[slice(*place)], pair.target.text[slice(*there)]
    if one.sure and one.days and not other.days and one.month:
        message = phrase("the source says `{said}`, the target has no day: `{here}`", said=said, here=here)
        yield _say("missing", message, there, place)
    elif one.year and not other.year and str(one.year) not in _FOUR.findall(pair.target.bare):
        message = phrase("the source says `{said}`, the target has no year: `{here}`", said=said, here=here)
        yield _say("missing", message, there, place)
    elif other.days and not one.days and one.month and one.sure and other.sure:
        message = phrase("the source says `{said}`, the target has a day: `{here}`", said=said, here=here)
        yield _say("added", message, there, place)
    elif one.weekday and other.weekday is None and one.sure and not _SHORT_DAY.match(said):
        message = phrase("the source says `{said}`, the target has no day of the week: `{here}`", said=said, here=here)
        yield _say("missing", message, there, place)


def _best(one: Date, others: Sequence[Date]) -> Date | None:
    """The date that says most of the same."""
    fitting = [other for other in others if _fits(one, other)]
    return max(fitting, key=lambda other: (_shared(one, other), other.sure), default=None)


def _shared(one: Date, other: Date) -> int:
    return (
        2 * (one.days != () and other.days != ())
        + (one.year is not None and other.year is not None)
        + (one.weekday is not None and other.weekday is not None)
    )


def _fits(one: Date, other: Date) -> bool:
    """Both may be one and the same date: what both say is equal, and both say a month or a weekday."""
    if one.month is None or other.month is None:
        return one.weekday is not None and one.weekday == other.weekday
    if one.weekday and other.weekday and one.weekday != other.weekday:
        return False
    if one.year and other.year and one.year % 100 != other.year % 100:
        return False
    if one.year and other.year and one.year > 99 and other.year > 99 and one.year != other.year:
        return False
    return any(
        month == other_month and _same_days(days, other_days)
        for month, days in _readings(one)
        for other_month, other_days in _readings(other)
    )


def _readings(one: Date) -> Iterator[tuple[int | None, tuple[int, ...]]]:
    yield one.month, one.days
    if one.swapped:
        yield one.swapped[0], (one.swapped[1],)


def _same_days(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return not one or not other or set(one) <= set(other) or set(other) <= set(one)
