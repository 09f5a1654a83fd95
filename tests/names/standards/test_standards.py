"""What every standard has in common: refusal, order, length."""

from __future__ import annotations

import pytest

from l10n import languages
from l10n.errors import TransliterationError
from l10n.names.standards import STANDARDS, transliterate


@pytest.mark.parametrize(
    ("name", "source", "target", "standard"),
    [
        ("Токаев", "ru", "ug", None),
        ("Токаев", "ru", "en", "GOST"),
        ("Токаев", "xx", "yy", None),
        ("Тока\x07ев", "ru", "en", None),
        ("Cерік", "kk", "kk-Latn", None),
        ("東京 Токио", "ru", "en", None),
        ("Smith", "zh-Latn", "ru", None),
        ("Carl", "ug-Latn", "ug", None),
        ("Тоқаев", "ru", "en", None),
    ],
)
def test_nothing_passes_silently(name: str, source: str, target: str, standard: str | None) -> None:
    """A pair, a standard, a letter that there is not is an error with a remedy."""
    with pytest.raises(TransliterationError) as caught:
        transliterate(name, source, target, standard)

    assert caught.value.hint


def test_what_is_no_letter_stays() -> None:
    """Digits, punctuation and words that are in the target's script already stay; so does an empty name."""
    assert transliterate("CABAR, №5 – «Токаев»!", "ru", "en") == "CABAR, №5 – «Tokayev»!"
    assert transliterate("", "ug", "ug-Latn") == ""


def test_other_scripts_go_over_the_main_one() -> None:
    """Tables of one language's scripts are joined."""
    assert transliterate("قاسىم", "kk-Arab", "kk-Latn") == "qasym"
    assert transliterate("قاسىم", "kk-Arab", "en", "BGN/PCGN 1979") == "qasym"


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda one: f"{one.pairs[0][0]}-{one.pairs[0][1]}-{one.name}")
def test_every_standard_names_its_basis(standard: object) -> None:
    """Each has a name, a basis and a pair, and can be asked for by that name."""
    for source, target in standard.pairs:
        assert standard.name and standard.basis
        assert transliterate("", source, target, standard.name) == ""


@pytest.mark.parametrize(("base", "tag"), [("ug", "ug-Cyrl"), ("ug", "ug-Latn"), ("kk", "kk-Arab"), ("kk", "kk-Latn")])
@pytest.mark.parametrize("field", ["months", "weekdays"])
def test_the_words_of_the_language_files_are_those_of_the_tables(base: str, tag: str, field: str) -> None:
    """Months and weekdays of a script are written by its table, and read back."""
    own, other = getattr(languages.get(base), field), getattr(languages.get(tag), field)

    assert tuple(transliterate(word, base, tag) for word in own) == other
    assert tuple(transliterate(word, tag, base) for word in other) == own
