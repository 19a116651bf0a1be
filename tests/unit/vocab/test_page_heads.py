"""Lines at the head of a page that name the meeting or what the page is."""

from __future__ import annotations

import pytest

from igf_extract.vocab.load import read_data
from igf_extract.vocab.page_heads import PageHead, read_page_head

_EXAMPLES = read_data("heads.toml")["examples"]


@pytest.mark.parametrize("text", [text for entry in _EXAMPLES for text in entry["fires"]])
def test_fires(text: str) -> None:
    assert read_page_head(text) is not None


@pytest.mark.parametrize("text", [text for entry in _EXAMPLES for text in entry["silent"]])
def test_silent(text: str) -> None:
    assert read_page_head(text) is None


@pytest.mark.parametrize(
    ("text", "year", "session_type"),
    [
        ("Best Practice Forums 2009 - Reports", "2009", "Best Practice Forums"),
        ("Third Meeting of the Internet Governance Forum", "Third Meeting of the Internet Governance Forum", None),
        ("Workshop Report", None, "Workshop"),
        ("(draft version 21.01.08)", None, None),
    ],
)
def test_spans_quote(text: str, year: str | None, session_type: str | None) -> None:
    head = read_page_head(text)
    assert isinstance(head, PageHead)
    assert (text[head.year[1] : head.year[2]] if head.year else None) == year
    assert (text[head.session_type[1] : head.session_type[2]] if head.session_type else None) == session_type
