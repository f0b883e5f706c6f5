"""Weights that prefer one answer: what is saved is read, and a file that is none is named."""

from pathlib import Path

import pytest

from kg.errors import DataError
from kg.extraction.learned.model import WEIGHTS_VARIABLE
from kg.extraction.learned.ranking import Ranker, beside, key_of, ranker, read_ranker, save_ranker


def test_the_answer_with_the_heavier_features_is_best() -> None:
    weights = Ranker({key_of("near"): 1.0, key_of("far"): -1.0}, "x")
    answers = [["far"], ["near"], ["unheard of"]]

    assert weights.best(answers) == 1
    shares = weights.shares(answers)
    assert sum(shares) == pytest.approx(1.0)
    assert shares[1] > shares[2] > shares[0]


def test_what_is_saved_is_read_and_the_same_bytes_again(tmp_path: Path) -> None:
    paths = [tmp_path / "a.days.npz", tmp_path / "b.days.npz"]
    for path in paths:
        save_ranker(path, Ranker({3: 0.5, 7: -2.0}, "x"), articles=1, version=1)

    assert read_ranker(paths[0], 1).weight == {3: 0.5, 7: -2.0}
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_weights_of_another_version_are_refused(tmp_path: Path) -> None:
    save_ranker(tmp_path / "m.days.npz", Ranker({3: 0.5}, "x"), articles=1, version=1)

    with pytest.raises(DataError, match="features of version 1, not 2"):
        read_ranker(tmp_path / "m.days.npz", 2)


def test_a_file_that_is_none_is_named(tmp_path: Path) -> None:
    path = tmp_path / "m.days.npz"
    path.write_text("no weights")

    with pytest.raises(DataError, match=r"m\.days\.npz has no weights"):
        read_ranker(path, 1)


def test_a_model_fitted_without_them_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WEIGHTS_VARIABLE, str(tmp_path / "other.npz"))

    assert not ranker("days", 1).weight
    assert beside(tmp_path / "other.npz", "days") == tmp_path / "other.days.npz"
