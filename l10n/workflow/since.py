"""check --changed: the segments of which a source or a target is another than in a commit."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n import po
from l10n.errors import L10nError, ProjectError
from l10n.model import JOINED, Catalog, Entry, Key
from l10n.project import Article, Project
from l10n.workflow import view
from l10n.workflow.git import blob, git
from l10n.workflow.spots import Original


@dataclass(frozen=True)
class Since:
    """What changed in a project since a commit; called with an article in a locale, it gives the segments."""

    folder: Path
    commit: str
    files: frozenset[str]
    """Paths from the project's folder: those that are others, and new ones, committed or not."""

    @classmethod
    def of(cls, project: Project, base: str) -> Since:
        """ProjectError where there is no git repository, or no such commit in it."""
        folder = project.folder
        if not git(folder, "rev-parse", "--git-dir"):
            hint = "`l10n check` without --changed reads everything"
            raise ProjectError(
                "--changed compares with git, and this is no git repository", where=str(folder), hint=hint
            )
        named = "" if base.startswith("-") else git(folder, "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}")
        commit = named.strip()
        if not commit:
            hint = "name a commit, a branch or a tag that is here: in CI, fetch it first (`fetch-depth: 0`)"
            raise ProjectError(f"git knows no commit `{base}`", where=str(folder), hint=hint)
        changed = git(folder, "diff", "--name-only", "--no-renames", "--relative", "-z", commit, "--", ".")
        new = git(folder, "ls-files", "--others", "--exclude-standard", "-z")
        return cls(folder, commit, frozenset(name for name in (*changed.split("\0"), *new.split("\0")) if name))

    def among(self, project: Project, articles: Sequence[Article]) -> list[Article]:
        """The articles of which a file changed."""
        return [
            one
            for one in articles
            if one.file in self.files
            or any(project.shown(project.catalog(one.name, tag)) in self.files for tag in project.settings.locales)
        ]

    def __call__(self, original: Original, side: view.Side) -> Collection[Key]:
        """The segments of an article in a locale of which source or target changed."""
        source = original.source
        catalog = source.project.shown(side.path)
        if source.article.file not in self.files and catalog not in self.files:
            return ()
        changed = self._targets(side, catalog)
        if side.is_source:
            before = self._blob(source.article.file) if source.article.file in self.files else source.data
            known = view.keys_of(source, before) if before is not None else frozenset()
            return {key for key in side.entries if key not in known or (key in changed and not side.entries[key].empty)}
        return changed | _hosts(side, changed)

    def _targets(self, side: view.Side, path: str) -> set[Key]:
        """The segments whose entry is another one, or was not there."""
        data = self._blob(path)
        try:
            before = po.loads(data, where=path) if data is not None else Catalog()
        except L10nError:  # what could not be read then, was not read by anybody
            before = Catalog()
        known = before.by_key()
        return {key for key, entry in side.entries.items() if key not in known or _said(known[key]) != _said(entry)}

    def _blob(self, path: str) -> bytes | None:
        return blob(self.folder, f"{self.commit}:./{path}")


def _said(entry: Entry) -> tuple[tuple[str, ...], bool]:
    return entry.targets, entry.fuzzy


def _hosts(side: view.Side, changed: Collection[Key]) -> set[Key]:
    """The segments whose target also renders one of these."""
    found = set()
    for keys in side.source.assembly.keys:
        host = None
        for key in keys:
            if side.entries[key].target != JOINED:
                host = key
            elif host is not None and key in changed:
                found.add(host)
    return found
