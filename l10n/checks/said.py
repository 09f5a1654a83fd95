"""What a text says in words and in the figures of its dates: enough to explain a number of the other side.

Quiet on purpose: halves and quarters for per cent; 1990s and 90-е; `3 p.m.` and 15:00; 18 months and a year and a half.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from l10n.checks.lazy import lazy
from l10n.checks.pairs import Text
from l10n.facts.figures import PHONE, PLAIN, SCORE, TIME, Figure, Value
from l10n.facts.numerals import FRACTION, ORDINAL, Numeral
from l10n.facts.parts import worded
from l10n.facts.units import MONEY

FEWEST = 3
"""One and two are said in many ways."""
SHARES = frozenset({10, 20, 25, 33, 40, 50, 60, 66, 67, 75, 80, 90})
"""Per cent that may be said as a fraction."""

_TIMES = {"wk": 7, "d": 7, "h": 24, "mo": 12, "a": 12, "min": 60, "s": 60}
"""How many of a unit of time are the next one, or the one before."""
_OUT_OF = re.compile(r" (?:in|out of|of|из|из каждых|(?:in|of|out of) every) ")
_HALF_A_CENTURY = re.compile(r"(?i)полвека|полувек|half[ -]a?[ -]?centur|жарты ғасыр|يېرىم ئەسىر")
_FIFTY = 50
_LONE = {"I": 1, "V": 5, "X": 10}
_LONE_NUMERAL = re.compile(r"(?<![\w.])[IVX](?![\w.])")
_MIDNIGHT = frozenset({0, 12, 24})
_TEN, _DOZEN = 10, 12
_DAY, _NOON = 24, 720
"""Hours of a day, minutes of half a day."""
_AFTERNOON = re.compile(
    r"(?i)\b(?:вечер|дня\b|ночи\b|кешкі|кеште|кешке|түнгі|түстен кейін|күндізгі)|كەچ|كېچى|ئاخشام|چۈشتىن كېيىن"
)
_MIDDAY = re.compile(
    r"(?i)\b(?:noon|midday|midnight|пол(?:у)?(?:ден|дн|ноч)|тал ?түс|түн ?ортас|түн жарым|түс|چۈش|يېرىم كېچ)"
)
_YEAR_OF_LIFE = re.compile(r"году жизни|году своей жизни|year of (?:his|her|their) life|жасқа қараған")
"""Who died at 81 died in the 82nd year."""
_LOST = re.compile(
    r"(?i)\b(?:lost|los[ei]|loss|defeat|beaten|away|concede|fell|проигр|уступ|пораж|в гост|на выезд|пропуст|жеңіл|ұтыл"
    r"|қонақ|سىرت)|يېڭىل|ئۇتتۇر|ئۇتۇل|مەغلۇپ|مېھمان"
)
"""Words of who lost, or played away: the score may be said from the other side."""
_OF_DECADE = re.compile(r"['\u2019]?s\b|-?(?:[ехм]|ые|ых|ым) |-?(?:ж|ші ж|يى|ي)|[ \u00a0](?:годы|годов|жыл|يىل)")
_ROUND_THE_CLOCK = re.compile(r"(?i)тәулік|сутк|суток|суточн|day|clock|تەۋلىك|سوتكا|түні")


class Said:
    """What a text says in words, and in the figures of its dates: enough to explain a figure of the other side."""

    def __init__(self, text: Text, other: Text) -> None:
        self.text, self.other = text, other

    @lazy
    def granted(self) -> frozenset[Value]:
        """What it says as a ratio in per cent; and the numbers of the other text's ratios, where it has their share."""
        shares = {share for one, two in ratios(self.text) for share in _shares(one, two)}
        parts = {
            number
            for one, two in ratios(self.other)
            if not self.strict.isdisjoint(_shares(one, two))
            for number in (one, two)
        }
        return frozenset(shares | parts)

    @lazy
    def values(self) -> frozenset[Value]:
        """All that may be meant, parts of numerals too."""
        dated: set[Value] = {n for date in self.text.dates for n in (date.year, date.month, *date.days) if n}
        if _YEAR_OF_LIFE.search(self.text.bare) or _YEAR_OF_LIFE.search(self.other.bare):
            dated |= {one.value + step for one in self.text.figures for step in (1, -1)}
        return self.strict | dated | self.worded

    @lazy
    def worded(self) -> frozenset[Value]:
        """Numbers in words, and their parts."""
        return worded(self.text.bare, self.text.locale)

    def says(self, one: Numeral) -> bool:
        """The number in words is said, in words or in figures."""
        if one.kind == ORDINAL and one.value < FEWEST:
            return one.value in self.ordered
        if one.value in self.strict or one.value in self.granted or self._converted(one):
            return True
        if one.value == _DOZEN and _TEN in self.strict:
            return True
        if one.kind == FRACTION and one.value.numerator == 1 and one.value.denominator in self.strict:
            return True
        if one.value.denominator > 1:
            if {one.value.numerator, one.value.denominator} <= self.strict:
                return True
            return bool(self.strict & {one.value * 100, round(one.value * 100)})
        return False

    @lazy
    def has_times(self) -> bool:
        """Times of day in figures."""
        return any(one.kind == TIME for one in self.text.figures)

    @lazy
    def halves(self) -> frozenset[Value]:
        """Times that may be of either half of the day, in minutes."""
        return frozenset(one.value % _NOON for one in self.text.figures if one.kind == TIME and not one.unit)

    @lazy
    def times(self) -> frozenset[Value]:
        """Times of day, as they are on a dial of twelve hours, in minutes."""
        return frozenset(one.value % _NOON for one in self.text.figures if one.kind == TIME)

    @lazy
    def has_scores(self) -> bool:
        """Scores in figures."""
        return any(one.kind == SCORE for one in self.text.figures)

    @lazy
    def somebody_lost(self) -> bool:
        """One of the texts tells of who lost, and gives the score from that side."""
        return bool(_LOST.search(self.text.bare) or _LOST.search(self.other.bare))

    @lazy
    def ranges(self) -> dict[tuple[Value, Value], tuple[int, int]]:
        """The ends of ranges, and scores with a dash."""
        return ranges(self.text)

    @lazy
    def measured(self) -> frozenset[tuple[str, Value]]:
        """Numbers with their units."""
        counted = [(one.unit, one.value) for one in self.text.figures]
        return frozenset(counted + [(one.unit, one.value) for one in self.text.numerals])

    @lazy
    def ordered(self) -> frozenset[Value]:
        """What is said of first and second, in words, figures or Roman numerals."""
        numerals = {one.value for one in self.text.numerals if one.kind == ORDINAL}
        figures = {one.value for one in self.text.figures if one.kind == PLAIN and not one.unit}
        figures -= {end for ends in self.ranges for end in ends}
        days = {day for date in self.text.dates for day in date.days}
        return frozenset(numerals | figures | days | {one.value for one in self.text.romans})

    @lazy
    def strict(self) -> frozenset[Value]:
        """The values that are said, without those of their parts, and of dates."""
        found = {one.value for one in self.text.numerals}
        found |= {value.denominator for value in found if value.numerator == 1 and value.denominator != 4}
        for figure in self.text.figures:
            found |= {figure.value, *figure.others}
            if figure.kind == TIME:
                hours = Fraction(figure.value) / 60
                whole = int(hours)
                found |= {hours, hours % 12, whole, whole % 12, figure.value % 60}
        if _HALF_A_CENTURY.search(self.text.bare):
            found.add(_FIFTY)
        found |= {one.value for one in self.text.romans}
        if self.text.language.tag != "en":
            found |= {_LONE[match[0]] for match in _LONE_NUMERAL.finditer(self.text.bare)}
        return frozenset(found)

    def _converted(self, one: Figure | Numeral) -> bool:
        """Another unit of time says the same: `18 months`, `a year and a half`."""
        if one.unit in MONEY:
            unit = one.unit.removesuffix("/100")
            part = (f"{unit}/100", one.value * 100) if one.unit == unit else (unit, Fraction(one.value) / 100)
            return part in self.measured
        many = _TIMES.get(one.unit)
        if many is None:
            return False
        if one.unit == "h" and one.value == _DAY and _ROUND_THE_CLOCK.search(self.text.bare):
            return True
        if (one.unit, one.value + many) in self.measured and self._has_other_time(one.unit):
            return True
        whole, rest = divmod(one.value, many)
        if not {one.value * many, Fraction(one.value) / many}.isdisjoint(self.values):
            return True
        return whole in self.values and (one.unit, rest) in self.measured

    def _has_other_time(self, unit: str) -> bool:
        """The other text names another unit of time: `an hour and 15 minutes`."""
        said = (self.other.figures, self.other.numerals, self.other.clues)
        return any(two.unit in _TIMES and two.unit != unit for some in said for two in some)

    def explains(self, one: Figure) -> bool:
        """The number is said, in one way or another."""
        if one.kind == PHONE:
            return False
        if one.kind == SCORE:
            if not any((one.value, *one.others)):  # goalless
                return True
            ends = one.value, one.others[0]
            if self.ranges and len(one.others) == 1:
                return ends in self.ranges or (ends[::-1] in self.ranges and self.somebody_lost)
            return not self.has_scores and {one.value, *one.others} <= self.values
        if one.kind == TIME and self.has_times:
            return self._is_time(one)
        if {one.value, *one.others} & self.values or one.value in self.granted or self._converted(one):
            return True
        if self._shares_power(one) or (one.value in _MIDNIGHT and not one.unit and _MIDDAY.search(self.text.bare)):
            return True
        if one.unit == "%" and one.value in SHARES:
            return Fraction(one.value, 100) in self.values or 1 - Fraction(one.value, 100) in self.values
        if one.kind == TIME:
            return self._is_time(one)
        return self._is_decade(one)

    def _shares_power(self, one: Figure) -> bool:
        """`€85 million, then 110, now 142 million`: a multiplier that is said once more, or once less."""
        powers = {two.power for two in self.text.figures if two.power}
        if one.power in powers:
            plain = {two.value for some in (self.text.figures, self.text.numerals) for two in some}
            return Fraction(one.value) / 10**one.power in plain
        return not one.power and any(one.value * 10**power in self.values for power in powers) and one.text.isdecimal()

    def _is_time(self, one: Figure) -> bool:
        """`3 p.m.` in words or figures of the other half of the day; noon and midnight."""
        if one.value % _NOON == 0 and _MIDDAY.search(self.text.bare):
            return True
        if self.has_times:
            dial = one.value % _NOON
            english = "en" in (self.text.language.tag, self.other.language.tag)
            if english and not one.unit and dial in self.halves:
                return True
            return dial in self.times and self._says_afternoon()
        hour, minute = divmod(one.value, 60)
        hours = {hour % 12, hour % 12 + 12, hour}
        if minute and {hour + Fraction(minute) / 60 for hour in hours} & self.values:  # `half past six`
            return True
        return bool(hours & self.values) and (not minute or minute in self.values)

    def _says_afternoon(self) -> bool:
        """A word of one of the texts tells what `p.m.` tells."""
        return bool(_AFTERNOON.search(self.text.bare) or _AFTERNOON.search(self.other.bare))

    def _is_decade(self, one: Figure) -> bool:
        """1990s and 90-е; the 19th century and the 1800s."""
        value = one.value
        short = {other % 100 for other in self.values if other.denominator == 1 and 1000 <= other < 2100}
        if value.denominator == 1 and value < 100 and value % 10 == 0 and value in short:
            return True
        decade = _OF_DECADE.match(self.other.bare, one.start + len(one.text))
        if decade and value.denominator == 1 and 1000 <= value < 2100 and value % 10 == 0:
            return (value % 100 or value // 100 + 1) in self.values
        return value.denominator == 1 and 10 < value < 22 and (value - 1) * 100 in self.values


def ratios(text: Text) -> tuple[tuple[Value, Value], ...]:
    """Seven in ten, 9 из 10: the smaller number first."""
    if len(text.numerals) + len(text.figures) < 2:
        return ()
    spans = [(one.start, one.end, one.value) for one in text.numerals]
    spans += [(one.start, one.end, one.value) for one in text.figures]
    return tuple(
        (one, two)
        for (_, end, one), (start, _, two) in pairwise(sorted(spans))
        if one < two and _OUT_OF.fullmatch(text.bare, end, start)
    )


def _shares(one: Value, two: Value) -> tuple[Value, Value]:
    """A ratio as a fraction and in per cent."""
    return Fraction(one) / two, 100 * Fraction(one) / two


_FROM_TO = re.compile(
    r"[ \u00a0]?[-\u2013\u2014:][ \u00a0]?|[^\d,;]{0,8}\b(?:to|до|по)\b[^\d,;]{1,4}|-?(?:[дтн][ае]н) |-? ?(?:[تد]ىن) "
)
"""What stands between the two ends of a range, a change or a score."""


def ranges(text: Text) -> dict[tuple[Value, Value], tuple[int, int]]:
    """Two figures that belong together, without their multipliers, and the place of both."""
    found = {}
    for one, two in pairwise(text.figures):
        if PLAIN == one.kind == two.kind and _FROM_TO.fullmatch(text.bare, one.end, two.start):
            found[_plain(one), _plain(two)] = (one.start, two.end)
    return found


def _plain(one: Figure) -> Value:
    multiplier: int = 10**one.power
    return Fraction(one.value) / multiplier
