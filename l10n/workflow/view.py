"""An article as it is now, and each of its catalogs as it will be: everything the verbs look at.

    Source   the article: bytes, locale, units, pieces, segments
    Side     one locale of it: catalog and ledger, brought up to date in memory; nothing is written

build, report and review look at sides; sync writes them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from l10n import assembly, codes, comments, files, formats, glossary, languages, ledger, po, segmentation, sync, text
from l10n.assembly import Assembly
from l10n.errors import CatalogError, FormatError, L10nError
from l10n.files import Stamp
from l10n.glossary import Name
from l10n.ledger import Ledger, Status
from l10n.model import Catalog, Entry, Key, Mention, Record
from l10n.phrases import phrase
from l10n.project import Article, Project
from l10n.sync import Change, messages
from l10n.workflow.authors import Authors

CONFLICT = re.compile(rb"^<{7} ", re.MULTILINE)
"""What git leaves in a file that two branches changed; such a catalog is merged entry by entry."""

Fill = Callable[[str, Catalog, Ledger], tuple[Catalog, tuple[Record, ...]]]
"""(locale, catalog, its ledger) ▸ the catalog with drafts, and the records of what is none."""

OF_SOURCE = ("The language of the article itself: an empty target says what the source says.", "Type only copy edits.")
"""What a translator reads at the head of a new catalog of the source locale."""


Told = Callable[["Source", str], Mapping[Key, tuple[str, ...]]]


@dataclass(frozen=True)
class Source:
    """An article as it is on disk."""

    project: Project
    article: Article
    data: bytes
    locale: str
    settings: Mapping[str, Any]
    """Keyword arguments of its format's `rewrite`."""
    assembly: Assembly
    template: Catalog
    """The POT on disk; empty where there is none."""
    names: tuple[Name, ...] = ()
    """Of the glossary: its entries, one for each unit."""
    told: Told | None = None
    """Of an article: the lines about the names in its segments, for a translator into a locale."""
    named: Callable[[], Mapping[Key, tuple[Mention, ...]]] | None = None
    """Of an article: the names of the glossary in its segments."""
    name_words: frozenset[str] = frozenset()
    """Words that are names in the language of the article, as the glossary knows."""

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the file."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def targets(self) -> tuple[str, ...]:
        """The project's locales but its own."""
        return tuple(tag for tag in self.project.settings.locales if tag != self.locale)

    @cached_property
    def key_of(self) -> dict[str, Key]:
        """Of the glossary: the segment of each entry, by its ref."""
        return {name.ref: keys[0] for name, keys in zip(self.names, self.assembly.keys, strict=True)}

    def about(self, locale: str = "") -> dict[Key, tuple[str, ...]]:
        """What a translator into this locale has to know of entries of the glossary, or of names in an article."""
        if self.told is not None:
            mark, told = sync.NAME, self.told(self, locale)
        else:
            mark, told = sync.ABOUT, {self.key_of[name.ref]: glossary.about(name, locale) for name in self.names}
        return {
            key: tuple(short for line in lines for short in comments.wrapped(mark, line)) for key, lines in told.items()
        }


@dataclass(frozen=True)
class Side:
    """One locale of an article: the catalog and the ledger as they will be once they are written."""

    source: Source
    locale: str
    path: Path
    was: Stamp
    """Of the catalog file when it was read."""
    before: Catalog
    catalog: Catalog
    ledger: Ledger
    """With `records`."""
    records: tuple[Record, ...]
    """To append before the catalog is written."""
    changes: tuple[Change, ...]
    merged: bool = False
    """git had left its conflict marks in the catalog."""
    back: int = 0
    """Drafts that another program had emptied and that the ledger could tell."""
    gone: int = 0
    """Those that it could not."""
    warnings: tuple[str, ...] = ()
    _statuses: dict[tuple[str, str], Status] = field(default_factory=dict, compare=False)

    @cached_property
    def entries(self) -> dict[tuple[str, str], Entry]:
        """The active entries by key."""
        return self.catalog.by_key()

    def status(self, key: tuple[str, str]) -> Status:
        """What is true of a segment."""
        if key not in self._statuses:
            self._statuses[key] = self.ledger.status(self.entries[key])
        return self._statuses[key]

    def is_doubted(self, entry: Entry) -> bool:
        """Whether an entry of the catalog as it was read bears the copy of an approval, and another's fuzzy flag."""
        if not entry.fuzzy or entry.obsolete:
            return False
        digest = self.ledger.digest(entry)
        return comments.claimed(entry, digest) is not None and not self.ledger.standing(digest, "send back")

    @property
    def is_source(self) -> bool:
        """The locale is that of the article itself."""
        return self.locale == self.source.locale


