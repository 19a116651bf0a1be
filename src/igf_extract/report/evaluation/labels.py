"""Label files: what a person says that a document holds. One JSON object a file; the format is in docs/evaluation.md."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Labels = Mapping[str, Any]
_NEEDED = ("doc", "kind", "sessions")


class EvaluationError(Exception):
    """Labels cannot be read: says which file, and what to try."""


def read_labels(folder: Path, half: str | None = None) -> list[Labels]:
    """The label files of a folder in the order of their names.

    Args:
        half: ``a`` for the first, third, fifth ... file, ``b`` for the others, None for all.

    Raises:
        EvaluationError: no such folder, no label file in it, or one that is no label file.
    """
    if not folder.is_dir():
        raise EvaluationError(f"there is no folder {folder}; GOLD is a folder with one JSON file for each labelled document")
    paths = sorted(folder.glob("*.json"))
    if not paths:
        inner = folder / "gold"
        hint = f"; did you mean {inner}?" if inner.is_dir() else ""
        raise EvaluationError(f"{folder} holds no label file (*.json){hint}")
    return [_read(path) for path in (paths if half is None else paths[half == "b" :: 2])]


def _read(path: Path) -> Labels:
    try:
        labels = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise EvaluationError(f"{path}: no JSON ({error})") from error
    missing = [key for key in _NEEDED if not isinstance(labels, dict) or key not in labels]
    if missing:
        raise EvaluationError(f"{path}: a label file needs the keys {', '.join(_NEEDED)}; {', '.join(missing)} is missing")
    return dict(labels)
