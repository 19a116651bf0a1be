"""Policy questions: one fact for each listed item, each line of an issue, each question of a paragraph.

Conventions: a listed item stays whole, whatever it holds; a paragraph of questions only is taken apart after each question mark;
a paragraph of statements and questions stays one; a sentence that announces the list and headings between groups are dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

import regex

from igf_extract.model import Fact, Line, Method
from igf_extract.parsing.fields.items import Item, Mark, group, mark_of, relabel, split_marks
from igf_extract.parsing.fields.prefix import is_label, label_length
from igf_extract.parsing.fields.run import Run
from igf_extract.parsing.fields.sentences import Sentence, sentences
from igf_extract.parsing.fields.themes import is_theme_line, known_issue
from igf_extract.vocab.fold import fold
from igf_extract.vocab.load import read_data
from igf_extract.vocab.patterns import any_of

_WORD = regex.compile(r"[\w']+")
_ISSUE = regex.compile(r"^(?P<name>[^:?.!]{3,110}?)\s*:\s+(?=\S)")
_BRACKET = regex.compile(r"(?<=\?)\s{0,3}\(([^()]{3,80})\)\.?$")
_SURELY = 0.8  # that a line is a theme
_BEGINNING = 60
_LOOSE = " ;,\u00a0"
_LIST_END = regex.compile(r"(?:[;,]|(?<=\?))\s{1,2}(?:and|or|et|ou|y|o|e)$")
_PASSING = 0.3
_HALF, _TEXT = 0.5, 150  # share of a text from which on it asks, and characters of one
_HEADING = 100
_LONG = 400  # an unlisted paragraph without a question that is longer than this is prose


@cache
def _words(*path: str) -> frozenset[str]:
    table = read_data("questions.toml")
    for step in path:
        table = table[step]
    return frozenset(fold(word) for word in table)


# "2, 3 and 4.": the numbers of questions that stand elsewhere
_NUMBERS = regex.compile(r"(?:\d|and|&|to|et|y|questions?|[,.;/ -])+")


@cache
def _pattern(*path: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\w)(?:{any_of(_words(*path))})(?!\w)")


def read_questions(lines: Sequence[Line]) -> tuple[Fact[str], ...]:
    """The policy questions of one field, in order, without their list marks.

    Text of wrapped lines is joined with one blank; its span covers all of it. Repeated questions are given once.
    """
    items = _with_topics(_with_tails(list(_items(lines))))
    listed = any(item.mark for item in items)
    asked = any("?" in item.text for item in items)
    clean = listed or any("?" in item.text and not _is_prose(item.text) for item in items)
    out: list[Fact[str]] = []
    for index, item in enumerate(items):
        after = items[index + 1] if index + 1 < len(items) else None
        if item.mark:
            out += _listed(item, after)
        elif "?" in item.text:
            out += [] if clean and _is_prose(item.text) else _paragraph(item)
        elif not listed and not asked and not _announces(item.text) and len(item.text) <= _LONG:
            out.append(item.run.fact("questions.statement", confidence=0.6))
    return tuple(_once(out))


def _is_prose(text: str) -> bool:
    """A long paragraph that asks in passing. Beside questions of their own it is the text that explains them."""
    asked = sum(part.end - part.start for part in sentences(text) if part.asks)
    return len(text) > _LONG and asked < _PASSING * len(text)


def _items(lines: Sequence[Line]) -> Iterator[Item]:
    labels = _words("labels")
    kept = [line for line in lines if not is_label(line.text, labels)]
    for item in group(kept):
        cut = label_length(item.whole.text, labels)
        for part in split_marks(relabel(item, cut) if cut else item):
            if part.text and fold(part.text).rstrip(".") not in _words("none", "words") and not _NUMBERS.fullmatch(fold(part.text)):
                yield part


def _with_tails(items: list[Item]) -> list[Item]:
    """A numbered item takes the short line that touches it, where the next number stands apart: the item was broken over two lines."""
    out: list[Item] = []
    for item, after in zip_longest(items, items[1:]):
        before = out[-1] if out else None
        short = item.mark is None and item.gap == 0 and len(item.text) <= _HEADING and not item.text.endswith(":")
        if before is not None and short and after is not None and after.gap > 0 and _is_next(before.mark, after.mark):
            out[-1] = Item(before.whole.plus(item.whole), before.mark, before.gap)
        else:
            out.append(item)
    return out


def _is_next(mark: Mark | None, after: Mark | None) -> bool:
    return mark is not None and after is not None and 0 < mark.value == after.value - 1 and mark.style == after.style


def _with_topics(items: list[Item]) -> list[Item]:
    """A listed topic that asks nothing takes the one question on the line below it."""
    out: list[Item] = []
    taken = False
    for item, after, later in zip_longest(items, items[1:], items[2:]):
        if taken:
            taken = False
            continue
        alone = later is None or later.mark is not None or later.gap > 0
        if item.mark and after is not None and after.mark is None and after.gap == 0 and alone and _heads(item) and "?" in after.text:
            item, taken = Item(item.whole.plus(after.whole), item.mark, item.gap), True
        out.append(item)
    return out


def _heads(item: Item) -> bool:
    return "?" not in item.text and not item.text.endswith(".") and len(item.text) <= _HEADING


def _listed(item: Item, after: Item | None) -> list[Fact[str]]:
    """A listed item, unless it only heads or announces the items below it."""
    if "?" not in item.text:
        if item.text.endswith(":") or (item.text.endswith(".") and _mentions_questions(item.text) and _announces(item.text)):
            return []
        if after is not None and "?" in after.text and (_deeper(item, after) or (after.mark is None and _heads(item))):
            return []
    return [_fact(item.run, "questions.listed")]


def _deeper(item: Item, after: Item) -> bool:
    return bool(item.mark and after.mark and after.gap == 0 and after.mark.style != item.mark.style and after.mark.value in (0, 1))


def _paragraph(item: Item) -> list[Fact[str]]:
    run = _without_theme(_without_intro(item.run))
    said = sentences(run.text, _pattern("openers"))
    name = _ISSUE.match(run.text)
    if name is not None and not _announces(name["name"] + ":") and not _opens(run.text):
        return [_fact(run, "questions.issue", 1.0 if known_issue(name["name"]) else 0.9)]
    if all(sentence.asks for sentence in said):
        return [_fact(run.cut(part.start, part.end), "questions.split", 0.95) for part in _whole(run.text, said)]
    return [_fact(run, "questions.paragraph", 0.8)]


def _whole(text: str, said: list[Sentence]) -> list[Sentence]:
    """A question of one word, or one that hangs on the one before it ("Why not?"), belongs to that one."""
    out: list[Sentence] = []
    for sentence in said:
        words = text[sentence.start : sentence.end]
        if out and (len(_WORD.findall(words)) < 2 or fold(words).strip(" ?¿") in _words("followups")):
            out[-1] = Sentence(out[-1].start, sentence.end, True)
        else:
            out.append(sentence)
    return out


def _without_intro(run: Run) -> Run:
    """Leaves out the sentence that announces the questions, where only questions follow it."""
    said = sentences(run.text, _pattern("openers"))
    first = said[0]
    head = run.text[: first.end]
    colon = head.find(":")
    if colon > 0 and "?" not in head[:colon] and _announces(head[: colon + 1]) and not _opens(head):
        return run.cut(colon + 1)
    if not first.asks and len(said) > 1 and all(s.asks for s in said[1:]) and _mentions_questions(head):
        return run.cut(said[1].start)
    return run


def _without_theme(run: Run) -> Run:
    """Without the theme that stands in brackets behind the question ("Who pays? (Access and Diversity)")."""
    named = _BRACKET.search(run.text)
    return run.cut(0, named.start()) if named is not None and is_theme_line(named[1]) >= _SURELY else run


def _mentions_questions(sentence: str) -> bool:
    folded = fold(sentence)
    return "question" in folded or "pregunta" in folded or "pergunta" in folded


def _opens(text: str) -> bool:
    """Whether the text begins as a question does."""
    return _pattern("openers").match(fold(text[:_BEGINNING]).lstrip("¿\"'(")) is not None


def _announces(text: str) -> bool:
    return _pattern("intro", "cues").search(fold(text)) is not None


def _fact(run: Run, rule: str, confidence: float = 1.0) -> Fact[str]:
    text = run.text.rstrip(_LOOSE)
    end = _LIST_END.search(text[-8:])
    return run.cut(0, len(text[: -len(end[0])].rstrip(_LOOSE) if end else text)).fact(rule, Method.SHAPE, confidence)


def _once(facts: Sequence[Fact[str]]) -> Iterator[Fact[str]]:
    seen: set[str] = set()
    for fact in facts:
        key = fold(fact.value)
        if key and key not in seen:
            seen.add(key)
            yield fact


def question_line_score(text: str) -> float:
    """How much one line looks like policy questions, 0 to 1: its marks, its question marks, its first word, a known issue's name."""
    mark = mark_of(text)
    body = text[mark.end :] if mark else text
    name = _ISSUE.match(body)
    said = sentences(body)
    share = sum(s.end - s.start for s in said if s.asks) / max(len(body), 1)
    if name is not None and known_issue(name["name"]):
        return 0.97 if share else 0.2
    issue = name is not None and body[name.end()].isupper()
    opens = _opens(body) or (name is not None and issue and _opens(body[name.end() :]))
    if "?" in body and ":" in body and _announces(body[: body.index(":") + 1]) and body.index(":") < body.index("?"):
        return 0.9
    if share > 0.9:
        return 0.95 if mark else 0.9 if opens else 0.6
    if len(body) > _TEXT and not mark and share < _HALF and not said[-1].asks:
        return round(0.5 * share, 3)  # a question in the midst of a text
    if share:
        return round(0.3 + 0.4 * share, 3)
    return 0.5 if mark and opens else 0.1 if mark or opens else 0.0
