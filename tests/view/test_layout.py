import random
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.view.layout import Room, layout
from kg.view.style import style

LOOK = style().layout


def _overlaps(rooms, places):
    def box(node):
        (x, y), room = places[node], rooms[node]
        return x - room.width / 2, y - room.above, x + room.width / 2, y + room.below

    found = []
    for one, other in combinations(rooms, 2):
        a, b = box(one), box(other)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]:
            found.append((one, other))
    return found


@settings(max_examples=25, deadline=None)
@given(
    sizes=st.lists(st.tuples(st.integers(10, 140), st.integers(10, 60)), min_size=1, max_size=14),
    links=st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13)), max_size=25),
)
def test_no_two_nodes_or_labels_overlap(sizes, links):
    rooms = {f"n{number}": Room(width, 10, below) for number, (width, below) in enumerate(sizes)}
    ties = {(f"n{a}", f"n{b}") for a, b in links if a < b < len(sizes)}
    places = layout(rooms, ties, LOOK).places
    assert set(places) == set(rooms)
    assert not _overlaps(rooms, places)


@pytest.mark.parametrize("count", [150])
def test_a_large_network_is_laid_out_the_same_in_any_order(count):
    chance = random.Random(5)
    nodes = [f"n{number:03}" for number in range(count)]
    ties = sorted({tuple(sorted(chance.sample(nodes, 2))) for _ in range(2 * count)})
    rooms = {node: Room(100, 12, 30) for node in nodes}
    first = layout(rooms, ties, LOOK)
    chance.shuffle(nodes)
    assert layout({node: rooms[node] for node in nodes}, ties[::-1], LOOK) == first
    assert not _overlaps(rooms, first.places)


def test_neighbours_lie_nearer_than_strangers():
    chain = [f"n{number}" for number in range(6)]
    places = layout({node: Room(40, 10, 20) for node in chain}, list(pairwise(chain)), LOOK).places

    def apart(one, other):
        return sum((a - b) ** 2 for a, b in zip(places[one], places[other], strict=True))

    assert apart("n0", "n1") < apart("n0", "n3") < apart("n0", "n5")


def test_nothing_has_no_places():
    assert layout({}, [], LOOK).places == {}


def test_a_network_too_large_for_names_is_laid_out_community_by_community():
    chance = random.Random(5)
    villages = [[f"v{village}-{number:03}" for number in range(80)] for village in range(4)]
    ties = {tuple(sorted(chance.sample(village, 2))) for village in villages for _ in range(240)}
    ties |= {(one[0], other[0]) for one, other in pairwise(villages)}
    rooms = {node: Room(24, 12, 12) for village in villages for node in village}
    found = layout(rooms, sorted(ties), LOOK)
    middles = []
    for village in villages:
        assert len({found.communities[node] for node in village if node in found.communities}) <= 3
        middles.append([sum(found.places[node][axis] for node in village) / 80 for axis in (0, 1)])
    for village, (x, y) in zip(villages, middles, strict=True):
        for other in (middle for middle in middles if middle != [x, y]):
            nearer = sum(
                (found.places[node][0] - x) ** 2 + (found.places[node][1] - y) ** 2
                < (found.places[node][0] - other[0]) ** 2 + (found.places[node][1] - other[1]) ** 2
                for node in village
            )
            assert nearer > 60


def test_parts_that_are_not_drawn_first_lie_below():
    rooms = {node: Room(40, 10, 20, first=node in "ab") for node in "abcd"}
    places = layout(rooms, [("a", "b"), ("c", "d")], LOOK).places
    assert min(places["c"][1], places["d"][1]) > max(places["a"][1], places["b"][1])
