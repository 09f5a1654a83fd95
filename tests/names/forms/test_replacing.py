"""Another name takes a place with the endings that it needs there, or none does."""

from __future__ import annotations

import pytest

from l10n.model import Term
from l10n.names import Finder, find, replaced

KARIMOVA = Term("Айгуль Каримова", "person", sex="female")
ASETOVA = Term("Гульнар Асетова", "person", sex="female")
SAPAROV = Term("Арман Сапаров", "person", sex="male")
OMAROV = Term("Болат Омаров", "person", sex="male")
UNKNOWN = Term("Саша Ким", "person")
TARAZ, SHYMKENT, ASTANA = (Term(form, "place") for form in ("Тараз", "Шымкент", "Астана"))
OSH, VLADIMIR, WUHAN, URUMQI = (Term(form, "place") for form in ("Ош", "Владимир", "Ухань", "Урумчи"))
CUBA, INDIA, UGANDA = (Term(form, "place") for form in ("Куба", "Индия", "Уганда"))
SYRIA = Term("Сирия", "place")
UN, CONGRESS = Term("ООН", "organisation"), Term("Всемирный уйгурский конгресс", "organisation")


@pytest.mark.parametrize(
    ("text", "name", "other", "said"),
    [
        ("Гульнар Асетова открыла школу.", ASETOVA, KARIMOVA, "Айгуль Каримова открыла школу."),
        ("Книгу подарили Гульнар Асетовой.", ASETOVA, KARIMOVA, "Книгу подарили Айгуль Каримовой."),
        ("Встреча с Арманом Сапаровым отменена.", SAPAROV, OMAROV, "Встреча с Болатом Омаровым отменена."),
        ("Школу открыли в Шымкенте.", SHYMKENT, TARAZ, "Школу открыли в Таразе."),
        ("Речь шла об Уганде.", UGANDA, SYRIA, None),  # о Сирии
        ("Речь шла об Уганде.", UGANDA, Term("Англия", "place"), "Речь шла об Англии."),
        # a verb agrees with the sex, or with the gender of a city
        ("Гульнар Асетова открыла школу.", ASETOVA, OMAROV, None),
        ("Гульнар Асетова открыла школу.", ASETOVA, UNKNOWN, None),
        ("Шымкент вырос.", SHYMKENT, ASTANA, None),
        ("Шымкент вырос.", SHYMKENT, WUHAN, None),
        ("Шымкент вырос.", SHYMKENT, URUMQI, None),
        ("ООН закрыла отдел.", UN, Term("ЮНЕСКО", "organisation"), None),
        ("ООН закрыла отдел.", UN, CONGRESS, None),
        # во Владимире, со Светланой, на Кубе
        ("Школу открыли в Оше.", OSH, VLADIMIR, None),
        ("Школу открыли во Владимире.", VLADIMIR, OSH, None),
        ("Об этом спорили в Индии.", INDIA, CUBA, None),
        ("Об этом спорили на Кубе.", CUBA, INDIA, None),
        # a place is no person
        ("Шымкент вырос.", SHYMKENT, OMAROV, None),
    ],
)
def test_russian(text: str, name: Term, other: Term, said: str | None) -> None:
    """Endings follow; where a word beside the name would have to change, nothing is done."""
    (mention,) = find(text, "ru", [name])

    assert replaced(text, mention, other, "ru") == said


@pytest.mark.parametrize(
    ("language", "text", "name", "other", "said"),
    [
        (
            "en",
            "Bolat Omarov’s book was banned.",
            "Bolat Omarov",
            "Aigul Karimova",
            "Aigul Karimova’s book was banned.",
        ),
        ("en", "Bolat Omarov said he was free.", "Bolat Omarov", "Aigul Karimova", None),
        (
            "kk",
            "Бұл туралы Болат Омаровтан сұрады.",
            "Болат Омаров",
            "Арман Сейіт",
            "Бұл туралы Арман Сейіттен сұрады.",
        ),
        ("kk", "Болат Омаров пен Әсел Нұр келді.", "Болат Омаров", "Арман Сейіт", None),
        ("kk", "Болат Омаров кітап жазды.", "Болат Омаров", "Арман Сейіт", "Арман Сейіт кітап жазды."),
        ("ug", "بۇنى بولات ئوماروۋدىن سورىدى.", "بولات ئوماروۋ", "ئارمان سېيىت", "بۇنى ئارمان سېيىتتىن سورىدى."),
    ],
)
def test_persons(language: str, text: str, name: str, other: str, said: str | None) -> None:
    """He and she, a particle apart, and endings that harmonise."""
    (mention,) = find(text, language, [Term(name, "person", sex="male")])

    assert replaced(text, mention, Term(other, "person"), language) == said


@pytest.mark.parametrize(
    ("text", "kind", "name", "other"),
    [
        ("They live in the Netherlands.", "place", "Netherlands", "Kazakhstan"),
        ("A UNESCO report came.", "organisation", "UNESCO", "Amnesty International"),
        ("UNESCO reported it.", "organisation", "UNESCO", "Red Cross"),
    ],
)
def test_articles(text: str, kind: str, name: str, other: str) -> None:
    """Some English names have an article."""
    (mention,) = find(text, "en", [Term(name, kind)])

    assert replaced(text, mention, Term(other, kind), "en") is None


def test_parts() -> None:
    """A surname alone is replaced by a surname, where both names have two words."""
    text = "Об этом сообщил Сапаров."
    (mention,) = Finder("ru", [SAPAROV], known=[SAPAROV]).find(text)

    assert replaced(text, mention, OMAROV, "ru") == "Об этом сообщил Омаров."
    assert replaced(text, mention, Term("Болат Ержан улы Омаров", "person", sex="male"), "ru") is None


def test_forbidden_forms() -> None:
    """What has to be mended is not replaced."""
    text = "Армен Сапаров уехал."
    (mention,) = find(text, "ru", [Term(SAPAROV.form, "person", sex="male", never=("Армен Сапаров",))])

    assert replaced(text, mention, OMAROV, "ru") is None
