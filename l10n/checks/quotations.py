"""Quotations: what somebody said between marks in the source stands between marks in the target, unchanged once read.

ITS 2.0 type: mistranslation.  Quiet on purpose: names of organisations, newspapers and films, which Russian, Kazakh and
Uyghur quote and English does not; words held at arm's length; a quotation that the speaker parts in two; speech that
a dash opens; marks of whatever kind, which are the business of `typographical`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from l10n.checks.pairs import Pair, Rule, Text, finding
from l10n.facts.quoting import Quotation
from l10n.facts.spans import meaning
from l10n.model import Finding

RULES = {
    "lost": Rule("error", "The source quotes somebody, and the target has no quotation there."),
    "gained": Rule("warning", "The target quotes somebody, and the source has no quotation marks."),
    "elision": Rule("error", "The source says `[…]` where words were left out, and the target does not."),
    "changed": Rule("error", "A quotation was approved, and its words were changed since."),
    "speaker": Rule("note", "The source names who speaks beside a quotation; no word of saying is in the target."),
}
_say = partial(finding, "quotations", RULES)

_ELISION = re.compile(r"\[ ?(?:…|\.{3}) ?\]|\( ?(?:…|\.{3}) ?\)")
PARTED = 60
"""Characters between two parts of one quotation: `“…,” he said, “…”`."""
LONG_GAINED = 6
"""Words of a quotation that no name has."""
NEAR = 50
"""Similarity (0–100) from which one quotation is another one that was changed."""


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target."""
    source, target = pair.source.quotations, pair.target.quotations
    if source or target:
        yield from _counted(pair, source, target)
    yield from _elisions(pair)
    if pair.approved and target:
        yield from _changed(pair, target)


def _counted(pair: Pair, source: Sequence[Quotation], target: Sequence[Quotation]) -> Iterator[Finding]:
    spoken = [one for one in source if one.may_be_spoken]
    if spoken and len(_parted(target)) < len(_parted(spoken)):
        one = spoken[-1]
        said = pair.source.text[one.start : one.end]
        if not target or len(_parted(spoken)) - len(_parted(target)) > 0:
            yield _say("lost", f"the source quotes `{said}`, the target does not", None, (one.start, one.end))
        return
    if not source:
        for one in target:
            if one.may_be_spoken and one.is_whole and len(one.words) >= LONG_GAINED and pair.kind == "p":
                said = pair.target.text[one.start : one.end]
                yield _say("gained", f"`{said}` is no quotation in the source", (one.start, one.end))
    elif spoken and _says(pair.source) and not _says(pair.target):
        one = spoken[0]
        yield _say("speaker", "no word of saying is beside the quotation", None, (one.start, one.end))


def _parted(some: Sequence[Quotation]) -> list[Quotation]:
    """Quotations, those that follow one another closely as one."""
    found: list[Quotation] = []
    for one in some:
        if not found or one.start - found[-1].end > PARTED:
            found.append(one)
        else:
            found[-1] = found[-1]._replace(end=one.end)
    return found


def _says(text: Text) -> bool:
    language = text.locale.partition("-")[0]
    return any(meaning(word.text, language)[0] in ("saying", "source") for word in text.words)


def _elisions(pair: Pair) -> Iterator[Finding]:
    if "[" not in pair.source.text and "(…" not in pair.source.text and "(..." not in pair.source.text:
        return
    wanted = [*_ELISION.finditer(pair.source.bare)]
    there = len(_ELISION.findall(pair.target.bare))
    if len(wanted) > there:
        match = wanted[there]
        yield _say("elision", f"`{match[0]}` of the source is not in the target", None, match.span())


def _changed(pair: Pair, target: Sequence[Quotation]) -> Iterator[Finding]:
    """Quotations of the text that was approved, which stand there in other words."""
    from rapidfuzz.fuzz import ratio

    before = Text(pair.approved, pair.target.locale)
    now = {one.words for one in target}
    for one in before.quotations:
        if not one.may_be_spoken or one.words in now:
            continue
        other = max(target, key=lambda two: ratio(" ".join(one.words), " ".join(two.words)))
        if ratio(" ".join(one.words), " ".join(other.words)) >= NEAR:
            was = before.text[one.start : one.end]
            message = f"approved was `{was}`: a quotation is changed by who has read it"
            yield _say("changed", message, (other.start, other.end))
