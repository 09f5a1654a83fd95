"""Numbers in words: their values, their kinds, their units; and units behind a place."""

from __future__ import annotations

from fractions import Fraction

import pytest

from l10n.facts.clues import clues
from l10n.facts.numerals import CARDINAL, FRACTION, ORDINAL, VAGUE, numerals
from l10n.facts.units import alike, excludes, unit_behind

ROWS = [
    ("en", "twenty-five wells", 25, CARDINAL, ""),
    ("en", "two dozen wells", 24, CARDINAL, ""),
    ("en", "fifteen hundred tonnes", 1500, CARDINAL, "t"),
    ("en", "a hundred and twenty-one thousand three hundred and five", 121305, CARDINAL, ""),
    ("en", "two and a half million dollars", 2_500_000, CARDINAL, "USD"),
    ("en", "three-quarters of a billion tenge", 750_000_000, CARDINAL, "KZT"),
    ("en", "two-thirds of the wells", Fraction(2, 3), FRACTION, ""),
    ("en", "half past eight", Fraction(17, 2), CARDINAL, ""),
    ("en", "the second well", 2, ORDINAL, ""),
    ("en", "litres per second", 2, VAGUE, ""),
    ("en", "the third well", 3, ORDINAL, ""),
    ("en", "a third of the wells", Fraction(1, 3), VAGUE, ""),
    ("en", "a fortnight later", 2, CARDINAL, "wk"),
    ("en", "two decades", 20, CARDINAL, ""),
    ("ru", "полтора миллиона долларов", 1_500_000, CARDINAL, "USD"),
    ("ru", "полмиллиона овец", 500_000, CARDINAL, ""),
    ("ru", "два с половиной года", Fraction(5, 2), CARDINAL, "a"),
    ("ru", "сто двадцать тысяч пятьсот", 120_500, CARDINAL, ""),
    ("ru", "двадцать третий раз", 23, ORDINAL, "×"),
    ("ru", "в половине седьмого", Fraction(13, 2), CARDINAL, ""),
    ("ru", "в начале пятого", 4, VAGUE, ""),
    ("ru", "две трети колодцев", Fraction(2, 3), FRACTION, ""),
    ("ru", "двухдневная ярмарка", 2, CARDINAL, ""),
    ("ru", "три с лишним десятилетия", 30, CARDINAL, ""),
    ("ru", "любит свою семью", 7, VAGUE, ""),
    ("kk", "жиырма бесінші құдық", 25, ORDINAL, ""),
    ("kk", "екі жарым жыл", Fraction(5, 2), CARDINAL, "a"),
    ("kk", "үштен екісі", Fraction(2, 3), FRACTION, ""),
    ("kk", "төрттен бірге азайды", Fraction(1, 4), FRACTION, ""),
    ("kk", "он екі ұңғыма", 12, CARDINAL, ""),
    ("kk", "он бір жарым миллиард теңге", 11_500_000_000, CARDINAL, "KZT"),
    ("ug", "يىگىرمە بەشىنچى", 25, ORDINAL, ""),
    ("ug", "ئۈچتىن ئىككىسى", Fraction(2, 3), FRACTION, ""),
    ("ug", "ئىككى يېرىم مىليون دوللار", 2_500_000, CARDINAL, "USD"),
    ("ug", "27 قۇدۇقنىڭ ئۈچىدىلا", 3, CARDINAL, ""),
]
"""A text with one numeral: its value, kind and unit."""


@pytest.mark.parametrize(("locale", "text", "value", "kind", "unit"), ROWS)
def test_numeral(locale: str, text: str, value: Fraction | int, kind: str, unit: str) -> None:
    """Words beside each other are one number."""
    found = [one for one in numerals(text, locale, clues(text, locale)) if one.value != 1]

    assert [(one.value, one.kind, one.unit) for one in found] == [(value, kind, unit)]


@pytest.mark.parametrize(
    ("locale", "text", "values"),
    [
        ("en", "five or six wells", [5, 6]),
        ("en", "one in ten wells", [1, 10]),
        ("ru", "пять-шесть колодцев", [5, 6]),
        ("ru", "девять из десяти", [9, 10]),
        ("kk", "бестен жетіге дейін", [5, 7]),
        ("ug", "يەتتىدىن تۆتكە", [7, 4]),
        ("kk", "ол қосты, ондағы", []),
    ],
)
def test_numbers_beside_each_other(locale: str, text: str, values: list[int]) -> None:
    """Two numbers stay two."""
    assert [one.value for one in numerals(text, locale, clues(text, locale))] == values


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (" кв. м земли", "m²"),
        (" текше метр су", "m³"),
        (" square kilometres", "km²"),
        (" кВт·ч", "kWh"),
        (" كىلوۋات سائەتكىچە", "kWh"),
        ("%", "%"),
        (" per cent", "%"),
        (" US dollars", "USD"),
        (" за доллар", ""),
        (" адам күн сайын", ""),
        (" станций метро", ""),
        (" рет келісті", "×"),
        (" мкг", "µg"),
    ],
)
def test_unit_behind(text: str, unit: str) -> None:
    """The unit of a number is the word or sign behind it, or what that is a square of."""
    assert unit_behind(f"5{text}", 1)[0] == unit


def test_units_exclude_each_other() -> None:
    """Where a number has one unit it has no other one of its kind, and none of another thing."""
    assert excludes("km", "mi")
    assert excludes("%", "KZT")
    assert not excludes("a", "KZT")
    assert not excludes("KGS/UZS", "UZS")
    assert alike("CNY/JPY", "JPY")
    assert not alike("CNY", "JPY")
