"""The one source of the schema: every table, every column. Files, checks, dictionary and notebooks are made from it.

A column is one line. ``required`` columns are never null. Offsets are Python characters into ``documents.text`` of the
row's ``document_id``, end exclusive. All ordinals count from 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Final

from igf_extract.tables.column import (
    BOOL,
    CODE,
    DATE,
    FLOAT32,
    INT8,
    INT16,
    INT32,
    INT64,
    LOCAL_TIME,
    LONG_TEXT,
    STRING,
    UTC_TIME,
    Column,
    ForeignKey,
    Table,
)

SCHEMA_VERSION: Final = 1  # rises when a table or column is renamed, dropped or changes its meaning

Must = partial(Column, required=True)
_OFFSET = "characters into documents.text"
_SHARE: Mapping[str, Any] = {"unit": "share", "minimum": 0, "maximum": 1}
_YEARS: Mapping[str, Any] = {"unit": "year", "minimum": 2006, "maximum": 2035}

_DOCUMENT = Must("document_id", STRING, "the document that says so", references="documents.document_id")
_SESSION = Must("session_id", STRING, "the session", references="sessions.session_id")
_SESSION_OR_NULL = Column("session_id", STRING, "the session that the text belongs to, or null", references="sessions.session_id")
_PERSON = Column("person_id", STRING, "who that is, over all documents; null where not told", references="persons.person_id")
_ORGANIZATION = Column("organization_id", STRING, "which organisation; null where not told", references="organizations.organization_id")
_ORDINAL = Must("ordinal", INT32, "place within the session, from 1; rows of the leading document come first", minimum=1)
_IN_DOCUMENT = Must("ordinal", INT32, "place within the document, from 1", minimum=1)
_CONFIDENCE = Must("confidence", FLOAT32, "share of the values this sure that are right", **_SHARE)
_START = Must("char_start", INT64, "first character of what it was read from", unit=_OFFSET, minimum=0)
_END = Must("char_end", INT64, "the character after its last one", unit=_OFFSET, minimum=0)
_RULE = Must("rule", STRING, "the rule that read it")
_METHOD = Must("method", CODE, "what kind of rule that is", vocabulary="method")
_EVIDENCE = (_START, _END, _RULE, _METHOD)
_PAIR = (ForeignKey(("session_id", "document_id"), "session_documents", ("session_id", "document_id")),)
_FIRST_YEAR = Column("first_year", INT16, "first year of the sessions with a row of it, or null", **_YEARS)
_LAST_YEAR = Column("last_year", INT16, "last year of the sessions with a row of it, or null", **_YEARS)
_FORMS = Must("name_count", INT32, "number of its written forms", minimum=0)
_PARTS = Must("participation_count", INT32, "rows of participations that point to it", minimum=0)
_NAMED = Must("mention_count", INT32, "rows of mentions that point to it", minimum=0)
_MARGIN = Column("margin", FLOAT32, "how much the evidence would have to change for the opposite decision; 0: a rival", unit="log odds")
_COUNT = Must("count", INT32, "how many entries are written so", minimum=1)


def _own_span(name: str) -> tuple[Column, Column]:
    return (
        Column(f"{name}_char_start", INT64, f"first character of the {name}, maybe on another line", unit=_OFFSET),
        Column(f"{name}_char_end", INT64, f"the character after the {name}'s last one", unit=_OFFSET),
    )


def _side(side: str) -> tuple[Column, ...]:
    return (
        Column(f"{side}_id", STRING, f"person_id or organization_id of {side}"),
        Must(f"{side}_session_id", STRING, f"session of {side}", references="sessions.session_id"),
        Column(f"{side}_name", STRING, f"name of {side} as written"),
        Column(f"{side}_organization", STRING, f"organisation of {side} as written"),
    )


_ALL: Final = (
    Table("documents", "each raw document", ("document_id",), (
        Must("document_id", STRING, "first 16 hex digits of the SHA-256 of the bytes; with -2, -3 ... for duplicates"),
        Must("source", STRING, "path relative to the input; archive.zip/member inside archives; target URI of WARC records"),
        Column("sha256", STRING, "SHA-256 of the bytes, hexadecimal; null where they could not be read"),
        Must("size_bytes", INT64, "size of the raw document", unit="bytes", minimum=0),
        Must("kind", CODE, "what the document is", vocabulary="kind"),
        Must("kind_confidence", FLOAT32, "how sure the kind is", **_SHARE),
        Column("layout", STRING, "which known layout was recognised; null where none fits"),
        Column("layout_runner_up", STRING, "the layout that came second; null where none did"),
        Column("language", STRING, "ISO 639-1 code of the text's language; null where it could not be told"),
        Column("encoding", STRING, "encoding that the bytes were read in"),
        Must("repaired_characters", INT32, "characters changed by repairs of a wrong decoding", unit="characters", minimum=0),
        Must("line_count", INT32, "lines that are not blank", minimum=0),
        Must("unclaimed_line_count", INT32, "lines that no rule claimed for their own sake", minimum=0),
        Must("session_count", INT32, "sessions that the document speaks of", minimum=0),
        Must("status", CODE, "how far the document was read", vocabulary="status"),
        Column("duplicate_of", STRING, "the document with the same bytes that holds the rows", references="documents.document_id"),
        Must("confidence", FLOAT32, "how sure the reading of the whole document is", **_SHARE),
        Column("text", LONG_TEXT, "the decoded, repaired text that all offsets refer to; null for duplicates and where there is none"),
    )),
    Table("sessions", "each session, merged over the documents that speak of it", ("session_id",), (
        Must("session_id", STRING, "igf2023-ws353; else igf2023- and the title; else doc-<document_id>-<n>"),
        Must("document_id", STRING, "the document that describes it best and leads", references="documents.document_id"),
        Column("year", INT16, "year of the forum", **_YEARS),
        Column("session_type", CODE, "type of session", vocabulary="session_type"),
        Column("number", STRING, "number as the page gives it, without the type"),
        Column("title", STRING, "title without type and number; a title cut by the page stays cut", quotes=True),
        Column("format", CODE, "format", vocabulary="format"),
        Column("seating", STRING, "seating as written", quotes=True),
        Column("format_as_written", STRING, "the words of the page about format, seating and duration", quotes=True),
        Column("duration_minutes", INT16, "planned duration", unit="minutes", minimum=1, maximum=1440),
        Column("date", DATE, "first day, as the page gives it"),
        Column("starts_at", UTC_TIME, "start, where the text names a zone", unit="UTC"),
        Column("ends_at", UTC_TIME, "end, where the text names a zone", unit="UTC"),
        Column("starts_local", LOCAL_TIME, "start on the wall clock as written", unit="wall clock"),
        Column("ends_local", LOCAL_TIME, "end on the wall clock as written", unit="wall clock"),
        Column("time_as_written", STRING, "day and time as written", quotes=True),
        Column("room", STRING, "room as written", quotes=True),
        Column("language", STRING, "language of the session as the page gives it"),
        Column("description", STRING, "what the session is about", quotes=True),
        Must("confidence", FLOAT32, "how sure the session is as a whole", **_SHARE),
    ), _PAIR),
    Table("session_evidence", "each scalar fact of a session and the characters it was read from", ("session_id", "column"), (
        _SESSION, Must("column", STRING, "the column of sessions"), _DOCUMENT, *_EVIDENCE, _CONFIDENCE,
    ), _PAIR),
    Table("session_documents", "each pair of a session and a document about it", ("session_id", "document_id"), (
        _SESSION, _DOCUMENT,
        Must("kind", CODE, "what the document is", vocabulary="kind"),
        Must("ordinal", INT32, "place of the session within the document, from 1", minimum=1),
        Must("rank", INT32, "place of the document for this session: 1 leads, its values come first", minimum=1),
    )),
    Table("session_references", "each place where a text names a session that it is not about", ("document_id", "char_start", "char_end"), (
        _DOCUMENT, _START, _END,
        Column("session_id", STRING, "that session; null where no document tells of it", references="sessions.session_id"),
        Must("year", INT16, "year of the forum as named", **_YEARS),
        Must("session_type", CODE, "type of session as named", vocabulary="session_type"),
        Must("number", STRING, "number as named, without the type"),
        Must("text", STRING, "the words that name it", quotes=True), _RULE, _METHOD,
    )),
    Table("session_themes", "each theme, subtheme or tag of a session", ("session_id", "ordinal"), (
        _SESSION, _ORDINAL, _DOCUMENT, Must("theme", STRING, "theme as written", quotes=True),
        Column("level", CODE, "how wide the theme is; null where the page does not say", vocabulary="theme_level"), *_EVIDENCE,
    ), _PAIR),
    Table("session_sdgs", "each Sustainable Development Goal, or target of one, of a session", ("session_id", "sdg", "target"), (
        _SESSION, Must("sdg", INT8, "number of the goal", minimum=1, maximum=17),
        Must("target", STRING, 'target such as 16.3; "" for the goal itself'), _DOCUMENT,
        Column("listed", BOOL, "true: in the page's own list; false: named in prose; null: a listed target, whose goal has its own row"),
        *_EVIDENCE,
    ), _PAIR),
    Table("policy_questions", "each policy question", ("session_id", "ordinal"), (
        _SESSION, _ORDINAL, _DOCUMENT, Must("text", STRING, "question without number or bullet", quotes=True), *_EVIDENCE, _CONFIDENCE,
    ), _PAIR),
    Table("outcomes", "each outcome", ("session_id", "kind", "ordinal"), (
        _SESSION, Must("kind", CODE, "kind of outcome", vocabulary="outcome"),
        Must("ordinal", INT32, "place among the session's outcomes of that kind, from 1", minimum=1), _DOCUMENT,
        Must("text", STRING, "outcome without number or bullet", quotes=True), *_EVIDENCE,
    ), _PAIR),
    Table("participations", "each person (or organisation) in one role in one session", ("session_id", "ordinal"), (
        _SESSION, _ORDINAL, _DOCUMENT, Must("role", CODE, "role", vocabulary="role"), _PERSON, _ORGANIZATION,
        Column("name", STRING, "name as written, without honorifics and lock signs; null for a body as such", quotes=True, own_span=True),
        Column("organization", STRING, "organisation as written", quotes=True, own_span=True),
        Column("title", STRING, "job title as written"),
        Column("stakeholder_group", CODE, "stakeholder group", vocabulary="stakeholder_group"),
        Column("regional_group", CODE, "regional group of the United Nations", vocabulary="regional_group"),
        Column("country", STRING, "country as written"),
        Column("country_code", STRING, "ISO 3166 alpha-2 code of the country"),
        Must("role_inferred", BOOL, "true: the heading was lost and the role comes from the page's order"),
        Must("entry_id", STRING, "document/session/entry, counted from 0: how decisions.csv and identity_links name this entry"),
        _CONFIDENCE, *_EVIDENCE,
        *_own_span("name"), *_own_span("organization"),
    ), _PAIR),
    Table("sections", "each block of the page, in order", ("document_id", "ordinal"), (
        _DOCUMENT, _IN_DOCUMENT, _SESSION_OR_NULL, Must("field", CODE, "what the block is", vocabulary="field"),
        Column("heading", STRING, "heading as written; null where it was lost or never printed"),
        Must("heading_inferred", BOOL, "true: the heading was lost and the field comes from the page's order"),
        Must("text", STRING, "text of the block without indentation", quotes=True), _CONFIDENCE, *_EVIDENCE,
        Column("language", STRING, "ISO 639-1 code of the block's language; null for lists and where it could not be told"),
    )),
    Table("publications", "each article that shows its heading, day or publisher", ("document_id",), (
        _DOCUMENT,
        Column("title", STRING, "heading of the article", quotes=True, own_span=True),
        Column("published_on", DATE, "day of publication, which is no session's day; null where the text leaves it open"),
        Column("publisher", STRING, "who published it, where the text says so", quotes=True, own_span=True),
        _START, _END,
        *_own_span("title"), *_own_span("published_on"), *_own_span("publisher"), _CONFIDENCE,
    )),
    Table("turns", "each turn of a transcript", ("document_id", "ordinal"), (
        _DOCUMENT, _IN_DOCUMENT, _SESSION_OR_NULL, Column("speaker", STRING, "speaker as written; null where unnamed"), _PERSON,
        Must("text", STRING, "what is said", quotes=True), *_EVIDENCE,
    )),
    Table("mentions", "each person or organisation named in running text or roster", ("document_id", "char_start", "char_end", "label"), (
        _DOCUMENT, _START, _END, Must("label", STRING, "PERSON, ORG, LAW, EVENT (meeting), GPE (country)"), _SESSION_OR_NULL,
        Column("section_ordinal", INT32, "the section it stands in", minimum=1),
        Must("text", STRING, "name exactly as written", quotes=True),
        Must("source", CODE, "what found it", vocabulary="mention_source"), _PERSON, _ORGANIZATION, _CONFIDENCE,
    ), (ForeignKey(("document_id", "section_ordinal"), "sections", ("document_id", "ordinal")),)),
    Table("persons", "each person, over all documents and years", ("person_id",), (
        Must("person_id", STRING, "stable id of the person"), Must("name", STRING, "best written form"),
        _FORMS, _PARTS, _NAMED, _FIRST_YEAR, _LAST_YEAR, _CONFIDENCE,
    )),
    Table("person_names", "each written form of a person's name", ("person_id", "name"), (
        Must("person_id", STRING, "the person", references="persons.person_id"),
        Must("name", STRING, "name as written"), _COUNT,
    )),
    Table("organizations", "each organisation, over all documents and years", ("organization_id",), (
        Must("organization_id", STRING, "stable id of the organisation"),
        Must("name", STRING, "best full form"),
        Column("acronym", STRING, "acronym as written; null where none is"),
        Column("stakeholder_group", CODE, "most frequent group of its people; null on a tie", vocabulary="stakeholder_group"),
        _FORMS, _PARTS, _NAMED, _FIRST_YEAR, _LAST_YEAR, _CONFIDENCE,
    )),
    Table("organization_names", "each written form of an organisation's name", ("organization_id", "name"), (
        Must("organization_id", STRING, "the organisation", references="organizations.organization_id"),
        Must("name", STRING, "name as written"), _COUNT,
    )),
    Table("identity_links", "each judged pair of entries: why two were taken for one, or kept apart", ("kind", "a", "b"), (
        Must("kind", CODE, "what was compared", vocabulary="identity_kind"),
        Must("a", STRING, "participations.entry_id of the first"),
        Must("b", STRING, "participations.entry_id of the second"),
        Must("decision", CODE, "the judgement", vocabulary="identity_decision"),
        Must("score", FLOAT32, "probability that the two are one", **_SHARE),
        _MARGIN, Must("reason", STRING, "what the judgement rests on"),
    )),
    Table("identity_review", "each close judgement that a person should look at, the closest first", ("rank",), (
        Must("rank", INT32, "place in the list, from 1", minimum=1),
        Must("kind", CODE, "what was compared", vocabulary="identity_kind"),
        Must("a", STRING, "participations.entry_id of the first, as decisions.csv wants it"),
        Must("b", STRING, "participations.entry_id of the second"),
        Must("decision", CODE, "the judgement", vocabulary="identity_decision"), _MARGIN,
        Must("score", FLOAT32, "probability that the two are one", **_SHARE), Must("reason", STRING, "what the judgement rests on"),
        *_side("a"), *_side("b"),
    )),
    Table("identity_registry", "each mention that an id of a person or organisation was ever given for", ("kind", "id", "ordinal"), (
        Must("kind", CODE, "what has the id", vocabulary="identity_kind"),
        Must("id", STRING, "person_id or organization_id, of this run or an earlier one"),
        Must("ordinal", INT32, "1 is the founding mention: who holds it has the id", minimum=1),
        Must("mention", STRING, "participations.entry_id; prose: and a key of the name for those who are named in prose only"),
        Must("since", INT32, "the run that gave the id first", minimum=1),
    )),
    Table("identity_changes", "each pair of ids where rows of an earlier output have another id now", ("ordinal",), (
        Must("ordinal", INT32, "place in the log, from 1; over all runs into this folder, the last run behind", minimum=1),
        Must("run", INT32, "counts the runs that gave or changed ids, from 1", minimum=1),
        Must("kind", CODE, "what has the ids", vocabulary="identity_kind"),
        Must("old_id", STRING, "id in the output before"),
        Must("what", CODE, "what happened", vocabulary="identity_change"),
        Column("new_id", STRING, "id of these rows now; null where they have none"),
        Must("rows", INT32, "rows of participations, mentions and turns that changed from the old to the new id", minimum=0),
    )),
    Table("edits", "each repair of a document's decoded text on its way to documents.text", ("document_id", "ordinal"), (
        _DOCUMENT, _IN_DOCUMENT,
        Must("decoded_start", INT64, "where, in the text before any repair", unit="characters into the decoded text", minimum=0),
        Must("old", STRING, 'what stood there; "" for an insertion'),
        Must("new", STRING, 'what stands there now; "" for a deletion'), _RULE,
    )),
    Table("problems", "each thing that a person should look at", ("document_id", "ordinal"), (
        Must("document_id", STRING, "the document", references="documents.document_id"),
        Must("source", STRING, "its path, as in documents"), _IN_DOCUMENT,
        Must("severity", CODE, "how bad it is", vocabulary="severity"),
        Must("code", CODE, "stable short name", vocabulary="problem"),
        Must("message", STRING, "one clear sentence"),
        Column("char_start", INT64, "first character in question, or null", unit=_OFFSET, minimum=0),
        Column("char_end", INT64, "the character after the last one, or null", unit=_OFFSET, minimum=0),
    )),
)  # fmt: skip

TABLES: Final[Mapping[str, Table]] = MappingProxyType({table.name: table for table in _ALL})
