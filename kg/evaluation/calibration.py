"""Whether confidences are true: of what is told with 0.8, four in five should be right."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

TENTHS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The pairs whose confidence lies in one tenth of the scale.

    Attributes:
        confidence: their mean confidence.
        right: the share of them that is right (typed).
        number: how many there are.
    """

    confidence: float
    right: float
    number: int


def bins(told: Iterable[tuple[float, bool]]) -> tuple[Bin, ...]:
    """Confidences with whether each was right, by tenths; tenths that hold nothing are left out."""
    ordered = sorted(told)
    found = []
    for _, group in groupby(ordered, key=lambda pair: min(int(pair[0] * TENTHS), TENTHS - 1)):
        members = list(group)
        mean = sum(confidence for confidence, _ in members) / len(members)
        found.append(Bin(mean, sum(right for _, right in members) / len(members), len(members)))
    return tuple(found)


def error(found: Iterable[Bin]) -> float:
    """The expected calibration error: how far confidence and share of right lie apart, by number of pairs."""
    known = list(found)
    total = sum(one.number for one in known)
    return sum(one.number * abs(one.confidence - one.right) for one in known) / total if total else 0.0
