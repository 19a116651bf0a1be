"""The labelled pages with other people and bodies: what the form of a page tells must not hang on the names that stand in it.

``python -m tests.other_names SEED FOLDER`` writes ``docs`` and ``gold`` of such pages, to look at what changed and why.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

LABELLED = Path(__file__).parent / "labelled"
_KINDS = ("session", "report")
_WORDS = range(2, 5)  # of a name that is exchanged
_LONGEST = 70  # characters of a body that another page may get


def write_pages(folder: Path, seed: int, every: int = 1) -> int:
    """Writes every ``every``-th labelled page with names and bodies of other pages, in the text and in its labels; gives their number.

    A name is exchanged everywhere on its page, so that a person who has two roles is still one person.
    """
    chosen = random.Random(seed)
    pages = [labels for labels in _labels() if labels["kind"] in _KINDS]
    people = sorted({person["name"] for labels in pages for person in _people(labels) if _is_plain(person["name"])})
    bodies = sorted({person["organization"] for labels in pages for person in _people(labels) if _may_move(person["organization"])})
    for part in ("docs", "gold"):
        (folder / part).mkdir(parents=True)
    written = 0
    for labels in pages[::every]:
        text = (LABELLED / "docs" / labels["doc"]).read_bytes().decode("utf-8", errors="strict")
        others: dict[str, str] = {}
        for person in _people(labels):
            if _is_plain(person["name"]) and person["name"] in text:
                others.setdefault(person["name"], chosen.choice(people))
            if person["organization"] and person["organization"] in text:
                others.setdefault(person["organization"], chosen.choice(bodies))
        if others:
            changed = _exchanging(others)
            (folder / "docs" / labels["doc"]).write_text(changed(text), encoding="utf-8")
            told = json.dumps(_everywhere(labels, changed), ensure_ascii=False)
            (folder / "gold" / Path(labels["doc"]).with_suffix(".json")).write_text(told, encoding="utf-8")
            written += 1
    return written


def _labels() -> Iterator[dict[str, Any]]:
    for path in sorted((LABELLED / "gold").glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def _people(labels: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for session in labels["sessions"]:
        yield from session["participants"]


def _is_plain(name: str | None) -> bool:
    """A whole name in small letters with capitals; "RUIZ" and "ana ruiz" are the habit of a page."""
    return name is not None and len(name.split()) in _WORDS and not name.isupper() and not name.islower()


def _may_move(body: str | None) -> bool:
    return body is not None and "," not in body and 3 < len(body) < _LONGEST


def _exchanging(others: dict[str, str]) -> Callable[[str], str]:
    """The function that puts the other names into a text, the longest first, in capitals where they stand in capitals."""
    table = {**{old.upper(): new.upper() for old, new in others.items()}, **others}
    names = "|".join(re.escape(old) for old in sorted(table, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{names})(?!\w)")
    return lambda text: pattern.sub(lambda match: table[match[0]], text)


def _everywhere(value: Any, changed: Callable[[str], str]) -> Any:
    """The label file with the other names in all its texts."""
    if isinstance(value, str):
        return changed(value)
    if isinstance(value, list):
        return [_everywhere(part, changed) for part in value]
    if isinstance(value, dict):
        return {key: part if key in ("doc", "kind", "language") else _everywhere(part, changed) for key, part in value.items()}
    return value


if __name__ == "__main__":
    print(write_pages(Path(sys.argv[2]), int(sys.argv[1])), "pages")
