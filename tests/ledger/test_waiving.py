"""Waivers: a person, a reason, exactly this text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from l10n.errors import ProjectError
from l10n.ledger import Reviewer, unwaive, waive, waivers
from l10n.model import Person
from tests.ledger.texts import LATER, ROAD, WHEN, book, digest

NUMBERS, DATES = "numbers.missing", "dates.day"
PEOPLE = {
    "aigul": Person("aigul", roles=("editor",), locales=("kk",)),
    "dina": Person("dina", roles=("translator",)),
    "erlan": Person("erlan", roles=("editor",)),
}
AIGUL = Reviewer(who="aigul", when=WHEN, locale="kk", people=PEOPLE)
DINA, ERLAN = replace(AIGUL, who="dina"), replace(AIGUL, who="erlan", when=LATER)
ROAD_TEXT = digest(ROAD)
REASON = "The agency corrected the figure."


def test_bound_to_exactly_this_text() -> None:
    """Another text has no waiver; the same one has it again."""
    records = waive(book(), AIGUL, ROAD_TEXT, [NUMBERS, NUMBERS], f" {REASON}\n")
    ledger = book(*records)

    assert [(one.who, one.note) for one in waivers(ledger, ROAD_TEXT).values()] == [("aigul", REASON)]
    assert set(waivers(ledger, ROAD_TEXT)) == {NUMBERS}
    assert waivers(ledger, digest(ROAD.replace(targets=("Жол ашық.",)))) == {}


def test_taken_back_and_given_again() -> None:
    """The same waiver within a second counts, though its like was ended."""
    ledger = book(*waive(book(), AIGUL, ROAD_TEXT, [NUMBERS, DATES], REASON))
    ledger = ledger.plus(unwaive(ledger, AIGUL, ROAD_TEXT, [NUMBERS]))
    assert set(waivers(ledger, ROAD_TEXT)) == {DATES}
    assert unwaive(ledger, AIGUL, ROAD_TEXT, [NUMBERS]) == ()

    ledger = ledger.plus(waive(ledger, AIGUL, ROAD_TEXT, [NUMBERS], REASON))
    assert set(waivers(ledger, ROAD_TEXT)) == {DATES, NUMBERS}


@pytest.mark.parametrize(
    ("by", "reason", "what"),
    [
        (AIGUL, " \n", "with a reason"),
        (DINA, REASON, "`dina` is no editor"),
        (replace(AIGUL, locale="ru"), REASON, "does not work on `ru`"),
        (replace(AIGUL, who=""), REASON, "nobody is named"),
        (replace(AIGUL, who="somebody"), REASON, "nobody whom the settings name"),
    ],
)
def test_refused(by: Reviewer, reason: str, what: str) -> None:
    """Nobody waives without a reason, and only who may approve may waive."""
    with pytest.raises(ProjectError, match=what):
        waive(book(), by, ROAD_TEXT, [NUMBERS], reason)


def test_who_may_take_it_back() -> None:
    """An editor may, and whoever gave it; nobody else."""
    ledger = book(*waive(book(), AIGUL, ROAD_TEXT, [NUMBERS], REASON))

    assert unwaive(ledger, ERLAN, ROAD_TEXT, [NUMBERS])
    with pytest.raises(ProjectError, match="only an editor"):
        unwaive(ledger, DINA, ROAD_TEXT, [NUMBERS])
