"""The tables are what the scorer reads: label files turned into documents, written and scored, come out as all right."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from igf_extract.model import Document, Evidence, Fact, Goal, Mention, Method, Outcome, Participation, Section, Session, Span, Theme, Turn
from igf_extract.tables.build import build
from igf_extract.tables.publish import publish
from igf_extract.tables.validate import validate

SHARED = Path(__file__).parents[3] / "shared"
RULE = "label file"
PLAIN = {"year": "year", "type": "session_type", "number": "number", "title": "title", "format": "format", "seating": "seating",
         "duration_minutes": "duration_minutes", "room": "room"}  # fmt: skip

pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason=f"the labelled documents are not there: no folder {SHARED.name} beside the repository"
)


class Gold:
    """One label file with its text, as the document that a perfect pipeline would give."""

    def __init__(self, label_file: Path) -> None:
        self.labels: dict[str, Any] = json.loads(label_file.read_text(encoding="utf-8"))
        self.data = (label_file.parents[1] / "docs" / self.labels["doc"]).read_bytes()
        self.text = self.data.decode("utf-8", "replace")

    def find(self, words: str, start: int = 0) -> Span | None:
        found = re.compile(r"\s+".join(map(re.escape, words.split()))).search(self.text, start)
        return Span(*found.span()) if found else None

    def evidence(self, words: object) -> Evidence:
        return Evidence(self.find(str(words)) or Span(0, len(self.text)), RULE, Method.LABEL)

    def fact(self, value: Any) -> Fact[Any] | None:
        return None if value is None else Fact(value, self.evidence(value))

    def document(self) -> Document:
        import hashlib

        labels = self.labels
        sections = [s for i, one in enumerate(labels["sessions"]) for s in self.sections(one, i)]
        turns = [self.turn(turn) for turn in labels.get("turns") or []]
        return Document(
            source=f"docs/{labels['doc']}",
            sha256=hashlib.sha256(self.data).hexdigest(),
            size_bytes=len(self.data),
            text=self.text,
            kind=labels["kind"],
            language=labels["language"],
            sessions=tuple(map(self.session, labels["sessions"])),
            sections=tuple(sections),
            turns=tuple(turns),
            mentions=tuple(self.mentions()),
        )

    def session(self, gold: dict[str, Any]) -> Session:
        outcomes = [
            (kind, text)
            for kind, key in (("key_takeaway", "takeaways"), ("call_to_action", "calls_to_action"))
            for text in gold.get(key) or []
        ]
        day = gold.get("date")
        return Session(
            **{name: self.fact(gold.get(key)) for key, name in PLAIN.items()},
            **self.moments(gold),
            date=self.fact(dt.date.fromisoformat(day) if day else None),
            themes=tuple(Theme(theme=t, evidence=self.evidence(t)) for t in gold.get("themes") or []),
            goals=tuple(Goal(sdg=n, evidence=self.evidence(n)) for n in gold.get("sdgs") or []),
            policy_questions=tuple(Fact(q, self.evidence(q)) for q in gold.get("policy_questions") or []),
            outcomes=tuple(Outcome(kind=kind, text=text, evidence=self.evidence(text)) for kind, text in outcomes),
            participations=tuple(Participation(evidence=self.evidence(p["name"] or p["organization"]), **p) for p in gold["participants"]),
        )

    def moments(self, gold: dict[str, Any]) -> dict[str, Fact[Any]]:
        out = {}
        for key in ("starts_at", "ends_at"):
            if gold.get(key):
                at = dt.datetime.fromisoformat(gold[key])
                name = key if at.tzinfo else key.replace("_at", "_local")
                out[name] = Fact(at, self.evidence(gold[key]))
        return out

    def sections(self, gold: dict[str, Any], index: int) -> list[Section]:
        out = []
        at = 0
        for label in gold.get("sections") or []:
            first = self.find(label["begins"], at) or self.find(label["begins"])
            last = self.find(label["ends"], first.start) if first else None
            if first and last:
                span = Span(first.start, last.end)
                out.append(Section(label["field"], span.of(self.text), Evidence(span, RULE), session_index=index))
                at = first.start
        return out

    def turn(self, gold: dict[str, Any]) -> Turn:
        first = self.find(gold["begins"]) or Span(0, 1)
        last = self.find(gold["ends"], first.start) or first
        span = Span(first.start, last.end)
        return Turn(gold["speaker"], gold["begins"], Evidence(span, RULE), session_index=0 if self.labels["sessions"] else None)

    def mentions(self) -> list[Mention]:
        """The occurrences of the labelled names, longest first, none inside another."""
        taken: list[Span] = []
        out = []
        for entity in sorted(self.labels.get("entities") or [], key=lambda e: -len(e["text"])):
            pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, entity["text"].split())) + r"(?!\w)"
            for found in re.finditer(pattern, self.text):
                span = Span(*found.span())
                if not any(span.overlaps(other) for other in taken):
                    taken.append(span)
                    out.append(Mention(span, entity["label"], span.of(self.text), "gazetteer"))
        return out


def labels(folder: str) -> list[Path]:
    found = sorted((SHARED / folder / "gold").glob("*.json"))
    return found[0::2] if folder == "devset" else found


@pytest.mark.parametrize("folder", ["seeds", "devset"])
def test_perfect_documents_score_perfectly(tmp_path, folder):
    documents = [Gold(path).document() for path in labels(folder)]
    output = publish(build(documents), tmp_path / "output")
    scores = tmp_path / "scores.json"
    half = ["--half", "a"] if folder == "devset" else []
    command = [sys.executable, SHARED / "score" / "score.py", SHARED / folder / "gold", output, "--json", scores, "--per-document", *half]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=120, check=True)
    fields = json.loads(scores.read_text(encoding="utf-8"))["fields"]
    wrong = {name: row for name, row in fields.items() if row["f1"] not in (None, 1.0)}
    assert not wrong, f"{wrong}\n{done.stdout}\n{done.stderr}"
    assert not [f for f in validate(output) if f.check not in ("quote", "year")]
