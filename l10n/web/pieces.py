"""Texts as a page shows them: words and codes in turn, with the names in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from l10n import codes
from l10n.model import Mention
from l10n.workflow.mentions import term_of


class Piece(NamedTuple):
    """A code, or words of one kind."""

    text: str
    """As a catalog has it, escapes included."""
    name: str = ""
    """The ref of the name that it is a part of."""

    @property
    def is_code(self) -> bool:
        return bool(codes.ANY.fullmatch(self.text))


def of_source(text: str, found: Iterable[Mention]) -> list[Piece]:
    """A text with the names that were found in it; a name across a code is several pieces."""
    return _of(text, [(*mention.span, term_of(mention).id) for mention in found])


def marked(text: str, spans: Iterable[tuple[int, int]]) -> list[Piece]:
    """A text with what was found in it, under the name `found`."""
    return _of(text, sorted((*span, "found") for span in spans))


def _of(text: str, spans: Sequence[tuple[int, int, str]]) -> list[Piece]:
    pieces: list[Piece] = []
    at = 0
    for token in codes.parted(text):
        if codes.ANY.fullmatch(token):
            pieces.append(Piece(token))
        else:
            pieces += _cut(token, at, spans)
        at += len(token)
    return pieces


def _cut(token: str, at: int, spans: Iterable[tuple[int, int, str]]) -> Iterable[Piece]:
    """Words that stand at an offset, cut where a name begins or ends."""
    last = 0
    for start, end, name in spans:
        one, other = max(start - at, last), min(end - at, len(token))
        if one < other:
            if last < one:
                yield Piece(token[last:one])
            yield Piece(token[one:other], name)
            last = other
    if last < len(token):
        yield Piece(token[last:])
