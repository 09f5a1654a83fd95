"""What the checks are given of an article in one locale: its texts, in document order, each in its place.

A text is a target beside its source, those of the segments that are joined to it included; in the locale of the
article itself, a copy edit, or else the original.  Fuzzy targets are drafts, and asked for apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from l10n import assembly, ledger, text
from l10n.checks.pairs import Pair, Text
from l10n.glossary import Glossary
from l10n.model import JOINED, Entry, Key, Mention, Record, Segment
from l10n.workflow import mentions, view

Named = Mapping[Key, tuple[Mention, ...]]
"""The mentions in the sources of segments."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A text that is checked, in its place."""

    article: str
    locale: str
    source_locale: str
    key: Key
    kind: str
    place: str
    """In words: "p 12, sentence 2 of 4"."""
    file: str
    """From the project's folder: the catalog, or of an original the article."""
    line: int
    """1-based, in that file: of the entry, or of the unit."""
    source: str
    """With those that are joined to it; of an original, and of its copy edits, the original."""
    target: str
    """What is checked; of an original the text itself."""
    digest: str
    """Names exactly these texts, 64 hex digits."""
    fuzzy: bool = False
    waivers: tuple[tuple[str, Record], ...] = ()
    """Standing ones of exactly these texts, by check.rule."""

    @property
    def id(self) -> str:
        """Of the segment."""
        return text.segment_id(*self.key)

    @property
    def is_source(self) -> bool:
        """The text is in the language of the article itself."""
        return self.locale == self.source_locale

    @property
    def is_typed(self) -> bool:
        """It stands in a catalog, and not in the article alone."""
        return not self.is_source or self.source != self.target


@dataclass(frozen=True, slots=True)
class Spoken:
    """A spot with what the checks of segments are given."""

    spot: Spot
    entry: Entry
    pair: Pair
    """Of an original, source and target are the same text."""
    named: tuple[Mention, ...] = ()
    """The names of the glossary in its source."""


@dataclass(frozen=True)
class Original:
    """An article with what is asked for in every locale, worked out once."""

    source: view.Source
    glossary: Glossary

    @cached_property
    def side(self) -> view.Side:
        """Its own locale."""
        return view.side(self.source, self.source.locale)

    @cached_property
    def named(self) -> Named:
        """The names of the glossary in its segments."""
        return mentions.named(self.source, self.glossary) if self.source.article.is_page else {}

    @cached_property
    def texts(self) -> dict[Key, Text]:
        """Its segments, so that what stands in them is read once for all locales."""
        return {one.key: Text(one.source, self.source.locale) for one in self.source.assembly.segments}

    @cached_property
    def joints(self) -> dict[Key, tuple[tuple[assembly.Piece, ...], tuple[Key, ...]]]:
        """By segment its unit from there on, where it stands first: what may be joined to it."""
        found: dict[Key, tuple[tuple[assembly.Piece, ...], tuple[Key, ...]]] = {}
        for pieces, keys in zip(self.source.assembly.pieces, self.source.assembly.keys, strict=True):
            for n, key in enumerate(keys):
                found.setdefault(key, (pieces[n:], keys[n:]))
        return found


def spoken(original: Original, side: view.Side, *, drafts: bool = False) -> Iterator[Spoken]:
    """The texts of an article in a locale that have something to check. drafts: fuzzy ones, too."""
    reader = _Reader(original, side, drafts)
    for segment in original.source.assembly.segments:
        found = reader.source(segment) if side.is_source else reader.target(segment)
        if found is not None:
            yield found


def one(original: Original, side: view.Side, segment: Segment) -> Spoken | None:
    """The text of one segment, a draft included; None where it has nothing to check."""
    reader = _Reader(original, side, True)
    return reader.source(segment) if side.is_source else reader.target(segment)


@dataclass(frozen=True)
class _Reader:
    original: Original
    side: view.Side
    drafts: bool

    @cached_property
    def file(self) -> str:
        """Of the catalog."""
        return self.side.source.project.shown(self.side.path)

    def source(self, segment: Segment) -> Spoken | None:
        """A copy edit, or the original."""
        entry, edit = self.side.entries[segment.key], ""
        if not entry.empty and entry.target != JOINED and (self.drafts or not entry.fuzzy):
            edit = entry.target
        entry = entry if edit else entry.replace(targets=("",))
        said = self.original.texts[segment.key]
        target = Text(edit, said.locale) if edit else said
        digest = self.side.ledger.digest(entry)
        spot = self.spot(segment, entry, segment.source, edit or segment.source, digest, typed=bool(edit))
        return Spoken(spot, entry, Pair(said, target, segment.kind))

    def target(self, segment: Segment) -> Spoken | None:
        """A target; None where nothing is written, or said in the segment before, and for a draft nobody asked for."""
        entry = self.side.entries[segment.key]
        if not any(entry.targets) or entry.target == JOINED or (entry.fuzzy and not self.drafts):
            return None
        said, named = self.original.texts[segment.key], self.original.named.get(segment.key, ())
        digest = self.side.ledger.digest(entry)
        joined = self.joined(segment.key)
        if joined:
            said, named = self.together(segment.key, joined)
            digest = text.digest(entry.context, said.text, entry.plural, entry.targets)
        spot = self.spot(segment, entry, said.text, entry.target, digest, typed=True)
        target = Text(entry.target, self.side.locale)
        limit = self.side.source.project.settings.checks.limits.get(segment.kind)
        return Spoken(spot, entry, Pair(said, target, segment.kind, self.approved(entry), limit), named)

    def spot(self, segment: Segment, entry: Entry, source: str, target: str, digest: str, *, typed: bool) -> Spot:
        side, place = self.side, segment.places[0]
        in_catalog = typed and entry.line
        return Spot(
            side.source.article.name,
            side.locale,
            side.source.locale,
            segment.key,
            segment.kind,
            place.said(segment.kind),
            self.file if in_catalog else side.source.article.file,
            entry.line if in_catalog else place.line,
            source,
            target,
            digest,
            entry.fuzzy,
            tuple(ledger.waivers(side.ledger, digest).items()) if side.ledger.records else (),
        )

    def joined(self, key: Key) -> int:
        """How many segments behind this one are said in its target."""
        if not self.has_joints:
            return 0
        _, keys = self.original.joints[key]
        return next((n for n, one in enumerate(keys[1:]) if self.side.entries[one].target != JOINED), len(keys) - 1)

    @cached_property
    def has_joints(self) -> bool:
        """Whether any segment is said in another one."""
        return any(one.target == JOINED for one in self.side.entries.values())

    def together(self, key: Key, count: int) -> tuple[Text, tuple[Mention, ...]]:
        """The source of a segment and of so many behind it as one text, and the names in it."""
        pieces, keys = self.original.joints[key]
        source = assembly.joined_source(pieces[: count + 1])
        named = self.original.named
        found, start = list(named.get(key, ())), len(key[1])
        for one in keys[1 : count + 1]:
            at = source.find(one[1], start)
            if at >= 0:
                found += (mentions.moved(mention, at) for mention in named.get(one, ()))
                start = at + len(one[1])
        return Text(source, self.original.source.locale), tuple(found)

    def approved(self, entry: Entry) -> str:
        """The target that was approved last for the same source, where it is another one."""
        if not self.side.ledger.reviewed:
            return ""
        last = ledger.last_approved(self.side.ledger, entry.key)
        if len(last) != 1 or (last[0].context, last[0].source) != entry.key or not last[0].targets:
            return ""
        said = last[0].targets[0]
        return "" if said in (entry.target, JOINED) else said
