"""The nouns: frozen, and without input or output.

Article ▸ Unit ▸ Segment ▸ Entry of a Catalog ▸ Record of a ledger ▸ State
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Any

JOINED = "<joined/>"
"""A target that is *said in the segment before* (DESIGN: a joined sentence)."""


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
            raise ValueError(f"`{word}` is no state; states are initial, translated, reviewed, final") from None


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

    @property
    def key(self) -> tuple[str, str]:
        """What identifies a segment for gettext: (msgctxt, msgid)."""
        return (self.context, self.source)


@dataclass(frozen=True, slots=True)
class Previous:
    """The source a draft was made for: the `#|` lines of an entry. None means that the line is absent."""

    context: str | None = None
    source: str | None = None
    plural: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of a PO file, decoded."""

    context: str | None
    """msgctxt; None where there is no such line."""
    source: str
    """msgid."""
    targets: tuple[str, ...] = ("",)
    """msgstr, or msgstr[0], msgstr[1] … of a plural entry."""
    plural: str | None = None
    """msgid_plural."""
    comments: tuple[str, ...] = ()
    """Lines of translator comments without "# ", ours (`l10n: …`) included."""
    extracted: tuple[str, ...] = ()
    """Lines of extracted comments without "#. "."""
    references: tuple[str, ...] = ()
    """"source/kunaev.html:41" …"""
    flags: tuple[str, ...] = ()
    """Every flag as written, `fuzzy` included, those of `#=` lines too."""
    previous: Previous | None = None
    obsolete: bool = False
    line: int = field(default=0, compare=False)
    """1-based line of the file where the entry starts; 0 for one that is not from a file."""

    @property
    def key(self) -> tuple[str, str]:
        """(msgctxt or "", msgid)."""
        return (self.context or "", self.source)

    @property
    def target(self) -> str:
        """The target of an entry without plural; msgstr[0] of one with."""
        return self.targets[0] if self.targets else ""

    @property
    def fuzzy(self) -> bool:
        return "fuzzy" in self.flags

    @property
    def empty(self) -> bool:
        """No form of the target holds anything but white space."""
        return not any(target.strip() for target in self.targets)

    def replace(self, **changes: Any) -> Entry:
        """A copy with these fields changed."""
        return replace(self, **changes)


@dataclass(frozen=True, slots=True)
class Catalog:
    """One PO file: its header entry, then its messages in file order, obsolete ones included."""

    entries: tuple[Entry, ...] = ()
    header: Entry | None = None
    """The entry with the empty msgid; its target holds the header fields, one a line."""

    def by_key(self) -> dict[tuple[str, str], Entry]:
        """The active entries by (msgctxt, msgid)."""
        return {entry.key: entry for entry in self.entries if not entry.obsolete}


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a ledger; what each verb means stands in ledger.py.

    `digest` names exactly one text: `text.digest(context, source, plural, targets)`, 64 hex digits.
    """

    verb: str
    """translate, approve, send back, withdraw, carry, follow, waive, displace."""
    who: str
    """ASCII id of a person, `l10n` for the program itself, "" for unknown."""
    when: str
    """UTC, "2026-11-22T07:30:00Z"."""
    context: str = ""
    source: str = ""
    plural: str | None = None
    targets: tuple[str, ...] | None = None
    """The texts; None where the record holds the digest alone."""
    digest: str = ""
    state: State | None = None
    """What approve and carry give."""
    note: str = ""
    ends: tuple[str, ...] = ()
    """Ids of the records that this one ends."""
    after: tuple[tuple[str, str], ...] = ()
    """follow: the keys (msgctxt, msgid) of the segments that this one continues."""
    origin: str = ""
    """translate: "machine", "memory 92", … where no person typed it."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the newsroom, as the settings name them."""

    id: str
    """Lower-case ASCII; what records and PO comments carry."""
    names: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    """translator, editor, publisher; empty means any."""
    locales: tuple[str, ...] = ()
    """Empty means every locale."""
