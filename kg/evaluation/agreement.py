"""How far two divisions of the same things into groups agree: by pairs, and by thing (B³)."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from math import comb
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Groups of a system against right ones.

    Attributes:
        right: pairs that both have in one group; `found` those of the system, `wanted` the right ones.
        b3_precision, b3_recall: the share of a thing's group that is right, over all things.
    """

    right: int
    found: int
    wanted: int
    b3_precision: float
    b3_recall: float

    @property
    def precision(self) -> float:
        """Of the pairs put together, the share that belong together."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Of the pairs that belong together, the share put together."""
        return self.right / self.wanted if self.wanted else 1.0


def agreement(right: Mapping[T, Hashable], system: Mapping[T, Hashable]) -> Agreement:
    """Compares the groups of a system with the right ones; both name the group of each thing."""
    both = Counter((right[thing], system[thing]) for thing in right)
    wanted, found = Counter(right.values()), Counter(system[thing] for thing in right)
    count = len(right) or 1
    return Agreement(
        sum(comb(size, 2) for size in both.values()),
        sum(comb(size, 2) for size in found.values()),
        sum(comb(size, 2) for size in wanted.values()),
        sum(size * size / found[group] for (_, group), size in both.items()) / count,
        sum(size * size / wanted[group] for (group, _), size in both.items()) / count,
    )


def merged_wrongly(right: Mapping[T, Hashable], system: Mapping[T, Hashable]) -> list[tuple[T, T]]:
    """Two things of different right groups for each group of the system that has such, in order."""
    groups: dict[Hashable, list[T]] = defaultdict(list)
    for thing in right:
        groups[system[thing]].append(thing)
    found = []
    for things in groups.values():
        first = things[0]
        found += [
            (first, other)
            for other in {right[thing]: thing for thing in things}.values()
            if right[other] != right[first]
        ]
    return found
