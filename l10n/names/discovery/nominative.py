"""The likeliest nominative of a name that an article has only in another case: Russian and Kazakh.

A nominative is a guess that is taken when the language's grammar makes the form of it, and the article does not have
the name otherwise; an editor sees both.
"""

from __future__ import annotations

from itertools import islice, product

from l10n.model import Term
from l10n.names.discovery.lexicon import RUSSIAN

_RUSSIAN = (
    ("ого", "ый"), ("ого", "ий"), ("ому", "ый"), ("ому", "ий"), ("ой", "ая"), ("ую", "ая"), ("ым", ""), ("ом", ""),
    ("ем", "й"), ("ой", "а"), ("ей", "я"), ("ью", "ь"), ("а", ""), ("я", "й"), ("я", "ь"), ("у", ""), ("ю", "й"),
    ("ю", "ь"), ("е", ""), ("е", "а"), ("ы", "а"), ("и", "я"), ("и", "ь"), ("у", "а"), ("ю", "я"),
)  # fmt: skip
"""Endings of the cases and those of the nominative, the surer ones first."""
_LONGEST_SUFFIX = 6
_SHORTEST_NAME = 3
_MOST = 64
"""Combinations that are tried for a name of several words."""
_OBLIQUE = frozenset(["genitive", "dative", "accusative", "instrumental", "locative", "ablative"])


def of(form: str, kind: str, language: str) -> str:
    """A nominative of which this is another case; "" where there is none, or the form may be the nominative itself."""
    words = form.split()
    base = language.partition("-")[0]
    unsure = "term" if base == "kk" else ""  # one word of which nothing tells what it names
    if not words or len(words) > 3 or kind not in ("person", "place", unsure):
        return ""
    if base == "ru":
        return _russian(words, kind)
    return _kazakh(form, kind) if base == "kk" else ""


def _russian(words: list[str], kind: str) -> str:
    if not words[-1].endswith(("ым", "ом", "ем", "ого", "ому", "е", "у", "ю")) and not (
        kind == "place" and words[-1].endswith(("а", "я", "ы", "и"))
    ):
        return ""
    for choice in islice(product(*map(_options, words)), _MOST):
        guess = " ".join(choice)
        if guess != " ".join(words) and min(map(len, choice)) >= _SHORTEST_NAME and _makes(guess, words, kind, "ru"):
            return guess
    return ""


def _options(word: str) -> list[str]:
    """What the nominative of a word may be; of a noun in small letters, the one that lists of nouns have."""
    guesses = [word.removesuffix(ending) + nominative for ending, nominative in _RUSSIAN if word.endswith(ending)]
    nouns = [one for one in (word, *guesses) if one in RUSSIAN.places | RUSSIAN.organisations]
    return nouns or [*guesses, word]


def _kazakh(form: str, kind: str) -> str:
    guesses = (form[:-cut] for cut in range(1, min(_LONGEST_SUFFIX, len(form) - _SHORTEST_NAME) + 1))
    return next((guess for guess in guesses if guess[-1].isalpha() and _makes(guess, form.split(), kind, "kk")), "")


def _makes(guess: str, words: list[str], kind: str, language: str) -> bool:
    """Whether the form is an oblique case of the guess."""
    from l10n.names.forms import find

    form = " ".join(words)
    return any(
        hit.span == (0, len(form)) and bool(_OBLIQUE & set(hit.analysis.features))
        for hit in find(form, language, [Term(guess, kind, sex="male" if kind == "person" else "")])
    )
