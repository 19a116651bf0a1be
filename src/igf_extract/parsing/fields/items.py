"""Lists as pages print them: a mark at the line's start, marks inside one paragraph, wrapped lines.

Marks are seen by form alone: ``1.`` ``1)`` ``(1)`` ``(1).`` ``1./`` ``1-`` ``1.2`` ``Q1:`` ``A.`` ``a)`` ``(a)`` ``ii.`` and bullets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from igf_extract.model import Line
from igf_extract.parsing.fields.run import Run
from igf_extract.vocab.list_marks import POINTERS, SIGNS

_BULLETS = SIGNS + POINTERS + "·"
_OPENS = r"\w¿¡\"“«‘'(\["  # what the text behind a mark may begin with
_MARK = regex.compile(
    rf"""(?:
      (?P<nested>\d{{1,2}}(?:\.\d{{1,2}})+)[.)]?(?=\s)
    | (?:(?:P?[Qq]|(?i:(?:policy\s+)?question|pregunta))\s*(?P<asked>\d{{1,2}})(?:\s*[a-d]?\s*[.):–-]|(?=\s+[\p{{Lu}}¿])))
    | \((?P<round>\d{{1,2}})\)[.:]?
    | (?P<number>\d{{1,2}})(?:\s?\./|\.\)|\s?[.)](?!\d)|\s?[-–—](?=\s)|-(?=[^\W\d]{{2}}))
    | \((?P<bracketed>[A-Za-z]|[ivx]{{2,4}})\)[.:]?
    | (?P<letter>[A-Za-z]|[ivx]{{2,4}}|[IVX]{{2,4}})(?:\)|\.\)|\.(?=\s)|\s?[-–](?=\s))
    | (?P<bullet>[{_BULLETS}]|[*>](?![*>])|[-–—‑]{{1,2}}(?=\s|[{_OPENS}])|o(?=\s))
    )[\s\u200b]*(?=[{_OPENS}])""",
    regex.VERBOSE,
)
_INLINE = regex.compile(
    rf"""(?:^|(?<=[\s?.!;:,)”"]))(?:
      (?P<open>\()?(?:[Qq](?:uestion)?\s?)?(?P<digits>\d{{1,2}})(?P<close>\./|\)[.:]|[.):])(?!\d)
    | (?P<digits>\d{{1,2}})(?P<close>)(?=\s+[\p{{Lu}}¿])
    | (?P<open>\()?(?P<upper>[A-Z])(?P<close>\)[.:]|[.)])(?=\s)
    | (?P<open>\()?(?P<lower>[a-z]|[ivx]{{2,4}})(?P<close>\)[.:]?|\.(?=\s))
    )\s*(?=[{_OPENS}])""",
    regex.VERBOSE,
)
_DOT = regex.compile(rf"(?:^|(?<=\s))[{_BULLETS}]\s+(?=\S)|(?:^|(?<=[?.;:!]\s))\*\s?(?=[{_OPENS}])")
_DASH = regex.compile(rf"(?<=[?;]\s?\s?)[-–—]\s*(?=[{_OPENS}])")
_ROMAN = {name: n for n, name in enumerate(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], 1)}
_BESIDE_ROMAN = {ord(letter) - 97 for letter in "ivx"}  # places beside the letters that are roman numbers
_FINISHED = regex.compile(r"[.?!:;…]\s?[\"”’»)\]]*\s*$")
_OPEN_END = regex.compile(r"(?:,|\b(?:and|or|of|the|a|an|to|in|for|with|by|on|et|de|la|le|y|del|los|e|da|do))$", regex.IGNORECASE)


def roman_value(word: str) -> int:
    """The value of a Roman number up to twelve, in small letters or capitals; 0 for any other word."""
    return _ROMAN.get(word.lower(), 0)


@dataclass(frozen=True, slots=True)
class Mark:
    """A list mark: ``style`` names its form, ``value`` its place in the list (0 for a bullet), ``end`` the characters it takes."""

    style: str
    value: int
    end: int


@dataclass(frozen=True, slots=True)
class Item:
    """One list item or paragraph. ``whole`` still has the list mark; ``gap`` counts the blank lines before it."""

    whole: Run
    mark: Mark | None
    gap: int = 0

    @property
    def run(self) -> Run:
        """The item without its mark."""
        return self.whole.cut(self.mark.end if self.mark else 0)

    @property
    def text(self) -> str:
        """The words of the item without its mark."""
        return self.run.text


def mark_of(text: str) -> Mark | None:
    """The list mark at the beginning of a line.

    >>> mark_of("1./ How can")
    Mark(style='number', value=1, end=4)
    >>> mark_of("4.6") is None
    True
    """
    found = _MARK.match(text)
    if found is None:
        return None
    style = str(found.lastgroup)
    word = found[style]
    if style == "nested":
        return Mark(style, int(word.rsplit(".", 1)[1]), found.end())
    if word.isdigit():
        return Mark("number", int(word), found.end())
    if style == "bullet":
        return Mark(style, 0, found.end())
    if len(word) > 1:
        return Mark("roman", roman_value(word), found.end())
    return Mark("letter", ord(word.lower()) - 96, found.end())


def group(lines: Sequence[Line]) -> Iterator[Item]:
    """Lines as items: a mark or a new paragraph begins one, a wrapped line continues the one before."""
    held: list[Line] = []
    mark: Mark | None = None
    for line, here in zip(lines, _trusted([mark_of(line.text) for line in lines], lines), strict=True):
        if held and here is None and _continues(held[-1], line):
            held.append(line)
            continue
        if held:
            yield _item(held, mark)
        held, mark = [line], here
    if held:
        yield _item(held, mark)


def _trusted(marks: list[Mark | None], lines: Sequence[Line]) -> list[Mark | None]:
    """A letter and a dot may be an initial, an "o" may be a word: both are marks only in company."""
    letters = {mark.value for mark in marks if mark and mark.style == "letter"}
    if any(mark.style == "roman" for mark in marks if mark):  # "i." before "ii."
        letters |= _BESIDE_ROMAN
    rings = sum(line.text.startswith("o ") for line in lines)
    out: list[Mark | None] = []
    for mark, line in zip(marks, lines, strict=True):
        initial = mark is not None and mark.style == "letter" and line.text[1:2] == "." and not {mark.value - 1, mark.value + 1} & letters
        word = line.text.startswith("o ") and rings < 2
        out.append(None if initial or word else mark)
    return out


def _continues(before: Line, line: Line) -> bool:
    first = line.text[0]
    if line.gap > 1 or _FINISHED.search(before.text[-12:]):
        return line.gap == 0 and first.islower() and not before.text.rstrip().endswith(":")
    return first.islower() or (line.gap == 0 and _OPEN_END.search(before.text[-12:]) is not None)


def _item(lines: Sequence[Line], mark: Mark | None) -> Item:
    return Item(Run.of(lines), mark, lines[0].gap)


def relabel(item: Item, cut: int) -> Item:
    """The item without its first ``cut`` characters (a label), the list mark read anew."""
    whole = item.whole.cut(cut)
    return Item(whole, mark_of(whole.text), item.gap)


def split_marks(item: Item) -> list[Item]:
    """The items that are run together in one paragraph; the text before the first mark comes first, without a mark.

    ``A. … B. …`` and ``1) … 2) …`` must count up; bullets must stand apart; dashes must follow an end. Marks of another form
    inside a marked item belong to the item.
    """
    text = item.whole.text
    row = _chain(text) or _bullets(text)
    if not row or (item.mark and row[0][0] > 0):
        return [item]
    out: list[Item] = []
    head = item.whole.cut(0, row[0][0])
    if head.text:
        out.append(Item(head, None, item.gap))
    ends = [start for start, _ in row[1:]] + [len(text)]
    for (start, begin), end in zip(row, ends, strict=True):
        part = item.whole.cut(start, end)
        if part.text:
            style = "inline" if begin > start else ""
            out.append(Item(part, Mark(style, 0, begin - start) if style else None, 0 if out else item.gap))
    return out


def _bullets(text: str) -> list[tuple[int, int]]:
    dots = [found.span() for found in _DOT.finditer(text)]
    lone_star = len(dots) == 1 and text[dots[0][0]] == "*"  # a footnote rather than a list
    if dots and not lone_star and (len(dots) > 1 or dots[0][0] > 0):
        return dots
    dashes = [found.span() for found in _DASH.finditer(text)]
    if not dashes or "?" not in text[dashes[0][0] :]:  # points of one question
        return []
    first = mark_of(text)
    return [(0, first.end if first and first.style == "bullet" else 0), *dashes]


def _chain(text: str) -> list[tuple[int, int]]:
    """The first row of marks of one style that counts 1, 2, 3 … (a skipped number is forgiven after a full stop)."""
    rows: dict[tuple[str, bool, str], list[tuple[int, int, int]]] = {}
    for found in _INLINE.finditer(text):
        for kind, value in _readings(found):
            key = (kind, found["open"] is not None, found["close"])
            _extend(rows.setdefault(key, []), (value, found.start(), found.end()), text)
    best = min((row for row in rows.values() if len(row) > 1), key=lambda row: (row[0][1], -len(row)), default=[])
    return [(start, end) for _, start, end in best]


def _readings(found: regex.Match[str]) -> Iterator[tuple[str, int]]:
    """What a mark may count: "i" is a letter or a roman number."""
    if found["digits"]:
        yield "digits", int(found["digits"])
        return
    word = found["upper"] or found["lower"]
    if len(word) == 1:
        yield ("upper" if found["upper"] else "lower"), ord(word.lower()) - 96
    if found["lower"] and word in _ROMAN:
        yield "roman", _ROMAN[word]


def _extend(row: list[tuple[int, int, int]], here: tuple[int, int, int], text: str) -> None:
    before = text[max(0, here[1] - 8) : here[1]].rstrip()[-1:]
    mark = text[here[1] : here[2]].rstrip()
    colon = mark.endswith(":")  # "at 3: …" counts only behind an end
    if not row:
        if not before or (here[0] == 1 and before in ".:?!;)-–—,"):
            row.append(here)
        return
    if mark.isdigit() and before not in "?:;":  # a bare number counts only behind an end
        return
    step = here[0] - row[-1][0]
    if (step == 1 and (before in ".?!;" or not colon)) or (step in (2, 3) and before in ".?!;"):
        row.append(here)
