"""The way back: marks become what they stand for, and a draft that lost, doubled or invented one is none."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from l10n import codes
from l10n.engines.contract import CODES
from l10n.engines.keys import quoted
from l10n.engines.protection import MARKUP, OPAQUE, Part, Protected
from l10n.phrases import phrase

_TAG = re.compile(r"</?[A-Za-z!?][^<>]{0,200}>?")
"""Markup that is no mark."""
_CLOSING = ".,;:!?…)]}»”’%،؛؟"
_OPENING = "([{«“‘$€£"


class Restored(NamedTuple):
    """A draft with its protected parts in their places."""

    text: str
    """"" where there is no draft."""
    said: str
    """What the engine itself said: all but the protected parts."""
    reason: str
    """Why there is no draft; "" where there is one."""


def restore(protected: Protected, answers: Sequence[str]) -> Restored:
    """The draft that came back, or the reason why it is none. answers: one for each piece."""
    said = _joined(protected, answers)
    mark = MARKUP if protected.markup else OPAQUE
    pieces = mark.split(said)
    numbers = [int(one) for one in pieces[1::2]]
    if fault := _miscounted(numbers, protected.parts):
        return Restored("", "", fault)
    texts = pieces[::2]
    if protected.markup:
        for piece in texts:
            if stray := _TAG.search(piece):
                return Restored("", "", phrase("the engine put in markup: `{stray}`", stray=quoted(stray[0])))
    texts = [html.unescape(piece) for piece in texts]
    parts = [protected.parts[number] for number in numbers]
    for place, part in enumerate(parts):
        texts[place], texts[place + 1] = _spaced(texts[place], texts[place + 1], part)
        if part.kind == CODES:
            _parted(texts, place, part, last=len(parts) - 1)
    whole = [codes.escape(texts[0])]
    for part, piece in zip(parts, texts[1:], strict=True):
        whole += part.rendering, codes.escape(piece)
    draft = "".join(whole).strip()
    if fault := codes.fault(protected.text.source, draft):
        return Restored("", "", phrase("the engine moved an inline code: {fault}", fault=fault))
    return Restored(protected.lead + draft + protected.tail, " ".join(texts), "")


def _joined(protected: Protected, answers: Sequence[str]) -> str:
    if not protected.pieces:
        return protected.whole
    said = [answers[0].strip()]
    for gap, answer in zip(protected.gaps, answers[1:], strict=True):
        said += gap, answer.strip()
    return "".join(said)


def _miscounted(numbers: Sequence[int], parts: Sequence[Part]) -> str:
    """What is wrong with the marks that came back; "" when each came back once."""
    counts = Counter(numbers)
    for number, part in enumerate(parts):
        if counts[number] != 1:
            if counts[number]:
                return phrase("the engine doubled `{source}`", source=part.source)
            return phrase("the engine lost `{source}`", source=part.source)
    if len(counts) != len(parts):
        return phrase("the engine invented a protected part")
    return ""


def _spaced(before: str, after: str, part: Part) -> tuple[str, str]:
    """The texts around a part, without the spaces that engines put between it and what it is glued to.

    An inline code keeps close to what it encloses, and the space goes to its other side; anything else keeps close to
    marks, since an ending that was glued to it (`Tokayev's`) may have become a word of its own.
    """
    code = part.kind == CODES
    if part.glued_before and before.endswith(" ") and (code or before.rstrip()[-1:] in _OPENING):
        before = before.rstrip(" ")
        if code and not part.glued_after and after[:1].isalnum():
            after = f" {after}"
    if part.glued_after and after.startswith(" ") and (code or after.lstrip()[:1] in _CLOSING):
        after = after.lstrip(" ")
        if code and not part.glued_before and before[-1:].isalnum():
            before = f"{before} "
    return before, after


def _parted(texts: list[str], place: int, part: Part, *, last: int) -> None:
    """Put back the space between a code and the part beside it, where an engine has lost that."""
    if not texts[place] and place and not part.glued_before:
        texts[place] = " "
    if not texts[place + 1] and place < last and not part.glued_after:
        texts[place + 1] = " "
