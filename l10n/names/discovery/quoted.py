"""Names in quotation marks beside the noun that says what they are: ТОО «Степь», «Нұр Отан» партиясы, the film “Dawn”.

A quotation alone is no name; what counts is a noun of organisations or works that touches it: before it in English
and Russian, before or behind it in Kazakh and Uyghur.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n import codes
from l10n.names.discovery.kinds import Part
from l10n.names.discovery.lexicon import Around
from l10n.names.discovery.sequences import heads
from l10n.phrases import phrase

_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"]{2,80})[»”“\"]")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_BEFORE = re.compile(r"([^\W\d_][\w-]*)[ \u00a0]$")
_BEHIND = re.compile(r"[ \u00a0]?([^\W\d_][\w-]*)")

MOST_WORDS = 7
"""Words of a name; more are a quotation."""


def parts(text: str, around: Around) -> Iterator[Part]:
    """The names in quotation marks, in order, without their marks."""
    plain = codes.ANY.sub(lambda match: " " * len(match[0]), text)
    for match in _QUOTED.finditer(plain):
        form = match[1].strip()
        words = tuple(form.split())
        if not _WORD.match(form) or form[0].islower() or len(words) > MOST_WORDS or form[-1] in ".,!?…;:":
            continue
        told = _told(plain[: match.start()], plain[match.end() :], around)
        if told:
            start = match.start(1) + match[1].index(form)
            yield Part(words, start, start + len(form), *told)


def _told(before: str, behind: str, around: Around) -> tuple[str, str] | None:
    """The kind that a noun beside a quotation says, and why."""
    nouns = [match[1] for match in (_BEFORE.search(before[-40:]),) if match]
    if around.nouns_behind:
        nouns += [match[1] for match in (_BEHIND.match(behind),) if match]
    for noun in nouns:
        for kind, listed in (
            ("work", around.works),
            ("organisation", around.organisations),
            ("organisation", around.firms),
            ("place", around.places),
        ):
            if heads(noun, listed, around):
                return kind, phrase("`{word}` beside it", word=noun)
    return None
