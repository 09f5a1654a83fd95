"""Names whose last word is a possessive, initials of unknown fathers, letters in the shapes of old fonts."""

from __future__ import annotations

import pytest

from l10n.model import Term
from l10n.names import find, inflect


@pytest.mark.parametrize(
    ("language", "form", "kind", "written", "features"),
    [
        ("kk", "қайта тәрбиелеу лагері", "term", "қайта тәрбиелеу лагерлері", ("plural",)),
        ("kk", "қайта тәрбиелеу лагері", "term", "қайта тәрбиелеу лагерлерінде", ("plural", "locative")),
        ("kk", "Сыртқы істер министрлігі", "organisation", "Сыртқы істер министрліктері", ("plural",)),
        ("kk", "Болат Жақсыбекұлы", "person", "Болат Жақсыбекұлына", ("dative",)),
        ("ug", "قايتا تەربىيەلەش لاگېرى", "term", "قايتا تەربىيەلەش لاگېرلىرى", ("plural",)),
        ("ug", "قايتا تەربىيەلەش لاگېرى", "term", "قايتا تەربىيەلەش لاگېرلىرىدا", ("plural", "locative")),
    ],
)
def test_plural_of_a_possessive(language: str, form: str, kind: str, written: str, features: tuple[str, ...]) -> None:
    """The plural stands before the possessive: it is found, and says that it is one."""
    (mention,) = find(written, language, [Term(form, kind)])

    assert (written[slice(*mention.span)], mention.analysis.features) == (written, features)


def test_a_son_takes_endings_of_a_possessive() -> None:
    """A name in -ұлы, -қызы is his son, her daughter."""
    assert inflect("Болат Жақсыбекұлы", "kk", "dative", "male", kind="person") == "Болат Жақсыбекұлына"


def test_initials_of_an_unknown_father() -> None:
    """Of a name without a patronymic the second initial may be any, the first may not."""
    term = Term("Марат Искаков", "person", sex="male")

    assert [one.analysis.part for one in find("Приказ подписан М. С. Искаковым.", "ru", [term])] == ["initials"]
    assert find("Приказ подписан К. С. Искаковым.", "ru", [term]) == []


def test_a_father_s_name_in_the_place_of_a_surname() -> None:
    """Of two words the second is the surname, and the first alone is no whole name."""
    term = Term("Болат Жаксыбекулы", "person", sex="male")

    assert [one.analysis.part for one in find("Б. Жаксыбекулы играет.", "ru", [term])] == ["initials"]
    assert find("Болат играет.", "ru", [term]) == []


def test_letters_in_the_shapes_of_old_fonts() -> None:
    """A name with such a letter is found, and the letter told."""
    (mention,) = find("ئايگۈﻝ كەلدى.", "ug", [Term("ئايگۈل", "person")])

    assert mention.analysis.mixed == ("ﻝ",)
