"""Who talks to whom: a symmetric table of counts.

    cell(A, B) = number of contacts that join somebody of A with somebody of B

A contact of three countries counts once in each of its three cells, so rows do not add up to contacts. The
diagonal has contacts within a country. Actors of no known country stand together.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.analysis.groups import By, joined, name_of
from kg.model import Actor, Contact


@dataclass(frozen=True, slots=True)
class Cell:
    """The contacts of two countries, or of two actors."""

    one: str
    other: str
    contacts: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """All cells that are not empty.

    Attributes:
        names: key (code of a country, or id of an actor) → name, those with most contacts first.
        cells: most contacts first; `one` comes before `other`.
        contacts: how many contacts there are in all.
    """

    by: By
    names: Mapping[str, str]
    cells: tuple[Cell, ...]
    contacts: int

    def table(self, keys: Sequence[str]) -> list[list[int]]:
        """The counts of these keys, a row and a column each; both halves are filled."""
        counts = {(cell.one, cell.other): cell.contacts for cell in self.cells}
        return [[counts.get((min(one, other), max(one, other)), 0) for other in keys] for one in keys]


def matrix(contacts: Iterable[Contact], actors: Mapping[str, Actor], by: By = "country") -> Matrix:
    """Counts contacts between each two countries or actors."""
    cells: Counter[tuple[str, str]] = Counter()
    active: Counter[str] = Counter()
    total = 0
    for contact in contacts:
        pairs = joined(contact, actors, by)
        total += bool(pairs)
        cells.update(pairs)
        active.update({key for pair in pairs for key in pair})
    keys = sorted(active, key=lambda key: (-active[key], key))
    ordered = sorted(cells.items(), key=lambda item: (-item[1], item[0]))
    return Matrix(
        by,
        {key: name_of(key, actors, by) for key in keys},
        tuple(Cell(one, other, count) for (one, other), count in ordered),
        total,
    )
