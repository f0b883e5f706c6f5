"""Weights fitted so that of several answers the right one is preferred."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.learned.ranking import Ranker, key_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RARE = 5
"""A feature of fewer answers is left out."""
SMALL = 0.02
"""A weight nearer to nothing is not kept."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The possible answers to one question: the keys of the features of each, and whether it is right."""

    keys: "tuple[NDArray[np.uint32], ...]"
    right: tuple[bool, ...]

    @classmethod
    def of(cls, answers: Iterable[Iterable[str]], right: Iterable[bool]) -> "Choice":
        """A choice from the features of its answers."""
        import numpy as np

        keys = (np.array(sorted({key_of(feature) for feature in features}), np.uint32) for features in answers)
        return cls(tuple(keys), tuple(right))

    def best(self, weights: Ranker) -> int:
        """Place of the answer that weights prefer; of equals the first."""
        scores = [sum(weights.weight.get(key, 0.0) for key in keys.tolist()) for keys in self.keys]
        return scores.index(max(scores))


def fit_ranker(found: Sequence[Choice], strength: float) -> Ranker:
    """Weights of features: those under which the right answers are likeliest, the same each time.

    Args:
        found: choices of which some answer is right.
        strength: of the regularisation.
    """
    import numpy as np
    from scipy.optimize import minimize
    from scipy.sparse import csr_matrix

    answers = [keys for choice in found for keys in choice.keys]
    if not answers:
        return Ranker({}, "none")
    every_key = np.concatenate(answers)
    known, counts = np.unique(every_key, return_counts=True)
    known = known[counts >= RARE]
    column = np.searchsorted(known, every_key)
    kept = column < len(known)
    kept[kept] = known[column[kept]] == every_key[kept]
    row = np.repeat(np.arange(len(answers)), [len(keys) for keys in answers])[kept]
    shape = (len(answers), len(known))
    matrix = csr_matrix((np.ones(len(row)), (row, column[kept])), shape=shape)
    group = np.repeat(np.arange(len(found)), [len(choice.keys) for choice in found])
    wanted = np.array([float(right) for choice in found for right in choice.right])

    def loss(weights: "NDArray[np.float64]") -> tuple[float, "NDArray[np.float64]"]:
        scores = matrix @ weights
        highest = np.full(len(found), -np.inf)
        np.maximum.at(highest, group, scores)
        raised = np.exp(scores - highest[group])
        every, good = np.bincount(group, raised), np.bincount(group, raised * wanted)
        likely = np.maximum(good / every, 1e-12)
        slope = matrix.T @ (raised / every[group] - raised * wanted / np.maximum(good, 1e-300)[group])
        return float(strength * weights @ weights / 2 - np.log(likely).sum()), slope + strength * weights

    fitted = minimize(loss, np.zeros(len(known)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    large = np.abs(fitted) >= SMALL
    weights = fitted[large].astype(np.float16).astype(float)
    return Ranker(dict(zip(known[large].tolist(), weights.tolist(), strict=True)), "fitted")
