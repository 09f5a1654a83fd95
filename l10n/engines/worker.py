"""A deadline for what knows none: a call goes on in a thread of its own, and who waits for it stops waiting."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import TypeVar

from l10n.errors import Unavailable
from l10n.phrases import phrase

T = TypeVar("T")


def within(seconds: float, call: Callable[[], T], who: str) -> T:
    """What the call gives, or raises; Unavailable where that takes longer.

    A call that hangs is left to itself: its thread keeps no program from ending.
    """
    box: SimpleQueue[tuple[T | None, BaseException | None]] = SimpleQueue()

    def work() -> None:
        try:
            box.put((call(), None))
        except BaseException as error:  # handed to the one who waits
            box.put((None, error))

    threading.Thread(target=work, name=f"l10n {who}", daemon=True).start()
    try:
        value, error = box.get(timeout=max(seconds, 0))
    except Empty:
        raise late(who, seconds) from None
    if error is not None:
        raise error
    return value  # type: ignore[return-value]  # the call's own value


def late(who: str, seconds: float) -> Unavailable:
    """The error of one who does not answer in time."""
    said = f"{seconds:.0f}" if seconds >= 10 else f"{seconds:.2g}"
    return Unavailable(
        phrase("`{who}` gave no answer in {seconds} s", who=who, seconds=said),
        hint=phrase("try later, or set a longer `timeout`"),
    )
