"""How a variant becomes files: its own format, and for Markdown and text a page as well."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from l10n import assembly, builders, codes, files, formats, languages
from l10n.builders import Archive, Conversion, Decision, Document, Links, Made, Page, Reading
from l10n.formats import encoding
from l10n.model import Unit
from l10n.workflow import crediting, view
from l10n.workflow.converting import Converter

_LEFT = re.compile("{}.*?{}".format(*codes.FOREIGN), re.DOTALL)
"""Text left in the source language."""

_BETWEEN = re.compile("{1}(\\s*){0}".format(*codes.FOREIGN))
"""Between two sentences left so: marked apart, they would stand in a line of the other direction in its order."""


@dataclass(frozen=True)
class Plan:
    """A variant before it is written."""

    side: view.Side
    decision: Decision
    converter: Converter | None = None
    """Of a script variant: its side is that of the locale whose texts it shows."""

    @property
    def name(self) -> str:
        """Of the article."""
        return self.side.source.article.name

    @property
    def locale(self) -> str:
        """Of the variant: `ug-Latn` where it is converted."""
        return self.converter.locale if self.converter else self.side.locale

    @cached_property
    def blocks(self) -> list[tuple[str, str]]:
        """Kind and text of every unit as the variant shows it."""
        cut = self.side.source.assembly
        said = (
            assembly.assemble(pieces, [self.decision.choices[key].text for key in keys])
            for pieces, keys in zip(cut.pieces, cut.keys, strict=True)
        )
        texts = [_BETWEEN.sub(r"\1", text) for text in said]
        if self.converter:
            texts = self._converted(self.converter, texts)
        return [(unit.kind, text) for unit, text in zip(cut.units, texts, strict=True)]

    def _converted(self, converter: Converter, texts: Sequence[str]) -> list[str]:
        source = self.side.source
        units = source.assembly.units
        around = formats.stated(source.data, source.article.format, units, **source.settings)
        return converter.units(texts, units, around, source.locale)

    @cached_property
    def title(self) -> str:
        """Its headline, without codes."""
        said = next((said for kind, said in self.blocks if kind == "headline"), self.name)
        for mark in codes.FOREIGN:
            said = said.replace(mark, "")
        return codes.strip(said)


def render(plan: Plan, archive: Archive) -> dict[str, bytes]:
    """The files of a variant by place."""
    source, locale = plan.side.source, plan.locale
    site = archive.articles[_old_place(source)]
    own = _own(plan)
    place, page_place = site.files[locale], site.pages[locale]
    if source.article.format == "html":
        return {place: _dressed(own, "html", _page(plan, archive, page_place))}
    page = _page(plan, archive, page_place)
    in_own = replace(page, links=Links(archive, _old_place(source), place, locale, own=True))
    written = {place: _dressed(own, source.article.format, in_own)}
    return written | {page_place: _as_page(plan, own, page, archive).encode("utf-8")}


def _old_place(source: view.Source) -> str:
    return source.article.file.removeprefix("source/")


def _own(plan: Plan) -> bytes:
    """The article with the texts of the variant in the place of its own; everything else stays."""
    source = plan.side.source
    said = iter(plan.blocks)

    def translate(unit: Unit) -> str:
        return next(said)[1]

    with view.named(source.article.file):
        return formats.rewrite(
            source.data,
            source.article.format,
            translate,
            **source.settings,
            **_languages(source.locale, plan.locale),
        )


def _languages(source: str, target: str) -> dict[str, str]:
    """What a translated page says of its languages; the original says what its author wrote."""
    if source == target:
        return {}
    own, language = languages.get(source), languages.get(target)
    left = {"foreign_lang": own.tag, "foreign_dir": own.direction}
    return {"lang": language.tag, "dir": language.direction} | left


def _dressed(data: bytes, format: str, page: Page) -> bytes:
    dress = {"html": builders.html.dress, "markdown": builders.markdown.dress, "text": builders.plain.dress}[format]
    decoded, how = encoding.decode(data, format)
    dressed = dress(decoded, replace(page, encoding=how.codec))
    if format == "html" and page.conversion and page.dir == "rtl":
        dressed = builders.isolates.as_elements(dressed)
    return encoding.encode(dressed, how)


def _as_page(plan: Plan, own: bytes, page: Page, archive: Archive) -> str:
    """A Markdown or text article as an HTML page."""
    source = plan.side.source
    decoded, _ = encoding.decode(own, source.article.format)
    if source.article.format == "markdown":
        lists = bool(source.settings.get("definition_lists"))
        body = builders.markdown.body(decoded, page, definition_lists=lists)
        document = Document.of_matter(builders.matter.read(decoded), plan.title, body)
    else:
        document = builders.plain.document(plan.blocks, page, plan.name)
    project = source.project
    named = project.settings.publishing.template
    template = project.inside(project.folder / named) if named else None
    shown = {kind for kind, text in plan.blocks if builders.plain.bare(text) == document.byline}
    if plan.converter and plan.side.is_source and "byline" not in shown:
        document = replace(document, byline=plan.converter.name(document.byline))
    document = replace(document, marked=_marked(plan, document, page))
    written = builders.render(document, page, tuple(_readings(plan, archive, page)), template)
    return builders.isolates.as_elements(written) if page.conversion and page.dir == "rtl" else written


def _marked(plan: Plan, document: Document, page: Page) -> dict[str, str]:
    """What the page shows at its head, as HTML, where it, or a part of it, is left in the source language."""
    shown = {"headline": document.title, "deck": document.deck, "byline": document.byline}
    said = {kind: text for kind, text in reversed(plan.blocks) if shown.get(kind) == builders.plain.bare(text)}
    if not plan.side.is_source and document.byline and "byline" not in said:  # front matter whose key is no unit
        said["byline"] = codes.escape(document.byline).join(codes.FOREIGN)
    return {kind: builders.plain.inline(text, page) for kind, text in said.items() if _LEFT.search(text)}


def _readings(plan: Plan, archive: Archive, page: Page) -> Iterator[Reading]:
    """The published variants in the order of the project's locales."""
    places = archive.articles[_old_place(plan.side.source)].pages
    for locale in plan.side.source.project.settings.tags:
        if locale in places and page.links:
            direction = languages.get(locale).direction
            yield Reading(locale, builders.words.name(locale), direction, page.links.to(places[locale]))


