"""Dates, however a newsroom writes them, and whatever the machine."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import languages
from l10n.checks import run
from l10n.checks.pairs import Pair, Text
from l10n.facts.dates import dates

DAYS = st.dates(date(1950, 1, 1), date(2040, 12, 31))
WRITTEN = {
    "en": ("{month} {day}, {year}", "{day} {month} {year}", "{weekday}, {month} {day}, {year}", "{iso}"),
    "ru": ("{day} {month} {year} года", "{day} {month} {year} г.", "{weekday}, {day} {month} {year} года", "{points}"),
    "kk": ("{year} жылғы {day} {month}", "{year} жылдың {day} {month}ында", "{day} {month} {year} жылы", "{points}"),
    "ug": ("{year}-يىلى {day}-{month}", "{year}-يىلى {number}-ئاينىڭ {day}-كۈنى", "{points}"),
}


def written(day: date, locale: str, way: str) -> str:
    language = languages.get(locale)
    return way.format(
        day=day.day,
        year=day.year,
        number=day.month,
        month=language.months_in_text[day.month - 1],
        weekday=language.weekdays[day.weekday()],
        iso=day.isoformat(),
        points=f"{day.day:02}.{day.month:02}.{day.year}",
    )


WAYS = [(locale, way) for locale, ways in WRITTEN.items() for way in ways]


@pytest.mark.parametrize(("locale", "way"), WAYS)
@given(day=DAYS)
def test_read(locale: str, way: str, day: date) -> None:
    """Every way of writing a day gives that day, and the place where it stands."""
    text = f"… {written(day, locale, way)} …"
    (found,) = dates(text, locale)

    assert (found.year, found.month, found.days) == (day.year, day.month, (day.day,))
    assert found.real_weekday == day.isoweekday()
    assert not found.is_impossible
    assert text[found.start] not in " …"
    assert found.weekday == (day.isoweekday() if "{weekday}" in way else None)


@given(st.data(), DAYS, DAYS)
def test_compared(data: st.DataObject, day: date, other: date) -> None:
    """A day is itself in every language, and no other day."""
    locale, way = data.draw(st.sampled_from(WAYS))
    source = Text(f"The bridge opened on {written(day, 'en', data.draw(st.sampled_from(WRITTEN['en'])))}.", "en")

    def findings(said: date) -> list:
        return list(run(Pair(source, Text(f"… {written(said, locale, way)}", locale)), ["dates"]))

    told = findings(day)
    assert [one for one in told if one.rule != "missing"] == []
    assert all("day of the week" in one.message for one in told)
    assert day == other or findings(other)


@given(st.text(st.sampled_from("0159 -–.,/мартя5MayاMonday يلى жыл ئاي"), max_size=80), st.sampled_from(list(WRITTEN)))
def test_any_text(text: str, locale: str) -> None:
    """Whatever stands there: dates lie in the text, in order, apart from one another."""
    found = dates(text, locale)

    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
