"""What stands around the title on a title line: year and forum, day, number, marks, what a page is called.

Source: the title lines of IGF pages from 2006 to 2025. All patterns are linear.
"""

from __future__ import annotations

import re
from functools import cache

from igf_extract.parsing.lines import EDGES
from igf_extract.vocab.meetings import meetings
from igf_extract.vocab.patterns import any_of
from igf_extract.vocab.title_marks import DASH

CELL = EDGES + "|"  # between a label and its value in a table
SKIP = EDGES + DASH + ":|•·/"
IGF = re.compile(
    r"(?:(?:the\s)?(?:IGF|Internet Governance Forum|FGI))[\s_]{0,3}[-–']?[\s_]{0,3}((?:19|20)\d\d)\b(?!\s?[-–/]\s?\d)", re.IGNORECASE
)
MEETING = re.compile(r"(?:the\s)?(?:IGF|Internet Governance Forum|FGI)[\s:–-]{1,3}", re.IGNORECASE)
# "2016 IGF Best Practice Forum"
YEAR_FIRST = re.compile(r"((?:19|20)\d\d)\s(?:IGF|Internet Governance Forum)(?![\w'’-])(?!\s?\d)", re.IGNORECASE)
DATE = re.compile(r"((?:19|20)\d\d)[ ./-](\d\d)[ ./-](\d\d)(?!\d)")
DAY = re.compile(rf"day\s?[{DASH}]?\s?(\d{{1,2}})(?!\d)(?!\s{{0,3}}(?:event|session)\b)", re.IGNORECASE)
NUMBER = re.compile(
    r"[\s:]{0,6}\(?\s{0,3}(?:#|no\b[.:]{0,2}|nr\b\.?|n[°º]|number\b:?)?\s{0,3}[:#]?\s{0,3}"
    r"(\d{1,4})(?![\w%])(?!\s?(?:st|nd|rd|th|min)\b)\)?",
    re.IGNORECASE,
)
MARK = re.compile(rf"\s{{0,6}}(?:\([^()\d]{{2,40}}\)\s{{0,2}}(?=:))?(?:[:|«“]|[{DASH}]{{1,2}}\s)")
NO = re.compile(r"\(\s?no\s?[.:]{1,2}\s?(\d{1,4})\s?\)|no\s?[.:]\s?(\d{1,4})(?!\w)", re.IGNORECASE)
CODED = re.compile(r"[A-Z][A-Z0-9]{1,4}\s(\d{1,3})\s?:\s")
LISTED = re.compile(r"(\d{1,4})\s?[.:)]\s+(?=\S)")
# "… (WS 241)", "… (IGF 2013 Workshop No. 233)", "… [OF #19]": groups of the year, the type and the number
SUFFIX = re.compile(
    r"(?:[(\[]|\s[-–—|]\s{1,3})(?:IGF(?:\s?((?:19|20)\d\d))?[\s:,–-]{1,3})?([A-Za-z][A-Za-z -]{1,20}?)\s?"
    r"(?:#|n(?:o|r)\b\.?\s?|n[°º]\s?|number\s)?\s?#?(\d{1,4})[)\]]?$",
    re.IGNORECASE,
)
QUOTES = ("«»", "“”", "„“", '""', "””")
TAIL = re.compile(r"\s{1,3}\|\s{1,3}IGF\s?(20\d\d)(?:\s{1,3}(?!\d)([^|]{2,40}?)\s?#?(\d{1,4}))?(?:\s{1,3}side event)?$", re.IGNORECASE)
# "Opening Session, IGF 2009", "Lamps at sea (Internet Governance Forum 2010)"
TAIL_YEAR = re.compile(r"(?:,\s|\s[-–—@]\s|\s\()(?:IGF|Internet Governance Forum)[\s-]?(20\d\d)\)?$", re.IGNORECASE)
EVENT = re.compile(r"event[\s_-]{0,3}#?\s?(\d{1,4})(?!\w)", re.IGNORECASE)
LINKED = re.compile(r"(?:of|on|for|by|with|about|from|sur|pour|de|des|du|sobre|para)\s", re.IGNORECASE)
GOES_ON = re.compile(r"(?:at|in|and|for|with|as|meets|from|to)\s")  # words with which a title goes on behind the name of the meeting
REPORT = re.compile(r"(?:\s[-–—|:]\s{0,2}|:\s|\s\()(?:session |workshop |final )?report\)?$", re.IGNORECASE)
STOP = re.compile(r"[.)]\s{1,3}(?=\S)")
OF_REPORT = re.compile(
    rf"\]?\s{{0,3}}(?:\(|[{DASH}]\s?)?(?:(?:session|workshop|final|summary)\s)?report\)?\s{{0,3}}[:{DASH}]\s{{0,3}}(?=\S)|\]", re.IGNORECASE
)
NUMERAL = re.compile(r"\s{1,3}(?:#?\d{1,2}|[IVX]{1,5})(?!\w)")
# "[NRIs] …", "[Parliamentary Session 4] …": a type in square brackets before the title
BRACKETED = re.compile(r"\s{0,3}\[([^\W\d_][^\[\]\d#]{1,40}?)(\s#?(?:\d{1,2}|[IVX]{1,4}))?\]\s{0,3}[:|]?\s{0,3}(?=\S)")


@cache
def city_pattern() -> re.Pattern[str]:
    """The forum by its city before a session: "IGF Nairobi: ", "IGF 2011 Nairobi - "."""
    return re.compile(
        rf"(?:the\s)?IGF[\s,@{DASH}]{{1,3}}(?:in\s|at\s)?({cities()})(?:\s20\d\d)?\s{{0,2}}[:,|{DASH}]\s{{0,2}}", re.IGNORECASE
    )


@cache
def city_year() -> re.Pattern[str]:
    """ "IGF Rio 2007", "IGF in Nairobi, 2011"."""
    return re.compile(
        rf"(?:the\s)?(?:IGF|Internet Governance Forum)[\s,]{{1,2}}(?:in\s|at\s)?(?:{cities()})[\s,]{{1,2}}((?:19|20)\d\d)\b", re.IGNORECASE
    )


@cache
def at_meeting() -> re.Pattern[str]:
    """The meeting between the number of a session and its title ("Workshop 112 at the IGF in Nairobi: …"); groups: year and city."""
    return re.compile(
        rf"\s{{0,2}}(?:at|in|of|during)\s(?:the\s)?(?:IGF|Internet Governance Forum)(?:[\s,]{{1,2}}((?:19|20)\d\d))?"
        rf"(?:[\s,]{{1,2}}(?:in\s|at\s)?({cities()}))?(?:[\s,]{{1,2}}(?:19|20)\d\d)?\s{{0,2}}(?:[:|]|\s[{DASH}]\s)\s{{0,3}}(?=\S)",
        re.IGNORECASE,
    )


@cache
def city_behind() -> re.Pattern[str]:
    """What may stand between the year and the type: the city, a slash ("IGF 2011 Nairobi / Workshop 174", "IGF 2010, Vilnius: WS 12")."""
    place = rf"(?:[\s,(]{{0,3}}(?:in\s|at\s)?(?:{cities()})\)?)?(?:[\s,]{{1,2}}(?:{countries()}))?"
    return re.compile(rf"{place}\s{{0,2}}[/:|,{DASH}]\s{{0,2}}", re.IGNORECASE)


@cache
def cities() -> str:
    """The cities of the meetings as one alternation."""
    return any_of(city for meeting in meetings() for city in meeting.cities)


@cache
def countries() -> str:
    """The countries of the meetings as one alternation."""
    return any_of(meeting.country for meeting in meetings() if meeting.country)
