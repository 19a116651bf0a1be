"""Stage: takes a document of known kind apart into sessions, sections, turns. One kind, one way through.

A session page or a report is one page; a listing is cut into pieces that are pages each; a transcript has its own reader;
articles have a heading and a day of their own, and no session, as other kinds have none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from igf_extract.model import Claim, Document, Evidence, Line, Method, Problem, Section, Session, Span
from igf_extract.parsing.article import read_article
from igf_extract.parsing.draft import section_text
from igf_extract.parsing.listing import Piece, read_piece, split_listing
from igf_extract.parsing.page import Page, read_page
from igf_extract.parsing.sched import read_sched
from igf_extract.parsing.session import claimed, read_session
from igf_extract.parsing.transcript import read_transcript

_TIE = 1.0  # log-odds: below it the second form is as good as the first


def _page_problems(page: Page) -> tuple[Problem, ...]:
    problems = []
    if page.tie < _TIE and page.runner_up is not None:
        problems.append(Problem("layout_tie", f"the page fits {page.layout} and {page.runner_up} almost equally well"))
    if page.unclaimed:
        lines = page.unclaimed
        message = f"{len(lines)} line{'s' if len(lines) > 1 else ''} of the page fit no field of {page.layout}; the first is quoted"
        problems.append(Problem("unclaimed_lines", message, lines[0].span))
    return tuple(problems)


def _noise(text: str, lines: Sequence[Line], claims: Sequence[Claim]) -> tuple[Section, ...]:
    """One section for each run of neighbouring noise lines; they belong to no session."""
    by_index = {line.index: line for line in lines}
    sections: list[Section] = []
    last = -2
    for claim in claims:
        if claim.field != "noise" or claim.line not in by_index:
            continue
        span = by_index[claim.line].span
        if sections and claim.line == last + 1:
            start = sections[-1].evidence.span.start
            joined = Span(start, span.end)
            sections[-1] = replace(sections[-1], text=section_text(text, joined), evidence=replace(sections[-1].evidence, span=joined))
        else:
            sections.append(Section("noise", section_text(text, span), Evidence(span, claim.evidence.rule, Method.LEXICON)))
        last = claim.line
    return tuple(sections)


def _with_pages(document: Document, read: Sequence[tuple[Page, Piece | None]]) -> Document:
    """The document with the session of each page; ``Piece``: what the listing around the page says of it."""
    sessions: list[Session] = []
    sections: list[Section] = []
    claims: list[Claim] = []
    problems: list[Problem] = []
    pages: list[Page] = []
    for page, piece in read:
        if piece is not None and page.year is None:  # an entry's day has its year from the heading of the list
            page = replace(page, year=dict(piece.facts).get("year"))
        session, own, found = read_session(document.text, page, piece.day if piece is not None else None)
        if piece is not None:
            session = piece.complete(session)
        index = len(sessions)
        sessions.append(session)
        pages.append(page)
        sections.extend(replace(section, session_index=index) for section in own)
        claims.extend(claimed(page, index))
        problems.extend((*_page_problems(page), *found))
    taken = {claim.line for claim in claims}
    outside = [line for line in document.lines if line.index not in taken]
    claims += [Claim(line.index, "noise", Evidence(line.span, "outside_sessions", Method.POSITION)) for line in outside]
    claims.sort(key=lambda claim: claim.line)
    sections.extend(_noise(document.text, document.lines, claims))
    layouts = {page.layout for page in pages}
    runners = {page.runner_up for page in pages}
    return replace(
        document,
        layout=layouts.pop() if len(layouts) == 1 else "several" if layouts else None,
        layout_runner_up=runners.pop() if len(runners) == 1 else None,
        sessions=tuple(sessions),
        sections=tuple(sorted(sections, key=lambda s: (s.evidence.span.start, s.evidence.span.end))),
        claims=tuple(claims),
        unclaimed_line_count=sum(1 for claim in claims if not claim.fits),
        confidence=min((session.confidence for session in sessions), default=document.confidence),
        problems=(*document.problems, *dict.fromkeys(problems)),  # entries of one list that are alike say the same
    )


def _transcript(document: Document) -> Document:
    session, turns, sections, claims = read_transcript(document)
    return replace(
        document,
        layout="transcript",
        sessions=(session,) if session is not None else (),
        turns=tuple(turns),
        sections=tuple(sections),
        claims=tuple(claims),
    )


def structure(document: Document) -> Document:
    """The stage: fills sessions, sections, turns, claims and layout according to ``document.kind``."""
    if document.kind == "transcript":
        return _transcript(document)
    if document.kind == "listing":
        pieces = [(piece, document.lines[piece.first : piece.last]) for piece in split_listing(document)]
        return _with_pages(document, [(page, piece) for piece, lines in pieces if (page := read_piece(lines, piece)) is not None])
    if document.kind in ("session", "report"):
        whole = read_sched(document.lines) or read_page(document.lines, document.kind)
        return _with_pages(document, [(whole, None)] if whole is not None else [])
    return read_article(document) if document.kind == "article" else document
