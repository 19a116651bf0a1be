"""What speaks for which kind of document: each rule looks at one side of the page."""

from __future__ import annotations

import re
from collections.abc import Callable

from igf_extract.parsing.fields.clock import days
from igf_extract.parsing.fields.places import plain
from igf_extract.parsing.fields.schedule import is_schedule_line
from igf_extract.parsing.fields.title import TitleReading, read_title
from igf_extract.parsing.kind_listings import (
    HEAD,
    MIN_BODY,
    WHOLE_SLOT,
    has_hours,
    headed_days,
    many_titles,
    own_report,
    programme,
    repeated_entries,
    words_between,
)
from igf_extract.parsing.kind_scores import Scores
from igf_extract.parsing.outline import follows_form, outline
from igf_extract.parsing.page_shape import DOTTED_SLOT, TITLE_LENGTH, PageShape, is_prose
from igf_extract.parsing.people import person_line_score
from igf_extract.vocab.dated_papers import is_dated_paper, names_committee
from igf_extract.vocab.fold import fold
from igf_extract.vocab.kinds import field_keys, tells_of_past_session, tells_of_session
from igf_extract.vocab.page_heads import read_page_head
from igf_extract.vocab.said_types import type_of_title

_HEADED = 7  # points of a heading or title that calls the page a report
_PARAGRAPH = 40  # words
_TEXT = 3  # paragraphs of a description
_MOCK = re.compile(r"#\s?0{2,4}(?![\w.])")
_TELLS = 0.5  # share of a short text's words that stand in sentences, from which on it is an article
_TOP = 10  # lines in which the day of an article stands
_SERVED = 3  # fields of people, slot and agenda from which on a page without a report is a session's
_LISTED = 9  # points of a listing from which on the fields belong to each of its sessions
_CERTAIN = 6  # points that tell a kind for certain
_PERSON, _WITH_GROUP = 0.9, 0.97  # how surely a line is one of people, and of people with group and region
_FEWEST_PEOPLE, _MOST_PEOPLE = 2, 30  # lines of a session's people; a committee has more members
_RUN_ON = 5  # commas and dashes of a line that holds several people
_LONGEST_PEOPLE, _LONGEST_PAGE = 1500, 400  # characters of a line, lines of a page that are looked at
_SET_OFF = re.compile(r"[,;(]|\s[-–—]\s")
_VERY_TOP = 2  # lines in which the title of a page of the site stands
_HIGH = 8  # lines in which title and slot of a session stand
_SHORT = 10  # lines of a short text


def _code(shape: PageShape, scores: Scores) -> None:
    """A fifth of a short text, or a few lines of a longer one: nobody writes markup on the page of a session."""
    if shape.code_lines and 5 * shape.code_lines >= min(_SHORT, len(shape.lines)):
        scores.add("other", 20, "markup or data, no page text")


def _turns(shape: PageShape, scores: Scores) -> None:
    """Marks and names of speakers, the surest first; without marks only where no fields of a form stand beside them."""
    if shape.named_turns >= 3:
        scores.add("transcript", min(14, 4 + shape.named_turns), f"{shape.named_turns} named turns")
    elif shape.named_turns == 2:
        scores.add("transcript", 4, "two named turns")
    elif shape.inline_turns >= 6:
        scores.add("transcript", 12, f"{shape.inline_turns} turn marks on long lines")
    elif shape.named_turns + shape.any_turns >= 6:
        scores.add("transcript", 6, "turn marks")
    fields = shape.distinct(field_keys("session")) + shape.rosters
    if shape.capitals_turns >= 6 and fields < 3:
        scores.add("transcript", 8, f"{shape.capitals_turns} speakers in capitals")
    if shape.speakers_alone >= 5 and fields < 3:
        scores.add("transcript", 10, "the same speakers in capitals, each above the words")
    if shape.repeated_speakers >= 5 and shape.repeated_speakers >= 0.4 * len(shape.lines) and fields < 3:
        scores.add("transcript", 8, "the same speakers take turns")


