"""Acronyms: what of the source's is not in the target, neither short nor written out, and what stands there instead.

Known ones are in `acronyms.toml`.  Of others those are missed that the source gives in brackets behind what they stand
for, `the World Bank (WB)`, where the target has fewer brackets and fewer acronyms.  Another one stands there if the
target has a known one of which the source has neither the letters nor a word, or the letters of one of the source in
another order, or a known one with a letter changed.  Quiet on purpose: sources that say `the ministry`, `the bank`, and
mean what an earlier sentence named; acronyms of a sum of money.

A native reader has still to confirm: the Kazakh and Uyghur columns of acronyms.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from operator import ne
from pathlib import Path
from typing import NamedTuple

from l10n.checks import tongues
from l10n.checks.pairs import Pair, Span
from l10n.checks.wording import differs, not_in_target
from l10n.phrases import Phrase, phrase


class Doubt(NamedTuple):
    """An acronym that is missing, or another one."""

    says: Phrase
    span: Span | None
    """In the target, where another one stands there."""
    source_span: Span | None


class Forms(NamedTuple):
    """What stands for an acronym in a language."""

    acronyms: tuple[str, ...]
    """In capitals."""
    short: re.Pattern[str]
    """The same as words."""
    stems: tuple[str, ...]
    """Of what is written out, in small letters."""

    def stands_in(self, text: str) -> bool:
        """One of them does."""
        if self.short.search(text):
            return True
        lower = text.lower()
        return any(stem in lower for stem in self.stems)


_CAPITALS = "A-Z\u0410-\u042f\u0401\u04d8\u0492\u049a\u04a2\u04e8\u04b0\u04ae\u04ba\u0406"
_ACRONYM = re.compile(
    r"(?<![\w.-])(?:[A-Z]{2,6}(?=s\b)|[A-Z]{2,6}(?!\w)|(?:[A-Z]\.){2,4}(?!\w))(?!-(?!(?:trained|funded|backed|led|run)\b))"
    r"|(?<![\w-])[\u0410-\u042f\u0401](?:[\u0410-\u042f\u0401]{1,5}|[\u0430-\u044f]{1,3}[\u0410-\u042f]{2})(?!\w|-[^\u0430-\u044f])"
)
_SHORT = re.compile(
    rf"(?<![^\W_])(?:[{_CAPITALS}]{{2,8}}|[\u0410-\u042f\u0401\u049a][\u0430-\u044f\u049b]{{1,3}}[{_CAPITALS}]{{2}})(?![^\W_])"
    "|(?<![^\\W_])\u0626?[\u0627-\u06d5](?: \u0626?[\u0627-\u06d5]){2,4}(?![^\\W_])"
)
"""Acronyms of a target."""
_LATIN = re.compile(r"(?<![^\W_])[A-Z]{2,8}(?=s?(?![^\W_]))")
_WORD = re.compile(r"[^\W_]+")
_ROMAN = re.compile("[IVXLCM]*[IVX][IVXLCM]*+")
_DOTTED = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,4}")
_PLURAL = "[\u0430-\u044fs]{0,3}"
"""How acronyms end in English and Russian: `NGOs`, `ЦОНы`."""
_GENERIC = re.compile(
    r"\b[Tt]he (?:ministry|bank|fund|organi[sz]ation|union|bloc|committee|commission|agency|court|alliance|watchdog"
    r"|company|group|plant|station|department|office|programme|program|body)\b"
    r"|(?:министерств|ведомств|банк|фонд|организаци|союз|комитет|комисси|агентств|суд|альянс)[\u0430-\u044f]{0,3}"
    r"(?=[.,;:!?»]| (?:не|сообщ|заяв|отме|уточн|добав|поясн|подчерк|объяс|подтвер|опроверг))"
)
"""Words by which a source calls again what it named before."""
_OF_MONEY = re.compile(r"\.? (?:dollars?|cents?)\b")
"""What a country's acronym is the unit of: `16 US cents`."""
MANY = 20
"""Acronyms of a target that are looked at; no real segment has so many."""
NEAR = 3
"""Letters of an acronym from which one of them may be wrong."""
LONGEST_WORD = 40
"""Letters before a bracket that are read."""
_MAY_BE = re.compile(r"[A-Z\u0401\u0410-\u042f](?:[A-Z\u0401\u0410-\u042f]|\.[A-Z])")
_BRACKETS = re.compile(rf"\(([{_CAPITALS}]{{2,8}})\)")
_ANY = re.compile(
    rf"(?<![^\W_])[{_CAPITALS}]{{2,8}}(?![^\W_])"
    "|(?<![^\\W_])\u0626?[\u0627-\u06d5](?: \u0626?[\u0627-\u06d5]){1,4}(?![^\\W_])"
)
"""Acronyms as they are written in the four languages: in capitals, and letter by letter."""


