"""The marks that open the items of a list, from ``data/list_marks.toml``."""

from __future__ import annotations

import re

from igf_extract.vocab.load import read_data

SIGNS: str = read_data("list_marks.toml")["signs"]  # a line that begins with one of these is an item
POINTERS: str = read_data("list_marks.toml")["pointers"]  # arrows and ticks, which stand before headings and single lines as well
MARKS: str = SIGNS + POINTERS + read_data("list_marks.toml")["shared"]  # and those that stand inside sentences and names as well
MARK = f"[{re.escape(MARKS)}]"  # for patterns: one mark
_ITEM = re.compile(rf"(?:{MARK}|\(?\d{{1,2}}[.)]|\(?[a-h][.)]|\(?[ivx]{{1,4}}[.)])\s*\S")
_LIST_ON_LINE = re.compile(r"\(?1[.)] .+?\s\(?2[.)]\s")


def opens_item(text: str) -> bool:
    """Whether a line begins as the item of a list does: with a mark, a number or a small letter, and words behind it."""
    return _ITEM.match(text) is not None


def has_mark(text: str) -> bool:
    """Whether a line begins with the mark of a list, whatever follows."""
    return text[:1] in MARKS if text else False


def has_sign(text: str) -> bool:
    """Whether a line begins with a sign that is nothing but the mark of a list."""
    return text[:1] in SIGNS if text else False


def is_counted_list(text: str) -> bool:
    """Whether a line holds a counted list, as an editor without breaks leaves it.

    >>> is_counted_list("1. Ana Ruiz, Foo - 2. Eva Kral, Bar"), is_counted_list("1. Ana Ruiz")
    (True, False)
    """
    return _LIST_ON_LINE.match(text) is not None


def without_marks(text: str) -> str:
    """The line without the marks in front."""
    return text.lstrip(MARKS + " \t")
