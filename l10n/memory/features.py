"""Features: by what a text is found. Stems of words, pairs of adjacent stems, and classes of length.

A stem is the first five letters of a word: most inflection of English, Russian, Kazakh and Uyghur comes after them.
Pairs are rare and survive edits.  Each is a number, and two may share one: what is found is compared anyway.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise
from math import log
from zlib import crc32

from l10n.codes import ANY
from l10n.text import small

STEM = 5
"""Letters of a word that count."""
LONGEST = 5_000
"""Characters of a text that is compared with others; a longer one is found where it is equal."""
FEW = 4
"""In a text of no more words, their ends count too: one slip of the pen leaves little else."""

BUCKETS, PAIR_BUCKETS = 1 << 20, 1 << 19
"""How many numbers stems have, and pairs, powers of two: at 10^6 segments a pair shares its number with some twenty
others, which costs less than a row for each."""
LONG = 10
"""A text of more words is found by half of its pairs, which are the same ones in every text."""
CLASSES = 64
_STEP = log(1.14)
"""Classes of length grow by this factor, so that the last one begins at 3,850 characters."""

_UNSPACED = "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts that write words without spaces; each of their letters is a word here."""
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_STEM = re.compile(rf"([^\W_]{{1,{STEM}}})[^\W_]*")

_CLASS = [0, *(min(CLASSES - 1, int(log(length) / _STEP)) for length in range(1, LONGEST + 1))]


def length_class(length: int) -> int:
    """The class of a text of so many characters."""
    return _CLASS[length] if length <= LONGEST else CLASSES - 1


def window(length: int, least: int) -> tuple[int, int]:
    """The first and the last class of what can score so much against a text of so many characters."""
    if not least:
        return 0, CLASSES - 1
    return length_class(length * least // (200 - least)), length_class(-(-length * (200 - least) // least))


def words(text: str) -> list[str]:
    """The words of a text in normal form, in small letters, inline codes left out."""
    if "<" in text:
        text = ANY.sub(" ", text)
    return _WORD.findall(small(text))


def stems_of(text: str) -> list[str]:
    """The stems of the words of a text in normal form."""
    if "<" in text:
        text = ANY.sub(" ", text)
    if not text.isascii() and _IS_UNSPACED.search(text):
        return [word[:STEM] for word in words(text)]
    return _STEM.findall(small(text))


_SPREAD = 0x9E3779B1
"""2^32 divided by the golden ratio (Knuth, multiplicative hashing)."""
_PAIR_MASK = 2 * PAIR_BUCKETS - 1


def stem_buckets(stems: Collection[str], seed: int) -> list[int]:
    """The numbers of stems. seed: of the locale and the side.

    To reckon them all at once is quicker than to look them up among the stems of a language, which fill no small cache.
    """
    if not stems:
        return []
    spread, mask = seed * _SPREAD, BUCKETS - 1
    return [crc + spread & mask for crc in map(crc32, "\n".join(stems).encode("utf-8", "surrogatepass").split(b"\n"))]


def stems(text: str, seed: int) -> set[int]:
    """The numbers of the stems of a text in normal form."""
    return set(stem_buckets(stems_of(text), seed))


def features(text: str, seed: int) -> tuple[set[int], set[int]]:
    """The numbers of the stems of a text in normal form, and of their pairs, which begin where those of stems end."""
    numbers = stem_buckets(stems_of(text), seed)
    mixed = [((a * 31 + b) * _SPREAD >> 12) & _PAIR_MASK for a, b in pairwise(numbers)]
    if len(numbers) > LONG:
        pairs = {BUCKETS + (pair >> 1) for pair in mixed if pair & 1}
    else:
        pairs = {BUCKETS + (pair >> 1) for pair in mixed}
        if len(numbers) <= FEW:
            numbers += stem_buckets(["~" + word[-FEW:] for word in words(text)], seed)
    return set(numbers), pairs
