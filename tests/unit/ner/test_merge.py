import itertools

from igf_extract.ner.candidate import Candidate
from igf_extract.ner.merge import POLICY, merge


def test_longer_wins() -> None:
    short, long = Candidate(3, 5, "ORG", "gazetteer_acronym"), Candidate(3, 19, "ORG", "model")
    assert merge([short, long]) == [long]


def test_of_equal_spans_the_stronger() -> None:
    assert merge([Candidate(0, 9, "ORG", "model"), Candidate(0, 9, "PERSON", "roster")]) == [Candidate(0, 9, "PERSON", "roster")]


def test_of_equal_strength_the_organisation_in_any_process() -> None:
    both = [Candidate(0, 11, "PERSON", "roster"), Candidate(0, 11, "ORG", "roster")]
    for candidates in itertools.permutations(both):
        assert merge(candidates) == [Candidate(0, 11, "ORG", "roster")]


def test_a_guess_over_two_sure_names_is_a_run_on() -> None:
    first, second = Candidate(0, 6, "ORG", "gazetteer"), Candidate(11, 17, "ORG", "gazetteer")
    assert merge([first, second, Candidate(0, 17, "ORG", "model")]) == [first, second]


def test_a_guess_that_ends_inside_a_sure_name_is_a_run_on() -> None:
    sure = Candidate(10, 20, "ORG", "gazetteer")
    assert merge([sure, Candidate(0, 15, "ORG", "model")]) == [sure]


def test_a_person_before_an_organisation_is_cut_off() -> None:
    text = "Ann Lee of Ice Lab spoke"
    person, whole, lab = Candidate(0, 7, "PERSON", "given_name"), Candidate(0, 18, "ORG", "model"), Candidate(11, 18, "ORG", "rule")
    assert merge([person, whole, lab], text) == [person, lab]


def test_a_part_gives_way() -> None:
    whole = Candidate(5, 20, "ORG", "model")
    assert merge([Candidate(5, 10, "PERSON", "roster_part"), whole]) == [whole]


def test_none_overlap_and_order_of_text() -> None:
    chosen = merge(Candidate(a, a + n, "ORG", rule) for a in range(0, 30, 3) for n in (2, 5, 9) for rule in POLICY)
    assert chosen == sorted(chosen, key=lambda c: c.start)
    assert all(not a.overlaps(b) for a, b in itertools.pairwise(chosen))


def test_confidences_are_shares() -> None:
    assert all(0 < strength.confidence <= 1 for strength in POLICY.values())
    assert {strength.source for strength in POLICY.values()} == {"roster", "gazetteer", "model"}


def test_two_acronyms_in_a_row_are_two_bodies() -> None:
    first, second = Candidate(0, 3, "ORG", "gazetteer_acronym"), Candidate(4, 7, "ORG", "gazetteer_acronym")
    assert merge([first, second, Candidate(0, 7, "ORG", "rule")]) == [first, second]


def test_a_company_and_a_field_are_no_body() -> None:
    text = "Google de Políticas"
    sure = Candidate(0, 6, "ORG", "gazetteer_acronym")
    assert merge([sure, Candidate(0, 19, "ORG", "model")], text) == [sure]
