"""Sentences that can be said again: English to whoever reads them as text, another language to whoever asks."""

from __future__ import annotations

import ast
import gettext
import io
import json
import pickle
from pathlib import Path

import polib
import pytest

import l10n
from l10n.errors import L10nError
from l10n.phrases import Phrase, again, alternatives, listed, phrase, shortened, together, word

HOUSE = Path(l10n.__file__).parent
MODULES = sorted(HOUSE.rglob("*.py"))
AT_THE_COMMAND_LINE = (
    *("cli", "memory/tmx", "glossary/tables.py", "web/server.py"),
    *("workflow/aligning.py", "workflow/baselines.py", "workflow/exchanging.py", "workflow/moving.py"),
    *("workflow/since.py", "workflow/starting.py", "workflow/trading.py"),
)
"""Rooms whose errors no page can meet: they are said in English."""
WRAPPERS = ("refuse", "_refuse", "fail", "wrong", "Garbled", "Passing", "Useless", "TooNew")
"""What raises, or is, an error of ours under another name."""


@pytest.fixture(scope="module")
def russian() -> gettext.GNUTranslations:
    """A small catalog."""
    catalog = polib.POFile()
    catalog.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    for source, target, context in (
        ("`{name}` is {state}", "`{name}`: {state}", None),
        ("`{file}` line {line}: {what}", "`{file}`, строка {line}: {what}", None),
        ("{share:.0%} of it", "{share:.0%} от него", None),
        ("{first} or {other}", "{first} или {other}", None),
        ("{first}; {other}", "{first}؛ {other}", None),
        ("draft", "черновик", "state"),
    ):
        catalog.append(polib.POEntry(msgid=source, msgstr=target, msgctxt=context))
    return gettext.GNUTranslations(io.BytesIO(catalog.to_binary()))


def test_english(russian: gettext.GNUTranslations) -> None:
    """It is a text like any other, and says the same in a language that has no word for it."""
    said = phrase("`{name}` is {state}", name="{x}", state=word("state", "draft"))
    assert said == "`{x}` is draft"
    assert json.dumps([said]) == '["`{x}` is draft"]'
    assert again(said, gettext.NullTranslations()) == said
    assert again(phrase("unknown {n}", n=2), russian) == "unknown 2"
    assert again("plain {text}", russian) == "plain {text}"


def test_again(russian: gettext.GNUTranslations) -> None:
    """What stands in it is said again where it is ours, and never where it is a text."""
    said = phrase("`{name}` is {state}", name="draft", state=word("state", "draft"))
    assert again(said, russian) == "`draft`: черновик"
    assert again(phrase("{share:.0%} of it", share=0.5), russian) == "50% от него"
    whole = L10nError(said, where="a.po", line=3)
    assert str(whole) == "`a.po` line 3: `draft` is draft"
    assert again(whole.sentence, russian) == "`a.po`, строка 3: `draft`: черновик"


def test_alternatives(russian: gettext.GNUTranslations) -> None:
    """A list to choose from has its conjunction in the language of the page."""
    assert alternatives(["`a`"]) == "`a`"
    assert alternatives(["`a`", "`b`", "`c`"]) == "`a` or `b` or `c`"
    assert again(alternatives(["`a`", "`b`", "`c`"]), russian) == "`a` или `b` или `c`"


def test_together(russian: gettext.GNUTranslations) -> None:
    """What is said of one thing keeps its parts."""
    said = together([phrase("{share:.0%} of it", share=0.5), "`a`", phrase("{share:.0%} of it", share=0.1)])
    assert said == "50% of it; `a`; 10% of it"
    assert again(said, russian) == "50% от него؛ `a`؛ 10% от него"


def test_travels(russian: gettext.GNUTranslations) -> None:
    """A worker in another process hands it back whole."""
    said = phrase("`{name}` is {state}", name="a", state=word("state", "draft"))
    back = pickle.loads(pickle.dumps(said))
    assert back == said and again(back, russian) == "`a`: черновик"


def test_listed(russian: gettext.GNUTranslations) -> None:
    """Several in one are said again each."""
    parts = [phrase("`{name}` is {state}", name=name, state=word("state", "draft")) for name in "abc"]

    assert listed(parts) == "`a` is draft, `b` is draft, `c` is draft"
    assert again(listed(parts), russian) == "`a`: черновик, `b`: черновик, `c`: черновик"
    assert listed(parts[:1]) is parts[0]


def test_shortened(russian: gettext.GNUTranslations) -> None:
    """What is put in is cut, and never the sentence, in whatever language; a short one stays as it is."""
    inner = phrase("`{name}` is {state}", name="b" * 300, state=word("state", "draft"))
    long = phrase("`{file}` line {line}: {what}", file="a" * 90, line=7, what=inner)
    short = shortened(long, 100)

    assert 80 < len(short) <= 100 and short.endswith("bbb` is draft") and "` line 7: `b" in short
    assert again(short, russian).endswith("bbb`: черновик") and again(short, gettext.NullTranslations()) == short
    assert shortened(long, 500) is long
    assert shortened(Phrase("c" * 20, "c" * 20), 10) == "c" * 20


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_patterns_are_literals(path: Path) -> None:
    """Catalogs are made from patterns as they stand in the code; what is put in is no text of ours that none knows."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "phrase":
            first = node.args[0]
            assert isinstance(first, ast.Constant) and isinstance(first.value, str), ast.unparse(node)
            assert not any(isinstance(one.value, ast.JoinedStr) for one in node.keywords), ast.unparse(node)
