"""What prose says of its session's type; the examples stand in the data file."""

from __future__ import annotations

import pytest

from igf_extract.vocab.load import read_data
from igf_extract.vocab.said_types import said_type, type_of_format, type_of_title

EXAMPLES = [
    (entry["type"], text, kind == "fires")
    for entry in read_data("said_types.toml")["examples"]
    if "list" not in entry
    for kind in ("fires", "silent")
    for text in entry[kind]
]


@pytest.mark.parametrize(("code", "text", "fires"), EXAMPLES)
def test_examples(code: str, text: str, fires: bool) -> None:
    found = said_type(text)
    assert (found is not None and found[0] == code) is fires


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (text, entry["type"] if kind == "fires" else None)
        for entry in read_data("said_types.toml")["examples"]
        if entry.get("list") == "formats"
        for kind in ("fires", "silent")
        for text in entry[kind]
    ],
)
def test_answers_under_format(text: str, code: str | None) -> None:
    found = type_of_format(text)
    assert (found[0] if found else None) == code


def test_several_types_say_nothing() -> None:
    assert said_type("This workshop and our town hall look at the same law.") is None


def test_the_span_quotes_the_words() -> None:
    text = "In short, this open forum looks at the sea."
    found = said_type(text)
    assert found is not None
    assert text[found[1] : found[2]] == "this open forum"


def test_hostile_text_is_quick() -> None:
    assert said_type("hosted by " * 20_000 + "the " * 20_000) is None


def test_first_words_of_a_title() -> None:
    assert type_of_title("Pre-event for the lamps of the coast") == ("day_0", 0, 13)
    assert type_of_title("A pre-event for the lamps") is None
