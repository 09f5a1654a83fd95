"""Figures: numbers written in digits, with their multipliers and units; Roman numerals.

    1,250,000.50 · 1 250 000,50 · 25 тыс. · 1.5 million · 46 % · $5 million · 5-й · 5-ші · 5- · XXI · 15:00

Separators are those of the language (CLDR; Uyghur writes point and comma as English does).  A figure keeps the other
values that its signs may mean (`1,250` is 1250 in English and 1.25 in Russian), so that a check can tell a slip of
separators from another number.  Numbers in words are `numerals`.
A native reader has still to confirm: MULTIPLIERS of Kazakh and Uyghur.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple
from unicodedata import numeric

from l10n import languages
from l10n.facts.units import BEHIND, MONEY, SIGNS, SPACES, unit_behind

LONGEST = 40
"""Characters of a figure; what is longer is none that anybody reads."""
PLAIN, PHONE, TIME, ROMAN, SCORE = "plain", "phone", "time", "roman", "score"

Value = int | Fraction
"""Of a number; int where it is whole, which is quicker and the same key."""


def exact(value: Fraction) -> Value:
    """A value, whole where it can be."""
    return value.numerator if value.denominator == 1 else value


class Figure(NamedTuple):
    """A number in digits."""

    start: int
    end: int
    """With its multiplier, and the sign or word of its unit."""
    value: Value
    kind: str
    """plain, phone, time (in minutes), roman, score (its first number; `others` are the rest)."""
    unit: str = ""
    """As in `units`; "a" or "p" of a time before or after noon; "" where none of these stands there."""
    others: tuple[Value, ...] = ()
    """What its signs may mean, too."""
    misread: Value | None = None
    """What a reader of another language would take it for: its separators are not those of the language."""
    text: str = ""
    """The digits as they stand there."""
    power: int = 0
    """Of ten: that of its multiplier."""


MULTIPLIERS = {
    "en": {"thousand": 3, "thousands": 3, "k": 3, "million": 6, "millions": 6, "mln": 6, "mn": 6, "m": 6, "billion": 9}
    | {"billions": 9, "bln": 9, "bn": 9, "b": 9, "bcm": 9, "mcm": 6, "trillion": 12, "trn": 12, "tn": 12, "hundred": 2},
    "ru": {"тыс": 3, "тысяч": 3, "млн": 6, "миллион": 6, "млрд": 9, "миллиард": 9, "трлн": 12, "триллион": 12},
    "kk": {"мың": 3, "млн": 6, "миллион": 6, "млрд": 9, "миллиард": 9, "трлн": 12, "триллион": 12, "жүз": 2},
    "ug": {"مىڭ": 3, "مىليون": 6, "مىلىيون": 6, "مىليارد": 9, "مىلىيارد": 9, "تىرىليون": 12, "تىرىلىيون": 12, "يۈز": 2},
}
"""Powers of ten by stem; a Russian, Kazakh or Uyghur word may go on behind its stem."""

_PHONE = (
    r"\+\d[\d ()\u00a0\u2010-\u2013-]{6,17}\d"
    r"|(?:(?<!\d)[78][ \u00a0])?\(\d{3,5}\)[ \u00a0]?\d[\d \u00a0\u2010-\u2013-]{3,10}\d"
    r"|(?<![\d-])\d{1,4}-\d{2,4}-\d{2}-\d{2}(?![\d-])|(?<![\d-])\d{2}-\d{2}-\d{2}(?![\d-])|8-800-[\d-]{7,9}\d"
    r"|8[ \u00a0]800(?:[ \u00a0]\d{2,3}){3}(?!\d)"
)
_NUMBER = rf"(?<![^\W\d_]-)\d{{1,3}}(?:[{SPACES}]\d{{3}}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,:]\d+)*"
_FIGURE = re.compile(rf"(?=[\d+(])(?:(?P<phone>{_PHONE})|(?P<number>{_NUMBER}))")
_ROMAN = re.compile(
    r"[IVXLCDMІХСМ](?<!\w.)(?<![^\W\d_IVXLCDMІХСМ]-.)(?:[IVXLCDMІХСМ]{1,14}|(?<=[IVXІХ])(?=[-–][IVXІХ]))(?![^\W\d_])"
)
_ROMAN_OF = str.maketrans("ІХСМ", "IXCM")
_ROMAN_VALID = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_HALF_OF_DAY = re.compile(rf"[{SPACES}]?([ap])\.?[{SPACES}]?m\b\.?", re.IGNORECASE)
_DOTTED = re.compile(r"([01]?\d|2[0-4])\.([0-5]\d)")
_CLOCK = re.compile(
    rf"(?i)(?:\b(?:at|till|until|from|before|after|by|в|во|с|со|до|к|около|сағат\w*)|سائەت\w*)[{SPACES}]\Z"
)
"""What stands before a time of day that is written with a point: `at 7.30`."""
_ZONE = re.compile(rf"[{SPACES}](?:GMT|UTC)\b")
_CLOCK_DIGITS = 4
"""Of `1305 GMT`."""
_DIGIT = re.compile(r"\d")
_BESIDE = re.compile(rf"[{SPACES}]|[{SPACES}](?:and|и|مەن|ۋە)[{SPACES}]")
_RANGE = re.compile(r"\W{0,3}(?:[^\W\d_]{1,4}\W{1,2})?")
_TO = re.compile(rf"[{SPACES}]?[-–—][{SPACES}]?|[{SPACES}](?:to|до)[{SPACES}]")
"""Between the ends of a range."""
_PARTS_OF_ONE = "½¼¾⅓⅔⅕⅛"
_THOUSANDS = 3
"""The power of ten from which a number may go on with another one."""
_DASHES = frozenset("-\u2013\u2014/")
_METRES = frozenset({"m", "b", "k"})
"""Letters that are multipliers where they follow an amount of money, and may be metres elsewhere."""


def figures(text: str, locale: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[Figure, ...]:
    """The figures of a text in order of their places. taken: spans of dates, whose figures are none of these."""
    if not _DIGIT.search(text):
        return ()
    found: list[Figure] = []
    language = locale.partition("-")[0]
    dated = Taken(taken)
    for match in _FIGURE.finditer(text):
        if match.end() - match.start() > LONGEST or dated.covers(match.start()):
            continue
        if match.lastgroup == "phone":
            digits = "".join(filter(str.isdecimal, match[0]))
            found.append(Figure(*match.span(), int(digits), PHONE, text=match[0]))
        else:
            found.append(_figure(text, match, language))
    return tuple(_joined(text, found)) if len(found) > 1 else tuple(found)


class Taken:
    """Spans in order of their places, asked for places in their order."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self.spans, self.next = spans, 0

    def covers(self, place: int) -> bool:
        while self.next < len(self.spans) and self.spans[self.next][1] <= place:
            self.next += 1
        return self.next < len(self.spans) and self.spans[self.next][0] <= place


