"""One contact an event, from tellings of one's own making."""

from datetime import date
from itertools import permutations

import pytest

from kg.extraction.draft import Draft
from kg.extraction.merging import merged
from kg.extraction.names import Entity
from kg.extraction.sentences import Sentence
from kg.model import Period, Status

MERA, OLANDER, CHILE, NORWAY, OSLO, PERU = range(6)
ENTITIES = (
    Entity("person", "Ana Mera", "CL", "president"),
    Entity("person", "Tor Olander", "NO", "foreign minister"),
    Entity("country", "Chile", "CL"),
    Entity("country", "Norway", "NO"),
    Entity("place", "Oslo", "NO"),
    Entity("country", "Peru", "PE"),
)
FRIDAY, THURSDAY = Period.of("2024-11-29"), Period.of("2024-11-28")
NEWS = Period.published_by(date(2024, 11, 30))


def telling(
    index: int,
    relation: str = "met",
    subjects: tuple[int, ...] = (MERA,),
    objects: tuple[int, ...] = (OLANDER,),
    *,
    status: Status = "occurred",
    period: Period = NEWS,
    heading: bool = False,
    place: int | None = None,
    topics: tuple[str, ...] = (),
    confidence: float = 0.8,
) -> Draft:
    sentence = Sentence(f"Sentence {index}.", index, None if heading else 100 * index, index, heading)
    return Draft(relation, status, subjects, objects, sentence, period, "test", confidence, place=place, topics=topics)


def test_headline_lead_and_last_paragraph_are_one_contact_with_three_sentences() -> None:
    tellings = [telling(0, heading=True), telling(1, period=FRIDAY), telling(7, place=OSLO)]
    (contact,) = merged(tellings, ENTITIES)
    assert contact.sentence.index == 1
    assert {sentence.index for sentence in contact.also} == {0, 7}
    assert (contact.period, contact.place) == (FRIDAY, OSLO)


def test_the_order_of_the_tellings_does_not_count() -> None:
    tellings = [
        telling(0, heading=True),
        telling(1, period=FRIDAY),
        telling(2, "spoke_with", confidence=0.9),
        telling(3, period=THURSDAY),
    ]
    results = {
        tuple((d.relation, d.period, d.sentence.index) for d in merged(p, ENTITIES)) for p in permutations(tellings)
    }
    assert len(results) == 1


def test_two_days_are_two_contacts() -> None:
    found = merged([telling(1, period=THURSDAY), telling(2, period=FRIDAY)], ENTITIES)
    assert [draft.period for draft in found] == [THURSDAY, FRIDAY]


def test_a_month_may_be_the_month_of_the_day() -> None:
    assert len(merged([telling(1, period=FRIDAY), telling(2, period=Period.of("2024-11"))], ENTITIES)) == 1


@pytest.mark.parametrize("objects", [(NORWAY,), (PERU,)])
def test_other_participants_are_another_contact(objects: tuple[int, ...]) -> None:
    assert len(merged([telling(1), telling(2, objects=objects)], ENTITIES)) == 2


def test_sides_do_not_count_where_the_relation_has_no_order() -> None:
    assert len(merged([telling(1), telling(2, subjects=(OLANDER,), objects=(MERA,))], ENTITIES)) == 1


def test_sides_count_where_the_relation_has_an_order() -> None:
    letters = [telling(1, "wrote_to"), telling(2, "wrote_to", (OLANDER,), (MERA,))]
    assert len(merged(letters, ENTITIES)) == 2


def test_the_narrower_word_says_more() -> None:
    (contact,) = merged([telling(1, "spoke_with", period=FRIDAY), telling(2, "called")], ENTITIES)
    assert contact.relation == "called"


def test_a_letter_is_no_meeting() -> None:
    assert len(merged([telling(1), telling(2, "wrote_to")], ENTITIES)) == 2


@pytest.mark.parametrize("status", ["planned", "refused", "cancelled", "denied", "proposed"])
def test_what_occurred_and_what_did_not_are_two(status: Status) -> None:
    assert len(merged([telling(1), telling(2, status=status)], ENTITIES)) == 2


def test_proposed_and_then_planned_is_one() -> None:
    (contact,) = merged([telling(1, status="proposed"), telling(2, status="planned")], ENTITIES)
    assert contact.status == "planned"


def test_a_headline_of_countries_adds_nothing_to_a_text_with_their_persons() -> None:
    headline = telling(0, subjects=(CHILE,), objects=(NORWAY,), heading=True)
    found = merged([headline, telling(1)], ENTITIES)
    assert [draft.sentence.index for draft in found] == [1]


def test_a_headline_of_another_country_stays() -> None:
    headline = telling(0, subjects=(CHILE,), objects=(PERU,), heading=True)
    assert len(merged([headline, telling(1)], ENTITIES)) == 2


def test_a_headline_alone_stays() -> None:
    assert len(merged([telling(0, heading=True)], ENTITIES)) == 1


def test_topics_of_all_tellings_are_kept_and_the_best_confidence() -> None:
    tellings = [
        telling(1, period=FRIDAY, topics=("fishing",)),
        telling(2, topics=("fishing", "ports"), confidence=0.95),
    ]
    (contact,) = merged(tellings, ENTITIES)
    assert (contact.topics, contact.confidence) == (("fishing", "ports"), 0.95)


def test_a_visit_has_the_day_of_the_meeting_there() -> None:
    visit = telling(1, "visited", objects=(OSLO,), place=OSLO)
    meeting = telling(2, period=FRIDAY, place=OSLO)
    dated = {draft.relation: draft.period for draft in merged([visit, meeting], ENTITIES)}
    assert (dated["visited"].told, dated["visited"].basis) == ("2024-11-29", "inferred")


def test_nothing_gives_nothing() -> None:
    assert merged([], ENTITIES) == ()
