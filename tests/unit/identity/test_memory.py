"""What is kept from run to run: only what was asked for, and nothing of what cannot be trusted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from igf_extract.identity.memory import Memory, packed


def test_a_value_is_made_once() -> None:
    memory = Memory()
    assert [memory.of("sum", b"1 1", lambda: (2,)) for _ in range(3)] == [(2,)] * 3
    assert memory.made["sum"] == 1
    assert memory.known["sum"] == 2


def test_kinds_are_apart() -> None:
    memory = Memory()
    assert memory.of("sum", b"1 1", lambda: (2,)) != memory.of("product", b"1 1", lambda: (1,))


def test_the_next_run_knows_it() -> None:
    first = Memory()
    first.of("sum", b"1 1", lambda: (2,))
    second = Memory.from_bytes(first.to_bytes())
    assert second.of("sum", b"1 1", lambda: (3,)) == (2,)
    assert not second.made


def test_what_is_not_asked_for_is_forgotten() -> None:
    first = Memory()
    first.of("sum", b"1 1", lambda: (2,))
    second = Memory.from_bytes(first.to_bytes())
    second.of("sum", b"2 2", lambda: (4,))
    third = Memory.from_bytes(second.to_bytes())
    assert third.of("sum", b"1 1", lambda: (0,)) == (0,)


def test_what_is_not_valid_is_made_again() -> None:
    memory = Memory()
    memory.of("answer", b"?", lambda: (1,))
    assert memory.of("answer", b"?", lambda: (2,), lambda value: value == (2,)) == (2,)


def test_damage_is_an_empty_memory() -> None:
    good = Memory()
    good.of("sum", b"1 1", lambda: (2,))
    for data in (None, b"", b"\x80", good.to_bytes()[:-3], b"hello", b"\x80\x05]\x94."):
        assert Memory.from_bytes(data).of("sum", b"1 1", lambda: (5,)) == (5,)


@given(
    st.lists(st.text(alphabet="a1:\x1f\ud800", max_size=3), max_size=3), st.lists(st.text(alphabet="a1:\x1f\ud800", max_size=3), max_size=3)
)
def test_other_texts_are_other_content(a: list[str], b: list[str]) -> None:
    assert (packed(*a) == packed(*b)) == (a == b)
