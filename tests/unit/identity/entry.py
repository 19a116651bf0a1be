"""Short ways to write entries in tests."""

from __future__ import annotations

from igf_extract.model import Entry, EntryKey

FIELDS = {"cs": "civil_society", "ps": "private_sector", "tc": "technical_community", "gov": "government", "ac": "academia"}


def entry(
    session: str,
    ordinal: int,
    name: str | None = None,
    organization: str | None = None,
    *,
    group: str | None = None,
    region: str | None = None,
    country: str | None = None,
    role: str = "speaker",
    year: int | None = None,
) -> Entry:
    """An entry of the document ``session``; the year is read from its first four characters where it is not given."""
    found = year if year is not None else (int(session[:4]) if session[:4].isdigit() else None)
    return Entry(
        key=EntryKey(session, 0, ordinal),
        session=session,
        year=found,
        role=role,
        name=name,
        organization=organization,
        stakeholder_group=FIELDS.get(group, group) if group else None,
        regional_group=region,
        country_code=country,
    )
