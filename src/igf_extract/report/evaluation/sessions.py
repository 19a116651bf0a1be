"""The sessions of one document against their labels: which is which, and each field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from igf_extract.report.evaluation.compare import found_moment, letters, likeness, moment, plain, same_texts
from igf_extract.report.evaluation.found import Found, Row
from igf_extract.report.evaluation.judged import RECORDS, Judged
from igf_extract.report.evaluation.tally import Tally

# label -> column of the table sessions
_PLAIN = {
    "year": "year",
    "type": "session_type",
    "number": "number",
    "title": "title",
    "format": "format",
    "seating": "seating",
    "duration_minutes": "duration_minutes",
    "room": "room",
}
_MOMENTS = ("date", "starts_at", "ends_at")
_PERSON = ("organization", "stakeholder_group", "regional_group", "country", "title")
_OUTCOMES = {"takeaways": {"key_takeaway"}, "calls_to_action": {"call_to_action", "recommendation"}}
# blocks that are lists: labels have them as values, not as sections
_LISTS = frozenset({"policy_questions", "sdgs", "themes", "participants", "title", "format", "schedule"})
_SAME_SESSION = 0.6
_NOTHING: Row = {}
Pair = tuple[Mapping[str, Any] | None, Row | None]


def judge_sessions(judged: Judged, labelled: Sequence[Mapping[str, Any]], found: Found, document_id: str | None) -> None:
    """Counts every field of every session of a document, and its whole records."""
    pairs = pair(labelled, found.of_document("sessions", document_id))
    for gold, row in pairs:
        judged.fields["sessions"] += Tally(1) if gold and row else Tally(missed=1) if gold else Tally(extra=1)
    for gold, row in pairs:
        session_id = row["session_id"] if row else None
        children = partial(found.of_session, document_id=document_id, session_id=session_id)
        whole = _judge_record(judged, gold or {}, row or _NOTHING, children)
        if gold is not None:
            judged.fields[RECORDS] += Tally(1) if whole and row is not None else Tally(missed=1)
        _judge_sections(judged, (gold or {}).get("sections") or [], children("sections"))


def pair(labelled: Sequence[Mapping[str, Any]], found: Sequence[Row]) -> list[Pair]:
    """Labelled and found sessions side by side: by number, else by the likeness of titles; a single one by being alone."""
    left, pairs = list(found), []
    for gold in labelled:
        scored = [(_likeness(gold, row), -at) for at, row in enumerate(left)]
        best, at = max(scored, default=(0.0, 0))
        is_found = bool(left) and (best >= _SAME_SESSION or len(labelled) == len(found) == 1)
        pairs.append((gold, left.pop(-at) if is_found else None))
    extra: list[Pair] = [(None, row) for row in left]
    return pairs + extra


def _likeness(gold: Mapping[str, Any], row: Row) -> float:
    is_same_number = gold.get("number") is not None and plain(gold["number"]) == plain(row.get("number") or "")
    return is_same_number + likeness(plain(gold.get("title") or ""), plain(row.get("title") or ""))


def _judge_record(judged: Judged, gold: Mapping[str, Any], row: Row, children: Callable[[str], list[Row]]) -> bool:
    right = [judged.value(key, _plain(row.get(column)), _plain(gold.get(key))) for key, column in _PLAIN.items()]
    for key in _MOMENTS:
        expected = gold.get(key)
        right.append(judged.value(key, found_moment(row, key, expected), moment(expected) if expected else None))
    right.append(judged.values("themes", [plain(r["theme"]) for r in children("session_themes")], map(plain, gold.get("themes") or [])))
    right.append(judged.values("sdgs", [r["sdg"] for r in children("session_sdgs") if r["listed"]], gold.get("sdgs") or []))
    questions = [r["text"] for r in children("policy_questions")]
    right.append(judged.values("policy_questions", *same_texts(questions, gold.get("policy_questions") or [])))
    outcomes = children("outcomes")
    for key, kinds in _OUTCOMES.items():
        texts = [r["text"] for r in outcomes if r["kind"] in kinds]
        right.append(judged.values(key, *same_texts(texts, gold.get(key) or [])))
    right.append(_judge_participants(judged, gold.get("participants") or [], children("participations")))
    return all(right)


def _plain(value: object) -> str | None:
    return None if value is None else plain(value)


def _key(person: Mapping[str, Any]) -> tuple[str, str]:
    """Role and name; an organisation that takes part as such stands under its own."""
    return person["role"], plain(person.get("name") or "") or "org:" + plain(person.get("organization") or "")


def _judge_participants(judged: Judged, expected: Sequence[Mapping[str, Any]], found: Sequence[Row]) -> bool:
    right = [judged.values("participants", map(_key, found), map(_key, expected))]
    judged.values("participant_names", [_key(row)[1] for row in found], [_key(person)[1] for person in expected])
    by_key: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in found:
        by_key[_key(row)].append(row)
    for person in expected:
        rows = by_key[_key(person)]
        row = rows.pop(0) if rows else _NOTHING
        for key in _PERSON:
            if key == "organization" and person.get("name") is None:
                continue  # it is the name already
            right.append(judged.value(f"participant_{key}", _plain(row.get(key) or None), _plain(person.get(key) or None)))
    return all(right)


def _judge_sections(judged: Judged, expected: Sequence[Mapping[str, str]], found: Sequence[Row]) -> None:
    """A section is right with its field, its first and its last words."""
    rows = [(row["field"], letters(row["text"])) for row in found]
    left = list(range(len(rows)))
    missed = []
    for section in expected:
        begins, ends = letters(section["begins"]), letters(section["ends"])
        at = next((i for i in left if rows[i][0] == section["field"] and rows[i][1].startswith(begins) and rows[i][1].endswith(ends)), None)
        if at is None:
            missed.append(section["field"])
        else:
            left.remove(at)
    extra = [rows[i][0] for i in left if rows[i][0] not in _LISTS]
    judged.fields["sections"] += Tally(len(expected) - len(missed), len(extra), len(missed))
    for name in missed:
        judged.confuse("sections", name, None)
    for name in extra:
        judged.confuse("sections", None, name)
