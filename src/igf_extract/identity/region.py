"""Where the people of an organisation come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from igf_extract.identity.body import Affiliation
from igf_extract.identity.known import known
from igf_extract.identity.lexicon import places


def region_of(members: Sequence[Affiliation]) -> str | None:
    """The region that its names or all its people give; None for world bodies and mixed ones."""
    for member in members:
        if member.target.kind == "known":
            seat = known().rows[int(member.target.key)].seat
            if seat is None:
                return None
    table = places()
    named = {table.region[code] for member in members for code in member.name.places | member.name.inside if code in table.region}
    if len(named) == 1:
        return next(iter(named))
    regions = Counter(member.entry.regional_group for member in members if member.entry.regional_group not in (None, "intergovernmental"))
    return next(iter(regions)) if len(regions) == 1 else None
