"""Plain text: kinds by place and shape, in four languages; writing; both laws."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import FormatError, NotReady
from l10n.formats import text as plain
from tests.formats.walk import assert_law_of_rewriting, pairs, units

CASES = tomllib.loads((Path(__file__).parent / "text" / "kinds.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_kinds(case: dict[str, Any], ending: str) -> None:
    """Each block has the kind of the table, whatever the line endings and with or without the last one."""
    for text in (case["text"], case["text"].rstrip("\n")):
        found = pairs(plain.rewrite, text.replace("\n", ending))

        expected = [tuple(row) for row in case["units"]]
        assert [
            (kind, source[: len(start)]) for (kind, source), (_, start) in zip(found, expected, strict=False)
        ] == expected
        assert len(found) == len(expected)


def test_furniture_of_the_project() -> None:
    """Blocks in which a pattern is found are no units, and do not become the headline."""
    text = "Site of the year\n\nHeadline of the day\n\nThe lead. And more.\n\nOur partners\n\nThe end, at last.\n"

    assert pairs(plain.rewrite, text, furniture=["^Site of", "^Our partners$"]) == [
        ("headline", "Headline of the day"), ("p", "The lead. And more."), ("p", "The end, at last."),
    ]  # fmt: skip
    assert pairs(plain.rewrite, text)[0] == ("headline", "Site of the year")
    with pytest.raises(FormatError, match="no regular expression"):
        plain.rewrite(text, lambda unit: unit.source, furniture=["("])


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("  Headline\nwith small letters and a long, long line  \n", "  1 <b>  \n"),
        ("• one\n\t• two\n", "• 1 <b>\n\t• 2 <b>\n"),
        ("A\r\n\r\nB. c\r\nd\r\n", "1 <b>\r\n\r\n2 <b>\r\n3 <b>\r\n"),
        ("A\u000c\n\u00a0\nB", "1 <b>\u000c\n\u00a0\n2 <b>"),
        ("***\n\nA\n", "***\n\n1 <b>\n"),
    ],
)
def test_written(text: str, written: str) -> None:
    """A changed block becomes one line where it stood; all around it stays."""
    numbers = iter(range(1, 100))

    assert plain.rewrite(text, lambda unit: f"{next(numbers)}\n <foreign>&lt;b></foreign>") == written


def test_lines_that_would_run_together() -> None:
    """Where new lines would read as one wrapped paragraph, blank lines come between them."""
    text = "A.\n\nShort\nshorter\nnot long\n"
    long = "the words of this line are so many that a line of text is full"

    written = assert_law_of_rewriting(plain.rewrite, text, lambda source: f"{long} {source}.")

    assert written == f"{long} A..\n\n{long} Short.\n\n{long} shorter.\n\n{long} not long.\n"


def test_codes() -> None:
    """What reads as a code is escaped; an answer with codes is refused."""
    assert units(plain.rewrite, "Press <br2/> or &lt;\n")[0].source == "Press &lt;br2/> or &amp;lt;"
    assert plain.rewrite("Press\n", lambda unit: "&lt;br2/> &amp;lt; &amp;") == "<br2/> &lt; &\n"
    with pytest.raises(NotReady, match="not in the source") as error:
        plain.rewrite("A\n\nPress\n", lambda unit: unit.source if unit.line == 1 else "<b1>x</b1>")
    assert error.value.line == 3


def test_a_text_states_no_language() -> None:
    """What looks like a statement of it is text."""
    assert plain.language("lang: ru\n") == ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_answers_of_the_same_shape(case: dict[str, Any]) -> None:
    """An answer with the shape of the source is read back with the kind of the source."""
    assert_law_of_rewriting(
        plain.rewrite, case["text"], lambda source: source.replace("1", "2").replace("water", "oil")
    )


line = st.text(st.sampled_from('abcD .,:«»"“”-–•1?!\u00a0\tәБ'), max_size=70)
documents = st.builds(
    lambda lines, ending, last: ending.join(lines) + ending * last,
    st.lists(line | st.just(""), max_size=12),
    st.sampled_from(["\n", "\r\n", "\r", "\n\n"]),
    st.integers(0, 2),
)


@given(documents | st.text(max_size=80))
def test_identity(text: str) -> None:
    """Whatever a text holds, its own words give it back, and each unit has words and no white space at its ends."""
    for unit in units(plain.rewrite, text):
        assert unit.source == unit.source.strip()
        assert any(map(str.isalnum, unit.source))


@given(documents, st.text(st.sampled_from("ab Дә.,"), min_size=1, max_size=60), st.booleans())
def test_answers_are_read_back(text: str, more: str, all_of_them: bool) -> None:
    """Each answer is read back as a unit of its own, whatever the kinds become."""
    turn = iter(range(10_000))

    def change(source: str) -> str:
        return re.sub(" +", " ", f"x{more}x {source}") if all_of_them or next(turn) % 2 else source

    before = [unit.source for unit in units(plain.rewrite, text)]
    answers = iter([change(source) for source in before])
    expected: list[str] = []

    def translate(unit: Any) -> str:
        expected.append(next(answers))
        return expected[-1]

    written = plain.rewrite(text, translate)
    assert [source for _, source in pairs(plain.rewrite, written)] == expected


@pytest.mark.parametrize(
    "piece",
    [
        "\n",
        " ",
        "a ",
        "a\n",
        "a\n\n",
        '"a\n\n',
        "By A\n\n",
        "2020\n\n",
        "- a\n",
        ".",
        '."',
        "A. ",
        "Photo: ",
        "1. ",
        "\r",
    ],
)
def test_hostile(piece: str) -> None:
    """A text of any shape is read in linear time."""
    text = piece * (30_000 // len(piece))

    assert plain.rewrite(text, lambda unit: unit.source) == text


@pytest.mark.parametrize(("limit", "fault"), [("BLOCKS", "paragraphs"), ("LINES", "lines")])
def test_refuses(monkeypatch: pytest.MonkeyPatch, limit: str, fault: str) -> None:
    """A text with far too many paragraphs or lines is refused with a remedy."""
    monkeypatch.setattr(plain, limit, 10)
    with pytest.raises(FormatError, match=f"more than 10 {fault}") as error:
        plain.rewrite("a\n" * 11, lambda unit: unit.source)
    assert error.value.hint
