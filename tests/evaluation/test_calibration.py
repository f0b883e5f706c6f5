"""Confidences beside what was right."""

import pytest

from kg.evaluation.calibration import Bin, bins, error


def test_confidences_are_set_beside_the_share_of_right_by_tenths() -> None:
    found = bins([(0.82, True), (0.88, False), (0.45, False), (1.0, True), (0.95, True)])

    assert found == (
        Bin(pytest.approx(0.45), 0.0, 1),
        Bin(pytest.approx(0.85), 0.5, 2),
        Bin(pytest.approx(0.975), 1.0, 2),
    )


def test_the_error_is_the_mean_distance_over_all_pairs() -> None:
    assert error([Bin(0.9, 0.7, 3), Bin(0.5, 0.5, 1)]) == pytest.approx(0.15)


def test_nothing_told_is_no_error() -> None:
    assert error(bins([])) == 0