def _session(shape: PageShape, scores: Scores) -> None:
    """Title, people, slot and format as pages of one session print them."""
    early = [reading for index, reading in shape.titles if index < _HIGH]
    typed = [r for r in early if r.session_type is not None and (r.year is not None or r.number is not None)]
    if typed:
        scores.add("session", 4, "a session's title")
    if shape.rosters >= 2:
        scores.add("session", 6, f"{shape.rosters} numbered organizers and speakers")
    if shape.utc_slots and (shape.utc_slots <= 2 or typed):
        scores.add("session", 4, "a slot in UTC")
    if shape.format_lines:
        scores.add("session", 3, "a format line")
    if shape.date_lines == 1:
        scores.add("session", 6, "a date line of a session")
    if any(shape.labels.get(key, (1,))[0] == 0 for key in field_keys("session")):
        scores.add("session", 3, "a fragment that begins with a field of a proposal")
    _session_fields(shape, scores, any(reading.number is not None for reading in typed))


def _session_fields(shape: PageShape, scores: Scores, numbered: bool) -> None:
    """Fields of a proposal and of people; ``numbered``: a title with type and number stands at the top."""
    listed = scores.of("listing") >= _LISTED
    served = shape.distinct(field_keys("people"))
    if shape.lines and type_of_title(shape.lines[0].text) is not None and served and shape.distinct(field_keys("session")):
        scores.add("session", 3, "a title that names its type above fields of a proposal")
    alone = shape.distinct(field_keys("report")) == 0 and scores.of("report") == 0 and scores.of("transcript") == 0
    if served >= _SERVED and alone and not listed:
        scores.add("session", min(6.0, 1.5 * served), f"{served} fields of people, slot and agenda")
    labels = shape.distinct(field_keys("session"))
    numbered = numbered or shape.labels.get("number", (HEAD,))[0] < HEAD
    if numbered and min(labels, served) and alone and not listed:
        scores.add("session", 4, "a number above fields of a proposal and of people")
    if labels >= 2 and not listed:
        scores.add("session", min(8.0, 1.2 * labels), f"{labels} fields of a proposal")


def _site_fields(shape: PageShape, scores: Scores) -> None:
    """The room under its label right below a title with its year: a session's page of the site, whatever stands in its report."""
    if scores.of("listing") or scores.of("transcript"):
        return
    heads = (read_title(line.text) for line in shape.lines[: HEAD - 1] if len(line.text) <= TITLE_LENGTH)
    room = shape.labels.get("room", (HEAD,))[0]
    if (
        0 < room < min(HEAD, len(shape.lines))
        and shape.lines[room].text.rstrip(" :").count(" ") == 0
        and any(head and head.year for head in heads)
    ):
        scores.add("session", 12, "a room right below a title with its year")


def _event(shape: PageShape, scores: Scores) -> None:
    """One event of a schedule on a page of its own."""
    if any(DOTTED_SLOT.match(line.text) for line in shape.lines[:_TOP]):
        scores.add("session", 8, "day and hours of one event of a schedule")
    if shape.avatars and len(shape.clock_lines) < 2:
        scores.add("session", 3, "pictures of people of one event")


def _slot(shape: PageShape, scores: Scores) -> None:
    """Day and hours on one line near the top, with people below them: a session that follows no form, or its minutes."""
    if scores.of("transcript") or scores.of("listing") or shape.utc_slots or shape.date_lines:
        return
    if not any(is_schedule_line(line.text) >= WHOLE_SLOT and has_hours(line.text) for line in shape.lines[:_HIGH]):
        return
    scores.add("session", 3, "a slot near the top")
    if shape.distinct(field_keys("people") - {"room", "schedule", "date"}):
        scores.add("session", 3, "people below the slot")
    if len(outline(shape.lines)) and not follows_form(shape.lines):
        scores.add("report", _HEADED, "minutes with numbered headings")


