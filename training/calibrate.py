"""The share of mentions that are right, for each confidence of ``ner/merge.py``: what the confidences of a new model should be.

usage: calibrate.py FOLDER [FOLDER ...] [--model NAME|PATH]

Each FOLDER holds ``docs`` and ``gold``; rosters are the labels' own. ``fitted`` draws a small count towards the value in use (as if
``PRIOR`` more cases had been seen there), so that a rule with three cases does not get 1.00 or 0.33. Wilson's interval of 95 %.
"""

from __future__ import annotations

import argparse
import math
import sys
from pathlib import Path

from evaluate_names import Group, by_confidence, evaluate

from igf_extract.ner.candidate import ORG, PERSON
from igf_extract.ner.merge import POLICY
from igf_extract.ner.model import DEFAULT, load_model

PRIOR = 10.0


def fitted(right: int, count: int, used: float) -> float:
    """The share, drawn towards ``used``; never above 0.99.

    >>> fitted(18, 20, 0.9)
    0.9
    """
    return min(0.99, round((right + PRIOR * used) / (count + PRIOR), 2))


def wilson(right: int, count: int) -> tuple[float, float]:
    """The interval of 95 % of a share."""
    z = 1.96
    share, more = right / count, z * z / count
    middle, half = share + more / 2, z * math.sqrt(share * (1 - share) / count + more / (4 * count))
    return (middle - half) / (1 + more), (middle + half) / (1 + more)


def rules_of(group: Group) -> str:
    """The rules of ``POLICY`` that give this confidence."""
    label, source, confidence = group
    return ", ".join(rule for rule, s in POLICY.items() if s.source == source and s.confidence_of(label) == confidence)


def main() -> int:
    """Prints a line for each confidence in use."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--model", default=DEFAULT)
    args = parser.parse_args()
    model = load_model(args.model)
    details = [detail for folder in args.folders for detail in evaluate(folder, model)[1]]
    for group, (right, count) in by_confidence(details).items():
        label, source, used = group
        low, high = wilson(right, count)
        name = {PERSON: "person", ORG: "org"}[label]
        print(
            f"{name:6} {source:9} used {used:.2f} share {right / count:.3f} of {count:4} [{low:.2f}, {high:.2f}] "
            f"fitted {fitted(right, count, used):.2f}  {rules_of(group)}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
