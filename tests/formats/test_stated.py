"""What a document states around its units about their language."""

from __future__ import annotations

from l10n import formats

PAGE = """<html lang="en"><body><article><h1>Head</h1>
<p>See <span lang="ru">Весь</span> text.</p>
<p><span lang="ru">Весь текст.</span><br><br><i>a</i> not this</p>
<blockquote lang="ru"><p>Цитата <img alt="a cat">.</p></blockquote>
<p lang=kk>Сол<p>Next
<p title="A title" xml:lang="fr">Own.</p></article>"""

NOTE = """---
title: T
lang: en
---

See <span lang="ru">Весь</span> text.

<div lang="ru">

Русский абзац.

<p lang="kk">Сол</p>

Ещё.

</div>

<p lang="ru">Другой</p>

End
"""


def stated(text: str, format: str) -> list[tuple[str, str, str]]:
    """Source of each unit, with what is stated around it."""
    document = text.encode("utf-8")
    units = formats.units(document, format)
    return [(unit.source, *one) for unit, one in zip(units, formats.stated(document, format, units), strict=True)]


def test_html() -> None:
    """The innermost element counts, inline ones around all of a text too; `<html>` speaks of no unit."""
    assert stated(PAGE, "html") == [
        ("Head", "", ""),
        ("See <span1>Весь</span1> text.", "", ""),
        ("Весь текст.", "span", "ru"),
        ("<i1>a</i1> not this", "", ""),
        ("Цитата <img1/>.", "blockquote", "ru"),
        ("a cat", "blockquote", "ru"),
        ("Сол", "p", "kk"),
        ("Next", "", ""),
        ("A title", "p", "fr"),
        ("Own.", "p", "fr"),
    ]


def test_markdown() -> None:
    """A block of HTML speaks of the paragraphs up to its end tag; front matter speaks of none."""
    assert stated(NOTE, "markdown") == [
        ("T", "", ""),
        ("See <span1>Весь</span1> text.", "", ""),
        ("Русский абзац.", "div", "ru"),
        ("Сол", "p", "kk"),
        ("Ещё.", "div", "ru"),
        ("Другой", "p", "ru"),
        ("End", "", ""),
    ]


def test_text() -> None:
    """Plain text states nothing."""
    assert stated("Head\n\nText.\n", "text") == [("Head", "", ""), ("Text.", "", "")]