def _dated_paper(shape: PageShape, scores: Scores) -> None:
    """ "Report of the meeting held on 13 November 2007" at the top, and no body that prepares the forum: the report of one session."""
    top = [line.text for line in shape.lines[:_TOP]]
    if any(map(is_dated_paper, top)) and not any(map(names_committee, top)) and not scores.of("transcript"):
        scores.add("report", _HEADED, "a line that says what the page is and of which day")


def _is_template(shape: PageShape) -> bool:
    """Whether nothing but titles stands above the template of 2018, whose first question gives the types to choose from."""
    first = shape.labels.get("type_line", (len(shape.lines),))[0]
    return first < len(shape.lines) and "(workshop," in fold(shape.lines[first].text) and words_between(shape, 0, first) < MIN_BODY


def _report(shape: PageShape, scores: Scores) -> None:
    """Questions of a report form, and whether a session's own page stands above them."""
    labels = shape.distinct(field_keys("report"))
    ahead = _paragraphs_ahead(shape)
    heads = [read_page_head(line.text) for line in shape.lines[:HEAD]]
    # "Event reports" on top of a page: the heading of the collection that it was copied from
    collected = labels >= 1 and not ahead and heads[0] is not None and "reports" in fold(shape.lines[0].text).split()
    if scores.of("report") < _HEADED and (collected or any(head is not None and head.report for head in heads)):
        scores.add("report", _HEADED, "the head of the page calls it a report")
    headed = scores.of("report") >= _HEADED  # the head of the page says that it is a report
    if labels >= 1 and own_report(shape) < len(shape.lines):
        scores.add("session", 8, "the site's own heading of a report below a session's page")
    if labels >= 1:
        own = shape.distinct(field_keys("session")) + len({"room", "schedule", "hosts"} & shape.labels.keys())
        titled = any(title.title is not None for title in _full_titles(shape, HEAD))
        scores.add("report", min(9.0, 2.5 * labels), f"{labels} questions of a report form")
        if 0 < scores.of("listing") < _HEADED and len(shape.labels.get("title", ())) == 1 and len(shape.updated) < 2:
            scores.add("report", 3, "one report below the heading of a collection")
        if headed or _is_template(shape):
            return
        if ahead >= (1 if shape.format_lines or _told_ahead(shape, "agenda") else _TEXT):
            scores.add("session", 6, "a description ahead of the report")
        elif (
            own + _told_ahead(shape, "description", "type_line") > 2
            or shape.rosters >= 2
            or (titled and own and not shape.updated and scores.of("report") < 12)
        ):
            scores.add("session", 6, "a report at the end of a session's page")


def _first_question(shape: PageShape) -> int:
    """Where the first question of a report form stands, 0 where there is none."""
    return min((places[0] for key, places in shape.labels.items() if key in field_keys("report")), default=0)


def _paragraphs_ahead(shape: PageShape) -> int:
    """How many paragraphs stand before the first question of a report form."""
    return sum(len(line.text.split()) >= _PARAGRAPH for line in shape.lines[: _first_question(shape)])


def _told_ahead(shape: PageShape, *keys: str) -> bool:
    """Whether fields stand under labels of their own ahead of the first question of a report form."""
    first = _first_question(shape)
    return all(shape.labels.get(key, (first,))[0] < first for key in keys)


def _is_of_another_kind(scores: Scores) -> bool:
    """Whether anything speaks for a kind that tells of sessions and is not the page of one."""
    return any(map(scores.of, ("report", "transcript", "listing")))


def _full_titles(shape: PageShape, top: int) -> list[TitleReading]:
    """The titles in the first ``top`` lines that give year and number."""
    return [title for index, title in shape.titles if index < top and title.year is not None and title.number is not None]


