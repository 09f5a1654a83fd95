"""What enters the memory of a project: the rows of a catalog, and those of a TMX file.

A catalog gives what somebody stands for: active, not empty, not fuzzy, `translated` or more by its ledger; a draft
whose flag a program took away is none, and what a machine drafted and nobody touched says so.  A sentence that is said
in the one before goes with that one.
"""

from __future__ import annotations

import marshal
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple, cast

from l10n import codes
from l10n.errors import MemoryFileError
from l10n.memory import Row
from l10n.model import JOINED, Catalog, Entry, Key, State
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

_SHAPES = 4_096
"""How many sets of locales are remembered."""

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


def around(entries: Sequence[Entry], order: Sequence[Key] = ()) -> Iterator[tuple[Entry, Around]]:
    """The entries of a catalog that stand in the article, each with its neighbours there, in document order.

    order: the segments of the article, each as often as it stands there; a catalog of another version has its own.
    """
    active = [entry for entry in entries if not entry.obsolete and entry.plural is None]
    if order:
        by_key = {entry.key: entry for entry in active}
        if by_key.keys() == set(order):
            active = [by_key[key] for key in order]
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


def catalog_rows(
    catalog: Catalog, ledger: Ledger, article: str, origin: str = CATALOG, order: Sequence[Key] = ()
) -> Iterator[Row]:
    """What somebody stands for in a catalog of a target locale, in document order. order: see around."""
    sources: dict[Key, str] = {}
    for entry, place in around(catalog.entries, order):
        if entry.fuzzy or entry.empty:
            continue
        if sources.setdefault(entry.key, place.source) != place.source:
            continue  # its target says another sentence, too, which stands elsewhere
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
    """A TMX file, read once for all pairs of locales of the project that it has."""

    path: Path
    locales: tuple[str, ...]
    """Of the project."""
    progress: Callable[[int], None] = lambda count: None
    """Told how many bytes more were read."""
    problems: list[str] = field(default_factory=list)
    """What was left out, in sentences, once it was read."""
    _shapes: dict[tuple[str, ...], list[tuple[str, str, int, int]]] = field(default_factory=dict)
    """Of units, their source and their locales, with the pairs of such a unit: locales and places of variants."""

    def parts(self) -> Iterator[Part]:
        """The rows of each pair of locales; MemoryFileError for a file with no unit before its first fault.

        Each part has to be read to its end before the next.
        """
        pair = self._first()
        if pair is None:
            return
        with ExitStack() as stack:
            aside: dict[tuple[str, str], _Aside] = {}
            yield (*pair, self._rows(pair, aside, stack))
            for other, rows in aside.items():
                yield (*other, rows)

    def _first(self) -> tuple[str, str] | None:
        """The first pair of locales of the first unit that has any."""
        with self.path.open("rb") as stream:
            for unit in self._units(stream):
                for source, target, _, _ in self.pairs(unit):
                    return source, target
        return None

    def _rows(self, pair: tuple[str, str], aside: dict[tuple[str, str], _Aside], stack: ExitStack) -> Iterator[Row]:
        """The rows of one pair of locales; those of others are laid aside."""
        with self.path.open("rb") as file:
            for unit in self._units(cast(IO[bytes], _Counted(file, self.progress))):
                for source, target, one, other in self.pairs(unit):
                    row = unit_row(unit, one, other, self.path.name)
                    if (source, target) == pair:
                        yield row
                    else:
                        if (source, target) not in aside:
                            aside[source, target] = _Aside(stack)
                        aside[source, target].add(row)

    def _units(self, stream: IO[bytes]) -> Iterator[Unit]:
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
        self.problems = [*_told(reader), *filter(None, [broken])]

    def pairs(self, unit: Unit) -> Iterator[tuple[str, str, Variant, Variant]]:
        """The pairs of a unit in locales of the project: from the language that was translated, else from each."""
        variants = unit.variants
        shape = (unit.source, *[one.locale for one in variants])
        known = self._shapes.get(shape)
        if known is None:
            if len(self._shapes) >= _SHAPES:
                self._shapes.clear()
            places = {id(one): place for place, one in enumerate(variants)}
            known = [
                (source, target, places[id(one)], places[id(other)]) for source, target, one, other in self._pairs(unit)
            ]
            self._shapes[shape] = known
        for source, target, place, other in known:
            yield source, target, variants[place], variants[other]

    def _pairs(self, unit: Unit) -> Iterator[tuple[str, str, Variant, Variant]]:
        """The same, of a unit of a shape that was not seen before."""
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


class _Aside:
    """Rows that are laid aside on the disk."""

    def __init__(self, stack: ExitStack) -> None:
        self._file = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - the stack closes it
        self._count = 0

    def add(self, row: Row) -> None:
        marshal.dump((*row[:2], int(row.state), *row[3:]), self._file)
        self._count += 1

    def __iter__(self) -> Iterator[Row]:
        self._file.seek(0)
        for _ in range(self._count):
            source, target, state, *rest = marshal.load(self._file)
            yield Row(source, target, State(state), *rest)


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
