"""Numbers: every figure of the source stands in the target, with its magnitude and its unit, in digits or in words.

ITS 2.0 type: numbers.  Separators as the language has them (CLDR; kk, ru: space and comma; ug: comma and point).
Quiet on purpose: one and two in words; another order; a figure said twice; halves and quarters for
per cent; 1990s and 90-е; `3 p.m.` and 15:00; Roman numerals for ordinals; units that are left out, as with ages.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from functools import partial

from l10n.checks.pairs import Pair, Rule, Text, finding
from l10n.facts.figures import CURRENCIES, PHONE, ROMAN, SCORE, TIME, Figure, roman, worded
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
    left, lost = list(target), []
    for one in source:
        match = _match(one, left) or _match(one, target)
        if match is None:
            lost.append(one)
            continue
        if match in left:
            left.remove(match)
        yield from _unit(pair, one, match)
        yield from _separators(pair, one, match)
    if lost:
        said = _Said(pair.target, pair.source)
        lost = [one for one in lost if not said.explains(one)]
    if left:
        said = _Said(pair.source, pair.target)
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
    for text, values in ((pair.source, added), (pair.target, lost)):
        if values & _Said(text, text).values or any(one.value in values for one in text.figures):
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
    said = _Said(pair.target, pair.source)
    for one in wanted:
        if not said.explains(one):
            message = f"`{one.text}` of the source is not in the target, neither as such nor in digits or words"
            yield _say("missing", message, None, (one.start, one.end))


def _match(one: Figure, others: Sequence[Figure]) -> Figure | None:
    """The figure of the other side that is this one: by its value first, then by what its signs may mean, too."""
    best = None
    for other in others:
        scores = one.kind == SCORE and one.others != other.others
        if _is_phone(one, other) or (one.value == other.value and one.kind == other.kind and not scores):
            if other.unit == one.unit:
                return other
            best = best or other
    if best is not None:
        return best
    for other in others:
        if PHONE in (one.kind, other.kind) or one.kind == other.kind == SCORE:
            continue
        parts = one.value in other.others or other.value in one.others
        if parts or one.value == other.misread or other.value == one.misread:
            return other
    return None


def _is_phone(one: Figure, other: Figure) -> bool:
    """Both are the same telephone number, with or without the code of the country."""
    if PHONE not in (one.kind, other.kind):
        return False
    digits, others = (str(two.value.numerator) for two in (one, other))
    return len(digits) >= 5 and (digits.endswith(others[-7:]) and others.endswith(digits[-7:]))


def _unit(pair: Pair, one: Figure, other: Figure) -> Iterator[Finding]:
    if one.unit == other.unit or not one.unit or one.value != other.value:
        return
    spans = (other.start, other.end), (one.start, one.end)
    there = {two.unit for two in pair.target.figures if two.value == one.value}
    if one.unit in there:
        return
    if other.unit and (one.unit in CURRENCIES) == (other.unit in CURRENCIES):
        yield _say("unit", _different_words(pair, one, other), *spans)
    elif one.unit == "%" and not other.unit and not _shares_percent(pair.target, other):
        yield _say("unit", f"{_different_words(pair, one, other)}: the per cent is lost", *spans)


_JOINT = re.compile(r"[\W_]*(?:[^\W\d_]{1,4})?[\W_]*")
_DIGIT = re.compile(r"\d")
NEAR = 14
"""Characters between two figures that share one sign: `5, 7 and 9 percent`."""
PERCENT = ("процент", "пайыз", "پىرسەنت", "پرسەنت", "پروسېنت", "percent", "per cent", "п.п", "п. п", "проц")


def _shares_percent(text: Text, one: Figure) -> bool:
    """The sign of per cent stands behind the next figure, or a little further on."""
    figures = text.figures
    for other in figures[figures.index(one) + 1 :]:
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

    def __init__(self, text: Text, other: Text) -> None:
        self.text, self.other = text, other
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
            scores = any(two.kind == SCORE for two in self.text.figures)
            return not scores and {one.value, *one.others} <= self.values
        if {one.value, *one.others} & self.values:
            return True
        if one.unit == "%" and one.value in SHARES:
            return Fraction(one.value, 100) in self.values or 1 - Fraction(one.value, 100) in self.values
        if one.kind == TIME:
            return self._is_time(one)
        return self._is_decade(one)

    def _is_time(self, one: Figure) -> bool:
        """`3 p.m.` in words or figures of the other half of the day; noon and midnight."""
        hour = one.value // 60
        return bool({Fraction(hour % 12), Fraction(hour % 12 + 12), Fraction(hour)} & self.values) or hour in (
            0,
            12,
            24,
        )

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
        other = min(left, key=lambda two: _distance(one, two), default=None)
        if other is None:
            yield _say("missing", f"`{_words(pair.source, one)}` of the source is not in the target", None, place)
            continue
        left.remove(other)
        rule = "magnitude" if _is_power_of_ten(one.value, other.value) else "other"
        yield _say(rule, _different_words(pair, one, other), (other.start, other.end), place)
    for other in left:
        if other.kind == ROMAN or (lost and other.value < 3):
            continue
        message = f"`{_words(pair.target, other)}` is not in the source"
        yield _say("added", message, (other.start, other.end))


def _distance(one: Figure, other: Figure) -> tuple[bool, bool, int]:
    same = _is_power_of_ten(one.value, other.value)
    return not same, one.unit != other.unit, abs(len(one.text) - len(other.text))


def _is_power_of_ten(one: Fraction, other: Fraction) -> bool:
    if not one or not other:
        return False
    ratio = max(one, other) / min(one, other)
    return ratio > 1 and ratio.denominator == 1 and str(ratio.numerator).strip("0") == "1"


def _words(text: Text, one: Figure) -> str:
    return text.text[one.start : one.end]


def _different_words(pair: Pair, one: Figure, other: Figure) -> str:
    return f"the source says `{_words(pair.source, one)}`, the target says `{_words(pair.target, other)}`"
