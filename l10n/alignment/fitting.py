"""Fitting: the inline codes of a published translation, numbered as those of its source.

What stands for one and the same piece of markup has one number; then codes of one name go together in their order, then
those that are alike, a pair with a pair.  What is left of the translation's own is dropped, its words stay.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from l10n import codes
from l10n.model import Segment

LINK = "a"
"""Name of a link, for which nothing but a link stands."""
_SPACES = re.compile(" {2,}")


class Text(NamedTuple):
    """A text with what its codes stand for."""

    text: str
    raw: tuple[str, ...]
    """Of the codes 1, 2 …"""


class Code(NamedTuple):
    """A code of a text."""

    number: int
    name: str
    is_pair: bool
    raw: str


def text_of(segments: Iterable[Segment]) -> Text:
    """Sentences that follow one another as one text, their codes numbered on."""
    said: list[str] = []
    raw: list[str] = []
    for segment in segments:
        count = len(raw)
        said.append(codes.renumber(segment.source, count.__add__))
        legend = [native for _, native in segment.codes]
        numbers = codes.numbers(segment.source)
        raw += legend if len(legend) == len(numbers) else [""] * len(numbers)
    return Text(" ".join(said), tuple(raw))


def _codes(text: Text) -> list[Code]:
    """The codes of a text in the order in which they open."""
    found: dict[int, Code] = {}
    for match in codes.CODE.finditer(text.text):
        number = int(match[3])
        if not match[1] and number not in found:
            raw = text.raw[number - 1] if 0 < number <= len(text.raw) else ""
            found[number] = Code(number, match[2], not match[4], raw)
    return list(found.values())


def fitted(source: Text, target: Text) -> str:
    """The target with the codes of the source."""
    ours, theirs = _codes(source), _codes(target)
    if not theirs:
        return target.text
    numbers = {one.number: other for one, other in _pairs(theirs, ours)}

    def said(match: re.Match[str]) -> str:
        code = numbers.get(int(match[3]))
        return f"<{match[1]}{code.name}{code.number}{match[4]}>" if code else ""

    text = codes.CODE.sub(said, target.text)
    return _SPACES.sub(" ", text).strip() if len(numbers) < len(theirs) else text


def _pairs(theirs: Sequence[Code], ours: Sequence[Code]) -> Iterator[tuple[Code, Code]]:
    """Which code of theirs is which of ours, the surest first."""
    taken: tuple[set[int], set[int]] = (set(), set())
    for way in _WAYS:
        waiting: dict[object, deque[Code]] = {}
        for code in ours:
            if code.number not in taken[1] and (key := way(code)) is not None:
                waiting.setdefault(key, deque()).append(code)
        for code in theirs:
            key = way(code)
            if code.number not in taken[0] and key is not None and waiting.get(key):
                found = waiting[key].popleft()
                taken[0].add(code.number)
                taken[1].add(found.number)
                yield code, found


_WAYS: tuple[Callable[[Code], object], ...] = (
    lambda code: (code.is_pair, code.name, code.raw),
    lambda code: (code.is_pair, code.name),
    lambda code: None if code.name == LINK else code.is_pair,
)
"""What two codes share of which one stands for the other, the surest first; None stands for nothing."""
