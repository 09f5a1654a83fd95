"""Markdown: what is found, what is written, what is refused."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from l10n.errors import FormatError, NotReady
from l10n.formats import markdown
from l10n.model import Unit
from tests.formats.walk import assert_law_of_rewriting, pairs, units

HERE = Path(__file__).parent / "markdown"
CASES = tomllib.loads((HERE / "units.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_units(case: dict[str, Any], ending: str) -> None:
    """Each text holds the units of the table, whatever its line endings."""
    found = pairs(markdown.rewrite, case["text"].replace("\n", ending))

    assert found == [tuple(unit) for unit in case["units"]]


def one(text: str, answer: str, **settings: Any) -> str:
    """The text with this answer to its first unit."""
    asked: list[Unit] = []

    def translate(unit: Unit) -> str:
        asked.append(unit)
        return answer if len(asked) == 1 else unit.source

    return markdown.rewrite(text, translate, **settings)


@pytest.mark.parametrize(
    ("text", "answer", "written"),
    [
        ("> River\nlow  \n> and dry\n", "Өзен<br1/>кепті", "> Өзен  \n> кепті\n"),
        ("- a\n  b\\\n  c\n", "x<br1/>- y", "- x\\\n  \\- y\n"),
        ("- a\r\n  b\r\n- c\r\n", "x", "- x\r\n- c\r\n"),
        ("In 2019\n", "2019. It began", "2019\\. It began\n"),
        ("Text\n", "- dash", "\\- dash\n"),
        ("Text\n", "# hash", "\\# hash\n"),
        ("Text\n", "#hash", "#hash\n"),
        ("Text\n", "> sign", "\\> sign\n"),
        ("Text\n", "+ plus", "\\+ plus\n"),
        ("Text\n", "[x]: y", "\\[x]: y\n"),
        ("Text\n", "[…] and [sic]", "[…] and [sic]\n"),
        ("Text\n", "5 * 3 _ x_y *z*", "5 * 3 _ x_y \\*z\\*\n"),
        ("Text\n", "a <b> & &amp;amp; c<d", "a &lt;b> & &amp;amp; c&lt;d\n"),
        ("Text\n", "`~~x~~` \\ \\*", "\\`\\~\\~x\\~\\~\\` \\ \\\\\\*\n"),
        ("Text\n", "https://a.b/c_d_e?f=*", "https://a.b/c_d_e?f=*\n"),
        ("## Text ##\n", "C #", "## C \\# ##\n"),
        ("Text\n---\n", "a | b", "a &#124; b\n---\n"),
        ("| a |\n|---|\n| b |\n", "x | y \\", "| x \\| y &#92; |\n|---|\n| b |\n"),
        ("a | b\n--|--\n", "- x", "\\- x | b\n--|--\n"),
        ('[a]: b\nText\n', '"Quoted"', '[a]: b\n\\"Quoted"\n'),
        ("See [notes].\n\n[notes]: n.html\n", "<a1>жазба</a1> қара", "[жазба][notes] қара\n\n[notes]: n.html\n"),
        ("See [notes].\n\n[notes]: n.html\n", "Қара: <a1>notes</a1>.", "Қара: [notes].\n\n[notes]: n.html\n"),
        ("Ask![a](b)\n", "Ask!<img1/>", "Ask!![a](b)\n"),
        ("Ask [a](b)\n", "Ask!<a1>a</a1>", "Ask\\![a](b)\n"),
        ("![a](b)\n", "x ] `y`", "![x \\] &#96;y&#96;](b)\n"),
        ("![a]\n\n[a]: b\n", "x", "![x][a]\n\n[a]: b\n"),
        ("- [ ] task\n", "[x] done", "- [ ] \\[x] done\n"),
    ],
)  # fmt: skip
def test_written(text: str, answer: str, written: str) -> None:
    """An answer stands in the place of its unit so that it reads as itself."""
    found = one(text, answer)

    assert found == written


@pytest.mark.parametrize(
    ("text", "answer", "written"),
    [
        ("A **word** here\n", "<strong1>«Атамекен»</strong1>ге", "<strong>«Атамекен»</strong>ге\n"),
        ("A **word** here\n", "Бұл <strong1>Атамекен</strong1>ге", "Бұл **Атамекен**ге\n"),
        ("An _emphasis_ here\n", "Бұл <em1>Егемен</em1>ге", "Бұл *Егемен*ге\n"),
        ("An _emphasis_ here\n", "<em1>«ئېگەمەن»</em1>گە", "<em>«ئېگەمەن»</em>گە\n"),
        ("Then ~~not~~ so\n", "<s1>«жоқ»</s1>тан", "<s>«жоқ»</s>тан\n"),
        ("One\\\ntwo\n", "Бір<br1/>", "Бір<br>\n"),
        ("**All of it**\n", "(бәрі)", "**(бәрі)**\n"),
    ],
)
def test_emphasis_that_markdown_would_not_see(text: str, answer: str, written: str) -> None:
    """Where marks beside these letters are no markup, stars or HTML tags say what they meant."""
    assert one(text, answer) == written


def test_foreign_passages() -> None:
    """A passage in the language of the source carries its language, where the settings name it."""
    answer = "Ол: <foreign>“Yes <em1>and</em1> no”</foreign> деді."
    settings = {"foreign_lang": "en", "foreign_dir": "ltr"}

    marked = one("Yes *and* no\n", answer, **settings)
    unmarked = one("Yes *and* no\n", answer)
    in_alt = one("![Yes](a.png)\n", "Иә, <foreign>yes</foreign>", **settings)
    in_title = one("---\ntitle: Yes\n---\n", "<foreign>Yes, no</foreign>", **settings)

    assert marked == 'Ол: <span lang="en" dir="ltr">“Yes *and* no”</span> деді.\n'
    assert unmarked == "Ол: “Yes *and* no” деді.\n"
    assert in_alt == "![Иә, yes](a.png)\n"
    assert in_title == "---\ntitle: Yes, no\n---\n"


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ("Сөз", "`<em1>` is missing"),
        ("<em1>Сөз", "`</em1>` is missing"),
        ("<em1>Сөз</em1> <em1>сөз</em1>", "stands there 2 times"),
        ("<em1>Сөз</em1> <a2>сөз</a2>", "`<a2>` is not in the source"),
        ("</em1>Сөз<em1>", "closes before"),
        ("<em1><foreign>Сөз</em1>", "`</foreign>` is missing"),
        ("<foreign>Сөз <em1>сөз</foreign> сөз</em1>", "cross"),
    ],
)
def test_refuses_broken_codes(answer: str, fault: str) -> None:
    """An answer whose codes are not those of the source is refused with the line and a remedy."""
    with pytest.raises(NotReady, match=fault) as error:
        one("\n\nA *word* here\n", answer, foreign_lang="en")

    assert error.value.line == 3
    assert error.value.hint


def test_refuses_a_block_tag_at_the_start_of_a_line() -> None:
    """A tag that would open a block of HTML there cannot come first."""
    with pytest.raises(NotReady, match="no way of writing"):
        one("Text <div>in</div>\n", "<div1>мәтін</div1> соңы")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("x" * (markdown.LONGEST + 1), "more than"),
        ("text\n\n" + "> " * 200 + "text\n", "inside one another"),
        ("".join("  " * depth + "- text\n" for depth in range(60)), "inside one another"),
        ("[" * 10_000, "more than 2,000"),
        ("+++\na = " + "[" * 5_000 + "\n+++\n", "no TOML"),
        ("+++\ntitle = \n+++\n", "no TOML"),
        ("---\nFoo\n---\n", "front matter"),
    ],
)
def test_refuses(text: str, fault: str) -> None:
    """What is too long, too deep or no TOML is refused with a remedy."""
    with pytest.raises((FormatError, NotReady), match=fault) as error:
        one(text, "key: value")

    assert error.value.hint


HOSTILE = [
    "*",
    "*a ",
    "_a",
    "**a *b ",
    "`a",
    "``",
    "<a ",
    "<b>",
    "</b>",
    "<!-- ",
    "&a",
    "&#",
    "!",
    "]",
    "\\",
    "\\\n",
    "~~a",
]
HOSTILE += [
    "> ",
    ">",
    "- ",
    "- a\n",
    "# a\n",
    "|a\n",
    "|a|b|\n|-|-|\n",
    "[a]: /u 'x\n",
    "[^a]: b\n",
    "a\n",
    "  \n",
    '"',
    "a  \n",
]
HOSTILE += ["\t", "---\n", "---\ntitle: '", "+++\n", "***a**", "<a1>", "[a]\n\n", "![a](b)\n\n", "[a](\n\n", "\r"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile(piece: str) -> None:
    """Markup without end is read in linear time, or refused."""
    text = (piece * 5_000)[:5_000]
    try:
        assert markdown.rewrite(text, lambda unit: unit.source) == text
    except FormatError as error:
        assert error.hint


def test_refuses_lazy_depths(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deep quotations that go on for long without their markers are refused before they take long."""
    monkeypatch.setattr(markdown.blocks, "LOOKS", 10_000)

    with pytest.raises(FormatError, match="too long or too deep") as error:
        one("Text\n\n" + "> " * 90 + "text\n" + "lazy\n" * 500, "x")

    assert error.value.line > 3
    assert error.value.hint


