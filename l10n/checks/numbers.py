"""Numbers: every figure of the source stands in the target, with its magnitude and its unit, in digits or in words.

ITS 2.0 type: numbers.  Separators as the language has them (CLDR; kk, ru: space and comma; ug: comma and point).
Quiet on purpose: one and two in words; another order; a figure said twice; halves and quarters for
per cent; 1990s and 90-е; `3 p.m.` and 15:00; Roman numerals for ordinals; units that are left out, as with ages.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from itertools import islice

from l10n.checks.pairs import Pair, Rule, Text, finding
from l10n.facts.figures import CURRENCIES, PHONE, SCORE, TIME, UNITS, Figure, is_power_of_ten, roman, worded
from l10n.languages import words
from l10n.model import Finding

RULES = {
    "other": Rule("error", "The target has another number than the source."),
    "magnitude": Rule("error", "The number is ten, a thousand … times as large, or as small, as in the source."),
    "missing": Rule("error", "A number of the source is not in the target, neither in digits nor in words."),
    "added": Rule("warning", "The target has a number that is not in the source."),
    "separator": Rule("error", "The separators of a number are not those of the language: it reads as another number."),
    "words": Rule("warning", "Both sides say a number in words, and not the same one."),
    "unit": Rule("error", "A number has another unit or currency than in the source, or lost its per cent."),
}
_say = partial(finding, "numbers", RULES)

ROMAN_SIGNS = frozenset("IVXІХ")
"""Of numerals that stand for numbers in news; others are sizes and brands."""
MANY = 20
"""Figures of one value, or unexplained ones, that are looked at: no segment has so many."""
PHONE_DIGITS, FEWEST_DIGITS = 7, 5
"""Digits at the end of a telephone number that no code of a country changes; a shorter number has none."""
FEWEST, MOST = 3, 1000
"""One and two are said in many ways, thousands with a figure."""
SHARES = frozenset(Fraction(n) for n in (10, 20, 25, 33, 40, 50, 60, 66, 67, 75, 80, 90))
"""Per cent that may be said as a fraction."""


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target."""
    source, target = pair.source.figures, pair.target.figures
    yield from _romans(pair)
    yield from _spelt(pair)
    if not source and not target:
        return
    known, used, lost = _by_value(target), set[Figure](), []
    for one in source:
        match = _match(one, known, used)
        if match is None:
            lost.append(one)
            continue
        used.add(match)
        yield from _unit(pair, one, match, known)
        yield from _separators(pair, one, match)
    left = [one for one in target if one not in used]
    if lost:
        said = _Said(pair.target)
        lost = [one for one in lost if not said.explains(one)]
    if left:
        said = _Said(pair.source)
        left = [one for one in left if not said.explains(one)]
    yield from _different(pair, lost, left)


def _spelt(pair: Pair) -> Iterator[Finding]:
    """Where there are no digits: a number of the source in words is none of the target's, and the reverse."""
    if _DIGIT.search(pair.source.bare) or _DIGIT.search(pair.target.bare):
        return
    source, target = (worded(text.bare, text.locale) for text in (pair.source, pair.target))
    if source == target or not (source and target):
        return
    lost, added = source - target, target - source
    if not (lost and added and all(map(_is_told, (max(lost), max(added))))):
        return
    if added & _Said(pair.source).values or lost & _Said(pair.target).values:
        return
    message = f"in words the source says {_plain(lost)}, the target says {_plain(added)}"
    yield _say("words", message)


def _is_told(value: Fraction) -> bool:
    """A number that people say in words and mean."""
    return value.denominator == 1 and FEWEST <= value < MOST


def _plain(values: Collection[Fraction]) -> str:
    return f"`{max(values)}`"


def _romans(pair: Pair) -> Iterator[Finding]:
    """Centuries, kings and congresses: a Roman numeral is in the target as one, in digits or in words."""
    wanted = [one for one in roman(pair.source.bare) if set(one.text) <= ROMAN_SIGNS]
    if not wanted:
        return
    said = _Said(pair.target)
    for one in wanted:
        if not said.explains(one):
            message = f"`{one.text}` of the source is not in the target, neither as such nor in digits or words"
            yield _say("missing", message, None, (one.start, one.end))


