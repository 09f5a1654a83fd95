"""Length: a target that is far shorter or longer than translations of such a source are, or than its place allows.

ITS 2.0 type: length.  Quiet on purpose: short texts, whose translations vary most; titles, credits and table cells,
which a newsroom words anew; a joined sentence, whose source is counted with it;
acronyms that are written out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from l10n.checks.lists import marks
from l10n.checks.pairs import Pair, Rule, Text, finding
from l10n.model import Finding
from l10n.phrases import phrase

RULES = {
    "short": Rule("warning", "The target is so short that something of the source may be missing."),
    "long": Rule("warning", "The target is so long that it may say something twice, or more than the source."),
    "limit": Rule("warning", "The target has more characters than the settings allow for its kind."),
}
_say = partial(finding, "length", RULES)

EXPECTED = {
    ("en", "ru"): 0.95,
    ("en", "kk"): 1.02,
    ("en", "ug"): 1.08,
    ("ru", "en"): 0.98,
    ("ru", "kk"): 1.03,
    ("ru", "ug"): 1.00,
    ("kk", "ru"): 1.02,
    ("kk", "en"): 1.00,
    ("kk", "ug"): 1.02,
    ("ug", "ru"): 1.00,
    ("ug", "kk"): 0.98,
    ("ug", "en"): 0.98,
}
"""Characters of a target for one of its source, in news segments."""

LEAST = ((40, 0.0), (60, 0.5), (100, 0.53), (160, 0.57))
"""(characters of the source up to which, least share of what is expected): a shorter target is `short`.  Four times the
spread (0.17 to 0.13, by length) below what is usual in 7,800 correct news segments, of which none is as short."""
LEAST_OF_LONG = 0.6
LEAST_OF_CLAUSES = ((60, 0.55), (160, 0.59))
"""The same for a target that has fewer marks between clauses than its source, of more than BRIEF characters: 0.02 below
the shortest of 1,300."""
LEAST_OF_LONG_CLAUSES = 0.62
BRIEF = 40
LEAST_OF_MANY, MANY = 0.63, 2
"""The same where MANY marks and joining words are fewer, or the source adds a clause by `and`; the shortest of 600 has
0.67."""
LEAST_OF_JOINED = 0.7
"""The same where a mark of the source joins a clause that says more; the shortest of 270 has 0.74."""
MOST = ((20, 0.0), (40, 2.6), (100, 2.1))
MOST_OF_LONG = 1.57
AS_LONG = 0.97
"""Share of the usual length from which no item of a list and no name is missing."""
SPELLED_OUT = 25
"""Characters that an acronym has more when it is written out: GDP, ئىچكى ئىشلەپچىقىرىش ئومۇمىي قىممىتى."""
_CLAUSE = re.compile(r"[,،;؛:.!?؟…]\s|\s[—–-]\s|\(")
_ADDED = re.compile(r", (?:and|и) ")
_JOINED = re.compile(r"[;؛:]\s|, (?:but|so|yet|while|а|но) ")
_NUMBER = re.compile(r"\d+")
_ACRONYM = re.compile(r"\b[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,6}\b")
FREE = ("title", "headline", "h2", "h3", "credit", "byline", "td", "th", "alt", "label")
"""Kinds of units that are worded anew: only half of what is asked of others is asked of them."""


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target."""
    target = pair.target.text
    if pair.limit is not None and (count := visible(pair.target)) > pair.limit:
        message = phrase("characters in the target: {n}, allowed by the settings: {most}", n=count, most=pair.limit)
        yield _say("limit", message, (0, len(target)))
    length = visible(pair.source)
    if length <= MOST[0][0]:
        return
    share = share_of_usual(pair)
    free = 2 if pair.kind in FREE else 1
    least = _bound(length, LEAST, LEAST_OF_LONG)
    if share * free < least or (free == 1 and share < LEAST_OF_JOINED and share < _least(pair, length)):
        message = phrase(
            "the target has {percent}% of the length that is usual: is something missing?", percent=round(100 * share)
        )
        yield _say("short", message)
    elif share > _bound(length, MOST, MOST_OF_LONG) * free > 0 and not _is_spelled_out(pair, length, free):
        message = phrase(
            "the target has {percent}% of the length that is usual: does it say more than the source?",
            percent=round(100 * share),
        )
        yield _say("long", message)


def _least(pair: Pair, length: int) -> float:
    """The least share where marks of the source are lost; 0 where none is, or where numbers are put into figures."""
    source, target = pair.source.bare, pair.target.bare
    if length <= BRIEF or len(_CLAUSE.findall(target)) >= len(_CLAUSE.findall(source)):
        return 0.0
    if len(_NUMBER.findall(target)) > len(_NUMBER.findall(source)):
        return 0.0
    if _JOINED.search(source):
        return LEAST_OF_JOINED
    if marks(pair.source) - marks(pair.target) >= MANY or _ADDED.search(source):
        return LEAST_OF_MANY
    return _bound(length, LEAST_OF_CLAUSES, LEAST_OF_LONG_CLAUSES)


def _is_spelled_out(pair: Pair, length: int, free: int) -> bool:
    """The target is as long as one is that says the acronyms of the source in words."""
    more = SPELLED_OUT * len(_ACRONYM.findall(pair.source.bare))
    return visible(pair.target) <= (length + more) * expected(pair) * _bound(length, MOST, MOST_OF_LONG) * free


def visible(text: Text) -> int:
    """Characters that a reader sees: inline codes and white space at the ends left out."""
    plain = text.plain
    return len(plain.strip()) if plain is text.text else len(" ".join(plain.split()))


def share_of_usual(pair: Pair) -> float:
    """The length of the target as a part of what is usual for such a source; 1 where the source shows nothing."""
    usual = visible(pair.source) * expected(pair)
    return visible(pair.target) / usual if usual else 1.0


def expected(pair: Pair) -> float:
    """Characters of the target that are usual for one of the source."""
    languages = (pair.source.locale.partition("-")[0], pair.target.locale.partition("-")[0])
    return EXPECTED.get(languages, 1.0)


def _bound(length: int, table: tuple[tuple[int, float], ...], beyond: float) -> float:
    return next((bound for most, bound in table if length <= most), beyond)
