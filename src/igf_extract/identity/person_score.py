"""How likely two groups of entries are one person; what forbids it."""

from __future__ import annotations

from collections.abc import Mapping

from igf_extract.identity.group import Group
from igf_extract.identity.lexicon import names
from igf_extract.identity.name_match import Relation, relate
from igf_extract.identity.person_name import PersonName
from igf_extract.identity.score import Judgement, weighed

# relations of two names, nearest first
RELATIONS = ("same", "spelling", "part", "variant", "nickname", "slip", "single", "script", "initials")
_TOO_MANY = 12  # forms of one group that are compared with those of another


def compatible(a: Group, b: Group) -> Relation | None:
    """The nearest relation of the names of two groups; None where any two of them cannot be one person.

    Two names that exclude one another may still be one person's where a third holds both: Sofia Lindgren Hale.
    """
    best: Relation | None = None
    forms_a, forms_b = _forms(a), _forms(b)
    for mine in forms_a:
        for theirs in forms_b:
            relation = relate(mine, theirs)
            if relation is None:
                if not _bridged(mine, theirs, forms_a + forms_b):
                    return None
            elif best is None or RELATIONS.index(relation.kind) < RELATIONS.index(best.kind):
                best = relation
    return best


def _forms(group: Group) -> list[PersonName]:
    return sorted(group.names, key=lambda name: (-group.names[name], name.ordered))[:_TOO_MANY]


def _bridged(a: PersonName, b: PersonName, forms: list[PersonName]) -> bool:
    if a.han and b.han:
        return False
    for form in forms:
        left, right = relate(form, a), relate(form, b)
        if left and right and left.a_covers and right.a_covers and form not in (a, b):
            return True
    return False


def shares_session(a: Group, b: Group) -> str | None:
    """``clash`` where one session names both as two people; ``repeats`` where a moderator's field repeats the other; else None."""
    small, large = (a, b) if len(a.sessions) <= len(b.sessions) else (b, a)
    found = None
    for session, mine in small.sessions.items():
        theirs = large.sessions.get(session)
        if not theirs:
            continue
        people_a, people_b = ({ordered for ordered, repeats in side if not repeats} for side in (mine, theirs))
        if people_a and people_b:
            if not people_a & people_b:
                return "clash"
        elif not people_a and not people_b and not {x[0] for x in mine} & {y[0] for y in theirs}:
            continue  # one person may moderate in the room and online, in two spellings: neither for nor against
        found = "repeats"
    return found


def judge(a: Group, b: Group, relation: Relation, rare: Mapping[str, int]) -> Judgement:
    """The evidence for and against, over all entries of both groups."""
    reasons: list[str] = [*_name_evidence(relation, rare)]
    session = shares_session(a, b)
    if session == "repeats":
        reasons.append("repeats")
    organization = _organization_evidence(a, b)
    reasons += organization
    reasons += _place_evidence(a, b)
    if a.groups and b.groups:
        reasons.append("same_group" if a.groups & b.groups else "other_group")
        if "other_organization" in organization and "other_group" in reasons and not a.years & b.years:
            reasons.append("years_apart")
    return weighed("person", (relation.kind, *reasons))


def _name_evidence(relation: Relation, rare: Mapping[str, int]) -> list[str]:
    words = relation.shared
    common = names().common
    if len(words) == 1 and relation.kind != "initials":
        return ["one_word"]
    out = ["common_name"] if all(word in common for word in words) else []
    if min(rare.get(word, 1) for word in words if len(word) > 1) <= 1:
        out.append("rare_name")
    return out


def _organization_evidence(a: Group, b: Group) -> list[str]:
    if a.sure & b.sure:
        return ["same_organization"]
    return ["other_organization"] if a.sure and b.sure else []


def _place_evidence(a: Group, b: Group) -> list[str]:
    if a.countries & b.countries and not (a.regions and b.regions and not a.regions & b.regions):
        return ["same_country"]
    out = ["other_country"] if a.countries and b.countries else []
    if a.regions and b.regions:
        out.append("same_region" if a.regions & b.regions else "other_region")
    elif (a.regions or a.likely) and (b.regions or b.likely):
        mine, theirs = a.regions or a.likely, b.regions or b.likely
        out.append("likely_region" if mine & theirs else "unlikely_region")
    return out
