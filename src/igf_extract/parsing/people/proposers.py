"""Countries and groups that a page prints apart from its proposers, once for each of them in their order (2017)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from igf_extract.model import Line, Participation
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import country_code, group_code, region_place
from igf_extract.vocab.roles import attribute_labels

Detail = tuple[str, str]  # (attribute, words)


def _blocks(lines: Sequence[Line]) -> list[list[Detail]]:
    """The details of each proposer: a label that comes again begins the next one's. A value may stand on the line below its label."""
    blocks: list[list[Detail]] = []
    waiting = False
    for line in lines:
        head, _, value = line.text.partition(":")
        name = attribute_labels().get(fold(head).strip(" *"))
        if name is None:
            if waiting:
                blocks[-1][-1] = (blocks[-1][-1][0], line.text.strip())
            waiting = False
            continue
        if not blocks or name in {seen for seen, _ in blocks[-1]}:
            blocks.append([])
        blocks[-1].append((name, value.strip()))
        waiting = not value.strip()
    return blocks


def _described(person: Participation, details: Sequence[Detail]) -> Participation:
    for name, words in details:
        if name == "group":
            person = replace(person, stakeholder_group=person.stakeholder_group or group_code(words))
        elif name == "region":
            place = region_place(words)
            person = replace(person, regional_group=person.regional_group or (place.code if place else None))
        elif name == "country" and person.country is None and (code := country_code(words)) is not None:
            person = replace(person, country=words, country_code=code)
    return person


def with_proposers_details(people: Sequence[Participation], lines: Sequence[Line]) -> list[Participation]:
    """The participations, the first organizers with what ``lines`` ("Country: X", "Stakeholder Group: Y") say of them in turn."""
    blocks = iter(_blocks(lines))
    return [_described(person, next(blocks, ())) if person.role == "organizer" else person for person in people]
