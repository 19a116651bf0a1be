"""Repeats count once; a plain moderator beside an online one is the onsite one."""

from __future__ import annotations

import pytest

from igf_extract.model import Participation
from igf_extract.parsing.lines import split_lines
from igf_extract.parsing.people import merge_participations, read_people, settle_moderators


def people(text: str, role: str = "speaker") -> tuple[Participation, ...]:
    return read_people(list(split_lines(text)), role).participations


def roles(text: str) -> list[tuple[str | None, str]]:
    return [(part.name, part.role) for part in merge_participations(people(text))]


def test_repeats_count_once_and_give_their_details() -> None:
    merged = merge_participations(
        people("Ana Ruiz\nAna Ruiz, Red Digital\nAna Ruiz, Red Digital, Civil Society, GRULAC\nANA RUIZ, Names Council")
    )
    assert len(merged) == 1
    assert (merged[0].name, merged[0].organization, merged[0].stakeholder_group) == ("Ana Ruiz", "Red Digital", "civil_society")


def test_the_first_of_two_different_details_wins() -> None:
    merged = merge_participations(people("Ana Ruiz, Red Digital, Civil Society, GRULAC\nAna Ruiz, Names Council, Academia, WEOG"))
    assert [(part.organization, part.stakeholder_group, part.regional_group) for part in merged] == [
        ("Red Digital", "civil_society", "grulac")
    ]


def test_one_person_in_two_roles_is_two_entries() -> None:
    assert roles("Speaker 1: Ana Ruiz, Civil Society, GRULAC\nRapporteur: Ana Ruiz") == [
        ("Ana Ruiz", "speaker"),
        ("Ana Ruiz", "rapporteur"),
    ]


def test_nameless_organisers_with_the_same_groups_stay_apart() -> None:
    text = "Organizer 1: Civil Society, African Group\nOrganizer 4: Civil Society, African Group\nOrganizer 4: Civil Society, African Group"
    assert len(merge_participations(people(text, "organizer"))) == 2


def test_a_body_is_not_the_person_who_belongs_to_it() -> None:
    merged = merge_participations(people("Names Council\nAna Ruiz, Names Council\nNames Council", "organizer"))
    assert [(part.name, part.organization) for part in merged] == [(None, "Names Council"), ("Ana Ruiz", "Names Council")]


def test_a_plain_moderator_beside_an_online_one_is_onsite() -> None:
    assert roles("Moderator: Ana Ruiz\nRemote Moderator: Luis Paz") == [("Ana Ruiz", "onsite_moderator"), ("Luis Paz", "online_moderator")]


def test_a_plain_moderator_alone_and_a_chair_stay_as_they_are() -> None:
    assert roles("Moderator: Ana Ruiz") == [("Ana Ruiz", "moderator")]
    assert roles("Chair: Ana Ruiz\nOnline Moderator: Luis Paz") == [("Ana Ruiz", "moderator"), ("Luis Paz", "online_moderator")]


def test_settled_moderators_are_merged_with_the_onsite_field() -> None:
    assert roles("Moderator: Ana Ruiz, Red Digital\nOnsite Moderator: Ana Ruiz\nOnline Moderator: Luis Paz") == [
        ("Ana Ruiz", "onsite_moderator"),
        ("Luis Paz", "online_moderator"),
    ]


def test_settling_changes_nothing_else() -> None:
    parts = people("Moderator: Ana Ruiz\nOnline Moderator: Luis Paz\nEva Kral, DENIC")
    settled = settle_moderators(parts)
    assert [part.name for part in settled] == [part.name for part in parts]
    assert settled[1:] == parts[1:]


def test_two_people_read_as_person_and_body_are_two_where_the_second_is_known() -> None:
    told = people("Line Velmrud, ISOC, Civil Society, WEOG\nAna Ruiz, Red Digital")
    pair = people("Online Moderator: Ana Ruiz, Line Velmrud\nRapporteur: Ana Ruiz, Red Digital")
    merged = merge_participations([*told, *pair])
    assert [(part.role, part.name, part.organization) for part in merged] == [
        ("speaker", "Line Velmrud", "ISOC"),
        ("speaker", "Ana Ruiz", "Red Digital"),
        ("online_moderator", "Ana Ruiz", None),
        ("online_moderator", "Line Velmrud", None),
        ("rapporteur", "Ana Ruiz", "Red Digital"),
    ]


def entries(text: str, role: str = "speaker") -> list[tuple[str, str | None, str | None]]:
    return [(part.role, part.name, part.organization) for part in merge_participations(people(text, role))]


def test_a_stranger_behind_a_comma_is_the_body_that_another_person_has() -> None:
    told = entries("Velm Rada: speakers\nKeti Baria, Tarn Kelpie, Civil Society\nOnline moderator: Luso Poru, Tarn Kelpie")
    assert ("online_moderator", "Luso Poru", "Tarn Kelpie") in told


def test_who_reports_alone_is_nobodys_body() -> None:
    told = entries("Online moderator: Mal Baria, Wani Veerap Samo\nRapporteur: Wani Veerap Samo")
    assert [(role, name) for role, name, _ in told] == [
        ("online_moderator", "Mal Baria"),
        ("online_moderator", "Wani Veerap Samo"),
        ("rapporteur", "Wani Veerap Samo"),
    ]
    assert all(organization is None for _, _, organization in told)


def test_a_stranger_before_bodies_is_one_where_people_belong_to_it() -> None:
    lines = "Speakers:\nEva Kral, Tarn Kelpie, Academia\nAna Ruiz, Velm University, Academia"
    told = entries(f"{lines}\nOrganizers: Tarn Kelpie, Foo Electronic Daily, Velm University")
    assert [body for role, name, body in told if role == "organizer"] == ["Tarn Kelpie", "Foo Electronic Daily", "Velm University"]
    assert all(name is None for role, name, _ in told if role == "organizer")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Tarn Kelpie", "Foo Classnet"), ("Institute for Tarn and Sea", "Kelpie sin Costas")],  # the second with a joining word inside
)
def test_two_hosts_are_parted_where_people_belong_to_each_of_them(one: str, other: str) -> None:
    told = entries(f"Speakers:\nAna Ruiz, {one}, Academia\nLuis Paz, {other}, Academia\nHost: {one} & {other}")
    assert {body for _, name, body in told if name is None} == {one, other}


def test_a_part_and_its_body_stay_one_although_people_belong_to_each_of_them() -> None:
    lines = "Speakers:\nAna Ruiz, Committee for Tarn, Academia\nLuis Paz, Velm Council, Academia"
    told = entries(f"{lines}\nHost: Committee for Tarn, Velm Council")
    assert [body for _, name, body in told if name is None] == ["Committee for Tarn, Velm Council"]
