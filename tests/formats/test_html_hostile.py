"""HTML: hostile pages are read in linear time, without recursion, and come back as they were."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from l10n import formats
from l10n.errors import FormatError
from l10n.formats import html
from l10n.formats.html import reading

MANY = 3_000
HOSTILE: dict[str, Callable[[int], str]] = {
    "less-than": lambda n: "<" * n * 5,
    "nested blocks": lambda n: "<div>" * n + "word" + "</div>" * n,
    "nested inline": lambda n: "<b>" * n + "word" + "</b>" * n + "x",
    "unclosed inline": lambda n: "x" + "<b>y" * n,
    "end tags that end nothing": lambda n: "<section><table><td>" + "<div>" * 90 + "</section>" * n + "word",
    "misnested": lambda n: "x<b><i>" * n + "y</b></i>" * n,
    "list items": lambda n: "<ul><li>word" * n,
    "kinds": lambda n: "<div class=byline>" * n + "word",
    "furniture": lambda n: "<p>" + "word " * 40 + "<nav><h1>" * n,
    "lists of links": lambda n: "<p>" + "word " * 40 + "<div><a>x</a>" * n,
    "headings in a header": lambda n: "<header><h1>a</h1>" + "<h2>word</h2>" * n,
    "not translated": lambda n: "x" + "<i translate=no>y" * n,
    "blanks": lambda n: "<p>word" + "&nbsp; " * n,
    "references": lambda n: "<p>w" + "&a" * n + "&#" + "9" * n,
    "attributes": lambda n: "<p>a<img alt=word" + " alt=word" * n + ">",
    "images": lambda n: "<p>a" + "<img alt=word>" * n,
    "line breaks": lambda n: "<p>a" + "<br>" * n + "b",
    "JSON": lambda n: "<script type=application/ld+json>" + "[" * n + '"headline"',
    "JSON texts": lambda n: '<script type=application/ld+json>{"@type":"Article","headline":[' + '"x",' * n + '"x"]}',
    "drawings": lambda n: "<svg><desc>" * n + "word",
    "comments": lambda n: "<p>word" + "<!-- x -->" * n,
    "an entity bomb": lambda n: '<!DOCTYPE html [<!ENTITY a "&b;&b;">]><p>' + "&a;" * n,
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_linear(page: Callable[[int], str]) -> None:
    """Eight times the page takes about eight times as long, not sixty-four, once in three; and it stays as it is."""
    assert any(_seconds(page(MANY)) < 24 * max(_seconds(page(MANY // 8)), 0.02) for _ in range(3))


def _seconds(page: str) -> float:
    document = page.encode()
    start = time.process_time()
    assert formats.rewrite(document, "html", lambda unit: unit.source) == document
    assert formats.rewrite(document, "html", lambda unit: unit.source, whole_page=True) == document
    formats.rewrite(document, "html", lambda unit: f"{unit.source} x", whole_page=True)
    return time.process_time() - start


def test_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is no article by its sheer size is refused with a remedy."""
    monkeypatch.setattr(html, "TOO_MANY", 10)
    monkeypatch.setattr(reading, "TOO_MANY", 20)

    for page, what in ((b"<p>x" * 11, "texts"), (b"\n<br><p>" * 22, "blocks")):
        with pytest.raises(FormatError, match=f"more than .* {what}") as caught:
            formats.units(page, "html", whole_page=True)
        assert caught.value.hint


def test_too_many_tags() -> None:
    """A text of tens of thousands of tags is refused, with its line and a remedy."""
    with pytest.raises(FormatError, match="more than 20000 tags") as caught:
        formats.units(b"<p>\n<p>x" + b"<b>y" * 20_001, "html", whole_page=True)

    assert caught.value.line == 2
    assert "exclude" in caught.value.hint
