"""The set-up on a fresh machine: locks that fit the package, clear words where Python is missing."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def pins(lock: str) -> dict[str, str]:
    """name -> version of every line ``name==version``."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", text, flags=re.MULTILINE))


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.lock", PROJECT["dependencies"]),
        ("requirements-dev.lock", PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]),
    ],
)
def test_lock_fits_the_ranges(lock: str, wanted: list[str]) -> None:
    locked = pins(lock)
    for requirement in map(Requirement, wanted):
        name = requirement.name.lower()
        assert name in locked, f"{name} is missing from {lock}; see CONTRIBUTING.md"
        assert requirement.specifier.contains(locked[name]), (
            f"{lock} has {name} {locked[name]}, pyproject.toml wants {requirement.specifier}"
        )


def test_development_uses_the_versions_that_run() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_lock_has_hashes_and_no_addresses(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert text.count("--hash=sha256:") > len(pins(lock))
    assert "://" not in text


def test_without_python_the_set_up_says_what_to_do(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHON": "false"}
    command = [str(ROOT / "scripts" / "setup"), str(tmp_path / "venv"), "requirements.lock"]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "no Python 3.11, 3.12 or 3.13" in done.stderr
    assert "try: install one" in done.stderr


def test_continuous_integration_runs_make_test_and_no_more() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    commands = [line for line in script.splitlines() if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["exec make test"]
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
