"""Every form of data/forms/ is shown by at least one sample text, so that each has its exact expectations in tests/golden."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from igf_extract.model import Document
from igf_extract.parsing.kind import kind
from igf_extract.parsing.lines import lines
from igf_extract.parsing.structure import structure
from igf_extract.vocab.forms import FORMS

RAW = Path(__file__).parents[2] / "raw"


@cache
def shown() -> dict[str, list[str]]:
    """Form -> the sample texts that it won, as pages or as pieces of a listing."""
    found: dict[str, list[str]] = {}
    for path in sorted(RAW.rglob("*.txt")):
        document = structure(kind(lines(Document(source=path.name, text=path.read_text(encoding="utf-8")))))
        for form in {claim.evidence.rule.split("/")[0] for claim in document.claims if "/" in claim.evidence.rule}:
            found.setdefault(form, []).append(path.name)
    return found


@pytest.mark.parametrize("form", [form.name for form in FORMS()])
def test_form_has_a_sample(form: str) -> None:
    assert form in shown(), f"no text of raw/ is read with data/forms/{form}.toml; add one, then run `make golden`"
