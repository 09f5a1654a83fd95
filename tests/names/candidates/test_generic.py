"""Names of places with words of kind and direction."""

from __future__ import annotations

import pytest

from l10n.names import candidates
from l10n.names.candidates import generic, uyghur_spelling
from l10n.names.candidates.generic import bases, parted

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
    assert parted(name, "ru", "kk") is None
    assert parted(name, "en", "kk") is None


def cells(target):
    """Each word of the table in each other language, with the target's."""
    for line in (generic.KINDS + generic.DIRECTIONS.lstrip("\n")).strip("\n").splitlines():
        row = dict(zip(generic.COLUMNS, (cell.strip().split(", ") for cell in line.split("|")), strict=True))
        if row[target][0]:
            for source in {*generic.COLUMNS} - {target, "ug"}:
                yield from ((source, word) for word in row[source] if word)


@pytest.mark.parametrize("target", ["kk", "ug"])
def test_a_name_is_left_when_the_words_around_it_are_gone(target):
    """A word that stands alone is the name."""
    for source, word in cells(target):
        parts = parted(f"{word} Абай", source, target)
        assert parts is not None
        assert parts.name == "Абай"
        assert parted(word, source, target) is None


def test_every_uyghur_word_of_the_table_is_well_formed():
    words = [line.split("|")[1] for table in (generic.KINDS, generic.DIRECTIONS) for line in table.split("\n") if line]
    parts = [word for cell in words for word in cell.split()]

    assert len(parts) > 30
    assert all(uyghur_spelling.is_well_formed(word) for word in parts)


@pytest.mark.parametrize(
    ("name", "target", "before", "after"),
    [
        ("Republic of Abai", "kk", "", "Республикасы"),
        ("Gulf of Abai", "ug", "", "قولتۇقى"),
        ("Great Lake Abai", "ug", "چوڭ", "كۆلى"),
        ("Upper Abai River", "kk", "Жоғарғы", "өзені"),
        ("New Abai", "ug", "يېڭى", ""),
    ],
)
def test_words_stand_where_the_target_has_them(name, target, before, after):
    assert parted(name, "en", target) == generic.Parted("Abai", before, after)


def test_new_is_spelt_in_kazakh_as_russian_spells_it():
    """Нью-Йорк, Нью-Мексико."""
    assert parted("New Abai", "en", "kk") is None


@pytest.mark.parametrize(
    ("name", "among"), [("Тверская", "Тверь"), ("Ошская", "Ош"), ("Донецкая", "Донецк"), ("Омская", "Омск")]
)
def test_a_describing_form_leads_back_to_the_name(name, among):
    assert among in list(bases(name))


def test_and_is_translated_between_words_only():
    texts = [candidate.text for candidate in candidates("Мёрт и Мозель", "ru", "kk")]

    assert any(" және " in text for text in texts)
    assert not any("және" in candidate.text for candidate in candidates("Сари-и-Пуль", "ru", "kk"))
