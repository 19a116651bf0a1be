"""What articles show of themselves, from tests/cases/articles.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from igf_extract.model import Document
from igf_extract.parsing.article import read_article
from igf_extract.parsing.lines import lines

CASES = Path(__file__).parents[2] / "cases" / "articles.toml"
PROSE = (
    "Harbour towns wait longer for cables than large ones, and their mayors said on Monday that nobody had asked them. They want a "
    "register that all can read, a fund for the last mile, and a seat at the table where the routes of the cables are drawn."
)


@pytest.mark.parametrize("case", tomllib.loads(CASES.read_text(encoding="utf-8"))["case"], ids=lambda case: case["reason"])
def test_case(case: dict[str, Any]) -> None:
    document = read_article(lines(Document(source="a.txt", text=case["text"].replace("$PROSE", PROSE), kind="article")))
    publication = document.publication
    for name in ("title", "published_on", "publisher"):
        fact = None if publication is None else getattr(publication, name)
        assert (None if fact is None else fact.value) == case.get(name), name
        if isinstance(case.get(name), str):
            assert fact is not None and fact.evidence.span.of(document.text) == case[name]
    assert {claim.field for claim in document.claims} == {
        n.removesuffix("_on") for n in ("title", "published_on", "publisher") if n in case
    }


@pytest.mark.parametrize("text", ["", "\n\n", "© 2016 " * 5000, "Published " * 5000, "a, 1 May 2020 –" * 2000, "Publisher: " + "x " * 9000])
def test_never_raises(text: str) -> None:
    read_article(lines(Document(source="a.txt", text=text, kind="article")))
