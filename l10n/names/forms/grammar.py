"""What a language says of its inflected words: the interface between `matching.py` and `russian.py`, `kazakh.py` …

A language is a module. It says (a) which words of a name take endings, `plan`; (b) under which beginnings the
inflected forms of a word may be found, `keys`; (c) what the endings of a word of the text say if it is a form of
a word of a name, `readings`, `ending` and `agree`; (d) how a name is inflected, `inflect`.

Words come to `keys`, `readings` and `ending` folded (`letters.fold`): small letters, one script, the language's
LOOKALIKES and EQUALS applied, apostrophes `'`, hyphens `-`. A compound (`нұр-сұлтан`) is one word. The capital
letters of a text are looked at elsewhere. All functions are pure: what they say of a pair of words is remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

Features = tuple[str, ...]
"""Words of Universal Dependencies in small letters, in the order of the endings: `("plural", "genitive")`; () says
that nothing was added to the dictionary form."""

Readings = tuple[Features, ...]
"""All that a form may be, the likeliest first; () where the word is no form of the other."""

FIXED = "fixed"
"""How a word inflects that takes no ending in this name."""
INFLECTED = "inflected"
"""How a word inflects that takes endings; a language may have finer words of its own."""


class Name(NamedTuple):
    """What is known of a name beside its words."""

    kind: str = ""
    """One of model.KINDS; "" where a plain string was given."""
    sex: str = ""
    """`female`, `male` or ""."""
    origin: str = ""
    """ISO 639-3, or ""."""


class Grammar(Protocol):
    """One language in one script."""

    @property
    def CASED(self) -> bool:  # noqa: N802 # a constant of a module
        """The script has capital letters."""
        ...

    @property
    def LOOKALIKES(self) -> Mapping[int, str]:  # noqa: N802
        """Letters of the same script that stand for another by mistake, for str.translate; reported when met."""
        ...

    @property
    def EQUALS(self) -> Mapping[int, str]:  # noqa: N802
        """Small letters that may be written for another without a mistake, for str.translate."""
        ...

    def plan(self, words: Sequence[str], name: Name) -> tuple[str, ...]:
        """How each word of a name inflects: FIXED, INFLECTED, or a word of the language's own that `keys` and
        `readings` get back. Words are as they are written in the name, not folded."""
        ...

    def keys(self, base: str, how: str) -> Iterable[str]:
        """Beginnings, one of which every form of the word has; the longer, the faster."""
        ...

    def readings(self, word: str, base: str, how: str) -> Readings:
        """What a word of the text may be as a form of the base; () where it is none."""
        ...

    def ending(self, suffix: str, base: str) -> Readings:
        """What an ending says that is written apart from the base or after a hyphen: `АҚШ-пен`, `UNESCO نىڭ`."""
        ...

    def apart(self, base: str) -> bool:
        """An ending may follow this word after a space."""
        ...

    def loses_capital(self, how: str, features: Features) -> bool:
        """The form is written with a small letter though its name has a capital: `алматылықтар`, of `Алматы`."""
        ...

    def agree(self, readings: Sequence[Readings]) -> Features | None:
        """What the words of one name say together; None where they contradict one another. Never empty input."""
        ...

    def is_ordinary(self, word: str) -> bool:
        """In small letters this is a word of the language and no name without its capital."""
        ...

    def is_person(self, words: Sequence[str]) -> bool:
        """These two or more words, of which nobody said what they name, are a person's."""
        ...

    def inflect(self, words: Sequence[str], case: str, name: Name) -> Sequence[str] | None:
        """The words of a name in a case (one of CASES), each as it is then written; None where unsure."""
        ...

    def reinflect(self, words: Sequence[str], features: Features, name: Name) -> Sequence[str] | None:
        """The words of a name with the features that another one had; None where unsure."""
        ...


CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "locative", "ablative")
"""Cases that can be asked for; `prepositional` is another name of the Russian locative."""


def last_only(words: Sequence[str], name: Name) -> tuple[str, ...]:
    """A plan: the last word of a name takes the endings (Kazakh, Uyghur, English)."""
    return (FIXED,) * (len(words) - 1) + (INFLECTED,)


def last_says(readings: Sequence[Readings]) -> Features | None:
    """An agreement: only the last word says something."""
    return readings[-1][0]


def by_cases(
    inflect: Callable[[Sequence[str], str, Name], Sequence[str] | None],
    words: Sequence[str],
    features: Features,
    name: Name,
) -> Sequence[str] | None:
    """A name with features that are the cases a form may be, all of which must be one form of this name, too."""
    if set(features) - set(CASES):
        return None
    made = [inflect(words, case, name) for case in features or ("nominative",)]
    return made[0] if all(one == made[0] for one in made) else None
