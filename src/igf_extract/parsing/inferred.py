"""Year and type of a session where no title names them: what the form makes certain, what its labels and the prose say.

Consumes and completes the ``Draft`` of a page whose sections have been read.
"""

from __future__ import annotations

import re

from igf_extract.model import Evidence, Fact, Method, Span
from igf_extract.parsing.draft import Draft, confidence
from igf_extract.parsing.fields.named_session import own_number
from igf_extract.parsing.fields.schedule_parts import take_apart
from igf_extract.parsing.fields.themes import names_other_event
from igf_extract.vocab.kinds import field_keys
from igf_extract.vocab.meetings import meeting_that_holds
from igf_extract.vocab.said_types import said_type, type_of_format, type_of_title
from igf_extract.vocab.said_years import said_year

_CERTAIN = 4.0  # log-odds by which a form must win before what it implies counts as said
TELLING = frozenset(
    {"description", "expected_outcomes", "report", "other", "relevance", "agenda", "hybrid_format", "format_description", "interaction"}
)
_SAID = 0.85  # how sure a type or a year is that only the prose tells
_OF_BODIES = frozenset({"dynamic_coalition", "best_practice_forum", "policy_network"})  # types that are named by who holds the session
_NAMED_YEAR = re.compile(r"IGF (20[0-3]\d)\b")


def implied(draft: Draft) -> None:
    """What the page's form makes certain, where no other form fits as well; the type as well where a label stands on it that no form of
    another type bears."""
    span = _span(draft)
    year, (first, last) = draft.facts.get("year"), draft.page.form.years
    own = any(run.label is not None and run.slot.key.name in field_keys("of_one_type") for run in draft.page.runs)
    if year is not None and not first <= year.value <= last:
        return
    for name, value in draft.page.form.implies.items():
        if draft.page.tie < _CERTAIN and not (own and name == "session_type"):
            continue
        if name == "session_type" and names_other_event(draft.themes):
            continue  # "Workshop Theme: Other Events" on the form of workshops
        draft.fact(name, Fact(value, Evidence(span, f"form:{draft.page.form.name}", Method.POSITION), confidence(draft.page.tie)))


def labelled_year(draft: Draft) -> None:
    """The year of the meeting that the form names in its own labels ("IGF 2014 sub theme that this workshop fall under")."""
    for run in draft.page.runs:
        found = _NAMED_YEAR.search(run.heading.of(draft.text)) if run.heading is not None else None
        if found is not None and run.heading is not None:
            span = Span(run.heading.start + found.start(1), run.heading.start + found.end(1))
            draft.fact("year", Fact(int(found[1]), Evidence(span, "labelled_year", Method.LABEL)))


def year_in_words(draft: Draft) -> None:
    """The year of the meeting that the prose says the session is part of, where nothing else names it."""
    for section in draft.sections:
        span = section.evidence.span
        said = said_year(span.of(draft.text)) if section.field in TELLING else None
        if said is not None:
            year, first, last = said
            draft.fact("year", Fact(year, Evidence(Span(span.start + first, span.start + last), "said_in_words", Method.LEXICON), _SAID))


def year_by_day(draft: Draft) -> None:
    """The year of the meeting that the page names and into which the day of its schedule falls, and into no other meeting."""
    parts = [part for line in draft.schedule if (part := take_apart(line)) is not None]
    days = {(day.month, day.day) for part in parts for day in part.days}
    if "year" in draft.facts or len(days) != 1:
        return
    page = _span(draft)
    named = meeting_that_holds(page.of(draft.text), *days.pop())
    if named is not None:
        span = Span(page.start + named.start, page.start + named.end)
        draft.fact("year", Fact(named.meeting.year, Evidence(span, "meeting_of_day", Method.LEXICON), _SAID))


def _span(draft: Draft) -> Span:
    """From the first claimed character of the page to the last."""
    claims = draft.page.claims
    return Span(claims[0].evidence.span.start, claims[-1].evidence.span.end) if claims else Span(0, 0)


def number_in_words(draft: Draft) -> None:
    """Type and number of the session where the prose says them of the page's own, and nothing else names them."""
    if "number" in draft.facts or draft.page.title is not None:
        return
    spans = [section.evidence.span for section in draft.sections if section.field in TELLING]
    found = [(span.start, own) for span in spans if (own := own_number(span.of(draft.text))) is not None]
    if len({(code, number.of(draft.text[start:])) for start, (code, _, number) in found}) != 1:
        return
    start, (code, kind, number) = found[0]
    if "session_type" in draft.facts and draft.facts["session_type"].value != code:
        return

    def said(span: Span) -> Evidence:
        return Evidence(Span(start + span.start, start + span.end), "said_in_words", Method.LEXICON)

    draft.fact("session_type", Fact(code, said(kind), _SAID))
    draft.fact("number", Fact(said(number).span.of(draft.text), said(number), _SAID))


def _body_at_top(draft: Draft) -> tuple[int, tuple[str, int, int]] | None:
    """The coalition or forum that holds its own session: its name is all that stands at the top of a page that lost its title."""
    first = next((run for run in draft.page.runs if run.lines), None)
    if first is None or first.slot.key.name not in ("hosts", "coalition") or len(first.lines) > 1:
        return None
    line = first.lines[0]
    named = type_of_title(line.text)
    return (line.span.start, named) if named is not None and named[0] in _OF_BODIES and named[1] == 0 else None


def type_in_words(draft: Draft) -> None:
    """The type that the title's last words or the prose say of the session itself, where nothing else names it."""
    if "session_type" in draft.facts:
        return
    title = draft.facts.get("title")
    spans = [section.evidence.span for section in draft.sections if section.field in TELLING]
    found = [(span.start, said) for span in spans if (said := said_type(span.of(draft.text))) is not None]
    if title is not None and (named := type_of_title(title.evidence.span.of(draft.text))) is not None:
        found = [(title.evidence.span.start, named)]
    if not found and title is None and (body := _body_at_top(draft)) is not None:
        found = [body]
    answers = [run.lines[0] for run in draft.page.runs if run.slot.key.field == "format" and run.lines]
    found = found or [(line.span.start, named) for line in answers if (named := type_of_format(line.text)) is not None]
    if len({said[0] for _, said in found}) == 1:
        start, (code, first, last) = found[0]
        draft.fact("session_type", Fact(code, Evidence(Span(start + first, start + last), "said_in_words", Method.LEXICON), _SAID))
