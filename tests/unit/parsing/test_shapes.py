"""The ready-made answers of ``data/ready_answers.toml``."""

import pytest

from igf_extract.parsing.line_shape import measure
from igf_extract.parsing.shapes import fit
from igf_extract.vocab.load import read_data

ONLINE = read_data("ready_answers.toml")["online"]


@pytest.mark.parametrize("line", ONLINE["fires"])
def test_a_ready_answer_fits(line: str) -> None:
    assert fit(measure(line, 3), "online") > 1


@pytest.mark.parametrize("line", ONLINE["silent"])
def test_other_words_do_not(line: str) -> None:
    assert fit(measure(line, 3), "online") < 1
