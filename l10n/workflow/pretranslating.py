"""pretranslate: what is empty is drafted from the memory, from names and figures, and by engines, in this order.

    memory             in-context 100 · 100 · adapted · similar, from `least` on; by origin points off
    names and figures  what needs no translator's words (see wordless)
    engine             those that the settings name for the locale, one after the other (see consulting)

A draft is fuzzy and says what made it, `# l10n-origin: memory 92`; one from a similar text has the source of that in
its `#|` lines.  The ledger keeps its text, so that what became of it can be measured (see effort).  What a person typed
is never touched, nor a draft that stands there.

Drafts are found first, which may take long, while others go on typing; then they are written into what is empty still,
article by article, locale by locale.  So whatever ends a run, what was finished before is on the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from l10n import comments, ledger
from l10n.ledger import Ledger
from l10n.model import Catalog, Entry, Key, Previous, Record
from l10n.project import Article, Project
from l10n.workflow import mentions, naming, remembering, syncing, view, writing
from l10n.workflow.drafting import Drafter, Made, Shelf
from l10n.workflow.leverage import Leverage
from l10n.workflow.recalling import Recall

if TYPE_CHECKING:
    from l10n.errors import EngineError
    from l10n.workflow.consulting import Bill, Desk, Unused

SHOWN = 60
"""The score of the worst match that an engine is told of: below it, a model copies what does not fit."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to draft."""

    when: str
    by: str = ""
    """Who typed what is new in the catalogs meanwhile."""
    locales: tuple[str, ...] = ()
    """All targets, where none is named."""
    least: int | None = None
    """The score of the worst match that becomes a draft; that of the settings, where none is named."""
    with_memory: bool = True
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What was drafted in one locale of an article."""

    article: str
    locale: str
    drafts: Mapping[Key, Made]
    left: tuple[Key, ...]
    """What stays empty."""
    unused: tuple[tuple[Key, Unused], ...]
    """What engines said that is no draft, and why."""
    asked: int
    """In a dry run: segments that engines would be asked for."""


@dataclass(frozen=True, slots=True)
class Pretranslated:
    """What a run did."""

    done: tuple[Done, ...]
    leverage: Mapping[str, Leverage]
    """By locale."""
    bills: tuple[Bill, ...] = ()
    """Of a dry run: what engines would be sent."""
    given_up: Mapping[str, EngineError] = field(default_factory=dict)
    """Engines that broke down."""
    refused: Mapping[tuple[str, str], EngineError] = field(default_factory=dict)
    """By engine and locale: the service does not have it, or says no to whoever asks."""
    at_ceiling: Mapping[str, int] = field(default_factory=dict)
    """How many texts an engine was not sent because of its ceiling."""
    sent: Mapping[str, int] = field(default_factory=dict)
    """Characters, by engine."""
    warnings: tuple[str, ...] = ()
    """What could not be read into the memory, in sentences."""


def pretranslate(
    project: Project,
    articles: Sequence[Article],
    options: Options,
    desk: Desk | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
    reading: Callable[[int, int], None] = lambda done, total: None,
) -> Pretranslated:
    """Draft what is empty in these articles. desk: the engines; None for none.

    progress: told how many articles are drafted, of how many; reading: how much of the memory was read.
    """
    done: list[Done] = []
    counted: dict[str, Leverage] = {}
    warnings: tuple[str, ...] = ()
    with ExitStack() as stack:
        recall = None
        if options.with_memory:
            memory, update = stack.enter_context(remembering.opened(project, reading))
            warnings = update.warnings
            least = project.settings.pretranslating.least if options.least is None else options.least
            recall = Recall(project, memory, least, SHOWN if desk else least)
        shelf = Shelf(naming.load(project), recall, desk, options.dry_run)
        if not options.dry_run:
            with writing.alone(project):
                pass  # what killed commands left is gone
        pages = [article for article in articles if not article.is_glossary]
        for number, article in enumerate(pages):
            progress(number, len(pages))
            source = mentions.source(project, article, shelf.glossary)
            for locale in source.targets:
                if not options.locales or locale in options.locales:
                    done.append(_draft(source, locale, shelf, counted.setdefault(locale, Leverage()), options))
    told = Pretranslated(tuple(done), counted, warnings=warnings)
    if desk is None:
        return told
    bills = desk.bills(shelf.wanted, {locales: shelf.pairs(locales) for locales in shelf.wanted})
    return replace(
        told,
        bills=tuple(bills),
        given_up=desk.given_up,
        refused=desk.refused,
        at_ceiling=desk.at_ceiling,
        sent=desk.sent,
    )


def _draft(source: view.Source, locale: str, shelf: Shelf, counted: Leverage, options: Options) -> Done:
    """Find the drafts of one locale of an article, and write them."""
    one = Drafter(shelf, source, view.side(source, locale), counted)
    one.run()
    if one.drafts and not options.dry_run:
        how = syncing.Options(options.when, options.by, glossary=shelf.glossary)
        fill = Fill(locale, one.drafts, options.when).fill
        syncing.sync_one(source.project, source.article, locale, how, fill)
    return Done(source.article.name, locale, one.drafts, tuple(one.left), tuple(one.unused), one.asked)


@dataclass(frozen=True, slots=True)
class Fill:
    """Writes drafts into what is empty still."""

    locale: str
    drafts: Mapping[Key, Made]
    when: str

    def fill(self, locale: str, catalog: Catalog, known: Ledger) -> tuple[Catalog, tuple[Record, ...]]:
        """The catalog with the drafts, and their records."""
        if locale != self.locale:
            return catalog, ()
        entries: list[Entry] = []
        records: list[Record] = []
        for entry in catalog.entries:
            made = None if entry.obsolete or not entry.empty else self.drafts.get(entry.key)
            new = entry if made is None else drafted(entry, made)
            if made is not None and (record := ledger.drafted(new, known, self.when)):
                records.append(record)
            entries.append(new)
        return catalog.replace(entries=tuple(entries)), tuple(records)


def drafted(entry: Entry, made: Made) -> Entry:
    """An empty entry with a draft: fuzzy, with its origin, and with the source that it was made for."""
    return entry.replace(
        targets=(made.target,),
        comments=comments.with_origin(entry.comments, made.origin),
        previous=Previous(source=made.made_for) if made.made_for else None,
    ).flagged(True)
