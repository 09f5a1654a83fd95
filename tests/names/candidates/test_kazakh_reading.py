"""The reader of names: parts, letters, endings, and what it leaves alone."""

from __future__ import annotations

import sys
from collections import defaultdict

import pytest

from l10n.names.candidates.kazakh_lexicon import kazakh, press
from l10n.names.candidates.kazakh_places import TRADITIONAL
from l10n.names.candidates.kazakh_reading import BACK, FRONT, harmony_of
from l10n.names.candidates.kazakh_spellings import ENGLISH, ENGLISH_PRESS, RUSSIAN, UYGHUR, UYGHUR_PRESS

TABLES = {
    "Russian": RUSSIAN,
    "English": ENGLISH,
    "English as in the press": ENGLISH_PRESS,
    "Uyghur": UYGHUR,
    "Uyghur as in the press": UYGHUR_PRESS,
}


def first(word: str) -> tuple[str, tuple[str, ...]]:
    reading = kazakh().read(word, RUSSIAN, 1)[0]
    return reading.text, reading.parts


@pytest.mark.parametrize(
    ("word", "text", "parts"),
    [
        ("айбатыр", "айбатыр", ("ай", "батыр")),
        ("кулбатыров", "құлбатыров", ("құл", "батыр", "ов")),
        ("токай", "тоқай", ("тоқай",)),
        ("токаев", "тоқаев", ("тоқа", "ев")),
        ("токаевич", "тоқайұлы", ("тоқа", "ұлы")),
        ("токайулы", "тоқайұлы", ("тоқай", "ұлы")),
    ],
)
def test_a_word_is_read_as_its_parts(word, text, parts):
    """The й of a stem gives way to the ending -ев, and stands before -ұлы."""
    assert first(word) == (text, parts)


def test_a_doubled_consonant_may_be_a_single_one():
    assert first("нурллан")[0] == "нұрлан"


def test_where_nothing_is_known_the_letters_are_read():
    assert first("вжужв")[1] == ()


@pytest.mark.parametrize("word", ["漢", "аω", "1"])
def test_a_letter_that_no_table_knows_has_no_reading(word):
    assert kazakh().read(word, RUSSIAN, 5) == []


def test_readings_come_cheapest_first_and_no_text_twice():
    readings = kazakh().read("касенов", RUSSIAN, 6)

    assert [reading.cost for reading in readings] == sorted(reading.cost for reading in readings)
    assert len({reading.text for reading in readings}) == 6


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_letter_has_a_spelling_and_a_common_one_is_cheap(table):
    """A letter without one could never be restored; a cost below 0 would make longer names the better ones."""
    costs = defaultdict(list)
    for way in table.ways:
        costs[way.letters].append(way.cost)
    assert all(0.0 <= min(each) <= 3.0 for each in costs.values())


@pytest.mark.parametrize("table", [RUSSIAN, ENGLISH, UYGHUR])
def test_a_table_of_kazakh_letters_has_all_that_names_need(table):
    assert set("абвгғдежзийкқлмнңоөпрстуұүфхһчшыіэюя") | {"ә"} <= {way.letters for way in table.ways}


def test_the_lexicons_hold_names_in_the_letters_of_their_language():
    cyrillic = set("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя-’")

    for lexicon in (kazakh(), press()):
        assert {letter for chunk in lexicon.letters for letter in chunk} <= cyrillic | {"^", "$"}


def test_the_names_of_places_are_in_kazakh_letters_and_the_first_one_differs_or_is_the_only_one():
    for russian, forms in TRADITIONAL.items():
        assert forms and all(forms)
        assert len(set(forms)) == len(forms), russian


@pytest.mark.parametrize(
    ("text", "harmony"), [("нұрл", BACK), ("күл", FRONT), ("тілеубол", BACK), ("т", ""), ("аси", BACK), ("и", "")]
)
def test_vowel_harmony(text, harmony):
    """The last vowel that has a harmony decides; и goes with both."""
    assert harmony_of(text) == harmony


@pytest.mark.parametrize("part", ["шэ", "a", "ий", "нурсултан"])
def test_twice_the_letters_are_twice_the_work(part):
    """So many readings are followed at each letter, and no more."""
    assert _calls(part * 16) <= 2.5 * _calls(part * 8)


def _calls(word: str) -> int:
    """Calls of functions of Python while a word is read."""
    counted = 0

    def count(*event: object) -> None:
        nonlocal counted
        counted += event[1] == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        kazakh().read(word, RUSSIAN, 6)
    finally:
        sys.setprofile(before)
    return counted
