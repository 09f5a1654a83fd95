"""Who typed a text: git's author of the line, else the header's translator if the file changed under it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from l10n import ledger
from l10n.model import Catalog, Entry
from l10n.project import Project
from l10n.workflow.git import git

_UNCOMMITTED = "0" * 40


@dataclass(frozen=True)
class Authors:
    """The translators of one catalog, asked for only when a text is new."""

    project: Project
    path: Path
    catalog: Catalog
    data: bytes
    """The file as it was read."""

    def of(self, entry: Entry) -> str:
        """Id of the person who typed the target of this entry, "" where that cannot be told."""
        return self.by_line(entry) or (self._by_header if self._changed_under_header else "")

    def by_line(self, entry: Entry) -> str:
        """The one author of the lines of its target, where all of them are committed."""
        if not entry.line:
            return ""
        authors = {self._blame[n] for n in self._target_lines(entry) if n < len(self._blame)}
        return self._identify(authors.pop()) if len(authors) == 1 else ""

    def _target_lines(self, entry: Entry) -> list[int]:
        """0-based numbers of the lines from `msgstr` to the end of the entry."""
        numbers = []
        for n in range(entry.line - 1, len(self._lines)):
            line = self._lines[n]
            if line.startswith(b"msgstr"):
                numbers.append(n)
            elif numbers and not line.startswith(b'"'):
                break
            elif numbers:
                numbers.append(n)
        return numbers

    @cached_property
    def _lines(self) -> list[bytes]:
        return self.data.splitlines()

    @cached_property
    def _blame(self) -> list[str]:
        """For each line "Name <mail>" of the author, "" where it is not committed; empty without git."""
        shown = git(self.project.folder, "blame", "--line-porcelain", "--", str(self.path))
        found: list[str] = []
        commit = name = mail = ""
        for line in shown.split("\n"):
            if match := re.match(r"([0-9a-f]{40}) \d+ \d+", line):
                commit = match[1]
            elif line.startswith("author "):
                name = line.removeprefix("author ")
            elif line.startswith("author-mail "):
                mail = line.removeprefix("author-mail ")
            elif line.startswith("\t"):
                found.append("" if commit == _UNCOMMITTED else f"{name} {mail}")
        return found

    @cached_property
    def _by_header(self) -> str:
        return self._identify(_field(self.catalog.header.target if self.catalog.header else "", "Last-Translator"))

    @cached_property
    def _changed_under_header(self) -> bool:
        """The translator or the revision date of the header is not the committed one: a program signed its work."""
        if self.catalog.header is None:
            return False
        relative = self.path.relative_to(self.project.folder).as_posix()
        committed = git(self.project.folder, "show", f"HEAD:./{relative}")
        now = self.catalog.header.target
        return any(_field(now, name) != _raw_field(committed, name) for name in ("Last-Translator", "PO-Revision-Date"))

    def _identify(self, name: str) -> str:
        return ledger.identify(name, self.project.settings.people.values()) if name else ""


def git_identity(folder: Path) -> str:
    """ "Name <mail>" of whoever works here, by git's settings, or ""."""
    name = git(folder, "config", "user.name").strip()
    mail = git(folder, "config", "user.email").strip()
    return f"{name} <{mail}>" if mail else name


def _field(header: str, name: str) -> str:
    return next((line.partition(":")[2].strip() for line in header.splitlines() if line.startswith(f"{name}:")), "")


def _raw_field(catalog: str, name: str) -> str:
    """A header field in the text of a PO file."""
    match = re.search(rf'^"{name}:(.*?)(?:\\n)?"$', catalog, re.MULTILINE)
    return match[1].strip() if match else ""
