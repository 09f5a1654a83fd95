"""Dates: days, months and weekdays of a text, with what stands beside them, whatever their order.

    May 5, 2024 · 5 May · 5–7 мая 2024 года · 2024 жылғы 5 мамыр · 2024-يىلى 5-ماي · 5-ئاينىڭ 7-كۈنى · 05.05.2024

The names of months and weekdays are those of `l10n.languages`.  A word that may be another thing (March, май, ماي,
среда, маусым, دۈشەنبە) is a date for sure only beside a day, a year, or a word that tells it.  A year is a figure.
A native reader has still to confirm what stands in CLUES and AMBIGUOUS for Kazakh and Uyghur.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from l10n import languages
from l10n.facts.spans import meaning
from l10n.languages import words
from l10n.text import small


class Date(NamedTuple):
    """What a text says of a day; None and () where it says nothing."""

    start: int
    end: int
    year: int | None = None
    """Of two digits where the text has two."""
    month: int | None = None
    days: tuple[int, ...] = ()
    """Several of a range or a list: `5–7 мая`; in a range of many, its ends."""
    weekday: int | None = None
    """1 is Monday."""
    sure: bool = True
    """It is no other word that is written so."""
    swapped: tuple[int, int] | None = None
    """Month and day read in the other order, where figures allow both: 05/06/2024."""

    @property
    def is_impossible(self) -> bool:
        """No calendar has such a day: 31 February, 45.13.2024."""
        if self.month is None or not self.days:
            return False
        year = self.year if self.year and self.year > 99 else 2024
        return any(not 1 <= day <= monthrange(year, self.month)[1] for day in self.days)

    @property
    def real_weekday(self) -> int | None:
        """That of the calendar (1 is Monday); None where the text does not say enough."""
        if not (self.year and self.year > 99 and self.month and len(self.days) == 1) or self.is_impossible:
            return None
        return date(self.year, self.month, self.days[0]).isoweekday()


CLUES = {
    "en": r"(?:(?:in|since|until|till|by|of|from|to|through|between|during|and|or|before|after|next|this|last|early"
    r"|late|mid|every|each|that)\b[ -](?:(?:early|late|mid|last|this|next)[ -])?)$",
    "ru": r"(?:\b(?:в|во|с|со|до|к|по|от|на|начал[аеу]|конц[аеу]|середин[аеы]|течение|месяц[ае]?"
    r"|нынешнего|прошлого|этого|будущего)\s)$",
}
"""What stands before a month, or before the word of a weekday, that may be another word."""

AFTER = {
    "kk": r"\s(?:ай(?:ы|ға|да|дың|лары)|күн(?:і|гі|дері))",
    "ug": r"\s?(?:ئېي|ئاي|كۈن)",
}
"""What stands behind one."""

AMBIGUOUS = {
    "en": frozenset({"may", "march", "august", "april", "june", "sun", "sat", "mon", "wed", "mar", "jan"}),
    "ru": frozenset(words("среда среды среде среду средой средам марта марте марту май август августа августу")),
    "kk": frozenset({"наурыз", "маусым", "қазан", "қараша", "жұма", "сенбі"}),
    "ug": frozenset({"ماي", "دۈشەنبە", "جۈمە", "شەنبە"}),
}  # fmt: skip
"""Words, without endings in Kazakh and Uyghur, that are not dates alone."""

_DASH = r"[-\u2010-\u2015]"
_BETWEEN = rf"\s?(?:{_DASH}|,|to|and|or|through|и|по|или|до|мен|және|пен|بىلەن|ۋە)\s?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th|-?го|-?е|-?ое|-?ші|-?шы|-?і|-?сі|-?سى)?"
_BEFORE = re.compile(
    rf"(?<![\d.,:/]){_DAY}(?:{_BETWEEN}(?:the\s)?{_DAY})?(?:{_BETWEEN}(?:the\s)?{_DAY})?(?:-|\s(?:of\s)?|\sday\sof\s)$"
)
_BEHIND = {
    "en": re.compile(rf"[.]?\s(?:the\s)?{_DAY}(?!\d|[.,:]\d|\s?%)(?:{_BETWEEN}{_DAY}(?!\d|[.,:]\d|\s?[ap]\.?m))?"),
    "kk": re.compile(r"(?:\sай\w{0,6})?\s(\d{1,2})(?:-?(?:і|сі|ы|сы)\w{0,4})?(?!\d|[.,:]\d|\s?%|\s\w{2,})"),
    "ug": re.compile(r"(?:\sئېي\w{0,6}|\w{0,4})\s(\d{1,2})-(?:كۈن|چىسلا)\w{0,8}"),
}
_YEAR_BEHIND = re.compile(
    r"[.]?(?:\s?[,،(]?\s?)(?:of\s)?(\d{4})(?![\d%])(?!\s?%)(?:\s?(?:года|году|годом|год|г\.|жыл\w{0,8}|-?يىل\w{0,8}))?"
)
_YEAR_BEFORE = re.compile(r"(?<!\d)(\d{4})(?:\s?(?:жыл\w{0,6}|ж\.)|-?\s?يىل\w{0,6})[,،]?\s$")
_NUMERIC = re.compile(
    r"(?<![\w.,/:-])(?:(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})|(\d{4})-(\d{2})-(\d{2}))(?![\w/-]|[.,:]\d)"
)
_UG_MONTH = re.compile(r"(?<![\d.,])(\d{1,2})-ئاي(?:نىڭ|دا|دىن|غا|دىكى|دىلا)?(?:\s(\d{1,2})-(?:كۈن|چىسلا)\w{0,8})?")
_LONGEST = 48
"""Characters before a month that are looked at: `on the 5th, 6th and 7th of`, `2024 жылдың 15-і мен 17-сі`."""
_GAP = re.compile(r"\s?[,،(]?\s?(?:күні[,،]?\s|كۈنى[,،]?\s|the\s|on\s)?")


def dates(text: str, locale: str) -> tuple[Date, ...]:
    """The dates of a text in order of their places; languages whose words are not known have those in figures alone."""
    found = [*_in_figures(text), *_in_words(text, locale)]
    if len(found) > 1:
        found = list(_joined(text, sorted(found)))
    return tuple(found)


_DIGIT = re.compile(r"\d[./-]\d")


def _in_figures(text: str) -> Iterator[Date]:
    if not _DIGIT.search(text):
        return
    for match in _NUMERIC.finditer(text):
        if match[5]:
            year, month, day = int(match[5]), int(match[6]), int(match[7])
            if 1 <= month <= 12:
                yield Date(*match.span(), year, month, (day,))
            continue
        day, month, year = int(match[1]), int(match[3]), int(match[4])
        if 1 <= month <= 12 and 1 <= day <= 31:
            swapped = (day, month) if match[2] == "/" and day <= 12 else None
            yield Date(*match.span(), year, month, (day,), swapped=swapped)
        elif match[2] == "/" and 1 <= day <= 12 and month <= 31:
            yield Date(*match.span(), year, day, (month,))


def _in_words(text: str, locale: str) -> Iterator[Date]:
    pattern = _pattern(locale)
    if pattern is None:
        return
    language = languages.get(locale).tag.partition("-")[0]
    behind = 0
    cased = languages.get(locale).facts.capital_dates
    for stem in _stems(locale).finditer(text if cased else small(text)):
        match = pattern.match(text, stem.start())
        if match is None:
            continue
        number = match.lastindex or 0
        if number > 12:
            yield Date(*match.span(), weekday=number - 12, sure=_is_sure(text, match, language))
        else:
            found = _around(text, match, number, language, locale, behind)
            behind = found.end
            yield found
    if language == "ug" and "-ئاي" in text:
        for match in _UG_MONTH.finditer(text):
            if 1 <= int(match[1]) <= 12:
                start, year = _year_before(text, match.start())
                yield Date(start, match.end(), year, int(match[1]), (int(match[2]),) if match[2] else ())


def _around(text: str, match: re.Match[str], month: int, language: str, locale: str, behind: int) -> Date:
    """A month with the days and the year beside it. behind: where the date before it ends."""
    start, end = match.span()
    left = max(behind, start - _LONGEST)
    days: tuple[int, ...] = ()
    year = None
    before = _BEFORE.search(text[left:start])
    if before and (groups := _last_days(before)):
        days = tuple(int(before[group]) for group in groups)
        start = left + before.start(groups[0])
    elif (after := _BEHIND.get(language)) and (found := after.match(text, end)) and int(found[1]) <= 31:
        days = tuple(int(day) for day in found.groups() if day)
        end = found.end()
    else:
        start, days = _worded(text, left, start, locale)
    first, year = _year_before(text, start)
    if year is not None:
        start = first
    elif found := _YEAR_BEHIND.match(text, end):
        year, end = int(found[1]), found.end()
    sure = bool(days) or year is not None or _is_sure(text, match, language)
    return Date(start, end, year, month, days, sure=sure)


def _last_days(match: re.Match[str]) -> list[int]:
    """The groups that are days, from the last one back to one that is none: `48 – 1 September`."""
    groups: list[int] = []
    for group in range(match.re.groups, 0, -1):
        if match[group] is None:
            continue
        if not 1 <= int(match[group]) <= 31:
            break
        groups.insert(0, group)
    return groups


def _worded(text: str, left: int, start: int, locale: str) -> tuple[int, tuple[int, ...]]:
    """A day in words before its month: `двадцать пятого мая`, `the fifth of May`."""
    beside = [*re.finditer(r"[^\W\d_]+", text[left:start])][-4:]
    day, first = 0, start
    if beside and len(text[left + beside[-1].end() : start]) > 2:
        return start, ()
    if beside and text[left + beside[-1].end() : start].strip(" -\u00a0") == "" and beside[-1][0] in ("of", "day"):
        beside.pop()
    elif locale == "en":
        return start, ()
    for word in reversed(beside):
        kind, value = meaning(word[0], locale)
        if kind != "number" or not value.isdecimal() or (day and int(value) not in (20, 30)):
            break
        day += int(value)
        first = left + word.start()
    return (first, (day,)) if 1 <= day <= 31 else (start, ())


def _year_before(text: str, start: int) -> tuple[int, int | None]:
    left = max(0, start - 20)
    found = _YEAR_BEFORE.search(text[left:start])
    return (left + found.start(), int(found[1])) if found else (start, None)


_WITHIN = re.compile(r"\w \Z")


def _is_sure(text: str, match: re.Match[str], language: str) -> bool:
    word = match[0].casefold()
    known = AMBIGUOUS.get(language, frozenset())
    if language in ("kk", "ug"):
        if match[0][0].isupper() and _WITHIN.search(text, max(0, match.start() - 2), match.start()):
            return False  # a street
        if not any(word.startswith(one.removesuffix("ە")) for one in known):
            return True
        tells = re.compile(AFTER[language])
        return tells.match(text, match.end()) is not None
    capital = match[0][0].isupper()
    if language == "ru" and capital and match.start() and text[match.start() - 1] in " \u00a0" and word in known:
        return False
    if word not in known:
        return language != "en" or capital
    clue = _clue(language)
    return clue.search(text[max(0, match.start() - 24) : match.start()].casefold()) is not None


@cache
def _clue(language: str) -> re.Pattern[str]:
    return re.compile(CLUES[language])


def _joined(text: str, found: list[Date]) -> Iterator[Date]:
    """A weekday beside a date is that of the date; dates inside another one are part of it."""
    held = found[0]
    for one in found[1:]:
        if one.start < held.end:
            held = held if held.end - held.start >= one.end - one.start else one
        elif (held.weekday is None) != (one.weekday is None) and _GAP.fullmatch(text, held.end, one.start):
            dated, day = (one, held) if one.weekday is None else (held, one)
            if not dated.days or dated.weekday is not None or day.month is not None:
                yield held
                held = one
                continue
            held = dated._replace(start=held.start, end=one.end, weekday=day.weekday, sure=True)
        else:
            yield held
            held = one
    yield held


@cache
def _stems(locale: str) -> re.Pattern[str]:
    """How months and weekdays begin: a search that costs little where there are none."""
    known = languages.get(locale)
    stems = {name[: 3 if len(name) > 4 else 2] for name in (*known.months_in_text, *known.months, *known.weekdays)}
    cased = known.facts.capital_dates
    return re.compile("|".join(sorted(stem.title() if cased else stem.casefold() for stem in stems)))


@cache
def _pattern(locale: str) -> re.Pattern[str] | None:
    """A group for each month, then one for each weekday."""
    known = languages.get(locale)
    months = known.facts.months or tuple(re.escape(name.casefold()) for name in known.months_in_text)
    weekdays = known.facts.weekdays or tuple(re.escape(name.casefold()) for name in known.weekdays)
    if len(months) != 12 or len(weekdays) != 7:
        return None
    if locale == "kk":
        months = tuple(f"{month}\\w{{0,9}}" for month in known.months_in_text)
    groups = "|".join(f"({one})" for one in (*months, *weekdays))
    flags = 0 if known.facts.capital_dates else re.IGNORECASE
    groups = _capitalised(groups) if known.facts.capital_dates else groups
    return re.compile(rf"(?<![^\W_])(?:{groups})(?![^\W_])", flags)


def _capitalised(groups: str) -> str:
    """Patterns whose words begin with a capital."""
    return re.sub(r"(?<=[(|])[a-z]", lambda match: match[0].upper(), groups)
