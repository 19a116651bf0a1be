"""Pairs of organisations from the case table; acronyms and ministries by their company."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from tests.unit.identity.entry import entry

from igf_extract.identity import resolve
from igf_extract.identity.body_name import initials, looks_like_acronym, read_body
from igf_extract.identity.known import known
from igf_extract.vocab.load import read_data

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "organization_pairs.toml").read_text(encoding="utf-8"))["pairs"]


def one_body(a: str, b: str) -> bool:
    left = entry("2015a", 0, "Wanda Okafor", a, group="cs")
    right = entry("2018b", 0, "Greta Holm", b, group="cs")
    found = resolve([left, right]).organization_of
    return found[left.key] == found[right.key]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['a']} / {case['b']}" for case in CASES])
def test_pair(case: dict[str, object]) -> None:
    assert one_body(str(case["a"]), str(case["b"])) == case["same"], case["why"]


def test_examples_of_the_list() -> None:
    examples = read_data("organizations.toml")
    for a, b in examples["fires"]:
        assert one_body(a, b), (a, b)
    for a, b in examples["silent"]:
        assert not one_body(a, b), (a, b)


def test_each_name_of_the_list_leads_to_its_body() -> None:
    index = known()
    for row in index.rows:
        body = read_body(row.name)
        assert body is not None
        found = index.lookup(body)
        shared = any(row.number in numbers and len(numbers) > 1 for numbers in index.acronyms.values())
        assert found == row.number or (found is None and (shared or body.is_public)), row.name


def test_the_list_is_long_and_without_doubles() -> None:
    rows = known().rows
    assert len(rows) >= 300
    assert len({row.name for row in rows}) == len(rows)


def test_an_acronym_of_two_bodies_goes_with_the_person() -> None:
    stanford = entry("2011a", 0, "Laura Whitmarsh", "Stanford Center for Internet and Society", group="cs", region="weog")
    india = entry("2012b", 0, "Raghav Menonkar", "Centre for Internet and Society", group="cs", region="asia_pacific")
    first = entry("2013c", 0, "Laura Whitmarsh", "CIS")
    second = entry("2013c", 1, "Raghav Menonkar", "CIS")
    found = resolve([stanford, india, first, second]).organization_of
    assert found[first.key] == found[stanford.key]
    assert found[second.key] == found[india.key]


def test_an_acronym_of_two_bodies_with_nothing_else_stays_alone() -> None:
    bodies = [
        entry("2011a", 0, None, "Stanford Center for Internet and Society"),
        entry("2012b", 0, None, "Centre for Internet and Society"),
    ]
    alone = entry("2013c", 0, None, "CIS")
    found = resolve([*bodies, alone]).organization_of
    assert len({found[e.key] for e in (*bodies, alone)}) == 3


def test_a_ministry_takes_the_country_of_its_person() -> None:
    kenya = entry("2011a", 0, "Jane Achterveld", "Ministry of ICT, Kenya", group="gov", region="african")
    uganda = entry("2012b", 0, "Greta Holm", "Ministry of ICT, Uganda", group="gov", region="african")
    bare = entry("2013c", 0, "Jane Achterveld", "Ministry of ICT", group="gov", region="african")
    found = resolve([kenya, uganda, bare]).organization_of
    assert found[bare.key] == found[kenya.key] != found[uganda.key]


def test_the_country_of_the_entry_tells_two_ministries_apart() -> None:
    a = entry("2011a", 0, "Jane Achterveld", "Ministry of Communications", country="KE")
    b = entry("2012b", 0, "Greta Holm", "Ministry of Communications", country="PE")
    found = resolve([a, b]).organization_of
    assert found[a.key] != found[b.key]


def test_a_slip_joins_where_nothing_speaks_against_it_and_not_over_regions() -> None:
    right = entry("2011a", 0, "Jane Achterveld", "Quillon Kiosks Foundation", region="weog")
    slip = entry("2012b", 0, "Greta Holm", "Quillon Kiosk Foundation", region="weog")
    other = entry("2013c", 0, "Otto Ashcombe", "Quillon Kioska Foundation", region="grulac")
    found = resolve([right, slip, other]).organization_of
    assert found[right.key] == found[slip.key] != found[other.key]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UNDP", True),
        ("MeitY", True),
        ("KICTANet", True),
        ("CGI.br", True),
        ("Microsoft", False),
        ("BlueHarbour", False),
        ("Access Now", False),
    ],
)
def test_acronyms(text: str, expected: bool) -> None:
    assert looks_like_acronym(text) == expected


def test_initials_with_and_without_small_words() -> None:
    found = initials(("quillon", "institute", "for", "net", "law"))
    assert {"qinl", "qifnl"} <= found


@pytest.mark.parametrize("text", ["", "  ", "...", "🔒"])
def test_no_name(text: str) -> None:
    assert read_body(text) is None


def test_hostile_names_do_not_hang() -> None:
    for text in ("(" * 5000, "a, " * 5000, "- " * 5000, "www." * 2000, "A&" * 3000, "of " * 4000):
        read_body(text)
        resolve([entry("2015a", 0, None, text)])
