"""Speech: which quotations of a text are somebody's words, and what beside them says so; for the check `quotations`.

Verbs of saying are those of the language's facts.  English puts them beside the quotation; Russian and Kazakh set a
dash or a colon there; Kazakh and Uyghur close with деп, دەپ.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from l10n.checks.pairs import Text
from l10n.facts.quoting import Quotation
from l10n.facts.spans import meaning

SPOKEN_WORDS = 4
"""A quotation as long as this, and no title, is speech."""
SPEAKER_WORDS = 6
"""Words that name a speaker and say that he spoke."""
BESIDE = 60
"""Characters in which a word of saying is beside a quotation."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_STOP = re.compile(r"[.!?؟…](?=\s)")
_INSIDE = re.compile(r"[,.!?؟،…»”]\s?[—–-]\s")
"""A dash inside a quotation: the speaker is named there, and speech goes on behind."""
_OUTSIDE = re.compile(r"[»”\"],?\s?[—–-]\s|:\s?[«“„\"]|[»”\"]\s(?:деп|деді|дейді|деген|دە|دې)")
_TURN = re.compile(r"(?:^|[.!?؟…:])\s?[—–-]\s")
_OPENING = re.compile(r"\s*[—–-]\s")
_AFTER = re.compile(r"\s*,?\s?[—–-]?\s?(?:деп|дейді|деді|دەپ|دېدى|دەيدۇ)(?!\w)|\s*,?\s?[—–]\s[^\W\d_]")
_CALLS = re.compile(
    r"\b(?<!so.)(?:call(?:ed|s|ing)|describ(?:ed|es|ing)|chant\w*|shout\w*|exclaim\w*|jok(?:ed|es)"
    r"|graffiti|slogans?|banners?)\b"
)
"""Further English words beside quoted ones, which state nothing."""


@dataclass(frozen=True)
class Speech:
    """The quotations of a text, and what says whose they are."""

    text: Text

    @property
    def quoted(self) -> Sequence[Quotation]:
        """All of them."""
        return self.text.quotations

    @cached_property
    def groups(self) -> list[Quotation]:
        """One of each quotation that a speaker parts: `“…,” he said, “…”`."""
        found: list[Quotation] = list(self.quoted[:1])
        for before, one in pairwise(self.quoted):
            between = self.text.bare[before.end : one.start]
            if len(_WORD.findall(between, 0, 2 * BESIDE)) < 2 or not self._parts(before, between):
                found.append(one)
        return found

    def _parts(self, before: Quotation, between: str) -> bool:
        """What stands between two quotations is the speaker of both."""
        ends = self.text.bare[before.end - 2 : before.end - 1]
        return ends in ",.!?…؟،" or between.lstrip()[:1] in ",—–-،" or _says(between, self.text.locale)

    @cached_property
    def most(self) -> int:
        """As many quotations as there may be: a dash inside one opens another."""
        inside = sum(len(_INSIDE.findall(self.text.bare, one.start, one.end)) for one in self.quoted)
        is_turned = not self.quoted or self.quoted[0].is_dash or _OPENING.match(self.text.bare) is not None
        turns = len(_TURN.findall(self.text.bare)) if is_turned else 0
        return len(self.quoted) + inside + turns

    @cached_property
    def covered(self) -> float:
        """Share of the words that are quoted."""
        quoted = sum(len(one.words) for one in self.quoted)
        return quoted / max(1, quoted, len(_WORD.findall(self.text.bare)))

    @property
    def is_dialogue(self) -> bool:
        """A dash opens speech."""
        return any(one.is_dash for one in self.quoted) or _TURN.search(self.text.bare) is not None

    @cached_property
    def says(self) -> bool:
        """Something says whose words are quoted: a word of saying, a dash, a colon."""
        text = self.text.bare
        if _OUTSIDE.search(text) or any(_INSIDE.search(text, one.start, one.end) for one in self.quoted):
            return True
        return _says(text, self.text.locale)

    @property
    def ends_with_speaker(self) -> bool:
        """The text ends with who said it, behind a comma: speech, though no mark says so."""
        text = self.text.bare
        comma = max(text.rfind(",", -BESIDE), text.rfind("،", -BESIDE))
        return comma > 0 and len(text[comma:].split()) <= SPEAKER_WORDS and _says(text[comma:], self.text.locale)

    def attributes(self, one: Quotation) -> bool:
        """A word of saying is beside a quotation, in the same sentence."""
        return _says(_after(self.text.bare, one), self.text.locale) or _says(
            _before(self.text.bare, one), self.text.locale
        )

    def introduces(self, one: Quotation) -> bool:
        """What stands beside a quotation leaves no doubt that it is speech."""
        text = self.text.bare
        if _AFTER.match(text, one.end):
            return _says(_after(text, one), self.text.locale)
        ahead = text[max(0, one.start - 2) : one.start].rstrip()
        return ahead.endswith(":") and _says(_before(text, one), self.text.locale)


def read(text: Text) -> Speech:
    """The speech of a text."""
    return Speech(text)


def is_said(text: Text, one: Quotation) -> bool:
    """The quotation is speech: long enough and no title, or a word of saying is beside it."""
    if one.is_dash:
        return True
    if len(one.words) >= SPOKEN_WORDS and not one.is_title:
        return True
    if text.bare[max(0, one.start - 2) : one.start].rstrip().endswith(":") and one.start > 2:
        return True
    return not (one.is_title and len(one.words) > 1) and Speech(text).attributes(one)


def _after(text: str, one: Quotation) -> str:
    behind = text[one.end : one.end + BESIDE]
    stop = _STOP.search(behind)
    return behind[: stop.start()] if stop else behind


def _before(text: str, one: Quotation) -> str:
    ahead = text[max(0, one.start - BESIDE) : one.start]
    stops = [*_STOP.finditer(ahead)]
    return ahead[stops[-1].end() :] if stops else ahead


def _says(text: str, locale: str) -> bool:
    language = locale.partition("-")[0]
    if language == "en" and _CALLS.search(text):
        return True
    return any(meaning(word, language)[0] in ("saying", "source") for word in _WORD.findall(text))
