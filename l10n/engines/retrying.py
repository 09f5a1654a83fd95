"""Further attempts: only for what passes, ever later, never beyond the deadline."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from l10n.engines.contract import Passing, Policy
from l10n.errors import Unavailable
from l10n.phrases import phrase

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Clock:
    """Time as the work sees it; tests bring their own."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    jitter: Callable[[], float] = random.random
    """0 to 1: of each wait, the second half is multiplied by it, so that many clients do not come back at once."""


def persist(call: Callable[[float], T], policy: Policy, until: float, clock: Clock, who: str) -> T:
    """What call(seconds) gives, asked again while its trouble passes.

    until: the deadline by the clock. What the server asks to wait is waited, unless that lies beyond the deadline:
    then Unavailable at once.
    """
    wait = policy.first_wait_s
    for attempt in range(1, policy.attempts + 1):
        left = until - clock.now()
        if left <= 0:
            raise over(who, policy)
        try:
            return call(min(policy.timeout_s, left))
        except Passing as trouble:
            if attempt == policy.attempts:
                raise
            pause = wait * (0.5 + 0.5 * clock.jitter()) if trouble.after_s is None else trouble.after_s
            wait *= 2
            if clock.now() + pause >= until:
                raise Unavailable(
                    phrase(
                        "{what}; it would have to be asked again in {seconds:.10g} s, beyond the deadline",
                        what=trouble.what,
                        seconds=pause,
                    ),
                    hint=phrase("try later, or set a longer `deadline`"),
                ) from None
            clock.sleep(pause)
    raise AssertionError("there is at least one attempt")


def over(who: str, policy: Policy) -> Unavailable:
    """The error of work that takes longer than it may."""
    return Unavailable(
        phrase("`{who}` was not done within {seconds:.6g} s", who=who, seconds=policy.deadline_s),
        hint=phrase("give the command again: what is finished is not asked for twice; or set a longer `deadline`"),
    )
