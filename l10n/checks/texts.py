"""What a check is given beside its rules: a segment with the names in it, and what its language knows of names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from l10n.model import Mention, Term


@dataclass(frozen=True, slots=True)
class Expected:
    """A name of the glossary in the target's language."""

    term: Term
    """With the `id` by which mentions in the source name it."""
    approved: bool
    """An editor read it; what an editor has not read is not held against a translator so hard."""


class Texts(NamedTuple):
    """A segment with the names in it."""

    source: str
    target: str
    named: tuple[Mention, ...]
    """In the source; their terms have an id."""
    found: tuple[Mention, ...]
    """In the target."""


class Language(NamedTuple):
    """What the target's language knows of names; from the room of names."""

    cased: bool
    """Its script has capital letters."""
    find: Callable[[str, Term], Sequence[Mention]]
    """The mentions of one more term in a text."""
    reinflect: Callable[[Term, tuple[str, ...]], str | None]
    """The form of a term with the features of a mention."""
    forms: Callable[[Term], Sequence[str]]
    """The dictionary form of a term, and the inflected ones that are certain."""
    latin: Callable[[str], str]
    """Words in Latin letters, by the first standard of the language; "" where there is none."""
    is_given: Callable[[str], bool]
    """Readers know the word as a given name."""
    may_be_name: Callable[[str], bool]
    """The word, in the midst of a sentence, may be a name: it is no title and no word of the dictionary."""
    is_patronymic: Callable[[str], bool]
    """The word is made of a father's name."""


def id_of(mention: Mention) -> str:
    """The entry of the glossary that a mention is of."""
    assert isinstance(mention.term, Term), "names of the glossary are terms"
    return mention.term.id