def found(pair: Pair) -> Iterator[Doubt]:
    """What is missing, and what stands in its place."""
    source, target = pair.source.bare, pair.target.bare
    if source.isupper():
        return
    languages = (pair.source.locale.partition("-")[0], pair.target.locale.partition("-")[0])
    known = acronyms(*languages)
    seen: set[str] = set()
    for match in _ACRONYM.finditer(source) if known and _MAY_BE.search(source) else ():
        name = match[0].replace(".", "")
        if name in seen or name not in known or _OF_MONEY.match(source, match.end()):
            continue
        seen.add(name)
        own = known[name].acronyms
        if languages == ("ru", "kk") and own and name not in own and (left := _word(name).search(_unquoted(target))):
            message = phrase("`{name}` was left in Russian, in Kazakh it is `{own}`", name=name, own=own[0])
            yield Doubt(message, left.span(), match.span())
            return
        if not known[name].stands_in(target) and name not in target:
            yield Doubt(not_in_target(match[0]), None, match.span())
            return
    if languages[0] == languages[1]:
        return
    said = list(_in_brackets(source, target, languages, known)) if "(" in source else []
    yield from said or islice(_others(source, target, languages), 1)


def _in_brackets(source: str, target: str, languages: tuple[str, str], known: Mapping[str, Forms]) -> Iterator[Doubt]:
    introduced = list(_BRACKETS.finditer(source))
    if not introduced:
        return
    there = list(_BRACKETS.finditer(target))
    if len(introduced) == len(there) == 1:
        name, other = introduced[0][1], there[0][1]
        if _is_other(name, other, source, languages):
            yield Doubt(differs(name, other), there[0].span(1), introduced[0].span(1))
        return
    if target.count("(") >= source.count("(") or len(_ANY.findall(target)) >= len(_ANY.findall(source)):
        return
    for match in introduced:
        name = match[1]
        if not _is_introduced(source, match) and name in known and known[name].stands_in(target):
            continue
        if name not in target and not (name in known and known[name].short.search(target)):
            yield Doubt(not_in_target(name), None, match.span(1))


def _others(source: str, target: str, languages: tuple[str, str]) -> Iterator[Doubt]:
    """Acronyms of the target for which nothing of the source stands."""
    is_title = target.isupper() and languages[1] != "ug"
    if languages[0] not in ("en", "ru") or is_title or _SHORT.search(target) is None:
        return
    rows, known = _targets(*languages), acronyms(*languages)
    plain = _DOTTED.sub(lambda match: match[0].replace(".", ""), source)
    own = frozenset(match[0] for match in _LATIN.finditer(plain))
    words = own.union(_WORD.findall(plain))
    said = (match[0] for match in _ACRONYM.finditer(plain))
    known_forms = frozenset(form for one in said if one in known for form in known[one].acronyms)
    seen: set[str] = set()
    for match in _SHORT.finditer(target):
        name = match[0]
        if name in words or name in seen or _ROMAN.fullmatch(name):
            continue
        seen.add(name)
        if len(seen) > MANY:
            return
        if name in rows:
            is_other = not any(_stands(row, plain) for row in rows[name]) and _GENERIC.search(source) is None
        else:
            alike = own if name.isascii() else known_forms if languages[1] == "ru" else ()
            is_other = any(_is_alike(name, one) and one not in target for one in alike)
        if is_other:
            yield Doubt(phrase("`{name}` stands for nothing that the source says", name=name), match.span(), None)


