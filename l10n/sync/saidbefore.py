"""`<joined/>`: when the sentences that one target says are no longer the same, that target is a draft again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeVar

from l10n.model import JOINED, Entry, Key, Segment
from l10n.sync import notes

T = TypeVar("T")


def doubtful(
    segments: Sequence[Segment], new: Sequence[Entry], kept: Sequence[Key | None], old: Sequence[Entry]
) -> set[int]:
    """Indexes of the segments whose target says, or is said by, another sentence than before; none without JOINED.

    kept: for each segment the key of the old entry whose target it keeps; None for a new text or a draft.
    old: the active entries of the old catalog in document order.
    """
    before: dict[Key | None, set[tuple[Key | None, ...]]] = defaultdict(set)
    for keys in _old_runs(old):
        before[keys[0]].add(keys[1:])
    found: set[int] = set()
    for run in _new_runs(segments, new):
        if new[run[0]].target == JOINED:
            found.update(run)
            continue
        said = before.get(kept[run[0]])
        if said is None:
            found.update(run[1:])
        elif tuple(kept[n] for n in run[1:]) not in said:
            found.update(run)
    return found


def _old_runs(old: Sequence[Entry]) -> Iterator[tuple[Key | None, ...]]:
    """Each place of a target that stands for itself, with the keys of those that follow as `<joined/>`."""
    units: dict[tuple[str, int], list[tuple[int, Entry]]] = defaultdict(list)
    for entry in old:
        for kind, number, sentence in notes.spots(entry):
            units[kind, number].append((sentence, entry))
    if not all(notes.spots(entry) for entry in old if entry.target == JOINED):
        units = {("", 0): list(enumerate(old))}
    for unit in units.values():
        unit.sort(key=lambda spot: spot[0])
        yield from _runs([entry.key for _, entry in unit], [entry.target == JOINED for _, entry in unit])


def _new_runs(segments: Sequence[Segment], new: Sequence[Entry]) -> Iterator[tuple[int, ...]]:
    units: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for n, segment in enumerate(segments):
        for place in segment.places:
            units[place.unit].append((place.sentence, n))
    for unit in units.values():
        row = [n for _, n in sorted(unit)]
        yield from _runs(row, [new[n].target == JOINED for n in row])


def _runs(row: Sequence[T], joined: Sequence[bool]) -> Iterator[tuple[T, ...]]:
    """A unit cut before every target that is not `<joined/>`."""
    run: list[T] = []
    for one, is_joined in zip(row, joined, strict=True):
        if run and not is_joined:
            yield tuple(run)
            run = []
        run.append(one)
    if run:
        yield tuple(run)
