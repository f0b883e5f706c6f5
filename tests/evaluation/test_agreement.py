"""Two divisions into groups, compared."""

import pytest

from kg.evaluation.agreement import agreement, merged_wrongly

RIGHT = {"a": 1, "b": 1, "c": 1, "d": 2}


def test_groups_that_are_the_same_agree_wholly():
    found = agreement(RIGHT, {"a": "x", "b": "x", "c": "x", "d": "y"})
    assert (found.precision, found.recall, found.b3_precision, found.b3_recall) == (1, 1, 1, 1)


def test_pairs_that_are_missed_and_wrong_are_counted():
    found = agreement(RIGHT, {"a": "x", "b": "x", "c": "y", "d": "y"})
    assert (found.right, found.found, found.wanted) == (1, 2, 3)
    assert found.b3_precision == pytest.approx((1 + 1 + 0.5 + 0.5) / 4)
    assert found.b3_recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)


def test_a_wrong_merge_is_told():
    assert merged_wrongly(RIGHT, {"a": "x", "b": "x", "c": "y", "d": "y"}) == [("c", "d")]
    assert merged_wrongly(RIGHT, {"a": "x", "b": "y", "c": "z", "d": "w"}) == []
