"""Features: by what a text is found. Stems of words, pairs of adjacent stems, and classes of length.

A stem is the first five letters of a word: most inflection of English, Russian, Kazakh and Uyghur comes after them.
Pairs are rare and survive edits.  In a text of some length they are those of telling words, particles left out, beside
one another or with one between: `said in a statement on Monday` has said-state, state-monda, said-monda.  So each is
rare, and an edit of one word leaves the pair that spans it.  Each is a number, and two may share one: what is found is
compared anyway.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
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
"""A text of more words is found by pairs of telling words alone."""
SHORT = 3
"""Letters of a word that tells little: most particles of English, Russian and Kazakh are no longer."""
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
_PAIR_MASK = 4 * PAIR_BUCKETS - 1


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
    found, numbers = _numbered(text, seed)
    if len(numbers) > LONG:
        return set(numbers), _far(found, numbers)
    if len(numbers) <= FEW:
        ends = stem_buckets(["~" + word[-FEW:] for word in words(text)], seed)
        return {*numbers, *ends}, _pairs(numbers)
    return set(numbers), _pairs(numbers) | _pairs(_telling(found, numbers))


def asked(text: str, seed: int) -> tuple[set[int], set[int]]:
    """Those by which a text is searched for: of one about LONG, as if it were longer and shorter."""
    stems, pairs = features(text, seed)
    if LONG - FEW < len(stems) <= LONG + FEW:
        found, numbers = _numbered(text, seed)
        pairs |= _pairs(numbers) | _far(found, numbers)
    return stems, pairs


def _numbered(text: str, seed: int) -> tuple[list[str], list[int]]:
    found = stems_of(text)
    return found, stem_buckets(found, seed)


def _telling(found: Sequence[str], numbers: Sequence[int]) -> list[int]:
    """The numbers of telling stems; none where these are few, as where each letter is a word."""
    said = [number for stem, number in zip(found, numbers, strict=True) if len(stem) > SHORT]
    return said if len(said) * 3 > len(numbers) else []


def _far(found: Sequence[str], numbers: Sequence[int]) -> set[int]:
    """The pairs of a long text: of telling stems beside one another or with one between, in a longer one fewer."""
    said = _telling(found, numbers)
    if not said:
        return _pairs(numbers, 1)
    share = 0 if len(said) <= LONG else 1 if len(said) <= 2 * LONG else 3
    return _pairs(said, share) | _pairs(said[::2], share) | _pairs(said[1::2], share)


def _pairs(numbers: Sequence[int], share: int = 0) -> set[int]:
    """Of neighbours. share: 1 for half of them, 3 for a quarter; the same ones in every text."""
    mixed = [((a * 31 + b) * _SPREAD >> 11) & _PAIR_MASK for a, b in pairwise(numbers)]
    return {BUCKETS + (pair >> 2) for pair in mixed if pair & share == share}
