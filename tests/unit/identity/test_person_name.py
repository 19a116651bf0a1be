from __future__ import annotations

import pytest

from igf_extract.identity.person_name import read_name


@pytest.mark.parametrize(
    ("written", "core", "initials"),
    [
        ("Dr. Wanda Okafor", ("wanda", "okafor"), ()),
        ("Mr Robert T. Maddox", ("robert", "maddox"), ("t",)),
        ("RT Maddox", ("maddox",), ("r", "t")),
        ("J.-P. Carbonneau", ("carbonneau",), ("j", "p")),
        ("Pieter van der Linde", ("pieter", "linde"), ()),
        ("LI NA", ("li", "na"), ()),
        ("Tan Wei", ("tan", "wei"), ()),
        ("Salma Al-Harbi", ("salma", "harbi"), ()),
        ("刘晓明", ("liu", "xiaoming"), ()),
        ("Maeve O’Connell", ("maeve", "oconnell"), ()),
    ],
)
def test_parts(written: str, core: tuple[str, ...], initials: tuple[str, ...]) -> None:
    name = read_name(written)
    assert name is not None
    assert (name.core, name.initials) == (core, initials)


@pytest.mark.parametrize("written", ["", " ", "...", "🔒", "(-)", "R. S."])
def test_nothing_of_a_name(written: str) -> None:
    assert read_name(written) is None


def test_suffix_is_kept_apart() -> None:
    name = read_name("Otavio Prado Junior")
    assert name is not None
    assert (name.core, name.suffix) == (("otavio", "prado"), "jr")


def test_key_ignores_order_and_ordered_does_not() -> None:
    one, other = read_name("Okafor Wanda"), read_name("Wanda Okafor")
    assert one is not None and other is not None
    assert one.key == other.key
    assert one.ordered != other.ordered
