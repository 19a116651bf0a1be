"""Headings that a page numbers by itself: "1. Opening", "II. Presentations", each with paragraphs below it.

Minutes and reports of the first years follow no form; their numbered headings part them into sections all the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from igf_extract.model import Line
from igf_extract.parsing.fields.items import roman_value
from igf_extract.vocab.fold import fold
from igf_extract.vocab.labels import LABELS, Label
from igf_extract.vocab.list_marks import MARK
from igf_extract.vocab.load import read_data

_NUMBERED = re.compile(r"(?:(\d{1,2})|([IVX]{1,5})|([A-H]))[.)]\s+(\S.{0,100})$")
_WORDS = 12  # words of the longest heading
_PARAGRAPH = 12  # words of a line that is a paragraph
_SENTENCE = 5  # words of a line with a full stop that is a sentence
_LISTED = re.compile(rf"(?:{MARK}|\(?[a-h][.)]|\(?i{{1,3}}[.)])\s*\S")  # an item of a list that bears no number
_ITEM_WORDS = 4  # words of an item of a list of results
_FEWEST = 3  # headings that make an outline
_OPEN = 8  # lists with numbers that may be open at once
_FILLED = 0.6  # share of them that stand above a paragraph
_HEADING = "numbered heading"  # the spelling of the label that such a line gets


def _place(found: re.Match[str]) -> tuple[int, int] | None:
    """The kind of the number and its value; a letter that is a Roman number as well counts as one where the page goes on so."""
    digits, roman, letter = found[1], found[2], found[3]
    if digits is not None:
        return 0, int(digits)
    if roman is not None:
        return (1, roman_value(roman)) if roman_value(roman) else None
    return 2, ord(letter) - ord("A") + 1


def _is_heading(text: str) -> bool:
    return len(text.split()) <= _WORDS and not text.rstrip().endswith((".", "?", "!", ";", ","))


def _is_filled(lines: Sequence[Line], at: int) -> bool:
    """Whether a paragraph or a sentence stands below the heading, or a list below one of results ("3. Conclusions", "(a) …")."""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    words = len(below.split())
    told = words >= _SENTENCE and below.endswith((".", "!")) and _NUMBERED.match(below) is None and _LISTED.match(below) is None
    results = heading_key(lines[at].text) != "report"
    return words >= _PARAGRAPH or told or (words >= _ITEM_WORDS and _LISTED.match(below) is not None and results)


def follows_form(lines: Sequence[Line]) -> bool:
    """Whether a report prints a question of a form for its text: headings below it then belong to the answer."""
    return any(_asks_for_text(line.text) for line in lines if _NUMBERED.match(line.text) is None)


def _asks_for_text(text: str) -> bool:
    label = LABELS().find(text)
    if label is None or LABELS().keys[label.key].field != "report" or " " not in label.spelling:
        return False  # "Summary" is a heading of anybody's
    return label.value_start is None or len(text[label.value_start :].split()) >= _PARAGRAPH  # "Attendance: 65" asks for a number


def outline(lines: Sequence[Line]) -> Mapping[int, Label]:
    """The label of each line that is a numbered heading, by place: of the field that its words name, of a part of the report otherwise.

    Empty where the page has no outline: fewer than three headings in a row from the first number on, or lists of short items.
    """
    chains: dict[int, list[list[int]]] = {}
    for at, line in enumerate(lines):
        found = _NUMBERED.match(line.text)
        place = _place(found) if found is not None and _is_heading(found[4]) else None
        if place is not None:
            _join(chains.setdefault(place[0], []), place[1], at, lines)
    best = max((chain for same in chains.values() for chain in same if _is_outline(chain, lines)), key=len, default=[])
    return MappingProxyType({at: _label(lines[at].text) for at in best})


def _join(chains: list[list[int]], number: int, at: int, lines: Sequence[Line]) -> None:
    """Puts a numbered line behind the one that it goes on with: a list of people or a list below a heading counts for itself."""
    if number == 1:
        chains.append([at])
        return
    waiting = [chain for chain in chains[-_OPEN:] if len(chain) == number - 1]
    alike = [chain for chain in waiting if _is_filled(lines, chain[0]) == _is_filled(lines, at)]
    for chain in (alike or waiting)[-1:]:
        chain.append(at)


def _is_outline(chain: Sequence[int], lines: Sequence[Line]) -> bool:
    return len(chain) >= _FEWEST and sum(_is_filled(lines, at) for at in chain) >= _FILLED * len(chain)


def _label(text: str) -> Label:
    found = LABELS().find(text, outline=True, free=True)
    if found is not None and found.value_start is None and not (found.key == "aside" and found.spelling in LABELS().before_prose):
        return found  # "4. Next steps" is a part of the report like those above it
    return Label(heading_key(text), len(text), None, _HEADING, True)


def heading_key(text: str) -> str:
    """The key of a report's field whose words a heading holds; ``report`` where it holds none.

    >>> heading_key("4. Conclusions and next steps"), heading_key("2. Two cases")
    ('key_takeaways', 'report')
    """
    words = set(re.findall(r"\w+", fold(text)))
    return next((key for key, told in read_data("report_headings.toml")["words"].items() if words & set(told)), "report")
