"""Running text in another script: words, capitals, marks, and what is left alone."""

from __future__ import annotations

import time

import pytest

from l10n.errors import TransliterationError
from l10n.model import Term
from l10n.names import convert

NAMES = (
    Term("گۈلنارە سېيىتوۋا", "person", sex="female"),
    Term("ياركەنت ئىجتىمائىي فوندى", "organisation"),
    Term("ياركەنت", "place"),
    Term("ئاپتونومىيە", "term"),
)
UYGHUR = [
    (
        "ياركەنتتىكى مەكتەپ <a1>بۈگۈن</a1> ئېچىلدى. بالىلار خۇشال بولدى.",
        "Яркәнттики мәктәп <a1>бүгүн</a1> ечилди. Балилар хушал болди.",
        "Yarkenttiki mektep <a1>bügün</a1> échildi. Balilar xushal boldi.",
    ),
    (
        "«سىز كەلدىڭىزمۇ؟» - دەپ سورىدى گۈلنارە سېيىتوۋا، ئاندىن ئولتۇردى؛ 25,000 كىشى.",
        "«Сиз кәлдиңизму?» - дәп сориди Гүлнарә Сейитова, андин олтурди; 25,000 киши.",
        "«Siz keldingizmu?» - dep soridi Gülnare Séyitowa, andin olturdi; 25,000 kishi.",
    ),
    (
        "ئۇ: «بۇ بىزنىڭ ئۆيىمىز» دېدى. 2-فېۋرال ئالمۇتادا يىغىن بولدى!",
        "У: «Бу бизниң өйимиз» деди. 2-феврал Алмутада йиғин болди!",
        "U: «Bu bizning öyimiz» dédi. 2-féwral Almutada yighin boldi!",
    ),
    (
        "ب د ت ۋەكىلى ت. كۇمار CABAR.asia نىڭ خەۋىرىنى ئوقۇدى، UNESCO مۇ.",
        "БДТ вәкили Т. Кумар CABAR.asia ниң хәвирини оқуди, UNESCO му.",
        "BDT wekili T. Kumar CABAR.asia ning xewirini oqudi, UNESCO mu.",
    ),
    (
        "ياركەنت ئىجتىمائىي فوندىنىڭ ئاپتونومىيە ھەققىدىكى كىنوسى",
        "Яркәнт Иҗтимаий Фондиниң аптономийә һәққидики киноси",
        "Yarkent Ijtima'iy Fondining aptonomiye heqqidiki kinosi",
    ),
    (
        "ئاندىن دۇنيا مەتبۇئاتى شىنجاڭغا قارىدى، دۈشەنبە كۈنى",
        "Андин дуня мәтбуати Шинҗаңға қариди, дүшәнбә күни",
        "Andin dunya metbu'ati Shinjanggha qaridi, düshenbe küni",
    ),
    ("فىلىمنى ئالىم توقايېۋ كۆردى", "Фильмни алим тоқаев көрди", "Filimni alim toqayéw kördi"),
]
KAZAKH = [
    ("Қасым Тоқаев АҚШ-қа барды.", "Qasym Toqaev AQŞ-qa bardy.", "قاسىم توقايەۆ ا ق ش-قا باردى."),
    ("ХХІ ғасыр, 1,5 млн адам?", "XXI ğasyr, 1,5 mln adam?", "XXI عاسىر، 1,5 ملن ادام؟"),
    ("Cерік <b1>Deutsche Welle</b1> арнасына айтты", "Serık <b1>Deutsche Welle</b1> arnasyna aitty", None),
    ("Іле өзені; Иса ата", "Ile özenı; İsa ata", "ىلە وزەنى؛ يسا اتا"),
    ("«Франция үні»", "«Frantsia ünı»", "«فرانسيا ءۇنى»"),
]
ODD = ["", "\x00\x07", "ئ" * 50, "'" * 50, "<a1></a1>", "\u2068\u2069", "ۇ ۇ ۇ ۇ", ". . . «"]
PAIRS = [("ug", "ug-Latn"), ("ug", "ug-Cyrl"), ("ug-Cyrl", "ug"), ("kk", "kk-Arab"), ("kk-Arab", "kk")]
KEPT = [
    "https://cabar.example/kk?сұрақ=1,2",
    "www.мысал.kz/а?б",
    "info@мысал.kz",
    "{аты}",
    "%(саны)s",
    "#Алматы",
    "@редакция",
    "`код`",
    "WhatsApp",
    "<br2/>",
    "&nbsp;",
    "2019-2020",
    "report.pdf",
]


