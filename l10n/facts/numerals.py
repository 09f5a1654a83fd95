"""Numerals: numbers written in words, with their places and units.

    twenty-five · полтора миллиона долларов · жиырма бесінші · ئۈچتىن ئىككىسى · two dozen · three-quarters of a billion

Words of numbers are those of `l10n.languages`.  A numeral that people say without counting (`one of`, `the second`
of a minute, Kazakh жүзді, `swam`) is VAGUE: it explains a number of the other side, and claims none.
A native reader has still to confirm the Kazakh and Uyghur words of VAGUES.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from l10n.facts.clues import Clue
from l10n.facts.figures import Taken, Value
from l10n.facts.units import unit_behind
from l10n.facts.worth import TOGETHER
from l10n.languages import words

CARDINAL, ORDINAL, FRACTION, VAGUE = "cardinal", "ordinal", "fraction", "vague"


class Numeral(NamedTuple):
    """A number in words."""

    start: int
    end: int
    """With the word of its unit."""
    value: Value
    kind: str
    """cardinal, ordinal, fraction, or vague."""
    unit: str = ""
    """As in `units`."""


class _Word(NamedTuple):
    """A word that says a number."""

    start: int
    end: int
    value: Value
    text: str
    """In small letters."""


_JOINT = re.compile(
    r"[ \u00a0\u2009\u202f-]{1,2}(?:(?:and|и|с(?: лишним| небольшим)?|ۋە|мен|of|из|от)[ \u00a0])?"
    r"(?:(?:a|an|per|the)[ \u00a0])?",
    re.IGNORECASE,
)
"""What may stand between two words of one numeral."""
_BEFORE_UNIT = re.compile(r"(?:\b(?:per|a|an|each|every|split|one)|[\d/])[ -]?\Z", re.IGNORECASE)
_HALF = Fraction(1, 2)
_ORDINAL = re.compile(
    r"(?:first|second|third|\w+th|\w*нш[ыі]\w*|\w*نچى\w*|(?:перв|втор|четв[её]рт|пят|шест|седьм|восьм|девят|десят|\w+дцат|соро"
    r"ков|\w+десят|девяност|сот|тысячн)(?:ый|ой|ая|ое|ого|ому|ым|ом|ую|ые|ых|ыми)|трет(?:ий|ья|ье|ьего|ьей|ьему|ьим|ьем|ью"
    r"|ьи|ьих)|алғашқы|тұңғыш|تۇنجى)"
)
_PARTS = re.compile(
    r"halves|thirds?|quarters?|(?:four|fif|six|seven|eigh|nin|ten|hundred|thousand)ths?"
    r"|трет(?:и|ь|ью|ей|ям|ями|ях)|четверт(?:и|ь|ью|ей|ям|ями|ях)"
    r"|(?:пят|шест|седьм|восьм|девят|десят|сот|тысячн)(?:ых|ая|ой|ую|ые)"
)
_WHOLE_PARTS = {
    "треть": 3,
    "трети": 3,
    "третью": 3,
    "четверть": 4,
    "четверти": 4,
    "четвертью": 4,
    "quarter": 4,
    "third": 3,
}
_ABLATIVE = re.compile(r"\w+(?:[днт][ае]н|دىن|تىن)")
_MULTIPLIERS = frozenset((100, 1000, 10**6, 10**9, 10**12))
_DATIVE = re.compile(r"\w+(?:[ғгқк][ае]|غا|گە|قا|كە)")
_TENS = frozenset(
    words(
        "dozen dozens десяток десятка десятков десятки десятком десятками десятилетие десятилетия десятилетий"
        " decade decades дюжина дюжины дюжин"
    )
)
"""Words that multiply by ten or twelve."""
VAGUES = frozenset(
    words(
        "half halves halved halving one once single seconds both pair couple double quarter quarters dozens"
        " hundreds thousands millions billions trillions tens hundred thousand million billion dozen decade"
        " decades"
        " один одна одно одного одной одному одним одном одну одни одних об обе оба обоих обеих обеими обоими пара"
        " сотни сотен сотнями тысячи тысяч тысячами миллионы миллионов миллиарды миллиардов десятки десятков"
        " десяток десятилетие десятилетия десятилетий десятилетию десятилетием дюжина тройка тройку тройке"
        " четвёрка четвёрку пятёрка пятёрку семёрка семёрку четверть четверти четвертью половина половины половине"
        " половину половиной наполовину семью бір бірі біреу біреуі алғаш жалғыз қос жарты жартысы жарым жүзді жүзі"
        " жүзін жүзіне жүзінде жүзден жүздеген мыңдаған ондаған миллиондаған алтау онжылдық онжылдықта бірінде"
        " бірін"
        " بىر بىرى بىرىنى قوش يېرىم يېرىمى يۈز يۈزى يۈزىنى يۈزىدە يۈزىدىن يۈزىگە يۈزدە يۈزلىگەن مىڭلىغان"
        " ئونلىغان مىليونلىغان يەتتى ئالتى"
    )
)
"""Words that, alone, count nothing for certain."""
_TEN, _THOUSAND = 10, 1000
_OF_HOUR = re.compile(r"(?<= часу)(?!\w)")
"""`В третьем часу`: it is past two."""
_SHORTLY_AFTER = "в начале "
"""`В начале пятого`: it is past four."""
_SINGLE = re.compile(r"(?<!\w)[aA] \Z")
"""Before a dozen: `half a dozen` and `dozens` are others."""
_OF_ONE = re.compile(r"[ -](?:a|an)(?= )", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:a|an)(?=[ -](?:second|minute|hour|day|week|month|year)\b)", re.IGNORECASE)
_LONGEST = 12
"""Words of one numeral."""


def numerals(
    text: str, locale: str, words: Iterable[Clue], taken: Sequence[tuple[int, int]] = ()
) -> tuple[Numeral, ...]:
    """The numerals of a text in order of their places.

    words: those that say a number, and TOGETHER.  taken: spans of dates and figures, in order.
    """
    spans = Taken(taken)
    found = [word for word in _words(words) if not spans.covers(word.start)]
    said = tuple(_fractions(text, _numerals(text, found))) if found else ()
    if not locale.startswith("en"):
        return said
    if not said:
        return tuple(_articles(text))
    ends = {one.end for one in said}
    return tuple(sorted((*said, *(one for one in _articles(text) if one.end not in ends))))


def _articles(text: str) -> Iterator[Numeral]:
    """`A week` is one week."""
    for match in _ARTICLE.finditer(text):
        unit, end = unit_behind(text, match.end())
        if unit:
            yield Numeral(match.start(), end, 1, VAGUE, unit)


def _words(words: Iterable[Clue]) -> Iterator[_Word]:
    last: _Word | None = None
    for one in words:
        value = one.value
        if value is None and one.text in TOGETHER and last and last.end + 1 == one.start and _is_parted(last):
            value = 1
        if value is not None:
            last = _Word(one.start, one.end, value, one.text)
            yield last


def _is_parted(word: _Word) -> bool:
    """There are parts of it: `үштен`."""
    return _ABLATIVE.fullmatch(word.text) is not None


def _numerals(text: str, found: Sequence[_Word]) -> Iterator[tuple[Numeral, Sequence[_Word]]]:
    """Words beside each other that make one number."""
    held: list[_Word] = []
    sum_ = _Sum()
    for word in found:
        beside = held and len(held) < _LONGEST and _JOINT.fullmatch(text, held[-1].end, word.start)
        if not (beside and not _ends(held[-1]) and not _PARTS.fullmatch(word.text) and sum_.takes(word)):
            if held:
                yield _numeral(text, held, sum_), tuple(held)
            held, sum_ = [], _Sum()
            sum_.takes(word)
        held.append(word)
    if held:
        yield _numeral(text, held, sum_), tuple(held)


def _ends(word: _Word) -> bool:
    """No number goes on behind an ordinal, a part, or that of which there are parts."""
    return bool(_ORDINAL.fullmatch(word.text) or _PARTS.fullmatch(word.text) or _ABLATIVE.fullmatch(word.text))


class _Sum:
    """The value of the words of one number, as they come."""

    def __init__(self) -> None:
        self.whole: Value = 0
        self.rest: Value = 0
        self.least: Value | None = None

    def takes(self, word: _Word) -> bool:
        """Whether the number goes on with a word; then it has its value."""
        value, rest = word.value, self.rest
        if value in _MULTIPLIERS or word.text in _TENS:
            return self._multiply(value, word.text in _TENS)
        if value == _HALF:
            fits = rest.denominator == 1
        elif value < 10 and value.denominator == 1:
            fits = rest % 10 == 0
        elif 10 <= value < 100:
            fits = rest % 100 == 0
        else:
            fits = rest == 0
        if fits:
            self.rest += value
        return fits

    def _multiply(self, value: Value, few: bool) -> bool:
        rest = self.rest
        if few or value == 100:
            if rest >= (20 if few else 10) and not 10 < rest < 20:  # `fifteen hundred`
                return False
            self.rest = (rest or 1) * value
            return True
        if self.least is not None and value >= self.least:
            return False
        self.whole, self.rest, self.least = self.whole + (rest or 1) * value, 0, value
        return True

    @property
    def value(self) -> Value:
        return self.whole + self.rest


def _numeral(text: str, held: Sequence[_Word], sum_: _Sum) -> Numeral:
    unit, end = unit_behind(text, held[-1].end)
    if held[0].text == "dozen" and len(held) == 1 and _SINGLE.search(text, max(0, held[0].start - 3), held[0].start):
        return Numeral(held[0].start, end, sum_.value, CARDINAL, unit)
    if held[-1].text == "fortnight":
        unit = "wk"
    elif held[-1].text == "half" and (article := _OF_ONE.match(text, held[-1].end)):
        unit, end = unit_behind(text, article.end())
    if len(held) == 1 and (held[0].text in VAGUES or held[0].text.startswith("тоқсан") or _is_unit(text, held[0])):
        kind = VAGUE
        if unit and sum_.value == _TEN:
            kind = CARDINAL
    elif _ORDINAL.fullmatch(held[-1].text):
        kind = ORDINAL
        if text[max(0, held[0].start - 9) : held[0].start].lower() == _SHORTLY_AFTER or _OF_HOUR.match(text, end):
            return Numeral(held[0].start, end, sum_.value - 1, VAGUE)
    else:
        kind = CARDINAL
    return Numeral(held[0].start, end, sum_.value, kind, unit)


def _is_unit(text: str, word: _Word) -> bool:
    """The second of a minute: `per second`."""
    return word.text == "second" and bool(_BEFORE_UNIT.search(text, max(0, word.start - 9), word.start))


def _fractions(text: str, found: Iterator[tuple[Numeral, Sequence[_Word]]]) -> Iterator[Numeral]:
    """`two thirds`, `үштен екісі`, `три четверти`; and thirds and quarters that stand alone."""
    last: tuple[Numeral, Sequence[_Word]] | None = None
    for one, some in found:
        one = _alone(text, one, some)
        joined = last and _fraction(text, last, (one, some))
        if joined:
            last = joined, some
            continue
        if last and _two_or_three(text, last, (one, some)):
            last, one = (last[0]._replace(kind=VAGUE), last[1]), one._replace(kind=VAGUE)
        if last:
            yield last[0]
        last = one, some
    if last:
        yield last[0]


def _alone(text: str, one: Numeral, some: Sequence[_Word]) -> Numeral:
    parts = _WHOLE_PARTS.get(some[0].text) if len(some) == 1 else None
    if some[0].text == "third" and text[max(0, one.start - 2) : one.start].lower() != "a ":
        return one
    return one._replace(value=Fraction(1, parts), kind=VAGUE) if parts else one


def _two_or_three(text: str, last: tuple[Numeral, Sequence[_Word]], now: tuple[Numeral, Sequence[_Word]]) -> bool:
    """Two numbers that are about one: `два-три`."""
    (one, before), (two, some) = last, now
    return two.value == one.value + 1 and text[before[-1].end : some[0].start] == "-" and two.kind == CARDINAL


def _fraction(text: str, last: tuple[Numeral, Sequence[_Word]], now: tuple[Numeral, Sequence[_Word]]) -> Numeral | None:
    (one, before), (two, some) = last, now
    between = text[before[-1].end : some[0].start]
    if before[-1].text == "half" and between.strip().lower() == "past":
        return Numeral(one.start, two.end, two.value + _HALF, CARDINAL)
    if not _JOINT.fullmatch(between):
        return None
    if two.kind == ORDINAL and before[-1].text.startswith("половин"):  # `в половине седьмого`
        return Numeral(one.start, two.end, two.value - _HALF, CARDINAL)
    if one.value < 1 and two.value >= _THOUSAND and _PARTS.fullmatch(before[-1].text):  # `three-quarters of a billion`
        return Numeral(one.start, two.end, one.value * two.value, CARDINAL, two.unit)
    if one.kind == ORDINAL:
        return None
    if _PARTS.fullmatch(some[0].text) and 0 < one.value < some[0].value and len(some) == 1:
        return Numeral(one.start, two.end, Fraction(one.value) / some[0].value, FRACTION, two.unit)
    is_to = two.value != 1 and _DATIVE.fullmatch(some[-1].text)  # `from seven to four`
    if _ABLATIVE.fullmatch(before[-1].text) and 0 < two.value < one.value and not is_to:
        return Numeral(one.start, two.end, Fraction(two.value) / one.value, FRACTION, two.unit)
    return None
