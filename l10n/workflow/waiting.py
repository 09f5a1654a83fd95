"""What waits for review: the segments of articles and locales as an editor counts them, in one queue.

The same segments as `l10n review` lists, and the same counts as `l10n report` gives, the copy edits of originals
besides, of which no report has a row.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from l10n import files, text
from l10n.workflow import view
from l10n.workflow.items import Item

_TYPED = re.compile(rb'^msgstr(?:\[\d+\])? (?:"(?!")|""[ \t]*\r?\n")', re.MULTILINE)
"""A target that is not empty."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A segment that waits for an editor, asks something, or claims more than a record bears out."""

    segment: str
    """Id."""
    kind: str
    words: int
    """Of its source."""
    since: str
    """UTC; "" where no record says it yet."""
    translators: tuple[str, ...]
    waits: bool
    """For an editor."""
    unchanged_draft: bool
    question: bool
    claim: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """Which of them are meant; every part that is given must fit."""

    unchanged_drafts: bool = False
    questions: bool = False
    """Wherever they wait, as `l10n review --questions`."""
    claims: bool = False
    """Wherever they wait, as `l10n review --claims`."""

    def fits(self, one: Waiting) -> bool:
        """Whether a segment is meant."""
        return (
            (one.waits or self.questions or self.claims)
            and (not self.unchanged_drafts or one.unchanged_draft)
            and (not self.questions or one.question)
            and (not self.claims or one.claim)
        )


@dataclass(frozen=True, slots=True)
class Pile:
    """What is meant of an article in a locale."""

    article: str
    locale: str
    segments: tuple[Waiting, ...]
    """Not empty."""

    @property
    def words(self) -> int:
        return sum(one.words for one in self.segments)

    @property
    def since(self) -> str:
        """When the oldest of them was handed in; "" where no record says it yet."""
        return min((one.since for one in self.segments if one.since), default="")

    @property
    def translators(self) -> tuple[str, ...]:
        """Who typed them, each once."""
        return tuple(sorted({name for one in self.segments for name in one.translators}))


def of_side(side: view.Side) -> tuple[Waiting, ...]:
    """The segments of an article in one locale that an editor may have to look at, in document order."""
    found = (_waiting(item) for item in _items(side))
    return tuple(one for one in found if one.waits or one.question or one.claim)


def _items(side: view.Side) -> Iterator[Item]:
    for one in side.source.assembly.segments:
        entry = side.entries[one.key]
        if entry.empty and side.is_source:
            continue
        yield Item(side.source.article.name, side.locale, side.source.locale, one, entry, side.status(one.key))


def _waiting(item: Item) -> Waiting:
    return Waiting(
        segment=item.id,
        kind=item.segment.kind,
        words=text.word_count(item.segment.source),
        since=item.status.since,
        translators=item.status.translators,
        waits=item.waits_for == "editor",
        unchanged_draft=item.status.unchanged_draft,
        question=bool(item.questions),
        claim=item.claims,
    )


def piles(some: Iterable[tuple[str, str, Collection[Waiting]]], wanted: Filter) -> list[Pile]:
    """(article, locale, segments) ▸ what is meant of each, what waits longest first."""
    chosen = ((article, locale, tuple(filter(wanted.fits, waiting))) for article, locale, waiting in some)
    found = [Pile(article, locale, segments) for article, locale, segments in chosen if segments]
    return _oldest_first(found)


def _oldest_first(some: Iterable[Pile]) -> list[Pile]:
    """What no record knows yet was typed just now, and stands last."""
    return sorted(some, key=lambda pile: (pile.since or "~", pile.article, pile.locale))


def narrowed(some: Iterable[Pile], *, kinds: Collection[str] = (), article: str = "") -> list[Pile]:
    """What is left of piles where some kinds, or one article, are meant."""
    meant = (pile for pile in some if article in ("", pile.article))
    kept = ((pile, tuple(one for one in pile.segments if not kinds or one.kind in kinds)) for pile in meant)
    return _oldest_first(replace(pile, segments=segments) for pile, segments in kept if segments)


def has_copy_edits(catalog: Path) -> bool:
    """Whether anything stands in the catalog of an original; the header alone is nothing."""
    try:
        data, _ = files.read(catalog)
    except OSError:
        return False
    return len(_TYPED.findall(data, 0)) > 1
