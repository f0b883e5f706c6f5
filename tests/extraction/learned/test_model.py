"""The file of weights: read as it was written, refused where it is another thing."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kg.errors import DataError
from kg.extraction.learned.features import VERSION
from kg.extraction.learned.model import MODEL_FILE, keys_of, model, read_model, save


def _about(**changed: Any) -> dict[str, object]:
    return {
        "features": VERSION, "relations": ["met=", "visited>"], "statuses": ["occurred", "planned"], "slope": 2.0,
        "shift": -1.0, "threshold": 0.5, "eased": 0.4, "sure": 0.8, "doubt": 0.1, "data": "0123456789abcdef", **changed,
    }  # fmt: skip


def _write(path: Path, **changed: Any) -> Path:
    keys = np.array(sorted([keys_of("p:meet", "persons")[0], keys_of("p:meet", "place")[1]]), dtype=np.uint32)
    weights = np.array([[1, 0.5, 0, 0, 0], [1, 0.5, 0, 0, 0]], dtype=np.float16)
    save(path, keys, weights, np.zeros(5, dtype=np.float32), _about(**changed))
    return path


def test_a_feature_counts_for_all_and_once_more_for_its_kind(tmp_path: Path) -> None:
    read = read_model(_write(tmp_path / "m.npz"))

    assert read.total(["p:meet", "unknown"], "persons")[0] == 1
    assert read.total(["p:meet", "unknown"], "place")[0] == 2


def test_probabilities_are_squashed_with_slope_and_shift(tmp_path: Path) -> None:
    read = read_model(_write(tmp_path / "m.npz"))
    verdict = read.verdict(read.total(["p:meet"], "persons"))

    assert verdict.contact == pytest.approx(1 / (1 + np.exp(-1)), abs=1e-3)
    assert sum(verdict.relation.values()) == pytest.approx(1)
    assert verdict.relation["met="] > verdict.relation["visited>"]
    assert verdict.status == {"occurred": pytest.approx(0.5), "planned": pytest.approx(0.5)}


def test_the_same_weights_give_the_same_file_and_fingerprint(tmp_path: Path) -> None:
    one, other = _write(tmp_path / "a.npz"), _write(tmp_path / "b.npz")

    assert one.read_bytes() == other.read_bytes()
    assert read_model(one).fingerprint == read_model(other).fingerprint
    assert read_model(one).fingerprint.endswith(f"-01234567-{VERSION}")


def test_a_model_of_other_features_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="features of version 0"):
        read_model(_write(tmp_path / "m.npz", features=0))


@pytest.mark.parametrize("content", [b"", b"no weights", b"PK\x03\x04"])
def test_what_is_no_model_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "m.npz"
    path.write_bytes(content)

    with pytest.raises(DataError, match=r"m\.npz is no model"):
        read_model(path)


def test_the_model_that_comes_with_the_program_is_small_and_readable() -> None:
    assert MODEL_FILE.stat().st_size < 8_000_000
    assert 0 < model().doubt < model().eased < model().threshold < model().sure < 1


def test_weights_of_ones_own_are_taken_where_the_environment_names_them(tmp_path, monkeypatch):
    monkeypatch.setenv("CONTACT_KG_WEIGHTS", str(_write(tmp_path / "own.npz")))
    assert model().fingerprint == read_model(tmp_path / "own.npz").fingerprint
