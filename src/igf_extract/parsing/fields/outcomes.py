"""Outcomes: expected outcomes, key takeaways, calls to action, recommendations; one for each bullet or paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from igf_extract.model import Evidence, Line, Method, Outcome
from igf_extract.parsing.fields.items import Item, group, relabel, split_marks
from igf_extract.parsing.fields.prefix import is_label, label_length
from igf_extract.vocab.fold import fold
from igf_extract.vocab.list_marks import without_marks
from igf_extract.vocab.load import read_data

_REQUEST = 80


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in read_data("outcomes.toml")[name])


def read_outcomes(lines: Sequence[Line], kind: str) -> tuple[Outcome, ...]:
    """The outcomes of one field; ``kind`` is a code of the table ``outcomes``.

    A line that ends with a colon and only announces the list below it gives none; neither does "n/a".
    """
    items = [part for line in _without_labels(lines) for part in split_marks(line)]
    out: list[Outcome] = []
    seen: set[str] = set()
    for index, item in enumerate(items):
        after = items[index + 1] if index + 1 < len(items) else None
        key = fold(item.text)
        if (
            not any(map(str.isalnum, key))
            or key in seen
            or key.rstrip(". ") in _list("none")
            or is_label(item.text, _list("labels"))
            or _announces(item, after)
        ):
            continue
        seen.add(key)
        out.append(Outcome(kind=kind, text=item.text, evidence=Evidence(item.run.span(0, len(item.text)), "outcomes.item", Method.SHAPE)))
    return tuple(out)


def _without_labels(lines: Sequence[Line]) -> list[Item]:
    labels = _list("labels")
    out = []
    own = takewhile(lambda line: not _is_next_request(line.text), lines)
    for item in group([line for line in own if not is_label(line.text, labels)]):
        cut = label_length(item.whole.text, labels)
        out.append(relabel(item, cut) if cut else item)
    return out


def _is_next_request(text: str) -> bool:
    starts = tuple(read_data("outcomes.toml")["next_request"]["starts"])
    return without_marks(fold(text[:_REQUEST])).startswith(starts)


def _announces(item: Item, after: Item | None) -> bool:
    return item.mark is None and item.text.endswith(":") and after is not None and after.mark is not None
