"""Features: by what a text is found. Stems of words, pairs of adjacent stems, and classes of length.

A stem is the first five letters of a word: most inflection of English, Russian, Kazakh and Uyghur comes after them.
Pairs are rare and survive edits.  Each is a number, and two may share one: what is found is compared anyway.
"""

from __future__ import annotations

import re
from functools import cache
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
"""How many numbers stems have, and pairs: at 10^6 segments a pair shares its number with some twenty others, which
costs less than a row for each."""
LONG = 10
"""A text of more words is found by half of its pairs, which are the same ones in every text."""
CLASSES = 64
_STEP = log(1.14)
"""Classes of length grow by this factor, so that the last one begins at 3,850 characters."""

_WORD = re.compile(r"[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_]+")
"""A word, or one letter of a script that writes words without spaces."""

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


class _Numbers(dict[str, int]):
    """The number of each word's stem, for one seed; words that came long ago are forgotten."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self._shift = seed * _SPREAD

    def __missing__(self, word: str) -> int:
        if len(self) >= _KNOWN:
            self.clear()
        number = self[word] = _crc(word[:STEM]) + self._shift
        return number


_KNOWN = 1 << 17
_SPREAD = 0x9E3779B1
"""2^32 divided by the golden ratio (Knuth, multiplicative hashing)."""


def _crc(stem: str) -> int:
    return crc32(stem.encode("utf-8", "surrogatepass"))


@cache
def _numbers(seed: int) -> _Numbers:
    return _Numbers(seed)


def stem_bucket(stem: str, seed: int) -> int:
    """The number of a stem. seed: of the locale and the side."""
    return (_crc(stem) + seed * _SPREAD) & _MASK


_MASK = BUCKETS - 1
_PAIR_MASK = 2 * PAIR_BUCKETS - 1


def stems(said: list[str], seed: int) -> set[int]:
    """The numbers of the stems of these words."""
    return {number & _MASK for number in map(_numbers(seed).__getitem__, said)}


def features(said: list[str], seed: int) -> tuple[set[int], set[int]]:
    """The numbers of the stems of these words and of their pairs; those of pairs begin where those of stems end."""
    numbers = list(map(_numbers(seed).__getitem__, said))
    mixed = [((a * 31 + b) * _SPREAD >> 12) & _PAIR_MASK for a, b in pairwise(numbers)]
    if len(said) > LONG:
        mixed = [pair for pair in mixed if pair & 1]
    pairs = {BUCKETS + (pair >> 1) for pair in mixed}
    if len(said) <= FEW:
        numbers += [_crc("~" + word[-FEW:]) + seed * _SPREAD for word in said]
    return {number & _MASK for number in numbers}, pairs
