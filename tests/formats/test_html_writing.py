"""HTML: answers are spliced in as markup, and nothing else changes."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from l10n import formats
from l10n.errors import NotReady
from l10n.model import Unit


def rewritten(page: str, answers: dict[str, str] | Callable[[Unit], str], **settings: Any) -> str:
    """The page with these answers by source; other texts stay."""
    settings.setdefault("whole_page", True)
    translate = answers if callable(answers) else lambda unit: answers.get(unit.source, unit.source)
    return formats.rewrite(page.encode(), "html", translate, **settings).decode()


WRITTEN = tomllib.loads((Path(__file__).parent / "html.toml").read_text(encoding="utf-8"))["written"]


@pytest.mark.parametrize("row", WRITTEN.values(), ids=WRITTEN)
def test_written(row: dict[str, Any]) -> None:
    """An answer takes the place of its text, and the rest of the page keeps its bytes."""
    assert rewritten(row["page"], row["answers"]) == row["built"]


FAULTS = {
    "missing": "One two",
    "open": "One <b1>two",
    "doubled": "One <b1>two</b1> <b1>three</b1>",
    "crossed": "One </b1>two<b1>",
    "of another": "One <b1>two</b1> <i2/>",
    "joined": "<joined/>",
    "crossed with a passage": "<foreign>One <b1>two</foreign></b1>",
    "a passage left open": "<foreign>One <b1>two</b1>",
}


@pytest.mark.parametrize("answer", FAULTS.values(), ids=FAULTS)
def test_broken_codes(answer: str) -> None:
    """An answer whose codes are not those of the source is refused, with the line of the unit and a remedy."""
    with pytest.raises(NotReady) as caught:
        rewritten("<p>A\n<p>One <b>two</b>", {"One <b1>two</b1>": answer})

    assert caught.value.line == 2
    assert "One <b1>two</b1>" in caught.value.what
    assert caught.value.hint


@pytest.mark.parametrize("page", ["<img alt=One>", "<title>One</title>", "<p>One"])
def test_codes_where_none_can_be(page: str) -> None:
    """A code in the answer to a text without codes is refused, in attributes and in the title as well."""
    with pytest.raises(NotReady, match="is not in the source"):
        rewritten(page, {"One": "<b1>1</b1>"})


def test_foreign_passage() -> None:
    """A passage in another language is marked with its language and direction, and only where markup may stand."""
    page = "<title>One</title><p>One<p>Two <b>three</b>"
    answers = {
        "One": "<foreign>One</foreign>",
        "Two <b1>three</b1>": "İki <foreign>&lt;b1> <b1>three</b1></foreign>",
    }

    built = rewritten(page, answers, foreign_lang="en", foreign_dir="ltr")

    assert built == (
        '<title>One</title><p><span lang="en" dir="ltr">One</span>'
        '<p>İki <span lang="en" dir="ltr">&lt;b1&gt; <b>three</b></span>'
    )
    assert rewritten("<p>One", answers) == "<p>One"


JSON_LD = """<script type="application/ld+json">
 {"@context":"https://schema.org","@graph":[
  {"@type":"Organization","description":"Ours","logo":{"@type":"ImageObject","caption":"Logo"}},
  {"headline":"Tea \\u2014 \\"hot\\"","@type":["NewsArticle","Thing"],"description": " A\\nb ","name":"N",
   "alternativeHeadline":["One","Two"],"publisher":{"@type":"Organization","description":"Ours"},
   "image":[{"@type":"ImageObject","caption":"A cup"}],"author":{"@type":"Person","description":"Writes"},
   "isBasedOn":{"@type":"Article","headline":"Another"},"articleBody":"All of it","wordCount":3,"":"x"},
  {"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Elsewhere"}]},
  {"@type":"https://schema.org/WebPage","description":"A page"}]}
</script>"""


def test_json_ld() -> None:
    """What JSON-LD says about the article, its page and its pictures is translated; the JSON stays valid."""
    found = [(u.kind, u.source) for u in formats.units(JSON_LD.encode(), "html")]
    built = rewritten(JSON_LD, lambda unit: f'</script> "{unit.source}" \\ <!--')

    assert found == [
        ("headline", 'Tea — "hot"'),
        ("description", "A b"),
        ("deck", "One"),
        ("deck", "Two"),
        ("caption", "A cup"),
        ("description", "A page"),
    ]
    assert built.count("</script>") == 1
    assert "<!--" not in built
    data = json.loads(built[built.index("{") : built.rindex("}") + 1])
    assert data["@graph"][1]["headline"] == '</script> "Tea — "hot"" \\ <!--'
    assert data["@graph"][1]["description"] == ' </script> "A b" \\ <!-- '
    assert data["@graph"][0]["description"] == "Ours"
    assert [(u.kind, u.source) for u in formats.units(built.encode(), "html")] == [
        (kind, f'</script> "{source}" \\ <!--') for kind, source in found
    ]


def test_json_ld_escaped_for_html() -> None:
    """Character references in JSON-LD are read, and written where a text would read as one."""
    page = '<script type="application/ld+json">{"@type":"Article","headline":"A &amp; B &#8212; &quot;C"}</script>'

    (unit,) = formats.units(page.encode(), "html")

    assert unit.source == 'A & B — "C'
    for said, written in (("B & A", "B & A"), ("&amp;amp;", "&amp;amp;")):
        assert f'"headline":"{written}"' in rewritten(page, {unit.source: said})


@pytest.mark.parametrize(
    "script",
    [
        '{"@type":"Article","headline":"A",}',
        '//<![CDATA[\n{"@type":"Article","headline":"A"}\n//]]>',
        '{"@type":"Article","headline":"A"',
        '{"@type":"Article","headline":"\\ud800 A"}',
        '{"@type":"Article","headline":"\\u0000 A"}',
        "[" * 100_000,
        '{"a":' * 2000 + "1" + "}" * 2000,
        '"headline"',
        "",
    ],
)
def test_broken_json_ld(script: str) -> None:
    """What is no valid JSON, or holds what no file can, is left alone."""
    page = f'<script type="application/ld+json">{script}</script><p>B'

    assert rewritten(page, lambda unit: unit.source.lower()) == page.replace("<p>B", "<p>b")


def test_every_text_is_its_own_place() -> None:
    """Equal texts are asked for one by one, in document order."""
    asked: list[str] = []

    def number(unit: Unit) -> str:
        asked.append(unit.source)
        return f"{unit.source} {len(asked)}"

    assert rewritten("<p>A<p>A<p>A", number) == "<p>A 1<p>A 2<p>A 3"


def test_no_character_is_lost() -> None:
    """Without its units, a page is the same before and after."""
    page = "<!doctype html><P ID=x>\tOne &amp; <b class='y'>two</B>\r\n<!--c--><ul><li>Three<li>&nbsp;four&nbsp;</ul>\n"

    built = rewritten(page, lambda unit: re.sub("[a-zO-T]+(?![a-z0-9]*/?>)", "x", unit.source))

    assert built == "<!doctype html><P ID=x>\tx &amp; <b class='y'>x</B>\r\n<!--c--><ul><li>x<li>&nbsp;x&nbsp;</ul>\n"
