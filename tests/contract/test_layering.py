"""Who may import whom: records <- vocabulary <- stages <- pipeline <- engine <- door <- command line. Read from the source, not run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "igf_extract"
STAGES = ("sources", "text", "parsing", "ner", "identity", "tables", "report")
RANKS = {
    "model": 0,
    "settings": 0,
    "vocab": 1,
    **dict.fromkeys(STAGES, 2),
    "pipeline": 3,
    "engine": 4,
    "door": 5,
    "": 6,
    "cli": 7,
    "__main__": 8,
}
# stage -> the one stage that it may read, since it works on that stage's finished product
READERS = {"report": "tables"}
HEAVY = ("pandas", "spacy", "pyarrow", "duckdb", "py3langid", "rich", "selectolax")
LIGHT = ("model", "vocab", "settings", "pipeline", "door", "", "cli", "__main__")

FILES = sorted(PACKAGE.rglob("*.py"))


def room(module: str) -> str:
    """``igf_extract.parsing.lines`` -> ``parsing``; the package itself -> ``""``."""
    return ([*module.split("."), ""])[1]


def module_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imported(tree: ast.Module) -> Iterator[str]:
    """Every module named by an import, at the top or inside a function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports inside the package are written in full"
            yield node.module or ""


def own(names: Iterator[str]) -> list[str]:
    return [name for name in names if name.split(".")[0] == "igf_extract"]


def wrong(importer: str, target: str) -> bool:
    here, there = room(importer), room(target)
    if here == there or READERS.get(here) == there:
        return False
    return RANKS[there] >= RANKS[here]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    module = module_of(path)
    assert room(module) in RANKS, f"a new room {room(module)!r}: give it a place in RANKS"
    against = [target for target in own(imported(ast.parse(path.read_text(encoding="utf-8")))) if wrong(module, target)]
    assert not against, f"{module} must not import {', '.join(against)}"


@pytest.mark.parametrize(
    "path", [path for path in FILES if room(module_of(path)) in LIGHT], ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_light_modules_import_nothing_heavy_at_the_top(path: Path) -> None:
    top = ast.Module([node for node in ast.parse(path.read_text(encoding="utf-8")).body if not isinstance(node, ast.If)], [])
    body = ast.Module([node for node in top.body if isinstance(node, ast.Import | ast.ImportFrom)], [])
    assert not [name for name in imported(body) if name.split(".")[0] in HEAVY]


def test_the_rule_itself() -> None:
    assert wrong("igf_extract.model.session", "igf_extract.vocab.fold")
    assert wrong("igf_extract.parsing.lines", "igf_extract.text.decode")
    assert wrong("igf_extract.tables.build", "igf_extract.report.summary")
    assert not wrong("igf_extract.report.review", "igf_extract.tables.schema")
    assert not wrong("igf_extract.parsing.page", "igf_extract.parsing.lines")
    assert not wrong("igf_extract.door", "igf_extract.engine")
