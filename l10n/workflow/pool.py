"""The processes that work on many articles at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from signal import SIG_IGN, SIGINT, signal
from typing import ParamSpec, TypeVar

from l10n.errors import ProjectError
from l10n.phrases import phrase

FEW = 64
"""Below so many articles another process costs more than it saves."""

P = ParamSpec("P")
T = TypeVar("T")


@contextmanager
def workers(articles: int) -> Iterator[Executor | None]:
    """Processes for all cores where there may be work for them; None where there is not."""
    cores = os.cpu_count() or 1
    if articles < FEW or cores == 1:
        yield None
        return
    try:
        with Workers(cores) as executor:
            yield executor
    except BrokenExecutor:
        hint = phrase("perhaps the memory ran out: name fewer articles at once")
        raise ProjectError(phrase("a process that was at work was killed"), hint=hint) from None


class Workers(Executor):
    """So many processes, which start with the first task: where nothing changed there is none."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool: Executor | None = None

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        if self._pool is None:
            from concurrent.futures import ProcessPoolExecutor

            self._pool = ProcessPoolExecutor(self._count, initializer=_begin)
        return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait, cancel_futures=cancel_futures)


def _begin() -> None:
    """In a process that works: Ctrl-C is for the one that a person started; where that one is gone, this one goes."""
    import threading

    signal(SIGINT, SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    import multiprocessing

    parent = multiprocessing.parent_process()
    assert parent is not None, "only another process begins so"
    parent.join()
    os._exit(1)
