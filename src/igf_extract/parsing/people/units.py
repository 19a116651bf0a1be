"""Parts of a body that have no name of their own ("Office of the Chief Economist")."""

from __future__ import annotations

from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import place_kind
from igf_extract.vocab.words import is_known_organization, organization_words

_MOST_WORDS = 5  # of a part that ends with the word for it ("Information Society Division")


def is_inner_unit(text: str) -> bool:
    """Whether a body named behind a comma is a part of the one before it; those of states and of persons of rank stand for themselves.

    >>> is_inner_unit("Office of the Chief Economist"), is_inner_unit("Office of the Prime Minister"), is_inner_unit("Internet Society")
    (True, False, False)
    """
    words = fold(text).split()
    units, small = organization_words("inner_units"), organization_words("small")
    named = len(words) > 2 and words[0] in units and not small.isdisjoint(words[1:3])
    closes = 1 < len(words) <= _MOST_WORDS and words[-1] in units and words[0] not in small
    if not (named or closes) or is_known_organization(text) or not organization_words("ranks_of_state").isdisjoint(words):
        return False
    return place_kind(words[-1]) != "country"
