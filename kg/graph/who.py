"""Who is who: Actor, Identity and countries ⇄ quads.

A known actor and every country stand in `graph/known` alone, a discovered actor in `graph/contacts` alone.
"""

from collections.abc import Iterable

from pyoxigraph import Quad

from kg.gazetteer import Country
from kg.graph.iris import minted, term
from kg.graph.layers import CONTACTS, IDENTITY, KNOWN
from kg.graph.terms import CLASSES, TYPES, Fact, Node, country_facts, quads, text
from kg.model import Actor, ActorType, Identity


def actor_quads(actor: Actor) -> frozenset[Quad]:
    """What the graph says of an actor."""
    from kg.actors.representing import bodies_represented, countries_represented  # who reads does without

    facts: list[Fact] = [
        ("rdf:type", CLASSES[actor.type]),
        ("rdfs:label", text(actor.name)),
        *(("skos:altLabel", text(name)) for name in actor.names if name != actor.name),
        *country_facts("kg:country", actor.country),
        *(fact for code in countries_represented(actor) for fact in country_facts("kg:represents", code)),
        *(("kg:represents", minted("act", body)) for body in bodies_represented(actor)),
    ]
    return frozenset(quads(minted("act", actor.id), facts, KNOWN if actor.known else CONTACTS))


def actor_of(node: Node, known: bool) -> Actor:
    """The actor that `actor_quads` made quads of; its other names come sorted."""
    return Actor(
        id=node.id,
        name=node.text("rdfs:label") or "",
        type=_type(node),
        country=node.local("kg:country"),
        names=tuple(node.texts("skos:altLabel")),
        known=known,
    )


def identity_quads(identity: Identity) -> frozenset[Quad]:
    """The judgement that a named actor is an actor, with its reason."""
    facts: list[Fact] = [
        ("kg:denotes", minted("act", identity.actor)),
        ("kg:because", text(identity.because)),
    ]
    return frozenset(quads(minted("nam", identity.named), facts, IDENTITY))


def identity_of(node: Node) -> Identity:
    """The judgement on one named actor."""
    (actor,) = node.locals("kg:denotes")
    return Identity(node.id, actor, node.text("kg:because") or "")


def country_quads(countries: Iterable[Country]) -> frozenset[Quad]:
    """Countries as territories, with their codes."""
    found: set[Quad] = set()
    for country in countries:
        facts: list[Fact] = [
            ("rdf:type", term("kg:Country")),
            ("rdfs:label", text(country.name)),
            ("kg:alpha2", text(country.code)),
            ("kg:alpha3", text(country.alpha3)),
        ]
        found.update(quads(minted("c", country.code), facts, KNOWN))
    return frozenset(found)


def _type(node: Node) -> ActorType:
    return next(TYPES[found] for found in node.nodes("rdf:type") if found in TYPES)
