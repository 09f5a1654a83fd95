"""Russian names put into cases: the right form, or none; and what is made is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import ProjectError
from l10n.languages import lexicon
from l10n.model.names import Term
from l10n.names import find, inflect, reinflect

CASES = ("genitive", "dative", "accusative", "instrumental", "locative")
PEOPLE = [
    ("Ильхам Тохти", "male", "Ильхама Тохти, Ильхаму Тохти, Ильхама Тохти, Ильхамом Тохти, Ильхаме Тохти"),
    (
        "Гульбахар Джалилова",
        "female",
        "Гульбахар Джалиловой, Гульбахар Джалиловой, Гульбахар Джалилову, Гульбахар Джалиловой, Гульбахар Джалиловой",
    ),
    (
        "Касым-Жомарт Токаев",
        None,
        "Касым-Жомарта Токаева, Касым-Жомарту Токаеву, Касым-Жомарта Токаева, Касым-Жомартом Токаевым, "
        "Касым-Жомарте Токаеве",
    ),
    (
        "Токаев Касым-Жомарт Кемелевич",
        None,
        "Токаева Касым-Жомарта Кемелевича, Токаеву Касым-Жомарту Кемелевичу, Токаева Касым-Жомарта Кемелевича, "
        "Токаевым Касым-Жомартом Кемелевичем, Токаеве Касым-Жомарте Кемелевиче",
    ),
    ("Си Цзиньпин", "male", "Си Цзиньпина, Си Цзиньпину, Си Цзиньпина, Си Цзиньпином, Си Цзиньпине"),
    ("Чжан Сяо", None, "Чжан Сяо, Чжан Сяо, Чжан Сяо, Чжан Сяо, Чжан Сяо"),
    (
        "Нурлан Коктеубай",
        None,
        "Нурлана Коктеубая, Нурлану Коктеубаю, Нурлана Коктеубая, Нурланом Коктеубаем, Нурлане Коктеубае",
    ),
    (
        "Сайрагуль Сауытбай",
        "female",
        "Сайрагули Сауытбай, Сайрагули Сауытбай, Сайрагуль Сауытбай, Сайрагулью Сауытбай, Сайрагули Сауытбай",
    ),
    ("Майк Помпео", None, "Майка Помпео, Майку Помпео, Майка Помпео, Майком Помпео, Майке Помпео"),
    ("Барак Обама", "male", "Барака Обамы, Бараку Обаме, Барака Обаму, Бараком Обамой, Бараке Обаме"),
    ("Лев Толстой", "male", "Льва Толстого, Льву Толстому, Льва Толстого, Львом Толстым, Льве Толстом"),
    ("Пётр Королёв", None, "Петра Королёва, Петру Королёву, Петра Королёва, Петром Королёвым, Петре Королёве"),
    ("Чарлз Дарвин", "male", "Чарлза Дарвина, Чарлзу Дарвину, Чарлза Дарвина, Чарлзом Дарвином, Чарлзе Дарвине"),
]
OTHERS = [
    ("Нур-Султан", "Нур-Султана, Нур-Султану, Нур-Султан, Нур-Султаном, Нур-Султане"),
    ("Синьцзян", "Синьцзяна, Синьцзяну, Синьцзян, Синьцзяном, Синьцзяне"),
    ("Алматы", "Алматы, Алматы, Алматы, Алматы, Алматы"),
    ("Алма-Ата", "Алма-Аты, Алма-Ате, Алма-Ату, Алма-Атой, Алма-Ате"),
    ("Актобе", "Актобе, Актобе, Актобе, Актобе, Актобе"),
    ("Альпы", "Альп, Альпам, Альпы, Альпами, Альпах"),
    ("США", "США, США, США, США, США"),
    ("Орёл", "Орла, Орлу, Орёл, Орлом, Орле"),
    ("Грозный", "Грозного, Грозному, Грозный, Грозным, Грозном"),
    ("Кызылорда", "Кызылорды, Кызылорде, Кызылорду, Кызылордой, Кызылорде"),
    ("Франция", "Франции, Франции, Францию, Францией, Франции"),
    ("Тюмень", "Тюмени, Тюмени, Тюмень, Тюменью, Тюмени"),
    ("Ростов-на-Дону", "Ростова-на-Дону, Ростову-на-Дону, Ростов-на-Дону, Ростовом-на-Дону, Ростове-на-Дону"),
    ("Нижний Новгород", "Нижнего Новгорода, Нижнему Новгороду, Нижний Новгород, Нижним Новгородом, Нижнем Новгороде"),
    ("Северная Корея", "Северной Кореи, Северной Корее, Северную Корею, Северной Кореей, Северной Корее"),
    ("Республика Казахстан", "Республики Казахстан, Республике Казахстан, Республику Казахстан, "
     "Республикой Казахстан, Республике Казахстан"),
    (
        "Всемирный уйгурский конгресс",
        "Всемирного уйгурского конгресса, Всемирному уйгурскому конгрессу, Всемирный уйгурский конгресс, "
        "Всемирным уйгурским конгрессом, Всемирном уйгурском конгрессе",
    ),
    (
        "Соединённые Штаты Америки",
        "Соединённых Штатов Америки, Соединённым Штатам Америки, Соединённые Штаты Америки, "
        "Соединёнными Штатами Америки, Соединённых Штатах Америки",
    ),
    (
        "Министерство иностранных дел",
        "Министерства иностранных дел, Министерству иностранных дел, Министерство иностранных дел, "
        "Министерством иностранных дел, Министерстве иностранных дел",
    ),
    ("Human Rights Watch", ", ".join(["Human Rights Watch"] * 5)),
]  # fmt: skip


@pytest.mark.parametrize(("form", "sex", "expected"), PEOPLE, ids=lambda one: str(one)[:20])
def test_people(form: str, sex: str | None, expected: str) -> None:
    """Both names decline as whose they are says; and every form that is made is found."""
    made = [inflect(form, "ru", case, sex, kind="person") for case in CASES]

    assert made == expected.split(", ")
    assert all(find(f"– {one}, сказал он", "ru", [Term(form, "person", sex=sex or "")]) for one in made if one)


@pytest.mark.parametrize(("form", "expected"), OTHERS, ids=lambda one: str(one)[:20])
def test_places_and_organisations(form: str, expected: str) -> None:
    """With kind and without; what is made is found as a whole."""
    made = [inflect(form, "ru", case) for case in CASES]

    assert made == expected.split(", ") == [inflect(form, "ru", case, kind="place") for case in CASES]
    assert all(find(f"({one})", "ru", [form])[0].span == (1, 1 + len(one)) for one in made if one)


@pytest.mark.parametrize(
    ("form", "sex", "kind"),
    [
        ("Акдана Тохтахун", None, "person"),
        ("Мухтар Чокец", "male", "person"),
        ("Чхве Кой", "male", "person"),
        ("Адриан Ценц", "male", "person"),
        ("Манкень", None, "place"),
        ("Сарыкты", None, "place"),
    ],
)
def test_nothing_where_unsure(form: str, sex: str | None, kind: str) -> None:
    """Sex not known, a vowel that may be fleeting, a noun or an adjective, an unknown gender, perhaps a plural."""
    forms = {inflect(form, "ru", case, sex, kind=kind) for case in ("genitive", "instrumental")}

    assert None in forms


def test_cases() -> None:
    """Prepositional is the Russian locative; Russian has no ablative; another word is no case."""
    assert inflect("Китай", "ru", "prepositional") == "Китае"
    assert inflect("Китай", "ru", "nominative") == "Китай"
    assert inflect("Китай", "ru", "ablative") is None
    with pytest.raises(ProjectError, match="no case"):
        inflect("Китай", "ru", "vocative")


@pytest.mark.parametrize(
    "form", ["", "…", "\x00", "К", "Ь", "а" * 10_000, "Й Й", "-", "Ё-Ё"], ids=lambda one: ascii(one)[:9]
)
def test_odd_names(form: str) -> None:
    """Nothing crashes."""
    for case in CASES:
        for kind in ("person", "place", ""):
            assert inflect(form, "ru", case, "male", kind=kind) is None or form


@pytest.mark.parametrize(
    ("form", "kind", "features", "expected"),
    [
        ("Яркенд", "place", ("genitive", "accusative"), "Яркенда"),
        ("Токаев", "person", ("genitive", "accusative"), "Токаева"),
        ("Астана", "place", ("dative", "locative"), "Астане"),
        ("Астана", "place", (), "Астана"),
        ("Токаев", "person", ("dative", "locative"), None),
        ("Астана", "place", ("plural", "genitive"), None),
    ],
)
def test_reinflect(form: str, kind: str, features: tuple[str, ...], expected: str | None) -> None:
    """The cases that one name's form may be, for another: where they are one form of it, too."""
    assert reinflect(form, "ru", features, "male", kind=kind) == expected


