"""What the memory of a project has for a segment: the best match whose codes are those of the segment.

A target that differs from its segment in inline codes alone loses those that the segment does not have.  One that
lacks some is a last resort: better than nothing, and a person has to place them before anybody can approve it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from l10n import codes, origins
from l10n.memory import Memory
from l10n.model import Match
from l10n.project import Project
from l10n.workflow import remembering

LIMIT = 5
"""Matches that are looked at."""
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
"""Control characters and halves of characters, which no text has and no catalog can hold."""
_SPACES = re.compile(r" {2,}")


@dataclass(frozen=True, slots=True)
class Recalled:
    """A match as the draft of a segment."""

    match: Match
    target: str
    is_bare: bool = False
    """It lacks codes of the segment."""

    @property
    def origin(self) -> str:
        """`memory 92`, `memory in-context 100`."""
        return origins.memory(self.match.kind, self.match.score)


@dataclass
class Recall:
    """Asks a memory, the same question once."""

    project: Project
    memory: Memory
    least: int
    """Of drafts."""
    shown: int
    """Of matches that an engine is told of; not below this are asked for."""
    _known: dict[tuple[str, str, str, str, str], list[Match]] = field(default_factory=dict)

    def matches(self, text: str, before: str, after: str, locales: tuple[str, str]) -> list[Match]:
        """The matches of a text between its neighbours, the best first."""
        asked = (text, before, after, *locales)
        if asked not in self._known:
            self._known[asked] = remembering.search(
                self.project,
                self.memory,
                text,
                limit=LIMIT,
                least=min(self.least, self.shown),
                source=locales[0],
                target=locales[1],
                before=before,
                after=after,
            )
        return self._known[asked]

    def best(self, text: str, matches: Sequence[Match]) -> Recalled | None:
        """The draft of a text; None where no match is good enough."""
        good = [one for one in matches if one.score >= self.least and not _UNFIT.search(f"{one.source}{one.target}")]
        return _first(good, text, fitted) or _first(good, text, bare)


def _first(matches: Sequence[Match], text: str, made: Callable[[str, str], str]) -> Recalled | None:
    for one in matches:
        if target := made(text, one.target):
            return Recalled(one, target, is_bare=made is bare)
    return None


def fitted(source: str, target: str) -> str:
    """A target with no other codes than its source; "" where it lacks some, or has them in a wrong order."""
    if not codes.fault(source, target):
        return target
    wanted = Counter(codes.ANY.findall(source))

    def kept(match: re.Match[str]) -> str:
        wanted[match[0]] -= 1
        return match[0] if wanted[match[0]] >= 0 else _instead(match)

    said = _tidy(codes.ANY.sub(kept, target))
    return "" if codes.fault(source, said) else said


def bare(source: str, target: str) -> str:
    """A target without any codes: those of its source have still to be placed."""
    return _tidy(codes.ANY.sub(_instead, target))


def _instead(match: re.Match[str]) -> str:
    """What stands where a code stood: a break parts words, a pair does not."""
    return " " if match[0].endswith("/>") else ""


def _tidy(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
