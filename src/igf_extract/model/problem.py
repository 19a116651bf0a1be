"""Things that a person should look at: typed records, never exceptions.

``PROBLEMS`` is the one place that gives each code its severity; a code is stable, its message is one clear sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from igf_extract.model.evidence import Span


class Severity(StrEnum):
    """How bad it is: something is lost; something may be wrong; good to know."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


# code -> (severity, what it means); the data dictionary prints this table
PROBLEMS = MappingProxyType(
    {
        "unreadable_file": (Severity.ERROR, "the file could not be opened or read"),
        "empty": (Severity.ERROR, "the document holds no text"),
        "binary": (Severity.ERROR, "the bytes are not text"),
        "too_large": (Severity.ERROR, "the document is larger than the limit and was not parsed"),
        "damaged_container": (Severity.WARNING, "an archive or compressed file is damaged; what came before the damage is kept"),
        "refused_member": (Severity.ERROR, "a member of an archive was not read because it is unsafe or an archive itself"),
        "unreadable_record": (Severity.ERROR, "a record of a container could not be read"),
        "undecodable": (Severity.WARNING, "some bytes fit no encoding and were replaced"),
        "legacy_encoding": (Severity.INFO, "the bytes are not UTF-8; the encoding was inferred"),
        "mojibake_repaired": (Severity.INFO, "wrongly decoded characters were repaired"),
        "duplicate": (Severity.INFO, "another document has the same bytes"),
        "link_loop": (Severity.WARNING, "a symbolic link leads back to a folder above it and was not followed"),
        "time_budget": (Severity.ERROR, "the document took longer than its time budget; what was read until then is kept"),
        "stage_failed": (Severity.ERROR, "a stage could not work through the document; what was read before it is kept"),
        "unknown_layout": (Severity.WARNING, "no known form fits the page well"),
        "layout_tie": (Severity.WARNING, "two forms fit the page almost equally well and differ in what they give"),
        "slot_tie": (Severity.INFO, "a block fits two fields of the form almost equally well"),
        "unclaimed_lines": (Severity.INFO, "lines that no rule claimed"),
        "no_title": (Severity.INFO, "the page does not show the session's title"),
        "unreadable_person": (Severity.WARNING, "a line of people could not be taken apart for certain"),
        "unreadable_time": (Severity.WARNING, "a line with a date or time could not be understood"),
        "kind_unsure": (Severity.INFO, "the kind of the document is not certain"),
        "language_unsure": (Severity.INFO, "the language could not be told for certain"),
        "identity_unsure": (Severity.INFO, "two entries may be the same person or organisation; they were kept apart"),
        "decision_conflict": (Severity.WARNING, "a decision about who is who contradicts another and was not carried out"),
        "check_failed": (Severity.ERROR, "a check of the finished tables failed"),
    }
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to look at. ``span`` is into the text of its document, or None."""

    code: str
    message: str
    span: Span | None = None

    def __post_init__(self) -> None:
        if self.code not in PROBLEMS:
            raise ValueError(f"unknown problem code {self.code!r}; add it to PROBLEMS")

    @property
    def severity(self) -> Severity:
        return PROBLEMS[self.code][0]
