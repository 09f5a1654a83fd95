"""Numbers in words, their units, minus signs and ranges: the part of `numbers` that reads more than figures.

Each finds (rule, message, span of the target, span of the source).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from l10n.checks.pairs import Pair, Span, Text
from l10n.checks.said import FEWEST, Said, ranges
from l10n.checks.wording import differs, not_in_source, not_in_target
from l10n.facts.figures import PLAIN, ROMAN, SCORE, Figure, Value
from l10n.facts.numerals import CARDINAL, FRACTION, ORDINAL, VAGUE, Numeral
from l10n.facts.units import CUSTOMARY, alike, currencies, excludes, kind_of
from l10n.phrases import Phrase, phrase

Found = tuple[str, Phrase, Span | None, Span | None]
ROMAN_SIGNS = frozenset("IVXІХ")
"""Of numerals that stand for numbers in news; others are sizes and brands."""
_WEEK, _THOUSAND = 7, 1000
MANY = 20
"""Numbers of one value that are looked at: no segment has so many."""


def in_words(pair: Pair, source_said: Said, target_said: Said) -> Iterator[Found]:
    """A number that the source says in words is not in the target, where another one may stand in words."""
    lost, added = _unsaid(pair.source, target_said), _unsaid(pair.target, source_said)
    for one in lost:
        other = next((two for two in islice(added, MANY) if _excludes(one, two)), None)
        if other:
            added.remove(other)
            yield ("words", different(pair, one, other), (other.start, other.end), (one.start, one.end))
        elif _is_sure(one):
            figure = next(_half_said(pair.target, source_said), None)
            if figure:
                yield ("words", different(pair, one, figure), (figure.start, figure.end), (one.start, one.end))
                return
            yield ("unsaid", not_in_target(words_of(pair.source, one)), None, (one.start, one.end))
    for one in filter(_is_sure, added):
        said = next(_half_said(pair.source, target_said), None) or _of_the_unit(pair.source, one, target_said)
        if said:
            yield ("words", different(pair, said, one), (one.start, one.end), (said.start, said.end))
            return
        yield ("unasked", not_in_source(words_of(pair.target, one)), (one.start, one.end), None)


def _half_said(text: Text, other: Said) -> Iterator[Figure]:
    """Figures of which the other text says a part of a number only: 5, and fifteen."""
    for one in islice(text.figures, MANY):
        if one.kind == PLAIN and one.value not in other.strict and one.value in other.worded:
            yield one


def _of_the_unit(text: Text, one: Numeral, other: Said) -> Numeral | None:
    """The number in words that has the unit of one, and with it is not in the other text: three weeks, eight weeks."""
    for two in islice(text.numerals, MANY):
        alike = two.unit == one.unit != "" and two.kind == one.kind == CARDINAL
        if alike and two.value != 1 and (two.unit, two.value) not in other.measured:
            return two
    return None


def _unsaid(text: Text, said: Said) -> list[Numeral]:
    """The numerals of a text that the other one does not say; the surest first."""
    romans = [Numeral(*one[:3], ORDINAL, ROMAN) for one in text.romans if ROMAN_SIGNS.issuperset(one.text)]
    claimed = [one for one in (*text.numerals, *romans) if one.value and (one.value != 1 or one.kind == ORDINAL)]
    return sorted((one for one in claimed if not said.says(one)), key=_is_sure, reverse=True)


def _excludes(one: Numeral, other: Numeral) -> bool:
    """Where one is lost and the other is new, one was put in the place of the other."""
    if {one.kind, other.kind} == {ORDINAL, FRACTION}:  # a fifth
        return True
    if _is_part(one) or _is_part(other):
        return (_is_part(one) and _is_part(other)) or one.unit == other.unit == "h"
    if VAGUE in (one.kind, other.kind):
        return one.unit == other.unit != "" and (_is_sure(one) or _is_sure(other))
    least, most = sorted((one.value, other.value))
    if least < _THOUSAND and most >= _THOUSAND * least:  # `more than two` of millions
        return False
    if 1 in (one.value, other.value) or one.value == other.value:
        return one.kind == other.kind == ORDINAL
    return one.kind == other.kind or _is_sure(one) or _is_sure(other)


def _is_part(one: Numeral) -> bool:
    return one.kind == FRACTION or one.value < 1


def _is_sure(one: Numeral) -> bool:
    """Two is said in many ways, and so is one and a half."""
    if one.unit == ROMAN or (one.value == _WEEK and one.unit == "d"):  # `seven days a week`
        return False
    return one.kind == FRACTION or (one.kind != VAGUE and one.value >= FEWEST)


def units_of_words(pair: Pair) -> Iterator[Found]:
    """A number in words on one side at least, with another unit on the other side."""
    known, worded = _measured(pair.target.figures, pair.target.numerals), _measured(pair.target.numerals)
    own = _measured(pair.source.figures, pair.source.numerals)
    for numbers, others in ((pair.source.numerals, known), (pair.source.figures, worded)):
        for one in numbers:
            if not one.unit or one.value not in others:
                continue
            units = {two.unit for two in own[one.value]}
            same = [two for two in others[one.value] if two.unit not in units]
            if one.value == 1:  # `a cubic metre` has no number in English
                same = [two for two in same if kind_of(two.unit) == kind_of(one.unit)]
            if same and all(excludes(one.unit, two.unit) for two in same):
                yield ("unit", different(pair, one, same[0]), (same[0].start, same[0].end), (one.start, one.end))


def _measured(*many: Sequence[Figure] | Sequence[Numeral]) -> Mapping[Value, Sequence[Figure | Numeral]]:
    """Numbers with a unit, the first MANY of each value."""
    found: dict[Value, list[Figure | Numeral]] = {}
    for some in many:
        for one in some:
            alike = found.setdefault(one.value, []) if one.unit else []
            if one.unit and len(alike) < MANY:
                alike.append(one)
    return found


def _named(text: Text) -> dict[str, Span]:
    """Units that a text names, with the place of the first word or sign of each."""
    found = currencies(text.bare)
    for one in text.clues:
        if one.unit:
            found.setdefault(one.unit, (one.start, one.end))
    return found


_AMOUNTS = frozenset({"mass", "volume"})


def named_units(pair: Pair) -> Iterator[Found]:
    """A unit that the source names is not in the target, where another one of its kind is instead."""
    source, target = _named(pair.source), _named(pair.target)
    lost, added = source.keys() - target.keys() - CUSTOMARY, sorted(target.keys() - source.keys())
    for one in sorted(lost) if added else ():
        kinds = _AMOUNTS if kind_of(one) in _AMOUNTS else {kind_of(one)}
        other = next((two for two in added if kind_of(two) in kinds and not alike(one, two)), None)
        if other and not any(alike(one, two) for two in target):
            said, here = pair.source.text[slice(*source[one])], pair.target.text[slice(*target[other])]
            yield ("unit", differs(said, here), target[other], source[one])


_DEGREES = re.compile(r"[ \u00a0]?(?:°|degree|градус|گرادۇس)")
_COLD = re.compile(r"(?i)minus|below|frost|subzero|минус|мороз|ниже|холод|аяз|суық|нөлден|مىنۇس|سوغۇق|نۆلدىن|قەھرىتان")
_LESS = re.compile(
    rf"{_COLD.pattern}|loss|deficit|declin|f[ae]ll|убыт|дефицит|упал|сниз|сократ|төмен|шығын|азай|تۆۋەن|زىيان|ئازا"
)
"""Words that say what a minus says, of degrees and of other numbers."""


def signs(pair: Pair) -> Iterator[Found]:
    """A minus that one of the sides has lost."""
    source, target = _negative(pair.source), _negative(pair.target)
    for one, other in _unsigned(source, target, pair.target):
        said, here = words_of(pair.source, one), words_of(pair.target, other)
        message = phrase("`{said}` of the source has a minus, `{here}` has none", said=said, here=here)
        yield ("sign", message, (other.start, other.end), (one.start, one.end))
    for other, one in _unsigned(target, source, pair.source):
        said, here = words_of(pair.source, one), words_of(pair.target, other)
        message = phrase("`{here}` has a minus, `{said}` of the source has none", said=said, here=here)
        yield ("sign", message, (other.start, other.end), (one.start, one.end))


def _negative(text: Text) -> dict[Value, Figure]:
    """The figures that have a minus before them, one of each value."""
    return {one.value: one for one in text.figures if _has_minus(text.bare, one)}


def _unsigned(
    own: Mapping[Value, Figure], others: Mapping[Value, Figure], text: Text
) -> Iterator[tuple[Figure, Figure]]:
    """Figures with a minus, and those of the other text that have none and no word for it."""
    if own.keys() <= others.keys():
        return
    plain = {one.value: one for one in text.figures}
    for value in own.keys() - others.keys():
        other = plain.get(value)
        if other and not (_COLD if other.unit[:1] == "°" else _LESS).search(text.bare):
            yield own[value], other


def _has_minus(text: str, one: Figure) -> bool:
    """U+2212; or a hyphen or dash, where degrees follow, that stands alone."""
    sign, before = text[one.start - 1 : one.start], text[one.start - 2 : one.start - 1]
    if not sign or sign not in "\u2212-\u2013" or before.isalnum():
        return False
    return sign == "\u2212" or one.unit[:1] == "°" or bool(_DEGREES.match(text, one.end))


def orders(pair: Pair, source_said: Said) -> Iterator[Found]:
    """From one number to another, and the other way round: 2.8 to 2.1.  The score of who lost may turn round."""
    if not pair.source.figures or not pair.target.figures:
        return
    known, own = ranges(pair.source), ranges(pair.target)
    scores = _scores(pair.source), _scores(pair.target)
    if any(scores) and not source_said.somebody_lost:
        known, own = known | scores[0], own | scores[1]
    for (first, last), place in own.items():
        turned = (last, first) in known and (first, last) not in known and (last, first) not in own
        if turned and first != last:
            said, here = pair.source.text[slice(*known[last, first])], pair.target.text[slice(*place)]
            yield ("order", differs(said, here), place, known[last, first])


def _scores(text: Text) -> dict[tuple[Value, Value], Span]:
    """Scores with a colon, and the place of each."""
    return {(one.value, one.others[0]): (one.start, one.end) for one in text.figures if one.kind == SCORE}


def words_of(text: Text, one: Figure | Numeral) -> str:
    return text.text[one.start : one.end]


def different(pair: Pair, one: Figure | Numeral, other: Figure | Numeral) -> Phrase:
    return differs(words_of(pair.source, one), words_of(pair.target, other))
