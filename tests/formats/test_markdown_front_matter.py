"""Front matter: values are found where they stand and written so that YAML and TOML read them back."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from l10n.formats import markdown
from l10n.formats.markdown import front_matter
from tests.formats.walk import assert_law_of_rewriting, in_words, pairs

CASES = tomllib.loads((Path(__file__).parent / "markdown" / "front_matter.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_table(case: dict[str, Any], ending: str) -> None:
    """Each text holds the units of the table and takes other words in their place."""
    text = case["text"].replace("\n", ending)
    numbers = iter(range(1, 100))

    found = pairs(markdown.rewrite, text)
    written = markdown.rewrite(text, lambda unit: f"…: # {next(numbers)}") if case["written"] else ""

    assert found == [tuple(unit) for unit in case["units"]]
    assert written == case["written"].replace("\n", ending)


def test_keys_of_the_project() -> None:
    """A project names more keys, nested ones too, gives them kinds, and takes keys away."""
    text = "---\ntitle: A\nimage:\n  alt: B\n  more:\n    caption: C\nrubric: D\n---\n"
    keys = {"title": "", "image.alt": "alt", "image.more.caption": "figcaption", "rubric": "kicker"}

    assert pairs(markdown.rewrite, text, keys=keys) == [("alt", "B"), ("figcaption", "C"), ("kicker", "D")]
    assert pairs(markdown.rewrite, '+++\n[image]\nalt = "B"\n+++\n', keys=keys) == [("alt", "B")]


PLAIN = [
    *("yes", "No", "null", "~", "12", "1_000", "0x1F", "1.5e3", ".5", "12:30:45", "2026-11-22", "=", "<<", "!", "---"),
    *(
        "- a",
        "? a",
        ": a",
        "a: b",
        "a:",
        "a #b",
        "#a",
        "a#b",
        "a:b",
        "[a]",
        "{a}",
        "a, b",
        "&a",
        "*a",
        "!a",
        "|a",
        ">a",
    ),
    *("'a'", '"a"', "a 'b'", 'a "b"', "%a", "@a", "`a`", "-a", "?a", "a\\b", "--- a", "..."),
    *("a\u2028b", "a\u0085b", "a\u00a0b", "a\ufeffb", "a\x7fb", "Әлем ғажап", "«Ata»: ол", "سۇ، ھەم نان", "😀"),
]
YAML_STYLES = ["plain", "'x'", '"x"', "|\n  x", ">-\n  x", "|2+\n  x"]
TOML_STYLES = ["'x'", '"x"', '"""x"""', "'''\nx'''"]


@pytest.mark.parametrize("style", TOML_STYLES)
def test_toml_reads_it_back(style: str) -> None:
    """Whatever the style was, tomllib reads the new words."""
    for words in [*PLAIN, "a'''b", 'a"""b', "a'", 'a"']:
        written = markdown.rewrite(f"+++\ntitle = {style}\n+++\n", lambda unit, words=words: words)
        assert tomllib.loads(written.strip("+\n"))["title"].strip() == words
        assert front_matter.values(written)["title"].strip() == words


def test_yaml_reads_it_back() -> None:
    """Whatever the style was, a YAML parser that nobody here wrote reads the new words as a text."""
    for style in YAML_STYLES:
        for words in PLAIN:
            written = markdown.rewrite(f"---\ntitle: {style}\n---\n", lambda unit, words=words: words)
            assert front_matter.values(written)["title"].strip() == words
            assert str(yaml.safe_load(written[4:-4])["title"]).strip() == words


words = st.text(st.sampled_from("ab: #'\"\\-[]{}&*!|>%@`,?~\n\u2028\u0085\ufeffә"), max_size=12)


@given(st.text(st.sampled_from("ab: #'\"\\-[]|>\n\n  \t,&"), max_size=60), words)
def test_laws(matter: str, more: str) -> None:
    """Both laws hold for any lines between `---`."""
    assert_law_of_rewriting(
        markdown.rewrite,
        f"---\ntitle: {matter}\n---\n",
        in_words(lambda text: (text + more + "x").replace("\ufeff", "x")),
    )
