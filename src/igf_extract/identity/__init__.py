"""Who is who: one id for one person and one organisation over all documents."""

from igf_extract.identity.corpus import resolve
from igf_extract.identity.memory import Memory
from igf_extract.identity.mentions import link_names
from igf_extract.identity.registry import remember

__all__ = ["Memory", "link_names", "remember", "resolve"]
