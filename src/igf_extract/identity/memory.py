"""What the parts of an earlier run gave, under a hash of all that they were made from: a part that has not changed is not made again."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Any, TypeVar

T = TypeVar("T")


class Memory:
    """Values by kind and content. ``made`` counts, by kind, the parts that had to be made; ``known`` those that were at hand.

    A value is a tuple of plain values, a pure function of its content (and of the code and word lists, which is the caller's to
    see to). Only what a run has asked for is kept for the next, so that the memory does not grow with what is gone.
    """

    def __init__(self, before: Mapping[bytes, Any] | None = None) -> None:
        self._before = before or {}
        self._now: dict[bytes, Any] = {}
        self.made: Counter[str] = Counter()
        self.known: Counter[str] = Counter()

    def of(self, kind: str, content: bytes, make: Callable[[], T], valid: Callable[[T], bool] | None = None) -> T:
        """The value for ``content``; made where it is not at hand, or not ``valid`` any more."""
        key = _key(kind, content)
        value: T | None = self._at(key)
        if value is None or (valid is not None and not valid(value)):
            value = make()
            self.made[kind] += 1
        else:
            self.known[kind] += 1
        self._now[key] = value
        return value

    def last(self, kind: str, content: bytes) -> Any:
        """What was kept for ``content`` by ``keep``, in this run or the one before; None where there is nothing."""
        return self._at(_key(kind, content))

    def keep(self, kind: str, content: bytes, value: object) -> None:
        self._now[_key(kind, content)] = value

    def _at(self, key: bytes) -> Any:
        value = self._now.get(key)
        return self._before.get(key) if value is None else value

    def forget(self, kind: str) -> None:
        """For those who keep nothing for a next run: what of this one is not asked for again."""

    def to_bytes(self) -> bytes:
        return pickle.dumps(self._now, protocol=pickle.HIGHEST_PROTOCOL)

    @classmethod
    def from_bytes(cls, data: bytes | None) -> Memory:
        """The memory that ``to_bytes`` gave; an empty one of None, and of data that cannot be read.

        ``data`` must come from a place that only the user writes to, with a hash that was looked at: it is unpickled.
        """
        if data is None:
            return cls()
        try:
            before = pickle.loads(data)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, ImportError, EOFError, MemoryError, pickle.UnpicklingError):
            return cls()
        return cls(before if isinstance(before, dict) else None)


class Passing(Memory):
    """The memory of a run that has no next one: it holds only what the run itself asks for twice."""

    _TWICE = frozenset({"persons", "related"})

    def of(self, kind: str, content: bytes, make: Callable[[], T], valid: Callable[[T], bool] | None = None) -> T:
        return super().of(kind, content, make, valid) if kind in self._TWICE else make()

    def keep(self, kind: str, content: bytes, value: object) -> None:
        pass

    def forget(self, kind: str) -> None:
        if kind in self._TWICE:
            self._now.clear()


def _key(kind: str, content: bytes) -> bytes:
    return blake2b(content, digest_size=16, person=kind.encode()).digest()


def packed(*texts: str) -> bytes:
    """Texts as content; any texts, lone surrogates included. Other texts give other content."""
    whole = "\x1f".join(texts)
    if whole.count("\x1f") >= max(1, len(texts)):  # a separator within a text: lengths tell them apart
        whole = "\x1f".join(["", *(f"{len(text)}:{text}" for text in texts)])
    return f"{len(texts)}:{whole}".encode("utf-8", "surrogatepass")
