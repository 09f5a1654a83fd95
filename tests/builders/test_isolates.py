"""Latin names in a line from right to left stand apart, and nothing else does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import codes
from l10n.builders import isolates

MARKED = [
    ("2024 جىلى Windows 10 Pro شىقتى", "2024 جىلى [Windows 10 Pro] شىقتى"),
    ("Facebook 2020 جىلى", "[Facebook] 2020 جىلى"),
    ("BBC-دىن، CNN جانە <a1>Human Rights Watch</a1>", "[BBC]-دىن، [CNN] جانە <a1>[Human Rights Watch]</a1>"),
    (
        "ول «The ferry is back، and drivers wait. It runs!» دەدى",
        "ول «[The ferry is back، and drivers wait. It runs]!» دەدى",
    ),
    ("Nature، Science، The Lancet", "[Nature]، [Science]، [The Lancet]"),
    ("C++ تىلى، COVID-19", "[C++] تىلى، [COVID-19]"),
    (
        "ماقالا https://a.example/x?y=1&z=2. حات: desk@a.example",
        "ماقالا https://a.example/x?y=1&z=2. حات: desk@a.example",
    ),
    ("تەلەفون: +7 (727) 123-45-67.", "تەلەفون: [+7 (727) 123-45-67]."),
    ("25 000 تەڭگە، 46%، 2009-2019", "[25 000] تەڭگە، 46%، 2009-2019"),
    ("تەك قازاقشا <br1/> 5", "تەك قازاقشا <br1/> 5"),
    ("\u2066BBC\u2069 جانە CNN", "\u2066BBC\u2069 جانە CNN"),
]


@pytest.mark.parametrize(("text", "marked"), MARKED)
def test_mark(text: str, marked: str) -> None:
    """Names with what belongs to them, telephone numbers, numbers in groups; no codes, no words, no addresses."""
    assert isolates.mark(text) == marked.replace("[", "\u2068").replace("]", "\u2069")


@given(st.text(st.sampled_from("ab1 .+,-()ءا<>/&\n\u00a0")))
def test_marks_are_all_that_is_added(text: str) -> None:
    """Without its isolates the text is what it was; each closes before a code; none holds another."""
    marked = isolates.mark(text)

    assert marked.replace("\u2068", "").replace("\u2069", "") == text
    for token in codes.tokens(marked):
        depth = [token[:at].count("\u2068") - token[:at].count("\u2069") for at in range(len(token) + 1)]
        assert set(depth) <= {0, 1} and depth[-1] == 0


def test_elements_where_elements_may_stand() -> None:
    """On a page isolates become `<bdi>`, as references too; they stay in titles, options, drawings and the like."""
    page = (
        "<title>[A]</title><p title='[B]'>[C] <b>[D]</b> &#8296;E&#8297;<script>'[F]'</script>"
        "<option>[G]</option>[H]<svg><text>[I]</text></svg>"
    )
    text = page.replace("[", "\u2068").replace("]", "\u2069")

    done = isolates.as_elements(text).replace("\u2068", "[").replace("\u2069", "]")
    assert done == (
        "<title>[A]</title><p title='[B]'><bdi>C</bdi> <b><bdi>D</bdi></b> <bdi>E</bdi><script>'[F]'</script>"
        "<option>[G]</option><bdi>H</bdi><svg><text>[I]</text></svg>"
    )


def test_a_hostile_text_costs_no_more_than_its_length() -> None:
    """Long runs are read in one pass, and nothing of them is lost."""
    for text in ("a " * 50_000, "1 234 " * 50_000, "+1" * 50_000, "a.@" * 50_000, "1" * 100_000):
        assert re.sub("[\u2068\u2069]", "", isolates.mark(text)) == text
