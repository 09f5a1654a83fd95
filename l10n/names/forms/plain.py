"""A language of which nothing is known: names are found as they are written, capitals apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from l10n.names.forms.grammar import FIXED, Features, Name, Readings, by_cases, last_says

CASED = True
LOOKALIKES: Mapping[int, str] = {}
EQUALS: Mapping[int, str] = {}

agree = last_says


def plan(words: Sequence[str], name: Name) -> tuple[str, ...]:
    """No word takes an ending."""
    return (FIXED,) * len(words)


def keys(base: str, how: str) -> tuple[str, ...]:
    """The word itself."""
    return (base,)


def readings(word: str, base: str, how: str) -> Readings:
    """The word itself."""
    return ((),) if word == base else ()


def ending(suffix: str, base: str) -> Readings:
    """None is known."""
    return ()


def apart(base: str) -> bool:
    """Never."""
    return False


def loses_capital(how: str, features: Features) -> bool:
    """Never."""
    return False


def is_ordinary(word: str) -> bool:
    """Without a dictionary every word in small letters is."""
    return True


def is_person(words: Sequence[str]) -> bool:
    """Nobody can tell."""
    return False


def inflect(words: Sequence[str], case: str, name: Name) -> Sequence[str] | None:
    """The nominative is known."""
    return words if case == "nominative" else None


def reinflect(words: Sequence[str], features: Features, name: Name) -> Sequence[str] | None:
    """A form that may be several cases is made where they are one form again."""
    return by_cases(inflect, words, features, name)
