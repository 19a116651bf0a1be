"""Every language of data/syllable_names.toml against its own examples."""

from __future__ import annotations

import time

import pytest

from igf_extract.ner.syllables import Language, languages, syllable_candidates

EVERY = [pytest.param(language, id=language.id) for language in languages()]


@pytest.mark.parametrize("language", EVERY)
def test_fires(language: Language) -> None:
    for text, name in language.fires:
        assert [text[a:b] for a, b in language.matches(text)] == [name]


@pytest.mark.parametrize("language", EVERY)
def test_stays_silent(language: Language) -> None:
    assert language.silent
    for text in language.silent:
        assert not [text[a:b] for a, b in language.matches(text)], text


def test_part_of_a_longer_name() -> None:
    assert not list(syllable_candidates("the Beijing Wenhua Li Foundation", 0))


def test_hostile_text_takes_no_time() -> None:
    began = time.process_time()
    list(syllable_candidates("Xiao" * 20000 + " Ji-" * 20000, 0))
    assert time.process_time() - began < 10
