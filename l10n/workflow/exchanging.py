"""names: the glossary as a table, for people who keep names in a spreadsheet and for OmegaT, and the way back.

What is imported is nobody's word: a rendering becomes a draft of the file it came from, an entry or a key is written
where the glossary says nothing yet. What somebody typed, or the file says otherwise, stays, and is told as a conflict.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from l10n import codes, comments, files, glossary
from l10n.errors import GlossaryError
from l10n.glossary import Name, tables
from l10n.glossary.tables import Row
from l10n.ledger import Ledger
from l10n.model import Catalog, Entry, Record
from l10n.project import GLOSSARY, Project
from l10n.text import nfc
from l10n.workflow import naming, syncing, view
from l10n.workflow.prefilling import Filler, is_untouched, with_draft
from l10n.workflow.syncing import Options, Synced
from l10n.workflow.writing import alone

TABLE, OMEGAT = (".csv",), (".tsv", ".utf8", ".txt", ".tab")
"""Suffixes of a table with a header, and of OmegaT's glossary."""
NOTHING = "nothing was imported"


@dataclass(frozen=True, slots=True)
class Conflict:
    """What the table says of a name, and the project says otherwise."""

    line: int
    ref: str
    what: str
    """A key of the glossary, or a locale."""
    kept: str
    offered: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    added: tuple[str, ...]
    """Refs of the entries that are new."""
    changed: tuple[str, ...]
    """Refs of those that say more than before."""
    drafts: Mapping[str, int]
    """How many renderings were written, by locale."""
    conflicts: tuple[Conflict, ...]
    ignored: tuple[str, ...]
    """Columns that say nothing here."""
    synced: tuple[Synced, ...] = ()


def export(project: Project, path: Path, locales: Sequence[str] = ()) -> int:
    """Write the glossary as a table, its kind by the suffix; how many names it has.

    GlossaryError: the suffix is none, or OmegaT's glossary is asked for in several languages at once.
    """
    one = _one_locale(path, locales)
    if project.glossary is None:
        raise GlossaryError("there is no glossary", where=f"source/{GLOSSARY}", hint="`l10n names --import` makes one")
    found = naming.load(project)
    wanted = [tag for tag in locales or project.settings.locales if tag != glossary.LOCALE]
    text = tables.as_omegat(found, one) if one else tables.as_csv(found, wanted)
    files.replace(path, text.encode("utf-8"))
    return len(found.names)


def bring(project: Project, path: Path, options: Options, locales: Sequence[str] = ()) -> Imported:
    """Take a table into the glossary and its catalogs; all of it, or nothing where any of it is refused."""
    one = _one_locale(path, locales)
    data = _read(path)
    with view.named(str(path)):
        rows, ignored = _rows(data, one, project.settings.locales)
    if locales:
        rows = [_only(row, locales) for row in rows]
    place = project.inside(project.source / GLOSSARY)
    with alone(project):
        before = _names(place)
        plan = _Plan.of(rows, before, str(path))
        if options.dry_run:
            return plan.result({}, [], ignored)
        old = files.read(place)[0] if place.exists() else None
        try:
            naming.edit(project, plan.edit)
            return _synced(project, plan, path, options, ignored)
        except BaseException:
            _restore(place, old)
            raise


def draft(project: Project, renderings: Mapping[str, Mapping[str, str]], origin: str, options: Options) -> None:
    """Write what names are called, by ref and locale, into the glossary's catalogs, as drafts where nobody typed."""
    article = project.glossary
    if article is None or not renderings:
        return
    filler = Filler(view.source(project, article), options.by, options.when)
    rows = {ref: Row(0, filler.by_ref[ref], forms, {}, {}) for ref, forms in renderings.items()}
    taker = _Taker(filler, rows, origin)
    with alone(project):
        list(syncing.put(project, syncing.plan_article(project, article, options, taker.fill), options, taker.fill))


def _synced(project: Project, plan: _Plan, path: Path, options: Options, ignored: Sequence[str]) -> Imported:
    """The catalogs with the renderings of the table."""
    article = project.glossary
    if article is None:  # the table holds no name, and there was none
        return plan.result({}, [], ignored)
    source = view.source(project, article)
    taker = _Taker(Filler(source, options.by, options.when), plan.rows, f"import {path.name}")
    planned = syncing.plan_article(project, article, options, taker.fill)
    synced = list(syncing.put(project, planned, options, taker.fill))
    drafts = {locale: len(refs) for locale, refs in taker.taken.items() if refs}
    return plan.result(drafts, [*taker.conflicts.values()], ignored, synced)


