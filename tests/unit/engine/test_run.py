"""The engine keeps every document, the order, and its time, whatever a document does to the process that reads it."""

from __future__ import annotations

import os
import signal
import time

import pytest

from igf_extract.engine import run
from igf_extract.engine.guard import read_one
from igf_extract.engine.pool import BATCH_DOCUMENTS, batches
from igf_extract.model import Document, RawDocument
from igf_extract.settings import Settings

QUICK = Settings(workers=2, seconds_per_document=0.2, hard_limit_factor=2)


def misbehave(raw: RawDocument, settings: Settings) -> Document:
    """A pipeline that does what the document's bytes say."""
    what = (raw.data or b"").decode()
    if what == "raise":
        raise KeyError("a stage is wrong")
    if what == "die":
        os._exit(3)
    if what == "hang":
        time.sleep(60)
    if what == "hang deaf":
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        time.sleep(60)
    return Document(source=raw.source, data=raw.data, text=what, kind="other")


def raws(*contents: str) -> list[RawDocument]:
    return [RawDocument(f"{index:03}.txt", content.encode()) for index, content in enumerate(contents)]


def codes(documents: list[Document]) -> list[str]:
    return [problem.code for document in documents for problem in document.problems]


def test_order_is_kept_by_several_workers() -> None:
    contents = [f"text {n}" for n in range(3 * BATCH_DOCUMENTS + 5)]
    read = list(run(raws(*contents), QUICK, work=misbehave, few=0))
    assert [document.text for document in read] == contents


def test_few_documents_are_read_in_this_process() -> None:
    seen: list[str] = []
    read = list(run(raws("a", "b"), Settings(workers=4), progress=lambda document: seen.append(document.source), work=misbehave))
    assert [document.text for document in read] == ["a", "b"]
    assert seen == ["000.txt", "001.txt"]


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_is_a_problem_of_its_document_alone(workers: int) -> None:
    settings = Settings(workers=workers)
    read = list(run(raws("fine", "raise", "fine too"), settings, work=misbehave, few=0))
    assert [document.status for document in read] == ["parsed", "rejected", "parsed"]
    assert codes(read) == ["stage_failed"]
    assert "KeyError" in read[1].problems[0].message


@pytest.mark.parametrize("workers", [1, 2])
def test_a_hang_ends_after_the_hard_limit(workers: int) -> None:
    settings = Settings(workers=workers, seconds_per_document=0.2, hard_limit_factor=2)
    begun = time.monotonic()
    read = list(run(raws("fine", "hang", "fine too"), settings, work=misbehave, few=0))
    assert codes(read) == ["time_budget"]
    assert [document.text for document in read] == ["fine", "", "fine too"]
    assert time.monotonic() - begun < 15


def test_a_worker_that_dies_loses_only_its_document() -> None:
    contents = [f"text {n}" for n in range(40)]
    contents[7] = contents[30] = "die"
    read = list(run(raws(*contents), QUICK, work=misbehave, few=0))
    assert [document.source for document in read] == [f"{n:03}.txt" for n in range(40)]
    assert [document.source for document in read if document.status == "rejected"] == ["007.txt", "030.txt"]
    assert codes(read) == ["stage_failed", "stage_failed"]


def test_a_worker_deaf_to_the_alarm_is_ended() -> None:
    read = list(run(raws("fine", "hang deaf", "fine too"), QUICK, work=misbehave, few=0))
    assert codes(read) == ["time_budget"]
    assert [document.text for document in read] == ["fine", "", "fine too"]


def test_a_row_keeps_the_documents_identity() -> None:
    raw = RawDocument("x.txt", b"raise")
    document = read_one(raw, Settings(), misbehave)
    assert (document.source, document.sha256, document.size_bytes) == ("x.txt", raw.sha256, 5)


def test_batches_are_bounded_in_number_and_size() -> None:
    small = list(batches(raws(*["x"] * (BATCH_DOCUMENTS + 1))))
    assert [len(batch) for batch in small] == [BATCH_DOCUMENTS, 1]
    large = list(batches(raws("x" * 600_000, "y", "z" * 600_000)))
    assert [len(batch) for batch in large] == [1, 2]
    assert list(batches([])) == []


def test_settings_say_what_is_wrong() -> None:
    with pytest.raises(ValueError, match="workers is 0; use 1 or more"):
        Settings(workers=0)
