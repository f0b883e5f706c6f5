"""The heads of international organisations: sound data, and phrases that mean them."""

from datetime import date
from itertools import combinations

import pytest

from kg.actors.heads import HEAD, body_of, heads
from kg.actors.slugs import slug
from kg.model import Period
from kg.office_holders import holders


def test_terms_are_in_order_and_never_two_at_once():
    for one in heads().all:
        others = [term for term in heads().who(HEAD, one.country) if term is not one]
        start = Period.of(one.start).not_after
        assert start <= (Period.of(one.end).not_after if one.end else one.known_until)
        assert not [o for o in others if o.sure(start) and o.end != one.start and o.end != one.start[:7]], one


def test_a_person_is_one_whatever_office():
    people = {term.person for term in (*heads().all, *holders().all)}
    assert len({person.id for person in people}) == len(people)
    assert not {person.id for person in people} & {slug(term.country) for term in heads().all}


def test_no_two_organisations_are_meant_by_one_phrase():
    bodies = {term.country for term in heads().all}
    for one, other in combinations(sorted(bodies), 2):
        assert body_of(f"head of {one}") == one != body_of(f"head of {other}")


@pytest.mark.parametrize(
    ("phrase", "body"),
    [
        ("the U.N. Secretary-General", "United Nations"),
        ("NATO's secretary general", "NATO"),
        ("head of the IMF", "International Monetary Fund"),
        ("High Representative of the Union for Foreign Affairs and Security Policy", "European Union"),
        ("president of France", None),
        ("deputy secretary-general of the United Nations", None),
    ],
)
def test_phrases_that_mean_a_head(phrase, body):
    assert body_of(phrase) == body


def test_who_headed_it_on_a_day():
    (term,) = heads().who(HEAD, "African Union Commission", date(2015, 1, 1))
    assert (term.person.name, term.unchecked) == ("Nkosazana Dlamini-Zuma", True)
    assert heads().who(HEAD, "NATO", date(2040, 1, 1)) == ()
