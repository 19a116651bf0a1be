"""What a body's name goes on with: a part of the world, a nation in small letters; and names of two fields, two bodies with an article."""

from __future__ import annotations

import pytest
from tests.unit.ner.guesses import guess

from igf_extract.model import Document, Evidence, Section, Span
from igf_extract.ner.beside import acronyms_behind, beside_people
from igf_extract.ner.candidate import ORG, PERSON, Candidate
from igf_extract.ner.grown import grown
from igf_extract.ner.heads import head_candidates
from igf_extract.ner.pairs import with_second_half
from igf_extract.ner.regions import prose_regions
from igf_extract.ner.roster import Roster, roster_candidates
from igf_extract.ner.runon import two_bodies, without_people
from igf_extract.ner.words import words_of


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        (
            "the Alliance for a Frost Revolution in Africa, and",
            "Alliance for a Frost Revolution",
            "Alliance for a Frost Revolution in Africa",
        ),
        (
            "by the Council for Ice Research in Latin America.",
            "Council for Ice Research",
            "Council for Ice Research in Latin America",
        ),
        (
            "the Network of Frost Education in the Arab World has",
            "Network of Frost Education",
            "Network of Frost Education in the Arab World",
        ),
        ("the Alliance for Frost Lamps in Africa has", "Alliance for Frost Lamps", "Alliance for Frost Lamps"),
        ("the Council for Ice Research in Africa Hall", "Council for Ice Research", "Council for Ice Research"),
        ("the Council for Ice Research in Lund has", "Council for Ice Research", "Council for Ice Research"),
        ("avec La Poste suisse. Elle", "La Poste", "La Poste suisse"),
        ("que La Poste de Madagascar a", "La Poste", "La Poste de Madagascar"),
        ("que La Poste de demain", "La Poste", "La Poste"),
        (
            "(Directeur, Office des ports de Polynésie française)",
            "Office des ports de Polynésie",
            "Office des ports de Polynésie française",
        ),
        ("el Instituto de Faros boliviano dijo", "Instituto de Faros", "Instituto de Faros boliviano"),
        ("o Instituto de Faróis angolano disse", "Instituto de Faróis", "Instituto de Faróis angolano"),
        ("du Conseil de Glace belge et français", "Conseil de Glace", "Conseil de Glace"),
        ("the Ice Institute suisse", "Ice Institute", "Ice Institute"),
        ("le Conseil de Glace africaines", "Conseil de Glace", "Conseil de Glace"),
    ],
)
def test_to_the_end_of_the_name(text: str, name: str, whole: str) -> None:
    assert grown(text, guess(text, name)).of(text) == whole


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Ann Lee of the Instituto Energia e Dados measured", "Instituto Energia", ["Instituto Energia e Dados"]),
        ("de la Fundación Ciencia y Comunidad, que", "Fundación Ciencia", ["Fundación Ciencia y Comunidad"]),
        ("do Instituto Tecnologia e Cidadania.", "Instituto Tecnologia", ["Instituto Tecnologia e Cidadania"]),
        ("of the Instituto Frostix e Dados measured", "Instituto Frostix", ["Instituto Frostix"]),
        ("of the Instituto Energia e Dados Abertos", "Instituto Energia", ["Instituto Energia"]),
        ("Energia e Dados", "Energia", ["Energia"]),
    ],
)
def test_two_fields(text: str, name: str, found: list[str]) -> None:
    assert [c.of(text) for c in with_second_half(text, [guess(text, name)])] == found


def test_the_second_field_seen_by_itself_is_left_out() -> None:
    text = "of the Instituto Energia e Dados measured"
    assert [c.of(text) for c in with_second_half(text, [guess(text, "Instituto Energia"), guess(text, "Dados")])] == [
        "Instituto Energia e Dados"
    ]


