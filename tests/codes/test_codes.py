"""Inline codes: text that reads as one is escaped, and what is wrong with those of a target is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import codes

TEXT = st.text(alphabet="ab1&;<>/ltampjoinedfrg қ", max_size=30) | st.sampled_from(
    ["<a1>", "</a1>", "<br2/>", "<joined/>", "<foreign>", "&lt;a1>", "&amp;lt;", "&lt;", "a < b & c", "<b>"]
)


@given(TEXT)
def test_escaped_text_holds_no_code(text: str) -> None:
    """Literal text between codes is never taken for one, and comes back as it was."""
    escaped = codes.escape(text)

    assert not codes.CODE.search(escaped)
    assert not any(word in escaped for word in ("<joined/>", *codes.FOREIGN))
    assert codes.unescape(escaped) == text
    assert codes.strip(escaped) == text


@pytest.mark.parametrize("text", ["a < b", "R&D", "<b>bold</b>", "&nbsp;", "x<y1"])
def test_most_text_stays_as_it_is(text: str) -> None:
    """Only what would read as a code, or as an escape, is escaped."""
    assert codes.escape(text) == text


@given(st.lists(st.sampled_from(["a", " ", "<a1>", "</a1>", "<br2/>", "<a12", "&lt;", "<"]), max_size=12).map("".join))
def test_tokens_joined_are_the_text(text: str) -> None:
    """Nothing is lost or added where a text is taken apart; a token is a code or holds none."""
    found = codes.tokens(text)

    assert "".join(found) == text
    assert all(codes.CODE.fullmatch(token) or not codes.CODE.search(token) for token in found)


@pytest.mark.parametrize(
    ("source", "target", "fault"),
    [
        ("<a1>x</a1> <br2/>", "<br2/> <a1>y</a1>", ""),
        ("<a1>x</a1> <b2>y</b2>", "<b2>y <a1>x</a1></b2>", ""),
        ("plain", "schlicht", ""),
        ("<a1>x</a1>", "x", "`<a1>` is missing"),
        ("<a1>x</a1>", "<a1>x", "`</a1>` is missing"),
        ("<a1>x</a1>", "<a1>x</a1><a1>x</a1>", "`<a1>` stands there 2 times, in the source 1"),
        ("x", "<b1>x</b1>", "`<b1>` is not in the source"),
        ("x", "<joined/>", "`<joined/>` is not in the source"),
        ("<a1>x</a1>", "</a1>x<a1>", "`</a1>` closes before `<a1>` opens"),
        ("<a1>x</a1> <b2>y</b2>", "<a1>x<b2></a1>y</b2>", "`<b2>` and `<a1>` cross: close the inner one first"),
    ],
)
def test_faults(source: str, target: str, fault: str) -> None:
    """A translator reads which code is wrong, and how."""
    assert codes.fault(source, target) == fault


def test_numbers() -> None:
    """Numbers are told in the order in which they appear, each once, and can be exchanged for others."""
    text = "<b3>x</b3> <a1>y</a1><br2/>"

    assert codes.numbers(text) == (3, 1, 2)
    assert codes.renumber(text, lambda number: number + 10) == "<b13>x</b13> <a11>y</a11><br12/>"


def test_a_long_name_costs_no_more_than_its_length() -> None:
    """A hostile text of a million signs that nearly are a code is read through once."""
    text = "<a" + "1" * 1_000_000 + "<aaaaaaaaaaaaaaaa" * 10_000

    assert codes.strip(text) == text
