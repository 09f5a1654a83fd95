"""What a TMX file holds, as values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

OURS = "l10n"
"""`creationtool` of the files that we write."""

CARRIED = ("datatype", "o-encoding", "o-tmf", "creationtool", "creationtoolversion", "segtype")
"""Attributes of `<tu>` and `<tuv>` that mean nothing here and are handed on."""
_CARRIED = frozenset(CARRIED)
SEGTYPES = ("block", "paragraph", "sentence", "phrase")


class Code(NamedTuple):
    """What an inline code of a text stands for in the program that made it."""

    name: str
    """"a1": `<a1>…</a1>` or `<a1/>` in the text."""
    kind: str
    """pair (bpt, ept), single (ph, ut), begin or end (it: its other half is in another segment), mark (hi)."""
    opening: str = ""
    """Native code: `<a href="…">`; "" of a mark."""
    closing: str = ""
    """That of the end of a pair: `</a>`."""
    subs: tuple[tuple[int, int], ...] = ()
    """Spans of `opening + closing` that are text to translate (sub): the `alt` of an image."""


class Said(NamedTuple):
    """What a unit or a variant says of itself; "" where it does not."""

    creation_date: str = ""
    """UTC, 2024-03-05T10:15:30Z; as it stands where it is no date of TMX."""
    creation_id: str = ""
    change_date: str = ""
    change_id: str = ""
    usage_count: int | None = None
    last_usage_date: str = ""
    props: tuple[tuple[str, str], ...] = ()
    """(type, value) in order."""
    notes: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    """Those of CARRIED that are there, in that order."""


NOTHING = Said()


class Variant(NamedTuple):
    """The text of a unit in one language."""

    locale: str
    """BCP 47 in canonical case: ru, ru-RU, ug-Arab."""
    text: str
    """As in a catalog: inline codes are `<a1>…</a1>`, `<x1/>` (see codes.py)."""
    codes: tuple[Code, ...] = ()
    """What they stand for, in order; codes of ours, which stand for themselves, are not among them."""
    said: Said = NOTHING


class Unit(NamedTuple):
    """One text in one language or several."""

    variants: tuple[Variant, ...]
    source: str = ""
    """Locale of the language that was translated; "" where it may be any."""
    id: str = ""
    """`tuid`."""
    said: Said = NOTHING

    def variant(self, locale: str) -> Variant | None:
        """The text in this locale; else in its language and script, whatever the region."""
        for one in self.variants:
            if one.locale == locale:
                return one
        return next((one for one in self.variants if _is_near(one.locale, locale)), None)

    def pairs(self, source: str, target: str) -> Iterator[tuple[Variant, Variant]]:
        """The text in the source locale with every text in the target locale."""
        found = self.variant(source)
        if found is not None:
            for one in self.variants:
                if one is not found and (one.locale == target or _is_near(one.locale, target)):
                    yield found, one


class Header(NamedTuple):
    """What a file says of itself."""

    tool: str = ""
    version: str = ""
    source: str = ""
    """Locale; "" where it is `*all*` or no language tag."""
    segtype: str = ""
    said: Said = NOTHING


_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", re.IGNORECASE | re.ASCII)
LONGEST_TAG = 64
"""Characters; the longest tags in use have 20."""


@lru_cache(maxsize=4096)
def canonical(tag: str) -> str:
    """A language tag in canonical case: `RU-RU` is `ru-RU`, `kk_KZ` is `kk-KZ`; "" for what is none."""
    tag = tag.strip().replace("_", "-")
    if len(tag) > LONGEST_TAG or not _TAG.fullmatch(tag):
        return ""
    parts = tag.lower().split("-")
    for place, part in enumerate(parts[1:], 1):
        if len(part) == 1:
            break
        if len(part) == 4 and part.isalpha():
            parts[place] = part.title()
        elif len(part) == 2:
            parts[place] = part.upper()
    return "-".join(parts)


@lru_cache(maxsize=4096)
def _is_near(one: str, other: str) -> bool:
    """Two tags have one language and one script."""
    if one.partition("-")[0] != other.partition("-")[0]:
        return False
    from l10n import languages
    from l10n.errors import ProjectError

    try:
        return languages.get(one).script == languages.get(other).script
    except ProjectError:
        return False


_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z", re.ASCII)
_EXTENDED = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z", re.ASCII)


@lru_cache(maxsize=4096)
def date_read(text: str) -> str:
    """A date of TMX as we write dates: `20240305T101530Z` is `2024-03-05T10:15:30Z`; another text stays."""
    found = _BASIC.fullmatch(text)
    return "{}-{}-{}T{}:{}:{}Z".format(*found.groups()) if found else text


def date_written(text: str) -> str:
    """The way back."""
    found = _EXTENDED.fullmatch(text)
    return "{}{}{}T{}{}{}Z".format(*found.groups()) if found else text


_MOST_DIGITS = 18


def said_of(attributes: Mapping[str, str], props: Sequence[tuple[str, str]], notes: Sequence[str]) -> Said:
    """What the attributes, properties and notes of an element say."""
    if not (attributes or props or notes):
        return NOTHING
    get = attributes.get
    count = get("usagecount", "")
    others: tuple[tuple[str, str], ...] = ()
    if not _CARRIED.isdisjoint(attributes):
        others = tuple([(name, attributes[name]) for name in CARRIED if name in attributes])
        if get("segtype", SEGTYPES[0]) not in SEGTYPES:
            others = tuple(one for one in others if one[0] != "segtype")
    return Said(
        date_read(get("creationdate", "")),
        get("creationid", ""),
        date_read(get("changedate", "")),
        get("changeid", ""),
        int(count) if count.isascii() and count.isdecimal() and len(count) <= _MOST_DIGITS else None,
        date_read(get("lastusagedate", "")),
        tuple(props),
        tuple(notes),
        others,
    )
