"""Russian names in Latin letters: the letters and contexts of four standards."""

from __future__ import annotations

import pytest

from l10n.names.standards import transliterate

PRESS = "Kazakhstan's press usage"
BGN = "BGN/PCGN 1947"
ISO = "ISO 9:1995"
ICAO = "ICAO Doc 9303"
CASES = [
    (PRESS, "Токаев", "Tokayev"),
    (PRESS, "Ельцин", "Yeltsin"),
    (PRESS, "Щербаков", "Shcherbakov"),
    (PRESS, "Ёлкин Пётр", "Yolkin Pyotr"),
    (PRESS, "Белый Дмитрий", "Beliy Dmitriy"),
    (PRESS, "ЩУКА", "SHCHUKA"),
    (PRESS, "Подъячев", "Podyachev"),
    (BGN, "Царёв", "Tsarëv"),
    (BGN, "Соловьёв", "Solovʹyëv"),
    (BGN, "Подъезд", "Podʺyezd"),
    (BGN, "Мурманск", "Murmansk"),
    (ISO, "Щёкино", "Ŝëkino"),
    (ISO, "Хабаровск Жуков Юля", "Habarovsk Žukov Ûlâ"),
    (ISO, "Эхо", "Èho"),
    (ICAO, "Подъячев", "Podieiachev"),
    (ICAO, "Юлия Ёлкина", "Iuliia Elkina"),
    (ICAO, "Андрей", "Andrei"),
]


@pytest.mark.parametrize(("standard", "name", "written"), CASES)
def test_letters(standard: str, name: str, written: str) -> None:
    """Each standard has its own letters, and е has its places."""
    assert transliterate(name, "ru", "en", standard) == written


def test_the_press_is_meant_where_no_standard_is_named() -> None:
    """What newspapers write is the first choice; `en` and `ru-Latn` are the same."""
    assert transliterate("Ельцин", "ru", "en") == transliterate("Ельцин", "ru", "ru-Latn", PRESS) == "Yeltsin"


def test_stress_is_not_written() -> None:
    """A dictionary's stress marks are no letters; й in two code points is й."""
    assert transliterate("Ива\u0301н Сергеи\u0306", "ru", "en") == "Ivan Sergey"
