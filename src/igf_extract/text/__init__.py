"""From bytes to repaired text: ``decode`` is the stage; the map of offsets and the edits are in ``edits``, the language in ``language``."""

from igf_extract.text.decoding import decode
from igf_extract.text.edits import OffsetMap, apply_edits

__all__ = ["OffsetMap", "apply_edits", "decode"]
