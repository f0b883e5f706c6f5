"""Where each node is drawn: computed beforehand, the same from run to run, with room for every label.

Each part of the network is laid out alone, by stress majorization (Gansner, Koren and North 2004: distances
on the page follow distances in the network); then nodes and labels are moved apart, and the parts packed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.view.style import LayoutStyle

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

_STILL = 1.0  # pixels: the layout is done when no node moves farther
_MOST_BENT = 0.45  # width to height changes by this at most: more would bend distances too far
_PUSHES = 60  # rounds of pushing boxes apart, after which all is spread by
_SPREAD = 1.08
_TOUCH = 0.01  # pixels that boxes may share


@dataclass(frozen=True, slots=True)
class Room:
    """What a node with its label needs: the width, and the heights above and below its centre."""

    width: float
    above: float
    below: float


def layout(
    rooms: Mapping[str, Room], ties: Collection[tuple[str, str]], look: LayoutStyle
) -> dict[str, tuple[int, int]]:
    """Centres of all nodes, such that no two rooms overlap.

    Args:
        rooms: the nodes, with the room each needs.
        ties: pairs of different nodes of `rooms`.
        look: what the layout aims at.
    """
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(rooms))
    graph.add_edges_from(sorted(ties))
    islands = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    placed = [_island(part, rooms, graph, look) for part in islands]
    corners = _packed([(right - left, bottom - top) for _, (left, top, right, bottom) in placed], look)
    where: dict[str, tuple[int, int]] = {}
    for (centres, (left, top, _, _)), (x, y) in zip(placed, corners, strict=True):
        for node, (centre_x, centre_y) in centres.items():
            where[node] = (round(centre_x - left + x), round(centre_y - top + y))
    return where


def _island(
    nodes: list[str], rooms: Mapping[str, Room], graph: nx.Graph[str], look: LayoutStyle
) -> tuple[dict[str, tuple[float, float]], tuple[float, float, float, float]]:
    """Centres of the nodes of one connected part, and the box (left, top, right, bottom) around it."""
    import numpy as np

    points = _landscape(_stress(_distances(nodes, graph, look), look), look.aspect)
    sizes = np.array([(rooms[node].width, rooms[node].above + rooms[node].below) for node in nodes]) + look.gap
    offsets = np.array([(0.0, (rooms[node].below - rooms[node].above) / 2) for node in nodes])
    boxes = _apart(points + offsets, sizes)
    left, top = (boxes - sizes / 2).min(axis=0)
    right, bottom = (boxes + sizes / 2).max(axis=0)
    centres = {node: (float(x), float(y)) for node, (x, y) in zip(nodes, boxes - offsets, strict=True)}
    return centres, (float(left), float(top), float(right), float(bottom))


def _distances(nodes: list[str], graph: nx.Graph[str], look: LayoutStyle) -> Points:
    """Lengths of the shortest ways between all pairs (Floyd and Warshall)."""
    import numpy as np

    index = {node: number for number, node in enumerate(nodes)}
    far = np.full((len(nodes), len(nodes)), np.inf)
    np.fill_diagonal(far, 0.0)
    for one, other in graph.subgraph(nodes).edges:
        busiest = max(graph.degree[one], graph.degree[other])
        length = look.link * min(1 + look.hub * (busiest - 1), look.hub_longest)
        far[index[one], index[other]] = far[index[other], index[one]] = length
    for between in range(len(nodes)):
        np.minimum(far, far[:, between, None] + far[None, between], out=far)
    return far


def _stress(wanted: Points, look: LayoutStyle) -> Points:
    """Points whose distances come as near as can be to the wanted ones, near pairs counting most."""
    import numpy as np

    count = len(wanted)
    if count == 1:
        return np.zeros((1, 2))
    points = np.random.default_rng(look.seed).normal(scale=wanted.mean(), size=(count, 2))
    weights = np.divide(1.0, wanted**2, out=np.zeros_like(wanted), where=wanted > 0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.inv(laplacian + laplacian.max() / count) - 1 / (laplacian.max() * count)
    for _ in range(min(look.rounds, look.work // count)):
        apart = np.hypot(points[:, None, 0] - points[None, :, 0], points[:, None, 1] - points[None, :, 1])
        pull = np.divide(weights * wanted, apart, out=np.zeros_like(wanted), where=apart > 0)
        moved = inverse @ (pull.sum(axis=1)[:, None] * points - pull @ points)
        done = np.abs(moved - points).max() < _STILL
        points = moved
        if done:
            break
    return points


def _landscape(points: Points, aspect: float) -> Points:
    """The points turned so that they lie wide rather than high, and brought nearer to the aspect wanted."""
    import numpy as np

    if len(points) == 1:
        return points
    centred = points - points.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    turned: Points = centred @ axes.T
    # An axis has no sense of its own: the farthest point is to lie right and low.
    turned *= np.where(turned[np.abs(turned).argmax(axis=0), [0, 1]] < 0, -1.0, 1.0)
    wide, high = np.ptp(turned, axis=0)
    if high:
        bend = min(max(aspect * high / wide, _MOST_BENT), 1 / _MOST_BENT) ** 0.5
        turned *= np.array([bend, 1 / bend])
    return turned


def _apart(boxes: Points, sizes: Points) -> Points:
    """The boxes (centres) moved as little as needed until none overlaps another."""
    import numpy as np

    half = sizes / 2
    while True:
        for _ in range(_PUSHES):
            # All pairs are asked with the cheapest question; only the few that meet are worked on.
            near_x = np.abs(boxes[:, None, 0] - boxes[None, :, 0]) < half[:, None, 0] + half[None, :, 0]
            near_y = np.abs(boxes[:, None, 1] - boxes[None, :, 1]) < half[:, None, 1] + half[None, :, 1]
            one, other = np.nonzero(np.triu(near_x & near_y, 1))
            gaps = boxes[other] - boxes[one]
            overlap = half[one] + half[other] - np.abs(gaps)
            meet = overlap.min(axis=1) > _TOUCH
            if not meet.any():
                return boxes
            one, other, gaps, overlap = one[meet], other[meet], gaps[meet], overlap[meet]
            least = overlap == overlap.min(axis=1, keepdims=True)
            push = np.where(least, overlap, 0.0) * np.where(gaps < 0, -1.0, 1.0)
            moves = np.zeros_like(boxes)
            np.add.at(moves, other, push)
            np.add.at(moves, one, -push)
            crowd = np.bincount(one, minlength=len(boxes)) + np.bincount(other, minlength=len(boxes))
            boxes = boxes + 1.1 * moves / (1 + crowd)[:, None]
        boxes = boxes * _SPREAD


def _packed(sizes: list[tuple[float, float]], look: LayoutStyle) -> list[tuple[float, float]]:
    """Left upper corners of boxes, put in rows of columns; the first box opens the first row."""
    gap = look.island_gap
    area = sum((width + gap) * (height + gap) for width, height in sizes)
    widest = max([(area * look.aspect) ** 0.5, *(width for width, _ in sizes)], default=0.0)
    corners = [(0.0, 0.0)] * len(sizes)
    row_top = row_height = column_left = column_width = column_bottom = 0.0
    for number in sorted(range(len(sizes)), key=lambda number: (-sizes[number][1], number)):
        width, height = sizes[number]
        fits_below = column_bottom + height <= row_height and width <= column_width
        if not fits_below:
            next_left = column_left + column_width + (gap if column_width else 0.0)
            if row_height == 0.0 or next_left + width > widest:
                row_top += row_height + (gap if row_height else 0.0)
                row_height, next_left = height, 0.0
            column_left, column_width, column_bottom = next_left, width, 0.0
        corners[number] = (column_left, row_top + column_bottom)
        column_bottom += height + gap
    return corners
