"""Organisations, peoples and faiths are called what the press calls them; what can only be translated is not spelt."""

from __future__ import annotations

import pytest

from l10n.names import candidates
from l10n.names.candidates import fixed
from l10n.names.candidates.usual import FILE


@pytest.mark.parametrize(
    ("name", "target", "form"),
    [
        ("World Uyghur Congress", "ru", "Всемирный уйгурский конгресс"),
        ("World Uighur Congress", "kk", "Дүниежүзілік ұйғыр конгресі"),
        ("World Uyghur Congress", "ug", "دۇنيا ئۇيغۇر قۇرۇلتىيى"),
        ("Human Rights Watch", "ru", "Human Rights Watch"),
        ("Uighur", "kk", "ұйғыр"),
        ("Xinjiang-Uighur Autonomous Region", "ru", "Синьцзян-Уйгурский автономный район"),
    ],
)
def test_listed(name: str, target: str, form: str) -> None:
    """The first candidate is the usual form, and nothing spelt by sound stands behind it."""
    found = candidates(name, "en", target)

    assert found[0].text == form
    assert {one.standard for one in found} == {"usual form"}


@pytest.mark.parametrize("name", ["Steppe Rights Watch", "Ministry of Ferries", "Zhetysu Autonomous Region"])
@pytest.mark.parametrize("target", ["ru", "kk", "ug"])
def test_what_has_to_be_translated_is_not_spelt(name: str, target: str) -> None:
    """A name whose words have a meaning, and that no list has, gives no candidate."""
    assert candidates(name, "en", target) == []


def test_no_english_form_stands_in_two_entries() -> None:
    english = [form for columns in fixed.entries(FILE) for form in columns[0]]

    assert len(english) == len(set(english))
