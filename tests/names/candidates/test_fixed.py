"""The lists of names are kept one entry a line, in an order in which a line has one place."""

from __future__ import annotations

from importlib import resources
from types import ModuleType

import pytest

from l10n.names.candidates import (
    fixed,
    gazetteer,
    kazakh_names,
    kazakh_places,
    kazakh_press,
    people,
    usual,
    uyghur_names,
)

LISTS = (gazetteer.FILE, people.FILE, usual.FILE)


@pytest.mark.parametrize("file", [gazetteer.FILE, people.FILE])
def test_entries_stand_in_the_order_of_their_english(file: str) -> None:
    """Within a section; the further names of one place or person stand behind its usual one."""
    text = (resources.files("l10n.names.candidates") / file).read_text(encoding="utf-8")
    for section in text.split("\n## ")[1:]:
        seen: set[str] = set()
        firsts = []
        for line in section.splitlines()[1:]:
            english, *others = [column.split("/")[0] for column in line.split("=")]
            if english and seen.isdisjoint(others):
                firsts.append(fixed.plain(english))
            seen.update(others)

        assert firsts == sorted(firsts), section.splitlines()[0]


@pytest.mark.parametrize("file", LISTS)
def test_an_entry_is_a_line(file: str) -> None:
    """Two languages at least, no empty form, and nothing that parts entries inside a form."""
    for columns in fixed.entries(file):
        assert len(columns) >= 2, columns
        assert all(form == form.strip() != "" and ";" not in form for forms in columns for form in forms), columns


WORDS = [
    (room, section)
    for room in (kazakh_names, kazakh_places, kazakh_press, uyghur_names)
    for section in (resources.files("l10n.names.candidates") / room.FILE).read_text(encoding="utf-8").split("\n## ")[1:]
]


@pytest.mark.parametrize(("room", "section"), WORDS, ids=lambda one: str(one)[:20].split("\n")[0])
def test_a_section_of_words_is_read_to_its_end(room: ModuleType, section: str) -> None:
    """No line is lost."""
    title, *lines = section.rstrip("\n").split("\n")

    assert fixed.words(room.FILE, title) == tuple(lines)
    assert not [word for word in lines if word != word.strip() or not word]
