"""What a check is given: the two texts of a segment, each with what stands in it, read once for all checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from l10n import codes, languages
from l10n.checks.lazy import lazy
from l10n.facts.clues import Clue, clues
from l10n.facts.dates import Date, dates
from l10n.facts.figures import Figure, figures, roman
from l10n.facts.literals import Literal, literals
from l10n.facts.numerals import Numeral, numerals
from l10n.facts.quoting import Quotation, quotations
from l10n.languages import Language
from l10n.model import Finding
from l10n.phrases import Phrase, shortened
from l10n.text import WORD

Span = tuple[int, int]

LONGEST_MESSAGE = 400
"""Characters; nobody reads more."""


class Word(NamedTuple):
    """A word in its place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Text:
    """One side of a segment. All offsets are those of `text`."""

    text: str
    """As in a catalog: with inline codes, `<` and `&` escaped where they would read as one."""
    locale: str
    """BCP 47."""

    @lazy
    def language(self) -> Language:
        """What is known of its language."""
        return languages.get(self.locale)

    @lazy
    def plain(self) -> str:
        """The text with a space in the place of every character of an inline code: equally long."""
        return codes.ANY.sub(lambda match: " " * len(match[0]), self.text) if "<" in self.text else self.text

    @lazy
    def literals(self) -> tuple[Literal, ...]:
        """Addresses, handles, placeholders."""
        return literals(self.plain)

    @lazy
    def bare(self) -> str:
        """`plain` with spaces in the place of literals, too: what a person says, equally long."""
        if not self.literals:
            return self.plain
        pieces, behind = [], 0
        for one in self.literals:
            if one.end > behind:  # that of an ICU choice lies around others
                start = max(one.start, behind)
                pieces += [self.plain[behind:start], " " * (one.end - start)]
                behind = one.end
        return "".join([*pieces, self.plain[behind:]])

    @lazy
    def dates(self) -> tuple[Date, ...]:
        """Days, months and weekdays."""
        return dates(self.bare, self.locale)

    @lazy
    def figures(self) -> tuple[Figure, ...]:
        """Numbers in digits, those of dates left out."""
        return figures(self.bare, self.locale, [(one.start, one.end) for one in self.dates])

    @lazy
    def romans(self) -> tuple[Figure, ...]:
        """Roman numerals."""
        return roman(self.bare)

    @lazy
    def clues(self) -> tuple[Clue, ...]:
        """Words that say a number, a unit, a side."""
        return clues(self.bare, self.locale)

    @lazy
    def numerals(self) -> tuple[Numeral, ...]:
        """Numbers in words, those of dates and figures left out."""
        dated, counted = [(one.start, one.end) for one in self.dates], [(one.start, one.end) for one in self.figures]
        taken = sorted(dated + counted)
        return numerals(self.bare, self.locale, self.clues, taken)

    @lazy
    def quotations(self) -> tuple[Quotation, ...]:
        """What stands between quotation marks."""
        return quotations(self.bare)

    @lazy
    def words(self) -> tuple[Word, ...]:
        """By text.WORD: letters and digits, joined by apostrophes, hyphens and points inside; inline codes are none."""
        return tuple(Word(match.start(), match.end(), match[0]) for match in WORD.finditer(self.plain))


@dataclass(frozen=True)
class Pair:
    """A segment as a check reads it; its target is not joined to another."""

    source: Text
    target: Text
    kind: str = "p"
    """Of its unit: headline, p, figcaption …"""
    approved: str = ""
    """The target that was approved last, where it is another one."""
    limit: int | None = None
    """Most characters that the target may have, where the settings say so."""


class Rule(NamedTuple):
    """One thing that a check says."""

    severity: str
    """One of SEVERITIES, unless the settings say otherwise."""
    says: str
    """What is wrong, in a sentence for `--explain`."""


def finding(
    check: str,
    rules: Mapping[str, Rule],
    rule: str,
    message: Phrase,
    span: Span | None = None,
    source_span: Span | None = None,
    replacement: str | None = None,
) -> Finding:
    """A finding with the severity of its rule; a check calls it by `partial(finding, NAME, RULES)`.

    What a message quotes is cut in its middle where it is long.
    """
    said = shortened(message, LONGEST_MESSAGE)
    return Finding(check, rule, rules[rule].severity, said, span, source_span, replacement)