@dataclass(frozen=True)
class _Plan:
    """What becomes of the glossary file."""

    rows: Mapping[str, Row]
    """By the ref of the entry that each belongs to."""
    new: tuple[Name, ...]
    more: Mapping[str, Mapping[str, Any]]
    """By ref: the keys that get a value."""
    conflicts: tuple[Conflict, ...]
    where: str
    """The table."""

    @classmethod
    def of(cls, rows: Sequence[Row], names: Sequence[Name], where: str) -> _Plan:
        by_ref = {nfc(name.ref): name for name in names}
        known: dict[str, Row] = {}
        new: list[Name] = []
        more: dict[str, dict[str, Any]] = {}
        conflicts: list[Conflict] = []
        for row, name in _in_turn(rows, by_ref):
            ref = name.ref if name else row.name.ref
            if ref in known and nfc(known[ref].name.form) == nfc(row.name.form):
                hint = f"line {known[ref].line} has it, too; two persons of one name need an `id`; {NOTHING}"
                raise GlossaryError(f"`{ref}` stands twice in the table", where=where, line=row.line, hint=hint)
            if ref in known:
                continue
            known[ref] = row
            if name is None:
                new.append(row.name)
            else:
                values, against = _compared(name, row)
                conflicts += against
                if values:
                    more[ref] = values
        return cls(known, tuple(new), more, tuple(conflicts), where)

    def edit(self, text: str) -> str:
        """The glossary file with what the table adds; GlossaryError where that contradicts it."""
        try:
            for ref, values in self.more.items():
                text = glossary.changed(text, ref, **values)
            return glossary.added(text, self.new)
        except GlossaryError as error:
            raise GlossaryError(error.what, where=self.where, hint=f"{error.hint}; {NOTHING}") from None

    def result(
        self, drafts: Mapping[str, int], more: Sequence[Conflict], ignored: Sequence[str], synced: Sequence[Synced] = ()
    ) -> Imported:
        refs = tuple(name.ref for name in self.new)
        conflicts = sorted((*self.conflicts, *more), key=lambda one: one.line)
        return Imported(refs, tuple(self.more), drafts, tuple(conflicts), tuple(ignored), tuple(synced))


def _in_turn(rows: Sequence[Row], by_ref: Mapping[str, Name]) -> Iterator[tuple[Row, Name | None]]:
    """The rows with the entries that they belong to; those of an alias come last, for they say less."""
    aliases = {nfc(form): name for name in by_ref.values() for form in (*name.also, *name.former)}
    late = []
    for row in rows:
        name = by_ref.get(nfc(row.name.ref))
        if name is None and not row.name.id and nfc(row.name.form) in aliases:
            late.append((row, aliases[nfc(row.name.form)]))
        else:
            yield row, name
    yield from late


def _compared(name: Name, row: Row) -> tuple[dict[str, Any], list[Conflict]]:
    """The keys of an entry that the row adds to, and those that it contradicts."""
    values: dict[str, Any] = {}
    conflicts = []
    own = {nfc(one) for one in (name.form, *name.also, *name.former)}
    for key in ("also", "former"):
        fresh = tuple(form for form in getattr(row.name, key) if nfc(form) not in own)
        if fresh:
            values[key] = (*getattr(name, key), *fresh)
    fresh = tuple(form for form in row.name.never.get("", ()) if form not in name.never.get("", ()))
    if fresh and set(name.never) <= {""}:
        values["never"] = {"": (*name.never.get("", ()), *fresh)}
    elif fresh:
        conflicts.append(Conflict(row.line, name.ref, "never", "forms by locale", "; ".join(fresh)))
    for key in ("kind", "sex", "origin", "original", "note", "translate"):
        said, offered = getattr(name, key), getattr(row.name, key)
        if offered == _UNSAID.get(key, "") or offered == said:
            continue
        if said == _UNSAID.get(key, ""):
            values[key] = offered
        else:
            conflicts.append(Conflict(row.line, name.ref, key, str(said), str(offered)))
    return values, conflicts


_UNSAID: Mapping[str, object] = {"kind": "term", "translate": True}
"""What an entry says where nobody said anything."""


