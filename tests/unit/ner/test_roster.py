from __future__ import annotations

import pytest

from igf_extract.model import Document, Evidence, Participation, Session, Span
from igf_extract.ner.roster import Roster, organization_forms, roster_candidates, roster_of
from igf_extract.ner.words import words_of

ROSTER = Roster()
for _name in ("Mikael J. Ohanian", "Kelvin Lau Chi-ho", "Nicolás Fierro Paz", "Beata egger", "Ngozi ADEYEMI-Wolfe", "Saskia van der Zwaal"):
    ROSTER.add_person(_name)
ROSTER.add_organization("European Classnet (ECN)")
ROSTER.add_organization("Deutsche Beispiel AG")
ROSTER.add_organization("Frost Watch, Jakarta")


def found(text: str) -> list[tuple[str, str]]:
    return [(text[c.start : c.end], c.rule) for c in roster_candidates(ROSTER, words_of(text), 0)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("said Mikael Ohanian.", [("Mikael Ohanian", "roster")]),
        ("said OHANIAN, Mikael", [("OHANIAN", "roster_part"), ("Mikael", "roster_part")]),
        ("Fierro Paz Nicolas spoke", [("Fierro Paz Nicolas", "roster")]),
        ("answer Kelvin Lau Chi-ho without", [("Kelvin Lau Chi-ho", "roster")]),
        ("Beata egger describes", [("Beata egger", "roster")]),
        ("According to Ohanian, no", [("Ohanian", "roster_part")]),
        ("Ms Ohanian agreed", [("Ohanian", "roster_part")]),
        ("Kelvin Moore spoke", []),
        ("Ohanian University", []),
        ("the paz of it", []),
        ("with European Classnet and ECN", [("European Classnet", "roster"), ("ECN", "roster")]),
        ("asked European Classnet (ECN) to", [("European Classnet", "roster"), ("ECN", "roster")]),
        ("at Frost Watch, Jakarta", [("Frost Watch", "roster")]),
        ("Ambassador van der Zwaal replied", [("van der Zwaal", "roster_part")]),
        ("as Zwaal replied", [("Zwaal", "roster_part")]),
        ("at Deutsche Beispiel", [("Deutsche Beispiel", "roster")]),
    ],
)
def test_found_again(text: str, names: list[tuple[str, str]]) -> None:
    assert [f for f in found(text) if f[0] in dict(names)] == names
    assert bool(found(text)) == bool(names)


def test_groups_and_places_are_no_organisations() -> None:
    assert not list(organization_forms("Civil Society"))
    assert not list(organization_forms("Kenya"))
    assert "Kenya" not in list(organization_forms("Ministry of Ice, Kenya"))


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Committee for Ice, Parliament of Frostland", False),
        ("Faculty of Ice, University of Frost", False),
        ("Directorate for Networks, Content and Ice", True),
    ],
)
def test_a_body_and_the_one_above_it(name: str, whole: bool) -> None:
    assert (name in list(organization_forms(name))) is whole


def roster_for(name: str | None, organization: str | None) -> Roster:
    line = Participation(role="speaker", evidence=Evidence(Span(0, 1), "people"), name=name, organization=organization)
    return roster_of(Document(source="x", text="x", kind="session", sessions=(Session(participations=(line,)),)))


@pytest.mark.parametrize("name", ["Foro de Abogados", "Wint Stiftung", "Velmora Telekom", "Velmora Frost Foundation"])
def test_a_body_in_the_column_of_names(name: str) -> None:
    roster = roster_for(name, None)
    assert not roster.people
    assert len(roster.organizations) > 0


@pytest.mark.parametrize("name", ["Ann Park", "Joseph Lorenzo Hall", "Velmora Frost", "Foundation"])
def test_a_person_in_the_column_of_names(name: str) -> None:
    assert roster_for(name, None).people


@pytest.mark.parametrize("organization", ["Maria", "teaches at Frost College", "speaks for a company that sells ice"])
def test_what_is_no_name_of_a_body(organization: str) -> None:
    assert len(roster_for("Ann Lee", organization).organizations) == 0


@pytest.mark.parametrize("organization", ["MARIA", "Google", "university of Frost", "Frostwork", "freelance.org Media"])
def test_what_is_a_name_of_a_body(organization: str) -> None:
    assert len(roster_for("Ann Lee", organization).organizations) > 0
