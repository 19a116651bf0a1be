"""UTF-8 that was read as gb18030: ``caf茅`` -> café, ``it鈥檚`` -> it’s. Two bytes became one character, so whole runs are read at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from igf_extract.text.broken import PLAIN_TIERS, Sequence, tiers

_RUN = re.compile("[\u20ac\u3000-\u303f\u4e00-\u9fff\ue000-\uf8ff\ufe30-\ufe6f\uff00-\uffef]+")
_ENOUGH = 4  # characters of one script: fewer can be a clean Chinese word by chance


def hanzi_sequences(text: str) -> Iterator[Sequence]:
    """The runs of ``text`` whose gb18030 bytes are valid UTF-8 of plausible characters, one sequence a run."""
    for match in _RUN.finditer(text):
        new = _read(match.group())
        if not new:
            continue
        found = {tiers().get(char, "") for char in new if not char.isascii()}
        if not found or "" in found:
            continue
        scripts = sorted(found - PLAIN_TIERS)
        if scripts:
            proof = len(scripts) == 1 and sum(not char.isascii() for char in new) >= _ENOUGH
        else:
            last = text[match.start() - 1 : match.start()]
            proof = any(ord(char) >= 0x2000 for char in new) or (last.isascii() and last.islower())
        yield Sequence(match.start(), match.end(), new, scripts[0] if scripts else "latin", proof)


def _read(old: str) -> str:
    try:
        return old.encode("gb18030").decode("utf-8")
    except UnicodeError:
        return ""
