"""sync: the article changed, or somebody typed; catalogs and ledgers follow.

Everything is planned before anything is written: what is refused leaves every file as it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, wait
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from l10n import files, ledger, po, sync, text
from l10n.errors import CatalogError
from l10n.files import Draft
from l10n.glossary import Glossary
from l10n.model import Catalog, State
from l10n.phrases import phrase
from l10n.project import Article, Project
from l10n.sync import Change
from l10n.workflow import mentions, naming, view, writing
from l10n.workflow.writing import Pending, alone, locked, steadily

BATCH = 16
"""Articles in one task of an executor: enough tasks for many cores, each with an overhead under 40 µs an article."""


TOLD = {
    "added": "new",
    "carried": "edited, state kept",
    "drafted": "source changed",
    "split": "split",
    "joined": "joined",
    "relabelled": "of another kind, state kept",
    "revived": "back",
    "retired": "gone",
    "displaced": "kept in the ledger",
}
"""What may happen to a segment besides being kept, in the order and the words in which it is told."""


@dataclass(frozen=True, slots=True)
class Synced:
    """What sync did to one catalog."""

    article: str
    locale: str
    counts: dict[str, int]
    """How many segments were kept, carried, drafted, …"""
    changes: tuple[Change, ...]
    """Every change but `kept`."""
    typists: Mapping[str, int]
    """How many texts who typed since the last time; "" is somebody unknown."""
    doubted: int
    """Approved texts that came back fuzzy."""
    unflagged: int
    """Drafts that all lost their flag at once, unchanged: a program did that, and nobody stands for them."""
    wrote: bool
    cost: int = 0
    """Approvals that cutting anew takes away."""
    merged: bool = False
    """git had left its conflict marks in the file."""
    back: int = 0
    """Drafts that another program had emptied, as they were again."""
    gone: int = 0
    """Emptied drafts whose text is not known."""
    warnings: tuple[str, ...] = ()

    @property
    def typed(self) -> int:
        """Texts that somebody typed since the last time."""
        return sum(self.typists.values())

    def told(self) -> str:
        """What happened in one line, "" for nothing."""
        counted = [
            *((n, f"typed by {who or 'somebody unknown'}") for who, n in sorted(self.typists.items())),
            (self.doubted, "approved, flagged fuzzy"),
            (self.unflagged, "lost the fuzzy flag, unchanged"),
            (self.back, "emptied by another program, put back"),
            (self.gone, "emptied by another program"),
            *((self.counts.get(verb, 0), words) for verb, words in TOLD.items()),
            (self.cost, "approved no longer"),
        ]
        merged = ["both sides of a git conflict merged"] if self.merged else []
        return ", ".join([*merged, *(f"{n} {words}" for n, words in counted if n)])

    def facts(self) -> list[str]:
        """The edits that changed a fact under a target, each a line that names segment and fact."""
        return [
            f"{text.segment_id(*change.key)}  fact changed: {change.edit.reason}"
            for change in self.changes
            if change.edit is not None and change.edit.kind == "fact" and change.verb != "added"
        ]

    def as_json(self) -> dict[str, Any]:
        """For other programs."""
        changes = [
            {
                "verb": change.verb,
                "segment": text.segment_id(*change.key),
                "msgctxt": change.key[0],
                "source": change.key[1],
                "before": [source for _, source in change.before],
                "edit": change.edit.kind if change.edit else "",
                "reason": change.edit.reason if change.edit else "",
            }
            for change in self.changes
        ]
        return {
            "article": self.article,
            "locale": self.locale,
            "wrote": self.wrote,
            "merged": self.merged,
            "typed": self.typed,
            "typed by": dict(sorted(self.typists.items())),
            "doubted": self.doubted,
            "put back": self.back,
            "emptied": self.gone,
            "cost": self.cost,
            "unflagged": self.unflagged,
            "counts": self.counts,
            "changes": changes,
            "warnings": list(self.warnings),
        }


@dataclass(frozen=True, slots=True)
class Options:
    """How to sync."""

    when: str
    by: str = ""
    resegment: bool = False
    whole_page: bool = False
    dry_run: bool = False
    glossary: Glossary | None = None
    """As it will be; None: as it is on disk."""
    drafting: Callable[[int, int], None] | None = None
    """Told how many renderings of names are drafted, of how many."""


@dataclass(frozen=True, slots=True)
class _Planned:
    """One article before anything of it is written."""

    article: Article
    sides: tuple[tuple[Synced, Pending | None], ...]
    """A locale each; nothing pending where nothing is to be written."""
    template: Draft | None = None
    book: tuple[view.Side, ...] = ()
    """Of the glossary: what articles tell its names from."""

    @property
    def names(self) -> Glossary:
        """Of the glossary: its names as they will be."""
        return Glossary(self.book[0].source.names, {side.locale: naming.renderings(side) for side in self.book})

    def drop(self) -> None:
        """Leave everything as it is."""
        for draft in (self.template, *(pending for _, pending in self.sides)):
            if draft is not None:
                draft.drop()


def sync_articles(
    project: Project,
    articles: Sequence[Article],
    options: Options,
    executor: Executor | None = None,
    progress: Callable[[int], None] = lambda done: None,
    drafting: Callable[[int, int], None] = lambda done, total: None,
) -> list[Synced]:
    """Bring the catalogs of these articles up to date; the same bytes whatever the executor.

    drafting: told how many renderings of new names are drafted, of how many.
    """
    options = replace(options, drafting=drafting)
    if options.dry_run:
        return [synced for one in _run(project, articles, options, executor) for synced, _ in one.sides]
    with alone(project):
        planned: list[_Planned] = []
        try:
            for one in _run(project, articles, options, executor):
                planned.append(one)
                progress(len(planned))
            return [synced for one in planned for synced in put(project, one, options)]
        except BaseException:
            for one in planned:
                one.drop()
            raise


def _run(
    project: Project, articles: Sequence[Article], options: Options, executor: Executor | None
) -> Iterator[_Planned]:
    """Plan each article, the glossary first, so that articles tell its drafts at once.

    Where one is refused, wait for those in other processes, and leave nothing behind.
    """
    book = next((plan_article(project, one, options) for one in articles if one.is_glossary), None)
    pages = [article for article in articles if not article.is_glossary]
    if pages:
        options = replace(options, glossary=book.names if book else naming.load(project), drafting=None)
    futures = []
    try:
        if executor is None:
            planned = (plan_article(project, article, options) for article in pages)
        else:
            batches = [pages[n : n + BATCH] for n in range(0, len(pages), BATCH)]
            futures = [executor.submit(plan_batch, project, batch, options) for batch in batches]
            planned = (one for future in futures for one in future.result())
        for article in articles:
            yield book if book and article.is_glossary else next(planned)
    except BaseException:
        if book is not None:
            book.drop()
        for future in futures:
            future.cancel()
        wait(futures)
        if futures:
            files.sweep(project.locales)
        raise


def plan_batch(project: Project, articles: Iterable[Article], options: Options) -> list[_Planned]:
    """One task: these articles, one after the other."""
    return [plan_article(project, article, options) for article in articles]


def plan_article(project: Project, article: Article, options: Options, fill: view.Fill | None = None) -> _Planned:
    """Every catalog of an article, and its template, as they will be.

    fill: drafts the renderings of names; without it those of l10n.names.
    """
    source = _source(project, article, options)
    planned = _Planned(article, ())
    make = _maker(source, options, fill)
    try:
        for locale in project.settings.locales:
            side, synced, pending = steadily(partial(_plan, make, locale, options))
            book = (*planned.book, side) if article.is_glossary else ()
            planned = replace(planned, sides=(*planned.sides, (synced, pending)), book=book)
        return planned if options.dry_run else replace(planned, template=_template(source))
    except BaseException:
        planned.drop()
        raise


def _source(project: Project, article: Article, options: Options) -> view.Source:
    how = {"resegment": options.resegment, "whole_page": options.whole_page}
    return mentions.source(project, article, options.glossary, **how)


def _maker(source: view.Source, options: Options, fill: view.Fill | None) -> Callable[[str], view.Side]:
    """What makes the side of a locale; of the glossary, with the drafts of l10n.names where no others are given."""
    if fill is None and source.article.is_glossary:
        from l10n.workflow.prefilling import Filler

        return Filler(source, options.by, options.when, options.drafting).side
    return partial(view.side, source, by=options.by, when=options.when, fill=fill)


def _plan(make: Callable[[str], view.Side], locale: str, options: Options) -> tuple[view.Side, Synced, Pending | None]:
    side = make(locale)
    pending = None if options.dry_run else writing.plan(side)
    synced = _summary(side, pending)
    return side, replace(synced, cost=_cost(side)) if options.resegment else synced, pending


def _cost(side: view.Side) -> int:
    """How many segments were approved in the catalog as it was read and are not in the new one, net."""
    before, after = (
        sum(side.ledger.status(entry).state >= State.REVIEWED for entry in entries)
        for entries in (side.before.entries, side.catalog.entries)
    )
    return max(0, before - after)


def _template(source: view.Source) -> Draft | None:
    """The POT of an article, beside its place; None where it is an extractor's."""
    project, article = source.project, source.article
    if article.is_catalog:
        return None
    template = sync.template(source.assembly.segments, source.template, file=article.file, about=source.about())
    if template.header is None:
        template = template.replace(header=view.header(project))
    path = project.template(article.name)
    return files.draft(path, po.dumps(template, str(path)))


