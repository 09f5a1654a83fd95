"""Inconsistency: one source has two targets, or two sources have one target, among the segments of a kind.

ITS 2.0 type: inconsistency.  Reads all articles that are checked together, so the whole archive says most.
Quiet on purpose: targets that differ in marks, spaces and capitals alone; sources of one word, whose sense depends on
where they stand; twins that the project tells apart; two sources that say nearly the same, or are both short.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from l10n import codes
from l10n.checks.articles import Row
from l10n.checks.pairs import Rule, finding
from l10n.model import Finding
from l10n.phrases import Phrase, phrase
from l10n.text import WORD

RULES = {
    "targets": Rule("warning", "The same source is translated otherwise elsewhere."),
    "sources": Rule("warning", "The same target stands for another source elsewhere: one of them was copied."),
}
_say = partial(finding, "inconsistency", RULES)

FEW_WORDS = 2
"""A shorter source may mean another thing elsewhere."""
LONG = 5
"""Words of a target that two different sources do not share by chance."""
NEAR = 60
"""Similarity (0–100) of two sources that may well have one target."""

_Kind = tuple[str, str, str]
"""Kind of unit, language of the source, that of the target."""


def check_article(rows: Sequence[Row]) -> Iterator[tuple[int, Finding]]:
    """The findings of these segments, by the number of the row; rows of several articles meet here."""
    said = [(row, words(row.pair.source.text), words(row.pair.target.text)) for row in rows]
    yield from _two_targets(said)
    yield from _two_sources(said)


_Said = Sequence[tuple[Row, tuple[str, ...], tuple[str, ...]]]


def _two_targets(said: _Said) -> Iterator[tuple[int, Finding]]:
    groups: dict[tuple[_Kind, tuple[str, ...]], list[int]] = defaultdict(list)
    for number, (row, source, _) in enumerate(said):
        if len(source) >= FEW_WORDS:
            groups[_kind(row), source].append(number)
    for numbers in groups.values():
        counts = Counter(said[number][2] for number in numbers)
        if len(counts) < 2:
            continue
        usual, others = counts.most_common(1)[0]
        first = next(number for number in numbers if said[number][2] == usual)
        for number in numbers:
            if said[number][2] != usual:
                message = _elsewhere(said[first][0], others)
                yield number, _say("targets", message, (0, len(said[number][0].pair.target.text)))


def _elsewhere(row: Row, times: int) -> Phrase:
    target, article = codes.strip(row.pair.target.text), row.article
    if times == 1:
        return phrase("the same source is `{target}` in `{article}`", target=target, article=article)
    return phrase(
        "the same source is `{target}` in `{article}`; segments that have it: {n}",
        target=target,
        article=article,
        n=times,
    )


def _two_sources(said: _Said) -> Iterator[tuple[int, Finding]]:
    from rapidfuzz.fuzz import ratio

    groups: dict[tuple[_Kind, tuple[str, ...]], dict[tuple[str, ...], int]] = defaultdict(dict)
    for number, (row, source, target) in enumerate(said):
        if len(target) < LONG or len(source) < LONG:
            continue
        before = groups[_kind(row), target]
        if source not in before and before:
            first = next(iter(before.values()))
            other = said[first][0]
            if ratio(" ".join(source), " ".join(said[first][1])) < NEAR:
                message = phrase(
                    "`{article}` has this target for another source, `{source}`",
                    article=other.article,
                    source=other.pair.source.text,
                )
                yield number, _say("sources", message, (0, len(row.pair.target.text)))
        before.setdefault(source, number)


def _kind(row: Row) -> _Kind:
    return row.pair.kind, row.pair.source.locale, row.pair.target.locale


def words(text: str) -> tuple[str, ...]:
    """What a text says: marks, spaces, capitals and inline codes left out."""
    return tuple(WORD.findall(codes.strip(text).casefold()))
