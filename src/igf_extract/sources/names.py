"""Names of files and members as text that any table can hold, kept apart where they are equal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def printable(name: str) -> str:
    """``name`` with bytes that are no text written as ``\\xNN``, so that it can be stored as UTF-8.

    >>> printable("caf\\udce9.txt")
    'caf\\\\xe9.txt'
    """
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace") if not name.isascii() else name


class Distinct:
    """Hands out each name once: a repeated one gets ``#2``, ``#3`` ... in the order of asking."""

    def __init__(self) -> None:
        self._times: dict[str, int] = {}

    def name(self, wanted: str) -> str:
        times = self._times[wanted] = self._times.get(wanted, 0) + 1
        return wanted if times == 1 else self.name(f"{wanted}#{times}")


def apart(places: Sequence[tuple[str, str]]) -> list[str]:
    """A source for each (folder, path below it): the path; where two are equal, with as many folders before it as tell them apart.

    >>> apart([("/data/a", "x.txt"), ("/data/b", "x.txt"), ("/data/b", "y.txt")])
    ['a/x.txt', 'b/x.txt', 'y.txt']
    """
    sources = [printable(path) for _, path in places]
    moved: set[int] = set()
    for depth in range(1, 1 + max((folder.count("/") for folder, _ in places), default=0)):
        times = Counter(sources)
        moved |= {number for number, source in enumerate(sources) if times[source] > 1}
        if len(times) == len(sources):
            break
        for number in moved:
            folder, path = places[number]
            sources[number] = printable("/".join((*folder.strip("/").split("/")[-depth:], path)))
    distinct = Distinct()
    return [distinct.name(source) for source in sources]
