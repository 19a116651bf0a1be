"""How a session is run: its format, its seating, its minutes, and what the organisers say about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from igf_extract.model import Evidence, Fact, Line, Method
from igf_extract.parsing.fields.clock import days, length_in_hours, lengths
from igf_extract.parsing.fields.places import fold_in_place, plain
from igf_extract.parsing.fields.prefix import glued_label_length, is_label
from igf_extract.parsing.fields.run import Run, without_bar
from igf_extract.vocab.fold import fold
from igf_extract.vocab.load import read_data

_DASH = regex.compile(r"\s+[-–—]+\s*|\s*[-–—]+\s+|\s*\((?=\d)|(?<=\d ?min[a-z]*\.?)\)\s*$")
_MINUTES_ALONE = regex.compile(r"^(?P<number>\d{1,3})\s*(?:min(?:ute)?s?\.?|['’])?$", regex.IGNORECASE)
_LONGEST_DAY = 720  # minutes
_EARLY = 40  # characters within which long free text names its format
_SHORT = 160  # free text up to this length names a format; longer text describes one


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatReading:
    """``format`` is a code of ``data/formats.toml``; ``format_as_written`` the words behind it; ``description`` free text about it."""

    format: Fact[str] | None = None
    seating: Fact[str] | None = None
    duration_minutes: Fact[int] | None = None
    format_as_written: Fact[str] | None = None
    description: tuple[Line, ...] = ()


@cache
def _spellings() -> dict[str, str]:
    return {fold(word): entry["code"] for entry in read_data("formats.toml")["format"] for word in entry["spellings"]}


@cache
def _spelling_pattern() -> regex.Pattern[str]:
    words = sorted(_spellings(), key=lambda word: (-len(word), word))
    return regex.compile(r"(?<![\w-])(?:" + "|".join(regex.escape(word).replace(r"\ ", r"[\s-]?") for word in words) + r")(?![\w-])")


@cache
def _also_types() -> frozenset[str]:
    """Formats whose name alone on a line may as well be a session's type or a heading."""
    return frozenset(entry["code"] for entry in read_data("formats.toml")["format"] if entry.get("also_type"))


@cache
def _seatings() -> frozenset[str]:
    return frozenset(map(fold, read_data("formats.toml")["seating"]["spellings"]))


@cache
def _labels(name: str) -> frozenset[str]:
    return frozenset(map(fold, read_data("formats.toml")["labels"][name]))


@cache
def _sentences(name: str) -> regex.Pattern[str]:
    """The sentences of one list that tell minutes, each with its number in a group."""
    words = (regex.escape(p).replace(r"\#", "#").replace("#", r"(\d{1,3})") for p in read_data("formats.toml")[name]["patterns"])
    return regex.compile("|".join(words))


def format_code(words: str) -> str | None:
    """The code of a format that is named by exactly these words, or None."""
    folded = fold(words).strip(" .:;,")
    return _spellings().get(folded) or _spellings().get(folded.replace("-", " "))


def read_format(lines: Sequence[Line]) -> FormatReading:
    """The format of one session.

    A line ``<format> - <seating> - <n> Min`` or a format's name alone decides; else the first format that short free text names. A field
    ``Duration (minutes)`` and a later correction ("Online duration reset to 60 minutes.") overrule the minutes of the line.
    """
    reading = _Reader()
    for line in lines:
        reading.take(line)
    return reading.result()


