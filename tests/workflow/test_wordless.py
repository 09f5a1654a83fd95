"""Names, figures, dates and credits are written without a translator; everything else is left to one."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import codes
from l10n.model import Term
from l10n.names import Finder
from l10n.workflow.wordless import marked, rendered

NAMES = {
    "asetova": {
        "en": "Gulnar Asetova",
        "ru": "Гульнар Асетова",
        "kk": "Гүлнар Әсетова",
        "ug": "گۈلنار ئاسېتوۋا",
    },
    "freedom": {"en": "press freedom", "ru": "свобода прессы"},
    "news": {"en": "Steppe News", "ru": "Steppe News", "kk": "Steppe News", "ug": "Steppe News"},
    "un": {"en": "United Nations", "ru": "Организация Объединённых Наций"},
}
KINDS = {"asetova": "person", "freedom": "term", "news": "organisation", "un": "organisation"}
ROWS = tomllib.loads(Path(__file__).with_name("wordless.toml").read_text(encoding="utf-8"))["row"]


def terms(locale: str) -> dict[str, Term]:
    return {
        name: Term(
            forms[locale],
            KINDS[name],
            name,
            sex="female" if name == "asetova" else "",
            also=("UN",) if (name, locale) == ("un", "en") else (),
            translate=name != "news",
        )
        for name, forms in NAMES.items()
        if locale in forms
    }


FINDERS = {locale: Finder(locale, terms(locale).values(), known=terms(locale).values()) for locale in ("en", "ru")}


@pytest.mark.parametrize(
    ("source", "here", "there", "target"),
    [
        (row["source"], row["from"], locale, target)
        for row in ROWS
        for locale, target in row.items()
        if locale not in ("from", "source")
    ],
)
def test_rows(source: str, here: str, there: str, target: str) -> None:
    """Each row of wordless.toml."""
    assert rendered(source, FINDERS[here].find(source), terms(there), (here, there)) == target


@given(st.text(alphabet="Gulnar Asetova's12,.March:/<>&;a{}#%\u202e14 0", max_size=60))
def test_codes_are_kept(source: str) -> None:
    """Whatever stands there: no exception, and no code is lost or made."""
    target = rendered(source, FINDERS["en"].find(source), terms("ru"), ("en", "ru"))

    assert not target or not codes.fault(source, target)


def test_two_of_one_name() -> None:
    """Which of them is meant, a person says; nobody is asked to take the first."""
    both = [Term("Osh", "place", "city"), Term("Osh", "place", "region")]
    found = Finder("en", both, known=both).find("Photo: Osh")
    there = {"city": Term("Ош", "place", "city"), "region": Term("Ошская область", "place", "region")}

    assert found[0].analysis.rivals == (both[1],)
    assert rendered("Photo: Osh", found, there, ("en", "ru")) == ""
    assert list(marked("Photo: Osh", found, there)) == []
    alone = Finder("en", both[:1], known=both[:1]).find("Photo: Osh")
    assert rendered("Photo: Osh", alone, there, ("en", "ru")) == "Фото: Ош"


def names(source: str) -> list[tuple[str, str]]:
    return [
        (source[one.start : one.end], one.rendering) for one in marked(source, FINDERS["en"].find(source), terms("ru"))
    ]


def test_names_for_an_engine() -> None:
    """In their glossary form; an English ending belongs to the phrase, a surname alone is the surname there."""
    assert names("Gulnar Asetova's paper, Steppe News.") == [
        ("Gulnar Asetova", "Гульнар Асетова"),
        ("Steppe News", "Steppe News"),
    ]
    assert names("Asetova was there.") == [("Asetova", "Асетова")]


def test_what_an_engine_inflects_itself() -> None:
    """A term is words of the language; which form answers to an alias is not known."""
    assert names("They defend press freedom.") == []
    assert names("The UN said so.") == []
