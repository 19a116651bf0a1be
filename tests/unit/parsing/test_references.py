"""Sessions that a text names by year, type and number."""

from __future__ import annotations

import time
from typing import Any

import pytest

from igf_extract.model import Document, Evidence, Fact, Session, Span
from igf_extract.parsing.references import find_references, references
from igf_extract.vocab.load import read_data

WORDS: dict[str, Any] = read_data("references.toml")


def found(text: str) -> list[tuple[int, str, str]]:
    return [(r.year, r.session_type, r.number) for r in references(Document(source="a.txt", text=text)).references]


@pytest.mark.parametrize("text", WORDS["fires"])
def test_fires(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize("text", WORDS["silent"])
def test_silent(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("between", WORDS["between"])
def test_what_stands_between(between: str) -> None:
    assert found(f"as WS #12 {between} IGF 2022 showed") == [(2022, "workshop", "12")]


@pytest.mark.parametrize("word", WORDS["and"])
def test_two_of_one_forum(word: str) -> None:
    assert found(f"WS #12 {word} Open Forum #4 at IGF 2022") == [(2022, "workshop", "12"), (2022, "open_forum", "4")]


@pytest.mark.parametrize("forum", WORDS["forum"])
def test_names_of_the_forum(forum: str) -> None:
    assert found(f"WS #12, {forum} 2022") == [(2022, "workshop", "12")]


def test_span_quotes_the_words() -> None:
    text = "We spoke (in Launch / Award Event #34 (IGF 2024)) and left."
    (reference,) = find_references(text)
    assert reference.evidence.span.of(text) == "Launch / Award Event #34 (IGF 2024)"


def test_the_document_s_own_session_is_no_reference() -> None:
    text = "IGF 2022 WS #012 Ships\nIt goes on from IGF 2021 WS #7."
    own = Evidence(Span(0, 1), "test")
    session = Session(year=Fact(2022, own), session_type=Fact("workshop", own), number=Fact("12", own))
    document = references(Document(source="a.txt", text=text, sessions=(session,)))
    assert [(r.year, r.number) for r in document.references] == [(2021, "7")]


@pytest.mark.parametrize(
    "text", ["IGF 2022 " * 5000, "WS #12 " * 5000, "WS #12 (IGF 2022) " * 2500, "WS #1 and " * 5000 + "IGF 2022", "“" * 9000]
)
def test_hostile_text_is_quick(text: str) -> None:
    started = time.thread_time()
    references(Document(source="a.txt", text=text))
    assert time.thread_time() - started < 3
