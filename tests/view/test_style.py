from itertools import combinations

import numpy as np
import pytest

from kg.errors import DataError
from kg.view.style import EdgeStyle, _table, style
from kg.vocabulary import vocabulary


def test_every_status_that_did_not_take_place_has_a_line():
    named = [status for line in style().line for status in line.statuses]
    assert sorted(named) == sorted(name for name, term in vocabulary().statuses.items() if not term.realised)


def test_every_family_of_relations_has_a_colour():
    named = {name for family in style().family for name in family.names}
    assert {"+".join(sorted(relation.families)) for relation in vocabulary().relations.values()} <= named


def test_a_misspelt_key_is_named():
    with pytest.raises(DataError, match=r"\[edge\]: key “width” is unknown"):
        _table(EdgeStyle, "edge", {"thinnest": 1, "growth": 1, "thickest": 1, "width": 1})


def _linear(colour):
    parts = [int(colour.lstrip("#")[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    return np.array([part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts])


def _contrast(one, other):
    weights = np.array([0.2126, 0.7152, 0.0722])
    low, high = sorted([_linear(one) @ weights, _linear(other) @ weights])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("scheme", "ground"), [("light", "fbfbf9"), ("dark", "14181f")])
def test_lines_stand_out_from_the_ground(scheme, ground):
    for family in style().family:
        assert _contrast(getattr(family, scheme), ground) >= 3, family.label


@pytest.mark.parametrize(("scheme", "letters"), [("light", "ffffff"), ("dark", "14181f")])
def test_the_letters_in_a_node_can_be_read(scheme, letters):
    for group in style().group:
        assert _contrast(getattr(group, scheme), letters) >= 4.5, group


# Machado, Oliveira and Fernandes 2009, full severity.
SIGHT = {
    "usual": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protanopia": [[0.1523, 1.0526, -0.2049], [0.1145, 0.7863, 0.0992], [-0.0039, -0.0481, 1.0520]],
    "deuteranopia": [[0.3673, 0.8606, -0.2280], [0.2801, 0.6725, 0.0474], [-0.0118, 0.0429, 0.9689]],
    "tritanopia": [[1.2555, -0.0767, -0.1788], [-0.0784, 0.9308, 0.1476], [0.0047, 0.6914, 0.3039]],
}
TO_XYZ = np.array([[0.4125, 0.3576, 0.1804], [0.2127, 0.7152, 0.0722], [0.0193, 0.1192, 0.9503]])


def _lab(colour, sight):
    xyz = TO_XYZ @ np.clip(np.array(SIGHT[sight]) @ _linear(colour), 0, 1) / np.array([0.9505, 1, 1.0888])
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sight", SIGHT)
def test_countries_are_told_apart_whatever_colours_one_sees(scheme, sight):
    colours = [getattr(group, scheme) for group in style().group[:-1]]
    for one, other in combinations(colours, 2):
        assert np.linalg.norm(_lab(one, sight) - _lab(other, sight)) > 15, (one, other)
