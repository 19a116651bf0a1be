"""Where a second post begins behind a name: "Professor, University of Oslo and Director, Names Council"."""

from __future__ import annotations

from igf_extract.parsing.people.office_kinds import kind_of
from igf_extract.parsing.people.pieces import Piece
from igf_extract.parsing.people.post import SECOND_POST
from igf_extract.parsing.people.post_beside import leads
from igf_extract.parsing.people.post_links import is_crowd_of_body
from igf_extract.parsing.people.shape import (
    first_word,
    is_body_word,
    is_plain_office,
    only_areas,
    organization_score,
    title_score,
    words_of,
)
from igf_extract.parsing.people.split import split_office
from igf_extract.vocab.fold import fold
from igf_extract.vocab.words import job_words, organization_words, plain_words

_FIELD_WORDS = 2  # of the last field by which a body is named


def before_second_post(parts: list[Piece]) -> list[Piece]:
    """The pieces of the first post: a second one behind it is not read."""
    return _before_mandate(_before_post_in_piece(parts))


def _before_post_in_piece(parts: list[Piece]) -> list[Piece]:
    """ "Professor, University of Oslo and Director, Names Council": the pieces up to the body of the first post."""
    for at, part in enumerate(parts):
        for match in SECOND_POST.finditer(part.text):
            left, right = part.text[: match.start()], part.text[match.end() :]
            score = organization_score(left)
            if score < 0.4 or _goes_on_in_fields(left, right) or is_crowd_of_body(part.text, match):
                continue
            after_office = at > 0 and left[:1].isupper() and kind_of(parts[at - 1].text) == "title"
            plain = " " not in right and is_plain_office(right)
            if (score >= 0.65 or plain or after_office) and title_score(left) < 0.5 and not only_areas(left) and title_score(right) >= 0.8:
                return [*parts[:at], part.cut(0, match.start())]
    return parts


def _goes_on_in_fields(body: str, rest: str) -> bool:
    """ "Ministry of Roads and | Foreign Affairs Coordinator": the last field by which a body is named, and one plain office."""
    *told, last = rest.split() or [""]
    if not told or fold(last) not in job_words("heads"):
        return False
    if first_word(body) in organization_words("fields"):
        return only_areas(" ".join(told))
    plain = len(told) <= _FIELD_WORDS and all(fold(word) in plain_words() and not is_body_word(fold(word)) for word in told)
    return plain and " " in body and leads([fold(word) for word in body.split()[:3]])  # "Centre for Roads and | Bridges Director"


def _before_mandate(parts: list[Piece]) -> list[Piece]:
    """ "Rapporteur of the Committee on Culture, Science and Education, Member of the Velm Parliament": the pieces before a second post."""
    told = split_office(parts[0].text) if len(parts) > 2 else None
    if told is None or not job_words("committees").isdisjoint(words_of(parts[-1].text)):
        return parts
    body = words_of(parts[0].text[told.body_start : told.body_end])
    committee = not job_words("committees").isdisjoint(body) and all(only_areas(part.text) for part in parts[1:-1])
    return parts[:-1] if committee and parts[-1].sep == "," and kind_of(parts[-1].text) == "both" else parts
