"""The likeliest nominative of a name that an article has only in another case: Russian and Kazakh.

A nominative is a guess that is taken when the language's grammar makes the form of it, and the article does not have
the name otherwise; an editor sees both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from l10n.model import Term
from l10n.names.discovery import knowledge, russian_nominative
from l10n.names.discovery.lexicon import KAZAKH

_LONGEST_SUFFIX = 6
_SHORTEST_NAME = 3
LONGEST = 8
"""Words of a name whose nominative is looked for."""
_OBLIQUE = frozenset(["genitive", "dative", "accusative", "instrumental", "locative", "ablative"])


def of(form: str, kind: str, language: str, near: Sequence[tuple[str, ...]] = ()) -> str:
    """A nominative of which this is another case; "" where there is none, or the form may be the nominative itself.

    near: for each mention the words before it, in small letters.
    """
    words = form.split()
    base = language.partition("-")[0]
    if not words or len(words) > LONGEST or base not in ("ru", "kk"):
        return ""
    listed = knowledge.of(language).listed_as(form)
    if listed:
        return listed if listed != form else ""
    if base == "ru":
        return russian_nominative.of(words, kind, near)
    return _kazakh(form, kind) if kind in ("person", "place", "term") and len(words) < 4 else ""


_HORDE = re.compile("орда$", re.IGNORECASE)
"""`Ақорда`, `Қызылорда`: what looks like a locative is the word for a seat of power."""


def _kazakh(form: str, kind: str) -> str:
    if _HORDE.search(form):
        return ""
    for cut in range(1, min(_LONGEST_SUFFIX, len(form) - _SHORTEST_NAME) + 1):
        guess, suffix = form[:-cut], form[-cut:]
        if suffix.endswith(KAZAKH.cases) and guess[-1].isalpha() and _makes(guess, form.split(), kind, "kk"):
            return guess
    return ""


def _makes(guess: str, words: list[str], kind: str, language: str) -> bool:
    """Whether the form is an oblique case of the guess."""
    from l10n.names.forms import find

    form = " ".join(words)
    return any(
        hit.span == (0, len(form)) and bool(_OBLIQUE & set(hit.analysis.features))
        for hit in find(form, language, [Term(guess, kind, sex="male" if kind == "person" else "")])
    )
