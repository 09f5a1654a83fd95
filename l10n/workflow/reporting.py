"""report: how far every article is in every locale.

Rows are cached in `.l10n/report.json`, and what is published in `.l10n/published.json`, so that an archive in which
nothing changed is not read again (see seen.py). Deleting the caches loses nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from l10n import __version__, comments, files, reports
from l10n.errors import L10nError
from l10n.project import RESERVED, Article, Project
from l10n.reports import Counted, Report, Row, Stale
from l10n.workflow import seen
from l10n.workflow.seen import Seen

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from l10n.workflow import view

CACHE, PUBLISHED = "report.json", "published.json"
BATCH = 16
APART = (RESERVED,)
"""The names and terms are counted in a line of their own: each is a few words that no article has once more."""

Variants = Mapping[str, Mapping[str, Any]]
"""The built files that are variants of articles, by place: what _OF_VARIANT names."""

_OF_VARIANT = ("article", "locale", "source_digest", "stale")
"""What a report asks of the files in a manifest."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The rows of one article, and what they were made from."""

    seen: Seen
    source_digest: str
    rows: tuple[Row, ...]


def report(
    project: Project,
    articles: Sequence[Article],
    *,
    locales: Sequence[str] = (),
    today: str = "",
    executor: Executor | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> tuple[Report, tuple[Stale, ...]]:
    """Every article in each of its locales, and the published variants that are older than their source."""
    return of_counts(project, counts(project, articles, executor, progress), locales=locales, today=today)


def of_counts(
    project: Project, counted: Mapping[str, Counts], *, locales: Sequence[str] = (), today: str = ""
) -> tuple[Report, tuple[Stale, ...]]:
    """The same from what was counted, by article."""
    found = with_variants(project, (row for one in counted.values() for row in one.rows))
    rows = [row for row in found if not locales or row.locale in locales]
    deadlines = {
        name: settings.deadline.isoformat()
        for name, settings in project.settings.articles.items()
        if settings.deadline is not None
    }
    variants = _variants(project)
    published = {(one["article"], one["locale"]): "stale" if one["stale"] else "published" for one in variants.values()}
    least = project.settings.gate.state
    done = reports.report(
        rows, least=least, deadlines=deadlines, published=published, today=today, apart=apart(project)
    )
    sources = {name: one.source_digest for name, one in counted.items()}
    return done, reports.stale(_asked_for(project, variants, sources.keys()), sources)


def apart(project: Project) -> tuple[str, ...]:
    """Names of what is no page: those of APART, and the catalogs without an article."""
    return (*APART, *project.settings.catalogs)


def with_variants(project: Project, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows of the locales, each with those of the script variants that are converted from it."""
    others = apart(project)
    for row in rows:
        yield row
        for tag, base in project.settings.variants.items():
            if base == row.locale and row.article not in others:
                yield row._replace(locale=tag, converted_from=base)


def _asked_for(project: Project, variants: Variants, names: Set[str]) -> Variants:
    """The built files of these articles; where they are all that there are, of those that are gone as well."""
    others = [place for place, one in variants.items() if one["article"] not in names]
    if not others or names >= {article.name for article in project.articles()}:
        return variants
    return {place: one for place, one in variants.items() if one["article"] in names}


def counts(
    project: Project,
    articles: Sequence[Article],
    executor: Executor | None = None,
    progress: Callable[[int], None] = lambda done: None,
    faults: dict[str, L10nError] | None = None,
) -> dict[str, Counts]:
    """The rows of these articles, from the cache where nothing changed.

    faults: takes up what is wrong with an article that cannot be read, which is left out then; else it is raised.
    """
    known = _Cache.load(project)
    fresh: dict[str, Counts] = {}
    changed: list[Article] = []
    for article in articles:
        kept = known.get(article)
        if kept is None:
            changed.append(article)
        else:
            fresh[article.name] = kept
    for one, made in zip(changed, count_all(project, changed, executor), strict=True):
        if isinstance(made, Counts):
            fresh[one.name] = made
            known.put(one.name, made)
        elif faults is None:
            raise made
        else:
            faults[one.name] = made
        progress(len(fresh))
    known.save()
    return {article.name: fresh[article.name] for article in articles if article.name in fresh}


def uncounted(project: Project, articles: Sequence[Article]) -> int:
    """How many of these articles no report has counted yet, under these settings."""
    known = _Cache.load(project).articles
    return sum(article.name not in known for article in articles)


def keep(project: Project, counted: Mapping[str, Counts]) -> None:
    """Put what was counted into the cache."""
    known = _Cache.load(project)
    for name, one in counted.items():
        known.put(name, one)
    known.save()


def count_all(
    project: Project, articles: Sequence[Article], executor: Executor | None = None
) -> Iterator[Counts | L10nError]:
    """The rows of these articles, or what is wrong with them, one after the other, whatever the cache holds."""
    batches = [articles[n : n + BATCH] for n in range(0, len(articles), BATCH)]
    run = map if executor is None or len(batches) < 2 else executor.map
    for done in run(partial(_count_batch, project), batches):
        yield from done


def _count_batch(project: Project, articles: Iterable[Article]) -> list[Counts | L10nError]:
    return [_tried(project, article) for article in articles]


def _tried(project: Project, article: Article) -> Counts | L10nError:
    try:
        return _count(project, article)
    except L10nError as error:
        return error


def _count(project: Project, article: Article) -> Counts:
    from l10n.workflow import view

    locale = view.locale_of(project, article)
    targets = [tag for tag in project.settings.locales if tag != locale]
    found = seen.look(seen.paths_of(project, article, targets))
    source = view.source(project, article)
    if source.locale != locale:  # somebody saved the article this instant
        return _count(project, article)
    return Counts(found, source.digest, tuple(row(view.side(source, target)) for target in targets))


def row(side: view.Side) -> Row:
    """The segments of an article in one locale, counted."""
    return reports.tally(side.source.article.name, side.locale, counted(side))


def counted(side: view.Side) -> Iterator[Counted]:
    """What a report wants to know of each segment, in document order."""
    from l10n import text

    for segment in side.source.assembly.segments:
        entry, status = side.entries[segment.key], side.status(segment.key)
        yield Counted(
            words=text.word_count(segment.source),
            state=status.state,
            reason=status.reason,
            claim=status.claim is not None or status.reason == "claim",
            resubmitted=status.resubmitted,
            question=bool(comments.questions(entry)),
            unchanged=status.is_kept_draft,
            since=status.since,
            who=status.who,
        )


class _Cache:
    """The rows of the last report."""

    def __init__(self, project: Project, key: str, articles: dict[str, list[Any]]) -> None:
        self.project = project
        self.key = key
        self.articles = articles
        self.touched = False

    @classmethod
    def load(cls, project: Project) -> _Cache:
        """The cache of a project; an empty one where it is missing, odd, or of other settings or other rows."""
        key = hashlib.sha256(f"{__version__} {Row._fields} {project.settings!r}".encode()).hexdigest()
        found = _json(project.cache / CACHE)
        try:
            return cls(project, key, dict(found["articles"]) if found["key"] == key else {})
        except (ValueError, TypeError, KeyError):
            return cls(project, key, {})

    def get(self, article: Article) -> Counts | None:
        """The rows of an article if every file they come from is as it was."""
        kept = self.articles.get(article.name)
        if kept is None:
            return None
        try:
            when, stamps, digest, source, rows = kept
            before = Seen(when, stamps, digest)
            made = tuple([Row(article.name, one, tuple(n), tuple(words), *rest) for one, n, words, *rest in rows])
            now = before.still(seen.paths_of(self.project, article, [row[0] for row in rows]))
        except (ValueError, TypeError):
            return None
        if now is None:
            return None
        found = Counts(now, source, made)
        if now is not before:
            self.put(article.name, found)
        return found

    def put(self, name: str, found: Counts) -> None:
        """Keep the rows of an article."""
        looked = found.seen
        rows = [row[1:] for row in found.rows]
        self.articles[name] = [looked.when, looked.stamps, looked.digest, found.source_digest, rows]
        self.touched = True

    def save(self) -> None:
        """Write the rows, if they are others; those of articles that were not asked for stay."""
        if self.touched:
            _keep(self.project.cache / CACHE, {"key": self.key, "articles": self.articles})


def _variants(project: Project) -> Variants:
    """What the manifest of the build says; from the cache where it is the one that was read before."""
    path = project.build / "manifest.json"
    if files.stamp(path) == files.NOTHING:
        return {}
    found = _json(project.cache / PUBLISHED)
    try:
        before = Seen(found["when"], found["stamps"], found["digest"])
        if found["tool"] == __version__ and before.still([str(path)]) is before:
            return {place: dict(zip(_OF_VARIANT, one, strict=True)) for place, *one in found["files"]}
    except (ValueError, TypeError, KeyError):
        pass
    return _read_variants(project, path)


def _read_variants(project: Project, path: Path) -> Variants:
    from l10n import builders

    now = seen.look([str(path)])
    manifest = builders.read_manifest(project.build)
    variants = {
        place: {name: one.get(name, "") for name in _OF_VARIANT}
        for place, one in manifest.files.items()
        if "article" in one and "locale" in one
    }
    rows = [[place, *one.values()] for place, one in variants.items()]
    about = {"tool": __version__, "when": now.when, "stamps": now.stamps, "digest": now.digest}
    _keep(project.cache / PUBLISHED, {**about, "files": rows})
    return variants


def _json(path: Path) -> dict[str, Any]:
    """What a cache holds; nothing where it is missing or odd."""
    try:
        found = json.loads(files.read(path)[0])
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _keep(path: Path, data: dict[str, Any]) -> None:
    """Write a cache; a folder that cannot be written is reported on all the same."""
    try:
        files.replace(path, json.dumps(data, ensure_ascii=False).encode("utf-8"))
    except OSError:
        return
