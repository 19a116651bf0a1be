"""Cuts the body of a transcript into turns.

A turn begins at a mark (``>>``), at a mark with a label (``>> NAME:``), or at a label alone (``NAME:``), and ends before the
next one; several paragraphs belong to one turn, stage directions end none. Offsets are into ``Document.text``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from igf_extract.model import Evidence, Line, Method, Span, Turn
from igf_extract.parsing.lines import EDGES
from igf_extract.vocab.fold import fold
from igf_extract.vocab.noise import noise_rule
from igf_extract.vocab.transcripts import holds, starts, words

_LONG_LINE = 600  # characters; in longer lines without marks, labels are looked for inside the line as well
_LABEL_LENGTH = 80
_LINE_LABEL_LENGTH = 60
_NAME_WORDS = 4  # of a label that only its return shows to be one
_MARK = re.compile(r"(?<![^\s>])>{2,4}(?!>)|(?<!\S)>(?=\s?[A-Z][A-Z.'’‑ -]{1,60}:)")
_COLON = re.compile(r"[^:\n>]{1,80}?\s?:")
# the label of a line on pages without marks: after a time, in brackets, between asterisks
_LINE_LABEL = re.compile(
    r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?\s{1,3}(?:[-–]\s)?)?(?:\*{2}|\[)?(?P<name>[^\W\d_][^*\[\]:\n>]{0,78}?)"
    r"(?:\*{2}|\])?\s?:(?:\*{2})?(?!\S)"
)
_BRACKETS = re.compile(r"\s?\([^()]{0,50}\)")
# the body or country behind a name in capitals may be written small: "ANA RUIZ (Foo Council): …"
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ][^a-z:>\n]{1,70}?(?:\s?\([^():>\n]{2,50}\))?\s?:(?=\s|$)")
_INNER = re.compile(r"(?<=[.?!)\]\"”…])\s{1,4}(?=[A-ZÀ-ÖØ-Þ][^a-z:>\n]{2,50}(?:\([^():>\n]{2,50}\))?:\s)")
_NO_COLON = re.compile(r"((?:[A-Z][A-Z.'’‑-]+\s*){1,5})(?:(?<=\s)|[;,]\s+|(?<=\s)[-–—]\s+)(?=[A-Z][a-z]|I\s)")
_STAGE = re.compile(r"(?:[\[(][^\[\]()\n]{1,80}[\])]\s?\.?\s*)+")
_SENTENCE = re.compile(r"[a-zà-ÿ]{3}[.!?…]['\"”’)]?(?:\s|$)|(?:--|‑‑|—)\s*$")
_LAST_ASIDE = re.compile(r"(?<=[.!?…\"”])\s{0,4}[\[(]\s?([^\[\]()\n]{3,40}?)\s?\.?[\])]\s?\.?$")
_RULER = re.compile(r"[*_=\-–—.\s]{2,}")


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a turn begins: the mark, the label's span (None where unnamed) and the first character of the text."""

    mark: int
    label: Span | None
    text: int


@dataclass(frozen=True, slots=True)
class _Known:
    """The labels before a colon behind a mark, folded; ``repeated``: those that come again and may be names, in small letters too."""

    labels: frozenset[str]
    repeated: frozenset[str]


def split_turns(text: str, lines: Sequence[Line]) -> tuple[Turn, ...]:
    """The turns in ``lines`` (the body of a transcript), in order; words before the first mark are an unnamed turn."""
    if not lines:
        return ()
    end = lines[-1].span.end
    found = _starts(text, lines)
    first = lines[0].span.start
    if (not found or found[0].mark > first) and not is_preamble(text[first : found[0].mark if found else end]):
        # beside labels in capitals a name in small letters opens the first turn as well ("Ana Lima:  Good morning")
        name = line_label(lines[0].text) if found else None
        named = name is not None and " " in name and not name.isupper() and is_speaker_label(name)
        begins = _at_line_start(lines[0].text, first, {fold(name)} if named and name is not None else set())
        found = [next(begins, _Start(first, None, first)) if named else _Start(first, None, first), *found]
    if not found:
        return ()
    turns = []
    for start, stop in zip(found, [*(s.mark for s in found[1:]), end], strict=True):
        turn = _turn(text, start, stop)
        if turn is not None:
            turns.append(turn)
    return tuple(turns)


def is_stage_direction(line: str) -> bool:
    """``(Applause)``, ``[ Laughter ]``: brackets and nothing else.

    >>> is_stage_direction("[ Applause ]"), is_stage_direction("(phonetic) he said")
    (True, False)
    """
    return bool(_STAGE.fullmatch(line.strip(EDGES)))


