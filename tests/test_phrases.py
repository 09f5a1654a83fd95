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
from l10n.phrases import again, alternatives, phrase, word

HOUSE = Path(l10n.__file__).parent


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


def test_travels(russian: gettext.GNUTranslations) -> None:
    """A worker in another process hands it back whole."""
    said = phrase("`{name}` is {state}", name="a", state=word("state", "draft"))
    back = pickle.loads(pickle.dumps(said))
    assert back == said and again(back, russian) == "`a`: черновик"


@pytest.mark.parametrize("path", sorted(HOUSE.rglob("*.py")), ids=lambda path: str(path.relative_to(HOUSE)))
def test_patterns_are_literals(path: Path) -> None:
    """Catalogs are made from patterns as they stand in the code."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "phrase":
            first = node.args[0]
            assert isinstance(first, ast.Constant) and isinstance(first.value, str), ast.unparse(node)
