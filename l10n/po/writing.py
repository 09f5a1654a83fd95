"""Catalog ▸ bytes. What was read and did not change goes back as it was; the rest is spliced or rendered."""

from __future__ import annotations

from pathlib import Path

from l10n import files
from l10n.errors import CatalogError
from l10n.model import CONTENT, Catalog, Entry, Notes
from l10n.phrases import phrase
from l10n.po.document import PoDocument, notes_of
from l10n.po.grammar import BOM, NOT_ASCII_SAFE
from l10n.po.reading import charset_in
from l10n.po.rendering import brief, lines_of
from l10n.po.splicing import annotated, spliced

_KEY = frozenset(("context", "source"))
_NOTES = frozenset(Notes._fields)


def write(catalog: Catalog, path: Path | str, was: files.Stamp | None = None) -> bool:
    """Put the catalog in its file at once; False, and nothing touched, where the file says just that already.

    was: the stamp of the file before it was read; files.Changed is raised when it has another one now.
    """
    return files.replace(Path(path), dumps(catalog, str(path)), was)


def dumps(catalog: Catalog, where: str = "") -> bytes:
    """The bytes of the catalog. CatalogError where PO cannot hold it; where names the file in errors."""
    try:
        return _Writer(catalog).run()
    except CatalogError as error:
        error.where = error.where or where
        raise


