"""Facts are found in every language, at the right places."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import languages
from l10n.facts import KINDS, facts, meaning, quotations, words

ROWS = tomllib.loads((Path(__file__).parent / "facts.toml").read_text(encoding="utf-8"))["row"]
WORDS = [
    (row["language"], row["kind"], word)
    for row in tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))["row"]
    for word in row["words"].split()
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['language']}: {row['text'][:30]}")
def test_table(row: dict) -> None:
    """A sentence has just these facts, and each span holds the words that state it."""
    found = facts(row["text"], row["language"])

    assert [[fact.kind, fact.value] for fact in found] == row["facts"]
    for fact in found:
        assert row["text"][fact.start : fact.end].strip()


@pytest.mark.parametrize(("language", "kind", "word"), WORDS, ids=str)
def test_words_that_state_a_fact(language: str, kind: str, word: str) -> None:
    """A word states this kind of fact in every form; what only looks like one states nothing."""
    assert (meaning(word, language)[0] or "nothing") == kind


@given(
    st.text(alphabet="Aaб کئى0123 «»\"“”.,:/-—!?؟$%'<b1>", max_size=40), st.sampled_from(("en", "ru", "kk", "ug", "fr"))
)
def test_any_text(text: str, language: str) -> None:
    """Any text has facts of known kinds, inside it, in order; the same text always the same."""
    found = facts(text, language)

    assert all(fact.kind in KINDS and 0 <= fact.start < fact.end <= len(text) for fact in found)
    assert [fact.start for fact in found] == sorted(fact.start for fact in found)
    assert found == facts(text, language)


def test_names_are_given_where_there_are_no_capitals() -> None:
    """Uyghur has no capitals: names are what the caller says."""
    text = "ئايگۈل سودىغا كەلدى."

    assert not facts(text, "ug")
    assert [fact.value for fact in facts(text, "ug", names=["ئايگۈل"])] == ["ئايگۈل"]


def test_codes_move_no_offset() -> None:
    """Offsets are those of the text with its inline codes."""
    text = "<a1>In</a1> <b2>15</b2> towns"
    (fact,) = facts(text, "en")

    assert text[fact.start : fact.end] == "15"


def test_words() -> None:
    """What a text says, without marks: words and figures in small letters."""
    assert words("“Don’t!” — 25 000, she said") == ["don't", "25 000", "she", "said"]


@pytest.mark.parametrize("tag", languages.KNOWN)
def test_lists(tag: str) -> None:
    """Every pattern stands for itself: it compiles, captures nothing and is in small letters."""
    data = languages.get(tag).facts
    patterns = [
        *data.numbers.values(),
        *data.months,
        *data.weekdays,
        *data.days,
        *data.sayings,
        *data.limits,
        *data.units,
    ]

    for pattern in (*patterns, data.negative, data.sources):
        assert re.compile(pattern).groups == 0
        assert re.sub(r"\\.", "", pattern) == re.sub(r"\\.", "", pattern).lower()
    assert len(data.months) in (0, 12) and len(data.weekdays) in (0, 7)
    for name in languages.get(tag).months_in_text:
        assert meaning(name, tag)[0] == "month"
    for name in languages.get(tag).weekdays:
        assert meaning(name, tag)[0] == "weekday"
    assert {0, 0.5, 1, 2, 3, 1_000_000} <= set(data.numbers)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("the ‘old’ road", ["‘old’"]),
        ("'We wait', he said, 'for the boat'", ["'We wait'", "'for the boat'"]),
        ("the farmers' boat and the driver's", []),
        ("a ‹first ‹second› road", ["‹second›"]),
        ("the '90s and the 'old' road", ["'90s and the 'old'"]),
    ],
)
def test_single_quotation_marks(text: str, quoted: list[str]) -> None:
    """A single mark opens before a word and closes behind one; an apostrophe inside a word does neither."""
    assert [text[fact.start : fact.end] for fact in quotations(text)] == quoted


def test_open_single_marks_cost_no_more_than_words() -> None:
    """A text of 300,000 characters in which single marks open and none closes is read through once."""
    assert quotations(" 'a" * 100_000) == []
