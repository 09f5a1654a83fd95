"""sync: the article changed, or somebody typed; catalogs and ledgers follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from l10n import files, ledger, po, sync, text
from l10n.errors import CatalogError
from l10n.model import Catalog
from l10n.project import Article, Project
from l10n.sync import Change
from l10n.workflow import view

ATTEMPTS = 5
"""How often a catalog is read anew that somebody saves while it is being synced."""

BATCH = 64
"""Articles in one task of an executor: the overhead of a task is then under 10 µs an article."""


VERBS = ("added", "carried", "drafted", "split", "joined", "relabelled", "revived", "retired", "displaced")
"""What may happen to a segment besides being kept, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class Synced:
    """What sync did to one catalog."""

    article: str
    locale: str
    counts: dict[str, int]
    """How many segments were kept, carried, drafted, …"""
    changes: tuple[Change, ...]
    """Every change but `kept`."""
    typed: int
    """Texts that somebody typed since the last time."""
    wrote: bool
    warnings: tuple[str, ...] = ()

    def told(self) -> str:
        """What happened in one line, "" for nothing."""
        parts = [f"{self.counts[verb]} {verb}" for verb in VERBS if self.counts.get(verb)]
        typed = f"{self.typed} typed" if self.typed else ""
        return ", ".join(part for part in (typed, *parts) if part)

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
            "typed": self.typed,
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


def sync_articles(
    project: Project,
    articles: Sequence[Article],
    options: Options,
    executor: Executor | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> list[Synced]:
    """Bring the catalogs of these articles up to date; the same bytes whatever the executor."""
    with files.lock(project.cache / "lock") if not options.dry_run else nullcontext():
        results: list[Synced] = []
        for batch in _run(project, articles, options, executor):
            results += batch
            progress(len(results))
        return results


def _run(
    project: Project, articles: Sequence[Article], options: Options, executor: Executor | None
) -> Iterator[list[Synced]]:
    if executor is None:
        for article in articles:
            yield sync_batch(project, [article], options)
        return
    batches = [articles[n : n + BATCH] for n in range(0, len(articles), BATCH)]
    yield from executor.map(sync_batch, [project] * len(batches), batches, [options] * len(batches))


def sync_batch(project: Project, articles: Iterable[Article], options: Options) -> list[Synced]:
    """One task: these articles, one after the other."""
    return [done for article in articles for done in _sync_article(project, article, options)]


def _sync_article(project: Project, article: Article, options: Options) -> list[Synced]:
    source = view.source(project, article, resegment=options.resegment, whole_page=options.whole_page)
    done = [_sync_side(source, locale, options) for locale in project.settings.locales]
    if not options.dry_run:
        template = sync.template(source.assembly.segments, source.template, file=article.file)
        if template.header is None:
            template = template.replace(header=view.header(project))
        po.write(template, project.template(article.name))
    return done


def _sync_side(source: view.Source, locale: str, options: Options) -> Synced:
    for attempt in range(ATTEMPTS):
        side = view.side(source, locale, by=options.by, when=options.when)
        try:
            wrote = False if options.dry_run else write(side)
        except files.Changed:
            if attempt == ATTEMPTS - 1:
                raise CatalogError(
                    "another program keeps saving this file", where=str(side.path), hint="close it there, then sync"
                ) from None
            continue
        return _summary(side, wrote)
    raise AssertionError


def write(side: view.Side) -> bool:
    """Ledger first, then catalog; files.Changed where the catalog is no longer the one that was read."""
    article = side.source.article.name
    if files.stamp(side.path) != side.was:
        raise files.Changed(side.path)
    ledger.append(side.source.project.ledger(article, side.locale), side.records)
    return po.write(side.catalog, side.path, was=side.was)


def _summary(side: view.Side, wrote: bool) -> Synced:
    counts = Counter(change.verb for change in side.changes)
    changes = tuple(change for change in side.changes if change.verb != "kept")
    typed = sum(record.verb == "translate" and not record.origin for record in side.records)
    return Synced(side.source.article.name, side.locale, dict(counts), changes, typed, wrote, side.warnings)


def onto(project: Project, catalog: Path, foreign: Path, options: Options) -> tuple[Synced, tuple[str, ...]]:
    """Bring every text of a file that lost its contexts back onto a catalog; also what found no place there."""
    article, locale = owner(project, catalog)
    brought = po.read(foreign)
    left: tuple[str, ...] = ()

    def bring(own: Catalog) -> Catalog:
        nonlocal left
        merged, left = sync.onto(own, brought)
        return merged

    with files.lock(project.cache / "lock"):
        source = view.source(project, article)
        side = view.side(source, locale, by=options.by, when=options.when, onto=bring)
        return _summary(side, write(side)), left


def owner(project: Project, catalog: Path) -> tuple[Article, str]:
    """The article and the locale of a catalog file; CatalogError where it is none of the project's."""
    path = catalog.resolve()
    for article in project.articles():
        for locale in project.settings.locales:
            if project.catalog(article.name, locale) == path:
                return article, locale
    raise CatalogError(
        "no catalog of this project", where=str(catalog), hint="name a file like `locales/ru/<article>.po`"
    )
