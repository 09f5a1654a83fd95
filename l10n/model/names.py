"""Names and terms: what a glossary holds, and where one of them stands in a text."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("person", "place", "organisation", "work", "term")
"""What a name or term names, in the order in which lists show them."""

SEXES = ("female", "male")


@dataclass(frozen=True, slots=True)
class Term:
    """One name or term, in the language of the text that is searched."""

    form: str
    """As it is written at its first mention, in the nominative: `Ильхам Тохти`."""
    kind: str = "term"
    """One of KINDS."""
    id: str = ""
    """Its form in the glossary's own language, by which renderings in all languages belong together; "" for none."""
    sex: str = ""
    """One of SEXES, or ""."""
    origin: str = ""
    """ISO 639-3 code of the language that the name comes from: `uig`, `kaz`, `zho`; "" where nobody said."""
    also: tuple[str, ...] = ()
    """Further forms that are admitted: aliases, former spellings, an acronym."""
    never: tuple[str, ...] = ()
    """Forms that are forbidden; they are found, so that they can be reported."""
    translate: bool = True
    """False: it stands in every language as in this one."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """How a mention relates to its term."""

    form: str
    """Which form of the term it is an inflected form of: the main one, one of `also`, one of `never`."""
    part: str = "whole"
    """whole; surname, given name, initials (`И. Тохти`), reversed (`Тохти Ильхам`): how a person was mentioned."""
    features: tuple[str, ...] = ()
    """What the endings say, in the words of Universal Dependencies in small letters: `plural`, `genitive`, `dative`."""
    forbidden: bool = False
    """The form is one of `never`."""
    mixed: tuple[str, ...] = ()
    """Letters of another script that only look right: `C` in `Cерік`."""
    rivals: tuple[Term | str, ...] = ()
    """Further terms that the same words may mention: two with one form, two persons of one surname."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A term that was found in a text."""

    span: tuple[int, int]
    """Half-open, in code points; the endings belong to it."""
    term: Term | str
    """As it was given."""
    analysis: Analysis
