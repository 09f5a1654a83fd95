"""Uyghur words in four scripts: hemze, dividers, misspelt code points."""

from __future__ import annotations

import pytest

from l10n.names.standards import transliterate

WORDS = [
    ("خەلقئارا", "xelq'ara", "хәлқара", "həlⱪ'ara"),
    ("جەمئىيەت", "jem'iyet", "җәмийәт", "jəm'iyət"),
    ("ئائىلە", "a'ile", "аилә", "a'ilə"),
    ("قىلىنغان", "qilin'ghan", "қилинған", "ⱪilinƣan"),
    ("ئەنگلىيە", "en'gliye", "әнглийә", "ən'gliyə"),
    ("ئىسھاق", "is'haq", "исһақ", "isⱨaⱪ"),
    ("مەزھەپ", "mez'hep", "мәзһәп", "məzⱨəp"),
    ("ئىنئام", "in'am", "инам", "in'am"),
    ("سىياسىي", "siyasiy", "сиясий", "siyasiy"),
    ("ژۇرنال", "zhurnal", "журнал", "ⱬurnal"),
    ("جاڭ", "jang", "җаң", "jang"),
    ("ئېلى", "éli", "ели", "eli"),
    ("ئۆي", "öy", "өй", "ɵy"),
    ("چوڭ", "chong", "чоң", "qong"),
    ("شىنجاڭ", "shinjang", "шинҗаң", "xinjang"),
]
TAGS = ("ug", "ug-Latn", "ug-Cyrl", "ug-Latn-x-yeziq")


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word[1])
@pytest.mark.parametrize("source", range(4))
@pytest.mark.parametrize("target", range(4))
def test_words(word: tuple[str, ...], source: int, target: int) -> None:
    """Every script is written in every other, hemze and divider in their places."""
    assert transliterate(word[source], TAGS[source], TAGS[target]) == word[target]


@pytest.mark.parametrize(
    ("misspelt", "written"),
    [
        ("\ufeb3\ufbe9\ufef4\ufe8e\ufeb3\ufef0", "siyasi"),
        ("\u06a9ىتابي", "kitabi"),
        ("\u06a9\u06ccتاپتا\u06cc", "kitaptay"),
        ("خوللي", "xolly"),
        ("\u064a\u0654\u0627\u0644\u0645\u0627", "alma"),
        ("\u06a9\u0649\u062a\u0627\u067e", "kitap"),
        ("باله", "bale"),
        ("كى\u0640\u062a\u0627\u067e", "kitap"),
        ("\u200fئالما\u200e", "alma"),
    ],
)
def test_misspelt_code_points(misspelt: str, written: str) -> None:
    """Presentation forms, a hamza apart, Persian and Arabic letters, a stretched line, bidi marks."""
    assert transliterate(misspelt, "ug", "ug-Latn") == written


@pytest.mark.parametrize("sign", "'’ʼ‘")
def test_any_apostrophe(sign: str) -> None:
    """People type what their keyboard has."""
    assert transliterate(f"xelq{sign}ara", "ug-Latn", "ug") == "خەلقئارا"


def test_capitals() -> None:
    """ULY capitals are free; between scripts with capitals they are kept."""
    assert transliterate("SHINJANG Shinjang", "ug-Latn", "ug") == "شىنجاڭ شىنجاڭ"
    assert transliterate("Яркәнт ЯРКӘНТ", "ug-Cyrl", "ug-Latn") == "Yarkent YARKENT"
    assert transliterate("Yarkent SHINJANG", "ug-Latn", "ug-Cyrl") == "Яркәнт ШИНҖАҢ"


def test_cyrillic_marks_only_what_a_reader_would_miss() -> None:
    """A listed word goes without a sign; another keeps its hemze, and both come back."""
    assert transliterate("مەسئۇلىيەت", "ug", "ug-Cyrl") == "мәсулийәт"
    assert transliterate("بەتئۇر", "ug", "ug-Cyrl") == "бәт'ур"
    assert transliterate("бәт'ур мәсулийәт сәнити", "ug-Cyrl", "ug") == "بەتئۇر مەسئۇلىيەت سەنئىتى"


@pytest.mark.parametrize(
    ("cyrillic", "arabic"),
    [
        ("қойуп", "قويۇپ"),
        ("қоюп", "قويۇپ"),
        ("һидайәтуллаһ", "ھىدايەتۇللاھ"),
        ("объект", "ئوبيېكت"),
        ("апрель", "ئاپرېل"),
    ],
)
def test_letters_of_loans_and_of_other_habits(cyrillic: str, arabic: str) -> None:
    """йа and я are read alike; ъ and ь are silent, or й before е."""
    assert transliterate(cyrillic, "ug-Cyrl", "ug") == arabic


@pytest.mark.parametrize("word", ["سىچۈەن", "گۇاڭدۇڭ"])
def test_chinese_finals_have_no_hemze(word: str) -> None:
    """üen and uang are one syllable."""
    assert "'" not in transliterate(word, "ug", "ug-Latn")
    assert all(transliterate(transliterate(word, "ug", tag), tag, "ug") == word for tag in TAGS)
