"""What a session did and took back, so that both can be undone; it dies with the server."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from l10n.model import Entry
from l10n.workflow.saving import Back, Edit

UNDONE, LONGEST_UNDONE = 500, 500_000
"""Steps of a session that can be undone, and their characters."""


class Change(NamedTuple):
    """One segment that a step changed."""

    before: Entry
    """As it was; of no file."""
    after: tuple[str, ...]
    """The target that stands there since, with all its plural forms."""
    made: tuple[str, ...] = ()
    """Ids of the records that were written with it."""
    is_back: bool = False
    """It took another back, and to take it back does that again."""

    def back(self, who: str) -> Edit:
        """The edit by which somebody takes it back."""
        (target, *forms), (seen, *seen_forms) = self.before.targets or ("",), self.after or ("",)
        back = Back(self.before, self.made, self.is_back)
        return Edit(self.before.key, target, seen, who, tuple(forms), tuple(seen_forms), back=back)


@dataclass(frozen=True, slots=True)
class Step:
    """What a person did at once, and how everything was before."""

    article: str
    locale: str
    changes: tuple[Change, ...]
    is_loose: bool = False
    """Each change is taken back by itself: what somebody changed since stays."""
    also: tuple[Step, ...] = ()
    """What was done with it in other articles."""

    @property
    def is_back(self) -> bool:
        """It took another step back."""
        return any(one.is_back for one in self.changes)


@dataclass
class Steps:
    """What a session can take back, the oldest first."""

    kept: deque[Step] = field(default_factory=deque)
    size: int = 0
    """Characters."""
    undone: list[Step] = field(default_factory=list)
    """What was taken back since the last step, each as the step that took it back."""

    def add(self, step: Step) -> None:
        """Remember a step; the oldest are forgotten where they are too many, or too long."""
        self.kept.append(step)
        self.size += len(repr(step))
        while len(self.kept) > UNDONE or (self.size > LONGEST_UNDONE and len(self.kept) > 1):
            self.size -= len(repr(self.kept.popleft()))

    def take(self, article: str, locale: str | None) -> Step | None:
        """The last one in a locale of an article, or in any."""
        step = last(self.kept, article, locale)
        if step:
            self.kept.remove(step)
            self.size -= len(repr(step))
        return step


def last(steps: Sequence[Step], article: str, locale: str | None) -> Step | None:
    """The last of some steps in a locale of an article, or in any."""
    return next((one for one in reversed(steps) if one.article == article and locale in (None, one.locale)), None)
