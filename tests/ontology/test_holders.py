"""The data of who held which office: sound in itself, and the same in Turtle and in the table."""

from collections import Counter, defaultdict
from datetime import date
from itertools import combinations

import pytest
from pyoxigraph import RdfFormat, parse

from kg.actors import known_actors
from kg.actors.names import organisation_name
from kg.gazetteer import fold, gazetteer
from kg.model import Period
from kg.office_holders import OFFICES, holders
from kg.office_words import words
from kg.resources import ontology_folder
from kg.vocabulary import KG, vocabulary

FOLDER = ontology_folder() / "actors" / "holders"
BASE = KG.removesuffix("ontology#")
TERMS = holders().all


def first(told):
    return Period.of(told).not_before


def last(told):
    return Period.of(told).not_after


def test_every_term_starts_before_it_ends():
    assert [t for t in TERMS if t.end and first(t.start) > last(t.end)] == []
    assert [t for t in TERMS if t.known_until and first(t.start) > t.known_until] == []


def test_a_term_has_an_end_or_the_day_until_which_it_is_known():
    assert [t for t in TERMS if (t.end is None) == (t.known_until is None)] == []


def test_two_hold_one_office_at_once_only_where_marked():
    posts = defaultdict(list)
    for term in TERMS:
        posts[term.country, term.office].append(term)
    for post in posts.values():
        for one, other in combinations(post, 2):
            start = max(last(one.start), last(other.start))
            end = min(first(t.end) if t.end else t.known_until for t in (one, other))
            if start < end:
                assert one.concurrent, one
                assert other.concurrent, other
                assert one.person != other.person, one


def test_every_term_has_a_source_and_what_is_not_sourced_is_unchecked():
    assert [t for t in TERMS if not t.sources] == []
    assert [t for t in TERMS if t.unchecked != ("general knowledge" in t.sources)] == []


def test_a_slug_is_one_person_and_no_country():
    people = {term.person for term in TERMS}
    assert len({person.id for person in people}) == len(people)
    wikidata = Counter(person.wikidata for person in people if person.wikidata)
    assert [item for item, count in wikidata.items() if count > 1] == []
    from kg.actors.slugs import slug

    assert not {person.id for person in people} & {slug(c.name) for c in gazetteer().countries.values()}


def test_countries_are_known():
    assert {term.country for term in TERMS} <= set(gazetteer().countries)


def test_offices_are_those_of_the_ontology():
    assert set(OFFICES) <= vocabulary().terms
    assert {term.office for term in TERMS} == set(OFFICES)


def test_there_is_a_file_for_each_country():
    assert {path.stem for path in FOLDER.glob("*.ttl")} == {term.country for term in TERMS}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ttl")), ids=lambda path: path.stem)
def test_turtle_and_table_agree(path):
    nodes = defaultdict(lambda: defaultdict(set))
    for triple in parse(path=str(path), format=RdfFormat.TURTLE):
        assert triple.predicate.value.startswith(("http://www.w3.org/", KG))
        if triple.predicate.value.startswith(KG):
            assert triple.predicate.value.removeprefix(KG) in vocabulary().terms
        key = triple.predicate.value.replace("#", "/").rpartition("/")[2]
        nodes[triple.subject.value][key].add(triple.object.value)

    def one(node, key):
        (value,) = node.get(key, {None})
        return value and value.removeprefix(BASE).rpartition("/")[2].removeprefix("ontology#")

    told = {
        (
            one(node, "country"),
            one(node, "office"),
            one(node, "holder"),
            one(node, "termStart"),
            one(node, "termEnd"),
            one(node, "knownUntil"),
            frozenset(node["termSource"]),
            one(node, "unchecked") == "true",
            one(node, "concurrent") == "true",
        )
        for node in nodes.values()
        if node["type"] == {KG + "Term"}
    }
    here = [term for term in TERMS if term.country == path.stem]
    assert told == {
        (
            term.country,
            term.office,
            term.person.id,
            term.start,
            term.end,
            term.known_until.isoformat() if term.known_until else None,
            frozenset(term.sources),
            term.unchecked,
            term.concurrent,
        )
        for term in here
    }
    for person in {term.person for term in here}:
        node = nodes[f"{BASE}actor/{person.id}"]
        assert node["label"] == {person.name}
        assert node.get("altLabel", set()) == set(person.names)
        assert one(node, "exactMatch") == person.wikidata


def test_nobody_holds_an_office_after_the_newest_day_told():
    assert max(t.known_until for t in TERMS if t.known_until) < date(2026, 1, 1)


def test_a_word_that_several_countries_share_is_marked():
    meant = defaultdict(set)
    for country in gazetteer().countries.values():
        capital = (country.capital,) if country.capital else ()
        for kind, forms in (
            ("name", (country.name, *country.names)),
            ("adjective", country.adjectives),
            ("seat", (*capital, *country.seats)),
        ):
            for form in forms:
                meant[kind, fold(form).removeprefix("the ")].add(country.code)
    shared = {word: codes for (_, word), codes in meant.items() if len(codes) > 1}
    assert set(shared) == set(words().ambiguous)
    assert [word for word, code in words().ambiguous.items() if code and code not in shared[word]] == []


def test_a_name_means_one_known_actor_of_a_country():
    meant = defaultdict(set)
    for actor in known_actors():
        for name in (actor.name, *actor.names):
            meant[actor.type, organisation_name(name), actor.country].add(actor.id)
    namesakes = {"andris berzins", "jamal abdullah al sallal"}  # two persons of that name at the source
    assert {name for (_, name, _), ids in meant.items() if len(ids) > 1} <= namesakes
