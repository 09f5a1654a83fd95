"""Plural forms as headers name them."""

from __future__ import annotations

import pytest

from l10n import languages
from l10n.languages import plurals

EXAMPLES = {
    "en": ((1,), (0, 2, 3)),
    "ru": ((1, 21, 31), (2, 3, 4), (0, 5, 6)),
    "kk": ((0, 1, 2),),
    "ug": ((0, 1, 2),),
}


@pytest.mark.parametrize("tag", EXAMPLES)
def test_numbers_of_each_form(tag: str) -> None:
    """The smallest numbers for which each form of a language stands."""
    known = plurals.of(f"Language: {tag}\nPlural-Forms: {languages.get(tag).plural_forms}\n")

    assert known is not None
    assert known.examples == EXAMPLES[tag]
    assert known.forms == len(EXAMPLES[tag])


@pytest.mark.parametrize(
    "header", ["", "Language: ru\n", "Plural-Forms: nplurals=2; plural=n;\n", "Plural-Forms: nplurals=1; plural=1/0;\n"]
)
def test_no_forms(header: str) -> None:
    """A header without the line, or with one by which no form can be chosen, names none."""
    assert plurals.of(header) is None
