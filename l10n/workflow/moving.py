"""mv: an article changes its name, and everything that belongs to it follows."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from l10n import files, po, text
from l10n.errors import CatalogError, ProjectError
from l10n.project import FORMAT_OF_SUFFIX, RESERVED, Project, check_name
from l10n.project.editing import rename_article
from l10n.workflow.writing import alone

LIKENESS = 0.5
"""Share of an orphan's segments that a new article must have, to be taken for the same under another name."""


def move(project: Project, old: str, new: str) -> list[tuple[str, str]]:
    """Rename an article; (from, to) of every file that moved, from the project's folder.

    The source file may have been moved already; then only the rest follows.  Killed midway, the same call ends it.
    """
    old, new = _name(old), _name(new)
    with alone(project):
        present = {article.name: article for article in project.articles()}
        moves = []
        if old == new:
            raise ProjectError(f"`{old}` is called so already", hint="name another one")
        if old in present and new in present:
            raise ProjectError(
                f"`{old}` and `{new}` are both there", hint="remove or rename one of them under `source/`"
            )
        if old in present:
            path = present[old].path
            moves.append((path, project.source / f"{new}{path.suffix}"))
        elif new not in present:
            raise ProjectError(f"there is no article `{old}`", hint="`l10n report` lists them")
        for locale in project.settings.locales:
            moves.append((project.ledger(old, locale), project.ledger(new, locale)))
            moves.append((project.catalog(old, locale), project.catalog(new, locale)))
        moves.append((project.template(old), project.template(new)))
        moves = [(before, after) for before, after in moves if before.exists()]
        for before, after in moves:
            project.inside(before)
            _make_room(project.inside(after))
        for _, after in moves:
            after.parent.mkdir(parents=True, exist_ok=True)
        rename_article(project, old, new)
        for before, after in moves:
            before.rename(after)
    shown = [tuple(path.relative_to(project.folder).as_posix() for path in pair) for pair in moves]
    return [(before, after) for before, after in shown]


def _make_room(path: Path) -> None:
    """ProjectError where something would be lost in that place."""
    if not path.exists():
        return
    empty = not files.read(path)[0].strip() if path.suffix == ".jsonl" else path.suffix == ".pot" or _is_empty(path)
    if path.suffix not in (".po", ".pot", ".jsonl") or not empty:
        raise ProjectError("is in the way and holds something", where=str(path), hint="move it away first")


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
        if all(_untouched(project, article.name, locale) for locale in project.settings.locales)
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


def _segments(project: Project, name: str) -> set[str]:
    """Its segments; none where they cannot be told."""
    try:
        return {text.segment_id(*key) for key in po.read(project.template(name)).by_key()}
    except CatalogError:
        return set()


def _untouched(project: Project, name: str, locale: str) -> bool:
    path = project.catalog(name, locale)
    return not path.exists() or _is_empty(path)
