"""Whatever stands in a text: no check fails, no check says anything of a place that is not there, and none is slow."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.checks import run, run_source
from l10n.checks.pairs import LONGEST_MESSAGE, Pair, Text
from l10n.model import Finding

PIECES = [
    *"aяәەئAЯ10 \u00a0\n\t-—–.,،;؛:!?؟…'’\"“”„«»‹›()[]<>&{}%$€№@іi",
    *"\u200f\u202e\u2066\u2069\u0640\u0301\u0000\u0007\ufffd\ud800\U0001f600\ufeffﻫ",
    *("...", "[…]", "<a1>", "</a1>", "<br1/>", "<joined/>", "{a}", "{a, plural, ", "%s", "%(", "%(a)s", "@a", "a@a."),
    *("a@a.aa ", "http://", "http://a", "www.", "#a", "1,", "1.", "1 000 ", "1:", "1/", "1-", "12:30 ", "+7 ", "IV "),
    *("5-го ", "5 мая ", "May 5, ", "2024 ", "2024 жылғы ", "5-ماي ", "Monday ", "25 мың ", "twenty ", "двадцать "),
    *("мың ", "half ", "U.S. ", "UN ", "ООН ", "not ", "не ", "емес ", "said ", "сказал ", "деді ", "دېدى ", "the "),
    *("и ", "\x1b[31m", "Ã©", "Р°"),
]
LOCALES = ["en", "ru", "kk", "ug"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def findings(source: str, target: str, locale: str, of: str = "en", kind: str = "p") -> list[Finding]:
    return list(run(Pair(Text(source, of), Text(target, locale), kind)))


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(LOCALES), st.sampled_from(LOCALES), st.sampled_from(["p", "headline", "credit"]))
def test_any_texts(source: str, target: str, of: str, locale: str, kind: str) -> None:
    """Findings lie in their texts, and are short."""
    for one in findings(source, target, locale, of, kind):
        assert one.span is None or 0 <= one.span[0] <= one.span[1] <= len(target)
        assert one.source_span is None or 0 <= one.source_span[0] <= one.source_span[1] <= len(source)
        assert 0 < len(one.message) <= LONGEST_MESSAGE + 1
        assert one.replacement is None or one.span is not None
    for one in run_source(Text(source, of), kind):
        assert one.span is None or 0 <= one.span[0] <= one.span[1] <= len(source)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(LOCALES))
def test_replacements_end(text: str, locale: str) -> None:
    """What is offered may be taken again and again: after some rounds nothing is offered any more."""
    for _ in range(30):
        offered = next((one for one in findings(text, text, locale) if one.replacement is not None), None)
        if offered is None or offered.span is None:
            return
        mended = text[: offered.span[0]] + (offered.replacement or "") + text[offered.span[1] :]
        assert mended != text, offered
        text = mended
    pytest.fail(f"{text!r} is mended for ever")


LONG, TIMES = 4_000, 4
LONG_SIDES = st.sampled_from(["source", "target", "source and target"])
MOST_S = 0.0005
"""Seconds for a number: ten times what it takes; where each is held against all others, it takes a hundred times."""
GROWTH = 2.2
"""Times as long as its length says; a quadratic pattern needs four times that."""


OTHER = "The bridge over the river was closed on 5 May 2024, “for a year”, he said."


def seconds(unit: str, length: int, locale: str, long: str) -> float:
    text = (unit * (length // len(unit) + 1))[:length]
    start = time.process_time()
    findings(text if "source" in long else OTHER, text if "target" in long else OTHER, locale)
    return time.process_time() - start


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join), st.sampled_from(LOCALES), LONG_SIDES)
def test_linear(unit: str, locale: str, sides: str) -> None:
    """A text four times as long takes four times the time; one that takes more does so three times in a row."""
    for _ in range(3):
        short = min(seconds(unit, LONG, locale, sides) for _ in range(2))
        long = seconds(unit, TIMES * LONG, locale, sides)
        if long <= GROWTH * TIMES * short + 0.05:
            return
    pytest.fail(f"{unit!r} in {locale}, {sides}: {short:.3f} s, then {long:.3f} s")


def test_numbers_in_another_order() -> None:
    """Two long texts with the same numbers are compared in the time that they are long, and nothing is found."""
    said = [str(number) for number in range(200, 20_000)]
    start = time.process_time()

    assert findings(", ".join(said), ", ".join(reversed(said)), "ru") == []
    assert time.process_time() - start < len(said) * MOST_S


@pytest.mark.parametrize(
    "unit", ["a", "a-", "a--a'", "1a-", "a 5 ", "«", "\u202e", "1,", "\ud800", "не мая 5 ", "http://a ", "“a” "]
)
@pytest.mark.parametrize("locale", ["ru", "ug"])
def test_a_million_characters(unit: str, locale: str) -> None:
    """They are read to the end, and what is said of them stays short."""
    text = (unit * 1_000_000)[:1_000_000]

    for one in findings("The bridge is closed.", text, locale):
        assert len(one.message) <= LONGEST_MESSAGE + 1
