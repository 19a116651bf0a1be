"""The weights for the fields of paragraphs are what their training gives."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import numpy as np

from igf_extract.parsing.prose_field import WEIGHTS, read_weights

SCRIPT = Path(__file__).parents[3] / "training" / "prose_fields.py"


def test_shipped_weights_are_what_training_gives(tmp_path: Path) -> None:
    made = tmp_path / "weights.npz"
    done = subprocess.run([sys.executable, str(SCRIPT), "--out", str(made)], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    shipped, again = read_weights(files("igf_extract").joinpath(WEIGHTS)), read_weights(made)
    assert again.fields == shipped.fields
    assert again.places == shipped.places
    assert np.allclose(again.weights, shipped.weights, atol=0.05)
    assert (tmp_path / "figures.json").exists()
