"""Which legacy code page bytes were written in, by the letters that come out (``data/codepages.toml``).

Every page reads the same bytes; the reading that looks most like text of the page's languages wins. Points are given to each
character beyond ASCII with a look at its two neighbours, and averaged. No page above zero: no answer.
"""

from __future__ import annotations

from igf_extract.text.codepages import Page, pages

_SAMPLE = 200_000  # bytes that are looked at
_SIGNS = frozenset("’‘“”„–—…•«»\u00a0·°€®©™§¿¡№ªº‹›")
_THAI_MARKS = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")


def guess_page(data: bytes) -> Page | None:
    """The code page of ``data``, which is not UTF-8; None where no page gives a plausible reading.

    >>> guess_page("Управление интернетом".encode("cp1251")).name
    'windows-1251'
    """
    sample = _around_high_bytes(data)
    best = max(pages(), key=lambda page: score(sample, page))  # the first of equals
    return best if score(sample, best) > 0 else None


def _around_high_bytes(data: bytes) -> bytes:
    """The first lines with bytes beyond ASCII, so that a long English text does not cost time."""
    lines: list[bytes] = []
    size = 0
    for line in data[: 20 * _SAMPLE].splitlines():
        if not line.isascii():
            lines.append(line[:_SAMPLE])
            size += len(line)
            if size >= _SAMPLE:
                break
    return b"\n".join(lines)[:_SAMPLE]


def score(data: bytes, page: Page) -> float:
    """Mean points of the bytes beyond ASCII when ``data`` is read in ``page``, in its best alphabet; above 0 is plausible."""
    high = len(data) - len(data.decode("ascii", "ignore"))
    if not high:
        return 0.0
    text = f" {page.decode(data)} "
    seen = [(text[place - 1], char, text[place + 1]) for place, char in enumerate(text) if char > "\x7f"]
    if page.script == "han":
        return sum(_hanzi_points(*one) for one in seen) / high
    return max(sum(_points(*one, page, alphabet) for one in seen) for alphabet in page.alphabets) / high


def _points(before: str, char: str, after: str, page: Page, alphabet: frozenset[str]) -> float:
    if char in page.undefined or char < "\xa0":
        return -5.0
    if char in _SIGNS:
        return -1.0 if before.isalpha() and after.isalpha() and char not in "’·" else 1.0
    if char in alphabet:
        return _latin_points(before, char, after) if page.script == "latin" else _script_points(before, char, after, alphabet)
    if char.isalpha():
        return -0.5 if page.script == "latin" and _latin_points(before, char, after) > 0 else -2.0
    return -2.0 if before.isalpha() and after.isalpha() else -1.0


def _latin_points(before: str, char: str, after: str) -> float:
    if char.isupper():
        if before.islower():
            return -3.0
        points = 0.5 if (after.islower() and not before.isalpha()) or after.isupper() or before.isupper() else 0.0
    else:
        points = 2.0 if not before.isupper() or after.islower() else -0.5
    accented = (before > "\x7f" and before.isalpha()) + (after > "\x7f" and after.isalpha())
    return points - 1.5 * accented


def _script_points(before: str, char: str, after: str, alphabet: frozenset[str]) -> float:
    if any(side.isascii() and side.isalpha() for side in (before, after)):
        return -3.0
    if char in _THAI_MARKS and before not in alphabet:
        return -3.0
    if char.isupper() and before.islower():
        return -3.0
    company = (before in alphabet) + (after in alphabet)
    return (-1.0, 2.0, 3.0)[company]


def _hanzi_points(before: str, char: str, after: str) -> float:
    if char == "\ufffd":
        return -10.0
    try:
        first, *rest = char.encode("gb2312")
    except UnicodeEncodeError:
        return -2.0
    if 0xB0 <= first <= 0xD7:  # the 3,755 frequent characters
        return 4.5 if after > "\x7f" or before > "\x7f" else 1.0
    return 2.0 if first in {0xA1, 0xA3} and rest else -2.0
