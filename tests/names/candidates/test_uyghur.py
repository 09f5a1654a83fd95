"""Uyghur forms of names: which come first, and what is true of every one of them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.names.candidates import Candidate, candidates, uyghur
from l10n.names.candidates import uyghur_people as people
from l10n.names.candidates import uyghur_places as places
from l10n.names.candidates import uyghur_spelling as spelling
from l10n.names.candidates.asking import Ask

FIRST = [
    ("Ilkham Tokhti", "en", "uig", "ئىلھام توختى"),
    ("Ильхам Тохти", "ru", "uig", "ئىلھام توختى"),
    ("Бахаргуль Тохтахунова", "ru", "uig", "باھارگۈل توختاخۇنوۋا"),
    ("Kakharman Kozhamberdy", "en", "uig", "قەھرىمان غوجامبەردى"),
    ("Mekhriban", "en", "uig", "مېھرىبان"),
    ("Gulbakhar Dzhalilova", "en", "uig", "گۈلباھار جېلىلوۋا"),
    ("Қасым-Жомарт Тоқаев", "kk", "kaz", "قاسىم-جومارت توقايېۋ"),
    ("Нұрлан", "kk", "kaz", "نۇرلان"),
    ("Zhang Xiao", "en", "zho", "جاڭ شياۋ"),
    ("Xi Jinping", "en", "zho", "شى جىنپىڭ"),
    ("Чжан Сяо", "ru", "", "جاڭ شياۋ"),
    ("Си Цзиньпин", "kk", "", "شى جىنپىڭ"),
    ("Hainan", "en", "", "خەينەن"),
    ("Сычуань", "ru", "", "سىچۈەن"),
    ("Хэнань", "ru", "", "خېنەن"),
    ("Lanzhou", "en", "", "لەنجۇ"),
    ("Milan", "en", "", "مىلان"),
    ("Wallis and Futuna", "en", "", "ۋاللىس ۋە فۇتۇنا"),
    ("Уиндер", "ru", "", "ۋىندېر"),
    ("Reggio di Calabria", "en", "", "رېجو-دى-كالابرىيە"),
    ("Рязань", "ru", "", "ريازان"),
    ("Андрей Сахаров", "ru", "rus", "ئاندرېي ساخاروۋ"),
    ("Nurlan Kokteubaev", "en", "kaz", "نۇرلان كۆكتەۋبايېۋ"),
    ("Сагинтаев", "ru", "kaz", "ساغىنتايېۋ"),
    ("Tursunbayeva", "en", "uig", "تۇرسۇنبايېۋا"),
    ("Алексеев", "ru", "rus", "ئالېكسېيېۋ"),
    ("Michelle Bachelet", "en", "", "مىشېل باچېلېت"),
    ("Serikzhan", "en", "kaz", "سېرىكجان"),
    ("Dolkun Isa", "en", "", "دولقۇن ئىسا"),
    ("Wang Yi", "en", "", "ۋاڭ يى"),
    ("Zhāng Xiǎo", "zh-Latn", "", "جاڭ شياۋ"),
    ("Toqaev", "kk-Latn", "kaz", "توقايېۋ"),
    ("توقايەۆ", "kk-Arab", "kaz", "توقايېۋ"),
    ("Bahargül", "ug-Latn", "", "باھارگۈل"),
    ("Mike Pompeo", "en", "eng", "مايك پومپېئو"),
    ("Дональд Трамп", "ru", "eng", "دونالد ترامپ"),
    ("Nurlan Tileubaev", "en", "", "نۇرلان تىلەۋبايېۋ"),
    ("Almaty", "en", "", "ئالمۇتا"),
    ("Алматы", "kk", "", "ئالمۇتا"),
    ("Ürümqi", "en", "", "ئۈرۈمچى"),
    ("Кашгар", "ru", "", "قەشقەر"),
    ("Құлжа", "kk", "", "غۇلجا"),
    ("Новосибирск", "ru", "", "نوۋوسىبىرسك"),
    ("Вашингтон", "ru", "", "ۋاشىنگتون"),
    ("Toronto", "en", "", "تورونتو"),
    ("Republic of Kazakhstan", "en", "", "قازاقىستان جۇمھۇرىيىتى"),
    ("Босния и Ош", "ru", "", "بوسنىيە ۋە ئوش"),
    ("И. Тохти", "ru", "uig", "ئى. توختى"),
    ("Almaty Region", "en", "", "ئالمۇتا ئوبلاستى"),
    ("Алматинская область", "ru", "", "ئالمۇتا ئوبلاستى"),
    ("Алматы облысы", "kk", "", "ئالمۇتا ئوبلاستى"),
    ("Lake Balkhash", "en", "", "بالقاش كۆلى"),
    ("Северная Дакота", "ru", "", "شىمالىي داكوتا"),
    ("Sichuan Province", "en", "zho", "سىچۈەن ئۆلكىسى"),
    ("Xinjiang Uyghur Autonomous Region", "en", "", "شىنجاڭ ئۇيغۇر ئاپتونوم رايونى"),
]
"""Well-known names; those of people as Uyghur media write them."""

AMONG = [
    ("China", "en", "", "خىتاي"),
    ("Китай", "ru", "", "جۇڭگو"),
    ("Gulbakhar Dzhalilova", "en", "", "گۈلباھار جېلىل"),
    ("Sakharov", "en", "", "ساخاروف"),
    ("Boa Vista", "en", "", "بوئا-ۋىستا"),
    ("Jamestown", "en", "", "جېيمستاۋن"),
    ("Braunschweig", "en", "", "بىراۋنشۋېيگ"),
    ("Tursunbay Qurban", "en", "", "تۇرسۇنباي قۇربان"),
    ("Нур-Султан", "ru", "", "نۇر-سۇلتان"),
    ("A. Tokayev", "en", "kaz", "ئا. توقايېۋ"),
]


def forms(name: str, source: str, origin: str = "", known: dict[str, str] | None = None) -> list[str]:
    return [one.text for one in candidates(name, source, "ug", origin, known or {})]


@pytest.mark.parametrize(("name", "source", "origin", "expected"), FIRST)
def test_first(name: str, source: str, origin: str, expected: str) -> None:
    """The usual form comes first."""
    assert forms(name, source, origin)[0] == expected


@pytest.mark.parametrize(("name", "source", "origin", "expected"), AMONG)
def test_among_five(name: str, source: str, origin: str, expected: str) -> None:
    """A form that lives beside the usual one is among the first five."""
    assert expected in forms(name, source, origin)[:5]


def test_a_known_form_is_a_better_start() -> None:
    """The Kazakh form tells k from q, which the English does not."""
    assert forms("Kokzhal", "en", "kaz", {"kk": "Көкжал"})[0] == "كۆكجال"


def test_an_approved_form_in_another_script() -> None:
    """Uyghur in Latin or Cyrillic letters is the same name."""
    assert forms("Bakhargul", "en", "uig", {"ug-Latn": "Bahargül"})[0] == "باھارگۈل"
    assert forms("Bakhargul", "en", "uig", {"ug-Cyrl": "Баһаргүл"})[0] == "باھارگۈل"


def test_an_acronym_is_not_spelt() -> None:
    """Letters that stand for words are no word."""
    assert not list(uyghur.propose(Ask("IWPR", "en", "ug")))
    assert next(one.text for one in uyghur.propose(Ask("USA", "en", "ug"))) == "ئامېرىكا قوشما ئىشتاتلىرى"


@pytest.mark.parametrize("name", ["Загадочная область", "Дальний район"])
def test_a_description_is_no_name(name: str) -> None:
    """What a Russian adjective before a word of kind is made from, the letters do not tell."""
    assert not forms(name, "ru")


def test_who_writes_which() -> None:
    """Where a newsroom must choose, each form says who writes it."""
    reasons = {one.text: one.reason for one in uyghur.propose(Ask("China", "en", "ug"))}

    assert "RFA" in reasons["خىتاي"]
    assert "China's press" in reasons["جۇڭگو"]


@pytest.mark.parametrize("name", ["Žilina", "Łódź", "Tórshavn", "Đà Nẵng", "Zürich", "K’iche’", "Saint-Étienne"])
def test_marks(name: str) -> None:
    """Letters with marks are rendered."""
    assert forms(name, "en")


@pytest.mark.parametrize("name", ["٤٢", "🙂", "Ω", "'", "-", "Al 7", "中国", "Гδ"])
def test_nothing(name: str) -> None:
    """What no table knows gives no candidate."""
    assert not list(uyghur.propose(Ask(name, "en", "ug")))


WORDS = {
    "en": st.text("abcdefghijklmnopqrstuvwxyzéöü' -", min_size=1, max_size=24),
    "ru": st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюя -", min_size=1, max_size=24),
    "kk": st.text("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя -", min_size=1, max_size=24),
}
NAMES = st.sampled_from(sorted(WORDS)).flatmap(lambda tag: st.tuples(st.just(tag), WORDS[tag]))


@given(NAMES, st.sampled_from(["", "uig", "kaz", "zho", "eng"]))
def test_every_form_is_well_formed(asked: tuple[str, str], origin: str) -> None:
    """Only letters of the alphabet, hemze where it belongs; the same answer twice; each form once among the rules'."""
    source, name = asked
    ask = Ask(name, source, "ug", origin)
    found = list(uyghur.propose(ask))

    assert found == list(uyghur.propose(ask))
    for one in found:
        assert one.reason and one.standard
        for word in one.text.replace("-", " ").split():
            assert spelling.is_well_formed(word), word


