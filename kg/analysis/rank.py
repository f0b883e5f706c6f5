"""Actors in order of what they are in the network: one row an actor, one column a measure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.analysis import activity, betweenness, brokers, pagerank
from kg.analysis.network import actor_of, network
from kg.errors import UsageError
from kg.model import Actor, ActorType, Contact

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Measure:
    """A number for every actor of a network, and what it means in a line."""

    of: Callable[[nx.Graph[str]], Mapping[str, float]]
    meaning: str


MEASURES: Final = {
    "contacts": Measure(activity.contacts, "contacts he took part in"),
    "partners": Measure(activity.partners, "different actors he had contact with"),
    "betweenness": Measure(
        betweenness.betweenness, "share of all shortest ways between two others that lead through him, 0 to 1"
    ),
    "pagerank": Measure(
        pagerank.pagerank, "contact with those who have much contact, as shares of 1; more contacts weigh more"
    ),
    "brokerage": Measure(
        brokers.brokerage, "pairs of his partners, of two countries, who have no contact with one another"
    ),
}
"""Name → measure, in the order of the columns."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One actor with all measures."""

    actor: Actor
    contacts: int
    partners: int
    betweenness: float
    pagerank: float
    brokerage: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """Actors, first the one with most of the measure asked for.

    Attributes:
        meanings: what each measure means; a sampled one says so.
        actors, ties: of the whole network, also where fewer actors are listed.
    """

    by: str
    standings: tuple[Standing, ...]
    meanings: Mapping[str, str]
    actors: int
    ties: int


def rank(
    contacts: Iterable[Contact], actors: Mapping[str, Actor], by: str = "contacts", type_: ActorType | None = None
) -> Ranking:
    """Measures everybody in the contacts.

    Args:
        contacts: what the network is made of; usually those that took place.
        actors: every actor by id.
        by: the name of a measure, which gives the order.
        type_: lists actors of this type only; all are in the network.

    Raises:
        UsageError: there is no such measure.
    """
    if by not in MEASURES:
        raise UsageError(f"there is no measure “{by}”", f"There are: {', '.join(MEASURES)}")
    graph = network(contacts, actors)
    values = {name: measure.of(graph) for name, measure in MEASURES.items()}
    meanings = {name: measure.meaning for name, measure in MEASURES.items()}
    if (sampled := betweenness.sample_size(graph)) is not None:
        meanings["betweenness"] += f"; sampled: ways from {sampled} of {len(graph)} actors, small values are rough"
    standings = [
        Standing(
            actor_of(key, actors),
            int(values["contacts"][key]),
            int(values["partners"][key]),
            round(values["betweenness"][key], 5),
            round(values["pagerank"][key], 5),
            int(values["brokerage"][key]),
        )
        for key in sorted(graph, key=lambda key: (-values[by][key], -values["contacts"][key], key))
        if type_ is None or actor_of(key, actors).type == type_
    ]
    return Ranking(by, tuple(standings), meanings, len(graph), graph.number_of_edges())
