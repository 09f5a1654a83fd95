"""The nouns: frozen, and without input or output.

Article ▸ Unit ▸ Segment ▸ Entry of a Catalog ▸ Record of a ledger ▸ State
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Protocol

JOINED = "<joined/>"
"""A target that is *said in the segment before* (DESIGN: a joined sentence)."""


FORMATS = {
    "html": (".html", ".htm", ".xhtml"),
    "markdown": (".md", ".markdown"),
    "text": (".txt",),
}
"""The formats of articles and the suffixes of their files; `l10n.formats.<name>` reads and writes each."""


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


@dataclass(frozen=True, slots=True)
class Previous:
    """The source a draft was made for: the `#|` lines of an entry. None means that the line is absent."""

    context: str | None = None
    source: str | None = None
    plural: str | None = None


class Document(Protocol):
    """The file that an entry was read from: it decodes a field when that is first asked for."""

    def field(self, entry: Entry, name: str) -> Any:
        """The value of a field of this entry that was not decoded yet."""

    def same(self, entry: Entry, other: Entry) -> bool:
        """Whether both, this one read here, stand unchanged in their files with the very same bytes."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One message of a PO file. Equal when all fields but the line are.

    One that was read decodes its fields when they are first asked for. It remembers where it was read
    (`document`, `number`) and what was replaced since (`changed`), so that po.dumps keeps all other bytes.
    """

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
    document: Document | None = field(default=None, init=False, repr=False, compare=False)
    """The file it was read from; None for one made here."""
    number: int = field(default=0, init=False, repr=False, compare=False)
    """Its number in that file, from 0."""
    changed: frozenset[str] = field(default=frozenset(), init=False, repr=False, compare=False)
    """Names of the fields that were replaced since it was read."""

    if not TYPE_CHECKING:  # for a type checker, an unknown name stays an error

        def __getattr__(self, name):
            """A field that was not decoded yet: its slot is empty."""
            if name not in _SETTABLE or self.document is None:
                raise AttributeError(f"an entry has no `{name}`")
            return self.document.field(self, name)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Entry):
            return NotImplemented
        if self is other or (self.document is not None and self.document.same(self, other)):
            return True
        return all(getattr(self, name) == getattr(other, name) for name in CONTENT)

    def __hash__(self) -> int:
        return hash((self.context, self.source))

    @property
    def key(self) -> Key:
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

    def flagged(self, fuzzy: bool) -> Entry:
        """This entry with the fuzzy flag, before all others, or without it; the same object where nothing changes."""
        if fuzzy == self.fuzzy:
            return self
        others = tuple(flag for flag in self.flags if flag != "fuzzy")
        return self.replace(flags=("fuzzy", *others) if fuzzy else others)

    def _decoded(self) -> bool:
        """Whether the fields of _TEXT were asked for: the document decodes them together and keeps them here."""
        try:
            object.__getattribute__(self, "source")
        except AttributeError:
            return False
        return True

    def replace(self, **changes: Any) -> Entry:
        """A copy with these fields changed; where the entry was read from is not forgotten."""
        if self.document is None:
            return Entry(**{name: getattr(self, name) for name in _SETTABLE if name not in changes}, **changes)
        if not changes.keys() <= _SETTABLE:
            raise TypeError(f"an entry has no {', '.join(sorted(changes.keys() - _SETTABLE))}")
        copy, put = Entry.__new__(Entry), object.__setattr__
        for name in {"document", "number", *self.changed, *(_TEXT if self._decoded() else ())}:
            put(copy, name, getattr(self, name))
        for name, value in changes.items():
            put(copy, name, value)
        put(copy, "changed", self.changed | changes.keys())
        return copy


_TEXT = ("context", "source", "targets", "plural", "flags", "obsolete")
_SETTABLE = frozenset(name for name, value in Entry.__dataclass_fields__.items() if value.init)
CONTENT = tuple(name for name, value in Entry.__dataclass_fields__.items() if value.compare)
"""Names of the fields that make two entries differ."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """One PO file: its header entry, then its messages in file order, obsolete ones included."""

    entries: tuple[Entry, ...] = ()
    header: Entry | None = None
    """The entry with the empty msgid; its target holds the header fields, one a line."""
    document: Document | None = field(default=None, init=False, repr=False, compare=False)
    """The file it was read from; None for one made here."""

    def replace(self, **changes: Any) -> Catalog:
        """A copy with other entries or another header; where it was read from is not forgotten."""
        copy = Catalog(changes.pop("entries", self.entries), changes.pop("header", self.header), **changes)
        object.__setattr__(copy, "document", self.document)
        return copy

    def by_key(self) -> dict[Key, Entry]:
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
    after: tuple[Key, ...] = ()
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
