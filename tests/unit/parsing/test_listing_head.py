"""What the head of a listing says of all its entries."""

from __future__ import annotations

import pytest

from igf_extract.parsing.lines import split_lines
from igf_extract.parsing.listing_head import day_of_all, heading_facts


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The pre-events of the IGF 2012 take place on 5 November 2012 at the Lamp Hall.", "5 November 2012"),
        ("The sessions were held on 3 September 2014.", "3 September 2014"),
        ("The forum takes place on 6-9 November 2012.", None),
        ("Last changed on 5 November 2012", None),
        ("Sessions take place on 5 November.", None),
        ("Sunday, 17 December 2017", "Sunday, 17 December 2017"),
        ("15-18 November 2009", None),
        ("Sunday, 17 December 2017\nMonday, 18 December 2017", None),
    ],
)
def test_day_of_all(text: str, day: str | None) -> None:
    lines = list(split_lines(text))
    found = day_of_all(lines, lines)
    assert (found.text if found is not None else None) == day
    assert found is None or text[found.span.start : found.span.end] == day


@pytest.mark.parametrize(
    ("text", "year", "session_type"),
    [
        ("The pre-events of the IGF 2012 take place on 5 November 2012.", 2012, "day_0"),
        ("Best Practice Forums 2009 - Reports", 2009, "best_practice_forum"),
        ("Lamps and ladders", None, None),
    ],
)
def test_heading_facts(text: str, year: int | None, session_type: str | None) -> None:
    facts = {name: fact.value for name, fact in heading_facts(list(split_lines(text)))}
    assert (facts.get("year"), facts.get("session_type")) == (year, session_type)
