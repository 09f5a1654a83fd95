"""Numbers: every figure of the source stands in the target, with its magnitude and its unit, in digits or in words.

ITS 2.0 type: numbers.  Separators as the language has them (CLDR; kk, ru: space and comma; ug: comma and point).
Figures are read here, numbers in words, units, minus signs and ranges in `amounts`, what a text says besides in `said`.
Quiet on purpose: one in words, and a number in words on one side only (a note); another order; a figure said twice;
the score of who lost, turned round; miles beside kilometres; 1990s and 90-е; Roman numerals for ordinals; units that
are left out, as with ages.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from itertools import islice

from l10n.checks.amounts import (
    MANY,
    ROMAN_SIGNS,
    different,
    in_words,
    named_units,
    orders,
    signs,
    units_of_words,
    words_of,
)
from l10n.checks.pairs import Pair, Rule, Text, finding
from l10n.checks.said import FEWEST, Said
from l10n.checks.wording import not_in_source, not_in_target
from l10n.facts.figures import PHONE, PLAIN, SCORE, TIME, Figure, Value, exact, is_power_of_ten
from l10n.facts.numerals import VAGUE
from l10n.facts.units import CUSTOMARY, PERCENT, alike, currencies, excludes
from l10n.model import Finding
from l10n.phrases import phrase

RULES = {
    "other": Rule("error", "The target has another number than the source."),
    "magnitude": Rule("error", "The number is ten, a thousand … times as large, or as small, as in the source."),
    "missing": Rule("error", "A number of the source is not in the target, neither in digits nor in words."),
    "added": Rule("warning", "The target has a number that is not in the source."),
    "separator": Rule("error", "The separators of a number are not those of the language: it reads as another number."),
    "point": Rule("warning", "The decimals of a number stand behind a point where the language has a comma, or so."),
    "words": Rule("warning", "Both sides say a number in words, and not the same one."),
    "unsaid": Rule("note", "A number that the source says in words is not in the target."),
    "unasked": Rule("note", "The target says a number that the source does not, or only vaguely: two dozen, a couple."),
    "sign": Rule("error", "A minus is on one side only."),
    "order": Rule("warning", "Two numbers, from one to the other, have changed places."),
    "unit": Rule("error", "A number has another unit or currency than in the source, or lost its per cent."),
}
_say = partial(finding, "numbers", RULES)

PHONE_DIGITS, FEWEST_DIGITS = 7, 5
"""Digits at the end of a telephone number that no code of a country changes; a shorter number has none."""
WHOLE_DIGITS = 10
"""Those that `8` and `+7` before them do not change."""
_OF_UNITS = frozenset({"unit", "other", "magnitude", "missing"})


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target."""
    if not (_has_any(pair.source) or _has_any(pair.target)):
        return
    said = Said(pair.source, pair.target), Said(pair.target, pair.source)
    yield from _romans(pair, said[1])
    found = list(_figures(pair, *said))
    yield from found
    units = list(units_of_words(pair))
    yield from (_say(*one) for one in units)
    if not units and not any(one.rule in _OF_UNITS for one in found):
        yield from (_say(*one) for one in named_units(pair))
    for rest in (in_words(pair, *said), signs(pair), orders(pair, said[0])):
        yield from (_say(*one) for one in rest)


def _has_any(text: Text) -> bool:
    """Numbers of any kind, or names of units."""
    return bool(text.figures or text.clues or text.romans or currencies(text.bare))


def _figures(pair: Pair, source_said: Said, target_said: Said) -> Iterator[Finding]:
    """Those in digits."""
    source, target = pair.source.figures, pair.target.figures
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
    lost = [one for one in lost if not target_said.explains(one)]
    left = [one for one in left if not source_said.explains(one)]
    yield from _different(pair, lost, left)


def _romans(pair: Pair, said: Said) -> Iterator[Finding]:
    """Centuries, kings and congresses: a Roman numeral is in the target as one, in digits or in words."""
    wanted = [one for one in pair.source.romans if set(one.text) <= ROMAN_SIGNS]
    for one in wanted:
        if not said.explains(one):
            message = phrase(
                "`{said}` of the source is not in the target, neither as such nor in digits or words", said=one.text
            )
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
        return 3 * _is_one_number(one, other)
    if one.value == other.value and one.kind == other.kind:
        scores = one.kind == SCORE and one.others != other.others
        return 0 if scores else 2 + (one.unit == other.unit)
    if one.kind == other.kind == SCORE:
        return 0
    parts = one.value in other.others or other.value in one.others
    return int(parts or _is_misread(one, other) or _is_misread(other, one))


