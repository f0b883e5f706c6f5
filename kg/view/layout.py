"""Where each node is drawn: computed beforehand by igraph, the same from run to run.

Each part of the network that nothing joins to another is laid out alone, by Kamada and Kawai's springs (1989:
distances on the page follow distances in the network), with shorter springs within a community (Traag, Waltman
and van Eck 2019) and within a country. A part too large for that is laid out community by community, and these
are placed by the ties between them (Fruchterman and Reingold 1991).
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING

from kg.view.packing import apart, landscape, packed
from kg.view.style import LayoutStyle

if TYPE_CHECKING:
    import igraph
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

_CROWD = 1500  # boxes that are pushed apart pair by pair; more only get more space
_FLAT = 8  # how much wider than the page those parts lie that are not drawn first
_COUNTRY_BOND = 0.3  # of a tie: between countrymen who stand next to each other in the alphabet


@dataclass(frozen=True, slots=True)
class Room:
    """What a node with its label needs: the width, and the heights above and below its centre.

    Attributes:
        first: whether it is drawn at first sight; parts of the network where nobody is lie below all others.
    """

    width: float
    above: float
    below: float
    country: str | None = None
    first: bool = True


@dataclass(frozen=True, slots=True)
class Layout:
    """Centres of all nodes, and the number of the community of each; 0 is the largest."""

    places: dict[str, tuple[int, int]]
    communities: dict[str, int]


def layout(rooms: Mapping[str, Room], ties: Collection[tuple[str, str]], look: LayoutStyle) -> Layout:
    """Centres of all nodes, such that no two rooms overlap, and communities.

    Args:
        rooms: the nodes, with the room each needs.
        ties: pairs of different nodes of `rooms`.
        look: what the layout aims at.
    """
    import igraph

    names = sorted(rooms)
    numbers = {name: number for number, name in enumerate(names)}
    pairs = sorted({(min(one, other), max(one, other)) for one, other in ties})
    with _same_chance(look.seed):
        whole = igraph.Graph(len(names), [(numbers[one], numbers[other]) for one, other in pairs])
        whole.vs["name"] = names
        member = whole.community_leiden("modularity").membership if pairs else list(range(len(names)))
        whole.vs["community"] = member
        islands = sorted(whole.decompose(), key=lambda part: (-part.vcount(), part.vs["name"]))
        placed = [_island(part, rooms, look) for part in islands]
    seen = [centres for centres in placed if any(rooms[name].first for name in centres)]
    unseen = [centres for centres in placed if not any(rooms[name].first for name in centres)]
    where = _pack(seen, rooms, look, look.aspect, 0.0)
    low = max((y for _, y in where.values()), default=0) + look.link
    where |= _pack(unseen, rooms, look, look.aspect * _FLAT if seen else look.aspect, low)
    return Layout(where, _by_size(names, member))


def _pack(
    parts: list[dict[str, tuple[float, float]]],
    rooms: Mapping[str, Room],
    look: LayoutStyle,
    aspect: float,
    below: float,
) -> dict[str, tuple[int, int]]:
    """Parts that are laid out, put side by side."""
    boxes = [_around(centres, rooms, look.gap) for centres in parts]
    corners = packed([(right - left, low - top) for left, top, right, low in boxes], look.island_gap, aspect)
    return {
        name: (round(x - left + corner_x), round(y - top + corner_y + below))
        for centres, (left, top, _, _), (corner_x, corner_y) in zip(parts, boxes, corners, strict=True)
        for name, (x, y) in centres.items()
    }


@contextmanager
def _same_chance(seed: int) -> Iterator[None]:
    """Lets igraph draw the same random numbers each time."""
    import igraph

    igraph.set_random_number_generator(random.Random(seed))
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def _by_size(names: list[str], member: list[int]) -> dict[str, int]:
    groups: dict[int, list[str]] = defaultdict(list)
    for name, number in zip(names, member, strict=True):
        groups[number].append(name)
    order = sorted(groups.values(), key=lambda group: (-len(group), group))
    return {name: number for number, group in enumerate(order) for name in group}


def _around(
    centres: Mapping[str, tuple[float, float]], rooms: Mapping[str, Room], gap: float
) -> tuple[float, float, float, float]:
    """The box (left, top, right, bottom) around nodes with their labels."""
    return (
        min(x - rooms[name].width / 2 for name, (x, _) in centres.items()) - gap / 2,
        min(y - rooms[name].above for name, (_, y) in centres.items()) - gap / 2,
        max(x + rooms[name].width / 2 for name, (x, _) in centres.items()) + gap / 2,
        max(y + rooms[name].below for name, (_, y) in centres.items()) + gap / 2,
    )


def _island(part: igraph.Graph, rooms: Mapping[str, Room], look: LayoutStyle) -> dict[str, tuple[float, float]]:
    """Centres of the nodes of one connected part."""
    if part.vcount() <= look.whole:
        return _laid(part, rooms, look, look.aspect)
    groups: dict[int, list[int]] = defaultdict(list)
    for vertex in part.vs:
        groups[vertex["community"]].append(vertex.index)
    placed = [_disc(part.induced_subgraph(group), rooms, look) for group in groups.values()]
    return _joined(part, placed, rooms, look)


def _joined(
    part: igraph.Graph, placed: list[dict[str, tuple[float, float]]], rooms: Mapping[str, Room], look: LayoutStyle
) -> dict[str, tuple[float, float]]:
    """Communities, each laid out, put side by side: those with many ties between them next to each other."""
    import igraph
    import numpy as np

    boxes = [_around(centres, rooms, look.crowd_gap) for centres in placed]
    home = {name: number for number, centres in enumerate(placed) for name in centres}
    names = part.vs["name"]
    between: dict[tuple[int, int], int] = defaultdict(int)
    for edge in part.es:
        one, other = home[names[edge.source]], home[names[edge.target]]
        if one != other:
            between[min(one, other), max(one, other)] += 1
    quotient = igraph.Graph(len(placed), sorted(between))
    weights = [sqrt(between[pair]) for pair in sorted(between)]
    found = quotient.layout_fruchterman_reingold(weights=weights, seed=_ring(len(placed)), niter=look.rounds)
    sizes = np.array([(right - left, low - top) for left, top, right, low in boxes]) + look.island_gap / 2
    spread = sqrt(float((sizes[:, 0] * sizes[:, 1]).sum()))
    points = landscape(np.array(found.coords), look.aspect)
    points *= spread / max(float(np.ptp(points, axis=0).max()), 1e-9) * 0.8
    points = apart(points, sizes)
    return {
        name: (float(x - (left + right) / 2 + centre[0]), float(y - (top + low) / 2 + centre[1]))
        for centres, (left, top, right, low), centre in zip(placed, boxes, points, strict=True)
        for name, (x, y) in centres.items()
    }


def _laid(
    graph: igraph.Graph, rooms: Mapping[str, Room], look: LayoutStyle, aspect: float
) -> dict[str, tuple[float, float]]:
    """Centres of the nodes of a graph that is laid out in one, none over another."""
    import numpy as np

    names = graph.vs["name"]
    sizes = np.array([(rooms[name].width, rooms[name].above + rooms[name].below) for name in names]) + look.gap
    offsets = np.array([(0.0, (rooms[name].below - rooms[name].above) / 2) for name in names])
    points = apart(landscape(_springs(graph, rooms, look), aspect) + offsets, sizes) - offsets
    return {name: (float(x), float(y)) for name, (x, y) in zip(names, points, strict=True)}


def _disc(graph: igraph.Graph, rooms: Mapping[str, Room], look: LayoutStyle) -> dict[str, tuple[float, float]]:
    """Centres of the nodes of a community: as forces have them, but evenly spread over a disc.

    Forces crowd the middle and fling out the rim: the angle is theirs, the distance from the middle only its rank.
    """
    import numpy as np

    names = graph.vs["name"]
    points = _springs(graph, rooms, look) if len(names) <= look.whole else _forces(graph, rooms, look)
    points = points - np.median(points, axis=0)
    far = np.hypot(points[:, 0], points[:, 1])
    even = np.empty_like(far)
    even[np.argsort(far, kind="stable")] = np.sqrt(np.arange(len(names)))
    sizes = np.array([(rooms[name].width, rooms[name].width) for name in names]) + look.crowd_gap
    radius = sqrt(look.crowd_space * float(np.mean(sizes[:, 0] ** 2)) / pi)
    points = points * (even * radius / np.maximum(far, 1e-9))[:, None]
    if len(names) <= _CROWD:
        points = apart(points, sizes)
    return {name: (float(x), float(y)) for name, (x, y) in zip(names, points, strict=True)}


def _springs(graph: igraph.Graph, rooms: Mapping[str, Room], look: LayoutStyle) -> Points:
    import numpy as np

    if graph.vcount() == 1:
        return np.zeros((1, 2))
    degrees = graph.degree()
    lengths = []
    for edge in graph.es:
        one, other = graph.vs[edge.source], graph.vs[edge.target]
        busiest = max(degrees[one.index], degrees[other.index])
        length = min(1 + look.hub * (busiest - 1), look.hub_longest)
        length *= look.kin if one["community"] == other["community"] else 1
        country = rooms[one["name"]].country
        lengths.append(length * (look.kin if country and country == rooms[other["name"]].country else 1))
    if not lengths:
        return np.array(_ring(graph.vcount())) * look.link
    wanted = np.array(graph.distances(weights=lengths))
    # Springs come to rest where they happen to be caught; of several beginnings the best end is taken.
    tried = [
        np.array(graph.layout_kamada_kawai(weights=lengths, seed=start, maxiter=50 * len(degrees)).coords)
        for start in _starts(degrees)
    ]
    return min(tried, key=lambda points: _stress(points, wanted)) * look.link


def _forces(graph: igraph.Graph, rooms: Mapping[str, Room], look: LayoutStyle) -> Points:
    import numpy as np

    names = graph.vs["name"]
    weights = dict.fromkeys(((edge.source, edge.target) for edge in graph.es), 1.0)
    last: dict[str, int] = {}
    for number, name in enumerate(names):
        if country := rooms[name].country:
            if country in last:
                weights.setdefault((last[country], number), _COUNTRY_BOND)
            last[country] = number
    bound = type(graph)(len(names), list(weights))
    found = bound.layout_fruchterman_reingold(
        weights=list(weights.values()), seed=_ring(len(names)), niter=look.rounds, grid="auto"
    )
    return np.array(found.coords)


def _starts(degrees: list[int]) -> list[list[tuple[float, float]]]:
    """The nodes on a spiral: in order of their names, the busiest in the middle, and the busiest outside."""
    ring = _ring(len(degrees))
    busiest = sorted(range(len(degrees)), key=lambda node: (-degrees[node], node))
    place = {node: number for number, node in enumerate(busiest)}
    return [
        ring,
        [ring[place[node]] for node in range(len(degrees))],
        [ring[-1 - place[node]] for node in range(len(degrees))],
    ]


def _stress(points: Points, wanted: Points) -> float:
    """By how much distances on the page differ from those wanted, near ones counting most."""
    import numpy as np

    apart_by = np.hypot(points[:, None, 0] - points[None, :, 0], points[:, None, 1] - points[None, :, 1])
    near = np.isfinite(wanted) & (wanted > 0)
    return float((((apart_by - wanted)[near] / wanted[near]) ** 2).sum())


def _ring(count: int) -> list[tuple[float, float]]:
    """Points on a spiral to begin with: no chance, and no two alike."""
    return [(sqrt(n + 1) * cos(n * pi * 0.7639), sqrt(n + 1) * sin(n * pi * 0.7639)) for n in range(count)]
