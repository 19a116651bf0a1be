"""Lines that an editor broke at a margin."""

from __future__ import annotations

from igf_extract.parsing.lines import part_of, span_in, split_lines
from igf_extract.parsing.wrapped import join, unwrapped

_TEXT = """ For four hundred years nobody has owned the river, and yet every boat has a
 flag. The workshop, proposed by the Harbour Trust together with the pilots of
 the delta, asks whether a letter might be treated like a boat: free on the way,
 subject to the port when it arrives, and to nobody at all in between the two of
 them.

 Speakers:

 1. Ana Lima, Professor of the Law of Rivers and Canals at the University of Velm
 Harbour
 2. Rui Salgado, Open Lab
"""


def test_items_and_sentences_are_joined() -> None:
    lines = list(split_lines(_TEXT))
    joined = unwrapped(lines)
    assert any(line.text.endswith("University of Velm  Harbour") for line in joined)
    assert len(joined) < len(lines)


def test_offsets_stay() -> None:
    for line in unwrapped(list(split_lines(_TEXT))):
        assert " ".join(_TEXT[line.span.start : line.span.end].split()) == " ".join(line.text.split())
        assert len(line.text) == line.span.end - line.span.start


def test_other_pages_stay_as_they_are() -> None:
    lines = list(split_lines("Ana Lima, Net Trust\nRui Salgado, Open Lab\nand others\n"))
    assert unwrapped(lines) == lines


_RAGGED = """Introduction
The coalition held its second meeting on the morning of the third day, which was open to
everybody and attracted some 25 people, fewer than hoped for, since several of the members had given
up their journey. The coordinator followed by telephone as far as the
line allowed; on her behalf Rui Salgado kindly agreed to chair. Those who came included Ana
Lima (Net Trust), Luis Paz (Open Lab), Mina Sato (Association of Lamp Makers) and some more, and
Eva Kral (Harbour Trust).
Discussions
The inventory was presented by Luis Paz. In eleven of the valleys a village that wishes to
put up a lamp pays the same fee as a town.
"""


def test_sentences_go_on_without_one_margin() -> None:
    joined = [line.text for line in unwrapped(list(split_lines(_RAGGED)))]
    assert [text.split()[0] for text in joined] == ["Introduction", "The", "Discussions", "The"]
    assert "included Ana Lima (Net Trust)" in joined[1] and joined[1].endswith("Eva Kral (Harbour Trust).")


def test_a_joint_takes_the_characters_of_the_break() -> None:
    text = "Ana Lima\n\n   Net Trust"
    joint = join(*split_lines(text), mark=",")
    assert (joint.text, joint.span.of(text)) == ("Ana Lima,    Net Trust", text)


def test_a_part_of_a_line_quotes_it() -> None:
    text = "First\n  Room: Hall 4 |"
    line = list(split_lines(text))[1]
    assert part_of(line, 6, 12).span.of(text) == part_of(line, 6, 12).text == "Hall 4"
    assert span_in(line, 6).of(text) == "Hall 4 |"
