"""Files and functions stay small enough to be read at one go."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 60
MOST_PARAMETERS = 7

SOURCES = sorted((ROOT / "src").rglob("*.py"))


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_size(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MOST_LINES_OF_A_FILE, f"{name(path)} has {lines} lines; split it by noun"
    for function in functions(path):
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        assert length <= MOST_LINES_OF_A_FUNCTION, f"{function.name} has {length} lines"
        if path.name == "cli.py":
            continue  # the parameters of a command are its options
        parameters = len(function.args.args) + len(function.args.kwonlyargs)
        assert parameters <= MOST_PARAMETERS, f"{function.name} has {parameters} parameters; put them into a record"


def test_no_drawers() -> None:
    drawers = {"utils", "util", "helpers", "helper", "misc", "common", "core", "base"}
    assert not [name(path) for path in SOURCES if path.stem in drawers]
