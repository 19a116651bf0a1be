"""Names in running text. Consumes ``sections``, ``turns``, ``sessions``, ``kind``; produces ``mentions``.

Sources, strongest first: the page's own roster, well-known institutions, acronyms that the text defines, names by form, the model.
What one paragraph shows (a full name) helps the others (a surname alone).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from igf_extract.model import Document, Mention, Span
from igf_extract.ner.acronyms import Definition, definitions
from igf_extract.ner.agree import agreed
from igf_extract.ner.around import is_no_name
from igf_extract.ner.beside import acronyms_behind, beside_people, bodies_of_people, in_a_row
from igf_extract.ner.candidate import ORG, PERSON, Candidate
from igf_extract.ner.doers import doer_candidates
from igf_extract.ner.edges import clean
from igf_extract.ner.evidence import keep
from igf_extract.ner.extra import beside, extra_candidates
from igf_extract.ner.gazetteer import gazetteer_candidates
from igf_extract.ner.given import given_name_candidates
from igf_extract.ner.grown import grown
from igf_extract.ner.heads import begins_with_head, head_candidates
from igf_extract.ner.lists import cities, has_body_word, job_heads, key_of, never_org, phrases
from igf_extract.ner.merge import POLICY, merge
from igf_extract.ner.model import NameModel
from igf_extract.ner.of_country import with_country, with_nationality, with_whole_place
from igf_extract.ner.on_its_line import PEOPLE, is_alone
from igf_extract.ner.pairs import with_first_half, with_second_half, with_whom_it_serves
from igf_extract.ner.regions import Paragraph, paragraphs
from igf_extract.ner.roster import Roster, roster_candidates, roster_lines, roster_of
from igf_extract.ner.rows import names_in_rows
from igf_extract.ner.rules import rule_candidates
from igf_extract.ner.runon import are_several, seen_as_two, two_bodies, without_people
from igf_extract.ner.syllables import syllable_candidates
from igf_extract.ner.words import Word, lettered, words_of
from igf_extract.vocab.words import is_known_organization, plain_words

_BEFORE_SENTENCE = frozenset(".?!:;•")  # the characters behind which a sentence begins
_SHORTEST_ALONE = 4  # letters
_PARTS = {"roster": "repeat", "roster_part": "repeat_part"}


@dataclass(frozen=True, slots=True)
class _Read:
    """A paragraph, its words, and the candidates of the first pass."""

    paragraph: Paragraph
    words: list[Word]
    found: list[Candidate]


def find_names(document: Document, model: NameModel | None = None) -> Document:
    """The stage: fills ``mentions`` with every person and organisation of the running text and of the roster's lines, and with the
    laws, meetings and countries of the running text."""
    roster = roster_of(document)
    read = [_first_pass(paragraph, roster) for paragraph in paragraphs(document)]
    if model is not None:
        _ask(model, read)
    text = document.text
    if document.kind == "other":  # a list of names, not running text; a name that a sentence bears too is found again
        for r in read:
            r.found[:] = [c for c in r.found if c.rule not in PEOPLE or c.label != PERSON or not is_alone(text, c)]
    people = _words_of_people(text, read, roster)
    english = document.language in (None, "en")
    first = agreed(text, [_decide(text, r, people, english) for r in read])
    again = _learned(text, first)
    mentions: list[Mention] = []
    for r, chosen in zip(read, first, strict=True):
        repeated = [replace(c, rule=_PARTS[c.rule]) for c in roster_candidates(again, r.words, r.paragraph.start)]
        region = r.paragraph.region
        for c in merge([*chosen, *_cleaned(text, repeated)], text):
            mentions.append(_mention(text, c, region.section_ordinal, region.session_index))
    mentions += _listed(document, mentions)
    mentions += beside(_extra(text, read), mentions)
    return replace(document, mentions=tuple(sorted(mentions, key=lambda m: (m.span, m.label))))


def _extra(text: str, read: list[_Read]) -> Iterator[Mention]:
    """Laws, meetings and countries."""
    for r in read:
        region = r.paragraph.region
        for c in merge(extra_candidates(r.paragraph.text, r.words, r.paragraph.start), text):
            yield _mention(text, c, region.section_ordinal, region.session_index)


def _first_pass(paragraph: Paragraph, roster: Roster) -> _Read:
    words = words_of(paragraph.text)
    start = paragraph.start
    found = [*roster_candidates(roster, words, start), *gazetteer_candidates(words, start), *given_name_candidates(words, start)]
    found += syllable_candidates(paragraph.text, start)
    starts = frozenset(c.start - start for c in found)
    found += rule_candidates(paragraph.text, start, starts)
    found += [*head_candidates(paragraph.text, words, start), *doer_candidates(paragraph.text, start)]
    for definition in definitions(paragraph.text):
        if _names_a_body(paragraph.text, definition, found, start):
            for first, last in (definition.form, definition.acronym):
                found.append(Candidate(start + first, start + last, ORG, "definition"))
    return _Read(paragraph, words, found)


def _names_a_body(text: str, definition: Definition, found: list[Candidate], offset: int) -> bool:
    """Whether the full form is an organisation: it holds a word for a kind of body, or another source knows it."""
    first, last = definition.form
    form, acronym = text[first:last], text[slice(*definition.acronym)]
    if key_of(form) in never_org() or (key_of(acronym) in never_org() and not is_known_organization(form)):
        return False
    words = words_of(form)
    if words[-1].key in phrases("document_words"):
        return False
    known = any(c.label == ORG and c.start <= offset + first and c.end >= offset + last for c in found)
    return known or (not _is_phrase(text[:first], words) and (has_body_word(words) or begins_with_head(words)))


def _is_phrase(before: str, words: list[Word]) -> bool:
    """ "Network neutrality (NN)", "Public trust (PT)": common words, of which the first begins a sentence and therefore has a capital."""
    ended = before.rstrip()[-1:]
    starts = not ended or ended in _BEFORE_SENTENCE
    small = len(words) > 1 and all(word.text.islower() for word in words[1:])
    return starts and small and words[0].key in plain_words() and words[1].key not in phrases("small_words")


def _ask(model: NameModel, read: list[_Read]) -> None:
    for r, names in zip(read, model.find([r.paragraph.text for r in read]), strict=True):
        start = r.paragraph.start
        r.found.extend(Candidate(start + a, start + b, label, "model") for a, b, label in names)


def _cleaned(text: str, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    for candidate in candidates:
        cleaned = clean(text, candidate)
        if cleaned is not None:
            yield cleaned


def _decide(text: str, r: _Read, people: frozenset[str], english: bool) -> list[Candidate]:
    """The names of a paragraph: what was found, cut where it holds several, kept where the evidence is enough, grown to whole names."""
    single = [one for c in _cleaned(text, r.found) for half in two_bodies(text, c) for one in are_several(text, half)]
    apart = without_people(text, list(seen_as_two(text, single)))
    kept = [k for c in apart if (k := keep(text, c, people, english)) is not None]
    whole = [grown(text, with_whole_place(text, with_country(text, with_nationality(text, c)))) for c in kept]
    chosen = list(with_second_half(text, list(with_first_half(text, merge(whole, text)))))
    chosen = list(bodies_of_people(text, list(with_whom_it_serves(text, chosen))))
    neighbours = (
        *beside_people(text, chosen),
        *acronyms_behind(text, chosen),
        *in_a_row(text, chosen, people),
        *names_in_rows(text, chosen),
    )
    new = [c for c in neighbours if not is_no_name(text, c) and not any(c.overlaps(other) for other in chosen)]
    return merge([*chosen, *new], text) if new else chosen


def _words_of_people(text: str, read: list[_Read], roster: Roster) -> frozenset[str]:
    """Keys of all words of full names: of the roster and of names of two words or more in the text."""
    keys = {word for person in roster.people for word in person.words}
    for r in read:
        for c in r.found:
            if c.label == PERSON and c.rule in {"model", "rule_person", "given_name", "syllables"}:
                words = lettered(words_of(c.of(text)))
                if len(words) > 1 and " " in c.of(text) and not _has_post(words):
                    keys.update(word.key for word in words)
    return frozenset(keys)


def _has_post(words: list[Word]) -> bool:
    """ "du Frosti", "Sócio da Frosti": what stands behind a post, and is no full name."""
    return (len(words) == 2 and words[0].text.islower()) or words[0].key in job_heads()


def _learned(text: str, chosen: list[list[Candidate]]) -> Roster:
    """What the first pass found, for finding it again elsewhere."""
    roster = Roster()
    for candidates in chosen:
        for c in candidates:
            name = c.of(text)
            if c.label == PERSON and not c.rule.endswith("_part") and (" " in name or _is_rare(name)):
                roster.add_person(name)
            elif c.label == ORG and (len(name) > 3 or name.isupper()):
                roster.organizations.add(name, "repeat")
    return roster


def _is_rare(name: str) -> bool:
    """A single word that is hardly anything but somebody's name: found once with evidence, it counts elsewhere."""
    key = key_of(name)
    return (
        name.isalpha() and len(name) > _SHORTEST_ALONE and name[1:].islower() and key not in plain_words() | cities() | phrases("starters")
    )


def _listed(document: Document, mentions: list[Mention]) -> Iterator[Mention]:
    """The names in the roster's own lines, where no mention of the running text stands."""
    taken = sorted(m.span for m in mentions)
    listed: set[Span] = set()
    ordinals = [(s.evidence.span, i) for i, s in enumerate(document.sections)]
    for c, session in roster_lines(document):
        span = Span(c.start, c.end)
        at = bisect_left(taken, span)
        if span in listed or any(span.overlaps(other) for other in taken[max(0, at - 1) : at + 1]):
            continue
        listed.add(span)
        ordinal = next((i for holder, i in ordinals if holder.holds(span)), None)
        yield _mention(document.text, c, ordinal, session)


def _mention(text: str, c: Candidate, ordinal: int | None, session: int | None) -> Mention:
    strength = POLICY[c.rule]
    return Mention(Span(c.start, c.end), c.label, c.of(text), strength.source, strength.confidence_of(c.label), ordinal, session)
