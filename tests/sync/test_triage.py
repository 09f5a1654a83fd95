"""Edit triage: no fact is carried, and what is only layout is."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.sync.glyphs import fold
from l10n.sync.spelling import misspelt
from l10n.sync.triage import triage

EDITS = tomllib.loads((Path(__file__).parent / "edits.toml").read_text(encoding="utf-8"))["edit"]
LAYOUT_FLOOR = 0.90
"""Share of the layout edits that must be carried."""
AGREEMENT_FLOOR = 0.90
"""Share of all rows that are classed as labelled; 216 of 238 when this was written."""


def name(row: dict[str, str]) -> str:
    return f"{row['language']}: {row['old'][:30]}"


@pytest.mark.parametrize("row", [row for row in EDITS if row["class"] != "layout"], ids=name)
def test_nothing_else_is_carried(row: dict[str, str]) -> None:
    """An edit of wording or of a fact is never taken for layout, in either direction."""
    assert triage(row["old"], row["new"], row["language"]).kind != "layout"
    assert triage(row["new"], row["old"], row["language"]).kind != "layout"


def test_layout_is_carried() -> None:
    """At least nine in ten of the edits labelled layout are classed so."""
    rows = [row for row in EDITS if row["class"] == "layout"]

    carried = [row for row in rows if triage(row["old"], row["new"], row["language"]).kind == "layout"]

    assert len(carried) / len(rows) >= LAYOUT_FLOOR


def test_agreement() -> None:
    """Facts are told from wording about as the labels do."""
    classed = Counter((row["class"], triage(row["old"], row["new"], row["language"]).kind) for row in EDITS)

    assert sum(count for (label, kind), count in classed.items() if label == kind) / len(EDITS) >= AGREEMENT_FLOOR


SAME = [
    ("a b", "a\u00a0 b"),
    ("He said “yes”.", 'He said "yes" .'),
    ("The end. Next", "The end.Next"),
    ("2009\u20132019", "2009-2019"),
    ("war\u2014and peace", "war \u2013 and peace"),
    ("a -- b", "a \u2014 b"),
    ("5 %", "5%"),
    ("25 000", "25\u202f000"),
    ("see <a1> here</a1>", "see <a1>here</a1>"),
    ("Cерік", "Серік"),
    ("«مەكتەپ» دېدى", "»مەكتەپ« دېدى"),
    ("كەلدى, كەتتى", "كەلدى، كەتتى"),
    ("Wait ...", "Wait…"),
    ("re\u00adport", "report"),
]
OTHER = [
    ("a part", "apart"),
    ("3. 5", "3.5"),
    ("25 000", "25000"),
    ("5 \u2013 10", "5-10"),
    ("man-eating shark", "man \u2014 eating shark"),
    ("-5", "- 5"),
    ("see <a1>here</a1>", "<a1>see</a1> here"),
    ("it's", "its"),
    ("‘a’", "“a”"),
    ("“a”", "a"),
    ("a, b", "a b"),
    ("12:30", "12: 30"),
    ("все", "всё"),
    ("The", "the"),
    ("сор", "cop"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_spelling(a: str, b: str) -> None:
    """White space and glyphs of one mark make no difference."""
    assert fold(a) == fold(b)


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_two_spellings(a: str, b: str) -> None:
    """What might read differently stays different."""
    assert fold(a) != fold(b)


@given(st.text(alphabet=" \u00a0\t\"“”«»'’-\u2013\u2014….,:!?()1٣аbсә<a>/", max_size=30))
def test_fold_twice(text: str) -> None:
    """What fold returns is spelt one way already: the words of a text and its figures are all still there."""
    digits = [letter for letter in text if letter.isdigit()]

    assert [letter for letter in fold(text) if letter.isdigit()] == digits


SLIPS = [
    ("en", "recieve", "receive"),
    ("en", "goverment", "government"),
    ("en", "teh", "the"),
    ("en", "tommorow", "tomorrow"),
    ("ru", "задержаный", "задержанный"),
    ("ru", "агенство", "агентство"),
]
NO_SLIPS = [
    ("en", "now", "not"),
    ("en", "form", "from"),
    ("en", "casual", "causal"),
    ("en", "colour", "color"),
    ("en", "organisation", "organization"),
    ("en", "madrasa", "madras"),
    ("en", "unfunded", "funded"),
    ("en", "wich", "which"),
    ("ru", "компания", "кампания"),
    ("ru", "осудили", "обсудили"),
    ("ru", "еще", "ещё"),
    ("kk", "келді", "кетті"),
    ("ug", "كەلدى", "كەتتى"),
]


@pytest.mark.parametrize(("language", "wrong", "right"), SLIPS)
def test_misspelt(language: str, wrong: str, right: str) -> None:
    """A word of no dictionary is put right as the only word it can have meant."""
    assert misspelt(wrong, right, language)
    assert not misspelt(right, wrong, language)


@pytest.mark.parametrize(("language", "wrong", "right"), NO_SLIPS)
def test_not_misspelt(language: str, wrong: str, right: str) -> None:
    """Where both are words, or more than one may be meant, or there is no dictionary, it is no misspelling."""
    assert not misspelt(wrong, right, language)


FACT_EDITS = [
    ("en", "The bridge opens at 9 a.m. on Monday.", "The bridge opens at 9 p.m. on Monday.", "date"),
    ("en", "The school closed last week.", "The school closed next week.", "date"),
    ("en", "The camp was built in spring 2017.", "The camp was built in autumn 2017.", "date"),
    ("en", "Prices doubled in a year.", "Prices tripled in a year.", "number"),
    ("en", "The ministry urged a boycott.", "The ministry rejected a boycott.", "attribution"),
    ("en", "Minimum 40 people were there.", "Maximum 40 people were there.", "number"),
    ("en", "Mr. Karim owns the mill.", "Ms. Karim owns the mill.", "name"),
    ("ru", "Школу закрыли на прошлой неделе.", "Школу закрыли на следующей неделе.", "date"),
    ("ru", "Мост открывают утром.", "Мост открывают вечером.", "date"),
    ("ru", "Цены выросли вдвое.", "Цены выросли втрое.", "number"),
    ("ru", "Построили полтора миллиона домов.", "Построили миллион домов.", "number"),
    ("ru", "Выше 40 градусов уже неделю.", "Ниже 40 градусов уже неделю.", "number"),
    ("ru", "Суд призвал к миру.", "Суд отказался от мира.", "attribution"),
    ("ru", "Едва прибыли врачи.", "Сразу прибыли врачи.", "negation"),
    ("kk", "Көпір келесі жылы ашылады.", "Көпір өткен жылы ашылады.", "date"),
    ("kk", "Жиын кешкі сағат 6-да өтеді.", "Жиын таңғы сағат 6-да өтеді.", "date"),
    ("kk", "Екі жарым миллион адам дауыс берді.", "Екі миллион адам дауыс берді.", "number"),
    ("kk", "Елге келгендігін айтты.", "Елге келмегендігін айтты.", "negation"),
    ("kk", "Екеуі де үйде болды.", "Үшеуі де үйде болды.", "number"),
    ("ug", "يىغىن دۈشەنبىدە ئاچىلىدۇ.", "يىغىن جۈمىدە ئاچىلىدۇ.", "date"),
    ("ug", "ئۇ كېلىدىغانلىقىنى ئېيتتى.", "ئۇ كەلمەيدىغانلىقىنى ئېيتتى.", "negation"),
    ("ug", "ئىككى يېرىم مىليون ئادەم سايلىدى.", "ئىككى مىليون ئادەم سايلىدى.", "number"),
    ("ug", "كۆۋرۈك ئەتىيازدا سېلىندى.", "كۆۋرۈك كۈزدە سېلىندى.", "date"),
    ("ug", "بەش مىليونغىچە پۇل كەلدى.", "ئون مىليونغىچە پۇل كەلدى.", "number"),
]


@pytest.mark.parametrize(("language", "old", "new", "kind"), FACT_EDITS, ids=lambda value: str(value)[:30])
def test_words_of_fact(language: str, old: str, new: str, kind: str) -> None:
    """A word that states a fact, in whatever form, gives way to another: the edit is one of fact, and says of which."""
    for edit in (triage(old, new, language), triage(new, old, language)):
        assert edit.kind == "fact"
        assert kind in {changed for changed, _, _ in edit.facts}


def test_names_are_no_misspellings() -> None:
    """A word of the project's glossary is a name, whatever the dictionary says."""
    assert triage("the goverment house", "the government house", "en").kind == "layout"
    assert triage("the goverment house", "the government house", "en", names=["Goverment"]).kind != "layout"


def test_reasons() -> None:
    """The reason says what changed, in words."""
    assert triage("15 men", "50 men", "en").reason == "number 15 → 50"
    assert triage("a  b", "a b", "en").reason == "white space"
    assert triage("«a»", "“a”", "en").reason == "another glyph of the same mark"
    assert triage("He left.", "He has left.", "en").reason == "added “has”"
    assert triage("Legal act.", "Illegal act.", "en").facts == (("negation", "Legal", "Illegal"),)
    assert triage("Ali met Omar", "Omar met Ali", "en").kind == "fact"