@dataclass(frozen=True)
class _Taker:
    """Puts the renderings of a table into the catalogs; drafts what the table has none for."""

    filler: Filler
    rows: Mapping[str, Row]
    origin: str
    conflicts: dict[tuple[str, str], Conflict] = field(default_factory=dict)
    """By locale and ref; a catalog that is planned anew says the same again."""
    taken: dict[str, set[str]] = field(default_factory=dict)

    def fill(self, locale: str, catalog: Catalog, ledger: Ledger) -> tuple[Catalog, tuple[Record, ...]]:
        refs = {self.filler.source.key_of[ref]: ref for ref in self.rows}
        entries = tuple(
            entry
            if entry.obsolete or entry.key not in refs
            else self._taken(entry, refs[entry.key], self.rows[refs[entry.key]], locale, ledger)
            for entry in catalog.entries
        )
        return self.filler.fill(locale, catalog.replace(entries=entries), ledger)

    def _taken(self, entry: Entry, ref: str, row: Row, locale: str, ledger: Ledger) -> Entry:
        """An entry with what a row says of it in a locale."""
        name = self.filler.by_ref[ref]
        entry = _with_forms(entry, row, locale, name.forbidden(locale))
        form = row.renderings.get(locale, "")
        known = (entry.target, *comments.also(entry), *(() if name.translate else (name.form,)))
        if not form or nfc(codes.escape(form)) in map(nfc, known):
            return entry
        against = "is forbidden" if form in (*name.forbidden(locale), *comments.never(entry)) else ""
        if not against and name.translate and (entry.empty or is_untouched(entry, ledger)):
            self.taken.setdefault(locale, set()).add(ref)
            return with_draft(entry, form, self.origin)
        kept = against or codes.unescape(entry.target) or name.form
        self.conflicts[locale, ref] = Conflict(row.line, ref, locale, kept, form)
        return entry


def _with_forms(entry: Entry, row: Row, locale: str, forbidden: Sequence[str]) -> Entry:
    """An entry that admits and forbids what the row does."""
    also = (form for form in row.also.get(locale, ()) if form not in comments.also(entry))
    never = (form for form in row.never.get(locale, ()) if form not in (*forbidden, *comments.never(entry)))
    more = (*(f"{comments.ALSO} {form}" for form in also), *(f"{comments.NEVER} {form}" for form in never))
    return entry.replace(comments=(*entry.comments, *more)) if more else entry


def _one_locale(path: Path, locales: Sequence[str]) -> str:
    """The locale of an OmegaT glossary; "" for a table of all. GlossaryError for what is neither."""
    suffix = path.suffix.lower()
    if suffix in TABLE:
        return ""
    if suffix not in OMEGAT:
        hint = f"end its name in {', '.join((*TABLE, *OMEGAT))}"
        raise GlossaryError(f"`{suffix}` is the suffix of no table", where=str(path), hint=hint)
    if len(locales) != 1 or locales[0] == glossary.LOCALE:
        raise GlossaryError("OmegaT's glossary has one target language", where=str(path), hint="say which: `-l ru`")
    return locales[0]


def _read(path: Path) -> bytes:
    try:
        return files.read(path)[0]
    except OSError as error:
        what = f"cannot be read: {error.strerror}"
        raise GlossaryError(what, where=str(path), hint=files.remedy(error)) from None


def _rows(data: bytes, locale: str, locales: Sequence[str]) -> tuple[list[Row], list[str]]:
    if locale and not tables.has_header(data):
        return tables.read_omegat(data, locale), []
    return tables.read_table(data, locales)


def _only(row: Row, locales: Sequence[str]) -> Row:
    """A row with the renderings of these locales alone."""
    renderings = {tag: form for tag, form in row.renderings.items() if tag in locales}
    also, never = ({tag: forms for tag, forms in one.items() if tag in locales} for one in (row.also, row.never))
    return Row(row.line, row.name, renderings, also, never)


def _names(place: Path) -> tuple[Name, ...]:
    try:
        data, _ = files.read(place)
    except FileNotFoundError:
        return ()
    with view.named(f"source/{GLOSSARY}"):
        return glossary.read(data)


def _restore(place: Path, old: bytes | None) -> None:
    """The glossary file as it was."""
    if old is None:
        place.unlink(missing_ok=True)
    else:
        files.replace(place, old)
