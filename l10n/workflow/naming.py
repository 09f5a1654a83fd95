"""The names and terms of a project, with their renderings and how far each is settled."""

from __future__ import annotations

from codecs import BOM_UTF8 as BOM
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from l10n import codes, comments, files, glossary
from l10n.errors import GlossaryError
from l10n.glossary import Glossary, Rendering
from l10n.phrases import phrase
from l10n.project import GLOSSARY, Project
from l10n.workflow import seen, view
from l10n.workflow.seen import Seen

NOTHING = Glossary()
"""That of a project that has none: always the same, so that what was worked out under it stays."""

Parts = Mapping[str, tuple[Seen, Mapping[str, Rendering]]]
"""By locale, what names are called there, and the files that say so."""
_latest: tuple[Path, tuple[str, ...], Seen, Glossary, Parts] | None = None
"""The glossary that was loaded last: every article of a project asks for the same."""


def load(project: Project, locales: Sequence[str] = ()) -> Glossary:
    """The glossary of a project as its files are now, in these locales (all, where none is named).

    Empty where the project has none. GlossaryError, CatalogError or LedgerError where it cannot be read.
    """
    global _latest
    article = project.glossary
    if article is None:
        return NOTHING
    wanted = tuple(locales) or project.settings.locales
    paths = seen.paths_of(project, article, wanted)
    known = _latest  # another thread may load another one meanwhile
    is_ours = known is not None and known[:2] == (project.folder, wanted)
    if known is not None and is_ours and (now := known[2].still(paths)):
        _latest = (project.folder, wanted, now, *known[3:])
        return known[3]
    before = seen.look(paths)
    source = view.source(project, article)
    parts = {locale: _part(source, locale, known[4] if known is not None and is_ours else {}) for locale in wanted}
    found = Glossary(source.names, {locale: some for locale, (_, some) in parts.items()})
    _latest = (project.folder, wanted, before, found, parts)
    return found


def _part(source: view.Source, locale: str, known: Parts) -> tuple[Seen, Mapping[str, Rendering]]:
    """One locale; read anew only where its own files are others than they were."""
    paths = seen.paths_of(source.project, source.article, [locale])
    if locale in known and (now := known[locale][0].still(paths)):
        return now, known[locale][1]
    before = seen.look(paths)
    return before, renderings(view.side(source, locale))


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
