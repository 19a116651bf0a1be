"""The labels of ``data/labels.toml``: which line names which field, and where its value begins."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import takewhile

from igf_extract.vocab.fold import fold
from igf_extract.vocab.kinds import masked
from igf_extract.vocab.label import Key, Label
from igf_extract.vocab.label_edges import LENGTH, after_instruction, raw_length, separators, unbracketed
from igf_extract.vocab.label_near import Wordings, nearest, wordings
from igf_extract.vocab.label_notes import without_day, without_deadline, without_note
from igf_extract.vocab.label_people import announced_heading, named_behind, role_heading
from igf_extract.vocab.label_wording import core, cores
from igf_extract.vocab.list_marks import has_mark
from igf_extract.vocab.load import DataFileError, read_data

__all__ = ["LABELS", "Key", "Label", "Labels"]

_MARK = re.compile(r"(?:#{1,4}\s+(?=[^\W\d])|[-–—*]\s*)?(?:\(?\d{1,2}[.)/]\s*|[a-h]\)\s*|(?:Question|Q\.?)\s?\d{1,2}\s?[:.)]\s*)?")
_PLEASE = re.compile(r"(?:kindly|please)\s", re.IGNORECASE)
_JOINT = re.compile(r"(?<=[a-zé)])(?=[A-Z0-9À-Ž¿“\"])")  # where a label and its value meet without a blank
_GLUED_WORDS = 3  # a shorter label glued to its value cannot be told from a sentence that begins with it
_TIMED = re.compile(r"\s?[(\[](?:total |in total |duration:? )?#\s?(?:min|mins|minutes|hours?|h)\.?[)\]]$")  # folded, "#" for digits
_OTHER_WORD = re.compile(r"\s?/\s?[^\W\d_]+(?=[\s:?.]*$|\s?[:?])")  # behind a glued label: "Plan for participant engagement/interaction"
_PARAGRAPH, _SENTENCE, _ITEM_WORDS = 12, 6, 4  # words of a line that is a paragraph, a short one, an item of a list of results
_NUMBER = re.compile(r"\(?\d{1,2}[.)]\s")
_MANY_WORDS, _CUT_WORDS, _CUT = 9, 6, 45  # blanks of a long label, blanks and characters that are left of one that the site cut
_LONGEST = 330  # characters of a line that may hold a label's end
_REPORTED = frozenset({"report", "key_takeaways", "calls_to_action", "policy_questions"})  # fields that are filled in after the session


@dataclass(frozen=True, eq=False)
class Labels:
    """All spellings, folded once. ``find`` looks a line up; nothing else compares label words."""

    keys: Mapping[str, Key]
    alone: Mapping[str, str]
    inline: Mapping[str, str]
    glued: tuple[tuple[str, str], ...]
    before_name: tuple[tuple[str, str], ...]
    before_prose: frozenset[str] = frozenset()
    free: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    marked: frozenset[str] = frozenset()

    @cached_property
    def glued_spellings(self) -> tuple[str, ...]:
        """The spellings of ``glued`` alone, for one look at a line that begins with none of them."""
        return tuple(spelling for spelling, _ in self.glued)

    @cached_property
    def cores(self) -> tuple[Mapping[str, tuple[str, str]], Mapping[str, tuple[str, str]]]:
        """What the labels of several words ask, that stand alone and before a value, whatever the form's wording."""
        return cores(self.alone), cores(self.inline)

    @cached_property
    def wordings(self) -> tuple[Wordings, Wordings]:
        """The telling words of the questions that stand alone and before a value."""
        return wordings(self.alone.items()), wordings(self.inline.items())

    @cached_property
    def long_spellings(self) -> tuple[str, ...]:
        """The spellings of ten words and more, in order, to look up one that the site cut."""
        return tuple(sorted(spelling for spelling in self.alone if spelling.count(" ") >= _MANY_WORDS))

    def _cut(self, folded: str) -> str | None:
        """The key of the long label that begins with these words, of which there are many, where all such labels have one key: some
        sites cut their labels ("Please include any comments … on how to improve the inclusion of issues related to gender:")."""
        if len(folded) < _CUT or folded.count(" ") < _CUT_WORDS:
            return None
        first = bisect_left(self.long_spellings, folded)
        keys = {self.alone[spelling] for spelling in takewhile(lambda other: other.startswith(folded), self.long_spellings[first:])}
        return keys.pop() if len(keys) == 1 else None

    def find(self, text: str, *, cell: bool = False, outline: bool = False, free: bool = False) -> Label | None:
        """The label that opens ``text`` (one line), or None.

        ``cell``: the line is a table row, where a blank may be all that stands between label and value. ``outline``: the page
        numbers its headings, so that a number before a label of one word makes it no item of a list. ``free``: the page is a
        report that follows no form, whose own headings count as well.

        >>> LABELS().find("Organizer 12: Ana Lima, Net").key
        'organizers'
        >>> LABELS().find("Themes emerged in the discussion") is None
        True
        """
        found = self._opening(text, cell, outline, free)
        return found if found is not None and (free or found.spelling not in self.free) else None

    def _opening(self, text: str, cell: bool, outline: bool, free: bool) -> Label | None:
        mark = _MARK.match(text)
        offsets = [0] if mark is None or not mark.end() else [0, mark.end()]
        for offset in offsets:
            found = _once(self, text, offset) or self._asked(text, offset)
            if found is not None and (free or found.spelling not in self.free):
                return found
        if outline and mark is not None and mark.end():
            whole = fold(text[mark.end() : _LONGEST]).rstrip(" :.")
            if whole in self.alone:
                return Label(self.alone[whole], len(text), None, whole, True)
        return self._cell(text) if cell else None

    def opens(self, label: Label, below: str) -> bool:
        """Whether a label opens its field above the line ``below``: some words are a heading above a paragraph only, and above the
        items of a list where the field is one of results."""
        if label.spelling not in self.before_prose:
            return True
        listed = self.keys[label.key].shape == "results" and (has_mark(below) or _NUMBER.match(below) is not None)
        told = below.rstrip(' "”').endswith((".", "!"))
        return len(below.split()) >= (_ITEM_WORDS if listed else _SENTENCE if told else _PARAGRAPH)

    def stuck(self, text: str) -> Label | None:
        """A label whose value follows without any blank ("DescriptionFour hundred people"), longest label first; on a page that
        lost the line breaks behind its labels.

        >>> LABELS().stuck("Duration (minutes)20").key, LABELS().stuck("DescriptionsFour")
        ('duration', None)
        """
        for joint in reversed(list(_JOINT.finditer(text[:_LONGEST]))):
            head = masked(fold(text[: joint.start()]))
            if head in self.alone:
                return Label(self.alone[head], joint.start(), joint.start(), head)
        return None

    def _cell(self, text: str) -> Label | None:
        """A label that a blank parts from its value, longest label first."""
        words = text[:_LONGEST].split(" ")
        for count in range(len(words) - 1, 0, -1):
            head = " ".join(words[:count])
            key = self.alone.get(masked(fold(head)).rstrip(" :"))
            prose = key is not None and self.keys[key].reader in ("prose", "agenda")
            text_follows = len(words) - count > _GLUED_WORDS
            goes_on = prose and count <= _GLUED_WORDS and words[count][:1].islower()  # "Gender balance and diversity were …"
            title = key == "title" and words[count][:1].isupper()
            if key is not None and not goes_on and (count > 1 or title or (prose and text_follows)):
                return Label(key, len(head), len(head) + 1, fold(head))
        return None

    def _find(self, text: str, offset: int) -> Label | None:
        """The label that opens ``text`` from ``offset`` on: alone on its line, before a colon, then in words that no form prints."""
        return (
            self._alone(text, offset)
            or self._before_sign(text, offset)
            or role_heading(text, offset)
            or named_behind(text, offset, self.before_name)
            or self._reworded(text, offset)
            or announced_heading(text, offset)
            or self._glued(text, offset)
        )

    def _alone(self, text: str, offset: int) -> Label | None:
        """A label that is all of its line, with a note on its state or its time, or cut by the site."""
        body = text[offset : _LONGEST + offset]
        is_whole = len(text) - offset <= _LONGEST
        words = masked(fold(unbracketed(body))).rstrip(" :.|")
        if words not in self.alone and words.endswith(")"):
            words = without_note(words)
        if words not in self.alone and "#" in words:
            settled = masked(fold(without_day(body))).rstrip(" :.|")  # "Panelists (30 October 2012):"
            words = settled if self._heads_people(settled) else words
        words = self._without_deadline(words)
        if is_whole and words in self.alone and (not offset or " " in words or body.rstrip().endswith(":")):
            return Label(self.alone[words], len(text), None, words, offset > 0)
        timed = _TIMED.sub("", words)  # "Agenda (60min):"; "Summary (5 min)" is an item of one
        if timed != words and timed in self.alone and self.keys[self.alone[timed]].reader == "agenda":
            return Label(self.alone[timed], len(text), None, timed, offset > 0)
        cut = self._cut(words.rstrip("… ")) if is_whole else None
        return Label(cut, len(text), None, words, offset > 0) if cut is not None else None

    def _heads_people(self, words: str) -> bool:
        """Whether folded words are a heading of people."""
        key = self.alone.get(words)
        return key is not None and self.keys[key].field == "participants"

    def _before_sign(self, text: str, offset: int) -> Label | None:
        """A label that a colon or a question mark closes, before its value or an instruction of the form."""
        body = text[offset : _LONGEST + offset]
        for end in separators(body):
            head = self._without_deadline(masked(fold(body[:end])).rstrip(" :"))
            key = self.inline.get(head) or self._cut(head)
            if key is not None and (not offset or " " in head or self.keys[key].role is None or head in self.marked):
                at = offset + end + len(body[end:]) - len(body[end:].lstrip(" :\u00a0"))
                filled = at < len(text) and text[at:].strip(" |") and LENGTH.fullmatch(text[at:].strip(" .:|")) is None
                return Label(key, offset + end if filled else len(text), at if filled else None, head, offset > 0)
        return None

    def _glued(self, text: str, offset: int) -> Label | None:
        """A long label with nothing but a blank between it and its value."""
        body = text[offset : _LONGEST + offset]
        folded = fold(body)
        if not folded.startswith(self.glued_spellings):
            return None
        spelling, key = next((spelling, key) for spelling, key in self.glued if folded.startswith(spelling))
        end = raw_length(body, spelling)
        other = _OTHER_WORD.match(body, end)
        end = other.end() if other is not None else end
        answer = after_instruction(text, offset + end)
        return Label(key, len(text) if answer is None else offset + end, answer, spelling, offset > 0)

    def _without_deadline(self, folded: str) -> str:
        """The label without the deadline of the rapporteur, which changes from year to year; only a label of a report bears one."""
        bare = folded if folded in self.alone else without_deadline(folded)
        key = self.alone.get(bare)
        return bare if key is not None and self.keys[key].field in _REPORTED else folded

    def _asked(self, text: str, offset: int) -> Label | None:
        """A label of several words behind "Please"; forms of one year ask what others only name."""
        polite = _PLEASE.match(text, offset)
        found = _once(self, text, polite.end()) if polite is not None else None
        return found if found is not None and len(found.spelling.split()) >= _GLUED_WORDS else None

    def _reworded(self, text: str, offset: int) -> Label | None:
        """A label of several words in other words that ask the same ("Please provide a concise description of your workshop:")."""
        body = text[offset : _LONGEST + offset]
        if " " not in body or body[:1].islower():
            return None
        if len(text) - offset <= _LONGEST:
            whole = masked(fold(LENGTH.sub("", body)))
            told = self.cores[0].get(core(whole) or "") or (nearest(whole, self.wordings[0]) if whole.endswith((":", "?")) else None)
            if told is not None:
                return Label(told[1], len(text), None, told[0], offset > 0)
        for end in separators(body):
            head = masked(fold(body[:end]))
            told = self.cores[1].get(core(head) or "") or nearest(head, self.wordings[1])
            if told is not None:
                value = after_instruction(text, offset + end)
                return Label(told[1], offset + end if value is not None else len(text), value, told[0], offset > 0)
        return None


