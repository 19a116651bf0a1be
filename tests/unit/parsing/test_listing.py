"""Listings: what opens an entry, what the listing says of each, and events of the schedule line by line."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igf_extract.model import Document, Session
from igf_extract.parsing.lines import lines
from igf_extract.parsing.listing import read_piece, split_listing
from igf_extract.parsing.sched import read_sched
from igf_extract.parsing.sched_list import sched_pieces
from igf_extract.parsing.structure import structure

ROOT = Path(__file__).parents[3]
CASES = tomllib.loads((ROOT / "tests/cases/listings.toml").read_text(encoding="utf-8"))["case"]
DEVSET = ROOT.parent / "shared/devset"


def document(text: str) -> Document:
    return lines(Document(source="x.txt", text=text))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["reason"])
def test_pieces(case: dict[str, Any]) -> None:
    doc = document(case["text"])
    pieces = split_listing(doc)
    assert [piece.rule for piece in pieces] == [case["rule"]] * len(case["pieces"])
    for piece, (first, last) in zip(pieces, case["pieces"], strict=True):
        assert doc.lines[piece.first].text.startswith(first)
        assert doc.lines[piece.last - 1].text.endswith(last)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["reason"])
def test_facts(case: dict[str, Any]) -> None:
    doc = document(case["text"])
    for piece, expected in zip(split_listing(doc), case["facts"], strict=True):
        session = piece.complete(Session())
        for name, value in expected.items():
            assert getattr(session, name).value == value, name
        for name in {"year", "title", "number"} - expected.keys():
            assert getattr(session, name) is None, name
        assert [theme.theme for theme in session.themes] == ([case["theme"]] if "theme" in case else [])
        for name, fact in piece.facts:
            if name in ("title", "number", "room"):
                assert " ".join(fact.evidence.span.of(doc.text).split()) == fact.value  # a title may be broken


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["reason"])
def test_every_piece_is_a_page(case: dict[str, Any]) -> None:
    doc = document(case["text"])
    for piece in split_listing(doc):
        page = read_piece(doc.lines[piece.first : piece.last], piece)
        assert page is not None
        assert {claim.line for claim in page.claims} == set(range(piece.first, piece.last))


def test_certain_facts_overrule_and_others_fill() -> None:
    case = next(case for case in CASES if case["rule"] == "number")
    doc = document(case["text"])
    piece = split_listing(doc)[0]
    title = dict(piece.facts)["title"]
    other = dict(split_listing(doc)[1].facts)
    session = piece.complete(Session(title=other["title"], year=other["year"]))
    assert session.title == title
    assert session.year == other["year"]


@pytest.mark.skipif(not DEVSET.exists(), reason="the labelled look-alikes are not beside this checkout (../shared/devset)")
def test_labelled_listings() -> None:
    seen = 0
    for path in sorted((DEVSET / "gold").glob("*.json"))[0::2]:
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold["kind"] != "listing":
            continue
        seen += 1
        doc = document((DEVSET / "docs" / gold["doc"]).read_text(encoding="utf-8"))
        pieces = split_listing(doc)
        assert len(pieces) == len(gold["sessions"]), gold["doc"]
        for piece, session in zip(pieces, gold["sessions"], strict=True):
            if session["title"]:
                head = " ".join(line.text for line in doc.lines[piece.first : piece.first + 2])
                assert session["title"] in head
    assert seen >= 4


EVENT = """
Welcome to IGF2017! Create your schedule below and participate!
Back To Schedule
Wednesday, December 20 • 10:10 - 11:40
Ships and cables (WS133)

Sign up or log in to save this to your schedule, view media, leave feedback and see who's attending!

Proposer's Name: Ms. Ana Lima
Proposer's Organization: Net Harbour
Session Format: Debate - 90 Min
Country: Chile
Stakeholder Group: Civil Society
Session Moderator: Mr. Bo Ek, Coast Institute
Content of the Session:
The session asks who repairs a cable that nobody owns, and when.

Speakers
avatar for Chidi Obi

Chidi Obi

Captain, Repair Ships
Chidi Obi has been at sea for twenty years and... Read More →
DF

Dana Fox

Tides, salt


Wednesday December 20, 2017 10:10 - 11:40 CET
Room XXIII - E United Nations Office at Geneva (UNOG)
  Access, Security