@given(st.text(max_size=40))
def test_any_text(name: str) -> None:
    """Whatever is asked: an answer or none, never an exception."""
    for source in ("en", "ru", "kk"):
        assert all(isinstance(one, Candidate) for one in uyghur.propose(Ask(name, source, "ug")))


def test_a_long_name_takes_no_time() -> None:
    """A hundred letters with many ways each."""
    started = time.process_time()
    assert list(uyghur.propose(Ask("иага" * 25, "ru", "ug")))
    assert time.process_time() - started < 5


WELL = ["ئالمۇتا", "گۇاڭدۇڭ", "سەنئەت", "سېئۇل", "قەشقەر", "ئۈرۈمچى", "ئىسلامئاباد", "رۇسىيە"]
ILL = ["المۇتا", "سېۇل", "ئرەن", "قەشقەرئ", "", "ئئا", "Almaty", "قەشقەر ", "ه", "ىا"]


@pytest.mark.parametrize(("word", "expected"), [(word, True) for word in WELL] + [(word, False) for word in ILL])
def test_well_formed(word: str, expected: bool) -> None:
    """What the law above rests on."""
    assert spelling.is_well_formed(word) is expected


@pytest.mark.parametrize("form", sorted({form for place in places.PLACES for form in place.ug}))
def test_places_are_well_formed(form: str) -> None:
    """Every word of the gazetteer; the letters of an abbreviation stand apart."""
    for word in form.replace("-", " ").split():
        assert word in {"ق", "ش"} or spelling.is_well_formed(word)


def test_places_are_told_apart() -> None:
    """No name stands on two lines, unless both say the same."""
    seen: dict[str, tuple[str, ...]] = {}
    for place in places.PLACES:
        for name in (*place.en, *place.ru, *place.kk):
            assert seen.setdefault(places.folded(name), place.ug) == place.ug, name


@pytest.mark.parametrize(("target", "expected"), [("en", "Kashgar"), ("ru", "Кашгар"), ("kk", "Қашқар")])
def test_a_place_from_uyghur(target: str, expected: str) -> None:
    """The table is read the other way too."""
    assert candidates("قەشقەر", "ug", target)[0].text == expected


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("гүлбаһар", "gulbakhar"),
        ("тохтахун", "tokhtakhun"),
        ("toxtaxun", "tokhtakhun"),
        ("мухаммед", "muhemmet"),
        ("юсуп", "yüsüp"),
        ("жалил", "dzhalil"),
    ],
)
def test_same_sounds(word: str, other: str) -> None:
    """Spellings of one name in several languages sound the same."""
    assert people.sounds(word) == people.sounds(other)