class _Writer:
    """Puts one file together. `home` is the document that gives line ends and what stands between the entries."""

    def __init__(self, catalog: Catalog) -> None:
        entries = _in_place(catalog)
        home = catalog.document or next((entry.document for entry in entries if entry.document), None)
        self.home = home if isinstance(home, PoDocument) else PoDocument(b"", "utf-8", "utf-8", b"\n")
        self.entries = self._adopted(entries)
        header = catalog.header.target if catalog.header else ""
        self.written = charset_in(header)
        self.charset = "utf-8" if self.written in NOT_ASCII_SAFE else self.written
        self.out: list[bytes | memoryview] = []
        self.last: int | None = None
        """Number of the entry written last, where it is one of home."""
        self.gap = self._habit()

    def _habit(self) -> bytes:
        """What stands between the first two messages behind the header: a blank line in most files."""
        home = self.home
        first = min(1, len(home.starts) - 2)
        return home.data[home.ends[first] : home.starts[first + 1]] if first >= 0 else home.newline

    def run(self) -> bytes:
        """The file."""
        self._refuse_twins()
        if self.home.data.startswith(BOM):
            self.out.append(BOM)
        place = 0
        while place < len(self.entries):
            behind = self._neighbours(place)
            if behind > place:
                self._keep(self.entries[place].number, behind - place)
            else:
                self._one(self.entries[place])
                behind = place + 1
            place = behind
        self._tail()
        data = b"".join(self.out)
        return data if self.written == self.charset else self._encoded(data.decode("utf-8"), self.written)

    def _adopted(self, entries: list[Entry]) -> list[Entry]:
        """The entries; one made anew whose key stands in the file takes the place and the lines of the old one."""
        home = self.home
        if not home.starts or all(entry.document for entry in entries):
            return entries
        taken = {entry.number for entry in entries if entry.document is home}
        free = {}
        for number in range(len(home.starts)):
            if number not in taken:
                old = home.entry(number)
                free[old.context, old.source] = number
        result = []
        for entry in entries:
            number = -1 if entry.document else free.pop((entry.context, entry.source), -1)
            if number >= 0:
                entry = home.entry(number).replace(**{name: getattr(entry, name) for name in CONTENT})
            result.append(entry)
        return result

    def _refuse_twins(self) -> None:
        """CatalogError where two entries have one key: gettext's programs refuse such a file."""
        numbers = set()
        for entry in self.entries:
            if entry.document is not self.home or entry.changed & _KEY or entry.number in numbers:
                break
            numbers.add(entry.number)
        else:
            return
        seen = set()
        for entry in self.entries:
            key = (entry.context, entry.source)
            if key in seen:
                raise CatalogError(
                    phrase("two entries have the source {source} in one context", source=brief(entry.source)),
                    hint=phrase("drop one of them, or tell them apart by `msgctxt`"),
                )
            seen.add(key)

    def _neighbours(self, place: int) -> int:
        """The place behind the run of untouched entries that stand so in the file; the place itself without one."""
        home, entries, number = self.home, self.entries, self.entries[place].number
        if home.charset != self.charset:
            return place
        for behind in range(place, len(entries)):
            entry = entries[behind]
            if entry.document is not home or entry.number != number or entry.changed:
                return behind
            number += 1
        return len(entries)

    def _keep(self, first: int, count: int) -> None:
        """Write so many entries of the file, and what stands between them, in one piece."""
        home, last = self.home, first + count - 1
        self._between(first)
        self.out.append(memoryview(home.data)[home.starts[first] : home.ends[last]])
        self.last = last

    def _one(self, entry: Entry) -> None:
        """Write one entry that is new, changed, from another file or in another charset."""
        document, number = entry.document, None
        if isinstance(document, PoDocument):
            number = entry.number if document is self.home else None
            if number is not None and entry.changed <= _NOTES and self._annotate(entry):
                return
            text = document.raw(entry.number).decode(document.charset).replace("\r\n", "\n")
            if entry.changed:
                text = spliced(text, document.entry(entry.number), entry, entry.number not in document.odd)
        else:
            text = "\n".join(lines_of(entry)) + "\n"
        self._between(number)
        self._say(text, entry)
        self.last = number

    def _annotate(self, entry: Entry) -> bool:
        """Write one entry of home whose notes alone changed, the keyword lines as they are; False where they are not.

        So are nearly all behind a paragraph that was put in, each a line further down than before.
        """
        home, number = self.home, entry.number
        if number in home.odd or home.charset != self.charset:
            return False
        lines, body = home.head(number)
        if body < 0:
            return False
        lines = annotated(lines, notes_of(lines, home.charset), entry)
        self._between(number)
        self._say("".join([f"{line}\n" for line in lines]), entry)
        self.out.append(memoryview(home.data)[body : home.ends[number]])
        self.last = number
        return True

    def _between(self, number: int | None) -> None:
        """Write what stands before the entry of this number in home, None for an entry from elsewhere."""
        home = self.home
        if not self.out or self.out == [BOM]:
            if number == 0:
                self.out.append(home.data[len(b"".join(self.out)) : home.starts[0]])
            return
        gap = home.data[home.ends[number - 1] : home.starts[number]] if number else b""
        if self.out[-1][-1:] != b"\n":
            self.out.append(home.newline)
        self.out.append(gap if number and (gap or self.last == number - 1) else self.gap)

    def _tail(self) -> None:
        """Write what stands behind the last entry of the file: comments always, blank lines where they still fit."""
        home = self.home
        tail = home.data[home.ends[-1] if home.ends else len(BOM) * home.data.startswith(BOM) :]
        if self.last == len(home.starts) - 1 or not home.starts:
            self._say(tail.decode(home.charset).replace("\r\n", "\n"))
        elif tail.strip():
            self._say("\n" + tail.decode(home.charset).replace("\r\n", "\n").lstrip("\n"))

    def _say(self, text: str, entry: Entry | None = None) -> None:
        """Write this text, the line ends as in the file."""
        if self.home.newline != b"\n":
            text = text.replace("\n", "\r\n")
        self.out.append(self._encoded(text, self.charset, entry))

    def _encoded(self, text: str, charset: str, entry: Entry | None = None) -> bytes:
        try:
            return text.encode(charset)
        except UnicodeEncodeError as error:
            letter = text[error.start]
            values: dict[str, str | int] = {"charset": charset, "letter": _writable(letter), "code": ord(letter)}
            what = phrase("{charset} has no letter `{letter}` (U+{code:04X})", **values)
            if entry:
                source = _writable(brief(entry.source))
                what = phrase(
                    "{charset} has no letter `{letter}` (U+{code:04X}) of the entry {source}", source=source, **values
                )
            raise CatalogError(
                what,
                hint=phrase("let the header say `charset=UTF-8`: the whole file is then written so"),
            ) from error


def _writable(text: str) -> str:
    """A text without halves of characters."""
    return text.encode("utf-8", "replace").decode()


def _in_place(catalog: Catalog) -> list[Entry]:
    """All entries in the order to write them: the header first, or where it stood among its neighbours."""
    header = catalog.header
    if header is None:
        return list(catalog.entries)
    place = 0
    if header.document is not None and header.number > 0:
        before = [
            place
            for place, entry in enumerate(catalog.entries)
            if entry.document is header.document and entry.number < header.number
        ]
        place = before[-1] + 1 if before else 0
    return [*catalog.entries[:place], header, *catalog.entries[place:]]
