"""How two actors are joined through others: the shortest ways (breadth first; all ties are one step).

    distance(a, b) = the least number of ties from a to b

A way leads through people: a country or a body that many speak of joins nobody, unless asked for. A short way
says that an introduction is thinkable, not that anything was passed on; contacts of any age count alike, so each
hop tells its latest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

from kg.analysis.network import actor_of, network
from kg.errors import UsageError
from kg.model import Actor, Contact

if TYPE_CHECKING:
    import networkx as nx

_FROM: Final = "\0from"  # no id of an actor begins so
_TO: Final = "\0to"


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a way: two actors, how many contacts they had, and the latest."""

    one: Actor
    other: Actor
    contacts: int
    latest: Contact


@dataclass(frozen=True, slots=True)
class Path:
    """One shortest way."""

    hops: tuple[Hop, ...]


def paths(
    contacts: Iterable[Contact],
    actors: Mapping[str, Actor],
    sources: Collection[str],
    targets: Collection[str],
    *,
    people: bool = True,
    most: int = 5,
) -> tuple[Path, ...]:
    """The shortest ways from any of some actors to any of others, in order of their names; none where there is none.

    Args:
        contacts: what may be walked on; usually contacts that took place.
        actors: every actor by id.
        sources: ids of where to begin.
        targets: ids of where to end.
        people: whether only people may stand between.
        most: the number of ways at most; there may be thousands.

    Raises:
        UsageError: somebody is both at the beginning and at the end.
    """
    import networkx as nx

    if both := sorted(set(sources) & set(targets)):
        raise UsageError(f"{actor_of(both[0], actors).name} is at both ends of the way", "Name two different actors")
    by_id = {contact.id: contact for contact in contacts}
    graph = network(by_id.values(), actors)
    ends = {*sources, *targets}
    if people:
        graph.remove_nodes_from([key for key in graph if graph.nodes[key]["type"] != "person" and key not in ends])
    graph.add_nodes_from((_FROM, _TO))
    graph.add_edges_from((_FROM, key) for key in sorted(sources) if key in graph)
    graph.add_edges_from((_TO, key) for key in sorted(targets) if key in graph)
    try:
        found = list(islice(nx.all_shortest_paths(graph, _FROM, _TO), most))
    except nx.NetworkXNoPath:
        return ()
    ways = [_path([key for key in way if key not in (_FROM, _TO)], graph, by_id, actors) for way in found]
    return tuple(sorted(ways, key=lambda way: [(hop.one.name, hop.other.name, hop.other.id) for hop in way.hops]))


def _path(way: list[str], graph: nx.Graph[str], contacts: Mapping[str, Contact], actors: Mapping[str, Actor]) -> Path:
    return Path(
        tuple(
            Hop(
                actor_of(one, actors),
                actor_of(other, actors),
                graph.edges[one, other]["contacts"],
                contacts[graph.edges[one, other]["latest"]],
            )
            for one, other in pairwise(way)
        )
    )
