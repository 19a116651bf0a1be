from __future__ import annotations

import pytest
from tests.unit.ner.guesses import cleaned

from igf_extract.ner.candidate import ORG, PERSON
from igf_extract.ner.drawn_in import title_inside, without_drawn_in, without_pronoun


@pytest.mark.parametrize(
    ("text", "name", "label", "expected"),
    [
        ("of the Gramsund Kitchen. About sixty", "Gramsund Kitchen. About", ORG, "Gramsund Kitchen"),
        ("the Frost Secretariat! Our day", "Frost Secretariat! Our", ORG, "Frost Secretariat"),
        ("at St. Brekka Univ. Press", "St. Brekka Univ. Press", ORG, "St. Brekka Univ. Press"),
        ("Para Anrike Lund, el", "Para Anrike Lund", PERSON, "Anrike Lund"),
        ("Pour Yaovel ATOUN, la", "Pour Yaovel ATOUN", PERSON, "Yaovel ATOUN"),
        ("Por Raul Echon.", "Por Raul Echon", PERSON, "Raul Echon"),
        ("the Ruedas del Sur and", "Ruedas del Sur", ORG, "Ruedas del Sur"),
        ("for ITU-T Gunel Astbrink, Ice", "ITU-T Gunel Astbrink", PERSON, "Gunel Astbrink"),
        ("(J. Prescott Ames) said", "Prescott Ames", PERSON, "J. Prescott Ames"),
        ("Nepal; H.E. Fortun Zandam, Vice", "Fortun Zandam", PERSON, "Fortun Zandam"),
        ("the vitamin C. Ann Lee said", "Ann Lee", PERSON, "Ann Lee"),
        ("El Tribunal de Frost y", "El Tribunal de Frost", ORG, "Tribunal de Frost"),
        ("La FROST y la", "La FROST", ORG, "FROST"),
        (
            "la Rectora de Innovación de la Universitat de Frost y",
            "Rectora de Innovación de la Universitat de Frost",
            ORG,
            "Universitat de Frost",
        ),
        ("le Directeur du Numérique de l'Agence Frost a", "Directeur du Numérique de l'Agence Frost", ORG, "Agence Frost"),
        ("the Brussels collective Frosta came", "Brussels collective Frosta", ORG, "Frosta"),
        ("the Kenyan charity Frosta Lund came", "Kenyan charity Frosta Lund", ORG, "Kenyan charity Frosta Lund"),
        ("acadêmicos da UFRL atuam na comunidade", "UFRL atuam na", ORG, "UFRL"),
        ("los Representantes de la Fundación Frost y", "Representantes de la Fundación Frost", ORG, "Fundación Frost"),
        ("les Membres du Conseil Frost ont", "Membres du Conseil Frost", ORG, "Conseil Frost"),
        ("La Frostature du Net", "La Frostature du Net", ORG, "La Frostature du Net"),
        ("de Comunicación de la FRO y", "Comunicación de la FRO", ORG, "FRO"),
        ("la Secretaría de la FRO y", "Secretaría de la FRO", ORG, "Secretaría de la FRO"),
        ("Subrayó Eleonora Frost, de", "Subrayó Eleonora Frost", PERSON, "Eleonora Frost"),
        ("le Pr Alioune Frost, de", "Pr Alioune Frost", ORG, "Alioune Frost"),
        ("o Eng.º Pedro Frost foi", "Eng.º Pedro Frost", PERSON, "Pedro Frost"),
        ("pela Drª Marta Frost", "Drª Marta Frost", PERSON, "Marta Frost"),
        ("of the 16th annual IGF in", "16th annual IGF", ORG, "IGF"),
        ("of the 7th Frost Governance Forum in", "7th Frost Governance Forum", ORG, "Frost Governance Forum"),
        ("the Frost Archives to Suriname in", "Frost Archives to Suriname", ORG, "Frost Archives"),
        ("with Pär Lund and", "Pär Lund", PERSON, "Pär Lund"),
        ("o Frost já foi realizado em", "Frost já foi realizado", ORG, "Frost"),
        ("el Banco del Hielo la acusó de robo", "Banco del Hielo la acusó de robo", ORG, "Banco del Hielo"),
        ("à Gramsund lors des journées du", "Gramsund lors des journées", ORG, "Gramsund"),
        ("Participaram Yaoa Frosten, do", "Participaram Yaoa Frosten", PERSON, "Yaoa Frosten"),
        ("Asistieron Yaoa Frosten y", "Asistieron Yaoa Frosten", PERSON, "Yaoa Frosten"),
        ("with Aaron Frosten Lund", "Aaron Frosten Lund", PERSON, "Aaron Frosten Lund"),
        ("o VI Fórum do Gelo é", "VI Fórum do Gelo", ORG, "Fórum do Gelo"),
        ("the IX Frost Lab and", "IX Frost Lab", ORG, "IX Frost Lab"),
        ("contra a Frost em Belém.", "Frost em Belém", ORG, "Frost"),
        ("chez Frost à Lublin.", "Frost à Lublin", ORG, "Frost"),
        ("La seizième édition du Forum du Gelo a", "édition du Forum du Gelo", ORG, "Forum du Gelo"),
        ("la edición del Foro del Hielo", "edición del Foro del Hielo", ORG, "Foro del Hielo"),
        ("La 13ème édition du Forum du Gelo a", "13ème édition du Forum du Gelo", ORG, "Forum du Gelo"),
        ("Le Consortium Frost enverra une lettre", "Consortium Frost enverra", ORG, "Consortium Frost"),
        ("l'Agence Frost prendra les pièces", "Agence Frost prendra les", ORG, "Agence Frost"),
        ("au Théâtre Sora des Neiges", "Théâtre Sora des Neiges", ORG, "Théâtre Sora des Neiges"),
        ("al Instituto Frost para discutir piezas.", "Instituto Frost para discutir piezas", ORG, "Instituto Frost"),
        ("la Alianza para el Hielo.", "Alianza para el Hielo", ORG, "Alianza para el Hielo"),
        ("un FGK ou IGK.", "FGK ou IGK", ORG, "FGK"),
        ("of the Frost Union Open Forum.", "Frost Union Open Forum", ORG, "Frost Union"),
        ("by the FRW LKS Co-Chairs: Ann", "FRW LKS Co-Chairs", ORG, "FRW LKS"),
        ("some FROW Fellows left", "FROW Fellows", ORG, "FROW"),
        ("the FROW Fellowship of", "FROW Fellowship", ORG, "FROW Fellowship"),
        ("the Ice Lab and Secretariat said", "Ice Lab and Secretariat", ORG, "Ice Lab"),
        ("the Ice Lab and Frostwork said", "Ice Lab and Frostwork", ORG, "Ice Lab and Frostwork"),
        ("La ONG FROSTDEC pidió", "ONG FROSTDEC", ORG, "FROSTDEC"),
        ("al IGF de Bali.", "IGF de Bali", ORG, "IGF"),
        ("at the Berlin IGF.", "Berlin IGF", ORG, "IGF"),
        ("at the Uganda IGF.", "Uganda IGF", ORG, "Uganda IGF"),
        ("al IGF de Uganda.", "IGF de Uganda", ORG, "IGF de Uganda"),
        ("Frostlandais des Postes M. Nabila Sow a", "Frostlandais des Postes M. Nabila Sow", ORG, "Frostlandais des Postes"),
        ("Moderado por Renate Miel, de", "Moderado por Renate Miel", ORG, "Renate Miel"),
        ("By Nell Nyadza My nature", "Nell Nyadza My", PERSON, "Nell Nyadza"),
        # bodies, stations, verbs and months
        ("de Lucía Frosta de Derechos Digitales y", "Lucía Frosta de Derechos Digitales", PERSON, "Lucía Frosta"),
        ("Ibra Frosta de SES a", "Ibra Frosta de SES", PERSON, "Ibra Frosta"),
        ("Ibra Frosta de Lund a", "Ibra Frosta de Lund", PERSON, "Ibra Frosta de Lund"),
        ("M. Dalla Frosta de la", "Dalla Frosta de", PERSON, "Dalla Frosta"),
        ("at Radio Werken Frost, in", "Werken Frost", PERSON, "Radio Werken Frost"),
        ("at IGF Athens. This", "IGF Athens", ORG, "IGF"),
        ("at IGF Kenya. This", "IGF Kenya", ORG, "IGF Kenya"),
        ("of the Frost Foundation in Portuguese, Korean", "Frost Foundation in Portuguese", ORG, "Frost Foundation"),
        ("de UIT Frost étaient là", "UIT Frost étaient", ORG, "UIT Frost"),
        ("el Centro Frost en barrio", "Centro Frost en", ORG, "Centro Frost"),
        ("se sumaron al LAC Frost y", "al LAC Frost", ORG, "LAC Frost"),
        ("the Frost Association of August 2023", "Frost Association of August", ORG, "Frost Association"),
        ("Recuerda Velmora Frost, de", "Recuerda Velmora Frost", PERSON, "Velmora Frost"),
    ],
)
def test_words_of_the_sentence_stay_outside(text: str, name: str, label: str, expected: str) -> None:
    assert cleaned(text, name, label) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Posts M. Adé Bada", "Adé Bada"),
        ("Fiona M. Lund", "Fiona M. Lund"),
        ("Thandile M. Frost", "Thandile M. Frost"),
        ("Frost Mme Adé", "Adé"),
    ],
)
def test_a_title_or_an_initial(name: str, expected: str) -> None:
    assert name[title_inside(name, 0, len(name)) :] == expected


def test_two_words_stay_a_name() -> None:
    assert without_pronoun("Tra My", 0, 6) == 6


@pytest.mark.parametrize(
    ("drawn", "label", "name"),
    [
        ("Design Researcher at Frost Lab", ORG, "Frost Lab"),
        ("Senior Adviser at the Frost Lab", ORG, "Frost Lab"),
        ("évaluation pour l'Institut Frost", ORG, "Institut Frost"),
        ("published by the Frost Lab", ORG, "Frost Lab"),
        ("Velmora Lund of Netnod", PERSON, "Velmora Lund"),
        ("Round Table on Ice and Security", ORG, "Round Table on Ice and Security"),
        ("Women at Work Lab", ORG, "Women at Work Lab"),
    ],
)
def test_what_the_sentence_drew_in(drawn: str, label: str, name: str) -> None:
    start, end = without_drawn_in(drawn, 0, len(drawn), label)
    assert drawn[start:end] == name
