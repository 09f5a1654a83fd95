"""The language of a name is guessed from its letters, and is not guessed where they say too little."""

from __future__ import annotations

import pytest

from l10n.names.candidates import origin
from l10n.names.candidates.asking import Ask


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Xi Jinping", "zho"),
        ("Zhang Xiao", "zho"),
        ("Wang Yi", "zho"),
        ("Zhengzhou", "zho"),
        ("Kassymbekov", "kaz"),
        ("Gulnara Zhaksylykova", "kaz"),
        ("Tokhtakhunova", "uig"),
        ("Nadezhda Krupskaya", "rus"),
        ("Schwarzenbach", "deu"),
        ("Bourg-en-Bresse", "fra"),
        ("Peñarroya", "spa"),
        ("São João", "por"),
        ("Łagiewniki", "pol"),
        ("Kroměříž", "ces"),
        ("Nyíregyháza", "hun"),
        ("Wolverton", "eng"),
        ("Yamaguchi", "jpn"),
        ("Aḩmad", "ara"),
    ],
)
def test_guess(name: str, code: str) -> None:
    assert origin.rank(name, "en")[0].code == code


@pytest.mark.parametrize("name", ["Lima", "Serik", "London", "Boston", "Xavier", "Maria Lima", "Dubuque"])
def test_what_can_be_read_as_pinyin_is_not_all_chinese(name: str) -> None:
    assert not origin.is_pinyin(name)


def test_where_two_languages_are_as_likely_nothing_is_guessed() -> None:
    assert origin.guess("Ana", "en").code == ""
    assert origin.guess("Xi Jinping", "en").code == "zho"


@pytest.mark.parametrize(("source", "code"), [("kk", "kaz"), ("ug", "uig"), ("ru", "rus"), ("de", "deu")])
def test_a_name_from_another_text_is_of_its_language(source: str, code: str) -> None:
    assert [one.code for one in origin.rank("Ana", source)] == [code]


@pytest.mark.parametrize(("given", "read"), [("kir", "kaz"), ("nor", "swe"), ("cmn", "zho"), ("uig", "uig")])
def test_sisters_are_read_by_one_table(given: str, read: str) -> None:
    assert [one.code for one in origin.of(Ask("Ana", "en", "ru", given))] == [read]


def test_an_origin_that_nobody_knows_is_guessed() -> None:
    assert len(origin.of(Ask("Ana", "en", "ru", "xxx"))) > 1
