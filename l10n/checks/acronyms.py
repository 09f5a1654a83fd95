"""Acronyms: what of the source's is not in the target, neither short nor written out, and what stands there instead.

Known ones are in `acronyms.toml`.  Of others those are missed that the source gives in brackets behind what they stand
for, `the World Bank (WB)`, where the target has fewer brackets and fewer acronyms.

A native reader has still to confirm: the Kazakh and Uyghur columns of acronyms.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from l10n.checks.pairs import Pair, Span


class Doubt(NamedTuple):
    """An acronym that is missing, or another one."""

    says: str
    span: Span | None
    """In the target, where another one stands there."""
    source_span: Span


class Forms(NamedTuple):
    """What stands for an acronym in a language."""

    short: re.Pattern[str]
    """Acronyms as words, in capitals."""
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
    r"(?<![\w.-])(?:[A-Z]{2,6}|(?:[A-Z]\.){2,4})(?!\w|-(?!(?:trained|funded|backed|led|run)\b))|(?<![\w-])[\u0410-\u042f\u0401]{2,6}(?!\w|-[^\u0430-\u044f])"
)
_OF_MONEY = re.compile(r"\.? (?:dollars?|cents?)\b")
"""What a country's acronym is the unit of: `16 US cents`."""
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
    if _MAY_BE.search(source) is None or source.isupper():
        return
    languages = (pair.source.locale.partition("-")[0], pair.target.locale.partition("-")[0])
    known = acronyms(*languages)
    seen: set[str] = set()
    for match in _ACRONYM.finditer(source) if known else ():
        name = match[0].replace(".", "")
        if name in seen or name not in known or _OF_MONEY.match(source, match.end()):
            continue
        seen.add(name)
        if not known[name].stands_in(target) and name not in target:
            yield Doubt(f"`{match[0]}` of the source is not in the target", None, match.span())
            return
    if "(" in source and languages[0] != languages[1]:
        yield from _in_brackets(source, target, languages, known)


def _in_brackets(source: str, target: str, languages: tuple[str, str], known: Mapping[str, Forms]) -> Iterator[Doubt]:
    introduced = list(_BRACKETS.finditer(source))
    if not introduced:
        return
    there = list(_BRACKETS.finditer(target))
    if len(introduced) == len(there) == 1:
        name, other = introduced[0][1], there[0][1]
        if _is_other(name, other, source, languages):
            message = f"the source says `{name}`, the target says `{other}`"
            yield Doubt(message, there[0].span(1), introduced[0].span(1))
        return
    if target.count("(") >= source.count("(") or len(_ANY.findall(target)) >= len(_ANY.findall(source)):
        return
    for match in introduced:
        name = match[1]
        if not _is_introduced(source, match) and name in known and known[name].stands_in(target):
            continue
        if name not in target and not (name in known and known[name].short.search(target)):
            yield Doubt(f"`{name}` of the source is not in the target", None, match.span(1))


def _is_introduced(source: str, match: re.Match[str]) -> bool:
    """The word before the bracket begins with the last letter: the World Bank (WB), but not Regulation (EU)."""
    before = source[max(0, match.start() - LONGEST_WORD) : match.start()].split()
    word = before[-1] if before else ""
    return word[:1].lower() == match[1][-1].lower()


def _is_other(name: str, other: str, source: str, languages: tuple[str, str]) -> bool:
    """In the target's language an acronym stands for something else than the one of the source, and the source has no
    word of it."""
    rows = [row for row in _rows() if other in row.get(languages[1], ())]
    lower = source.lower()
    return bool(rows) and all(
        any(form.isupper() for form in row.get(languages[0], ()))
        and not any(name == form or (not form.isupper() and form in lower) for form in row[languages[0]])
        for row in rows
    )


@cache
def _rows() -> tuple[Mapping[str, tuple[str, ...]], ...]:
    return tuple(tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["acronym"])


@cache
def acronyms(source: str, target: str) -> Mapping[str, Forms]:
    """By acronym of the source language what stands for it in the target language."""
    found = {}
    for row in _rows():
        if source in row and target in row:
            short = [form for form in row[target] if form.isupper() or _ANY.fullmatch(form)]
            either = "|".join(map(re.escape, short)) or "(?!)"
            forms = Forms(
                re.compile(rf"(?<![^\W_])(?:{either})(?![^\W_])"),
                tuple(form.lower() for form in row[target] if not form.isupper()),
            )
            found.update(dict.fromkeys((form for form in row[source] if form.isupper()), forms))
    return found
