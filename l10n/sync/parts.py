"""Drafts of a sentence that was split, and of sentences that were joined."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from l10n import codes
from l10n.model import JOINED, Entry, Segment


def split(entry: Entry, segments: Sequence[Segment], sentences: Callable[[str], Sequence[str]]) -> list[str]:
    """A draft for each of the segments that an old source became; "" where there is none.

    Sentence by sentence where the target has as many sentences as there are segments, and each keeps its own
    inline codes; otherwise all of it stands in the first, and the others say that with `<joined/>` as far as
    they follow it in the same unit.
    """
    if entry.target.strip() == JOINED:
        return [JOINED] * len(segments)
    counts = [len(codes.numbers(segment.source)) for segment in segments]
    pieces = [piece.strip() for piece in sentences(entry.target)]
    if len(pieces) == len(segments) and all(pieces):
        own = _renumbered(pieces, segments, counts)
        if own is not None:
            return own
    drafts = [entry.target]
    for before, segment in pairwise(segments):
        drafts.append(JOINED if drafts[-1] and _follows(before, segment) else "")
    return drafts


def _renumbered(pieces: Sequence[str], segments: Sequence[Segment], counts: Sequence[int]) -> list[str] | None:
    """The pieces with codes numbered as in their segments; None where a code is not where its segment is."""
    own = []
    offset = 0
    for piece, segment, count in zip(pieces, segments, counts, strict=True):
        text = _shifted(piece, -offset)
        if min(codes.numbers(piece), default=offset + 1) <= offset or codes.fault(segment.source, text):
            return None
        own.append(text)
        offset += count
    return own


def _follows(before: Segment, segment: Segment) -> bool:
    first, second = before.places[0], segment.places[0]
    return first.unit == second.unit and first.sentence + 1 == second.sentence


def join(entries: Sequence[Entry], sources: Sequence[str]) -> tuple[str, str]:
    """(source, target) of several entries read as one, codes numbered on; sources: what the targets were made for."""
    texts: list[str] = []
    targets: list[str] = []
    offset = 0
    for entry, source in zip(entries, sources, strict=True):
        texts.append(_shifted(source, offset))
        if not entry.empty and entry.target.strip() != JOINED:
            targets.append(_shifted(entry.target.strip(), offset))
        offset += len(codes.numbers(source))
    return " ".join(texts), " ".join(targets)


def _shifted(text: str, offset: int) -> str:
    return codes.renumber(text, offset.__add__)