Known = Mapping[object, Sequence[Figure]]
"""Figures of a text by what they may be: their values, and the ends of telephone numbers."""


def _by_value(figures: Sequence[Figure]) -> Known:
    known: dict[object, list[Figure]] = {}
    for one in figures:
        for key in _keys(one):
            known.setdefault(key, []).append(one)
    return known


def _keys(one: Figure) -> Iterable[object]:
    """What a figure may be, each once."""
    return dict.fromkeys((one.value, _end(one), one.misread, *one.others))


def _end(one: Figure) -> str:
    """The digits in which a telephone number is the same with and without the code of the country."""
    digits = str(one.value.numerator)
    return digits[-PHONE_DIGITS:] if len(digits) >= FEWEST_DIGITS else ""


def _match(one: Figure, known: Known, used: Collection[Figure]) -> Figure | None:
    """The figure of the other side that is this one: by its value first, then by what its signs may mean, too."""
    found: Figure | None = None
    best = 0
    for key in _keys(one):
        for other in islice(known.get(key, ()), MANY):
            alike = _alike(one, other)
            rank = 2 * alike + (other not in used) if alike else 0
            if rank > best:
                found, best = other, rank
    return found


def _alike(one: Figure, other: Figure) -> int:
    """How surely two figures are one and the same: 3 with their units, 2 without, 1 by another reading, or 0."""
    if PHONE in (one.kind, other.kind):
        return 3 if _end(one) == _end(other) != "" else 0
    if one.value == other.value and one.kind == other.kind:
        scores = one.kind == SCORE and one.others != other.others
        return 0 if scores else 2 + (one.unit == other.unit)
    if one.kind == other.kind == SCORE:
        return 0
    parts = one.value in other.others or other.value in one.others
    return int(parts or one.value == other.misread or other.value == one.misread)


def _unit(pair: Pair, one: Figure, other: Figure, known: Known) -> Iterator[Finding]:
    if one.unit == other.unit or not one.unit or one.value != other.value:
        return
    spans = (other.start, other.end), (one.start, one.end)
    if any(two.unit == one.unit and two.value == one.value for two in islice(known[one.value], MANY)):
        return
    if other.unit and (one.unit in CURRENCIES) == (other.unit in CURRENCIES):
        yield _say("unit", _different_words(pair, one, other), *spans)
    elif one.unit == "%" and not other.unit and not _shares_percent(pair.target, other):
        yield _say("unit", f"{_different_words(pair, one, other)}: the per cent is lost", *spans)


_JOINT = re.compile(r"[\W_]*(?:[^\W\d_]{1,4})?[\W_]*")
_DIGIT = re.compile(r"\d")
NEAR = 14
"""Characters between two figures that share one sign: `5, 7 and 9 percent`."""
PERCENT = (*words(UNITS["%"]), "per cent", "п.п", "п. п")


def _shares_percent(text: Text, one: Figure) -> bool:
    """The sign of per cent stands behind the next figure, or a little further on."""
    place = bisect_right(text.figures, one.start, key=lambda two: two.start)
    for other in text.figures[place : place + MANY]:
        if other.start - one.end > NEAR or not _JOINT.fullmatch(text.bare, one.end, other.start):
            break
        if other.unit == "%":
            return True
        one = other
    behind = _DIGIT.split(text.bare[one.end : one.end + NEAR].lower())[0]
    return any(word in behind for word in PERCENT)