@pytest.mark.parametrize(
    ("name", "bodies"),
    [
        ("Agence velmoise de pêche et la Banque des lacs", ["Agence velmoise de pêche", "Banque des lacs"]),
        ("Instituto de Faros y la Universidad del Lago", ["Instituto de Faros", "Universidad del Lago"]),
        ("Conselho de Faróis e a Associação dos Portos", ["Conselho de Faróis", "Associação dos Portos"]),
        ("Office des ports et l'Agence du lac", ["Office des ports", "Agence du lac"]),
        ("Agence de la Pêche et de la Banque", ["Agence de la Pêche et de la Banque"]),
        ("Conseil de la Pêche et la Glace", ["Conseil de la Pêche et la Glace"]),
    ],
)
def test_two_bodies_with_an_article(name: str, bodies: list[str]) -> None:
    assert [c.of(name) for c in two_bodies(name, guess(name, name))] == bodies


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Nordic Ice Archive he wrote a guide on frost", ["Nordic Ice Archive"]),
        ("Frost Data Institute, she keeps lamps", ["Frost Data Institute"]),
        ("Institut des Phares il garde le lac", ["Institut des Phares"]),
    ],
)
def test_a_list_that_runs_into_a_sentence(name: str, found: list[str]) -> None:
    roster = Roster()
    roster.add_organization(name)
    text = f"Ann of the {name}."
    assert [c.of(text) for c in roster_candidates(roster, words_of(text), 0)] == found


@pytest.mark.parametrize(
    ("text", "person", "found"),
    [
        ("Jan Lund from Digital Frost asked about", "Jan Lund", ["Digital Frost"]),
        ("Jan Lund from the Green Lamp said", "Jan Lund", ["Green Lamp"]),
        ("Jan Lund from New Zealand asked about", "Jan Lund", []),
        ("Jan Lund from South Sudan said", "Jan Lund", []),
        ("Jan Lund from Digital Frost", "Jan Lund", []),
    ],
)
def test_from_a_body_of_plain_words(text: str, person: str, found: list[str]) -> None:
    assert [c.of(text) for c in beside_people(text, [guess(text, person, PERSON)])] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Frost Libraries Network (eIFL.net) advises", ["eIFL.net"]),
        ("the Frost Libraries Network (FLN.org) advises", ["FLN.org"]),
        ("the Frost Libraries Network (eFL) advises", ["eFL"]),
        ("the Frost Libraries Network (www.frost.net) advises", []),
        ("the Frost Libraries Network (in Lund) advises", []),
    ],
)
def test_an_address_as_acronym(text: str, found: list[str]) -> None:
    end = text.index(" (")
    assert [c.of(text) for c in acronyms_behind(text, [Candidate(4, end, ORG, "rule")])] == found


def test_biographies_in_a_list_of_people_are_prose() -> None:
    entry = "Ann Lee, Frostwork; Bob Lund, Ice Lab"
    told = "Ann Lee - is a keeper of lamps at the Ice Academy in the north of the lake. She is a member of its board and was " * 2
    text = f"{entry}\n{told}chosen in May. Bob Lund is a writer."
    whole = Evidence(Span(0, len(text)), "test")
    document = Document(source="x", text=text, kind="session", sections=(Section("participants", text, whole),))
    assert [text[r.span.start : r.span.end].startswith("Ann Lee - is") for r in prose_regions(document)] == [True]


@pytest.mark.parametrize(
    ("text", "body", "person", "left"),
    [
        ("la présidente de l'Autorité des lacs Ann Lee.", "Autorité des lacs Ann Lee", "Ann Lee", "Autorité des lacs"),
        ("le directeur de l'Institut national de la pêche Jan Orn, qui", "Institut national de la pêche Jan Orn", "Jan Orn", None),
        ("à l'Institut de pêche Ann Lee.", "Institut de pêche Ann Lee", "Ann Lee", "Institut de pêche Ann Lee"),
        ("le directeur de l'Institut Nord Ann Lee a", "Institut Nord Ann Lee", "Ann Lee", "Institut Nord Ann Lee"),
    ],
)
def test_a_person_behind_the_body_of_a_post(text: str, body: str, person: str, left: str | None) -> None:
    found = list(without_people(text, [guess(text, body, rule="rule"), guess(text, person, PERSON)]))
    assert found[0].of(text) == (left or "Institut national de la pêche")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("como Coordinadora Permanente de la Red", []),
        ("la Coordinadora General dijo", []),
        ("la Coordinadora Faros Sur dijo", ["Coordinadora Faros Sur"]),
    ],
)
def test_a_post_is_no_head(text: str, found: list[str]) -> None:
    assert [c.of(text) for c in head_candidates(text, words_of(text), 0)] == found
