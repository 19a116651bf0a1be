"""What a page sets aside: its second printing."""

from __future__ import annotations

from igf_extract.parsing.aside import second_printing
from igf_extract.parsing.lines import split_lines

PAGE = [
    "Ledgers of the harbour: who may read them",
    "Day 3 in the main hall",
    "Ana Lima, Net Trust",
    "Rui Costa, Open Lab",
    "Closing words",
]


def begin(lines: list[str]) -> int:
    return second_printing(list(split_lines("\n".join(lines))))


def test_the_same_lines_again() -> None:
    assert begin([*PAGE, *PAGE]) == len(PAGE)


def test_other_breaks_of_lines_and_an_address_below() -> None:
    long = [f"{name}, who spoke for a long while about the ledgers of every harbour of the coast" for name in ("Ana", "Rui", "Eva", "Noor")]
    assert begin([*PAGE, *long, " ".join([*PAGE, *long]), "Switzerland"]) == len(PAGE) + len(long)


def test_a_title_alone_said_again_begins_nothing() -> None:
    others = [f"Another line with the number {number} that the page has once" for number in range(6)]
    assert begin([*PAGE, PAGE[0], *others]) == len(PAGE) + 1 + len(others)


def test_many_places_where_a_printing_may_begin() -> None:
    """Each such place was once compared line by line with all that stood above it."""
    lines = [PAGE[0]] * 3000 + [f"Another line with the number {number}" for number in range(3000)]
    assert begin(lines) == len(lines)