def source(
    project: Project,
    article: Article,
    *,
    resegment: bool = False,
    whole_page: bool = False,
    data: bytes | None = None,
) -> Source:
    """An article, cut in segments; units that did not change keep the cuts they were reviewed with.

    data: what its file is going to hold; None: what it holds.
    """
    if article.is_catalog:
        return _messages(project, article)
    try:
        data = files.read(article.path)[0] if data is None else data
    except OSError as error:
        raise FormatError(
            phrase("cannot be read: {why}", why=str(error.strerror)), where=article.file, hint=files.remedy(error)
        ) from None
    own = project.named(article.name)
    settings = dict(project.settings.formats.get(article.format, {}))
    if own.selector:
        settings["selector"] = own.selector
    if whole_page and article.format == "html":
        settings["whole_page"] = True
    template = _catalog(project.inside(project.template(article.name)))[0]
    with named(article.file):
        names = glossary.read(data) if article.is_glossary else ()
        locale = _locale(project, article, data)
        units = formats.units(data, article.format, **settings)
    known = {} if resegment else _known(template)
    cut = _assemble(project, locale, units, known, frozenset(own.split))
    return Source(project, article, data, locale, settings, cut, template, names)


def _messages(project: Project, article: Article) -> Source:
    """A catalog without an article: each entry of its template is a segment."""
    template, was, data = _catalog(project.inside(article.path))
    if was == files.NOTHING:
        hint = phrase("let its extractor write it, or take its name out of `catalogs` in the settings")
        raise CatalogError(phrase("there is no such template"), where=article.file, hint=hint)
    cut = assembly.messages((entry.context or "", entry.source, entry.line) for entry in template.by_key().values())
    return Source(project, article, data, _locale(project, article, data), {}, cut, template)


def keys_of(source: Source, data: bytes) -> frozenset[Key]:
    """The segments of another version of an article; none where it cannot be read."""
    try:
        if source.article.is_catalog:
            return frozenset(po.loads(data, where=source.article.file).by_key())
        units = formats.units(data, source.article.format, **source.settings)
    except L10nError:
        return frozenset()
    own = source.project.named(source.article.name)
    cut = _assemble(source.project, source.locale, units, _known(source.template), frozenset(own.split))
    return frozenset(segment.key for segment in cut.segments)


@dataclass(frozen=True, slots=True)
class Aligned:
    """One locale of an article that follows the article; what is empty is not drafted yet."""

    side: Side
    observed: Catalog
    """What the ledger was told of already."""
    who: Callable[[Entry], str]
    """Who typed what is new."""
    when: str


def side(
    source: Source,
    locale: str,
    *,
    by: str = "",
    when: str = "",
    authors: bool = False,
    onto: Callable[[Catalog], Catalog] | None = None,
    fill: Fill | None = None,
) -> Side:
    """One locale of an article, brought up to date in memory.

    by: who typed what is new; without it git, then the header of the catalog, is asked.
    when: UTC, for new records; without it nothing is going to be written, and git is asked for `authors` alone,
    so that what a report says follows from the files.
    authors: ask git again who typed what somebody unknown did, since it may be committed by now.
    onto: changes the catalog that was read before anything else looks at it.
    fill: drafts what is empty in the catalog that will be written.
    """
    return filled(aligned(source, locale, by=by, when=when, authors=authors, onto=onto), fill)


