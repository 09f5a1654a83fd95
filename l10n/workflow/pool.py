"""The processes that work on many articles at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

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
    with Workers(cores) as executor:
        yield executor


class Workers(Executor):
    """So many processes, which start with the first task: where nothing changed there is none."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool: Executor | None = None

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        if self._pool is None:
            from concurrent.futures import ProcessPoolExecutor

            self._pool = ProcessPoolExecutor(self._count)
        return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait, cancel_futures=cancel_futures)
