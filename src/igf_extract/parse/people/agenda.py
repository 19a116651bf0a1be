"""People inside agendas, bullets and lists of prose: only those with an affiliation, a title or a role label count."""

from __future__ import annotations

from collections.abc import Sequence

from igf_extract.model import Line
from igf_extract.parse.people.read import PeopleReading, person_line_score, read_people


def read_agenda_people(lines: Sequence[Line], *, label_rule: str = "agenda") -> PeopleReading:
    """Participations inside an agenda or a list; a person who is only mentioned in prose gives none.

    The role is ``speaker`` unless a label says otherwise. Lines that hold nobody give no problem.
    """
    found = []
    for line in lines:
        if person_line_score(line.text) < 0.5:
            continue
        reading = read_people([line], "speaker", label_rule=label_rule)
        found += [part for part in reading.participations if part.name and (part.organization or part.title or part.stakeholder_group or part.evidence.method == "label")]
    return PeopleReading(tuple(found))
