"""Walks over a format in the tests: what it finds, and functions that keep the codes of a unit."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from l10n import codes
from l10n.model import Unit

Rewrite = Callable[..., str]


def units(rewrite: Rewrite, text: str, **settings: Any) -> list[Unit]:
    """The units of a text in order; on the way, identity is seen to hold."""
    found: list[Unit] = []

    def record(unit: Unit) -> str:
        found.append(unit)
        return unit.source

    assert rewrite(text, record, **settings) == text
    return found


def pairs(rewrite: Rewrite, text: str, **settings: Any) -> list[tuple[str, str]]:
    """(kind, source) of each unit."""
    return [(unit.kind, unit.source) for unit in units(rewrite, text, **settings)]


def in_words(change: Callable[[str], str]) -> Callable[[str], str]:
    """A function over sources that changes the words between the codes, and leaves the codes."""

    def changed(source: str) -> str:
        words = [
            token if codes.CODE.fullmatch(token) else codes.escape(change(codes.unescape(token)))
            for token in codes.tokens(source)
        ]
        folded = re.sub(r"[ \t\n\r\x0b\x0c]+", " ", "".join(words)).strip()
        return re.sub(r" ?(<br\d+/>) ?", r"\1", folded)

    return changed


def assert_law_of_rewriting(rewrite: Rewrite, text: str, change: Callable[[str], str], **settings: Any) -> str:
    """Read back, the text holds each answer as the source of its unit; returns the text."""
    before = pairs(rewrite, text, **settings)
    written = rewrite(text, lambda unit: change(unit.source), **settings)
    assert pairs(rewrite, written, **settings) == [(kind, change(source)) for kind, source in before]
    return written
