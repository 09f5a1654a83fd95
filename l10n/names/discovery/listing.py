"""What discovery reads and what it gives: passages; names, and spellings that disagree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from l10n.model import Term
from l10n.phrases import Phrase


class Passage(NamedTuple):
    """A text in which names are looked for."""

    text: str
    """A segment, inline codes included."""
    place: str
    """Where it stands, as people read it: `source/border.html:41`."""
    kind: str = "p"
    """The kind of its unit: `headline`, `figcaption`, …"""


@dataclass(frozen=True, slots=True)
class Found:
    """A name that an article uses."""

    form: str
    """As its fullest mention has it; in the nominative where the article does."""
    kind: str
    """One of names.KINDS; a guess where the name is not known."""
    count: int
    """How often it is mentioned, in all its forms."""
    places: tuple[str, ...]
    """Where, each once, in order."""
    why: str
    """What told the kind: "title `President`"; "in the glossary" for a known one."""
    forms: tuple[str, ...] = ()
    """Its other forms in the article: a surname alone, an acronym, inflected forms."""
    term: Term | None = None
    """The entry of the glossary; None for a name that is not known."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Spellings that look like one name."""

    forms: tuple[str, ...]
    """The doubtful one first, then what it disagrees with."""
    places: tuple[str, ...]
    """Where the doubtful one stands."""
    reason: Phrase
    """In words for an editor."""
    better: str = ""
    """What to write instead, where that is clear."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """What was found."""

    names: tuple[Found, ...]
    """Known and unknown, those mentioned most first."""
    disagreements: tuple[Disagreement, ...]
