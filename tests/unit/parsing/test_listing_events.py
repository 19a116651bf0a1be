"""Listings of the first years: slots below titles, and the events of one body."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from igf_extract.model import Fact, RawDocument, Session
from igf_extract.parsing.lines import split_lines
from igf_extract.parsing.listing_events import body_of, body_pieces, dated_pieces, own_events
from igf_extract.pipeline import run_document
from igf_extract.settings import Settings

_MAIN = """Internet Governance Forum (IGF) Meeting 2009

Programme for the Main Sessions

Lamps and Ladders:

Main Session: 15 November, 11:30 – 13:00
Transcript [txt] [pdf]

Moderator:
· Ms. Ana Lima, Director, Net Trust

The session asks who holds the ladder while others change the lamp, and what is owed to them by those who read below it.

Managing Rivers

Main Session: 16 November, 10:00 – 13:00

Panellists:
· Mr. Rui Salgado, Open Lab
"""
_BODY = """IGF 2009 and the Harbour Trust

Rivers without banks

Harbour Trust Panelist: Ana Lima
Workshop Purpose: The workshop compares rivers that have lost their banks with those that never had any, and asks who pays.

Dynamic Coalition on Ladders

Harbour Trust Remote Moderator: Rui Salgado
Workshop Purpose: Members hold one another's ladders and settle who climbs first in the coming year of the coalition.
"""


def _sessions(text: str) -> tuple[Session, ...]:
    data = text.encode()
    return run_document(RawDocument(source="page.txt", data=data, size_bytes=len(data)), Settings(model="none")).sessions


def _value(fact: Fact[Any] | None) -> object:
    return None if fact is None else fact.value


def test_a_slot_below_a_title_opens_an_entry() -> None:
    first, second = _sessions(_MAIN)
    assert [_value(session.title) for session in (first, second)] == ["Lamps and Ladders", "Managing Rivers"]
    assert [_value(session.session_type) for session in (first, second)] == ["main_session", "main_session"]
    assert [_value(session.date) for session in (first, second)] == [dt.date(2009, 11, 15), dt.date(2009, 11, 16)]
    assert str(_value(first.description)).startswith("The session asks")


_BEHIND = """
Programme of the islands

6 November, 09:00 – 10:30: Who pays for the cable
Moderator: Ana Lima

6 November, 11:00 – 12:30 | Boats and bytes
Moderator: Eva Ruiz
President, Foo Council

Setting the scene:
7 November, 09:00 – 10:30: Orientation Session
Moderator: Eva Ruiz

President, Foo Council
7 November, 11:00 - 12:30 – Masts for all
Moderator: Ola Nord
"""


def test_a_title_stands_behind_its_slot_unless_a_heading_stands_above() -> None:
    pieces = dated_pieces(list(split_lines(_BEHIND)))
    titles = [dict(piece.facts)["title"].value for piece in pieces]
    assert titles == ["Who pays for the cable", "Boats and bytes", "Setting the scene", "Masts for all"]


def test_one_slot_makes_no_listing() -> None:
    assert not dated_pieces(list(split_lines(_MAIN.split("Managing")[0])))


def test_people_of_one_body() -> None:
    pieces = body_pieces(list(split_lines(_BODY)))
    assert [dict(piece.facts)["title"].value for piece in pieces] == ["Rivers without banks", "Dynamic Coalition on Ladders"]
    assert {dict(piece.facts)["body"].value for piece in pieces} == {"Harbour Trust"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Net Trust Panelist: Ana Lima", "Net Trust"),
        ("Net Trust Remote Moderator: Rui", "Net Trust"),
        ("Remote Moderator: Rui", None),
        ("Net Trust Panelist:", None),
    ],
)
def test_body_of(text: str, body: str | None) -> None:
    (line,) = split_lines(text)
    assert body_of(line) == body


def test_one_line_is_no_list_of_events() -> None:
    assert not own_events(list(split_lines("Net Trust Panelist: Ana Lima\nOpen Lab Moderator: Rui Salgado")))
