"""Entities: names of an original that disagree with one another, with the glossary, or with its script.

ITS 2.0 type: inconsistent-entities.  Reads a whole article before anybody translates it: a name misspelt once would be
looked up, rendered and approved three times.  Quiet on purpose: names that only look alike; forms that the glossary
admits.  What disagrees is found by the room of names (`l10n names` lists it, too).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from l10n.checks.pairs import Rule, finding
from l10n.model import Finding
from l10n.phrases import Phrase, phrase

RULES = {"spelling": Rule("warning", "A name is spelt otherwise than elsewhere in the article, or than it should be.")}
_say = partial(finding, "entities", RULES)


def spelling(texts: Sequence[str], form: str, reason: Phrase, better: str = "") -> Iterator[tuple[int, Finding]]:
    """The places of a doubtful form in these texts, by the numbers of the texts."""
    words = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, form.split())) + r"(?!\w)")
    message = disagrees(form, reason, better)
    for number, text in enumerate(texts):
        for match in words.finditer(text):
            yield number, _say("spelling", message, match.span())


def disagrees(form: str, reason: Phrase, better: str) -> Phrase:
    """What is said of a doubtful form. better: what should stand there, or ""."""
    if better:
        return phrase("`{form}`: {reason}; better `{better}`", form=form, reason=reason, better=better)
    return phrase("`{form}`: {reason}", form=form, reason=reason)
