"""mv: an article, or a folder of them, changes its name, and everything that belongs to it follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath
from xml.sax.saxutils import escape

from l10n import files, po, text
from l10n.errors import CatalogError, ProjectError
from l10n.project import FORMAT_OF_SUFFIX, RESERVED, Article, Project, check_name
from l10n.project.editing import rename_articles
from l10n.workflow.entering import PROP_ARTICLE
from l10n.workflow.writing import alone

LIKENESS = 0.5
"""Share of an orphan's segments that a new article must have, to be taken for the same under another name."""


def move(project: Project, old: str, new: str) -> list[tuple[str, str]]:
    """Rename an article, or a folder of articles; (from, to) of every file that moved, from the project's folder.

    The source may have been moved already; then only the rest follows.  Killed midway, the same call ends it.
    """
    old, new = _name(old), _name(new)
    for one in (old, new):
        if one in project.settings.catalogs:
            hint = "its name stands in the settings, and in what extracts and compiles it"
            raise ProjectError(f"`{one}` is a catalog without an article", hint=hint)
    if old == new:
        raise ProjectError(f"`{old}` is called so already", hint="name another one")
    with alone(project):
        present = {article.name: article for article in project.articles()}
        names = _meant(project, present, old, new)
        moves = [pair for one, other in names for pair in _moves(project, one, other)]
        moves = [*_sources(project, present, names, old, new), *moves]
        for before, after in moves:
            project.inside(before)
            _make_room(project.inside(after))
        for _, after in moves:
            after.parent.mkdir(parents=True, exist_ok=True)
        settings, _ = files.read(project.settings_file)
        try:
            rename_articles(project, dict(names))
            _rename(moves)
        except BaseException:
            files.replace(project.settings_file, settings)
            raise
        for one, other in names:
            _call(project, one, other)
        for before, _ in moves:
            _tidy(before.parent, project.memory if before.is_relative_to(project.memory) else project.locales)
    return [(project.shown(before), project.shown(after)) for before, after in moves]


def _meant(project: Project, present: Mapping[str, Article], old: str, new: str) -> list[tuple[str, str]]:
    """(old, new) of every article: the one of that name, or those in the folder of that name."""
    if old in present and new in present:
        raise ProjectError(f"`{old}` and `{new}` are both there", hint="remove or rename one of them under `source/`")
    if old in present or new in present:
        return [(old, new)]
    below = [name for name in present if name.startswith(f"{old}/")]
    gone = [name for name in project.orphans() if name.startswith(f"{old}/")]
    pairs = [(name, new + name.removeprefix(old)) for name in sorted({*below, *gone})]
    pairs = [(one, other) for one, other in pairs if one in present or other in present]
    if not pairs:
        raise ProjectError(f"there is no article `{old}`, and no folder of articles", hint="`l10n report` lists them")
    return pairs


def _moves(project: Project, old: str, new: str) -> list[tuple[Path, Path]]:
    """(from, to) of the ledgers, the catalogs, the aligned translations and the template that an article has."""
    moves = [
        (place(old, locale), place(new, locale))
        for locale in project.settings.locales
        for place in (project.ledger, project.catalog, project.aligned)
    ]
    moves.append((project.template(old), project.template(new)))
    return [(before, after) for before, after in moves if before.exists()]


def _sources(
    project: Project, present: Mapping[str, Article], names: Sequence[tuple[str, str]], old: str, new: str
) -> list[tuple[Path, Path]]:
    """(from, to) of the article, or of the folder with all that is in it; nothing where they were moved already."""
    if old in present:
        path = present[old].path
        return [(path, project.source / f"{new}{path.suffix}")]
    if not any(one in present for one, _ in names):
        return []
    if new.startswith(f"{old}/"):
        raise ProjectError(f"`{old}` cannot move into itself", hint="name another folder")
    return [(project.source / old, project.source / new)]


