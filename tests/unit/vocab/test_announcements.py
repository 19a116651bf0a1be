"""Sentences that announce a list of people."""

from __future__ import annotations

import pytest

from igf_extract.vocab.announcements import announced_people
from igf_extract.vocab.fold import fold
from igf_extract.vocab.labels import LABELS
from igf_extract.vocab.load import read_data

_SENTENCES = read_data("announced.toml")["sentences"]
_PEOPLE = {"organizers", "hosts", "speakers", "moderator"}


@pytest.mark.parametrize("text", _SENTENCES["fires"])
def test_sentence_is_the_label_of_people(text: str) -> None:
    label = LABELS().find(text)
    assert label is not None and label.key in _PEOPLE
    assert (label.value_start is None) == text.endswith(":")


@pytest.mark.parametrize("text", _SENTENCES["silent"])
def test_other_sentences_are_no_label(text: str) -> None:
    label = LABELS().find(text)
    assert label is None or label.key not in _PEOPLE


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The forum is being co-hosted by the following partners", "organizers"),
        ("The following colleagues have accepted", "speakers"),
        ("The session was chaired and facilitated by", "moderator"),
        ("The following questions will be asked", None),
        ("", None),
    ],
)
def test_who_is_announced(text: str, key: str | None) -> None:
    assert announced_people(fold(text)) == key
