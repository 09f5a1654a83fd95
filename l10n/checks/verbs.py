"""Verbs of news in four languages by meaning: which are denied in a text and which are affirmed.

Data: `verbs.toml`.  A denied verb is read behind the denial in English and Russian (`did not answer`, не ответил) and
in the verb or the five words behind it in Kazakh and Uyghur (жауап бермеді, жауап бере алмады).

A verb behind the noun that `no` denies stands behind `was`, `have` and the like (`no cases have been registered`); the
one before it must take a noun (`found no traces`, but no `warned no help would come`).

A native reader has still to confirm: the Kazakh and Uyghur columns of verbs.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from l10n.checks.pairs import Span
from l10n.languages import lexicon
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
        r"(?:\w+ )?\w*(?:دى|تى|دۇ|دىكەن|[غق]ان|[گك]ەن)(?:م|ڭ|ڭىز|ق|مەن|مىز|سىز|لەر)?|(?:\w+ )?\w*(?:ىمىز|ىمەن|ڭلار|ىڭ)"
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
FEW = 2
"""Words."""
_FAR = 120
"""Characters behind a denial, where its clause ends at the latest."""
_BEFORE = 30
"""Characters, where the words before a verb are looked for that deny it in English and Russian."""
_BREAK = re.compile(r".*[,;:.!?—»”]", re.DOTALL)


_AUXILIARY = lexicon("is are was were be been has have had will would did do does could can")
_OF_NOUNS = frozenset(["no", "none", "nobody", "no one", "nothing"])
_STOPS = lexicon("who whom whose that which what where when how if to for and or but because than")
_CLAUSAL = lexicon(
    "warn promise know trust confirm admit explain decide prove fear agree hear understand notice see remember ask",
    "demand learn forget plan want complain allow happen answer",
)
"""Verbs behind which a whole clause may stand."""
_FOCUS = {
    "en": re.compile(
        r"\b(?:(?:on|in) time|alone|easily|enough|until|till|before|immediately|right away|at once|every\w*|all"
        r"|any\w* but|well|together|fast|badly|as \w+ as|many|much|more|rather|instead|but (?:by|in|on|at|with|from"
        r"|to|for|of|as|the|an?|only|rather)|only|often"
        r"|always|up|with|directly|fully|entirely|first|himself|herself|themselves)\b"
    ),
    "ru": re.compile(
        r"\b(?:вовремя|сразу|вс[её]|всех|всем|кажд\w+|только|раньше|до|пока|од(?:ин|на|ни)|полностью|целиком"
        r"|легко|часто|всегда|сам[аио]?|напрямую|сначала|а (?:в|во|на|с|со|из|от|для|за|по|к|ко|как|только))\b"
    ),
}
"""What a denial may deny in the stead of the verb: they did not come alone."""
_ADJUNCT = {
    "en": re.compile(
        r"(?: (?:be|been|being|have|to)){0,3} (?:vot\w+ (?:for|against)|\w+ (?:at|by|in|as|from|like|under|through))\b"
    ),
    "ru": re.compile(r" \w+ (?:в|во|как|из|под)\b"),
}
"""The words behind a denial that may deny the place, the time or the way: they do not live in the city."""
_OTHERS_DO = re.compile(
    r"\b(?:but|while|though|and) (?:\w+ ){1,4}(?:did|does|do|has|have|will|would|can|could|is|are|was"
    r"|were)(?=[.,;!?»”\"]|$)"
)
"""She did not answer, but her son did."""
_RAISED = lexicon("want wait trust plan demand ask promise decide agree learn try understand")
"""Verbs with which a denial may stand that others say of the verb behind: they do not want prices to rise."""
_CLAUSE_END = re.compile(r"(?!, (?:but|а) |, as \w+ \w+,)[,;:.!?—]")


def is_focused(text: str, denial: Span, within: Span, locale: str) -> bool:
    """The clause says how, when or how many, and the denial may be of that."""
    language = locale.partition("-")[0]
    if language not in _FOCUS:
        return False
    last = min(within[1], denial[1] + _FAR)
    if _ADJUNCT[language].match(text, denial[1], last) or _OTHERS_DO.search(text, denial[1], last):
        return True
    pause = _CLAUSE_END.search(text, denial[1], last)
    return _FOCUS[language].search(text, denial[1], pause.start() if pause else last) is not None


def is_raised(meaning: str) -> bool:
    """A denial beside the verb may be that of the verb behind."""
    return meaning in _RAISED


def denies_noun(text: str, denial: Span) -> bool:
    """It denies a noun and not a verb: `no`, `nobody`."""
    return text[slice(*denial)] in _OF_NOUNS


def beside_noun(text: str, denial: Span, within: Span, locale: str) -> Iterator[str]:
    """The meanings of the verbs of which a denied noun is the object or the subject."""
    before = text[max(within[0], denial[0] - _BEFORE) : denial[0]].split(" ")
    if len(before) > FEW and not before[-1] and (meaning := meant(before[-2], locale)) and meaning not in _CLAUSAL:
        yield meaning
    behind, auxiliary = denial[1], False
    for word in WORD.finditer(text, denial[1], min(within[1], denial[1] + _NEAR)):
        if text[behind : word.start()].strip() or word[0] in _STOPS:
            return
        behind = word.end()
        if auxiliary and (meaning := meant(word[0], locale)) and meaning != ALLOW:
            yield meaning
            return
        auxiliary = word[0] in _AUXILIARY or (auxiliary and bool(_BETWEEN.fullmatch(word[0])))


def without(text: str, within: Span, locale: str) -> Iterator[tuple[str, Span]]:
    """The meanings that a text denies by a word made for it (`illegal`), and the places of these words."""
    for meaning, pattern in _denying(locale):
        if match := pattern.search(text, *within):
            yield meaning, (match.start(), match.end())


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
        ending = is_predicate(meaning) or _ENDS[language].fullmatch(text, match.start(), end)
        affirms = ending and not _SHARED.match(text, end, within[1])
        yield (match.start(), end), around, bool(affirms)


def is_predicate(meaning: str) -> bool:
    """It is no verb but what somebody is: guilty."""
    return "predicate" in _rows()[meaning]


def is_of(text: str, denial: Span, verb: Span, around: Span) -> bool:
    """The denial is that of the verb: before it, in it, or the very next word behind it."""
    if not around[0] <= denial[1] <= around[1]:
        return False
    return denial[0] <= verb[1] or not text[verb[1] : denial[0]].strip()


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
    return re.compile("|".join(f"(?P<{name}>{row[language]})" for name, row in _rows().items() if language in row))


@cache
def _denying(locale: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    language = locale.partition("-")[0]
    words = ((name, row["un"].get(language)) for name, row in _rows().items() if "un" in row)
    return tuple((name, re.compile(rf"\b(?:{word})\b")) for name, word in words if word)


@cache
def _rows() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("verbs.toml").read_text(encoding="utf-8"))
