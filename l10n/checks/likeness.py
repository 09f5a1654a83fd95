"""Likeness: which words of a target seem to be a name, misspelt or by another standard of transliteration.

Letters that standards and typists confuse count as one (`Гулнара`, `Гульнара`; `Урумчи`, `Үрімжі`; `ھ`, `خ`), and a
word is compared with all inflected forms of the name, so that its ending is no misspelling.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from l10n import codes
from l10n.checks.pairs import Word
from l10n.text import WORD

NEAR = 75
"""Similarity (0–100) of two words from which one seems to be the other."""
SAME = 85
"""From which it does so though both may be names of their own: `Марат` and `Мурат` are two men."""
LOOSE = 60
"""From which it does so where the rest of the name stands beside it."""
MIN_LETTERS = 4
"""Shorter words are near too many others."""
LONGER = 4
"""Letters that an unknown ending may add to the misspelt word."""
OTHERWISE = 15.0
"""What a word loses that begins with another vowel, and goes on otherwise."""
CLEAR = 1.0
"""By how much the likeliest form has to be likelier than the next one, to be offered."""

_SOUNDS = str.maketrans(
    {
        **dict(zip("ёэқғңһҳөұүўәіїыйюящ", "еекгнххоуууаииииуаш", strict=True)),
        **dict(zip("ھقغۆۇۈېە", "خكگوووىا", strict=True)),
        **dict.fromkeys("ьъئ", ""),
    }
)
"""Letters of Russian and Kazakh, of Uyghur, that different spellings of one name have for one sound."""


_VOWELS = frozenset("аеиоуاوى")
"""Which of them a name starts with is where romanisations differ."""


class Stretch(NamedTuple):
    """Words one after the other that look like a name."""

    span: tuple[int, int]
    score: float


def words(text: str) -> list[Word]:
    """The words of a text with its inline codes, which are no words."""
    plain = codes.ANY.sub(lambda match: " " * len(match[0]), text) if "<" in text else text
    return [Word(match.start(), match.end(), match[0]) for match in WORD.finditer(plain)]


def adjacent(text: str, first: Word, second: Word) -> bool:
    """Nothing but spaces and inline codes stands between two words."""
    return not codes.ANY.sub("", text[first.end : second.start]).strip(" \u00a0\u202f")


@lru_cache(maxsize=100_000)
def sounds(word: str) -> str:
    """The word by its bare sounds, doubled letters once."""
    bare = "".join(filter(str.isalnum, word.casefold())).translate(_SOUNDS)
    return "".join(letter for place, letter in enumerate(bare) if not place or letter != bare[place - 1])


def likeness(word: str, forms: Sequence[str]) -> float:
    """How near a word is to one of the forms of a name's word (0–100); 0 for what begins otherwise."""
    return max((_likeness(word, form) for form in forms), default=0.0)


@lru_cache(maxsize=100_000)
def _likeness(word: str, form: str) -> float:
    from rapidfuzz.fuzz import ratio

    said, meant = sounds(word), sounds(form)
    if not said or not meant:
        return 0.0
    if said[0] != meant[0] and said[1:3] != meant[1:3]:
        return 0.0 if not {said[0], meant[0]} <= _VOWELS else max(0.0, ratio(said, meant) - OTHERWISE)
    if len(meant) < MIN_LETTERS:
        return ratio(said, meant)
    lengths = range(
        max(3, len(meant) - 1), min(len(said), len(meant) + 1) + 1 if len(said) <= len(meant) + LONGER else 0
    )
    return max((ratio(said, meant), *(ratio(said[:length], meant) for length in lengths)))


def nearest(text: str, free: Sequence[Word], forms: Sequence[str], least: float = NEAR) -> Stretch | None:
    """The words of a text that look most like one of the forms of a name, each of them at least LOOSE.

    free: the words that are no mention of another name. forms: inflected, the dictionary form first.
    """
    split = [WORD.findall(form) for form in forms]
    parts = list(zip(*(one for one in split if len(one) == len(split[0])), strict=True))
    best: Stretch | None = None
    for run in _runs(text, free, len(parts)):
        scores = [
            likeness(word.text, names) if _is_alike(word.text, names[0]) else 0.0
            for word, names in zip(run, parts, strict=True)
        ]
        letters = [len(names[0]) for names in parts]
        score = sum(one * weight for one, weight in zip(scores, letters, strict=True)) / sum(letters)
        if score >= least and min(scores) >= LOOSE and (best is None or score > best.score):
            best = Stretch((run[0].start, run[-1].end), score)
    return best


def _runs(text: str, free: Sequence[Word], count: int) -> Iterator[Sequence[Word]]:
    for start in range(len(free) - count + 1):
        run = free[start : start + count]
        if all(adjacent(text, *pair) for pair in pairwise(run)):
            yield run


def _is_alike(word: str, name: str) -> bool:
    """Both have a capital, or neither has: an ordinary word is no misspelt name."""
    return word[0].isupper() == name[0].isupper() and len(name) > 1


class Meant(NamedTuple):
    """What misspelt words stand for."""

    first: int
    last: int
    """The words that are wrong, by their numbers; the last one is among them."""
    replacement: str | None
    """What may stand in their place; None where that is not certain."""


def meant(written: Sequence[str], forms: Sequence[str]) -> Meant:
    """Which of the words of a name are misspelt, and the form that was meant. forms: the dictionary form first."""
    split = [made for form in forms if len(made := WORD.findall(form)) == len(written)]
    likely = [made for made in split if _has_endings(written, made, split[0])]
    chosen = _likeliest(written, likely)
    against = split if chosen is None else [chosen]
    right = [any(_is_same(word, one[place]) for one in against) for place, word in enumerate(written)]
    wrong = [place for place, one in enumerate(right) if not one] or list(range(len(written)))
    first, last = wrong[0], wrong[-1]
    if chosen is None:
        return Meant(first, last, None)
    shown = [one.upper() if word.isupper() else one for one, word in zip(chosen, written, strict=True)]
    return Meant(first, last, " ".join(shown[first : last + 1]))


def _likeliest(written: Sequence[str], forms: Sequence[Sequence[str]]) -> Sequence[str] | None:
    """The likeliest of the forms; None where it is not near, or another one is about as likely."""
    from rapidfuzz.fuzz import ratio

    text = " ".join(written)
    ranked = sorted(
        (
            ((ratio(sounds(text), sounds(form)) + ratio(text.casefold(), form.casefold())) / 2, form)
            for form in dict.fromkeys(map(" ".join, forms))
        ),
        reverse=True,
    )
    if not ranked or ranked[0][0] < LOOSE or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < CLEAR):
        return None
    return ranked[0][1].split(" ")


def _has_endings(written: Sequence[str], made: Sequence[str], base: Sequence[str]) -> bool:
    """The misspelt words end as the form does, so that its endings are those that somebody meant."""
    return all(_has_ending(*three) for three in zip(written, made, base, strict=True))


def _has_ending(word: str, form: str, base: str) -> bool:
    word, form = _plain(word), _plain(form)
    stem = _plain(base)
    same = next((place for place, pair in enumerate(zip(form, stem, strict=False)) if len(set(pair)) > 1), len(stem))
    if same < len(form):
        return word.endswith(form[same:])
    return abs(len(word) - len(form)) <= 1 and sounds(word[-1:]) == sounds(form[-1:])


def _is_same(word: str, other: str) -> bool:
    return _plain(word) == _plain(other)


def _plain(word: str) -> str:
    return word.casefold().replace("ё", "е")