def _is_alike(name: str, other: str) -> bool:
    """The same letters in another order, or, in those of Cyrillic, all but one of three or more."""
    if len(name) != len(other):
        return False
    if sorted(name) == sorted(other):
        return True
    return len(name) >= NEAR and not name.isascii() and sum(map(ne, name, other)) == 1


def _stands(row: Row, source: str) -> bool:
    return row.source.stands_in(source) or any(hint in source for hint in row.hints)


def _unquoted(text: str) -> str:
    """Titles may stay in the language of the source."""
    return tongues.QUOTED.sub(lambda match: " " * len(match[0]), text)


@cache
def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![^\W_])")


def _is_introduced(source: str, match: re.Match[str]) -> bool:
    """The word before the bracket begins with the first or last letter: the World Bank (WB), KazMunayGas (KMG), but not
    Regulation (EU)."""
    before = source[max(0, match.start() - LONGEST_WORD) : match.start()].split()
    word = before[-1] if before else ""
    return bool(word) and word[0].lower() in (match[1][0].lower(), match[1][-1].lower())


def _is_other(name: str, other: str, source: str, languages: tuple[str, str]) -> bool:
    """In the target's language an acronym stands for something else than the one of the source, and the source has no
    word of it."""
    rows = [row for row in _rows() if other in row.get(languages[1], ())]
    lower = source.lower()
    return bool(rows) and all(
        any(map(is_short, row.get(languages[0], ())))
        and not any(name == form or (not is_short(form) and form in lower) for form in row[languages[0]])
        for row in rows
    )


@cache
def _rows() -> tuple[Mapping[str, Sequence[str]], ...]:
    return tuple(tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["acronym"])


@cache
def acronyms(source: str, target: str) -> Mapping[str, Forms]:
    """By acronym of the source language what stands for it in the target language."""
    found = {}
    for row in _rows():
        if source in row and target in row and not row.get("optional"):
            forms = _forms(row[target])
            found.update(dict.fromkeys(filter(is_short, row[source]), forms))
    return found


def is_short(form: str) -> bool:
    """A form is an acronym: in capitals, letter by letter, or with capitals at its end (`КазНУ`)."""
    return form.isupper() or _ANY.fullmatch(form) is not None or form[-2:].isupper()


def _forms(forms: Sequence[str], ending: str = "") -> Forms:
    """ending: a pattern of what may follow an acronym."""
    acronyms = tuple(filter(is_short, forms))
    either = "|".join(map(re.escape, acronyms)) or "(?!)"
    short = re.compile(rf"(?<![^\W_])(?:{either}){ending}(?![^\W_])")
    return Forms(acronyms, short, tuple(form.lower() for form in forms if not is_short(form)))


class Row(NamedTuple):
    """What a target's acronym may stand for."""

    source: Forms
    """What stands for them in the source's language."""
    hints: tuple[str, ...]
    """Words of a source that imply them."""


@cache
def _targets(source: str, target: str) -> Mapping[str, tuple[Row, ...]]:
    """By acronym of the target language the rows that have it; none of one that may stand for something unknown."""
    found: dict[str, tuple[Row, ...]] = {}
    unknown: set[str] = set()
    for row in _rows():
        latin = row.get("en", ()) if target != "en" else ()
        short = tuple(filter(is_short, (*row.get(target, ()), *latin)))
        if source not in row:
            unknown.update(short)
            continue
        one = Row(_forms(row[source], _PLURAL), tuple(row.get("hints", ())))
        for form in short:
            found[form] = (*found.get(form, ()), one)
    return {form: rows for form, rows in found.items() if form not in unknown}
