"""Contraries: the target does not say spring for autumn, the south for the north, fell for rose, sold for bought.

ITS 2.0 type: mistranslation.  Found where one side is lost and another comes from nowhere, and where both texts say as
much of a matter, but the target one side less often and another more often (`rose … fell`, вырос … вырос).  Quiet on
purpose: where the target leaves out what the source says, or says more; where a word of either text may say the other
side, too (`p.m.`, `fall`); where a denial in the clause turns a word round; and where two things are turned round,
which says the same (`cheaper at night`, дороже днём).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import product
from typing import NamedTuple

from l10n.checks.pairs import Pair, Rule, Span, Text, finding
from l10n.facts.contraries import contraries, denied, families, is_turned, may_say
from l10n.model import Finding
from l10n.phrases import phrase

RULES = {
    "contrary": Rule(
        "warning", "The target says the contrary of what the source says: another season, another side, fell for rose."
    )
}
_say = partial(finding, "contraries", RULES)

Groups = tuple[str, ...]
Sides = Mapping[str, list[Span]]
"""The sides of a group that a text says, and where."""


class _Change(NamedTuple):
    """What the source says, and what the target says in its place."""

    lost: str
    added: str
    gone: bool = True
    """The target says the one nowhere."""
    new: bool = True
    """The source says the other nowhere."""


class _Contrary(NamedTuple):
    """A word of the source, and a word of the target that says the contrary."""

    matter: Groups
    """Its group, with those that say the same."""
    here: Span
    there: Span


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target."""
    source = _read(pair.source)
    if not source:
        return
    target = _read(pair.target)
    if source.keys() == target.keys() and all(len(source[one]) == len(target[one]) for one in source):
        return
    found = list(_found(pair, source, target))
    if len({one.matter for one in found}) > 1 and any(map(is_turned, (group for one in found for group in one.matter))):
        return
    for _, here, there in found:
        said, says = pair.source.text[slice(*here)], pair.target.text[slice(*there)]
        message = phrase("the source says `{said}`, the target says the contrary: `{here}`", said=said, here=says)
        yield _say("contrary", message, there, here)


def _found(pair: Pair, source: Sides, target: Sides) -> Iterator[_Contrary]:
    """The contraries, one at most for a word of the target."""
    places: set[Span] = set()
    for groups in _groups(source, target):
        ours, theirs = _of(groups, source), _of(groups, target)
        for change in _changes(ours, theirs):
            if places.isdisjoint(theirs[change.added]) and _is_sure(pair, groups, change, ours, theirs):
                places.update(theirs[change.added])
                matter = next((family for family in families() if groups[0] in family), groups)
                yield _Contrary(matter, *_places(change, ours, theirs))


def _groups(source: Sides, target: Sides) -> Iterator[Groups]:
    """The groups of which both texts say something, each alone; then those that say the same, together."""
    ours, theirs = ({one.partition(" ")[0] for one in said} for said in (source, target))
    yield from ((group,) for group in sorted(ours & theirs))
    yield from (family for family in families() if not ours.isdisjoint(family) and not theirs.isdisjoint(family))


def _of(groups: Groups, said: Sides) -> Sides:
    """The sides of some groups by their names alone; what two of them say with one word is said once."""
    found: dict[str, set[Span]] = {}
    for one, spans in said.items():
        group, _, side = one.partition(" ")
        if group in groups:
            found.setdefault(side, set()).update(spans)
    return {side: sorted(spans) for side, spans in found.items()}


def _changes(ours: Sides, theirs: Sides) -> Iterator[_Change]:
    """One side for another; or, where as much is said, one side less often by one, and another more often."""
    lost, added = sorted(ours.keys() - theirs.keys()), sorted(theirs.keys() - ours.keys())
    if lost and added:
        yield from (_Change(*change) for change in product(lost, added))
    elif lost or added:
        more = {side: len(ours.get(side, ())) - len(theirs.get(side, ())) for side in ours.keys() | theirs.keys()}
        moved = sorted((times, side) for side, times in more.items() if times)
        if [times for times, _ in moved] == [-1, 1]:
            yield _Change(moved[1][1], moved[0][1], bool(lost), bool(added))


def _is_sure(pair: Pair, groups: Groups, change: _Change, ours: Sides, theirs: Sides) -> bool:
    """No word of the source may say what is new, none of the target what is gone; and none is denied."""
    together = len(groups) > 1 or not (change.gone and change.new)
    for group in groups:
        lost, added = f"{group} {change.lost}", f"{group} {change.added}"
        if change.new and may_say(pair.source.bare, pair.source.locale, added, True):
            return False
        if change.gone and may_say(pair.target.bare, pair.target.locale, lost, together):
            return False
    if not any(map(is_turned, groups)):
        return True
    return not (_is_denied(pair.source, ours[change.lost]) or _is_denied(pair.target, theirs[change.added]))


def _is_denied(text: Text, places: list[Span]) -> bool:
    """Something is denied where the places are, from the first to the last."""
    return denied(text.bare, text.locale, (places[0][0], places[-1][1]))


def _places(change: _Change, ours: Sides, theirs: Sides) -> tuple[Span, Span]:
    """The word that is lost, and that in its place: the one as far in order, if it is such a word, or else the last."""
    here = ours[change.lost][-1]
    order = sum(span < here for spans in ours.values() for span in spans)
    answers = sorted(span for spans in theirs.values() for span in spans)
    there = answers[min(order, len(answers) - 1)]
    return here, there if there in theirs[change.added] else theirs[change.added][-1]


def _read(text: Text) -> Sides:
    return contraries(text.bare, text.locale, ((one.start, one.end, one.says) for one in text.clues))
