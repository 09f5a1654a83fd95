"""HTML: what is a unit, of which kind, with which codes; and what comes back when answers are spliced in."""

from __future__ import annotations

import pytest

from l10n import formats


def units(page: str, **settings: object) -> list[tuple[str, str]]:
    return [(unit.kind, unit.source) for unit in formats.units(page.encode(), "html", **settings)]


def test_identity() -> None:
    """A page rewritten with its own sources stays as it is."""
    page = b"<P CLASS=x>One &amp; <b>two</B>\r\n<br>three<p>Four&nbsp;five<img src=a alt='A &quot;map&quot;'>"

    assert formats.rewrite(page, "html", lambda unit: unit.source, whole_page=True) == page


def test_codes() -> None:
    """Inline tags are numbered codes; what wraps all of the text stays outside."""
    page = '<p><b>One <a href="/x">two</a><br>three</b></p>'

    assert units(page, whole_page=True) == [("p", "One <a1>two</a1><br2/>three")]


@pytest.mark.parametrize("suffix", [".html", ".HTM", ".xhtml"])
def test_suffixes(suffix: str) -> None:
    """A format is known by the suffix, in any case."""
    assert formats.of(f"a/b{suffix}") == "html"