def _page(plan: Plan, archive: Archive, place: str) -> Page:
    source = plan.side.source
    old = _old_place(source)
    article = archive.articles[old]
    language, own = languages.get(plan.locale), languages.get(source.locale)
    links = Links(archive, old, place, plan.locale)
    others = dict.fromkeys(languages.get(locale).og_locale for locale in sorted(article.pages))
    return Page(
        lang=language.tag,
        dir=language.direction,
        source_lang=own.tag,
        source_dir=own.direction,
        links=links,
        url=archive.site.url(place),
        alternates=builders.alternates(archive.site, article),
        og_locale=language.og_locale or "",
        og_alternates=tuple(other for other in others if other and other != language.og_locale),
        notes=tuple(crediting.notes(plan.side, article, links, plan.converter)),
        conversion=_conversion(plan),
    )


def _conversion(plan: Plan) -> Conversion | None:
    return Conversion(plan.converter.base, plan.converter.words) if plan.converter else None


def made(plan: Plan) -> Made:
    """What a file of this variant was made from."""
    side, project = plan.side, plan.side.source.project
    states = Counter(_counted_as(side, segment.key) for segment in side.source.assembly.segments)
    exists = side.path.exists()
    return Made(
        article=plan.name,
        locale=plan.locale,
        source=side.source.article.file,
        source_digest=side.source.digest,
        catalog=project.shown(side.path) if exists else "",
        catalog_digest=builders.digest(files.read(side.path)[0]) if exists else "",
        states=dict(sorted(states.items())),
        share=plan.decision.share,
        stale=plan.decision.stale,
        fallbacks={way: plan.decision.count(way) for way in ("approved", "source")},
        converted_from=plan.converter.base if plan.converter else "",
        standard=plan.converter.standard if plan.converter else "",
    )


def _counted_as(side: view.Side, key: tuple[str, str]) -> str:
    status = side.status(key)
    return status.reason or str(status.state)
