"""Lazy: a property that is read once and kept, without the lock of `functools.cached_property` (Python 3.11 and older).

That lock takes 1 µs for every property of every text, as long as many a check.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801 - it is written as `property` is
    """A decorator; what the method gives is kept in the object's `__dict__` under the method's name."""

    def __init__(self, read: Callable[[Any], T]) -> None:
        self.read = read
        self.name = read.__name__
        self.__doc__ = read.__doc__

    def __get__(self, instance: Any, owner: type | None = None) -> T:
        """The value, read now; the next time Python finds it in `__dict__`."""
        value = self.read(instance)
        instance.__dict__[self.name] = value
        return value
