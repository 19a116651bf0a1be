"""The list of well-known institutions."""

from __future__ import annotations

from igf_extract.vocab.institutions import institutions

KINDS = {
    "ig_body", "regional_igf", "un", "intergovernmental", "government", "court", "technical", "civil_society",
    "association", "academia", "foundation", "bank", "company", "media",
}  # fmt: skip


def test_the_list_is_whole() -> None:
    rows = institutions()
    assert len(rows) >= 1500
    assert len({row.name for row in rows}) == len(rows), "a name stands twice"
    assert {row.kind for row in rows} <= KINDS
    assert {row.language for row in rows} <= {"en", "fr", "es", "pt", "de"}
    assert {row.care for row in rows} <= {"", "word"}
    assert all(row.name == row.name.strip() for row in rows)
