"""Names of places with words of kind and direction."""

from __future__ import annotations

import pytest

from l10n.names import candidates
from l10n.names.candidates.kazakh_generic import bases, parted

PLACES = [
    ("ru", "Карагандинская область", "Қарағанды облысы"),
    ("ru", "Алматинская область", "Алматы облысы"),
    ("ru", "Павлодарская область", "Павлодар облысы"),
    ("ru", "Донецкая область", "Донецк облысы"),
    ("ru", "город Алматы", "Алматы қаласы"),
    ("ru", "озеро Балхаш", "Балқаш көлі"),
    ("ru", "река Иртыш", "Ертіс өзені"),
    ("ru", "Северный Кавказ", "Солтүстік Кавказ"),
    ("ru", "Юго-Восточная Азия", "Оңтүстік-Шығыс Азия"),
    ("en", "Almaty Region", "Алматы облысы"),
    ("en", "Lake Balkhash", "Балқаш көлі"),
    ("en", "South Korea", "Оңтүстік Корея"),
]


@pytest.mark.parametrize(("source", "name", "kazakh"), PLACES, ids=[row[1] for row in PLACES])
def test_words_of_kind_and_direction_are_translated(source, name, kazakh):
    assert kazakh in [candidate.text for candidate in candidates(name, source, "kk")][:2]


@pytest.mark.parametrize("name", ["Область", "Нурлан Коктеубай", "Северный", "Lake"])
def test_a_name_that_is_nothing_else_or_has_no_such_word_is_whole(name):
    assert parted(name, "ru") is None
    assert parted(name, "en") is None


def test_another_language_has_no_such_words_here():
    assert parted("ئالمۇتا رايونى", "ug") is None


@pytest.mark.parametrize(
    ("name", "among"), [("Тверская", "Тверь"), ("Ошская", "Ош"), ("Донецкая", "Донецк"), ("Омская", "Омск")]
)
def test_a_describing_form_leads_back_to_the_name(name, among):
    assert among in list(bases(name))


def test_and_is_translated_between_words_only():
    texts = [candidate.text for candidate in candidates("Мёрт и Мозель", "ru", "kk")]

    assert any(" және " in text for text in texts)
    assert not any("және" in candidate.text for candidate in candidates("Сари-и-Пуль", "ru", "kk"))
