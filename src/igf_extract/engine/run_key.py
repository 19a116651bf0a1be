"""What a stored result depends on besides the document: the code, the word lists, the model, the libraries, the settings."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

from igf_extract.settings import Settings

READING_LIBRARIES = ("igf-extract", "numpy", "py3langid", "rapidfuzz", "regex", "selectolax", "spacy")


def run_key(settings: Settings) -> str:
    """32 hex digits that change whenever the same document might be read differently."""
    digest = hashlib.sha256()
    for part in _parts(settings):
        digest.update(part + b"\0")
    return digest.hexdigest()[:32]


def _parts(settings: Settings) -> Iterator[bytes]:
    yield repr((sys.version_info[:3], settings.max_characters, settings.seconds_per_document, settings.model)).encode()
    for name in READING_LIBRARIES:
        yield f"{name} {_version(name)}".encode()
    package = Path(str(files("igf_extract")))
    for path in sorted(package.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(package).as_posix().encode()
            yield hashlib.sha256(path.read_bytes()).digest()
    yield from _model(settings.model)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


def _model(model: str | None) -> Iterator[bytes]:
    """A pipeline of the user: its version where it is a package, sizes and times of its files where it is a folder."""
    if model is None:
        return
    yield _version(model).encode()
    folder = Path(model)
    for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
        status = path.stat()
        yield f"{path.relative_to(folder).as_posix()} {status.st_size} {status.st_mtime_ns}".encode()
