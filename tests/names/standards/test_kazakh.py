"""Kazakh names in three scripts: letters, and the mark of front vowels."""

from __future__ import annotations

import pytest

from l10n.names.standards import transliterate

ARABIC = [
    ("Әзірбайжан", "ءازىربايجان"),
    ("тілі", "ءتىلى"),
    ("Серік", "سەرىك"),
    ("Шыңжаң", "شىڭجاڭ"),
    ("Өскемен", "وسكەمەن"),
    ("Үрімжі", "ءۇرىمجى"),
    ("Алматы", "الماتى"),
    ("Ғабит Мүсірепов", "عابيت مۇسىرەپوۆ"),
    ("Қасым-Жомарт", "قاسىم-جومارت"),
]
READABLE = """
қазір солтүстігінде жолмен түркістан нұргүл көктем мектеп кітап күн әлем сәлем жүрек өзен
ақтөбе қырғызстан мұхтар назарбаевтың сөйлесті екібастұз республикасы конституция экономика украина үлкен ұлт әйел айгүл
"""
LATIN = [
    ("Шыңжаң", "Şyñjañ"),
    ("Тоқаев", "Toqaev"),
    ("Іле", "Ile"),
    ("Иса", "İsa"),
    ("ІЛЕ ИСА", "ILE İSA"),
    ("Ұлытау", "Ūlytau"),
]


@pytest.mark.parametrize(("name", "written"), ARABIC)
def test_arabic(name: str, written: str) -> None:
    """ء stands once before a word whose front vowels no е, э, г, к shows; each part of a name is a word."""
    assert transliterate(name, "kk", "kk-Arab") == written


@pytest.mark.parametrize(("name", "written"), ARABIC)
def test_arabic_is_read_back(name: str, written: str) -> None:
    """The mark, or ە گ ك, says which vowels are meant."""
    assert transliterate(written, "kk-Arab", "kk") == name.lower()


@pytest.mark.parametrize(("name", "written"), LATIN)
def test_latin(name: str, written: str) -> None:
    """The project of 2021 has a dotted and a dotless i, each with its capital."""
    assert transliterate(name, "kk", "kk-Latn") == written
    assert transliterate(written, "kk-Latn", "kk") == name


def test_bgn() -> None:
    """у is ū here, and letters of two signs are capital in their first."""
    assert transliterate("Шыңжаң Ауғанстан", "kk", "en") == "Shyngzhang Aūghanstan"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("АҚШ", "ا ق ش"),
        ("Тоқаевтың", "توقايەۆتىڭ"),
        ("Джакупов", "جاكۋپوۆ"),
        ("Вьетнам", "ۆيەتنام"),
        ("Алматы, Астана", "الماتى، استانا"),
        ("Хилл", "حيل"),
        ("полиция", "پوليتسيا"),
    ],
)
def test_loans_and_acronyms(name: str, written: str) -> None:
    """Loans are written as they are pronounced, acronyms letter by letter, and the comma is an Arabic one."""
    assert transliterate(name, "kk", "kk-Arab") == written


@pytest.mark.parametrize("word", READABLE.split())
def test_vowels_are_found_again(word: str) -> None:
    """ا و ۇ ى are read by harmony, or by a list of words."""
    assert transliterate(transliterate(word, "kk", "kk-Arab"), "kk-Arab", "kk") == word
