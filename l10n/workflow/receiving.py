"""receive: another system pushes an article into the project, whole or not at all.

    name ▸ format ▸ read, cut, and every catalog brought up to date in memory ▸ written ▸ synced

What cannot be read leaves everything as it is, and so does a file that is another one than the sender knew.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from l10n import files
from l10n.errors import FormatError, ProjectError
from l10n.model import FORMATS
from l10n.phrases import phrase
from l10n.project import Article, Project, check_catalogs, files_below, listed
from l10n.workflow import view, writing
from l10n.workflow.syncing import Options, Synced, sync_articles

DEEPEST = 1_000
"""Characters of a name: its path, with that of the project, is one that every system can open."""
UNREADABLE = "\ufffd"
"""What stands in a name for bytes that are no UTF-8."""
NEW = ""
"""The digest of a file that is not there."""


@dataclass(frozen=True, slots=True)
class Received:
    """An article that is in the project now."""

    article: Article
    digest: str
    """SHA-256 of its file, 64 hex digits."""
    is_new: bool
    wrote: bool
    """False where the file held just that already."""
    synced: tuple[Synced, ...]


def receive(project: Project, name: str, format: str, data: bytes, *, known: str, when: str) -> Received:
    """Put an article in its place, and bring its catalogs up to date.

    known: SHA-256 of the file that the sender knows, NEW for none. files.Changed where another one is there;
    ProjectError, FormatError, CatalogError or LedgerError where it cannot be taken. Nothing is written then.
    """
    with writing.locked(project):  # whoever clears up after killed commands, waits
        article = place(project, name, format)
        path = project.inside(article.path)
        before, was = _there(article)
        if before != known:
            raise files.Changed(path)
        _read(project, article, data, when)
        wrote = files.replace(path, data, was)
    synced = sync_articles(project, [article], Options(when=when))
    return Received(article, digest(data), before == NEW, wrote, tuple(synced))


def place(project: Project, name: str, format: str = "") -> Article:
    """The article of a name, which need not be there yet; ProjectError for a name or a format that it cannot have.

    format: "" for that of the article which is there.
    """
    parts = name.split("/")
    is_path = all(part and not part.startswith(".") and part == part.strip() for part in parts)
    if len(name) > DEEPEST or UNREADABLE in name or not is_path:
        hint = phrase("name it as its path below `source/` without suffix: `2026/border`")
        raise ProjectError(phrase("no article can be called so"), where=name[:100], hint=hint)
    there = next((one for one in project.articles() if one.name == name), None)
    if there is not None and format in ("", there.format) and FORMATS.get(there.format):
        return there
    suffixes = FORMATS.get(format, ())
    if not suffixes:
        known = ", ".join(f"`{one}`" for one, some in FORMATS.items() if some)
        raise ProjectError(
            phrase("the format of `{name}` is not told", name=name),
            hint=phrase("it is one of {formats}", formats=known),
        )
    file = f"{name}{suffixes[0]}"
    together = listed(project.folder, "source/", [*files_below(project.source), file])
    check_catalogs(project.settings.catalogs, together)
    return next(one for one in together if one.name == name)


def digest(data: bytes) -> str:
    """What a file is known by."""
    return hashlib.sha256(data).hexdigest()


def _there(article: Article) -> tuple[str, files.Stamp]:
    """The digest of the file that is there, and its stamp."""
    try:
        data, stamp = files.read(article.path)
    except FileNotFoundError:
        return NEW, files.NOTHING
    except NotADirectoryError:
        hint = phrase("give the article another name")
        raise ProjectError(phrase("a file stands where a folder belongs"), where=article.file, hint=hint) from None
    return digest(data), stamp


def _read(project: Project, article: Article, data: bytes, when: str) -> None:
    """Whatever sync would refuse is refused before anything is written."""
    source = view.source(project, article, data=data)
    if not source.assembly.segments:
        raise FormatError(
            phrase("there is no text in it"), where=article.file, hint=phrase("see whether it is the right file")
        )
    for locale in project.settings.locales:
        view.side(source, locale, when=when)
