"""Figures of a text on its way through an engine: written as the target writes them, and looked for afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n import languages
from l10n.facts.figures import PLAIN, TIME, Figure, figures
from l10n.facts.units import SPACES

BY_DIGITS = 100
"""Figures of one text that are looked for as mere digits, which costs a walk through the draft for each."""
SMALL = 13
"""Below it, numbers are as well said in words."""
_HALF_DAY = 12 * 60
_GLUED = re.compile(r"[^\W\d_]|[-\u2010-\u2013'’/_#@][^\W_]|[^\W_]?[_#@]")
_GLUED_BEFORE = re.compile(r"(?:[^\W\d_]|[^\W_][-\u2010-\u2013/'’_]|[#@_])\Z")
_SEPARATORS = re.compile(rf"(?<=\d)[.,{SPACES}'’](?=\d)")


def held(text: str, source: str, target: str) -> Iterator[tuple[int, int, str]]:
    """Figures that stand alone: start, end, and how the target writes them. Ordinals, `B2B` and `1990s` are words."""
    for one in figures(text, source):
        start = text.find(one.text, one.start, one.end) if one.text else -1
        end = start + len(one.text)
        if start < 0 or _GLUED.match(text, end, end + 2) or _GLUED_BEFORE.search(text, max(start - 2, 0), start):
            continue
        yield start, end, rewritten(one, source, target)


def rewritten(figure: Figure, source: str, target: str) -> str:
    """A figure with the separators of the target; as it stands there where it is no plain number."""
    if figure.kind != PLAIN:
        return figure.text
    here, there = languages.get(source), languages.get(target)
    whole, point, rest = figure.text.partition(here.decimal)
    if not re.fullmatch(rf"\d{{1,3}}(?:[{re.escape(here.group)}{SPACES}]\d{{3}})+|\d+", whole):
        return figure.text
    if point and not rest.isdecimal():
        return figure.text
    groups = re.split(rf"[{re.escape(here.group)}{SPACES}]", whole)
    return there.group.join(groups) + (there.decimal + rest if point else "")


def lost(source_text: str, target_text: str, source: str, target: str) -> str:
    """The first figure of a source that a draft does not have in any form; "" where none is lost.

    A number below SMALL may have become a word, a time may have lost its half of the day.
    """
    wanted = figures(source_text, source)
    if not wanted:
        return ""
    found = figures(target_text, target)
    values = {value for one in found for value in (one.value, *one.others)}
    times = {one.value % _HALF_DAY for one in found if one.kind == TIME}
    digits = _SEPARATORS.sub("", target_text)
    left = BY_DIGITS
    for one in wanted:
        if one.value < SMALL or not values.isdisjoint((one.value, *one.others)):
            continue
        if one.kind == TIME and one.value % _HALF_DAY in times:
            continue
        left -= 1
        if left < 0:
            break
        if one.text and _SEPARATORS.sub("", one.text) not in digits:
            return one.text
    return ""
