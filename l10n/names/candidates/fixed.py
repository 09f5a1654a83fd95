"""Names whose forms in several languages are fixed by use: lists of English, Russian, Kazakh, Uyghur; lists of words.

A list is a text file with one entry a line: languages between `=`, spellings between `/`, the usual one first.  `##`
opens a section; a line that begins with `#` says something about the list.  Places and people stand, within a section,
in the order of their English, the further names of one place or person behind its usual one.

Lists of words of one language have a word a line, in sections.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from itertools import dropwhile, islice, takewhile

from l10n import text

LANGUAGES = ("en", "ru", "kk", "ug")
"""The columns of a list, in order; the last ones may be left out, and one may be empty."""

UNMARKED = str.maketrans("øđðłıæœßþ’‘ʻ", "oddliaosp'''")
"""Letters whose mark is no mark to Unicode, and apostrophes."""

Entry = tuple[tuple[str, ...], ...]
"""The spellings of each language."""


def forms(name: str, source: str, target: str, file: str) -> tuple[str, ...]:
    """What a name of a list is in the target, best first; () for one that is not listed.

    source, target: one of LANGUAGES.  Capitals do not count, nor do marks where nothing is written with them.
    """
    found = _forms(source, target, file)
    return found.get(name.casefold()) or found.get(plain(name)) or ()


def plain(name: str) -> str:
    """In small letters without marks: `malaga`."""
    return text.unmarked(name.casefold().translate(UNMARKED))


@cache
def entries(file: str, section: str = "") -> tuple[Entry, ...]:
    """The names of a list, or of one of its sections, one after the other."""
    lines = words(file, section) if section else _lines(file)
    found = (line.split("=") for line in lines if line and not line.startswith("#"))
    return tuple(tuple(tuple(column.split("/")) for column in columns) for columns in found)


@cache
def words(file: str, section: str) -> tuple[str, ...]:
    """The lines of one section of a list: words, where it has a word a line."""
    below = dropwhile(lambda line: line != f"## {section}", _lines(file))
    return tuple(takewhile(bool, islice(below, 1, None)))


@cache
def _lines(file: str) -> tuple[str, ...]:
    return tuple((resources.files(__package__) / file).read_text(encoding="utf-8").splitlines())


@cache
def _forms(source: str, target: str, file: str) -> Mapping[str, tuple[str, ...]]:
    """Forms by the name in small letters, with its marks and without."""
    if source not in LANGUAGES or target not in LANGUAGES:
        return {}
    start, end = LANGUAGES.index(source), LANGUAGES.index(target)
    marked: dict[str, tuple[str, ...]] = {}
    for columns in entries(file):
        if len(columns) > max(start, end):
            for spelling in columns[start]:
                key = spelling.casefold()
                marked[key] = tuple(dict.fromkeys(marked.get(key, ()) + columns[end]))
    bare: dict[str, tuple[str, ...]] = {}
    for key, found in marked.items():
        bare.setdefault(plain(key), found)
    return bare | marked
