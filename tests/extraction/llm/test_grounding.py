"""Nothing enters a document that the article does not have."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extraction.llm.answers import Answer, GivenActor, GivenContact, read_answer
from kg.extraction.llm.grounding import grounded
from kg.extraction.llm.own import own_reading


@pytest.fixture
def ground(told):
    def held(given, article=None):
        return grounded([read_answer(json.dumps(given))], own_reading(article or told.article()).source, "llm:m")

    return held


def reasons(found):
    return [each.reason for each in found.refused]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"relation": "kissed"}, "relation"),
        ({"relation": "contacted"}, "relation"),
        ({"status": "rumoured"}, "status"),
        ({"status": "disputed"}, "status"),
        ({"evidence": "Rask rang Okoye in the small hours."}, "evidence"),
        ({"evidence": ""}, "evidence"),
        ({"objects": ["Ingvild Rask"]}, "too few"),
        ({"objects": []}, "too few"),
    ],
)
def test_a_contact_that_is_not_of_the_article_is_refused(ground, told, change, reason):
    found = ground({"actors": told.actors, "contacts": [told.called | change]})
    assert not found.drafts
    assert reasons(found) == [reason]


@pytest.mark.parametrize(
    "actor",
    [
        {"name": "Barack Obama", "type": "person", "country": "US", "mentions": ["Barack Obama", "the U.S. president"]},
        {"name": "France", "type": "country", "country": "FR", "mentions": ["the two sides"]},
        {"name": "France", "type": "country", "country": "FR", "mentions": []},
        {"name": "The Elders", "type": "nonsense", "country": "XX", "mentions": ["Elders"]},
    ],
)
def test_invented_participants_are_refused(ground, told, actor):
    found = ground({"actors": [*told.actors, actor], "contacts": [told.called | {"objects": [actor["name"]]}]})
    assert not found.drafts
    assert reasons(found) == ["participant", "too few"]


def test_a_participant_that_no_list_has_is_refused(ground, told):
    found = ground({"actors": told.actors[:1], "contacts": [told.called]})
    assert reasons(found) == ["participant", "too few"]


def test_of_several_participants_only_the_invented_ones_are_left_out(ground, told):
    found = ground({"actors": told.actors, "contacts": [told.called | {"objects": ["Chidi Okoye", "Barack Obama"]}]})
    assert [len(draft.actors) for draft in found.drafts] == [2]
    assert reasons(found) == ["participant"]


def test_a_place_takes_no_part_in_a_call(ground, told):
    oslo = {"name": "Oslo", "type": "place", "country": "NO", "mentions": ["Oslo"]}
    actors = [*told.actors, oslo]
    assert reasons(ground({"actors": actors, "contacts": [told.called | {"objects": ["Oslo"]}]})) == [
        "participant",
        "too few",
    ]
    (visit,) = ground(
        {
            "actors": actors,
            "contacts": [told.hosts | {"relation": "visited", "subjects": ["Duarte Leal"], "objects": ["Oslo"]}],
        }
    ).drafts
    assert visit.place in visit.objects


def test_a_trip_at_home_is_no_contact(ground, told):
    oslo = {"name": "Oslo", "type": "place", "country": "NO", "mentions": ["Oslo"]}
    trip = told.hosts | {"relation": "visited", "objects": ["Oslo"]}
    found = ground({"actors": [*told.actors, oslo], "contacts": [trip, trip | {"subjects": ["Duarte Leal"]}]})
    assert reasons(found) == ["at home"]
    assert len(found.drafts) == 1


@pytest.mark.parametrize(
    ("given", "status", "told_day", "basis", "reason"),
    [
        ({"date": "2017-03-10", "date_words": "on Friday"}, "occurred", "2017-03-10", "stated", []),
        ({"date": "2017-03-11", "date_words": None}, "occurred", None, "published", []),
        ({"date": None, "date_words": None}, "occurred", None, "published", []),
        ({"date": None, "date_words": None}, "proposed", None, None, []),
        (
            {"date": "2017-03-09", "date_words": "on Friday"},
            "occurred",
            "2017-03-09",
            "inferred",
            ["day marked as inferred"],
        ),
        ({"date": "2017-04-09", "date_words": None}, "occurred", None, "published", ["date"]),
        ({"date": "the tenth", "date_words": None}, "occurred", None, "published", ["date"]),
        ({"date": "2017-02-31", "date_words": None}, "planned", None, None, ["date"]),
    ],
)
def test_days_agree_with_our_own_reading_or_are_marked(ground, told, given, status, told_day, basis, reason):
    found = ground({"actors": told.actors, "contacts": [told.called | given | {"status": status}]})
    (draft,) = found.drafts
    assert (draft.period.told, draft.period.basis) == (told_day, basis)
    assert reasons(found) == reason


def test_a_quote_of_part_of_a_sentence_becomes_the_sentence(ground, told):
    quote = "she will receive the Portuguese president Duarte Leal"
    (draft,) = ground({"actors": told.actors, "contacts": [told.hosts | {"evidence": quote}]}).drafts
    assert draft.sentence.text == told.text.split("\n")[1]


def test_a_headline_may_be_the_evidence(ground, told):
    found = ground(
        {"actors": [{"name": n, "type": "person", "country": None, "mentions": [n]} for n in ("Rask", "Okoye")],
         "contacts": [told.called | {"evidence": "Rask calls Okoye", "subjects": ["Rask"], "objects": ["Okoye"]}]}
    )  # fmt: skip
    assert [draft.sentence.offset for draft in found.drafts] == [None]


def test_what_else_is_not_of_the_article_is_left_out_of_the_contact(ground, told):
    change = {
        "place": "Paris",
        "claimed_by": "the Pope",
        "topics": ["fish", "herring wars"],
        "initiator": "Duarte Leal",
    }
    found = ground({"actors": told.actors, "contacts": [told.called | change]})
    (draft,) = found.drafts
    assert (draft.place, draft.claimed_by, draft.topics, draft.initiator) == (None, None, ("fish",), None)
    assert sorted(reasons(found)) == ["claimed by", "place"]


@pytest.mark.parametrize(
    ("actor", "text", "name", "country"),
    [
        (("Sergey Lavrov", "person", "RU", ["Mr Lavrov"]), "Mr Lavrov met Duarte Leal.", "Lavrov", "RU"),
        (("Hassan Rouhani", "person", "IR", ["Rohani"]), "Hassan Rohani met Duarte Leal.", "Hassan Rohani", "IR"),
        (("Russia", "country", "RU", ["the Kremlin"]), "The Kremlin met Duarte Leal.", "Russia", "RU"),
        (("United States", "country", "US", ["American envoys"]),
         "American envoys met Duarte Leal.", "United States", "US"),
        (("Condoleezza Rice", "person", "US", ["the U.S. secretary of state"]),
         "The U.S. secretary of state met Duarte Leal.", "Secretary of state of United States", "US"),
        (("ICJ", "organization", None, ["the World Court"]), "The World Court met Duarte Leal.", "World Court", None),
        (("Rhodesia", "country", "ZW", ["Rhodesia"]), "Rhodesia met Duarte Leal.", "Rhodesia", "ZW"),
    ],
)  # fmt: skip
def test_actors_bear_the_names_that_the_article_gives_them(ground, told, actor, text, name, country):
    given = dict(zip(("name", "type", "country", "mentions"), actor, strict=True))
    leal = {"name": "Duarte Leal", "type": "person", "country": "PT", "mentions": ["Duarte Leal"]}
    met = told.called | {"evidence": text, "relation": "met", "subjects": [actor[0]], "objects": ["Duarte Leal"]}
    found = ground({"actors": [given, leal], "contacts": [met | {"initiator": None}]}, told.article(text, title=""))
    (draft,) = found.drafts
    entity = found.entities[draft.subjects[0]]
    assert (entity.name, entity.country) == (name, country)


NAMES = st.sampled_from(
    ["Ingvild Rask", "Okoye", "Barack Obama", "Oslo", "Nigeria", "the two", "", "\ud800", "a" * 5_000]
)
WORDS = st.one_of(NAMES, st.text(max_size=30))
GIVEN_ACTOR = st.builds(
    GivenActor, WORDS, st.sampled_from(["person", "country", "place", "x"]), st.one_of(st.none(), WORDS),
    st.one_of(st.none(), WORDS), st.tuples(WORDS, WORDS),
)  # fmt: skip
GIVEN_CONTACT = st.builds(
    GivenContact,
    st.one_of(WORDS, st.sampled_from(["Nobody spoke of fish", "rang her Nigerian counterpart"])),
    st.sampled_from(["met", "called", "visited", "kissed"]), st.sampled_from(["occurred", "planned", "x"]),
    st.tuples(WORDS, WORDS), st.tuples(WORDS), st.none(), st.one_of(st.none(), st.just("2017-03-10"), WORDS),
    st.one_of(st.none(), WORDS), st.one_of(st.none(), WORDS), st.one_of(st.none(), WORDS), st.tuples(WORDS),
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(st.lists(GIVEN_ACTOR, max_size=4), st.lists(GIVEN_CONTACT, max_size=4))
def test_whatever_is_answered_only_the_article_s_words_come_in(told, actors, contacts):
    source = own_reading(told.article()).source
    found = grounded([Answer(tuple(actors), tuple(contacts))], source, "llm:m")
    whole = f"{told.article().title}\n{told.text}"
    for draft in found.drafts:
        assert draft.sentence.text in whole
        assert len(draft.actors) > 1
        for index in draft.actors:
            entity = found.entities[index]
            assert entity.forms
            assert all(form in whole for form in entity.forms)
            assert entity.type == "country" or entity.name in whole or not entity.named or entity.type == "place"
        assert all(topic in whole or topic.casefold() for topic in draft.topics)
        assert draft.claimed_by is None or draft.claimed_by in draft.sentence.text
