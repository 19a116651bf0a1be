"""Which form of the site a page follows, in which mode: year and type weigh the forms, the alignment decides.

Consumes the items of a page; produces the best lattice and the best of another form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from igf_extract.model import Fact
from igf_extract.parsing.align import Lattice, lattices
from igf_extract.parsing.fields.schedule import read_schedule
from igf_extract.parsing.fields.title import TitleReading
from igf_extract.parsing.item import Item
from igf_extract.parsing.line_shape import LIKELY
from igf_extract.vocab.forms import FORMS, Form
from igf_extract.vocab.modes import MODES

_TYPE_MISMATCH, _YEAR_MISMATCH = 6.0, 4.0  # log-odds against a form that was made for another type or year
_UNTYPED, _UNTYPED_TITLE = "", 3.0  # a title that names the meeting and no type, and the log-odds against forms whose titles name it
_OWN_WORDS, _MOST_OWN = 2.0, 5  # log-odds for a form for each of its own long labels on the page, and how many of them count
_HOPELESS = 3.5  # log-odds behind the best prior from which on a form is not aligned at all
_YEAR = re.compile(r"20[0-3]\d")
_HEAD = 6  # lines in which the date line of an archive stands


def year_of(items: Sequence[Item], title: TitleReading | None, banner: Fact[int] | None) -> int | None:
    """The year that title, banner or a line with the session's slot names, to weigh the forms by."""
    if title is not None and title.year is not None:
        return title.year.value
    if banner is not None:
        return banner.value
    for item in items:
        found = _YEAR.search(item.line.text) if item.shape.schedule >= LIKELY and not _is_update(item) else None
        if found is not None:
            return int(found[0])
    return None


def type_of(items: Sequence[Item], title: TitleReading | None) -> str | None:
    """The type that the title or a date line ("3 May 2012 - A Dynamic Coalition on ...") names, to weigh the forms by."""
    if title is not None and title.session_type is not None:
        return title.session_type.value
    dated = [item.line for item in items[:_HEAD] if (item.label is None or item.dated) and item.shape.schedule >= LIKELY]
    said = read_schedule(dated, None).session_type if dated else None
    if said is None:
        return _UNTYPED if title is not None and title.year is not None else None
    return said.value


def _is_update(item: Item) -> bool:
    return item.label is not None and item.label.key == "updated"


def _prior(form: Form, session_type: str | None, year: int | None, labels: set[str], spellings: set[str]) -> float:
    """Log-odds for a form before its lines are aligned: type, year, and the labels it knows."""
    score = 0.0
    if session_type == _UNTYPED:
        score -= _UNTYPED_TITLE * form.typed
    elif session_type is not None and form.session_types and session_type not in form.session_types:
        score -= _TYPE_MISMATCH
    if year is not None and not form.years[0] <= year <= form.years[1]:
        score -= _YEAR_MISMATCH * min(2.0, 0.5 + 0.5 * min(abs(year - form.years[0]), abs(year - form.years[1])))
    score += _OWN_WORDS * min(_MOST_OWN, len(spellings & form.own_words))
    return score - 0.5 * len(labels - form.label_keys)


def best_lattices(items: Sequence[Item], session_type: str | None, year: int | None, kind: str | None) -> tuple[Lattice, Lattice | None]:
    """The best lattice over forms and modes, and the best of another form."""
    labels = {item.anchor.key for item in items if item.anchor is not None and item.anchor.key != "title"}
    spellings = {item.label.spelling for item in items if item.label is not None}
    printed = {item.label.key for item in items if item.label is not None}
    forms = [form for form in FORMS() if not form.needs or form.needs & printed]
    forms = [form for form in forms if kind is None or form.kind == kind] or forms
    priors = sorted(
        ((_prior(form, session_type, year, labels, spellings), form) for form in forms), key=lambda pair: (-pair[0], pair[1].name)
    )
    tried = [
        replace(lattice, score=lattice.score + prior)
        for prior, form in priors
        if prior > priors[0][0] - _HOPELESS
        for lattice in lattices(form, MODES(), items)
    ]
    tried.sort(key=lambda lattice: (-lattice.score, lattice.form.name, lattice.mode.name))
    return tried[0], next((lattice for lattice in tried if lattice.form is not tried[0].form), None)
