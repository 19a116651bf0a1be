"""People on a line whose breaks were lost, whom the page names elsewhere."""

from __future__ import annotations

from igf_extract.parsing.lines import split_lines
from igf_extract.parsing.people import merge_participations, read_people

Told = list[tuple[str | None, str | None, str | None]]


def told(line: str, behind: str) -> Told:
    """Name, office and body of the people of a page's first line, with the rest of the page in sight."""
    text = f"{line}\n{behind}"
    found = read_people(split_lines(line), "speaker").participations
    merged = merge_participations(found, text)
    for part in merged:
        if part.organization_span is not None:
            assert text[part.organization_span.start : part.organization_span.end] == part.organization
        assert part.name_span is None or text[part.name_span.start : part.name_span.end] == part.name
    return [(part.name, part.title, part.organization) for part in merged]


def test_a_person_of_the_prose_begins_behind_a_body_of_which_no_word_tells() -> None:
    line = "Ana Ruiz, Lembaga Tarn Vosko Kelm, Foo Council"
    assert told(line, "Vosko Kelm said nothing.") == [("Ana Ruiz", None, "Lembaga Tarn"), ("Vosko Kelm", None, "Foo Council")]


def test_the_longest_name_that_stands_elsewhere_is_the_name() -> None:
    line = "Ana Ruiz, Lembaga Tarn Vosko van der Kelm, Head of Masts, Foo Council, Peru"
    behind = "Then Vosko van der Kelm spoke."
    assert told(line, behind) == [("Ana Ruiz", None, "Lembaga Tarn"), ("Vosko van der Kelm", "Head of Masts", "Foo Council")]


def test_several_people_on_one_line() -> None:
    line = "Ana Ruiz, Lembaga Tarn Vosko Kelm, Yayasan Tolmen Vahe Marka Doni, Foo Council"
    behind = "Rapporteur: Vosko Kelm\nMarka Doni asked for more."
    assert [name for name, _, _ in told(line, behind)] == ["Ana Ruiz", "Vosko Kelm", "Marka Doni"]


def test_nothing_is_cut_where_the_page_does_not_name_anybody() -> None:
    line = "Ana Ruiz, Lembaga Tarn Vosko Kelm, Foo Council"
    assert len(told(line, "Vosko Kelmar said nothing.")) == 1


def test_a_second_printing_of_the_line_tells_nothing() -> None:
    line = "Ana Ruiz, Lembaga Tarn Vosko Kelm, Foo Council"
    assert len(told(line, line)) == 1


def test_a_body_that_the_page_repeats_is_no_person() -> None:
    line = "Ana Ruiz, Faculty of Law Velm University, Foo Council"
    assert len(told(line, "Velm University opened in 2004.")) == 1


def test_a_family_name_in_capitals() -> None:
    line = "G. Tarn, Lembaga Energi Vosko TANG, City of Velm"
    assert [name for name, _, _ in told(line, "Vosko TANG argued that masts move.")] == ["G. Tarn", "Vosko TANG"]


def test_the_last_word_of_a_body_before_a_name_that_stands_elsewhere_without_it() -> None:
    line = "Ana Ruiz, VD Tarnik Yumiko Hanabusa, Foo Council"
    assert told(line, "Yumiko Hanabusa said nothing.") == [("Ana Ruiz", None, "VD Tarnik"), ("Yumiko Hanabusa", None, "Foo Council")]
    assert told(line, "Tarnik Yumiko Hanabusa said nothing.")[1][0] == "Tarnik Yumiko Hanabusa"
    assert told(line, "Yumi said nothing.")[1][0] == "Tarnik Yumiko Hanabusa"