def is_aside(line: str) -> bool:
    """A line that belongs to no turn: a stage direction, a ruler, a message of the server, the captioners' footer."""
    body = line.strip(EDGES)
    return not body or is_stage_direction(body) or bool(_RULER.fullmatch(body)) or noise_rule(body) is not None or starts(body, "footer")


def is_preamble(words_before: str) -> bool:
    """Words before the first mark that the captioners wrote and nobody said: their disclaimer, a title without a sentence."""
    body = words_before.strip(EDGES)
    return holds(body, "disclaimer") or not is_sentence(body)


def is_sentence(line: str) -> bool:
    """Whether the line holds the end of a sentence, so that somebody may have said it."""
    return len(line.split()) >= 5 and bool(_SENTENCE.search(line[:2000]))


def opens_turn(line: str) -> bool:
    """Whether a line begins with a mark."""
    return bool(_MARK.match(line))


def bare_speaker(line: str) -> str | None:
    """The label in capitals, without a mark, that a line begins with."""
    label = _bare_label(line, 0)
    return None if label is None else _label_text(line[: label.end])


def _label_text(words_and_colon: str) -> str:
    """A label without its colon, folded."""
    return fold(words_and_colon.rstrip(" :\u00a0"))


# --- where turns begin --------------------------------------------------------------------------------------------------
def _starts(text: str, lines: Sequence[Line]) -> list[_Start]:
    marked = sum(1 for line in lines if _MARK.search(line.text[:5]) or (len(line.text) > _LONG_LINE and ">>" in line.text))
    known = _known_labels(lines)
    names = set() if marked >= 2 else _repeated_names(lines)
    found: list[_Start] = []
    for line in lines:
        base = line.span.start
        places = list(_MARK.finditer(line.text))
        if not places or places[0].start() > 0:
            found += _at_line_start(line.text, base, names)
        for match in places:
            label, begin = _label(line.text, match.end(), known)
            span = None if label is None else Span(base + label.start, base + label.end)
            found.append(_Start(base + match.start(), span, base + begin))
        if not marked and len(line.text) > _LONG_LINE:
            found += _inside(line.text, base)
    found.sort(key=lambda start: start.mark)
    return found


def _at_line_start(line: str, base: int, names: set[str]) -> Iterator[_Start]:
    """A label without a mark: in capitals, or (where the page has no marks) a name that labels several lines."""
    label = _bare_label(line, 0)
    if label is None and names:
        match = _LINE_LABEL.match(line[: _LABEL_LENGTH + 20])
        if match and fold(match["name"]) in names:
            yield _Start(base, Span(base + match.start("name"), base + match.end("name")), base + match.end())
    if label is not None:
        yield _start(line, base, 0, label.end)


def _inside(line: str, base: int) -> Iterator[_Start]:
    for match in _INNER.finditer(line):
        label = _bare_label(line, match.end())
        if label is not None:
            yield _start(line, base, match.end(), label.end)


def _start(line: str, base: int, begin: int, end: int) -> _Start:
    stop = len(line[:end].rstrip(" :\u00a0\t"))
    return _Start(base + begin, Span(base + begin, base + stop), base + end)


def _bare_label(line: str, at: int) -> Span | None:
    """A label in capitals at ``at`` that stands without a mark."""
    match = _CAPITALS.match(line, at, min(len(line), at + _LABEL_LENGTH))
    if not match:
        return None
    name = match.group().rstrip(" :\u00a0")
    name = _BRACKETS.sub("", name) or name
    letters = [c for c in name if c.isalpha()]
    plain = all(c.isalpha() or c in " .'’‑-–()," for c in name) or fold(name).split()[0] in words("generic")
    if len(letters) < 3 or not plain or fold(name) in words("no_speaker") or starts(name, "footer") or len(name.split()) > 8:
        return None
    return Span(match.start(), match.end())


def _label(line: str, at: int, known: _Known) -> tuple[Span | None, int]:
    """The label behind a mark at ``at`` and where the text begins behind it."""
    while at < len(line) and (line[at] in EDGES or line[at] == ":"):
        at += 1
    match = _COLON.match(line, at, min(len(line), at + _LABEL_LENGTH + 1))
    if match:
        name = match.group().rstrip(" :\u00a0")
        if name and (is_speaker_label(name) or fold(name) in known.repeated):
            end = match.end()
            return Span(at, at + len(name)), end + 1 if line[end : end + 1] == ":" else end
    match = _NO_COLON.match(line, at, min(len(line), at + _LABEL_LENGTH))
    if match and fold(match.group(1).rstrip()) in known.labels:
        return Span(at, at + len(match.group(1).rstrip())), match.end()
    return None, at


