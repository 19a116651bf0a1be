"""Prose behind the people that stand below an empty label."""

from __future__ import annotations

import pytest

from igf_extract.model import Line
from igf_extract.parsing.event import slot
from igf_extract.parsing.late_prose import with_late_prose
from igf_extract.parsing.lines import split_lines
from igf_extract.parsing.page import Run
from igf_extract.vocab.labels import LABELS

_PERSON = "Ana Lima, Net Trust"
_PROSE = "The towns along the coast have waited for nine years, and nobody in the capital has told them why."


def _run(key: str, label: str, lines: tuple[Line, ...] = ()) -> Run:
    return Run(slot(key), lines, LABELS().find(label), None, 6.0)


@pytest.mark.parametrize(
    ("below", "people"),
    [
        ([_PROSE], 1),
        ([_PROSE, "Panel phase", _PROSE], 1),
        ([_PROSE, "Panel phase", "Closing phase", _PROSE], 4),  # two headings in a row are no text
        (["Panel phase", _PROSE], 2),  # a heading above the first paragraph is no part of the text
        ([], 1),
    ],
)
def test_where_the_prose_begins(below: list[str], people: int) -> None:
    lines = tuple(split_lines("\n\n".join([_PERSON, *below])))
    found = with_late_prose([_run("description", "Description:"), _run("speakers", "Speakers:", lines)])
    assert [len(run.lines) for run in found if run.slot.key.name == "speakers"] == [people]
    assert sum(len(run.lines) for run in found if run.slot.key.name == "description") == len(lines) - people
