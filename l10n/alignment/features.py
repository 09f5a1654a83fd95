"""Features: what a sentence has that its translation has, too, whatever the language.

Each is a key, the same on both sides: `#25000` a number, `@5` a month, `=https://…` a literal, `~tkv` the beginning of
a skeleton, `'cabar` a word in Latin letters, `*17` an everyday word, `<a` an inline code, `&li` a kind of
block, `?` a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from l10n import codes
from l10n.alignment.lexicon import concepts
from l10n.alignment.skeletons import LEAST, skeleton
from l10n.alignment.skeletons import WORD as LETTERS
from l10n.facts.dates import dates
from l10n.facts.figures import PHONE, figures, roman
from l10n.facts.literals import literals
from l10n.facts.parts import worded

NUMBER, MONTH, LITERAL, NAME, LATIN, WORD, CODE, KIND, MARK = "#", "@", "=", "~", "'", "*", "<", "&", "?"
LONGEST = 4000
"""Characters of a sentence that are read for features; its length counts whole."""
BONES = (3, 4, 5)
"""Lengths of the beginnings of a skeleton that are keys, each of them: endings come behind."""
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.&+-]*[A-Za-z0-9]|[A-Z]")
_QUOTED = re.compile('[«»“”„"]')
_QUESTION = re.compile("[?؟]")
_PHONE_DIGITS = 7
_SPACE = re.compile(r"\s+")


class Features(NamedTuple):
    """Of a sentence, or of some that follow one another."""

    length: int
    """Characters that a reader sees."""
    keys: frozenset[str]
    """All that may be found on the other side."""
    firm: frozenset[str]
    """Those among them that should be: figures, literals, codes."""
    sentences: int = 1


def features(text: str, locale: str, extra: Iterable[str] = ()) -> Features:
    """The features of a sentence. extra: literals that its markup holds, as the target of a link."""
    plain = codes.ANY.sub(" ", text) if "<" in text else text
    length = len(_SPACE.sub(" ", plain).strip())
    read = plain[:LONGEST]
    firm = {f"{LITERAL}{one}" for one in extra}
    found = literals(read)
    for literal in found:
        firm.add(LITERAL + literal.text.lower().rstrip("/"))
    for literal in reversed(found):
        read = f"{read[: literal.start]} {read[literal.end :]}"
    soft: set[str] = set()
    _numbers(read, locale, firm, soft)
    if "<" in text:
        firm.update(_codes(text))
    soft.update(_words(read, locale))
    if _QUESTION.search(read):
        firm.add(f"{MARK}?")
    if _QUOTED.search(read):
        firm.add(f"{MARK}«")
    return Features(length, frozenset(firm | soft), frozenset(firm))


def _numbers(text: str, locale: str, firm: set[str], soft: set[str]) -> None:
    """Figures and years are firm, numbers in words and other readings are not."""
    dated = dates(text, locale)
    for one in dated:
        if one.month is not None:
            soft.add(f"{MONTH}{one.month}")
        if one.weekday is not None:
            soft.add(f"{MONTH}w{one.weekday}")
        if one.year is not None:
            firm.add(f"{NUMBER}{one.year}")
        for day in one.days:
            (firm if one.month is not None else soft).add(f"{NUMBER}{day}")
    for figure in figures(text, locale, [(one.start, one.end) for one in dated]):
        if figure.kind == PHONE:
            firm.add(f"{LITERAL}{str(figure.value)[-_PHONE_DIGITS:]}")
            continue
        firm.add(f"{NUMBER}{figure.value}")
        soft.update(f"{NUMBER}{value}" for value in figure.others)
        if figure.misread is not None:
            soft.add(f"{NUMBER}{figure.misread}")
    soft.update(f"{NUMBER}{one.value}" for one in roman(text))
    soft.update(f"{NUMBER}{value}" for value in worded(text, locale))


def _codes(text: str) -> Iterator[str]:
    """The names of codes without their numbers, which each segment counts anew."""
    for match in codes.CODE.finditer(text):
        if not match[1]:
            yield f"{CODE}{match[2]}"


def _words(text: str, locale: str) -> Iterator[str]:
    """Beginnings of skeletons; words in Latin letters as they stand."""
    language = locale.partition("-")[0]
    for match in LETTERS.finditer(text):
        for concept in concepts(match[0].lower(), language):
            yield WORD + concept
        bones = skeleton(match[0])
        if len(bones) >= LEAST:
            for length in BONES:
                if len(bones) >= length:
                    yield f"{NAME}{bones[:length]}"
    for match in _LATIN.finditer(text):
        yield LATIN + match[0].lower()


def joined(parts: Sequence[Features]) -> Features:
    """The features of sentences that follow one another."""
    if len(parts) == 1:
        return parts[0]
    keys = frozenset().union(*(one.keys for one in parts))
    firm = frozenset().union(*(one.firm for one in parts))
    return Features(sum(one.length for one in parts) + len(parts) - 1, keys, firm, len(parts))
