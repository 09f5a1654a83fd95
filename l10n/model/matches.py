"""A match: what the memory offers for a segment, and how near it is."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.model.articles import State

MATCHES = ("in-context", "exact", "adapted", "fuzzy")
"""Kinds of matches, the best first: at equal score an earlier one outranks a later one.

in-context: the same source between the same neighbours. exact: the same source. adapted: equal but for figures,
dates and names, and those of the target were put in. fuzzy: similar.
"""

EXACT = 100
"""The score of an equal source, before penalties."""


@dataclass(frozen=True, slots=True)
class Match:
    """A pair of the memory that resembles a text."""

    source: str
    """As it stands in the memory."""
    target: str
    """As it stands in the memory; of one that is adapted, with the figures, dates and names of the text."""
    score: int
    """0–100, the scale of XLIFF 2.1 Matches `similarity`, penalties taken off; 100 means equal after NFC.

    Inline codes count as one character each. One that is adapted has 99, whatever its figures and names are.
    """
    kind: str
    """One of MATCHES."""
    state: State = State.TRANSLATED
    origin: str = "catalog"
    """Where the pair came from: catalog, tmx, alignment."""
    who: str = ""
    """The translator, or ""."""
    when: str = ""
    """UTC, ISO 8601, or ""."""
    article: str = ""
    """Where it stands: the article, or the name of a file, or ""."""
    context: str = ""
    """Its `msgctxt`, or ""."""
    before: str = ""
    """The source before it where it stands, or ""."""
    after: str = ""
    """The source after it, or ""."""
    source_locale: str = ""
    target_locale: str = ""
    penalty: int = 0
    """What was taken off the similarity for its origin."""
    places: int = 1
    """In how many places of the memory this pair stands, 200 at most."""
    is_reversed: bool = False
    """It was translated the other way round: what is the source here is the translation, and never in context."""

    @property
    def rank(self) -> tuple[int, int, bool, int]:
        """Sorts matches, the best first: by score, kind, direction, state."""
        return -self.score, MATCHES.index(self.kind), self.is_reversed, -self.state
