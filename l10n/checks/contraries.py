"""Contraries: the target does not say spring for autumn, noon for midnight, the north for the south.

ITS 2.0 type: mistranslation.  Quiet on purpose: where the target leaves out what the source says, or says
more; where a word of the source may say it, too (`p.m.`, `fall`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from l10n.checks.pairs import Pair, Rule, Text, finding
from l10n.facts.contraries import contraries, may_say
from l10n.model import Finding

RULES = {
    "contrary": Rule("warning", "The target says the contrary of what the source says: another season, another side.")
}
_say = partial(finding, "contraries", RULES)


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target."""
    source = _read(pair.source)
    if not source:
        return
    target = _read(pair.target)
    lost, added = source - target, target - source
    if not lost or not added:
        return
    lost -= may_say(pair.target.bare, pair.target.locale)
    added -= may_say(pair.source.bare, pair.source.locale)
    for one in sorted(lost):
        kind, _, said = one.partition(" ")
        other = next((two for two in sorted(added) if two.startswith(f"{kind} ")), None)
        if other:
            yield _say("contrary", f"the source says {said}, the target says {other.partition(' ')[2]}")


def _read(text: Text) -> frozenset[str]:
    return contraries(text.bare, text.locale, ((one.end, one.says) for one in text.clues))
