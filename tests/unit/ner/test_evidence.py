from __future__ import annotations

import pytest
from tests.unit.ner.guesses import guess

from igf_extract.ner.candidate import ORG, PERSON, Candidate
from igf_extract.ner.evidence import keep
from igf_extract.ner.of_country import with_nationality


def kept(text: str, name: str, label: str, people: frozenset[str] = frozenset()) -> str | None:
    result = keep(text, guess(text, name, label), people)
    return None if result is None else result.of(text)


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("the Undersecretary of Labour", "Undersecretary of Labour", "ORG"),
        ("(Trust and Safety Lead, Frostwork)", "Trust and Safety Lead", "ORG"),
        ("the International Year of Ice", "International Year of Ice", "ORG"),
        ("our Chief Economist said", "Chief Economist", "ORG"),
        ("Co-Facilitator & Reporter: x", "Co-Facilitator & Reporter", "ORG"),
        ("in Kenya", "Kenya", "ORG"),
        ("Compartir · Enviar", "Compartir", "ORG"),
        ("the Ice Convention", "Ice Convention", "ORG"),
        ("lowercase words", "lowercase words", "ORG"),
        ("varios Ministerios del Estado", "Ministerios del Estado", "PERSON"),
        ("the parish of San Frostel thought", "San Frostel", "PERSON"),
        ("a Master en Derecho, Hielo", "Master en Derecho, Hielo", "ORG"),
        ("near the Frost Congress Centre", "Frost Congress Centre", "ORG"),
        ("updated by ITU Q26 now", "ITU Q26", "PERSON"),
        ("Esto se vio", "Esto se", "PERSON"),
        ("the Central Asian network", "Central Asian", "PERSON"),
        ("(Gobiernos, usuarios)", "Gobiernos", "ORG"),
        ("fifteen million Kenyans do", "Kenyans", "ORG"),
        ("kept in the Gramsund Islands by", "Gramsund Islands", "ORG"),
        ("Dans beaucoup de pays", "Dans beaucoup", "ORG"),
        ("line. Ir. Yohan spoke", "Ir", "ORG"),
        ("Thank you, Mr. Chairman.", "Chairman", "PERSON"),
        ("par le Ministre des Ports et des Communications", "Ministre des Ports et des Communications", "ORG"),
        ("the Research Associate Ports and Cables", "Research Associate Ports and Cables", "ORG"),
        ("this Open Forum on Ports in", "Open Forum on Ports", "ORG"),
        ("le ministre Kenyan de Ports", "Kenyan de Ports", "PERSON"),
        ("between Pacific and West African communities", "Pacific and West African", "ORG"),
        ("Quiet things keep", "Quiet things", "ORG"),
        ("it was Twenty-two papers", "Twenty-two", "PERSON"),
        ("La Agenda de Gramsund fue", "Agenda de Gramsund", "ORG"),
        ("said Lantern today", "Lantern", "PERSON"),
        ("the Digital Economy", "Digital Economy", "PERSON"),
        ("the Lagos start-up Frost", "Lagos start-up", "ORG"),
        ("a Kenyan bank sold", "Kenyan bank", "ORG"),
        ("from Trinidad Tobago.", "Trinidad Tobago", "ORG"),
        ("at the Research Center.", "Research Center", "ORG"),
        ("the Honorable African Ministers and", "African Ministers", "PERSON"),
        ("a Kenyan union", "Kenyan", "PERSON"),
        ("BALANCE DEL FORO FROSTINO Y", "BALANCE DEL FORO FROSTINO", "PERSON"),
        ("names under gov.in and", "gov.in", "ORG"),
        ("a name in co.ke costs", "co.ke", "ORG"),
        ("It ended. Attendees left", "Attendees", "ORG"),
        ("Thank you, Madam Chair", "Madam", "PERSON"),
        ("run by the Lantern Sur team", "Lantern Sur", "PERSON"),
        ("farmers in Tres Lomas", "Tres Lomas", "PERSON"),
        ("Kenyan German", "Kenyan German", "PERSON"),
        ("a lawyer in Ravensmoor, she", "Ravensmoor", "ORG"),
        ("Policy Options for the North", "Policy Options for the North", "ORG"),
        ("a Vice-Minister of Energy", "Vice-Minister of Energy", "ORG"),
        ("(Laughter)", "Laughter", "ORG"),
        ("Programme:\n10:00 Role play", "Role", "ORG"),
        ("Opening\n25 min Third report", "Third", "ORG"),
        ("goals SDG11 and", "SDG11", "ORG"),
        ("Ann Lee (Trust and Safety Lead, Frostwork)", "Trust and Safety Lead", "ORG"),
        ("warned that the Accord had come", "Accord", "ORG"),
        ("The session will be streamed on YouTube", "YouTube", "ORG"),
    ],
)
def test_dropped(text: str, name: str, label: str) -> None:
    assert kept(text, name, label) is None


