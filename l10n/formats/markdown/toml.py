"""Texts in TOML front matter, found where they stand and written in the style they had.

Supported: strings of all four styles as values of keys, dotted ones and those in tables included. Left alone: arrays,
inline tables, arrays of tables.
Source: TOML 1.0.0.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

from l10n import toml
from l10n.errors import FormatError
from l10n.formats.markdown.scalar import Scalar
from l10n.phrases import phrase


def scalars(text: str, start: int, end: int) -> Iterator[Scalar]:
    """The texts of text[start:end] in order. FormatError: it is no TOML."""
    try:
        tomllib.loads(text[start:end].replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise FormatError(
            phrase("the front matter is no TOML: {why}", why=str(error)),
            line=1,
            hint=phrase("correct it, or write `---` and YAML"),
        ) from None
    for item in toml.items(text, start, end):
        raw = toml.string(text, item.start, item.end) if item.key and not item.array else None
        if raw is not None:
            name = ".".join((*item.table, *item.key))
            yield Scalar(name, toml.decoded(raw), item.start, item.start + len(raw), toml.style(raw))


def written(scalar: Scalar, text: str) -> tuple[int, int, str]:
    """The edit that puts another text in the place of a value: (start, end, replacement)."""
    return scalar.start, scalar.end, toml.restyled(scalar.style, text)
