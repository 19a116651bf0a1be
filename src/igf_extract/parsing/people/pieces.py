"""Pieces of a line with their offsets, and the separators that cut a line of people into pieces.

Every function walks its text once or uses a pattern without nested repetition: a hostile line costs time in proportion to its
length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from igf_extract.model import Span
from igf_extract.vocab.fold import fold
from igf_extract.vocab.list_marks import POINTERS, SIGNS
from igf_extract.vocab.words import honorifics, organization_words

LOCKS = "\U0001f512\U0001f513\U0001f510\U0001f50f"
# the lock sign after a wrong decoding (code pages 1252 and 874)
BROKEN_LOCK = re.compile("(?:ðŸ”[’'\u2019\x92]|๐Ÿ”[’'\u2019\x92])")
_EDGE = " \t\n\u00a0\u2007\u202f\u3000\u200b\ufeff\r" + LOCKS + "\ufe0f" + SIGNS + POINTERS + "·*†‡#|"
_MARK = re.compile(
    r"^(?:[-–—>»+~•]+|\(?\d{1,2}[.)](?=\D)|\(?[a-hA-H][.)](?=\s)|\(?(?:[ivx]{1,4}|[IVX]{2,4})[.)](?=\s)|o(?=\s{2,})|\d{1,2}(?=\s+[A-Z])"
    r"|(?:WS|OF|DC|Workshop|Open Forum)(?:\s?No\.?)?\s?#?\s?\d{1,3}\s{0,2}[:)–—-]|(?:WS|OF)\s?#\d{1,3}(?=\s))\s*"
)
EMAIL = re.compile(r"\[email[\s\u00a0]protected\]|[<(\[]?[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}[>)\]]?")
URL = re.compile(r"[(\[<]?\b(?:https?://|www\.)[^\s<>()]{1,300}[)\]>]?", re.I)
# "1) Ana Ruiz, Foo 2) Luis Paz, Bar": list numbers inside a line; "Article 19. Foo" is none
_NUMBERED = re.compile(r"(?<!rticle)(?<!RTICLE)\s\(?[2-9]\d?[.)]\s+(?=[^\W\d_a-zà-ÿ])")
# "Ms,Ana,RUIZ,Academia,Foo Mr,Luis,PAZ,…": a honorific with its comma or its point begins the next person of a table on one line
_ROW = re.compile(
    r"(?<=\w)\s+(?=(?:Mr|Mrs|Ms|Dr|Prof|Miss|Mx)\.?,\s?[A-Z]\w+(?:\s[A-Z]\w+)?,"
    r"|(?:Mr|Mrs|Ms|Dr|Prof)\.[A-Z]\w+,\s?[A-Z]{2,}\w*,)"
)
# on a line with spaced dashes a dash with one blank is a slip ("Foo -Norway"); elsewhere it is a broken name ("Campbell -Verduyn")
_SPACED_DASH = re.compile(r"\s[-–—]\s")
_HALF_DASHES = re.compile(r"\s-\w[^-–—]{2,80}\w-\s")
# "Ana Ruiz (Foo) / Jo Lee (Bar)"
_CLOSED_SLASH = re.compile(r"(?<=\))\s{1,3}/\s{1,3}(?=[^\W\d_][^()/]{2,60}\()")
_SLIPPED_DASH = re.compile(r"(?<=\s)-(?=[^\W\d_a-zà-ÿ])")
# "Kinder- und Jugendrat": a hyphen that hangs over to the second half of a compound
_HANGING = rf"(?!\s(?:{'|'.join(sorted(map(re.escape, honorifics('hanging'))))})\s)"
_ARTICLES = ("la", "le", "los", "las", "les")  # in front of bodies in a list with letters ("A. La Red Velma")
_AFTER_INITIAL = 4  # words of a family name with its particles ("van der Ruiz")
_INNER_MARKS = "•●▪◦■✓"  # list marks inside a line
_SEPARATOR = re.compile(
    rf"[,;|{_INNER_MARKS}，；、]|\t+|[ \u00a0]{{3,}}"
    rf"|(?<=\w)\s?:\s?[-–—](?=\s)|(?<=\s)[-–—―‐‒]{{1,2}}(?=\s)|(?<=\w)[-–—]{_HANGING}(?=\s)|(?<=\s)[–—](?=\w)|(?<=[)\]]):(?=\s|$)"
)


class Piece(NamedTuple):
    """Characters of the document: ``text`` is exactly ``document.text[start:end]``. ``sep`` is the separator before it.

    A tuple, because a line is cut into many of them.
    """

    text: str
    start: int
    sep: str = ""

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def cut(self, start: int, end: int | None = None, sep: str | None = None) -> Piece:
        """A part of the piece; offsets are relative to it."""
        end = len(self.text) if end is None else end
        return Piece(self.text[start:end], self.start + start, self.sep if sep is None else sep)

    def behind(self, sep: str) -> Piece:
        """The same characters behind another separator."""
        return Piece(self.text, self.start, sep)

    def moved(self, by: int) -> Piece:
        """The same characters, ``by`` places further on in the document."""
        return Piece(self.text, self.start + by, self.sep)

    def slice(self, start: int, end: int) -> str:
        """The characters between two offsets of the document, as far as the piece holds them."""
        return self.text[max(0, start - self.start) : max(0, end - self.start)]

    def trim(self, extra: str = "") -> Piece:
        """Without blanks, lock signs, list marks and the characters of ``extra`` at both ends."""
        edge = _EDGE + extra
        left = len(self.text) - len(self.text.lstrip(edge))
        right = max(left, len(self.text.rstrip(edge)))
        return self.cut(left, right) if left or right < len(self.text) else self


def unmarked(piece: Piece) -> Piece:
    """Without the list marks in front: "• ", "- ", "3. ", "a) ", "✓"."""
    piece = piece.trim()
    piece = piece.cut(0, len(piece.text.rstrip(" -–—")))
    if piece.text.endswith("]") and "[" not in piece.text:
        piece = piece.cut(0, len(piece.text) - 1)  # of a note in brackets whose label is off
    for _ in range(3):
        mark = _MARK.match(piece.text)
        if not mark or not mark.end() or _is_initial(piece.text, mark.end()):
            return piece
        piece = piece.cut(mark.end()).trim()
    return piece


def _is_initial(text: str, end: int) -> bool:
    """ "A. Kumar, Foo", "C. A. Bello" and "H. El Fassi" begin with an initial; "A. Ana Ruiz, Foo" with the letter of a list."""
    if not text[:1].isupper() or text[1:2] != ".":
        return False
    words = re.split(r"[,;:(–|]|\s-", text[end:], maxsplit=1)[0].split()
    particle = fold(words[0]) if 1 < len(words) <= _AFTER_INITIAL and words[-1][:1].isupper() else ""
    if particle in honorifics("particles") and particle not in _ARTICLES:
        return organization_words().isdisjoint(map(fold, words))  # "A. El Colegio de Velm"
    return bool(words) and (len(words) == 1 or re.fullmatch(r"[A-Z]\.?", words[0]) is not None) and words[0][:1].isupper()


_TIME = re.compile(r"\d{1,2}\s?[:.h]\s?\d{2}(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]m\b", re.I)
_LEADING_TIME = re.compile(
    r"[\[(]?(?:\d{1,2}\s?[:.h]\s?\d{2}(?:\s?[ap]\.?m\.?)?\s*(?:[-–—]|to)?\s*){1,2}(?:\(?UTC\)?\s*)?[\])]?[\s:–—|-]*", re.I
)
_MINUTES = re.compile(r"[\[(]\s*~?\s*\d{1,3}\s*(?:min(?:ute)?s?|mins\.?|['’′])\.?\s*[\])]|\b\d{1,3}\s*min(?:ute)?s?\b\.?:?", re.I)


def without_times(piece: Piece) -> Piece:
    """Without a slot in front ("10:00 - 10:15 "); empty where the line tells of nothing but times."""
    time = _LEADING_TIME.match(piece.text)
    if time and any(char.isdigit() for char in time[0]):
        piece = piece.cut(time.end()).trim(" -–—:|")
    return piece.cut(0, 0) if len(piece.text) < 120 and len(_TIME.findall(piece.text)) > 1 else piece


def minutes(text: str) -> list[tuple[int, int]]:
    """Where durations stand ("[10 min]", "(5 minutes)", "5 min:")."""
    return [found.span() for found in _MINUTES.finditer(text)]


def cut_at_separators(piece: Piece) -> Iterator[Piece]:
    """The pieces between separators that stand outside brackets. ``sep`` is one of , ; | • - "  " : email."""
    depths = _bracketed(piece.text)
    start, sep = 0, piece.sep
    cuts = sorted(
        [(m.start(), m.end(), "•") for mark in (_NUMBERED, _ROW) for m in mark.finditer(piece.text)]
        + [(m.start(), m.end(), "email") for m in EMAIL.finditer(piece.text)]
        + [(m.start(), m.end(), _kind(m[0])) for m in _SEPARATOR.finditer(piece.text)]
        + [(m.start(), m.end(), ";") for m in _CLOSED_SLASH.finditer(piece.text)]
    )
    if _SPACED_DASH.search(piece.text) or _HALF_DASHES.search(piece.text):
        cuts = sorted(cuts + [(m.start(), m.end(), "-") for m in _SLIPPED_DASH.finditer(piece.text)])
    for left, right, kind in cuts:
        addressed = sep in ("", "•") and kind == "," and _is_addressed(piece.text[start:left].strip(), piece.text[right:])
        unreal = kind == "," and (addressed or not _real_comma(piece.text, right))
        if left < start or (depths[left] and kind != "email") or unreal:
            continue
        part = piece.cut(start, left, sep).trim(" ")
        if kind == "email" and not part.text and sep == "," and piece.text[right:].lstrip()[:1] == ",":
            start = right  # an address among the details of one person
            continue
        if kind == "email" and part.text and not start and piece.text[right:].lstrip()[:1] == ",":
            yield part  # "Ana Ruiz <ana@foo.org>, Foo": what follows the comma is hers
            start, sep = right, ","
            continue
        if part.text or kind == "email":
            yield part
            sep = kind
        elif sep != "email":
            sep = kind if kind != "  " or not sep else sep
        start = right
    part = piece.cut(start, None, sep).trim(" ")
    if part.text:
        yield part


def _kind(separator: str) -> str:
    mark = separator.strip(" \u00a0\t")
    if not mark:
        return "  "
    mark = "•" if mark in _INNER_MARKS else mark
    return {"，": ",", "；": ";", "、": ",", "|": ","}.get(mark, "-" if mark[-1] in "-–—―‐‒" else mark)


def _real_comma(text: str, after: int) -> bool:
    """Not the comma of "Furima, Inc." or "1,000" or "Co.,Ltd"."""
    word = text[after : after + 12].strip().split(" ")[0].rstrip(",;)")
    return fold(word) not in organization_words("suffixes") and not (
        after < len(text) and text[after].isdigit() and text[after - 2 : after - 1].isdigit()
    )


def _is_addressed(before: str, behind: str) -> bool:
    """ "Hon, Ana Ruiz": the comma of a slip behind a short honorific, with a whole name behind it."""
    return fold(before).strip(" .") in honorifics("slipped") and re.match(r"\s[A-Z][\w'’.-]*\s[A-Z]", behind) is not None


def _bracketed(text: str) -> list[bool]:
    """For each character whether it stands inside a bracket that is closed again on the line."""
    inside = [False] * len(text)
    if not any(bracket in text for bracket in "([（"):
        return inside
    opened: list[int] = []
    for at, char in enumerate(text):
        if char in "([（":
            opened.append(at)
        elif char in ")]）" and opened:
            first = opened.pop()
            if not opened and at - first <= 300:
                inside[first : at + 1] = [True] * (at + 1 - first)
    return inside


def brackets(text: str) -> list[tuple[int, int]]:
    """Outermost brackets that are closed, as (start, end) with the brackets themselves."""
    inside = _bracketed(text)
    found, start = [], None
    for at, flag in enumerate([*inside, False]):
        if flag and start is None:
            start = at
        elif not flag and start is not None:
            found.append((start, at))
            start = None
        elif flag and start is not None and text[at] in "([（" and text[at - 1] in ")]）":
            found.append((start, at))
            start = at
    return found
