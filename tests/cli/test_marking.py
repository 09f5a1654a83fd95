"""A piece of a text under a caret, or between marks where no caret could stand right."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.cli.marking import CUT, LEAST, cell, marked, shown, told

TEXTS = st.text(
    st.one_of(
        st.sampled_from("aé 字ｱдҚئىا5٥\u0301\u200d\u202e\u2066\u2069\x1b\x9b\n\t\ufeff\u00ad\u2028"),
        st.characters(),
    ),
    max_size=80,
)
BEFORE, SPOT, AFTER = "Мост ", "закрыт", "."


def seen(line: str) -> int:
    """Columns of a line, counted anew: a wide letter has two, a mark none."""
    marks = ("Mn", "Me", "Cf")
    return sum(
        0 if unicodedata.category(one) in marks else 1 + (unicodedata.east_asian_width(one) in "WF") for one in line
    )


@pytest.mark.parametrize(
    ("text", "span", "lines"),
    [
        ("Мост  закрыт.", (4, 6), ["Мост  закрыт.", "    ^^"]),
        ("Мост закрыт.", (0, 4), ["Мост закрыт.", "^^^^"]),
        ("Мост закрыт.", (4, 4), ["Мост закрыт.", "    ^"]),
        ("Мост закрыт.", None, ["Мост закрыт."]),
        ("Мост закрыт.", (0, 12), ["Мост закрыт."]),
        ("北京 мост", (3, 7), ["北京 мост", "     ^^^^"]),
        ("Ва\u0301жно, мост", (8, 12), ["Ва\u0301жно, мост", "       ^^^^"]),
        ("мост\x1b[2J здесь", (4, 5), ["мост␛[2J здесь", "    ^"]),
        ("мост\nздесь", (4, 5), ["мост␊здесь", "    ^"]),
        ("a\u202eb", (1, 2), ["a<U+202E>b", " ^^^^^^^^"]),
        ("كۆۋرۈك  تاقالدى.", (6, 8), ["\u2068كۆۋرۈك⟦  ⟧تاقالدى.\u2069"]),
        ("كۆۋرۈك تاقالدى.", None, ["\u2068كۆۋرۈك تاقالدى.\u2069"]),
        ("Он сказал: كۆۋرۈك.", (0, 2), ["\u2068⟦Он⟧ сказал: كۆۋرۈك.\u2069"]),
        ("كۆۋرۈك\u2069\u202e evil", (8, 13), ["\u2068كۆۋرۈك<U+2069><U+202E>⟦ evil⟧\u2069"]),
    ],
)
def test_marked(text: str, span: tuple[int, int] | None, lines: list[str]) -> None:
    """The caret stands under the words; right-to-left text has its marks inside, and is isolated."""
    assert list(marked(text, span, 60)) == lines


def test_a_long_text_is_cut_around_its_span() -> None:
    """As much before as behind; the words that are meant are there."""
    line, caret = marked(f"{'начало ' * 40}конь{' конец' * 40}", (280, 284), 40)

    assert line.startswith(CUT) and line.endswith(CUT) and seen(line) <= 40
    assert line[caret.index("^") : caret.rindex("^") + 1] == "конь"
    assert 10 < line.index("конь") < 30


def test_a_span_longer_than_a_line() -> None:
    """Its beginning is shown, and every column of it that is there is marked."""
    line, caret = marked("о" * 500, (100, 400), 40)

    assert seen(line) <= 40 and caret.count("^") == 38


@given(TEXTS, st.integers(0, 90), st.integers(0, 20), st.integers(0, 70))
def test_nothing_commands_a_terminal(text: str, start: int, length: int, columns: int) -> None:
    """Whatever stands there: no control character, nothing that turns a line but our own isolate, and no line too long.

    The caret stands under what it marks.
    """
    for span in ((start, start + length), None):
        lines = list(marked(text, span, columns))
        assert len(lines) <= 2
        for line in lines:
            inside = line[1:-1] if line.startswith("\u2068") else line
            assert not any(unicodedata.category(one) in ("Cc", "Zl", "Zp", "Cs") for one in inside)
            assert not any("\u202a" <= one <= "\u202e" or "\u2066" <= one <= "\u2069" for one in inside)
            assert seen(inside.replace("⟦", "").replace("⟧", "")) <= max(columns, LEAST) + 10


@given(TEXTS)
def test_shown_in_one_line(text: str) -> None:
    """A message or a name has one line; what could be seen before is seen now."""
    line = shown(text)

    assert not any(unicodedata.category(one) in ("Cc", "Zl", "Zp", "Cs") for one in line)
    assert [one for one in line.strip("\u2068\u2069") if one.isalpha()][:1] == [
        one for letter in text for one in cell(letter).shown if one.isalpha()
    ][:1]


def test_each_value_of_a_message_by_itself() -> None:
    """A value in Arabic letters does not turn its neighbour round."""
    assert (
        told("the source says `5`, the target says `بەش`") == "the source says `5`, the target says `\u2068بەش\u2069`"
    )
    assert told("`\u202e\n`") == "`<U+202E>␊`"
