"""build: every variant that is ready, in build/; nothing else changes.

    sides of every article ── gate ──► decisions ──► who is published where ──► pages, dressed ──► swapped in
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n import __version__, assembly, builders, files, formats, languages, po, reports
from l10n.builders import Archive, Blocked, Decision, Links, Made, Manifest, Note, Page, Site
from l10n.formats import encoding
from l10n.model import Unit
from l10n.project import Article, Project
from l10n.reports import Report
from l10n.workflow import choosing, reporting, view


@dataclass(frozen=True, slots=True)
class Variant:
    """One article in one locale, and what became of it."""

    article: str
    locale: str
    publish: bool
    stale: bool
    share: float
    """Words that are ready, 0–1."""
    blocked: tuple[Blocked, ...]
    """Why it is withheld or stale."""
    fallbacks: Mapping[str, int]
    """Segments that show an older approved text, and those left in the source language."""
    file: str
    """Path of the article in the project."""
    places: tuple[str, ...] = ()
    """Its files under build/."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    variants: tuple[Variant, ...]
    report: Report
    unsynced: tuple[str, ...]
    """Catalogs on disk that `l10n sync` would change."""

    @property
    def withheld(self) -> tuple[Variant, ...]:
        return tuple(one for one in self.variants if not one.publish)


@dataclass(frozen=True)
class _Planned:
    """A variant before it is written."""

    side: view.Side
    decision: Decision

    @property
    def name(self) -> str:
        return self.side.source.article.name

    @property
    def locale(self) -> str:
        return self.side.locale


def build(
    project: Project,
    articles: Sequence[Article],
    *,
    whole_page: bool = False,
    today: str = "",
    progress: Callable[[int], None] = lambda done: None,
) -> Built:
    """Build these articles; what was built of others stays."""
    with files.lock(project.cache / "build.lock"):
        old = builders.read_manifest(project.build)
        published = old.published()
        planned = []
        for number, article in enumerate(articles, 1):
            source = view.source(project, article, whole_page=whole_page)
            for locale in project.settings.locales:
                side = view.side(source, locale)
                was = (article.name, locale) in published
                planned.append(_Planned(side, choosing.decide(side, published=was)))
            progress(number)
        variants = _write(project, planned, old)
    rows = [reporting.row(one.side) for one in planned if not one.side.is_source]
    states = {(one.article, one.locale): "stale" if one.stale else "published" for one in variants if one.publish}
    report = reports.report(rows, least=project.settings.gate.state, published=states, today=today)
    unsynced = [project.shown(one.side.path) for one in planned if _is_unsynced(one.side)]
    return Built(variants, report, tuple(unsynced))


def _is_unsynced(side: view.Side) -> bool:
    """Whether sync would write this catalog or its ledger."""
    return bool(side.records) or side.catalog != side.before


def _write(project: Project, planned: Sequence[_Planned], old: Manifest) -> tuple[Variant, ...]:
    site = _site(project)
    archive = _archive(project, site, planned, old)
    content: dict[str, builders.Content] = {}
    entries = {}
    variants = []
    for one in planned:
        made = _render(one, archive) if one.decision.publish else {}
        for place, data in made.items():
            content[place] = data
            entries[place] = _made(one).entry(data)
        variants.append(_variant(one, tuple(sorted(made))))
    kept = {place: entry for place, entry in old.files.items() if _is_kept(project, planned, entry)}
    for place, entry in kept.items():
        if place not in content:
            content[place], entries[place] = None, entry
    for asset in project.assets():
        content[asset] = project.source / asset
    withheld = {f"{one.locale}/{one.article}": _withheld(one) for one in variants if not one.publish}
    manifest = Manifest(f"l10n {__version__}", entries, withheld)
    content["index.html"] = builders.index(archive, project.folder.name).encode("utf-8")
    content[builders.MANIFEST] = manifest.as_bytes()
    builders.swap(content, project.build)
    return tuple(variants)
