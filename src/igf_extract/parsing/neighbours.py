"""What a line of a page is by the lines around it: a detail of the person above, the session's title once more, a label behind a dash."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from igf_extract.model import Line
from igf_extract.parsing.fields.title import TitleReading, read_title
from igf_extract.parsing.item import Item
from igf_extract.parsing.line_shape import LIKELY, is_name, measure, names_person
from igf_extract.parsing.wrapped import join
from igf_extract.vocab.fold import fold
from igf_extract.vocab.labels import LABELS, Label
from igf_extract.vocab.list_marks import MARKS, has_mark, opens_item
from igf_extract.vocab.load import read_data
from igf_extract.vocab.roles import SERVING, role_words
from igf_extract.vocab.words import organization_words

_TITLE_LINES, _HEADING_WORDS = 4, 15  # how far below the title another heading of the session may stand, and its words
_PROPOSERS = frozenset({"proposer", "co-proposer"})  # headings of details about people whom another field names
_PARAGRAPH = 12  # words of a line that is a paragraph
_LIST_ITEM, _BODY = 25, 12  # words of an item of a list, and of one that names a body
_OF_WHAT = re.compile(r"\s(?:from|of|by|for|at|on)\s(?=\S)")
_WORDS_OF_ABOUT = 6  # of "About the Lamp Council"
_WORDS_OF_HEAD = 3  # of "List of participants"
_DASHES = frozenset("-–—*")  # list marks before which forms print labels as well
_CHAIRS = frozenset({"moderator", "onsite_moderator"})
_BEING = ("will be", "is ")  # behind the words of a label that are part of a sentence
_HOSTING = frozenset({"organizers", "hosts"})
_HEAD_FIELDS = frozenset({"title", "themes", "schedule", "format"})  # fields above the one that names who proposed the session
_OFFICE = 130  # characters of a line with the office of the person above it
_NAMED = 250  # characters of a line that may name the session again


def settled(line: Line, label: Label | None, soft: bool, above: Sequence[Item], below: Sequence[Line]) -> tuple[Label | None, bool]:
    """The label of a line and whether it is soft, after a look at the lines around it: a heading of prose needs prose below it."""
    label = label if label is not None else _headed_results(line, below) or _about_heading(line, above, below)
    if label is None or not LABELS().opens(label, below[0].text if below else "") or _is_post(line, label, above, below):
        return None, False
    if (
        _counts_heads(label, below)
        or _begins_text(line, label, above, below)
        or _stands_in_list(line, label, above, below)
        or _is_of_remark(line, label, below)
    ):
        return None, False
    if _names_proposer(line, label, above, below):
        return replace(label, key="speakers" if _is_talk(above) else "organizers"), False
    if _is_detail(label, above, below):
        return replace(label, key="affiliation"), True
    return label, soft and not (_stands_beside_headings(line, label, above, below) or _stands_alone(line, label, above, below))


def _stands_alone(line: Line, label: Label, above: Sequence[Item], below: Sequence[Line]) -> bool:
    """Whether organizers named behind their label are a field of the page: blank lines and no people above and below."""
    if label.key not in _HOSTING or label.value_start is None or not line.gap or not above or not below or not below[0].gap:
        return False
    return above[-1].shape.person < LIKELY and above[-1].label is None and not names_person(below[0].text)


def _begins_text(line: Line, label: Label, above: Sequence[Item], below: Sequence[Line]) -> bool:
    """ "Total duration of this session will be 90 minutes.": the first sentence of what stands below the heading of the format."""
    if label.key != "duration" or label.value_start is None or not line.text[label.value_start :].startswith(_BEING):
        return False
    headed = bool(above) and above[-1].heading is not None and above[-1].heading.key == "format"
    return headed and bool(below) and LABELS().find(below[0].text) is None and measure(below[0].text, 1).sentence


def _stands_in_list(line: Line, label: Label, above: Sequence[Item], below: Sequence[Line]) -> bool:
    """Whether a word before a colon opens an item of a list and no field ("- Background: one year of one room"): the items around it bear
    the same mark and open none, and the list is announced where it begins with the word."""
    mark = line.text[:1]
    if label.value_start is None or mark not in _DASHES or not above or LABELS().keys[label.key].field == "participants":
        return False
    before, after = above[-1], below[0] if below else None
    listed = before.line.text[:1] == mark and before.label is None
    announced = before.label is None and before.line.text.endswith(":")
    follows = after is not None and not after.gap and after.text[:1] == mark and LABELS().find(after.text) is None
    if after is not None and after.text[:1] == mark and not follows:
        return False  # the labels of a form, each behind a dash
    return (listed or announced) and (follows or listed)


def _stands_beside_headings(line: Line, label: Label, above: Sequence[Item], below: Sequence[Line]) -> bool:
    """Whether a moderator named behind the label is a field of the page and no part of a list: the name, its details on one more line
    at the most, and then a heading of people alone on a line; in an agenda every item has people of its own."""
    if not line.gap or label.key not in _CHAIRS or label.value_start is None:
        return False
    if any(item.shape.agenda >= LIKELY or (item.label is not None and item.label.key == "agenda") for item in above[1:]):
        return False
    head = next((found for other in below[:2] if (found := LABELS().find(other.text)) is not None), None)
    return head is not None and head.value_start is None and head.key == "speakers"


def with_open_persons(lines: Sequence[Line]) -> list[Line]:
    """The lines, joined where the comma behind a labelled person is the last of its line and her office stands on the next one
    ("Moderator: Ana Ruiz,")."""
    joined = list(lines[:1])
    for above, line in pairwise(lines):
        opened = line.gap == 0 and above.text.endswith(",") and len(line.text) <= _OFFICE and not opens_item(line.text)
        label = LABELS().find(above.text) if opened else None
        person = label is not None and label.value_start is not None and LABELS().keys[label.key].role in SERVING
        if person and LABELS().find(line.text) is None and not is_name(line.text.split(",")[0]):
            joined[-1] = join(joined[-1], line)
        else:
            joined.append(line)
    return joined


def continues_chair(line: Line, label: Label | None, above: Sequence[Item], below: Sequence[Line]) -> bool:
    """Whether a line gives office and body of the moderator named right above it, between the label and the heading of the next people."""
    before = above[-1] if above else None
    if label is not None or before is None or before.anchor is None or before.anchor.key not in _CHAIRS:
        return False
    if before.anchor.value_start is None or not is_name(before.line.text[before.anchor.value_start :]):
        return False
    head = LABELS().find(below[0].text) if below else None
    return head is not None and head.value_start is None and head.key == "speakers" and len(line.text.split()) <= _LIST_ITEM


def _counts_heads(label: Label, below: Sequence[Line]) -> bool:
    """Whether "Participants" heads no list of them: nobody is named right below it."""
    if label.key != "speakers" or "particip" not in label.spelling or len(label.spelling.split()) > _WORDS_OF_HEAD:
        return False
    named = below[0].text if below else ""
    return not (names_person(named) or is_name(named))


def _is_of_remark(line: Line, label: Label, below: Sequence[Line]) -> bool:
    """Whether "speaker" tells who made the remark quoted above it, which "reason" explains below."""
    explained = any(other.text in read_data("announced.toml")["remark_form"] for other in below)
    return label.key == "speakers" and line.text.islower() and explained


def _names_proposer(line: Line, label: Label, above: Sequence[Item], below: Sequence[Line]) -> bool:
    """Whether "Name" heads a field of its own, behind title or theme and not inside a list of people: who proposed the session."""
    if label.spelling != "name" or label.marked:
        return False  # "1. Name: Ana Lima" stands in a list of people
    before = next((item.label for item in reversed(above) if item.label is not None), None)
    if before is None or LABELS().keys[before.key].field not in _HEAD_FIELDS:
        return False
    value = line.text[label.value_start :] if label.value_start is not None else below[0].text if below else ""
    return names_person(value) or is_name(value)


def _is_talk(above: Sequence[Item]) -> bool:
    """Whether the page is of a lightning talk: who is named behind its title gives it."""
    title = read_title(above[0].line.text) if above and above[0].label is not None and above[0].label.key == "title" else None
    return title is not None and title.session_type is not None and title.session_type.value == "lightning_talk"


def _about_heading(line: Line, above: Sequence[Item], below: Sequence[Line]) -> Label | None:
    """The label of "About LCA", alone on its line above a paragraph: the description of a page that has none above, a text of its own
    otherwise and where it tells of people."""
    words = fold(line.text).rstrip(" :").split()
    if (
        not 1 < len(words) <= _WORDS_OF_ABOUT
        or words[0] not in read_data("announced.toml")["about"]
        or words[1].isdigit()
        or words[1] in read_data("announced.toml")["amounts"]
        or line.text[-1] in ".?!,;"
        or not line.gap
    ):
        return None
    told = bool(below) and len(below[0].text.split()) >= _PARAGRAPH and below[0].text.rstrip().endswith((".", "!", "?", "”", '"'))
    if not told:
        return None
    people = not set(words).isdisjoint(read_data("announced.toml")["people"])
    described = any(item.shape.prose >= LIKELY and item.shape.sentence and item.shape.words >= _PARAGRAPH for item in above[1:])
    return Label("aside" if people or described else "description", len(line.text), None, "about")


def _headed_results(line: Line, below: Sequence[Line]) -> Label | None:
    """The label of a heading that says what its results are of ("Key messages from Port Louis"), above a list or a paragraph."""
    text = line.text.rstrip(" :")
    tail = _OF_WHAT.search(text)
    if tail is None or len(text.split()) > _HEADING_WORDS or text[-1] in ".?!;," or not below:
        return None
    label = LABELS().find(text[: tail.start()])
    if label is None or label.value_start is not None or LABELS().keys[label.key].shape != "results":
        return None
    listed = opens_item(below[0].text)
    return replace(label, end=len(line.text)) if listed or len(below[0].text.split()) >= _PARAGRAPH else None


def _is_detail(label: Label, above: Sequence[Item], below: Sequence[Line]) -> bool:
    """Whether a label of people opens no field of its own: "Organization:" under "Name:", "Proposer:" above "Country:"."""
    if label.key == "hosts":
        return _goes_on_about(above, label.value_start is not None)
    return label.value_start is None and label.spelling in _PROPOSERS and _stands_above_detail(below)


def _is_post(line: Line, label: Label, above: Sequence[Item], below: Sequence[Line]) -> bool:
    """Whether a role alone on its line is the post of the person right above it, who begins a block of lines ("Ana Lima", "Coordinator",
    "Net Trust"), and no heading: behind one people would follow."""
    alone = label.value_start is None and not label.marked and line.gap == 0 and ":" not in line.text and " " not in label.spelling
    person = above[-1] if alone and above and LABELS().keys[label.key].role is not None else None
    if person is None or person.label is not None or person.line.gap == 0 or not is_name(person.line.text):
        return False
    return bool(below) and below[0].gap == 0 and not is_name(below[0].text)


def _stands_above_detail(lines: Sequence[Line]) -> bool:
    """Whether the next line is a detail of somebody named elsewhere ("Proposer:", then "Country: Chile")."""
    label = LABELS().find(lines[0].text) if lines else None
    return label is not None and label.key == "affiliation" and label.spelling != "name"


def _goes_on_about(items: Sequence[Item], filled: bool) -> bool:
    """Whether the line above is a detail of a person, so that "Organization: ..." below it is one as well ("Name: ..." stands first).

    ``filled``: the value stands behind the label; then the name may be the field of its own above, or stand below its label.
    """
    before = items[-2] if filled and len(items) > 1 and items[-1].label is None else items[-1] if items else None
    if before is None or before.label is None:
        return False
    return before.label.key == "affiliation" or (filled and before.label.spelling == "name")


def names_again(line: Line, title: TitleReading | None, below: int) -> bool:
    """Whether the line names the page's own session again: by type and number, as the head of the report at a page's end does; where
    neither has a number, a short line near the page's title (``below``: lines below it) that begins with its type."""
    if title is None or title.session_type is None or len(line.text) > _NAMED:
        return False
    again = read_title(line.text)
    if again is None or again.session_type is None or again.session_type.value != title.session_type.value:
        return False
    if again.number is None or title.number is None:
        unnumbered = again.number is None and title.number is None and again.year is None
        short = unnumbered and len(line.text.split()) <= _HEADING_WORDS and line.text[-1] not in ".?!:;"
        return below < _TITLE_LINES and short and again.form == "type" and line.gap > 0
    if again.number.value != title.number.value:
        return False
    return again.title is None or (title.title is not None and fold(again.title.value) in (fold(title.title.value), "report"))


