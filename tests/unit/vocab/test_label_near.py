"""Questions of a form in nearly the words of a known label."""

from __future__ import annotations

import pytest

from igf_extract.vocab.label_near import nearest, telling, wordings
from igf_extract.vocab.labels import LABELS


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("Which of the main IGF Themes or the Cross-Cutting Priorities does your workshop fall under?Access", "theme", "Access"),
        ("Which of the six broad IGF themes or cross-cutting priorities did your workshop fall under? Access", "theme", "Access"),
        ("Include any comments you have on how to improve the inclusion of issues about gender equality and:", "aside", None),
        ("Estimate of overall number of participants: 54", "report", "54"),
        ("5. A brief description of the discussion:", "report", None),
        ("6. Key Policy Questions and also related issues:", "report_questions", None),
    ],
)
def test_a_word_was_changed_or_cut(line: str, key: str, value: str | None) -> None:
    label = LABELS().find(line)
    assert label is not None
    assert (label.key, None if label.value_start is None else line[label.value_start :]) == (key, value)


@pytest.mark.parametrize(
    "line",
    [
        "Which of the cables under the lake does your village fall back upon?",
        "The themes and priorities of the workshop fall under three questions: who pays, who owns and who repairs",
        "Braga Provide the name of the organizer(s) of the workshop and their affiliation to various stakeholder groups:",
        "Please include comments on the broken mast of the village at the foot of the hill:",
    ],
)
def test_other_questions_are_no_label(line: str) -> None:
    assert LABELS().find(line) is None


def test_words_of_two_fields_tell_neither() -> None:
    known = wordings([("lamps masts cables villages towers", "first"), ("towers villages cables masts lamps", "second")])
    assert not known
    both = wordings([("lamps masts cables villages towers", "first"), ("lamps masts cables villages rivers hills", "second")])
    assert nearest("lamps masts cables villages towers", both) == ("lamps masts cables villages towers", "first")
    assert nearest("lamps masts cables villages", both) is None  # four words are too few
    assert telling("the lamps of the village") == {"lamp", "village"}
