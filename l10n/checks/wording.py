"""Wording: sentences that several checks say, and languages as sentences name them."""

from __future__ import annotations

from l10n import languages
from l10n.phrases import Phrase, phrase, word

ANOTHER = word("written in", "another language")
_WRITTEN_IN = (
    word("written in", "English"),
    word("written in", "Kazakh"),
    word("written in", "Russian"),
    word("written in", "Uyghur"),
)
_LETTERS_OF = (
    word("letters of", "English"),
    word("letters of", "Kazakh"),
    word("letters of", "Russian"),
    word("letters of", "Uyghur"),
)


def not_in_target(said: str) -> Phrase:
    """Of words of the source."""
    return phrase("`{said}` of the source is not in the target", said=said)


def not_in_source(said: str) -> Phrase:
    """Of words of the target."""
    return phrase("`{said}` is not in the source", said=said)


def differs(said: str, here: str) -> Phrase:
    """Of words of the source, and of those of the target that stand for them."""
    return phrase("the source says `{said}`, the target says `{here}`", said=said, here=here)


def written_in(locale: str) -> str:
    """The language as it is named where something is written in it; one that is not ours keeps its English name."""
    return _named(locale, _WRITTEN_IN)


def letters_of(locale: str) -> str:
    """The same where letters are said to be its own."""
    return _named(locale, _LETTERS_OF)


def _named(locale: str, ours: tuple[Phrase, ...]) -> str:
    name = languages.get(locale).name
    return next((one for one in ours if one == name), name)