@pytest.mark.parametrize(("arabic", "cyrillic", "latin"), UYGHUR, ids=lambda one: str(one)[:20])
def test_uyghur(arabic: str, cyrillic: str, latin: str) -> None:
    """Capitals stand at the start of sentences and quotations and in names, not in terms, not before `he said`."""
    assert convert(arabic, "ug", "ug-Cyrl", NAMES) == cyrillic
    assert convert(arabic, "ug", "ug-Latn", NAMES) == latin


@pytest.mark.parametrize("case", UYGHUR, ids=lambda case: case[1][:20])
def test_uyghur_back(case: tuple[str, str, str]) -> None:
    """Cyrillic gives the Arabic letters, marks and acronyms back."""
    assert convert(case[1], "ug-Cyrl", "ug") == case[0]


@pytest.mark.parametrize(("cyrillic", "latin", "arabic"), KAZAKH, ids=lambda one: str(one)[:20])
def test_kazakh(cyrillic: str, latin: str, arabic: str | None) -> None:
    """Capitals are kept, Roman numbers in Cyrillic letters are Roman, look-alikes are what they look like."""
    assert convert(cyrillic, "kk", "kk-Latn") == latin
    assert arabic is None or convert(cyrillic, "kk", "kk-Arab") == arabic


def test_kazakh_back() -> None:
    """From Arabic letters names have capitals, whatever their ending."""
    text = "ب ۇ ۇ-دا توقايەۆ سويلەدى. ول قازاقستاننان كەلدى؟"

    assert (
        convert(text, "kk-Arab", "kk", [Term("توقايەۆ", "person")]) == "БҰҰ-да Тоқаев сөйледі. Ол Қазақстаннан келді?"
    )


@pytest.mark.parametrize("kept", KEPT)
@pytest.mark.parametrize("target", ["kk-Latn", "kk-Arab"])
def test_what_is_left_alone(kept: str, target: str) -> None:
    """Codes, addresses, placeholders, hashtags, Latin words and figures stand as they stood."""
    assert kept in convert(f"бұл {kept} емес", "kk", target)


def test_misspelt_letters_and_marks() -> None:
    """Presentation forms, a hamza apart, a stretched line, soft hyphens and bidi marks do not get in the way."""
    apart = "\u200fئال\u0640ما \u064a\u0654\u0627\u0644\u0645\u0627 \ufeb3\ufe8e\ufee7"

    assert convert(apart, "ug", "ug-Latn") == "Alma alma san"
    assert convert("بى\u200cلىم شەخسي", "ug", "ug-Cyrl") == "Билим шәхси"
    assert convert("и\u0306ог\u00adурт", "kk", "kk-Latn") == "iogurt"


def test_endings_on_latin_words() -> None:
    """What is joined to a Latin word is converted, the word is not."""
    assert convert("UNESCOنىڭ", "ug", "ug-Cyrl") == "UNESCOниң"
    assert convert("UNESCO-ның", "kk", "kk-Arab") == "UNESCO-نىڭ"


def test_another_language_in_the_same_letters_stays() -> None:
    """A word with letters that the alphabet does not have is none of its words."""
    assert convert("بۇ العصر گېزىتى", "ug", "ug-Latn") == "Bu العصر géziti"


def test_a_part_of_a_sentence_starts_small() -> None:
    """After what is held back, nothing is the start of a sentence; a private letter holds its place."""
    assert convert("\ue000 مەكتەپ", "ug", "ug-Latn") == "\ue000 mektep"


def test_no_table() -> None:
    """Other languages, and text in Latin letters, are refused; one script is left as it is."""
    with pytest.raises(TransliterationError, match="cannot be told"):
        convert("mektep", "ug-Latn", "ug")
    with pytest.raises(TransliterationError, match="no table"):
        convert("школа", "ru", "kk-Arab")
    assert convert("мектеп", "kk", "kk-Cyrl") == "мектеп"


@pytest.mark.parametrize(
    "text", ["", "\x00\x07", "ئ" * 50, "'" * 50, "<a1></a1>", "\u2068\u2069", "ۇ ۇ ۇ ۇ", ". . . «"]
)
@pytest.mark.parametrize(
    "pair", [("ug", "ug-Latn"), ("ug", "ug-Cyrl"), ("ug-Cyrl", "ug"), ("kk", "kk-Arab"), ("kk-Arab", "kk")]
)
def test_odd_text(text: str, pair: tuple[str, str]) -> None:
    """Nothing is too odd to be converted."""
    assert isinstance(convert(text, *pair), str)


@pytest.mark.parametrize("unit", ["مەكتەپ ", "مەكتەپ", "م ", ". «", "<a1>", "ئا'", "\u0301", "{ا"])
def test_time_grows_with_length(unit: str) -> None:
    """100,000 letters take a moment."""
    text = unit * (100_000 // len(unit))
    start = time.process_time()
    convert(text, "ug", "ug-Latn")

    assert time.process_time() - start < 10