def _people(shape: PageShape, scores: Scores) -> None:
    """Several lines of people, with groups and regions or below a text about a session: a page that has lost its head and its labels.

    Looked at only where nothing else tells the kind for certain: such a line costs more to read than all cues together.
    """
    if scores.of("session") >= _CERTAIN or _is_of_another_kind(scores) or shape.code_lines:
        return
    texts = [line.text for line in shape.lines[:_LONGEST_PAGE]]
    likely = [(person_line_score(text), text) for text in texts if len(text) <= _LONGEST_PEOPLE and _SET_OFF.search(text)]
    grouped = sum(score >= _WITH_GROUP for score, _ in likely) >= _FEWEST_PEOPLE
    if not (grouped or scores.of("session") or any(map(tells_of_session, texts))):
        return  # a team, a jury, a committee
    people = sum(1 + (len(_SET_OFF.findall(text)) >= _RUN_ON) for score, text in likely if score >= _PERSON)
    if _FEWEST_PEOPLE <= people <= _MOST_PEOPLE:
        scores.add("session", min(6.0, 2.0 * people), f"{people} lines of people")


def _whole_title(shape: PageShape, scores: Scores) -> None:
    """Year, type and number in one line at the very top, as the site prints them, and nothing that makes it the head of another kind."""
    if not _is_of_another_kind(scores) and any(title.session_type is not None for title in _full_titles(shape, _VERY_TOP)):
        scores.add("session", 3, "the title as the site prints it")


def _unfilled(shape: PageShape, scores: Scores) -> None:
    """A form without answers is a template."""
    if shape.label_lines >= 6 and shape.empty_labels >= 0.6 * shape.label_lines and shape.rosters < 2:
        scores.add("other", 9, "a form without answers")


def _example(shape: PageShape, scores: Scores) -> None:
    """A number of zeros in running text shows how a page is to be made, as it does in a title."""
    if any(_MOCK.search(line.text[:500]) for line in shape.lines):
        scores.add("other", 8, "a number of an example (#000)")


def _prose(shape: PageShape, scores: Scores) -> None:
    """Text without the parts of a form: an article where there is much of it, another page where there is next to none."""
    share = shape.prose_lines / max(1, len(shape.lines))
    structured = shape.distinct(field_keys("session")) + shape.rosters + shape.utc_slots + shape.format_lines + shape.named_turns
    structured += shape.date_lines + (served if (served := shape.distinct(field_keys("people"))) >= _SERVED else 0)
    if structured <= 1 and shape.prose_lines >= 3:
        told = tells_of_past_session(shape.lines[0].text)
        scores.add("report" if told else "article", 1.0 + 3.0 * share, "a session told in running prose" if told else "running prose")
    elif structured <= 1 and shape.prose_lines and _told(shape) >= _TELLS and (scores.of("article") > 0 or _dated(shape)):
        scores.add("article", 1.0 + 2.0 * _told(shape), "a few paragraphs of running prose")
    elif structured <= 1 and shape.prose_lines <= 1:
        scores.add("other", 2.0, "short lines without prose")


def _told(shape: PageShape) -> float:
    """The share of the words that stand in long lines with sentences."""
    return sum(len(line.text.split()) for line in shape.lines if is_prose(line.text)) / max(1, shape.words)


def _dated(shape: PageShape) -> bool:
    """Whether a short line at the top holds a full date and no hours."""
    top = (line.text for line in shape.lines[:_TOP] if len(line.text) <= 60 and ":" not in line.text.partition(" ")[2])
    return any(day.year is not None for text in top for day in days(plain(text)))


RULES: tuple[Callable[[PageShape, Scores], None], ...] = (
    _code,
    _turns,
    many_titles,
    repeated_entries,
    headed_days,
    programme,
    _session,
    _slot,
    _site_fields,
    _event,
    _dated_paper,
    _report,
    _whole_title,
    _people,
    _unfilled,
    _example,
    _prose,
)