@pytest.mark.parametrize(
    ("text", "name", "label", "result"),
    [
        ("at Icecon 2031", "Icecon 2031", "ORG", "Icecon"),
        ("the Office of the Chair", "Office of the Chair", "ORG", "Office of the Chair"),
        ("Thank you, Lantern.", "Lantern", "PERSON", "Lantern"),
        ("Ms Lantern", "Lantern", "PERSON", "Lantern"),
        ("then Maria left", "Maria", "PERSON", "Maria"),
        ("by ice.works", "ice.works", "ORG", "ice.works"),
        ("no staff in IceCon left", "IceCon", "ORG", "IceCon"),
        ("the Forum for Ice Regulations", "Forum for Ice Regulations", "ORG", "Forum for Ice Regulations"),
        ("people wait; Signal's president", "Signal", "ORG", "Signal"),
    ],
)
def test_kept(text: str, name: str, label: str, result: str) -> None:
    assert kept(text, name, label) == result


def test_ends_like_a_body() -> None:
    text = "the editor of Frost Courier"
    result = keep(text, Candidate(14, len(text), "PERSON", "model"), frozenset())
    assert result is not None and result.label == "ORG"


def test_an_office_by_form() -> None:
    text = "ISOC Ambassador"
    assert keep(text, Candidate(0, len(text), "ORG", "rule"), frozenset()) is None


def test_known_surname_is_no_organisation() -> None:
    assert kept("We met Brandt, no", "Brandt", "ORG", frozenset({"brandt"})) is None
    assert kept("According to Velmork, no", "Velmork", "ORG") == "Velmork"
    said = "According to Brandt, no"
    found = keep(said, guess(said, "Brandt"), frozenset({"brandt"}))
    assert found is not None
    assert found.label == "PERSON"
    assert kept("According to Brandt, no", "Brandt", "PERSON", frozenset({"brandt"})) == "Brandt"


def test_nationality_only_before_names_of_several_words() -> None:
    text = "the Norwegian Ice Authority and the Norwegian Telecorp"
    long = Candidate(text.index("Ice"), text.index("Ice") + len("Ice Authority"), "ORG", "rule")
    short = Candidate(text.index("Telecorp"), len(text), "ORG", "model")
    assert text[with_nationality(text, long).start : long.end] == "Norwegian Ice Authority"
    assert with_nationality(text, short) == short


def test_an_acronym_with_its_article_is_a_body() -> None:
    assert kept("El GRUMSI fue uno", "El GRUMSI", "PERSON") == "GRUMSI"


def test_an_apostrophe_starts_no_small_word() -> None:
    assert kept("said Losa Tu'ipelu here", "Losa Tu'ipelu", "PERSON") == "Losa Tu'ipelu"


def test_what_a_body_has() -> None:
    text = "forty volunteers of Frost Brekka voted"
    result = keep(text, guess(text, "Frost Brekka", "PERSON"), frozenset())
    assert result is not None and result.label == "ORG"
    text = "the founder of Maria Brekka"
    result = keep(text, guess(text, "Maria Brekka", "PERSON"), frozenset())
    assert result is not None and result.label == "PERSON"


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Frostwork engineers", "Frostwork"),
        ("Frostwork the task", "Frostwork"),
        ("Telefrost.org", "Telefrost.org"),
        ("Northern Crossing consortium", "Northern Crossing consortium"),
    ],
)
def test_small_words_at_the_end(name: str, left: str) -> None:
    assert kept(f"said the {name} today", name, "ORG") == left


