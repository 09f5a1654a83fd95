"""Adapting: a pair that is right but for figures and dates, which are put into its target.

A text whose figures are taken out is a skeleton; texts of one skeleton are equal but for them.  The target of one is
adapted only where nothing can go wrong by that: every figure, day, month and year of its source is another one,
each stands in the target once and nothing else of the kind does.  A number stays in its plural category (5 → 7 человек,
not 5 → 2), nothing is glued to it (5-ші), and it is written as the language of the target writes it: 1,250 is 1 250.
A month is replaced by name where it stands there in the form in which a date has it.  In doubt the match stays fuzzy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from l10n import languages
from l10n.codes import ANY
from l10n.facts.dates import dates
from l10n.facts.figures import PLAIN, TIME, Figure, Value, exact, figures
from l10n.facts.units import SPACES
from l10n.memory.alphabets import hashed

FIGURE, CLOCK, DAY, MONTH = "figure", "clock", "day", "month"
"""Kinds of slots. A day is any figure of a date, its year too: nothing agrees with it."""
LONGEST = 1_000
"""Characters of a text that is adapted."""
MOST = 24
"""Slots of a text that is adapted."""
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_NO_WORDS = re.compile(rf"\0\w+\0|{ANY.pattern}")
_TIME = re.compile(r"\d{1,2}:\d{2}")
_GROUPED = re.compile(rf"\d[{SPACES},.'’]\d{{3}}(?!\d)")
_GLUED = re.compile(r"[^\W_]|[-\u2010-\u2013]\w|[/'’]")
"""What makes a word of a number."""
_YEARS = range(1900, 2101)


class Slot(NamedTuple):
    """A piece of a text that may be another one."""

    start: int
    end: int
    kind: str
    value: Value | str
    text: str


def slots(text: str, locale: str) -> list[Slot]:
    """The figures and dates of a text in order of their places."""
    plain = ANY.sub(lambda match: "\0" * len(match[0]), text)
    found: list[Slot] = []
    if _DIGIT.search(plain):
        days = [(date.start, date.end) for date in dates(plain, locale)]
        for start, end in days:
            found += _dated(plain, start, end, locale)
        found += [slot for one in figures(plain, locale, days) if (slot := _figure(plain, one))]
    found.sort()
    return [slot for place, slot in enumerate(found) if not place or slot.start >= found[place - 1].end]


def _dated(plain: str, start: int, end: int, locale: str) -> list[Slot]:
    """The figures of a date, and its month where it is written as in every date."""
    span = plain[start:end]
    found = [
        Slot(start + match.start(), start + match.end(), DAY, int(match[0]), match[0])
        for match in _DIGITS.finditer(span)
        if len(match[0]) <= len("2024")
    ]
    for match in re.finditer(r"[^\W\d_]+", span):
        number = _months(locale).get(match[0])
        if number is not None:
            found.append(Slot(start + match.start(), start + match.end(), MONTH, number, match[0]))
    return found


@cache
def _months(locale: str) -> dict[str, int]:
    return {name: number for number, name in enumerate(languages.get(locale).months_in_text, 1)}


def _figure(plain: str, one: Figure) -> Slot | None:
    end = one.start + len(one.text)
    if not one.text or plain[one.start : end] != one.text:
        return None
    if one.kind == TIME and _TIME.fullmatch(one.text):
        return Slot(one.start, end, CLOCK, one.text, one.text)
    if one.kind != PLAIN or one.others:
        return None
    return Slot(one.start, end, FIGURE, exact(Fraction(one.value) / 10**one.power), one.text)


def skeleton(text: str, found: Sequence[Slot]) -> str:
    """The text with its slots empty."""
    pieces, place = [], 0
    for slot in found:
        pieces += [text[place : slot.start], f"\0{slot.kind}\0"]
        place = slot.end
    return "".join([*pieces, text[place:]])


def skeleton_hash(text: str, locale: str) -> int | None:
    """63 bits that name the skeleton of a text; None for one without slots, or with nothing else."""
    if len(text) > LONGEST or not _DIGIT.search(text):
        return None
    found = slots(text, locale)
    if not found or len(found) > MOST:
        return None
    bare = skeleton(text, found)
    if not _LETTER.search(_NO_WORDS.sub("", bare)):
        return None
    return hashed(f"{locale}\0{bare}")


def is_like(text: str, other: str, locale: str) -> bool:
    """They are equal but for figures and dates."""
    return text == other or skeleton(text, slots(text, locale)) == skeleton(other, slots(other, locale))


def adapted(pair: tuple[str, str], text: str, locales: tuple[str, str]) -> str | None:
    """The target of a pair (source, target) as it would be for another text of the same skeleton; None in doubt."""
    held, wanted = (slots(one, locales[0]) for one in (pair[0], text))
    if not held or len(held) > MOST or skeleton(pair[0], held) != skeleton(text, wanted):
        return None
    target = _by_value(slots(pair[1], locales[1]))
    keys = [_key(slot) for slot in held]
    if target is None or len(set(keys)) != len(keys) or set(keys) != set(target):
        return None
    pieces = []
    for key, old, new in zip(keys, held, wanted, strict=True):
        if old.value != new.value:
            said = _said(target[key], old, new, _Writing(pair[1], locales[1]))
            if said is None:
                return None
            pieces.append((target[key].start, target[key].end, said))
    return _replaced(pair[1], pieces)


def _key(slot: Slot) -> tuple[str, object]:
    """What a slot of the source is in the target; a figure may be a day there."""
    return ("" if slot.kind in (DAY, FIGURE) else slot.kind), slot.value


def _by_value(found: Sequence[Slot]) -> dict[tuple[str, object], Slot] | None:
    """Slots by what they are; None where two are the same."""
    by_value = {_key(slot): slot for slot in found}
    return by_value if len(by_value) == len(found) else None


def _replaced(text: str, pieces: Sequence[tuple[int, int, str]]) -> str:
    for start, end, said in sorted(pieces, reverse=True):
        text = text[:start] + said + text[end:]
    return text


class _Writing(NamedTuple):
    """A target and its language."""

    text: str
    locale: str


def _said(place: Slot, old: Slot, new: Slot, target: _Writing) -> str | None:
    """What takes a place in the target; None where it cannot be told for sure."""
    if new.kind == MONTH:
        return (
            languages.get(target.locale).months_in_text[int(new.value) - 1]
            if place.text in _months(target.locale)
            else None
        )
    if new.kind == CLOCK:
        return new.text
    if new.kind == DAY:
        return new.text.zfill(len(place.text)) if place.text.startswith("0") else new.text.lstrip("0")
    if _is_glued(place, target) or not _agrees(old.value, new.value, target):
        return None
    return _written(new, place, target.locale)


def _is_glued(place: Slot, target: _Writing) -> bool:
    """An ending hangs on it, which may be another one on another number; Uyghur joins a whole word by a dash."""
    if target.locale.startswith("ug") and target.text.startswith("-", place.end):
        return False
    before = target.text[place.start - 1 : place.start]
    return bool(_GLUED.match(target.text, place.end)) or (before.isalpha() or before in ("-", "\u2212"))


def _agrees(old: Value | str, new: Value | str, target: _Writing) -> bool:
    """Words beside both numbers have one form: a plural category, or years, which stand beside a word for the year."""
    if isinstance(old, str) or isinstance(new, str):
        return False
    if old in _YEARS and new in _YEARS:
        return True
    if old != int(old) or new != int(new):
        return old != int(old) and new != int(new)
    plural = _plural(languages.get(target.locale).plural_forms)
    return plural(int(old)) == plural(int(new))


@cache
def _plural(forms: str) -> Callable[[int], int]:
    """The function of a line `nplurals=2; plural=…;`."""
    from gettext import c2py

    made: Callable[[int], int] = c2py(forms.partition("plural=")[2].rpartition(";")[0] or "0")
    return made


def _written(new: Slot, place: Slot, locale: str) -> str | None:
    """A number of the text as the target's language writes it, with as many decimals as it has there.

    Thousands are parted where the text parts them, unless the target does not: 3,400 was 3400 there.
    """
    value = new.value
    digits = "".join(filter(str.isdecimal, new.text))
    if isinstance(value, str) or not digits.isascii():
        return None
    decimals = next((count for count in range(len(digits)) if value * 10**count == int(digits)), None)
    if decimals is None:
        return None
    whole, part = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
    known = languages.get(locale)
    held = _GROUPED.search(place.text)
    if _GROUPED.search(new.text) and (held or len(whole) != len(place.text)):
        sign = held[0][1] if held and held[0][1] != known.decimal else known.group
        whole = f"{int(whole):,}".replace(",", sign)
    return f"{whole}{known.decimal}{part}" if part else whole
