"""What may be a name at all, what is found in CLDR, and what never happens whatever the name is."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import names
from l10n.names.candidates import MOST
from l10n.names.candidates.asking import LONGEST, clean, is_written_in, script, script_of

TAGS = ["en", "ru", "kk", "ug"]

REFUSED = {
    "control": "Al\x07maty",
    "line": "Al\nmaty",
    "bidi mark": "\u200fAlmaty",
    "override": "\u202eytamlA",
    "zero width": "Al\u200bmaty",
    "mixed scripts": "Алmaty",
    "look-alike": "\u0410lmaty",
    "another script": "Алматы",
    "Greek": "Αλμα",
    "digit": "Route 66",
    "sign": "A/B",
    "markup": "<b>Almaty</b>",
    "nothing": "",
    "spaces": "   ",
    "no letter": "- .",
    "too long": "A" * (LONGEST + 1),
    "half a character": "Almaty\ud800",
}


@pytest.mark.parametrize("name", REFUSED.values(), ids=REFUSED)
def test_what_is_no_name_has_no_candidate(name: str) -> None:
    assert clean(name, "en") == ""
    assert [names.candidates(name, "en", target) for target in TAGS] == [[]] * 4


@pytest.mark.parametrize(
    ("written", "tag", "cleaned"),
    [
        ("  Nur  Sultan ", "en", "Nur Sultan"),
        ("Zu\u0308rich", "en", "Zürich"),
        ("Сергей\u00a0Королёв", "ru", "Сергей Королёв"),
        ("Қасым-Жомарт", "kk", "Қасым-Жомарт"),
        ("قاسىم-جومارت", "kk-Arab", "قاسىم-جومارت"),
        ("ئىلھام توختى", "ug", "ئىلھام توختى"),
        ("O\u2019Neill", "en-GB", "O\u2019Neill"),
        ("Qur\u02bbon", "uz-Latn", "Qur\u02bbon"),
    ],
)
def test_a_name_is_cleaned(written: str, tag: str, cleaned: str) -> None:
    assert clean(written, tag) == cleaned


@pytest.mark.parametrize(
    ("tag", "expected"), [("ru", "Cyrl"), ("kk-Latn", "Latn"), ("ug_Cyrl_KZ", "Cyrl"), ("ug", "Arab"), ("fr", "")]
)
def test_script_of_a_tag(tag: str, expected: str) -> None:
    assert script_of(tag) == expected


def test_the_script_of_a_letter_is_told_by_its_own_name() -> None:
    """Every letter of the four alphabets is of its script, and the apostrophes are none's."""
    assert {script(letter) for letter in "abzşğıé"} == {"Latn"}
    assert {script(letter) for letter in "абёәғқңөұүһі"} == {"Cyrl"}
    assert {script(letter) for letter in "ئابەپتېىڭۆۈۋ"} == {"Arab"}
    assert {script(sign) for sign in "'’ʼ-. "} == {""}


@pytest.mark.parametrize(
    ("name", "source", "target", "first"),
    [
        ("Kazakhstan", "en", "ru", "Казахстан"),
        ("kazakhstan", "en", "kk", "Қазақстан"),
        ("Germany", "en", "ug", "گېرمانىيە"),
        ("Алматы", "ru", "en", "Almaty"),
        ("Алматы", "kk", "en", "Almaty"),
        ("New York", "en", "ru", "Нью-Йорк"),
        ("Түркия", "kk", "ru", "Турция"),
        ("China", "en", "ug", "جۇڭگو"),
    ],
)
def test_countries_and_cities_are_cldr_s(name: str, source: str, target: str, first: str) -> None:
    """But where the press writes otherwise, it has the first word."""
    found = names.candidates(name, source, target)

    assert found[0].text == first
    assert "CLDR" in found[0].reason


def test_urumqi_is_as_the_press_has_it() -> None:
    """Whether CLDR knows the city (Babel 2.18) or not (2.19), the first word is Kazakhstan's press's."""
    assert names.candidates("Urumqi", "en", "kk")[0].text == "Үрімжі"


def test_both_names_of_china_are_offered_in_uyghur() -> None:
    """Which one a newsroom writes is its own choice."""
    assert {"جۇڭگو", "خىتاي"} <= {one.text for one in names.candidates("China", "en", "ug")}


def test_a_language_is_offered_behind_places() -> None:
    texts = [one.text for one in names.candidates("Uyghur", "en", "ru")]

    assert "уйгурский" in texts


def test_a_known_form_is_first() -> None:
    known = {"ru": "Алма-Ата"}

    assert names.candidates("Almaty", "en", "ru", known=known)[0].text == "Алма-Ата"
    assert names.candidates("Almaty", "en", "ru", known={"ru": "Alma-Ata"})[0].text == "Алматы"


def test_the_same_language_and_an_unknown_one_have_none() -> None:
    assert names.candidates("Almaty", "en", "en") == []
    assert names.candidates("Almaty", "en", "xx-Nonsense") == []


NAMES = st.one_of(
    st.text(max_size=30),
    st.text(alphabet="abcdefghijklmnopqrstuvwxyzäöüßçñéşğıʼ' -.ABCZ", max_size=30),
    st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюяёәғқңөұүһі -АБҚ", max_size=30),
    st.text(alphabet="ئابەپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي -", max_size=30),
)


@settings(max_examples=150, deadline=None)
@given(NAMES, st.sampled_from(TAGS), st.sampled_from(TAGS))
def test_laws(name: str, source: str, target: str) -> None:
    """Never raises; at most MOST; no form twice; letters of the target's script only; the same when asked again."""
    found = names.candidates(name, source, target)

    assert len(found) <= MOST
    assert len({one.text for one in found}) == len(found)
    assert all(is_written_in(one.text, script_of(target)) for one in found)
    assert all(one.standard and one.reason and "\n" not in one.reason for one in found)
    assert found == names.candidates(name, source, target)


@pytest.mark.parametrize("letter", ["a", "a ", "a-", "sch", "i\u0308", "'", " ", "\u0301"])
def test_a_name_of_ten_thousand_letters_costs_nothing(letter: str) -> None:
    started = time.process_time()
    for target in TAGS:
        assert names.candidates(letter * 10_000, "en", target) == []
    assert time.process_time() - started < 5


def test_the_function_stands_before_its_folder() -> None:
    """However the folder is imported, `names.candidates` is the function, and Babel and pymorphy3 stay away."""
    code = (
        "from l10n.names.candidates.asking import Ask\nfrom l10n.names.candidates import cldr\nimport sys\n"
        "from l10n import names\nassert callable(names.candidates), names.candidates\n"
        "assert not {'babel', 'pymorphy3'} & set(sys.modules)"
    )

    subprocess.run([sys.executable, "-c", code], check=True)
