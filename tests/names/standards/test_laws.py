"""What holds for every standard and any text: letters of one script come out, or a clear error; nothing is too long."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.errors import TransliterationError
from l10n.names.standards import STANDARDS, transliterate
from l10n.names.standards.scripts import scripts

PAIRS = sorted({(source, target, one.name) for one in STANDARDS for source, target in one.pairs})
SAMPLES = {
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "kk-Cyrl": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "kk-Latn": "aäbdefgğhıijklmnñoöpqrsştuūüvyz",
    "kk-Arab": "ءابۆگعدەجزيكقلمنڭوپرستۋۇفحھىچش",
    "ug-Arab": "ئاەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي",
    "ug-Latn": "abdefghijklmnopqrstuwxyzöüé'",
    "ug-Cyrl": "абвгдеәжҗзийкқлмнңоөпрстуүфхһчшғюя'",
    "ug-Latn-x-yeziq": "abdeəfghijklmnopqrstuwxyzƣⱨⱪɵüⱬ'",
    "zh-Latn": "abcdefghijklmnopqrstuvwxyzüāáǎàēéěèīíǐìōóǒò' ",
    "en": "abcdefghijklmnopqrstuvwxyz",
}
SCRIPT = {"ru": "Cyrl", "en": "Latn"}
LENGTH = 10_000


@pytest.mark.parametrize(("source", "target", "standard"), PAIRS)
@settings(max_examples=40)
@given(data=st.data())
def test_letters(source: str, target: str, standard: str, data: st.DataObject) -> None:
    """Letters of the source come out as letters of the target's script, in NFC, or not at all."""
    sample = SAMPLES[source]
    name = data.draw(st.text(st.sampled_from([*sample, *sample.upper(), "-", " ", ".", "5"]), max_size=20))
    try:
        written = transliterate(name, source, target, standard)
    except TransliterationError as error:
        assert error.what and error.hint
        return

    assert scripts(written) <= {SCRIPT.get(target) or target[3:7]}
    assert unicodedata.is_normalized("NFC", written)


@pytest.mark.parametrize(("source", "target", "standard"), PAIRS)
@settings(max_examples=40)
@given(name=st.text(max_size=30))
def test_any_text(source: str, target: str, standard: str, name: str) -> None:
    """Whatever people type is a name or a clear error; the same text decomposed is the same."""
    try:
        written = transliterate(name, source, target, standard)
    except TransliterationError as error:
        assert error.what and error.hint
        return

    assert transliterate(unicodedata.normalize("NFD", name), source, target, standard) == written


@pytest.mark.parametrize(("source", "target", "standard"), PAIRS)
def test_time_grows_with_length(source: str, target: str, standard: str) -> None:
    """10,000 letters, in one word and in words of two, take a moment."""
    start = time.process_time()
    for name in ((SAMPLES[source] * LENGTH)[:LENGTH], (SAMPLES[source][:2] + " ") * (LENGTH // 3)):
        try:
            assert transliterate(name, source, target, standard)
        except TransliterationError as error:
            assert len(error.what) < 200

    assert time.process_time() - start < 5


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u202b", "\u2067", "\u2069", "\ufeff", "\u00ad", "\u200c"])
def test_signs_that_nobody_sees(mark: str) -> None:
    """They are dropped wherever they stand."""
    assert transliterate(f"{mark}شىن{mark}جاڭ{mark}", "ug", "ug-Latn") == "shinjang"
    assert transliterate(f"Ток{mark}аев", "ru", "en") == "Tokayev"


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x7f", "\x85", "\n", "\t"])
def test_control_characters(sign: str) -> None:
    """A name has none."""
    with pytest.raises(TransliterationError, match="control character") as caught:
        transliterate(f"Токаев{sign}", "ru", "en")

    assert caught.value.what.isprintable()
