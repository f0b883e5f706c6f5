"""How much contact an actor had, and with how many.

    contacts(v) = number of contacts v took part in
    partners(v) = number of actors v had contact with: the degree (Freeman 1978)

Low: few articles tell of him; that need not mean that he talks to few. Neither says whom he talks to.

Freeman, L. C. (1978). Centrality in social networks: conceptual clarification. Social Networks 1(3), 215-239.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx


def contacts(graph: nx.Graph[str]) -> dict[str, int]:
    """The number of contacts of every actor."""
    return {actor: graph.nodes[actor]["contacts"] for actor in graph}


def partners(graph: nx.Graph[str]) -> dict[str, int]:
    """The number of different actors each had contact with."""
    return {actor: len(graph.adj[actor]) for actor in graph}
