"""Postal addresses below a person: "Sea Street 4, 1010 Velm, Austria" tells of her country and of nothing else."""

from __future__ import annotations

import re
from functools import cache

from igf_extract.model import Line
from igf_extract.parsing.lines import part_of
from igf_extract.vocab.load import read_data
from igf_extract.vocab.patterns import any_of
from igf_extract.vocab.places import place_of

_TAIL = re.compile(r"(?:^|,)[\s\d-]*([^\d,:;]{2,40},\s[^\d,:;]{2,40}?)\.?$")  # town and country
_LONGEST = 160  # characters of an address


@cache
def _street() -> re.Pattern[str]:
    words = any_of(read_data("rooms.toml")["streets"])
    street = (
        rf"(?:[^\W\d]+\s){{0,3}}(?:[^\W\d]*(?:stra(?:ß|ss)e|gata|gatan|weg|platz|laan|straat)|(?:{words})\.?)"  # "Velmstraße", "Sea Road"
    )
    return re.compile(rf"(?:p\.?\s?o\.?\s?box\s\d|{street}\s(?:[^\W\d]+\s){{0,3}}\d|\d{{1,5}}[a-z]?,?\s{street}(?!\w))", re.IGNORECASE)


def without_street(line: Line) -> Line:
    """The line; of an address, town and country alone, which the person above belongs to.

    >>> from igf_extract.model import Span
    >>> text = "Sea Street 4, 1010 Velm, Austria"
    >>> without_street(Line(0, Span(0, len(text)), text)).text
    'Velm, Austria'
    """
    text = line.text
    if len(text) > _LONGEST or not any(map(str.isdigit, text)) or _street().match(text) is None:
        return line
    tail = _TAIL.search(text)
    if tail is None or place_of(tail[1].rpartition(", ")[2]) is None:
        return line
    return part_of(line, *tail.span(1))
