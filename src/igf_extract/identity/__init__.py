"""Who is who: one id for one person and one organisation over all documents."""

from igf_extract.identity.corpus import resolve
from igf_extract.identity.mentions import link_names

__all__ = ["link_names", "resolve"]
