"""Bytes become text: marks, UTF-16, legacy pages by evidence, damage, and what is no text at all."""

from __future__ import annotations

import os
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igf_extract.model import PROBLEMS, Problem, RawDocument
from igf_extract.text import decode
from igf_extract.text.codepages import pages
from igf_extract.text.encoding import Decoded, decode_bytes
from igf_extract.text.ranges import code_points
from igf_extract.vocab.load import DataFileError

PAGES = tomllib.loads((files("igf_extract") / "data" / "codepages.toml").read_text(encoding="utf-8"))["page"]
ENGLISH = "Organizer 1: Ana, Civil Society, Asia-Pacific Group\n" * 20


def codes(data: bytes, **raw: str) -> list[str]:
    return [problem.code for problem in decode(RawDocument("x", data, **raw)).problems]  # type: ignore[arg-type]


@pytest.mark.parametrize(("page", "text"), [(page, text) for page in PAGES for text in page.get("fires", [])])
def test_legacy_pages(page: dict[str, str], text: str) -> None:
    for whole in (text, ENGLISH + text):
        found = decode_bytes(whole.encode(page["codec"]))
        assert isinstance(found, Decoded)
        assert (found.encoding, found.text, found.legacy) == (page["name"], whole, True)


@pytest.mark.parametrize("text", ["it’s a “test” – yes", "NÃO; ação", "Müller", "café", "• item", "Zoë, José, François, São, Åsa", "12 €"])
def test_windows_1252_is_the_usual_legacy_page(text: str) -> None:
    assert decode_bytes(text.encode("cp1252")) == Decoded(text, "windows-1252", legacy=True)
    assert codes(text.encode("cp1252")) == ["legacy_encoding"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32", "utf-8"])
@pytest.mark.parametrize("text", ["IGF 2023 WS #7\r\nTitle é", "Привет мир\nи ещё раз", "网络治理论坛 讨论\n数据 网络 🔒"])
def test_unicode_encodings(encoding: str, text: str) -> None:
    document = decode(RawDocument("x", text.encode(encoding)))
    assert document.text == text.replace("\r\n", "\n")
    assert document.problems == ()


def test_cut_utf16_keeps_the_rest() -> None:
    document = decode(RawDocument("x", ("\ufeff" + ENGLISH).encode("utf-16-le")[:-1]))
    assert document.text == ENGLISH[:-1] + "\ufffd"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("é à ü ".encode() * 3 + b"\x92 x", "é à ü " * 3 + "\ufffd x"),
        ("IGF – a € ".encode()[:-2], "IGF – a \ufffd"),
        (b"abc \xe2\x82", "abc \ufffd"),
    ],
)
def test_stray_bytes_in_utf8_are_replaced(data: bytes, text: str) -> None:
    document = decode(RawDocument("x", data))
    assert document.text == text
    assert document.encoding == "utf-8"
    assert [problem.code for problem in document.problems] == ["undecodable"]


def test_nul_bytes_are_removed() -> None:
    for text in ("IGF 2023\0 WS", "\0IGF 2023 WS", ENGLISH.replace("Ana", "A\0na")):
        assert decode(RawDocument("x", text.encode())).text == text.replace("\0", "")


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\nabc", b"\x89PNG\r\n\x1a\nx", b"PK\x03\x04abc", bytes(range(256)) * 9, os.urandom(4000), bytes(4000)]
)
def test_binary(data: bytes) -> None:
    document = decode(RawDocument("x", data))
    assert (document.status, document.kind, document.text) == ("rejected", "unreadable", "")
    assert codes(data) == ["binary"]


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\xef\xbb\xbf", "\u200b \u00a0".encode()])
def test_empty(data: bytes) -> None:
    assert codes(data) == ["empty"]
    assert decode(RawDocument("x", data)).status == "rejected"


def test_unread_documents_keep_their_reason() -> None:
    document = decode(RawDocument("x", None, (Problem("too_large", "too big"),), size_bytes=99))
    assert (document.status, document.kind, document.size_bytes, document.sha256) == ("rejected", "unreadable", 99, None)
    assert [problem.code for problem in document.problems] == ["too_large"]
    assert [problem.code for problem in decode(RawDocument("x", None)).problems] == ["unreadable_file"]


def test_long_text_is_kept_but_rejected() -> None:
    document = decode(RawDocument("x", b"abcdef"), max_characters=5)
    assert (document.text, document.status) == ("abcdef", "rejected")
    assert [problem.code for problem in document.problems] == ["too_large"]
    assert decode(RawDocument("x", b"abcde"), max_characters=5).status == "parsed"


def test_what_is_filled() -> None:
    document = decode(RawDocument("x", "a ๐Ÿ”’ itâ€™s\r\n".encode()))
    assert document.text == "a 🔒 it’s\n"
    assert (document.repaired_characters, document.encoding, document.size_bytes) == (2, "utf-8", 27)
    assert [(edit.rule, edit.new) for edit in document.edits] == [("mojibake", "🔒"), ("mojibake", "’"), ("line_end", "\n")]
    assert document.sha256 == RawDocument("x", document.data).sha256


def test_claimed_charset_counts_only_where_it_fits() -> None:
    assert decode_bytes("Привет".encode("koi8-r"), "KOI8-R") == Decoded("Привет", "koi8-r", legacy=True)
    assert decode_bytes("café".encode(), "iso-8859-1") == Decoded("café", "utf-8")
    assert isinstance(decode_bytes("café".encode("cp1252"), "rot13"), Decoded)
    assert isinstance(decode_bytes("café".encode("cp1252"), "no such \x00"), Decoded)


@given(st.binary(max_size=300), st.sampled_from([None, "text/html"]))
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_a_document(data: bytes, media_type: str | None) -> None:
    document = decode(RawDocument("x", data, media_type=media_type))
    assert document.status in {"parsed", "rejected"}
    assert all(problem.code in PROBLEMS for problem in document.problems)
    assert document.status == "parsed" or document.problems
    document.text.encode("utf-8")


@given(st.text(alphabet="àâçèéêëîïôùûœæ ,.abcdefgh’«»", min_size=1, max_size=60))
@settings(max_examples=100, deadline=None)
def test_bytes_of_a_page_come_back_or_are_told(text: str) -> None:
    data = text.encode("cp1252")
    found = decode_bytes(data)
    assert isinstance(found, Decoded)
    assert found.legacy or found.replaced or found.text.encode() == data  # the last: by chance valid UTF-8


def test_pages_give_every_byte_a_meaning() -> None:
    for page in pages():
        if page.table:
            assert len(page.decode(bytes(range(256)))) == 256
            assert set(page.byte_of.values()) >= set(range(0xA0, 0x100))


@pytest.mark.parametrize("entry", ["00A0", "U+", "U+00A0-00B0", "U+XYZ"])
def test_wrong_ranges_are_told(entry: str) -> None:
    with pytest.raises(DataFileError, match="code points"):
        list(code_points([entry]))
