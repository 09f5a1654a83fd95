"""Finding terms: what is a word, where a name may stand, which one wins. English names, where nothing else decides."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.model.names import Mention, Term
from l10n.names import Finder, find
from l10n.names.forms.letters import WORD, places

TOKAYEV = Term("Kassym-Jomart Tokayev", "person")
PLACES = [
    "Astana",
    "Almaty",
    "New York",
    "York",
    "Uyghur",
    "World Uyghur Congress",
    "C++",
    "CABAR.asia",
    "UN",
    "Bora Bora",
    "Robert",
    "Barroso",
]


def shown(text: str, mentions: list[Mention]) -> list[tuple[str, str]]:
    """What was found, as it stands in the text, with the form of the term or its part."""
    return [(text[slice(*mention.span)], mention.analysis.part) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Astana’s mayor came from Almaty.", ["Astana’s", "Almaty"]),
        ("ASTANA AND ALMATY", ["ASTANA", "ALMATY"]),
        ("He lives in astana, in New\u00a0York", ["New\u00a0York"]),
        ("The New-York Times; New York Times; York", ["New York", "York"]),
        ("Bora Bora, Bora", ["Bora Bora"]),
        ("The World Uyghur Congress and Uyghurs", ["World Uyghur Congress", "Uyghurs"]),
        ("Robert Roberts and two Roberts' dogs, Barrosos", ["Robert", "Barrosos"]),
        ("in C++, not in C", ["C++"]),
        ("written for CABAR.asia", ["CABAR.asia"]),
        ("un sommet; the UN’s", ["UN’s"]),
        ("from <a1>Alma</a1>ty<br2/>Astana", ["Alma</a1>ty", "Astana"]),
        ("<b1>New</b1> <i2>York</i2>", ["New</b1> <i2>York"]),
        ("Ast\u00adana and \u200eAlmaty\u200e", ["Ast\u00adana", "Almaty"]),
        ("an Almaty-Astana train, an Almaty-based artist, Almaty-Bishkek", ["Almaty", "Astana", "Almaty"]),
        ("Аlmaty", ["Аlmaty"]),
        ("", []),
    ],
)
def test_places(text: str, expected: list[str]) -> None:
    """Whole words, whole compounds, the longest one; codes are no words and part none unless they stand alone."""
    assert [text[slice(*mention.span)] for mention in find(text, "en", PLACES)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kassym-Jomart Tokayev spoke", [("Kassym-Jomart Tokayev", "whole")]),
        ("Tokayev Kassym-Jomart", [("Tokayev Kassym-Jomart", "reversed")]),
        ("Tokayev spoke", []),
        ("K. Tokayev and K.-J. Tokayev", [("K. Tokayev", "initials"), ("K.-J. Tokayev", "initials")]),
        ("K.J.Tokayev; Tokayev, K. J., 2019", [("K.J.Tokayev", "initials"), ("Tokayev, K. J.", "initials")]),
        ("Kassym-Jomart Tokayev and A. Tokayev", [("Kassym-Jomart Tokayev", "whole")]),
        ("Kassym-Jomart Tokayev. Tokayev’s plan", [("Kassym-Jomart Tokayev", "whole"), ("Tokayev’s", "surname")]),
    ],
)
def test_persons(text: str, expected: list[tuple[str, str]]) -> None:
    """A surname alone after the whole name; with the initials of this person, never with another's."""
    assert shown(text, find(text, "en", [TOKAYEV])) == expected


def test_the_person_named_last_is_meant() -> None:
    """Of two with one surname; the other is a rival. Before the first was named, neither is."""
    dariga, asem = Term("Dariga Nazarbayeva", "person"), Term("Asem Nazarbayeva", "person")
    text = "Nazarbayeva; Dariga Nazarbayeva; Asem Nazarbayeva; Nazarbayeva"
    *_, last = found = find(text, "en", [dariga, asem])

    assert [mention.span for mention in found] == [(13, 31), (33, 49), (51, 62)]
    assert (last.term, last.analysis.rivals) == (asem, (dariga,))


