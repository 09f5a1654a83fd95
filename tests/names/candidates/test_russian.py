"""Names in Russian: of Central Asia by the way back, of China by Palladius, others by sound."""

from __future__ import annotations

import re
import time

import pytest

from l10n import names
from l10n.names.candidates import fixed, gazetteer, people, russian
from l10n.names.candidates.letters import russian as letters

FIRST = {
    "Ilkham Tokhti": "Ильхам Тохти",
    "Ilham Tohti": "Ильхам Тохти",
    "Gulbakhar Dzhalilova": "Гульбахар Джалилова",
    "Nurlan Kokteubaev": "Нурлан Коктеубаев",
    "Bakhargul Tokhtakhunova": "Бахаргуль Тохтахунова",
    "Mekhriban Amirova": "Мехрибан Амирова",
    "Sayragul Sauytbay": "Сайрагуль Сауытбай",
    "Nurlan Tileubaev": "Нурлан Тилеубаев",
    "Kassym-Zhomart Tokayev": "Касым-Жомарт Токаев",
    "Kassym-Jomart Tokayev": "Касым-Жомарт Токаев",
    "Zhang Xiao": "Чжан Сяо",
    "Xi Jinping": "Си Цзиньпин",
    "Michael Pompeo": "Майкл Помпео",
    "Mike Pompeo": "Майк Помпео",
    "Mahathir Mohamad": "Махатхир Мохамад",
    "Andrei Sakharov": "Андрей Сахаров",
    "Xinjiang": "Синьцзян",
    "Almaty": "Алматы",
    "Nur-Sultan": "Нур-Султан",
    "Dinmukhamed Kunayev": "Динмухамед Кунаев",
    "Vladimir Vysotsky": "Владимир Высоцкий",
    "Boris Johnson": "Борис Джонсон",
    "San Salvador": "Сан-Сальвадор",
    "Northfield": "Нортфилд",
    "Nagasawa": "Нагасава",
    "Zhou Enlai": "Чжоу Эньлай",
    "Mohammed bin Salman": "Мохаммед бин Салман",
    "Chingiz Aitmatov": "Чингиз Айтматов",
    "Abay Qunanbayuly": "Абай Кунанбаюлы",
    "Chen Quanguo": "Чэнь Цюаньго",
}

AMONG_FIVE = {
    "Kakharman Kozhamberdy": "Кахарман Кожамберди",
    "Gulbakhar Jalilova": "Гульбахар Джалилова",
    "Serik Akhmetov": "Серик Ахметов",
    "Düsselbach": "Дюссельбах",
    "Castelvecchio": "Кастельвеккьо",
    "Villanueva": "Вильянуэва",
    "Saint-Martin": "Сен-Мартен",
    "Szentmárton": "Сентмартон",
    "Wężowice": "Венжовице",
    "Kozlovičky": "Козловички",
    "Mukhtar Auezov": "Мухтар Ауэзов",
    "Ban Ki-moon": "Пан Ги Мун",
    "Bashar al-Assad": "Башар аль-Асад",
    "Ursula von der Leyen": "Урсула фон дер Ляйен",
    "J. Smith": "Дж. Смит",
}


@pytest.mark.parametrize(("name", "form"), FIRST.items(), ids=FIRST)
def test_first(name: str, form: str) -> None:
    assert names.candidates(name, "en", "ru")[0].text == form


@pytest.mark.parametrize(("name", "form"), AMONG_FIVE.items(), ids=AMONG_FIVE)
def test_among_five(name: str, form: str) -> None:
    assert form in [one.text for one in names.candidates(name, "en", "ru")[:5]]


@pytest.mark.parametrize(
    ("name", "source", "form"),
    [
        ("Қарлығаш Тоқаева", "kk", "Карлыгаш Токаева"),
        ("Нұрлан", "kk", "Нурлан"),
        ("Гүлмира", "kk", "Гульмира"),
        ("قايرات", "kk-Arab", "Кайрат"),
        ("ئىلھام توختى", "ug", "Ильхам Тохти"),
        ("گۈلباھار", "ug", "Гульбахар"),
    ],
)
def test_kazakh_and_uyghur_names_go_letter_by_letter(name: str, source: str, form: str) -> None:
    assert form in [one.text for one in names.candidates(name, source, "ru")[:3]]


def test_the_reason_says_what_was_guessed_and_what_was_given() -> None:
    guessed = names.candidates("Tursunbek", "en", "ru")[0]
    given = names.candidates("Ma Rong", "en", "ru", origin="zho")[0]

    assert "guessed" in guessed.reason
    assert (given.text, given.standard) == ("Ма Жун", "Palladius")
    assert "guessed" not in given.reason


def test_an_origin_that_was_given_is_taken() -> None:
    """The same letters are another name in another language."""
    spanish, german = (names.candidates("Jager", "en", "ru", origin=origin)[0].text for origin in ("spa", "deu"))

    assert spanish.startswith("Х")
    assert german.startswith("Я")


def test_a_place_has_hyphens_and_a_person_has_none() -> None:
    assert names.candidates("Villa Hermosa", "en", "ru")[0].text.count("-") == 1
    assert [one.text.count("-") for one in names.candidates("Tamba Luma", "en", "ru")[:2]] == [0, 1]
    assert not any("-" in one.text for one in names.candidates("Serik Bekov", "en", "ru"))


@pytest.mark.parametrize("name", ["TVKR", "KIBAR", "DPLT"])
def test_an_acronym_has_no_rendering_by_letters(name: str) -> None:
    assert names.candidates(name, "en", "ru") == []


@pytest.mark.parametrize("origin", russian.TABLES)
def test_every_table_reads_every_letter_and_writes_russian(origin: str) -> None:
    """No letter of English stops a table, and no reading holds anything but Russian letters."""
    table = russian.TABLES[origin]
    written = {sign for rules in table.rules.values() for rule in rules for form, _ in rule.written for sign in form}

    assert set(table.rules) & set("abdeiklmnoprstu") == set("abdeiklmnoprstu")
    assert written <= set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя’"), written
    assert all(cost >= 0 for rules in table.rules.values() for rule in rules for _, cost in rule.written)


def test_letters_that_names_have_cost_less() -> None:
    model = letters()

    assert model.cost("", "москва") + model.end("москва") < model.cost("", "мъщфыэ") + model.end("мъщфыэ")
    assert model.cost("", "ё") == model.cost("", "е")


@pytest.mark.parametrize("file", [gazetteer.FILE, people.FILE])
def test_lists_are_well_formed(file: str) -> None:
    """Latin, then Cyrillic; a space stands in no name twice; no line is empty."""
    for columns in fixed.entries(file):
        assert len(columns) in (2, 3), columns
        assert all(re.fullmatch(r"\S+(?: \S+)*", one) for spellings in columns for one in spellings), columns
        assert all("а" <= one[-1] <= "ө" for one in columns[1]), columns


@pytest.mark.parametrize("name", ["i" * 99, "sch" * 33, "yaea" * 24, "an " * 33, "Bo-" * 33, "i." * 49])
def test_a_hundred_letters_are_read_at_once(name: str) -> None:
    """Readings are bounded, however open the letters are, and however many the words."""
    names.candidates("Osh", "en", "ru")
    started = time.process_time()
    names.candidates(name, "en", "ru")
    assert time.process_time() - started < 5
