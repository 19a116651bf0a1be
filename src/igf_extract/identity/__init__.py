"""Who is who: one id for one person and one organisation over all documents."""

from igf_extract.identity.corpus import resolve

__all__ = ["resolve"]
