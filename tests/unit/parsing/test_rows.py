"""Rows whose label and value are parted by a blank: when they are the habit of a page, and when they are sentences."""

from __future__ import annotations

import pytest

from igf_extract.model import Line
from igf_extract.parsing.lines import split_lines
from igf_extract.parsing.rows import in_rows, row_label


def _lines(text: str) -> list[Line]:
    return list(split_lines(text))


FORM = "Duration 90 minutes\nFormat Roundtable\nModerator Ms. Amina Okoro\nDescription The lamps of the islands went out for nine days.\n"


def test_several_rows_that_fit_are_the_habit_of_a_page() -> None:
    assert in_rows(_lines(FORM))
    assert in_rows(_lines(FORM.replace(" minutes", " mins").replace("Format ", "Type of session\t").replace("Moderator", "Rapporteur")))


@pytest.mark.parametrize(
    "text",
    [
        "Duration 90 minutes\nFormat Roundtable\nModerator guidelines were sent to all\n",
        "Moderator Guidelines were sent to all on Monday.\nFormat wars have ended for good.\nDuration of the oil is the question.\n",
        "Duration: 90 minutes\nFormat: Roundtable\nModerator: Amina Okoro\n",
        "Speakers Amina Okoro, Light Watch\nSpeakers Chipo Salazar, Kettle Watch\nSpeakers Ilse Holm, Net Trust\n",
    ],
)
def test_sentences_other_forms_and_one_label_alone_are_none(text: str) -> None:
    assert not in_rows(_lines(text))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Duration 90 minutes", "duration"),
        ("Organizer(s) Velm Islands Telecommunications Association", "organizers"),
        ("Panelists\t1. Mr. Chipo Salazar, Kettle Watch", "speakers"),
        ("Workshop Title Lamps of the Islands: Who Lights Them?", "title"),
        ("Thematic Area of Interest Universality and Openness", "theme"),
        ("Duration of the oil", None),
        ("Format Wars", None),
        ("Remote Participation Tools: Video", None),
        ("Description Too short", None),
    ],
)
def test_a_row_is_a_label_where_its_value_fits(text: str, key: str | None) -> None:
    label = row_label(text)
    assert (label.key if label is not None else None) == key
