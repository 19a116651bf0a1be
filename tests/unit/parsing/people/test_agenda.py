"""People inside agendas: with an affiliation, a title or a role label they count, in prose they do not."""

from __future__ import annotations

import pytest

from igf_extract.parsing.lines import split_lines
from igf_extract.parsing.people import read_agenda_people

CASES = [
    (
        "a bracket at the end of a topic",
        "• Routing and how traffic crosses borders (Marisol Hogueras, LACNIC)",
        [("speaker", "Marisol Hogueras", "LACNIC")],
    ),
    (
        "a topic behind the person",
        "- Jonathan Carver, former engineer of Foo Labs – on labels",
        [("speaker", "Jonathan Carver", "Foo Labs")],
    ),
    ("a topic before the person", "3. Introduction – Luis Paz, Red Digital", [("speaker", "Luis Paz", "Red Digital")]),
    (
        "labels in a bracket",
        "1) Getting the news (Co-Facilitators & Reporters: Sandra Vor & Mikael Ohan)",
        [
            ("moderator", "Sandra Vor", None),
            ("rapporteur", "Sandra Vor", None),
            ("moderator", "Mikael Ohan", None),
            ("rapporteur", "Mikael Ohan", None),
        ],
    ),
    (
        "office and body on the line below a bullet",
        "  • Ana Ruiz\n    Director of Networks, Velm Council\n  • ‘Lulu’ Garcia Ramilo\n    Executive Director, Red Digital\n  • Opening",
        [("speaker", "Ana Ruiz", "Velm Council"), ("speaker", "‘Lulu’ Garcia Ramilo", "Red Digital")],
    ),
    ("a body below what may be one itself", "- Velm Bytes\nFoo Council", []),
    ("a sentence below a bullet", "- Ana Ruiz\nDirector of the hall opens it.", []),
    (
        "a body whose speaker has no name yet",
        "Panel 1: Luis Paz, Red Digital; a speaker from the Velm Council (tbc)",
        [("speaker", "Luis Paz", "Red Digital"), ("speaker", None, "Velm Council")],
    ),
    (
        "a body whose representative has no name yet",
        "Luis Paz, Red Digital; Velm Council representative (tbc)",
        [("speaker", "Luis Paz", "Red Digital"), ("speaker", None, "Velm Council")],
    ),
    (
        "what somebody does before those who do it",
        "1. Welcome by the MAG liaisons, Ana Ruiz (Velm Council) and Luis Paz (Red Digital)",
        [("speaker", "Ana Ruiz", "Velm Council"), ("speaker", "Luis Paz", "Red Digital")],
    ),
    (
        "an office that is a role before its person",
        "1. Closing remarks of the co-facilitator, Ana Ruiz (Velm Council)",
        [("moderator", "Ana Ruiz", "Velm Council")],
    ),
    (
        "a part with its role and its minutes",
        "I - WELCOME - Co-facilitators - 10 mins\n• Ana Ruiz, Velm Council\nII - TALKS - 5 min each\n• Luis Paz, Red Digital",
        [("moderator", "Ana Ruiz", "Velm Council"), ("speaker", "Luis Paz", "Red Digital")],
    ),
    (
        "the nameless representative of a body among people",
        "- Ana Ruiz, Velm Council\n- A representative of the Tolmen Commission\n- A representative of the private sector\n- A Member of"
        " Parliament (TBC)",
        [("speaker", "Ana Ruiz", "Velm Council"), ("speaker", None, "Tolmen Commission")],
    ),
    (
        "a slash between people",
        "1. Intro (Ana Ruiz, Names Council / Luis Paz, Red Digital )",
        [("speaker", "Ana Ruiz", "Names Council"), ("speaker", "Luis Paz", "Red Digital")],
    ),
    (
        "the item above gives the role",
        "I. Statement from the Host Country Chair [~5 mins]\n\nAna Ruiz, Government of Chile",
        [("moderator", "Ana Ruiz", "Government of Chile")],
    ),
    (
        "the next item takes it back",
        "I. Statement from the Host Country Chair\nAna Ruiz, UNESCO\nII. Surveys\nLuis Paz, ITU",
        [("moderator", "Ana Ruiz", "UNESCO"), ("speaker", "Luis Paz", "ITU")],
    ),
    ("a slot in front", "10:00 - 10:15 Ana Ruiz, Director, Names Council", [("speaker", "Ana Ruiz", "Names Council")]),
    ("a bare name", "Ana Ruiz", []),
    ("who leads a part", "2. Discussion led by Ana Ruiz", []),
    ("prose", "Ana Ruiz begins in 1969 with a drawing on a napkin, which now hangs in the museum in Mountain View.", []),
    ("prose with a body", "The Names Council has found that eleven of its members never used it.", []),
    (
        "a nameless representative under a number",
        "3. Replies\n  1. Ana Ruiz, Harbour Council, Coordinator\n  2. Representative of GSMA\n4. Representative democracy on the net",
        [("speaker", "Ana Ruiz", "Harbour Council"), ("speaker", None, "GSMA")],
    ),
    (
        "items on one line, each with its minutes behind it",
        "Opening by the moderator (3 minutes) Setting the stage: Ana Ruiz, National Law School (7 minutes) "
        "Registers: Luis Paz, Harbour Council (7 minutes) Closing (4 minutes)",
        [("speaker", "Ana Ruiz", "National Law School"), ("speaker", "Luis Paz", "Harbour Council")],
    ),
    (
        "items on one line, each with its hours in front",
        "10:00-10:10 Welcome by Ana Ruiz, Names Council 10:10-10:40 Panel: Luis Paz (Red Digital), Eva Kral (UNESCO) 10:40-11:00 Debate",
        [("speaker", "Ana Ruiz", "Names Council"), ("speaker", "Luis Paz", "Red Digital"), ("speaker", "Eva Kral", "UNESCO")],
    ),
    (
        "numbered items on one line, minutes inside",
        "1. Welcome - 5 min - Ana Ruiz, Names Council 2. Panel (30 min): Luis Paz (Red Digital), Eva Kral (UNESCO) 3. Debate (20 min)",
        [("speaker", "Ana Ruiz", "Names Council"), ("speaker", "Luis Paz", "Red Digital"), ("speaker", "Eva Kral", "UNESCO")],
    ),
    (
        "minutes inside sentences",
        "Opening remarks (5 min) come from Ana Ruiz. A first round (20 min) gives two minutes to each forum. A third (5 min) closes.",
        [],
    ),
    (
        "topics, and who speaks on each behind a semicolon; a name alone counts among those with a body",
        "• Access; Ana Ruiz,\n• Trust; Luis Paz, UNESCO,\n• Openness; Eva Kral, Harbour Council,\n• The economy; Yara Smith,",
        [
            ("speaker", "Ana Ruiz", None),
            ("speaker", "Luis Paz", "UNESCO"),
            ("speaker", "Eva Kral", "Harbour Council"),
            ("speaker", "Yara Smith", None),
        ],
    ),
    (
        "items with nothing but a name behind them, one of which reads like an office",
        "1. Introduction – Ana Ruiz\n2. The price of oil – Luis Paz\n3. Harbour Council liaison – Eva Kral",
        [],
    ),
    (
        "offices with a name behind them",
        "1. Lamp Council liaison – Ana Ruiz\n2. Tarn Council adviser – Luis Paz\n3. Debate",
        [("speaker", "Ana Ruiz", "Lamp Council"), ("speaker", "Luis Paz", "Tarn Council")],
    ),
    ("topics alone", "• Access; Fair Share\n• Trust; Open Door\n• Openness; Free Speech", []),
    ("a sentence about somebody of a body", "Maaike Bos of Foo Consult chairs from the room, a colleague from ENISA from the screen.", []),
]


@pytest.mark.parametrize(("why", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_agenda(why: str, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    reading = read_agenda_people(list(split_lines(text)))
    assert [(part.role, part.name, part.organization) for part in reading.participations] == expected, why
    assert reading.problems == ()
    for part in reading.participations:
        span, value = (part.name_span, part.name) if part.name else (part.organization_span, part.organization)
        assert span is not None and span.of(text) == value
