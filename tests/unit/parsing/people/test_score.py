"""How sure it is that a line is one of people: rosters score high, headings, prose and sentences of a report low."""

from __future__ import annotations

import pytest

from igf_extract.parsing.people import person_line_score

_ROSTER = [
    "Speaker 1: Yuhan Lei, Civil Society, Asia-Pacific Group",
    "Organizer 1: Civil Society, Asia-Pacific Group",
    "Yanqiao Weng, Civil Society, Asia-Pacific Group",
    "• Jelena Kurtović, Senior Lecturer, DiploFoundation",
    "Mila Marzocchi, Oxfam, civil society, WEOG Luz An Menacho, Fundación Red Abierta, civil society, GRULAC",
    "- Njord Hallvik (Names Council): Civil Society, WEOG",
    "晓梅 柳, Civil Society, Asia-Pacific Group",
]
_OTHER = [
    "Round Table - 90 Min",
    "Key Takeaways (* deadline 2 hours after session)",
    "Expected Outcomes",
    "GOAL 10: Reduced Inequalities",
    "1. What share of the work belongs to each side when a vote is drowned in false claims?",
    "Definitions that engineers take for granted are not shared by lawmakers; Mahnoor Qazi counted five meanings in a single bill.",
    "Tuesday, 10th October, 2023 (23:30 UTC) - Wednesday, 11th October, 2023 (02:00 UTC)",
    "The audience then acts as committee. Two drafts are put to the vote.",
    "WS 4 – Room B-1",
    "",
]
_REPORTED = (
    "Mr Luis Paz (Research Fellow, Institute for Tea, Tarn) presented figures from nine countries.",
    "Ms Keti Baria, Adviser, Velm Council, noted that no kettle is safe and no keeper is heard.",
    "Mme Ana Ruiz (directrice, Conseil de Velm) a rappelé que les bouilloires de la région sont vieilles.",
)
_LISTED = (
    "Mr Luis Paz, Research Fellow, Institute for Tea, Velm Council, Civil Society, WEOG.",
    "Ms Keti Baria (Adviser, Velm Council)",
    "Ana Ruiz (Tarn Council), Luis Paz (Velm Council) and Keti Baria (Institute for Tea).",
)


@pytest.mark.parametrize("text", _REPORTED)
def test_what_a_person_said_is_prose(text: str) -> None:
    assert person_line_score(text) < 0.5


@pytest.mark.parametrize("text", _LISTED)
def test_lists_are_people(text: str) -> None:
    assert person_line_score(text) >= 0.5


@pytest.mark.parametrize("text", _ROSTER)
def test_roster_lines_score_high(text: str) -> None:
    assert person_line_score(text) >= 0.85


@pytest.mark.parametrize("text", _OTHER)
def test_other_lines_score_low(text: str) -> None:
    assert person_line_score(text) < 0.5


def test_sentences_that_tell_who_did_what_are_no_roster() -> None:
    told = "The session was opened by Ms Ana Ruiz, Foo Council, who thanked all in the room. She asked for patience."
    listed = "Chaired by Ms Ana Ruiz, Director of Foo Council, Mr Bo Ek, Bar Institute, and Ms Eva Sol, Head of Sal."
    assert person_line_score(told) < 0.5 < person_line_score(listed)
