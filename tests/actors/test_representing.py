"""Whom actors speak for, and that questions by country need no list of names."""

from kg.actors import known_actors
from kg.actors.representing import bodies_represented, countries_represented
from kg.graph.iris import minted, term
from kg.graph.layers import CONTACTS, KNOWN
from kg.graph.who import actor_quads
from kg.model import Actor
from kg.queries.names import of_country

KNOWN_BY_ID = {actor.id: actor for actor in known_actors()}
REPRESENTS = term("kg:represents")


def represented(actor):
    return {quad.object for quad in actor_quads(actor) if quad.predicate == REPRESENTS}


def test_who_held_an_office_represents_its_country():
    assert represented(KNOWN_BY_ID["hakan-fidan"]) == {minted("c", "TR")}


def test_who_headed_an_organisation_represents_it_and_the_country_served_before():
    stoltenberg = KNOWN_BY_ID["jens-stoltenberg"]
    assert bodies_represented(stoltenberg) == ("nato",)
    assert represented(stoltenberg) == {minted("c", "NO"), minted("act", "nato")}
    assert KNOWN_BY_ID["nato"].type == "organization"


def test_who_served_several_countries_represents_all():
    queen = KNOWN_BY_ID["elizabeth-ii"]
    assert queen.country is None
    assert {"GB", "CA", "AU"} <= set(countries_represented(queen))


def test_ministries_and_states_represent_their_country():
    for id_ in ("turkey", "turkish-foreign-ministry", "turkish-defense-ministry"):
        assert countries_represented(KNOWN_BY_ID[id_]) == ("TR",)


def test_a_discovered_actor_represents_the_country_that_articles_tell():
    envoy = Actor("ayla-demir-0a1b2c", "Ayla Demir", "person", "TR")
    assert represented(envoy) == {minted("c", "TR")}
    assert {quad.graph_name for quad in actor_quads(envoy)} == {CONTACTS}
    assert {quad.graph_name for quad in actor_quads(KNOWN_BY_ID["turkey"])} == {KNOWN}


def test_a_group_acts_in_a_country_without_speaking_for_it():
    assert countries_represented(Actor("rebels-0a1b2c", "Rebels", "group", "SY")) == ()


def test_the_actors_of_a_country_are_found_without_a_list_of_names():
    found = of_country("TR", KNOWN_BY_ID.values())
    assert {"turkey", "hakan-fidan", "mevlut-cavusoglu", "turkish-foreign-ministry"} <= found
    assert "sergey-lavrov" not in found
