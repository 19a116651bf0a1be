"""Every line and every value of a document is accounted for, on the screen and in a pipe."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from igf_extract.model import Claim, Document, Evidence, Fact, Line, Mention, Method, Participation, Problem, Session, Span
from igf_extract.report.explain import explain, names_in_prose
from igf_extract.report.show_explanation import show_explanation

TEXT = "A title\n\nSpeakers\nAda Byron, Analytical Society\nsomething\x1b[31m else\n"


def evidence(words: str, rule: str = "rule") -> Evidence:
    start = TEXT.index(words)
    return Evidence(Span(start, start + len(words)), rule, Method.SHAPE)


def document() -> Document:
    lines, at = [], 0
    for words in ("A title", "Speakers", "Ada Byron, Analytical Society", "something\x1b[31m else"):
        at = TEXT.index(words)
        lines.append(Line(len(lines), Span(at, at + len(words)), words))
    claims = (
        Claim(0, "title", evidence("A title")),
        Claim(1, "participants", evidence("Speakers", "label:speakers")),
        Claim(2, "participants", evidence("Ada Byron, Analytical Society"), heading_inferred=True, runner_up="title", margin=2.5),
    )
    person = Participation(role="speaker", evidence=evidence("Ada Byron"), name="Ada Byron", organization="Analytical Society")
    session = Session(title=Fact("A title", evidence("A title"), 0.9), participations=(person,), span=Span(0, len(TEXT)))
    return Document(
        source="a.txt",
        text=TEXT,
        kind="session",
        lines=tuple(lines),
        claims=claims,
        sessions=(session,),
        mentions=(Mention(Span(18, 27), "PERSON", "Ada Byron", "roster"), Mention(Span(18, 27), "PERSON", "Ada Byron", "roster")),
        problems=(Problem("unclaimed_lines", "one line"),),
    )


def shown(terminal: bool) -> str:
    stream = io.StringIO()
    show_explanation(explain(document()), Console(file=stream, width=200, force_terminal=terminal, color_system=None))
    return stream.getvalue()


def test_lines_are_numbered_as_in_the_text() -> None:
    assert [line.number for line in explain(document()).lines] == [1, 3, 4, 5]
    assert [line.number for line in explain(document()).unclaimed] == [5]


def test_values_say_where_they_were_read() -> None:
    explanation = explain(document())
    assert [(r.line, r.field, r.value) for r in explanation.readings] == [(1, "title", "A title")]
    assert [(r.line, r.field) for r in explanation.people] == [(4, "speaker")]


@pytest.mark.parametrize("terminal", [False, True])
def test_shown(terminal: bool) -> None:
    text = shown(terminal)
    for words in ("(unclaimed)", "participants (inferred)", "title -2.5", "Ada Byron | - | Analytical Society", "unclaimed_lines"):
        assert words in text


def test_a_text_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in shown(False)


def test_names_are_counted() -> None:
    assert list(names_in_prose(document())) == [("PERSON", "Ada Byron", "roster", 2)]


def test_one_session_of_several() -> None:
    two = replace(document(), sessions=(replace(document().sessions[0], span=Span(0, 8)), Session(span=Span(8, len(TEXT)))))
    assert [line.number for line in explain(two, 2).lines] == [3, 4, 5]
    with pytest.raises(IndexError, match="no session 3; sessions found: 2"):
        explain(two, 3)
