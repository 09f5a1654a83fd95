"""Remnants: words of the source that stand in a target of another language as they were.

Latin letters in a target of another script: common words of English in small letters, offices of states, whole clauses,
persons, `No.` before a figure.  Russian in Kazakh: two words in a row the second of which is in small letters, as the
order of words and the endings of the two languages are never alike; endings that Kazakh has not; words that it has
not.  Quiet on purpose: what stands in quotation marks or brackets, which may be cited; names of firms, papers and
organisations; Latin words of scholars.  The words are those of `remnants.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, pairwise
from pathlib import Path

from l10n.checks import tongues
from l10n.checks.pairs import Pair, Span, Word

SMALL = 4
"""Letters of a word in small letters that is no word of a name."""
RUNS = 20
"""Of Latin words in a target that are looked at; no real segment has so many."""
LONGEST = 20
"""Letters before a name that are read."""
ADJECTIVE = 5
"""Letters of a Russian word that is known by its ending."""

_ASIDE = re.compile(
    r"«[^«»]{0,400}»|\"[^\"]{0,400}\"|“[^“”]{0,400}”|‹[^‹›]{0,400}›|\([^()]{0,400}\)|\[[^\[\]]{0,400}\]"
)
_OPENING = re.compile('[«"“‹(\\[]')
_LATIN = re.compile(r"[A-Za-z]{2}")
_RUN = re.compile(
    r"(?<![\w./@#_=:&\\-])[A-Za-z][A-Za-z'\u2019-]*+(?:\.(?= [A-Z]))?"
    r"(?>(?: [A-Za-z][A-Za-z'\u2019-]*+)*)(?![\w/@_=]|\.\w)"
)
"""Latin words in a row, no piece of an address."""
_AHEAD = re.compile(r"(?:^|[.!?…:|,—–])\s*$")
_BEHIND = re.compile(r"[?!…]|\.?\s*$|[.|]")
_NUMBER = re.compile(r"(?<![\w.])No\. ?(?=[\d{%<])")
_NUMBERED = re.compile(rf"(?<![A-Za-z] ){_NUMBER.pattern}")
"""No name that ends with a number: `Chanel No. 5`."""
_SURNAME = re.compile(r"(?:[^aeiou\W]|[aeiy])(?:ov|ova|ev|eva)$|(?:uly|kyzy|qyzy|enko|skaya)$")
_CYRILLIC = re.compile("[\u0400-\u04ff-]+")
_LASTING = re.compile("(?:ост[ьи]|ени[еяю])$")
"""Endings of Russian nouns that no surname has."""
_INFLECTED = re.compile("(?:[уюя]ю|ость)$")
"""Endings of Russian words that Kazakh has not, beside those of `tongues`."""


def left(pair: Pair) -> Span | None:
    """The place of the first remnant in the target."""
    if pair.target.language.script != "Latn" and pair.source.language.script == "Latn":
        return next(_latin(pair), None) if _LATIN.search(pair.target.bare) else None
    languages = (pair.source.locale.partition("-")[0], pair.target.locale.partition("-")[0])
    return next(_russian(pair), None) if languages == ("ru", "kk") else None


@cache
def words(name: str) -> frozenset[str]:
    """A list of `remnants.toml`."""
    return frozenset(_lists()[name].split())


@cache
def _lists() -> dict[str, str]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@cache
def _country() -> re.Pattern[str]:
    names = "|".join(sorted(map(str.capitalize, words("countries"))))
    return re.compile(rf"(?<![\w-])(?:{names})[\u0430-\u044f\u0400-\u052f]*+(?!-)")


def _outside(text: str) -> str:
    """The text with spaces in the place of what it cites or says aside: equally long."""
    return _ASIDE.sub(lambda match: " " * len(match[0]), text) if _OPENING.search(text) else text


def _latin(pair: Pair) -> Iterator[Span]:
    source, bare = pair.source.bare, _outside(pair.target.bare)
    if "No." in bare and (number := _NUMBERED.search(pair.target.text)) and _NUMBER.search(pair.source.text):
        yield number.span()
    if _LATIN.search(bare) is None:
        return
    there = frozenset(_said(source))
    for match in islice(_RUN.finditer(bare), RUNS):
        run = match[0].split()
        if not there.issuperset(run):
            run = [word for word in run if word in there]
        said = run and (_is_ordinary(run) or _is_office(run))
        if said or _is_clause(bare, match, source) or (len(run) == 2 and _is_person(bare, match, source)):
            yield match.span()


def _said(source: str) -> Iterator[str]:
    """The words of a source that may stand in a target."""
    for match in _RUN.finditer(source):
        yield from match[0].split()


def _is_ordinary(run: Sequence[str]) -> bool:
    """A common word in small letters, or one of pages that stands alone."""
    if len(run) == 1 and run[0] in words("page"):
        return True
    return any(len(word) >= SMALL and word in words("english") for word in run)


def _is_office(run: Sequence[str]) -> bool:
    """An office of a state, or a name with the word that says of what."""
    if len(run) > 1 and run[-1] in words("kinds"):
        return True
    return any(
        first in words("offices") and second == "of" and number + 2 < len(run)
        for number, (first, second) in enumerate(pairwise(run))
    )


def _is_clause(bare: str, match: re.Match[str], source: str) -> bool:
    """A sentence, or what a colon or a bar parts, with a word that no name has."""
    run = [word.lower() for word in match[0].split() if len(word) == 1 or not word.isupper()]
    if len(run) < 2 or match[0] not in source:
        return False
    return (
        (run[0] in words("questions") or not words("verbs").isdisjoint(run))
        and _AHEAD.search(bare, max(0, match.start() - 3), match.start()) is not None
        and _BEHIND.match(bare, match.end()) is not None
    )


def _is_person(bare: str, match: re.Match[str], source: str) -> bool:
    """A given name, or its first letter, and a surname; or what the source calls a person."""
    run = match[0].split()
    if len(run) != 2 or not all(word[0].isupper() for word in run) or run[1].isupper():
        return False
    if "/" in bare[max(0, match.start() - 2) : match.start()] or "/" in bare[match.end() : match.end() + 2]:
        return False
    given, surname = run[0].lower(), run[1].lower()
    if surname in words("firms") or surname in words("english"):
        return False
    if given in words("given") or (run[0][1:] in ("", ".") and _SURNAME.search(surname) is not None):
        return True
    place = source.find(match[0])
    before = source[max(0, place - LONGEST) : max(0, place)].split()
    return bool(before) and before[-1] in words("persons")


def _russian(pair: Pair) -> Iterator[Span]:
    """Russian words of the source in Kazakh."""
    outside = _outside(pair.target.bare)
    if country := _country().search(outside):
        yield country.span()
    known = {word.text.lower() for word in pair.source.words}
    both = [word for word in pair.target.words if word.text.lower() in known]
    both = [
        word
        for word in both
        if _CYRILLIC.fullmatch(word.text) and not tongues.OWN.search(word.text) and outside[word.start] != " "
    ]
    if not both:
        return
    following = {(one.text.lower(), two.text.lower()) for one, two in pairwise(pair.source.words)}
    for one, two in pairwise(both):
        is_row = outside[one.end : two.start] == " " and (one.text.lower(), two.text.lower()) in following
        if is_row and _are_russian(one.text, two.text):
            yield one.start, two.end
    for word in both:
        if _is_lone(word.text) and not _is_marked(pair.target.text, word):
            yield word.start, word.end


def _are_russian(first: str, second: str) -> bool:
    """Two words that stand in a row in both texts."""
    joining = words("joining")
    if first in joining or second in joining:
        return True
    unchanged = words("unchanged")
    if _LASTING.search(second) and len(second) > ADJECTIVE:
        return True
    small = second.islower() and len(second) >= SMALL and second not in tongues.SHARED
    return small and second not in unchanged and first.lower() not in unchanged and len(first) > 1


def _is_lone(word: str) -> bool:
    small = word.lower()
    if small in words("ministries"):
        return True
    if not word.islower():
        return False
    return small in words("russian") or (
        len(small) > ADJECTIVE and (tongues.is_russian(small) or _INFLECTED.search(small) is not None)
    )


def _is_marked(text: str, word: Word) -> bool:
    """A code holds the word alone: it is spoken of."""
    return text[max(0, word.start - 1) : word.start] == ">" and text[word.end : word.end + 1] == "<"
