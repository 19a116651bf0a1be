"""From documents to rows: what stands in the tables, by which document, and where it was read."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.build import Page, full_page, identities, identity, session

from igf_extract.model import Decision, Document, EntryKey, Link, Mention, MentionKey, Participation, Problem, Session, Span, TurnKey
from igf_extract.tables.arrow import SchemaError, arrow_schema
from igf_extract.tables.build import build
from igf_extract.tables.merge import merge
from igf_extract.tables.rows.participations import entries
from igf_extract.tables.schema import TABLES


def rows(documents, table: str, who=None) -> list[dict]:
    return build(documents, who)[table].to_pylist()


def test_every_table_is_made_with_the_types_of_the_schema_even_of_nothing():
    made = build([])
    assert list(made) == list(TABLES)
    for name, table in made.items():
        assert table.num_rows == 0
        assert table.schema.equals(arrow_schema(TABLES[name]), check_metadata=True)


def test_scalars_are_filled_field_by_field_and_the_evidence_says_by_whom():
    lead, other = Page("a.txt"), Page("b.txt", "report")
    documents = [lead.document(session(lead, format="panel")), other.document(session(other, format="debate", room="Room B"))]
    made = build(documents)
    (row,) = made["sessions"].to_pylist()
    lead_id, other_id = (d.sha256[:16] for d in documents)
    assert (row["document_id"], row["format"], row["room"], row["seating"]) == (lead_id, "panel", "Room B", None)
    evidence = {r["column"]: r for r in made["session_evidence"].to_pylist()}
    assert {name: r["document_id"] for name, r in evidence.items()} == {
        "year": lead_id, "session_type": lead_id, "number": lead_id, "title": lead_id, "format": lead_id, "room": other_id,
    }  # fmt: skip
    room = evidence["room"]
    assert documents[1].text[room["char_start"] : room["char_end"]] == "Room B"
    assert [(r["document_id"], r["rank"]) for r in made["session_documents"].to_pylist() if r["rank"] == 1] == [(lead_id, 1)]


def test_a_schedule_is_not_pieced_together_from_documents_that_contradict_each_other():
    def at(hour: int) -> dt.datetime:
        return dt.datetime(2023, 10, 9, hour)

    lead, other = Page("a.txt"), Page("b.txt", "report")
    first = lead.document(session(lead, starts_local=at(9)))
    second = other.document(session(other, starts_local=at(14), ends_local=at(15), room="Room B"))
    (row,) = rows([first, second], "sessions")
    assert (row["starts_local"], row["ends_local"], row["room"]) == (at(9), None, "Room B")


def test_instants_are_stored_in_utc_to_the_second():
    p = Page()
    east = dt.timezone(dt.timedelta(hours=9))
    (row,) = rows([p.document(session(p, starts_at=dt.datetime(2023, 10, 9, 9, 0, 0, 5, east)))], "sessions")
    assert row["starts_at"].isoformat() == "2023-10-09T00:00:00+00:00"


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("duration_minutes", 100_000),
        ("year", 1848),
        ("date", dt.date(2024, 1, 2)),
        ("starts_at", dt.datetime(2023, 1, 1)),
        ("room", "  "),
        ("seating", ""),
    ],
)
def test_a_value_that_the_tables_cannot_hold_is_left_out_and_told(column, value):
    p = Page()
    made = build([p.document(session(p, **{column: p.fact(value, "words")}))])
    assert made["sessions"].to_pylist()[0][column] is None
    (problem,) = made["problems"].to_pylist()
    assert problem["code"] == "check_failed" and problem["severity"] == "error" and f"sessions.{column}" in problem["message"]


def test_lists_stand_once_over_documents_and_keep_their_own_evidence():
    lead, other = Page("a.txt"), Page("b.txt", "report")
    one = session(lead, themes=(lead.theme("Trust"),), goals=(lead.goal(9, listed=False),), policy_questions=(lead.fact("Why?"),))
    two = session(other, themes=(other.theme("TRUST"), other.theme("Data")), goals=(other.goal(9), other.goal(0), other.goal(18)),
                  policy_questions=(other.fact("Why?"), other.fact("How?")))  # fmt: skip
    documents = [lead.document(one), other.document(two)]
    names = {d.sha256[:16]: d.source for d in documents}
    made = build(documents)

    def found(table: str, *columns: str) -> list[tuple]:
        return [(*(row[c] for c in columns), names[row["document_id"]]) for row in made[table].to_pylist()]

    assert found("session_themes", "ordinal", "theme") == [(1, "Trust", "a.txt"), (2, "Data", "b.txt")]
    assert found("policy_questions", "ordinal", "text") == [(1, "Why?", "a.txt"), (2, "How?", "b.txt")]
    assert found("session_sdgs", "sdg", "listed") == [(9, True, "b.txt")]


def test_outcomes_are_numbered_within_their_kind():
    p = Page()
    found = (p.outcome("A"), p.outcome("B", "call_to_action"), p.outcome("C"), p.outcome("A"))
    made = rows([p.document(session(p, outcomes=found))], "outcomes")
    assert [(r["kind"], r["ordinal"], r["text"]) for r in made] == [
        ("call_to_action", 1, "B"),
        ("key_takeaway", 1, "A"),
        ("key_takeaway", 2, "C"),
    ]


def test_people_stand_once_in_a_role_and_the_lead_comes_first():
    lead, other = Page("a.txt", "report"), Page("b.txt", "transcript")
    one = session(
        lead, participations=(lead.person("Ana Ruiz"), lead.person("Ana Ruiz", "organizer"), lead.person("Bo Lind", "online_moderator"))
    )
    told = (
        other.person("ana  ruiz"),
        other.person("Bo Lind", "moderator"),
        other.person("Cy Mo", "moderator"),
        other.person(None, "organizer", "Open Net Trust"),
    )
    two = session(other, participations=told)
    made = rows([other.document(two), lead.document(one)], "participations")
    assert [(r["ordinal"], r["role"], r["name"] or r["organization"]) for r in made] == [
        (1, "speaker", "Ana Ruiz"),
        (2, "organizer", "Ana Ruiz"),
        (3, "online_moderator", "Bo Lind"),
        (4, "moderator", "Cy Mo"),
        (5, "organizer", "Open Net Trust"),
    ]
    assert made[3]["entry_id"].endswith("/0/2")


def test_nameless_organizers_of_one_page_are_each_their_own():
    p = Page()
    people = tuple(p.person(None, "organizer", stakeholder_group="government") for _ in range(2))
    assert len(rows([p.document(session(p, participations=people))], "participations")) == 2


def test_entries_for_who_is_who_are_the_rows_of_participations():
    documents = [full_page("a.txt"), full_page("b.txt", kind="report"), full_page("c.txt", number="2", title="Access for all")]
    found = entries(merge(documents))
    made = rows(documents, "participations")
    assert sorted(str(e.key) for e in found) == sorted(r["entry_id"] for r in made)
    assert {e.session for e in found} == {"igf2023-ws1", "igf2023-ws2"} and {e.year for e in found} == {2023}


def test_who_is_who_reaches_participations_turns_and_mentions_and_is_counted():
    document = full_page()
    name = document.sha256[:16]
    mention = document.mentions[0]
    who = identities(
        persons=(
            identity("p-1", "Ana Ruiz", names=(("Ana Ruiz", 1), ("ANA RUIZ", 1))),
            identity("p-2", "Bo Lind"),
            identity("p-3", "No One"),
        ),
        organizations=(identity("o-1", "Open Net Trust", acronym="ONT"),),
        person_of={EntryKey(name, 0, 0): "p-1", EntryKey(name, 0, 1): "p-2"},
        organization_of={EntryKey(name, 0, 0): "o-1"},
        person_of_mention={MentionKey(name, mention.span.start, mention.span.end, "PERSON"): "p-2"},
        person_of_turn={TurnKey(name, 0): "p-1"},
        links=(Link("person", "x/0/0", "x/0/1", "unsure", 0.5, "initials"),),
        unused_decisions=(Decision("a", "b", "same"),),
    )
    made = {table: found.to_pylist() for table, found in build([document], who).items()}
    assert [r["person_id"] for r in made["participations"]] == ["p-1", "p-2", None]
    assert made["turns"][0]["person_id"] == "p-1" and made["mentions"][0]["person_id"] == "p-2"
    figures = [(r["person_id"], r["name_count"], r["participation_count"], r["mention_count"], r["first_year"]) for r in made["persons"]]
    assert figures == [("p-1", 2, 1, 0, 2023), ("p-2", 1, 1, 1, 2023), ("p-3", 1, 0, 0, None)]
    body = made["organizations"][0]
    assert (body["acronym"], body["stakeholder_group"], body["participation_count"]) == ("ONT", "civil_society", 1)
    assert [(r["name"], r["count"]) for r in made["person_names"]][:2] == [("ANA RUIZ", 1), ("Ana Ruiz", 1)]
    assert made["identity_links"][0]["decision"] == "unsure"


def test_a_tie_between_groups_of_an_organisation_is_no_answer():
    p = Page()
    people = (p.person("A", stakeholder_group="media"), p.person("B", stakeholder_group="youth"))
    document = p.document(session(p, participations=people))
    keys = [EntryKey(document.sha256[:16], 0, i) for i in range(2)]
    who = identities(organizations=(identity("o", "X"),), organization_of=dict.fromkeys(keys, "o"))
    assert rows([document], "organizations", who)[0]["stakeholder_group"] is None


def test_a_duplicate_has_a_row_a_problem_and_nothing_else():
    original = full_page("a.txt")
    copy = replace(original, source="b.txt")
    alone = build([original])
    made = build([copy, original])
    first, second = made["documents"].to_pylist()
    assert (first["status"], first["duplicate_of"], first["source"]) == ("parsed", None, "a.txt")
    assert (second["status"], second["duplicate_of"], second["text"]) == ("duplicate", first["document_id"], None)
    assert second["document_id"] == first["document_id"] + "-2" and second["session_count"] == 0
    assert [(r["code"], r["source"]) for r in made["problems"].to_pylist()] == [("duplicate", "b.txt")]
    for name in set(TABLES) - {"documents", "problems"}:
        assert made[name].equals(alone[name]), name


def test_a_document_that_could_not_be_read_has_a_row_and_its_reason():
    lost = Document(source="lost.txt", status="rejected", problems=(Problem("unreadable_file", "no permission"),))
    made = build([lost, replace(lost, source="gone.txt")])
    found = made["documents"].to_pylist()
    assert len({r["document_id"] for r in found}) == 2
    assert all((r["sha256"], r["text"], r["kind"], r["status"]) == (None, None, "unreadable", "rejected") for r in found)
    assert [r["code"] for r in made["problems"].to_pylist()] == ["unreadable_file"] * 2


def test_the_surest_of_mentions_of_the_same_characters_stands():
    p = Page()
    one = session(p)
    mention = p.mention("Ana Ruiz", confidence=0.4)
    document = p.document(one, mentions=(mention, replace(mention, source="roster", confidence=0.9), replace(mention, label="ORG")))
    assert [(r["label"], r["source"]) for r in rows([document], "mentions")] == [("ORG", "model"), ("PERSON", "roster")]


def test_lone_surrogates_are_replaced_one_for_one():
    p = Page("bad\udcff.txt")
    p.write("x\ud800y")
    made = build([Document(source=p.source, text=p.text)])
    (row,) = made["documents"].to_pylist()
    assert row["source"] == "bad\ufffd.txt" and row["text"] == "x\ufffdy\n"


def test_an_unknown_code_is_refused_with_table_column_and_value():
    p = Page()
    document = p.document(session(p, format=p.fact("disco")))
    with pytest.raises(SchemaError, match=r"sessions\.format.*'disco'"):
        build([document])


def test_the_order_of_documents_changes_nothing():
    documents = [full_page(f"{i}.txt", str(i % 4), f"Title of session {i % 4}", ("session", "report")[i % 2]) for i in range(8)]
    expected = build(documents)
    for seed in range(3):
        shuffled = random.Random(seed).sample(documents, len(documents))
        assert all(table.equals(expected[name]) for name, table in build(shuffled).items())


texts = st.text(max_size=12)
people = st.builds(
    lambda role, name, body, a, b: Participation(
        role=role, name=name, organization=body, evidence=Page().evidence("x"), name_span=Span(a, b)
    ),
    st.sampled_from(["speaker", "moderator", "organizer"]),
    st.none() | texts,
    st.none() | texts,
    st.integers(0, 9),
    st.integers(0, 9),
)


@st.composite
def any_document(draw):
    p = Page(draw(st.text(min_size=1, max_size=6)), draw(st.sampled_from(["session", "report", "listing", "other"])))
    told = []
    for _ in range(draw(st.integers(0, 3))):
        optional = {
            "year": draw(st.none() | st.integers(-(10**12), 10**12) | st.just(2023)),
            "number": draw(st.none() | texts),
            "title": draw(st.none() | texts),
            "duration_minutes": draw(st.none() | st.integers(-(10**9), 10**9)),
            "date": draw(st.none() | st.dates()),
        }
        facts = {k: p.fact(v, "x") for k, v in optional.items() if v is not None}
        kind = p.fact("workshop", "x") if draw(st.booleans()) else None
        told.append(Session(session_type=kind, participations=tuple(draw(st.lists(people, max_size=3))), **facts))
    mentions = draw(st.lists(st.builds(lambda a: Mention(Span(a, a + 1), "ORG", "x", "model"), st.integers(0, 5)), max_size=3))
    return p.document(*told, mentions=tuple(mentions), problems=(Problem("no_title", "none"),) if draw(st.booleans()) else ())


@settings(max_examples=60, deadline=None)
@given(st.lists(any_document(), max_size=4, unique_by=lambda d: d.source), st.randoms(use_true_random=False))
def test_any_documents_give_tables_with_unique_keys_whatever_their_order(documents, chance):
    made = build(documents)
    for name, table in TABLES.items():
        keys = [tuple(row[k] for k in table.key) for row in made[name].to_pylist()]
        assert keys == sorted(set(keys)), name
        assert all(value is not None for key in keys for value in key)
    shuffled = chance.sample(documents, len(documents))
    assert all(table.equals(made[name]) for name, table in build(shuffled).items())
