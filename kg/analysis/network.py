"""The network: actors, and a tie between each two that had contact.

A tie counts contacts, not reports; ten outlets that tell of one call are one contact. Who of a contact is tied
with whom follows the direct triples: a mediator with the parties, never the parties with one another; a place
is no actor. Whether contacts that did not take place count is up to the caller: see `took_place`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from kg.contacts.joins import joins
from kg.model import Actor, Contact
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    import networkx as nx


def took_place(contacts: Iterable[Contact]) -> list[Contact]:
    """Those of the contacts that took place."""
    statuses = vocabulary().statuses
    return [contact for contact in contacts if statuses[contact.status].realised]


def tied(contact: Contact) -> frozenset[tuple[str, str]]:
    """Each two actors that a contact ties, smaller id first."""
    return frozenset(
        (min(join.one, join.other), max(join.one, join.other))
        for join in joins(contact)
        if isinstance(join.other, str) and join.other != join.one
    )


def actor_of(key: str, actors: Mapping[str, Actor]) -> Actor:
    """The actor with this id; of one that nobody describes, its id is the name."""
    return actors.get(key) or Actor(key, key, "person")


def when(contact: Contact) -> tuple[date, str]:
    """By this contacts are put in order of time: the last possible day; what has none comes first."""
    return contact.period.not_after or contact.period.not_before or date.min, contact.id


def network(contacts: Iterable[Contact], actors: Mapping[str, Actor]) -> nx.Graph[str]:
    """An undirected graph of everybody in the contacts.

    Nodes have `name`, `type`, `country` ("" where none) and `contacts`, the number they took part in; ties have
    `contacts`, the number between the two, and `latest`, the id of the latest of these.
    """
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    for contact in sorted(contacts, key=when):
        for key in contact.actors:
            if key not in graph:
                actor = actor_of(key, actors)
                graph.add_node(key, name=actor.name, type=actor.type, country=actor.country or "", contacts=0)
            graph.nodes[key]["contacts"] += 1
        for one, other in tied(contact):
            before = graph.edges[one, other]["contacts"] if graph.has_edge(one, other) else 0
            graph.add_edge(one, other, contacts=before + 1, latest=contact.id)
    return graph
