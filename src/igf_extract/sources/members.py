"""What holds for the members of every archive: which are read, which are refused and why."""

from __future__ import annotations

import re

from igf_extract.model import RawDocument
from igf_extract.sources.contract import without_data
from igf_extract.sources.names import Distinct, printable

_ARCHIVES = (".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst", ".7z", ".rar", ".jsonl", ".ndjson", ".warc", ".wet")
_ABSOLUTE = re.compile(r"[/\\]|[A-Za-z]:[/\\]")


class Members:
    """Names and judges the members of one archive."""

    def __init__(self, archive: str) -> None:
        self._archive = archive
        self._names = Distinct()

    def source(self, name: str) -> str:
        return self._names.name(f"{self._archive}/{printable(name)}")

    def refused(self, name: str, why: str) -> RawDocument:
        return without_data(self.source(name), "refused_member", f"the member was not read: {why}")


def hidden(name: str) -> bool:
    """Folders' policy holds in archives too: names that begin with a dot are left out, and what macOS adds to archives."""
    return any(part.startswith(".") and part not in {".", ".."} for part in name.split("/")) or name.startswith("__MACOSX/")


def objection(name: str) -> str:
    """Why a member of this name is refused; "" where it is not.

    >>> objection("../../etc/passwd")
    'its name leads out of the archive'
    """
    if _ABSOLUTE.match(name):
        return "its name is absolute"
    if ".." in re.split(r"[/\\]", name):
        return "its name leads out of the archive"
    if name.lower().endswith(_ARCHIVES):
        return "it is a container itself; unpack it first"
    return ""
