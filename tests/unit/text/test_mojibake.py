"""Wrongly decoded text is put right, clean text in any language never changes, and repeated repair changes nothing more."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import Any

import ftfy
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from igf_extract.model import RawDocument
from igf_extract.text import decode
from igf_extract.text.codepages import pages
from igf_extract.text.mojibake import mojibake_edits, repair

CASES: dict[str, list[dict[str, Any]]] = tomllib.loads((Path(__file__).parents[2] / "cases" / "mojibake.toml").read_text(encoding="utf-8"))
LOCK = "Ana, \u0e50\u0178\u201d\u2019"
CLEAN = [line for case in CASES["clean"] for line in case["lines"]]
SAMPLES = [
    "🔒 Org",
    "it’s “quoted” – dash",
    "António, Nicolás, coração",
    "Łódź żółć",
    "Привет мир, Россия",
    "€ 5 ™ © 2020",
    "Nguyễn Thị Hồng",
]


def cleaned(text: str) -> str:
    return decode(RawDocument("x", text.encode())).text


@pytest.mark.parametrize("case", CASES["broken"], ids=lambda case: case["why"])
def test_broken_text_is_put_right(case: dict[str, Any]) -> None:
    assert cleaned(case["text"]).strip() == case["becomes"]


@pytest.mark.parametrize("line", CLEAN)
def test_clean_text_never_changes(line: str) -> None:
    assert repair(line) == line
    assert [word for word in line.split() if repair(word) != word] == []


@pytest.mark.parametrize("line", CLEAN)
def test_clean_text_beside_damage_stays(line: str) -> None:
    assert repair(f"{line} {LOCK}") == f"{line} Ana, 🔒"


@pytest.mark.parametrize("case", CASES["known_failure"], ids=lambda case: case["why"])
def test_known_failures(case: dict[str, Any]) -> None:
    assert repair(case["text"]) != case["wanted"], "it works now: move the case to [[broken]]"


@pytest.mark.parametrize("case", CASES["broken"], ids=lambda case: case["why"])
def test_where_ftfy_repairs_too_it_agrees(case: dict[str, Any]) -> None:
    second = ftfy.fix_encoding(case["text"])
    ours = repair(case["text"])
    if second not in (case["text"], ours):  # it stops half-way where a page is unknown to it
        assert repair(second).replace("\ufeff", "").strip() == case["becomes"]


def test_the_lock_sign_needs_more_than_ftfy() -> None:
    assert "🔒" not in ftfy.fix_encoding(LOCK)
    assert repair(LOCK) == "Ana, 🔒"


@pytest.mark.parametrize("page", [page for page in pages() if page.repair and page.table], ids=lambda page: page.name)
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_page(page: Any, sample: str) -> None:
    broken = page.decode(sample.encode())
    if page.name == "windows-874" and sample.startswith("Nguy"):
        pytest.skip("Thai letters inside words prove nothing there")
    assert repair(broken) == sample


def test_edits_are_told_one_by_one() -> None:
    edits = mojibake_edits(f"itâ€™s {LOCK}")
    assert [(edit.start, edit.old, edit.new, edit.rule) for edit in edits] == [(2, "â€™", "’", "mojibake"), (12, "๐Ÿ”’", "🔒", "mojibake")]


@given(st.text(max_size=80))
@example("ÂÂ¼")
@example("xÃ‚¼ ÂÂ¼ÂÂ¼")
@settings(max_examples=150, deadline=None)
def test_repair_is_stable_on_any_text(text: str) -> None:
    once = repair(text)
    assert repair(once) == once


@given(st.text(st.characters(min_codepoint=0xA1, max_codepoint=0x17F, categories=("L", "P")), min_size=1, max_size=12))
@settings(max_examples=150, deadline=None)
def test_what_was_spoilt_beside_a_proof_comes_back(text: str) -> None:
    broken = (text + "é’").encode().decode("cp1252", "ignore")
    assume(repair(text + "é’") == text + "é’")  # else the text itself reads like a spoilt one, and is repaired once more
    if len(broken) == len((text + "é’").encode()):  # nothing was lost on the way
        assert repair(f"x {broken} x") == f"x {text}é’ x"


@pytest.mark.parametrize(
    "line", ["Speaker 1: a, b; ", "l’accès à l’été « ça » ", "การกำกับดูแล รถ ", "Ð", "Ã", "â€", "\u00a0", "a\r"], ids=ascii
)
def test_long_lines_take_seconds(line: str) -> None:
    text = line * (2_000_000 // len(line))
    started = time.process_time()
    mojibake_edits(text)
    assert time.process_time() - started < 10
