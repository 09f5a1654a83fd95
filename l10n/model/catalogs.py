"""A catalog: one PO file and its entries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol, cast

from l10n.model.articles import Key


@dataclass(frozen=True, slots=True)
class Previous:
    """The source a draft was made for: the `#|` lines of an entry. None means that the line is absent."""

    context: str | None = None
    source: str | None = None
    plural: str | None = None


class Notes(NamedTuple):
    """What the comment lines of an entry say, the flags excepted."""

    comments: tuple[str, ...] = ()
    """Lines of translator comments without "# ", ours (`l10n: …`) included."""
    extracted: tuple[str, ...] = ()
    """Lines of extracted comments without "#. "."""
    references: tuple[str, ...] = ()
    """"source/kunaev.html:41" …"""
    previous: Previous | None = None


class Document(Protocol):
    """The file that an entry was read from."""

    def notes(self, number: int) -> Notes:
        """The notes of the entry of this number, as they were read."""

    def line(self, number: int) -> int:
        """1-based line of the file where the entry of this number starts."""

    def same(self, entry: Entry, other: Entry) -> bool:
        """Whether both, this one read here, stand unchanged in their files with the very same bytes."""


@dataclass(frozen=True, slots=True, eq=False, init=False, repr=False)
class Entry:
    """One message of a PO file. Equal when all fields of CONTENT are.

    One that was read remembers where (`document`, `number`), and what was replaced since (`changed`), so that
    po.dumps keeps all other bytes. Its notes stay in the document until somebody asks: they are asked for less
    often, and would weigh as much as the texts.
    """

    context: str | None
    """msgctxt; None where there is no such line."""
    source: str
    """msgid."""
    targets: tuple[str, ...]
    """msgstr, or msgstr[0], msgstr[1] … of a plural entry."""
    plural: str | None
    """msgid_plural."""
    flags: tuple[str, ...]
    """Every flag as written, `fuzzy` included, those of `#=` lines too."""
    obsolete: bool
    document: Document | None
    """The file it was read from; None for one made here."""
    number: int
    """Its number in that file, from 0."""
    changed: frozenset[str]
    """Names of the fields that were replaced since it was read."""
    _notes: Notes | None
    """None where they are as in the document."""

    def __init__(
        self,
        context: str | None,
        source: str,
        targets: tuple[str, ...] = ("",),
        plural: str | None = None,
        comments: tuple[str, ...] = (),
        extracted: tuple[str, ...] = (),
        references: tuple[str, ...] = (),
        flags: tuple[str, ...] = (),
        previous: Previous | None = None,
        obsolete: bool = False,
    ) -> None:
        notes = Notes(comments, extracted, references, previous)
        values: tuple[Any, ...] = (context, source, targets, plural, flags, obsolete, None, 0, frozenset(), notes)
        for name, value in zip(_SLOTS, values, strict=True):
            object.__setattr__(self, name, value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Entry):
            return NotImplemented
        if self is other or (self.document is not None and self.document.same(self, other)):
            return True
        return all(getattr(self, name) == getattr(other, name) for name in CONTENT)

    def __hash__(self) -> int:
        return hash((self.context, self.source))

    def __repr__(self) -> str:
        return f"Entry({', '.join(f'{name}={getattr(self, name)!r}' for name in CONTENT)})"

    @property
    def notes(self) -> Notes:
        """What its comment lines say."""
        return self._notes or self.document.notes(self.number)  # type: ignore[union-attr]  # one of both is there

    @property
    def comments(self) -> tuple[str, ...]:
        return (self._notes or self.document.notes(self.number))[0]  # type: ignore[union-attr]  # for speed

    @property
    def extracted(self) -> tuple[str, ...]:
        return (self._notes or self.document.notes(self.number))[1]  # type: ignore[union-attr]

    @property
    def references(self) -> tuple[str, ...]:
        return (self._notes or self.document.notes(self.number))[2]  # type: ignore[union-attr]

    @property
    def previous(self) -> Previous | None:
        return (self._notes or self.document.notes(self.number))[3]  # type: ignore[union-attr]

    @property
    def line(self) -> int:
        """1-based line of the file where the entry starts; 0 for one that is not from a file."""
        return self.document.line(self.number) if self.document else 0

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
        return not "".join(self.targets).strip()

    def flagged(self, fuzzy: bool) -> Entry:
        """This entry with the fuzzy flag, before all others, or without it; the same object where nothing changes."""
        if fuzzy == self.fuzzy:
            return self
        others = tuple(flag for flag in self.flags if flag != "fuzzy")
        return self.replace(flags=("fuzzy", *others) if fuzzy else others)

    def replace(self, **changes: Any) -> Entry:
        """A copy with these fields changed; where the entry was read from is not forgotten."""
        if not changes.keys() <= _CONTENT:
            raise TypeError(f"an entry has no {', '.join(sorted(changes.keys() - _CONTENT))}")
        if self.document is not None:
            changes["changed"] = self.changed | changes.keys()
        said = {name: changes.pop(name) for name in _NOTES.intersection(changes)}
        if said:
            changes["_notes"] = self.notes._replace(**said)
        texts = (self.context, self.source, self.targets, self.plural, self.flags, self.obsolete)
        copy = entry_read(self.document, self.number, *texts, self._notes)
        for name, value in changes.items():
            object.__setattr__(copy, name, value)
        return copy


CONTENT = ("context", "source", "targets", "plural", *Notes._fields, "flags", "obsolete")
"""Names of the fields that make two entries differ."""

_CONTENT = frozenset(CONTENT)
_NOTES = frozenset(Notes._fields)
_NOTHING: frozenset[str] = frozenset()
_SLOTS = Entry.__slots__


class _Blank:
    """An Entry that is being filled, and then turned into one: to fill a frozen one takes four times the time."""

    __slots__ = _SLOTS


def entry_read(
    document: Document | None,
    number: int,
    context: str | None,
    source: str,
    targets: tuple[str, ...],
    plural: str | None,
    flags: tuple[str, ...],
    obsolete: bool,
    notes: Notes | None = None,
) -> Entry:
    """An entry as it was read from this document; notes None: the document is asked."""
    entry: Any = _Blank()
    entry.context = context
    entry.source = source
    entry.targets = targets
    entry.plural = plural
    entry.flags = flags
    entry.obsolete = obsolete
    entry.document = document
    entry.number = number
    entry.changed = _NOTHING
    entry._notes = notes
    entry.__class__ = Entry
    return cast(Entry, entry)


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
