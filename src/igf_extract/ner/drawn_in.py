"""Words of the sentence that a guess drew into a name: "Kitchen. About", "Por Ana", "Fórum já foi", "ONG Frost", "Ice and Secretariat"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import regex

from igf_extract.ner.candidate import ORG, PERSON, Candidate
from igf_extract.ner.gazetteer import acronyms
from igf_extract.ner.lists import (
    any_of_phrases,
    cities,
    countries,
    given_names,
    has_body_word,
    is_common,
    job_heads,
    key_of,
    organization_words,
    phrases,
    places,
)
from igf_extract.ner.words import words_of
from igf_extract.vocab.load import read_data
from igf_extract.vocab.words import is_known_organization, plain_words

_NEXT_SENTENCE = regex.compile(r"(?<=\p{Ll}{4})[.!?]\s+(?=\p{Lu})")
_TITLES = "Mr|Mrs|Ms|Mme|Mlle"
_TITLE_INSIDE = regex.compile(rf" (?:{_TITLES}|M\.) (?=\p{{Lu}}\p{{L}})")
_INITIAL_OR_TITLE = regex.compile(r" M\.? (?=\p{Lu}\p{L})")
_OTHER_TITLE = regex.compile(rf" (?:{_TITLES}|Dr|Dra|Prof|Sr|Sra)\.? (?=\p{{Lu}}\p{{L}})")
_DONE_BY = regex.compile(r"\p{Lu}\p{Ll}{2,15}(?:ad[oa]s?|id[oa]s?|ée?s?|ed) (?:por|par|by) (?=\p{Lu})")
_ORDINAL = regex.compile(r"(?:\d{1,2}(?:st|nd|rd|th|[ºª°]|e|ème|er) (?:[Aa]nnual (?=IGF))?(?=\p{Lu})|[IVX]{2,5} (?=F[oó]r(?:um|o)\b))")
_VERB = regex.compile(r"(\p{Lu}\p{Ll}++)(?<=ó|[aei]u|ou) (\p{Lu}\p{L}++)")
_VERB_OF_MANY = regex.compile(r"\p{Lu}\p{Ll}{4,}(?:[aei]ram|aron|ieron|eron) (?=\p{Lu}[\p{L}’'-]*+ \p{Lu})")
_ARTICLE = regex.compile(r"(?:El|L[aeo]s?|Les|[AO]s?) (?=\p{Lu})")
_FIELD_OF = regex.compile(r"(\p{Lu}[\p{L} ]{3,40}?) (?:del?|d[ao]) (?:la |l['’])?(\p{Lu}{3,8})$")
_SMALL_BEFORE = regex.compile(
    r"\p{Ll}{4,20}(?: \p{Ll}{1,20}){0,4} (?:pour|par|avec|by|for|at|with|para|por|con|com) "
    r"(?:l['’]|la |les? |the |el |los |[oa]s? )?(?=\p{Lu})"
)
_POST_AT = regex.compile(r"(?:\p{Lu}[\p{L}-]++ |and |& ){0,4}?(\p{Lu}[\p{L}-]++) (?:at|chez) (?:the )?(?=\p{Lu})")
_FIELD_WORDS = r"\p{Lu}\p{Ll}++(?: (?:e|y|et) \p{Lu}\p{Ll}++)?"
_ROMANCE_POST = regex.compile(
    r"(\p{Lu}[\p{L}-]++)(?: [Gg]eneral| [Ee]jecutiv[oa]| [Ee]xecutiv[oa]| [Gg]énérale?)?"
    rf" (?:d[aeo]s?|del|du|des) (?:la )?{_FIELD_WORDS} (?:d[ao]|del|du|de la|de l['’])(?: |(?<=['’]))(?=\p{{Lu}})"
)
_PLACE_AND_KIND = regex.compile(r"(\p{Lu}[\p{L}-]++) (\p{Ll}[\p{Ll}-]++) (?=\p{Lu})")
_ACRONYM_AND_VERB = regex.compile(r"\p{Lu}{3,}+(?= \p{Ll}++ (?:na|no|nas|nos|em|en|dans|in|on|at|with|com|con|avec)$)")
_JOINT = regex.compile(r" (?:of|from|at|for|with|who) (?:the )?(?=\p{Lu})")
_ROMANCE_JOINT = regex.compile(r" (?:de|du|d[ao]s?|del) (?:la |los |l['’])?(?=\p{Lu})")
_VERB_BEHIND = regex.compile(r" \p{Ll}{2,16}(?:aient|èrent|aron|ieron|aram|iram|eram)$")
# "Consortium Frost enverra une", "Instituto Frost para discutir peças": a verb in the future before a French article, a purpose
_WILL_DO = regex.compile(r" \p{Ll}{2,18}(?:[eidr]ra|[eidr]ront)(?= (?:une?|les?|des|du|aux?|leurs?|ses) )")
_PURPOSE = regex.compile(r" (?:para|pour) \p{Ll}{3,18}[aei]r(?: \p{Ll}[\p{Ll} ]*+)?$")
_EITHER = regex.compile(r"(\p{Lu}{2,8}) (?:ou|or|oder|o) \p{Lu}{2,8}$")  # "FGI ou IGF"
_STATION = regex.compile(r"(?:Radio|Rádio|Radyo|Redio|Raadio|Télé|TeleRadio) $")
_FRONT = regex.compile(r"\b[Tt]he ((?:\p{Lu}\p{Ll}{2,20} ){1,3})$")
_BEHIND_BODY = regex.compile(r" (\p{Ll}{1,20}+|&) (?=\p{L})")
_JOINERS = frozenset({"and", "&", "y", "e", "et"})
_LONGEST_FRONT = 70  # characters
_ARTICLE_BEHIND = 7  # characters of an article and its blanks
_INVITED = regex.compile(r"\p{Ll}++(?<=é|ée|és|ées|er|ent) [ld]['’](?=\p{Lu})")  # "invité l'Afnic"
_FIELD = regex.compile(r" (?:on|for) ")
_AND = regex.compile(r" (?:and|&|y|e|et) (?:the )?(?=\p{Lu})")
_OBJECT_AND_VERB = regex.compile(r" (?:la|lo|le|les|los|las|me|nos) \p{Ll}{2,20}(?:ó|aron|ieron)(?!\p{L})")
_MEETING_IN = regex.compile(r"(?:IGF|FGI) (?:(?:de|of|in|en|em|du|da|do|à|d['’]) ?)?(?=\p{Lu})")


def without_drawn_in(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    """The guess ``text[start:end]`` without words of the sentence at its edges; never empty."""
    end = before_next_sentence(text, start, end)
    if label == PERSON:
        start = _behind_verb(text, start, end)
        joint = _JOINT.search(text, start, end) or _before_own_body(text, start, end)
        end = joint.start() if joint and " " in text[start : joint.start()] else end
        return behind(_function_word().match(text, start, end), start, end), end
    start = behind(_ORDINAL.match(text, start, end), start, end)
    start = behind(_SMALL_BEFORE.match(text, start, end) or _INVITED.match(text, start, end), start, end)
    start = _behind_kind_of_a_place(text, _behind_post(text, start, end), end)
    start = _behind_article(text, start, end)
    start = _behind_field(text, start, end)
    start = behind(_DONE_BY.match(text, start, end), start, end)
    end = before(_TITLE_INSIDE.search(text, start, end), start, end)
    clause = _clause().search(text, start, end) or _VERB_BEHIND.search(text, start, end) or _PURPOSE.search(text, start, end)
    end = before(clause, start, end)
    verb = _WILL_DO.search(text, start, end + _ARTICLE_BEHIND)
    end = before(verb, start, end) if verb and verb.end() <= end else end
    alone = _EITHER.match(text, start, end) or _acronym_alone().match(text, start, end) or _people_behind_acronym().match(text, start, end)
    end = alone.end(1) if alone else end
    verb = _ACRONYM_AND_VERB.match(text, start, end)  # "UFRL atuam na"
    end = verb.end() if verb else end
    end = before(_OBJECT_AND_VERB.search(text, start, end), start, end)
    end = _before_common_noun(text, start, end)
    end = _at_known_body(text, start, end)
    meeting = _MEETING_IN.match(text, start, end)
    if meeting and key_of(text[meeting.end() : end]) in cities() - countries():
        end = start + 3
    return behind(_kind().match(text, start, end), start, end), end


def _at_known_body(text: str, start: int, end: int) -> int:
    """Where a well-known body ends behind which a second one stands ("Frost and Ice Society") or a small word of the sentence ("Frost
    sent Ann"); ``end`` elsewhere."""
    for found in _BEHIND_BODY.finditer(text, start, end):
        if not is_known_organization(text[start : found.start()]):
            continue
        word = found[1]
        if word in _JOINERS and is_known_organization(text[found.end() : end].removeprefix("the ")):
            return found.start()
        if word not in _JOINERS and len(word) > 3 and word in plain_words() and not has_body_word(words_of(text[found.start() : end])):
            return found.start()
    return end


def _before_own_body(text: str, start: int, end: int) -> regex.Match[str] | None:
    """ " de " in "Ana Lund de Derechos Digitales", "Ana Lund de SES": what follows is a well-known body or an acronym."""
    for joint in _ROMANCE_JOINT.finditer(text, start, end):
        rest = text[joint.end() : end]
        if is_known_organization(rest) or (rest.isalpha() and rest.isupper() and len(rest) > 1 and not text[start:end].isupper()):
            return joint
    return None


def _behind_post(text: str, start: int, end: int) -> int:
    """ "Design Researcher at Frost Lab", "Rectora de Innovación de la Universitat de Frost" are a post and its body."""
    post = _POST_AT.match(text, start, end) or _ROMANCE_POST.match(text, start, end)
    return post.end() if post and (key_of(post[1]) in job_heads() or key_of(post[1]) in phrases("posts_before_bodies")) else start


def _behind_kind_of_a_place(text: str, start: int, end: int) -> int:
    """ "Brussels collective Frost" is named behind the town and the small word for its kind."""
    kind = _PLACE_AND_KIND.match(text, start, end)
    of_place = kind is not None and any(key_of(kind[1]) in listed for listed in (cities(), countries(), phrases("demonyms")))
    return kind.end() if kind and of_place and key_of(kind[2]) in organization_words() else start


def _behind_verb(text: str, start: int, end: int) -> int:
    """ "Subrayó Ana Lee", "Afirmou Ana Lee": a verb before a given name; "Participaram Yaoa Frost": one of many before any full name."""
    of_many = _VERB_OF_MANY.match(text, start, end)
    if of_many and key_of(of_many[0]) not in given_names():
        return of_many.end()
    verb = _VERB.match(text, start, end)
    known = verb and key_of(verb[1]) not in given_names() and key_of(verb[2]) in given_names()
    return verb.start(2) if verb and known else start


def _behind_article(text: str, start: int, end: int) -> int:
    """ "El Tribunal de Ice", "La FROST" begin behind their article, "La Quadrature" does not."""
    article = _ARTICLE.match(text, start, end)
    first = text[article.end() : end].split(" ")[0] if article else ""
    plain = key_of(first) in organization_words() | phrases("body_beginnings") or first in acronyms()
    return article.end() if article and (plain or (len(first) > 1 and first.isupper())) else start


def _behind_field(text: str, start: int, end: int) -> int:
    """ "Comunicación de la UBA": a field of study before the body; "Secretaría de la UBA" is a body itself."""
    field = _FIELD_OF.match(text, start, end)
    if field is None or any(word in organization_words() for word in key_of(field[1]).split()):
        return start
    return field.start(2)


def before_next_sentence(text: str, start: int, end: int) -> int:
    """Where a name ends that seems to go on behind a full stop: "Kitchen. About"."""
    return before(_NEXT_SENTENCE.search(text, start, end), start, end)


def behind_host_city(text: str, start: int, end: int) -> int:
    """ "Berlin IGF" is a meeting of the IGF; "Uganda IGF" is a body."""
    host = text[start : end - 4]
    return end - 3 if text[end - 4 : end] == " IGF" and key_of(host) in cities() else start


def begins_with_title(text: str, candidate: Candidate) -> bool:
    """Whether the model took "Pr Ann Lee" for a body."""
    first, _, rest = candidate.of(text).partition(" ")
    return candidate.rule == "model" and " " in rest and key_of(first.rstrip(".ºª")) in phrases("titles_of_people")


def with_station(text: str, candidate: Candidate) -> Candidate:
    """ "Radio Werken Frost", of which the model took "Werken Frost" for a person; a sentence that begins with "Radio" is none."""
    if candidate.rule != "model" or not candidate.of(text)[:1].isupper():
        return candidate
    station = _STATION.search(text, max(0, candidate.start - 10), candidate.start)
    return replace(candidate, start=station.start(), label=ORG) if station else candidate


def with_words_before(text: str, start: int) -> int:
    """Where a body's name begins of which the model saw the end: "the Ice Bay | Skippers Forum"."""
    front = _FRONT.search(text, max(0, start - _LONGEST_FRONT), start)
    if front is None:
        return start
    words = [key_of(word) for word in front[1].split()]
    told = any(word in phrases("calendar") or (word in job_heads() and word != "general") or word in phrases("starters") for word in words)
    return start if told or key_of(front[1]) in places() else front.start(1)


def behind_acronym(text: str, start: int, end: int) -> int:
    """ "ITU-T Ann Lee": a known acronym begins no person's name."""
    first = text[start:end].split(" ")[0]
    known = first.rstrip("-T") in acronyms() or first in acronyms()
    return start + len(first) + 1 if known and " " in text[start:end] and len(first) > 2 else start


def title_inside(text: str, start: int, end: int) -> int:
    """Where a person's name begins behind a title that was drawn in: "Posts Mme Ana"; "M." may also be an initial: "Fiona M. Lee"."""
    other = _OTHER_TITLE.search(text, start, end)
    if other:
        return behind(other, start, end)
    found = _INITIAL_OR_TITLE.search(text, start, end)
    ahead = [key_of(word) for word in text[start : found.start()].split()] if found else []
    drawn = any(key in organization_words() or is_common(key) for key in ahead)
    return behind(found, start, end) if drawn else start


def without_pronoun(text: str, start: int, end: int) -> int:
    """A full name does not end with "My" or "The", with which the next sentence begins: "Ann Lee My nature"."""
    words = text[start:end].split(" ")
    return end - len(words[-1]) - 1 if len(words) > 2 and words[-1] in _pronouns() else end


def before(found: regex.Match[str] | None, start: int, end: int) -> int:
    """Where a name ends that goes up to ``found``: ``end`` where nothing was found or nothing would be left."""
    return found.start() if found and found.start() > start else end


def behind(found: regex.Match[str] | None, start: int, end: int) -> int:
    """Where a name begins that stands behind ``found``: ``start`` where nothing was found or nothing would be left."""
    return found.end() if found and found.end() < end else start


def _before_common_noun(text: str, start: int, end: int) -> int:
    """ "Ice Lab and Secretariat" is named "Ice Lab"; "Round Table on Ice and Security" is whole."""
    last = max(_AND.finditer(text, start, end), key=lambda found: found.start(), default=None)
    if last and _FIELD.search(text, start, last.start()):
        return end
    return last.start() if last and last.start() > start and key_of(text[last.end() : end]) in phrases("generic") else end


@cache
def _function_word() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{any_of_phrases('before_people')}) (?=\p{{Lu}})")


@cache
def _clause() -> regex.Pattern[str]:
    return regex.compile(rf" (?:{any_of_phrases('clause_words')}) (?=\p{{Ll}})")


@cache
def _acronym_alone() -> regex.Pattern[str]:
    """ "IGF the" of "gives the IGF the task", which ends behind the acronym."""
    return regex.compile(rf"(\p{{Lu}}{{3,}})(?: (?:{any_of_phrases('behind_acronyms')})(?: (?=\p{{Ll}})|$))")


@cache
def _people_behind_acronym() -> regex.Pattern[str]:
    """ "FRW LKS Co-Chairs"."""
    return regex.compile(rf"(\p{{Lu}}{{3,}}(?: \p{{Lu}}{{2,}})*+) (?:{any_of_phrases('behind_acronyms_people')})(?!\p{{L}})")


@cache
def _kind() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{any_of_phrases('kinds_before_bodies')}) (?=\p{{Lu}})")


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(read_data("not_names.toml")["not_last_in_person"])
