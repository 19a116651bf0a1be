"""Names of organisations for training sentences, by pattern, in English, French, Spanish, Portuguese, German and Nordic forms."""

from __future__ import annotations

import random
import string
from functools import cache
from typing import Any

import bodies
import brands
from data_files import fillers
from people import invented, person

from igf_extract.vocab.institutions import institutions
from igf_extract.vocab.load import read_data


def _lists() -> dict[str, Any]:
    return dict(fillers()["organization"])


@cache
def known(kind: str | None = None) -> tuple[str, ...]:
    """Names of the gazetteer, of one kind or all."""
    return tuple(row.name for row in institutions() if kind is None or row.kind == kind)


@cache
def known_acronyms() -> tuple[str, ...]:
    """Acronyms of the gazetteer and short names in capitals."""
    found = {row.acronym for row in institutions() if len(row.acronym) > 1}
    return tuple(sorted(found | {row.name for row in institutions() if row.name.isupper() and " " not in row.name}))


def acronym(rng: random.Random) -> str:
    """An invented acronym."""
    draw = rng.random()
    letters = "".join(rng.choice("ABCDEFGHIKLMNOPRSTUVWZ") for _ in range(rng.choice((2, 3, 3, 4, 4, 5, 6))))
    if draw < 0.1:
        return letters[:3] + "-" + "".join(rng.choice(string.ascii_uppercase) for _ in range(2))
    if draw < 0.16:
        return letters[:2] + rng.choice(("Net", "NET", "IGF", "CERT", "NOG", "SIG", "Lab", "ICT", "IX"))
    if draw < 0.2:
        return letters[:3] + rng.choice(("4D", "3C", "2", "21", ".br", ".mx"))
    return letters


def brand(rng: random.Random) -> str:
    """One invented word, or two run together: a company, a platform."""
    lists = _lists()
    draw = rng.random()
    if draw < 0.5:
        return brands.company(rng)
    if draw < 0.7:
        return invented(rng)
    if draw < 0.8:
        return rng.choice(lists["adjectives"]).replace(" ", "") + rng.choice(lists["nouns"])
    if draw < 0.88:
        return f"{invented(rng)} {rng.choice(lists['company_tails'])}"
    if draw < 0.92:
        return f"{invented(rng)} & {invented(rng)}"
    if draw < 0.95:
        return invented(rng)[:3].upper() + invented(rng).lower()
    return acronym(rng)


def personal_brand(rng: random.Random) -> str:
    """A company that bears the name of its founder."""
    who = person(rng)
    return who.full if rng.random() < 0.15 else who.last


def record(rng: random.Random) -> str:
    """A collection that acts as a body: a database, a tracker, a hotline."""
    lists = _lists()
    tail, subject, noun = rng.choice(lists["record_tails"]), rng.choice(lists["subjects"]), rng.choice(lists["nouns"])
    return rng.choice(
        (
            f"{subject} {tail}",
            f"{noun} {tail}",
            f"{rng.choice(lists['adjectives'])} {noun} {tail}",
            f"AI {noun} {tail}",
            f"{invented(rng)} {tail}",
        )
    )


def of_country(rng: random.Random) -> str:
    """A body of a country, a city or a region with a middle of two words: "Ice Youth Science Hub"."""
    place = rng.choice((rng.choice(places("countries")), city(rng), rng.choice(places("regions"))))
    middle, tail = rng.choice(_lists()["body_middles"]), rng.choice(_lists()["tails"][:33])
    return rng.choice((f"{place} {middle} {tail}", f"{middle} {tail} of {place}", f"{middle} {tail} {place}", f"{tail} of {middle}s"))


def domain(rng: random.Random) -> str:
    """An organisation named by its web address."""
    left = rng.choice((invented(rng), rng.choice(_lists()["nouns"])))
    if rng.random() < 0.6:
        left = left.lower()
    return left + rng.choice((".org", ".net", ".works", ".asia", ".Asia", ".br", ".de", ".io", ".cat", ".ly", ".br", ".info", ".eu", ".ke"))


def of_pattern(rng: random.Random, language: str) -> str:
    """An organisation whose name is in ``language`` (es, fr, pt, de)."""
    lists = _lists()
    pattern = rng.choice(lists[language])
    return str(
        pattern.format(
            w=_word(rng),
            s=rng.choice(lists[f"{language}_s"]),
            m=rng.choice(lists.get(f"{language}_m", lists["es_m"])),
            m2=rng.choice(lists.get(f"{language}_m2", lists["es_m"])),
            city=city(rng),
        )
    )


def _word(rng: random.Random) -> str:
    if rng.random() < 0.6:
        return invented(rng)
    return f"{invented(rng)} {invented(rng)}" if rng.random() < 0.5 else rng.choice(_lists()["nouns"])


def city(rng: random.Random) -> str:
    """A city: real or invented."""
    if rng.random() < 0.5:
        return rng.choice(places("cities"))
    return rng.choice(fillers()["city_words"]) if rng.random() < 0.4 else invented(rng)


@cache
def places(kind: str) -> tuple[str, ...]:
    """Countries, regions or cities of the package's lists."""
    more = str(read_data("towns.toml")["towns"]).split() if kind == "cities" else []
    return (*read_data("ner_places.toml")[kind], *(town.replace("_", " ") for town in more))