def is_speaker_label(name: str) -> bool:
    """Whether the words between a mark and a colon name a speaker and do not begin a sentence.

    >>> is_speaker_label("CHAIR ST. AMOUR"), is_speaker_label("Osman Nuri Ucan"), is_speaker_label("So the question is")
    (True, True, False)
    """
    name = _BRACKETS.sub("", name).strip() or name  # "BO EK (online)"
    parts = name.replace("(", " ").replace(")", " ").split()
    folded = fold(name)
    if not parts or not name[0].isalnum() or folded in words("no_speaker") - {"session", "workshop"} or folded.isdigit():
        return False
    if folded in words("generic"):
        return True
    letters = [c for c in name if c.isalpha()]
    if not letters:
        return False
    if sum(c.isupper() for c in letters) >= 0.7 * len(letters) and len(letters) > 1:
        return len(parts) <= 12
    named = all(part[0].isupper() or part[0].isdigit() or not part[0].isalpha() or fold(part) in words("particles") for part in parts)
    return named and len(parts) <= 6 and fold(parts[0]).strip(".,") not in words("openers")


def line_label(line: str) -> str | None:
    """The words before a colon that may name the speaker of a line on a page without marks.

    >>> line_label("[Ana Lima]: Yes."), line_label("00:01:20 Bo Ek: No."), line_label("https://example.org"), line_label("Where: Room 4")
    ('Ana Lima', 'Bo Ek', None, None)
    """
    match = _LINE_LABEL.match(line[: _LABEL_LENGTH + 20])
    name = match["name"] if match is not None else ""
    return name if 0 < len(name) < _LINE_LABEL_LENGTH and fold(name) not in words("no_speaker") else None


def _known_labels(lines: Iterable[Line]) -> _Known:
    """Labels that stand with a colon somewhere in the document."""
    counts: Counter[str] = Counter()
    for line in lines:
        for mark in _MARK.finditer(line.text):
            match = _COLON.match(line.text, mark.end(), min(len(line.text), mark.end() + _LABEL_LENGTH))
            if match:
                counts[fold(match.group().rstrip(" :\u00a0"))] += 1
    return _Known(frozenset(counts), frozenset(label for label, count in counts.items() if count > 1 and _may_name(label)))


def _may_name(label: str) -> bool:
    """Whether words that label several turns may name their speaker, in whatever letters ("ana ruiz")."""
    parts = label.split()
    plain = all(part.strip(".'’-").isalpha() for part in parts)
    return plain and 0 < len(parts) <= _NAME_WORDS and not words("openers").intersection(parts)


def _repeated_names(lines: Sequence[Line]) -> set[str]:
    """In a transcript without marks: labels in mixed case that open two lines or more, and words for nameless speakers."""
    counts: Counter[str] = Counter()
    for line in lines:
        name = line_label(line.text)
        if name is not None and is_speaker_label(name):
            counts[fold(name)] += 1
    repeated = {name for name, count in counts.items() if count >= 2}
    if sum(counts[name] for name in repeated) < 4:
        return {name for name in counts if name in words("generic")}
    share = sum(counts.values()) >= 0.6 * len(lines)  # nearly every line has a label: then one use is enough
    return set(counts) if share else repeated | {name for name in counts if name in words("generic")}


# --- what a turn holds --------------------------------------------------------------------------------------------------
def _turn(text: str, start: _Start, stop: int) -> Turn | None:
    """The turn between two marks; None where nobody says anything."""
    begin, end = _trim(text, start.text, stop)
    cut = _cut_asides(text, begin, end)
    speaker = None if start.label is None else " ".join(start.label.of(text).split())
    if cut <= begin:  # only stage directions: a named speaker still had the floor
        if speaker is None or begin >= end:
            return None
        cut = end
    rule = "turn.unnamed" if speaker is None else "turn.named"
    return Turn(speaker, text[begin:cut], Evidence(Span(begin, cut), rule, Method.LABEL if speaker else Method.SHAPE))


def _trim(text: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end and text[begin] in EDGES:
        begin += 1
    while end > begin and text[end - 1] in EDGES:
        end -= 1
    return begin, end


def _cut_asides(text: str, begin: int, end: int) -> int:
    """The end without the lines at the end that belong to no turn."""
    while end > begin:
        line = text.rfind("\n", begin, end) + 1
        line = max(line, begin)
        if not is_aside(text[line:end]):
            return _cut_last_aside(text, line, end)
        begin, end = _trim(text, begin, line) if line > begin else (begin, begin)
    return end


def _cut_last_aside(text: str, begin: int, end: int) -> int:
    """The end without "(Applause)" behind the last sentence."""
    tail = max(begin, end - 60)
    match = _LAST_ASIDE.search(text[tail:end])
    return tail + match.start() if match and fold(match.group(1)).strip(" .") in words("stage") else end
