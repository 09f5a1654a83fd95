"""Texts in front matter.

The values of chosen keys are units: title, description, deck and the like. They are read and written in place; all
else there, comments, order and quotes included, stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from l10n import codes
from l10n.formats.answer import HAS_WORDS, plain
from l10n.formats.markdown import inline, toml, yaml
from l10n.formats.markdown.scalar import Scalar
from l10n.matter import Matter, find
from l10n.model import Unit

KINDS = {
    "title": "headline",
    "headline": "headline",
    "description": "description",
    "summary": "summary",
    "deck": "deck",
    "subtitle": "deck",
    "standfirst": "deck",
    "lead": "deck",
    "lede": "deck",
    "kicker": "kicker",
    "caption": "figcaption",
    "credit": "credit",
    "byline": "byline",
}
"""The keys whose values are units, and their kinds, where the project says nothing else."""

LANGUAGE_KEYS = ("lang", "language", "locale")


def scalars(text: str, matter: Matter) -> Iterator[Scalar]:
    """The values that are texts. FormatError: TOML that is none."""
    if not matter.form:
        return iter(())
    read = toml.scalars if matter.form == "+++" else yaml.scalars
    return read(text, matter.start, matter.stop)


def values(text: str) -> dict[str, str]:
    """The values that are texts, by key."""
    return {scalar.key: scalar.value for scalar in scalars(text, find(text))}


def edits(
    text: str, matter: Matter, keys: Mapping[str, str], ask: Callable[[Unit], str | None]
) -> Iterator[tuple[int, int, str]]:
    """What changes by the answers to the values of the chosen keys."""
    kinds = {**KINDS, **keys}
    for scalar in scalars(text, matter):
        source = codes.escape(inline.fold(scalar.value).strip())
        if not kinds.get(scalar.key) or not HAS_WORDS.search(source):
            continue
        answer = ask(Unit(kinds[scalar.key], source, text.count("\n", 0, scalar.start) + 1))
        if answer is not None:
            yield written(matter, scalar, inline.fold(plain(answer)).strip())


def written(matter: Matter, scalar: Scalar, text: str) -> tuple[int, int, str]:
    """The edit that puts another text in the place of a value."""
    return toml.written(scalar, text) if matter.form == "+++" else yaml.written(scalar, text)
