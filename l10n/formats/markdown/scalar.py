"""A text value of front matter, where it stands, and what can be said of any language it is written in."""

from __future__ import annotations

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
