"""An output held against label files: precision, recall and F1 of every field, with intervals.

Each field is counted as the literature on document parsing does it: micro-averages over all documents of values that are found
and labelled, found only, labelled only. Values are compared after folding case, blanks and typographic signs; long texts count at
nine tenths in common.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any

from igf_extract.report.evaluation.compare import letters, plain
from igf_extract.report.evaluation.found import Found, Row
from igf_extract.report.evaluation.judged import RECORDS, Confusion, Group, Judged
from igf_extract.report.evaluation.labels import Labels, read_labels
from igf_extract.report.evaluation.names import judge_names
from igf_extract.report.evaluation.sessions import judge_sessions
from igf_extract.report.evaluation.tally import Tally, f1_interval, wilson

_BEGINNING = 12  # so many letters tell the turns of one speaker apart
_UNREADABLE: Row = {"document_id": None, "kind": None, "text": ""}
Interval = tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Score:
    """One field over all documents; ``interval``: of F1, 95 %."""

    tally: Tally
    interval: Interval

    def as_json(self) -> dict[str, Any]:
        """Shares in [0, 1]; None where there is nothing to take a share of."""
        shares = {"precision": self.tally.precision, "recall": self.tally.recall, "f1": self.tally.f1}
        return {**shares, "interval": self.interval, **asdict(self.tally)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The result. ``fields`` are in the order of the record; ``absent``: labelled documents that the output lacks."""

    documents: int
    absent: tuple[str, ...]
    fields: Mapping[str, Score]
    records: Tally
    records_interval: Interval
    names: Mapping[Group, Tally]
    sources: Mapping[tuple[str, str], Tally]
    confusions: Mapping[Confusion, int]

    @property
    def overall(self) -> Tally:
        """All fields together."""
        return reduce(add, (score.tally for score in self.fields.values()), Tally())

    @property
    def mean_f1(self) -> float | None:
        """The mean of the fields' F1."""
        shares = [score.tally.f1 for score in self.fields.values() if score.tally.f1 is not None]
        return sum(shares) / len(shares) if shares else None

    def as_json(self, most: int = 50) -> dict[str, Any]:
        """Everything for a machine; of the confusions the ``most`` frequent."""
        return {
            "documents": self.documents,
            "absent": list(self.absent),
            "overall_f1": self.overall.f1,
            "mean_field_f1": self.mean_f1,
            RECORDS: {"share": self.records.recall, "interval": self.records_interval, **asdict(self.records)},
            "fields": {name: score.as_json() for name, score in self.fields.items()},
            "names": [{**group._asdict(), **Score(tally, None).as_json()} for group, tally in sorted(self.names.items())],
            "sources": [
                {"label": label, "source": source, "precision": tally.precision, "right": tally.right, "extra": tally.extra}
                for (label, source), tally in sorted(self.sources.items())
            ],
            "confusions": [{**confusion._asdict(), "count": count} for confusion, count in self.most_frequent(most)],
        }

    def most_frequent(self, most: int) -> list[tuple[Confusion, int]]:
        """The most frequent confusions; those of equal count in the order of fields and values."""
        return sorted(self.confusions.items(), key=lambda item: (-item[1], tuple(map(str, item[0]))))[:most]


def evaluate(gold: Path, output: Path, half: str | None = None) -> Evaluation:
    """Holds the tables of ``output`` against the label files of ``gold``.

    Args:
        half: ``a`` or ``b`` for every second label file, None for all.

    Raises:
        EvaluationError: the labels cannot be read.
        OutputError: ``output`` holds no tables.
    """
    labels = read_labels(gold, half)
    found = Found(output, [one["doc"] for one in labels])
    judged = [_judge(one, found) for one in labels]
    fields = {name: None for each in judged for name in each.fields}
    records = _sum(each.fields[RECORDS] for each in judged)
    return Evaluation(
        documents=len(labels),
        absent=tuple(one["doc"] for one in labels if one["doc"] not in found.documents),
        fields={name: _score([each.fields[name] for each in judged]) for name in fields if name != RECORDS},
        records=records,
        records_interval=wilson(records.right, records.right + records.missed),
        names=_added(each.names for each in judged),
        sources=_added(each.sources for each in judged),
        confusions=reduce(add, (each.confusions for each in judged), Counter()),
    )


def _judge(labels: Labels, found: Found) -> Judged:
    judged = Judged()
    document = found.documents.get(labels["doc"], _UNREADABLE)
    document_id = document["document_id"]
    # a document that is absent gives an answer all the same, a wrong one
    judged.value("kind", document["kind"] or "absent", labels["kind"])
    judge_sessions(judged, labels["sessions"], found, document_id)
    if labels["kind"] == "transcript":
        _judge_turns(judged, labels.get("turns") or [], found.of_document("turns", document_id))
    judge_names(judged, labels, document["text"] or "", found.of_document("mentions", document_id))
    return judged


def _judge_turns(judged: Judged, expected: Sequence[Mapping[str, Any]], found: Sequence[Row]) -> None:
    """A turn is right with its speaker and its first words."""
    judged.values("turns", [_turn(row["speaker"], row["text"]) for row in found], [_turn(t["speaker"], t["begins"]) for t in expected])


def _turn(speaker: str | None, text: str) -> tuple[str, str]:
    return plain(speaker or ""), letters(text)[:_BEGINNING]


def _score(documents: Sequence[Tally]) -> Score:
    return Score(_sum(documents), f1_interval(documents))


def _sum(tallies: Iterable[Tally]) -> Tally:
    return reduce(add, tallies, Tally())


def _added(parts: Iterable[Mapping[Any, Tally]]) -> dict[Any, Tally]:
    total: dict[Any, Tally] = defaultdict(Tally)
    for part in parts:
        for key, tally in part.items():
            total[key] += tally
    return dict(total)
