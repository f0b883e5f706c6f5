"""Weights that prefer one of several answers, a file for each question: which day, or whom a word means."""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile
from zlib import crc32

from kg.errors import DataError
from kg.extraction.learned.model import MODEL_FILE, WEIGHTS_VARIABLE


@dataclass(frozen=True, slots=True)
class Ranker:
    """How much each feature speaks for an answer.

    Attributes:
        weight: by the feature's key; of no feature, where the model was fitted without these weights.
        fingerprint: of the file.
    """

    weight: Mapping[int, float]
    fingerprint: str

    def shares(self, answers: Sequence[Sequence[str]]) -> list[float]:
        """How likely each answer is, given its features; together 1."""
        import numpy as np

        scores = np.array([sum(self.weight.get(key_of(f), 0.0) for f in features) for features in answers])
        raised = np.exp(scores - scores.max())
        return [float(share) for share in raised / raised.sum()]

    def best(self, answers: Sequence[Sequence[str]]) -> int:
        """Place of the likeliest answer; of equals the first."""
        shares = self.shares(answers)
        return shares.index(max(shares))


def key_of(feature: str) -> int:
    """The number under which a file keeps a feature."""
    return crc32(feature.encode())


def beside(model: Path, question: str) -> Path:
    """Where the weights of a question are: beside the model that they belong to."""
    return model.with_name(f"{model.stem}.{question}.npz")


def ranker(question: str, version: int) -> Ranker:
    """The weights that belong to the model in use; none where it was fitted without.

    Raises:
        DataError: the file has no weights, or those of another version's features.
    """
    return read_ranker(beside(Path(os.environ.get(WEIGHTS_VARIABLE) or MODEL_FILE), question), version)


@cache
def read_ranker(path: Path, version: int) -> Ranker:
    """The weights of a file, read once.

    Raises:
        DataError: the file has no weights, or those of another version's features.
    """
    import numpy as np

    if not path.exists():
        return Ranker({}, "none")
    try:
        content = path.read_bytes()
        with np.load(path, allow_pickle=False) as data:
            about = json.loads(str(data["about"]))
            weight = dict(zip(data["keys"].tolist(), data["weights"].astype(float).tolist(), strict=True))
    except (OSError, EOFError, BadZipFile, ValueError, KeyError) as fault:
        raise DataError(f"{path.name} has no weights: {fault}", "Fit them anew with: make train") from fault
    if about["features"] != version:
        raise DataError(
            f"{path.name} is for features of version {about['features']}, not {version}",
            "Fit them anew with: make train",
        )
    return Ranker(weight, sha256(content).hexdigest()[:8])


def save_ranker(path: Path, weights: Ranker, articles: int, version: int) -> None:
    """Writes weights that were fitted on so many articles; the same numbers give the same bytes."""
    import numpy as np

    about = json.dumps({"articles": articles, "features": version}, sort_keys=True)
    keys = np.array(list(weights.weight), dtype=np.uint32)
    with path.open("wb") as file:
        np.savez_compressed(
            file, keys=keys, weights=np.array(list(weights.weight.values()), np.float16), about=np.array(about)
        )
