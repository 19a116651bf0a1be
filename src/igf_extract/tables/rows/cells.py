"""Cells that many tables share."""

from __future__ import annotations

from typing import Any

from igf_extract.model import Evidence, Span


def evidence_cells(evidence: Evidence) -> dict[str, Any]:
    """``char_start``, ``char_end``, ``rule`` and ``method``."""
    return {**span_cells(evidence.span), "rule": evidence.rule, "method": evidence.method.value}


def span_cells(span: Span | None, name: str = "") -> dict[str, int | None]:
    """``char_start`` and ``char_end``, of the value of column ``name`` where that has offsets of its own; null for no span."""
    before = f"{name}_" if name else ""
    return {f"{before}char_start": span.start if span else None, f"{before}char_end": span.end if span else None}


def written(text: str | None) -> str | None:
    """The text, or None where it holds nothing but blanks: the tables know no empty values."""
    return text if text and text.strip() else None