def _joined(text: str, found: Sequence[Figure]) -> list[Figure]:
    """`1 million 200 thousand` is one number; two ends of a range share what one of them says."""
    joined = [found[0]]
    for one in found[1:]:
        held = joined[-1]
        if _goes_on(text, held, one):
            value = held.value + one.value
            joined[-1] = Figure(held.start, one.end, value, PLAIN, one.unit, (), None, held.text)
        else:
            joined[-1:] = _shared(text, held, one)
    return joined


def _goes_on(text: str, one: Figure, other: Figure) -> bool:
    """`1 million 200 thousand`, but not `1 million in 2022`."""
    large = one.kind == other.kind == PLAIN and one.power >= _THOUSANDS and not one.unit
    smaller = large and other.unit != "a" and other.value < _least(one.value)
    return smaller and _BESIDE.fullmatch(text, one.end, other.start) is not None


def _shared(text: str, one: Figure, other: Figure) -> tuple[Figure, Figure]:
    """Two figures side by side, each with what the other says of both: `1.5 to 2 million`, `5 to 7 dollars`."""
    between = one.end, other.start
    if not one.power and other.power and _RANGE.fullmatch(text, *between):
        return one._replace(others=(*one.others, one.value * 10**other.power)), other
    if other.unit in MONEY and not one.unit and one.kind == PLAIN and _TO.fullmatch(text, *between):
        return one._replace(unit=other.unit), other
    if len(other.text) == 2 and len(one.text) == 4 and text[slice(*between)] in _DASHES:  # `2021–22`
        return one, other._replace(others=(*other.others, one.value // 100 * 100 + other.value))
    if _shares_half(one, other) and _RANGE.fullmatch(text, *between):
        earlier = other.others[0] - one.value
        return one._replace(others=(*one.others, other.value - 60 * earlier, other.others[1] - earlier)), other
    return one, other


def _shares_half(one: Figure, other: Figure) -> bool:
    """`1 to 5 p.m.`"""
    return one.kind == PLAIN and other.kind == TIME and len(other.others) == 2 and one.value < other.others[0]


def _least(value: Value) -> int:
    """The thousand, million … that a value has so many of."""
    return next(10**power for power in (12, 9, 6, 3, 0) if value >= 10**power)


def roman(text: str) -> tuple[Figure, ...]:
    """Roman numerals of two signs and more, those in Cyrillic look-alikes too."""
    found = []
    for match in _ROMAN.finditer(text):
        signs = match[0].translate(_ROMAN_OF)
        if _ROMAN_VALID.fullmatch(signs):
            values = [_ROMAN_VALUES[sign] for sign in signs]
            value = sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
            found.append(Figure(*match.span(), value, ROMAN, text=match[0]))
    return tuple(found)


def _figure(text: str, match: re.Match[str], language: str) -> Figure:
    digits, (start, end) = match[0], match.span()
    if ":" in digits:
        return _with_colon(text, digits, start, end, language)
    value, others, misread = _read(digits, language)
    if text[end : end + 1] in _PARTS_OF_ONE and end < len(text):
        value, others, misread = value + Fraction(numeric(text[end])).limit_denominator(10), (), None
        end += 1
    unit = SIGNS.get(text[start - 1], "") if start else ""
    if not unit and start > 1 and text[start - 1] in SPACES:
        unit = SIGNS.get(text[start - 2], "")
    if unit == "%" and not _in_front(text, start):
        unit = ""
    power, behind = _multiplied(text, end, language)
    if power and not unit and _is_letter(text, end, behind):
        others = (*others, value * 10**power)
        power = 0
    end = behind if power else end
    if power:
        value, others = value * 10**power, tuple(one * 10**power for one in others)
        misread = misread * 10**power if misread is not None else None
    unit, end = (unit, end) if unit else unit_behind(text, end)
    if half := _HALF_OF_DAY.match(text, end) if language == "en" and value <= 12 else None:
        hour = int(value) % 12 + 12 * (half[1].lower() == "p")
        minute = int(digits.partition(".")[2] or 0)
        others = () if minute else (value, hour)
        return Figure(start, half.end(), 60 * hour + minute, TIME, half[1].lower(), others, text=digits)
    if len(digits) == _CLOCK_DIGITS and _ZONE.match(text, end) and value < 2400 and int(value) % 100 < 60:
        return Figure(start, end, int(value) // 100 * 60 + int(value) % 100, TIME, text=digits)
    if not (unit or power) and (time := _DOTTED.fullmatch(digits)) and _CLOCK.search(text, max(0, start - 12), start):
        hour, minute = int(time[1]), int(time[2])
        return Figure(start, end, 60 * hour + minute, TIME, others=(value,) if minute else (hour,), text=digits)
    return Figure(start, end, value, PLAIN, unit, others, misread, digits, power)


def _is_letter(text: str, start: int, end: int) -> bool:
    """The multiplier between is one letter that may be another thing, metres: `2.2 m.`"""
    return text[start:end].strip(f"{SPACES}.-").lower() in _METRES


def _in_front(text: str, start: int) -> bool:
    """A sign of per cent stands before its own number, and behind no other: Uyghur `%12`."""
    return text[start - 1] in "%٪" and not (start > 1 and text[start - 2].isdecimal())


def _with_colon(text: str, digits: str, start: int, end: int, language: str) -> Figure:
    """A time of day, or a score."""
    parts = re.split("[.,:]", digits)
    numbers = tuple(int(part) for part in parts)
    hour, minute = numbers[0], numbers[1]
    if len(parts) == 2 and hour < 25 and len(parts[1]) == 2 and minute < 60:
        part = ""
        if language == "en" and (half := _HALF_OF_DAY.match(text, end)):
            part, end = half[1].lower(), half.end()
            hour = hour % 12 + 12 * (part == "p")
        return Figure(start, end, 60 * hour + minute, TIME, part, () if minute else (hour,), text=digits)
    return Figure(start, end, numbers[0], SCORE, others=numbers[1:], text=digits)


@lru_cache(maxsize=1 << 14)
def _read(digits: str, language: str) -> tuple[Value, tuple[Value, ...], Value | None]:
    """The value of digits with separators, other values they may have, and what their separators say elsewhere."""
    plain = "".join(sign for sign in digits if sign not in SPACES)
    marks = [sign for sign in plain if sign in ".,"]
    if not marks:
        return int(plain), (), None
    comma = languages.get(language).decimal == ","
    as_point = _decimal(plain, ",", ".")
    as_comma = _decimal(plain, ".", ",")
    own, foreign = (as_comma, as_point) if comma else (as_point, as_comma)
    pieces = tuple(int(part) for part in re.split("[.,]", plain))
    if own is None:
        return (foreign if foreign is not None else pieces[0]), pieces, foreign
    misread = foreign if foreign is not None and foreign != own else None
    return own, pieces if len(set(marks)) == 1 and len(marks) > 1 and not _is_grouped(plain) else (), misread


def _is_grouped(plain: str) -> bool:
    """Thousands are parted: `1,250,000`."""
    return all(len(part) == 3 for part in re.split("[.,]", plain)[1:])


def _decimal(plain: str, group: str, point: str) -> Value | None:
    """The value where `group` parts thousands and `point` the decimals; None where that cannot be."""
    whole, _, rest = plain.partition(point)
    if point in rest or group in rest:
        return None
    groups = whole.split(group)
    if len(groups) > 1 and (not 1 <= len(groups[0]) <= 3 or any(len(part) != 3 for part in groups[1:])):
        return None
    return exact(Fraction(f"{''.join(groups)}.{rest or 0}"))


def _multiplied(text: str, end: int, language: str) -> tuple[int, int]:
    """The power of ten of the word behind a figure, and where it ends."""
    match = BEHIND.match(text, end)
    if match is None:
        return 0, end
    power = _power(match[1], language)
    return power, match.end() if power else end


@lru_cache(maxsize=1 << 14)
def _power(word: str, language: str) -> int:
    known = MULTIPLIERS.get(language, {})
    lower = word.lower()
    if lower in known:
        return known[lower]
    if language == "en":
        return 0
    return max((power for stem, power in known.items() if len(stem) > 2 and lower.startswith(stem)), default=0)


def is_power_of_ten(value: Value) -> bool:
    """One, ten, a hundred, a thousand …"""
    return value.denominator == 1 and str(value.numerator).strip("0") == "1"
