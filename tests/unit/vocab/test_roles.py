"""Role labels: every noun's examples, combined labels, and lines that only look like labels."""

from __future__ import annotations

from typing import Any

import pytest

from igf_extract.vocab.fold import fold
from igf_extract.vocab.load import read_data
from igf_extract.vocab.roles import attribute_labels, read_role, read_role_label

NOUNS = read_data("roles.toml")["nouns"]
CODES = {"organizer", "speaker", "moderator", "onsite_moderator", "online_moderator", "rapporteur", "other"}


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun["fires"][0])
def test_examples(noun: dict[str, Any]) -> None:
    for text in noun["fires"]:
        codes = read_role(text)
        assert codes and all(code.endswith(noun["code"]) for code in codes), text
        assert read_role(text.upper()) == codes == read_role(f" {text} :")
    for text in noun["silent"]:
        assert read_role(text) == (), text


def test_no_word_names_two_roles() -> None:
    seen: dict[str, str] = {}
    for noun in NOUNS:
        for word in {fold(word) for word in [*noun["singular"], *noun["plural"]]}:
            assert word not in seen, f"{word} is {seen.get(word)} and {noun['code']}"
            seen[word] = noun["code"]


@pytest.mark.parametrize(
    ("label", "codes"),
    [
        ("In-person Moderator and Organiser 4:", ("onsite_moderator", "organizer")),
        ("Online/Onsite Moderators", ("online_moderator", "onsite_moderator")),
        ("Moderator (onsite)", ("onsite_moderator",)),
        ("Chair/Moderator:", ("moderator",)),
        ("Co-Facilitators & Reporters:", ("moderator", "rapporteur")),
        ("Reported and moderated by", ("rapporteur", "moderator")),
        ("Floor and Readout Moderators:", ("moderator",)),
        ("Name of Remote Moderator(s)", ("online_moderator",)),
        ("Speaker 12:", ("speaker",)),
        ("Names and affiliations of speakers", ("speaker",)),
        ("Modérateur à distance", ("online_moderator",)),
        ("Moderadora remota:", ("online_moderator",)),
        ("Panel:", ("speaker",)),
        ("Panel", ()),
        ("Moderator of the Names Council", ()),
        ("Speaker's Corner", ()),
        ("", ()),
        ("Organizer" * 40, ()),
    ],
)
def test_labels(label: str, codes: tuple[str, ...]) -> None:
    assert read_role(label) == codes
    assert set(codes) <= CODES


def test_plain_moderators_are_told_from_chairs_and_from_placed_ones() -> None:
    plain = {text: getattr(read_role_label(text), "plain", None) for text in ("Session Moderator", "Chair", "Online Moderator", "Speaker")}
    assert plain == {"Session Moderator": True, "Chair": False, "Online Moderator": False, "Speaker": False}


def test_attributes_are_no_roles() -> None:
    for label in attribute_labels():
        assert read_role(label) == (), label
