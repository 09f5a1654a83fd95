"""Practical transcription of English by letters: what the table can tell, it tells."""

from __future__ import annotations

import pytest

from l10n.errors import TransliterationError
from l10n.names import transliterate

WRITTEN = {
    "Thatcher": "Татчер",
    "Winston": "Уинстон",
    "Quentin": "Квентин",
    "Oakfield": "Окфилд",
    "Blackwood": "Блаквуд",
    "Knightley": "Найтли",
    "Newcastle": "Ньюкасл",
    "Stonebridge": "Стонебридж",
    "Greenwich": "Гринидж",
    "Shelby": "Шелби",
    "Easton": "Истон",
    "Lake Drake": "Лейк Дрейк",
    "O'Neill": "О’Нейлл",
    "YORK": "ЙОРК",
}


@pytest.mark.parametrize(("name", "form"), WRITTEN.items(), ids=WRITTEN)
def test_written(name: str, form: str) -> None:
    assert transliterate(name, "en", "ru") == form


def test_a_letter_that_english_has_not_is_refused() -> None:
    with pytest.raises(TransliterationError, match="ß"):
        transliterate("Weiß", "en", "ru")
