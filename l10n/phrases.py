"""Sentences that can be said again in another language.

    why = phrase("`{name}` is missing: the glossary says `{form}`", name="Astana", form="Астана")

`why` is English, a `str` like any other, for the command line, files and programs.  It knows besides what it was made
of, so that a page says it in the language of whoever reads it: `again(why, translations)`.  Patterns are literals, for
the catalogs are made from them (`.ci/words.py`); what is put in is quoted between backticks, and never translated,
unless it is such a sentence itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial, reduce
from gettext import NullTranslations

Value = str | int | float


class Phrase(str):
    """A sentence in English, with its pattern and what was put into it."""

    __slots__ = ("context", "pattern", "values")

    context: str
    """Of a word that means something else elsewhere, as `pgettext` takes it; else ""."""
    pattern: str
    values: Mapping[str, Value]

    def __new__(
        cls, text: str, pattern: str = "", values: Mapping[str, Value] | None = None, context: str = ""
    ) -> Phrase:
        made = super().__new__(cls, text)
        made.context, made.pattern, made.values = context, pattern, values or {}
        return made


def phrase(pattern: str, /, **values: Value) -> Phrase:
    """A sentence; braces of its own are doubled, as `str.format` has it."""
    return Phrase(pattern.format(**values), pattern, values)


def word(context: str, said: str) -> Phrase:
    """A word of ours that stands inside a sentence: a state, a severity."""
    return Phrase(said, said, context=context)


def alternatives(some: Iterable[str]) -> str:
    """`a`, or `b`, or `c`: one of these is meant."""
    return reduce(lambda first, other: phrase("{first} or {other}", first=first, other=other), some)


def together(some: Iterable[str]) -> str:
    """Several things that are said of one: a; b; c."""
    return reduce(lambda first, other: phrase("{first}; {other}", first=first, other=other), some)


def listed(some: Iterable[str]) -> str:
    """Several in one sentence: a, b, c."""
    return reduce(lambda first, other: phrase("{first}, {other}", first=first, other=other), some)


STEP = 10
"""Characters by which what is put in is made shorter and shorter."""


def shortened(said: Phrase, longest: int) -> Phrase:
    """The same in so many characters at most: texts that were put into it are cut in their middle."""
    if len(said) <= longest:
        return said
    tried = (changed(said, partial(_cut, most=most)) for most in range(longest, 0, -STEP))
    return next((one for one in tried if len(one) <= longest), said)


def changed(said: Phrase, change: Callable[[str], str]) -> Phrase:
    """The same with other texts put in, those of phrases inside it included."""
    values = {name: _changed(value, change) for name, value in said.values.items()}
    return Phrase(said.pattern.format(**values), said.pattern, values, said.context) if values else said


def _changed(value: Value, change: Callable[[str], str]) -> Value:
    if isinstance(value, Phrase):
        return changed(value, change)
    return change(value) if isinstance(value, str) else value


def _cut(text: str, most: int) -> str:
    return f"{text[: most // 2]}…{text[-(most // 2) :]}" if len(text) > most else text


def again(text: str, translations: NullTranslations) -> str:
    """The same in another language; what is no such sentence stays as it is."""
    if not isinstance(text, Phrase):
        return text
    if text.context:
        return translations.pgettext(text.context, text.pattern)
    values = {name: again(one, translations) if isinstance(one, str) else one for name, one in text.values.items()}
    return translations.gettext(text.pattern).format(**values)
