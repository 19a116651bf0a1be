"""The annual meetings: their years, the words that name one, and their days."""

from __future__ import annotations

from igf_extract.vocab.meetings import find_meeting, meeting_day, meetings


def test_meetings() -> None:
    assert [meeting.year for meeting in meetings()] == list(range(2006, 2026))
    named = find_meeting("taken during the Eigth Meeting of the IGF, in Bali")
    assert named is not None and named.meeting.year == 2013
    assert find_meeting("between the Sixth Meeting of the IGF and IGF 2014") is None
    assert meeting_day(7, 12, 16) == meeting_day(12, 7, 16)
    assert meeting_day(7, 11, 16) is None