@lru_cache(maxsize=8192)
def _once(labels: Labels, text: str, offset: int) -> Label | None:
    """``Labels._find``, once for the several stages that ask for the label of a line."""
    return labels._find(text, offset)


def _check(entry: Mapping[str, object], keys: Mapping[str, Key]) -> None:
    flags = {"alone", "inline", "glued", "before_name", "before_prose", "free", "inner", "marked"}
    unknown = set(entry) - flags - {"key", "spellings", "fires", "silent"}
    if unknown or entry.get("key") not in keys or not entry.get("spellings"):
        raise DataFileError(f"data/labels.toml: label {entry.get('key')!r} has unknown keys {sorted(unknown)} or lacks spellings")


@cache
def LABELS() -> Labels:
    """The labels of the package, loaded once.

    Raises:
        DataFileError: labels.toml names an unknown key, or one spelling stands for two keys.
    """
    data = read_data("labels.toml")
    keys = {name: Key(name, **entry) for name, entry in data["keys"].items()}
    for entry in data["labels"]:
        _check(entry, keys)

    def having(flag: str, default: bool = False) -> list[tuple[str, str]]:
        """(spelling, key) of the entries with a flag."""
        return [(spelling, entry["key"]) for entry in data["labels"] if entry.get(flag, default) for spelling in entry["spellings"]]

    glued = [(spelling, key) for spelling, key in having("glued") if len(spelling.split()) >= _GLUED_WORDS]
    return Labels(
        keys,
        alone=_table(having("alone", True)),
        inline=_table(having("inline", True)),
        glued=_longest_first(_table(glued, digits=True)),
        before_name=_longest_first(_table(having("before_name"))),
        before_prose=frozenset(_table(having("before_prose"))),
        free=frozenset(_table(having("free"))),
        inner=frozenset(_table(having("inner"))),
        marked=frozenset(_table(having("marked"))),
    )


def _table(spellings: Iterable[tuple[str, str]], digits: bool = False) -> dict[str, str]:
    """Folded spelling -> key; runs of digits stand as "#" unless ``digits`` are kept.

    Raises:
        DataFileError: one spelling stands for two keys.
    """
    table: dict[str, str] = {}
    for spelling, key in spellings:
        folded = (fold(spelling) if digits else masked(fold(spelling))).rstrip(" :.")
        if table.setdefault(folded, key) != key:
            raise DataFileError(f"data/labels.toml: {spelling!r} stands for both {table[folded]!r} and {key!r}")
    return table


def _longest_first(table: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(table.items(), key=lambda item: (-len(item[0]), item[0])))
