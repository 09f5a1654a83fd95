"""Contraries: the target does not say spring for autumn, the south for the north, fell for rose, sold for bought.

ITS 2.0 type: mistranslation.  Quiet on purpose: where the target leaves out what the source says, or says
more; where a word of either text may say it, too (`p.m.`, `fall`); where a denial turns a word round.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from l10n.checks.pairs import Pair, Rule, Span, Text, finding
from l10n.facts.contraries import contraries, denied, families, is_turned, may_say
from l10n.languages import get
from l10n.model import Finding

RULES = {
    "contrary": Rule(
        "warning", "The target says the contrary of what the source says: another season, another side, fell for rose."
    )
}
_say = partial(finding, "contraries", RULES)

Said = Mapping[str, list[Span]]


class _Change(NamedTuple):
    """What the source says, and what the target says in its place."""

    lost: str
    added: str
    family: frozenset[str] = frozenset()
    """Groups that say the same, where they are taken together."""


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target."""
    source = _read(pair.source)
    if not source:
        return
    target = _read(pair.target)
    if not target:
        return
    places: set[Span] = set()
    for change in _changes(source, target):
        here, there = source[change.lost][0], target[change.added][0]
        if there in places or not _is_sure(pair, change, here, there):
            continue
        places.add(there)
        said, says = pair.source.text[slice(*here)], pair.target.text[slice(*there)]
        yield _say("contrary", f"the source says `{said}`, the target says the contrary: `{says}`", there, here)


def _changes(source: Said, target: Said) -> Iterator[_Change]:
    """One side for another of a group; then of a family of groups, where each text says one side alone."""
    lost, added = source.keys() - target.keys(), target.keys() - source.keys()
    if not lost or not added:
        return
    for one in sorted(lost):
        group = one.partition(" ")[0]
        yield from (_Change(one, two) for two in sorted(added) if two.startswith(f"{group} "))
    for family in families():
        ours, theirs = _of(family, source), _of(family, target)
        if len(ours) == 1 and len(theirs) == 1 and ours.keys() != theirs.keys():
            yield _Change(*ours.values(), *theirs.values(), family)


def _of(family: frozenset[str], said: Said) -> dict[str, str]:
    """What a text says in the groups of a family, by the names of sides."""
    sides = (one.split(" ") for one in said)
    return {side: f"{group} {side}" for group, side in sides if group in family}


def _is_sure(pair: Pair, change: _Change, here: Span, there: Span) -> bool:
    """No word of the source may say what the target says, none of the target what the source says; none is denied."""
    source, target, together = pair.source, pair.target, bool(change.family)
    if may_say(source.bare, source.locale, change.added, True) or may_say(
        target.bare, target.locale, change.lost, together
    ):
        return False
    return not is_turned(change.lost) or not (_is_denied(source, here) or _is_denied(target, there))


def _is_denied(text: Text, span: Span) -> bool:
    negative = get(text.locale).facts.negative if text.locale.partition("-")[0] in ("kk", "ug") else ""
    return denied(text.bare, text.locale, span, negative)


def _read(text: Text) -> dict[str, list[Span]]:
    return contraries(text.bare, text.locale, ((one.start, one.end, one.says) for one in text.clues))
