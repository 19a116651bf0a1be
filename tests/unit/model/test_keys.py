"""Ids of documents: by their bytes, the same whatever the order."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from igf_extract.model import Document, document_ids


def test_equal_bytes_are_told_apart_in_the_order_of_the_sources():
    documents = [Document(source=s, sha256="a" * 64) for s in ("c", "a", "b")]
    assert document_ids(documents) == ("a" * 16 + "-3", "a" * 16, "a" * 16 + "-2")


def test_a_document_without_bytes_is_known_by_its_source():
    first, second = document_ids([Document(source="x"), Document(source="y\udcff")])
    assert first != second and len(first) == len(second) == 16


@given(st.lists(st.tuples(st.text(max_size=3), st.none() | st.sampled_from(["a" * 64, "b" * 64]))), st.integers())
def test_ids_are_unique_and_do_not_depend_on_the_order(pairs, seed):
    documents = [Document(source=source, sha256=digest) for source, digest in pairs]
    ids = document_ids(documents)
    assert len(set(ids)) == len(ids)
    order = random.Random(seed).sample(range(len(documents)), len(documents))
    again = document_ids([documents[i] for i in order])
    assert sorted(zip(again, (pairs[i] for i in order), strict=True), key=str) == sorted(zip(ids, pairs, strict=True), key=str)