def joins_announced(line: Line, above: Item, below: Sequence[Line]) -> bool:
    """Whether a line without a list mark goes on with the list that the text above it announces; some copies lose the marks. The first
    line of such a list has another right below it: one that stands alone heads what follows."""
    first = above.line.text.endswith(":")
    if above.label is not None or (line.gap and not first) or (first and not (below and below[0].gap == 0)):
        return False
    shape = measure(line.text, 1)
    body = shape.organization if shape.words <= _BODY else 0.0
    other = max(shape.person, shape.name, body, shape.question, shape.tabular, shape.theme, shape.agenda)
    return shape.words <= _LIST_ITEM and other < LIKELY


def joins_paragraph(line: Line, above: Item | None, below: Sequence[Line]) -> bool:
    """Whether a list begins right below a paragraph and goes on with what it says ("Everybody else sits in three circles."): the first two
    items are neither persons nor bodies nor questions nor steps of a programme."""
    if line.gap or above is None or above.label is not None or above.shape.words < _PARAGRAPH or not above.shape.sentence or not below:
        return False
    if line.text[:1] != below[0].text[:1] or not has_mark(line.text) or above.shape.question >= LIKELY:
        return False
    return all(_tells_nothing(item.text) for item in (line, below[0]))


def _tells_nothing(text: str) -> bool:
    """Whether an item of a list is no value of a form: no person, body, question, theme, goal or step of a programme."""
    shape = measure(text, 1)
    other = max(
        shape.person, shape.name, shape.question, shape.theme, shape.goal, shape.agenda, shape.organization if shape.words <= _BODY else 0.0
    )
    return shape.words <= _LIST_ITEM and other < LIKELY and not is_step(fold(text).strip(MARKS + " ").split())


def is_step(words: Sequence[str]) -> bool:
    """Whether folded words begin as an item of a programme does ("Introduction of", "Panel 2", "Debate")."""
    if not words or words[0].strip(".,:;") not in role_words("programme"):
        return False
    second = words[1].strip(".,:;") if len(words) > 1 and words[0][-1] != ":" else ""
    return not second or second.isdigit() or second in role_words("programme") or second in organization_words("small")


def label_behind_dash(text: str) -> Label | None:
    """The label of people of one word behind a dash ("- Rapporteur: Ana Lima"), on a page that prints a dash before its labels."""
    label = LABELS().find(text[2:])
    if label is None or LABELS().keys[label.key].role is None:
        return None
    return label.behind(2)
