"""build: every variant that is ready, in build/; nothing else changes.

sides of every article ── gate ──► decisions ──► who is published where ──► pages, dressed ──► swapped in
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from l10n import __version__, builders, files, languages, reports
from l10n.builders import Archive, Blocked, Manifest, Site
from l10n.builders.folder import Content
from l10n.project import Article, Project
from l10n.reports import Report
from l10n.workflow import choosing, rendering, reporting, view
from l10n.workflow.rendering import Plan


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
        builders.recover(project.build)
        old = builders.read_manifest(project.build)
        published = old.published()
        planned = []
        for number, article in enumerate(articles, 1):
            source = view.source(project, article, whole_page=whole_page)
            for locale in project.settings.locales:
                side = view.side(source, locale)
                was = (article.name, locale) in published
                planned.append(Plan(side, choosing.decide(side, published=was)))
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


def _write(project: Project, planned: Sequence[Plan], old: Manifest) -> tuple[Variant, ...]:
    """Every file of the build, swapped in; what became of each variant."""
    archive = _archive(project, planned, old)
    assets = project.assets()
    builders.check(_articles(archive), assets)
    content: dict[str, Content] = {asset: project.source / asset for asset in assets}
    entries: dict[str, Mapping[str, Any]] = {}
    variants = []
    for one in planned:
        written = rendering.render(one, archive) if one.decision.publish else {}
        for place, data in written.items():
            content[place] = data
            entries[place] = rendering.made(one).entry(data) | {"title": one.title}
        variants.append(_variant(one, tuple(sorted(written))))
    for place, entry in _kept(project, planned, old.files):
        content[place], entries[place] = None, entry
    withheld = dict(_kept(project, planned, old.withheld))
    withheld |= {f"{one.locale}/{one.article}": _reasons(one) for one in variants if not one.publish}
    content["index.html"] = _index(project, archive, entries, withheld).encode("utf-8")
    manifest = Manifest(f"l10n {__version__}", entries, withheld)
    content[builders.manifest.NAME] = manifest.as_bytes()
    builders.swap(content, project.build)
    return tuple(variants)


def _archive(project: Project, planned: Sequence[Plan], old: Manifest) -> Archive:
    """Where every published variant lies, of the articles that are built now and of those that stay."""
    publishing = project.settings.publishing
    site = Site(publishing.base_url, publishing.layout, publishing.x_default)
    published: dict[str, set[str]] = {}
    locales: dict[str, str] = {}
    for one in planned:
        locales[one.name] = one.side.source.locale
        published.setdefault(one.name, set())
        if one.decision.publish:
            published[one.name].add(one.locale)
    for _, entry in _kept(project, planned, old.files):
        published.setdefault(entry["article"], set()).add(entry["locale"])
    articles = []
    for article in project.articles():
        name, suffix = article.name, article.path.suffix
        locale = locales.get(name) or view.locale_of(project, article)
        slugs = project.named(name).slugs
        articles.append(builders.article(site, name, suffix, locale, published.get(name, ()), slugs))
    return Archive.of(site, articles)


def _articles(archive: Archive) -> list[builders.Article]:
    """Each article once, by name."""
    by_name = {one.name: one for one in archive.articles.values()}
    return [by_name[name] for name in sorted(by_name)]


def _kept(
    project: Project, planned: Sequence[Plan], table: Mapping[str, Mapping[str, Any]]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """What a table of the old manifest says of articles that are there, but were not asked for."""
    asked = {one.name for one in planned}
    there = {article.name for article in project.articles()}
    for name, entry in table.items():
        if entry.get("article") in there - asked and entry.get("locale") in project.settings.locales:
            yield name, entry


def _variant(one: Plan, places: tuple[str, ...]) -> Variant:
    decision = one.decision
    return Variant(
        article=one.name,
        locale=one.locale,
        publish=decision.publish,
        stale=decision.stale,
        share=decision.share,
        blocked=decision.blocked,
        fallbacks={way: decision.count(way) for way in ("approved", "source") if decision.count(way)},
        file=one.side.source.article.file,
        places=places,
    )


def _reasons(one: Variant) -> dict[str, Any]:
    """What the manifest says of a variant that is withheld."""
    return {"article": one.article, "locale": one.locale, "share": round(one.share, 4), "segments": len(one.blocked)}


def _index(
    project: Project,
    archive: Archive,
    entries: Mapping[str, Mapping[str, Any]],
    withheld: Mapping[str, Mapping[str, Any]],
) -> str:
    """The page that lists every article with its variants."""
    articles = {one.name: one for one in _articles(archive)}
    listed = []
    for name in articles:
        variants = []
        for locale in project.settings.locales:
            place = articles[name].pages.get(locale, "")
            said = entries.get(place) or withheld.get(f"{locale}/{name}")
            if said is not None:
                direction = languages.get(locale).direction
                title, stale = str(said.get("title", name)), bool(said.get("stale"))
                href = builders.site.address(place)
                variants.append(builders.ListedVariant(locale, direction, title, href, stale, float(said["share"])))
        if variants:
            listed.append(builders.Listed(name, tuple(variants)))
    language = languages.get(project.settings.source_locale)
    return builders.listing.render(listed, lang=language.tag, dir=language.direction, title=project.settings.name)
