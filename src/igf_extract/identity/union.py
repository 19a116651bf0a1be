"""Parts of a whole that have nothing to do with one another: what is tied, directly or through others, is one part."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Union(Generic[T]):
    """Ties between things of any kind; ``root`` is one and the same thing for all that are tied together."""

    def __init__(self) -> None:
        self._home: dict[T, T] = {}

    def root(self, thing: T) -> T:
        home = self._home
        found = thing
        while (up := home.get(found, found)) != found:
            found = up
        while thing != found:
            home[thing], thing = found, home.get(thing, thing)
        return found

    def tie(self, a: T, b: T) -> None:
        a, b = self.root(a), self.root(b)
        if a != b:
            self._home[b] = a
