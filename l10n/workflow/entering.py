"""What enters the memory of a project: the rows of a catalog, and those of a TMX file.

A catalog gives what somebody stands for: active, not empty, not fuzzy, `translated` or more by its ledger; a draft
whose flag a program took away is none, and what a machine drafted and nobody touched says so.  A sentence that is said
in the one before goes with that one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple, cast

from l10n import codes
from l10n.errors import MemoryFileError
from l10n.memory import Row
from l10n.model import JOINED, Catalog, Entry, State
from l10n.origins import is_machine_made
from l10n.project.tables import ALIGNMENT, CATALOG, DRAFT, TMX

if TYPE_CHECKING:
    from l10n.ledger import Ledger
    from l10n.memory.tmx import Reader, Unit, Variant

PROP_ORIGIN, PROP_ARTICLE, PROP_CONTEXT = "x-origin", "x-article", "x-context"
PROP_BEFORE, PROP_AFTER, PROP_STATE = "x-before", "x-after", "x-state"
"""Properties of the units that we write."""
LOUD = 3
"""Things left out of a file that are told one by one."""

Part = tuple[str, str, Iterable[Row]]
"""Rows of one source locale and one target locale."""


class Around(NamedTuple):
    """What the memory holds of an entry in its place."""

    source: str
    """With the sentences that are said in its target, too."""
    before: str
    """The source before it, "" at the start."""
    after: str
    """The source after it, "" at the end."""


def around(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Around]]:
    """The entries of a catalog that stand in the article, each with its neighbours there, in document order."""
    active = [entry for entry in entries if not entry.obsolete and entry.plural is None]
    sources = ["", *(entry.source for entry in active), ""]
    for number, entry in enumerate(active):
        source, end = entry.source, number + 1
        while end < len(active) and active[end].target == JOINED and entry.target != JOINED:
            source = joined(source, active[end].source)
            end += 1
        yield entry, Around(source, sources[number], sources[end + 1])


def joined(one: str, other: str) -> str:
    """Two sentences as one, the codes of the second numbered on."""
    count = len(codes.numbers(one))
    return f"{one} {codes.renumber(other, lambda number: number + count)}"


def catalog_rows(catalog: Catalog, ledger: Ledger, article: str, origin: str = CATALOG) -> Iterator[Row]:
    """What somebody stands for in a catalog of a target locale, in document order."""
    for entry, place in around(catalog.entries):
        if entry.fuzzy or entry.empty:
            continue
        status = ledger.status(entry)
        if status.state >= State.TRANSLATED:
            untouched = status.unchanged_draft and is_machine_made(status.origin)
            yield Row(
                place.source,
                entry.target,
                status.state,
                DRAFT if untouched else origin,
                next(filter(None, status.translators), ""),
                status.since,
                article,
                entry.context or "",
                place.before,
                place.after,
            )


@dataclass
class TmxFile:
    """A TMX file, read once for every pair of locales of the project that it has: usually once."""

    path: Path
    locales: tuple[str, ...]
    """Of the project."""
    progress: Callable[[int], None] = lambda count: None
    """Told how many bytes more were read, the first time."""
    problems: list[str] = field(default_factory=list)
    """What was left out, in sentences, once it was read."""

    def parts(self) -> Iterator[Part]:
        """The rows of each pair of locales; MemoryFileError for a file with no unit before its first fault."""
        done: set[tuple[str, str]] = set()
        found = dict.fromkeys(self._first())
        while waiting := [pair for pair in found if pair not in done]:
            pair = waiting[0]
            yield (*pair, self._rows(pair, found, is_first=not done))
            done.add(pair)

    def _first(self) -> list[tuple[str, str]]:
        """The pairs of locales of the first unit that has any."""
        with self.path.open("rb") as stream:
            for unit in self._units(stream, is_first=True):
                if pairs := [(source, target) for source, target, _, _ in self.pairs(unit)]:
                    return pairs
        return []

    def _rows(self, pair: tuple[str, str], found: dict[tuple[str, str], None], *, is_first: bool) -> Iterator[Row]:
        with self.path.open("rb") as file:
            stream = cast(IO[bytes], _Counted(file, self.progress)) if is_first else file
            for unit in self._units(stream, is_first=is_first):
                for source, target, one, other in self.pairs(unit):
                    found.setdefault((source, target))
                    if (source, target) == pair:
                        yield unit_row(unit, one, other, self.path.name)

    def _units(self, stream: IO[bytes], *, is_first: bool) -> Iterator[Unit]:
        from l10n.memory import tmx

        reader, count, broken = tmx.read(stream), 0, ""
        reader.where = str(self.path)
        try:
            for unit in reader:
                count += 1
                yield unit
        except MemoryFileError as error:
            if not count:
                raise
            broken = f"{error}; the {count} units before that place are in the memory"
        if is_first:
            self.problems = [*_told(reader), *filter(None, [broken])]

    def pairs(self, unit: Unit) -> Iterator[tuple[str, str, Variant, Variant]]:
        """The pairs of a unit in locales of the project: from the language that was translated, else from each."""
        held = {locale: variant for locale in self.locales if (variant := unit.variant(locale)) is not None}
        origin = unit.variant(unit.source) if unit.source else None
        sources = [locale for locale, variant in held.items() if variant is origin] or list(held)
        for source in sources:
            for target in held:
                if target != source:
                    for one, other in unit.pairs(source, target):
                        yield source, target, one, other


def _told(reader: Reader) -> list[str]:
    said = [f"`{reader.where}` line {one.line}: {one.what}" for one in reader.problems[:LOUD]]
    if reader.left_out > LOUD:
        said.append(f"`{reader.where}`: {reader.left_out - LOUD} more things like that were left out")
    return said


class _Counted:
    """A stream that tells how much of it was read."""

    def __init__(self, stream: IO[bytes], progress: Callable[[int], None]) -> None:
        self._stream, self._progress = stream, progress

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._progress(len(data))
        return data


def unit_row(unit: Unit, source: Variant, target: Variant, name: str) -> Row:
    """A pair of a TMX unit; what the unit says of a review is no approval here."""
    props = {**dict(unit.said.props), **dict(target.said.props)}
    both = (target.said, unit.said)
    who = next((text for said in both for text in (said.change_id, said.creation_id) if text), "")
    when = next((text for said in both for text in (said.change_date, said.creation_date) if text), "")
    return Row(
        source.text,
        target.text,
        State.TRANSLATED,
        ALIGNMENT if props.get(PROP_ORIGIN) == ALIGNMENT else TMX,
        who,
        when,
        props.get(PROP_ARTICLE) or name,
        props.get(PROP_CONTEXT, ""),
        props.get(PROP_BEFORE, ""),
        props.get(PROP_AFTER, ""),
    )


def props(**said: str) -> tuple[tuple[str, str], ...]:
    """Properties of a unit, those that say nothing left out: origin, state, article, context, before, after."""
    return tuple((_NAMES[name], text) for name, text in said.items() if text)


_NAMES: Mapping[str, str] = {
    "origin": PROP_ORIGIN,
    "state": PROP_STATE,
    "article": PROP_ARTICLE,
    "context": PROP_CONTEXT,
    "before": PROP_BEFORE,
    "after": PROP_AFTER,
}
