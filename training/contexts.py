"""Paragraphs of labelled documents with their names' spans, for training with exchanged names. Only the first half (a) is read.

usage: contexts.py FOLDER_WITH_docs_AND_gold OUTPUT.jsonl
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from evaluate_names import document_of, expected_of, regions_of

from igf_extract.ner.regions import paragraphs


def main() -> int:
    """Writes one paragraph a line."""
    folder, output = Path(sys.argv[1]), Path(sys.argv[2])
    rows = []
    for path in sorted((folder / "gold").glob("*.json"))[0::2]:
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (folder / "docs" / gold["doc"]).read_bytes().decode("utf-8", errors="replace")
        expected = expected_of(text, gold, regions_of(text, gold))
        for paragraph in paragraphs(document_of(text, gold)):
            end = paragraph.start + len(paragraph.text)
            spans = [
                [a - paragraph.start, b - paragraph.start, label] for a, b, label in sorted(expected) if a >= paragraph.start and b <= end
            ]
            rows.append({"text": paragraph.text, "spans": spans, "source": "contexts"})
    output.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
