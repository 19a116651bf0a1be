"""Lists that a line of the description announces."""

from __future__ import annotations

import pytest

from igf_extract.parsing.announced import announced_questions, announced_themes
from igf_extract.parsing.lines import split_lines
from igf_extract.vocab.load import read_data

_ITEMS = {
    "questions": ("1. Who keeps the tapes?", "2. May a court order their end", "3. Who pays?"),
    "themes": ("• Cables and the law of the sea", "• Money for masts", "• Names"),
}


def _examples(which: str) -> list[tuple[str, str]]:
    return [(e["list"], line) for e in read_data("announced.toml")["examples"] for line in e[which]]


def _found(kind: str, head: str) -> int:
    lines = tuple(split_lines("\n".join(("A text about it.", head, *_ITEMS[kind], "More text."))))
    return len(announced_questions(lines) if kind == "questions" else announced_themes(lines))


@pytest.mark.parametrize(("kind", "head"), _examples("fires"))
def test_head_announces_its_list(kind: str, head: str) -> None:
    assert _found(kind, head) == 3


@pytest.mark.parametrize(("kind", "head"), _examples("silent"))
def test_other_lines_announce_nothing(kind: str, head: str) -> None:
    assert _found(kind, head) == 0


def test_themes_quote_the_text_without_marks() -> None:
    text = "Sub-themes:\n1) Masts;\n2) Cables.\n"
    found = announced_themes(tuple(split_lines(text)))
    assert [line.span.of(text) for line in found] == ["Masts", "Cables"]


def test_sentences_and_questions_are_no_themes() -> None:
    assert announced_themes(tuple(split_lines("Sub-themes:\n- Who pays?\n- Masts\n"))) == ()


def test_statements_are_no_questions() -> None:
    assert announced_questions(tuple(split_lines("Points for discussion:\n- Masts\n- Cables\n- Who pays?\n"))) == ()
