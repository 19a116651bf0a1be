"""Which tellings become one session, and which stay apart."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from tests.build import Page, session

from igf_extract.tables.merge import merge
from igf_extract.tables.session_id import slug


def page(source: str, kind: str = "session", **fields: object):
    p = Page(source, kind)
    p.write(source)  # no two pages have the same bytes
    return p.document(session(p, **fields))


def ids(*documents) -> list[str]:
    return [m.session_id for m in merge(documents).sessions]


def told_by(*documents) -> dict[str, list[str]]:
    return {m.session_id: [t.known.document.source for t in m.tellings] for m in merge(documents).sessions}


def test_page_report_and_transcript_of_one_number_are_one_session_and_the_page_leads():
    documents = [page("a.txt", "transcript"), page("b.txt", "report"), page("c.txt", "listing"), page("d.txt", "session", room="A")]
    assert told_by(*documents) == {"igf2023-ws1": ["d.txt", "b.txt", "c.txt", "a.txt"]}


def test_among_documents_of_one_kind_the_one_with_most_facts_leads_then_the_first_source():
    assert told_by(page("a.txt"), page("b.txt", room="A"), page("c.txt"))["igf2023-ws1"] == ["b.txt", "a.txt", "c.txt"]


def test_clearly_different_titles_under_one_number_stay_apart():
    found = told_by(page("a.txt", title="Trust in connected things"), page("b.txt", title="Access for rural schools"))
    assert found == {"igf2023-ws1": ["a.txt"], "igf2023-ws1-2": ["b.txt"]}


def test_a_cut_title_and_a_missing_one_go_with_the_number():
    found = told_by(page("a.txt"), page("b.txt", "listing", title="Trust in conn"), page("c.txt", "transcript", title=None))
    assert found == {"igf2023-ws1": ["a.txt", "b.txt", "c.txt"]}


def test_a_missing_title_is_not_given_to_one_of_two_sessions_by_chance():
    found = told_by(page("a.txt"), page("b.txt", title="Access for rural schools"), page("c.txt", "transcript", title=None))
    assert sorted(found.values()) == [["a.txt"], ["b.txt"], ["c.txt"]]


def test_year_type_and_number_all_tell_sessions_apart():
    a, b, c = page("a.txt"), page("b.txt", year=2022), page("c.txt", number="2")
    p = Page("d.txt")
    assert len(ids(a, b, c, p.document(session(p, kind="open_forum")))) == 4


def test_numbers_are_compared_without_signs_and_leading_zeros():
    assert ids(page("a.txt", number="#01"), page("b.txt", number="1", room="B")) == ["igf2023-ws1"]


def test_without_numbers_year_and_title_decide():
    documents = [page("a.txt", number=None), page("b.txt", "transcript", number=None, title="TRUST in connected  things")]
    assert told_by(*documents) == {"igf2023-trust-in-connected-things": ["a.txt", "b.txt"]}


def test_a_telling_without_number_joins_the_only_numbered_session_of_its_title():
    found = told_by(page("a.txt"), page("b.txt", "transcript", number=None))
    assert found == {"igf2023-ws1": ["a.txt", "b.txt"]}


def test_a_telling_without_number_joins_none_of_two():
    documents = [page("a.txt"), page("b.txt", number="2"), page("c.txt", "transcript", number=None)]
    assert sorted(map(len, told_by(*documents).values())) == [1, 1, 1]


def test_days_far_apart_keep_equal_titles_apart():
    first = page("a.txt", number=None, date=dt.date(2023, 10, 8))
    assert len(ids(first, page("b.txt", number=None, date=dt.date(2023, 10, 9)))) == 1
    assert len(ids(first, page("b.txt", number=None, date=dt.date(2023, 10, 11)))) == 2


def test_two_sessions_of_one_listing_with_the_same_title_stay_apart():
    p = Page("list.txt", "listing")
    one, two = session(p, number=None, title="Lightning talks"), session(p, number=None, title="Lightning talks")
    assert ids(p.document(one, two)) == ["igf2023-lightning-talks", "igf2023-lightning-talks-2"]


@pytest.mark.parametrize("title", ["Access", "Main Session", "…!?"])
def test_a_title_that_says_little_joins_nothing(title):
    assert len(ids(page("a.txt", number=None, title=title), page("b.txt", number=None, title=title))) == 2


def test_without_year_the_id_is_that_of_the_document():
    document = page("a.txt", year=None)
    assert ids(document) == [f"doc-{document.sha256[:16]}-1"]


def test_a_year_that_no_forum_has_is_no_year():
    assert ids(page("a.txt", year=1848))[0].startswith("doc-")


def test_a_taken_id_is_never_given_twice():
    titles = ["Open day", "Open day 2", "Open day"]
    pages = [page(f"{i}.txt", number=None, title=t, date=dt.date(2023, 10, 1 + 3 * i)) for i, t in enumerate(titles)]
    assert ids(*pages) == ["igf2023-open-day", "igf2023-open-day-2", "igf2023-open-day-3"]


def test_the_order_of_documents_changes_nothing():
    documents = [page(f"{i}.txt", number=str(i % 3) if i % 2 else None, title=f"Title number {i % 4}") for i in range(12)]
    expected = merge(documents)
    for seed in range(5):
        shuffled = random.Random(seed).sample(documents, len(documents))
        assert merge(shuffled) == expected


def test_equal_bytes_are_one_original_and_numbered_copies():
    pages = [Page(source) for source in ("b.txt", "a.txt", "c.txt")]
    one, two, three = (p.document(session(p)) for p in pages)
    corpus = merge([one, two, three])
    base = one.sha256[:16]
    assert [(k.document.source, k.document_id, k.duplicate_of) for k in corpus.documents] == [
        ("a.txt", base, None),
        ("b.txt", f"{base}-2", base),
        ("c.txt", f"{base}-3", base),
    ]
    assert [len(m.tellings) for m in corpus.sessions] == [1]


def test_slugs_hold_letters_of_every_script_and_are_cut_between_words():
    assert slug("互联网 治理!") == "互联网-治理"
    assert slug("a" * 100) == "a" * 60
    assert slug("word " * 30).endswith("-word") and len(slug("word " * 30)) <= 60
    assert slug("…!?") == ""
