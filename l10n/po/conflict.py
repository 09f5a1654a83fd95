"""A catalog in which git left its conflict marks ▸ the merged catalog."""

from __future__ import annotations

import re
from typing import NoReturn

from l10n.errors import CatalogError
from l10n.model import Catalog
from l10n.phrases import phrase
from l10n.po.merging import merge
from l10n.po.reading import loads

_MARK = re.compile(rb"(<{7}|\|{7}|={7}|>{7})(?: .*)?")
_NEXT = {
    (b"<", "all"): "ours",
    (b"|", "ours"): "base",
    (b"=", "ours"): "theirs",
    (b"=", "base"): "theirs",
    (b">", "theirs"): "all",
}
"""(mark, whose lines stand before it) ▸ whose lines stand behind it."""


def unconflict(data: bytes, where: str = "") -> Catalog:
    """Both sides of a conflicted file, merged entry by entry; without marks, the catalog as it is.

    The common ancestor is known where `merge.conflictStyle` is diff3. CatalogError where the marks do not match,
    or a side is no catalog; its line is that of the file with the marks.
    """
    sides = _Sides(where)
    for line in data.splitlines(keepends=True):
        sides.take(line)
    if sides.whose != "all":
        sides.refuse(phrase("the last conflict has no end"))
    if not sides.conflicts:
        return loads(data, where)
    return merge(sides.ancestor(), sides.catalog("ours"), sides.catalog("theirs"))


class _Sides:
    """The files of both sides and of their ancestor, put together again line by line."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.whose = "all"
        self.line = 0
        self.conflicts = 0
        self.ancestors = 0
        self.texts: dict[str, list[bytes]] = {"ours": [], "base": [], "theirs": []}
        self.lines: dict[str, list[int]] = {"ours": [], "base": [], "theirs": []}
        """The number of each line in the file with its marks."""

    def take(self, line: bytes) -> None:
        """One more line of the file."""
        self.line += 1
        mark = _MARK.fullmatch(line.rstrip(b"\r\n"))
        if mark is not None:
            whose = _NEXT.get((mark[1][:1], self.whose))
            if whose is None:
                self.refuse(phrase("git's mark `{mark}` stands where none is due", mark=mark[1].decode()))
            self.whose = whose
            self.conflicts += whose == "ours"
            self.ancestors += whose == "base"
            return
        for side in self.texts if self.whose == "all" else [self.whose]:
            self.texts[side].append(line)
            self.lines[side].append(self.line)

    def catalog(self, side: str) -> Catalog:
        """The catalog of one side."""
        try:
            return loads(b"".join(self.texts[side]), self.where)
        except CatalogError as error:
            if error.line:
                error.line = self.lines[side][error.line - 1]
            raise

    def ancestor(self) -> Catalog | None:
        """The common ancestor, None where the marks do not tell it (zdiff3 may leave half an entry of it)."""
        if self.ancestors < self.conflicts:
            return None
        try:
            return self.catalog("base")
        except CatalogError:
            return None

    def refuse(self, what: str) -> NoReturn:
        """CatalogError at the line taken last."""
        hint = phrase("`git checkout -m FILE` brings git's own marks back")
        raise CatalogError(what, where=self.where, line=self.line, hint=hint)
