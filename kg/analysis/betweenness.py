"""How often an actor lies on the shortest ways between others (Freeman 1977).

    betweenness(v) = Σ over pairs s, t of  (shortest ways from s to t through v) ÷ (shortest ways from s to t),
                     divided by the number of pairs, (n - 1)(n - 2) / 2, so that it lies between 0 and 1

Ties count alike, however many contacts they hold. networkx computes it by Brandes (2001), in time ties × actors.
Where that is too much, the ways from a sample of the actors only are followed (Brandes and Pich 2007): the order
at the top is kept well, small values are rough. 0: he joins nobody who is not joined without him.

Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry 40(1), 35-41.
Brandes, U. (2001). A faster algorithm for betweenness centrality. J. Math. Sociology 25(2), 163-177.
Brandes, U., Pich, C. (2007). Centrality estimation in large networks. Int. J. Bifurcation and Chaos 17(7).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import networkx as nx

MOST_TIES: Final = 20_000
"""Ties up to which every actor's ways are followed."""

MOST_STEPS: Final = 10_000_000
"""Ties × actors up to which every actor's ways are followed: some ten seconds."""

SAMPLED_STEPS: Final = 5_000_000
"""Ties × actors of the sample."""

_SEED: Final = 1977  # the same network gives the same sample


def sample_size(graph: nx.Graph[str]) -> int | None:
    """The number of actors whose ways are followed; None where it is all of them."""
    ties, actors = graph.number_of_edges(), len(graph)
    if ties <= MOST_TIES and ties * actors <= MOST_STEPS:
        return None
    size = max(10, SAMPLED_STEPS // ties)
    return size if size < actors else None


def betweenness(graph: nx.Graph[str]) -> dict[str, float]:
    """The betweenness of every actor, exact or sampled as `sample_size` says."""
    import networkx as nx

    found: dict[str, float] = nx.betweenness_centrality(graph, k=sample_size(graph), normalized=True, seed=_SEED)
    return found
