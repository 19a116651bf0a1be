"""Long lines that hold a whole form."""

from __future__ import annotations

from igf_extract.parsing.flat import cut_flat_lines
from igf_extract.parsing.lines import split_lines

FILL = "The room asked who owns a kettle and got eleven answers. " * 16
FORM = f"A head with a date Organizers: Ana Lima, Net Moderator: Bo Ek Description: {FILL}"


def test_cut_before_each_label() -> None:
    lines, heads = cut_flat_lines(list(split_lines(FORM)))
    assert [line.text.split()[0] for line in lines] == ["A", "Organizers:", "Moderator:", "Description:"]
    assert heads == {0}


def test_pieces_quote_the_text() -> None:
    for line in cut_flat_lines(list(split_lines(FORM)))[0]:
        assert FORM[line.span.start : line.span.end] == line.text


def test_prose_and_lists_of_people_stay_whole() -> None:
    people = "Moderator: Ana Lima, Net Speaker: Bo Ek, Sea Rapporteur: Cy Orr, Sun " * 20
    for text in (FILL, people, FORM[:600]):
        assert len(cut_flat_lines(list(split_lines(text)))[0]) == 1


def test_hostile_lines_end() -> None:
    assert cut_flat_lines(list(split_lines("Moderator: " * 30_000)))[1] == frozenset()