REGIONS = ["Алматинская область", "Улытауская область", "Абайская область", "Кашгарский район", "Аксуское ущелье"]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("form", REGIONS)
def test_regions(form: str, case: str) -> None:
    """Adjectives of places that no dictionary has decline with their noun, and are found."""
    made = inflect(form, "ru", case, kind="place")
    assert made is not None
    (mention,) = find(f"см. {made}", "ru", [form])

    assert mention.span == (4, 4 + len(made))


def test_adjectives_of_regions() -> None:
    """All cases of one region."""
    made = [inflect("Алматинская область", "ru", case, kind="place") for case in CASES]

    assert made == [
        f"Алматинск{adjective} област{noun}"
        for adjective, noun in zip(("ой", "ой", "ую", "ой", "ой"), ("и", "и", "ь", "ью", "и"), strict=True)
    ]
    assert inflect("Аксуское ущелье", "ru", "instrumental") == "Аксуским ущельем"


ENDS = lexicon("ов ев ин ский ой ый ий ая ова ина ия ья а я ь ей ай о е и ы у ец ок ек ель ан им ур бек бай жан гуль")
STEMS = st.text("абвгджзиклмнопрстуфхчш", min_size=2, max_size=6)
WORDS = st.builds(lambda stem, end: (stem + end).capitalize(), STEMS, st.sampled_from(sorted(ENDS)))


@given(
    st.lists(WORDS, min_size=1, max_size=2),
    st.sampled_from(CASES),
    st.sampled_from(["male", "female", ""]),
    st.sampled_from(["person", "place"]),
)
def test_what_is_made_is_found(words: list[str], case: str, sex: str, kind: str) -> None:
    """Of any name, in any case: the whole of it."""
    form = " ".join(words)
    made = inflect(form, "ru", case, sex if kind == "person" else None, kind=kind)
    if made is not None:
        spans = [mention.span for mention in find(f"О, {made}!", "ru", [Term(form, kind, sex=sex)])]

        assert spans == [(3, 3 + len(made))]
