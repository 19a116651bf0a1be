"""A re-run reads only what is new or changed; what is kept gives the same result; nothing doubtful is ever used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from igf_extract.engine import Store, run, run_key
from igf_extract.engine.store import PART_DOCUMENTS, document_key, resume
from igf_extract.model import Document, Problem, RawDocument
from igf_extract.settings import Settings


class Reader:
    """Reads documents and remembers which."""

    def __init__(self, code: str | None = None, stop_after: int | None = None) -> None:
        self.seen: list[str] = []
        self.code = code
        self.stop_after = stop_after

    def __call__(self, raws: Iterable[RawDocument]) -> Iterator[Document]:
        for raw in raws:
            if len(self.seen) == self.stop_after:
                raise KeyboardInterrupt
            self.seen.append(raw.source)
            problems = (Problem(self.code, "x"),) if self.code else ()
            yield Document(source=raw.source, text=(raw.data or b"").decode(), problems=problems)


def raws(count: int) -> list[RawDocument]:
    return [RawDocument(f"{n:03}.txt", f"text {n}".encode()) for n in range(count)]


def again(folder: Path, documents: list[RawDocument], reader: Reader, key: str = "k") -> list[str]:
    return [document.text for document in resume(documents, Store(folder, key), reader)]


def test_second_run_reads_nothing(tmp_path: Path) -> None:
    first, second = Reader(), Reader()
    texts = again(tmp_path, raws(70), first)
    assert again(tmp_path, raws(70), second) == texts
    assert (len(first.seen), second.seen) == (70, [])


def test_new_and_changed_documents_are_read_in_their_order(tmp_path: Path) -> None:
    documents = raws(50)
    again(tmp_path, documents, Reader())
    documents[7] = replace(documents[7], data=b"changed")
    documents.insert(20, RawDocument("new.txt", b"new"))
    reader = Reader()
    texts = again(tmp_path, documents, reader)
    assert reader.seen == ["007.txt", "new.txt"]
    assert texts == [(document.data or b"").decode() for document in documents]


def test_interrupted_run_goes_on(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        again(tmp_path, raws(60), Reader(stop_after=45))
    reader = Reader()
    again(tmp_path, raws(60), reader)
    assert len(reader.seen) == 15


def test_other_code_or_settings_use_nothing(tmp_path: Path) -> None:
    again(tmp_path, raws(3), Reader(), "k")
    reader = Reader()
    again(tmp_path, raws(3), reader, "other")
    assert len(reader.seen) == 3
    assert not (tmp_path / "k").exists()


def test_failures_are_tried_again(tmp_path: Path) -> None:
    again(tmp_path, raws(2), Reader(code="time_budget"))
    reader = Reader()
    again(tmp_path, raws(2), reader)
    assert len(reader.seen) == 2


@pytest.mark.parametrize("damage", [lambda body: body[:-3], lambda body: b"", lambda body: body.replace(b"text", b"tEXt")])
def test_damaged_part_is_read_again(tmp_path: Path, damage: object) -> None:
    texts = again(tmp_path, raws(5), Reader())
    (part,) = (tmp_path / "k").glob("*.part")
    part.write_bytes(damage(part.read_bytes()))  # type: ignore[operator]
    reader = Reader()
    assert again(tmp_path, raws(5), reader) == texts
    assert len(reader.seen) == 5


def test_parts_of_vanished_documents_are_removed(tmp_path: Path) -> None:
    again(tmp_path, raws(3 * PART_DOCUMENTS), Reader())
    again(tmp_path, raws(PART_DOCUMENTS), Reader())
    assert len(list((tmp_path / "k").glob("*.part"))) == 1


def test_the_key_of_a_run(tmp_path: Path) -> None:
    assert run_key(Settings()) == run_key(Settings(workers=3))
    assert run_key(Settings()) != run_key(Settings(model="none"))
    (tmp_path / "model").write_text("a")
    before = run_key(Settings(model=str(tmp_path)))
    (tmp_path / "model").write_text("ab")
    assert run_key(Settings(model=str(tmp_path))) != before


def test_the_key_of_a_document() -> None:
    raw = RawDocument("a", b"x")
    keys = {document_key(r) for r in (raw, RawDocument("b", b"x"), RawDocument("a", b"y"), replace(raw, media_type="text/html"))}
    assert len(keys) == 4
    assert document_key(RawDocument("a", None)) is None


def shout(raw: RawDocument, settings: Settings) -> Document:
    return Document(source=raw.source, text=(raw.data or b"").decode().upper())


def test_run_with_workers_and_store(tmp_path: Path) -> None:
    first = list(run(raws(40), Settings(workers=2), work=shout, few=0, store=Store(tmp_path, "k")))
    seen: list[str] = []
    second = list(run(raws(41), Settings(workers=2), lambda d: seen.append(d.source), work=shout, store=Store(tmp_path, "k")))
    assert second[:40] == first
    assert len(seen) == 41
