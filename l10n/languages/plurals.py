"""Plural forms of a catalog, as its header names them: how many, how often each is used, and with which numbers.

    plurals.of("…Plural-Forms: nplurals=2; plural=(n != 1);…").examples    ((1,), (0, 2, 3))

Source: GNU gettext 0.21, plural-eval.c, plural-distrib.c.
"""

from __future__ import annotations

import re
from functools import lru_cache
from gettext import c2py
from typing import NamedTuple

OFTEN = 5
"""A plural form for so many numbers up to LARGEST has to show the number (plural-distrib.c)."""
LARGEST = 1000
SHOWN = 3
"""Numbers that tell a person which form is meant."""

_NPLURALS = re.compile(r"nplurals\s{0,9}=\s{0,9}(\d{1,3})\s{0,9};\s{0,9}plural\s{0,9}=([^;]{1,1000})")


class Plurals(NamedTuple):
    """The plural forms of a catalog."""

    forms: int
    often: tuple[bool, ...]
    """By form: it serves OFTEN numbers or more."""
    examples: tuple[tuple[int, ...], ...]
    """By form: the smallest numbers that it serves, SHOWN of them at most."""


@lru_cache(maxsize=64)
def of(header: str) -> Plurals | None:
    """The plural forms that a header names; None where it names none that can be used."""
    line = next((one for one in header.split("\n") if one.lower().startswith("plural-forms:")), "")
    match = _NPLURALS.search(line)
    if not match:
        return None
    count = int(match[1])
    try:
        form = c2py(match[2].strip())
        used = [form(number) for number in range(LARGEST + 1)]
    except (ValueError, ZeroDivisionError, RecursionError):
        return None
    if not all(0 <= one < count for one in used):
        return None
    serves = [[number for number, one in enumerate(used) if one == wanted] for wanted in range(count)]
    return Plurals(count, tuple(len(some) >= OFTEN for some in serves), tuple(tuple(some[:SHOWN]) for some in serves))
