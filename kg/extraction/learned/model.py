"""The weights: a file of numbers that `kg.training.train` writes and numpy alone reads."""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile
from zlib import crc32

from kg.errors import DataError
from kg.extraction.learned.features import VERSION

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WEIGHTS_VARIABLE = "CONTACT_KG_WEIGHTS"
MODEL_FILE = Path(__file__).with_name("model.npz")
FORWARD, BACK, EITHER = ">", "<", "="


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the model holds of one pair in one sentence.

    Attributes:
        contact: probability that the sentence tells of a contact between the two.
        relation: of each "relation>" (the first is its subject), "relation<" and "relation=" (no order).
        status: of each status.
    """

    contact: float
    relation: dict[str, float]
    status: dict[str, float]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of every feature, for the contact itself, each relation and each status.

    Attributes:
        rows: row of each feature's key.
        weights: one row a feature; the columns are the contact, the relations, the statuses.
        bias: one number a column.
        relations, statuses: names of the columns.
        slope, shift: make the contact's probability true: it is squashed from slope * score + shift.
        threshold: probability from which a pair is told as a contact …
        eased: … and from which it is where the article has some pair of at least `sure`: one that surely tells of
            one contact is likely to tell of others, and most false ones stand in articles that tell of none.
        doubt: probability under which a contact that the rules find is dropped.
        fingerprint: of the file, of the data it was fitted on, and the version of the features.
    """

    rows: dict[int, int]
    weights: "NDArray[np.float32]"
    bias: "NDArray[np.float32]"
    relations: tuple[str, ...]
    statuses: tuple[str, ...]
    slope: float
    shift: float
    threshold: float
    eased: float
    sure: float
    doubt: float
    fingerprint: str

    def total(self, features: Iterable[str], kind: str) -> "NDArray[np.float32]":
        """The sum of the weights of features, for every pair and for its kind."""
        rows = [row for f in features for key in keys_of(f, kind) if (row := self.rows.get(key)) is not None]
        total: NDArray[np.float32] = self.weights[rows].sum(axis=0)
        return total

    def weight(self, feature: str) -> float:
        """How much a feature speaks for a contact."""
        row = self.rows.get(_key(feature))
        return 0.0 if row is None else float(self.weights[row, 0])

    def verdict(self, total: "NDArray[np.float32]") -> Verdict:
        """The verdict on a pair whose features have this total."""
        import numpy as np

        scores = self.bias + total
        split = 1 + len(self.relations)
        contact = float(1 / (1 + np.exp(-np.clip(self.slope * scores[0] + self.shift, -30, 30))))
        return Verdict(
            contact,
            dict(zip(self.relations, _shares(scores[1:split]), strict=True)),
            dict(zip(self.statuses, _shares(scores[split:]), strict=True)),
        )


def keys_of(feature: str, kind: str) -> tuple[int, int]:
    """The numbers under which the file keeps a feature, for every pair and for one kind; two rarely share one."""
    return _key(feature), _key(f"{kind}/{feature}")


def _key(feature: str) -> int:
    return crc32(feature.encode())


def _shares(scores: "NDArray[np.float32]") -> list[float]:
    import numpy as np

    raised = np.exp(scores - scores.max())
    return [float(share) for share in raised / raised.sum()]


def model() -> Model:
    """The model that comes with the program, or that CONTACT_KG_WEIGHTS names.

    Raises:
        DataError: the file is no model, or of other features than this version's.
    """
    return read_model(Path(os.environ.get(WEIGHTS_VARIABLE) or MODEL_FILE))


@cache
def read_model(path: Path) -> Model:
    """The model of a file, read once.

    Raises:
        DataError: the file is no model, or of other features than this version's.
    """
    import numpy as np

    try:
        content = path.read_bytes()
        with np.load(path, allow_pickle=False) as data:
            about = json.loads(str(data["about"]))
            keys, weights, bias = data["keys"], data["weights"].astype(np.float32), data["bias"]
    except (OSError, EOFError, BadZipFile, ValueError, KeyError) as fault:
        raise DataError(f"{path.name} is no model: {fault}", "Make one with: make train GOLD=gold.jsonl") from fault
    if about["features"] != VERSION:
        raise DataError(
            f"{path.name} is for features of version {about['features']}, not {VERSION}",
            "Make it anew with: make train GOLD=gold.jsonl",
        )
    return Model(
        rows={int(key): row for row, key in enumerate(keys)},
        weights=weights,
        bias=bias.astype(np.float32),
        relations=tuple(about["relations"]),
        statuses=tuple(about["statuses"]),
        slope=about["slope"],
        shift=about["shift"],
        threshold=about["threshold"],
        eased=about["eased"],
        sure=about["sure"],
        doubt=about["doubt"],
        fingerprint=f"{sha256(content).hexdigest()[:8]}-{about['data'][:8]}-{VERSION}",
    )


def save(
    path: Path,
    keys: "NDArray[np.uint32]",
    weights: "NDArray[np.float16]",
    bias: "NDArray[np.float32]",
    about: dict[str, object],
) -> None:
    """Writes a model's file; the same numbers give the same bytes."""
    import numpy as np

    with path.open("wb") as file:
        np.savez_compressed(
            file, keys=keys, weights=weights, bias=bias, about=np.array(json.dumps(about, sort_keys=True))
        )
