"""What `l10n names` prints on a terminal and in a pipe."""

from __future__ import annotations

import pytest

from l10n.cli import named
from l10n.model import Term
from l10n.names.discovery import Disagreement, Found
from l10n.workflow.discovering import Form, Listed, Listing

PLACES = ("source/news/border.html:12", "source/news/border.html:15", "source/school.md:3")


def listing() -> Listing:
    known = Found("Ilham Tohti", "person", 1, PLACES[:1], "in the glossary", (), Term("Ilham Tohti", "person"))
    new = Found("Aida Ospanova", "person", 3, PLACES, "title `Minister`", ("Ospanova",))
    place = Found("Yarkand", "place", 1, PLACES[:1], "known place")
    forms = {
        "ru": Form("Аида Оспанова", "way back to its own letters; guessed"),
        "ug": Form("ئايدا ئوسپانوۋا", "Uyghur given names (heard)"),
    }
    names = (
        Listed(known, "en", {"ru": Form("Ильхам Тохти", "reviewed")}),
        Listed(new, "en", forms),
        Listed(place, "en", {}),
    )
    bad = Disagreement(("Yarkent", "Yarkand"), PLACES[1:2], "looks like a misspelling of `Yarkand`", "Yarkand")
    return Listing(names, (bad,))


def printed(capsys: pytest.CaptureFixture[str], columns: int | None, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(named, "width", lambda: columns)
    found = listing()
    named.print_names(found, found.names)
    return capsys.readouterr().out.splitlines()


def test_by_kinds_and_new_ones_first(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A heading for each kind, new names before known ones, a file once, the standard without its reason."""
    assert printed(capsys, None, monkeypatch) == [
        "people: 2, 1 new",
        "  new    Aida Ospanova ×3 (title `Minister`)  border.html:12, 15, school.md:3",
        "         also Ospanova",
        "         ru Аида Оспанова (way back to its own letters) · ug \u2068ئايدا ئوسپانوۋا\u2069 (Uyghur given names)",
        "  known  Ilham Tohti ×1  border.html:12",
        "         ru Ильхам Тохти (reviewed)",
        "places: 1, 1 new",
        "  new    Yarkand ×1 (known place)  border.html:12",
        "spellings to look at:",
        "  Yarkent, looks like a misspelling of `Yarkand`, better Yarkand, border.html:15",
    ]


def test_no_name_is_broken_where_the_terminal_ends(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lines are broken between names, and right-to-left names keep both of their isolates."""
    lines = printed(capsys, 60, monkeypatch)

    assert all(len(line) <= 60 + len(" ·") for line in lines)
    assert all(line.count("\u2068") == line.count("\u2069") for line in lines)
    assert "         ru Аида Оспанова (way back to its own letters) ·" in lines
