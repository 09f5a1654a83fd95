"""Omission: something of the source is not in the target: all of it, a sentence, an item of a list, an acronym,
one of two brands.

ITS 2.0 type: omission.  Quiet on purpose: sentences that a translator joined without saying less; acronyms that were
written out, or that readers of the target know by a word (EU: Евросоюз, Еуроодақ); figures and dates, which have checks
of their own; entries where nothing is written at all, which are no translations: `report` counts them.  A target of
nothing but spaces, tags or marks claims to be one, and is `empty`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from l10n.checks import acronyms, brands
from l10n.checks.length import AS_LONG, share_of_usual
from l10n.checks.lists import JOINERS, Enumeration, enumerations, joined, marks, most, tells
from l10n.checks.pairs import Pair, Rule, Text, finding
from l10n.checks.wording import not_in_target
from l10n.model import Finding
from l10n.phrases import phrase

RULES = {
    "empty": Rule("warning", "The target has no word, and its source has."),
    "sentence": Rule("warning", "The target has fewer sentences than its source, and says less."),
    "item": Rule("warning", "An enumeration has fewer items than in the source."),
    "acronym": Rule(
        "warning",
        "An acronym of the source is not in the target, neither short nor written out, or another one stands there.",
    ),
    "name": Rule("warning", "Of two names in Latin letters the target keeps one, and not the other."),
}
_say = partial(finding, "omission", RULES)

LESS = 0.8
"""Share of the usual length below which fewer sentences say less."""

LESS_OF_JOINED = 0.7
"""The same where the target has more commas, by which a translator joins sentences."""
LESS_OF_PARTED = 0.85
"""The same where the target has no more marks or joining words than its source: nothing was joined."""

MUCH_LONGER = 1.1
"""Share of the usual length from which none is missing, where a row with a joining word has one item fewer, and the
target fewer marks in all."""

_WORD = re.compile(r"[^\W_]")
_END = re.compile(r"(?<![.!?…؟\[(])[.!?…؟]++[\"'»”’)\]]*+(?=\s+\S)")
_FIRST_WORD = re.compile(r"\s*(\w{1,20})")
_LAST_WORD = re.compile(r"\w{0,20}$")
_PLACEHOLDERS = frozenset("{%")
_DIGIT = re.compile(r"\d")
NEAR = 30
"""Characters before a list that are of its first item."""
CONVERBS = ("kk", "ug")
"""Languages that tell one deed after another in forms of the verb which no mark need part."""
_COMMA = re.compile(r"[,،;؛](?!\d)")
_ITEMS = re.compile("[;؛]")


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target; of an empty one no other check has anything to say."""
    if not _WORD.search(pair.target.plain):
        if _WORD.search(pair.source.plain):
            span = (0, len(pair.target.text)) if pair.target.text else None
            yield _say("empty", phrase("the target has no word"), span)
        return
    yield from _sentences(pair)
    yield from _items(pair)
    yield from _lists(pair)
    missing = list(acronyms.found(pair))
    for one in missing:
        yield _say("acronym", one.says, one.span, one.source_span)
    for name, place in brands.lost(pair) if not missing else ():
        yield _say("name", not_in_target(name), None, place)


def _sentences(pair: Pair) -> Iterator[Finding]:
    source = sentences(pair.source)
    if source < 2 or sentences(pair.target) >= source:
        return
    share = share_of_usual(pair)
    if share < _less(pair):
        message = phrase(
            "sentences in the source: {source}, in the target: {target}; its length is {percent}% of what is usual",
            source=source,
            target=sentences(pair.target),
            percent=round(100 * share),
        )
        yield _say("sentence", message)


def _less(pair: Pair) -> float:
    """The share below which fewer sentences say less; a comma more may have joined two of them."""
    if len(_COMMA.findall(pair.target.bare)) > len(_COMMA.findall(pair.source.bare)):
        return LESS_OF_JOINED
    return LESS if marks(pair.target) > marks(pair.source) else LESS_OF_PARTED


def sentences(text: Text) -> int:
    """How many sentences a text has, by its marks; a point after an abbreviation or an initial ends none."""
    known = text.language.sentences
    count = 1
    for match in _END.finditer(text.bare):
        before = _LAST_WORD.search(text.bare[max(0, match.start() - 20) : match.start()])
        word = before[0].casefold() if before else ""
        short = (len(word) < 2 and not word.isdigit()) or word in known.never_final or word in known.seldom_final
        if word in known.maybe_final:
            following = _FIRST_WORD.match(text.bare, match.end())
            short = short or following is None or following[1].casefold() not in known.starters
        if word in known.before_number:
            ahead = text.plain[match.end() : match.end() + 2].strip()
            short = short or ahead.isdigit() or ahead in _PLACEHOLDERS
        behind = text.bare[match.end() : match.end() + 3].lstrip()[:1]
        count += not ((short or behind.islower()) and match[0] == ".")
    return count


def _lists(pair: Pair) -> Iterator[Finding]:
    """An enumeration that has more items than any row of the target."""
    if pair.source.locale.partition("-")[0] not in JOINERS or pair.target.locale.partition("-")[0] not in JOINERS:
        return
    longest = max(enumerations(pair.source), key=lambda one: one.items, default=None)
    if longest is None:
        return
    there = _kept(pair, longest)
    if there < longest.items:
        message = phrase(
            "items enumerated in the source: {source}, in the target: {target}",
            source=longest.items,
            target=there,
        )
        yield _say("item", message, None, (longest.start, longest.end))


def _kept(pair: Pair, longest: Enumeration) -> int:
    """How many items of an enumeration the target has; all of them, where there is any doubt."""
    share = share_of_usual(pair)
    if joined(pair.target) == longest.items - 1 and share < MUCH_LONGER and marks(pair.target) < marks(pair.source):
        return longest.items - 1
    if pair.target.locale.partition("-")[0] in CONVERBS and joined(pair.target) == 0 and tells(pair.source, longest):
        return longest.items
    if share >= AS_LONG or _DIGIT.search(pair.source.bare, max(0, longest.start - NEAR), longest.end):
        return longest.items  # figures and what they are of are enumerated in many ways
    return most(pair.target)


def _items(pair: Pair) -> Iterator[Finding]:
    source = len(_ITEMS.findall(pair.source.bare))
    if source < 2:
        return
    target = len(_ITEMS.findall(pair.target.bare))
    if 0 < target < source and share_of_usual(pair) < 1:
        message = phrase(
            "items between semicolons in the source: {source}, in the target: {target}",
            source=source + 1,
            target=target + 1,
        )
        yield _say("item", message)
