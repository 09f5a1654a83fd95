"""Well-known places whose names are fixed by tradition: `gazetteer.txt`, English, Russian, Kazakh.

Source: general knowledge of an editor; a native reader must still confirm the Kazakh column.  Where Kazakh has
nothing of its own it writes the Russian form, so none is given for it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from l10n.names.candidates.asking import Ask, Candidate, base

LANGUAGES = ("en", "ru", "kk")
"""The columns of the list, in order."""

UNMARKED = str.maketrans("øđðłıæœßþ’‘ʻ", "oddliaosp'''")
"""Letters whose mark is no mark to Unicode, and apostrophes."""


def forms(name: str, source: str, target: str) -> tuple[str, ...]:
    """What a place of this name is called in the target, best first; () for a place that is not listed.

    source, target: one of LANGUAGES.  Capitals do not count, nor do marks where no place is written with them.
    """
    places = _places(source, target)
    return places.get(name.casefold()) or places.get(plain(name)) or ()


def propose(ask: Ask) -> Iterator[Candidate]:
    """The traditional names of a place."""
    for form in forms(ask.name, base(ask.source), ask.target):
        yield Candidate(form, "traditional form", "well-known place, from the list of the newsroom")


def plain(name: str) -> str:
    """In small letters without marks: `malaga`."""
    bare = unicodedata.normalize("NFD", name.casefold().translate(UNMARKED))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


@cache
def _places(source: str, target: str) -> Mapping[str, tuple[str, ...]]:
    if source not in LANGUAGES or target not in LANGUAGES:
        return {}
    places: dict[str, tuple[str, ...]] = {}
    marked: dict[str, tuple[str, ...]] = {}
    start, end = LANGUAGES.index(source), LANGUAGES.index(target)
    for columns in _lines():
        if len(columns) > max(start, end):
            for spelling in columns[start]:
                key = spelling.casefold()
                marked[key] = tuple(dict.fromkeys(marked.get(key, ()) + columns[end]))
    for key, found in marked.items():
        places.setdefault(plain(key), found)
    return places | marked


@cache
def _lines() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The spellings of each language, a place after the other."""
    raw = (resources.files(__package__) / "gazetteer.txt").read_text(encoding="utf-8")
    entries = (entry for line in raw.splitlines() if not line.startswith("#") for entry in line.split("; "))
    return tuple(
        tuple(tuple(column.split("/")) for column in entry.strip().split("=")) for entry in entries if entry.strip()
    )
