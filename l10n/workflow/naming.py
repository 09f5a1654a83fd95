"""The names and terms of a project, with their renderings and how far each is settled."""

from __future__ import annotations

from codecs import BOM_UTF8 as BOM
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from l10n import codes, comments, files, glossary
from l10n.errors import GlossaryError
from l10n.glossary import Glossary, Rendering
from l10n.phrases import phrase
from l10n.project import GLOSSARY, Project
from l10n.workflow import seen, view
from l10n.workflow.seen import Seen

NOTHING = Glossary()
"""That of a project that has none: always the same, so that what was worked out under it stays."""


@dataclass(frozen=True, slots=True)
class _Page:
    """One locale of the glossary."""

    seen: Seen
    """Its files, and those of the glossary itself, as they were just before they were read."""
    side: view.Side
    renderings: Mapping[str, Rendering]


@dataclass(slots=True)
class _Book:
    """A glossary as it was read."""

    seen: Seen
    """Its file and its template, as they were just before they were read."""
    source: view.Source
    pages: dict[str, _Page] = field(default_factory=dict)
    """By locale, those that were asked for."""
    whole: Glossary = NOTHING
    """What was loaded of it last."""


_latest: _Book | None = None
"""The glossary that was read last: every article of a project, and every page of a workbench, asks for the same."""


def load(project: Project, locales: Sequence[str] = ()) -> Glossary:
    """The glossary of a project as its files are now, in these locales (all, where none is named).

    Empty where the project has none. GlossaryError, CatalogError or LedgerError where it cannot be read.
    """
    if project.glossary is None:
        return NOTHING
    book = _book(project)
    found = {tag: _page(book, tag).renderings for tag in locales or project.settings.locales}
    known = book.whole
    if known.renderings.keys() != found.keys() or any(known.renderings[tag] is not some for tag, some in found.items()):
        known = book.whole = Glossary(book.source.names, found)
    return known


def source(project: Project) -> view.Source:
    """The glossary of a project that has one, as its file is now; the same object as long as that is the same."""
    return _book(project).source


def side(source: view.Source, locale: str) -> view.Side:
    """One locale of the glossary as its files are now; the same object as long as they are the same."""
    book = _latest
    if book is None or book.source is not source:  # as it was, in the hands of somebody who began earlier
        return view.side(source, locale)
    return _page(book, locale).side


def _book(project: Project) -> _Book:
    """The glossary as it is now, read anew only where its file is another than it was."""
    global _latest
    article, known = project.glossary, _latest  # another thread may load another one meanwhile
    assert article is not None, "who asks has a glossary"
    paths = seen.paths_of(project, article, ())
    if known is not None and known.source.project == project and (now := known.seen.still(paths)):
        known.seen = now
        return known
    before = seen.look(paths)
    _latest = _Book(before, view.source(project, article))
    return _latest


def _page(book: _Book, locale: str) -> _Page:
    """One locale; read anew only where its own files are others than they were."""
    known, paths = book.pages.get(locale), seen.paths_of(book.source.project, book.source.article, [locale])
    now = seen.look(paths, known.seen if known else None)
    if known is None or known.seen.digest != now.digest:
        side = view.side(book.source, locale)
        known = _Page(now, side, renderings(side))
    elif known.seen is not now:
        known = replace(known, seen=now)
    book.pages[locale] = known
    return known


def edit(project: Project, change: Callable[[str], str]) -> bool:
    """Change the glossary file, which is made where there is none; False where the change is none.

    change: the text of the file ▸ the new one. GlossaryError names the file where it refuses, or another program
    saved it meanwhile; it is then as it was.
    """
    path = project.inside(project.source / GLOSSARY)
    with view.named(project.shown(path)):
        try:
            data, was = files.read(path)
        except FileNotFoundError:
            data, was = b"", files.NOTHING
        mark = data[: len(BOM)] if data.startswith(BOM) else b""
        new = mark + change(glossary.decode(data)).encode("utf-8")
        try:
            return new != data and files.replace(path, new, was)
        except files.Changed:
            raise GlossaryError(
                phrase("another program saved it"), hint=phrase("save it there, then give the command again")
            ) from None


def renderings(side: view.Side) -> Mapping[str, Rendering]:
    """What the names are called in one locale, by ref, those without a target left out."""
    found: dict[str, Rendering] = {}
    for name in side.source.names:
        key = side.source.key_of[name.ref]
        entry = side.entries[key]
        form = codes.unescape(entry.target).strip() or (name.form if side.is_source else "")
        if form:
            state = side.status(key).state
            found[name.ref] = Rendering(form, state, _sound(comments.also(entry)), _sound(comments.never(entry)))
    return found


def _sound(forms: Sequence[str]) -> tuple[str, ...]:
    """The forms that can be names as they are spelt; sync warns of the others."""
    return tuple(form for form in forms if glossary.fault(form) is None)
