"""Groups, regions and countries: the codes of the tables, and words that are a whole phrase or nothing."""

from __future__ import annotations

import pytest

from igf_extract.vocab.load import read_data
from igf_extract.vocab.places import Place, country_code, group_code, place_of, region_place

GROUPS = {
    "government",
    "civil_society",
    "private_sector",
    "technical_community",
    "intergovernmental",
    "academia",
    "media",
    "youth",
    "other",
}
REGIONS = {"african", "asia_pacific", "eastern_european", "grulac", "weog", "intergovernmental"}


def test_codes_are_those_of_the_tables() -> None:
    assert set(read_data("groups.toml")["codes"]) == GROUPS
    assert set(read_data("regions.toml")["codes"]) == REGIONS
    assert all(len(code) == 2 and code.isupper() for code in read_data("countries.toml")["names"])


def test_every_word_is_found_under_its_code() -> None:
    for code, words in read_data("groups.toml")["codes"].items():
        assert [word for word in words if group_code(word) != code] == []
    for code, words in read_data("regions.toml")["codes"].items():
        if code != "intergovernmental":
            assert [word for word in words if region_place(word) != Place("region", code)] == []
    for code, names in read_data("countries.toml")["names"].items():
        assert [name for name in names if country_code(name) != code] == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Western European and Others Group (WEOG)", Place("region", "weog")),
        ("Western Europe and Others Group – WEOG", Place("region", "weog")),
        ("Latin American and Caribbean Group (GRULAC)", Place("region", "grulac")),
        ("Asia Pacific region(APAC)", Place("region", "asia_pacific")),
        ("NA", Place("region", "weog")),
        ("Latin American and Caribbean States", Place("region", "grulac")),
        ("Latin American & Caribbean Countries", Place("region", "grulac")),
        ("Eastern-European Group", Place("region", "eastern_european")),
        ("WEOG region", Place("region", "weog")),
        ("African countries", Place("region", "african")),
        ("Member States", None),
        ("Working Group", None),
        ("CIS", Place("region", "eastern_european")),
        ("Arab", Place("region", None)),
        ("Europe", Place("region", None)),
        ("Business sector", Place("group", "private_sector")),
        ("Civil Society perspective", Place("group", "civil_society")),
        ("NGO", Place("group", "civil_society")),
        ("Intergovernmental Organization", Place("group", "intergovernmental")),
        ("the Netherlands", Place("country", "NL")),
        ("UNITED KINGDOM", Place("country", "GB")),
        ("Cote d’Ivoire", Place("country", "CI")),
        ("Brazil/US", Place("country", None)),
        ("us", None),
        ("Government of Japan", None),
        ("African Union", None),
        ("Kenya Airways", None),
        ("Technology", None),
    ],
)
def test_places(text: str, place: Place | None) -> None:
    assert place_of(text) == place
