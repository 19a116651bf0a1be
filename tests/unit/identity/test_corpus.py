"""Who is who over small corpora: constraints, namesakes, decisions, ids."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.identity.entry import entry

from igf_extract.identity import resolve
from igf_extract.model import Decision, Entry, Identities


def one_person(found: Identities, *entries: Entry) -> bool:
    return len({found.person_of[e.key] for e in entries}) == 1


def test_order_and_spelling_of_a_name_are_one_person() -> None:
    a = entry("2015a", 0, "OKAFOR Wanda", "Tidewater Labs", group="cs", region="african")
    b = entry("2018b", 0, "Dr. Wanda Okafor", "Tidewater Labs", group="cs", region="african")
    assert one_person(resolve([a, b]), a, b)


def test_two_people_of_one_session_stay_two() -> None:
    a = entry("2015a", 0, "Martin Paul", "Tidewater Labs", group="cs", region="weog")
    b = entry("2015a", 1, "Paul Martin", "Tidewater Labs", group="cs", region="weog")
    assert not one_person(resolve([a, b]), a, b)


def test_names_that_one_session_shows_as_two_stay_two_elsewhere() -> None:
    together = [entry("2015a", 0, "Martin Paul", "Tidewater Labs"), entry("2015a", 1, "Paul Martin", "Brightmoor")]
    later = entry("2017b", 0, "Paul Martin", "Brightmoor")
    found = resolve([*together, later])
    assert one_person(found, together[1], later)
    assert not one_person(found, together[0], later)


def test_a_moderator_repeats_a_speaker_in_another_spelling() -> None:
    speaker = entry("2015a", 0, "Elizabeth Ashcombe", "Tidewater Labs")
    moderator = entry("2015a", 1, "Liz Ashcombe", role="online_moderator")
    assert one_person(resolve([speaker, moderator]), speaker, moderator)


def test_a_speaker_does_not_repeat_a_speaker() -> None:
    a = entry("2015a", 0, "Elizabeth Ashcombe", "Tidewater Labs")
    b = entry("2015a", 1, "Liz Ashcombe", "Tidewater Labs")
    assert not one_person(resolve([a, b]), a, b)


def test_namesakes_of_two_regions_and_bodies() -> None:
    a = entry("2015a", 0, "Maria Santos", "Tidewater Labs", group="cs", region="asia_pacific")
    b = entry("2018b", 0, "Maria Santos", "Brightmoor Analytics", group="cs", region="grulac")
    assert not one_person(resolve([a, b]), a, b)


def test_a_change_of_affiliation_is_no_new_person() -> None:
    a = entry("2015a", 0, "Folarin Achterveld", "Tidewater Labs", group="cs", region="african")
    b = entry("2018b", 0, "Folarin Achterveld", "Brightmoor Analytics", group="ps", region="african")
    assert one_person(resolve([a, b]), a, b)


def test_a_name_between_two_holds_them_together() -> None:
    a = entry("2011a", 0, "Greta Holm", "Tidewater Labs", group="cs", region="weog")
    b = entry("2015b", 0, "Greta Holm Sandvik", "Tidewater Labs", group="cs", region="weog")
    c = entry("2019c", 0, "Greta Sandvik", "Tidewater Labs", group="cs", region="weog")
    assert one_person(resolve([a, b, c]), a, b, c)


def test_a_shorter_name_does_not_hold_two_longer_ones_together() -> None:
    a = entry("2011a", 0, "Rodrigo Salas Cárdenas", "Tidewater Labs", group="cs", region="grulac")
    b = entry("2015b", 0, "Rodrigo Salas", group="cs", region="grulac")
    c = entry("2019c", 0, "Rodrigo Salas Peña", "Tidewater Labs", group="cs", region="grulac")
    assert not one_person(resolve([a, b, c]), a, c)


def test_initials_belong_to_the_person_of_that_organisation() -> None:
    amit = entry("2011a", 0, "Amit Verma", "Tidewater Labs", group="cs", region="asia_pacific")
    asha = entry("2012b", 0, "Asha Verma", "Brightmoor Analytics", group="ps", region="asia_pacific")
    short = entry("2015c", 0, "A. Verma", "Brightmoor Analytics", group="ps", region="asia_pacific")
    found = resolve([amit, asha, short])
    assert one_person(found, asha, short)
    assert not one_person(found, amit, short)


def test_initials_that_fit_two_stay_alone_and_are_told() -> None:
    amit = entry("2011a", 0, "Amit Verma", group="cs", region="asia_pacific")
    asha = entry("2012b", 0, "Asha Verma", group="cs", region="asia_pacific")
    short = entry("2015c", 0, "A. Verma", group="cs", region="asia_pacific")
    found = resolve([amit, asha, short])
    assert len(set(found.person_of.values())) == 3
    assert [link for link in found.links if link.decision == "unsure"]


def test_two_han_names_of_one_reading_are_two_people() -> None:
    a = entry("2011a", 0, "王磊", "Tidewater Labs", group="cs", region="asia_pacific")
    b = entry("2012b", 0, "Wang Lei", "Tidewater Labs", group="cs", region="asia_pacific")
    c = entry("2013c", 0, "王蕾", "Tidewater Labs", group="cs", region="asia_pacific")
    assert not one_person(resolve([a, b, c]), a, c)


def test_decisions_win() -> None:
    a = entry("2015a", 0, "Wanda Okafor", "Tidewater Labs", group="cs", region="african")
    b = entry("2018b", 0, "Wanda Okafor", "Tidewater Labs", group="cs", region="african")
    c = entry("2019c", 0, "Greta Holm", "Brightmoor", region="weog")
    apart = Decision(str(a.key), str(b.key), "different", "two people of one house")
    joined = Decision("Greta Holm", str(a.key), "same", "told by herself")
    found = resolve([a, b, c], [apart, joined])
    assert not one_person(found, a, b)
    assert one_person(found, a, c)
    assert not found.unused_decisions


def test_decisions_about_organisations_win() -> None:
    a = entry("2015a", 0, None, "Tidewater Labs")
    b = entry("2018b", 0, None, "Tidewater Labs")
    c = entry("2019c", 0, None, "Brightmoor Analytics")
    apart = Decision(str(a.key), str(b.key), "different", kind="organization")
    joined = Decision(str(b.key), "Brightmoor Analytics", "same", kind="organization")
    found = resolve([a, b, c], [apart, joined]).organization_of
    assert found[a.key] != found[b.key]
    assert found[b.key] == found[c.key]


def test_a_decision_about_nobody_comes_back() -> None:
    lost = Decision("Nobody", "Wanda Okafor", "same")
    assert resolve([entry("2015a", 0, "Wanda Okafor")], [lost]).unused_decisions == (lost,)


def test_a_bare_organizer_in_another_order_repeats_one_who_is_told() -> None:
    bare = entry("2023a", 0, "Wanda Okafor", role="organizer")
    full = entry("2023a", 1, "Okafor Wanda", "Tidewater Labs", role="organizer")
    moderator = entry("2023a", 2, "Okafor Wanda", group="cs", region="african", role="onsite_moderator")
    found = resolve([bare, full, moderator])
    assert one_person(found, bare, full)
    assert one_person(found, full, moderator)


def test_two_orders_with_two_organisations_are_two_people() -> None:
    a = entry("2023a", 0, "Martin Paul", "Tidewater Labs", role="organizer")
    b = entry("2023a", 1, "Paul Martin", "Brightmoor Analytics", role="organizer")
    assert not one_person(resolve([a, b]), a, b)


def test_two_bare_orders_are_two_people() -> None:
    a, b = entry("2023a", 0, "Martin Paul", role="organizer"), entry("2023a", 1, "Paul Martin", role="organizer")
    assert not one_person(resolve([a, b]), a, b)


def test_different_wins_over_a_chain_of_same() -> None:
    a, b, c = (entry(f"201{n}x", 0, name) for n, name in enumerate(["Wanda Okafor", "Greta Holm", "Otto Vale"]))
    chain = [Decision(str(a.key), str(b.key), "same"), Decision(str(b.key), str(c.key), "same")]
    found = resolve([a, b, c], [*chain, Decision(str(c.key), str(a.key), "different")])
    assert not one_person(found, a, c)
    assert [conflict.decision in chain for conflict in found.conflicts] == [True]


def test_different_holds_for_names_that_rules_put_together() -> None:
    """What is decided about one entry keeps it apart from all that stand with the other, and a decision "same" cannot undo it."""
    a, b, c, d = (entry(f"201{n}x", 0, "Wanda Okafor", "Tidewater Labs", region="african") for n in range(4))
    same = [Decision(str(c.key), str(a.key), "same"), Decision(str(d.key), str(b.key), "same")]
    found = resolve([a, b, c, d], [Decision(str(a.key), str(b.key), "different"), *same])
    assert one_person(found, a, c)
    assert one_person(found, b, d)
    assert not one_person(found, a, b)
    assert not found.conflicts


def test_acronyms_that_a_decision_keeps_apart() -> None:
    a, b = (entry(f"201{n}x", 0, None, "QZX") for n in range(2))
    apart = Decision(str(a.key), str(b.key), "different", kind="organization")
    assert len(set(resolve([a, b]).organization_of.values())) == 1
    assert len(set(resolve([a, b], [apart]).organization_of.values())) == 2


def test_one_bearer_of_a_name_is_none_of_the_others() -> None:
    entries = [entry(f"201{n}x", 0, "Wanda Okafor", "Tidewater Labs", region="african") for n in range(4)]
    found = resolve(entries, [Decision(str(entries[2].key), "Wanda Okafor", "different")])
    assert [one_person(found, entries[0], e) for e in entries] == [True, True, False, True]
    assert not found.unused_decisions


def test_readable_ids_and_best_form() -> None:
    found = resolve([entry("2015a", 0, "CONCEIÇÃO PRADO", "Brightmoor"), entry("2016b", 0, "Conceição Prado", "Brightmoor")])
    assert [(person.id, person.name) for person in found.persons] == [("conceicao-prado", "Conceição Prado")]
    assert found.persons[0].names == (("CONCEIÇÃO PRADO", 1), ("Conceição Prado", 1))


def test_equal_slugs_are_numbered_by_the_first_mention() -> None:
    late = entry("2018b", 0, "Maria Santos", "Brightmoor Analytics", group="cs", region="grulac")
    early = entry("2015a", 0, "Maria Santos", "Tidewater Labs", group="cs", region="asia_pacific")
    found = resolve([late, early])
    assert (found.person_of[early.key], found.person_of[late.key]) == ("maria-santos", "maria-santos-2")


def test_joint_affiliations_have_no_organisation() -> None:
    joint = entry("2015a", 0, "Wanda Okafor", "ISOC Ghana / Tidewater Labs")
    two = entry("2015a", 1, "Greta Holm", "ITU & UNESCO")
    one = entry("2015a", 2, "Otto Grünau", "Berkman Klein Center for Internet & Society")
    assert set(resolve([joint, two, one]).organization_of) == {one.key}


def test_unreadable_names_have_no_person() -> None:
    assert not resolve([entry("2015a", 0, "..."), entry("2015a", 1, None, "...")]).person_of


WORDS = st.sampled_from(["Wanda", "Greta", "Otto", "W.", "Okafor", "Holm", "Li", "Na", "van", "der", "Al-Harbi", "王磊", "Jr."])
NAME = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
BODY = st.none() | st.sampled_from(
    ["ISOC", "Internet Society", "Tidewater Labs", "TideWater Lab", "Ministry of ICT", "CIS", "A / B", "Brightmoor GmbH"]
)
ENTRIES = st.lists(
    st.tuples(
        st.sampled_from(["2015a", "2016b", "2017c"]),
        NAME,
        BODY,
        st.none() | st.sampled_from(["cs", "gov"]),
        st.none() | st.sampled_from(["weog", "african"]),
        st.sampled_from(["speaker", "moderator"]),
    ),
    max_size=14,
)


def made(rows: list[tuple[str, str, str | None, str | None, str | None, str]]) -> list[Entry]:
    return [entry(s, n, name, body, group=group, region=region, role=role) for n, (s, name, body, group, region, role) in enumerate(rows)]


@settings(max_examples=60, deadline=None)
@given(ENTRIES, st.randoms(use_true_random=False))
def test_the_order_of_the_entries_changes_nothing(
    rows: list[tuple[str, str, str | None, str | None, str | None, str]], chance: random.Random
) -> None:
    entries = made(rows)
    mixed = list(entries)
    chance.shuffle(mixed)
    assert resolve(entries) == resolve(mixed)


@settings(max_examples=60, deadline=None)
@given(ENTRIES)
def test_two_named_speakers_of_a_session_are_never_one(rows: list[tuple[str, str, str | None, str | None, str | None, str]]) -> None:
    from igf_extract.identity.person_name import read_name

    entries = [e for e in made(rows) if e.role == "speaker"]
    found = resolve(entries).person_of
    for a in entries:
        for b in entries:
            left, right = read_name(a.name or ""), read_name(b.name or "")
            if a.session == b.session and left and right and left.ordered != right.ordered:
                assert found[a.key] != found[b.key]


@settings(max_examples=40, deadline=None)
@given(ENTRIES)
def test_every_entry_is_in_one_identity_and_ids_are_unique(rows: list[tuple[str, str, str | None, str | None, str | None, str]]) -> None:
    found = resolve(made(rows))
    for identities, mapping in ((found.persons, found.person_of), (found.organizations, found.organization_of)):
        ids = [identity.id for identity in identities]
        assert len(ids) == len(set(ids))
        assert {key: i.id for i in identities for key in i.entries} == dict(mapping)
        assert sum(len(i.entries) for i in identities) == len(mapping)
