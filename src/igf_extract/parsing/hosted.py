"""Lines below the title of a page that say what the session is and who holds it: "Open Forum of the Velm Council", "Atelier organisé par la
Société Foo".

Consumes a line; produces the places of the type and of the body in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from igf_extract.model import Span
from igf_extract.parsing.people.shape import organization_score, title_score
from igf_extract.vocab.session_types import read_type_line

_HOSTED = re.compile(
    r"(?:an? |the |une? |u[mn]a? |el |le |l['’])?([^\W\d_][\w -]{3,30}?)(?: session)? "
    r"(?:(?:co-|jointly )?(?:organi[sz]ed|hosted|convened) by|of|by|organis[ée]e? par|org?ani[sz]ad[oa] p[oe]r|de|du|del|d[ao])"
    r"(?: the| la| l[eo]s| el| [ao])?(?: l['’]| )(?-i:(?=[^\W\d_a-zà-ÿ]))",
    re.IGNORECASE,
)
_LONGEST = 10  # words of a body that holds a session
_CERTAIN = 0.65  # score of a body
# of the others a body is a part of the name ("Dynamic Coalition of the Velm Council")
_TYPES = frozenset({"workshop", "open_forum", "town_hall", "lightning_talk", "launch_award", "networking", "day_0"})


@dataclass(frozen=True, slots=True)
class Hosted:
    """A type of session and the characters of the line that name it and the body that holds it."""

    code: str
    type_at: Span
    body_at: Span


def hosted(text: str) -> Hosted | None:
    """What a line says that names a type of session and its host and nothing else.

    >>> hosted("Open Forum of the Velm Council").code, hosted("Workshop of the day")
    ('open_forum', None)
    """
    found = _HOSTED.match(text)
    code = read_type_line(found[1]) if found is not None else None
    if found is None or code not in _TYPES or text.endswith((".", "?", "!", ":", ";")):
        return None
    body = text[found.end() :]
    if len(body.split()) > _LONGEST or organization_score(body) < _CERTAIN or title_score(body) >= _CERTAIN:
        return None
    return Hosted(code, Span(*found.span(1)), Span(found.end(), len(text)))
