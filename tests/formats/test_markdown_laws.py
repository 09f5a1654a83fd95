"""The laws of a format, on Markdown: identity, and each answer is read back as the source of its unit."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from l10n.errors import NotReady
from l10n.formats import markdown
from tests.formats.walk import assert_law_of_rewriting, in_words, units

HERE = Path(__file__).parent / "markdown"
CASES = [case["text"] for case in tomllib.loads((HERE / "units.toml").read_text(encoding="utf-8"))["case"]]
CASES += tomllib.loads((HERE / "syntax.toml").read_text(encoding="utf-8"))["texts"]

MARKS = "*_#[]`<>&|~!\\()\"'+-=:.^{}$ 1aә«»—\u00a0"
CHANGES = {
    "upper case": in_words(str.upper),
    "a word more": in_words(lambda text: text + "сөз"),
    "quoted, with a suffix": in_words(lambda text: f"«{text}»ға"),
    "marks inside": in_words(lambda text: text.replace(" ", " *_# ").replace("o", "o]*").replace("e", "_[e")),
    "a code before": in_words(lambda text: f"`{text}<b>&amp;"),
    "a backslash after": in_words(lambda text: text + "\\"),
    "bars": in_words(lambda text: f"|{text}|a|"),
    "as a list": lambda source: "1. " + source,
    "as a heading": lambda source: "- # " + source + " ##",
    "as a rule": lambda source: "--- " + source,
    "as a title": lambda source: f'"{source}"',
    "as a definition": lambda source: f"[a]: {source}",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_each_construct(change) -> None:
    """Every construct of the language keeps both laws."""
    for text in CASES:
        assert_law_of_rewriting(markdown.rewrite, text, change)


words = st.text(st.sampled_from("aeoб1 ,.«»\n" + MARKS), max_size=12)
inline = st.recursive(
    words,
    lambda inner: st.builds(
        lambda form, text: form.replace("…", text),
        st.sampled_from(
            [
                "*…*", "**…**", "_…_", "__…__", "~~…~~", "`…`", "[…](a)", '[…](a "b c")', "[…][r]", "![…](a 'b')",
                "[…]", "![…]", "<b>…</b>", "<i>…", "<!--…-->", "…<br>", "…\\\n", "…  \nb", "<https://a.b/…>", "…[^1]",
                "&amp;…", "\\…",
            ]
        ),
        inner,
    )
    | st.builds(lambda a, b: a + b, inner, inner),
    max_leaves=6,
)  # fmt: skip
block = st.builds(
    lambda form, text: form.replace("…", text),
    st.sampled_from(
        [
            "…", "# …", "## … ##", "…\n===", "…\n---", "> …", "> > …\n…", "- …", "1. …\n2. …", "* …\n\n  …",
            "- [ ] …", "    …", "```\n…\n```", "<div>\n…\n</div>", "| … | b |\n|---|---|\n| … |", "…|…\n-|-\n…|…",
            "[^1]: …", "[r]: a '…'", "[…]: b", "***",
        ]
    ),
    inline,
)  # fmt: skip
documents = st.builds(
    lambda matter, blocks, joint, ending: (matter + joint.join(blocks) + "\n").replace("\n", ending),
    st.sampled_from(["", "", "---\ntitle: a b\n---\n", "---\n", "[r]: u 'T'\n"]),
    st.lists(block, min_size=1, max_size=4),
    st.sampled_from(["\n\n", "\n"]),
    st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"]),
)
soups = st.text(st.sampled_from(MARKS + "\n\n\t" + "ab "), max_size=60)
inserted = st.text(st.sampled_from(MARKS), max_size=5)


@given(documents | soups)
def test_identity(text: str) -> None:
    """Whatever a document holds, its own words give it back."""
    units(markdown.rewrite, text)


@given(documents | soups, inserted, inserted)
def test_answers_are_read_back(text: str, before: str, after: str) -> None:
    """Whatever stands before and after the words of each unit, it is read back, or refused."""
    change = in_words(lambda words: f"{before}{words}{after}")
    try:
        assert_law_of_rewriting(markdown.rewrite, text, lambda source: change(source) or source)
    except NotReady as error:
        assume("no way of writing" not in error.what)
        raise


@given(st.text(max_size=80), st.sampled_from(["\n", "> ", "- ", "# ", "| ", "---\n"]))
def test_any_characters(text: str, before: str) -> None:
    """Both laws hold over all of Unicode."""
    assert_law_of_rewriting(markdown.rewrite, before + text, in_words(lambda words: words + "сөз"))
