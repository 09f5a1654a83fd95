"""build: every variant that is ready, in build/; nothing else changes.

sides of every article ── gate ──► decisions ──► who is published where ──► pages, dressed ──► swapped in
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from l10n import __version__, builders, files, languages, reports
from l10n.builders import Archive, Blocked, Decision, Manifest, Site
from l10n.builders.folder import Content
from l10n.errors import ProjectError
from l10n.phrases import phrase
from l10n.project import Article, Project
from l10n.reports import Report, Row
from l10n.workflow import choosing, mentions, naming, rendering, reporting, view
from l10n.workflow.against import Against
from l10n.workflow.converting import Converter
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
    converted_from: str = ""
    """The locale whose texts a script variant shows in other letters."""

    @property
    def key(self) -> tuple[str, str]:
        """(article, locale)."""
        return self.article, self.locale


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


PREVIEW = "preview"
"""Below `.l10n/`."""
AT_ONCE = 64
"""So many articles are looked at once and kept; an archive is looked at twice, because its texts fill the memory."""


def build(
    project: Project,
    articles: Sequence[Article],
    *,
    whole_page: bool = False,
    live: Path | None = None,
    today: str = "",
    drafts: bool = False,
    locales: Collection[str] = (),
    progress: Callable[[int], None] = lambda done: None,
) -> Built:
    """Build these articles; what was built of others stays.  ProjectError where the project has none at all.

    The glossary among them is no page, and is left out.

    locales: these alone, with what is converted from them; all, where none is named. Pages of others that stay name
    a page that is new among them once they are built again.
    live: manifest of what is published already, where build/ does not hold it (a build in a fresh clone).
    drafts: show everything, drafts included, in a folder to look at; build/ stays as it is.
    """
    asked = articles
    articles = _pages(asked)
    if asked and not articles and _pages(project.articles()):
        what = phrase("a catalog without an article is no page, and cannot be built")
        if asked[0].is_glossary:
            what = phrase("the glossary is no page, and cannot be built")
        hint = phrase("name an article; names reach readers through articles")
        raise ProjectError(what, where=asked[0].file, hint=hint)
    if not articles and not _pages(project.articles()):
        raise ProjectError(
            phrase("there is no article, and so nothing to build: `build/` stays as it is"),
            where=str(project.source),
            hint=phrase("put an article (.html, .md, .txt) there, or bring the folder back"),
        )
    publishing = project.settings.publishing
    with view.named(project.shown(project.settings_file)):
        for template in (*publishing.byline.values(), *publishing.correction.values()):
            builders.credits.check(template)
    with files.lock(project.cache / "build.lock"):
        folder = preview(project) if drafts else project.build
        builders.recover(folder)
        old = builders.read_manifest(folder)
        published = {**_published(live), **old.published()}
        decide = choosing.show if drafts else partial(_decided, published, Against.of(project))
        again = partial(_plans, project, articles, whole_page, decide, locales)
        few = list(again(progress)) if len(articles) <= AT_ONCE else None
        looks = [_look(one) for one in few or again(progress)]
        archive = _archive(project, looks, old)
        assets = project.assets()
        builders.check(_articles(archive), assets)
        places: dict[tuple[str, str], tuple[str, ...]] = {}
        contents = _contents(project, looks, few or again(), archive, assets, old, places)
        builders.swap(dict(contents) if few is not None else contents, folder)
    variants = tuple(replace(one.variant, places=places.get(one.variant.key, ())) for one in looks)
    states = {one.key: "stale" if one.stale else "published" for one in variants if one.publish}
    rows = reporting.with_variants(project, (one.row for one in looks if one.row is not None))
    report = reports.report(rows, least=project.settings.gate.state, published=states, today=today)
    return Built(variants, report, tuple(one.unsynced for one in looks if one.unsynced))


def preview(project: Project) -> Path:
    """Where everything is shown, drafts included."""
    return project.cache / PREVIEW


def plans(source: view.Source, side: Callable[[str], view.Side], *, drafts: bool = False) -> list[Plan]:
    """Every variant of one article as a build would make it now; nothing is written.

    side: a locale of the article as it is on disk.  drafts: as a build of drafts would.
    """
    project = source.project
    published = builders.read_manifest(project.build).published()
    decide = choosing.show if drafts else partial(_decided, published, Against.of(project))
    return list(_of_article(project.settings.locales, side, decide, _converters(project)))


def variant(one: Plan) -> Variant:
    """What becomes of a variant, before it is built."""
    return _look(one).variant


def archive(plan: Plan, published: Iterable[str]) -> Archive:
    """Where the variants of one article lie that are published in these locales; no other article is known."""
    source = plan.side.source
    slugs = source.project.named(plan.name).slugs
    site, suffix = _site(source.project), source.article.path.suffix
    return Archive.of(site, [builders.article(site, plan.name, suffix, source.locale, published, slugs)])


def _decided(published: Mapping[tuple[str, str], str], against: Against, side: view.Side) -> Decision:
    shown = (side.source.article.name, side.locale) in published
    return choosing.decide(side, published=shown, against=against)


def _pages(articles: Sequence[Article]) -> list[Article]:
    """The articles that are published: all but the glossary, and the catalogs without an article."""
    return [article for article in articles if article.is_page]


def _published(live: Path | None) -> dict[tuple[str, str], str]:
    """What the manifest of a site says is published."""
    if live is None:
        return {}
    try:
        data, _ = files.read(live)
    except OSError as error:
        hint = phrase("name the manifest.json of the build that is online")
        raise ProjectError(
            phrase("cannot be read: {why}", why=str(error.strerror)), where=str(live), hint=hint
        ) from None
    return builders.parse_manifest(data, str(live)).published()


def _plans(
    project: Project,
    articles: Sequence[Article],
    whole_page: bool,
    decide: Callable[[view.Side], Decision],
    locales: Collection[str] = (),
    progress: Callable[[int], None] = lambda done: None,
) -> Iterator[Plan]:
    """Every variant with what the gate says of it; a script variant is published as what it is converted from."""
    converters, chosen = (
        _converters(project),
        [one for one in project.settings.locales if not locales or one in locales],
    )
    for number, article in enumerate(articles, 1):
        source = mentions.source(project, article, whole_page=whole_page)
        yield from _of_article(chosen, partial(view.side, source), decide, converters)
        progress(number)


def _of_article(
    locales: Iterable[str],
    side: Callable[[str], view.Side],
    decide: Callable[[view.Side], Decision],
    converters: Sequence[Converter],
) -> Iterator[Plan]:
    for locale in locales:
        found = side(locale)
        plan = Plan(found, decide(found))
        yield plan
        yield from (replace(plan, converter=one) for one in converters if one.base == locale)


def _converters(project: Project) -> list[Converter]:
    """Those to the script variants, in the order of the settings."""
    variants = project.settings.variants
    if not variants:
        return []
    known = naming.load(project, tuple(dict.fromkeys(variants.values())))
    return [Converter(base, tag, known.terms(base)) for tag, base in variants.items()]


@dataclass(frozen=True, slots=True)
class _Look:
    """What is remembered of a variant that was looked at."""

    variant: Variant
    source_locale: str
    row: Row | None
    """None for the source locale, and for a script variant, which has that of its locale."""
    unsynced: str
    """The catalog that sync would write, "" where it would not."""


def _look(one: Plan) -> _Look:
    side, decision = one.side, one.decision
    variant = Variant(
        article=one.name,
        locale=one.locale,
        publish=decision.publish,
        stale=decision.stale,
        share=decision.share,
        blocked=decision.blocked,
        fallbacks={way: decision.count(way) for way in ("approved", "source") if decision.count(way)},
        file=side.source.article.file,
        converted_from=one.converter.base if one.converter else "",
    )
    changed = not one.converter and (bool(side.records) or side.catalog != side.before)
    unsynced = side.source.project.shown(side.path) if changed else ""
    row = None if side.is_source or one.converter else reporting.row(side)
    return _Look(variant, side.source.locale, row, unsynced)


def _contents(
    project: Project,
    looks: Sequence[_Look],
    plans: Iterable[Plan],
    archive: Archive,
    assets: Sequence[str],
    old: Manifest,
    places: dict[tuple[str, str], tuple[str, ...]],
) -> Iterator[tuple[str, Content]]:
    """Every file of the build, the manifest last; the places of each variant are put down in `places`."""
    entries: dict[str, Mapping[str, Any]] = {}
    yield from ((asset, project.source / asset) for asset in assets)
    for look, one in zip(looks, plans, strict=True):
        if one.decision.publish != look.variant.publish:
            raise ProjectError(
                phrase("it changed while it was being built"), where=look.variant.file, hint=phrase("build again")
            )
        written = rendering.render(one, archive) if one.decision.publish else {}
        places[look.variant.key] = tuple(sorted(written))
        for place, data in written.items():
            entries[place] = rendering.made(one).entry(data) | {"title": one.title}
            yield place, data
    for place, entry in _kept(project, looks, old.files):
        entries[place] = entry
        yield place, None
    withheld = dict(_kept(project, looks, old.withheld))
    withheld |= {
        f"{one.locale}/{one.article}": _reasons(one) for one in (look.variant for look in looks) if not one.publish
    }
    yield "index.html", _index(project, archive, entries, withheld).encode("utf-8")
    yield builders.manifest.NAME, Manifest(f"l10n {__version__}", entries, withheld).as_bytes()


def _archive(project: Project, looks: Sequence[_Look], old: Manifest) -> Archive:
    """Where every published variant lies, of the articles that are built now and of those that stay."""
    site = _site(project)
    published: dict[str, set[str]] = {}
    locales: dict[str, str] = {}
    for look in looks:
        one = look.variant
        locales[one.article] = look.source_locale
        published.setdefault(one.article, set())
        if one.publish:
            published[one.article].add(one.locale)
    for _, entry in _kept(project, looks, old.files):
        published.setdefault(entry["article"], set()).add(entry["locale"])
    articles = []
    for article in _pages(project.articles()):
        name, suffix = article.name, article.path.suffix
        locale = locales.get(name) or view.locale_of(project, article)
        slugs = project.named(name).slugs
        articles.append(builders.article(site, name, suffix, locale, published.get(name, ()), slugs))
    return Archive.of(site, articles)


def _site(project: Project) -> Site:
    publishing = project.settings.publishing
    return Site(publishing.base_url, publishing.layout, publishing.x_default, project.settings.variants)


def _articles(archive: Archive) -> list[builders.Article]:
    """Each article once, by name."""
    by_name = {one.name: one for one in archive.articles.values()}
    return [by_name[name] for name in sorted(by_name)]


def _kept(
    project: Project, looks: Sequence[_Look], table: Mapping[str, Mapping[str, Any]]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """What a table of the old manifest says of variants that are there, but were not asked for."""
    asked = {look.variant.key for look in looks}
    left = {(article.name, tag) for article in _pages(project.articles()) for tag in project.settings.tags} - asked
    for name, entry in table.items():
        if (entry.get("article"), entry.get("locale")) in left:
            yield name, entry


def _reasons(one: Variant) -> dict[str, Any]:
    """What the manifest says of a variant that is withheld."""
    made = {"converted_from": one.converted_from} if one.converted_from else {}
    share = round(one.share, 4)
    return {"article": one.article, "locale": one.locale, "share": share, "segments": len(one.blocked)} | made


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
        for locale in project.settings.tags:
            place = articles[name].pages.get(locale, "")
            said = entries.get(place) or withheld.get(f"{locale}/{name}")
            if said is not None:
                direction = languages.get(locale).direction
                variants.append(
                    builders.ListedVariant(
                        locale,
                        direction,
                        title=str(said.get("title", name)),
                        href=builders.site.address(place),
                        stale=bool(said.get("stale")),
                        share=float(said["share"]),
                        converted=bool(said.get("converted_from")),
                    )
                )
        if variants:
            listed.append(builders.Listed(name, tuple(variants)))
    language = languages.get(project.settings.source_locale)
    return builders.listing.render(listed, lang=language.tag, dir=language.direction, title=project.settings.name)


@dataclass(frozen=True, slots=True)
class Offered:
    """A variant as a build would write it now."""

    variant: Variant
    own: bytes
    """In the format of the article; empty where it is withheld."""
    page: bytes
    """As an HTML page; the same for an HTML article."""


def offer(project: Project, article: Article, tag: str) -> Offered:
    """One variant of an article, as a build would write it now; nothing is written.

    ProjectError for an article that no build publishes. tag: one of the project's locales, or script variants.
    """
    if not _pages([article]):
        hint = phrase("name an article; names reach readers through articles")
        raise ProjectError(phrase("it is no page, and cannot be built"), where=article.file, hint=hint)
    old = builders.read_manifest(project.build)
    decide = partial(_decided, old.published(), Against.of(project))
    plans = list(_plans(project, [article], False, decide))
    plan = next(one for one in plans if one.locale == tag)
    look = _look(plan)
    if not look.variant.publish:
        return Offered(look.variant, b"", b"")
    archive = _archive(project, [_look(one) for one in plans], old)
    written = rendering.render(plan, archive)
    lies = next(one for one in _articles(archive) if one.name == article.name)
    variant = replace(look.variant, places=tuple(sorted(written)))
    return Offered(variant, written[lies.files[tag]], written[lies.pages[tag]])
