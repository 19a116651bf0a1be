from __future__ import annotations

from tests.unit.identity.entry import entry

from igf_extract.identity import link_names, resolve
from igf_extract.model import Document, Evidence, Identities, Mention, MentionKey, Session, Span, Turn, TurnKey

ROSTER = [
    entry("2015a", 0, "Conceição Prado", "Tidewater Labs (TWL)", group="cs", region="grulac"),
    entry("2015a", 1, "Otto von Grünau", "Council of Europe", group="gov", region="weog"),
    entry("2015a", 2, "Greta Holm", "Brightmoor", group="cs", region="weog"),
    entry("2015a", 3, "Ingrid Holm", "Brightmoor", group="cs", region="weog"),
    entry("2016b", 0, "Folarin Achterveld", "Quillon Hub", group="cs", region="african"),
]
SESSIONS = {("2015a", 0): "2015a", ("2016b", 0): "2016b"}
QUOTE = Evidence(Span(0, 1), "test")


def linked(*texts: str, label: str = "PERSON") -> dict[str, str | None]:
    mentions = tuple(Mention(Span(n * 100, n * 100 + len(text)), label, text, "model", session_index=0) for n, text in enumerate(texts))
    document = Document(source="a.txt", sessions=(Session(),), mentions=mentions)
    found = link_names(resolve(ROSTER), ROSTER, [("2015a", document)], SESSIONS)
    table = found.person_of_mention if label == "PERSON" else found.organization_of_mention
    return {m.text: table.get(MentionKey("2015a", m.span.start, m.span.end, label)) for m in mentions}


def spoken(*speakers: str) -> list[str | None]:
    document = Document(source="a.txt", sessions=(Session(),), turns=tuple(Turn(speaker, "Thank you.", QUOTE, 0) for speaker in speakers))
    found: Identities = link_names(resolve(ROSTER), ROSTER, [("2015a", document)], SESSIONS)
    return [found.person_of_turn.get(TurnKey("2015a", n)) for n in range(len(speakers))]


def test_full_names_in_any_spelling() -> None:
    assert set(linked("Conceicao Prado", "PRADO Conceição", "Ms. Conceição Prado").values()) == {"conceicao-prado"}


def test_a_surname_that_one_person_of_the_session_bears() -> None:
    assert linked("Prado", "Dr. Grünau") == {"Prado": "conceicao-prado", "Dr. Grünau": "otto-von-grunau"}


def test_a_surname_of_two_is_nobodys() -> None:
    assert linked("Holm") == {"Holm": None}


def test_a_surname_that_a_stranger_bears_too_is_nobodys() -> None:
    assert linked("Prado", "Luisa Prado")["Prado"] is None


def test_strangers_are_somebody_new() -> None:
    assert linked("Luisa Berrio", "BERRIO Luisa", "Berrio", "Achterveld") == {
        "Luisa Berrio": "luisa-berrio",
        "BERRIO Luisa": "luisa-berrio",
        "Berrio": "luisa-berrio",
        "Achterveld": None,
    }


def test_a_stranger_has_an_identity_without_entries() -> None:
    document = Document(source="a.txt", mentions=(Mention(Span(0, 12), "PERSON", "Luisa Berrio", "model", 0.7),))
    found = link_names(resolve(ROSTER), ROSTER, [("z", document)], SESSIONS)
    stranger = next(person for person in found.persons if person.id == "luisa-berrio")
    assert (stranger.name, stranger.entries, stranger.confidence) == ("Luisa Berrio", (), 0.7)
    assert [person.id for person in found.persons] == sorted(person.id for person in found.persons)


def test_a_well_known_body_of_the_prose_has_one_id_in_all_its_forms() -> None:
    found = linked("UNICEF", "United Nations Children's Fund", "Unheard Of Trust", "XYZW", label="ORG")
    assert found["UNICEF"] == found["United Nations Children's Fund"] == "united-nations-childrens-fund"
    assert found["Unheard Of Trust"] == "unheard-of-trust"
    assert found["XYZW"] is None


def test_a_full_name_of_another_session() -> None:
    assert linked("Folarin Achterveld") == {"Folarin Achterveld": "folarin-achterveld"}


def test_organisations_by_name_acronym_and_translation() -> None:
    found = linked("Tidewater Labs", "TWL", "Conseil de l'Europe", "Quillon Hub", label="ORG")
    assert found["Tidewater Labs"] == found["TWL"] == "tidewater-labs-twl"
    assert found["Conseil de l'Europe"] == "council-of-europe"
    assert found["Quillon Hub"] == "quillon-hub"


def test_speakers_in_capitals_without_accents() -> None:
    assert spoken(
        "CONCEICAO PRADO:",
        ">> OTTO VON GRUNAU:",
        "GRETA HOLM (Brightmoor)",
        "HOLM:",
        "MODERATOR:",
        "SPEAKER 1",
        "GOVERNMENT OF POLAND",
        "CHAIR HOLM, GRETA",
    ) == [
        "conceicao-prado",
        "otto-von-grunau",
        "greta-holm",
        None,
        None,
        None,
        None,
        "greta-holm",
    ]
