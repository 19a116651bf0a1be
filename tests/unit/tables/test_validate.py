"""Checks of an output: a sound one passes, and each kind of damage is found."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.build import Page, full_page, session

from igf_extract.model import Fact, Span
from igf_extract.tables.arrow import arrow_schema, to_arrow
from igf_extract.tables.build import build
from igf_extract.tables.publish import publish
from igf_extract.tables.quote import holds, quotes
from igf_extract.tables.schema import TABLES
from igf_extract.tables.validate import validate


@pytest.fixture
def output(tmp_path):
    documents = [full_page(), full_page("b.txt", kind="report"), full_page("c.txt", "2", "Access for all")]
    return publish(build([*documents, replace(documents[0], source="copy.txt")]), tmp_path / "output")


def write_rows(output, name: str, rows) -> None:
    """Writes other rows (a function of the old ones) in the order given."""
    table = TABLES[name]
    changed = rows(pq.read_table(output / f"{name}.parquet").to_pylist())
    columns = []
    for column, field in zip(table.columns, arrow_schema(table), strict=True):
        plain = pa.array([row[column.name] for row in changed], pa.string() if column.vocabulary else field.type)
        columns.append(plain.dictionary_encode().cast(field.type) if column.vocabulary else plain)
    pq.write_table(pa.table(columns, names=list(table.names)), output / f"{name}.parquet")


def found(output) -> list[tuple[str, str, str]]:
    """(table, check, column) of each failure."""
    return sorted({(f.table, f.check, f.column) for f in validate(output)})


def damage(output, name: str, rows) -> list[tuple[str, str, str]]:
    write_rows(output, name, rows)
    return found(output)


def changed(**cells):
    """The first row with other cells."""
    return lambda rows: [{**rows[0], **cells}, *rows[1:]]


def test_a_sound_output_has_no_failures(output, tmp_path):
    assert validate(output) == []
    assert validate(publish(build([]), tmp_path / "nothing")) == []


DAMAGES = [
    ("outcomes", lambda rows: [rows[0], *rows], ("outcomes", "key", "")),
    ("sections", lambda rows: rows[::-1], ("sections", "sorted", "")),
    ("sections", changed(session_id="igf2023-ws9"), ("sections", "reference", "session_id")),
    ("participations", changed(person_id="p-1"), ("participations", "reference", "person_id")),
    ("mentions", changed(section_ordinal=7), ("mentions", "reference", "document_id, section_ordinal")),
    ("session_documents", lambda rows: [r for r in rows if r["rank"] > 1], ("sessions", "reference", "session_id, document_id")),
    ("participations", changed(role="king"), ("participations", "vocabulary", "role")),
    ("participations", changed(country=""), ("participations", "required", "country")),
    ("participations", changed(confidence=1.5), ("participations", "range", "confidence")),
    ("sections", changed(confidence=float("nan")), ("sections", "range", "confidence")),
    ("sections", changed(text=None), ("sections", "required", "text")),
    ("sessions", changed(duration_minutes=0), ("sessions", "range", "duration_minutes")),
    ("sessions", changed(year=2005), ("sessions", "range", "year")),
    ("session_sdgs", changed(sdg=18), ("session_sdgs", "range", "sdg")),
    ("sessions", changed(date=dt.date(2022, 1, 1)), ("sessions", "year", "date")),
    ("sessions", changed(seating="Circle"), ("sessions", "evidence", "seating")),
    ("sessions", changed(title="Another title"), ("session_evidence", "quote", "title")),
    ("session_evidence", changed(column="seating"), ("session_evidence", "evidence", "column")),
    ("session_evidence", changed(char_end=10_000), ("session_evidence", "evidence", "char_start")),
    ("turns", changed(text="Good night."), ("turns", "quote", "text")),
    ("turns", changed(char_start=-1), ("turns", "range", "char_start")),
    ("participations", changed(name="Bo Lind"), ("participations", "quote", "name")),
    ("participations", changed(organization="Open Nut Trust"), ("participations", "quote", "organization")),
    ("policy_questions", changed(char_end=0), ("policy_questions", "evidence", "char_start")),
    ("mentions", changed(char_start=0, char_end=3), ("mentions", "quote", "text")),
]


@pytest.mark.parametrize("turn", range(max(Counter(table for table, *_ in DAMAGES).values())))
def test_damage_is_found(output, turn):
    """One damage to each table at a time: the first ones of all tables, then the second ones ..."""
    seen: Counter[str] = Counter()
    wanted = []
    for table, rows, expected in DAMAGES:
        if seen[table] == turn:
            write_rows(output, table, rows)
            wanted.append(expected)
        seen[table] += 1
    assert wanted and set(wanted) <= set(found(output))


def test_an_end_before_the_start_is_found(output):
    hours = {"starts_local": dt.datetime(2023, 1, 1, 9), "ends_local": dt.datetime(2023, 1, 1, 8)}
    assert ("sessions", "range", "ends_local") in damage(output, "sessions", changed(**hours))


def test_missing_and_broken_files_and_columns_are_told_first(output):
    (output / "turns.parquet").unlink()
    (output / "edits.parquet").write_bytes(b"PAR1")
    pq.write_table(pq.read_table(output / "persons.parquet").drop_columns(["name"]), output / "persons.parquet")
    assert set(found(output)) == {
        ("turns", "file", ""),
        ("edits", "file", ""),
        ("persons", "type", "name"),
    }


def test_a_slice_of_blanks_is_no_evidence(tmp_path):
    p = Page()
    p.write("   ")
    one = session(p, number=None)
    one = replace(one, year=Fact(2023, replace(one.year.evidence, span=Span(0, 3))))
    (failure,) = validate(publish(build([p.document(one)]), tmp_path / "o"))
    assert failure.column == "char_start" and "blanks" in str(failure) and "column=year" in failure.row


def test_an_organisation_on_another_line_has_offsets_of_its_own(tmp_path):
    p = Page()
    one = session(p, participations=(p.person("Ana Ruiz"),))
    elsewhere = p.write("Ana Ruiz (Open Net Trust)")
    span = Span(elsewhere.start + 10, elsewhere.end - 1)
    ana = replace(one.participations[0], organization="Open Net Trust", organization_span=span)
    output = publish(build([p.document(replace(one, participations=(ana,)))]), tmp_path / "o")
    assert validate(output) == []
    assert damage(output, "participations", changed(organization_char_end=span.end - 3)) == [("participations", "quote", "organization")]


def test_offsets_count_python_characters_whatever_the_script(tmp_path):
    p = Page()
    p.write("🔒 é ﬁ ไทย e\u0301 \x00 \u200b 互联网 👨‍👩‍👧")
    documents = [p.document(session(p, title="Données 互联网 👨‍👩‍👧 e\u0301té", room="Room 😀"))]
    assert validate(publish(build(documents), tmp_path / "o")) == []


def test_a_long_list_of_failures_is_shortened(tmp_path):
    p = Page()
    one = session(p)
    made = build([p.document(one, sections=tuple(replace(p.section(f"text {i}"), text="other") for i in range(50)))])
    failures = validate(publish(made, tmp_path / "o"))
    assert len(failures) == 21 and "and 30 more" in str(failures[0])


@pytest.mark.parametrize(
    ("slice_", "value", "same"),
    [
        ("One\n   two", "One two", True),
        ("1. One", "One", True),
        ("- One\n- Two", "One\nTwo", True),
        ("(a) One", "One", True),
        ("16.3 One", "One", False),
        ("One", "one", False),
        ("2023", "2023", True),
        ("A. Kumar", "A. Kumar", True),
        ("One two three", "One two", False),
        ("Zero\u200bwidth", "Zerowidth", True),
    ],
)
def test_what_counts_as_a_quote(slice_, value, same):
    assert quotes(slice_, value) is same


def test_names_are_found_in_their_line():
    line = "Speaker 1: 🔒Ana Ruiz, Open Net\n    Trust, Civil Society"
    assert holds(line, "Ana Ruiz") and holds(line, "Open Net Trust") and not holds(line, "Bo Lind")


def test_rows_of_a_table_can_be_given_in_any_order():
    rows = [{"person_id": "b", "name": "B", "name_count": 1, "participation_count": 0, "mention_count": 0, "confidence": 1.0}]
    rows.append({**rows[0], "person_id": "a"})
    assert to_arrow(TABLES["persons"], rows)["person_id"].to_pylist() == ["a", "b"]
