"""Results of earlier runs, so that a run reads only what is new or changed and a killed run goes on where it was.

A part file holds a few documents: one line of JSON (the keys, and the hash of what follows), then the pickled documents. It
is written under another name and renamed, so a part is whole or not there. A part whose hash is wrong is read again.
"""

from __future__ import annotations

import hashlib
import json
import pickle
import shutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from igf_extract.model import Document, RawDocument

PART_DOCUMENTS = 32
PART_CHARACTERS = 4_000_000
RETRIED = frozenset({"stage_failed", "time_budget"})  # may end better next time, on a machine with less to do

Read = Callable[[Iterable[RawDocument]], Iterator[Document]]


def document_key(raw: RawDocument) -> str | None:
    """What the result depends on of the document; None where there are no bytes, which costs nothing to read again."""
    if raw.data is None:
        return None
    parts = (raw.source, raw.sha256, raw.media_type, raw.charset, raw.size_bytes, [(p.code, p.message) for p in raw.problems])
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


@dataclass
class Store:
    """The results in ``folder`` that were read under ``run_key``; those of other keys are removed when it is opened."""

    folder: Path
    run_key: str
    _parts: dict[str, Path] = field(default_factory=dict, init=False)
    _used: set[Path] = field(default_factory=set, init=False)
    _loaded: tuple[Path | None, dict[str, Document]] = field(default=(None, {}), init=False)
    _new: dict[str, Document] = field(default_factory=dict, init=False)
    _characters: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self._home.mkdir(parents=True, exist_ok=True)
        (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
        for other in self.folder.iterdir():
            if other.is_dir() and other != self._home:
                shutil.rmtree(other, ignore_errors=True)
        for part in sorted(self._home.glob("*.part")):
            self._parts.update(dict.fromkeys(_keys(part), part))

    @property
    def _home(self) -> Path:
        return self.folder / self.run_key

    def load(self, key: str) -> Document | None:
        """The result of an earlier run, or None where there is none that can be trusted."""
        part = self._parts.get(key)
        if part is None:
            return None
        if self._loaded[0] != part:
            self._loaded = (part, _documents(part))
        document = self._loaded[1].get(key)
        if document is None:
            del self._parts[key]
        else:
            self._used.add(part)
        return document

    def save(self, key: str, document: Document) -> None:
        """Keeps a result; it is on disk after the next full part or ``finish``."""
        if RETRIED & {problem.code for problem in document.problems}:
            return
        self._new[key] = document
        self._characters += len(document.text)
        if len(self._new) >= PART_DOCUMENTS or self._characters >= PART_CHARACTERS:
            self.flush()

    def flush(self) -> None:
        """Writes the results that are not on disk yet."""
        if not self._new:
            return
        body = pickle.dumps(self._new, protocol=pickle.HIGHEST_PROTOCOL)
        digest = hashlib.sha256(body).hexdigest()
        part = self._home / f"{digest[:32]}.part"
        _put(part, json.dumps({"keys": list(self._new), "sha256": digest}).encode(), body)
        self._used.add(part)
        self._new, self._characters = {}, 0

    def finish(self) -> None:
        """After a complete run: writes what is left, removes parts of documents that are no longer there."""
        self.flush()
        for part in set(self._home.glob("*.part")) - self._used:
            part.unlink(missing_ok=True)

    def kept(self, name: str) -> bytes | None:
        """What a run under the same key has put under this name; None where there is nothing that can be trusted."""
        try:
            head, _, body = (self._home / f"{name}.kept").read_bytes().partition(b"\n")
        except OSError:
            return None
        return body if head == hashlib.sha256(body).hexdigest().encode() else None

    def keep(self, name: str, body: bytes) -> None:
        """Puts something of the whole run under a name, in place of what was there."""
        _put(self._home / f"{name}.kept", hashlib.sha256(body).hexdigest().encode(), body)


def resume(documents: Iterable[RawDocument], store: Store, read: Read) -> Iterator[Document]:
    """Every document in order: from the store where it is known, else through ``read``."""
    order: deque[tuple[str | None, Document | None]] = deque()

    def unknown() -> Iterator[RawDocument]:
        for raw in documents:
            key = document_key(raw)
            known = store.load(key) if key else None
            order.append((key, known))
            if known is None:
                yield raw

    try:
        for document in read(unknown()):
            yield from _known(order)
            key, _ = order.popleft()
            if key:
                store.save(key, document)
            yield document
        yield from _known(order)
        store.finish()
    finally:
        store.flush()


def _known(order: deque[tuple[str | None, Document | None]]) -> Iterator[Document]:
    """Takes the known documents off the front."""
    while order and (document := order[0][1]) is not None:
        order.popleft()
        yield document


def _put(path: Path, head: bytes, body: bytes) -> None:
    """Writes a line and a body under another name and renames: the file is whole or not there."""
    unfinished = path.with_suffix(".new")
    unfinished.write_bytes(head + b"\n" + body)
    unfinished.replace(path)


def _keys(part: Path) -> list[str]:
    try:
        with part.open("rb") as stream:
            return [str(key) for key in json.loads(stream.readline())["keys"]]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _documents(part: Path) -> dict[str, Document]:
    try:
        head, _, body = part.read_bytes().partition(b"\n")
        if json.loads(head)["sha256"] != hashlib.sha256(body).hexdigest():
            return {}
        documents: dict[str, Document] = pickle.loads(body)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ImportError, pickle.UnpicklingError, EOFError):
        return {}
    return documents
