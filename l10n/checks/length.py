"""Length: a target that is far shorter or longer than translations of such a source are, or than its place allows.

ITS 2.0 type: length.  Quiet on purpose: short texts, whose translations vary most; titles, credits and table cells,
which a newsroom words anew; a joined sentence, whose source is counted with it;
acronyms that are written out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from l10n.checks.pairs import Pair, Rule, Text, finding
from l10n.model import Finding

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

LEAST = ((40, 0.0), (60, 0.36), (100, 0.5), (160, 0.56))
"""(characters of the source up to which, least share of what is expected): a shorter target is `short`."""
LEAST_OF_LONG = 0.6
LEAST_OF_CLAUSES = ((40, 0.0), (60, 0.57), (160, 0.62))
"""The same for a target that has fewer marks between clauses than its source: three times the spread (0.13) below what
is usual, as 1,500 news segments have it."""
LEAST_OF_LONG_CLAUSES = 0.66
LEAST_OF_JOINED, JOINED = 0.69, 40
"""The same where a mark of the source joins a clause that says more, in sources of more than JOINED characters."""
MOST = ((20, 0.0), (40, 2.6), (100, 2.1))
MOST_OF_LONG = 1.57
SPELLED_OUT = 25
"""Characters that an acronym has more when it is written out: GDP, ئىچكى ئىشلەپچىقىرىش ئومۇمىي قىممىتى."""
_CLAUSE = re.compile(r"[,،;؛:.!?؟…]\s|\s[—–-]\s|\(")
_JOINED = re.compile(r"[;؛:]\s|, (?:and|but|so|yet|while|а|но|и) ")
_NUMBER = re.compile(r"\d+")
_ACRONYM = re.compile(r"\b[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,6}\b")
FREE = ("title", "headline", "h2", "h3", "credit", "byline", "td", "th", "alt", "label")
"""Kinds of units that are worded anew: only half of what is asked of others is asked of them."""


def check(pair: Pair) -> Iterator[Finding]:
    """The findings of a target."""
    target = pair.target.text
    if pair.limit is not None and (count := visible(pair.target)) > pair.limit:
        message = f"the target has {count} characters, the settings allow {pair.limit}"
        yield _say("limit", message, (0, len(target)))
    length = visible(pair.source)
    if length <= MOST[0][0]:
        return
    share = visible(pair.target) / (length * expected(pair))
    free = 2 if pair.kind in FREE else 1
    least = _bound(length, LEAST, LEAST_OF_LONG)
    if share * free < least or (
        free == 1 and share < LEAST_OF_JOINED and share < _least(pair, length) and _has_fewer_clauses(pair)
    ):
        yield _say("short", f"the target has {share:.0%} of the length that is usual: is something missing?")
    elif share > _bound(length, MOST, MOST_OF_LONG) * free > 0 and not _is_spelled_out(pair, length, free):
        yield _say("long", f"the target has {share:.0%} of the length that is usual: does it say more than the source?")


def _least(pair: Pair, length: int) -> float:
    """A target that writes more numbers in figures than its source is short for that."""
    source, target = pair.source.bare, pair.target.bare
    if length > JOINED and _JOINED.search(source) and len(_NUMBER.findall(target)) <= len(_NUMBER.findall(source)):
        return LEAST_OF_JOINED
    return _bound(length, LEAST_OF_CLAUSES, LEAST_OF_LONG_CLAUSES)


def _has_fewer_clauses(pair: Pair) -> bool:
    return len(_CLAUSE.findall(pair.target.bare)) < len(_CLAUSE.findall(pair.source.bare))


def _is_spelled_out(pair: Pair, length: int, free: int) -> bool:
    """The target is as long as one is that says the acronyms of the source in words."""
    more = SPELLED_OUT * len(_ACRONYM.findall(pair.source.bare))
    return visible(pair.target) <= (length + more) * expected(pair) * _bound(length, MOST, MOST_OF_LONG) * free


def visible(text: Text) -> int:
    """Characters that a reader sees: inline codes and white space at the ends left out."""
    plain = text.plain
    return len(plain.strip()) if plain is text.text else len(" ".join(plain.split()))


def expected(pair: Pair) -> float:
    """Characters of the target that are usual for one of the source."""
    languages = (pair.source.locale.partition("-")[0], pair.target.locale.partition("-")[0])
    return EXPECTED.get(languages, 1.0)


def _bound(length: int, table: tuple[tuple[int, float], ...], beyond: float) -> float:
    return next((bound for most, bound in table if length <= most), beyond)
