"""Rows of what articles show of themselves and of the sessions that texts name."""

from __future__ import annotations

import datetime as dt

from tests.build import Page

from igf_extract.model import Document, Evidence, Fact, Publication, Reference, Session, Span
from igf_extract.tables.build import build


def article() -> Document:
    page = Page("a.txt", kind="article")
    title, day = page.fact("Harbour lights"), page.fact("3 May 2021")
    words = page.write("WS #7 at IGF 2021")
    nowhere = page.write("WS #8 at IGF 2021")
    document = page.document()
    publication = Publication(title=title, published_on=Fact(dt.date(2021, 5, 3), day.evidence, 0.5))
    named = (
        Reference(2021, "workshop", "007", Evidence(words, "test")),
        Reference(2021, "workshop", "8", Evidence(nowhere, "test")),
    )
    return Document(
        source=document.source, sha256=document.sha256, text=document.text, kind="article", publication=publication, references=named
    )


def test_rows() -> None:
    page = Page("s.txt")
    session = Session(year=page.fact(2021), session_type=page.fact("workshop"), number=page.fact("7"), title=page.fact("Ships"))
    tables = build([article(), page.document(session)])
    (row,) = tables["publications"].to_pylist()
    assert (row["title"], row["published_on"], row["publisher"], row["confidence"]) == ("Harbour lights", dt.date(2021, 5, 3), None, 0.5)
    assert Span(row["char_start"], row["char_end"]).of(article().text) == "Harbour lights\n3 May 2021"
    assert [(r["number"], r["session_id"], r["text"]) for r in tables["session_references"].to_pylist()] == [
        ("007", "igf2021-ws7", "WS #7 at IGF 2021"),
        ("8", None, "WS #8 at IGF 2021"),
    ]
    assert tables["sessions"].column("date").to_pylist() == [None], "a day of publication is no session's day"


def test_an_article_that_shows_nothing_has_no_row() -> None:
    tables = build([Page("a.txt", kind="article").document()])
    assert tables["publications"].num_rows == 0 and tables["session_references"].num_rows == 0
