"""The verbs, in the order of an article's way. Each takes values and returns values; `cli` prints them.

init      a folder of articles becomes a project
sync      the article changed, or somebody typed: catalogs and ledgers follow
move      an article changes its name, and everything follows
merge     two branches changed a catalog
review    what waits for whom; approve, send back, withdraw          (l10n.workflow.reviewing)
report    how far every article is in every locale
build     the variants that are ready
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path

from l10n import po
from l10n.errors import ProjectError
from l10n.project import Article, Project
from l10n.project.editing import set_split
from l10n.workflow import view
from l10n.workflow.authors import git_identity
from l10n.workflow.building import Built, build
from l10n.workflow.moving import move, renamed
from l10n.workflow.reporting import report
from l10n.workflow.starting import Started, init
from l10n.workflow.syncing import Options, Synced, onto, sync_articles

__all__ = [
    "Built",
    "Options",
    "Started",
    "Synced",
    "build",
    "git_identity",
    "init",
    "merge",
    "move",
    "onto",
    "renamed",
    "report",
    "split",
    "sync_articles",
    "workers",
]

FEW = 64
"""Below so many articles another process costs more than it saves."""


@contextmanager
def workers(articles: int) -> Iterator[Executor | None]:
    """Processes for all cores where there is work for them; None where there is not."""
    cores = os.cpu_count() or 1
    if articles < FEW or cores == 1:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(cores) as executor:
        yield executor


def split(project: Project, articles: Sequence[Article], ids: Sequence[str]) -> Project:
    """Tell the twins of these segments apart from now on; the project with its new settings.

    ids: ids of segments, or beginnings that mean one segment in these articles.
    """
    for name in ids:
        article, full = _segment(project, articles, name)
        known = project.named(article.name).split
        if full not in known:
            for locale in project.settings.locales:
                view.side(view.source(project, article), locale)  # refused before the settings change, not after
            set_split(project, article.name, [*known, full])
            project = Project.load(project.folder)
    return project


def _segment(project: Project, articles: Sequence[Article], name: str) -> tuple[Article, str]:
    from l10n import text

    found = {
        (article, text.segment_id(*segment.key)): len(segment.places)
        for article in articles
        for segment in view.source(project, article).assembly.segments
        if text.segment_id(*segment.key).startswith(name)
    }
    if len(found) != 1:
        what = f"no segment is called `{name}`" if not found else f"`{name}` means {len(found)} segments"
        raise ProjectError(what, hint="`l10n review --all` lists the segments with their ids")
    (found_one, places), *_ = found.items()
    if places == 1:
        raise ProjectError(f"segment `{name}` stands in one place", hint="only twins can be told apart")
    return found_one


def merge(base: Path, ours: Path, theirs: Path) -> int:
    """Merge two catalogs that grew from one; the result takes the place of ours. How many entries are in doubt."""
    before, mine, yours = (po.read(path) for path in (base, ours, theirs))
    known = {text for entry in (*mine.entries, *yours.entries) for text in po.kept_out(entry)}
    merged = po.merge(before, mine, yours)
    po.write(merged, ours)
    return sum(not known.issuperset(po.kept_out(entry)) for entry in merged.entries)
