"""What feeds the memory of a project: its catalogs, those of other projects, TMX files; each with its stamp.

A stamp says what the rows of a feed follow from: the content of its files, and the settings that they are read by.
Files are read for it only where size, time or inode are others than before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import files, languages
from l10n.errors import L10nError, ProjectError
from l10n.phrases import phrase
from l10n.project import LEDGER, Article, Project, files_below
from l10n.project.tables import CATALOG, PROJECT
from l10n.workflow import seen
from l10n.workflow.entering import Part, TmxFile, catalog_rows
from l10n.workflow.seen import Seen

if TYPE_CHECKING:
    from l10n.model import Catalog, Key

FORM = 3
"""Of the rows: another one where they are made otherwise, so that all are made anew."""
SUFFIX = ".tmx"

Progress = Callable[[int], None]
"""Told how many bytes more were read."""


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a feed; its parts are made as they are asked for."""

    parts: Iterable[Part]
    problems: Callable[[], list[str]] = list
    """What was left out, once the parts were read."""


@dataclass(frozen=True, slots=True)
class Feed:
    """Files from which rows come together."""

    key: str
    paths: tuple[str, ...]
    about: str
    """What else its rows follow from."""
    read: Callable[[Progress], Read]

    def look(self, before: Seen | None) -> Seen:
        """Its files as they are now; before: as they were when they were last looked at."""
        return seen.look(self.paths, before)

    def stamp(self, found: Seen) -> str:
        """What its rows follow from."""
        return f"{FORM} {found.digest} {self.about}"


@dataclass(frozen=True, slots=True)
class Feeds:
    """Everything that feeds a memory."""

    feeds: tuple[Feed, ...]
    unreachable: tuple[str, ...]
    """How the keys of what the settings name begin that is not there now: what was read of it stays."""
    warnings: tuple[str, ...]


def feeds(project: Project) -> Feeds:
    """The feeds of a project, catalogs first."""
    found = list(_catalogs(project, "catalog ", CATALOG, project.settings.locales, ""))
    unreachable: list[str] = []
    warnings: list[str] = []
    for named in project.settings.memory.projects:
        key = f"project {named} "
        try:
            found += _other(project, named, key)
        except L10nError as error:
            unreachable.append(key)
            warnings.append(f"the project `{named}` cannot be read, what is remembered of it stays: {error}")
    for named, path in tmx_files(project):
        key = f"tmx {named}"
        if path.is_file():
            found.append(_tmx(project, key, path))
        else:
            unreachable.append(key)
            warnings.append(f"`{named}`, which the settings name, is not there; what is remembered of it stays")
    return Feeds(tuple({feed.key: feed for feed in found}.values()), tuple(unreachable), tuple(warnings))


def tmx_files(project: Project) -> Iterator[tuple[str, Path]]:
    """The TMX files of a project as people know them: those in `memory/`, and those that the settings name."""
    folder = project.inside(project.memory)
    for relative in sorted(files_below(folder)):
        if relative.lower().endswith(SUFFIX):
            yield f"memory/{relative}", folder / relative
    for named in project.settings.memory.tmx:
        yield named, project.folder / named


def _tmx(project: Project, key: str, path: Path) -> Feed:
    def read(progress: Progress) -> Read:
        file = TmxFile(path, project.settings.locales, progress)
        return Read(file.parts(), lambda: file.problems)

    return Feed(key, (str(path),), _hash(project.settings.locales), read)


def _other(project: Project, named: str, key: str) -> Iterator[Feed]:
    """The catalogs of another project, in the locales of this one."""
    other = Project.load(project.folder / named)
    if other.folder == project.folder:
        raise ProjectError(phrase("it is this project itself"), hint=phrase("take it out of `projects`"))
    bases = {languages.get(tag).tag.partition("-")[0] for tag in project.settings.locales}
    locales = [tag for tag in other.settings.locales if tag.partition("-")[0] in bases]
    yield from _catalogs(other, key, PROJECT, locales, f"{other.folder.name}: ")


def _catalogs(project: Project, mark: str, origin: str, locales: Iterable[str], said: str) -> Iterator[Feed]:
    """A feed for each catalog. said: what stands before the names of its articles."""
    articles = {article.name: article for article in project.articles()}
    settings = project.settings
    for locale in locales:
        folder = project.inside(project.locales / locale)
        for relative in sorted(files_below(folder)):
            if not relative.endswith(".po"):
                continue
            name = relative.removesuffix(".po")
            article = articles.get(name)
            path = folder / relative
            paths = [str(path), str(folder / f"{name}{LEDGER}"), *([str(article.path)] if article else [])]
            own = project.named(name)
            cut = (own.selector, own.split, settings.segment, settings.abbreviations, settings.formats)
            about = (settings.locales, settings.source_locale, own.source_locale, said, article is None, cut)
            read = partial(_read, project, name, article, locale, path, origin, said)
            yield Feed(f"{mark}{project.shown(path)}", tuple(paths), _hash(about), read)


def _hash(about: object) -> str:
    return hashlib.blake2b(repr(about).encode(), digest_size=8).hexdigest()


def _read(
    project: Project,
    name: str,
    article: Article | None,
    locale: str,
    path: Path,
    origin: str,
    said: str,
    progress: Progress,
) -> Read:
    """The rows of a catalog; none of one in the language of its article."""
    from l10n import ledger, po  # where nothing changed, neither they nor what is below is needed
    from l10n.workflow import view

    source = view.locale_of(project, article) if article else _language_of_orphan(project, name)
    if source == locale:
        return Read(())
    catalog = po.read(path)
    records = ledger.read(project.inside(project.ledger(name, locale)))
    progress(files.stamp(path).size)
    order = _order(project, article, catalog) if article else ()
    return Read([(source, locale, catalog_rows(catalog, records, f"{said}{name}", origin, order))])


def _order(project: Project, article: Article, catalog: Catalog) -> Sequence[Key]:
    """The segments of an article, each as often as it stands there.

    None where no running text of it stands twice, which its catalogs know: reading the article takes longer than all
    else.  None where it cannot be read: then a text has the neighbours of its first place alone.
    """
    from l10n.sync import notes
    from l10n.workflow import view

    if not any(map(notes.is_twin, catalog.entries)):
        return ()
    try:
        return [key for keys in view.source(project, article).assembly.keys for key in keys]
    except L10nError:
        return ()


def _language_of_orphan(project: Project, name: str) -> str:
    """The language of an article that is gone: by its settings, or by its catalog in that language."""
    from l10n import po
    from l10n.workflow import view

    if own := project.named(name).source_locale:
        return own
    for locale in project.settings.locales:
        path = project.catalog(name, locale)
        if path.is_file():
            header = po.read(path).header
            if header is not None and view.OF_SOURCE[0] in header.comments:
                return locale
    return project.settings.source_locale
