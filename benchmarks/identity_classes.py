"""Who is who on invented pairs of names, one class of variation after the other: what share is found, what share is kept apart.

usage: python benchmarks/identity_classes.py [PAIRS] [SEED] [--errors]

Each class makes pairs of written forms by a rule, from invented surnames and bodies and the given names of the word list. A pair of a
"same" class stands in one company (group, region; persons: the organisation too); a pair of an "apart" class differs in
organisation and region, or in nothing but the name where the name alone must do. Prints one line a class.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable

from igf_extract.identity import resolve
from igf_extract.identity.lexicon import names
from igf_extract.model import Entry, EntryKey
from igf_extract.vocab.load import read_data

Pair = tuple[str, str]
Make = Callable[[random.Random], Pair]
CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"
TOPICS = "Media Policy,Digital Rights,Open Data,Network Research,Rural Connectivity,Online Safety,Internet Law,Public Knowledge".split(",")
UNITS = "Faculty of Law,Department of Sociology,School of Computing".split(",")
KINDS = "Institute,Foundation,Centre,Network,Observatory,Association,Initiative,Alliance".split(",")


def word(rng: random.Random, syllables: int = 3) -> str:
    return "".join(rng.choice(CONSONANTS) + rng.choice(VOWELS) for _ in range(syllables)).capitalize() + rng.choice("nrlsk")


def given(rng: random.Random) -> str:
    found = read_data("given_names.toml")["names"]
    pool = found.split() if isinstance(found, str) else found
    while True:
        name = str(rng.choice(pool))
        if name.isascii() and name.isalpha() and len(name) > 3 and name.lower() not in names().small | names().maybe_honorifics:
            return name.capitalize()


def other_given(rng: random.Random, first: str) -> str:
    while True:
        name = given(rng)
        if name[0] != first[0] and name[:3] != first[:3]:
            return name


def changed(text: str, *rules: tuple[str, str]) -> Callable[[random.Random], Pair]:
    """Pairs in which a surname that holds ``text`` is written in another of the ways of ``rules``."""

    def make(rng: random.Random) -> Pair:
        old, new = rng.choice(rules)
        family = f"{word(rng, 2)}{{}}" if text else f"{word(rng, 1)}{{}}{word(rng, 1).lower()}"
        if old[0] not in VOWELS + "y":
            family = family.replace("{}", f"{rng.choice(VOWELS)}{{}}{rng.choice(VOWELS)}") if not text else family
        name = given(rng)
        return f"{name} {family.format(old)}", f"{name} {family.format(new)}"

    return make


def full(rng: random.Random) -> tuple[str, str]:
    return given(rng), word(rng)


def _pair(make: Callable[[random.Random, str, str], Pair]) -> Make:
    return lambda rng: make(rng, *full(rng))


def han(rng: random.Random) -> Pair:
    readings = names().readings
    signs = [rng.choice(sorted(readings)) for _ in range(3)]
    sounds = [readings[sign].capitalize() for sign in signs]
    return "".join(signs), f"{sounds[1]}{sounds[2].lower()} {sounds[0]}"


def slip(rng: random.Random) -> Pair:
    name, family = given(rng), word(rng, 4)
    at = rng.randrange(2, len(family) - 2)
    return f"{name} {family}", f"{name} {family[:at]}{family[at + 1]}{family[at]}{family[at + 2 :]}"


SAME_PERSON: dict[str, Make] = {
    "order": _pair(lambda rng, g, f: (f"{g} {f}", f"{f} {g}")),
    "order with a comma": _pair(lambda rng, g, f: (f"{g} {f}", f"{f}, {g}")),
    "case": _pair(lambda rng, g, f: (f"{g} {f}", rng.choice([f"{g} {f}".lower(), f"{f.upper()} {g}", f"{g} {f}".upper()]))),
    "honorific": _pair(
        lambda rng, g, f: (f"{g} {f}", f"{rng.choice(['Mr', 'Ms.', 'Dr.', 'Prof. Dr.', 'Hon.', 'H.E. Ms', 'Sra.'])} {g} {f}")
    ),
    "degree behind": _pair(
        lambda rng, g, f: (f"{g} {f}", f"{g} {f}{rng.choice([', PhD', ', Ph.D.', ', Esq.', ' PhD', ', MD', ', LL.M.'])}")
    ),
    "accents": _pair(lambda rng, g, f: (f"{g} {f[:3]}á{f[3:]}", f"{g} {f[:3]}a{f[3:]}")),
    "double encoding": _pair(lambda rng, g, f: (f"{g} {f[:3]}é{f[3:]}", f"{g} {f[:3]}é{f[3:]}".encode().decode("cp1252"))),
    "umlaut as ae, oe, ue": _pair(lambda rng, g, f: (f"{g} {f[:3]}ö{f[3:]}", f"{g} {f[:3]}oe{f[3:]}")),
    "ø as o": _pair(lambda rng, g, f: (f"{g} {f[:3]}ø{f[3:]}", f"{g} {f[:3]}o{f[3:]}")),
    "hyphen, blank, joined": lambda rng: rng.choice(
        [(f"{f} {a}-{b}", f"{f} {a}{b}") for f, a, b in [(word(rng, 1), word(rng, 1), word(rng, 1).lower())]]
        + [(f"{f} {a}-{b}", f"{f} {a} {b.capitalize()}") for f, a, b in [(word(rng, 1), word(rng, 1), word(rng, 1).lower())]]
    ),
    "second surname": _pair(lambda rng, g, f: (f"{g} {f} {word(rng)}", f"{g} {f}")),
    "middle name": _pair(lambda rng, g, f: (f"{g} {other_given(rng, g)} {f}", f"{g} {f}")),
    "middle initial": _pair(lambda rng, g, f: (f"{g} {rng.choice('ABCDEFGHKLMNPRST')}. {f}", f"{g} {f}")),
    "patronymic": _pair(lambda rng, g, f: (f"{g} {word(rng, 2)}ovich {f}", f"{g} {f}")),
    "given names as initials": _pair(lambda rng, g, f: (f"{g} {(m := other_given(rng, g))} {f}", f"{g[0]}. {m[0]}. {f}")),
    "one given name as an initial": _pair(lambda rng, g, f: (f"{g} {f}", f"{g[0]}. {f}")),
    "nickname in quotes": _pair(lambda rng, g, f: (f'{g} "{word(rng, 1)}" {f}', f"{g} {f}")),
    "nickname in parentheses": _pair(lambda rng, g, f: (f"{g} ({word(rng, 1)}) {f}", f"{g} {f}")),
    "married name added": _pair(lambda rng, g, f: (f"{g} {f}", f"{g} {f}-{word(rng)}")),
    "article joined": _pair(lambda rng, g, f: (f"{g} Al-{f}", f"{g} {rng.choice(['Al ' + f, 'Al' + f.lower(), 'El-' + f, f])}")),
    "particles": _pair(
        lambda rng, g, f: (f"{g} van der {f}", f"{g} {rng.choice(['Van Der ' + f, 'Vander' + f.lower(), 'van der ' + f.upper()])}")
    ),
    "Han": han,
    "slip of a letter": slip,
    "-skiy, -sky, -skij": changed("end", ("skiy", "sky"), ("skij", "sky"), ("skii", "skiy"), ("ski", "sky")),
    "-ey, -ei, -eyev": changed("end", ("eyev", "eev"), ("aev", "ayev"), ("iev", "iyev")),
    "kh, h": changed("", ("kh", "h")),
    "sh, ch (French)": changed("", ("sh", "ch")),
    "ou, u, oo": changed("", ("ou", "u"), ("oo", "u"), ("ou", "oo")),
    "ee, i, y": changed("", ("ee", "i"), ("y", "i")),
    "ks, x": changed(
        "",
        ("ks", "x"),
    ),
    "yu, iu, ju": changed("", ("yu", "iu"), ("ya", "ia"), ("ju", "yu")),
    "doubled letters": changed("", ("ss", "s"), ("mm", "m"), ("tt", "t"), ("dd", "d")),
    "w, v": changed("", ("w", "v")),
    "q, k": changed("", ("q", "k")),
    "apostrophe": _pair(lambda rng, g, f: (f"{g} O'{f}", f"{g} {rng.choice(['O’' + f, 'O' + f.lower(), 'O' + f])}")),
}

APART_PERSON_BY_NAME: dict[str, Make] = {
    "another given name": _pair(lambda rng, g, f: (f"{g} {f}", f"{other_given(rng, g)} {f}")),
    "another surname": _pair(lambda rng, g, f: (f"{g} {f}", f"{g} {word(rng)}")),
    "suffix": _pair(lambda rng, g, f: (f"{g} {f}", f"{g} {f} {rng.choice(['Filho', 'Neto', 'Jr.', 'Junior'])}")),
    "brother and sister": _pair(lambda rng, g, f: (f"{g}o {f}", f"{g}a {f}")),
    "two middle names": _pair(lambda rng, g, f: (f"{g} {(m := other_given(rng, g))} {f}", f"{g} {other_given(rng, m)} {f}")),
    "another initial": _pair(lambda rng, g, f: (f"{g} {f}", f"{'X' if g[0] != 'X' else 'B'}. {f}")),
    "two second surnames": _pair(lambda rng, g, f: (f"{g} {f} {word(rng)}", f"{g} {f} {word(rng)}")),
    "Han of another reading": lambda rng: (han(rng)[0], han(rng)[1]),
}
APART_PERSON_BY_COMPANY: dict[str, Make] = {
    "namesake": _pair(lambda rng, g, f: (f"{g} {f}", f"{g} {f}")),
    "namesake with an initial": _pair(lambda rng, g, f: (f"{g} {f}", f"{g[0]}. {f}")),
    "namesake with a middle name": _pair(lambda rng, g, f: (f"{g} {f}", f"{g} {other_given(rng, g)} {f}")),
    "one letter": slip,
}


def body(rng: random.Random) -> tuple[str, str, str]:
    return word(rng), rng.choice(KINDS), rng.choice(TOPICS)


def _body(make: Callable[[random.Random, str, str, str], Pair]) -> Make:
    return lambda rng: make(rng, *body(rng))


def initials(text: str) -> str:
    return "".join(w[0] for w in text.split() if w[0].isupper())


SAME_BODY: dict[str, Make] = {
    "case": _body(lambda rng, w, k, t: (f"{w} {k} for {t}", f"{w} {k} for {t}".upper())),
    "full form (acronym)": _body(lambda rng, w, k, t: ((n := f"{w} {k} for {t}"), f"{n} ({initials(n)})")),
    "acronym - full form": _body(lambda rng, w, k, t: ((n := f"{w} {k} for {t}"), f"{initials(n)} - {n}")),
    "given acronym": _body(lambda rng, w, k, t: (f"{(n := f'{w} {k} for {t}')} ({initials(n)})", initials(n))),
    "initials": _body(lambda rng, w, k, t: ((n := f"{w} {k} for {t}"), initials(n))),
    "Centre, Center": _body(lambda rng, w, k, t: (f"{w} Centre for {t}", f"{w} Center for {t}")),
    "Programme, Program": _body(lambda rng, w, k, t: (f"{w} Programme on {t}", f"{w} Program on {t}")),
    "& and": _body(lambda rng, w, k, t: (f"{w} {k} for Law & {t}", f"{w} {k} for Law and {t}")),
    "of, for": _body(lambda rng, w, k, t: (f"{w} {k} of {t}", f"{w} {k} for {t}")),
    "joined words": lambda rng: (f"{(a := word(rng, 2))} {(b := word(rng, 2))} {(k := rng.choice(KINDS))}", f"{a}{b} {k}"),
    "joined words, one kind": lambda rng: (f"{(a := word(rng, 2))}{(b := word(rng, 2))}", f"{a} {b}"),
    "legal form": _body(
        lambda rng, w, k, t: (
            f"{w} {t}",
            f"{w} {t}{rng.choice([' Ltd', ' GmbH', ' e.V.', ' A.C.', ' vzw', ' SARL', ', Inc.', ' S.A.', ' Pty Ltd', ' B.V.'])}",
        )
    ),
    "article": _body(lambda rng, w, k, t: (f"{w} {k}", f"The {w} {k}")),
    "accents": _body(lambda rng, w, k, t: (f"{w}é {k}", f"{w}e {k}")),
    "double encoding": _body(lambda rng, w, k, t: (f"{w}é {k}", f"{w}é {k}".encode().decode("cp1252"))),
    "translation": lambda rng: (
        f"{(w := word(rng))} {rng.choice(['Foundation'])} for {(t := rng.choice([('Digital Rights', 'Derechos Digitales')]))[0]}",
        f"Fundación {w} para {t[1]}",
    ),
    "translation, kind only": lambda rng: (lambda w, k: (f"{w} {k[0]}", f"{k[1]} {w}"))(
        word(rng),
        rng.choice(
            [
                ("Institute", "Instituto"),
                ("Foundation", "Stiftung"),
                ("Association", "Association"),
                ("Network", "Red"),
                ("Observatory", "Observatoire"),
            ]
        ),
    ),
    "web address": lambda rng: (
        lambda w, v: (f"{w} {v}", f"{rng.choice(['https://www.', 'http://', 'www.'])}{w.lower()}{v.lower()}.org{rng.choice(['', '/'])}")
    )(word(rng), word(rng)),
    "bare domain": lambda rng: (lambda w, v: (f"{w} {v}", f"{w.lower()}{v.lower()}.org"))(word(rng), word(rng)),
    "lock sign": _body(lambda rng, w, k, t: (f"{w} {k}", f"🔒{w} {k}")),
    "slip": lambda rng: (lambda w, k: (f"{w} {k} for Media", f"{w[:3]}{w[4]}{w[3]}{w[5:]} {k} for Media"))(word(rng, 4), rng.choice(KINDS)),
    "with its country": _body(
        lambda rng, w, k, t: (f"{w} {k} for {t}", f"{w} {k} for {t}{rng.choice([', Kenya', ' (Brazil)', ', India', ' - Ghana'])}")
    ),
    "department": lambda rng: (
        lambda w: (
            f"{w} University",
            f"{rng.choice(UNITS)}, {w} University",
        )
    )(word(rng)),
    "department behind": lambda rng: (lambda w: (f"{w} University", f"{w} University, {rng.choice(UNITS)}"))(word(rng)),
    "university in two orders": lambda rng: (lambda w: (f"{w} University", f"University of {w}"))(word(rng)),
    "ministry with its country": lambda rng: (lambda m: (f"{m}, Kenya", f"{m} of Kenya"))(
        f"Ministry of {rng.choice(['Justice', 'Trade', 'Health', 'Education'])}"
    ),
}
APART_BODY: dict[str, Make] = {
    "another name": _body(lambda rng, w, k, t: (f"{w} {k} for {t}", f"{word(rng)} {k} for {t}")),
    "another kind": _body(lambda rng, w, k, t: (f"{w} Institute for {t}", f"{w} Foundation for {t}")),
    "another field": lambda rng: (lambda w, k, t: (f"{w} {k} for {t[0]}", f"{w} {k} for {t[1]}"))(
        word(rng), rng.choice(KINDS), rng.sample(TOPICS, 2)
    ),
    "two countries' ministries": lambda rng: (lambda m, c: (f"{m}, {c[0]}", f"{m}, {c[1]}"))(
        f"Ministry of {rng.choice(['Justice', 'Trade', 'Health', 'Education'])}",
        rng.sample(["Kenya", "Brazil", "India", "Ghana", "Norway"], 2),
    ),
    "chapter and parent": lambda rng: (
        "Internet Society",
        f"Internet Society {rng.choice(['Peru', 'Mali', 'Nepal', 'Serbia', 'Chad'])} Chapter",
    ),
    "two chapters": lambda rng: (lambda c: (f"ISOC {c[0]}", f"Internet Society {c[1]} Chapter"))(
        rng.sample(["Peru", "Mali", "Nepal", "Serbia", "Chad"], 2)
    ),
    "own chapters": lambda rng: (lambda w, c: (f"{w} Network {c[0]}", f"{w} Network {c[1]}"))(
        word(rng), rng.sample(["Peru", "Mali", "Nepal", "Serbia", "Chad"], 2)
    ),
    "foundation beside the body": lambda rng: (lambda w: (f"{w} Society", f"{w} Society Foundation"))(word(rng)),
    "centre and university": lambda rng: (lambda w: (f"Centre for {rng.choice(TOPICS)} Studies {word(rng)}", f"{w} University"))(word(rng)),
    "acronym of another body": _body(lambda rng, w, k, t: (f"{w} {k} for {t}", f"X{initials(w + ' ' + k)}Q")),
    "universities of two cities": lambda rng: (f"University of {word(rng)}", f"University of {word(rng)}"),
    "joint affiliation and its part": lambda rng: (lambda w, v: (f"{w} Institute / {v} Foundation", f"{w} Institute"))(
        word(rng), word(rng)
    ),
}


def entry(session: str, name: str | None, organization: str | None, region: str, group: str = "civil_society") -> Entry:
    return Entry(
        key=EntryKey(session, 0, 0),
        session=session,
        year=2010 + int(session[-1]) * 3,
        role="speaker",
        name=name,
        organization=organization,
        stakeholder_group=group,
        regional_group=region,
    )


def one_person(a: str, b: str, company: bool) -> bool:
    """Whether the two names are found to be one; ``company``: they have organisation, group and region in common."""
    left = entry("d0", a, "Tidewater Labs", "weog")
    right = entry("d1", b, "Tidewater Labs", "weog") if company else entry("d1", b, "Quiet Harbour Press", "african", "academia")
    found = resolve([left, right]).person_of
    return found.get(left.key) is not None and found.get(left.key) == found.get(right.key)


def one_body(a: str, b: str) -> bool:
    left, right = entry("d0", "Wanda Okafor", a, "weog"), entry("d1", "Greta Holm", b, "weog")
    found = resolve([left, right]).organization_of
    return found.get(left.key) is not None and found.get(left.key) == found.get(right.key)


def measure(pairs: int = 20, seed: int = 1) -> dict[tuple[str, str], tuple[float, list[Pair]]]:
    """(sort, class) -> share of right judgements, and the pairs judged wrongly."""
    tables: tuple[tuple[str, dict[str, Make], Callable[[str, str], bool]], ...] = (
        ("same person", SAME_PERSON, lambda a, b: one_person(a, b, True)),
        ("apart by name", APART_PERSON_BY_NAME, lambda a, b: not one_person(a, b, True)),
        ("apart by company", APART_PERSON_BY_COMPANY, lambda a, b: not one_person(a, b, False)),
        ("same body", SAME_BODY, one_body),
        ("apart bodies", APART_BODY, lambda a, b: not one_body(a, b)),
    )
    out = {}
    for sort, classes, right in tables:
        for name, make in classes.items():
            rng = random.Random(f"{seed} {sort} {name}")
            made = [make(rng) for _ in range(pairs)]
            wrong = [pair for pair in made if not right(*pair)]
            out[(sort, name)] = (1 - len(wrong) / pairs, wrong)
    return out


def main() -> None:
    numbers = [int(given) for given in sys.argv[1:] if given.isdigit()]
    for (sort, name), (share, wrong) in measure(*numbers).items():
        print(f"{sort:17} {name:32} {share:6.1%}")
        if "--errors" in sys.argv:
            for a, b in wrong[:3]:
                print(f"{'':20}{a}  |  {b}")


if __name__ == "__main__":
    main()
