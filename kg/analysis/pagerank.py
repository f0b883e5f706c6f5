"""Contact with those who have much contact: PageRank (Brin and Page 1998), ties weighted by their contacts.

    rank(v) = (1 - d) / n + d · Σ over partners u of  rank(u) · contacts(u, v) ÷ contacts of all ties of u

with d = 0.85; what actors without ties hold is shared among all. The ranks of all actors sum to 1. In a network
without direction it is close to the number of contacts: look where the two differ.

networkx has it too, but needs scipy for it, which nothing else here does.

Brin, S., Page, L. (1998). The anatomy of a large-scale hypertextual web search engine. Computer Networks 30, 107-117.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

_DAMPING: Final = 0.85
_ROUNDS: Final = 200
_STILL: Final = 1e-12  # change of all ranks together


def pagerank(graph: nx.Graph[str]) -> dict[str, float]:
    """The rank of every actor."""
    import numpy as np

    actors = list(graph)
    if not actors:
        return {}
    place = {actor: number for number, actor in enumerate(actors)}
    ends = [(place[one], place[other]) for one, other in graph.edges]
    counts = [float(graph.edges[tie]["contacts"]) for tie in graph.edges]
    source = np.array([*(one for one, _ in ends), *(other for _, other in ends)], dtype=np.intp)
    target = np.array([*(other for _, other in ends), *(one for one, _ in ends)], dtype=np.intp)
    weight = np.array([*counts, *counts], dtype=np.float64)
    size = len(actors)
    out: NDArray[np.float64] = np.bincount(source, weight, size).astype(np.float64)
    share = weight / out[source]
    ranks = np.full(size, 1 / size)
    for _ in range(_ROUNDS):
        lost = ranks[out == 0].sum()
        flow = np.bincount(target, ranks[source] * share, size)
        new = (1 - _DAMPING) / size + _DAMPING * (flow + lost / size)
        change = np.abs(new - ranks).sum()
        ranks = new
        if change < _STILL:
            break
    return {actor: float(ranks[number]) for actor, number in place.items()}