class _Reader:
    """Gathers over the lines of one field; what a later, more certain line says takes the place of what an earlier one says."""

    def __init__(self) -> None:
        self.format: Fact[str] | None = None
        self.written: Fact[str] | None = None
        self.seating: Fact[str] | None = None
        self.minutes: dict[str, Fact[int]] = {}
        self.description: list[Line] = []
        self.free: Line | None = None
        self.label: str | None = None

    def take(self, line: Line) -> None:
        """Reads one line; a label alone on it is kept for the next one."""
        label, cut = _label(line.text)
        if label and cut == len(line.text):
            self.label = label
            return
        label, self.label = label or self.label, None
        if self._correct(line):
            return
        run = without_bar(Run.of([line], cut).cut())
        if label == "length":
            self._field_minutes(run)
        elif label == "description":
            self._describe(line)
        elif not self._structured(run, labelled=label == "format"):
            self._describe(line)
            self.free = self.free or line

    def _correct(self, line: Line) -> bool:
        return self._told_in_words("correction", line)

    def _told_in_words(self, name: str, line: Line) -> bool:
        """The minutes of a sentence of the list ``name`` inside a line."""
        found = _sentences(name).search(fold_in_place(line.text))
        if found is None:
            return False
        group = next(at for at, number in enumerate(found.groups(), start=1) if number)
        self._set_minutes(name, Run.of([line]), *found.span(group), int(found[group]))
        return True

    def _field_minutes(self, run: Run) -> None:
        alone = _MINUTES_ALONE.match(run.text)
        if alone is not None:
            self._set_minutes("field", run, alone.start("number"), alone.end("number"), int(alone["number"]))
            return
        for start, end, minutes in (lengths(plain(run.text)) or length_in_hours(plain(run.text)))[:1]:
            self._set_minutes("field", run, start, end, minutes)

    def _structured(self, run: Run, labelled: bool) -> bool:
        """``<format>[ - <seating>][ - <n> Min]``, or a part of it; a label lets words in that no list knows."""
        if len(run.text) > _SHORT:
            return False
        pieces = _pieces(run)
        if not pieces:
            return True
        code = format_code(pieces[0].text)
        if code is None and len(pieces) == 1 and (both := _with_comma(run)):
            pieces, code = both, format_code(both[0].text)
        if code is None:
            return self._minutes_line(run)
        if self.format is None:
            self.format = Fact(code, Evidence(pieces[0].span(0, len(pieces[0].text)), "format.line", Method.LEXICON))
            self.written = pieces[0].fact("format.line")
        for piece in pieces[1:]:
            if fold(piece.text) in _seatings() and self.seating is None:
                self.seating = piece.fact("format.seating", Method.LEXICON)
            for start, end, minutes in lengths(plain(piece.text))[:1]:
                self._set_minutes("line", piece, start, end, minutes)
        return True

    def _minutes_line(self, run: Run) -> bool:
        found = lengths(plain(run.text))
        if len(found) == 1 and found[0][1] - found[0][0] > 0.7 * len(run.text):
            start, end, minutes = found[0]
            self._set_minutes("line", run, start, end, minutes)
            return True
        return False

    def _describe(self, line: Line) -> None:
        if all(fold(line.text) != fold(other.text) for other in self.description):  # doubled pages print it twice
            self.description.append(line)

    def _set_minutes(self, source: str, run: Run, start: int, end: int, minutes: int) -> None:
        if 0 < minutes <= _LONGEST_DAY:
            self.minutes.setdefault(source, Fact(minutes, Evidence(run.span(start, end), f"format.minutes_{source}")))

    def result(self) -> FormatReading:
        """What all lines say together."""
        if self.format is None and self.free is not None:
            self._from_free_text(self.free)
        if not self.minutes:
            any(self._told_in_words("total", line) for line in self.description)
        minutes = next((self.minutes[s] for s in ("correction", "field", "line", "free", "total") if s in self.minutes), None)
        return FormatReading(
            format=self.format,
            seating=self.seating,
            duration_minutes=minutes,
            format_as_written=self.written,
            description=tuple(self.description),
        )

    def _from_free_text(self, line: Line) -> None:
        _, cut = _label(line.text)
        run = without_bar(Run.of([line], cut).cut())
        folded = plain(run.text[:_SHORT])
        if days(folded) and len(run.text) <= _SHORT:
            self._from_dated_line(line, run)
            return
        found = _spelling_pattern().search(fold_in_place(run.text))
        # "It will take place on 20 December 2017 at noon as a round table. …": the sentence of the slot may name it late
        early = _SHORT if days(folded) else _EARLY
        code = format_code(found[0]) if found is not None and (len(run.text) <= _SHORT or found.start() < early) else None
        if found is not None and code is not None:
            evidence = Evidence(run.span(found.start(), found.end()), "format.free", Method.LEXICON)
            self.format = Fact(code, evidence, 0.8)
        found_lengths = lengths(folded)
        if len(run.text) <= _SHORT:
            if self.format is not None or not found_lengths:
                self.written = run.fact("format.free")
            self._only_length(run, found_lengths)

    def _from_dated_line(self, line: Line, run: Run) -> None:
        """The line of the date may end with the format ("…, 90 minutes, Interview Format"); it is no description."""
        self.description.remove(line)
        begin = 0
        for end in [*(i for i, char in enumerate(run.text) if char == ","), len(run.text)]:
            piece = run.cut(begin, end)
            code = format_code(piece.text)
            if code is not None and self.format is None:
                self.written = piece.fact("format.free")
                self.format = Fact(code, self.written.evidence, 0.9)
            begin = end + 1
        self._only_length(run, lengths(plain(run.text)))

    def _only_length(self, run: Run, found: list[tuple[int, int, int]]) -> None:
        if len(found) == 1:
            start, end, minutes = found[0]
            self._set_minutes("free", run, start, end, minutes)


