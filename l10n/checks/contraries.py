"""Contraries: the target does not say spring for autumn, noon for midnight, the north for the south.

ITS 2.0 type: mistranslation.  Quiet on purpose: where the target leaves out what the source says, or says
more; where a word of the source may say it, too (`p.m.`, `fall`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from l10n.checks.pairs import Pair, Rule, Span, Text, finding
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
    lost, added = source.keys() - target.keys(), target.keys() - source.keys()
    if not lost or not added:
        return
    lost -= may_say(pair.target.bare, pair.target.locale)
    added -= may_say(pair.source.bare, pair.source.locale)
    for one in sorted(lost):
        kind = one.partition(" ")[0]
        other = next((two for two in sorted(added) if two.startswith(f"{kind} ")), None)
        if other:
            said, here = pair.source.text[slice(*source[one])], pair.target.text[slice(*target[other])]
            message = f"the source says `{said}`, the target says `{here}`"
            yield _say("contrary", message, target[other], source[one])


def _read(text: Text) -> dict[str, Span]:
    return contraries(text.bare, text.locale, ((one.start, one.end, one.says) for one in text.clues))
