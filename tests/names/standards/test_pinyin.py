"""Pinyin in Russian, Kazakh and Uyghur: syllables, and where one ends."""

from __future__ import annotations

import pytest

from l10n.names.standards import transliterate
from l10n.names.standards.pinyin import SYLLABLES, syllables

RUSSIAN = [
    ("Zhang Xiao", "Чжан Сяо"),
    ("Xi Jinping", "Си Цзиньпин"),
    ("Chang'an", "Чанъань"),
    ("Tiananmen", "Тяньаньмэнь"),
    ("Guangyuan", "Гуанъюань"),
    ("Lǚ Dōngbīn", "Люй Дунбинь"),
    ("Qiqihar", "Qiqihar"),
    ("SHANXI", "ШАНЬСИ"),
    ("Huizhou", "Хуэйчжоу"),
    ("Jiangsu", "Цзянсу"),
    ("Yan'an", "Яньань"),
]


@pytest.mark.parametrize(("name", "written"), [case for case in RUSSIAN if case[0] != case[1]])
def test_palladius(name: str, written: str) -> None:
    """-n is -нь, -ng is -н, ъ keeps it from a vowel; Kazakh takes the same letters."""
    assert transliterate(name, "zh-Latn", "ru") == written
    assert transliterate(name, "zh", "kk") == written


@pytest.mark.parametrize(
    ("name", "written"),
    [("Zhang Xiao", "جاڭ شياۋ"), ("Xi Jinping", "شى جىنپىڭ"), ("Tianjin", "تيەنجىن"), ("Chongqing", "چوڭچىڭ")],
)
def test_uyghur(name: str, written: str) -> None:
    """Names of the press."""
    assert transliterate(name, "zh-Latn", "ug") == written


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("xinjiang", "xin jiang"),
        ("xi'an", "xi an"),
        ("xian", "xian"),
        ("fangan", "fan gan"),
        ("tiananmen", "tian an men"),
        ("Nǚ’ér", "nü er"),
        ("lüe", "lüe"),
        ("Ürümqi", ""),
        ("smith", ""),
        ("", ""),
    ],
)
def test_syllables(word: str, parts: str) -> None:
    """Joined pinyin is cut by its own rules; what is no pinyin is not cut."""
    assert syllables(word) == parts.split()


@pytest.mark.parametrize("target", ["ru", "kk", "ug", "ug-Latn", "ug-Cyrl"])
def test_every_syllable_is_written(target: str) -> None:
    """The tables have a form for each of the syllables of Mandarin."""
    assert all(transliterate(one, "zh-Latn", target) for one in SYLLABLES)
