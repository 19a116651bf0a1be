"""The words of a paragraph tell its field."""

import numpy as np
import pytest

from igf_extract.parsing.prose_field import prose_fields, terms
from igf_extract.vocab.labels import LABELS

CASES = [
    (
        "Keepers in the north have waited nine years for a cable. The workshop asks who decides where the next one lands.",
        "description",
    ),
    ("We expect a short manual for lamp keepers, to be published by the two organisers before the summer.", "expected_outcomes"),
    ("Those in the hall and those on the call vote with one tool, and the online moderator reads the chat aloud.", "hybrid_format"),
    ("The moderator opens with one question; each speaker answers in three minutes before the floor is opened.", "interaction"),
    ("Remote hubs in two cities will follow the webcast and send their questions to the remote moderator.", "online_participation"),
    ("Lamps on every pier contribute to SDG 9 and to target 9.c on access to information technology.", "sdg_targets"),
    ("A round table was chosen so that lamp keepers and ministers sit at one height.", "format_description"),
    ("Ms Lima opened the discussion and said that the law had failed; a participant from Velm disagreed.", "report"),
    ("Governments should publish the price of every lamp, and regulators should compare them once a year.", "calls_to_action"),
    ("The panel is balanced in gender and region: three women and two men from four continents.", "other"),
    ("0:00-0:05 Opening; 0:05-0:25 two short talks; 0:25-0:50 discussion with the audience; 0:50-1:00 close", "agenda"),
    ("How can small harbours pay for lamps that large ones already have?", "policy_questions"),
    ("Le modérateur ouvre la séance, puis chaque intervenant parle cinq minutes avant les questions de la salle.", "interaction"),
]


@pytest.mark.parametrize(("text", "field"), CASES, ids=[field for _, field in CASES])
def test_best(text: str, field: str) -> None:
    assert prose_fields().best(text) == field
    assert prose_fields().speaks_for(text, field)


def test_unknown_words_say_nothing() -> None:
    """Words that no page uses leave the fields as likely as they are in general, up to what the shape of the text says."""
    odds = prose_fields().log_odds("qzx wqv")
    assert np.all(np.isfinite(odds))
    assert odds.shape == (len(prose_fields().fields),)


@pytest.mark.parametrize("text", ["", " ", "\x00", "…", "1" * 100_000, "a " * 100_000, "漢字"])
def test_any_text_is_weighed(text: str) -> None:
    assert np.all(np.isfinite(prose_fields().log_odds(text)))


def test_fields_are_those_of_the_table() -> None:
    assert set(prose_fields().fields) <= {key.field for key in LABELS().keys.values()}


def test_long_texts_count_by_their_beginning() -> None:
    assert sum(1 for _ in terms("lamp " * 100_000)) < 10_000