def aligned(
    source: Source,
    locale: str,
    *,
    by: str = "",
    when: str = "",
    authors: bool = False,
    onto: Callable[[Catalog], Catalog] | None = None,
) -> Aligned:
    """The same before anything is drafted."""
    project, article = source.project, source.article
    path = project.inside(project.catalog(article.name, locale))
    is_source = locale == source.locale
    before, was, data = _catalog(path)
    records = ledger.read(project.inside(project.ledger(article.name, locale)), of_source=is_source)
    emptied = ledger.put_back(onto(before) if onto else before, records)
    catalog = emptied.catalog
    if catalog.header is None:
        catalog = catalog.replace(header=header(project, locale, comments=OF_SOURCE if is_source else ()))
    typist = Authors(project, path, before, data)
    who = (lambda entry: by) if by else typist.of if when or authors else _nobody
    named = typist.by_line if authors and project.settings.people else None
    typed = ledger.observe(catalog, records, who=who, when=when, named=named)
    known = records.plus(typed)
    synced = _synced(source, locale, catalog, known, when)
    side = Side(
        source=source,
        locale=locale,
        path=path,
        was=was,
        before=before,
        catalog=synced.catalog,
        ledger=known.plus(synced.records),
        records=(*typed, *synced.records),
        changes=synced.changes,
        merged=_is_conflicted(data),
        back=emptied.back,
        gone=emptied.gone,
        warnings=tuple(records.warnings),
    )
    return Aligned(side, catalog, who, when)


def filled(one: Aligned, fill: Fill | None) -> Side:
    """The side with drafts, and with the copy of the ledger in its comments."""
    side = one.side
    new, records = fill(side.locale, side.catalog, side.ledger) if fill else (side.catalog, ())
    known = side.ledger.plus(records)
    drafts = ledger.observe(new, known, who=one.who, when=one.when, seen=one.observed)
    known = known.plus(drafts)
    return replace(
        side,
        catalog=new.replace(entries=tuple(ledger.mark(entry, known) for entry in new.entries)),
        ledger=known,
        records=(*side.records, *records, *drafts),
        warnings=(*side.warnings, *(_odd(side.source, side.locale, side.path, new) if one.when else ())),
        _statuses={},
    )


def _odd(source: Source, locale: str, path: Path, catalog: Catalog) -> Iterator[str]:
    """Of the glossary: a sentence for every form in a catalog that cannot be meant as it is there."""
    forbidden = {source.key_of[name.ref]: name.forbidden(locale) for name in source.names}
    for entry in catalog.entries if source.names else ():
        if entry.obsolete:
            continue
        also, never = comments.also(entry), comments.never(entry)
        for form in (entry.target, *also, *never):
            if form and (fault := glossary.fault(codes.unescape(form))):
                yield f"`{path}` line {entry.line}: {fault[0]}; {fault[1]}"
        for form in (*also, *never):
            if ";" in form:
                yield f"`{path}` line {entry.line}: `{form}` is read as one form; write one form a line"
        for form in dict.fromkeys((*never, *forbidden.get(entry.key, ()))):
            if form in (codes.unescape(entry.target), *also):
                yield f"`{path}` line {entry.line}: `{form}` is forbidden and admitted; take one of them out"


def _synced(source: Source, locale: str, catalog: Catalog, known: Ledger, when: str) -> sync.Synced:
    """The catalog with the segments of the article as it is now."""
    if source.article.is_catalog:
        synced = messages.follow(source.template, catalog, when=when)
        return replace(synced, records=ledger.traced(synced.records, catalog.entries, known))
    synced = sync.sync(
        source.assembly.segments,
        catalog,
        file=source.article.file,
        language=source.locale,
        state=lambda entry: known.status(entry).state,
        granted=known.granted,
        when=when,
        sentences=partial(segmentation.sentences, language=locale),
        names=source.name_words,
        about=source.about(locale),
    )
    return replace(synced, records=ledger.traced(synced.records, catalog.entries, known))