@pytest.mark.parametrize(
    ("language", "form", "text", "expected"),
    [
        ("kk", "Қасым-Жомарт Тоқаев", "Қасым-Жомарт Кемелұлы Тоқаевтың сөзі", ["Қасым-Жомарт Кемелұлы Тоқаевтың"]),
        ("kk", "Қасым-Жомарт Тоқаев", "Қасым-Жомарт пен Тоқаев", []),
        ("kk", "Қасым-Жомарт Тоқаев", "Қ-Ж.Тоқаев пен Ж-Қ.Тоқаев", ["Қ-Ж.Тоқаев"]),
        ("ru", "Гульбахар Джалилова", "у Гульбахар Абдуллаевны Джалиловой", ["Гульбахар Абдуллаевны Джалиловой"]),
        ("ru", "Гульбахар Джалилова", "Гульбахар, Абдуллаевна Джалилова", []),
        ("ru", "Гульбахар Джалилова", "Гульбахар отлично Джалилова", []),
        ("ug", "رابىيە قادىر", "رابىيە ئابدۇقىزى قادىرغا", ["رابىيە ئابدۇقىزى قادىرغا"]),
        ("en", "Kassym-Jomart Tokayev", "Kassym-Jomart Kemeluly Tokayev", ["Kassym-Jomart Kemeluly Tokayev"]),
    ],
)
def test_patronymic_that_the_term_has_not(language: str, form: str, text: str, expected: list[str]) -> None:
    """A patronymic may stand inside a person's name, in its case; initials may be joined by a hyphen."""
    found = find(text, language, [Term(form, "person")])

    assert [text[slice(*one.span)] for one in found] == expected


def test_known_persons_need_no_whole_name() -> None:
    """Who was named in an earlier segment is known in this one."""
    finder = Finder("en", [TOKAYEV], known=[TOKAYEV])

    assert shown("Tokayev left", finder.find("Tokayev left")) == [("Tokayev", "surname")]


def test_two_terms_of_one_form() -> None:
    """The first as given is named, the other is said to be its rival."""
    first, second = Term("Georgia", "place", id="country"), Term("Georgia", "place", id="state")
    (mention,) = find("in Georgia", "en", [first, second])

    assert (mention.term, mention.analysis.rivals) == (first, (second,))


def test_admitted_and_forbidden_forms() -> None:
    """The form that stands there is said; a forbidden one is found, and is none where it is admitted too."""
    term = Term("Xinjiang", "place", also=("XUAR",), never=("Xingjian", "XUAR"))
    found = find("Xingjian, XUAR, Xinjiang", "en", [term])

    assert [(one.analysis.form, one.analysis.forbidden) for one in found] == [
        ("Xingjian", True),
        ("XUAR", False),
        ("Xinjiang", False),
    ]


def test_look_alike_letters_are_found_and_reported() -> None:
    """A Cyrillic letter in a Latin word."""
    (mention,) = find("in Аlmaty", "en", ["Almaty"])

    assert mention.analysis.mixed == ("А",)


ODD = [[], [""], ["…"], ["\x00\x07"], ["a" * 10_000], ["\u202e"], [" "], ["-"], ["<a1>"], ["a " * 500], ["Al\x00maty"]]


@pytest.mark.parametrize("terms", ODD, ids=lambda terms: ascii(terms)[:20])
def test_odd_terms(terms: list[str]) -> None:
    """What is no name is not found, and does no harm to one that is."""
    assert find("Astana", "en", [*terms, "Astana"])[0].term == "Astana"
    assert find("a " * 300, "en", []) == []


WORDS = st.sampled_from(
    [
        "Astana",
        "Kassym-Jomart",
        "Tokayev",
        "K.",
        "J.",
        "New",
        "York",
        "<a1>",
        "</a1>",
        "C++",
        "-",
        "’s",
        "Astana’s",
        "\n",
    ]
)


@given(st.lists(WORDS).map(" ".join) | st.text())
def test_places_are_in_the_text(text: str) -> None:
    """Spans lie within the text, in order, without overlaps, and start with a letter; always the same."""
    finder = Finder("en", [TOKAYEV, *PLACES])
    found = finder.find(text)
    spans = [mention.span for mention in found]

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(text[start].isalnum() for start, _ in spans)
    assert finder.find(text) == found == find(text, "en", [TOKAYEV, *PLACES])


PIECES = st.sampled_from(["Oш", "Ош", "Ошибка", "-", "'", "’", "\u200d", "\u0301", "_", " ", ".", "1", "ل", "«"])


@given(st.lists(PIECES).map("".join))
def test_words_are_found_where_they_stand(text: str) -> None:
    """Where a word is looked for, it is as where the text is read word by word."""
    read = [(match.start(), match[0]) for match in WORD.finditer(text)]

    assert read == sorted((start, word) for word in {word for _, word in read} for start in places(text, word))


@given(st.lists(st.text(max_size=30), max_size=5), st.text())
def test_nothing_crashes(terms: list[str], text: str) -> None:
    """Any terms and any text."""
    for language in ("en", "ru", "kk", "ug", "ug-Cyrl", "de"):
        assert all(mention.term in terms for mention in find(text, language, terms))
