import pytest

from igf_extract.model import Document, Evidence, Section, Span, Turn
from igf_extract.ner.regions import paragraphs, prose_regions


def section(text: str, part: str, field: str = "description") -> Section:
    at = text.index(part)
    return Section(field, part, Evidence(Span(at, at + len(part)), "label"))


def test_paragraphs_stand_one_to_one() -> None:
    text = "Head\n  • First ‑ point\n\n2) Second point\nof a list"
    document = Document(source="x", text=text, kind="article")
    for paragraph in paragraphs(document):
        original = text[paragraph.start : paragraph.start + len(paragraph.text)]
        assert len(original) == len(paragraph.text)
        assert paragraph.text.split() == original.replace("‑", "-").split()


def test_list_markers_are_left_out() -> None:
    text = "C. Data\n(a) Access Now\n>> Thanks\n– Oxfam\n1. UNESCO"
    found = [p.text for p in paragraphs(Document(source="x", text=text, kind="other"))]
    assert found == ["Data", "Access Now", "Thanks", "Oxfam", "UNESCO"]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = "This line is long enough to be wrapped by the page, by the Ministry\nof Silly Walks, which is in town."
    assert len(list(paragraphs(Document(source="x", text=text, kind="article")))) == 1


def test_lists_of_the_page_are_no_prose() -> None:
    text = "Ann Lee, Oxfam\nA description of it"
    sections = (section(text, "Ann Lee, Oxfam", "participants"), section(text, "A description of it"))
    regions = prose_regions(Document(source="x", text=text, kind="session", sections=sections))
    assert [r.span.of(text) for r in regions] == ["A description of it"]
    assert regions[0].section_ordinal == 1


def test_the_label_of_a_turn_is_left_out() -> None:
    text = ">>CHAIR OKORO:   Thank you, Lin."
    turn = Turn("CHAIR OKORO", text, Evidence(Span(0, len(text)), "turn"))
    assert [p.text for p in paragraphs(Document(source="x", text=text, kind="transcript", turns=(turn,)))] == ["Thank you, Lin."]


def test_nested_sections_count_once() -> None:
    text = "one two three"
    sections = (section(text, text), section(text, "two"))
    assert len(prose_regions(Document(source="x", text=text, kind="session", sections=sections))) == 1


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("The meeting of last year was prepared in part by the Ministry", "of Silly Walks, which is in town.", 1),
        ("This year the secretariat will be hosted by the Department of", "Ports", 1),
        ("Ann Lee, chair of the Dynamic Coalition on the Internet of Frost", "Bob Lund, Frostwork", 2),
        ("Ann Lee, chair of the Dynamic Coalition on the Internet of Frost", "Bob Lund (Frostwork)", 2),
        ("Ann Lee, professor of the law of ports at the University of Lund", "Online moderator: Bob Lund", 2),
        (
            "Ann Lee, professor of the law of ports at the University of Lund",
            "The other speakers come from all parts of the world, and each of them has worked on it",
            2,
        ),
        ("Ann Lee spoke.", "Bob Lund spoke.", 2),
    ],
)
def test_only_a_full_line_goes_on(first: str, second: str, count: int) -> None:
    found = list(paragraphs(Document(source="x", text=f"{first}\n{second}", kind="article")))
    assert len(found) == count


def test_a_range_never_ends_inside_a_word() -> None:
    text = "Ann Lee met Bob Salihović today"
    sections = (section(text, "Ann Lee met Bob Salihov"),)
    found = list(paragraphs(Document(source="x", text=text, kind="session", sections=sections)))
    assert [p.text for p in found] == ["Ann Lee met Bob"]
