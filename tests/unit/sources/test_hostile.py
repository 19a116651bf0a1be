"""A gigabyte of zeros in every container, at the limits of a run: a clear problem, little memory, the documents beside it are read."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

GIBIBYTE = 2**30
# a child's ru_maxrss begins with its parent's on Linux; VmHWM is the process's own
_PEAK = """
import pathlib, resource, sys
def PEAK():
    status = pathlib.Path("/proc/self/status")
    if status.exists():
        return int(next(line for line in status.read_text().splitlines() if line.startswith("VmHWM")).split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
"""
_MEASURE = """
import json, sys
from igf_extract.sources import documents
found = [[raw.source, raw.data is not None, [p.code for p in raw.problems]] for raw in documents(sys.argv[1:])]
peak = PEAK()
print(json.dumps([found, peak]))
"""


def zeros_in_gzip(path: Path, head: bytes = b"", size: int = GIBIBYTE) -> None:
    """Members of 64 MiB of zeros, packed once and repeated."""
    piece = gzip.compress(bytes(2**26), 6)
    path.write_bytes(gzip.compress(head) + piece * (size // 2**26))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["z.txt.gz", "z.zip", "z.tar.gz", "z.jsonl.gz", "z.warc.gz"])
def test_a_gigabyte_of_zeros(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "z.zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            archive.writestr("a.txt", "IGF 2023 WS #7 A title")
            with archive.open("z.txt", "w", force_zip64=True) as member:
                for _ in range(GIBIBYTE // 2**24):
                    member.write(bytes(2**24))
    elif name == "z.tar.gz":
        page, zeros = tarfile.TarInfo("a.txt"), tarfile.TarInfo("z.txt")
        page.size, zeros.size = 512, GIBIBYTE
        zeros_in_gzip(path, page.tobuf() + b"IGF 2023".ljust(512) + zeros.tobuf())
    elif name == "z.jsonl.gz":
        zeros_in_gzip(path, b'{"id": "a.txt", "text": "IGF 2023 WS #7 A title"}\n')
    elif name == "z.warc.gz":
        pytest.importorskip("fastwarc", reason="the extra web is not installed")
        head = b"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://igf.example/%s\r\nContent-Type: text/plain\r\n"
        page = head % b"a.txt" + b"Content-Length: 22\r\n\r\nIGF 2023 WS #7 A title\r\n\r\n"
        zeros_in_gzip(path, page + head % b"z.txt" + b"Content-Length: %d\r\n\r\n" % GIBIBYTE)
    else:
        zeros_in_gzip(path)
    done = subprocess.run([sys.executable, "-c", _PEAK + _MEASURE, str(path)], capture_output=True, text=True, check=True)
    found, peak = json.loads(done.stdout)
    assert peak < 500
    assert next(codes for _, read, codes in found if not read) in (["too_large"], ["damaged_container"])
    assert [source.rpartition("/")[2] for source, read, _ in found if read] == ([] if name == "z.txt.gz" else ["a.txt"])


def test_fifty_megabytes_in_bounded_time_and_memory() -> None:
    """A text over the limit of characters is decoded and no more: neither mojibake nor language nor layout is looked for."""
    measure = """
import json, sys, time
from igf_extract.model import RawDocument
from igf_extract.pipeline import run_document
from igf_extract.settings import Settings
text = ("a line of text with â€™ broken signs and ‘quotes’ — " * 20 + "\\r\\n").encode() * 50_000
text = text[:50_000_000]
started = time.process_time()
document = run_document(RawDocument("a.txt", text), Settings(model="none"))
peak = PEAK()
print(json.dumps([time.process_time() - started, peak, document.status, document.language, document.repaired_characters]))
"""
    done = subprocess.run([sys.executable, "-c", _PEAK + measure], capture_output=True, text=True, check=True)
    seconds, peak, status, language, repaired = json.loads(done.stdout)
    assert (status, language, repaired) == ("rejected", None, 0)
    assert seconds < 15
    assert peak < 1000