def _is_one_number(one: Figure, other: Figure) -> bool:
    """Two telephone numbers are one, whatever the code of the country; two of one length have the same digits."""
    if one.text[:1] == other.text[:1] == "+":
        return one.value == other.value
    if len(str(one.value)) == len(str(other.value)):
        return str(one.value)[-WHOLE_DIGITS:] == str(other.value)[-WHOLE_DIGITS:]
    return _end(one) == _end(other) != ""


def _is_misread(one: Figure, other: Figure) -> bool:
    """What parts thousands elsewhere stands before decimals here: `25,000` in Russian."""
    return one.misread is not None and one.misread == other.value > one.value and "," in one.text


def _unit(pair: Pair, one: Figure, other: Figure, known: Known) -> Iterator[Finding]:
    if alike(one.unit, other.unit) or not one.unit or one.value != other.value or one.kind == TIME:
        return
    spans = (other.start, other.end), (one.start, one.end)
    if any(alike(two.unit, one.unit) and two.value == one.value for two in islice(known[one.value], MANY)):
        return
    if excludes(one.unit, other.unit):
        yield _say("unit", different(pair, one, other), *spans)
    elif one.unit == "%" and not other.unit and not _shares_percent(pair.target, other):
        said, here = words_of(pair.source, one), words_of(pair.target, other)
        message = phrase(
            "the source says `{said}`, the target says `{here}`: the per cent is lost", said=said, here=here
        )
        yield _say("unit", message, *spans)


_JOINT = re.compile(r"[\W_]*(?:[^\W\d_]{1,4})?[\W_]*")
_DIGIT = re.compile(r"\d")
NEAR = 14
"""Characters between two figures that share one sign: `5, 7 and 9 percent`."""


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
    if one.value == other.value and one.value.denominator != 1:
        yield from _point(one, other, pair.target.language.decimal)
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
    message = phrase("`{said}` reads as another number here: write `{better}`", said=shown, better=better)
    yield _say("separator", message, span, (one.start, one.end), better)


_DECIMALS = re.compile(r"(?:\d{1,3}|\d{1,3}[ \u00a0]\d{3})([.,])\d{1,2}")


def _point(one: Figure, other: Figure, own: str) -> Iterator[Finding]:
    """`4.1` in a language that has a comma, or the reverse; a number without a unit may be that of a section."""
    mark = _DECIMALS.fullmatch(other.text) if other.unit or other.power else None
    if mark and mark[1] != own:
        better = other.text.replace(mark[1], own)
        span = (other.start, other.start + len(other.text))
        message = phrase("`{said}` is `{better}` here", said=other.text, better=better)
        yield _say("point", message, span, (one.start, one.end), better)


def _different(pair: Pair, lost: Sequence[Figure], added: Sequence[Figure]) -> Iterator[Finding]:
    """Numbers that are on one side only: two of them are one that was changed."""
    left = list(added)
    for one in lost:
        if not left and _may_go(pair.source, one):
            continue
        place = (one.start, one.end)
        other = min(islice(left, MANY), key=lambda two: _distance(one, two), default=None)
        if other is None:
            yield _say("missing", not_in_target(words_of(pair.source, one)), None, place)
            continue
        left.remove(other)
        rule = "magnitude" if _is_power_of_ten(one.value, other.value) else "other"
        yield _say(rule, different(pair, one, other), (other.start, other.end), place)
    for other in left:
        if other.kind == PLAIN and (other.value == 1 or (lost and other.value < FEWEST and not other.unit)):
            continue
        message = not_in_source(words_of(pair.target, other))
        vague = any(one.kind == VAGUE and one.value != 1 for one in pair.source.numerals)
        yield _say("unasked" if vague else "added", message, (other.start, other.end))


def _may_go(text: Text, one: Figure) -> bool:
    """`1 in 5`; miles beside kilometres, one of them in brackets."""
    if one.value == 1 and one.kind == PLAIN:
        return True
    return one.unit in CUSTOMARY and "(" in text.bare[max(0, one.start - 1) : one.end + 2]


def _distance(one: Figure, other: Figure) -> tuple[bool, bool, int]:
    same = _is_power_of_ten(one.value, other.value)
    return not same, one.unit != other.unit, abs(len(one.text) - len(other.text))


def _is_power_of_ten(one: Value, other: Value) -> bool:
    return bool(one and other) and one != other and is_power_of_ten(exact(Fraction(max(one, other)) / min(one, other)))
