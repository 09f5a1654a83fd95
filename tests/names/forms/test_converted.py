"""Kazakh and Uyghur names in the other scripts of their languages."""

from __future__ import annotations

import pytest

from l10n.model.names import Term
from l10n.names import find, inflect, reinflect

FORMS = [
    ("ug-Cyrl", "Алмута", "Алмутида", ("locative",)),
    ("ug-Cyrl", "Илһам Тохти", "Илһам Тохтиниң", ("genitive",)),
    ("ug-Cyrl", "Түркийә", "ТҮРКИЙИДӘ", ("locative",)),
    ("ug-Cyrl", "мәктәп", "мәктивидә", ("possessive 3", "locative")),
    ("ug-Latn", "Qazaqistan", "Qazaqistan’gha", ("dative",)),
    ("ug-Latn", "Qazaqistan", "Qazaqistangha", ("dative",)),
    ("ug-Latn", "Shinjang", "Shinjangdiki", ("adjectival",)),
    ("ug-Latn", "sheher", "shehirini", ("possessive 3", "accusative")),
    ("ug-Latn-x-yeziq", "Ⱪəxⱪər", "Ⱪəxⱪərdin", ("ablative",)),
    ("kk-Latn", "Qazaqstan", "Qazaqstannyñ", ("genitive",)),
    ("kk-Latn", "Şyñjañ", "Şyñjañdağylar", ("locative", "adjectival", "plural")),
    ("kk-Latn", "AQŞ", "AQŞ-pen", ("instrumental",)),
    ("kk-Arab", "الماتى", "الماتىمەن", ("instrumental",)),
    ("kk-Arab", "ءازىربايجان", "ءازىربايجانعا", ("dative",)),
]


@pytest.mark.parametrize(("language", "lemma", "form", "features"), FORMS)
def test_forms(language: str, lemma: str, form: str, features: tuple[str, ...]) -> None:
    """By the endings of the script that is known, dividers and capitals apart."""
    (mention,) = find(f"1) {form}.", language, [lemma])

    assert (mention.span, mention.analysis.features) == ((3, 3 + len(form)), features)


@pytest.mark.parametrize(
    ("language", "lemma", "text"),
    [
        ("ug-Cyrl", "Қәшқә", "Қәшқәр, Қәшқәрдә"),
        ("ug-Latn", "Türk", "Türkiye, Türkiyide"),
        ("ug-Latn", "Almuta", "almutida"),
        ("kk-Latn", "Alma", "Almaty, Almatyda"),
        ("kk-Arab", "الما", "الماتى"),
        ("kk-Arab", "Алма", "الماتى"),
    ],
)
def test_false_friends(language: str, lemma: str, text: str) -> None:
    """A longer name, a small letter, another script."""
    assert find(text, language, [lemma]) == []


@pytest.mark.parametrize(
    ("language", "form", "kind", "case", "expected"),
    [
        ("ug-Cyrl", "Алмута", "place", "locative", "Алмутида"),
        ("ug-Cyrl", "Илһам Тохти", "person", "dative", "Илһам Тохтиға"),
        ("ug-Latn", "Qazaqistan", "place", "dative", "Qazaqistan'gha"),
        ("ug-Latn", "UNESCO", "organisation", "dative", None),
        ("kk-Latn", "Toqaev", "person", "genitive", "Toqaevtyñ"),
        ("kk-Latn", "AQŞ", "place", "instrumental", "AQŞ-pen"),
        ("kk-Arab", "الماتى", "place", "dative", "الماتىعا"),
        ("kk-Arab", "قازاقستان", "place", "ablative", "قازاقستاننان"),
        ("kk-Arab", "Алматы", "place", "ablative", None),
        ("ug-Cyrl", "Шинҗаң", "place", "nominative", "Шинҗаң"),
    ],
)
def test_inflect(language: str, form: str, kind: str, case: str, expected: str | None) -> None:
    """As in the known script; None where the way there and back changes the name."""
    assert inflect(form, language, case, kind=kind) == expected


def test_derived_from_places() -> None:
    """Who lives in a place loses the capital in Latin script, too."""
    assert len(find("almatylyqtar", "kk-Latn", [Term("Almaty", "place")])) == 1
    assert find("almatydan", "kk-Latn", [Term("Almaty", "place")]) == []


def test_reinflect() -> None:
    """The endings of one name for another, in each script."""
    assert reinflect("Almaty", "kk-Latn", ("locative", "adjectival"), kind="place") == "Almatydağy"
    assert reinflect("Шинҗаң", "ug-Cyrl", ("adjectival",), kind="place") == "Шинҗаңдики"
    assert reinflect("الماتى", "kk-Arab", ("locative", "adjectival"), kind="place") == "الماتىداعى"
    assert reinflect("Almaty", "kk-Latn", ()) == "Almaty"
