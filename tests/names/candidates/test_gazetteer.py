"""The list of well-known places is well-formed, and is found with and without marks."""

from __future__ import annotations

from collections import Counter

import pytest

from l10n import names
from l10n.names.candidates import fixed, gazetteer
from l10n.names.candidates.asking import is_written_in

SCRIPTS = ("Latn", "Cyrl", "Cyrl")


def test_every_column_is_in_its_script() -> None:
    """English in Latin letters, Russian and Kazakh in Cyrillic; Kazakh only where it differs or is asked for."""
    for columns in fixed.entries(gazetteer.FILE):
        assert 2 <= len(columns) <= 3, columns
        for spellings, script in zip(columns, SCRIPTS, strict=False):
            assert all(is_written_in(one, script) and one == one.strip() for one in spellings), columns


def test_no_place_is_listed_twice() -> None:
    """The same names with the same renderings stand once."""
    assert [one for one, times in Counter(fixed.entries(gazetteer.FILE)).items() if times > 1] == []


@pytest.mark.parametrize(
    ("name", "source", "target", "first"),
    [
        ("Karaganda", "en", "ru", "Караганда"),
        ("Karaganda", "en", "kk", "Қарағанды"),
        ("Қарағанды", "kk", "ru", "Караганда"),
        ("Усть-Каменогорск", "ru", "kk", "Өскемен"),
        ("Кашгар", "ru", "en", "Kashgar"),
        ("Malaga", "en", "ru", "Малага"),
        ("Málaga", "en", "ru", "Малага"),
        ("VENICE", "en", "ru", "Венеция"),
        ("Лондон", "ru", "en", "London"),
    ],
)
def test_a_traditional_form_is_first(name: str, source: str, target: str, first: str) -> None:
    assert gazetteer.forms(name, source, target)[0] == first
    assert names.candidates(name, source, target)[0].text == first


def test_what_is_not_listed_has_no_form() -> None:
    assert gazetteer.forms("Nowhere-by-the-Sea", "en", "ru") == ()
    assert gazetteer.forms("Karaganda", "en", "ug") == ()


@pytest.mark.parametrize(("tag", "form"), [("kk-Latn", "Qarağandy"), ("kk-Arab", "قاراعاندى")])
def test_the_other_scripts_of_a_language_are_made_by_the_standards(tag: str, form: str) -> None:
    """The Kazakh candidates, converted one by one."""
    assert names.candidates("Karaganda", "en", tag)[0].text == form
