"""People: lines of a roster, an agenda or a list become ``Participation`` records."""

from igf_extract.parsing.people.agenda import read_agenda_people
from igf_extract.parsing.people.known import name_as_body
from igf_extract.parsing.people.merge import as_onsite, as_plain_moderator, merge_participations, settle_moderators
from igf_extract.parsing.people.proposers import with_proposers_details
from igf_extract.parsing.people.prose import are_keywords
from igf_extract.parsing.people.read import PeopleReading, read_people
from igf_extract.parsing.people.score import person_line_score
from igf_extract.parsing.people.shape import looks_like_organization, looks_like_person_name

__all__ = [
    "PeopleReading",
    "are_keywords",
    "as_onsite",
    "as_plain_moderator",
    "looks_like_organization",
    "looks_like_person_name",
    "merge_participations",
    "name_as_body",
    "person_line_score",
    "read_agenda_people",
    "read_people",
    "settle_moderators",
    "with_proposers_details",
]
