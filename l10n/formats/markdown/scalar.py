"""A text value of front matter, where it stands, and what can be said of any language it is written in."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value that is a text."""

    key: str
    """Its key; keys of nested tables are joined by points: "image.caption"."""
    value: str
    """Decoded."""
    start: int
    """document[start:end] is the value with its quotes, or the lines of a block scalar without their indentation."""
    end: int
    style: str
    """plain, ', ", \"\"\", ''' or, for a block scalar of YAML, its header: | or > with indicators."""
    header: int = -1
    """Where the header of a block scalar starts."""


_PRINTABLE = r" -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"

PRINTABLE = re.compile(f"[{_PRINTABLE}]*")
"""Texts of one line that YAML and TOML let stand outside double quotes; line separators are not in them."""

_TO_ESCAPE = re.compile(rf'["\\]|[^{_PRINTABLE}]')


def quoted(text: str) -> str:
    """A text between double quotes, valid in YAML and in TOML."""
    return '"' + _TO_ESCAPE.sub(_escaped, text) + '"'


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    return f"\\{character}" if character in '"\\' else f"\\u{ord(character):04x}"
