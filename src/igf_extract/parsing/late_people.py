"""People whom a page lists behind its last fields, without a heading: taken out of the run that they were put into.

Consumes a ``Run`` of the page; produces the run without them, and a run of their own.
"""

from __future__ import annotations

from dataclasses import replace

from igf_extract.model import Line
from igf_extract.parsing.page import Run
from igf_extract.parsing.people import person_line_score
from igf_extract.vocab.labels import LABELS

_LISTS_OF_RESULTS = frozenset({"takeaways", "calls", "recommendations"})
_BULLETS = ("•", "●", "▪", "◦", "-", "–", "*")
_SURE_PERSON, _ROSTER = 0.5, 2  # how sure a bullet is a person, and how many of them make a list of people


def _is_roster_line(line: Line) -> bool:
    return line.text.startswith(_BULLETS) and person_line_score(line.text) >= _SURE_PERSON


def without_people(run: Run) -> tuple[Run, ...]:
    """A run of takeaways, and apart from it the bullets of people that some pages print behind them; an unlabelled agenda of nothing but
    such bullets is a list of people as well."""
    agenda = run.slot.key.reader == "agenda" and run.label is None
    if run.slot.key.reader not in _LISTS_OF_RESULTS and not agenda:
        return (run,)
    end = len(run.lines)
    while end > 0 and _is_roster_line(run.lines[end - 1]):
        end -= 1
    if len(run.lines) - end < _ROSTER or (end > 0 and agenda) or (end == 0 and not agenda):
        return (run,)
    key = LABELS().keys["speakers"]
    slot = replace(run.slot, key=key, shape=key.shape, label="", accepts=frozenset([key.name]))
    people = replace(run, slot=slot, lines=run.lines[end:], label=None, heading=None)
    return (replace(run, lines=run.lines[:end]), people) if end else (people,)
