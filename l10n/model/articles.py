"""An article: its units, the segments they are cut into, and how far a target of one has come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from l10n.phrases import phrase

JOINED = "<joined/>"
"""A target that is *said in the segment before* (DESIGN: a joined sentence)."""


FORMATS = {
    "html": (".html", ".htm", ".xhtml"),
    "markdown": (".md", ".markdown"),
    "text": (".txt",),
    "glossary": (),
}
"""The formats of articles and the suffixes of their files; `l10n.formats.<name>` reads and writes each.

A glossary is known by its name, `glossary.toml`: other TOML is no article.
"""


Key = tuple[str, str]
"""What identifies a segment for gettext: (msgctxt or "", msgid)."""


class State(IntEnum):
    """How far a target has come; the names and the order of XLIFF 2.1 `state`."""

    INITIAL = 0
    TRANSLATED = 1
    REVIEWED = 2
    FINAL = 3

    def __str__(self) -> str:
        return self.name.lower()

    @classmethod
    def parse(cls, word: str) -> State:
        """The state of that name; ValueError otherwise."""
        try:
            return cls[word.upper()]
        except KeyError:
            what = phrase("`{word}` is no state; states are initial, translated, reviewed, final", word=word)
            raise ValueError(what) from None


@dataclass(frozen=True, slots=True)
class Unit:
    """A block of an article: headline, paragraph, caption, alternative text (XLIFF `<unit>`)."""

    kind: str
    """headline, deck, byline, p, li, h2, figcaption, credit, blockquote, td, th, alt, title, description, …"""
    source: str
    """Decoded text, white space folded where the format folds it, inline codes as numbered tags (see codes.py)."""
    line: int = 1
    """1-based line in the document where its text starts."""
    id: str = ""
    """The `id` of its element, or ""."""
    codes: tuple[tuple[str, str], ...] = ()
    """What each inline code stands for, in order: ("a1", '<a href="…">')."""


@dataclass(frozen=True, slots=True)
class Place:
    """One occurrence of a segment in its article."""

    unit: int
    """0-based index of the unit in the document."""
    line: int
    """1-based line of the unit."""
    number: int
    """1-based number of the unit among those of its kind: the 12 of "p 12"."""
    sentence: int = 1
    """1-based."""
    of: int = 1
    """How many segments the unit has."""

    def said(self, kind: str) -> str:
        """In words, for a segment of this kind: "p 12", or "p 12, sentence 2 of 4"."""
        unit = f"{kind} {self.number}"
        return unit if self.of == 1 else f"{unit}, sentence {self.sentence} of {self.of}"


@dataclass(frozen=True, slots=True)
class Segment:
    """One entry of a catalog: a sentence of a unit, or the whole unit (XLIFF `<segment>`)."""

    context: str
    """msgctxt: the kind; "p #intro" or "p ~2" where equal sources are told apart."""
    source: str
    """msgid: trimmed; inline codes numbered from 1 in each segment."""
    kind: str
    places: tuple[Place, ...]
    """Every occurrence, in document order; never empty."""
    codes: tuple[tuple[str, str], ...] = ()
    """What each inline code stands for, as in the first occurrence."""
    after: tuple[str, ...] = ()
    """Of running text that stands in several places: what is read before it in each, "" at the beginning."""

    @property
    def key(self) -> Key:
        """(msgctxt, msgid)."""
        return (self.context, self.source)
