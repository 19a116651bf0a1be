"""Cells that many tables share."""

from __future__ import annotations

from typing import Any

from igf_extract.model import Evidence


def evidence_cells(evidence: Evidence) -> dict[str, Any]:
    """``char_start``, ``char_end``, ``rule`` and ``method``."""
    return {
        "char_start": evidence.span.start,
        "char_end": evidence.span.end,
        "rule": evidence.rule,
        "method": evidence.method.value,
    }


def written(text: str | None) -> str | None:
    """The text, or None where it holds nothing but blanks: the tables know no empty values."""
    return text if text and text.strip() else None