"""
FIELDS = (
    "noise noise schedule title noise participants participants format participants participants participants description description "
    "participants noise participants participants other noise participants participants schedule schedule themes"
).split()


def test_event_line_by_line() -> None:
    doc = document(EVENT)
    page = read_sched(doc.lines)
    assert page is not None
    assert [claim.field for claim in page.claims] == FIELDS


def test_event_runs_quote_the_document() -> None:
    doc = document(EVENT)
    page = read_sched(doc.lines)
    assert page is not None
    for run in page.runs:
        for line in run.lines:
            written = line.span.of(doc.text)
            assert len(written) == len(line.text)
            assert all(a == b or a.isspace() for a, b in zip(written, line.text, strict=True))
    keys = [run.slot.key.name for run in page.runs]
    assert keys.count("theme") == 2
    people = next(run for run in page.runs if run.slot.key.name == "speakers")
    assert people.lines[0].text == "Chidi Obi, Captain, Repair Ships"
    proposers = next(run for run in page.runs if run.slot.key.name == "organizers")
    assert proposers.lines[-1].text.endswith("Net Harbour")
    details = next(run for run in page.runs if run.slot.key.name == "proposers_details")
    assert [line.text for line in details.lines] == ["Country: Chile", "Stakeholder Group: Civil Society"]


def test_track_whose_name_holds_commas() -> None:
    page = read_sched(document(EVENT.replace("Access, Security", "Safety, Security, Stability & Resilience, Workshop")).lines)
    assert page is not None
    tracks = [run.lines[0].text for run in page.runs if run.slot.key.name == "theme"]
    assert tracks == ["Safety, Security, Stability & Resilience", "Workshop"]


def test_event_of_a_list_cut_off_below_the_label_of_its_text() -> None:
    slot = "Thursday December 19, 2024 09:30 - 10:30 GMT+03"
    for text in (
        "Description:\nThe workshop is about cables, ships and harbours.",
        "1. Welcome and introductions\n2. Discussion of cables",
    ):
        page = read_sched(document(f"WS #51 Cables and ships\n{slot}\n{text}\n").lines)
        assert page is not None
        assert [run.slot.key.name for run in page.runs if run.slot.key.name in ("room", "theme")] == []
    page = read_sched(document(f"WS #51 Cables and ships\nThe workshop is about cables.\n{slot}\nWorkshop Room 1\n").lines)
    assert page is not None
    assert [run.lines[0].text for run in page.runs if run.slot.key.name == "room"] == ["Workshop Room 1"]


def test_event_of_a_list_with_lost_title() -> None:
    text = "The open forum reports on the outcomes of the first conference of harbours. " * 3
    page = read_sched(
        document(f"{text}\n\nName of Speaker(s)\n\nAna Ruiz, Velm Council\n\nTuesday December 6, 2016 09:00 - 10:00 CST\n").lines
    )
    assert page is not None
    assert [run.slot.key.name for run in page.runs if run.slot.key.name in ("title", "description")] == ["description"]


def test_hours_without_a_zone_stand_between_events() -> None:
    event = "09:00\n\n{0}\nThe workshop is about cables.\n\n10:00\nOpening\n\nMonday December 5, 2016 09:00 - 10:30\nRoom 9\n\n"
    text = "Monday, December 5\n\n" + event.format("Ships and cables") + event.format("Harbours")
    lines = document(text).lines
    assert [lines[title].text for _, _, title in sched_pieces(lines)] == ["Ships and cables", "Harbours"]


def test_events_whose_slot_lines_are_lost() -> None:
    text = "Cables and the people who mend them at sea bring together crews, insurers and three regulators for an open talk on repair."
    page = "Welcome to IGF2017! Create your schedule below and participate!\nAccess [clear filter]\nMonday, December 18\n\n09:00 CET\n\n"
    page += f"Ships and cables (WS1)\n\n{text}\n\n10:40 CET\n\nHarbours (WS2)\n\n{text}\nTuesday, December 19\n\n"
    page += "11:50 CET\nLunch\n\n12:00 CET\n"
    page += f"Buoys (WS3)\n\n{text}\n"
    doc = structure(replace(document(page), kind="listing"))
    told = [(s.number and s.number.value, str(s.starts_at and s.starts_at.value), s.date and str(s.date.value)) for s in doc.sessions]
    assert told == [
        ("1", "2017-12-18 08:00:00+00:00", "2017-12-18"),
        ("2", "2017-12-18 09:40:00+00:00", "2017-12-18"),
        ("3", "2017-12-19 11:00:00+00:00", "2017-12-19"),
    ]


def test_event_with_lost_title() -> None:
    page = read_sched(document(EVENT.replace("Ships and cables (WS133)\n", "")).lines)
    assert page is not None
    assert page.title is None
    assert not any(run.slot.key.name == "title" for run in page.runs)


def test_no_event() -> None:
    assert read_sched(document("Ships and cables\nA word on repair.").lines) is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([line for case in CASES for line in case["text"].splitlines()]), max_size=25))
def test_any_mixture_is_cut_in_order(parts: list[str]) -> None:
    doc = document("\n".join(parts))
    last = 0
    for piece in split_listing(doc):
        assert last <= piece.first < piece.last <= len(doc.lines)
        last = piece.last
        read_sched(doc.lines[piece.first : piece.last])


def test_a_person_s_work_on_the_next_line() -> None:
    text = """Lamps for all (WS12)

Session Format: Round Table - 90 Min

Ana Lima, Head of Lamps at Net Harbour
Sophie Huber,
Director of the Lamp Centre, Cable Club

Moderator: Katharina Hoen,
Research Associate, Lamp Foundation

Content of the Session:
The towns along the coast have waited for nine years, and nobody knows why.

Monday December 18, 2017 09:00 - 10:30 CET
Room XXII
"""
    doc = structure(replace(document(text), kind="session"))
    (session,) = doc.sessions
    assert [(p.role, p.name, p.organization) for p in session.participations] == [
        ("speaker", "Ana Lima", "Net Harbour"),
        ("speaker", "Sophie Huber", "Cable Club"),
        ("moderator", "Katharina Hoen", "Lamp Foundation"),
    ]
    assert session.description is not None and session.description.value.startswith("The towns")
    assert all(doc.text[p.name_span.start : p.name_span.end] == p.name for p in session.participations if p.name_span is not None)
