import pytest

from kg.gazetteer import gazetteer
from kg.graph.iris import minted, term
from kg.graph.layers import CONTACTS, IDENTITY, KNOWN
from kg.graph.terms import by_subject
from kg.graph.who import actor_of, actor_quads, country_quads, identity_of, identity_quads
from kg.model import Actor, Identity


@pytest.mark.parametrize("known", [True, False])
def test_an_actor_comes_back_and_stands_in_one_graph(known: bool) -> None:
    actor = Actor("hakan-fidan", "Hakan Fidan", "person", "TR", ("Fidan", "H. Fidan"), known)
    quads = actor_quads(actor)
    (node,) = by_subject(quads).values()
    assert actor_of(node, known) == actor
    assert {quad.graph_name for quad in quads} == {KNOWN if known else CONTACTS}


def test_a_judgement_comes_back() -> None:
    identity = Identity("9ab1-1", "hakan-fidan", "known name and country")
    quads = identity_quads(identity)
    (node,) = by_subject(quads).values()
    assert identity_of(node) == identity
    assert {quad.graph_name for quad in quads} == {IDENTITY}


def test_a_name_is_no_other_form_of_itself() -> None:
    quads = actor_quads(Actor("a", "Fidan", "person", names=("Fidan",)))
    assert not [quad for quad in quads if quad.predicate == term("skos:altLabel")]


def test_every_country_has_one_label_and_its_codes() -> None:
    nodes = by_subject(country_quads(gazetteer().countries.values()))
    turkey = nodes[minted("c", "TR")]
    assert turkey.texts("kg:alpha3") == ["TUR"]
    assert all(len(node.texts("rdfs:label")) == 1 for node in nodes.values())
