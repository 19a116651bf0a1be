"""Edits replay exactly, and the offset map leads back and forth."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igf_extract.model import Edit, RawDocument, Span
from igf_extract.text import apply_edits, decode
from igf_extract.text.characters import character_edits, clean, with_character_edits
from igf_extract.text.decoding import decoded_text
from igf_extract.text.edits import MOST_EDITS, join_near

RULES = tomllib.loads((files("igf_extract") / "data" / "characters.toml").read_text(encoding="utf-8"))["rule"]
PIECES = [
    "a",
    "é",
    "\r\n",
    "\r",
    "\n",
    "\u00a0",
    "\u00ad",
    "\u200b",
    "\ufeff",
    "\x00",
    "\x92",
    "â€™",
    "๐Ÿ”’",
    "Ã©",
    "\f",
    "\u200d",
    "ม",
    "🔒",
    "\u2028",
]
odd_text = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=30).map("".join)


@pytest.mark.parametrize(("rule", "before", "after"), [(rule["name"], *pair) for rule in RULES for pair in rule["fires"]])
def test_rules_fire(rule: str, before: str, after: str) -> None:
    assert clean(before) == after
    assert rule in {edit.rule for edit in character_edits(before)}


@pytest.mark.parametrize(("rule", "text"), [(rule["name"], text) for rule in RULES for text in rule["silent"]])
def test_rules_stay_silent(rule: str, text: str) -> None:
    assert clean(text) == text


@given(odd_text)
@settings(max_examples=300, deadline=None)
def test_edits_replay(text: str) -> None:
    raw = RawDocument("x", text.encode())
    document = decode(raw)
    decoded = decoded_text(raw)
    again, offsets = apply_edits(decoded, document.edits)
    assert again == document.text
    changed = [0] * (len(decoded) + 1)
    for edit in document.edits:
        assert decoded[edit.start : edit.start + len(edit.old)] == edit.old
        assert edit.old != edit.new
        changed[edit.start : edit.start + len(edit.old)] = [1] * len(edit.old)
    for place, char in enumerate(decoded):
        if not changed[place]:
            assert again[offsets.to_repaired(place)] == char
            assert offsets.to_decoded(offsets.to_repaired(place)) == place
    for start in range(len(again)):
        old = offsets.span_to_decoded(Span(start, start + 1))
        assert apply_edits(old.of(decoded), [])[0] or old == Span(len(decoded), len(decoded))
        assert 0 <= old.start <= old.end <= len(decoded)


def test_map_by_hand() -> None:
    decoded = "a\r\n๐Ÿ”’\u200bb"
    edits = [Edit(1, "\r\n", "\n", "line_end"), Edit(3, "๐Ÿ”’", "🔒", "mojibake"), Edit(7, "\u200b", "", "zero_width")]
    text, offsets = apply_edits(decoded, edits)
    assert text == "a\n🔒b"
    assert [offsets.to_decoded(place) for place in range(5)] == [0, 1, 3, 8, 9]
    assert [offsets.to_repaired(place) for place in range(10)] == [0, 1, 1, 2, 2, 2, 2, 3, 3, 4]
    assert offsets.span_to_decoded(Span(1, 3)) == Span(1, 7)
    assert offsets.span_to_decoded(Span(2, 4)) == Span(3, 9)
    assert offsets.span_to_decoded(Span(2, 2)) == Span(3, 3)


@pytest.mark.parametrize("edits", [[Edit(1, "x", "", "r")], [Edit(0, "ab", "", "r"), Edit(1, "b", "", "r")], [Edit(9, "a", "", "r")]])
def test_wrong_edits_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="edit at"):
        apply_edits("abc", edits)


def test_repairs_are_cleaned_too() -> None:
    assert decode(RawDocument("x", "cafÃ© aÂ\u00a0b â€‹c".encode())).text == "café a b c"


def test_nothing_is_composed_or_masked() -> None:
    text = "e\u0301 co\u2011chair 🔒 ﬁ ２"
    assert decode(RawDocument("x", text.encode())).text == text


def test_many_edits_are_joined() -> None:
    text = "a\r" * (MOST_EDITS + 10)
    edits = with_character_edits(text, ())
    assert len(edits) < 1000
    assert apply_edits(text, edits)[0] == text.replace("\r", "\n")


def test_joining_keeps_the_text() -> None:
    edits = [Edit(0, "a", "x", "r"), Edit(2, "c", "", "s"), Edit(9, "j", "y", "r")]
    text = "abcdefghij"
    joined = list(join_near(text, edits, 3))
    assert [edit.start for edit in joined] == [0, 9]
    assert apply_edits(text, joined)[0] == apply_edits(text, edits)[0]
