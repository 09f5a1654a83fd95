"""report: how far every article is in every locale.

Rows are cached in `.l10n/report.json` by size, time and inode of every file they come from, so that an archive in
which nothing changed is not read again.  A file that changed its stamp, or was written so shortly before the cache
that its stamp may lie, is compared by digest.  Deleting the cache loses nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from concurrent.futures import Executor
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from l10n import __version__, builders, files, ledger, reports, text
from l10n.builders import Manifest
from l10n.files import Stamp
from l10n.project import Article, Project
from l10n.reports import Counted, Report, Row, Stale
from l10n.workflow import view

CACHE = "report.json"
DOUBT_NS = 2_000_000_000
"""A file written less than two seconds before the cache may have been written again within one tick of its clock
(FAT keeps two-second times, the coarsest clock in use)."""
BATCH = 16


@dataclass(frozen=True, slots=True)
class Counts:
    """The rows of one article, and what they were made from."""

    stamps: tuple[Stamp, ...]
    digest: str
    """Over the content of every file, in the order of the stamps."""
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
    counted = counts(project, articles, executor, progress)
    rows = [row for one in counted.values() for row in one.rows if not locales or row.locale in locales]
    manifest = builders.read_manifest(project.build)
    deadlines = {
        name: settings.deadline.isoformat()
        for name, settings in project.settings.articles.items()
        if settings.deadline is not None
    }
    least, published = project.settings.gate.state, manifest.published()
    done = reports.report(rows, least=least, deadlines=deadlines, published=published, today=today)
    sources = {name: one.source_digest for name, one in counted.items()}
    return done, reports.stale(_asked_for(project, manifest, sources.keys()), sources)


def _asked_for(project: Project, manifest: Manifest, names: Set[str]) -> dict[str, Mapping[str, Any]]:
    """The built files of these articles; where they are all that there are, of those that are gone as well."""
    everything = names >= {article.name for article in project.articles()}
    return {place: file for place, file in manifest.files.items() if everything or file.get("article") in names}


def counts(
    project: Project,
    articles: Sequence[Article],
    executor: Executor | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> dict[str, Counts]:
    """The rows of these articles, from the cache where nothing changed."""
    known = _Cache.load(project)
    fresh: dict[str, Counts] = {}
    changed: list[Article] = []
    for article in articles:
        kept = known.get(article)
        if kept is None:
            changed.append(article)
        else:
            fresh[article.name] = kept
    for one, made in zip(changed, _count_all(project, changed, executor), strict=True):
        fresh[one.name] = made
        progress(len(fresh))
    if changed or known.touched:
        known.save(fresh)
    return {article.name: fresh[article.name] for article in articles}


def _count_all(project: Project, articles: Sequence[Article], executor: Executor | None) -> Iterator[Counts]:
    batches = [articles[n : n + BATCH] for n in range(0, len(articles), BATCH)]
    run = map if executor is None else executor.map
    for done in run(partial(_count_batch, project), batches):
        yield from done


def _count_batch(project: Project, articles: Iterable[Article]) -> list[Counts]:
    return [_count(project, article) for article in articles]


def _count(project: Project, article: Article) -> Counts:
    paths = _paths(project, article)
    stamps = tuple(_stamp(path) for path in paths)
    digest = _digest(paths)
    source = view.source(project, article)
    rows = tuple(row(view.side(source, locale)) for locale in source.targets)
    return Counts(stamps, digest, source.digest, rows)


def row(side: view.Side) -> Row:
    """The segments of an article in one locale, counted."""
    return reports.tally(side.source.article.name, side.locale, _counted(side))


def _counted(side: view.Side) -> Iterator[Counted]:
    for segment in side.source.assembly.segments:
        entry, status = side.entries[segment.key], side.status(segment.key)
        yield Counted(
            words=text.word_count(segment.source),
            state=status.state,
            reason=status.reason,
            claim=status.claim is not None or status.reason == "claim",
            resubmitted=status.resubmitted,
            question=bool(ledger.questions(entry)),
            since=status.since,
            who=status.who,
        )


def _paths(project: Project, article: Article) -> list[str]:
    """Every file that the rows of an article come from; strings, because there may be 100,000."""
    root = f"{project.folder}/locales"
    paths = [f"{project.folder}/{article.file}", f"{root}/{article.name}.pot"]
    for locale in project.settings.locales:
        paths += (f"{root}/{locale}/{article.name}.po", f"{root}/{locale}/{article.name}.reviews.jsonl")
    return paths


def _stamp(path: str) -> Stamp:
    try:
        status = os.stat(path)  # noqa: PTH116  a Path for each of 100,000 files costs more than the call
    except (FileNotFoundError, NotADirectoryError):
        return files.NOTHING
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ino)


def _digest(paths: Iterable[str]) -> str:
    total = hashlib.sha256()
    for path in paths:
        try:
            data = Path(path).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            data = b""
        total.update(hashlib.sha256(data).digest())
    return total.hexdigest()


class _Cache:
    """The rows of the last report."""

    def __init__(self, project: Project, key: str, when: int, rows: dict[str, Any]) -> None:
        self.project = project
        self.key = key
        self.when = when
        self.rows = rows
        self.touched = False

    @classmethod
    def load(cls, project: Project) -> _Cache:
        """The cache of a project; an empty one where it is missing, odd, or made under other settings."""
        key = hashlib.sha256(f"{__version__} {project.settings!r}".encode()).hexdigest()
        try:
            data = json.loads(files.read(project.cache / CACHE)[0])
            if data["key"] == key and isinstance(data["rows"], dict) and isinstance(data["when"], int):
                return cls(project, key, data["when"], data["rows"])
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            pass
        return cls(project, key, 0, {})

    def get(self, article: Article) -> Counts | None:
        """The rows of an article if every file they come from is as it was."""
        paths = _paths(self.project, article)
        stamps = tuple(_stamp(path) for path in paths)
        try:
            kept = self.rows[article.name]
            rows = tuple(Row(**_tuples(row)) for row in kept["rows"])
            counts = Counts(stamps, kept["digest"], kept["source"], rows)
            same = [tuple(stamp) for stamp in kept["stamps"]] == list(stamps)
        except (KeyError, TypeError):
            return None
        if same and all(stamp[1] < self.when - DOUBT_NS for stamp in stamps):
            return counts
        self.touched = True
        return counts if _digest(paths) == kept["digest"] else None

    def save(self, fresh: dict[str, Counts]) -> None:
        """Write the rows; those of articles that were not asked for stay."""
        for name, counts in fresh.items():
            rows = [asdict(row) for row in counts.rows]
            self.rows[name] = {
                "stamps": counts.stamps,
                "digest": counts.digest,
                "source": counts.source_digest,
                "rows": rows,
            }
        data = {"key": self.key, "when": time.time_ns(), "rows": self.rows}
        try:
            files.replace(self.project.cache / CACHE, json.dumps(data, ensure_ascii=False).encode("utf-8"))
        except OSError:
            return  # a folder that cannot be written is reported on all the same


def _tuples(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"segments": tuple(row["segments"]), "words": tuple(row["words"])}
