"""A table of letters: rules with contexts, tried in order of length, capitals kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from l10n.names.standards.scripts import cased, shouted


def column(letters: Iterable[str], written: str) -> dict[str, str]:
    """A row of letters and what stands for each, written as words; `-` for nothing."""
    return {letter: "" if sign == "-" else sign for letter, sign in zip(letters, written.split(), strict=True)}


def pairs(text: str) -> dict[str, str]:
    """A table written as `letter=letters`, one word each."""
    return {letter: written for letter, _, written in (pair.partition("=") for pair in text.split())}


@dataclass(frozen=True, slots=True)
class Standard:
    """One named way of writing names of one script in another."""

    name: str
    """As its users call it: `BGN/PCGN 1947`."""
    pairs: tuple[tuple[str, str], ...]
    """Source and target: `ru`, `kk-Cyrl`, `ug-Latn-x-yeziq`, script subtags wherever a language has several."""
    basis: str
    """Where the table comes from, and what is not certain in it."""
    apply: Callable[[str], str]
    """The whole name; letters that the table does not know stay."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Letters, in lower case, and what stands for them."""

    letters: str
    written: str
    after: str = ""
    """A pattern for one character before; `^` for the start of a word."""
    before: str = ""
    """A pattern for what comes after; `$` for the end of a word."""

    def pattern(self) -> str:
        """A regular expression; letters and apostrophes make words."""
        before = r"(?![^\W\d_])" if self.before == "$" else f"(?={self.before})" if self.before else ""
        after = r"(?<![^\W\d_])" if self.after == "^" else f"(?<={self.after})" if self.after else ""
        return f"{after}{re.escape(self.letters)}{before}"


@dataclass(frozen=True)
class Table:
    """Letters for letters. A rule with a context goes before one without, long letters before short ones."""

    letters: Mapping[str, str]
    rules: tuple[Rule, ...] = ()
    lower: Mapping[str, str] = field(default_factory=dict)
    """Small letters where they are not those of Unicode: `I` is `ı` in some alphabets."""
    capitals: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        plain = sorted(self.letters, key=len, reverse=True)
        parts = [f"({rule.pattern()})" for rule in self.rules] + [f"({'|'.join(map(re.escape, plain))})"]
        return re.compile("|".join(parts))

    def fold(self, text: str) -> str:
        """The text in small letters, each in its place."""
        return "".join(self.lower.get(one) or (one.lower() if len(one.lower()) == 1 else one) for one in text)

    def apply(self, text: str) -> str:
        """The text with every known letter replaced; time grows with its length."""
        small = self.fold(text)
        capitals = dict(self.capitals)
        pieces, done = [], 0
        for found in self._pattern.finditer(small):
            start, end = found.span()
            index = (found.lastindex or 1) - 1
            written = self.rules[index].written if index < len(self.rules) else self.letters[found[0]]
            upper = text[start] != small[start]
            shout = upper and (len(written) > 1 or end - start > 1) and shouted(text, start, end)
            pieces += [text[done:start], cased(written, upper, shout, capitals)]
            done = end
        return "".join([*pieces, text[done:]])