def _names_early(text: str) -> bool:
    """Free text such as "Presentations by three teams": a format among the first words, and no sentence's end."""
    found = _spelling_pattern().search(fold_in_place(text))
    return found is not None and found.start() < 20 and text[0].isalpha() and text[-1] not in ".?!:" and "#" not in text and ":" not in text


def _label(text: str) -> tuple[str | None, int]:
    for name in ("description", "length", "format"):
        if is_label(text, _labels(name)):
            return name, len(text)
        cut = glued_label_length(text, _labels(name))
        if cut:
            return name, cut
    return None, 0


def _with_comma(run: Run) -> list[Run]:
    """ "Round table, 60 minutes": a format and its length with a comma between, and nothing else."""
    head, _, tail = run.text.partition(",")
    found = lengths(plain(tail))
    if format_code(head) is None or len(found) != 1 or found[0][1] - found[0][0] < 0.7 * len(tail.strip()):
        return []
    return [run.cut(0, len(head)), run.cut(len(head) + 1)]


def _pieces(run: Run) -> list[Run]:
    out: list[Run] = []
    begin = 0
    for found in [*(m.span() for m in _DASH.finditer(run.text)), (len(run.text),) * 2]:
        piece = run.cut(begin, found[0])
        if piece.text:
            out.append(piece)
        begin = found[1]
    return out


def is_format_line(text: str) -> float:
    """How sure a line is a format line, 0 to 1: 1.0 with minutes, high for a format's name alone."""
    if not text or len(text) > _SHORT:
        return 0.0
    run = Run(text, ((0, 0),))
    pieces = _pieces(run)
    code = format_code(pieces[0].text) if pieces else None
    timed = bool(pieces) and bool(lengths(plain(pieces[-1].text)))
    if code is not None and len(pieces) == 1:
        return 0.0 if text.endswith(":") else 0.5 if code in _also_types() else 0.9
    if code is not None:
        return 1.0 if timed and len(pieces) <= 3 else 0.3
    label, cut = _label(text)
    if not label and _names_early(text):
        return 0.3
    if (
        label == "length"
        and not lengths(plain(text[cut:]))
        and not length_in_hours(plain(text[cut:]))
        and not _MINUTES_ALONE.match(text[cut:])
    ):
        return 0.0
    if label and cut < len(text):
        return 0.95
    if _sentences("correction").search(fold(text)):
        return 0.9
    return 0.0