def _call(project: Project, old: str, new: str) -> None:
    """Put the new name of an article into its aligned translations."""
    for locale in project.settings.locales:
        path = project.inside(project.aligned(new, locale))
        if path.is_file():
            before, after = (f'<prop type="{PROP_ARTICLE}">{escape(name)}</prop>'.encode() for name in (old, new))
            data, _ = files.read(path)
            if before in data:
                files.replace(path, data.replace(before, after))


def _tidy(folder: Path, root: Path) -> None:
    """Remove folders below this one that hold nothing more."""
    with suppress(OSError):
        while folder != root and folder.is_relative_to(root):
            folder.rmdir()
            folder = folder.parent


def _rename(moves: Sequence[tuple[Path, Path]]) -> None:
    """All of them, or none where one is refused."""
    done: list[tuple[Path, Path]] = []
    try:
        for before, after in moves:
            before.rename(after)
            done.append((before, after))
    except BaseException:
        for before, after in reversed(done):
            after.rename(before)
        raise


def _make_room(path: Path) -> None:
    """ProjectError where something would be lost in that place."""
    if not path.exists():
        return
    is_ours = path.suffix in (".po", ".pot", ".jsonl") and path.is_file()
    if not is_ours or not _holds_nothing(path):
        raise ProjectError("is in the way and holds something", where=str(path), hint="move it away first")


def _holds_nothing(path: Path) -> bool:
    """Whether a catalog, a template or a ledger says nothing that sync would not write again."""
    if path.suffix == ".jsonl":
        return not files.read(path)[0].strip()
    return path.suffix == ".pot" or _is_empty(path)


def _is_empty(catalog: Path) -> bool:
    return all(entry.empty for entry in po.read(catalog).entries)


def _name(name: str) -> str:
    """The name of an article from what a person typed: with or without `source/` and suffix."""
    path = PurePosixPath(name)
    if path.suffix.lower() in FORMAT_OF_SUFFIX:
        path = path.with_suffix("")
    if path.parts[:1] == ("source",) and len(path.parts) > 1:
        path = path.relative_to("source")
    plain = path.as_posix()
    if path.is_absolute() or ".." in path.parts or plain in ("", ".", RESERVED):
        raise ProjectError(f"`{name}` is no name for an article", hint="use a path under `source/` without suffix")
    check_name(plain, plain)
    return plain


def renamed(project: Project) -> list[tuple[str, str]]:
    """(old, new) where an article that is gone looks like one that nobody translated yet."""
    orphans = [name for name in project.orphans() if project.template(name).exists()]
    if not orphans:
        return []
    fresh = {
        article.name: _segments(project, article.name)
        for article in project.articles()
        if article.is_page and all(_untouched(project, article.name, locale) for locale in project.settings.locales)
    }
    pairs = []
    for old in orphans:
        gone = _segments(project, old)
        shares = {new: len(gone & there) / len(gone) for new, there in fresh.items() if gone}
        best = max(shares, key=lambda name: (shares[name], name), default="")
        if best and shares[best] >= LIKENESS:
            pairs.append((old, best))
            fresh.pop(best)
    return pairs


def by_folder(project: Project, pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The same renames, those of articles that moved together as one of their folder, where no other stayed there."""
    left = {".", *(str(folder) for article in project.articles() for folder in PurePosixPath(article.name).parents)}
    groups: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for old, new in pairs:
        was, now = PurePosixPath(old), PurePosixPath(new)
        while was.name == now.name and str(was.parent) not in left and str(now.parent) != ".":
            was, now = was.parent, now.parent
        groups.setdefault((str(was), str(now)), []).append((old, new))
    return [one for folders, several in groups.items() for one in (several if len(several) == 1 else [folders])]


def _segments(project: Project, name: str) -> set[str]:
    """Its segments; none where they cannot be told."""
    try:
        return {text.segment_id(*key) for key in po.read(project.template(name)).by_key()}
    except CatalogError:
        return set()


def _untouched(project: Project, name: str, locale: str) -> bool:
    path = project.catalog(name, locale)
    return not path.exists() or _is_empty(path)