def _separators(pair: Pair, one: Figure, other: Figure) -> Iterator[Finding]:
    """A number whose separators were left as in the source, so that a reader takes it for another one."""
    if one.value == other.value or other.misread != one.value or not ({",", "."} & set(other.text)):
        return
    if other.text != one.text and one.value in other.others:
        return
    language = pair.target.language
    shown = other.text
    if "," in shown and language.decimal == ",":
        better = shown.replace(",", "\u00a0").replace(".", ",")
    elif "." in shown and language.decimal == ",":
        better = shown.replace(".", ",")
    else:
        better = shown.replace(".", "\0").replace(",", ".").replace("\0", ",")
    span = (other.start, other.start + len(shown))
    message = f"`{shown}` reads as another number here: write `{better}`"
    yield _say("separator", message, span, (one.start, one.end), better)


class _Said:
    """What a text says in words, and in the figures of its dates: enough to explain a figure of the other side."""

    def __init__(self, text: Text) -> None:
        self.has_scores = any(one.kind == SCORE for one in text.figures)
        self.values = set(worded(text.bare, text.locale))
        for date in text.dates:
            self.values |= {Fraction(n) for n in (date.year, date.month, *date.days) if n}
        for one in text.figures:
            self.values |= {one.value, *one.others}
        self.values |= {one.value for one in roman(text.bare)}

    def explains(self, one: Figure) -> bool:
        """The number is said, in one way or another."""
        if one.kind == PHONE:
            return False
        if one.kind == SCORE:
            return not self.has_scores and {one.value, *one.others} <= self.values
        if {one.value, *one.others} & self.values:
            return True
        if one.unit == "%" and one.value in SHARES:
            return Fraction(one.value, 100) in self.values or 1 - Fraction(one.value, 100) in self.values
        if one.kind == TIME:
            return self._is_time(one)
        return self._is_decade(one)

    def _is_time(self, one: Figure) -> bool:
        """`3 p.m.` in words or figures of the other half of the day; noon and midnight."""
        hour, minute = divmod(one.value, 60)
        hours = {Fraction(hour % 12), Fraction(hour % 12 + 12), Fraction(hour)}
        if minute:
            return minute in self.values and bool(hours & self.values)
        return bool(hours & self.values) or hour in (0, 12, 24)

    def _is_decade(self, one: Figure) -> bool:
        """1990s and 90-е; the 19th century and the 1800s."""
        value = one.value
        short = {other % 100 for other in self.values if other.denominator == 1 and 1000 <= other < 2100}
        if value.denominator == 1 and value < 100 and value % 10 == 0 and value in short:
            return True
        if value.denominator == 1 and 1000 <= value < 2100 and value % 10 == 0:
            return Fraction(value % 100) in self.values or Fraction(value // 100 + 1) in self.values
        return value.denominator == 1 and 10 < value < 22 and Fraction((value - 1) * 100) in self.values


def _different(pair: Pair, lost: Sequence[Figure], added: Sequence[Figure]) -> Iterator[Finding]:
    """Numbers that are on one side only: two of them are one that was changed."""
    left = list(added)
    for one in lost:
        place = (one.start, one.end)
        other = min(islice(left, MANY), key=lambda two: _distance(one, two), default=None)
        if other is None:
            yield _say("missing", f"`{_words(pair.source, one)}` of the source is not in the target", None, place)
            continue
        left.remove(other)
        rule = "magnitude" if _is_power_of_ten(one.value, other.value) else "other"
        yield _say(rule, _different_words(pair, one, other), (other.start, other.end), place)
    for other in left:
        if lost and other.value < FEWEST:
            continue
        message = f"`{_words(pair.target, other)}` is not in the source"
        yield _say("added", message, (other.start, other.end))


def _distance(one: Figure, other: Figure) -> tuple[bool, bool, int]:
    same = _is_power_of_ten(one.value, other.value)
    return not same, one.unit != other.unit, abs(len(one.text) - len(other.text))


def _is_power_of_ten(one: Fraction, other: Fraction) -> bool:
    return bool(one and other) and one != other and is_power_of_ten(max(one, other) / min(one, other))


def _words(text: Text, one: Figure) -> str:
    return text.text[one.start : one.end]


def _different_words(pair: Pair, one: Figure, other: Figure) -> str:
    return f"the source says `{_words(pair.source, one)}`, the target says `{_words(pair.target, other)}`"