def test_html_blocks() -> None:
    """A block of HTML is written as HTML, at its place; broken codes are refused with their line."""
    text = "Text\n\n<figure>\n<figcaption>The <b>Ili</b></figcaption>\n</figure>\n\nText\n"

    def translate(answer: str) -> str:
        return markdown.rewrite(text, lambda unit: answer if unit.kind == "figcaption" else unit.source)

    assert translate("<b1>Іле</b1>\n\n& т.б.") == text.replace("The <b>Ili</b>", "<b>Іле</b> &amp; т.б.")
    assert [unit.line for unit in units(markdown.rewrite, text)] == [1, 4, 7]
    with pytest.raises(NotReady) as error:
        translate("<b1>Іле")
    assert error.value.line == 4


def test_a_block_that_a_lone_tag_makes_html() -> None:
    """Its first line keeps its end, or stars in it would become emphasis."""
    text = '<a href="x">\r\n5*3*a\r\n</a> b\r\n\r\nText\r\n'

    written = assert_law_of_rewriting(markdown.rewrite, text, lambda source: source.replace("5", "6"))

    assert written == '<a href="x">\r\n6*3*a </a> b\r\n\r\nText\r\n'


def test_places_and_legend() -> None:
    """A unit knows its line; its legend says what each code stands for."""
    found = units(
        markdown.rewrite, "---\ntitle: A\n---\n\nText\nof *a* [b](c)  \n![d\ne](f 'g') `h`[^i]\n\n[^i]: note\n"
    )

    assert [(unit.kind, unit.line) for unit in found] == [
        ("headline", 2),
        ("p", 5),
        ("alt", 7),
        ("title", 8),
        ("footnote", 10),
    ]
    legend = (
        ("em1", "*…*"),
        ("a2", "[…](c)"),
        ("br3", "line break"),
        ("img4", "![d e](f 'g')"),
        ("code5", "`h`"),
        ("fn6", "[^i]"),
    )
    assert found[1].codes == legend


