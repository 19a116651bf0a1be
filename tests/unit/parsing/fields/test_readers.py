"""What holds for every field reader: no text breaks it or slows it down, every span quotes, and the data's own examples hold."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igf_extract.model import Evidence, Fact, Line, Span
from igf_extract.parsing.fields import clock, format, goals, items, outcomes, questions, rooms, schedule, sentences, themes
from igf_extract.parsing.fields.places import fold_in_place, plain
from igf_extract.parsing.fields.run import Run
from igf_extract.parsing.lines import split_lines
from igf_extract.vocab.load import read_data

READERS: dict[str, Callable[[Sequence[Line]], Any]] = {
    "schedule": schedule.read_schedule,
    "format": format.read_format,
    "goals": goals.read_goals,
    "targets": goals.read_targets,
    "questions": questions.read_questions,
    "outcomes": lambda lines: outcomes.read_outcomes(lines, "key_takeaway"),
    "themes": themes.read_themes,
}
SCORES: dict[str, Callable[[str], float]] = {
    "schedule": schedule.is_schedule_line,
    "room": rooms.is_room_line,
    "format": format.is_format_line,
    "goal": goals.is_goal_line,
    "question": questions.question_line_score,
    "theme": themes.is_theme_line,
}
WORDS = [
    "Tuesday, 10th October, 2023 (23:30 UTC)", " - ", "12:30pm", "31 June 2019", "9h15", "EEST", "Room C-1", "Salle IX", "Theme: ",
    "Round Table", "90 Min", "Format:", "U-shape", "1. ", "2. ", "A. ", "B. ", "(a) ", "i) ", "• ", "- ", "Who pays?", "How can it be?",
    "Nobody knows.", "Access: ", "SDG 9", "16.3", "5.b", "GOAL 4: Quality Education", "; ", ", ", "\n", "\n\n", "    ", "“", "”", "?",
    "(", ")", "ﬁ", "İ", "Tag 1: ", "ß", "\u00a0", "𝔘", "نعم؟", "会议",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=20).map("".join)
CODES = {entry["code"] for entry in read_data("formats.toml")["format"]} | set(read_data("calendar.toml")["dated_kinds"].values())
HOSTILE = {
    "marks": "1. " * 10_000,
    "question marks": "?" * 25_000,
    "asked capitals": "(" + "?A" * 12_500,
    "blanks": "goal" + " " * 25_000 + "x",
    "digits and blanks": ("9" + " " * 1_000) * 20,
    "dashes": " - " * 10_000,
    "bullets": "• " * 12_500,
    "brackets": "(" * 25_000,
    "digits": "1" * 25_000,
    "times": "10:00 - " * 5_000,
    "dates": "10 October 2023 " * 2_500,
    "colons": ":" * 25_000,
    "one word": "a" * 50_000,
    "commas": "Access, " * 5_000,
    "goals": "SDG 1, 2, " * 4_000,
    "titles": "Peace, " * 5_000,
    "lines": "Who pays\nand " * 4_000,
    "dots": "e.g. A. " * 6_000,
}


def evidences(value: Any) -> Iterator[tuple[Any, Evidence]]:
    """Every value of a reading with its evidence."""
    if isinstance(value, Fact):
        yield value.value, value.evidence
    elif isinstance(value, tuple):
        for one in value:
            yield from evidences(one)
    elif hasattr(value, "evidence"):
        yield getattr(value, "text", getattr(value, "theme", None)), value.evidence
    elif not isinstance(value, Line) and hasattr(value, "__dataclass_fields__"):
        for field in fields(value):
            yield from evidences(getattr(value, field.name))


def squeeze(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", READERS)
@given(text=TEXTS)
@settings(max_examples=60, deadline=None)
def test_every_span_quotes(name: str, text: str) -> None:
    for value, evidence in evidences(READERS[name](list(split_lines(text)))):
        quoted = evidence.span.of(text)
        assert quoted and quoted == quoted.strip(" \t\n\u00a0")
        if isinstance(value, str) and value not in CODES:
            assert squeeze(value) == squeeze(quoted)


@pytest.mark.parametrize("name", SCORES)
@given(text=TEXTS)
@settings(max_examples=40, deadline=None)
def test_scores_are_shares(name: str, text: str) -> None:
    for line in text.split("\n"):
        assert 0.0 <= SCORES[name](line) <= 1.0


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_is_read_in_time(kind: str) -> None:
    lines = list(split_lines(HOSTILE[kind]))
    for name, read in READERS.items():
        begin = time.process_time()
        read(lines)
        assert time.process_time() - begin < 10.0, name
    for name, score in SCORES.items():
        begin = time.process_time()
        score(HOSTILE[kind])
        assert time.process_time() - begin < 10.0, name


@pytest.mark.parametrize("text", read_data("rooms.toml")["fires"])
def test_rooms_fire(text: str) -> None:
    assert rooms.names_room(text)


@pytest.mark.parametrize("text", read_data("rooms.toml")["silent"])
def test_rooms_stay_silent(text: str) -> None:
    assert not rooms.names_room(text)


@pytest.mark.parametrize("entry", read_data("formats.toml")["format"], ids=lambda entry: str(entry["code"]))
def test_formats_fire_and_stay_silent(entry: dict[str, Any]) -> None:
    for text in entry["fires"]:
        found = format.read_format(list(split_lines(text))).format
        assert found is not None and found.value == entry["code"], text
    for text in entry["silent"]:
        found = format.read_format(list(split_lines(text))).format
        assert found is None or found.value != entry["code"], text


def test_every_spelling_of_a_format_has_one_code() -> None:
    seen: dict[str, str] = {}
    for entry in read_data("formats.toml")["format"]:
        for word in entry["spellings"]:
            assert seen.setdefault(fold_in_place(word), entry["code"]) == entry["code"], word
            assert format.format_code(word) == entry["code"], word


def test_corrections_of_the_minutes_fire_and_stay_silent() -> None:
    table = read_data("formats.toml")["correction"]
    for text in table["fires"]:
        minutes = format.read_format(list(split_lines("Panel - 90 Min\n" + text))).duration_minutes
        assert minutes is not None and minutes.value == 60
    for text in table["silent"]:
        minutes = format.read_format(list(split_lines("Panel - 90 Min\n" + text))).duration_minutes
        assert minutes is not None and minutes.value == 90


def test_lines_of_publication_are_no_schedule() -> None:
    table = read_data("calendar.toml")["not_session"]
    assert all(schedule.is_schedule_line(text) == 0.0 for text in table["fires"])
    assert all(schedule.is_schedule_line(text) > 0.5 for text in table["silent"])


@pytest.mark.parametrize("intro", read_data("questions.toml")["intro"]["fires"])
def test_introductions_are_dropped(intro: str) -> None:
    found = questions.read_questions(list(split_lines(f"{intro} Who pays for it? Who repairs it?")))
    assert [question.value for question in found] == ["Who pays for it?", "Who repairs it?"]


def test_the_next_request_of_a_form_ends_the_outcomes() -> None:
    table = read_data("outcomes.toml")["next_request"]
    for request in table["fires"]:
        text = f"Labels help.\n{request}\nThe room agreed."
        assert [one.text for one in outcomes.read_outcomes(list(split_lines(text)), "key_takeaway")] == ["Labels help."]
    for line in table["silent"]:
        assert [one.text for one in outcomes.read_outcomes(list(split_lines(line)), "key_takeaway")] == [line]


@pytest.mark.parametrize("name", read_data("questions.toml")["intro"]["silent"])
def test_names_of_issues_are_kept(name: str) -> None:
    text = f"{name} Who pays for it? Who repairs it?"
    assert [question.value for question in questions.read_questions(list(split_lines(text)))] == [text]


@pytest.mark.parametrize("goal", read_data("sdgs.toml")["goal"], ids=lambda goal: str(goal["number"]))
def test_titles_of_goals_lead_to_their_number(goal: dict[str, Any]) -> None:
    for title in goal["titles"]:
        for text in (title, f"{goal['number']}. {title}", f"GOAL {goal['number']}: {title}"):
            assert [found.sdg for found in goals.read_goals(list(split_lines(text)))] == [goal["number"]], text
            assert goals.is_goal_line(text) >= 0.8, text


def test_official_themes_are_themes() -> None:
    for names in read_data("themes.toml")["years"].values():
        for name in names:
            assert themes.is_theme_line(name) == 1.0, name
            assert [theme.theme for theme in themes.read_themes(list(split_lines(name)))] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Online Moderator",
        "Online Participation",
        "Organizer 1: A, Internet Society",
        "Digital Rights Foundation",
        "Round Table - 90 Min",
        "Diversity:",
        "Room 3",
        "",
    ],
)
def test_other_lines_are_no_themes(text: str) -> None:
    assert themes.is_theme_line(text) == 0.0


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("1. Who pays for the cable?", 0.9, 1.0),
        ("Social inequality and the pandemic: What did we learn?", 0.95, 1.0),
        ("How can a school be asked?", 0.9, 1.0),
        ("Ready to return? Women engineers after the lockdown", 0.3, 0.6),
        ("Comment les jeunes peuvent-ils être entendus ?", 0.9, 1.0),
        ("¿Quién paga?", 0.9, 1.0),
        ("The moderators share one queue.", 0.0, 0.1),
        ("16. Peace, Justice and Strong Institutions", 0.0, 0.2),
    ],
)
def test_question_scores(text: str, least: float, most: float) -> None:
    assert least <= questions.question_line_score(text) <= most


def test_a_time_line_scores_above_an_agenda_line() -> None:
    slot = schedule.is_schedule_line("Tuesday, 10th October, 2023 (23:30 UTC) - Wednesday, 11th October, 2023 (02:00 UTC)")
    point = schedule.is_schedule_line("10:30 - 10:45 Welcome by the hosts")
    prose = schedule.is_schedule_line("The treaty was signed on 12 May 2019 after six years of talks between the parties.")
    assert slot == 1.0 and point < 0.5 and prose < 0.5


def test_a_run_leads_back_to_the_document() -> None:
    text = "  first line\n\n   second line"
    run = Run.of(list(split_lines(text)))
    assert run.text == "first line second line"
    begin = run.text.index("second")
    assert run.span(begin, begin + 6).of(text) == "second"
    assert run.cut(6).span(0, 4) == Span(8, 12)
    assert run.cut(begin).span(0, 6).of(text) == "second"


def test_folding_keeps_places() -> None:
    text = "Ünï ﬁ — İß\u00a0X"
    assert len(plain(text)) == len(fold_in_place(text)) == len(text)


def test_marks_need_text_behind_them() -> None:
    assert items.mark_of("4.6") is None
    assert items.mark_of("1.") is None
    assert items.mark_of("90 minutes") is None
    assert items.mark_of("E-commerce is growing") is None
    assert items.mark_of("10:30 Welcome") is None
    mark = items.mark_of("12) Who")
    assert mark is not None and (mark.style, mark.value, mark.end) == ("number", 12, 4)


def test_sentences_end_where_they_should() -> None:
    text = "Dr. A. Smith pays (really?) in the U.S. today. Who else? See http://a.example/?q=1 first."
    assert [text[s.start : s.end] for s in sentences.sentences(text)] == [
        "Dr. A. Smith pays (really?) in the U.S. today.",
        "Who else?",
        "See http://a.example/?q=1 first.",
    ]


def test_a_clock_shows_twenty_four_hours() -> None:
    assert clock.Clock(0, 1, 25, 0).time() is None
    midnight = clock.Clock(0, 1, 12, 5, "a").time()
    assert midnight is not None and (midnight.hour, midnight.minute) == (0, 5)
