"""Verbs of news in four languages by meaning: which are denied in a text and which are affirmed.

Data: `verbs.toml`.  A denied verb is read behind the denial in English and Russian (`did not answer`, не ответил) and
in the verb or the five words behind it in Kazakh and Uyghur (жауап бермеді, жауап бере алмады).

A native reader has still to confirm: the Kazakh and Uyghur columns of verbs.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from l10n.checks.pairs import Span
from l10n.text import WORD

ALLOW = "allow"
_BETWEEN = re.compile(
    r"be|been|being|have|has|had|is|are|was|were|will|would|did|do|does|to|even|yet|ever|fully|really|also|so|far|want"
    r"|wanted"
    r"|going|planning|willing|immediately|publicly|officially"
    r"|буд[еу]т|стал[аио]?|стан[еу]т|хочет|хотят|хотел[аио]?|собира\w+|успел[аио]?|был[аио]?|бы"
)
"""Words between a denial and its verb."""
_ABLE = re.compile(r"can.*|could.*|нельзя")
"""Denials that say themselves that somebody cannot."""
_ENDS = {
    "kk": re.compile(
        r"(?:\w+ )?\w*(?:[дт][ыі]|[ғқ]ан|[гк]ен|[аеы]тын|етін)(?:м|ң|қ|к|[мб][ыі]н|[мб][ыі]з|с[ыі]ң|с[ыі]з)?"
        r"|(?:\w+ )?\w*(?:ңыз|ңіз)(?:дар|дер)?"
    ),
    "ug": re.compile(
        r"(?:\w+ )?\w*(?:دى|تى|دۇ|[غق]ان|[گك]ەن)(?:م|ڭ|ڭىز|ق|مەن|مىز|سىز|لەر)?|(?:\w+ )?\w*(?:ىمىز|ىمەن|ڭلار|ىڭ)"
    ),
    "ru": re.compile(r"\w*(?<!ть)(?<!чь)(?<!ти)(?<!ться)"),
    "en": re.compile(r"\w*"),
}
"""How a word ends that affirms something of somebody, and is no noun and no infinitive."""
_REST = re.compile(r"\w*")
_BEHIND = re.compile(r"(?:[ -]\w+){0,5}")
_SHARED = re.compile(r" [дт][ае]\b")
"""растаған да, жоққа шығарған да жоқ: one denial for two verbs."""
_NEAR = 60
"""Characters behind a denial, where its verb is looked for."""
_BEFORE = 30
"""Characters, where the words before a verb are looked for that deny it in English and Russian."""
_BREAK = re.compile(r".*[,;:.!?—»”]", re.DOTALL)


def denied(text: str, denial: Span, within: Span, locale: str) -> Iterator[str]:
    """The meanings of the verbs, one or two, that a denial in an English or Russian text denies."""
    if _ABLE.fullmatch(text, *denial):
        yield ALLOW
    if text[slice(*denial)] == "neither":
        return
    behind = denial[1]
    for word in WORD.finditer(text, denial[1], min(within[1], denial[1] + _NEAR)):
        if text[behind : word.start()].strip():
            return
        behind = word.end()
        meaning = meant(word[0], locale)
        if meaning:
            yield meaning
        if meaning != ALLOW and not _BETWEEN.fullmatch(word[0]):
            return


def told(text: str, within: Span, locale: str) -> list[str]:
    """The meanings of all verbs of an English or Russian text, each as often as it is there."""
    return [meaning for word in WORD.finditer(text, *within) if (meaning := meant(word[0], locale))]


@lru_cache(65536)
def meant(word: str, locale: str) -> str | None:
    """What an English or Russian word means."""
    match = _any(locale).fullmatch(word)
    return match.lastgroup if match else None


def standing(text: str, within: Span, meaning: str, locale: str) -> Iterator[tuple[Span, Span, bool]]:
    """Where the verb stands in a text: its place, that in which its denial may be, whether it affirms by its form."""
    language = locale.partition("-")[0]
    if (pattern := _patterns(locale).get(meaning)) is None:
        return
    for match in pattern.finditer(text, *within):
        rest = _REST.match(text, match.end(), within[1])
        end = rest.end() if rest else match.end()
        around = _around(text, (match.start(), end), within, language)
        affirms = _ENDS[language].fullmatch(text, match.start(), end) and not _SHARED.match(text, end, within[1])
        yield (match.start(), end), around, bool(affirms)


def _around(text: str, verb: Span, within: Span, language: str) -> Span:
    if language in ("kk", "ug"):
        behind = _BEHIND.match(text, verb[1], within[1])
        return verb[0], behind.end() if behind else verb[1]
    first = max(within[0], verb[0] - _BEFORE)
    pause = _BREAK.match(text, first, verb[0])
    return (pause.end() if pause else first), verb[1]


@cache
def _patterns(locale: str) -> Mapping[str, re.Pattern[str]]:
    language = locale.partition("-")[0]
    if locale.partition("-")[2] in ("Arab", "Latn", "Cyrl"):
        return {}
    end = "" if language in ("kk", "ug") else r"\b"
    return {name: re.compile(rf"\b(?:{row[language]}){end}") for name, row in _rows().items() if language in row}


@cache
def _any(locale: str) -> re.Pattern[str]:
    language = locale.partition("-")[0]
    return re.compile("|".join(f"(?P<{name}>{row[language]})" for name, row in _rows().items()))


@cache
def _rows() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_name("verbs.toml").read_text(encoding="utf-8"))
