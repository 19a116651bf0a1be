"""Code points as the word lists write them: ``U+00A0``, ``U+2000-U+200A``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from igf_extract.vocab.load import DataFileError


def code_points(ranges: Iterable[str]) -> Iterator[int]:
    """Every code point of ``ranges``.

    Raises:
        DataFileError: an entry is not of the form ``U+hhhh`` or ``U+hhhh-U+hhhh``.

    >>> [hex(point) for point in code_points(["U+0041-U+0043"])]
    ['0x41', '0x42', '0x43']
    """
    for entry in ranges:
        first, _, last = entry.partition("-")
        try:
            if not first.startswith("U+") or (last and not last.startswith("U+")):
                raise ValueError
            low, high = int(first[2:], 16), int((last or first)[2:], 16)
        except ValueError:
            raise DataFileError(f"{entry!r} is no range of code points; write U+00A0 or U+2000-U+200A") from None
        yield from range(low, high + 1)
