"""Who stands between countries: brokerage (Gould and Fernandez 1989), summed over its kinds that cross a border.

    brokerage(v) = number of pairs a, c of partners of v
                   who are of two different countries and have no contact with one another

v may be of one of the two (gatekeeper, representative) or of neither (liaison). Pairs within one country
(coordinator, consultant) do not count, nor does a partner whose country is not known. 0: whom he talks to talk
to each other anyway, as far as the articles tell; a contact that no article tells of makes a broker of somebody
who is none.

Gould, R. V., Fernandez, R. M. (1989). Structures of mediation: a formal approach to brokerage in transaction
networks. Sociological Methodology 19, 89-126.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx


def brokerage(graph: nx.Graph[str]) -> dict[str, int]:
    """The brokerage of every actor: pairs of partners of two countries, less those that have contact."""
    country: dict[str, str] = {actor: graph.nodes[actor]["country"] for actor in graph}
    found = {actor: _mixed(Counter(country[other] for other in graph.adj[actor] if country[other])) for actor in graph}
    for trio in _triangles(graph):
        for actor in trio:
            one, other = (end for end in trio if end != actor)
            if country[one] and country[other] and country[one] != country[other]:
                found[actor] -= 1
    return found


def _mixed(countries: Counter[str]) -> int:
    """Pairs whose ends differ."""
    total = countries.total()
    return (total * total - sum(count * count for count in countries.values())) // 2


def _triangles(graph: nx.Graph[str]) -> set[tuple[str, str, str]]:
    """All three that have contact with one another; each tie is followed from its end of fewer partners."""
    order = {actor: (len(graph.adj[actor]), actor) for actor in graph}
    later = {
        actor: sorted((other for other in graph.adj[actor] if order[other] > order[actor]), key=order.__getitem__)
        for actor in graph
    }
    return {
        (actor, one, other)
        for actor, others in later.items()
        for one, other in combinations(others, 2)
        if graph.has_edge(one, other)
    }