def put(project: Project, planned: _Planned, options: Options, fill: view.Fill | None = None) -> Iterator[Synced]:
    """Write one article; a catalog that another program saved since it was read is synced anew."""
    for synced, pending in planned.sides:
        assert pending is not None, "it is no dry run"
        try:
            pending.put()
            yield synced
        except files.Changed:
            make = _maker(_source(project, planned.article, options), options, fill)
            yield steadily(partial(_written, make, synced.locale, options))
    if planned.template is not None:
        planned.template.put()


def _written(make: Callable[[str], view.Side], locale: str, options: Options) -> Synced:
    """Plan one catalog, and write it at once; files.Changed where another program saved it meanwhile."""
    _, synced, pending = _plan(make, locale, options)
    assert pending is not None, "it is no dry run"
    pending.put()
    return synced


def sync_one(project: Project, article: Article, locale: str, options: Options, fill: view.Fill) -> Synced:
    """Bring one catalog of an article up to date, and its template, with these drafts; on disk when it returns."""
    source = _source(project, article, options)
    with locked(project):
        synced = steadily(partial(_written, _maker(source, options, fill), locale, options))
        if (template := _template(source)) is not None:
            template.put()
    return synced


def _summary(side: view.Side, pending: Pending | None) -> Synced:
    translated = [record for record in side.records if record.verb == "translate"]
    typed = Counter(record.who for record in translated if not record.origin and not record.note)
    unflagged = sum(record.origin == ledger.states.UNFLAGGED for record in translated)
    return Synced(
        article=side.source.article.name,
        locale=side.locale,
        counts=dict(Counter(change.verb for change in side.changes)),
        changes=tuple(change for change in side.changes if change.verb != "kept"),
        typists=typed,
        doubted=sum(map(side.is_doubted, side.before.entries)),
        unflagged=unflagged,
        wrote=pending is not None and pending.draft is not None,
        merged=side.merged,
        back=side.back,
        gone=side.gone,
        warnings=side.warnings,
    )


def onto(project: Project, catalog: Path, foreign: Path, options: Options) -> tuple[Synced, tuple[str, ...]]:
    """Bring every text of a file that lost its contexts back onto a catalog; also what found no place there."""
    article, locale = owner(project, catalog)
    brought = po.read(foreign, twins=True)
    left: tuple[str, ...] = ()

    def bring(own: Catalog) -> Catalog:
        nonlocal left
        merged, left = sync.onto(own, brought)
        return merged

    def attempt() -> Synced:
        side = view.side(source, locale, by=options.by, when=options.when, onto=bring)
        if options.dry_run:
            return _summary(side, None)
        pending = writing.plan(side)
        pending.put()
        return _summary(side, pending)

    with alone(project):
        source = mentions.source(project, article)
        return steadily(attempt), left


def owner(project: Project, catalog: Path) -> tuple[Article, str]:
    """The article and the locale of a catalog file; CatalogError where it is none of the project's."""
    path = files.real(catalog)
    for article in project.articles():
        for locale in project.settings.locales:
            if project.catalog(article.name, locale) == path:
                return article, locale
    raise CatalogError(
        phrase("no catalog of this project"),
        where=str(catalog),
        hint=phrase("name a file like `locales/ru/<article>.po`"),
    )
