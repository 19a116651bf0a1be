"""Letters of names made equal: double encoding, accents, other scripts."""

from __future__ import annotations

import pytest

from igf_extract.identity.letters import plain, unbroken, unlocked
from igf_extract.vocab.load import read_data


@pytest.mark.parametrize(("broken", "right"), [("BjÃ¶rn", "Björn"), ("Björn", "Björn"), ("Zoë Ã", "Zoë Ã"), ("plain", "plain")])
def test_double_encoding(broken: str, right: str) -> None:
    assert unbroken(broken) == right


@pytest.mark.parametrize("lock", ["🔒", "๐Ÿ”’", "๐Ÿ”"])
def test_lock_signs_are_no_part_of_a_name(lock: str) -> None:
    assert unlocked(f"{lock}Zoë Prado") == "Zoë Prado"


@pytest.mark.parametrize(("written", "compared"), read_data("letters.toml")["fires"])
def test_letters_of_the_list(written: str, compared: str) -> None:
    assert plain(written) == compared