def university(rng: random.Random) -> str:
    """A university, an institute or a place of learning, in several languages."""
    form = rng.choice(_lists()["university_forms"])
    return str(form.format(c=city(rng), w=invented(rng), s=rng.choice(_lists()["subjects"]), n=rng.choice(places("countries"))))


def ministry(rng: random.Random) -> str:
    """A ministry or department, now and then of a named state or in another language."""
    lists = _lists()
    draw = rng.random()
    subject = rng.choice(lists["ministries"])
    if draw < 0.12:
        return _foreign(rng)
    if draw < 0.2:
        return f"{rng.choice(fillers()['demonyms'])} Ministry of {subject}"
    other = rng.choice(lists["ministries"])
    return str(rng.choice(lists["ministry_forms"]).format(subject, other))


def regulator(rng: random.Random) -> str:
    """An authority of a state: a regulator, a commission, an agency."""
    lists = _lists()
    draw = rng.random()
    if draw < 0.15:
        return _nordic(rng)
    if draw < 0.3:
        return acronym(rng)
    if draw < 0.4:
        return rng.choice(known("government"))
    form = rng.choice(lists["regulator_forms"])
    demonym, subject = rng.choice(fillers()["demonyms"]), rng.choice(lists["subjects"] + lists["ministries"])
    return str(form.format(d=demonym, s=subject, n=rng.choice(places("countries"))))


def committee(rng: random.Random) -> str:
    """A committee on one subject, some of the United Nations."""
    name: str = rng.choice(_lists()["committees"]).format(s=rng.choice(_lists()["subjects"]))
    return f"UN {name}" if rng.random() < 0.1 else name


def media(rng: random.Random) -> str:
    """A newspaper, a station, an agency for news."""
    if rng.random() < 0.25:
        return rng.choice(known("media"))
    return str(rng.choice(_lists()["media"]).format(city=city(rng), adj=rng.choice(_lists()["adjectives"]), w=invented(rng)))


def english(rng: random.Random) -> str:
    """A non-governmental or technical organisation with an English name."""
    lists = _lists()
    adj, noun, noun2 = rng.choice(lists["adjectives"]), rng.choice(lists["nouns"]), rng.choice(lists["nouns"])
    tail, subject = rng.choice(lists["tails"]), rng.choice(lists["subjects"])
    place = rng.choice((rng.choice(places("countries")), city(rng), rng.choice(places("regions"))))
    w = invented(rng)
    form = rng.choice(
        (
            f"{adj} {noun} {tail}",
            f"{adj} {noun}",
            f"{noun} {noun2} {tail}",
            f"{w} {tail}",
            f"{w} {noun} {tail}",
            f"{tail} for {subject}",
            f"{place} {noun} {tail}",
            f"{adj} {noun} {place}",
            f"{subject} {tail}",
            f"{adj} {subject} {tail}",
            f"{tail} of {noun} {place}",
            f"{place} {tail} for {subject}",
            f"{noun} for {noun2}",
            f"{noun} without Borders",
            f"{w} {noun}",
            f"{noun} {w}",
            f"{adj} {noun} of {place}",
            f"International {tail} of {subject}",
            f"{place} Network Information Centre",
            f"{place} Youth {tail}",
            f"Internet Society {place} Chapter",
            f"{noun} and {noun2} {tail}",
            f"{noun} & {noun2}",
            f"{w} i {invented(rng)} Foundation",
            f"{person(rng).last} Foundation",
            f"{adj} {noun} {noun2}",
            f"{noun} {tail} {place}",
            f"{acronym(rng)} {place}",
            f"{tail} for {noun} and {noun2}",
            f"Hub for {subject}",
            f"We Are {noun}",
            f"{noun} {noun2} Club",
            f"{place} Council of {subject}",
            f"{w} & Sons",
            f"{noun}{noun2}",
            f"{adj}{noun}",
            f"National {tail} of {subject}",
            f"Global {tail} on {subject}",
        )
    )
    return form


def _known(rng: random.Random) -> str:
    return rng.choice(known())


def _foreign(rng: random.Random) -> str:
    return of_pattern(rng, rng.choice(("es", "fr", "pt", "de")))


def _nordic(rng: random.Random) -> str:
    return str(rng.choice(_lists()["nordic"]).format(w=invented(rng)))


def _forum(rng: random.Random) -> str:
    return rng.choice(known("regional_igf") + known("ig_body"))


_SHARES = (
    (_known, 20),
    (english, 32),
    (acronym, 8),
    (brand, 7),
    (university, 5),
    (ministry, 4),
    (regulator, 3),
    (_foreign, 9),
    (_nordic, 3),
    (domain, 2),
    (media, 2),
    (_forum, 5),
    (record, 3),
    (of_country, 4),
    (brands.ordinary, 2),
    (bodies.nested, 8),
)


def any_organization(rng: random.Random) -> str:
    """Any organisation, in the shares of session pages."""
    make = rng.choices([kind for kind, _ in _SHARES], [share for _, share in _SHARES])[0]
    return make(rng)
