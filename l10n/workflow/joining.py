"""Sentences that one target says together: joined, parted again, a paragraph translated as one.

    edit = joining.join(side, key, typed, "aigul")      its sentence is said in the target of the one before
    edit = joining.part(side, key, "aigul")             it has a target of its own again

Nothing that was typed is lost: texts are put together in their order, and where a joined text cannot be cut as its
sources are, all of it stays with the first sentence, and those behind the cut are open.  Codes are numbered as in the
sources, one behind the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from l10n import codes, segmentation
from l10n.model import JOINED, Key
from l10n.workflow import view
from l10n.workflow.entering import joined
from l10n.workflow.saving import Edit


class Typed(NamedTuple):
    """What somebody has in hand and did not save yet."""

    key: Key
    target: str
    seen: str
    """The target that stood there when they began."""
    questions: tuple[str, ...] | None = None
    """The translator's own comment lines, as they shall be; None: as they are."""


def before(side: view.Side, key: Key) -> Key | None:
    """The sentence before one in its paragraph; None at its start, and where the two do not always stand together."""
    known = side.source.assembly
    found = {_beside(side, one.unit, one.sentence - 2) for one in known.by_key[key].places}
    (one,) = found if len(found) == 1 else (None,)
    if one is None or one == key:
        return None
    follow = {_beside(side, place.unit, place.sentence) for place in known.by_key[one].places}
    return one if follow == {key} else None


def _beside(side: view.Side, unit: int, number: int) -> Key | None:
    keys = side.source.assembly.keys[unit]
    return keys[number] if 0 <= number < len(keys) else None


def head(side: view.Side, key: Key) -> Key:
    """The sentence in whose target one is said: itself, mostly."""
    while side.entries[key].target == JOINED and (one := before(side, key)) is not None:
        key = one
    return key


def run(side: view.Side, key: Key) -> tuple[Key, ...]:
    """A sentence and those that are said in its target."""
    found = [key]
    for keys in side.source.assembly.keys:
        if key in keys:
            for one in keys[keys.index(key) + 1 :]:
                if side.entries[one].target != JOINED or before(side, one) != found[-1]:
                    break
                found.append(one)
            break
    return tuple(found)


def sources(keys: Sequence[Key]) -> str:
    """What several sentences say together."""
    said = keys[0][1]
    for key in keys[1:]:
        said = joined(said, key[1])
    return said


def paragraph(side: view.Side, key: Key) -> tuple[Key, ...]:
    """The sentences of a paragraph that may be said in one target, this one among them; one alone where none may."""
    place = side.source.assembly.by_key[key].places[0]
    keys = side.source.assembly.keys[place.unit]
    start = end = place.sentence - 1
    while start and before(side, keys[start]) is not None:
        start -= 1
    while end + 1 < len(keys) and before(side, keys[end + 1]) is not None:
        end += 1
    return keys[start : end + 1]


def join(side: view.Side, key: Key, who: str, typed: Typed | None = None) -> Edit | None:
    """The edit by which a sentence is said in the one before; None where none is before it."""
    one = before(side, key)
    if one is None or side.entries[key].target == JOINED:
        return None
    return as_one(side, (*run(side, head(side, one)), *run(side, key)), who, typed)


def as_one(side: view.Side, keys: Sequence[Key], who: str, typed: Typed | None = None) -> Edit:
    """The edit by which the first of these sentences says them all; it is a draft while one of them has no text."""
    texts: list[str] = []
    edits: list[Edit] = []
    source, is_later = "", False
    for key in keys:
        entry = side.entries[key]
        mine = typed if typed and typed.key == key else Typed(key, entry.target, entry.target)
        said = mine.target
        if said != JOINED:
            count = len(codes.numbers(source))
            texts.append(codes.renumber(said.strip(), lambda number, more=count: number + more))  # type: ignore[misc]
            is_later |= entry.fuzzy or not said.strip()
        source = joined(source, key[1]) if source else key[1]
        if said != JOINED or not edits:
            edits.append(Edit(key, JOINED, mine.seen, who, questions=mine.questions))
    target = " ".join(filter(None, texts))
    return replace(edits[0], target=target, for_later=is_later and bool(target), also=tuple(edits[1:]))


def part(side: view.Side, key: Key, who: str) -> Edit | None:
    """The edit after which a joined sentence has a target of its own, in which those joined behind it are said.

    Where the text cannot be cut, each of them is open: none is said in a target that says nothing.
    """
    if side.entries[key].target != JOINED or (first := head(side, key)) == key:
        return None
    keys, entry = run(side, first), side.entries[first]
    place = keys.index(key)
    cut = _cut(keys, place, entry.target, side.locale)
    if cut is None:
        emptied = tuple(Edit(one, "", JOINED, who) for one in keys[place:])
        return Edit(first, entry.target, entry.target, who, for_later=not entry.empty, also=emptied)
    mine = Edit(key, cut[1], JOINED, who, for_later=entry.fuzzy)
    return Edit(first, cut[0], entry.target, who, for_later=entry.fuzzy, also=(mine,))


def _cut(keys: Sequence[Key], place: int, target: str, locale: str) -> tuple[str, str] | None:
    """A joined target as two, of the sentences before a place and of the rest; None where it cannot be told."""
    texts = segmentation.sentences(target, locale)
    if len(texts) != len(keys):
        return None
    one, other = "".join(texts[:place]).strip(), "".join(texts[place:]).strip()
    here, there = sources(keys[:place]), sources(keys[place:])
    count = len(codes.numbers(here))
    if min(codes.numbers(other), default=count + 1) <= count:
        return None
    other = codes.renumber(other, lambda number: number - count)
    return None if codes.fault(here, one) or codes.fault(there, other) else (one, other)
