"""The measures on a small network, worked out by hand.

i1 - t1 - r1        t1 met everybody; i1 met t2 twice; t2 and t1 are of one country
 \\    |
  t2  s1
"""

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis import betweenness
from kg.analysis.brokers import brokerage
from kg.analysis.pagerank import pagerank
from kg.analysis.rank import MEASURES, rank
from kg.errors import UsageError


@pytest.fixture
def standings(contact, actors):
    contacts = [contact(who) for who in ("t1 i1", "t1 r1", "t1 s1", "i1 t2", "i1 t2")]
    return {each.actor.id: each for each in rank(contacts, actors).standings}


def test_contacts_and_partners(standings):
    assert {key: (each.contacts, each.partners) for key, each in standings.items()} == {
        "t1": (3, 3), "i1": (3, 2), "t2": (2, 1), "r1": (1, 1), "s1": (1, 1),
    }  # fmt: skip


def test_betweenness(standings):
    # Of the 6 pairs of others, t1 lies between (i1|t2)-r1, (i1|t2)-s1, r1-s1; i1 between t2 and t1, r1, s1.
    assert standings["t1"].betweenness == pytest.approx(5 / 6, abs=1e-5)
    assert standings["i1"].betweenness == pytest.approx(3 / 6, abs=1e-5)
    assert standings["r1"].betweenness == 0


def test_brokerage_counts_pairs_of_two_countries_without_contact(standings):
    # t1: i1-r1, i1-s1, r1-s1. i1: t1 and t2 are of one country.
    assert {key: each.brokerage for key, each in standings.items()} == {"t1": 3, "i1": 0, "t2": 0, "r1": 0, "s1": 0}


def test_partners_who_talk_to_each_other_or_have_no_country_need_no_broker(contact, actors):
    contacts = [contact(who) for who in ("t1 i1", "t1 r1", "i1 r1", "t1 un")]
    assert all(each.brokerage == 0 for each in rank(contacts, actors).standings)


def test_who_has_most_comes_first_and_a_type_alone_can_be_listed(contact, actors):
    contacts = [contact(who) for who in ("t1 un", "un i1", "t1 i1", "t1 r1")]
    found = rank(contacts, actors, by="partners", type_="person")
    assert [each.actor.id for each in found.standings] == ["t1", "i1", "r1"]
    assert (found.actors, found.ties) == (4, 4)


def test_every_measure_has_a_meaning(contact, actors):
    assert rank([contact("t1 i1")], actors).meanings.keys() == MEASURES.keys()


def test_an_empty_network(actors):
    assert rank([], actors).standings == ()


def test_an_unknown_measure_names_those_there_are(actors):
    with pytest.raises(UsageError, match=r"closeness.*contacts, partners"):
        rank([], actors, by="closeness")


def a_graph(ties):
    graph = nx.Graph()
    graph.add_nodes_from(range(12), country="", contacts=1)
    for one, other in ties:
        graph.add_edge(one, other, contacts=one + other + 1)
    for node in graph:
        graph.nodes[node]["country"] = ("TR", "IR", "RU", "")[node % 4]
    return graph


ties = st.sets(st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda tie: tie[0] < tie[1]))


@settings(deadline=None)
@given(ties)
def test_pagerank_is_that_of_networkx(found):
    graph = a_graph(found)
    theirs = nx.pagerank(graph, weight="contacts", tol=1e-12, max_iter=500)
    assert pagerank(graph) == pytest.approx(theirs, abs=1e-6)


@settings(deadline=None)
@given(ties)
def test_brokerage_is_what_its_definition_says(found):
    graph = a_graph(found)
    country = graph.nodes.data("country")
    for actor, value in brokerage(graph).items():
        assert value == sum(
            country[one] != country[other] and bool(country[one] and country[other]) and not graph.has_edge(one, other)
            for one in graph[actor]
            for other in graph[actor]
            if one < other
        )


def test_a_large_network_is_sampled_and_says_so(contact, actors, monkeypatch):
    monkeypatch.setattr(betweenness, "MOST_TIES", 20)
    monkeypatch.setattr(betweenness, "SAMPLED_STEPS", 250)
    people = [f"{letter}{number}" for letter in "tir" for number in range(1, 10)]
    contacts = [contact(f"{one} {other}") for one, other in pairwise(people)]
    found = rank(contacts, actors)
    assert "sampled: ways from 10 of 27 actors" in found.meanings["betweenness"]
    assert rank(contacts, actors) == found


def test_twenty_thousand_ties_are_the_limit():
    assert betweenness.MOST_TIES == 20_000
    few = nx.gnm_random_graph(200, 15_000, seed=1)
    many = nx.gnm_random_graph(2_000, 20_001, seed=1)
    assert betweenness.sample_size(few) is None
    assert betweenness.sample_size(many) == 5_000_000 // 20_001