def test_definition_lists() -> None:
    """Definition lists are read where the project uses them."""
    text = "Aryk\n: A *ditch*\n: for water\n"

    assert pairs(markdown.rewrite, text, definition_lists=True) == [
        ("dt", "Aryk"), ("dd", "A <em1>ditch</em1>"), ("dd", "for water"),
    ]  # fmt: skip
    assert pairs(markdown.rewrite, text) == [("p", "Aryk : A <em1>ditch</em1> : for water")]
    assert one(text, "Арық", definition_lists=True) == "Арық\n: A *ditch*\n: for water\n"


def test_language() -> None:
    """The front matter states the language."""
    assert markdown.language("---\nlang: ug-Cyrl\n---\n") == "ug-Cyrl"
    assert markdown.language('+++\nlanguage = "kk"\n+++\n') == "kk"
    assert markdown.language("---\ntitle: x\n---\n") == markdown.language("lang: x") == ""


def test_a_feature() -> None:
    """A feature with every construct: its units, and its Kazakh variant."""
    text = (HERE / "feature.md").read_text(encoding="utf-8")
    rows = tomllib.loads((HERE / "feature.kk.toml").read_text(encoding="utf-8"))["units"]
    targets = {(kind, source): target for kind, source, target in rows}

    found = pairs(markdown.rewrite, text)
    written = markdown.rewrite(text, lambda unit: targets[unit.kind, unit.source])

    assert found == [(kind, source) for kind, source, _ in rows]
    assert written == (HERE / "feature.kk.md").read_text(encoding="utf-8")
