"""How often somebody may try, in a memory that does not grow."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

KEPT = 10_000
"""Addresses that are remembered; of more, those that tried longest ago are forgotten, and the common limit stands."""


@dataclass
class Limit:
    """So many attempts in a span of time from one address, and so many from all together."""

    often: int = 10
    together: int = 200
    span_s: float = 300.0
    clock: Callable[[], float] = time.monotonic
    """Seconds."""
    _of: OrderedDict[str, deque[float]] = field(default_factory=OrderedDict)
    _all: deque[float] = field(default_factory=deque)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, who: str) -> int:
        """Count an attempt; 0, or the seconds until there may be one, and then it does not count."""
        now = self.clock()
        with self._lock:
            mine = self._of.pop(who, deque())
            self._of[who] = mine
            while len(self._of) > KEPT:
                self._of.popitem(last=False)
            for tried in (mine, self._all):
                while tried and tried[0] <= now - self.span_s:
                    tried.popleft()
            full = [tried for tried, most in ((mine, self.often), (self._all, self.together)) if len(tried) >= most]
            if full:
                return max(1, int(max(tried[0] for tried in full) + self.span_s - now) + 1)
            mine.append(now)
            self._all.append(now)
            return 0

    def forget(self, who: str) -> None:
        """The last attempt was a good one, and counts no more."""
        with self._lock:
            mine = self._of.get(who)
            if mine:
                last = mine.pop()
                if last in self._all:
                    self._all.remove(last)
