import pytest

from igf_extract.report.evaluation.compare import found_moment, plain, same_texts
from igf_extract.report.evaluation.sessions import pair
from igf_extract.report.evaluation.tally import Tally, count, f1_interval, wilson


def test_plain_folds_signs_case_and_the_end() -> None:
    assert plain("The  “Net” – 2.") == 'the "net" - 2'
    assert plain("Net") != plain("Nets")


def test_each_expected_text_is_used_once() -> None:
    found, expected = same_texts(["How does ice melt in spring?", "How does ice melt in spring"], ["How does ice melt in spring?"])
    assert count(found, expected) == Tally(right=1, extra=1)


@pytest.mark.parametrize(
    ("expected", "value"), [("2021-12-07T10:00:00", "2021-12-07T11:00:00"), ("2021-12-07T10:00:00Z", "2021-12-07T10:00:00"), (None, None)]
)
def test_a_label_without_zone_is_held_against_the_wall_clock(expected: str | None, value: str | None) -> None:
    import datetime as dt

    row = {"starts_local": dt.datetime(2021, 12, 7, 11), "starts_at": dt.datetime(2021, 12, 7, 10, tzinfo=dt.UTC) if expected else None}
    assert found_moment(row, "starts_at", expected) == value


def test_sessions_are_paired_by_number_before_title() -> None:
    gold = [{"number": "7", "title": "Ice"}, {"number": None, "title": "Fire and Water"}]
    rows = [{"number": None, "title": "Fire and Waters"}, {"number": "7", "title": "Something else"}, {"number": "9", "title": "New"}]
    assert pair(gold, rows) == [(gold[0], rows[1]), (gold[1], rows[0]), (None, rows[2])]


def test_a_single_session_is_paired_whatever_its_title() -> None:
    assert pair([{"title": "Ice"}], [{"title": "Quite another"}])[0][1] is not None


def test_intervals_hold_the_value_and_narrow_with_more_documents() -> None:
    few = f1_interval([Tally(8, 1, 1), Tally(2, 3, 1)])
    many = f1_interval([Tally(8, 1, 1), Tally(2, 3, 1)] * 20)
    assert few and many and few[0] <= many[0] <= 20 / 26 <= many[1] <= few[1]
    assert few == f1_interval([Tally(8, 1, 1), Tally(2, 3, 1)])
    assert f1_interval([Tally()]) is None
    assert wilson(0, 0) is None