def _nobody(entry: Entry) -> str:
    """The translator of a text that nobody asked about."""
    return ""


def _catalog(path: Path) -> tuple[Catalog, Stamp, bytes]:
    """A PO file with its stamp and its bytes; an empty catalog where there is none."""
    try:
        data, was = files.read(path)
    except FileNotFoundError:
        return Catalog(), files.NOTHING, b""
    except OSError as error:
        raise CatalogError(
            phrase("cannot be read: {why}", why=str(error.strerror)), where=str(path), hint=files.remedy(error)
        ) from None
    return (po.unconflict if _is_conflicted(data) else po.loads)(data, where=str(path)), was, data


def _is_conflicted(data: bytes) -> bool:
    return b"<<<<<<< " in data and CONFLICT.search(data) is not None


def locale_of(project: Project, article: Article) -> str:
    """The source locale of an article that is not looked at otherwise."""
    with named(article.file):
        return _locale(project, article, b"" if article.is_catalog else files.read(article.path)[0])


def header(project: Project, locale: str = "", comments: tuple[str, ...] = ()) -> Entry | None:
    """The header of a catalog that is new; of a template, where no locale is given."""
    forms = languages.get(locale).plural_forms if locale else ""
    return po.new(locale, project=project.settings.name or "l10n", plural_forms=forms, comments=comments).header


def _locale(project: Project, article: Article, data: bytes) -> str:
    """The language of an article: by the settings of its own, by itself, by those of the project.

    That of the glossary is English, even where no article is.
    """
    own = project.named(article.name).source_locale
    if article.is_glossary:
        return formats.language(data, article.format)
    if own or article.is_catalog:
        return own or project.settings.source_locale
    locales = project.settings.locales
    stated = formats.language(data, article.format)
    if not stated:
        return project.settings.source_locale
    tag = languages.get(stated).tag
    base = project.settings.variants.get(tag)
    if base:
        raise FormatError(
            phrase(
                "it says that it is in `{tag}`, which is converted from `{base}`, and not written", tag=tag, base=base
            ),
            hint=phrase(
                "write it in the script of `{base}`, or name `{tag}` in `locales` and `{base}` in `variants`",
                base=base,
                tag=tag,
            ),
        )
    for candidate in (tag, tag.partition("-")[0]):
        if candidate in locales:
            return candidate
    raise FormatError(
        phrase("its language is `{stated}`, which is not among the project's locales", stated=stated),
        hint=phrase(
            'add it to `locales`, or say `[article."{article}"] source-locale = …` in the settings',
            article=article.name,
        ),
    )


def _known(template: Catalog) -> dict[str, set[str]]:
    """The sources of a POT by kind."""
    known: dict[str, set[str]] = {}
    for context, source in template.by_key():
        known.setdefault(context.partition(" ")[0], set()).add(source)
    return known


def _assemble(
    project: Project, locale: str, units: list[Any], known: Mapping[str, set[str]], split: frozenset[str]
) -> Assembly:
    cut = cut_of(project, locale)
    plain = assembly.article(units, cut, known=known)
    if not split:
        return plain
    twins = [segment.key for segment in plain.segments if text.segment_id(*segment.key) in split]
    return assembly.article(units, cut, known=known, twins=twins)


def cut_of(project: Project, locale: str) -> assembly.Split:
    """How the settings cut texts of a locale into segments."""
    if project.settings.segment == "paragraph":
        return assembly.whole
    exceptions = project.settings.abbreviations.get(locale, ())
    return partial(segmentation.sentences, language=locale, exceptions=exceptions)


@contextmanager
def named(file: str) -> Iterator[None]:
    """Errors of the rooms, which know no files, name this one."""
    try:
        yield
    except L10nError as error:
        if not error.where:
            error.where = file
        raise