@pytest.mark.parametrize("name", ["Secretaría de Frost Público", "Subsecretaría de Puertos", "Direction de la Pêche", "Secretaria de Gelo"])
def test_a_body_whose_head_is_also_an_office(name: str) -> None:
    assert kept(f"la {name} y", name, "ORG") == name


def test_a_double_surname_of_a_known_person_is_no_body() -> None:
    assert kept("no member of Frost-Oduya's team", "Frost-Oduya", "ORG", frozenset({"frost", "oduya"})) is None
    assert kept("no member of Frost-Lund's team", "Frost-Lund", "ORG", frozenset({"frost"})) == "Frost-Lund"


@pytest.mark.parametrize(("name", "left"), [("M. Adé Bada", "Adé Bada"), ("M. Bada", None)])
def test_monsieur_is_no_initial(name: str, left: str | None) -> None:
    """The surname alone is left to the rule for titles."""
    text = f"Puis {name} a parlé"
    result = keep(text, Candidate(5, 5 + len(name), "PERSON", "model"), frozenset(), english=False)
    assert (text[result.start : result.end] if result else None) == left


def test_a_known_body_ends_before_its_secretariat() -> None:
    assert kept("with the Internet Society secretariat.", "Internet Society secretariat", "ORG") == "Internet Society"
    assert kept("with the Frost Brekka secretariat.", "Frost Brekka secretariat", "ORG") == "Frost Brekka secretariat"


@pytest.mark.parametrize("name", ["Velmora ap Rhys-Lund", "Velmora a/l Lund", "Velmora s/o Lund", "Velmora binti Lund"])
def test_particles(name: str) -> None:
    assert keep(f"said {name} then", guess(f"said {name} then", name, PERSON), frozenset()) is not None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("asked FROSTALU Serelana, speaking for many", PERSON),
        ("asked FROSTALU Serelana, who stood up", PERSON),
        ("asked FROSTALU Kenya, who stood up", ORG),
        ("asked FROSTALU Serelana in May", ORG),
    ],
)
def test_surname_in_capitals(text: str, label: str) -> None:
    name = " ".join(text.split()[1:3]).rstrip(",")
    found = keep(text, guess(text, name), frozenset())
    assert found is not None and found.label == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("then P-Frost was", "P-Frost", "PERSON"),
        ("then Copa-Frosta was", "Copa-Frosta", "PERSON"),
        ("en Frostecuru Mirim, no", "Frostecuru Mirim", "PERSON"),
        ("then Quilombo Frost Lund was", "Quilombo Frost Lund", "PERSON"),
        ("by Son Excellence today", "Son Excellence", "PERSON"),
        ("the Frostuu People met", "Frostuu People", "ORG"),
        ("at Lago Frosta the", "Lago Frosta", "ORG"),
        ("it. Son secrétariat est", "Son secrétariat", "ORG"),
        ("it. Merci à Madame Lund", "Merci à Madame", "ORG"),
        ("from Africa, Asia, Eastern and Western Europe.", "Africa, Asia, Eastern and Western Europe", "ORG"),
        ("it. Lugar: Universidad", "Lugar", "ORG"),
        ("l'Année internationale des phares.", "Année internationale des phares", "ORG"),
    ],
)
def test_no_person_and_no_body(text: str, name: str, label: str) -> None:
    assert kept(text, name, label) is None


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("then Jean-Frost was", "Jean-Frost", "PERSON"),
        ("the Lago Frosta Network met", "Lago Frosta Network", "ORG"),
        ("l'Agence internationale des phares.", "Agence internationale des phares", "ORG"),
    ],
)
def test_names_like_them(text: str, name: str, label: str) -> None:
    assert kept(text, name, label) == name


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("it. The Lunde Energi has invited", "Lunde Energi", "ORG"),
        ("it. The Maria Energi has invited", "Maria Energi", "PERSON"),
        ("it. The Lunde Energi award", "Lunde Energi", "PERSON"),
        ("it. So Lunde Energi has invited", "Lunde Energi", "PERSON"),
    ],
)
def test_a_listed_person_with_an_article_is_a_body(text: str, name: str, label: str) -> None:
    found = keep(text, guess(text, name, "PERSON", "roster"), frozenset())
    assert found is not None
    assert found.label == label
