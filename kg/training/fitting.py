"""Weights fitted on labelled pairs, with scikit-learn; needed for training only."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.extraction.learned.model import keys_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RARE = 3
"""A feature of fewer pairs is left out."""
FOLDS = 5
STRENGTH = {"contact": 0.03, "relation": 0.1, "status": 0.1}
"""Inverse of the regularisation, chosen by cross-validation over articles."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair with what the annotators say of it.

    Attributes:
        article: its article, since pairs of one article never stand on both sides of a fold.
        kind: of the pair, as `kg.extraction.learned.features.kind_of` tells it.
        shared, own: its features.
        relations, statuses: of the contacts that its sentence tells of it ("called>", "occurred"); empty for none.
        open: the pair has a contact whose evidence is another sentence, so nobody knows what this one tells.
    """

    article: int
    kind: str
    shared: Sequence[str]
    own: Sequence[str]
    relations: tuple[str, ...]
    statuses: tuple[str, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Fitted:
    """What `kg.extraction.learned.model.save` needs."""

    keys: "NDArray[np.uint32]"
    weights: "NDArray[np.float16]"
    bias: "NDArray[np.float32]"
    relations: tuple[str, ...]
    statuses: tuple[str, ...]
    slope: float
    shift: float


def fit(examples: Sequence[Example]) -> Fitted:
    """Weights of all features, the same whenever the examples are."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GroupKFold

    keys = _dictionary(examples)
    matrix = _matrix(examples, keys)
    clear = np.array([not e.open for e in examples])
    contact = np.array([bool(e.relations) for e in examples])
    groups = np.array([e.article for e in examples])

    def contacts(rows: "NDArray[Any]") -> LogisticRegression:
        kept = rows[clear[rows]]
        return LogisticRegression(C=STRENGTH["contact"], solver="liblinear", random_state=0).fit(
            matrix[kept], contact[kept]
        )

    scores = np.zeros(len(examples))
    for train, test in GroupKFold(FOLDS).split(matrix, contact, groups):
        scores[test] = contacts(train).decision_function(matrix[test])
    straight = LogisticRegression(C=1e3).fit(scores[clear].reshape(-1, 1), contact[clear])
    whole = contacts(np.arange(len(examples)))
    columns, biases = [whole.coef_], [whole.intercept_]
    names: list[tuple[str, ...]] = []
    for kind in ("relation", "status"):
        rows, labels = _labels(examples, kind)
        several = LogisticRegression(C=STRENGTH[kind], max_iter=300, random_state=0).fit(matrix[rows], labels)
        columns.append(several.coef_)
        biases.append(several.intercept_)
        names.append(tuple(str(name) for name in several.classes_))
    weights = np.vstack(columns).T
    used = np.abs(weights).max(axis=1) > 1e-3
    return Fitted(
        keys=np.array(list(keys), dtype=np.uint32)[used],
        weights=weights[used].astype(np.float16),
        bias=np.concatenate(biases).astype(np.float32),
        relations=names[0],
        statuses=names[1],
        slope=float(straight.coef_[0, 0]),
        shift=float(straight.intercept_[0]),
    )


def _keys(example: Example) -> set[int]:
    return {key for feature in (*example.shared, *example.own) for key in keys_of(feature, example.kind)}


def _dictionary(examples: Sequence[Example]) -> dict[int, int]:
    counts: Counter[int] = Counter()
    for example in examples:
        counts.update(_keys(example))
    return {key: row for row, key in enumerate(sorted(key for key, count in counts.items() if count >= RARE))}


def _matrix(examples: Sequence[Example], keys: dict[int, int]) -> Any:
    import numpy as np
    from scipy.sparse import csr_matrix

    indices: list[int] = []
    ends = [0]
    for example in examples:
        indices += sorted(keys[key] for key in _keys(example) if key in keys)
        ends.append(len(indices))
    return csr_matrix((np.ones(len(indices), np.float32), indices, ends), shape=(len(examples), len(keys)))


def _labels(examples: Sequence[Example], kind: str) -> tuple[list[int], list[str]]:
    rows, labels = [], []
    for row, example in enumerate(examples):
        for label in example.relations if kind == "relation" else example.statuses:
            rows.append(row)
            labels.append(label)
    return rows, labels
